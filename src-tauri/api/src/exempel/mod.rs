//! The example: an invented socialförvaltning, written into a plan through the verbs everybody uses, with a clock of its
//! own so that the change log reads like a year. Takes ids from its caller; reads no clock and knows no chance.
mod clock;
mod data;
mod keys;
#[cfg(test)]
mod tests;
mod write;
mod year;

use std::path::Path;
use std::sync::Arc;

use plan_core::document::{Environment, unfollowed};
use serde_json::json;

use crate::error::{Error, UiError};
use crate::session::Session;
use clock::Clock;
use data::Data;
use write::{Act, Writer};

/// Makes the example file; never over an existing one. Who writes and when is the example's; ids, machine and backups are
/// the caller's. Made in memory: a year of work is hundreds of durable writes, and nobody needs half of it after a power cut.
pub async fn create_exempel(path: &Path, environment: Environment) -> Result<(), UiError> {
    let data = Arc::new(Data::read().map_err(Error::from)?);
    let clock = Clock::starting(data.kommun.upprattad);
    let session = Session::create_in_memory(with_clock(environment, &clock)).await?;
    write(&session, data, clock).await?;
    let to = path.to_owned();
    session.on(move |document| Ok(document.save_copy(&to, &unfollowed())?)).await?;
    session.close().await
}

fn with_clock(environment: Environment, clock: &Clock) -> Environment {
    let clock = clock.clone();
    Environment { vem: None, now: Box::new(move || clock.read()), ..environment }
}

async fn write(session: &Session, data: Arc<Data>, clock: Clock) -> Result<(), UiError> {
    let dnr = data.kommun.dnr_rapporter.clone();
    let mut writer = Writer::new(data, clock);
    loop {
        let (back, act) = session
            .on(move |document| {
                let act = writer.go_on(document)?;
                Ok((writer, act))
            })
            .await?;
        writer = back;
        let val =
            |period: &plan_core::period::Period| json!({ "slag": "manad", "period": period, "dnr": dnr });
        match act {
            None => return Ok(()),
            Some(Act::Las { period }) => {
                session.call("lock_rapport", json!({ "val": val(&period) })).await?;
            }
            Some(Act::Faststall { period, datum, paragraf }) => {
                let beslut = json!({ "datum": datum, "paragraf": paragraf });
                session.call("decide_rapport", json!({ "val": val(&period), "beslut": beslut })).await?;
            }
        }
    }
}
