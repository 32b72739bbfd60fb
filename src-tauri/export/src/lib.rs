//! plan-export: a `Rapport` tree in, files out. `layout` puts it on pages once; `pdf`, `page_svg` and `text_view` are
//! readings of those pages. Knows fonts, page geometry and file formats. Knows no database, no path and no rule.
pub mod canvas;
pub mod chart;
pub mod check;
mod error;
mod fonts;
mod layout;
mod pages;
mod palette;
mod pdf;
mod structure;
mod svg;
mod symbol;
mod text;
mod text_view;
pub mod xlsx;

pub use error::ExportError;
pub use fonts::{Face, Fonts};
pub use layout::layout;
pub use pages::{Bookmark, Destination, Link, Page, Pages, Recording, Target};
pub use palette::Palette;
pub use pdf::pdf;
pub use structure::{Attribute, Element, ElementId, Tree};
pub use svg::{page_fingerprint, page_svg};
pub use text_view::text_view;
