//! The whole surface of the engine, read as a table of contents: what a command is called, what it takes and gives,
//! and what undo does with it. The command line and the window call nothing else.
use std::pin::Pin;

use plan_core::aktivitet::ops::{AktivitetPatch, DelaktivitetPatch};
use plan_core::befattning::ops::BefattningPatch;
use plan_core::document::{Changes, Document};
use plan_core::ekonomi::ops::{DriftbeloppKey, DriftradPatch, VerksamhetPatch, VerksamhetsbeloppKey};
use plan_core::ekonomi::{Driftbelopp, Verksamhetsbelopp};
use plan_core::id::{
    AktivitetId, AvsnittstextId, BefattningId, DelaktivitetId, DriftradId, MalId, MatetalId, NivaId,
    OrganisationId, StatusradId, UppdragId, UppfoljningId, VerksamhetId,
};
use plan_core::mal::Malbedomning;
use plan_core::mal::ops::MalPatch;
use plan_core::matetal::ops::MatetalPatch;
use plan_core::matetal::varden::{JamforelseKey, MalvardeKey, UtfallKey};
use plan_core::matetal::{Jamforelse, Malvarde, Utfall};
use plan_core::organisation::ops::OrganisationPatch;
use plan_core::plan::ops::NyPlan;
use plan_core::styrmodell::ops::NivaPatch;
use plan_core::uppdrag::ops::UppdragPatch;
use plan_core::uppfoljning::ops::{NyAvsnittstext, NyStatus, UppfoljningPatch};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::as_of::Tidpunkt;
use crate::bild;
use crate::bild::ekonomi::{
    self, Ekonomibild, Ekonomiomdome, Ekonomirad, JudgeEkonomi, NyDriftrad, ReadEkonomi, ReadEkonomirad,
    TypeEkonomi,
};
use crate::bild::historik::{self, Historikbild, Historikval, ReadHistorik};
use crate::bild::inlasning::Inlasningsbild;
use crate::bild::matetal::{self, Gnistval, Matetalsblad, Matetalsgnistor, Matetalsval};
use crate::bild::matetal_varden::{self, TypedUtfall};
use crate::bild::plan::{NyaAktiviteter, PlaceAktivitet, PlaceUppdrag, Plantrad, ReadPlantrad};
use crate::bild::rapport::{
    Rapportbild, Rapportbildval, Rapporttext, Sidnummer, Uppstallningsval, Utskriftsval,
};
use crate::bild::sok::{self, Sok, Soksvar};
use crate::bild::thing::{ReadRad, Sakbild, Valmangder};
use crate::bild::uppfoljning::{
    self, Uppfoljningsbild, Uppfoljningsrader, Uppfoljningsradval, Uppfoljningsval,
};
use crate::bild::uppfoljning_lage::{self, SetLage};
use crate::copy::{self, Kopia, Sakerhetskopia};
use crate::error::Error;
use crate::history::{self, Angralage, Angrat, Logg, ReadLog};
use crate::import::{self, Import, Importsvar};
use crate::report::{
    self, Arkiv, DecideRapport, EndRapport, ExtractArkiv, LockRapport, PrintRapport, Rapportsida,
    Rapportsvar, Rapportval, Sidval, Utkast, WriteRapport,
};
use crate::requests::{
    ById, Created, Inget, MalbedomningKey, Move, MoveTo, NyDelaktivitet, NyNiva, NyttVerksamhetsar, Rows,
    SaveCopy, SetInstallning, SetRapportmall, SetVerksamhetsar, Update,
};
use crate::session::Session;
use crate::show::{self, Planbild};
use crate::typed::{self, Datumsvar, Periodsvar, Talsvar, TypedDatum, TypedNummer, TypedPeriod};
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
    /// The name of the request and reply types in TypeScript. Only where the types are written: in the program they would be
    /// a few hundred kilobytes that nobody reads.
    #[cfg(test)]
    pub(crate) types: fn(&mut crate::typescript::Types) -> (String, String),
}

/// `doc`: a short job on the document's thread. `session`: async work that also needs other threads or files.
macro_rules! commands {
    ($($undo:ident $how:ident $name:ident($request:ty) -> $reply:ty = $body:expr;)*) => {
        /// Every command, in the order of the table.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            undo: Undo::$undo,
            #[cfg(test)]
            types: |types| (types.name::<$request>(), types.name::<$reply>()),
        }),*];

        /// Finds the command and reads its request.
        fn ready(session: &Session, name: &str, args: Value, watch: Watch) -> Result<Ready, Error> {
            match name {
                $(stringify!($name) => {
                    let request: $request = request(args)?;
                    Ok(commands!(@$how session, request, watch, $request => $reply, $body))
                })*
                _ => Err(Error::UnknownCommand(name.to_owned())),
            }
        }
    };
    (@doc $session:ident, $asked:ident, $watch:ident, $request:ty => $reply:ty, $body:expr) => {{
        let _ = $watch;
        let body: fn(&mut Document, $request) -> Result<$reply, Error> = $body;
        Ready::Document(Box::new(move |document| json(&body(document, $asked)?)))
    }};
    (@session $session:ident, $asked:ident, $watch:ident, $request:ty => $reply:ty, $body:expr) => {{
        let work = $body($session.clone(), $asked, $watch);
        Ready::Session(Box::pin(async move {
            let reply: $reply = work.await?;
            json(&reply)
        }))
    }};
}

type Reply = Result<Value, Error>;

/// A command with its request. Boxed, so that waiting for an answer is compiled once and not once for each command.
enum Ready {
    Document(Box<dyn FnOnce(&mut Document) -> Reply + Send>),
    Session(Pin<Box<dyn Future<Output = Reply> + Send>>),
}

/// Finds the command and runs it.
pub(crate) async fn run(session: &Session, name: &str, args: Value, watch: Watch) -> Reply {
    match ready(session, name, args, watch)? {
        Ready::Document(job) => session.on(job).await,
        Ready::Session(work) => work.await,
    }
}

commands! {
    // Planen
    Barrier doc create_plan(NyPlan) -> Changes = |d, r| Ok(d.create_plan(&r)?);
    Read doc read_plan(Tidpunkt) -> Planbild = |d, r| show::read_plan(d, &r);
    Read doc read_plantrad(ReadPlantrad) -> Plantrad = |d, r| bild::plan::read_plantrad(d, &r);
    Read doc read_rad(ReadRad) -> Sakbild = |d, r| bild::thing::read_rad(d, &r);
    Read doc read_valmangder(Tidpunkt) -> Valmangder = |d, r| bild::thing::read_valmangder(d, &r);
    Yes doc set_installning(SetInstallning) -> Changes = |d, r| Ok(d.set_installning(&r.key, r.value.as_deref())?);
    Barrier doc create_verksamhetsar(NyttVerksamhetsar) -> Changes = |d, r| Ok(d.create_verksamhetsar(r.year)?);
    Yes doc set_verksamhetsar(SetVerksamhetsar) -> Changes = |d, r| Ok(d.set_verksamhetsar(r.year, r.state)?);

    // Organisation och befattningar
    Read doc read_installning(Inget) -> bild::installning::Installningsbild = |d, _| bild::installning::read(d);
    Yes doc create_organisation(OrganisationPatch) -> Created<OrganisationId> = |d, r| created(d.create_organisation(&r));
    Yes doc update_organisation(Update<OrganisationId, OrganisationPatch>) -> Changes = |d, r| Ok(d.update_organisation(r.id, &r.patch)?);
    Yes doc move_organisation(MoveTo<OrganisationId>) -> Changes = |d, r| Ok(d.move_organisation(r.id, r.parent, r.after)?);
    Yes doc delete_organisation(ById<OrganisationId>) -> Changes = |d, r| Ok(d.delete_organisation(r.id)?);
    Yes doc create_befattning(BefattningPatch) -> Created<BefattningId> = |d, r| created(d.create_befattning(&r));
    Yes doc update_befattning(Update<BefattningId, BefattningPatch>) -> Changes = |d, r| Ok(d.update_befattning(r.id, &r.patch)?);
    Yes doc delete_befattning(ById<BefattningId>) -> Changes = |d, r| Ok(d.delete_befattning(r.id)?);

    // Styrmodell och mål
    Yes doc create_niva(NyNiva) -> Created<NivaId> = |d, r| created(d.create_niva(&r.niva, r.below));
    Yes doc update_niva(Update<NivaId, NivaPatch>) -> Changes = |d, r| Ok(d.update_niva(r.id, &r.patch)?);
    Yes doc move_niva(Move<NivaId>) -> Changes = |d, r| Ok(d.move_niva(r.id, r.after)?);
    Yes doc delete_niva(ById<NivaId>) -> Changes = |d, r| Ok(d.delete_niva(r.id)?);
    Yes doc create_mal(MalPatch) -> Created<MalId> = |d, r| created(d.create_mal(&r));
    Yes doc update_mal(Update<MalId, MalPatch>) -> Changes = |d, r| Ok(d.update_mal(r.id, &r.patch)?);
    Yes doc move_mal(MoveTo<MalId>) -> Changes = |d, r| Ok(d.move_mal(r.id, r.parent, r.after)?);
    Yes doc delete_mal(ById<MalId>) -> Changes = |d, r| Ok(d.delete_mal(r.id)?);
    Yes doc set_malbedomning(Malbedomning) -> Changes = |d, r| Ok(d.set_malbedomning(&r)?);
    Yes doc delete_malbedomning(MalbedomningKey) -> Changes = |d, r| Ok(d.delete_malbedomning(r.mal_id, r.period)?);

    // Uppdrag och aktiviteter
    Yes doc create_uppdrag(UppdragPatch) -> Created<UppdragId> = |d, r| created(d.create_uppdrag(&r));
    Yes doc update_uppdrag(Update<UppdragId, UppdragPatch>) -> Changes = |d, r| Ok(d.update_uppdrag(r.id, &r.patch)?);
    Yes doc move_uppdrag(Move<UppdragId>) -> Changes = |d, r| Ok(d.move_uppdrag(r.id, r.after)?);
    Yes doc place_uppdrag(PlaceUppdrag) -> Changes = |d, r| Ok(d.place_uppdrag(r.id, r.mal_id, r.after)?);
    Yes doc delete_uppdrag(ById<UppdragId>) -> Changes = |d, r| Ok(d.delete_uppdrag(r.id)?);
    Yes doc create_aktivitet(AktivitetPatch) -> Created<AktivitetId> = |d, r| created(d.create_aktivitet(&r));
    Yes doc create_aktiviteter(NyaAktiviteter) -> Created<Vec<AktivitetId>> = |d, r| created(d.create_aktiviteter(r.uppdrag_id, r.year, &r.titlar));
    Yes doc update_aktivitet(Update<AktivitetId, AktivitetPatch>) -> Changes = |d, r| Ok(d.update_aktivitet(r.id, &r.patch)?);
    Yes doc move_aktivitet(Move<AktivitetId>) -> Changes = |d, r| Ok(d.move_aktivitet(r.id, r.after)?);
    Yes doc place_aktivitet(PlaceAktivitet) -> Changes = |d, r| Ok(d.place_aktivitet(r.id, r.uppdrag_id, r.after)?);
    Yes doc delete_aktivitet(ById<AktivitetId>) -> Changes = |d, r| Ok(d.delete_aktivitet(r.id)?);
    Yes doc create_delaktivitet(NyDelaktivitet) -> Created<DelaktivitetId> = |d, r| created(d.create_delaktivitet(r.aktivitet_id, &r.titel));
    Yes doc update_delaktivitet(Update<DelaktivitetId, DelaktivitetPatch>) -> Changes = |d, r| Ok(d.update_delaktivitet(r.id, &r.patch)?);
    Yes doc move_delaktivitet(Move<DelaktivitetId>) -> Changes = |d, r| Ok(d.move_delaktivitet(r.id, r.after)?);
    Yes doc delete_delaktivitet(ById<DelaktivitetId>) -> Changes = |d, r| Ok(d.delete_delaktivitet(r.id)?);
    Yes doc set_lage(SetLage) -> Changes = uppfoljning_lage::set_lage;
    Yes doc set_status(NyStatus) -> Created<StatusradId> = |d, r| created(d.set_status(&r));

    // Mätetal
    Yes doc create_matetal(MatetalPatch) -> Created<MatetalId> = |d, r| created(d.create_matetal(&r));
    Yes doc update_matetal(Update<MatetalId, MatetalPatch>) -> Changes = |d, r| Ok(d.update_matetal(r.id, &r.patch)?);
    Yes doc move_matetal(Move<MatetalId>) -> Changes = |d, r| Ok(d.move_matetal(r.id, r.after)?);
    Yes doc delete_matetal(ById<MatetalId>) -> Changes = |d, r| Ok(d.delete_matetal(r.id)?);
    Yes doc set_utfall(Rows<Utfall>) -> Changes = |d, r| Ok(d.set_utfall(&r.rader)?);
    Yes doc set_utfall_text(TypedUtfall) -> Changes = |d, r| matetal_varden::set_utfall_text(d, &r);
    Yes doc delete_utfall(UtfallKey) -> Changes = |d, r| Ok(d.delete_utfall(&r)?);
    Yes doc set_malvarde(Rows<Malvarde>) -> Changes = |d, r| Ok(d.set_malvarde(&r.rader)?);
    Yes doc delete_malvarde(MalvardeKey) -> Changes = |d, r| Ok(d.delete_malvarde(&r)?);
    Yes doc set_jamforelse(Rows<Jamforelse>) -> Changes = |d, r| Ok(d.set_jamforelse(&r.rader)?);
    Yes doc delete_jamforelse(JamforelseKey) -> Changes = |d, r| Ok(d.delete_jamforelse(&r)?);

    // Ekonomi
    Yes doc create_driftrad(DriftradPatch) -> Created<DriftradId> = |d, r| created(d.create_driftrad(&r));
    Yes doc add_driftrad(NyDriftrad) -> Created<DriftradId> = |d, r| created(d.add_driftrad(&r.namn, r.after));
    Yes doc remove_driftrad(ById<DriftradId>) -> Changes = |d, r| Ok(d.remove_driftrad(r.id)?);
    Yes doc update_driftrad(Update<DriftradId, DriftradPatch>) -> Changes = |d, r| Ok(d.update_driftrad(r.id, &r.patch)?);
    Yes doc move_driftrad(Move<DriftradId>) -> Changes = |d, r| Ok(d.move_driftrad(r.id, r.after)?);
    Yes doc delete_driftrad(ById<DriftradId>) -> Changes = |d, r| Ok(d.delete_driftrad(r.id)?);
    Yes doc set_driftbelopp(Rows<Driftbelopp>) -> Changes = |d, r| Ok(d.set_driftbelopp(&r.rader)?);
    Yes doc delete_driftbelopp(DriftbeloppKey) -> Changes = |d, r| Ok(d.delete_driftbelopp(&r)?);
    Yes doc create_verksamhet(VerksamhetPatch) -> Created<VerksamhetId> = |d, r| created(d.create_verksamhet(&r));
    Yes doc update_verksamhet(Update<VerksamhetId, VerksamhetPatch>) -> Changes = |d, r| Ok(d.update_verksamhet(r.id, &r.patch)?);
    Yes doc move_verksamhet(Move<VerksamhetId>) -> Changes = |d, r| Ok(d.move_verksamhet(r.id, r.after)?);
    Yes doc delete_verksamhet(ById<VerksamhetId>) -> Changes = |d, r| Ok(d.delete_verksamhet(r.id)?);
    Yes doc set_verksamhetsbelopp(Rows<Verksamhetsbelopp>) -> Changes = |d, r| Ok(d.set_verksamhetsbelopp(&r.rader)?);
    Read doc read_ekonomi(ReadEkonomi) -> Ekonomibild = |d, r| ekonomi::read_ekonomi(d, &r);
    Read doc read_ekonomirad(ReadEkonomirad) -> Ekonomirad = |d, r| ekonomi::read_ekonomirad(d, &r);
    Read doc judge_ekonomi(JudgeEkonomi) -> Ekonomiomdome = |d, r| ekonomi::judge_ekonomi(d, &r);
    Yes doc type_ekonomi(TypeEkonomi) -> Changes = |d, r| ekonomi::type_ekonomi(d, &r);
    Yes doc delete_verksamhetsbelopp(VerksamhetsbeloppKey) -> Changes = |d, r| Ok(d.delete_verksamhetsbelopp(&r)?);

    // Uppföljning
    Yes doc create_uppfoljning(UppfoljningPatch) -> Created<UppfoljningId> = |d, r| created(d.create_uppfoljning(&r));
    Yes doc update_uppfoljning(Update<UppfoljningId, UppfoljningPatch>) -> Changes = |d, r| Ok(d.update_uppfoljning(r.id, &r.patch)?);
    Yes doc delete_uppfoljning(ById<UppfoljningId>) -> Changes = |d, r| Ok(d.delete_uppfoljning(r.id)?);
    Yes doc set_avsnittstext(NyAvsnittstext) -> Created<Option<AvsnittstextId>> = |d, r| created(d.set_avsnittstext(&r));

    // Sök
    Read doc search(Sok) -> Soksvar = |d, r| sok::search(d, &r);
    // Det som skrivs in för hand
    Read doc read_datum(TypedDatum) -> Datumsvar = |d, r| typed::read_datum(d, &r);
    Read doc read_period(TypedPeriod) -> Periodsvar = |_, r| typed::read_period(&r);
    Read doc read_tal(TypedNummer) -> Talsvar = |_, r| typed::read_tal(&r);

    // Uppföljning i fönstret
    Read doc read_uppfoljningsbild(Uppfoljningsval) -> Uppfoljningsbild = |d, r| uppfoljning::read_uppfoljningsbild(d, &r);
    Read doc read_uppfoljningsrader(Uppfoljningsradval) -> Uppfoljningsrader = |d, r| uppfoljning::read_uppfoljningsrader(d, &r);
    Read doc read_matetalsblad(Matetalsval) -> Matetalsblad = |d, r| matetal::read_matetalsblad(d, &r);
    Read doc read_matetalsgnistor(Gnistval) -> Matetalsgnistor = |d, r| matetal::read_matetalsgnistor(d, &r);

    // Läs in
    Read session preview_import(Import) -> Importsvar = import::preview;
    Read session preview_inlasning(Import) -> Inlasningsbild = bild::inlasning::preview_inlasning;
    Yes session import(Import) -> Importsvar = import::import;

    // Rapporter
    Yes doc set_rapportmall(SetRapportmall) -> Changes = |d, r| Ok(d.set_rapportmall(r.slag, &r.avsnitt)?);
    Read session preview_rapport(Rapportval) -> Utkast = report::preview_rapport;
    Read session page_rapport(Sidval) -> Rapportsida = report::page_rapport;
    Read session read_rapportbild(Rapportbildval) -> Rapportbild = bild::rapport::read_rapportbild;
    Read session read_rapportsida(Sidnummer) -> Rapportsida = bild::rapport::read_rapportsida;
    Read session read_rapporttext(Uppstallningsval) -> Rapporttext = bild::rapport::read_rapporttext;
    Read session print_utskrift(Utskriftsval) -> Rapportsvar = bild::rapport::print_utskrift;
    Read session write_rapport(WriteRapport) -> Rapportsvar = report::write_rapport;
    Barrier session lock_rapport(LockRapport) -> Rapportsvar = report::lock_rapport;
    Barrier session decide_rapport(DecideRapport) -> Rapportsvar = report::decide_rapport;
    Barrier doc unlock_rapport(EndRapport) -> Changes = |d, r| report::unlock_rapport(d, &r);
    Barrier doc revoke_rapport(EndRapport) -> Changes = |d, r| report::revoke_rapport(d, &r);

    // Arkiv
    Read doc list_arkiv(Inget) -> Arkiv = report::list_arkiv;
    Read session print_rapport(PrintRapport) -> Rapportsvar = report::print_rapport;
    Read session extract_arkiv(ExtractArkiv) -> Rapportsvar = report::extract_arkiv;

    // Ångra och ändringslogg
    Yes doc undo(Inget) -> Angrat = |d, _| Ok(history::undone(d.undo()?));
    Yes doc redo(Inget) -> Angrat = |d, _| Ok(history::redone(d.redo()?));
    Read doc undo_state(Inget) -> Angralage = |d, _| history::undo_state(d);
    Read doc read_historik(ReadHistorik) -> Historikbild = |d, r| historik::read_historik(d, &r);
    Read doc read_historikval(Inget) -> Historikval = |d, _| historik::read_historikval(d);
    Read doc read_log(ReadLog) -> Logg = |d, r| history::read_log(d, r);

    // Filen
    Read session save_copy(SaveCopy) -> Kopia = copy::save_copy;
    Read session backup(Inget) -> Sakerhetskopia = copy::backup;
    Read session verify(Inget) -> Kontroll = verify::verify;
}

/// The row of a command, if there is one of that name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn created<I>(made: plan_core::Result<(I, Changes)>) -> Result<Created<I>, Error> {
    let (id, changes) = made?;
    Ok(Created { id, changes })
}

/// Reads a request; nothing at all counts as an empty one.
pub(crate) fn request<T: DeserializeOwned>(args: Value) -> Result<T, Error> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|error| Error::BadRequest(error.to_string()))
}

pub(crate) fn json<T: Serialize>(reply: &T) -> Result<Value, Error> {
    serde_json::to_value(reply).map_err(|error| Error::Panicked(error.to_string()))
}

#[cfg(test)]
mod tests {
    use plan_core::document::Op;

    use super::*;

    /// Undo goes by the verb in the log: what the table says of a command is what its verb does.
    #[test]
    fn the_table_says_of_undo_what_the_verb_does() {
        for command in COMMANDS {
            let stops = |op: Op| op.is_barrier() || op == Op::CreatePlan;
            match (command.undo, Op::parse(command.name)) {
                (Undo::Read, op) => assert_eq!(op, None, "{} writes", command.name),
                (Undo::Barrier, op) => assert!(op.is_some_and(stops), "{} can be undone", command.name),
                // A command without a verb of its own name writes with another's.
                (Undo::Yes, op) => assert!(!op.is_some_and(stops), "{} cannot be undone", command.name),
            }
        }
    }
}
