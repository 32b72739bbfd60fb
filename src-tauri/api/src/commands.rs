//! The whole surface of the engine, read as a table of contents: what a command is called, what it takes and gives,
//! and what undo does with it. The command line and the window call nothing else.
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::error::Error;
use crate::history::{self, Angralage, Angrat, Logg, ReadLog};
use crate::session::Session;
use crate::verify::{self, Kontroll};
use crate::watch::Watch;

/// What undo does with a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// Undo takes it back, redo does it again.
    Yes,
    /// Undo stops here.
    Barrier,
    /// Writes nothing in the plan.
    Read,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    pub name: &'static str,
    pub undo: Undo,
    /// The name of the request and reply types in TypeScript.
    pub types: fn(&mut crate::typescript::Types) -> (String, String),
}

/// A request without content.
#[derive(Debug, Default, serde::Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Inget {}

/// `doc`: a short job on the document's thread. `session`: async work that also needs other threads or files.
macro_rules! commands {
    ($($undo:ident $how:ident $name:ident($request:ty) -> $reply:ty = $body:expr;)*) => {
        /// Every command, in the order of the table.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            undo: Undo::$undo,
            types: |types| (types.name::<$request>(), types.name::<$reply>()),
        }),*];

        /// Finds the command and runs it.
        pub(crate) async fn run(session: &Session, name: &str, args: Value, watch: Watch) -> Result<Value, Error> {
            match name {
                $(stringify!($name) => {
                    let request: $request = request(args)?;
                    let reply: $reply = commands!(@$how session, request, watch, $body);
                    json(&reply)
                })*
                _ => Err(Error::UnknownCommand(name.to_owned())),
            }
        }
    };
    (@doc $session:ident, $request:ident, $watch:ident, $body:expr) => {{
        let _ = &$watch;
        $session.short($request, $body).await?
    }};
    (@session $session:ident, $request:ident, $watch:ident, $body:expr) => {
        $body($session.clone(), $request, $watch).await?
    };
}

commands! {
    // Ångra och ändringslogg
    Yes doc undo(Inget) -> Angrat = |d, _| Ok(history::undone(d.undo()?));
    Yes doc redo(Inget) -> Angrat = |d, _| Ok(history::redone(d.redo()?));
    Read doc undo_state(Inget) -> Angralage = |d, _| history::undo_state(d);
    Read doc read_log(ReadLog) -> Logg = |d, r| history::read_log(d, r);

    // Filen
    Read session verify(Inget) -> Kontroll = verify::verify;
}

/// The row of a command, if there is one of that name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// Reads a request; nothing at all counts as an empty one.
fn request<T: DeserializeOwned>(args: Value) -> Result<T, Error> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|error| Error::BadRequest(error.to_string()))
}

fn json<T: Serialize>(reply: &T) -> Result<Value, Error> {
    serde_json::to_value(reply).map_err(|error| Error::Panicked(error.to_string()))
}
