//! Fractional sort keys: a thing is put between two others without renumbering any (storage.md, Decisions).
//! A key is text of `0-9a-z` compared byte by byte, and never ends in `0`, so there is always room before it.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: usize = DIGITS.len();
/// Digits that count whole steps; appending stays this long for 30 million things.
const WHOLE: usize = 5;
const FIRST: &str = "i0000i";

/// A key after the last one there is; `None`: the first of all.
pub fn after(last: Option<&str>) -> String {
    match last {
        None => FIRST.to_string(),
        Some(last) => step(last, 1).unwrap_or_else(|| middle(&digits(last), None)),
    }
}

/// A key after `before` and before `next`; `None` means the beginning or the end.
pub fn between(before: Option<&str>, next: Option<&str>) -> String {
    match (before, next) {
        (before, None) => after(before),
        (None, Some(next)) => step(next, -1).unwrap_or_else(|| middle(&[], Some(&digits(next)))),
        (Some(before), Some(next)) => middle(&digits(before), Some(&digits(next))),
    }
}

/// The key a whole step away, where there is one.
fn step(key: &str, by: i64) -> Option<String> {
    let mut whole = digits(key);
    whole.resize(WHOLE, 0);
    let number = whole.iter().fold(0i64, |n, d| n * BASE as i64 + *d as i64) + by;
    if !(0..(BASE as i64).pow(WHOLE as u32)).contains(&number) {
        return None;
    }
    let place = |p: usize| (number / (BASE as i64).pow((WHOLE - 1 - p) as u32)) as usize % BASE;
    Some(text((0..WHOLE).map(place)) + "i")
}

/// The shortest key strictly between two; keys that leave no room (`a`, `a0`) give one right after the first.
fn middle(before: &[usize], next: Option<&[usize]>) -> String {
    let mut key = vec![];
    let mut upper = next.filter(|n| n.iter().any(|d| *d > 0));
    for place in 0.. {
        let low = before.get(place).copied().unwrap_or(0);
        let high = upper.and_then(|u| u.get(place)).copied().unwrap_or(BASE);
        if high > low + 1 {
            key.push((low + high) / 2);
            break;
        }
        key.push(low);
        if high != low {
            upper = None;
        }
    }
    text(key.into_iter())
}

fn digits(key: &str) -> Vec<usize> {
    key.bytes()
        .map(|b| match b {
            b'0'..=b'9' => usize::from(b - b'0'),
            b'a'..=b'z' => usize::from(b - b'a') + 10,
            b if b < b'0' => 0,
            b if b < b'a' => 10,
            _ => BASE - 1,
        })
        .collect()
}

fn text(digits: impl Iterator<Item = usize>) -> String {
    digits.map(|d| char::from(DIGITS[d])).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn appending_keeps_keys_short() {
        let mut last = after(None);
        for _ in 0..50_000 {
            let next = after(Some(&last));
            assert!(next > last, "{next} after {last}");
            last = next;
        }
        assert_eq!(last.len(), 6);
    }

    proptest! {
        #[test]
        fn there_is_always_room(places in proptest::collection::vec(0usize..1000, 1..200)) {
            let mut keys: Vec<String> = vec![];
            for place in places {
                let at = place % (keys.len() + 1);
                let before = at.checked_sub(1).map(|i| keys[i].as_str());
                let key = between(before, keys.get(at).map(String::as_str));
                prop_assert!(before.is_none_or(|b| b < key.as_str()), "{:?} < {}", before, key);
                prop_assert!(keys.get(at).is_none_or(|n| &key < n), "{} < {:?}", key, keys.get(at));
                prop_assert!(!key.ends_with('0'));
                keys.insert(at, key);
            }
        }

        #[test]
        fn foreign_keys_never_stop_the_work(a in any::<String>(), b in any::<String>()) {
            prop_assert!(!between(Some(&a), Some(&b)).is_empty());
            prop_assert!(!between(Some(&a), Some(&a)).is_empty());
            prop_assert!(!after(Some(&a)).is_empty());
        }
    }
}
