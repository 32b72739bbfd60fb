//! The laid-out report as data.

/// Pages, structure tree, links and bookmarks of one report.
#[derive(Default)]
pub struct Pages;
