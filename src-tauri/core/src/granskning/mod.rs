//! What breaks the red thread: the four remarks of *Granska planen* that the chain itself shows. Pure; words nothing.
//! Refuses to know other remarks than those of the chain, and where they are shown.
use crate::aktivitet::Aktivitet;
use crate::mal::Mal;
use crate::state_enum::state_enum;
use crate::uppdrag::Uppdrag;
use crate::uppfoljning::{Status, Statusbarare};
use crate::view::PlanView;

state_enum! {
    /// A place where the thread from the vision to the last aktivitet breaks.
    Tradbrist {
        /// An uppdrag that nothing carries out in the view's year.
        UtanAktivitet = "utan_aktivitet",
        /// A mål that no uppdrag serves, or an aktivitet that carries out none.
        UtanUppdrag = "utan_uppdrag",
        /// A mål, or an uppdrag's wanted effect, that nothing measures.
        UtanMatetal = "utan_matetal",
        /// An uppdrag given at no mål, or a mål with none below it where uppdrag are given further down.
        UtanMal = "utan_mal",
    }
}

/// What breaks the thread at a mål.
pub fn brister_i_mal(view: &PlanView, mal: &Mal) -> Vec<Tradbrist> {
    let Some(niva) = view.niva(mal.niva_id) else { return vec![] };
    let has_children = !view.mal_children(Some(mal.id)).is_empty();
    let served = || {
        !view.uppdrag_by_mal(Some(mal.id)).is_empty()
            || view.plan.uppdrag.iter().any(|u| u.bidrar_till.contains(&mal.id))
    };
    let mut found = vec![];
    if niva.bar_uppdrag && !has_children && !served() {
        found.push(Tradbrist::UtanUppdrag);
    }
    if niva.bar_matetal && view.matetal_by_mal(mal.id).is_empty() {
        found.push(Tradbrist::UtanMatetal);
    }
    if !niva.bar_uppdrag && !has_children {
        found.push(Tradbrist::UtanMal);
    }
    found
}

/// What breaks the thread at an uppdrag. A grunduppdrag is a standing task: it hangs on no mål and needs no aktivitet.
pub fn brister_i_uppdrag(view: &PlanView, uppdrag: &Uppdrag) -> Vec<Tradbrist> {
    if uppdrag.grunduppdrag {
        return vec![];
    }
    let ended = || {
        matches!(
            view.lage(Statusbarare::Uppdrag(uppdrag.id)).status,
            Some(Status::Genomford | Status::Avbruten)
        )
    };
    let of_year = || view.aktivitet_by_uppdrag(Some(uppdrag.id)).iter().any(|a| a.year == view.period.year);
    let mut found = vec![];
    if !of_year() && !ended() {
        found.push(Tradbrist::UtanAktivitet);
    }
    if !uppdrag.onskad_effekt.trim().is_empty() && view.matetal_by_uppdrag(uppdrag.id).is_empty() {
        found.push(Tradbrist::UtanMatetal);
    }
    if uppdrag.mal_id.is_none() {
        found.push(Tradbrist::UtanMal);
    }
    found
}

/// What breaks the thread at an aktivitet.
pub fn brister_i_aktivitet(aktivitet: &Aktivitet) -> Vec<Tradbrist> {
    if aktivitet.uppdrag_id.is_none() { vec![Tradbrist::UtanUppdrag] } else { vec![] }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::period::Period;
    use crate::tests::small_plan;

    const DECEMBER: Period = Period { year: 2026, month: 12 };

    #[test]
    fn the_thread_breaks_where_something_is_missing_and_nowhere_else() {
        let (document, given) = small_plan();
        let plan = document.read_plan().unwrap();
        let view = PlanView::new(&plan, DECEMBER, DECEMBER.last_day());
        let mal = |id| brister_i_mal(&view, view.mal(id).unwrap());
        assert_eq!(mal(given.mal[0]), [], "the vision has mål below it");
        assert_eq!(mal(given.mal[3]), [], "the styrtal is served and measured");
        assert_eq!(mal(given.mal[4]), [Tradbrist::UtanUppdrag, Tradbrist::UtanMatetal]);
        let uppdrag = |id| brister_i_uppdrag(&view, view.uppdrag(id).unwrap());
        assert_eq!(uppdrag(given.uppdrag), []);
        assert_eq!(uppdrag(given.annat_uppdrag), [Tradbrist::UtanAktivitet, Tradbrist::UtanMal]);
    }

    #[test]
    fn a_grunduppdrag_and_an_ended_uppdrag_miss_nothing() {
        let (document, given) = small_plan();
        let plan = document.read_plan().unwrap();
        let view = PlanView::new(&plan, DECEMBER, DECEMBER.last_day());
        let uppdrag = view.uppdrag(given.annat_uppdrag).unwrap().clone();
        assert_eq!(brister_i_uppdrag(&view, &Uppdrag { grunduppdrag: true, ..uppdrag.clone() }), []);
        let unmeasured = Uppdrag { onskad_effekt: "Fler".into(), ..uppdrag };
        assert!(brister_i_uppdrag(&view, &unmeasured).contains(&Tradbrist::UtanMatetal));
        let mut loose = view.aktivitet(given.aktivitet).unwrap().clone();
        assert_eq!(brister_i_aktivitet(&loose), []);
        loose.uppdrag_id = None;
        assert_eq!(brister_i_aktivitet(&loose), [Tradbrist::UtanUppdrag]);
    }
}
