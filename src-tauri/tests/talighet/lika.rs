//! The same plan gives the same bytes: from another process, time zone, language, folder, and on another day.
use std::path::Path;
use std::process::Command;

use chrono::{TimeZone, Utc};
use plan_api::Access;
use serde_json::{Value, json};

use crate::plats::{PLAN, Plats, call, environment_at, names, open, reply, wait};

/// The example, with every kind of section in it.
fn example(name: &str) -> Plats {
    let plats = Plats::new(name);
    plats.done(&["exempel", PLAN]);
    plats
}

/// Where and in what surroundings a process runs.
struct Surroundings<'a> {
    variables: &'a [(&'a str, &'a str)],
    folder: &'a Path,
}

const REPORTS: [&[&str]; 3] = [
    &["--typ", "manad", "--period", "2026-10"],
    &["--typ", "verksamhetsplan"],
    &["--typ", "manad", "--period", "2026-10", "--dnr", "2026.7", "--datum", "2026-11-03"],
];

/// Every report and every picture of the plan, made in those surroundings.
fn everything(plats: &Plats, name: &str, there: &Surroundings<'_>) -> Vec<(String, Vec<u8>)> {
    let run = |args: &[&str]| {
        let mut command: Command = plats.command(args);
        command.current_dir(there.folder).envs(there.variables.iter().copied());
        command.output().unwrap()
    };
    let plan = plats.path(PLAN).into_os_string().into_string().unwrap();
    let out = plats.path(name);
    for (n, report) in REPORTS.iter().enumerate() {
        let till = out.join(n.to_string()).into_os_string().into_string().unwrap();
        reply(&run(&[&["rapport", &plan, "--till", &till], *report].concat()), name);
    }
    let mut all = vec![];
    for n in 0..REPORTS.len() {
        let folder = out.join(n.to_string());
        all.extend(
            names(&folder).into_iter().map(|f| (format!("{n}/{f}"), std::fs::read(folder.join(&f)).unwrap())),
        );
    }
    all.extend(["visa", "logg", "arkiv"].map(|verb| (verb.to_owned(), run(&[verb, &plan]).stdout)));
    all
}

fn same(first: &[(String, Vec<u8>)], second: &[(String, Vec<u8>)], what: &str) {
    assert_eq!(first.len(), second.len());
    for ((name, bytes), (other_name, other)) in first.iter().zip(second) {
        assert_eq!(name, other_name);
        assert!(bytes == other, "{name} has other bytes {what}");
    }
}

#[test]
fn another_time_zone_language_and_folder_change_nothing() {
    let plats = example("lika");
    let elsewhere = Plats::new("lika-annanstans");
    let first = everything(&plats, "a", &Surroundings { variables: &[("TZ", "UTC")], folder: &plats.folder });
    assert_eq!(first.len(), 2 * REPORTS.len() + 3);
    assert!(first.iter().all(|(name, bytes)| bytes.len() > 300 && !name.contains("(2)")));
    let others: [&[(&str, &str)]; 3] = [
        &[("TZ", "Pacific/Auckland"), ("LANG", "sv_SE.UTF-8"), ("LC_ALL", "sv_SE.UTF-8")],
        &[("TZ", "America/Anchorage"), ("LANG", "en_US.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8")],
        &[("TZ", "XXX-13:45"), ("LANG", "C"), ("SOURCE_DATE_EPOCH", "1")],
    ];
    for (n, variables) in others.iter().enumerate() {
        let there = Surroundings { variables, folder: &elsewhere.folder };
        same(&first, &everything(&plats, &format!("b{n}"), &there), &format!("with {variables:?}"));
    }
    assert_eq!(elsewhere.names(), [""; 0], "something was written where the process stood");
}

#[test]
fn another_day_and_machine_change_nothing() {
    let plats = example("dag");
    let there = Surroundings { variables: &[], folder: &plats.folder };
    let by_binary = everything(&plats, "a", &there);
    for (n, year) in [1999, 2026, 2040].into_iter().enumerate() {
        let out = plats.path(&format!("b{n}"));
        wait(async {
            let now = move || Utc.with_ymd_and_hms(year, 12, 31, 23, 59, 59).unwrap();
            let session = open(&plats.path(PLAN), Access::ReadOnly, environment_at(1 << 90, now)).await;
            let val = json!({ "slag": "manad", "period": "2026-10" });
            let filer = json!({ "till": out, "format": ["pdf", "xlsx"] });
            let reply: Value = call(&session, "write_rapport", json!({ "val": val, "filer": filer })).await;
            assert_eq!(reply["filer"].as_array().unwrap().len(), 2);
            session.close().await.unwrap();
        });
        for name in names(&out) {
            let by_binary = &by_binary.iter().find(|(n, _)| *n == format!("0/{name}")).unwrap().1;
            assert!(
                std::fs::read(out.join(&name)).unwrap() == *by_binary,
                "{name} has other bytes in {year}"
            );
        }
    }
}
