//! Names that Excel accepts: sheets (31 characters, seven forbidden ones) and tables (letters, digits, underscore; unique).
use std::collections::BTreeSet;

/// Hands out names that are free in the workbook.
#[derive(Default)]
pub(super) struct Names {
    sheets: BTreeSet<String>,
    tables: BTreeSet<String>,
}

impl Names {
    pub(super) fn sheet(&mut self, wanted: &str) -> String {
        let clean: String = wanted.chars().filter(|c| !"[]:*?/\\".contains(*c) && !c.is_control()).collect();
        let clean = clean.trim().trim_matches('\'');
        let base = if clean.is_empty() { "Tabell" } else { clean };
        free(&mut self.sheets, base, 31, " ")
    }

    pub(super) fn table(&mut self, wanted: &str) -> String {
        let letter = |c: char| if c.is_alphanumeric() { c } else { '_' };
        let base = format!("T_{}", wanted.chars().map(letter).collect::<String>());
        free(&mut self.tables, &base, 200, "_")
    }
}

/// Column headings are unique in a table: a second "Kommentar" becomes "Kommentar (2)".
pub(super) fn unique_headings<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    headings
        .map(|heading| {
            let base = if heading.trim().is_empty() { "Kolumn" } else { heading.trim() };
            let name = std::iter::once(base.to_owned())
                .chain((2..).map(|n| format!("{base} ({n})")))
                .find(|name| !taken.contains(&name.to_lowercase()))
                .unwrap_or_default();
            taken.insert(name.to_lowercase());
            name
        })
        .collect()
}

fn free(taken: &mut BTreeSet<String>, base: &str, longest: usize, gap: &str) -> String {
    let cut = |suffix: &str| {
        let room = longest.saturating_sub(suffix.chars().count());
        format!("{}{suffix}", base.chars().take(room).collect::<String>())
    };
    let name = std::iter::once(cut(""))
        .chain((2..).map(|n| cut(&format!("{gap}{n}"))))
        .find(|name| !taken.contains(&name.to_lowercase()))
        .unwrap_or_default();
    taken.insert(name.to_lowercase());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheet_names_are_clean_short_and_unique() {
        let mut names = Names::default();
        assert_eq!(names.sheet("Drift/utfall: april"), "Driftutfall april");
        assert_eq!(names.sheet("drift/utfall: APRIL"), "driftutfall APRIL 2");
        assert_eq!(names.sheet("Uppdrag och aktiviteter med ansvariga").chars().count(), 31);
        assert_eq!(names.sheet(""), "Tabell");
    }

    #[test]
    fn headings_are_unique_whatever_the_case() {
        let names = unique_headings(["Kommentar", "kommentar", ""].into_iter());
        assert_eq!(names, ["Kommentar", "kommentar (2)", "Kolumn"]);
    }
}
