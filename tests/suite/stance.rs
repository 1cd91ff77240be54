//! What an answer's words show of its stance, in both languages.

use ymateb::model::{Basis, Detected, Language, Stance, StanceFound};
use ymateb::tagging::stance::stance;
use ymateb::text::language::detect;

fn of(text: &str) -> StanceFound {
    stance(text, &detect(text, None), None)
}

/// Checks every line: `stance kind | answer`.
fn each_line_shows_its_stance(lines: &str) {
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (wanted, text) = line.split_once(" | ").expect("a line has a bar");
        let found = of(text);
        assert_eq!(found.words, text[found.span.start..found.span.end], "{text}");
        assert_eq!(found.words.trim(), found.words, "{text}");
        let got = match found.value {
            Stance::Unclear => "unclear".to_owned(),
            value => {
                assert!(!found.words.is_empty(), "{text}");
                format!("{} {}", value.as_str(), found.kind.as_str())
            }
        };
        if got != wanted {
            wrong.push(format!("{text}\n    wanted {wanted}, got {got} from {:?}", found.words));
        }
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn positions_said_in_english_are_explicit() {
    each_line_shows_its_stance(
        "
        support explicit | I support this proposal.
        support explicit | We strongly support the aim of removing profit from the care of children.
        support explicit | Strongly agree
        support explicit | AGREE
        support explicit | Fully support the plan, it puts children first.
        support explicit | As a foster carer of twenty years, I wholeheartedly welcome these proposals.
        support explicit | The Council welcomes the proposal to limit new registrations.
        support explicit | I am very much in favour of this.
        support explicit | I’m all for it 👍
        support explicit | We would be happy to support the changes.
        support explicit | I have always supported this.
        support explicit | It has my full support.
        support explicit | Yes
        support explicit | Yes, definitely. Children are not commodities.
        support explicit | Yes please
        support explicit | I think I broadly agree.
        oppose explicit | I oppose this.
        oppose explicit | We object to the proposal.
        oppose explicit | Disagree
        oppose explicit | I am totally against this proposal.
        oppose explicit | No.
        oppose explicit | No, this is none of the government's business.
        oppose explicit | Strongly opposed to the removal of choice.
        oppose explicit | The charity opposes the changes.
        oppose explicit | We reject the proposal outright.
        ",
    );
}

#[test]
fn positions_said_in_welsh_are_explicit() {
    each_line_shows_its_stance(
        "
        support explicit | Rwy'n cefnogi'r cynnig hwn.
        support explicit | Rydym yn cefnogi'r nod o ddileu elw yn llwyr.
        support explicit | Cytuno'n llwyr
        support explicit | Cytuno
        support explicit | CYTUNO’N GRYF
        support explicit | Dwi'n gefnogol iawn, a dwi'n cytuno efo'r cynllun.
        support explicit | Mae'r Cyngor yn croesawu'r cynigion hyn.
        support explicit | Hoffwn gefnogi'r cynnig.
        support explicit | Cytunaf â'r egwyddor hon.
        support explicit | Rydyn ni o blaid y newid.
        support explicit | Fel gofalwr maeth, rwy'n croesawu hyn yn fawr.
        support explicit | Ydw
        support explicit | Ydw, yn bendant.
        support explicit | Ie, wrth gwrs
        support explicit | Yr wyf yn llwyr gefnogi'r bwriad.
        oppose explicit | Rwy'n gwrthwynebu'r cynnig.
        oppose explicit | Anghytuno
        oppose explicit | Anghytuno'n gryf
        oppose explicit | Rydym yn erbyn y newidiadau hyn.
        oppose explicit | Mae'r elusen yn gwrthwynebu'r cynllun.
        oppose explicit | Nac ydw
        oppose explicit | Nac ydw, dim o gwbl.
        oppose explicit | Na
        oppose explicit | Dwi'n hollol yn erbyn hyn
        ",
    );
}

#[test]
fn denial_turns_a_position_round_and_two_denials_turn_it_back() {
    each_line_shows_its_stance(
        "
        oppose explicit | I do not support this.
        oppose explicit | I don’t agree with the proposal.
        oppose explicit | We cannot agree to this.
        oppose explicit | I can hardly support something so rushed.
        oppose explicit | I fail to see how anyone could support this.
        oppose explicit | I don't think I can support it.
        oppose explicit | Cant agree with this at all
        oppose explicit | We are not in favour of the changes.
        oppose explicit | I find it hard to agree.
        support explicit | I do not oppose this.
        support explicit | I don't disagree with the proposal.
        support explicit | We have no objection to the plan.
        support explicit | I couldn't agree more.
        support explicit | I am not against it.
        oppose explicit | Nid wyf yn cytuno.
        oppose explicit | Dydw i ddim yn cytuno â'r cynnig.
        oppose explicit | Dwi ddim yn cefnogi hyn o gwbl
        oppose explicit | Nid ydym yn cefnogi'r cynnig.
        oppose explicit | Ni allaf gefnogi'r cynllun.
        oppose explicit | Chytunaf i ddim â hyn.
        oppose explicit | Ddim yn cytuno
        oppose explicit | Dwi'm yn cytuno
        oppose explicit | Sa i'n cytuno â hyn
        support explicit | I cannot stress enough how much I support this.
        support explicit | I see no reason to oppose it.
        support explicit | Does dim rheswm i wrthwynebu.
        oppose explicit | Ni chefnogaf y newid hwn.
        oppose explicit | Prin y gallaf gytuno â hyn.
        support explicit | Dydw i ddim yn gwrthwynebu.
        support explicit | Nid wyf yn anghytuno â'r nod.
        support explicit | Does gen i ddim gwrthwynebiad i'r cynllun.
        support explicit | Nid ydym yn erbyn y cynnig.
        ",
    );
}

#[test]
fn support_with_conditions_or_concessions_is_mixed() {
    each_line_shows_its_stance(
        "
        mixed explicit | I support the aim but the timetable is too short.
        mixed explicit | I agree in principle.
        mixed explicit | We welcome the proposals. However, we need more foster carers first.
        mixed explicit | Yes, but only if councils are funded.
        mixed explicit | I support this provided that children are not moved.
        mixed explicit | While I support the aim, I worry about children losing their homes.
        mixed explicit | Partly agree
        mixed explicit | I agree with the first part and disagree with the second.
        mixed explicit | I oppose this unless transitional funding is found.
        mixed explicit | Yes and no.
        mixed explicit | Our charity supports the intention. We have some concerns about the pace.
        mixed explicit | Agree, with some reservations.
        mixed explicit | Byddwn yn cefnogi hyn pe bai arian ar gael.
        mixed explicit | Rydym yn cefnogi'r nod. Mae gennym bryderon am yr amserlen.
        mixed explicit | Although I support the principle, I oppose the timetable.
        mixed inferred | Good idea but it will take years.
        mixed explicit | Rwy'n cefnogi mewn egwyddor ond mae'r amserlen yn rhy fyr.
        mixed explicit | Cytuno, ond mae angen mwy o arian.
        mixed explicit | Rydym yn croesawu'r cynnig. Fodd bynnag, mae angen mwy o ofalwyr maeth.
        mixed explicit | Ydw, ond dim ond os oes cyllid.
        mixed explicit | Dwi'n cytuno cyn belled â bod y plant yn cael aros.
        mixed explicit | Cytuno'n rhannol
        mixed explicit | Er fy mod yn cefnogi'r nod, mae'r cynllun yn rhy gyflym o lawer.
        mixed explicit | Rwy'n cefnogi'r nod. Er hynny, mae gen i bryderon mawr.
        mixed explicit | I support this ond dw i'n poeni am y plant.
        mixed inferred | Syniad da, ond pwy fydd yn talu amdano?
        ",
    );
}

#[test]
fn praise_fear_and_consequence_are_inferred() {
    each_line_shows_its_stance(
        "
        support inferred | Long overdue.
        support inferred | About time!
        support inferred | This is a step in the right direction.
        support inferred | This will improve outcomes for children.
        support inferred | What a great idea 😀
        oppose inferred | This will destabilise children in settled homes.
        oppose inferred | The proposal would lead to the closure of small homes.
        oppose inferred | This is disgraceful.
        oppose inferred | A complete waste of money.
        oppose inferred | It won't work.
        oppose inferred | Not a good idea.
        support inferred | Hen bryd!
        support inferred | Cam i'r cyfeiriad cywir.
        support inferred | Mae hwn yn syniad da iawn
        support inferred | Bydd hyn yn gwella bywydau plant.
        oppose inferred | Bydd hyn yn niweidio plant.
        oppose inferred | Byddai'r cynnig yn arwain at gau cartrefi.
        oppose inferred | Gwarthus.
        oppose inferred | Gwastraff arian llwyr
        oppose inferred | Fydd hyn ddim yn gweithio.
        oppose inferred | Nid yw hwn yn syniad da.
        ",
    );
}

#[test]
fn what_is_no_position_of_the_writer_stays_unclear() {
    each_line_shows_its_stance(
        "
        unclear | 😀
        unclear | More support for foster carers is needed.
        unclear | We support children and families across Wales.
        unclear | Children need to be supported by people who know them.
        unclear | Some say they support this.
        unclear | Providers claim that they support the aim.
        unclear | Do you really support this?
        unclear | Why would anyone oppose it?
        unclear | I neither agree nor disagree.
        unclear | Not sure if I agree.
        unclear | We welcome the opportunity to respond to this consultation.
        unclear | Rydym yn croesawu'r cyfle i ymateb i'r ymgynghoriad.
        unclear | I strongly disagree with those who oppose this.
        unclear | No comment
        unclear | No further comments.
        unclear | N/A
        unclear | Oh great, another brilliant idea from Cardiff Bay.
        unclear | Yeah right, what a great idea.
        unclear | Great idea, what could possibly go wrong.
        unclear | My neighbour told me \"I support it\".
        unclear | If I supported this I would say so.
        unclear | Staff are protected against violence by law.
        unclear | Most homes in our area are run by companies.
        unclear | Companies object to the proposal.
        unclear | I am against profit from children.
        unclear | Mae angen mwy o gymorth ar ofalwyr maeth.
        unclear | Rydym yn cefnogi plant a theuluoedd ledled Cymru.
        unclear | Mae rhai yn cefnogi hyn.
        unclear | Mae darparwyr yn honni eu bod yn cefnogi'r nod.
        unclear | Dim sylw
        unclear | Dim
        unclear | Pam fyddai neb yn gwrthwynebu?
        unclear | Ddim yn siŵr a ydw i'n cytuno.
        unclear | Syniad gwych, beth allai fynd o'i le.
        unclear | Mae'r rhan fwyaf o gartrefi yn cael eu rhedeg gan gwmnïau.
        unclear | Dydw i ddim yn cytuno nac yn anghytuno.
        unclear | Ydych chi'n cefnogi hyn?
        ",
    );
}

#[test]
fn the_evidence_is_exact_whatever_the_encoding_of_its_apostrophes_and_accents() {
    let text = "👋 Dwi’n byw yn y ty\u{302}. Rwy’n cefnogi’r cynnig hwn, diolch.";
    let found = of(text);
    assert_eq!((found.value, found.kind), (Stance::Support, Basis::Explicit));
    assert_eq!(found.words, "Rwy’n cefnogi’r cynnig hwn");
    assert_eq!(&text[found.span.start..found.span.end], found.words);
}

#[test]
fn an_answer_without_words_has_no_evidence() {
    let found = stance("", &Detected::default(), None);
    assert_eq!((found.value, found.span.start, found.span.end, found.words.as_str()), (Stance::Unclear, 0, 0, ""));
}

#[test]
fn one_answer_gets_the_same_stance_in_either_language() {
    for (english, welsh) in
        [("I agree.", "Rwy'n cytuno."), ("I object to this.", "Rwy'n gwrthwynebu hyn."), ("Yes", "Ydw")]
    {
        assert_eq!(of(english).value, of(welsh).value, "{english}");
        assert_eq!(detect(welsh, None).language, Language::Cy, "{welsh}");
    }
}
