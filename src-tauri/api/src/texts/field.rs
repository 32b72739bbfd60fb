//! The word for every field of the plan. A test walks the schema and demands one for each column.

/// The word for a field by its identifier, where the thing is not known (rules, import).
/// A value of a period carries it: "prognos.2026-04".
pub(crate) fn word(field: &str) -> String {
    if let Some((field, period)) = field.split_once('.') {
        return format!("{} {period}", word(field));
    }
    anywhere(field).map_or_else(|| field.replace('_', " "), str::to_owned)
}

/// The word for a field, whatever it belongs to.
fn anywhere(field: &str) -> Option<&'static str> {
    shared(field).or_else(|| import_field(field))
}

/// The word for a column of a table; `None` only for a column nobody has worded yet.
pub(crate) fn column(table: &str, column: &str) -> Option<&'static str> {
    // History names a link by what it leads to: `organisation` for `organisation_id`.
    let link = format!("{column}_id");
    own(table, column).or_else(|| own(table, &link)).or_else(|| shared(column)).or_else(|| shared(&link))
}

/// Words that depend on which thing the field belongs to.
fn own(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("installning", "key") => "inställning",
        ("installning", "value") => "värde",
        ("verksamhetsar", "year") => "verksamhetsår",
        ("verksamhetsar" | "uppfoljning" | "rapport", "state") => "läge",
        ("befattning", "titel") => "befattning",
        ("organisation", "slag") => "slag av organisation",
        ("organisation", "parent_id") => "överordnad organisation",
        ("mal", "parent_id") => "överordnat mål",
        ("niva", "bedomning") => "bedömningsregel",
        ("uppdrag", "kalla") => "källa",
        ("uppdrag", "kalla_text") => "källa i ord",
        ("uppdrag", "nr") => "nr",
        ("malvarde", "slag") => "krav",
        ("malvarde", "varde") => "målvärde",
        ("malvarde", "varde_hogst") => "högsta målvärde",
        ("malvarde", "text") => "målvärde i ord",
        ("utfall", "varde") => "utfall",
        ("jamforelse", "namn") => "jämförelse",
        ("jamforelse", "varde") => "jämförelsevärde",
        ("driftrad", "art") => "rad eller summa",
        ("driftsumma", "del_id") => "ingående rad",
        ("driftbelopp" | "verksamhetsbelopp", "slag") => "slag av belopp",
        ("rapport" | "rapportmall", "slag") => "typ av rapport",
        ("uppfoljning", "slag") => "slag av uppföljning",
        ("rapport", "organisation_id") => "organisation",
        ("aktivitet", "organisation_id") => "enhet",
        ("avsnittstext", "text") => "text",
        _ => return None,
    })
}

/// Words that are the same wherever the field stands.
fn shared(field: &str) -> Option<&'static str> {
    Some(match field {
        "id" => "identitet",
        "titel" => "titel",
        "namn" => "namn",
        "epost" => "e-postadress",
        "nr" => "nr",
        "kod" => "kod",
        "slag" => "slag",
        "art" => "art",
        "state" => "läge",
        "anteckning" => "anteckning",
        "sort_key" => "ordning",
        "parent_id" => "överordnad",
        "chef_id" => "chef",
        "active_from" => "finns från och med",
        "active_to" => "finns till och med",
        "valid_from" => "gäller från och med",
        "valid_to" => "gäller till och med",
        "singular" => "benämning, en",
        "plural" => "benämning, flera",
        "beslutas_av" => "beslutas av",
        "bar_matetal" => "bär mätetal",
        "bar_uppdrag" => "bär uppdrag",
        "bedomning" => "bedömning",
        "motivering" => "motivering",
        "niva_id" => "nivå",
        "beskrivning" => "beskrivning",
        "mal_id" => "mål",
        "uppdrag_id" => "uppdrag",
        "aktivitet_id" => "aktivitet",
        "matetal_id" => "mätetal",
        "organisation_id" => "organisation",
        "befattning_id" | "ansvarig_id" => "ansvarig",
        "mottagare_id" => "mottagare",
        "driftrad_id" => "driftrad",
        "verksamhet_id" => "verksamhet",
        "summa_id" => "summarad",
        "del_id" | "delar" => "ingående rader",
        "rapport_id" => "rapport",
        "subject_id" => "vad texten gäller",
        "ersatter_id" => "ersätter",
        "vad" => "vad som ska uppnås",
        "varfor" => "varför",
        "onskad_effekt" => "önskad effekt",
        "kalla" => "källa",
        "kalla_text" => "källa i ord",
        "grunduppdrag" => "grunduppdrag",
        "beslut_organ" => "beslutande organ",
        "beslut_datum" => "beslutsdatum",
        "beslut_paragraf" => "beslutets paragraf",
        "beslut_dnr" => "beslutets diarienummer",
        "perspektiv" => "perspektiv",
        "year" => "år",
        "year_from" => "från och med år",
        "year_to" => "till och med år",
        "month" => "månad",
        "period" => "period",
        "period_text" => "period i ord",
        "god_ekonomisk_hushallning" => "god ekonomisk hushållning",
        "bidrar_till" => "bidrar till",
        "ansvariga" => "ansvariga",
        "fordelning" => "fördelning",
        "hur" => "hur",
        "gemensam" => "gemensam",
        "start_date" => "startdatum",
        "start_text" => "start i ord",
        "end_date" => "slutdatum",
        "end_text" => "slut i ord",
        "kostnad" | "kostnad_ore" => "beräknad kostnad",
        "resurs" => "resurs",
        "prestation" => "prestation",
        "effekt" => "effekt",
        "klar" => "klar",
        "delaktiviteter" => "delaktiviteter",
        "seq" => "ordning",
        "status" => "status",
        "fardiggrad" => "färdiggrad",
        "kommentar" => "kommentar",
        "definition" => "definition",
        "enhet" => "enhet",
        "decimaler" => "antal decimaler",
        "riktning" => "riktning",
        "frekvens" => "hur ofta det mäts",
        "kolada_id" => "Koladas id",
        "lag_months" => "eftersläpning i månader",
        "konsuppdelad" => "könsuppdelat",
        "arsvarde" => "årets värde",
        "tolerans" => "tolerans",
        "faststalld_lydelse" => "fastställd lydelse",
        "vikt" => "vikt",
        "kon" => "kön",
        "varde" => "värde",
        "varde_hogst" => "högsta värde",
        "saknas" => "varför värdet saknas",
        "datum" => "datum",
        "krav" => "krav",
        "text" => "text",
        "ore" | "belopp" => "belopp",
        "tom" => "tomt belopp",
        "finansiering" => "finansiering",
        "del" => "intäkt eller kostnad",
        "deadline_enhet" => "sista dag för enheterna",
        "deadline_namnd" => "sista dag för nämnden",
        "avsnitt" => "avsnitt",
        "med" => "finns med",
        "rubrik" => "rubrik",
        "version" => "version",
        "locked_date" => "rapportens dag",
        "log_nr" => "ändringsloggens nummer",
        "log_head" => "ändringsloggens kontrollsumma",
        "paragraf" => "paragraf",
        "dnr" => "diarienummer",
        "skal" => "skäl",
        "fakta" => "sparade uppgifter",
        "innehall" => "rapportens innehåll",
        "roll" => "förslag eller fastställd",
        "format" => "format",
        "filnamn" => "filnamn",
        "sha256" => "kontrollsumma",
        "bytes" => "filens innehåll",
        "vem" => "befattning",
        "key" => "inställning",
        "value" => "värde",
        _ => return None,
    })
}

/// Fields as history and a table being read name them: a link by what it leads to, without `_id`.
fn import_field(field: &str) -> Option<&'static str> {
    Some(match field {
        "uppdrag" => "uppdrag",
        "aktivitet" => "aktivitet",
        "mal" => "mål",
        "malvarde" | "malvarden" => "målvärde",
        "utfall" => "utfall",
        "ansvarig" => "ansvarig",
        "start" => "start",
        "slut" => "slut",
        "analys" => "analys",
        "budget" => "budget",
        "utfall_ack" => "utfall ackumulerat",
        "prognos" => "prognos",
        "avvikelse" => "avvikelse",
        "intakt" => "intäkt",
        "verksamhet" => "verksamhet",
        "matetal" => "mätetal",
        "befattning" => "befattning",
        "organisation" => "organisation",
        "parent" => "överordnad",
        "chef" => "chef",
        "niva" => "nivå",
        "mottagare" => "mottagare",
        "driftrad" => "driftrad",
        "rapport" => "rapport",
        "subject" => "vad texten gäller",
        "ersatter" => "ersätter",
        "summa" => "summarad",
        "kolada" => "Koladas id",
        "filer" => "filer",
        "statusrad" => "status",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::texts::schema_tests::columns;

    #[test]
    fn every_column_of_the_plan_has_a_word() {
        let worded = |table: &str, name: &str| super::column(table, name).is_some();
        let all = columns().into_iter().filter(|c| !worded(&c.table, &c.name));
        let unworded: Vec<_> = all.map(|c| (c.table, c.name)).collect();
        assert!(unworded.is_empty(), "columns without a Swedish word: {unworded:?}");
    }

    /// A refusal names a field without saying whose it is.
    #[test]
    fn every_column_has_a_word_of_its_own_without_its_table() {
        let all = columns().into_iter().filter(|c| super::anywhere(&c.name).is_none());
        let unworded: Vec<_> = all.map(|c| (c.table, c.name)).collect();
        assert!(unworded.is_empty(), "columns without a word in `shared`: {unworded:?}");
    }

    #[test]
    fn a_link_has_a_word_without_its_id_too() {
        for column in columns() {
            let plain = column.name.strip_suffix("_id").unwrap_or(&column.name);
            let worded = super::column(&column.table, plain).or_else(|| super::import_field(plain));
            assert!(worded.is_some(), "{}.{plain} has no Swedish word", column.table);
        }
    }

    #[test]
    fn no_word_is_a_column_name() {
        for column in columns() {
            if let Some(word) = super::column(&column.table, &column.name) {
                assert!(!word.contains('_'), "{}.{} is worded {word}", column.table, column.name);
            }
        }
    }
}
