//! What the verbs refuse, and what they do to the things around.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::ekonomi::ops::DriftradPatch;
use crate::plan::Arslage;
use crate::rapport::ops::Beslut;
use crate::rapport::{Filroll, Rapportlage};
use crate::styrmodell::templates;
use crate::uppfoljning::Uppfoljningslage;

#[test]
fn every_template_makes_a_plan() {
    for template in templates::ALL {
        let mut d = testing::document();
        d.create_plan(&NyPlan { styrmodell: template.key.into(), ..new_plan() }).unwrap();
        let names: Vec<_> = read(&d).niva.into_iter().map(|n| n.singular).collect();
        let expected: Vec<_> = template.nivaer.iter().map(|n| n.singular).collect();
        assert_eq!(names, expected, "{}", template.key);
    }
    let mut d = testing::document();
    assert_eq!(rule(d.create_plan(&NyPlan { styrmodell: "okänd".into(), ..new_plan() })).0, "styrmodell");
}

#[test]
fn a_new_plan_has_the_drift_table_and_takes_no_second() {
    let mut d = empty_plan();
    let plan = read(&d);
    assert_eq!(plan.driftrad.len(), 10);
    let sums: Vec<_> =
        plan.driftrad.iter().filter(|r| !r.delar.is_empty()).map(|r| r.namn.as_str()).collect();
    assert_eq!(sums, ["Verksamhetens kostnader", "Verksamhetens nettokostnader", "Årets resultat"]);
    assert_eq!(plan.organisation.len(), 2);
    assert_eq!(rule(d.create_plan(&new_plan())).0, "fil");
}

#[test]
fn names_and_titles_are_clean_limited_and_without_personnummer() {
    let (mut d, g) = small_plan();
    let titel = |t: &str| UppdragPatch { titel: text(t), ..Default::default() };
    d.update_uppdrag(g.uppdrag, &titel(" A\u{30a}tga\u{308}rd\u{0}\n nu ")).unwrap();
    assert_eq!(read(&d).uppdrag[0].titel, "Åtgärd nu");
    assert_eq!(rule(d.update_uppdrag(g.uppdrag, &titel(" "))), ("titel", Rule::Required));
    assert_eq!(rule(d.update_uppdrag(g.uppdrag, &titel(&"a".repeat(1001)))).1, Rule::TooLong { max: 1000 });
    assert_eq!(rule(d.update_uppdrag(g.uppdrag, &titel("850101-1234"))).1, Rule::Personnummer);
    let long = UppdragPatch { varfor: Some("a".repeat(200_001)), ..Default::default() };
    assert_eq!(rule(d.update_uppdrag(g.uppdrag, &long)), ("varfor", Rule::TooLong { max: 200_000 }));
    let person = BefattningPatch { namn: text("19121212-1212"), ..Default::default() };
    assert_eq!(rule(d.update_befattning(g.chef, &person)).0, "namn");
}

#[test]
fn a_patch_tells_null_from_not_given() {
    let (mut d, g) = small_plan();
    let patch: UppdragPatch = serde_json::from_str(r#"{"nr":"7"}"#).unwrap();
    d.update_uppdrag(g.uppdrag, &patch).unwrap();
    assert_eq!(read(&d).uppdrag[0].mal_id, Some(g.mal[3]));
    let patch: UppdragPatch = serde_json::from_str(r#"{"mal_id":null}"#).unwrap();
    d.update_uppdrag(g.uppdrag, &patch).unwrap();
    assert_eq!((read(&d).uppdrag[0].mal_id, read(&d).uppdrag[0].nr.as_str()), (None, "7"));
    assert!(serde_json::from_str::<UppdragPatch>(r#"{"titel":null}"#).is_err());
    assert!(serde_json::from_str::<UppdragPatch>(r#"{"title":"Fel fält"}"#).is_err());
}

#[test]
fn a_childs_level_is_below_its_parents() {
    let (mut d, g) = small_plan();
    let under = |parent| MalPatch { parent_id: Some(Some(parent)), ..Default::default() };
    assert_eq!(rule(d.update_mal(g.mal[3], &under(g.mal[4]))), ("parent_id", Rule::LevelOrder));
    assert_eq!(rule(d.update_mal(g.mal[0], &under(g.mal[3]))).1, Rule::LevelOrder);
    assert_eq!(rule(d.update_mal(g.mal[3], &under(g.mal[3]))).1, Rule::Cycle);
    let raised = MalPatch { niva_id: Some(g.niva[3]), ..Default::default() };
    assert_eq!(rule(d.update_mal(g.mal[2], &raised)).1, Rule::LevelOrder);
    assert_eq!(rule(d.move_niva(g.niva[3], None)), ("sort_key", Rule::LevelOrder));
    d.update_mal(g.mal[3], &under(g.mal[0])).unwrap();
}

#[test]
fn a_removed_level_hands_over_its_children_and_keeps_its_text() {
    let (mut d, g) = small_plan();
    d.update_mal(
        g.mal[2],
        &MalPatch { beskrivning: text("Alla ska känna sig trygga."), ..Default::default() },
    )
    .unwrap();
    d.delete_niva(g.niva[2]).unwrap();
    let plan = read(&d);
    let of = |id| plan.mal.iter().find(|m| m.id == id);
    assert_eq!(of(g.mal[3]).unwrap().parent_id, Some(g.mal[1]));
    assert_eq!(of(g.mal[1]).unwrap().anteckning, "Målområde Trygghet\n\nAlla ska känna sig trygga.");
    assert!(of(g.mal[2]).is_none());
    d.delete_niva(g.niva[3]).unwrap();
    let plan = read(&d);
    assert_eq!(plan.uppdrag[0].mal_id, Some(g.mal[1]), "the uppdrag hangs on the level above");
    assert_eq!(plan.matetal[0].mal[0].mal_id, g.mal[1]);
    d.delete_niva(g.niva[0]).unwrap();
    let fokus = &read(&d).mal[0];
    assert_eq!(fokus.parent_id, None);
    assert!(fokus.anteckning.contains("Vision Ett gott liv"), "{}", fokus.anteckning);
}

#[test]
fn a_level_is_not_removed_when_nothing_would_keep_the_text_of_its_mal() {
    let (mut d, g) = small_plan();
    let alone = MalPatch { niva_id: Some(g.niva[0]), titel: text("Ensam"), ..Default::default() };
    let (alone, _) = d.create_mal(&alone).unwrap();
    assert_eq!(rule(d.delete_niva(g.niva[0])), ("niva_id", Rule::InUse { by: "mal".into() }));
    assert_eq!(read(&d).niva.len(), 5, "the other visions stand too");
    d.delete_mal(alone).unwrap();
    d.delete_niva(g.niva[0]).unwrap();
}

#[test]
fn a_renamed_level_keeps_its_rules() {
    let (mut d, g) = small_plan();
    d.update_niva(g.niva[3], &NivaPatch { singular: text("Delmål"), ..Default::default() }).unwrap();
    assert!(read(&d).niva[3].bar_uppdrag);
}

#[test]
fn what_is_used_is_not_deleted() {
    let (mut d, g) = small_plan();
    let by = |result: Result<_>| match rule(result).1 {
        Rule::InUse { by } => by,
        other => panic!("{other:?}"),
    };
    assert_eq!(by(d.delete_organisation(g.forvaltning)), "organisation");
    assert_eq!(by(d.delete_organisation(g.enhet)), "uppdrag");
    assert_eq!(by(d.delete_uppdrag(g.uppdrag)), "aktivitet");
    assert_eq!(by(d.delete_mal(g.mal[3])), "uppdrag");
    assert_eq!(by(d.delete_mal(g.mal[2])), "mal");
    assert_eq!(by(d.delete_driftrad(g.rad)), "driftrad");
    d.update_organisation(g.enhet, &OrganisationPatch { chef_id: Some(Some(g.chef)), ..Default::default() })
        .unwrap();
    assert_eq!(by(d.delete_befattning(g.chef)), "organisation");
}

#[test]
fn the_organisation_is_a_tree_in_order() {
    let (mut d, g) = small_plan();
    let under = |parent| OrganisationPatch { parent_id: Some(Some(parent)), ..Default::default() };
    assert_eq!(rule(d.update_organisation(g.forvaltning, &under(g.enhet))).1, Rule::LevelOrder);
    d.update_organisation(g.enhet, &under(g.annan_enhet)).unwrap();
    assert_eq!(rule(d.update_organisation(g.annan_enhet, &under(g.enhet))), ("parent_id", Rule::Cycle));
    let order: Vec<_> = read(&d).organisation.iter().map(|o| o.id).collect();
    assert_eq!(order[1..], [g.forvaltning, g.annan_enhet, g.enhet]);
}

#[test]
fn a_status_keeps_to_the_rules() {
    let (mut d, g) = small_plan();
    assert_eq!(rule(d.set_status(&status(&g, Status::Avbruten, " "))), ("kommentar", Rule::ReasonRequired));
    let over = NyStatus { fardiggrad: Some(101), ..status(&g, Status::Genomford, "") };
    assert_eq!(rule(d.set_status(&over)), ("fardiggrad", Rule::Percent));
    d.set_status(&status(&g, Status::Genomford, "")).unwrap();
    let seqs: Vec<_> = read(&d).statusrad.iter().map(|s| s.seq).collect();
    assert_eq!(seqs, [1, 2]);
}

#[test]
fn a_closed_year_takes_late_outcomes_only() {
    let (mut d, g) = small_plan();
    d.set_verksamhetsar(2026, Arslage::Stangt).unwrap();
    let titel = AktivitetPatch { titel: text("Annan"), ..Default::default() };
    assert_eq!(rule(d.set_status(&status(&g, Status::Genomford, ""))).1, Rule::YearClosed);
    assert_eq!(rule(d.update_aktivitet(g.aktivitet, &titel)).1, Rule::YearClosed);
    assert_eq!(rule(d.delete_aktivitet(g.aktivitet)).1, Rule::YearClosed);
    assert_eq!(rule(d.create_delaktivitet(g.aktivitet, "Ny")).1, Rule::YearClosed);
    assert_eq!(rule(d.set_malvarde(&[malvarde(&g, Krav::Minst(Tal(1)))])).1, Rule::YearClosed);
    assert_eq!(rule(d.set_driftbelopp(&[driftbelopp(g.rad, &g, 1)])).1, Rule::YearClosed);
    assert_eq!(rule(d.set_avsnittstext(&avsnittstext("Sent."))).1, Rule::YearClosed);
    d.set_utfall(&[utfall(&g, 90)]).unwrap();
    let late = Driftbelopp { slag: Beloppsslag::UtfallAck, ..driftbelopp(g.rad, &g, 1) };
    d.set_driftbelopp(&[late]).unwrap();
}

#[test]
fn a_sum_row_is_never_typed_and_never_sums_itself() {
    let (mut d, g) = small_plan();
    assert_eq!(rule(d.set_driftbelopp(&[driftbelopp(g.summa, &g, 1)])), ("driftrad_id", Rule::SumRow));
    let result = read(&d).driftrad[9].id;
    let ring = DriftradPatch { delar: Some(vec![result]), ..Default::default() };
    assert_eq!(rule(d.update_driftrad(g.summa, &ring)), ("delar", Rule::Cycle));
    let typed = DriftradPatch { delar: Some(vec![g.summa]), ..Default::default() };
    assert_eq!(rule(d.update_driftrad(g.rad, &typed)).0, "delar");
}

#[test]
fn other_rules_name_their_field() {
    let (mut d, g) = small_plan();
    assert_eq!(rule(d.set_malbedomning(&bedomning(&g, " "))), ("motivering", Rule::MotivationRequired));
    let years = UppdragPatch { year_to: Some(2025), ..Default::default() };
    assert_eq!(rule(d.update_uppdrag(g.uppdrag, &years)), ("year_to", Rule::EndBeforeStart));
    let day = |month| Some(Some(Period { year: 2026, month }.last_day()));
    let dates = AktivitetPatch { start_date: day(5), end_date: day(4), ..Default::default() };
    assert_eq!(rule(d.update_aktivitet(g.aktivitet, &dates)), ("end_date", Rule::EndBeforeStart));
    assert_eq!(rule(d.set_installning("maluppfyllelse.grans_uppfyllt", Some("mycket"))).0, "value");
    assert_eq!(rule(d.set_installning("ekonomi.kommentarsgrans", Some("lite"))).0, "value");
    d.set_installning("ekonomi.kommentarsgrans", Some("2,5 %")).unwrap();
    assert_eq!(rule(d.set_installning("Å", Some("x"))).0, "key");
    let again = UppfoljningPatch { period: Some(APRIL), ..Default::default() };
    assert_eq!(rule(d.create_uppfoljning(&again)).0, "period");
    let gone = UppdragPatch { mal_id: Some(Some(MalId(g.enhet.0))), ..Default::default() };
    assert!(matches!(d.update_uppdrag(g.uppdrag, &gone), Err(Error::NotFound(_))));
}

#[test]
fn the_same_befattning_is_found_again() {
    let (mut d, g) = small_plan();
    let (id, changes) = d.find_or_create_befattning(" enhetschef  HEMTJÄNST ").unwrap();
    assert_eq!(id, g.chef);
    assert!(changes.is_empty());
}

#[test]
fn a_text_is_one_per_place_and_an_empty_one_goes() {
    let (mut d, _) = small_plan();
    let (first, _) = d.set_avsnittstext(&avsnittstext("Nytt.")).unwrap();
    assert_eq!(read(&d).avsnittstext.len(), 1);
    assert!(first.is_some());
    assert_eq!(d.set_avsnittstext(&avsnittstext("")).unwrap().0, None);
    assert!(read(&d).avsnittstext.is_empty());
}

#[test]
fn a_report_goes_from_locked_to_decided_to_revoked_and_is_replaced() {
    let (mut d, g) = small_plan();
    let (first, _) = d.lock_rapport(&rapport(&g, APRIL)).unwrap();
    assert_eq!(read(&d).uppfoljning[0].state, Uppfoljningslage::Sammanstalld);
    assert_eq!(rule(d.lock_rapport(&rapport(&g, APRIL))).0, "state");
    assert_eq!(rule(d.revoke_rapport(first, "Fel.")).0, "state");
    let beslut = Beslut { datum: APRIL.last_day(), paragraf: "62".into(), dnr: String::new() };
    let fil = NyFil { format: Filformat::Pdf, filnamn: "beslut.pdf".into(), bytes: b"%PDF beslut".to_vec() };
    d.decide_rapport(first, &beslut, &[fil]).unwrap();
    let decided = d.rapport(first).unwrap();
    assert_eq!(
        (decided.state, decided.dnr.as_str(), decided.paragraf.as_str()),
        (Rapportlage::Faststalld, "2026.007 SN", "62")
    );
    assert_eq!(
        decided.filer.iter().map(|f| f.roll).collect::<Vec<_>>(),
        [Filroll::Faststalld, Filroll::Forslag]
    );
    assert_eq!(d.archive_get(&decided.filer[0].sha256).unwrap(), b"%PDF beslut");
    assert_eq!(rule(d.revoke_rapport(first, "")), ("skal", Rule::ReasonRequired));
    d.revoke_rapport(first, "Fel tecken i en rubrik.").unwrap();
    let (second, _) = d.lock_rapport(&rapport(&g, APRIL)).unwrap();
    let second = d.rapport(second).unwrap();
    assert_eq!((second.version, second.ersatter_id), (2, Some(first)));
    assert_eq!(d.rapport_innehall(first).unwrap(), r#"{"period":"2026-04"}"#);
    assert_eq!(d.last_rapport(Rapportslag::Manad, APRIL, g.forvaltning).unwrap().unwrap().id, second.id);
}

#[test]
fn the_nearest_earlier_decided_report_is_found() {
    let (mut d, g) = small_plan();
    let mut decided = |month| {
        let (id, _) = d.lock_rapport(&rapport(&g, Period { year: 2026, month })).unwrap();
        let beslut = Beslut { datum: APRIL.last_day(), paragraf: "1".into(), dnr: String::new() };
        d.decide_rapport(id, &beslut, &[]).unwrap();
        id
    };
    let (march, april) = (decided(3), decided(4));
    let before =
        |d: &Document, month| d.senaste_beslutade_fore(Period { year: 2026, month }).unwrap().map(|r| r.id);
    assert_eq!(before(&d, 5), Some(april));
    assert_eq!(before(&d, 4), Some(march));
    assert_eq!(before(&d, 3), None);
    d.revoke_rapport(april, "Fel.").unwrap();
    assert_eq!(before(&d, 5), Some(march));
}
