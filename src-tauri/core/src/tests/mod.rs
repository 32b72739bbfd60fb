//! What the core's own stories stand on: a small plan with one of everything, and "done, undone, done again".
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod kept;
mod rules;
mod undo;

use crate::aktivitet::ops::AktivitetPatch;
use crate::befattning::ops::BefattningPatch;
use crate::belopp::{Belopp, Ore, Tal};
use crate::document::{Document, testing};
use crate::ekonomi::ops::VerksamhetPatch;
use crate::ekonomi::{Beloppsslag, Driftbelopp, Verksamhetsbelopp, Verksamhetsdel};
use crate::id::*;
use crate::mal::ops::MalPatch;
use crate::mal::{Malbedomning, Maluppfyllelse};
use crate::matetal::ops::MatetalPatch;
use crate::matetal::{Jamforelse, Kon, Krav, Malvarde, MatetalMal, Matetalsart, Riktning, Utfall, Varde};
use crate::organisation::ops::OrganisationPatch;
use crate::period::Period;
use crate::plan::Plan;
use crate::plan::ops::NyPlan;
use crate::rapport::ops::{NyFil, NyRapport};
use crate::rapport::{Filformat, Rapportslag};
use crate::styrmodell::ops::NivaPatch;
use crate::uppdrag::ops::UppdragPatch;
use crate::uppfoljning::ops::{NyAvsnittstext, NyStatus, UppfoljningPatch};
use crate::uppfoljning::{Status, Statusbarare};
use crate::{Error, Result, Rule};

pub(crate) const APRIL: Period = Period { year: 2026, month: 4 };

/// The ids of the small plan.
pub(crate) struct Given {
    pub(crate) forvaltning: OrganisationId,
    pub(crate) enhet: OrganisationId,
    pub(crate) annan_enhet: OrganisationId,
    pub(crate) chef: BefattningId,
    pub(crate) niva: Vec<NivaId>,
    /// A level below them without mål.
    pub(crate) unused_niva: NivaId,
    /// Vision → fokusområde → målområde → styrtal, and a second styrtal.
    pub(crate) mal: Vec<MalId>,
    pub(crate) uppdrag: UppdragId,
    pub(crate) annat_uppdrag: UppdragId,
    pub(crate) aktivitet: AktivitetId,
    pub(crate) annan_aktivitet: AktivitetId,
    pub(crate) delaktiviteter: Vec<DelaktivitetId>,
    pub(crate) matetal: MatetalId,
    pub(crate) annat_matetal: MatetalId,
    /// The first typed row, and the sum it is part of (verksamhetens nettokostnader).
    pub(crate) rad: DriftradId,
    pub(crate) summa: DriftradId,
    pub(crate) verksamhet: VerksamhetId,
    pub(crate) annan_verksamhet: VerksamhetId,
    pub(crate) uppfoljning: UppfoljningId,
}

pub(crate) fn text(text: &str) -> Option<String> {
    Some(text.to_string())
}

pub(crate) fn new_plan() -> NyPlan {
    NyPlan {
        kommun: "Provköping".into(),
        namnd: "Socialnämnden".into(),
        forvaltning: "Socialförvaltningen".into(),
        styrmodell: "ledmot-2023".into(),
        year: 2026,
    }
}

pub(crate) fn empty_plan() -> Document {
    let mut document = testing::document();
    document.create_plan(&new_plan()).unwrap();
    document
}

/// A plan with one or two of everything.
pub(crate) fn small_plan() -> (Document, Given) {
    let mut d = empty_plan();
    let plan = d.read_plan().unwrap();
    let forvaltning = plan.organisation[1].id;
    let mut enhet = |namn: &str| {
        let new =
            OrganisationPatch { parent_id: Some(Some(forvaltning)), namn: text(namn), ..Default::default() };
        d.create_organisation(&new).unwrap().0
    };
    let (enhet, annan_enhet) = (enhet("Hemtjänst norr"), enhet("Hemtjänst söder"));
    let chef =
        d.create_befattning(&BefattningPatch { titel: text("Enhetschef hemtjänst"), ..Default::default() });
    let niva: Vec<NivaId> = plan.niva.iter().map(|n| n.id).collect();
    let unused = NivaPatch { singular: text("Delmål"), ..Default::default() };
    let (unused_niva, _) = d.create_niva(&unused, niva.last().copied()).unwrap();
    let mal = chain(&mut d, &niva);
    let uppdrag = UppdragPatch {
        titel: text("Trygg hemtjänst"),
        mal_id: Some(Some(mal[3])),
        fordelning: Some(vec![enhet]),
        ..Default::default()
    };
    let annat = UppdragPatch { titel: text("Digitala lås"), ..Default::default() };
    let (uppdrag, annat_uppdrag) =
        (d.create_uppdrag(&uppdrag).unwrap().0, d.create_uppdrag(&annat).unwrap().0);
    let mut aktivitet = |titel: &str| {
        let new =
            AktivitetPatch { titel: text(titel), uppdrag_id: Some(Some(uppdrag)), ..Default::default() };
        d.create_aktivitet(&new).unwrap().0
    };
    let (aktivitet, annan_aktivitet) = (aktivitet("Fast omsorgskontakt"), aktivitet("Ny planering"));
    let delaktiviteter =
        ["Utse kontakter", "Följa upp"].map(|t| d.create_delaktivitet(aktivitet, t).unwrap().0).to_vec();
    let mut matetal = |titel: &str, art| {
        let mal = Some(vec![MatetalMal { mal_id: mal[3], vikt: 1 }]);
        let new = MatetalPatch {
            titel: text(titel),
            art: Some(art),
            mal,
            riktning: Some(Riktning::Hogre),
            ..Default::default()
        };
        d.create_matetal(&new).unwrap().0
    };
    let (matetal, annat_matetal) =
        (matetal("Nöjda brukare", Matetalsart::Nyckeltal), matetal("Kontinuitet", Matetalsart::Indikator));
    let mut verksamhet = |namn: &str| {
        d.create_verksamhet(&VerksamhetPatch { namn: text(namn), ..Default::default() }).unwrap().0
    };
    let (verksamhet, annan_verksamhet) = (verksamhet("Äldreomsorg"), verksamhet("Individ och familj"));
    let period = UppfoljningPatch { period: Some(APRIL), ..Default::default() };
    let given = Given {
        forvaltning,
        enhet,
        annan_enhet,
        chef: chef.unwrap().0,
        niva,
        unused_niva,
        mal,
        uppdrag,
        annat_uppdrag,
        aktivitet,
        annan_aktivitet,
        delaktiviteter,
        matetal,
        annat_matetal,
        rad: plan.driftrad[0].id,
        summa: plan.driftrad[6].id,
        verksamhet,
        annan_verksamhet,
        uppfoljning: d.create_uppfoljning(&period).unwrap().0,
    };
    values(&mut d, &given).unwrap();
    (d, given)
}

fn chain(d: &mut Document, niva: &[NivaId]) -> Vec<MalId> {
    let mut mal: Vec<MalId> = vec![];
    for (level, titel) in
        [(0, "Ett gott liv"), (1, "Omsorg"), (2, "Trygghet"), (3, "Nöjdhet"), (3, "Tillgänglighet")]
    {
        let parent = (level > 0).then(|| mal[level - 1]);
        let new = MalPatch {
            niva_id: Some(niva[level]),
            parent_id: Some(parent),
            titel: text(titel),
            ..Default::default()
        };
        mal.push(d.create_mal(&new).unwrap().0);
    }
    mal
}

fn values(d: &mut Document, g: &Given) -> Result<()> {
    d.set_status(&status(g, Status::PagarEnligtPlan, ""))?;
    d.set_utfall(&[utfall(g, 82)])?;
    d.set_malvarde(&[malvarde(g, Krav::Minst(Tal(80)))])?;
    d.set_jamforelse(&[jamforelse(g, 79)])?;
    d.set_malbedomning(&bedomning(g, "Vägs samman."))?;
    d.set_driftbelopp(&[driftbelopp(g.rad, g, 100)])?;
    d.set_verksamhetsbelopp(&[verksamhetsbelopp(g, -50)])?;
    d.set_avsnittstext(&avsnittstext("Läget är gott."))?;
    d.set_installning("accent", Some("#006B77"))?;
    Ok(())
}

pub(crate) fn status(g: &Given, status: Status, kommentar: &str) -> NyStatus {
    NyStatus {
        barare: Statusbarare::Aktivitet(g.aktivitet),
        organisation_id: None,
        period: APRIL,
        status,
        fardiggrad: Some(40),
        kommentar: kommentar.to_string(),
    }
}

pub(crate) fn utfall(g: &Given, value: i64) -> Utfall {
    Utfall {
        matetal_id: g.matetal,
        organisation_id: g.forvaltning,
        period: APRIL,
        kon: Kon::T,
        varde: Varde::Tal(Tal(value)),
        vikt: None,
        kalla: "Enkät".into(),
        datum: None,
    }
}

pub(crate) fn malvarde(g: &Given, krav: Krav) -> Malvarde {
    let period = Period { year: 2026, month: 12 };
    Malvarde { matetal_id: g.matetal, organisation_id: g.forvaltning, period, krav, text: String::new() }
}

pub(crate) fn jamforelse(g: &Given, value: i64) -> Jamforelse {
    Jamforelse { matetal_id: g.matetal, namn: "Riket".into(), period: APRIL, varde: Tal(value) }
}

pub(crate) fn bedomning(g: &Given, motivering: &str) -> Malbedomning {
    let bedomning = Maluppfyllelse::DelvisUppfyllt;
    Malbedomning { mal_id: g.mal[3], period: APRIL, bedomning, motivering: motivering.to_string() }
}

pub(crate) fn driftbelopp(rad: DriftradId, g: &Given, kronor: i64) -> Driftbelopp {
    Driftbelopp {
        driftrad_id: rad,
        organisation_id: g.forvaltning,
        slag: Beloppsslag::Budget,
        period: APRIL,
        belopp: Belopp::Ore(Ore::kronor(kronor)),
    }
}

pub(crate) fn verksamhetsbelopp(g: &Given, kronor: i64) -> Verksamhetsbelopp {
    Verksamhetsbelopp {
        verksamhet_id: g.verksamhet,
        del: Verksamhetsdel::Kostnad,
        slag: Beloppsslag::Budget,
        period: APRIL,
        belopp: Belopp::Ore(Ore::kronor(kronor)),
    }
}

pub(crate) fn avsnittstext(text: &str) -> NyAvsnittstext {
    NyAvsnittstext {
        year: 2026,
        month: 4,
        avsnitt: "sammanfattning".into(),
        subject_id: None,
        organisation_id: None,
        text: text.to_string(),
    }
}

pub(crate) fn rapport(g: &Given, period: Period) -> NyRapport {
    NyRapport {
        slag: Rapportslag::Manad,
        period,
        organisation_id: g.forvaltning,
        locked_date: period.last_day(),
        log_nr: 7,
        log_head: "ab".into(),
        dnr: "2026.007 SN".into(),
        fakta: "{}".into(),
        innehall: format!("{{\"period\":\"{period}\"}}"),
        filer: vec![NyFil { format: Filformat::Pdf, filnamn: "rapport.pdf".into(), bytes: b"%PDF".to_vec() }],
    }
}

/// The broken rule of a refused call.
pub(crate) fn rule<T: std::fmt::Debug>(result: Result<T>) -> (&'static str, Rule) {
    match result {
        Err(Error::Rule(violation)) => (violation.field, violation.rule),
        other => panic!("expected a broken rule, got {other:?}"),
    }
}

pub(crate) fn read(d: &Document) -> Plan {
    d.read_plan().unwrap()
}
