//! Response forms: tables, boxes, ticks, and what they ask about the respondent.

use super::*;

#[test]
fn a_table_with_questions_and_answers_side_by_side_is_read_by_rows() {
    let form = Paper::default().heading("Consultation response form").table(&[
        &["Question", "Your answer"],
        &["Q2", "What would heating the water cost the town?", "A lot. 🙂"],
        &["3", "Should dogs be let in?", "No"],
        &["Unrhyw beth am amseru?", "Gwanwyn,\nneu hydref."],
    ]);
    let form = form.says("Thank you for your response.");
    assert_eq!(
        form.answers(),
        are(&[
            ("2", "A lot. 🙂"),
            ("3 = no (nothing)", "No"),
            ("5.1", "Gwanwyn,\nneu hydref."),
            (WHOLE, "Thank you for your response."),
        ])
    );
}

#[test]
fn an_answer_may_stand_below_its_question_or_in_a_box_of_its_own() {
    let form = Paper::default()
        .table(&[&["Question 2: What would heating the water cost the town?"], &["More than we have."], &["And more."]])
        .heading("Should dogs be let in?")
        .table(&[&["Don't know"]])
        .says("They are wet enough.");
    assert_eq!(
        form.answers(),
        are(&[("2", "More than we have.\nAnd more."), ("3 = dk", "Don't know\n\nThey are wet enough.")])
    );
}

#[test]
fn questions_at_the_head_of_columns_are_answered_below() {
    let form = Paper::default().table(&[
        &["", "Anything on timing?", "Unrhyw beth am ddiogelwch?"],
        &["Nia", "At dawn.", "More rails."],
        &["Tŷ", "", "Dim plymio."],
    ]);
    assert_eq!(
        form.answers(),
        are(&[(WHOLE, "Nia"), ("5.1", "At dawn."), ("5.2", "More rails."), (WHOLE, "Tŷ"), ("5.2", "Dim plymio."),])
    );
}

#[test]
fn ticks_choose_and_the_words_beside_them_explain() {
    for ticked in [
        "☐ Agree\n☐ Neither agree nor disagree\n☒ Disagree",
        "[ ] Agree\n[ ] Neither agree nor disagree\n[x] Disagree",
        "Agree ☐ Neither agree nor disagree ☐ Disagree ☒",
        "( ) Cytuno\n( ) Ddim yn cytuno nac yn anghytuno\n(x) Anghytuno",
        "Please tick one:\nAgree\nNeither agree nor disagree\nDisagree ✓",
    ] {
        let form = Paper::default()
            .heading("Question 1: Do you agree that the lido should open all year?")
            .says(ticked)
            .says("Please give reasons for your answer.")
            .says("It is cold in January. 🙂");
        let answers = form.answers();
        assert_eq!(answers.len(), 2, "{ticked}: {answers:?}");
        assert_eq!(answers[0].0, "1 = disagree", "{ticked}: {answers:?}");
        assert!(answers[0].1.contains("sagree") || answers[0].1.contains("nghytuno"));
        assert_eq!(answers[1], ("1a".to_owned(), "It is cold in January. 🙂".to_owned()));
    }
}

#[test]
fn a_tick_with_its_reasons_on_the_same_line_is_two_answers() {
    let form = Paper::default().says("Question 1").says("☒ Agree, because children ask for it\n☐ Disagree");
    assert_eq!(form.answers(), are(&[("1 = agree", "☒ Agree"), ("1a", "because children ask for it")]));
}

#[test]
fn a_grid_has_its_options_as_columns() {
    let form = Paper::default().table(&[&["", "Yes", "No", "Don't know"], &["Should dogs be let in?", "", "X", ""]]);
    assert_eq!(form.answers(), are(&[("3 = no", "X")]));
    let welsh = Paper::default().table(&[
        &["Cwestiwn 1", "Cytuno", "Anghytuno"],
        &["", "✓", ""],
        &["Rhesymau:", "", "Mae'n oer."],
    ]);
    assert_eq!(welsh.answers(), are(&[("1 = agree", "✓"), ("1a", "Rhesymau:\nMae'n oer.")]));
}

#[test]
fn options_with_a_cell_for_the_mark_are_read_on_either_side() {
    let right = Paper::default().says("Question 4: What would help you to come more often?").table(&[
        &["A bus", "x"],
        &["A café", ""],
        &["Towels", "x"],
    ]);
    assert_eq!(right.answers()[0].0, "4 = bus+towels");
    let left = Paper::default()
        .says("C4 Beth fyddai'n eich helpu i ddod yn amlach?")
        .table(&[&["☐", "Bws"], &["☒", "Caffi"], &["☐", "Tywelion"]])
        .says("A thost.");
    assert_eq!(left.answers(), are(&[("4 = cafe", "A thost.")]));
}

#[test]
fn options_without_any_mark_choose_nothing_and_it_is_said() {
    let form = Paper::default().says("Question 3").says("Yes\nNo\nDon't know").says("Only small ones.");
    let mapped = form.read();
    assert_eq!(told(&mapped), are(&[("3", "Only small ones.")]));
    assert!(mapped.problems.iter().any(|problem| problem.contains("question 3") && problem.contains("none is marked")));
    let two = Paper::default().says("Question 3").says("☒ Yes\n☒ No").read();
    assert!(two.item.answers.iter().all(|answer| answer.chosen.is_empty()) && two.item.answers.len() == 2);
    assert!(two.problems.iter().any(|problem| problem.contains("several options of question 3")));
}

#[test]
fn a_typed_option_counts_as_a_tick() {
    assert_eq!(told(&text("Question 1: Agree")), are(&[("1 = agree", "Agree")]));
    assert_eq!(
        told(&text("Q1\nAnswer: Disagree\n\nIt is cold.")),
        are(&[("1 = disagree", "Answer: Disagree"), ("1a", "It is cold.")])
    );
    assert_eq!(told(&text("Cwestiwn 3\nNa ddylai. Byth.")), are(&[("3 = no", "Na ddylai. Byth.")]));
    assert_eq!(told(&text("Question 4\nTowels; a bus")), are(&[("4 = bus+towels", "Towels; a bus")]));
    assert_eq!(told(&text("Question 1\nAgreement is not for us.")), are(&[("1a", "Agreement is not for us.")]));
}

#[test]
fn a_form_says_who_answers_and_what_they_allow() {
    let form = Paper::default()
        .table(&[
            &["Your name:", "Nia Ffug"],
            &["Organisation (if applicable)", "Cyngor Tref Dychmygol"],
            &["E-mail address", "nia@example.org"],
            &["Telephone", ""],
            &["Type of respondent", "☐ Member of the public ☒ Town council"],
            &["Are you happy for us to publish your response?", "Yes"],
            &["May we quote you?", "☐ Yes ☒ No"],
        ])
        .says("I would prefer my response to remain anonymous ☒")
        .heading("Question 2")
        .says("Dear enough. 🙂");
    let mapped = form.read();
    let respondent = &mapped.item.respondent;
    assert_eq!(
        (
            respondent.name.as_str(),
            respondent.organisation.as_str(),
            respondent.email.as_str(),
            respondent.kind.as_str()
        ),
        ("Nia Ffug", "Cyngor Tref Dychmygol", "nia@example.org", "council")
    );
    let consents = respondent.consents;
    assert_eq!((consents.publish, consents.name, consents.quote, consents.contact), (true, false, false, false));
    let answers = told(&mapped);
    assert_eq!((answers[0].0.as_str(), answers.len()), ("whole (signature)", 2), "{answers:?}");
    assert!(answers[0].1.starts_with("Your name:") && answers[0].1.ends_with("anonymous ☒"));
    assert_eq!(answers[1], ("2".to_owned(), "Dear enough. 🙂".to_owned()));
}

#[test]
fn a_welsh_form_in_lines_says_the_same() {
    let mapped = text(
        "Enw: Ŵyn Dychmygol\nSefydliad: Clwb Nofio\nE-bost: wyn@example.org\n\nYdych chi'n fodlon i ni gyhoeddi eich ymateb? Ydw\nYdych chi'n fodlon i ni ddyfynnu eich geiriau? Nac ydw\n\nCwestiwn 2\nGormod.\n",
    );
    let respondent = &mapped.item.respondent;
    assert_eq!((respondent.name.as_str(), respondent.organisation.as_str()), ("Ŵyn Dychmygol", "Clwb Nofio"));
    assert_eq!((respondent.email.as_str(), respondent.kind.as_str()), ("wyn@example.org", "council"));
    assert_eq!((respondent.consents.publish, respondent.consents.quote), (true, false));
    assert_eq!(told(&mapped).len(), 2);
    assert_eq!(told(&mapped)[1], ("2".to_owned(), "Gormod.".to_owned()));
}

#[test]
fn an_organisation_is_told_by_a_yes() {
    let form = Paper::default()
        .says("Are you responding on behalf of an organisation?")
        .says("☒ Yes\n☐ No")
        .says("Question 2")
        .says("Dear.");
    let mapped = form.read();
    assert_eq!((mapped.item.respondent.kind.as_str(), told(&mapped).len()), ("council", 2));
    assert_eq!(mapped.problems, [] as [String; 0]);
}

#[test]
fn consent_is_given_only_when_it_is_clearly_said() {
    let consents = |line: &str| {
        let mapped = text(&format!("{line}\n\nQuestion 2\nDear.\n"));
        let given = mapped.item.respondent.consents;
        (given.publish, given.name, given.quote, given.contact, mapped.problems.len())
    };
    assert_eq!(consents("Happy for us to quote you? Yes"), (false, false, true, false, 0));
    assert_eq!(consents("Can we contact you about your response? [x]"), (false, false, false, true, 0));
    assert_eq!(consents("☒ I am happy for my response to be published"), (true, false, false, false, 0));
    assert_eq!(consents("☐ I am happy for my response to be published"), (false, false, false, false, 0));
    assert_eq!(
        consents("Please tick here if you do not want your response published ☒"),
        (false, false, false, false, 0)
    );
    assert_eq!(
        consents("Please tick here if you do not want your response published ☐"),
        (false, false, false, false, 0)
    );
    assert_eq!(consents("Would you like your response to be kept anonymous? No"), (false, false, false, false, 1));
    assert_eq!(consents("May we quote you? Yes\nMay we quote your words? No"), (false, false, false, false, 1));
    assert_eq!(consents("May we publish your response? Perhaps"), (false, false, false, false, 0));
    assert_eq!(
        consents("You may publish this if you want. We hope you will contact us."),
        (false, false, false, false, 0)
    );
}

#[test]
fn tables_of_figures_within_an_answer_stay_with_it() {
    let letter = Paper::default()
        .says("Question 2")
        .says("The costs are these.")
        .table(&[&["Area", "Cost"], &["Town", "£5"], &["Tŷ", "£6"]])
        .says("They rise.");
    assert_eq!(letter.answers(), are(&[("2", "The costs are these.\nArea\nCost\nTown\n£5\nTŷ\n£6\n\nThey rise.")]));
}

#[test]
fn closing_lines_of_a_letter_stay_with_its_words() {
    let letter = "Dear Sir,\n\nWarm it.\n\nYours,\nNia Ffug\nTel: 01234 567890\nEmail: nia@example.org\n";
    assert_eq!(told(&text(letter)), are(&[(WHOLE, letter.trim())]));
}

#[test]
fn a_no_is_never_taken_for_a_yes() {
    let table = |rows: &[&[&str]]| {
        let mapped = Paper::default().table(rows).says("Question 2").says("Dear.").read();
        let given = mapped.item.respondent.consents;
        let said = (given.publish, given.name, given.quote, given.contact, mapped.problems.len());
        let left: Vec<String> = mapped
            .item
            .answers
            .iter()
            .filter(|answer| answer.substance == Substance::Words)
            .map(|answer| answer.text.clone())
            .collect();
        assert_eq!(left, ["Dear."], "{rows:?}");
        said
    };
    let none = (false, false, false, false, 0);
    let unclear = (false, false, false, false, 1);
    let quote = (false, false, true, false, 0);
    assert_eq!(table(&[&["May we quote you?", "Yes", "No", "x"]]), none);
    assert_eq!(table(&[&["May we quote you?", "Yes", "x", "No"]]), quote);
    assert_eq!(table(&[&["May we quote you?", "Yes ☐", "No ☒"]]), none);
    assert_eq!(table(&[&["", "Yes", "No"], &["May we quote you?", "", "x"]]), none);
    assert_eq!(table(&[&["", "Yes", "No"], &["May we quote you?", "x"]]), quote);
    assert_eq!(table(&[&["May we quote you?", "", "x"]]), unclear);
    assert_eq!(table(&[&["May we quote you?", "Yes, but only in the spring"]]), unclear);
    assert_eq!(table(&[&["May we quote you?", "Yes", "No"]]), none);
    assert_eq!(table(&[&["May we quote you? Yes ☐ No ☒"]]), none);
    assert_eq!(table(&[&["We would like to quote you Yes ☐ No ☒"]]), none);
    assert_eq!(table(&[&["We would like to quote you Yes ☒ No ☐"]]), quote);
    assert_eq!(table(&[&["Would you like to receive our summary when it is published?", "Yes"]]), none);
    assert_eq!(table(&[&["May we contact you when responses are published?", "Yes"]]), (false, false, false, true, 0));
    assert_eq!(table(&[&["Are you not happy for us to publish your response?", "Yes"]]), unclear);
    assert_eq!(table(&[&["☒", "I would like my name removed from my response"]]), none);
    assert_eq!(table(&[&["A gawn ni ddyfynnu eich geiriau?", "Ydw, wrth gwrs"]]), quote);
    assert_eq!(table(&[&["A gawn ni ddyfynnu eich geiriau?", "Na chewch"]]), none);
}

#[test]
fn a_usual_word_form_with_nothing_filled_in_is_blank() {
    let form = Paper::default()
        .heading("Consultation Response Form")
        .heading("A lido for the winter: response form")
        .says("Your name: ")
        .says("Organisation (if applicable): ____________")
        .says("e-mail/telephone number:")
        .says("Question 2: What would heating the water cost the town? / Cwestiwn 2: Beth fyddai cost gwresogi'r dŵr i'r dref?")
        .table(&[&["Click or tap here to enter text."]])
        .says("Question 3: Should dogs be let in? Yes ☐ No ☐ Don't know ☐")
        .says("Responses to consultations are likely to be made public. If you would prefer your response to remain anonymous, please tick here: ☐");
    let mapped = form.read();
    assert_eq!(mapped.item.set_aside, Some(SetAside::Blank), "{:#?}", told(&mapped));
    assert_eq!((mapped.problems.as_slice(), mapped.item.respondent.organisation.as_str()), ([].as_slice(), ""));
    let filled = Paper::default()
        .says("Question 2: What would heating the water cost the town? / Cwestiwn 2: Beth fyddai cost gwresogi'r dŵr i'r dref? Gormod. 🙂")
        .says("Question 3: Should dogs be let in? Yes ☐ No ☒ Don't know ☐");
    assert_eq!(filled.answers(), are(&[("2", "Gormod. 🙂"), ("3 = no", "Yes ☐ No ☒ Don't know ☐")]));
}

#[test]
fn a_box_left_empty_does_not_take_the_line_below_for_its_value() {
    let form = Paper::default().table(&[
        &["Enw", "Ŵyn Dychmygol"],
        &["Sefydliad", ""],
        &["Ydych chi'n fodlon i ni gyhoeddi eich ymateb?", "Ydw"],
    ]);
    let mapped = form.says("Question 2").says("Dear.").read();
    let respondent = &mapped.item.respondent;
    assert_eq!((respondent.name.as_str(), respondent.organisation.as_str()), ("Ŵyn Dychmygol", ""));
    assert!(respondent.consents.publish);
    let columns = Paper::default().table(&[&["Your name", "Organisation"], &["Nia Ffug", "Clwb y Lido"]]);
    let respondent = columns.says("Question 2").says("Dear.").read().item.respondent;
    assert_eq!((respondent.name.as_str(), respondent.organisation.as_str()), ("Nia Ffug", "Clwb y Lido"));
    let list = Paper::default().table(&[&["Your name"], &["Nia Ffug"], &["Organisation name"], &["Clwb 🙂"]]);
    let respondent = list.says("Question 2").says("Dear.").read().item.respondent;
    assert_eq!((respondent.name.as_str(), respondent.organisation.as_str()), ("Nia Ffug", "Clwb 🙂"));
}
