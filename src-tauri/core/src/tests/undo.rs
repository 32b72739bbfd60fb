//! Every verb that is no barrier: done, undone and done again leaves exactly the plan there was.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::aktivitet::ops::DelaktivitetPatch;
use crate::document::{Changes, Op};
use crate::ekonomi::ops::{DriftbeloppKey, DriftradPatch, VerksamhetsbeloppKey};
use crate::matetal::varden::{JamforelseKey, MalvardeKey, UtfallKey};
use crate::plan::Arslage;
use crate::rapport::Mallavsnitt;
use crate::uppfoljning::Uppfoljningslage;

pub(super) type Verb = fn(&mut Document, &Given) -> Result<Changes>;

pub(super) const VERBS: &[(Op, Verb)] = &[
    (Op::SetInstallning, |d, _| d.set_installning("maluppfyllelse.namnare", Some("matta"))),
    (Op::SetInstallning, |d, _| d.set_installning("accent", None)),
    (Op::SetVerksamhetsar, |d, _| d.set_verksamhetsar(2026, Arslage::Stangt)),
    (Op::CreateOrganisation, |d, g| {
        let new =
            OrganisationPatch { parent_id: Some(Some(g.enhet)), namn: text("Grupp 1"), ..Default::default() };
        Ok(d.create_organisation(&new)?.1)
    }),
    (Op::UpdateOrganisation, |d, g| {
        let patch =
            OrganisationPatch { kod: text("0310"), chef_id: Some(Some(g.chef)), ..Default::default() };
        d.update_organisation(g.enhet, &patch)
    }),
    (Op::MoveOrganisation, |d, g| d.move_organisation(g.annan_enhet, Some(g.forvaltning), None)),
    (Op::DeleteOrganisation, |d, g| d.delete_organisation(g.annan_enhet)),
    (Op::CreateBefattning, |d, _| Ok(d.find_or_create_befattning("Controller")?.1)),
    (Op::UpdateBefattning, |d, g| {
        d.update_befattning(g.chef, &BefattningPatch { namn: text("A. Chef"), ..Default::default() })
    }),
    (Op::DeleteBefattning, |d, g| d.delete_befattning(g.chef)),
    (Op::CreateNiva, |d, g| {
        let new = NivaPatch { singular: text("Delmål"), ..Default::default() };
        Ok(d.create_niva(&new, Some(g.niva[1]))?.1)
    }),
    (Op::UpdateNiva, |d, g| {
        d.update_niva(g.niva[0], &NivaPatch { plural: text("Bilder"), ..Default::default() })
    }),
    (Op::DeleteNiva, |d, g| d.delete_niva(g.niva[3])),
    (Op::DeleteNiva, |d, g| d.delete_niva(g.niva[0])),
    (Op::MoveNiva, |d, g| d.move_niva(g.unused_niva, None)),
    (Op::CreateMal, |d, g| {
        let new = MalPatch { niva_id: Some(g.niva[3]), titel: text("Nytt styrtal"), ..Default::default() };
        Ok(d.create_mal(&new)?.1)
    }),
    (Op::UpdateMal, |d, g| d.update_mal(g.mal[3], &MalPatch { nr: text("1.1"), ..Default::default() })),
    (Op::MoveMal, |d, g| d.move_mal(g.mal[4], Some(g.mal[2]), None)),
    (Op::DeleteMal, |d, g| d.delete_mal(g.mal[4])),
    (Op::SetMalbedomning, |d, g| d.set_malbedomning(&bedomning(g, "Ny bedömning."))),
    (Op::DeleteMalbedomning, |d, g| d.delete_malbedomning(g.mal[3], APRIL)),
    (Op::CreateUppdrag, |d, _| {
        Ok(d.create_uppdrag(&UppdragPatch { titel: text("Nytt uppdrag"), ..Default::default() })?.1)
    }),
    (Op::UpdateUppdrag, |d, g| {
        let patch = UppdragPatch {
            fordelning: Some(vec![g.annan_enhet]),
            ansvariga: Some(vec![g.chef]),
            mal_id: Some(None),
            bidrar_till: Some(vec![g.mal[4]]),
            ..Default::default()
        };
        d.update_uppdrag(g.uppdrag, &patch)
    }),
    (Op::MoveUppdrag, |d, g| d.move_uppdrag(g.annat_uppdrag, None)),
    (Op::DeleteUppdrag, |d, g| d.delete_uppdrag(g.annat_uppdrag)),
    (Op::CreateAktivitet, |d, _| {
        Ok(d.create_aktivitet(&AktivitetPatch { titel: text("Utbilda"), ..Default::default() })?.1)
    }),
    (Op::UpdateAktivitet, |d, g| {
        let patch = AktivitetPatch {
            end_date: Some(Some(APRIL.last_day())),
            ansvariga: Some(vec![g.chef]),
            fordelning: Some(vec![g.enhet]),
            ..Default::default()
        };
        d.update_aktivitet(g.aktivitet, &patch)
    }),
    (Op::MoveAktivitet, |d, g| d.move_aktivitet(g.aktivitet, Some(g.annan_aktivitet))),
    (Op::DeleteAktivitet, |d, g| d.delete_aktivitet(g.aktivitet)),
    (Op::CreateDelaktivitet, |d, g| Ok(d.create_delaktivitet(g.aktivitet, "Informera")?.1)),
    (Op::UpdateDelaktivitet, |d, g| {
        d.update_delaktivitet(
            g.delaktiviteter[0],
            &DelaktivitetPatch { klar: Some(true), ..Default::default() },
        )
    }),
    (Op::MoveDelaktivitet, |d, g| d.move_delaktivitet(g.delaktiviteter[1], None)),
    (Op::DeleteDelaktivitet, |d, g| d.delete_delaktivitet(g.delaktiviteter[0])),
    (Op::SetStatus, |d, g| Ok(d.set_status(&status(g, Status::Avbruten, "Ingår i ett annat arbete."))?.1)),
    (Op::CreateMatetal, |d, _| {
        Ok(d.create_matetal(&MatetalPatch { titel: text("Sjukfrånvaro"), ..Default::default() })?.1)
    }),
    (Op::UpdateMatetal, |d, g| {
        let mal = vec![MatetalMal { mal_id: g.mal[3], vikt: 3 }, MatetalMal { mal_id: g.mal[4], vikt: 1 }];
        let patch = MatetalPatch { mal: Some(mal), uppdrag: Some(vec![g.uppdrag]), ..Default::default() };
        d.update_matetal(g.matetal, &patch)
    }),
    (Op::MoveMatetal, |d, g| d.move_matetal(g.annat_matetal, None)),
    (Op::DeleteMatetal, |d, g| d.delete_matetal(g.matetal)),
    (Op::SetUtfall, |d, g| d.set_utfall(&[utfall(g, 77)])),
    (Op::DeleteUtfall, |d, g| {
        let key =
            UtfallKey { matetal_id: g.matetal, organisation_id: g.forvaltning, period: APRIL, kon: Kon::T };
        d.delete_utfall(&key)
    }),
    (Op::SetMalvarde, |d, g| d.set_malvarde(&[malvarde(g, Krav::Intervall(Tal(70), Tal(90)))])),
    (Op::DeleteMalvarde, |d, g| {
        let period = Period { year: 2026, month: 12 };
        d.delete_malvarde(&MalvardeKey { matetal_id: g.matetal, organisation_id: g.forvaltning, period })
    }),
    (Op::SetJamforelse, |d, g| d.set_jamforelse(&[jamforelse(g, 80)])),
    (Op::DeleteJamforelse, |d, g| {
        d.delete_jamforelse(&JamforelseKey { matetal_id: g.matetal, namn: "Riket".into(), period: APRIL })
    }),
    (Op::CreateDriftrad, |d, g| {
        let new = DriftradPatch { namn: text("Kontroll"), delar: Some(vec![g.rad, g.summa]) };
        Ok(d.create_driftrad(&new)?.1)
    }),
    (Op::UpdateDriftrad, |d, g| {
        d.update_driftrad(g.summa, &DriftradPatch { delar: Some(vec![g.rad]), ..Default::default() })
    }),
    (Op::MoveDriftrad, |d, g| d.move_driftrad(g.summa, None)),
    (Op::DeleteDriftrad, |d, _| {
        let last = read(d).driftrad.last().unwrap().id;
        d.delete_driftrad(last)
    }),
    (Op::SetDriftbelopp, |d, g| d.set_driftbelopp(&[driftbelopp(g.rad, g, 120)])),
    (Op::DeleteDriftbelopp, |d, g| {
        let (driftrad_id, organisation_id, slag) = (g.rad, g.forvaltning, Beloppsslag::Budget);
        d.delete_driftbelopp(&DriftbeloppKey { driftrad_id, organisation_id, slag, period: APRIL })
    }),
    (Op::CreateVerksamhet, |d, _| {
        let new =
            VerksamhetPatch { namn: text("Kommunbidrag"), finansiering: Some(true), ..Default::default() };
        Ok(d.create_verksamhet(&new)?.1)
    }),
    (Op::UpdateVerksamhet, |d, g| {
        d.update_verksamhet(g.verksamhet, &VerksamhetPatch { kod: text("51"), ..Default::default() })
    }),
    (Op::MoveVerksamhet, |d, g| d.move_verksamhet(g.annan_verksamhet, None)),
    (Op::DeleteVerksamhet, |d, g| d.delete_verksamhet(g.verksamhet)),
    (Op::SetVerksamhetsbelopp, |d, g| d.set_verksamhetsbelopp(&[verksamhetsbelopp(g, -60)])),
    (Op::DeleteVerksamhetsbelopp, |d, g| {
        let (verksamhet_id, del) = (g.verksamhet, Verksamhetsdel::Kostnad);
        let key = VerksamhetsbeloppKey { verksamhet_id, del, slag: Beloppsslag::Budget, period: APRIL };
        d.delete_verksamhetsbelopp(&key)
    }),
    (Op::CreateUppfoljning, |d, _| {
        let period = Period { year: 2026, month: 5 };
        Ok(d.create_uppfoljning(&UppfoljningPatch { period: Some(period), ..Default::default() })?.1)
    }),
    (Op::UpdateUppfoljning, |d, g| {
        let patch = UppfoljningPatch { state: Some(Uppfoljningslage::Inlamnad), ..Default::default() };
        d.update_uppfoljning(g.uppfoljning, &patch)
    }),
    (Op::DeleteUppfoljning, |d, g| d.delete_uppfoljning(g.uppfoljning)),
    (Op::SetAvsnittstext, |d, _| Ok(d.set_avsnittstext(&avsnittstext("Läget är ansträngt."))?.1)),
    (Op::SetAvsnittstext, |d, _| Ok(d.set_avsnittstext(&avsnittstext(" "))?.1)),
    (Op::SetRapportmall, |d, _| {
        let section = |avsnitt: &str, med| Mallavsnitt {
            slag: Rapportslag::Manad,
            avsnitt: avsnitt.into(),
            med,
            rubrik: String::new(),
            sort_key: String::new(),
        };
        d.set_rapportmall(Rapportslag::Manad, &[section("drift", true), section("sammanfattning", false)])
    }),
];

#[test]
fn every_verb_is_undone_and_redone_exactly() {
    for (op, verb) in VERBS {
        let (mut d, given) = small_plan();
        let before = d.dump().unwrap();
        let changes = verb(&mut d, &given).unwrap_or_else(|e| panic!("{op:?}: {e}"));
        assert!(!changes.is_empty(), "{op:?} changed nothing");
        let after = d.dump().unwrap();
        assert_ne!(before, after, "{op:?}");
        assert_eq!(d.undo().unwrap().op, *op);
        assert_eq!(d.dump().unwrap(), before, "{op:?} undone");
        d.redo().unwrap();
        assert_eq!(d.dump().unwrap(), after, "{op:?} redone");
    }
}

#[test]
fn undo_ends_at_the_new_plan() {
    let mut d = empty_plan();
    assert!(matches!(d.undo(), Err(Error::NothingToUndo)));
}

/// A verb added to `Op` needs a line above, or a reason here.
#[test]
fn no_verb_is_left_out() {
    let told_elsewhere = [Op::CreatePlan, Op::Import];
    for op in Op::ALL.iter().filter(|op| !op.is_barrier() && !told_elsewhere.contains(op)) {
        assert!(VERBS.iter().any(|(told, _)| told == op), "{op:?} has no undo story");
    }
}

#[test]
fn a_decision_stops_undo() {
    let (mut d, given) = small_plan();
    let (id, _) = d.lock_rapport(&rapport(&given, APRIL)).unwrap();
    assert!(matches!(d.undo(), Err(Error::Barrier { .. })));
    d.unlock_rapport(id, "Fel belopp.").unwrap();
    assert!(matches!(d.undo(), Err(Error::Barrier { .. })));
    d.create_verksamhetsar(2027).unwrap();
    assert!(matches!(d.undo(), Err(Error::Barrier { .. })));
}
