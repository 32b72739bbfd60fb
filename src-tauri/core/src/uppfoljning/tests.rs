//! The rules of what is said in a period: what is carried on, what is refused, what still wants a word.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::lage::{NyttLage, kommentar_fran, saknar_uppdatering};
use super::{Status, Statusbarare};
use crate::aktivitet::ops::AktivitetPatch;
use crate::document::{Changes, Document};
use crate::error::Error;
use crate::period::Period;
use crate::tests::empty_plan;
use crate::view::PlanView;
use crate::{Result, Rule};

const AUG: Period = Period { year: 2026, month: 8 };
const OCT: Period = Period { year: 2026, month: 10 };

fn plan() -> (Document, Statusbarare) {
    let mut document = empty_plan();
    let patch = AktivitetPatch { titel: Some("Rekrytera".into()), year: Some(2026), ..Default::default() };
    let (id, _) = document.create_aktivitet(&patch).unwrap();
    (document, Statusbarare::Aktivitet(id))
}

fn say(
    document: &mut Document,
    barare: Statusbarare,
    period: Period,
    what: (Option<Status>, Option<u8>, Option<&str>),
) -> Result<Changes> {
    document.set_lage(&NyttLage {
        barare,
        organisation_id: None,
        period,
        status: what.0,
        fardiggrad: what.1.map(Some),
        kommentar: what.2.map(str::to_owned),
    })
}

#[test]
fn what_is_not_said_is_carried_on() {
    let (mut document, barare) = plan();
    say(&mut document, barare, AUG, (Some(Status::PagarEnligtPlan), Some(40), Some("Tre av fyra."))).unwrap();
    say(&mut document, barare, OCT, (Some(Status::Forsenad), None, None)).unwrap();
    let plan = document.read_plan().unwrap();
    let view = PlanView::new(&plan, OCT, OCT.last_day());
    let rad = view.lage(barare).rad.unwrap();
    assert_eq!(
        (rad.status, rad.fardiggrad, rad.kommentar.as_str()),
        (Status::Forsenad, Some(40), "Tre av fyra.")
    );
    assert_eq!(kommentar_fran(&view, rad), Some(AUG));
    assert!(!saknar_uppdatering(&view, barare, &[]));
    assert!(saknar_uppdatering(
        &PlanView::new(&plan, Period { year: 2026, month: 11 }, OCT.last_day()),
        barare,
        &[]
    ));
}

#[test]
fn done_is_a_hundred_and_the_same_twice_writes_nothing() {
    let (mut document, barare) = plan();
    say(&mut document, barare, OCT, (Some(Status::Genomford), None, None)).unwrap();
    assert!(say(&mut document, barare, OCT, (Some(Status::Genomford), None, None)).unwrap().is_empty());
    let plan = document.read_plan().unwrap();
    assert_eq!(PlanView::new(&plan, OCT, OCT.last_day()).lage(barare).fardiggrad, Some(100));
    assert_eq!(plan.statusrad.len(), 1);
}

#[test]
fn an_older_comment_is_no_reason_to_stop() {
    let (mut document, barare) = plan();
    say(&mut document, barare, AUG, (Some(Status::PagarEnligtPlan), None, Some("Går bra."))).unwrap();
    let refused = say(&mut document, barare, OCT, (Some(Status::Avbruten), None, None));
    assert!(matches!(refused, Err(Error::Rule(violation)) if violation.rule == Rule::ReasonRequired));
    say(&mut document, barare, OCT, (Some(Status::Avbruten), None, Some("Bidraget uteblev."))).unwrap();
}
