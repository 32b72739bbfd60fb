//! What is said of the styrmodeller to choose from, and of the levels of the file's own.

/// The line under the styrmodell's name where one is chosen; empty for a key that is none.
pub(crate) fn line(key: &str) -> &'static str {
    match key {
        "ledmot-2023" => "Nämnden ger uppdrag på styrtalet. Målområden får aldrig en samlad bedömning.",
        "ledmot-2010" => "Resultatmål från fullmäktige, verksamhetsmål från nämnden och servicegarantier.",
        "trelleborg" => "Effektmålet är ett löfte på ett år. Varje aktivitet visar vägen till effekten.",
        "mjolby" => "Nämnden gör åtaganden mot kommunmålen. Varje mått får en egen analys.",
        "ange" => "Grunduppdraget kommer först. Mål sätts bara där något ska förändras.",
        "egen" => "Utan mall. Du namnger nivåerna och väljer hur målen bedöms.",
        _ => "",
    }
}

/// "Regel A: mer än 50 % av nyckeltalen", where the share is weighted or not.
pub(crate) fn rule_with_share(weighted: bool, share: &str) -> String {
    if weighted {
        format!("Regel C: {share} av nyckeltalens vikt")
    } else {
        format!("Regel A: {share} av nyckeltalen")
    }
}

/// What becomes of the mål of a level that is removed: "12 styrtal", at the top of the chain or below it.
pub(crate) fn removed(used: &str, at_the_top: bool) -> String {
    let handed = if at_the_top {
        "Målen under dem ställs överst och får texten som anteckning. Uppdrag och mätetal direkt på dem står kvar utan mål."
    } else {
        "Mål, uppdrag och mätetal under dem flyttas till målet ovanför, som får texten som anteckning."
    };
    format!("{used} tas bort. {handed} Bedömningar och rapporttexter om dem tas bort.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_its_line() {
        for template in plan_core::styrmodell::templates::ALL {
            assert!(!line(template.key).is_empty(), "{}", template.key);
        }
    }
}
