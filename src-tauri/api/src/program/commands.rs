//! The program's own commands, read as a table of contents beside the plan's (`crate::commands`): what a command is
//! called, what it takes and gives. None of them writes in a plan, so undo has nothing to do with them.
use std::pin::Pin;

use serde_json::Value;

use super::{
    Fil, ForeslaFil, Foreslagen, LetaUpp, NyPlanfil, Program, Programbild, Sakerhetskopior, Senastelista,
    SetProgram, SetVem, SlapptFil, Styrmodeller, ValdFil, Vemval, backups, create, open, recent, state,
    styrmodell,
};
use crate::commands::{Command, Undo, json, request};
use crate::error::UiError;
use crate::requests::Inget;
use crate::watch::Watch;

/// `short` is done at once; `long` can be followed and cancelled.
macro_rules! program_commands {
    ($($how:ident $name:ident($request:ty) -> $reply:ty = $body:expr;)*) => {
        /// Every command of the program, in the order of the table.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            undo: Undo::Read,
            #[cfg(test)]
            types: |types| (types.name::<$request>(), types.name::<$reply>()),
        }),*];

        /// Reads the command's request; the caller has found it in the table.
        fn ready<'p>(program: &'p Program, name: &str, args: Value, watch: Watch) -> Result<Ready<'p>, UiError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = request(args)?;
                    let work = program_commands!(@$how $body, program, request, watch);
                    Ok(Box::pin(async move {
                        let reply: $reply = work.await?;
                        Ok(json(&reply)?)
                    }))
                })*
                _ => Err(crate::error::Error::UnknownCommand(name.to_owned()).into()),
            }
        }
    };
    (@short $body:expr, $program:ident, $asked:ident, $watch:ident) => {{
        let _ = $watch;
        $body($program, $asked)
    }};
    (@long $body:expr, $program:ident, $asked:ident, $watch:ident) => {
        $body($program, $asked, $watch)
    };
}

/// A command with its request.
type Ready<'p> = Pin<Box<dyn Future<Output = Result<Value, UiError>> + Send + 'p>>;

/// Runs the command; the caller has found it in the table.
pub(super) async fn run(program: &Program, name: &str, args: Value, watch: Watch) -> Result<Value, UiError> {
    ready(program, name, args, watch)?.await
}

program_commands! {
    // Programmet
    short read_program(Inget) -> Programbild = state::read_program;
    short set_program(SetProgram) -> Programbild = state::set_program;
    short list_vem(Inget) -> Vemval = state::list_vem;
    short set_vem(SetVem) -> Programbild = state::set_vem;

    // Filer
    short list_senaste(Inget) -> Senastelista = recent::list_senaste;
    short forget_senaste(Fil) -> Senastelista = recent::forget_senaste;
    short open_plan(Fil) -> Programbild = open::open_plan;
    short open_moved(LetaUpp) -> Programbild = open::open_moved;
    long open_copy(Fil) -> Programbild = open::open_copy;
    short open_bytes(SlapptFil) -> Programbild = open::open_bytes;
    short open_exempel(Inget) -> Programbild = create::open_exempel;
    short close_plan(Inget) -> Programbild = open::close_plan;

    // Ny plan
    short list_styrmodell(Inget) -> Styrmodeller = styrmodell::list_styrmodell;
    short propose_file(ForeslaFil) -> Foreslagen = create::propose_file;
    short create_plan_file(NyPlanfil) -> Programbild = create::create_plan_file;

    // Säkerhetskopior
    short list_sakerhetskopia(ValdFil) -> Sakerhetskopior = backups::list_sakerhetskopia;
    long restore_sakerhetskopia(Fil) -> Programbild = backups::restore_sakerhetskopia;
}

/// The row of a command, if there is one of that name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}
