//! Reports: one document without a format, composed from cleared figures and quotable words, and a writer for each
//! format. Nothing here reads files; [`write()`] alone writes them.

mod charts;
pub mod codebook;
mod document;
pub mod docx;
mod html;
mod markdown;
mod material;
mod package;
mod phrase;
pub mod sheets;
mod summary;
mod write;

pub use document::{Bars, Block, Cell, Document, Edition, Inline, Item, Panel, Quote, Row, Table};
pub use html::html;
pub use markdown::markdown;
pub use material::Material;
pub use package::{PackageError, package};
pub use summary::summary;
pub use write::{MANIFEST, Manifest, WriteError, is_written, made_from, take_away, write};
