//! Counts, disclosure control, redaction, quotations, and how good a coding is: arithmetic over coded responses, without
//! input or output.
//!
//! ```text
//! CodedResponse ─Tally→ Figures ─clear→ Cleared<Figures>
//!       └──────Chooser→ Quotable
//! Codings ─evaluate→ Evaluation
//! ```

mod accuracy;
mod agreement;
mod bootstrap;
mod disclosure;
mod evaluation;
mod figures;
mod protect;
mod quantifier;
mod quotation;
mod redaction;
mod sentences;
mod tally;

pub use accuracy::{Estimate, Hits, Measures};
pub use agreement::{Agreement, Alike, agreement};
pub use bootstrap::{Draws, interval};
pub use disclosure::{Cleared, Shown, clear};
pub use evaluation::{
    Accuracy, Agreements, Ceiling, CodedTheme, Codings, Coefficients, Comparison, Confusion, Confusions, Disagreements,
    Evaluation, FEW, MOST_CODERS, Mark, Raters, Resampling, Slice, ThemeAccuracy, ThemeAgreement, Unit, UnitName,
    evaluate,
};
pub use figures::{EventFigures, Figures, Naming};
pub use protect::{Grid, protect, protect_line};
pub use quantifier::{FEWEST_FOR_PERCENT, Quantifier, percent};
pub use quotation::{Chooser, MOST_WORDS, Quotable, is_guarded};
pub use redaction::{Redaction, RedactionKind, redact, redacted};
pub use tally::{Tally, may_be_named};
