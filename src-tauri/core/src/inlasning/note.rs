//! How a link that could not be made is kept in the anteckning: the domain noun and the word as it stood.
//! Data of the plan, written once at import and the user's own from then on.

/// A mål that is not in the plan.
pub(super) fn unknown_mal(text: &str) -> String {
    format!("Mål: {}", text.trim())
}

/// An uppdrag that is not in the plan.
pub(super) fn unknown_uppdrag(text: &str) -> String {
    format!("Uppdrag: {}", text.trim())
}
