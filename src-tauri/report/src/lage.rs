//! A report's way to a decision: the same facts with another stamp. What a draft or a decision adds comes and goes here.
use crate::format::datum;
use crate::tree::{Avsnitt, Block, Inline, Lage, Rapport};

/// Key of the report's own check, printed on the draft only.
pub(crate) const INNAN_UTSKICK: &str = "innan_utskick";
/// Key of the decision's data.
pub(crate) const BESLUT: &str = "beslut";

/// The same report in another state: a stored *Förslag* becomes *Fastställd* without any live data.
/// The draft's own check goes when it is a draft no more; a decision adds datum, §, dnr and the chain head.
pub fn with_lage(mut rapport: Rapport, lage: Lage) -> Rapport {
    rapport.avsnitt.retain(|avsnitt| avsnitt.id != BESLUT);
    if lage != Lage::Utkast {
        rapport.avsnitt.retain(|avsnitt| avsnitt.id != INNAN_UTSKICK);
    }
    if let Lage::Faststalld { dnr, .. } = &lage
        && !dnr.is_empty()
    {
        rapport.dnr = dnr.clone();
    }
    rapport.avsnitt.extend(beslut(&rapport, &lage));
    rapport.lage = lage;
    rapport
}

/// What was decided, when and on which facts.
fn beslut(rapport: &Rapport, lage: &Lage) -> Option<Avsnitt> {
    let rader = match lage {
        Lage::Utkast | Lage::Forslag => return None,
        Lage::Faststalld { datum: dag, paragraf, dnr, kedja } => vec![
            ("Beslut", format!("Fastställd av {}", namnd(rapport))),
            ("Datum", datum(*dag)),
            ("Paragraf", paragraf_ord(paragraf)),
            ("Diarienummer", dnr.clone()),
            ("Kontrollsumma", kedja.clone()),
        ],
        Lage::Upphavd { datum: dag, paragraf, skal } => vec![
            ("Beslut", "Beslutet om rapporten är upphävt".into()),
            ("Datum", datum(*dag)),
            ("Paragraf", paragraf_ord(paragraf)),
            ("Skäl", skal.clone()),
        ],
    };
    let mut block = vec![Block::Fakta(pairs(rader))];
    if matches!(lage, Lage::Faststalld { .. }) {
        block.push(Block::Stycke(plain(
            "Kontrollsumman är huvudet på planens ändringslogg när rapportens uppgifter togs ut. \
             Med den kan rapporten prövas mot planen i efterhand.",
        )));
    }
    Some(Avsnitt { id: BESLUT.into(), rubrik: "Beslut".into(), block, underavsnitt: vec![] })
}

fn namnd(rapport: &Rapport) -> String {
    if rapport.namnd.is_empty() { "nämnden".into() } else { rapport.namnd.clone() }
}

/// "§ 62", also where the sign was typed.
fn paragraf_ord(paragraf: &str) -> String {
    match paragraf.trim().trim_start_matches('§').trim() {
        "" => String::new(),
        number => format!("§\u{a0}{number}"),
    }
}

fn pairs(rows: Vec<(&str, String)>) -> Vec<(String, Vec<Block>)> {
    let filled = rows.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(label, text)| (label.to_string(), vec![Block::Stycke(plain(&text))])).collect()
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline { text: text.to_string(), ..Inline::default() }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manadsrapport;
    use crate::testplan::{Testplan, date, find, picture, underlag};

    fn decided(paragraf: &str) -> Lage {
        let dnr = "2026.007 ON".into();
        Lage::Faststalld { datum: date("2026-11-17"), paragraf: paragraf.into(), dnr, kedja: "ab12".into() }
    }

    #[test]
    fn a_decision_prints_its_data_and_changes_nothing_else() {
        let t = Testplan::new();
        let view = t.view("2026-10");
        let proposal = with_lage(manadsrapport(&underlag(&view, None)), Lage::Forslag);
        let report = with_lage(proposal.clone(), decided("§62"));
        let text = picture(&report);
        for expected in ["Fastställd av Omsorgsnämnden", "2026-11-17", "§ 62", "2026.007 ON", "ab12"] {
            assert!(text.contains(expected), "{expected} is missing: {text}");
        }
        assert_eq!(with_lage(report, Lage::Forslag).avsnitt, proposal.avsnitt);
    }

    #[test]
    fn a_revoked_report_says_why_instead() {
        let t = Testplan::new();
        let view = t.view("2026-10");
        let report = with_lage(manadsrapport(&underlag(&view, None)), decided("62"));
        let skal = "Fel prognos.".to_string();
        let revoked = Lage::Upphavd { datum: date("2026-12-01"), paragraf: "70".into(), skal };
        let text = picture(&with_lage(report, revoked));
        assert!(text.contains("upphävt") && text.contains("Fel prognos."), "{text}");
        assert!(!text.contains("ab12"), "{text}");
    }

    #[test]
    fn a_draft_has_no_decision() {
        let t = Testplan::new();
        let view = t.view("2026-10");
        assert!(find(&manadsrapport(&underlag(&view, None)), BESLUT).is_none());
    }
}
