//! What every chapter needs: blocks in order, messages, and counts as they may be shown.

use crate::analysis::{Quantifier, Quotable, Shown, percent};
use crate::locale;
use crate::model::{Consultation, Counting, Figure, Language, Locale, Theme};

use super::super::document::{Block, Cell, Inline, Panel, Quote, Row, Table};
use super::super::material::Material;
use super::super::phrase::{Arg, HIDDEN, phrase, plain};

/// Puts down blocks in order.
pub(super) struct Writer<'m> {
    pub(super) material: &'m Material,
    pub(super) locale: Locale,
    blocks: Vec<Block>,
    chapters: usize,
    annexes: u8,
}

impl<'m> Writer<'m> {
    pub(super) fn new(material: &'m Material, locale: Locale) -> Self {
        Writer { material, locale, blocks: Vec::new(), chapters: 0, annexes: 0 }
    }

    pub(super) fn finish(self) -> Vec<Block> {
        self.blocks
    }

    pub(super) fn consultation(&self) -> &'m Consultation {
        &self.material.consultation
    }

    /// A numbered chapter; the id of its message is its anchor.
    pub(super) fn chapter(&mut self, id: &str) {
        self.chapters += 1;
        let text = format!("{}. {}", self.chapters, self.words(id));
        self.push(Block::Heading { level: 2, id: id.to_owned(), text });
    }

    /// A lettered annex.
    pub(super) fn annex(&mut self, id: &str) {
        let letter = char::from(b'A' + self.annexes);
        self.annexes += 1;
        let title = self.words(id);
        let text =
            self.words_with("annex", &[("letter", Arg::Words(letter.to_string())), ("title", Arg::Words(title))]);
        self.push(Block::Heading { level: 2, id: id.to_owned(), text });
    }

    pub(super) fn heading(&mut self, level: u8, id: impl Into<String>, text: impl Into<String>) {
        self.push(Block::Heading { level, id: anchor(&id.into()), text: text.into() });
    }

    /// A heading of level 3 whose message is also its anchor.
    pub(super) fn section(&mut self, id: &str) {
        let text = self.words(id);
        self.heading(3, id, text);
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn words(&self, id: &str) -> String {
        plain(self.locale, id, &[])
    }

    pub(super) fn words_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        plain(self.locale, id, args)
    }

    pub(super) fn phrase(&self, id: &str, args: &[(&str, Arg)]) -> Vec<Inline> {
        phrase(self.locale, id, args)
    }

    /// A paragraph of one message.
    pub(super) fn say(&mut self, id: &str) {
        self.say_with(id, &[]);
    }

    pub(super) fn say_with(&mut self, id: &str, args: &[(&str, Arg)]) {
        let said = self.phrase(id, args);
        self.push(Block::Paragraph(said));
    }

    /// A box to be filled in by officials.
    pub(super) fn for_officials(&mut self, id: &str) {
        let said = self.phrase(id, &[]);
        self.push(Block::Panel(Panel::ForOfficials, vec![Block::Paragraph(said)]));
    }

    pub(super) fn note(&mut self, id: &str) {
        let said = self.phrase(id, &[]);
        self.push(Block::Panel(Panel::Note, vec![Block::Paragraph(said)]));
    }

    /// A count of the figures.
    pub(super) fn count(&self, figure: &Figure) -> u64 {
        self.material.figures.count(figure)
    }

    /// A number for a message.
    pub(super) fn arg(&self, figure: &Figure) -> Arg {
        Arg::Number(self.count(figure), Some(figure.clone()))
    }

    /// A cell with a count, as it may be shown.
    pub(super) fn cell(&self, figure: &Figure) -> Cell {
        vec![self.number(figure)]
    }

    pub(super) fn number(&self, figure: &Figure) -> Inline {
        let shown = match self.material.figures.shown(figure) {
            Shown::Count(n) => locale::number(n),
            Shown::Hidden => HIDDEN.to_owned(),
        };
        Inline::Number { shown, figure: Some(figure.clone()) }
    }

    /// A cell with a count and, on a base that bears one, its share.
    pub(super) fn share_cell(&self, figure: &Figure, base: &Figure) -> Cell {
        let mut cell = self.cell(figure);
        if let Some(share) = self.share(figure, base) {
            cell.push(Inline::text(format!(" ({share})")));
        }
        cell
    }

    /// `23%`, `under 1%`, or nothing on a small base or for a hidden count.
    pub(super) fn share(&self, figure: &Figure, base: &Figure) -> Option<String> {
        let count = self.material.figures.shown(figure).count()?;
        let base = self.material.figures.shown(base).count()?;
        match percent(count, base)? {
            0 if count > 0 => Some(self.words("percent-under-one")),
            100 if count < base => Some(self.words("percent-over-ninety-nine")),
            whole => Some(format!("{whole}%")),
        }
    }

    /// Whether any response shares a template.
    pub(super) fn has_campaigns(&self) -> bool {
        !self.material.figures.campaigns().is_empty()
    }

    /// The counting that leads.
    pub(super) fn headline(&self) -> Counting {
        self.consultation().headline
    }

    /// Those who answered a question, in the counting that leads.
    pub(super) fn answered(&self, question: &str) -> Figure {
        Figure::answered(question).counting(self.headline())
    }

    /// Themes of the first level that were raised within a set, the most frequent first.
    pub(super) fn ranked(&self, base: &Figure) -> Vec<(&'m Theme, u64)> {
        let mut ranked: Vec<(&Theme, u64)> = self
            .material
            .top_themes()
            .map(|theme| (theme, self.count(&base.theme(&theme.code))))
            .filter(|(_, count)| *count > 0)
            .collect();
        ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        ranked
    }

    /// The word for a share, as part of a message's id.
    pub(super) fn quantifier(&self, figure: &Figure, base: &Figure) -> Quantifier {
        Quantifier::of(self.count(figure), self.count(base))
    }

    /// The name of a kind of respondent.
    pub(super) fn type_label(&self, code: &str) -> String {
        match self.consultation().respondent_type(code) {
            Some(kind) => kind.label.get(self.locale).to_owned(),
            None if code.is_empty() => self.words("did-not-say"),
            None => code.to_owned(),
        }
    }

    /// A channel in words, where it is one that we know.
    pub(super) fn channel_label(&self, channel: &str) -> String {
        let id = format!("channel-{}", channel.trim().to_lowercase().replace([' ', '_'], "-"));
        if channel.is_empty() {
            self.words("did-not-say")
        } else if locale::has(self.locale, &id) {
            self.words(&id)
        } else {
            channel.to_owned()
        }
    }

    /// `Question 1.1`, or the whole response.
    pub(super) fn question_label(&self, id: &str) -> String {
        if id == "whole" {
            return self.words("question-whole");
        }
        self.words_with("question-label", &[("id", Arg::Words(id.to_owned()))])
    }

    pub(super) fn table(&mut self, caption: String, head: Vec<String>, rows: Vec<Row>, note: Option<String>) {
        if !rows.is_empty() {
            self.push(Block::Table(Table { caption, head, rows, note }));
        }
    }

    /// The note under a table that hides counts, when it does.
    pub(super) fn hidden_note(&self, rows: &[Row]) -> Option<String> {
        let is_hidden = |inline: &Inline| matches!(inline, Inline::Number { shown, .. } if shown == HIDDEN);
        let hides = rows.iter().flat_map(|row| &row.cells).flatten().any(is_hidden);
        let fewest = self.material.figures.fewest_shown();
        hides.then(|| self.words_with("hidden-note", &[("fewest", Arg::Number(fewest, None))]))
    }

    /// A quotation, attributed in general terms; to an individual where even the type would say too much.
    pub(super) fn quote(&self, quotable: &Quotable) -> Block {
        let hidden = self.material.figures.shown(&Figure::responses().of_type(quotable.kind())) == Shown::Hidden;
        let kind = self.consultation().respondent_type(quotable.kind());
        let attribution = match kind {
            Some(kind) if kind.young && hidden => self.words("a-young-person"),
            Some(kind) if !kind.organisation && hidden => self.words("an-individual"),
            _ => self.type_label(quotable.kind()),
        };
        Block::Quote(Quote {
            text: quotable.text().to_owned(),
            language: match quotable.language() {
                Language::Cy => Language::Cy,
                Language::En => Language::En,
                _ => Language::Unknown,
            },
            attribution,
            reference: quotable.reference().to_owned(),
        })
    }
}

/// A row whose header is plain words.
pub(super) fn row(head: impl Into<String>, cells: Vec<Cell>) -> Row {
    Row { head: vec![Inline::text(head)], cells, within: false, total: false }
}

/// A cell of plain words.
pub(super) fn text(words: impl Into<String>) -> Cell {
    vec![Inline::text(words)]
}

/// A cell with a number that names no set of responses.
pub(super) fn bare(n: u64) -> Cell {
    vec![Inline::Number { shown: locale::number(n), figure: None }]
}

/// What may stand in an anchor.
pub(super) fn anchor(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}
