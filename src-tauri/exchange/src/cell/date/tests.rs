//! Times in the spellings of many sheets, and that any text is survived.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;

use super::*;

fn days(text: &str) -> Option<(String, String)> {
    match read(text) {
        Reading::Time(from, to) => Some((from.day(Role::Start)?.to_string(), to.day(Role::End)?.to_string())),
        _ => None,
    }
}

#[test]
fn reads_the_forms_of_the_sheets() {
    for (text, from, to) in [
        ("2026-03-01", "2026-03-01", "2026-03-01"),
        ("2026-03-01 00:00:00", "2026-03-01", "2026-03-01"),
        ("20260301", "2026-03-01", "2026-03-01"),
        ("260301", "2026-03-01", "2026-03-01"),
        ("26-03-01", "2026-03-01", "2026-03-01"),
        ("2026/3/1", "2026-03-01", "2026-03-01"),
        ("31/12 2026", "2026-12-31", "2026-12-31"),
        ("31/12-26", "2026-12-31", "2026-12-31"),
        ("31.12.2026", "2026-12-31", "2026-12-31"),
        ("1 mars 2026", "2026-03-01", "2026-03-01"),
        ("senast den 1:a mars 2026", "2026-03-01", "2026-03-01"),
        ("1 sept. 2026", "2026-09-01", "2026-09-01"),
        ("april 2026", "2026-04-01", "2026-04-30"),
        ("slutet av feb 2028", "2028-02-01", "2028-02-29"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("apr-26", "2026-04-01", "2026-04-30"),
        ("VT26", "2026-01-01", "2026-06-30"),
        ("HT 2026", "2026-07-01", "2026-12-31"),
        ("ht-26", "2026-07-01", "2026-12-31"),
        ("våren 2026", "2026-01-01", "2026-06-30"),
        ("Q3 2026", "2026-07-01", "2026-09-30"),
        ("2026 kvartal 3", "2026-07-01", "2026-09-30"),
        ("tredje kvartalet 2026", "2026-07-01", "2026-09-30"),
        ("T1 2026", "2026-01-01", "2026-04-30"),
        ("tertial 2 2026", "2026-05-01", "2026-08-31"),
        ("v. 40 2026", "2026-09-28", "2026-10-04"),
        ("2026-W40", "2026-09-28", "2026-10-04"),
        ("v2640", "2026-09-28", "2026-10-04"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026–2027", "2026-01-01", "2027-12-31"),
        ("2026/27", "2026-07-01", "2027-06-30"),
        ("mars–maj 2026", "2026-03-01", "2026-05-31"),
        ("1-5 mars 2026", "2026-03-01", "2026-03-05"),
        ("v. 40–42 2026", "2026-09-28", "2026-10-18"),
        ("2026-03-01 – 2026-05-31", "2026-03-01", "2026-05-31"),
        ("VT26–HT26", "2026-01-01", "2026-12-31"),
        ("första halvåret 2026", "2026-01-01", "2026-06-30"),
    ] {
        assert_eq!(days(text), Some((from.to_owned(), to.to_owned())), "{text}");
    }
}

#[test]
fn leaves_the_year_to_the_plan() {
    let part = |text| match read(text) {
        Reading::Time(_, to) => to.without_year(Role::End),
        _ => None,
    };
    assert_eq!(part("vecka 40"), Some(DelAvAr::Vecka(40)));
    assert_eq!(part("Q3"), Some(DelAvAr::Kvartal(3)));
    assert_eq!(part("T1"), Some(DelAvAr::Tertial(1)));
    assert_eq!(part("mars"), Some(DelAvAr::Manad(3)));
    assert_eq!(part("31/12"), Some(DelAvAr::Dag(12, 31)));
    assert_eq!(part("hösten"), Some(DelAvAr::Hosttermin));
    assert_eq!(part("v 40-42"), Some(DelAvAr::Vecka(42)));
}

#[test]
fn a_day_that_does_not_exist_is_told_from_text() {
    for text in ["2026-06-31", "31/6 2026", "30 februari 2026", "2026-13-01", "v. 53 2025", "31/6"] {
        assert_eq!(read(text), Reading::Impossible, "{text}");
    }
    for text in
        ["löpande", "Tills vidare", "efter beslut i KF", "enligt plan 3", "mars eller maj", "år 3026", ""]
    {
        assert_eq!(read(text), Reading::Other, "{text}");
    }
}

proptest! {
    #[test]
    fn a_day_is_read_back(offset in 0..40_000_u64) {
        let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(offset);
        for text in [day.to_string(), day.format("%d/%m %Y").to_string(), day.format("%Y%m%d").to_string()] {
            prop_assert_eq!(days(&text), Some((day.to_string(), day.to_string())), "{}", text);
        }
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn any_text_like_a_date_is_survived(text in "([0-9]{1,9}|[-/. –:]|v|vecka|Q|T|mars|ht|till|första){0,9}") {
        read(&text);
    }
}
