//! A report with one of everything, made up: what the tests lay out, and what is looked at.

use plan_core::uppfoljning::Status;
use plan_report::tree::*;

use super::plan_parts::{bilaga, kedja, matetal, uppdrag};
use super::*;

/// One of every element.
pub fn sample() -> Rapport {
    rapport(vec![
        sammanfattning(),
        forandringar(),
        drift(),
        verksamheter(),
        matetal(),
        uppdrag(),
        kedja(),
        bilaga(),
    ])
}

fn sammanfattning() -> Avsnitt {
    let blocks = vec![
        Block::Notis(vec![
            Inline { bold: true, ..inline("Kontroll före utskick. ") },
            inline(
                "Funktionsstöd: underskottet på −1 120 tkr saknar åtgärd. Texten i avsnittet Sammanfattning nämner september, men rapporten gäller oktober.",
            ),
        ]),
        Block::Stycke(vec![
            inline("Årets resultat beräknas till "),
            Inline { bold: true, ..inline("−11 600 tkr") },
            inline(
                ". Det är 2 600 tkr sämre än i delårsrapporten för augusti. Försämringen beror på fler och dyrare placeringar av barn och unga. Försörjningsstödet fortsätter att minska och ger ett överskott på 3 100 tkr. Mer om lagstiftningen finns på ",
            ),
            Inline {
                link: Some("https://www.socialstyrelsen.se/".into()),
                ..inline("Socialstyrelsens webbplats")
            },
            inline("."),
        ]),
        stycke(
            "Till och med oktober är 14 av 62 aktiviteter genomförda och 31 pågår enligt plan. Tolv avviker eller är försenade. Ett styrtal är uppfyllt, två är delvis uppfyllda, två är inte uppfyllda och ett kan inte bedömas.",
        ),
        Block::Lista(Lista {
            numrerad: false,
            poster: vec![
                text("Rekryteringen av socialsekreterare är klar i tre av fyra fall."),
                vec![
                    inline("Hemtjänstens nya schemamodell är "),
                    Inline { italic: true, ..inline("försenad till december") },
                    inline(
                        " eftersom upphandlingen av planeringssystemet överklagades och prövas av förvaltningsrätten.",
                    ),
                ],
                text("Återinskrivningarna inom 30 dagar når målet för första gången."),
            ],
        }),
        Block::Lista(Lista {
            numrerad: true,
            poster: vec![
                text("Nämnden godkänner rapporten."),
                text("Nämnden överlämnar rapporten till kommunstyrelsen."),
            ],
        }),
    ];
    avsnitt("sammanfattning", "Sammanfattning", blocks)
}

fn forandringar() -> Avsnitt {
    use Kolumnslag::{Namn, Status as S, Text as T, TkrAvvikelse};
    let rader = [
        ("Barn och unga", -6900, -9840, -2940),
        ("Äldreomsorg", -3520, -4180, -660),
        ("Försörjning och arbete", 2700, 3350, 650),
        ("Gemensam verksamhet", 1100, 1450, 350),
        ("Vuxna", -1480, -1260, 220),
        ("Funktionsstöd", -900, -1120, -220),
    ];
    let mut rows: Vec<Tabellrad> = rader
        .iter()
        .map(|(n, a, b, c)| rad(Radslag::Vanlig, vec![ord(n), tkr(*a), tkr(*b), tkr(*c)]))
        .collect();
    rows.push(rad(Radslag::Summa, vec![ord("Nettokostnad"), tkr(-9000), tkr(-11600), tkr(-2600)]));
    let prognoser = Tabell {
        id: "prognoser".into(),
        rubrik: "Avvikelse mot budget per verksamhet, tkr".into(),
        kolumner: kolumner(&[
            ("Verksamhet", Namn),
            ("Augusti", TkrAvvikelse),
            ("Oktober", TkrAvvikelse),
            ("Förändring", TkrAvvikelse),
        ]),
        rader: rows,
        noter: vec![],
        blad: "Förändringar".into(),
    };
    let row = |n: &str, a, b, c: &str| rad(Radslag::Vanlig, vec![ord(n), status(a), status(b), ord(c)]);
    let statusar = Tabell {
        id: "statusar".into(),
        rubrik: "Aktiviteter med ny status".into(),
        kolumner: kolumner(&[("Aktivitet", Namn), ("Augusti", S), ("Oktober", S), ("Orsak", T)]),
        rader: vec![
            row(
                "1.2 Rekrytera fyra socialsekreterare",
                Status::PagarMedAvvikelse,
                Status::Forsenad,
                "Tre av fyra på plats, den sista tjänsten annonseras om.",
            ),
            row(
                "2.3 Digital nattillsyn",
                Status::PagarEnligtPlan,
                Status::PagarMedAvvikelse,
                "Leveransen är tre veckor sen.",
            ),
            row(
                "1.1 Gemensam mottagning",
                Status::PagarEnligtPlan,
                Status::Genomford,
                "I drift sedan den 4 maj.",
            ),
            row("3.4 Anhörigcafé", Status::EjPaborjad, Status::Avbruten, "Ersätts av uppsökande verksamhet."),
        ],
        noter: vec!["Orsak enligt statusrapporteringen.".into()],
        blad: "Förändringar".into(),
    };
    let mut section = avsnitt(
        "forandringar",
        "Förändringar sedan föregående rapport",
        vec![stycke(
            "Jämförelse med delårsrapport augusti 2026, fastställd av socialnämnden 2026-09-24 § 112.",
        )],
    );
    section.underavsnitt = vec![
        avsnitt("f1", "Prognoser som ändrats", vec![Block::Tabell(prognoser)]),
        avsnitt("f2", "Status som ändrats", vec![Block::Tabell(statusar)]),
        avsnitt(
            "f3",
            "Nya, strukna och flyttade aktiviteter",
            vec![stycke(
                "2.2 Högst tio medarbetare per brukare: slutdatum 2026-10-15 flyttat till 2026-12-15.",
            )],
        ),
    ];
    section
}

fn drift() -> Avsnitt {
    use Kolumnslag::{Namn, Tkr, TkrAvvikelse};
    let rows: &[(&str, bool, [i64; 5])] = &[
        ("Verksamhetens intäkter", false, [214_300, 184_912, 221_900, 7_600, 6_900]),
        ("Personalkostnader", false, [-768_400, -647_338, -779_600, -11_200, -9_800]),
        ("Lokalhyror", false, [-96_200, -80_012, -95_900, 300, 300]),
        ("Köp av verksamhet", false, [-252_700, -221_087, -263_500, -10_800, -8_100]),
        ("Övriga kostnader", false, [-71_600, -59_904, -72_200, -600, -900]),
        ("Verksamhetens kostnader", true, [-1_247_300, -1_054_521, -1_266_500, -19_200, -15_900]),
        ("Verksamhetens nettokostnader", true, [-1_033_000, -869_609, -1_044_600, -11_600, -9_000]),
        ("Kommunbidrag", false, [1_033_400, 861_167, 1_033_400, 0, 0]),
        ("Finansnetto", false, [-400, -331, -400, 0, 0]),
        ("Årets resultat", true, [0, -8_773, -11_600, -11_600, -9_000]),
    ];
    let rader = rows
        .iter()
        .map(|(name, sum, values)| {
            let slag = if *sum { Radslag::Summa } else { Radslag::Vanlig };
            rad(slag, std::iter::once(ord(name)).chain(values.iter().map(|v| tkr(*v))).collect())
        })
        .collect();
    let table = Tabell {
        id: "drift".into(),
        rubrik: "Socialnämndens drift 2026".into(),
        kolumner: kolumner(&[
            ("Belopp i tkr", Namn),
            ("Budget 2026", Tkr),
            ("Utfall t.o.m. okt", Tkr),
            ("Prognos helår 2026", Tkr),
            ("Avvikelse prognos/budget", TkrAvvikelse),
            ("Avvikelse augusti", TkrAvvikelse),
        ]),
        rader,
        noter: vec![
            "Nettokostnad redovisas som negativ. Avvikelse = prognos − budget; plus är bättre än budget."
                .into(),
            "Avrundning kan ge differenser i summeringar.".into(),
        ],
        blad: "Drift".into(),
    };
    avsnitt("drift", "Drift", vec![Block::Tabell(table)])
}

fn verksamheter() -> Avsnitt {
    let mut section = avsnitt("verksamhet", "Kommentar per verksamhet", vec![]);
    let rows = [
        (
            "Barn och unga −9 840 tkr",
            "Underskottet kommer från köpta placeringar. Antalet placerade barn och unga har ökat från 55 i april till 64 i oktober, och dygnskostnaden är 14 procent högre än budgeterat. Två åtgärder beräknas ge 2 470 tkr i år: sex placeringar flyttas till egna familjehem och avtalen med HVB följs upp.",
        ),
        (
            "Äldreomsorg −4 180 tkr",
            "Hemtjänsten har fler utförda timmar än budgeterat och högre kostnader för övertid under sommaren. Scheman efter behov skulle ha införts den 15 oktober men är försenade till december. Effekten i år beräknas till 1 300 tkr.",
        ),
        (
            "Vuxna −1 260 tkr",
            "Fler köpta platser på behandlingshem än budgeterat. Ett stödboende i egen regi öppnar den 15 december och sänker kostnaden från 2027.",
        ),
        (
            "Funktionsstöd −1 120 tkr",
            "Två nya beslut om bostad med särskild service har verkställts genom köp av plats.",
        ),
    ];
    section.underavsnitt = rows.iter().map(|(h, t)| avsnitt(h, h, vec![stycke(t)])).collect();
    section
}
