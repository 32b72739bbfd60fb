//! Spellings of headings from many offices, titles above, two storeys, and columns known by what they hold.
use plan_core::inlasning::Tabellslag;

use super::{aktivitet, fields, matetal, table};

#[test]
fn aktiviteter_in_many_spellings() {
    for (headings, wanted) in [
        (
            "Uppdrag nr;Aktivitet;Ansvarig;Enhet;Start;Klart när;Status;Färdigt %;Kommentar",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
        (
            "UPPDRAGSNR;INSATS;ANSV.;VERKSAMHET;STARTDATUM;SLUTDATUM;LÄGE;GENOMFÖRANDEGRAD;UPPFÖLJNING",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
        (
            "Uppdrag;Åtgärd;Ansvarig funktion;Avdelning;Påbörjas;Deadline;Status;Klar %;Anteckning",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
        (
            "Uppdragskod;Aktiviteter;Ansvariga;Enheter;Startar;Klart senast;Aktuell status;Färdiggrad (%);Kommentarer",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
        (
            "Uppdrag;Aktivitet (vad ska göras);Vem?;Enhet/verksamhet;Start;Tidplan;Status per april;Andel klart;Kommentar/uppföljning",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
        (
            "Uppdrag;Aktivtet;Ansvrig;Enhet;Startdtum;Slutdatun;Satus;Färdigt;Komentar",
            "uppdrag titel ansvariga enhet start slut status fardiggrad kommentar",
        ),
    ] {
        let text = format!(
            "{headings}\n1;Se över rutin;Chef norr;Hemtjänst norr;2026-01-01;VT26;Pågår;40;Går bra enligt alla\n\
             1;Utbilda alla;Chef söder;Hemtjänst söder;2026-02-01;2026-12-31;Ej påbörjad;0;Väntar på beslut\n\
             2;Bygga nytt;Chef öst;Särskilt boende;HT26;löpande;Klar;100;Allt är klart nu\n"
        );
        let table = table(&text);
        assert_eq!(table.slag, Tabellslag::Aktiviteter, "{headings}");
        assert_eq!(fields(&table).join(" "), wanted, "{headings}");
    }
}

#[test]
fn uppdrag_in_many_spellings() {
    for headings in [
        "Nr;Område;Uppdrag;Varför;Önskad effekt;Ansvarig",
        "Nummer;Rubrik;Vad ska uppnås;Syfte;Förväntad effekt;Ansvarig chef",
        "Kod;Titel;Uppdragsbeskrivning;Bakgrund;Önskat resultat;Ansvar",
    ] {
        let text = format!(
            "{headings}\n1;Trygg hemgång;Förbered hemgång;Många återinläggs;Färre återinläggs;Chef\n2;Kost;Servera mat;Mat behövs;Mätta brukare;Kock\n"
        );
        let table = table(&text);
        assert_eq!(table.slag, Tabellslag::Uppdrag, "{headings}");
        assert_eq!(fields(&table).join(" "), "nr titel vad varfor onskad_effekt ansvariga", "{headings}");
    }
}

#[test]
fn matetal_in_many_spellings() {
    for headings in [
        "Indikator;Enhet;Riktning;Utfall 2024;Utfall 2025;Målvärde 2026;Mäts;Källa",
        "Nyckeltal;Måttenhet;Önskad riktning;2024;2025;Målnivå 2026;Frekvens;Datakälla",
        "Mått;Enhet;Riktning;Resultat 2024;Resultat 2025;Mål 2026;Mätfrekvens;Källa",
    ] {
        let text = format!(
            "{headings}\nNöjda brukare;%;Högre är bättre;71,2;73;78;År;Enkät\nSjukfrånvaro;%;Lägre är bättre;7,9;7,4;Max 6,8;Månad;HR\n"
        );
        let table = table(&text);
        assert_eq!(table.slag, Tabellslag::Matetal, "{headings}");
        let wanted = "titel enhet riktning utfall.2024-12 utfall.2025-12 malvarden.2026-12 frekvens kalla";
        assert_eq!(fields(&table).join(" "), wanted, "{headings}");
    }
}

#[test]
fn the_cells_decide_what_a_column_is() {
    let unit = table("Indikator;Enhet;Utfall 2025\nA;%;1\nB;antal;2\nC;tkr;3\n");
    assert_eq!(fields(&unit), ["titel", "enhet", "utfall.2025-12"]);
    assert_eq!(matetal(&unit, 2).enhet.as_deref(), Some("%"));
    // "Enhet" of units is never an organisation.
    let units = table("Aktivitet;Enhet;Start\nA;%;2026-01-01\nB;antal;2026-01-02\nC;tkr;2026-01-03\n");
    assert_eq!(fields(&units), ["titel", "-", "start"]);
    // "Klart" is a share of done here and a day there.
    let share = table("Aktivitet;Ansvarig;Klart\nA;Chef;50\nB;Chef;100\nC;Chef;0\n");
    assert_eq!(fields(&share), ["titel", "ansvariga", "fardiggrad"]);
    let day = table("Aktivitet;Ansvarig;Klart\nA;Chef;2026-03-01\nB;Chef;maj\nC;Chef;löpande\n");
    assert_eq!(fields(&day), ["titel", "ansvariga", "slut"]);
    // "Mål" of numbers is a target, of words a mål.
    let target = table("Indikator;Utfall 2025;Mål\nA;1;5\nB;2;6\nC;3;7\n");
    assert_eq!(fields(&target), ["titel", "utfall.2025-12", "malvarden.2026-12"]);
    let goal = table("Indikator;Utfall 2025;Mål\nA;1;Trygg ålderdom\nB;2;Trygg ålderdom\nC;3;God hälsa\n");
    assert_eq!(fields(&goal), ["titel", "utfall.2025-12", "mal"]);
    // A column of status words needs no heading.
    let nameless = table("Aktivitet;Ansvarig;\nA;Chef;Pågår\nB;Chef;Klar\nC;Chef;Försenad\n");
    assert_eq!(fields(&nameless), ["titel", "ansvariga", "status"]);
}

#[test]
fn headings_are_found_under_titles_and_in_two_storeys() {
    let text = "Handlingsplan 2026;;;;\nSenast ändrad av chefen;;;;\n;;;;\n;Aktivitet;Tid;;Ansvarig\n;;Start;Slut;\n1;Bygga;2026-01-01;2026-05-01;Chef\n2;Riva;2026-02-01;2026-06-01;Chef\n";
    let table = table(text);
    assert_eq!(fields(&table), ["titel", "start", "slut", "ansvariga"]);
    assert_eq!(aktivitet(&table, 6).titel, "Bygga");
    let text = "Indikator\tEnhet\tUtfall\t\tMålvärde\n\t\t2024\t2025\t2026\nNöjda\t%\t71\t72\t80\nSjuka\t%\t8\t7\t6\n";
    let table = super::table(text);
    assert_eq!(fields(&table), ["titel", "enhet", "utfall.2024-12", "utfall.2025-12", "malvarden.2026-12"]);
    assert_eq!(matetal(&table, 3).utfall.len(), 2);
}
