//! `ui/src/api/generated.ts` is what the command table says. Write it anew with
//! `RODA_TRADEN_SKRIV=1 cargo test -p plan-api --test typescript`.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::path::Path;

#[test]
fn generated_ts_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated.ts");
    let wanted = plan_api::typescript::generated().expect("two types of one name");
    if std::env::var_os("RODA_TRADEN_SKRIV").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        found == wanted,
        "ui/src/api/generated.ts is stale: run RODA_TRADEN_SKRIV=1 cargo test -p plan-api --test typescript"
    );
}

#[test]
fn every_command_is_in_the_map_and_every_type_is_declared() {
    let text = plan_api::typescript::generated().expect("two types of one name");
    for command in plan_api::commands::COMMANDS {
        assert!(text.contains(&format!("\n  {}: {{ args: ", command.name)), "{} is missing", command.name);
    }
    for name in ["UiError", "Planbild", "AktivitetPatch", "Rapportsvar", "Update<I, P>", "Changes", "Period"]
    {
        assert!(text.contains(&format!("export type {name} ")), "{name} is not declared");
    }
}
