//! Every text of this crate in one file, so that a Swedish reader can proof-read them all: `texter.golden`.
//! Written anew with `RODA_TRADEN_SKRIV=1 cargo test -p plan-api golden`. A variant that is missing here fails the test.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::fmt::Debug;
use std::path::Path;

use chrono::NaiveDate;
use plan_core::belopp::Ore;
use plan_core::document::{Kind, Op};
use plan_core::error::{Damage, LockHolder};
use plan_core::historik::{Finding, Part, Value};
use plan_core::id::ThingId;
use plan_core::inlasning::{Anmarkning, Overhopp, Vagran};
use plan_core::period::Period;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_core::uppfoljning::Status;
use plan_core::{Rule, RuleViolation};
use plan_exchange::{Filslag, Grans, Olast, ReadError, Skal};

use super::{finding, import, op, rapport, rule};
use crate::error::{Error, UiError, sheet};
use crate::typed::{Typfel, Typskal};

/// The variants of an enum, out of its source: what the samples must cover.
fn variants(source: &str, name: &str) -> Vec<String> {
    let start = source.find(&format!("pub enum {name} {{")).unwrap_or_else(|| panic!("no enum {name}"));
    let body = source[start..].lines().skip(1).take_while(|line| *line != "}");
    let names =
        body.filter_map(|line| line.strip_prefix("    ")).filter(|line| line.starts_with(char::is_uppercase));
    names.map(|line| line.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()).collect()
}

fn covered<T: Debug>(source: &str, name: &str, samples: &[T]) {
    let said: Vec<String> = samples.iter().map(|sample| format!("{sample:?}")).collect();
    for variant in variants(source, name) {
        let found =
            said.iter().any(|s| s.split(|c: char| !c.is_alphanumeric()).next() == Some(variant.as_str()));
        assert!(found, "{name}::{variant} has no sample: its text is not proof-read");
    }
}

fn errors() -> Vec<Error> {
    let holder =
        LockHolder { vem: "Controller".into(), machine: "PC-17".into(), at: "2026-10-31T08:15:00Z".into() };
    let nobody = LockHolder { vem: String::new(), ..holder.clone() };
    let mut core = vec![
        plan_core::Error::NotFound(ThingId(uuid::Uuid::nil())),
        plan_core::Error::NewerFile { found: 9, known: 1 },
        plan_core::Error::Locked { by: Some(holder) },
        plan_core::Error::Locked { by: Some(nobody) },
        plan_core::Error::Locked { by: None },
        plan_core::Error::Io { path: "plan.vplan".into(), source: std::io::ErrorKind::NotFound.into() },
        plan_core::Error::DiskFull,
        plan_core::Error::ReadOnly,
        plan_core::Error::Gone { path: "plan.vplan".into() },
        plan_core::Error::NothingToUndo,
        plan_core::Error::Barrier { op: Op::DecideRapport.as_str().into() },
        plan_core::Error::Cancelled,
    ];
    let damages = vec![
        Damage::Empty,
        Damage::NotSqlite,
        Damage::Foreign(1),
        Damage::Schema(vec!["trigger x".into()]),
        Damage::Content("malformed".into()),
        Damage::Chain("nr 7".into()),
        Damage::Truncated,
    ];
    let source = include_str!("../../../core/src/error.rs");
    covered(source, "Damage", &damages);
    core.extend(damages.into_iter().map(plan_core::Error::Damaged));
    core.extend(rules().into_iter().map(|(field, rule)| RuleViolation::error(field, rule)));
    let mut all: Vec<Error> = core.into_iter().map(Error::Core).collect();
    all.extend(read_errors().into_iter().map(Error::Read));
    all.extend(files());
    all.extend([
        Error::Export(plan_export::ExportError::Pdf("x".into())),
        Error::UnknownCommand("kaffe".into()),
        Error::BadRequest("missing field".into()),
        Error::BadMapping { path: "karta.json".into(), line: 1, column: 2, detail: "x".into() },
        Error::SourceTooLarge { path: "stor.xlsx".into(), size: 999_000_000, max: 256_000_000 },
        Error::UnknownEnhet("4711".into()),
        Error::BadPeriod("april".into()),
        Error::SourceGone,
        Error::NoYear,
        Error::NoForvaltning,
        Error::NotSound(3),
        Error::StoredNotWritten(Box::new(Error::File {
            path: "mapp/rapport.pdf".into(),
            source: std::io::ErrorKind::StorageFull.into(),
        })),
        Error::StoredReport("x".into()),
        Error::Panicked("x".into()),
        Error::Closed,
        Error::NoPlan,
    ]);
    all.extend(typed().into_iter().map(Error::Typed));
    covered(include_str!("../error/mod.rs"), "Error", &all);
    all
}

fn typed() -> Vec<Typfel> {
    let reasons = vec![
        ("varde", "många", Typskal::IngetTal),
        ("varde", "82 %", Typskal::AnnanEnhet { enhet: "dagar".into() }),
        ("varde", "82 %", Typskal::AnnanEnhet { enhet: String::new() }),
        ("fardiggrad", "klart", Typskal::IngenProcent),
        ("prognos", "mycket", Typskal::IngetBelopp),
        ("varde", "dyrt", Typskal::IngaKronor),
        ("varde", "ej mätt", Typskal::BaraTal),
        ("varde", "3,5", Typskal::IngetHeltal),
        ("datum", "snart", Typskal::IngenDag),
        ("datum", "31/2", Typskal::DagenFinnsInte),
        ("period", "november", Typskal::IngenPeriod),
    ];
    covered(include_str!("../typed.rs"), "Typskal", &reasons.iter().map(|r| &r.2).collect::<Vec<_>>());
    reasons.into_iter().map(|(field, text, skal)| Typfel { field, text: text.into(), skal }).collect()
}

fn files() -> Vec<Error> {
    use std::io::ErrorKind as K;
    let kinds = [
        K::NotFound,
        K::PermissionDenied,
        K::AlreadyExists,
        K::IsADirectory,
        K::NotADirectory,
        K::StorageFull,
        K::Other,
    ];
    kinds.map(|kind| Error::File { path: "mapp/rapport.pdf".into(), source: kind.into() }).into()
}

fn rules() -> Vec<(&'static str, Rule)> {
    let state = |lage: Rapportlage| lage.as_str().to_owned();
    let step = |from, to| Rule::ReportState { from: state(from), to: state(to) };
    let in_use = |by: &str| Rule::InUse { by: by.into() };
    let rules = vec![
        ("titel", Rule::Required),
        ("titel", Rule::TooLong { max: 1000 }),
        ("parent_id", Rule::LevelOrder),
        ("slag", Rule::LevelOrder),
        ("sort_key", Rule::LevelOrder),
        ("parent_id", Rule::Cycle),
        ("end_date", Rule::EndBeforeStart),
        ("kommentar", Rule::ReasonRequired),
        ("fardiggrad", Rule::Percent),
        ("id", in_use("uppdrag")),
        ("id", in_use("mal, statusrad")),
        ("niva_id", in_use("mal")),
        ("fil", in_use("plan")),
        ("year", in_use("verksamhetsar")),
        ("period", in_use("uppfoljning")),
        ("state", in_use("faststalld")),
        ("delar", in_use("driftbelopp")),
        ("year", Rule::YearClosed),
        ("state", step(Rapportlage::Last, Rapportlage::Last)),
        ("state", step(Rapportlage::Faststalld, Rapportlage::Faststalld)),
        ("state", step(Rapportlage::Faststalld, Rapportlage::Upplast)),
        ("state", step(Rapportlage::Last, Rapportlage::Upphavd)),
        ("state", step(Rapportlage::Upplast, Rapportlage::Faststalld)),
        ("state", step(Rapportlage::Upphavd, Rapportlage::Upplast)),
        ("motivering", Rule::MotivationRequired),
        ("driftrad_id", Rule::SumRow),
        ("status", Rule::NotAllowed { value: "klart".into() }),
        ("styrmodell", Rule::NotAllowed { value: "ledmot".into() }),
        ("year", Rule::NotAllowed { value: "27".into() }),
        ("anteckning", Rule::Personnummer),
        ("vem", Rule::VemRequired),
        ("rader", Rule::RowsRefused { count: 1 }),
        ("rader", Rule::RowsRefused { count: 3 }),
    ];
    let only: Vec<&Rule> = rules.iter().map(|(_, rule)| rule).collect();
    covered(include_str!("../../../core/src/error.rs"), "Rule", &only);
    rules
}

fn read_errors() -> Vec<ReadError> {
    let kinds = [
        Filslag::Xlsx,
        Filslag::Xlsb,
        Filslag::Xls,
        Filslag::Ods,
        Filslag::Html,
        Filslag::Text,
        Filslag::Pdf,
        Filslag::Word,
        Filslag::Bild,
        Filslag::Sqlite,
        Filslag::Okant,
    ];
    let limits = [Grans::Filstorlek, Grans::Uppackat, Grans::Packningsgrad, Grans::Delar, Grans::Celler];
    let source = include_str!("../../../exchange/src/error.rs");
    covered(source, "Filslag", &kinds);
    covered(source, "Grans", &limits);
    let mut all = vec![
        ReadError::Empty,
        ReadError::WrongName { named: Filslag::Xlsx, found: Filslag::Html },
        ReadError::Damaged { kind: Filslag::Xlsx, detail: "x".into() },
        ReadError::Encrypted { kind: Filslag::Xlsx },
        ReadError::EmptyWorkbook,
        ReadError::NoHeader { olasta: sheets() },
        ReadError::OtherKind { olasta: vec![] },
        ReadError::UnknownField { falt: "titl".into() },
        ReadError::MappingDoesNotFit,
    ];
    all.extend(kinds.map(|kind| ReadError::NotATable { kind }));
    all.extend(limits.map(|grans| ReadError::TooLarge { grans, max: 10_000_000 }));
    covered(source, "ReadError", &all);
    all
}

fn sheets() -> Vec<Olast> {
    let reasons = [
        Skal::Tomt,
        Skal::Dolt,
        Skal::IngenRubrik,
        Skal::IngaRader,
        Skal::AnnatSlag { slag: plan_core::inlasning::Tabellslag::Drift },
        Skal::Skadat,
        Skal::Bortvalt,
    ];
    covered(include_str!("../../../exchange/src/lib.rs"), "Skal", &reasons);
    reasons.map(|skal| Olast { blad: "Blad1".into(), skal }).into()
}

fn remarks() -> Vec<Anmarkning> {
    use Anmarkning as A;
    let day = NaiveDate::from_ymd_opt(2026, 6, 30);
    let (falt, text) = (|| "slut".into(), || "VT26".to_owned());
    let all = vec![
        A::TextSomDatum { falt: falt(), text: text(), datum: day },
        A::TextSomDatum { falt: falt(), text: "löpande".into(), datum: None },
        A::DatumFinnsInte { falt: falt(), text: "2026-06-31".into() },
        A::StatusTolkad { text: "pågående".into(), status: Status::PagarEnligtPlan },
        A::StatusOkand { text: "vilande".into() },
        A::StatusSaknas,
        A::FardiggradMotStatus { status: Status::Genomford, fardiggrad: 80 },
        A::BorjarForeAret,
        A::SlutarEfterAret,
        A::SlutForeStart,
        A::OkantUppdrag { text: "9".into() },
        A::UtanUppdrag,
        A::OkantMal { text: "2.7".into() },
        A::OkandEnhet { text: "Enhet Norr".into() },
        A::TrycktSummaSkiljer { tryckt: Ore::kronor(-12_000), beraknad: Ore::kronor(-11_600) },
        A::TalSomText { falt: "utfall.2026-04".into(), text: "73,5".into() },
        A::DatumSomText { falt: falt(), text: "2026-06-30".into() },
        A::Normaliserad { falt: "titel".into() },
        A::Styrtecken { falt: "titel".into() },
        A::VardeSaknas { falt: "utfall.2026-04".into(), text: "-".into() },
        A::EnhetAntagen { enhet: "tkr".into() },
        A::SummaSomRad,
        A::Personnummer { falt: "kommentar".into() },
    ];
    covered(include_str!("../../../core/src/inlasning/mod.rs"), "Anmarkning", &all);
    all
}

fn refusals() -> Vec<Vagran> {
    let falt = || "titel".into();
    let all = vec![
        Vagran::SaknarTitel { falt: falt() },
        Vagran::Formelfel { falt: "utfall".into(), text: "#DIV/0!".into() },
        Vagran::ForLang { falt: falt(), max: 200_000 },
        Vagran::InteTal { falt: "budget".into(), text: "cirka tio".into() },
        Vagran::Tvetydig { kandidater: vec!["1 Korta kön".into(), "2 Korta kön".into()] },
        Vagran::Dubblett { rad: 7 },
        Vagran::SaknarPeriod,
        Vagran::StangtAr { year: 2025 },
        Vagran::Regel { falt: falt(), regel: "required".into() },
        Vagran::Regel { falt: falt(), regel: "too_long".into() },
        Vagran::Regel { falt: "fardiggrad".into(), regel: "percent".into() },
        Vagran::Regel { falt: "kommentar".into(), regel: "reason_required".into() },
        Vagran::Regel { falt: "slut".into(), regel: "end_before_start".into() },
        Vagran::Regel { falt: falt(), regel: "personnummer".into() },
        Vagran::Regel { falt: "year".into(), regel: "not_allowed".into() },
        Vagran::Regel { falt: falt(), regel: "x".into() },
    ];
    covered(include_str!("../../../core/src/inlasning/mod.rs"), "Vagran", &all);
    all
}

fn skipped() -> Vec<Overhopp> {
    let all = vec![
        Overhopp::Tom,
        Overhopp::UpprepadRubrik,
        Overhopp::Avsnittsrad,
        Overhopp::Summa,
        Overhopp::Anteckning,
    ];
    covered(include_str!("../../../core/src/inlasning/mod.rs"), "Overhopp", &all);
    all
}

fn findings() -> Vec<Finding> {
    let (kind, part, row, namn) = (Kind::Aktivitet, String::new(), "x".to_owned(), "Korta kön".to_owned());
    let (logged, found) = (Value::Text("ej_paborjad".into()), Value::Text("genomford".into()));
    let all = vec![
        Finding::Sqlite { words: "row missing from index".into() },
        Finding::ForeignKey { kind, part: "statusrad".into(), row: row.clone() },
        Finding::Chain { nr: 7 },
        Finding::LogRow { nr: 7 },
        Finding::NotLogged { kind, part: part.clone(), row: row.clone(), namn: namn.clone() },
        Finding::Missing { kind, part: part.clone(), row: row.clone() },
        Finding::Differs {
            kind,
            part: "statusrad".into(),
            row: row.clone(),
            namn,
            field: "status".into(),
            logged,
            found,
        },
        Finding::Archive { sha256: "e3b0c44298fc1c149afb".into() },
        Finding::Text { kind, part, row },
        Finding::Checkpoint { nr: 7 },
    ];
    covered(include_str!("../../../core/src/historik/mod.rs"), "Finding", &all);
    all
}

fn reports() -> Vec<String> {
    let stored = |state| Rapport {
        id: ThingId(uuid::Uuid::nil()).0.into(),
        slag: Rapportslag::Manad,
        period: Period { year: 2026, month: 10 },
        organisation_id: uuid::Uuid::nil().into(),
        version: 1,
        state,
        locked_date: NaiveDate::from_ymd_opt(2026, 10, 31).unwrap(),
        log_nr: 1,
        log_head: String::new(),
        beslut_datum: NaiveDate::from_ymd_opt(2026, 11, 17),
        paragraf: "62".into(),
        dnr: String::new(),
        ersatter_id: None,
        skal: String::new(),
        filer: vec![],
    };
    let word = |s: &Rapportlage| rapport::state(&stored(*s), NaiveDate::from_ymd_opt(2026, 11, 6));
    let mut all: Vec<String> = Rapportlage::ALL.iter().map(word).collect();
    let decided = stored(Rapportlage::Faststalld);
    let plan = Rapport { slag: Rapportslag::Verksamhetsplan, ..decided.clone() };
    all.extend([rapport::title(&decided), rapport::title(&plan), rapport::replaces(&decided)]);
    all.extend([rapport::renamed, rapport::not_replaced].map(|said| said("a.pdf", "a (2).pdf")));
    all.push(rapport::locked_on_the_way());
    all
}

fn section(out: &mut String, heading: &str, lines: impl IntoIterator<Item = String>) {
    *out += &format!("# {heading}\n");
    for line in lines {
        *out += &line.replace('\u{a0}', "·");
        out.push('\n');
    }
    out.push('\n');
}

fn all_texts() -> String {
    let mut out = String::from("(· är ett fast mellanslag)\n\n");
    let error = |error: Error| {
        let UiError { code, message, hint, .. } = error.into();
        format!("{code}: {message} | {hint}")
    };
    section(&mut out, "Fel", errors().into_iter().map(error));
    section(&mut out, "Ångra", Op::ALL.iter().map(|op| op::undo(*op)));
    section(&mut out, "Rapporter", reports());
    section(&mut out, "Blad som inte lästes", sheets().iter().map(sheet));
    section(&mut out, "Anmärkningar", remarks().iter().map(import::remark));
    section(&mut out, "Vägrade rader", refusals().iter().map(import::refusal));
    section(&mut out, "Överhoppade rader", skipped().into_iter().map(import::skipped));
    section(&mut out, "Kontrollera", findings().iter().map(finding::words));
    section(&mut out, "Kontrollera, förlopp", Part::ALL.iter().map(|part| finding::part(*part).to_owned()));
    out
}

#[test]
fn golden_texts_are_fresh() {
    let (path, wanted) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("texter.golden"), all_texts());
    if std::env::var_os("RODA_TRADEN_SKRIV").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        found == wanted,
        "texter.golden is stale: run RODA_TRADEN_SKRIV=1 cargo test -p plan-api golden, and read it"
    );
}

#[test]
fn every_error_says_what_happened_and_what_to_do() {
    for error in errors() {
        let said: UiError = error.into();
        assert!(said.message.ends_with('.') && said.hint.ends_with('.'), "{said:?}");
        assert!(!said.message.contains('_') && !said.message.contains("{ "), "debug text shown: {said:?}");
        let rule = rule::capitalised(&said.message);
        assert_eq!(rule, said.message, "a sentence starts with a capital");
    }
}
