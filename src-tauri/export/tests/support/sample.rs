//! A report with one of everything, made up: what the tests lay out, and what is looked at.
use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::Saknas;

use plan_core::uppfoljning::Status;
use plan_report::tree::*;

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

fn matetal() -> Avsnitt {
    use Kolumnslag::{Bedomning as B, Namn, Tal as N, Text as T};
    let row = |n: &str, f: Cell, u: Cell, m: &str, b, a: &str| {
        rad(Radslag::Vanlig, vec![ord(n), f, u, ord(m), bedomning(b), ord(a)])
    };
    let table = Tabell {
        id: "indikatorer".into(),
        rubrik: "Nyckeltal och indikatorer".into(),
        kolumner: kolumner(&[
            ("Mätetal", Namn),
            ("Utfall föregående år", N),
            ("Utfall", N),
            ("Målvärde", T),
            ("Målet nås", B),
            ("Analys", T),
        ]),
        rader: vec![
            rad(Radslag::Delrubrik, vec![ord("A1.1 Barn får hjälp inom lagens tid")]),
            row(
                "Förhandsbedömningar klara inom 14 dagar",
                procent(84.4),
                procent(91.4),
                "Minst 95 %",
                Maluppfyllelse::InteUppfyllt,
                "Andelen ökar för fjärde kvartalet i rad. Den gemensamma mottagningen har kortat tiden till första bedömning.",
            ),
            row(
                "Utredningar klara inom fyra månader",
                procent(80.1),
                procent(87.3),
                "100 %",
                Maluppfyllelse::DelvisUppfyllt,
                "",
            ),
            rad(Radslag::Delrubrik, vec![ord("B1.1 Äldre bor kvar hemma tryggt")]),
            row(
                "Nöjda med hemtjänsten",
                procent(88.0),
                Cell::Saknas(Saknas::EjMatt),
                "Minst 90 %",
                Maluppfyllelse::KanInteBedomas,
                "Mäts i november.",
            ),
            row(
                "Återinskrivna inom 30 dagar",
                procent(17.9),
                procent(15.8),
                "Högst 17 %",
                Maluppfyllelse::Uppfyllt,
                "Bättre sedan maj.",
            ),
            row(
                "Placerade barn i egna familjehem",
                Cell::Tom,
                Cell::Saknas(Saknas::Sekretess),
                "Minst 60 %",
                Maluppfyllelse::KanInteBedomas,
                "",
            ),
        ],
        noter: vec![],
        blad: "Mätetal".into(),
    };
    let mut stapel = diagram(Diagramslag::Stapel);
    stapel.rubrik = "Placerade barn och unga".into();
    stapel.enhet = "antal".into();
    stapel.decimaler = 0;
    stapel.etiketter = ["2022", "2023", "2024", "2025", "2026"].map(String::from).to_vec();
    let values = |v: &[f64]| v.iter().map(|v| Tal::from_f64(*v)).collect::<Vec<_>>();
    stapel.serier = vec![
        Serie { namn: "Exempelköping".into(), varden: values(&[48.0, 51.0, f64::NAN, 55.0, 64.0]) },
        Serie { namn: "Liknande kommuner".into(), varden: values(&[50.0, 50.5, 52.0, 52.0, 53.0]) },
    ];
    stapel.mal = vec![None, None, None, Some(tal(52.0)), Some(tal(52.0))];
    stapel.mal_namn = "Mål högst".into();
    stapel.fynd = "Antalet placerade ökade från 48 till 64; målet högst 52 nåddes inte.".into();
    let mut section = avsnitt("matetal", "Volymer och nyckeltal", vec![Block::Tabell(table)]);
    section.underavsnitt = vec![
        avsnitt(
            "m1",
            "Förhandsbedömningar klara inom 14 dagar",
            vec![
                Block::Diagram(diagram(Diagramslag::Linje)),
                stycke(
                    "Andelen ökar för fjärde kvartalet i rad och är den högsta hittills. Målet nås sannolikt inte före årsskiftet: en tjänst är vakant och inflödet av anmälningar är 12 procent högre än i fjol.",
                ),
            ],
        ),
        avsnitt(
            "m2",
            "Placerade barn och unga",
            vec![Block::Diagram(stapel), stycke("Ökningen gäller framför allt ungdomar 15–17 år.")],
        ),
    ];
    section
}

fn uppdrag() -> Avsnitt {
    use Kolumnslag::{Datum, Namn, Procent, Status as S, Text as T};
    let row = |slag, nr: &str, n: &str, a: &str, d, s, p: u8, k: &str| {
        rad(slag, vec![ord(nr), ord(n), ord(a), Cell::Datum(d), status(s), Cell::Procent(p), ord(k)])
    };
    let (v, i) = (Radslag::Summa, Radslag::Indragen);
    let table = Tabell {
        id: "uppdrag".into(),
        rubrik: "Uppdrag och aktiviteter, avvikande först".into(),
        kolumner: kolumner(&[
            ("Nr", T),
            ("Uppdrag/aktivitet", Namn),
            ("Ansvarig", T),
            ("Klart", Datum),
            ("Status", S),
            ("Färdigt", Procent),
            ("Kommentar", T),
        ]),
        rader: vec![
            row(
                v,
                "1",
                "Korta väntan för barn och unga",
                "Verksamhetschef barn och unga",
                day(2026, 12, 31),
                Status::Forsenad,
                60,
                "",
            ),
            row(
                i,
                "1.2",
                "Rekrytera fyra socialsekreterare till utredningsgruppen",
                "Enhetschef utredning",
                day(2026, 9, 30),
                Status::Forsenad,
                75,
                "Tre av fyra på plats. Den sista tjänsten annonseras om med ny kravprofil, och konsult täcker till årsskiftet.",
            ),
            row(
                i,
                "1.3",
                "Digitalt stöd för förhandsbedömningar",
                "Utvecklingsledare",
                day(2026, 12, 18),
                Status::PagarEnligtPlan,
                40,
                "",
            ),
            row(
                i,
                "1.1",
                "Gemensam mottagning för orosanmälningar",
                "Enhetschef mottagning",
                day(2026, 5, 29),
                Status::Genomford,
                100,
                "I drift sedan den 4 maj.",
            ),
            row(
                v,
                "2",
                "Tryggt hemma",
                "Verksamhetschef äldreomsorg",
                day(2027, 6, 30),
                Status::PagarMedAvvikelse,
                35,
                "",
            ),
            row(
                i,
                "2.3",
                "Digital nattillsyn",
                "Enhetschef hemtjänst natt",
                day(2026, 12, 1),
                Status::PagarMedAvvikelse,
                50,
                "Leveransen är tre veckor sen.",
            ),
            row(
                i,
                "2.4",
                "Anhörigcafé",
                "Anhörigkonsulent",
                day(2026, 11, 30),
                Status::Avbruten,
                10,
                "Ersätts av uppsökande verksamhet.",
            ),
            row(
                i,
                "2.5",
                "Fallprevention",
                "Medicinskt ansvarig sjuksköterska",
                day(2027, 3, 31),
                Status::EjPaborjad,
                0,
                "",
            ),
        ],
        noter: vec!["Status per den sista oktober.".into()],
        blad: "Aktiviteter".into(),
    };
    let fakta = Block::Fakta(vec![
        (
            "Vad".into(),
            vec![stycke(
                "Barn och unga ska få en första bedömning inom 14 dagar och en utredning inom fyra månader.",
            )],
        ),
        (
            "Varför".into(),
            vec![
                stycke(
                    "Lagens tid överskrids i var fjärde utredning. Väntan är lång just när behovet är som störst, och tilliten till socialtjänsten är låg bland vårdnadshavare.",
                ),
                stycke("Kommunfullmäktige har gett uppdraget i mål- och resursplanen."),
            ],
        ),
        (
            "Önskad effekt".into(),
            vec![Block::Lista(Lista {
                numrerad: false,
                poster: vec![
                    text("Fler förhandsbedömningar klara i tid."),
                    text("Färre barn återkommer inom ett år."),
                ],
            })],
        ),
        ("Ansvarig".into(), vec![stycke("Verksamhetschef barn och unga")]),
    ]);
    let mut section = avsnitt("uppdrag", "Uppdrag och aktiviteter", vec![Block::Tabell(table)]);
    section.underavsnitt = vec![avsnitt("u1", "Uppdrag 1 Korta väntan för barn och unga", vec![fakta])];
    section
}

fn kedja() -> Avsnitt {
    use Maluppfyllelse::{DelvisUppfyllt, InteUppfyllt, KanInteBedomas, Uppfyllt};
    let noder = vec![
        nod(0, "Vision", "Exempelköping 2040: ett gott liv nära sjön", None, false),
        nod(1, "Fokusområde", "A Barn och unga", None, false),
        nod(2, "Målområde", "A1 Barn får hjälp i tid", None, false),
        nod(3, "Styrtal", "A1.1 Barn får hjälp inom lagens tid", Some(InteUppfyllt), false),
        nod(4, "Uppdrag", "1 Korta väntan för barn och unga", None, false),
        nod(
            4,
            "Uppdrag",
            "2 Fler egna familjehem så att barn som placeras kan bo kvar nära skola, vänner och syskon",
            None,
            false,
        ),
        nod(3, "Styrtal", "A1.2 Fler familjer får hjälp på hemmaplan", Some(DelvisUppfyllt), true),
        nod(1, "Fokusområde", "B Äldre", None, false),
        nod(2, "Målområde", "B1 Äldre bor kvar hemma tryggt", None, false),
        nod(3, "Styrtal", "B1.1 Kontinuitet i hemtjänsten", Some(Uppfyllt), false),
        nod(4, "Uppdrag", "3 Tryggt hemma", None, false),
        nod(1, "Fokusområde", "C Arbete", None, false),
        nod(2, "Målområde", "C1 Fler försörjer sig själva", Some(KanInteBedomas), true),
    ];
    let kedja = Kedja {
        id: "kedja".into(),
        rubrik: "Den röda tråden från vision till uppdrag".into(),
        fynd: "Tråden brister på två ställen: styrtalet A1.2 och målområdet C1 saknar uppdrag.".into(),
        noder,
    };
    avsnitt(
        "kedja",
        "Styrmodell",
        vec![stycke("Så hänger nämndens uppdrag ihop med kommunens vision."), Block::Kedja(kedja)],
    )
}

fn bilaga() -> Avsnitt {
    use Kolumnslag::{Bedomning as B, Namn, Tal as N, Text as T, Tkr};
    let long = "Verksamhetsutvecklingsprojektet omfattar personalförsörjningsplaneringen och kompetensutvecklingsinsatserna.";
    let kolumner = kolumner(&[
        ("Nettokostnadsutveckling", Namn),
        ("Kostnadsställeansvarig", T),
        ("Jämförelsekommuner", T),
        ("Verksamhetsområde", T),
        ("Måluppfyllelse", B),
        ("Nulägesbeskrivning", T),
        ("Budgetuppföljning", Tkr),
        ("Prognossäkerhet", N),
        ("Konsekvensbeskrivning", T),
        ("Åtgärdsplanering", T),
    ]);
    let row = |i: i64| {
        rad(
            Radslag::Vanlig,
            vec![
                ord("Individ- och familjeomsorg"),
                ord("Verksamhetschef"),
                ord("Liknande kommuner"),
                ord("Barn och unga"),
                bedomning(Maluppfyllelse::ALL[i as usize % 4]),
                ord(long),
                tkr(i * 1234),
                procent(i as f64 * 3.1),
                ord(long),
                ord("Följs upp i nästa månadsrapport."),
            ],
        )
    };
    let bred = Tabell {
        id: "bred".into(),
        rubrik: "En bred tabell på liggande sida".into(),
        kolumner,
        rader: (1..9).map(row).collect(),
        noter: vec!["Källa: egen sammanställning.".into()],
        blad: "Bilaga".into(),
    };
    let tom = Tabell {
        id: "tom".into(),
        rubrik: "En tabell utan rader".into(),
        kolumner: self::kolumner(&[("Verksamhet", Namn), ("Belopp", Tkr)]),
        rader: vec![],
        noter: vec![],
        blad: "Bilaga".into(),
    };
    let slut = "Bilagans avslutande text är skriven för att visa hur löpande text bryts. ".repeat(8);
    avsnitt(
        "bilaga",
        "Bilaga: fördjupning",
        vec![
            stycke("Tabellen nedan är bred."),
            Block::Tabell(bred),
            stycke(&slut),
            stycke(&slut),
            stycke(&slut),
            Block::Tabell(tom),
        ],
    )
}
