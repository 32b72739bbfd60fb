//! A table's cell as text: what stands on paper, in the text view and in a text column of Excel.
use super::{avvikelse, datum, med_enhet, procent, saknas, tal, tkr};
use crate::tree::{Cell, Inline, Kolumnslag};

/// The cell's text in a column of the given kind; *Tom* is empty.
pub fn cell(cell: &Cell, kolumn: Kolumnslag) -> String {
    match cell {
        Cell::Text(text) => klartext(text),
        Cell::Ore(ore) if kolumn == Kolumnslag::TkrAvvikelse => avvikelse(*ore),
        Cell::Ore(ore) => tkr(*ore),
        Cell::Tal { tal: value, decimaler, enhet, visa_enhet: true } => med_enhet(*value, *decimaler, enhet),
        Cell::Tal { tal: value, decimaler, .. } => tal(*value, *decimaler),
        Cell::Procent(value) => procent(*value),
        Cell::Datum(date) => datum(*date),
        Cell::Status { ord, .. } => ord.clone(),
        Cell::Bedomning(verdict) => verdict.ord.clone(),
        Cell::Saknas(reason) => saknas(*reason).to_string(),
        Cell::Tom => String::new(),
    }
}

/// Running text without its marks.
pub fn klartext(text: &[Inline]) -> String {
    text.iter().map(|inline| inline.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use plan_core::belopp::{Ore, Tal};
    use plan_core::matetal::Saknas;
    use plan_core::uppfoljning::Status;

    use super::*;
    use crate::format::bedomning;
    use plan_core::mal::Maluppfyllelse;

    #[test]
    fn every_kind_of_cell_has_its_text() {
        let amount = Cell::Ore(Ore::kronor(3_136_000));
        let number =
            |visa_enhet| Cell::Tal { tal: Tal(6_800_000), decimaler: 1, enhet: "%".into(), visa_enhet };
        let verdict = Cell::Bedomning(bedomning(Maluppfyllelse::Uppfyllt, true));
        let status = Cell::Status { status: Status::Forsenad, ord: "Försenad".into() };
        let text = |c: &Cell| cell(c, Kolumnslag::Text);
        assert_eq!(cell(&amount, Kolumnslag::Tkr), "3\u{a0}136");
        assert_eq!(cell(&amount, Kolumnslag::TkrAvvikelse), "+3\u{a0}136");
        assert_eq!([text(&number(true)), text(&number(false))], ["6,8\u{a0}%", "6,8"].map(String::from));
        assert_eq!(text(&verdict), "Uppfyllt (preliminärt)");
        assert_eq!(text(&status), "Försenad");
        assert_eq!(text(&Cell::Saknas(Saknas::Sekretess)), "Sekretess (för få)");
        assert_eq!(text(&Cell::Procent(50)), "50\u{a0}%");
        assert_eq!(text(&Cell::Tom), "");
    }
}
