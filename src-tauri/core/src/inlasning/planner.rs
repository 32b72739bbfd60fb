//! The verdict on every row of a source, and the writes that carry them out. Pure: a preview and an import are the same plan.
//! Tables are read in the order they lean on each other (uppdrag before the aktiviteter that name them),
//! whatever the order of the sheets; the outcome stands in the order of the source.
use super::aktivitet::{self, Aktivitetsrader};
use super::context::{Context, Villkor};
use super::drift::{Driftrader, Ekonomidom, compare_row, computed};
use super::matetal::{self, Matetalsrader};
use super::register::{Namn, Register, benamning};
use super::source::Kallrader;
use super::status::Statuslage;
use super::texts::Periodtexter;
use super::uppdrag::Uppdragsrader;
use super::verksamhet::{Bild, Verksamhetsrader};
use super::work::Radarbete;
use super::write::Destination;
use super::{Antal, Importutfall, Innehall, Overhopp, Rad, Radutfall, Tabell, Tabellslag, Utslag, Vagran};
use crate::id::{DriftradId, VerksamhetId};
use crate::plan::Plan;

/// Judges every row of the tables against the plan and hands the planned writes over; nothing is written here.
/// `Importutfall::skrivet` is left false.
pub fn plan_import(
    plan: &Plan,
    tabeller: &[Tabell],
    villkor: &Villkor<'_>,
    destination: &mut dyn Destination,
) -> Importutfall {
    let statuslage = Statuslage::new(plan, Context::period_of(villkor));
    let mut context = Context::new(plan, villkor, destination);
    let mut judged: Vec<Vec<Option<Radutfall>>> =
        tabeller.iter().map(|t| t.rader.iter().map(|_| None).collect()).collect();
    for slag in Tabellslag::ALL {
        let of_slag = tabeller.iter().enumerate().filter(|(_, t)| t.slag == *slag);
        let places = of_slag.flat_map(|(t, tabell)| (0..tabell.rader.len()).map(move |r| (t, r)));
        let rows: Vec<Plats<'_>> = places.map(|(t, r)| Plats::new(tabeller, (t, r))).collect();
        if rows.is_empty() {
            continue;
        }
        let mut slot = |plats: &Plats<'_>, utfall| judged[plats.at.0][plats.at.1] = Some(utfall);
        match slag {
            Tabellslag::Uppdrag => judge_uppdrag(&mut context, &statuslage, &rows, &mut slot),
            Tabellslag::Aktiviteter => judge_aktiviteter(&mut context, &statuslage, &rows, &mut slot),
            Tabellslag::Matetal => judge_matetal(&mut context, &rows, &mut slot),
            Tabellslag::Drift => judge_drift(&mut context, &rows, &mut slot),
            Tabellslag::Verksamhet => judge_verksamhet(&mut context, &rows, &mut slot),
        }
        context.hand_over();
    }
    let rader: Vec<Radutfall> = judged.into_iter().flatten().flatten().collect();
    let antal = Antal::of(&rader);
    Importutfall { rader, antal, skrivet: false }
}

/// Where the outcome of a row goes.
type Slot<'s, 't> = &'s mut dyn FnMut(&Plats<'t>, Radutfall);

/// A row and where it stands.
struct Plats<'t> {
    tabell: &'t Tabell,
    rad: &'t Rad,
    /// Table and row in the source.
    at: (usize, usize),
}

/// What became of a row, before it is written down.
enum Dom {
    Utslag(Utslag),
    Overhopp(Overhopp),
    Vagran(Vagran),
}

impl<'t> Plats<'t> {
    fn new(tabeller: &'t [Tabell], at: (usize, usize)) -> Plats<'t> {
        let tabell = &tabeller[at.0];
        Plats { tabell, rad: &tabell.rader[at.1], at }
    }

    fn work(&self) -> Radarbete {
        Radarbete {
            rad: self.rad.rad,
            has_status_column: self.tabell.kolumner.iter().any(|k| k.falt.as_deref() == Some("status")),
            new: false,
            anmarkningar: self.rad.anmarkningar.clone(),
            andringar: vec![],
        }
    }

    fn outcome(&self, dom: Dom, work: Radarbete) -> Radutfall {
        let (utslag, vagran, overhopp) = match dom {
            Dom::Utslag(utslag) => (utslag, None, None),
            Dom::Overhopp(overhopp) => (Utslag::Overhoppad, None, Some(overhopp)),
            Dom::Vagran(vagran @ Vagran::Tvetydig { .. }) => (Utslag::Tvetydig, Some(vagran), None),
            Dom::Vagran(vagran) => (Utslag::Vagrad, Some(vagran), None),
        };
        Radutfall {
            blad: self.tabell.blad.clone(),
            rad: self.rad.rad,
            slag: self.tabell.slag,
            utslag,
            benamning: name_of(&self.rad.innehall),
            andringar: if vagran.is_some() { vec![] } else { work.andringar },
            anmarkningar: work.anmarkningar,
            vagran,
            overhopp,
        }
    }

    /// The verdict of the form; `None` for a row whose meaning is still to be judged.
    fn form(&self) -> Option<Dom> {
        match &self.rad.innehall {
            Innehall::Vagrad(vagran) => Some(Dom::Vagran(vagran.clone())),
            Innehall::Overhoppad(overhopp) => Some(Dom::Overhopp(*overhopp)),
            _ => None,
        }
    }
}

/// Judges rows whose verdict is final at once. A refused row leaves no planned write behind.
fn judge_each<'t>(
    context: &mut Context<'_>,
    (rows, source): (&[Plats<'t>], &Kallrader),
    slot: Slot<'_, 't>,
    mut judge: impl FnMut(&mut Context<'_>, (&Innehall, Namn), &mut Radarbete) -> Result<Utslag, Vagran>,
) {
    for (place, plats) in rows.iter().enumerate() {
        let mut work = plats.work();
        let dom = plats.form().unwrap_or_else(|| {
            let namn = source.name(place).ok_or_else(misplaced);
            let row = source.once(place).and(namn).map(|namn| (&plats.rad.innehall, namn));
            match row.and_then(|row| judge(context, row, &mut work)) {
                Ok(utslag) => {
                    context.hand_over();
                    Dom::Utslag(utslag)
                }
                Err(vagran) => {
                    context.rollback(0);
                    Dom::Vagran(vagran)
                }
            }
        });
        slot(plats, plats.outcome(dom, work));
    }
}

fn judge_uppdrag<'t>(
    context: &mut Context<'_>,
    statuslage: &Statuslage<'_>,
    rows: &[Plats<'t>],
    slot: Slot<'_, 't>,
) {
    // Rows of uppdrag name no other uppdrag, so nobody misses the register meanwhile.
    let mut register = std::mem::take(&mut context.uppdrag);
    let source = kallrader(context, &mut register, rows);
    context.uppdrag = register;
    let mut rader = Uppdragsrader::new(context, statuslage, &source);
    judge_each(context, (rows, &source), slot, |context, (innehall, namn), work| match innehall {
        Innehall::Uppdrag(row) => rader.row(context, (row, namn), work),
        _ => Err(misplaced()),
    });
}

fn judge_aktiviteter<'t>(
    context: &mut Context<'_>,
    statuslage: &Statuslage<'_>,
    rows: &[Plats<'t>],
    slot: Slot<'_, 't>,
) {
    let mut register = aktivitet::known(context.plan);
    let source = kallrader(context, &mut register, rows);
    let mut rader = Aktivitetsrader::new(context, statuslage, (register, &source));
    judge_each(context, (rows, &source), slot, |context, (innehall, namn), work| match innehall {
        Innehall::Aktivitet(row) => rader.row(context, (row, namn), work),
        _ => Err(misplaced()),
    });
}

fn judge_matetal<'t>(context: &mut Context<'_>, rows: &[Plats<'t>], slot: Slot<'_, 't>) {
    let mut register = matetal::known(context.plan);
    let source = kallrader(context, &mut register, rows);
    let mut rader = Matetalsrader::new(context, (register, &source));
    let mut texts = Periodtexter::new(context.plan, context.period);
    judge_each(context, (rows, &source), slot, |context, (innehall, namn), work| match innehall {
        Innehall::Matetal(row) => rader.row(context, &mut texts, (row, namn), work),
        _ => Err(misplaced()),
    });
}

/// A row of an economy table whose printed sums are compared once every row is known.
struct Vantande<'r, 't, R, K> {
    plats: &'r Plats<'t>,
    row: &'t R,
    work: Radarbete,
    dom: Dom,
    /// The thing compared with: of a row its own, of a sum the one it names.
    key: Option<K>,
    summa: bool,
}

impl<'r, 't, R, K> Vantande<'r, 't, R, K> {
    fn of(
        (plats, row): (&'r Plats<'t>, &'t R),
        judged: Result<Ekonomidom<K>, Vagran>,
        work: Radarbete,
    ) -> Vantande<'r, 't, R, K> {
        let (dom, key, summa) = match judged {
            Ok(Ekonomidom::Rad(utslag, key)) => (Dom::Utslag(utslag), Some(key), false),
            Ok(Ekonomidom::Summa(key)) => (Dom::Overhopp(Overhopp::Summa), key, true),
            Err(vagran) => (Dom::Vagran(vagran), None, false),
        };
        Vantande { plats, row, work, dom, key, summa }
    }
}

fn judge_drift<'t>(context: &mut Context<'_>, rows: &[Plats<'t>], slot: Slot<'_, 't>) {
    let source = rows.iter().filter_map(|p| match &p.rad.innehall {
        Innehall::Drift(row) => Some(row),
        _ => None,
    });
    let mut rader = Driftrader::new(context, source);
    let mut texts = Periodtexter::new(context.plan, context.period);
    let mut waiting: Vec<Vantande<'_, 't, _, DriftradId>> = vec![];
    for plats in rows {
        let mut work = plats.work();
        if let Some(dom) = plats.form() {
            slot(plats, plats.outcome(dom, work));
        } else if let Innehall::Drift(row) = &plats.rad.innehall {
            let mark = context.writes.len();
            let judged = rader.row(context, &mut texts, row, &mut work);
            if judged.is_err() {
                context.rollback(mark);
            }
            waiting.push(Vantande::of((plats, row), judged, work));
        }
    }
    let beraknade = computed(context);
    for mut row in waiting {
        compare_row(row.row, row.summa, row.key.and_then(|k| beraknade.get(&k)), &mut row.work);
        slot(row.plats, row.plats.outcome(row.dom, row.work));
    }
}

fn judge_verksamhet<'t>(context: &mut Context<'_>, rows: &[Plats<'t>], slot: Slot<'_, 't>) {
    let mut rader = Verksamhetsrader::new(context);
    let mut texts = Periodtexter::new(context.plan, context.period);
    let mut waiting: Vec<Vantande<'_, 't, _, VerksamhetId>> = vec![];
    for plats in rows {
        let mut work = plats.work();
        if let Some(dom) = plats.form() {
            slot(plats, plats.outcome(dom, work));
        } else if let Innehall::Verksamhet(row) = &plats.rad.innehall {
            let mark = context.writes.len();
            let judged = rader.row(context, &mut texts, row, &mut work);
            if judged.is_err() {
                context.rollback(mark);
            }
            waiting.push(Vantande::of((plats, row), judged, work));
        }
    }
    let bild = Bild::computed(context);
    for mut row in waiting {
        if row.key.is_some() || row.summa {
            bild.compare(row.row, row.key, &mut row.work);
        }
        slot(row.plats, row.plats.outcome(row.dom, row.work));
    }
}

/// What the rows call their things, before any of them is judged.
fn kallrader<K>(context: &Context<'_>, register: &mut Register<K>, rows: &[Plats<'_>]) -> Kallrader {
    Kallrader::new(context, register, rows.iter().map(|p| (p.rad.rad, &p.rad.innehall)))
}

fn name_of(innehall: &Innehall) -> String {
    let nr = innehall.nr().unwrap_or_default();
    match innehall {
        Innehall::Uppdrag(row) => benamning(nr, &row.titel),
        Innehall::Aktivitet(row) => benamning(nr, &row.titel),
        Innehall::Matetal(row) => benamning(nr, &row.titel),
        Innehall::Drift(row) => row.namn.clone(),
        Innehall::Verksamhet(row) => row.namn.clone(),
        Innehall::Vagrad(_) | Innehall::Overhoppad(_) => String::new(),
    }
}

/// A table holds rows of its own kind; one of another kind is a fault of the reader of the source, never written.
fn misplaced() -> Vagran {
    Vagran::Regel { falt: "slag".into(), regel: "not_allowed".to_owned() }
}
