//! Matching by Nr and by title, what changes, what is refused.
use serde_json::json;

use super::*;
use crate::uppdrag::Kalla;

#[test]
fn a_new_uppdrag_is_written_with_all_its_cells() {
    let mut plan = tom_plan();
    let row = UppdragRad {
        vad: Some("Bygg ut kajen.".into()),
        ansvariga: vec!["hamnchef".into(), "Hamnchef".into(), "Kajmästare".into()],
        kalla: Some("Reglemente 2024".into()),
        enhet: Some("110".into()),
        year_from: Some(2026),
        year_to: Some(2027),
        period_text: Some("2026–2027".into()),
        ..uppdragsrad("1", "Längre kaj")
    };
    let utfall = import_twice(&mut plan, &[uppdrag(vec![row])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Ny]);
    assert_eq!(utfall.rader[0].benamning, "1 Längre kaj");
    let u = &plan.uppdrag[0];
    assert_eq!((u.vad.as_str(), u.kalla, u.grunduppdrag), ("Bygg ut kajen.", Kalla::Reglemente, true));
    assert_eq!((u.year_from, u.year_to, u.mottagare_id), (2026, 2027, Some(plan.organisation[2].id)));
    let titles: Vec<&str> = plan.befattning.iter().map(|b| b.titel.as_str()).collect();
    assert_eq!(titles, ["Hamnchef", "Kajmästare"], "one befattning whatever the case");
}

#[test]
fn nr_decides_before_the_title_and_cells_are_told_old_and_new() {
    let mut plan = tom_plan();
    import(
        &mut plan,
        &[uppdrag(vec![uppdragsrad("1", "Längre kaj"), uppdragsrad("2", "Ny kran")])],
        &april(),
    );
    let utfall = import(&mut plan, &[uppdrag(vec![uppdragsrad("2", "Ny travers")])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Andrad]);
    let change = &utfall.rader[0].andringar[0];
    assert_eq!(
        (&*change.falt, &change.fran, &change.till),
        ("titel", &json!("Ny kran"), &json!("Ny travers"))
    );
    assert_eq!(plan.uppdrag.len(), 2, "an absent row is never deleted");
}

#[test]
fn without_nr_the_normalised_title_matches() {
    let mut plan = tom_plan();
    import(&mut plan, &[uppdrag(vec![uppdragsrad("", "Längre kaj – etapp 1")])], &april());
    let row = UppdragRad { vad: Some("Nu".into()), ..uppdragsrad("", "LA\u{308}NGRE  KAJ - \"etapp 1\"") };
    let utfall = import(&mut plan, &[uppdrag(vec![row])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Andrad]);
    assert_eq!(plan.uppdrag.len(), 1);
}

#[test]
fn a_renumbered_list_matches_by_title_when_its_old_numbers_are_gone() {
    let mut plan = tom_plan();
    import(&mut plan, &[uppdrag(vec![uppdragsrad("1", "Kaj"), uppdragsrad("2", "Kran")])], &april());
    let utfall = import_twice(
        &mut plan,
        &[uppdrag(vec![uppdragsrad("A", "Kaj"), uppdragsrad("B", "Kran")])],
        &april(),
    );
    assert_eq!(utslag(&utfall), [Utslag::Andrad, Utslag::Andrad]);
    let utfall =
        import_twice(&mut plan, &[uppdrag(vec![uppdragsrad("A", "Kaj"), uppdragsrad("C", "Kaj")])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Oforandrad, Utslag::Ny], "A's own row is there: C is another");
}

#[test]
fn several_candidates_are_named_and_refused() {
    let mut plan = tom_plan();
    let at = |enhet: &str| UppdragRad { enhet: Some(enhet.into()), ..uppdragsrad("", "Städa") };
    import(&mut plan, &[uppdrag(vec![at("Norra"), at("Södra")])], &april());
    assert_eq!(plan.uppdrag.len(), 2, "same title in two units: two things");
    let utfall =
        import(&mut plan, &[uppdrag(vec![uppdragsrad("", "Städa"), uppdragsrad("", "Sopa")])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Tvetydig, Utslag::Ny]);
    assert_eq!(plan.uppdrag.len(), 2, "nothing is written when a row is refused");
    let named = Some(Vagran::Tvetydig { kandidater: vec!["Städa, Norra".into(), "Städa, Södra".into()] });
    assert_eq!(utfall.rader[0].vagran, named);
}

#[test]
fn the_same_nr_twice_refuses_the_later() {
    let mut plan = tom_plan();
    let rows = vec![uppdragsrad("1", "Kaj"), uppdragsrad("1.", "Kran"), uppdragsrad("", "Kaj")];
    let (utfall, _) = planned(&plan, &[uppdrag(rows.clone())], &april());
    assert_eq!(utslag(&utfall), [Utslag::Ny, Utslag::Vagrad, Utslag::Vagrad]);
    assert_eq!(utfall.rader[1].vagran, Some(Vagran::Dubblett { rad: 2 }));
    import(&mut plan, &[uppdrag(rows.clone())], &april());
    assert!(plan.uppdrag.is_empty(), "nothing is written when a row is refused");
    let goda = ImportOptions { endast_goda: true, ..april() };
    import_twice(&mut plan, &[uppdrag(rows)], &goda);
    assert_eq!(plan.uppdrag.len(), 1);
}

#[test]
fn a_refused_row_leaves_nothing_behind() {
    let mut plan = tom_plan();
    let bad = UppdragRad {
        enhet: Some("Kranenheten".into()),
        ansvariga: vec!["Kranchef".into()],
        fardiggrad: Some(120),
        ..uppdragsrad("1", "Kran")
    };
    let good = UppdragRad { enhet: Some("Kranenheten".into()), ..uppdragsrad("2", "Kaj") };
    let goda = ImportOptions { endast_goda: true, ..april() };
    let utfall = import_twice(&mut plan, &[uppdrag(vec![bad, good])], &goda);
    assert_eq!(utslag(&utfall), [Utslag::Vagrad, Utslag::Ny]);
    assert!(plan.befattning.is_empty());
    assert_eq!(plan.organisation.iter().filter(|o| o.namn == "Kranenheten").count(), 1);
    assert_eq!(plan.uppdrag[0].mottagare_id, plan.organisation.last().map(|o| o.id));
}

#[test]
fn years_apart_are_things_apart_and_a_closed_year_is_refused() {
    let mut plan = tom_plan();
    import(&mut plan, &[uppdrag(vec![uppdragsrad("1", "Kaj")])], &april());
    let next = ImportOptions { year: 2027, ..april() };
    import_twice(&mut plan, &[uppdrag(vec![uppdragsrad("1", "Kaj")])], &next);
    assert_eq!(plan.uppdrag.iter().map(|u| u.year_from).collect::<Vec<_>>(), [2026, 2027]);
    let closed = ImportOptions { year: 2025, ..april() };
    let (utfall, writes) = planned(&plan, &[uppdrag(vec![uppdragsrad("1", "Kaj")])], &closed);
    assert_eq!(utfall.rader[0].vagran, Some(Vagran::StangtAr { year: 2025 }));
    assert!(writes.is_empty());
}

#[test]
fn what_does_not_fit_the_file_is_refused_with_its_limit() {
    let plan = tom_plan();
    let row =
        |titel: &str| planned(&plan, &[uppdrag(vec![uppdragsrad("1", titel)])], &april()).0.rader.remove(0);
    assert_eq!(row(&"å".repeat(1_001)).vagran, Some(Vagran::ForLang { falt: "titel".into(), max: 1_000 }));
    assert_eq!(row(&"å".repeat(1_000)).utslag, Utslag::Ny);
    assert_eq!(row(" \u{0} ").vagran, Some(Vagran::SaknarTitel { falt: "titel".into() }));
    let personal = row("Anna 850101-1234");
    assert_eq!(personal.vagran, Some(Vagran::Regel { falt: "titel".into(), regel: "personnummer".into() }));
}
