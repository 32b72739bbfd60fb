//! The built binary from the outside, as a person at a terminal meets it: a plan's year in one go, exit codes, and
//! Swedish sentences on standard error.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// A folder with a plan in it, and a home of its own so that nothing of this machine is read or written.
struct Plats {
    folder: PathBuf,
}

impl Plats {
    fn new(name: &str) -> Plats {
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kommandorad-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Plats { folder }
    }

    fn with_plan(name: &str) -> Plats {
        let plats = Plats::new(name);
        plats.done(&[
            "ny",
            "p.vplan",
            "--styrmodell",
            "ledmot-2023",
            "--kommun",
            "Granköping",
            "--namnd",
            "Socialnämnden",
            "--forvaltning",
            "Socialförvaltningen",
            "--ar",
            "2026",
            "--vem",
            "Controller",
        ]);
        plats
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roda-traden"));
        command.args(args).current_dir(&self.folder).env_clear().env("HOME", &self.folder);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs what must succeed and gives its reply.
    fn done(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{args:?}: no JSON: {e}"))
    }

    /// Runs what must be refused: a sentence and a hint on standard error, nothing on standard out.
    fn refused(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(output.stdout.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
        assert!(said.lines().count() >= 2, "{args:?}: a sentence and a hint were expected: {said}");
        assert!(said.lines().take(2).all(|line| line.ends_with('.')), "{args:?}: {said}");
        said
    }

    fn file(&self, name: &str, content: &str) {
        fs::write(self.folder.join(name), content).unwrap();
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Plats {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const UPPDRAG: &str = "Nr;Uppdrag;Varför;Önskad effekt;Ansvarig\n\
    1;Korta handläggningstiden;Den är för lång;Kortare väntan;Enhetschef\n\
    2;Stärka anhörigstödet;Fler vårdar hemma;Fler får stöd;Verksamhetschef\n";

#[test]
fn a_plan_is_made_filled_shown_undone_and_checked() {
    let plats = Plats::with_plan("gang");
    plats.file("uppdrag.csv", UPPDRAG);

    let tried = plats.done(&["importera", "p.vplan", "uppdrag.csv", "--prova"]);
    assert_eq!((&tried["tagna"], &tried["skrivet"]), (&json!(2), &json!(false)));
    let taken = plats.done(&["importera", "p.vplan", "uppdrag.csv", "--vem", "Controller"]);
    for (key, count) in [("tagna", 2), ("ny", 2), ("vagrade", 0)] {
        assert_eq!(taken[key], json!(count), "{key}");
    }
    assert_eq!(taken["rader"].as_array().unwrap().len(), 2 + taken["overhoppade"].as_u64().unwrap() as usize);
    let again = plats.done(&["importera", "p.vplan", "uppdrag.csv", "--vem", "Controller"]);
    assert_eq!(
        (&again["oforandrad"], &again["skrivet"]),
        (&json!(2), &json!(false)),
        "the same file changes nothing"
    );

    let uppdrag = || plats.done(&["visa", "p.vplan"])["uppdrag"].as_array().unwrap().len();
    assert_eq!(uppdrag(), 2);
    let undone = plats.done(&["angra", "p.vplan", "--vem", "Controller"]);
    assert_eq!((undone["text"].as_str(), uppdrag()), (Some("Ångra: läs in"), 0));
    plats.done(&["gor-om", "p.vplan", "--vem", "Controller"]);
    assert_eq!(uppdrag(), 2);

    let logg = plats.done(&["logg", "p.vplan"]);
    let poster = logg["poster"].as_array().unwrap();
    assert_eq!(poster.len(), 4, "skapa, läs in, ångra, gör om: {logg}");
    assert_eq!(poster[0]["vem"], json!("Controller"));
    assert_eq!(plats.done(&["kontrollera", "p.vplan"]), json!({ "hel": true, "fel": [] }));
    assert_eq!(plats.names("."), [".local", "p.vplan", "uppdrag.csv"], "something was left beside the file");
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let plats = Plats::with_plan("lika");
    for verb in ["visa", "logg", "arkiv"] {
        assert_eq!(plats.run(&[verb, "p.vplan"]).stdout, plats.run(&[verb, "p.vplan"]).stdout, "{verb}");
    }
}

#[test]
fn a_report_is_drafted_locked_decided_and_comes_out_again() {
    let plats = Plats::with_plan("rapport");
    let report = |more: &[&str]| {
        let base =
            ["rapport", "p.vplan", "--typ", "manad", "--period", "2026-10", "--vem", "Nämndsekreterare"];
        plats.done(&[&base[..], more].concat())
    };
    let draft = report(&["--till", "ut", "--format", "xlsx"]);
    assert_eq!(draft[0]["filnamn"], json!("manadsrapport-2026-10-socialnamnden-utkast.xlsx"));
    report(&["--till", "ut", "--las"]);
    let decided =
        report(&["--till", "ut", "--faststall", "2026-11-17", "--paragraf", "62", "--dnr", "2026.007 SN"]);
    assert_eq!(decided.as_array().unwrap().len(), 2);
    assert_eq!(decided[0]["filnamn"], json!("manadsrapport-2026-10-socialnamnden.pdf"));

    plats.done(&["anropa", "p.vplan", "create_uppdrag", r#"{"titel":"Nytt"}"#, "--vem", "Controller"]);
    let arkiv = plats.done(&["arkiv", "p.vplan"]);
    assert_eq!(arkiv["rapporter"][0]["lage"], json!("Fastställd 2026-11-17 §\u{a0}62"));
    let out = plats.done(&["arkiv", "p.vplan", "--ta-ut", "arkiv"]);
    assert_eq!(out["filer"].as_array().unwrap().len(), 4, "two of the förslag, two of the decision");
    for name in
        ["manadsrapport-2026-10-socialnamnden.pdf", "manadsrapport-2026-10-socialnamnden-forslag.xlsx"]
    {
        let bytes = |folder: &str| fs::read(plats.folder.join(folder).join(name)).unwrap();
        assert!(!bytes("ut").is_empty() && bytes("ut") == bytes("arkiv"), "{name} came out changed");
    }
    plats.done(&["angra", "p.vplan", "--vem", "Controller"]);
    let said = plats.refused(1, &["angra", "p.vplan", "--vem", "Controller"]);
    assert!(said.contains("Fastställ"), "undo stops at the decision and says so: {said}");
}

#[test]
fn a_file_in_the_way_is_left_and_a_free_name_is_said() {
    let plats = Plats::with_plan("namn");
    let args =
        ["rapport", "p.vplan", "--typ", "manad", "--period", "2026-10", "--format", "xlsx", "--till", "ut"];
    let first = plats.done(&args);
    let path = plats.folder.join(first[0]["fil"].as_str().unwrap());
    fs::write(&path, b"open in another program").unwrap();
    let output = plats.run(&args);
    let second: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(second[0]["filnamn"], json!("manadsrapport-2026-10-socialnamnden-utkast (2).xlsx"));
    assert!(stderr(&output).contains("fanns redan"), "{}", stderr(&output));
    assert_eq!(fs::read(&path).unwrap(), b"open in another program");
}

#[test]
fn refusals_are_one_sentence_and_a_hint_with_exit_1() {
    let plats = Plats::with_plan("nekat");
    plats.file("text.vplan", "hej");
    plats.file("tom.vplan", "");
    plats.file("prosa.csv", "Det här är ingen tabell.\n");
    assert!(plats.refused(1, &["visa", "finns-inte.vplan"]).contains("finns inte"));
    assert!(plats.refused(1, &["visa", "text.vplan"]).contains("inte en plan"));
    assert!(plats.refused(1, &["visa", "tom.vplan"]).contains("tom"));
    let nobody = plats.refused(1, &["anropa", "p.vplan", "create_uppdrag", r#"{"titel":"Nytt"}"#]);
    assert!(
        nobody.contains("befattning") && nobody.contains("--vem"),
        "no --vem and no stored choice: {nobody}"
    );
    assert!(plats.refused(1, &["gor-om", "p.vplan", "--vem", "C"]).contains("inget"));
    plats.refused(1, &["importera", "p.vplan", "prosa.csv", "--vem", "C"]);
    plats.refused(1, &["importera", "p.vplan", "borta.xlsx", "--vem", "C"]);
    let report = ["rapport", "p.vplan", "--typ", "verksamhetsplan", "--till", "ut"];
    assert!(plats.refused(1, &[&report[..], &["--enhet", "4711"]].concat()).contains("4711"));
    let new = [
        "ny",
        "p.vplan",
        "--styrmodell",
        "ledmot-2023",
        "--kommun",
        "K",
        "--namnd",
        "N",
        "--forvaltning",
        "F",
        "--ar",
        "2027",
        "--vem",
        "C",
    ];
    assert!(plats.refused(1, &new).contains("finns redan"), "a plan is never written over");
    let mut wrong = new;
    (wrong[1], wrong[3]) = ("q.vplan", "okand");
    let said = plats.refused(1, &wrong);
    assert!(said.contains("okand"));
    let hint = said.lines().nth(1).and_then(|hint| hint.strip_prefix("Välj en av dessa: ")).unwrap();
    let help = String::from_utf8(plats.run(&["ny", "--help"]).stdout).unwrap();
    for template in hint.trim_end_matches('.').split(", ") {
        assert!(help.contains(template), "ny --help does not name {template}");
    }
    plats.file("karta.json", "{\"tabell\": []}");
    let mapped = ["importera", "p.vplan", "karta.json", "--mappning", "karta.json", "--prova"];
    assert!(plats.refused(1, &mapped).contains("rad 1, tecken"), "where a mapping file is wrong is said");
    assert!(!plats.folder.join("q.vplan").exists(), "a file that could not be filled is not left behind");
}

#[test]
fn wrong_usage_is_exit_2_in_swedish() {
    let plats = Plats::with_plan("fel");
    let lines: &[&[&str]] = &[
        &["visa"],
        &["kaffe"],
        &["visa", "p.vplan", "--okand"],
        &["visa", "p.vplan", "--period", "april"],
        &["anropa", "p.vplan", "koka_kaffe"],
        &["anropa", "p.vplan", "undo", "{fel}", "--vem", "C"],
        &["anropa", "p.vplan", "create_uppdrag", r#"{"titel":3}"#, "--vem", "C"],
        &["rapport", "p.vplan", "--typ", "manad", "--till", "ut", "--faststall", "i går", "--paragraf", "1"],
    ];
    for line in lines {
        let said = plats.refused(2, line);
        assert!(!said.contains("error:") && !said.contains("Usage"), "{line:?}: {said}");
    }
}

#[test]
fn rows_that_are_refused_stop_the_import_unless_the_good_ones_are_wanted() {
    let plats = Plats::with_plan("rader");
    plats.file("fel.csv", "Nr;Uppdrag;Varför\n1;Korta kön;Den är lång\n2;;Titeln är borta\n");
    let output = plats.run(&["importera", "p.vplan", "fel.csv", "--som", "uppdrag", "--vem", "C"]);
    let reply: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), &reply["vagrade"], &reply["skrivet"]),
        (Some(1), &json!(1), &json!(false))
    );
    assert!(stderr(&output).contains("--endast-goda"), "{}", stderr(&output));
    let refused = reply["rader"].as_array().unwrap().iter().find(|r| r["utslag"] == json!("vagrad")).unwrap();
    assert!(refused["rad"] == json!(3) && refused["skal"].is_string(), "{refused}");
    let good =
        plats.done(&["importera", "p.vplan", "fel.csv", "--som", "uppdrag", "--endast-goda", "--vem", "C"]);
    assert_eq!((&good["tagna"], &good["skrivet"]), (&json!(1), &json!(true)));
}

#[test]
fn a_copied_table_and_json_are_read_from_standard_in() {
    let plats = Plats::with_plan("in");
    let pipe = |args: &[&str], text: &str| {
        let mut command = plats.command(args);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let copied = UPPDRAG.replace(';', "\t");
    assert_eq!(pipe(&["importera", "p.vplan", "-", "--vem", "C"], &copied)["tagna"], json!(2));
    let made = pipe(&["anropa", "p.vplan", "create_uppdrag", "-", "--vem", "C"], r#"{"titel":"Tredje"}"#);
    assert!(made["id"].is_string());
}

#[test]
fn the_stored_befattning_is_used_when_none_is_given() {
    let plats = Plats::with_plan("vem");
    fs::create_dir_all(plats.folder.join(".config/roda-traden")).unwrap();
    plats.file(".config/roda-traden/vem.json", r#"{"vem":"Nämndsekreterare"}"#);
    plats.done(&["anropa", "p.vplan", "create_uppdrag", r#"{"titel":"Nytt"}"#]);
    assert_eq!(
        plats.done(&["logg", "p.vplan", "--antal", "1"])["poster"][0]["vem"],
        json!("Nämndsekreterare")
    );
}
