//! What is special about each styrmodell, in one line.

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
