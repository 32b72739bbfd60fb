//! How many of the rows shown stand at each status, and how that has changed since the report before.
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use plan_report::{Antal, format};

use super::uppfoljning::{Statusantal, Uppfoljningsantal, Uppfoljningsrad, Uppfoljningsradslag as Slag};
use super::uppfoljning_fore::Fore;

/// Counts the rows; what nobody has reported on has not begun, as in the reports.
pub(super) fn antal(view: &PlanView, rader: &[Uppfoljningsrad], fore: Option<&Fore>) -> Uppfoljningsantal {
    let of = |slag| rader.iter().filter(move |rad| rad.slag == slag);
    let now = Antal::count(of(Slag::Aktivitet).map(|rad| Some(rad.status)));
    let known = |fore: &Fore| {
        let then = of(Slag::Aktivitet).filter_map(|rad| match rad.barare {
            Some(Statusbarare::Aktivitet(id)) => fore.status.get(&id.into()).copied(),
            _ => None,
        });
        Antal::count(then)
    };
    let then = fore.map(known);
    let uppdrag = of(Slag::Uppdrag).count();
    let aktiviteter = format::antal_av(now.total(), "aktivitet", "aktiviteter");
    Uppfoljningsantal {
        status: Status::ALL.iter().filter_map(|s| statusantal(view, *s, &now, then.as_ref())).collect(),
        passerat: rader.iter().filter(|rad| rad.passerat && rad.slag == Slag::Aktivitet).count(),
        saknar: rader.iter().filter(|rad| rad.saknar && rad.slag != Slag::Enhet).count(),
        text: if uppdrag == 0 {
            aktiviteter
        } else {
            format!("{aktiviteter} i {} uppdrag", format::antal(uppdrag))
        },
    }
}

fn statusantal(view: &PlanView, status: Status, now: &Antal, then: Option<&Antal>) -> Option<Statusantal> {
    let count = now.get(status);
    let before = then.map(|then| then.get(status));
    (count > 0 || before.is_some_and(|before| before > 0)).then(|| Statusantal {
        status,
        ord: format::med_liten(&format::status(&view.plan.installning, status)),
        antal: count,
        andring: before.filter(|before| *before != count).map(|before| plan_report::skillnad(count, before)),
    })
}
