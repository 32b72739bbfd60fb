//! What each verb asks of the command table, and how its reply is told. Decides nothing: the table does.
use std::io::Read;
use std::path::Path;

use plan_api::commands::{self, Undo};
use plan_api::{Access, Session, UiError};
use serde_json::{Value, json};

use super::args::{Anropa, Arkiv, Exempel, Fil, Importera, Logg, Ny, Rapport, Skrivning, Verb, Visa};
use super::output::{self, Outcome};
use super::swedish::own_hint;
use crate::machine::environment;

/// *Vem* of the example, which nobody has written: the role that would have.
const EXEMPEL_VEM: &str = "Verksamhetscontroller";

/// Runs a verb to its end.
pub(crate) fn blocking(verb: Verb) -> Result<Outcome, UiError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|source| plan_api::error::Error::File { path: "tokio".into(), source })?;
    runtime.block_on(run(verb))
}

async fn run(verb: Verb) -> Result<Outcome, UiError> {
    match verb {
        Verb::Exempel(args) => exempel(args).await,
        Verb::Ny(args) => ny(args).await,
        Verb::Importera(args) => importera(args).await,
        Verb::Visa(args) => visa(args).await,
        Verb::Logg(args) => logg(args).await,
        Verb::Angra(args) => step(args, "undo").await,
        Verb::GorOm(args) => step(args, "redo").await,
        Verb::Rapport(args) => rapport(args).await,
        Verb::Arkiv(args) => arkiv(args).await,
        Verb::Kontrollera(args) => kontrollera(args).await,
        Verb::Anropa(args) => anropa(args).await,
    }
}

async fn exempel(args: Exempel) -> Result<Outcome, UiError> {
    let Skrivning { fil, vem } = args.skrivning;
    let vem = vem.vem.or_else(|| Some(EXEMPEL_VEM.to_owned()));
    plan_api::create_exempel(&fil.fil, environment(vem)).await?;
    Ok(Outcome::of(json!({ "fil": fil.fil })))
}

async fn ny(args: Ny) -> Result<Outcome, UiError> {
    let Skrivning { fil, vem } = args.skrivning;
    let request = json!({
        "styrmodell": args.styrmodell, "kommun": args.kommun, "namnd": args.namnd,
        "forvaltning": args.forvaltning, "year": args.ar,
    });
    plan_api::create_plan(&fil.fil, environment(vem.vem), request).await?;
    Ok(Outcome::of(json!({ "fil": fil.fil })))
}

async fn importera(args: Importera) -> Result<Outcome, UiError> {
    let command = if args.prova { "preview_import" } else { "import" };
    let access = if args.prova { Access::ReadOnly } else { Access::ReadWrite };
    let mappning = args.mappning.as_deref().map(plan_api::import::read_mapping).transpose()?;
    let request = json!({
        "kalla": kalla(&args.kalla)?, "som": args.som, "period": args.period, "year": args.ar,
        "mappning": mappning, "endast_goda": args.endast_goda,
    });
    let session = open(&args.fil, access, args.vem.vem).await?;
    let reply = session.call_watched(command, request, output::watch()).await;
    let reply = closed(session, reply).await?;
    let mut notes = strings(&reply, "upplysningar");
    let nekad = flag(&reply, "nekad");
    if nekad && let Some((hint, own)) = notes.last_mut().zip(own_hint("rows_refused")) {
        own.clone_into(hint);
    }
    Ok(Outcome { notes, refused: !args.prova && nekad, reply: Some(reply) })
}

/// A file by its path; "-" is a copied table on standard in.
fn kalla(path: &Path) -> Result<Value, UiError> {
    match path == Path::new("-") {
        true => Ok(json!({ "text": standard_in()? })),
        false => Ok(json!({ "fil": path })),
    }
}

async fn visa(args: Visa) -> Result<Outcome, UiError> {
    let session = open(&args.fil, Access::ReadOnly, None).await?;
    let request = json!({ "period": args.period, "datum": args.datum });
    let reply = session.call("read_plan", request).await;
    closed(session, reply).await.map(Outcome::of)
}

async fn logg(args: Logg) -> Result<Outcome, UiError> {
    let session = open(&args.fil, Access::ReadOnly, None).await?;
    // Without a number: all of it, as a log that is read from a command line is for keeping.
    let reply = session.call("read_log", json!({ "limit": args.antal.unwrap_or(u32::MAX) })).await;
    closed(session, reply).await.map(Outcome::of)
}

async fn step(args: Skrivning, command: &str) -> Result<Outcome, UiError> {
    let session = open(&args.fil, Access::ReadWrite, args.vem.vem).await?;
    let reply = session.call(command, Value::Null).await;
    closed(session, reply).await.map(Outcome::of)
}

async fn rapport(args: Rapport) -> Result<Outcome, UiError> {
    let writes = args.las || args.faststall.is_some();
    let access = if writes { Access::ReadWrite } else { Access::ReadOnly };
    let val = json!({
        "slag": args.typ, "period": args.period, "enhet": args.enhet, "datum": args.datum, "dnr": args.dnr,
    });
    let files = json!({ "till": args.till, "format": args.format });
    let (command, request) = match (args.las, args.faststall) {
        (_, Some(datum)) => (
            "decide_rapport",
            json!({ "val": val, "beslut": { "datum": datum, "paragraf": args.paragraf, "dnr": args.dnr }, "filer": files }),
        ),
        (true, None) => ("lock_rapport", json!({ "val": val, "filer": files })),
        (false, None) => ("write_rapport", json!({ "val": val, "filer": files })),
    };
    let session = open(&args.fil, access, args.vem.vem).await?;
    let reply = session.call_watched(command, request, output::watch()).await;
    let reply = closed(session, reply).await?;
    let files = reply.get("filer").cloned().unwrap_or_default();
    Ok(Outcome { notes: strings(&reply, "upplysningar"), reply: Some(files), refused: false })
}

async fn arkiv(args: Arkiv) -> Result<Outcome, UiError> {
    let session = open(&args.fil, Access::ReadOnly, None).await?;
    let reply = match &args.ta_ut {
        Some(till) => session.call("extract_arkiv", json!({ "till": till })).await,
        None => session.call("list_arkiv", Value::Null).await,
    };
    let reply = closed(session, reply).await?;
    Ok(Outcome { notes: strings(&reply, "upplysningar"), reply: Some(reply), refused: false })
}

async fn kontrollera(fil: Fil) -> Result<Outcome, UiError> {
    let session = open(&fil, Access::ReadOnly, None).await?;
    let reply = session.call_watched("verify", Value::Null, output::watch()).await;
    let reply = closed(session, reply).await?;
    let sound = flag(&reply, "hel");
    let notes = reply["fel"].as_array().into_iter().flatten();
    let mut notes: Vec<String> = notes.filter_map(|f| f["text"].as_str().map(str::to_owned)).collect();
    if !sound {
        notes.push("Återställ filen från en säkerhetskopia.".into());
    }
    Ok(Outcome { reply: Some(reply), notes, refused: !sound })
}

async fn anropa(args: Anropa) -> Result<Outcome, UiError> {
    let command = commands::find(&args.kommando)
        .ok_or_else(|| plan_api::error::Error::UnknownCommand(args.kommando.clone()))?;
    let text = match args.json.as_deref() {
        Some("-") => standard_in()?,
        Some(text) => text.to_owned(),
        None => "{}".to_owned(),
    };
    let request = parse(&text)?;
    let access = if command.undo == Undo::Read { Access::ReadOnly } else { Access::ReadWrite };
    let session = open(&args.fil, access, args.vem.vem).await?;
    let reply = session.call_watched(command.name, request, output::watch()).await;
    closed(session, reply).await.map(Outcome::of)
}

async fn open(fil: &Fil, access: Access, vem: Option<String>) -> Result<Session, UiError> {
    Session::open(&fil.fil, access, environment(vem)).await
}

/// Closes the file whatever became of the call; the call's own error is the one worth telling.
async fn closed<T>(session: Session, reply: Result<T, UiError>) -> Result<T, UiError> {
    let closing = session.close().await;
    let reply = reply?;
    closing.map(|()| reply)
}

fn parse(text: &str) -> Result<Value, UiError> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| plan_api::error::Error::BadRequest(error.to_string()).into())
}

fn standard_in() -> Result<String, UiError> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|source| plan_api::error::Error::File { path: "-".into(), source })?;
    Ok(text)
}

fn strings(reply: &Value, key: &str) -> Vec<String> {
    let all = reply.get(key).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn flag(reply: &Value, key: &str) -> bool {
    reply.get(key).and_then(Value::as_bool).unwrap_or(false)
}
