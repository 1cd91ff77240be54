//! Counts, disclosure control, redaction and quotations: arithmetic over coded responses, without input or output.
//!
//! ```text
//! CodedResponse ─Tally→ Figures ─clear→ Cleared<Figures>
//!       └──────Chooser→ Quotable
//! ```

mod disclosure;
mod figures;
mod protect;
mod quantifier;
mod quotation;
mod redaction;
mod sentences;
mod tally;

pub use disclosure::{Cleared, Shown, clear};
pub use figures::{EventFigures, Figures, Naming};
pub use protect::{Grid, protect, protect_line};
pub use quantifier::{FEWEST_FOR_PERCENT, Quantifier, percent};
pub use quotation::{Chooser, MOST_WORDS, Quotable};
pub use redaction::{Redaction, RedactionKind, redact, redacted};
pub use tally::{Tally, may_be_named};
