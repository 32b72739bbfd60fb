//! `ui/src/api/generated.ts`: every type of the command table, and the `Commands` map. Written by the test below, never by
//! hand: `RODA_TRADEN_SKRIV=1 cargo test -p plan-api --lib typescript`.
use std::any::TypeId;
use std::collections::BTreeMap;

use foldhash::HashSet;
use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{COMMANDS, Undo};
use crate::error::UiError;
use crate::program;

/// The declarations collected so far, by name.
pub(crate) struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    /// Names that two different types want.
    clashes: Vec<String>,
}

impl Types {
    fn new() -> Types {
        // JSON has no 64-bit integers: what the plan sends is a number well inside 2^53.
        let config = Config::new().with_large_int("number");
        Types { config, seen: HashSet::default(), declarations: BTreeMap::new(), clashes: Vec::new() }
    }

    /// The type's name in TypeScript; it and everything it is made of are declared.
    pub(crate) fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.declare::<T>();
        T::name(&self.config)
    }

    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = tidy(&format!("{docs}export {}\n", T::decl(&self.config)));
            let name = T::ident(&self.config);
            if self.declarations.get(&name).is_some_and(|other| *other != declaration) {
                self.clashes.push(name.clone());
            }
            self.declarations.insert(name, declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.declare::<T>();
    }
}

/// One comment per line, fields one step in, no blanks at the ends of lines.
fn tidy(declaration: &str) -> String {
    let mut out = String::new();
    let mut depth = 0usize;
    let mut comment: Option<Vec<&str>> = None;
    for line in declaration.lines().map(str::trim) {
        match &mut comment {
            None if line == "/**" => comment = Some(vec![]),
            Some(words) if line == "*/" => {
                let text = words.join(" ");
                comment = None;
                // A patch's fields only point at the thing they change.
                if !text.starts_with("See [`") {
                    out += &format!("{}/** {text} */\n", "  ".repeat(depth));
                }
            }
            Some(words) => words.push(line.trim_start_matches('*').trim()),
            None => {
                let inner = if line.starts_with('}') { depth.saturating_sub(1) } else { depth };
                out += &format!("{}{line}\n", "  ".repeat(inner));
                let (open, closed) = (line.matches('{').count(), line.matches('}').count());
                depth = (depth + open).saturating_sub(closed);
            }
        }
    }
    out
}

/// The whole file.
///
/// # Errors
/// The names that two different types want: one of them would silently stand for both.
fn generated() -> Result<String, Vec<String>> {
    let mut types = Types::new();
    types.declare::<UiError>();
    let rows: Vec<String> = COMMANDS
        .iter()
        .chain(program::commands::COMMANDS)
        .map(|command| {
            let (args, reply) = (command.types)(&mut types);
            let undo = match command.undo {
                Undo::Yes => "yes",
                Undo::Barrier => "barrier",
                Undo::Read => "read",
            };
            format!("  {}: {{ args: {args}; reply: {reply}; undo: \"{undo}\" }};\n", command.name)
        })
        .collect();
    if !types.clashes.is_empty() {
        return Err(types.clashes);
    }
    let declarations: Vec<&str> = types.declarations.values().map(String::as_str).collect();
    Ok(format!(
        "// Generated from the command table of plan-api (src-tauri/api). Do not edit: see src-tauri/api/src/typescript.rs.\n\n{}\n/** Every command: what it takes, what it gives, what undo does with it. */\nexport type Commands = {{\n{}}};\n",
        declarations.join("\n"),
        rows.concat()
    ))
}

mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use std::path::Path;

    use super::*;

    #[test]
    fn generated_ts_is_fresh() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated.ts");
        let wanted = generated().expect("two types of one name");
        if std::env::var_os("RODA_TRADEN_SKRIV").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &wanted).unwrap();
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            found == wanted,
            "ui/src/api/generated.ts is stale: run RODA_TRADEN_SKRIV=1 cargo test -p plan-api --lib typescript"
        );
    }

    #[test]
    fn every_command_is_in_the_map_and_every_type_is_declared() {
        let text = generated().expect("two types of one name");
        for command in COMMANDS {
            assert!(
                text.contains(&format!("\n  {}: {{ args: ", command.name)),
                "{} is missing",
                command.name
            );
        }
        for name in
            ["UiError", "Planbild", "AktivitetPatch", "Rapportsvar", "Update<I, P>", "Changes", "Period"]
        {
            assert!(text.contains(&format!("export type {name} ")), "{name} is not declared");
        }
    }
}
