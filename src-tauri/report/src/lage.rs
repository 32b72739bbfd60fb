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
