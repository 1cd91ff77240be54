//! Counting, hiding small numbers, blotting out and quoting.

use std::collections::BTreeMap;

use crate::example::{consultation, frame, mix, open_answer, removing_profit, response, words};
use proptest::prelude::*;
use ymateb::analysis::{
    Chooser, Figures, Grid, Quantifier, Quotable, RedactionKind, Shown, Tally, clear, may_be_named, percent, protect,
    protect_line, redact, redacted,
};
use ymateb::model::*;

fn figures(responses: &[CodedResponse]) -> Figures {
    let mut tally = Tally::new(&consultation(), &frame());
    responses.iter().for_each(|response| tally.add(response));
    tally.finish()
}

/// A response made of a seed, with what seldom happens: answers split in two, mixed languages, several options.
fn odd_response(seed: usize) -> CodedResponse {
    let mut response = response(seed % 10_000);
    if mix(seed, 90).is_multiple_of(3) {
        let mut again = open_answer("1.2", &[mix(seed, 91) % 8], true, 77);
        again.answer.language.language = Language::Mixed;
        again.stance = Some(StanceFound {
            value: Stance::ALL[mix(seed, 92) % 4],
            kind: Basis::Inferred,
            span: Span { start: 0, end: 1 },
            words: again.answer.text[..1].into(),
        });
        response.answers.push(again);
    }
    if mix(seed, 93).is_multiple_of(4) {
        response.answers[0].answer.chosen.push("disagree".into());
        response.response.respondent.kind = "a/b%type".into();
    }
    if mix(seed, 94).is_multiple_of(5) {
        response.answers.push(CodedAnswer {
            answer: Answer {
                question: "1.3".into(),
                text: "see attached".into(),
                substance: Substance::Attachment,
                ..Answer::default()
            },
            ..CodedAnswer::default()
        });
        if let Some(member) = &mut response.answers[1].campaign {
            member.head = true;
        }
    }
    response
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tally_counts_what_the_name_of_each_figure_holds(seeds in prop::collection::vec(0usize..100_000, 0..40)) {
        let responses: Vec<CodedResponse> = seeds.into_iter().map(odd_response).collect();
        let (figures, frame) = (figures(&responses), frame());
        for (figure, count) in figures.counts() {
            let held = responses.iter().filter(|response| figure.holds(&frame, response)).count() as u64;
            prop_assert_eq!(*count, held, "{}", figure);
            prop_assert_eq!(&figure.to_string().parse::<Figure>().expect("reads back"), figure);
        }
        // And none is missing: whatever holds a response was counted.
        for question in consultation().questions {
            let answered = Figure::answered(&question.id);
            let mut asked: Vec<Figure> = frame.themes.iter().map(|theme| answered.theme(&theme.code)).collect();
            asked.extend(Stance::ALL.map(|stance| answered.stance(stance)));
            asked.extend(question.options.iter().map(|option| answered.option(&option.code)));
            asked.push(answered);
            for figure in asked.into_iter().flat_map(|figure| Counting::ALL.map(|way| figure.counting(way))) {
                let held = responses.iter().filter(|response| figure.holds(&frame, response)).count() as u64;
                prop_assert_eq!(figures.count(&figure), held, "{}", figure);
            }
        }
    }

    #[test]
    fn a_hidden_count_in_a_line_cannot_be_worked_out_from_its_total(
        counts in prop::collection::vec(0u64..9, 2..6), organisations in prop::collection::vec(any::<bool>(), 6),
    ) {
        let individuals: Vec<bool> = organisations.iter().map(|o| !o).take(counts.len()).collect();
        let hidden = protect_line(&counts, &individuals, &[], 5);
        let sum: u64 = counts.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| n).sum();
        let cells = hidden.iter().filter(|h| **h).count();
        for (i, count) in counts.iter().enumerate() {
            if individuals[i] && (1..5).contains(count) {
                prop_assert!(hidden[i] && cells >= 2 && sum >= 1);
            }
        }
    }

    #[test]
    fn a_hidden_count_in_a_table_cannot_be_solved_back_from_rows_and_columns(
        cells in prop::collection::vec(prop::collection::vec(0u64..8, 3), 3), organisation in 0usize..4,
    ) {
        let individuals: Vec<bool> = (0..3).map(|row| row != organisation).collect();
        let grid = Grid { cells: cells.clone(), individuals: individuals.clone(), free: vec![false; 3], unprinted: None };
        let Some(hidden) = protect(&grid, 5) else {
            // Totals alone give a count away; the caller hides row totals then.
            return Ok(());
        };
        let solutions = solve(&cells, &hidden);
        for row in 0..3 {
            for column in 0..3 {
                if individuals[row] && (1..5).contains(&cells[row][column]) {
                    prop_assert!(hidden[row][column]);
                    let first = solutions[0][row][column];
                    prop_assert!(solutions.iter().any(|s| s[row][column] != first), "{:?} {:?}", cells, hidden);
                }
            }
        }
    }

    #[test]
    fn what_is_cleared_never_shows_a_small_count_of_individuals(seeds in prop::collection::vec(0usize..100_000, 0..60)) {
        let responses: Vec<CodedResponse> = seeds.into_iter().map(odd_response).collect();
        let (figures, consultation) = (figures(&responses), consultation());
        let cleared = clear(figures.clone(), &consultation);
        let organisation = |kind: &str| consultation.respondent_type(kind).is_some_and(|kind| kind.organisation);
        let mut hidden_in: BTreeMap<String, u64> = BTreeMap::new();
        for (figure, count) in figures.counts() {
            let personal = figure.area.as_ref().is_some_and(|area| !area.is_empty()) || figure.kind.as_ref().is_some_and(|kind| !organisation(kind));
            if personal && *count < 5 {
                prop_assert_eq!(cleared.shown(figure), Shown::Hidden, "{}", figure);
            }
            if figure.kind.is_none() && figure.area.is_none() {
                prop_assert_eq!(cleared.shown(figure), Shown::Count(*count), "totals stay: {}", figure);
            }
        }
        for figure in cleared.hidden() {
            let line = Figure { kind: None, area: None, ..figure.clone() };
            *hidden_in.entry(format!("{line} {}", figure.area.is_some())).or_default() += 1;
        }
        for (line, cells) in hidden_in {
            prop_assert!(cells >= 2, "{}: one hidden cell alone", line);
        }
    }

    #[test]
    fn redactions_are_in_order_without_overlaps_and_at_character_boundaries(text in "[ -~ŵŷâé😀\n]{0,80}( 07700 900123 | CF10 3NQ | Mr Rhys Evans |@abc)?[ -~ŵ😀]{0,40}") {
        let mut last = 0;
        for one in redact(&text) {
            prop_assert!(one.span.start >= last && one.span.end > one.span.start);
            prop_assert!(one.span.of(&text).is_some());
            last = one.span.end;
        }
        prop_assert!(redact("").is_empty());
    }
}

/// Every table of counts with the shown cells and all the totals of this one.
fn solve(cells: &[Vec<u64>], hidden: &[Vec<bool>]) -> Vec<Vec<Vec<u64>>> {
    let rows: Vec<u64> = cells.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<u64> = (0..3).map(|c| cells.iter().map(|row| row[c]).sum()).collect();
    let mut found = Vec::new();
    let mut table = vec![vec![0; 3]; 3];
    fill(0, cells, hidden, &rows, &columns, &mut table, &mut found);
    found
}

fn fill(
    at: usize,
    cells: &[Vec<u64>],
    hidden: &[Vec<bool>],
    rows: &[u64],
    columns: &[u64],
    table: &mut Vec<Vec<u64>>,
    found: &mut Vec<Vec<Vec<u64>>>,
) {
    if at == 9 {
        if (0..3).all(|c| table.iter().map(|row| row[c]).sum::<u64>() == columns[c]) {
            found.push(table.clone());
        }
        return;
    }
    let (row, column) = (at / 3, at % 3);
    let left = rows[row] - table[row][..column].iter().sum::<u64>();
    let range = if hidden[row][column] { 0..=left } else { cells[row][column]..=cells[row][column] };
    for value in range {
        if value > left || (column == 2 && value != left) || value > columns[column] {
            continue;
        }
        table[row][column] = value;
        fill(at + 1, cells, hidden, rows, columns, table, found);
    }
    table[row][column] = 0;
}

#[test]
fn nothing_is_hidden_when_the_threshold_is_one() {
    let mut consultation = consultation();
    consultation.fewest_shown = 1;
    let responses: Vec<CodedResponse> = (1..8).map(response).collect();
    assert_eq!(clear(figures(&responses), &consultation).hidden().count(), 0);
}

#[test]
fn a_table_that_totals_give_away_says_so() {
    let cells = vec![vec![3, 4], vec![0, 0]];
    let grid = Grid { cells, individuals: vec![true; 2], free: vec![false; 2], unprinted: None };
    assert_eq!(protect(&grid, 5), None);
}

#[test]
fn a_respondent_counts_once_for_a_theme_however_often_it_was_raised() {
    let mut response = response(1);
    response.answers = vec![open_answer("1.2", &[2, 2, 3], false, 1), open_answer("1.2", &[2], true, 2)];
    let figures = figures(&[response]);
    assert_eq!(figures.count(&Figure::answered("1.2").theme("T03.1")), 1);
    assert_eq!(figures.count(&Figure::answered("1.2").theme("T03")), 1);
}

#[test]
fn words_against_a_ticked_box_are_a_conflict_and_support_with_conditions_is_not() {
    let stance = |value, text: &CodedAnswer| StanceFound {
        value,
        kind: Basis::Explicit,
        span: Span { start: 0, end: 1 },
        words: text.answer.text[..1].into(),
    };
    let with = |ticked: &str, value| {
        let mut open = open_answer("1.2", &[0], true, 1);
        open.stance = Some(stance(value, &open));
        let closed = CodedAnswer {
            answer: Answer {
                question: "1.1".into(),
                chosen: vec![ticked.into()],
                text: ticked.into(),
                ..Answer::default()
            },
            stance: Some(StanceFound {
                value: if ticked == "agree" { Stance::Support } else { Stance::Oppose },
                kind: Basis::Ticked,
                span: Span { start: 0, end: ticked.len() },
                words: ticked.into(),
            }),
            ..CodedAnswer::default()
        };
        CodedResponse { answers: vec![closed, open], ..CodedResponse::default() }
    };
    let responses = [with("agree", Stance::Oppose), with("disagree", Stance::Support), with("agree", Stance::Mixed)];
    assert_eq!(figures(&responses).conflicts("1.2"), 2);
    let named: Figure = "question:1.2/against:1.1".parse().expect("a figure");
    assert_eq!(named, Figure::answered("1.2").against("1.1"));
    assert_eq!(responses.iter().filter(|response| named.holds(&frame(), response)).count(), 2);
    let conflict = responses[0].conflict(&responses[0].answers[1], "1.1").expect("a conflict");
    assert_eq!((conflict.ticked, conflict.words), (Stance::Support, Stance::Oppose));
    assert_eq!(figures(&responses).basis("1.2", Stance::Oppose, Basis::Explicit), 1);
}

#[test]
fn notes_of_an_event_are_counted_apart_from_responses() {
    let mut tally = Tally::new(&consultation(), &frame());
    tally.add_note(&EventNote { event: "E-01".into(), note: open_answer("1.2", &[2, 3], true, 1) });
    let figures = tally.finish();
    assert_eq!(figures.count(&Figure::responses()), 0);
    let event = figures.event("E-01").expect("counted");
    assert_eq!((event.notes, event.themes["T03"], event.themes["T03.4"]), (1, 1, 1));
}

#[test]
fn words_for_numbers_follow_from_the_number() {
    let cases = [
        (0, 50, "none"),
        (1, 50, "one"),
        (2, 2, "two"),
        (3, 3, "all"),
        (50, 50, "all"),
        (26, 50, "most"),
        (25, 50, "many"),
        (13, 50, "many"),
        (12, 50, "some"),
        (5, 50, "some"),
        (4, 50, "a-few"),
        (3, 50, "a-few"),
        (249, 1000, "some"),
        (250, 1000, "many"),
        (99, 1000, "a-few"),
        (100, 1000, "some"),
    ];
    for (count, base, key) in cases {
        assert_eq!(Quantifier::of(count, base).key(), key, "{count} of {base}");
    }
    assert_eq!((percent(10, 29), percent(10, 30), percent(1, 200)), (None, Some(33), Some(1)));
}

#[test]
fn people_are_blotted_out_in_both_languages() {
    let cases = [
        ("Write to rhys.evans@example.co.uk today.", Locale::En, "Write to [e-mail] today."),
        ("Ysgrifennwch at rhys@enghraifft.cymru.", Locale::Cy, "Ysgrifennwch at [e-bost]."),
        ("See https://example.org/a?b=1, or @carecymru.", Locale::En, "See [web address], or [account name]."),
        ("Ffoniwch 029 2000 0123 neu +44 7700 900123.", Locale::Cy, "Ffoniwch [rhif ffôn] neu [rhif ffôn]."),
        ("I live at CF10 3NQ, not ZZ10 3NQ.", Locale::En, "I live at [postcode], not ZZ10 3NQ."),
        (
            "My number is QQ 12 34 56 C or AB 12 34 56 C.",
            Locale::En,
            "My number is QQ 12 34 56 C or [National Insurance number].",
        ),
        ("NHS 943 476 5919, not 943 476 5918.", Locale::En, "NHS [NHS number], not 943 476 5918."),
        ("I was born on 3 May 2009 in Bala.", Locale::En, "I was born on [date of birth] in Bala."),
        ("Fy nyddiad geni: dyddiad geni 03/05/2009.", Locale::Cy, "Fy nyddiad geni: dyddiad geni [dyddiad geni]."),
        ("We met on 3 May 2009.", Locale::En, "We met on 3 May 2009."),
        ("Their van was CU21 ABC.", Locale::En, "Their van was [vehicle registration]."),
        ("He moved to 12 Station Road last year.", Locale::En, "He moved to [address] last year."),
        ("Symudodd i 7 Heol y Bont llynedd.", Locale::Cy, "Symudodd i [cyfeiriad] llynedd."),
        ("Mr Rhys Evans told us, and Mrs. Siân Llwyd-Jones.", Locale::En, "Mr [name] told us, and Mrs. [name]."),
        ("My son Rhys likes it. My son I love.", Locale::En, "My son [name] likes it. My son I love."),
        (
            "Mae fy mab Rhys yn hapus \u{1F600} a'i chwaer.",
            Locale::Cy,
            "Mae fy mab [enw] yn hapus \u{1F600} a'i chwaer.",
        ),
        ("Fy enw i yw Llŷr ap Gwilym.", Locale::Cy, "Fy enw i yw [enw]."),
        ("Profit has no place in Wales.", Locale::En, "Profit has no place in Wales."),
        ("Call me on 555 1234 567 after six.", Locale::En, "Call me on [phone number] after six."),
        ("", Locale::Cy, ""),
    ];
    for (text, locale, expected) in cases {
        assert_eq!(redacted(text, locale), expected);
    }
    assert_eq!(redact("Dr Rhys Evans")[0].kind, RedactionKind::Name);
    let json = serde_json::to_value(redact("rhys@example.org")).expect("JSON");
    assert_eq!(
        (json[0]["start"].as_u64(), json[0]["end"].as_u64(), json[0]["kind"].as_str()),
        (Some(0), Some(16), Some("email"))
    );
}

fn quotable(change: impl Fn(&mut CodedResponse)) -> Option<Quotable> {
    let mut coded = response(5);
    coded.response.respondent = Respondent {
        kind: "family".into(),
        consents: Consents { quote: true, ..Consents::default() },
        ..Respondent::default()
    };
    coded.answers = vec![open_answer("1.2", &[2, 3], true, 1)];
    change(&mut coded);
    let answer = &coded.answers[0];
    Quotable::new(&consultation(), &frame(), &coded.response, answer.in_view()?, &answer.tags[0])
}

#[test]
fn words_are_quoted_with_consent_and_a_known_type_only() {
    let quote = quotable(|_| {}).expect("may be quoted");
    assert!(
        quote.text().starts_with("Byddai rhai ohonom") && quote.text().contains("fy mrawd [enw]"),
        "{}",
        quote.text()
    );
    assert_eq!((quote.language(), quote.reference(), quote.kind()), (Language::Cy, "R-00005", "family"));
    assert_eq!(quote.figure().to_string(), "question:1.2/theme:T03.1");
    assert!(quotable(|r| r.response.respondent.consents.quote = false).is_none());
    assert!(
        quotable(
            |r| r.response.respondent.consents = Consents { publish: true, name: true, contact: true, quote: false }
        )
        .is_none()
    );
    assert!(quotable(|r| r.response.respondent.kind = String::new()).is_none());
    assert!(quotable(|r| r.response.respondent.kind = "unheard-of".into()).is_none());
}

#[test]
fn words_of_a_campaign_and_under_a_working_code_are_not_quoted() {
    let member = Membership { campaign: 1, similarity: 1.0, head: true, state: CampaignState::Proposed, counted: true };
    assert!(quotable(|r| r.answers[0].campaign = Some(member)).is_none());
    assert!(
        quotable(|r| {
            let mut concern = r.answers[0].tags[0].clone();
            concern.theme = "X1".into();
            r.answers[0].tags.push(concern);
        })
        .is_none()
    );
}

#[test]
fn a_quotation_is_whole_sentences_or_a_cut_that_shows() {
    let long =
        format!("First one here. {} and that is what we fear most of all. Last one.", "word ".repeat(120).trim());
    let quote = quotable(|r| {
        let start = long.find("fear").unwrap_or_default();
        r.answers[0].answer.text = long.clone();
        r.answers[0].tags.truncate(1);
        r.answers[0].tags[0].span = Span { start, end: start + 4 };
        r.answers[0].tags[0].words = "fear".into();
    });
    let quote = quote.expect("may be quoted");
    assert!(quote.text().contains("fear most of all") && quote.text().starts_with("… "), "{}", quote.text());
    assert!(quote.text().split_whitespace().count() <= 62);
}

#[test]
fn nobody_is_quoted_twice_on_one_question_and_the_order_of_feeding_makes_no_difference() {
    let mut example = removing_profit(400);
    let choose = |responses: &[CodedResponse]| {
        let mut chooser = Chooser::new(&example.consultation, &example.frame);
        responses.iter().for_each(|response| chooser.add(response));
        chooser.finish()
    };
    let chosen = choose(&example.responses);
    assert!(chosen.len() > 10);
    let mut seen: Vec<(bool, &str, &str)> =
        chosen.iter().map(|q| (q.young(), if q.young() { "" } else { q.question() }, q.reference())).collect();
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all);
    assert!(chosen.iter().any(|quote| quote.language() == Language::Cy));
    let expected = chosen.clone();
    let mut turned = example.responses.clone();
    turned.reverse();
    assert_eq!(choose(&turned), expected);
    example.responses.clear();
    assert!(Chooser::new(&example.consultation, &example.frame).finish().is_empty());
}

#[test]
fn only_an_organisation_that_agreed_is_named() {
    let mut response = Response::default();
    response.respondent.name = "Rhys Evans".into();
    response.respondent.consents.name = true;
    assert_eq!(may_be_named(&response), None, "a person's name is never shown");
    response.respondent.organisation = "Cyngor Dychmygol".into();
    assert_eq!(may_be_named(&response), Some("Cyngor Dychmygol"));
    response.respondent.consents.name = false;
    assert_eq!(may_be_named(&response), None);
    assert_eq!(words("a", "b").get(Locale::Cy), "b");
}
