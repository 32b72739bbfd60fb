//! The drift table that a new file starts from, as data. The rows are the file's own from then on.

/// The default drift table (reports.md, Tables): name, and for a sum the places of its parts.
pub(super) const DEFAULT_ROWS: &[(&str, &[usize])] = &[
    ("Verksamhetens intäkter", &[]),
    ("Personalkostnader", &[]),
    ("Lokalhyror", &[]),
    ("Köp av tjänster", &[]),
    ("Övriga kostnader", &[]),
    ("Verksamhetens kostnader", &[1, 2, 3, 4]),
    ("Verksamhetens nettokostnader", &[0, 5]),
    ("Kommunbidrag", &[]),
    ("Finansnetto", &[]),
    ("Årets resultat", &[6, 7, 8]),
];
