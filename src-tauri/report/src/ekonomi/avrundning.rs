//! Whether a table's rounded figures add up. They are never corrected, only noted (reports.md, Tables).
use plan_core::belopp::Ore;

use super::Siffror;

/// Printed below a table only where its rounded figures do not add up.
pub(crate) const NOT: &str = "Avrundning kan ge differenser i summeringar.";

/// The rule that holds in the whole report, for *Läs mig* in Excel.
pub(crate) fn regel() -> String {
    format!("Belopp räknas i ören och avrundas sist till hela tkr. {NOT}")
}

/// Whether a row's printed deviation differs from its printed forecast less its printed budget.
pub(crate) fn row_differs(row: &Siffror) -> bool {
    let (Some(avvikelse), Some(prognos), Some(budget)) = (row.avvikelse, row.prognos, row.budget) else {
        return false;
    };
    avvikelse.tkr() != prognos.ore().tkr() - budget.ore().tkr()
}

/// Whether a printed sum differs from the sum of its printed parts in any column.
pub(crate) fn sum_differs(summa: &Siffror, delar: &[Siffror]) -> bool {
    let amounts: [fn(&Siffror) -> Option<Ore>; 5] = [
        |row| row.budget.map(|b| b.ore()),
        |row| row.utfall.map(|b| b.ore()),
        |row| row.prognos.map(|b| b.ore()),
        |row| row.avvikelse,
        |row| row.tidigare,
    ];
    amounts.iter().any(|of| {
        let parts: i64 = delar.iter().filter_map(of).map(Ore::tkr).sum();
        of(summa).is_some_and(|sum| sum.tkr() != parts)
    })
}
