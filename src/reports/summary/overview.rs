//! Events, who responded and how, and campaigns.

use crate::locale;
use crate::model::{Campaign, CampaignId, CampaignState, Figure, Language, Theme};

use super::super::document::{Block, Inline, Row};
use super::super::phrase::Arg;
use super::executive::campaign_statement;
use super::writer::{Writer, bare, row, text};

/// Themes listed for each event, at most.
const EVENT_THEMES: usize = 5;

/// Events, which are never added to counts of responses.
pub(super) fn engagement(w: &mut Writer<'_>) {
    w.chapter("engagement");
    let events = &w.material.events;
    if events.is_empty() {
        w.say("engagement-none");
        return;
    }
    w.say_with("engagement-about", &[("n", Arg::Number(events.len() as u64, None))]);
    let rows = events
        .iter()
        .map(|event| {
            let people: Vec<String> =
                event.people.iter().map(|p| format!("{}: {}", p.group, locale::number(u64::from(p.people)))).collect();
            let all: u64 = event.people.iter().map(|p| u64::from(p.people)).sum();
            let notes = w.material.figures.event(&event.id).map_or(0, |figures| figures.notes);
            let mut head =
                vec![Inline::text(format!("{} ", event.title.get(w.locale))), Inline::Code(event.id.clone())];
            if event.title.get(w.locale).is_empty() {
                head.remove(0);
            }
            let cells = vec![
                text(locale::date(w.locale, &event.date)),
                text(event.place.clone()),
                text(event.audience.get(w.locale)),
                text(if people.len() > 1 {
                    format!("{} ({})", locale::number(all), people.join("; "))
                } else {
                    people.join("")
                }),
                bare(notes),
            ];
            Row { head, cells, within: false, total: false }
        })
        .collect();
    let head = ["event", "date", "place", "audience", "people", "notes"].map(|id| w.words(id)).to_vec();
    w.table(w.words("engagement-caption"), head, rows, Some(w.words("engagement-apart")));

    let mut rows = Vec::new();
    for event in events {
        let Some(figures) = w.material.figures.event(&event.id) else { continue };
        let mut themes: Vec<(&str, u64)> = w
            .material
            .top_themes()
            .filter_map(|theme| Some((theme.label.get(w.locale), *figures.themes.get(&theme.code)?)))
            .collect();
        themes.sort_by_key(|(_, notes)| std::cmp::Reverse(*notes));
        for (label, notes) in themes.into_iter().take(EVENT_THEMES) {
            rows.push(row(format!("{}: {label}", event.title.get(w.locale)), vec![bare(notes)]));
        }
    }
    let head = vec![w.words("event-theme"), w.words("notes")];
    w.table(w.words("engagement-themes-caption"), head, rows, None);
}

/// Tables of who responded, over which channel, in which language, and how many answered each question.
pub(super) fn chapter(w: &mut Writer<'_>) {
    w.chapter("overview");
    let all = Figure::responses();
    if w.count(&all) == 0 {
        w.say("overview-none");
        return;
    }
    w.say_with("overview-about", &[("n", w.arg(&all))]);
    let channels = w.material.figures.values(|figure| figure.channel.as_ref());
    let channels = channels
        .into_iter()
        .map(|channel| (w.channel_label(channel), Figure { channel: Some(channel.to_owned()), ..Figure::default() }));
    let channels = channels.collect();
    people_table(w, "channel", "overview-channels", channels);
    types(w);
    areas(w);
    languages(w);
    answers(w);
}

fn types(w: &mut Writer<'_>) {
    let seen = w.material.figures.values(|figure| figure.kind.as_ref());
    let known = &w.consultation().types;
    if known.is_empty() && seen.iter().all(|code| code.is_empty()) {
        return;
    }
    let mut codes: Vec<&str> = known.iter().map(|kind| kind.code.as_str()).collect();
    let unknown: Vec<&str> =
        seen.into_iter().filter(|code| !code.is_empty() && w.consultation().respondent_type(code).is_none()).collect();
    codes.extend(unknown);
    codes.push("");
    let types = codes.into_iter().map(|code| (w.type_label(code), Figure::responses().of_type(code))).collect();
    people_table(w, "type", "overview-types", types);
}

fn areas(w: &mut Writer<'_>) {
    let mut areas = w.material.figures.values(|figure| figure.area.as_ref());
    if areas.iter().all(|area| area.is_empty()) {
        return;
    }
    areas.retain(|area| !area.is_empty());
    areas.push("");
    let figure = |area: &str| Figure { area: Some(area.to_owned()), ..Figure::default() };
    let areas = areas
        .into_iter()
        .map(|area| (if area.is_empty() { w.words("did-not-say") } else { area.to_owned() }, figure(area)));
    let areas = areas.collect();
    people_table(w, "area", "overview-areas", areas);
}

/// A table whose rows add up to all responses.
fn people_table(w: &mut Writer<'_>, of: &str, caption: &str, figures: Vec<(String, Figure)>) {
    let all = Figure::responses();
    let is_empty = |figure: &Figure| w.material.figures.shown(figure).count() == Some(0);
    let mut rows: Vec<Row> = figures
        .into_iter()
        .filter(|(_, figure)| !is_empty(figure))
        .map(|(label, figure)| row(label, vec![w.share_cell(&figure, &all)]))
        .collect();
    rows.push(Row { total: true, ..row(w.words("total"), vec![w.cell(&all)]) });
    let note = w.hidden_note(&rows);
    w.table(w.words(caption), vec![w.words(of), w.words("responses")], rows, note);
}

fn languages(w: &mut Writer<'_>) {
    let all = Figure::responses();
    let mut rows: Vec<Row> = Vec::new();
    for language in [Language::Cy, Language::En, Language::Mixed, Language::Other] {
        let figure = Figure { language: Some(language), ..Figure::default() };
        // Welsh and English are always there, even at nought.
        if w.count(&figure) > 0 || matches!(language, Language::Cy | Language::En) {
            rows.push(row(w.words(&format!("language-{}", language.as_str())), vec![w.share_cell(&figure, &all)]));
        }
    }
    let unknown = w.material.figures.no_language();
    if unknown > 0 {
        rows.push(row(w.words("language-unknown"), vec![bare(unknown)]));
    }
    let head = vec![w.words("language"), w.words("responses")];
    w.table(w.words("overview-languages"), head, rows, Some(w.words("overview-languages-note")));
}

fn answers(w: &mut Writer<'_>) {
    let all = Figure::responses();
    let rows = w
        .consultation()
        .questions
        .iter()
        .map(|question| {
            let answered = Figure::answered(&question.id);
            row(w.question_label(&question.id), vec![w.share_cell(&answered, &all)])
        })
        .collect();
    let head = vec![w.words("question"), w.words("answered")];
    w.table(w.words("overview-answers"), head, rows, None);
}

/// Each campaign, and what was asked of whoever reads the tables.
pub(super) fn campaigns(w: &mut Writer<'_>) {
    w.chapter("campaigns");
    if !w.has_campaigns() {
        w.say("campaigns-none");
        return;
    }
    campaign_statement(w);
    let counts = w.material.figures.campaigns();
    let rows: Vec<Row> = counts
        .iter()
        .map(|(id, members)| {
            let found = w.material.campaigns.iter().find(|campaign| campaign.id == *id);
            let cells = match found {
                Some(campaign) => vec![
                    text(w.words(&format!("campaign-decision-{}", campaign.state.as_str()))),
                    text(w.question_label(&campaign.question)),
                    vec![Inline::Code(campaign.template.clone())],
                    w.cell(&of_campaign(*id)),
                    bare(campaign.standard),
                    bare(campaign.varied),
                    bare(campaign.own),
                ],
                None => vec![text("–"), text("–"), text("–"), bare(*members), text("–"), text("–"), text("–")],
            };
            row(campaign_label(w, *id), cells)
        })
        .collect();
    let head = [
        "campaign",
        "campaign-decision",
        "question",
        "campaign-example",
        "responses",
        "standard",
        "varied",
        "own-words",
    ];
    let head = head.map(|id| w.words(id)).to_vec();
    w.table(w.words("campaigns-caption"), head, rows, Some(w.words("campaigns-note")));
    let is_open = |campaign: &&Campaign| campaign.counted && campaign.state == CampaignState::Proposed;
    let unconfirmed = w.material.campaigns.iter().filter(is_open).count() as u64;
    w.say_with("campaigns-unconfirmed", &[("n", Arg::Number(unconfirmed, None))]);
    let numbers: Vec<CampaignId> = w.material.figures.campaigns().keys().copied().collect();
    for id in &numbers {
        own_words(w, *id);
    }
    let said = w.phrase("campaigns-effect", &[]);
    w.push(Block::Paragraph(said));
    w.for_officials("campaigns-officials");
}

/// The members of a campaign.
fn of_campaign(id: CampaignId) -> Figure {
    Figure { campaign: Some(id), ..Figure::default() }
}

/// What people call a campaign, else its number.
fn campaign_label(w: &Writer<'_>, id: CampaignId) -> String {
    let found = w.material.campaigns.iter().find(|campaign| campaign.id == id);
    match found.filter(|campaign| !campaign.name.is_empty()) {
        Some(campaign) => campaign.name.clone(),
        None => w.words_with("campaign-label", &[("id", Arg::Words(id.to_string()))]),
    }
}

/// Themes that members of a campaign raised in words of their own, beside those that its template raised for them.
fn own_words(w: &mut Writer<'_>, id: CampaignId) {
    let members = of_campaign(id);
    let own = |code: &str| Figure { own: true, ..members.theme(code) };
    let mut themes: Vec<(&Theme, u64)> =
        w.material.top_themes().map(|theme| (theme, w.count(&own(&theme.code)))).filter(|(_, n)| *n > 0).collect();
    if themes.is_empty() {
        return;
    }
    themes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rows = themes
        .iter()
        .map(|(theme, _)| {
            let cells = vec![w.cell(&own(&theme.code)), w.cell(&members.theme(&theme.code))];
            row(theme.label.get(w.locale), cells)
        })
        .collect();
    let head = ["theme", "own-words", "responses"].map(|id| w.words(id)).to_vec();
    let caption = w.words_with("own-words-caption", &[("campaign", Arg::Words(campaign_label(w, id)))]);
    w.table(caption, head, rows, Some(w.words("own-words-note")));
}
