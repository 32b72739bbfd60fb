//! Reports as laid out: the few latest are kept with their pages, so that a page on screen costs only its picture, and the
//! fonts with the words they have shaped, so that the next layout of almost the same report is quick.
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plan_export::{Fonts, Pages};
use plan_report::tree;

use crate::error::Error;

/// How many are kept: what is shown, what was shown a moment ago, and one beside.
const KEPT: usize = 3;

/// The memory of one open plan.
#[derive(Default)]
pub(crate) struct Uppstallningar(Mutex<Minne>);

#[derive(Default)]
struct Minne {
    fonts: Option<Fonts>,
    latest: VecDeque<Arc<Uppstallning>>,
    given: u64,
}

/// A report on its pages.
pub(crate) struct Uppstallning {
    /// What the pages are asked for by; grows.
    pub(crate) nr: u64,
    pub(crate) rapport: tree::Rapport,
    pub(crate) pages: Pages,
}

impl Uppstallningar {
    /// Puts the report on pages, unless that very report stands there already.
    pub(crate) fn lay_out(&self, rapport: tree::Rapport) -> Result<Arc<Uppstallning>, Error> {
        let mut minne = self.minne();
        if let Some(known) = minne.latest.iter().find(|known| known.rapport == rapport) {
            return Ok(known.clone());
        }
        let pages = plan_export::layout(&rapport, minne.fonts()?);
        minne.given += 1;
        let made = Arc::new(Uppstallning { nr: minne.given, rapport, pages });
        minne.latest.push_front(made.clone());
        minne.latest.truncate(KEPT);
        Ok(made)
    }

    /// `None` when it is no longer kept.
    pub(crate) fn find(&self, nr: u64) -> Option<Arc<Uppstallning>> {
        self.minne().latest.iter().find(|known| known.nr == nr).cloned()
    }

    /// Page `number`, counted from 1, as a picture; `None` past the last.
    pub(crate) fn svg(&self, laid_out: &Uppstallning, number: usize) -> Result<Option<String>, Error> {
        let mut minne = self.minne();
        let fonts = minne.fonts()?;
        Ok(number.checked_sub(1).and_then(|at| plan_export::page_svg(&laid_out.pages, at, fonts)))
    }

    /// The PDF of what is laid out.
    pub(crate) fn pdf(&self, laid_out: &Uppstallning) -> Result<Vec<u8>, Error> {
        Ok(plan_export::pdf(&laid_out.pages, self.minne().fonts()?)?)
    }

    fn minne(&self) -> MutexGuard<'_, Minne> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Minne {
    fn fonts(&mut self) -> Result<&mut Fonts, Error> {
        match &mut self.fonts {
            Some(fonts) => Ok(fonts),
            empty => Ok(empty.insert(Fonts::load()?)),
        }
    }
}
