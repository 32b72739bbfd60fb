//! The words for kinds of things, by the table that holds them.
use plan_core::document::Kind;

/// One of the kind, as it stands first in a line of history ("Aktivitet").
pub(crate) fn singular(table: &str) -> Option<&'static str> {
    Some(match table {
        "installning" => "Inställning",
        "verksamhetsar" => "Verksamhetsår",
        "befattning" => "Befattning",
        "organisation" => "Organisation",
        "niva" => "Nivå i styrmodellen",
        "mal" => "Mål",
        "malbedomning" => "Bedömning av mål",
        "uppdrag" => "Uppdrag",
        "uppdrag_mal" => "Uppdragets bidrag till mål",
        "uppdrag_ansvarig" => "Ansvarig för uppdrag",
        "uppdrag_fordelning" => "Fördelning av uppdrag",
        "aktivitet" => "Aktivitet",
        "aktivitet_ansvarig" => "Ansvarig för aktivitet",
        "aktivitet_fordelning" => "Fördelning av aktivitet",
        "delaktivitet" => "Delaktivitet",
        "statusrad" => "Status",
        "matetal" => "Mätetal",
        "matetal_mal" => "Mätetalets koppling till mål",
        "matetal_uppdrag" => "Mätetalets koppling till uppdrag",
        "utfall" => "Utfall",
        "malvarde" => "Målvärde",
        "jamforelse" => "Jämförelse",
        "driftrad" => "Rad i drifttabellen",
        "driftsumma" => "Summa i drifttabellen",
        "driftbelopp" => "Belopp i drifttabellen",
        "verksamhet" => "Verksamhet",
        "verksamhetsbelopp" => "Belopp för verksamhet",
        "uppfoljning" => "Uppföljning",
        "avsnittstext" => "Text i rapport",
        "rapportmall" => "Rapportmall",
        "rapport" => "Rapport",
        "rapportfil" => "Rapportens fil",
        "arkivfil" => "Arkiverad fil",
        _ => return None,
    })
}

/// The kind in running text, or the text itself where it is not a kind.
pub(crate) fn plural_or_same(table: &str) -> String {
    match table {
        "organisation" => "organisationer".into(),
        "befattning" => "befattningar".into(),
        "niva" => "nivåer".into(),
        "mal" => "mål".into(),
        "uppdrag" => "uppdrag".into(),
        "aktivitet" => "aktiviteter".into(),
        "statusrad" => "statusrader".into(),
        "matetal" => "mätetal".into(),
        "utfall" => "utfall".into(),
        "malvarde" => "målvärden".into(),
        "driftrad" => "rader i drifttabellen".into(),
        "driftsumma" => "summor i drifttabellen".into(),
        "driftbelopp" => "belopp i drifttabellen".into(),
        "verksamhet" => "verksamheter".into(),
        "verksamhetsbelopp" => "belopp för verksamheter".into(),
        "uppfoljning" => "uppföljningar".into(),
        "avsnittstext" => "texter".into(),
        "rapport" => "rapporter".into(),
        other => other.into(),
    }
}

/// The table that holds a part of a thing: where its codes and fields are worded.
pub(crate) fn table_of(kind: Kind, part: &str) -> &str {
    match (kind, part) {
        (_, "") => kind.as_str(),
        (Kind::Uppdrag, "ansvariga") => "uppdrag_ansvarig",
        (Kind::Uppdrag, "fordelning") => "uppdrag_fordelning",
        (Kind::Uppdrag, "bidrar_till") => "uppdrag_mal",
        (Kind::Aktivitet, "ansvariga") => "aktivitet_ansvarig",
        (Kind::Aktivitet, "fordelning") => "aktivitet_fordelning",
        (Kind::Aktivitet, "delaktiviteter") => "delaktivitet",
        (Kind::Matetal, "mal") => "matetal_mal",
        (Kind::Matetal, "uppdrag") => "matetal_uppdrag",
        (Kind::Driftrad, "delar") => "driftsumma",
        (Kind::Rapport, "filer") => "rapportfil",
        (_, part) => part,
    }
}

#[cfg(test)]
mod tests {
    use crate::texts::schema_tests::columns;

    #[test]
    fn every_table_of_the_plan_has_a_word() {
        for column in columns() {
            assert!(super::singular(&column.table).is_some(), "{} has no Swedish word", column.table);
        }
    }
}
