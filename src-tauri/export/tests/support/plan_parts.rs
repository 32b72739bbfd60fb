//! The sample's later sections: mätetal with charts, uppdrag, the chain and an appendix with a wide table.
use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::Saknas;
use plan_core::uppfoljning::Status;
use plan_report::tree::*;

use super::*;

pub(super) fn matetal() -> Avsnitt {
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

pub(super) fn uppdrag() -> Avsnitt {
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

pub(super) fn kedja() -> Avsnitt {
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

pub(super) fn bilaga() -> Avsnitt {
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
