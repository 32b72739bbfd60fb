//! Import as a verb of the document: plan on what the file holds now, write it all as one change set, or say what would be.
use uuid::Uuid;

use super::{Destination, ImportOptions, Importutfall, Skrivning, Tabell, Villkor, plan_import};
use crate::document::{Changes, Document, Op, Tx};
use crate::plan::sql;
use crate::{Result, aktivitet, befattning, ekonomi, matetal, organisation, uppdrag, uppfoljning};

impl Document {
    /// What an import would do, row by row. Writes nothing.
    pub fn preview_import(&mut self, tabeller: &[Tabell], options: &ImportOptions) -> Result<Importutfall> {
        let plan = self.plan()?;
        let today = self.now().date_naive();
        Ok(plan_import(&plan, tabeller, &Villkor { options, today }, &mut Preview { ids: 0 }))
    }

    /// Imports the tables: all of them as one change set that one undo takes back. Nothing is written, and nothing logged,
    /// when a row is refused (unless `endast_goda`) or when nothing differs; `Importutfall::skrivet` tells.
    pub fn import(
        &mut self,
        tabeller: &[Tabell],
        options: &ImportOptions,
    ) -> Result<(Importutfall, Changes)> {
        self.import_remembering(tabeller, options, &[])
    }

    /// As [`Document::import`], and sets settings of the file (key and value) in the same change set when anything is written.
    pub fn import_remembering(
        &mut self,
        tabeller: &[Tabell],
        options: &ImportOptions,
        installningar: &[(String, String)],
    ) -> Result<(Importutfall, Changes)> {
        let plan = self.plan()?;
        self.transact(Op::Import, |tx| {
            tx.label(&label(tabeller));
            let today = tx.now().date_naive();
            let mut planned = Planned { tx, writes: vec![] };
            let mut utfall = plan_import(&plan, tabeller, &Villkor { options, today }, &mut planned);
            let writes = planned.writes;
            if utfall.antal.vagrade == 0 || options.endast_goda {
                writes.iter().try_for_each(|write| apply(tx, write))?;
                utfall.skrivet = !writes.is_empty();
            }
            if utfall.skrivet {
                installningar.iter().try_for_each(|(key, value)| sql::set_installning(tx, key, value))?;
            }
            Ok(utfall)
        })
    }
}

/// Says what would be: ids that nobody keeps, and no writes.
struct Preview {
    ids: u128,
}

impl Destination for Preview {
    fn new_id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    fn take(&mut self, _: Skrivning) {}
}

/// The writes of an import, made when every row has been judged.
struct Planned<'t, 'c> {
    tx: &'t Tx<'c>,
    writes: Vec<Skrivning>,
}

impl Destination for Planned<'_, '_> {
    fn new_id(&mut self) -> Uuid {
        self.tx.new_id()
    }

    fn take(&mut self, write: Skrivning) {
        self.writes.push(write);
    }
}

/// The sheets, for the undo label.
fn label(tabeller: &[Tabell]) -> String {
    let mut sheets: Vec<&str> = tabeller.iter().map(|t| t.blad.as_str()).collect();
    sheets.dedup();
    sheets.join(", ")
}

fn apply(tx: &Tx<'_>, write: &Skrivning) -> Result<()> {
    match write {
        Skrivning::NyOrganisation(new) => organisation::sql::insert(tx, new),
        Skrivning::NyBefattning(new) => befattning::sql::insert(tx, new),
        Skrivning::NyttUppdrag(new) => uppdrag::sql::insert(tx, new),
        Skrivning::AndratUppdrag(new) => uppdrag::sql::update(tx, new),
        Skrivning::NyAktivitet(new) => aktivitet::sql::insert(tx, new),
        Skrivning::AndradAktivitet(new) => aktivitet::sql::update(tx, new),
        Skrivning::NyStatusrad(new) => uppfoljning::sql::insert_statusrad(tx, new),
        Skrivning::NyttMatetal(new) => matetal::sql::insert(tx, new),
        Skrivning::AndratMatetal(new) => matetal::sql::update(tx, new),
        Skrivning::Utfall(new) => matetal::varden::sql::upsert_utfall(tx, new),
        Skrivning::Malvarde(new) => matetal::varden::sql::upsert_malvarde(tx, new),
        Skrivning::NyDriftrad(new) => ekonomi::sql::insert_rad(tx, new),
        Skrivning::Driftbelopp(new) => ekonomi::sql::upsert_belopp(tx, new),
        Skrivning::NyVerksamhet(new) => ekonomi::sql::insert_verksamhet(tx, new),
        Skrivning::Verksamhetsbelopp(new) => ekonomi::sql::upsert_verksamhetsbelopp(tx, new),
        Skrivning::NyText(new) => uppfoljning::sql::insert_text(tx, new),
        Skrivning::AndradText(new) => uppfoljning::sql::update_text(tx, new.id, &new.text),
    }
}
