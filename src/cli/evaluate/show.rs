//! An evaluation as tables for a person to read.

use super::Report;
use crate::analysis::{
    Accuracy, Agreements, Ceiling, Coefficients, Disagreements, Estimate, FEW, Measures, Slice, ThemeAccuracy,
    ThemeAgreement, UnitName,
};
use crate::cli::Context;
use crate::locale::number;

/// Themes and answers listed of those that codings differ on: where to begin. `--json` has all.
const THEMES_LISTED: usize = 5;
const ANSWERS_LISTED: usize = 5;
const CONFUSIONS_LISTED: usize = 5;

/// AC1 this far above kappa is the paradox of rare themes at work rather than chance.
const APART: f64 = 0.25;

/// The name of an answer: `R-00042 (1.1)`.
pub(super) fn name(of: &UnitName) -> String {
    let sentence = of.sentence.map(|n| format!(" §{n}")).unwrap_or_default();
    match of.question.as_str() {
        "" => format!("{}{sentence}", of.id),
        question => format!("{} ({question}){sentence}", of.id),
    }
}

/// Everything, in one language.
pub(super) fn text(context: &Context, report: &Report<'_>) -> String {
    let shown = Shown { context, report };
    let mut lines = shown.head();
    let evaluation = &report.evaluation;
    if let Some(accuracy) = &evaluation.accuracy {
        lines.extend(shown.accuracy(accuracy));
    }
    if let (Some(ceiling), true) = (&evaluation.ceiling, report.gathered.codings.in_full) {
        lines.extend(shown.ceiling(ceiling));
    }
    if let Some(agreement) = &evaluation.agreement {
        lines.extend(shown.agreement(agreement));
    }
    lines.extend(shown.disagreements(&evaluation.disagreements));
    lines.extend(shown.confusions());
    lines.join("\n") + "\n"
}

struct Shown<'s> {
    context: &'s Context,
    report: &'s Report<'s>,
}

impl Shown<'_> {
    fn say(&self, id: &str) -> String {
        self.context.say(id)
    }

    fn head(&self) -> Vec<String> {
        let (evaluation, codings) = (&self.report.evaluation, &self.report.gathered.codings);
        let of = self.report.opened.map(|opened| opened.folder.name().to_owned());
        let files =
            || self.report.asked.coded.iter().map(|path| crate::cli::shown(path)).collect::<Vec<_>>().join(", ");
        let args = [
            ("name", of.unwrap_or_else(files).into()),
            ("answers", evaluation.answers.into()),
            ("respondents", evaluation.respondents.into()),
            ("coders", codings.coders.join(", ").into()),
            ("twice", evaluation.coded_twice.into()),
        ];
        let id = if codings.in_full { "evaluate-title" } else { "evaluate-title-decided" };
        let mut lines = vec![self.context.say_with(id, &args)];
        let resampling = [("n", self.report.asked.resamples.into()), ("seed", self.report.asked.seed.into())];
        if self.report.asked.resamples > 0 {
            lines.push(self.context.say_with("evaluate-intervals", &resampling));
        }
        lines
    }

    fn accuracy(&self, accuracy: &Accuracy) -> Vec<String> {
        let columns =
            ["evaluate-codings", "evaluate-precision", "evaluate-recall", "evaluate-f1"].map(|id| self.say(id));
        let mut lines = vec![String::new(), row(&self.say("evaluate-accuracy"), &columns)];
        let all = &accuracy.all;
        lines.push(self.measured(&self.say("evaluate-all"), Some(all.codings), &all.pooled));
        lines.push(self.measured(&self.say("evaluate-mean"), None, &all.mean));
        let slice = |of: String, slice: &Slice| self.measured(&of, Some(slice.codings), &slice.pooled);
        let languages = accuracy.languages.iter();
        lines.extend(languages.map(|of| slice(self.say(&format!("evaluate-language-{}", of.name)), of)));
        let kinds = accuracy.types.iter().filter(|_| accuracy.types.len() > 1);
        lines.extend(kinds.map(|of| slice(self.kind(&of.name), of)));
        if !self.report.gathered.codings.in_full {
            lines.push(self.say("evaluate-decided"));
        }
        let by_hand = self.report.gathered.codings.themes.iter().filter(|theme| theme.by_hand).count() as u64;
        if by_hand > 0 {
            lines.push(self.context.say_with("evaluate-by-hand", &[("n", by_hand.into())]));
        }
        let columns = ["evaluate-given", "evaluate-precision", "evaluate-recall", "evaluate-f1"].map(|id| self.say(id));
        lines.extend([String::new(), row(&self.say("evaluate-by-theme"), &columns)]);
        let (few, enough): (Vec<_>, Vec<_>) = all.themes.iter().partition(|theme| theme.few);
        let measured =
            |theme: &&ThemeAccuracy| self.measured(&self.theme(&theme.theme), Some(theme.support), &theme.measures);
        lines.extend(enough.iter().map(measured));
        lines.extend(self.too_few(few.iter().map(|theme| (theme.theme.as_str(), theme.support))));
        lines
    }

    fn ceiling(&self, ceiling: &Ceiling) -> Vec<String> {
        let columns =
            ["evaluate-answers", "evaluate-precision", "evaluate-recall", "evaluate-f1"].map(|id| self.say(id));
        let mut lines = vec![String::new(), row(&self.say("evaluate-ceiling"), &columns)];
        let value = |of: &str| {
            let found = ceiling.comparisons.iter().find(|comparison| comparison.of == of);
            found.and_then(|comparison| comparison.pooled.f1.value)
        };
        for comparison in &ceiling.comparisons {
            let coder = comparison.coder.as_deref().unwrap_or_default();
            let label = self.context.say_with(&format!("compare-{}", comparison.of), &[("coder", coder.into())]);
            lines.push(self.measured(&label, Some(ceiling.answers), &comparison.pooled));
        }
        if let (Some(people), Some(machine)) = (value("people"), value("machine")) {
            let id = if machine < people { "evaluate-below" } else { "evaluate-above" };
            lines.push(self.say(id));
        }
        lines
    }

    fn agreement(&self, agreement: &Agreements) -> Vec<String> {
        let ids = ["evaluate-given", "evaluate-percent", "evaluate-kappa", "evaluate-alpha", "evaluate-ac1"];
        let mut lines = vec![String::new(), row(&self.say("evaluate-agreement"), &ids.map(|id| self.say(id)))];
        lines.push(self.agreed(&self.say("evaluate-all"), None, &agreement.pooled));
        lines.push(self.agreed(&self.say("evaluate-mean"), None, &agreement.mean));
        let (few, enough): (Vec<_>, Vec<_>) = agreement.themes.iter().partition(|theme| theme.few);
        let agreed =
            |theme: &&ThemeAgreement| self.agreed(&self.theme(&theme.theme), Some(theme.given), &theme.coefficients);
        lines.extend(enough.iter().map(agreed));
        lines.extend(self.too_few(few.iter().map(|theme| (theme.theme.as_str(), theme.given))));
        if let Some(kappa) = agreement.mean.kappa.value {
            lines.push(self.say(match kappa {
                ..0.4 => "evaluate-poor",
                ..0.6 => "evaluate-moderate",
                ..0.8 => "evaluate-substantial",
                _ => "evaluate-strong",
            }));
        }
        let of = |coefficients: &Coefficients| coefficients.ac1.value.zip(coefficients.kappa.value);
        let apart = |coefficients: &Coefficients| of(coefficients).is_some_and(|(ac1, kappa)| ac1 - kappa > APART);
        if agreement.themes.iter().any(|theme| !theme.few && apart(&theme.coefficients)) || apart(&agreement.mean) {
            lines.push(self.say("evaluate-paradox"));
        }
        lines
    }

    fn disagreements(&self, all: &[Disagreements]) -> Vec<String> {
        let mut lines = Vec::new();
        for of in all.iter().take(THEMES_LISTED) {
            let kinds = [
                ("evaluate-differ", &of.coders),
                ("evaluate-machine-only", &of.machine_only),
                ("evaluate-people-only", &of.people_only),
            ];
            lines.push(format!("  {} · {}", self.theme(&of.theme), number(of.answers as u64)));
            for (id, answers) in kinds.into_iter().filter(|(_, answers)| !answers.is_empty()) {
                let mut list: Vec<String> = answers.iter().take(ANSWERS_LISTED).map(name).collect();
                if answers.len() > ANSWERS_LISTED {
                    list.push("…".to_owned());
                }
                let args = [("n", (answers.len() as u64).into()), ("list", list.join(", ").into())];
                lines.push(self.context.say_with(id, &args));
            }
        }
        if !lines.is_empty() {
            lines.splice(0..0, [String::new(), self.say("evaluate-disagreements")]);
        }
        lines
    }

    fn confusions(&self) -> Vec<String> {
        let confusions = &self.report.evaluation.confusions;
        let kinds = [("evaluate-confused-machine", &confusions.machine), ("evaluate-confused", &confusions.coders)];
        let mut lines = Vec::new();
        for (id, list) in kinds {
            lines.extend(list.iter().take(CONFUSIONS_LISTED).map(|of| {
                let args =
                    [("one", of.one.as_str().into()), ("other", of.other.as_str().into()), ("n", of.times.into())];
                self.context.say_with(id, &args)
            }));
        }
        if !lines.is_empty() {
            lines.splice(0..0, [String::new(), self.say("evaluate-confusions")]);
        }
        lines
    }

    /// Themes that tell too little for a figure, in one line, with how often each was given.
    fn too_few<'t>(&self, themes: impl Iterator<Item = (&'t str, u64)>) -> Option<String> {
        let list: Vec<String> = themes.map(|(code, n)| format!("{code} ({})", number(n))).collect();
        let args = [("few", FEW.into()), ("list", list.join(", ").into())];
        (!list.is_empty()).then(|| self.context.say_with("evaluate-few", &args))
    }

    fn measured(&self, label: &str, n: Option<u64>, of: &Measures) -> String {
        let n = n.map(number).unwrap_or_default();
        row(label, &[n, self.estimate(of.precision), self.estimate(of.recall), self.estimate(of.f1)])
    }

    fn agreed(&self, label: &str, n: Option<u64>, of: &Coefficients) -> String {
        let n = n.map(number).unwrap_or_default();
        let [kappa, alpha, ac1] = [of.kappa, of.alpha, of.ac1].map(|estimate| self.estimate(estimate));
        row(label, &[n, self.percent(of.percent), kappa, alpha, ac1])
    }

    fn estimate(&self, of: Estimate) -> String {
        match (of.value, of.low, of.high) {
            (Some(value), Some(low), Some(high)) => format!("{value:.2} ({low:.2}–{high:.2})"),
            (Some(value), _, _) => format!("{value:.2}"),
            (None, _, _) => self.say("evaluate-undefined"),
        }
    }

    /// Two decimals would round what is nearly always the same to 1.
    fn percent(&self, of: Estimate) -> String {
        match (of.value.map(|of| of * 100.0), of.low.map(|of| of * 100.0), of.high.map(|of| of * 100.0)) {
            (Some(value), Some(low), Some(high)) => format!("{value:.1}% ({low:.1}–{high:.1})"),
            (Some(value), _, _) => format!("{value:.1}%"),
            (None, _, _) => self.say("evaluate-undefined"),
        }
    }

    /// A theme's code with its label.
    fn theme(&self, code: &str) -> String {
        let label = self.report.frame.and_then(|frame| frame.theme(code)).map(|theme| &theme.label);
        match label.map(|label| label.get(self.context.locale)) {
            Some(label) if label != code => format!("{code} {label}"),
            _ => code.to_owned(),
        }
    }

    fn kind(&self, code: &str) -> String {
        let types = self.report.opened.map(|opened| &opened.settings.consultation.types);
        let label = types.and_then(|types| types.iter().find(|kind| kind.code == code)).map(|kind| &kind.label);
        match label.map(|label| label.get(self.context.locale)) {
            Some(label) => label.to_owned(),
            None if code.is_empty() => self.say("evaluate-no-type"),
            None => code.to_owned(),
        }
    }
}

/// Widths of the first column and of the others.
const LABEL: usize = 38;
const NUMBER: usize = 7;
const FIGURE: usize = 20;

fn row(label: &str, cells: &[String]) -> String {
    let mut line = fit(label, LABEL);
    for (at, cell) in cells.iter().enumerate() {
        line += &if at == 0 { format!("{cell:>NUMBER$}   ") } else { format!("{cell:<FIGURE$}") };
    }
    line.trim_end().to_owned()
}

/// A label of exactly this many characters.
fn fit(label: &str, width: usize) -> String {
    let length = label.chars().count();
    if length <= width {
        return format!("{label}{}", " ".repeat(width - length));
    }
    label.chars().take(width - 1).chain(['…']).collect()
}
