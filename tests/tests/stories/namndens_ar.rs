//! One nämnd's spring: its papers taken in, two månadsrapporter locked and decided, every printed figure found again in PDF and
//! Excel, and *Förändringar* right both when nothing has changed and when six things have.
//! Told on a real nämnd's papers where they lie beside the project, and always on a twin made here.
mod papper;
mod rader;
mod tryck;

use std::collections::BTreeSet;
use std::path::Path;

use crate::stod::{Story, pdf_text, say, shared, sound_pdfs, walk};
use papper::Papper;
use serde_json::{Value, json};

const APRIL: &str = "2026-05-05";
const MAJ: &str = "2026-06-02";
const JUNI: &str = "2026-07-01";
/// June's forecast of a verksamhet's kostnader, öre.
const KOSTNAD: i64 = -12_345_670_000;

#[test]
fn a_spring_on_papers_made_here() {
    let folder = tempfile::tempdir().unwrap();
    spring(&papper::twin(folder.path()));
}

#[test]
fn a_spring_on_a_real_committees_papers() {
    match shared("bun-2026") {
        Some(folder) => {
            let papers = papper::real(&folder);
            spring(&papers);
            say(&format!("namndens_ar: read {} files of other people's", papers.files()));
        }
        None => say("namndens_ar: skipped, the real papers are not here"),
    }
}

fn spring(papers: &Papper) {
    let story = Story::new(APRIL);
    take_in(&story, APRIL, &papers.workbook, None, "2026-04", true);
    take_in_economy(&story, papers, 0, (APRIL, "2026-04"));
    set_monthly(&story, APRIL, papers, ("2026-04", papers.value_before));
    let april = decide(&story, APRIL, "2026-04", "62");
    papers_say_what_was_printed(papers, &april);

    take_in_economy(&story, papers, 1, (MAJ, "2026-05"));
    only_the_silent_have_changed(&story, papers);
    let maj = decide(&story, MAJ, "2026-05", "71");
    papers_say_what_was_printed(papers, &maj);

    six_changes_are_found(&story, papers);
    the_decided_files_come_out_unchanged(&story, &[april, maj]);
}

fn take_in(story: &Story, day: &str, source: &Path, som: Option<&str>, period: &str, endast_goda: bool) {
    let mut args = json!({ "kalla": { "fil": source }, "period": period, "endast_goda": endast_goda });
    if let Some(som) = som {
        args["som"] = som.into();
    }
    let reply = story.call(day, "import", args.clone());
    assert_eq!(reply["skrivet"], true, "{}: {:#}", source.display(), reply["upplysningar"]);
    let again = story.call(day, "import", args);
    assert_eq!(
        (&again["ny"], &again["andrad"]),
        (&json!(0), &json!(0)),
        "the same file twice changes nothing"
    );
}

fn take_in_economy(story: &Story, papers: &Papper, month: usize, (day, period): (&str, &str)) {
    take_in(story, day, &papers.drift[month], Some("drift"), period, false);
    take_in(story, day, &papers.verksamhet, Some("verksamhet"), period, false);
}

/// The plan as `visa` gives it.
fn plan(story: &Story, day: &str, period: &str) -> Value {
    story.call(day, "read_plan", json!({ "period": period }))
}

fn set_monthly(story: &Story, day: &str, papers: &Papper, (period, value): (&str, f64)) {
    let plan = plan(story, day, period);
    let matetal = named(&plan["matetal"], &papers.monthly);
    let node = plan["organisation"][0]["barn"][0]["id"].clone();
    let row = json!({
        "matetal_id": matetal["id"], "organisation_id": node, "period": period, "kon": "T",
        "varde": { "tal": value }, "vikt": null, "kalla": "", "datum": null,
    });
    story.call(day, "set_utfall", json!({ "rader": [row] }));
}

fn named<'v>(things: &'v Value, title: &str) -> &'v Value {
    let all = things.as_array().unwrap();
    all.iter()
        .find(|thing| thing["titel"] == title || thing["namn"] == title)
        .unwrap_or_else(|| panic!("no {title}"))
}

/// A decided report's files on disk.
struct Beslutad {
    pdf: std::path::PathBuf,
    xlsx: std::path::PathBuf,
}

/// *Lås för utskick*, then *Fastställ*: two steps, with a restart between.
fn decide(story: &Story, day: &str, period: &str, paragraf: &str) -> Beslutad {
    let val = json!({ "slag": "manad", "period": period, "dnr": "2026.007" });
    story.call(day, "lock_rapport", json!({ "val": val }));
    let refused = story.try_call(day, "undo", json!({})).unwrap_err();
    assert!(refused.message.contains("Lås för utskick") || refused.message.contains("låst"), "{refused:?}");
    let beslut = json!({ "datum": "2026-06-16", "paragraf": paragraf });
    let till = story.folder.path().join(period);
    let filer = json!({ "till": till, "format": ["pdf", "xlsx"] });
    let reply = story.call(day, "decide_rapport", json!({ "val": val, "beslut": beslut, "filer": filer }));
    let file = |format: &str| {
        let files = reply["filer"].as_array().unwrap();
        let found = files.iter().find(|file| file["format"] == format).unwrap();
        std::path::PathBuf::from(found["fil"].as_str().unwrap())
    };
    Beslutad { pdf: file("pdf"), xlsx: file("xlsx") }
}

fn papers_say_what_was_printed(papers: &Papper, report: &Beslutad) {
    let text = pdf_text(&report.pdf);
    tryck::pdf_has(&report.pdf, papers);
    tryck::excel_has(&report.xlsx, papers);
    assert!(text.contains("§\u{a0}") || text.contains("§ "), "the decision is printed");
    assert!(
        !text.contains("Utkast") && !text.contains("Förslag till nämnden"),
        "a decided report carries no other state"
    );
}

/// The sections of *Förändringar*, and the groups with their tables' rows.
fn changes(story: &Story, day: &str, period: &str) -> (Value, Vec<(String, Vec<Value>)>) {
    let draft = story.call(day, "preview_rapport", json!({ "slag": "manad", "period": period }));
    let sections = draft["rapport"]["avsnitt"].as_array().unwrap();
    let section = sections.iter().find(|section| section["id"] == "forandringar").unwrap().clone();
    let groups = section["underavsnitt"].as_array().unwrap();
    let rows = |group: &Value| -> Vec<Value> {
        let blocks = group["block"].as_array().unwrap();
        let tables = blocks.iter().filter_map(|block| block["tabell"]["rader"].as_array());
        tables.flatten().map(|row| row["celler"].clone()).collect()
    };
    let found = groups.iter().map(|group| (group["id"].as_str().unwrap().to_owned(), rows(group))).collect();
    (section, found)
}

/// The name in a row's first cell.
fn name_of(cells: &Value) -> &str {
    cells[0]["text"][0]["text"].as_str().unwrap_or_default()
}

fn only_the_silent_have_changed(story: &Story, papers: &Papper) {
    let (section, groups) = changes(story, MAJ, "2026-05");
    let said = section["block"].to_string();
    for none in ["Inga statusar", "Inga prognoser", "Inga mätetal", "Inga aktiviteter"] {
        assert!(said.contains(none), "{none} … in {said}");
    }
    assert_eq!(groups.len(), 1, "only the silent ones: {groups:?}");
    let silent: BTreeSet<&str> = groups[0].1.iter().map(name_of).collect();
    assert_eq!(silent, papers.silent.iter().map(String::as_str).collect());
}

fn six_changes_are_found(story: &Story, papers: &Papper) {
    let period = "2026-06";
    let before = plan(story, JUNI, period);
    let aktivitet = |title: &str| named(&before["aktivitet"], title)["id"].clone();
    let status = |title: &str, status: &str| {
        let barare = json!({ "aktivitet": aktivitet(title) });
        let row = json!({ "barare": barare, "period": period, "status": status, "fardiggrad": 100, "kommentar": "Klart." });
        story.call(JUNI, "set_status", row);
    };
    let [done, dropped, moved, restored] = &papers.changed;
    status(done, "genomford");
    let verksamhet = named(&before["verksamhet"], &papers.verksamhet_moved)["id"].clone();
    let belopp = json!({ "verksamhet_id": verksamhet, "del": "kostnad", "slag": "prognos", "period": period, "belopp": { "ore": KOSTNAD } });
    story.call(JUNI, "set_verksamhetsbelopp", json!({ "rader": [belopp] }));
    set_monthly(story, JUNI, papers, (period, papers.value_after));
    story.call(
        JUNI,
        "create_aktivitet",
        json!({ "titel": "Pröva ett nytt arbetssätt", "year": 2026, "end_date": "2026-12-18" }),
    );
    story.call(JUNI, "delete_aktivitet", json!({ "id": aktivitet(dropped) }));
    story.call(
        JUNI,
        "update_aktivitet",
        json!({ "id": aktivitet(moved), "patch": { "end_date": "2027-03-31" } }),
    );
    let title = |text: &str| json!({ "id": aktivitet(restored), "patch": { "end_date": text } });
    let end = named(&before["aktivitet"], restored)["end_date"].as_str().unwrap().to_owned();
    story.call(JUNI, "update_aktivitet", title("2026-11-11"));
    story.call(JUNI, "update_aktivitet", title(&end));

    let (_, groups) = changes(story, JUNI, period);
    let of = |id: &str| -> Vec<&str> {
        let name = format!("forandringar.{id}");
        let found = groups.iter().find(|(key, _)| *key == name);
        found.map_or(vec![], |(_, rows)| rows.iter().map(name_of).collect())
    };
    let ends_with = |rows: &[&str], title: &str| rows.iter().filter(|row| row.ends_with(title)).count();
    assert_eq!(of("statusar").len(), 1, "{groups:?}");
    assert_eq!(ends_with(&of("statusar"), done), 1, "{groups:?}");
    let prognoser = groups.iter().find(|(id, _)| id == "forandringar.prognoser").unwrap();
    assert_eq!(prognoser.1, [moved_forecast(&before, &papers.verksamhet_moved)]);
    assert_eq!(ends_with(&of("matetal"), &papers.monthly), 1, "{groups:?}");
    let aktiviteter = of("aktiviteter");
    assert_eq!(aktiviteter.len(), 3, "{groups:?}");
    for title in ["Pröva ett nytt arbetssätt", dropped, moved] {
        assert_eq!(ends_with(&aktiviteter, title), 1, "{title} in {groups:?}");
    }
    let everywhere = groups.iter().filter(|(id, _)| id != "forandringar.tysta").flat_map(|(_, rows)| rows);
    assert_eq!(
        everywhere.filter(|row| name_of(row).ends_with(restored.as_str())).count(),
        0,
        "made and unmade is no change"
    );
}

/// The one row of changed forecasts: intäkter and kostnader together as they were, as they are, the way between them, and
/// what is left to the budget.
fn moved_forecast(before: &Value, namn: &str) -> Value {
    let of = |del: &str, field: &str| {
        let rows = &before["verksamhetsbild"][del];
        let row = rows.as_array().unwrap().iter().find(|row| row["namn"] == namn);
        row.map_or(0, |row| row[field]["ore"].as_i64().unwrap())
    };
    let fran = of("intakter", "prognos") + of("kostnader", "prognos");
    let till = of("intakter", "prognos") + KOSTNAD;
    let budget = of("intakter", "budget") + of("kostnader", "budget");
    let ore = |ore: i64| json!({ "ore": ore });
    let text = json!({ "text": [{ "text": namn, "bold": false, "italic": false, "link": null }] });
    json!([text, ore(fran), ore(till), ore(till - fran), ore(till - budget)])
}

fn the_decided_files_come_out_unchanged(story: &Story, reports: &[Beslutad]) {
    let till = story.folder.path().join("arkiv");
    story.call(JUNI, "extract_arkiv", json!({ "till": till }));
    let archived: BTreeSet<Vec<u8>> = walk(&till).iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert_eq!(sound_pdfs(&till), 2 * reports.len(), "each as proposed and as decided");
    for report in reports {
        for file in [&report.pdf, &report.xlsx] {
            let bytes = std::fs::read(file).unwrap();
            assert!(archived.contains(&bytes), "{} is in the archive, byte for byte", file.display());
        }
    }
    let check = story.call(JUNI, "verify", json!({}));
    assert_eq!(check["hel"], true, "{check:#}");
}
