//! What an answer's words show of its stance, in both languages.

use ymateb::model::{Basis, Detected, Language, Stance, StanceFound};
use ymateb::tagging::stance::{Proposal, stance};
use ymateb::text::language::detect;

fn of(text: &str) -> StanceFound {
    stance(text, &detect(text, None), None)
}

/// Checks every line: `stance kind | answer`.
fn each_line_shows_its_stance(lines: &str) {
    each_line(lines, of);
}

fn each_line(lines: &str, of: impl Fn(&str) -> StanceFound) {
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
        oppose explicit | Tydan ni ddim o blaid y newid yma.
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

/// Checks every line, read in one language: `stance kind | answer`.
pub(crate) fn each_line_in(language: Language, proposal: Option<&Proposal>, lines: &str) {
    let language = Detected { language, confidence: 1.0, spans: Vec::new() };
    each_line(lines, |text| stance(text, &language, proposal));
}

#[test]
fn sides_are_taken_in_english_in_many_ways() {
    each_line_in(
        Language::En,
        None,
        "
        support explicit | I do not oppose this.
        oppose explicit | I can hardly support a plan like this.
        support explicit | On balance I support the proposal.
        oppose explicit | On balance we are against it.
        support explicit | I am not opposed to this.
        oppose explicit | I would not say that I support this.
        oppose explicit | I used to support this, but I no longer do.
        support explicit | There is nothing here that I disagree with.
        oppose explicit | I cannot bring myself to support this.
        oppose explicit | I strongly urge you not to go ahead.
        support explicit | Please go ahead with this, I'm in full agreement.
        oppose explicit | Not in favour.
        oppose explicit | I don't think this is something I could agree to.
        support explicit | I see no reason why we shouldn't support it.
        oppose explicit | Under no circumstances would we support this.
        oppose explicit | I'm dead against it.
        support explicit | Thumbs up, I'm all for it.
        support explicit | My family and I are fully behind this proposal.
        support explicit | Count me in favour.
        support explicit | The Trust is pleased to endorse the proposals.
        support explicit | I've no problem with this at all.
        support explicit | I agree wholeheartedly that this should happen.
        support explicit | We would certainly not stand in the way of this.
        support explicit | I don't object to the change.
        support explicit | Yes I do agree
        support explicit | I would vote for it tomorrow.
        support explicit | After much thought I have decided to support the plan.
        support explicit | I can only agree.
        support explicit | Our members overwhelmingly support the proposal.
        oppose explicit | I can't say I agree.
        oppose explicit | We do not believe the proposal should be supported.
        oppose explicit | I'm not convinced and cannot support it.
        oppose explicit | No, I don't.
        oppose explicit | The Federation is opposed to the plan.
        oppose explicit | I disagree entirely with what is proposed.
        oppose explicit | I am very strongly against the idea.
        oppose explicit | I refuse to support something that hurts children.
        oppose explicit | Neither my husband nor I agree with this.
        oppose explicit | We have grave objections to these plans.
        oppose explicit | It doesn't have my support.
        oppose explicit | I never have and never will support this.
        support inferred | This is exactly what we need.
        oppose inferred | This is a terrible idea.
        oppose inferred | It will do more harm than good.
        support inferred | This is a sensible proposal.
        ",
    );
}

#[test]
fn sides_are_taken_in_welsh_in_many_ways_formal_and_spoken_north_and_south() {
    each_line_in(
        Language::Cy,
        None,
        "
        oppose explicit | Dwi'm yn cytuno efo hyn.
        oppose explicit | Sai'n cytuno â'r cynnig.
        oppose explicit | So fi'n cytuno gyda hyn o gwbl.
        oppose explicit | Tydw i ddim yn cytuno.
        oppose explicit | Ni fyddwn yn cefnogi'r newid.
        oppose explicit | Fyddwn i ddim yn cefnogi hyn.
        oppose explicit | Fedra i ddim cefnogi'r cynllun yma.
        oppose explicit | Alla i ddim cytuno â hyn.
        oppose explicit | Sa i o blaid hyn.
        oppose explicit | Smo fi'n cytuno.
        support explicit | Dwi'n cytuno efo'r syniad.
        support explicit | Wi'n cytuno gyda hyn.
        support explicit | Rwy o blaid y cynnig.
        support explicit | Dwi ddim yn erbyn y peth.
        support explicit | Nid oes gennyf wrthwynebiad.
        support explicit | 'Dan ni'n llwyr gefnogi'r cynnig.
        support explicit | Mi ydw i'n gefnogol i hyn.
        oppose explicit | Mi ydw i'n anghytuno'n llwyr.
        oppose explicit | Rydym ni fel cyngor yn gwrthwynebu'r bwriad.
        oppose explicit | Yn erbyn.
        support explicit | O blaid.
        support explicit | Ar y cyfan, rwy'n cefnogi'r cynnig.
        oppose explicit | Dan ddim amgylchiadau y byddem yn cefnogi hyn.
        oppose explicit | Dw i ddim yn meddwl y gallwn i gefnogi hyn.
        oppose explicit | Roeddwn i'n arfer cefnogi hyn, ond ddim bellach.
        support explicit | Alla i ddim anghytuno.
        oppose explicit | Ddim o blaid.
        support explicit | Rwy'n gwbl gefnogol i'r cynnig.
        support explicit | Dwi'n llwyr o blaid hyn.
        support explicit | Does gynnon ni ddim gwrthwynebiad.
        support explicit | Cytunwn yn llwyr â'r hyn a gynigir.
        support explicit | Ydyn, rydyn ni'n cytuno.
        support explicit | Mae'r Ymddiriedolaeth yn falch o gefnogi'r cynigion.
        support explicit | Byddwn i'n pleidleisio dros hyn fory.
        support explicit | Wy'n cytuno â phob gair.
        support explicit | Dw i ddim yn gwrthwynebu'r syniad.
        support explicit | Rydan ni fel teulu yn cefnogi hyn i'r carn.
        support explicit | Fe gefnogwn y cynnig hwn.
        support explicit | Cefnogaf y bwriad yn frwd.
        oppose explicit | Dydyn ni ddim o blaid y newid.
        oppose explicit | 'Dw i'n hollol yn erbyn.
        oppose explicit | Smo ni'n cytuno 'da hyn.
        oppose explicit | Nid ydwyf yn cefnogi'r cynnig.
        oppose explicit | Ni chytunaf â'r cynllun.
        oppose explicit | Anghytunaf yn llwyr.
        oppose explicit | Allwn ni ddim cefnogi hyn.
        oppose explicit | Dwi wir ddim yn cytuno.
        oppose explicit | Na, dim o gwbl.
        oppose explicit | Nac ydyn, ddim o gwbl.
        oppose explicit | Ry'n ni'n gwrthwynebu'n gryf.
        oppose explicit | Fyswn i byth yn cefnogi hyn.
        oppose explicit | Nid yw'r cynnig yn cael fy nghefnogaeth.
        oppose explicit | Dwi'n methu cytuno efo hyn.
        support inferred | Dyma'n union sydd ei angen.
        support inferred | Mae hwn yn gynnig synhwyrol.
        oppose inferred | Mae hwn yn syniad ofnadwy.
        oppose inferred | Bydd yn gwneud mwy o ddrwg nag o les.
        ",
    );
}

#[test]
fn conditions_and_parts_are_mixed_in_both_languages() {
    each_line_in(
        Language::En,
        None,
        "
        mixed explicit | I support the aim but not the way it is being done.
        mixed explicit | We would only support this if funding follows.
        mixed explicit | I agree with part 1 but not with part 2.
        mixed explicit | Agree with question 1, disagree with question 2.
        mixed explicit | Generally supportive, subject to seeing the detail.
        mixed explicit | I support the proposal in part.
        mixed explicit | Yes, on condition that homes stay open.
        mixed explicit | I support it in theory, less so in practice.
        mixed explicit | Yes, provided that no child has to move.
        mixed explicit | I agree with most of it but the dates are wrong.
        mixed explicit | We support the direction of travel, although the detail is missing.
        mixed explicit | I oppose the timetable but support the principle.
        mixed explicit | As long as carers are protected, I support this.
        mixed explicit | We can support this only when the money is in place.
        mixed explicit | If the grants are kept, then yes, I agree.
        mixed explicit | I partly support this.
        mixed explicit | We welcome the ambition. Our concern is the pace.
        ",
    );
    each_line_in(
        Language::Cy,
        None,
        "
        mixed explicit | Rwy'n cefnogi'r nod ond nid y dull.
        mixed explicit | Cytuno ar yr amod bod arian ar gael.
        mixed explicit | Byddem yn cefnogi'r cynnig dim ond os daw arian gydag ef.
        mixed explicit | Cytuno â rhan 1 ond nid â rhan 2.
        mixed explicit | Rwy'n cefnogi'r egwyddor, ond mae angen mwy o amser.
        mixed explicit | Cytuno os bydd arian ar gael.
        mixed explicit | Ydw, cyn belled â bod plant ddim yn gorfod symud.
        mixed explicit | Dwi'n cytuno efo rhan ohono fo.
        mixed explicit | Er ein bod yn cefnogi'r nod, rydym yn poeni am y gost.
        mixed explicit | Cefnogwn y bwriad. Serch hynny, mae gennym bryderon.
        mixed explicit | Rwy'n rhannol gytuno.
        mixed explicit | Gallwn gefnogi hyn ar yr amod na fydd cartrefi'n cau.
        mixed explicit | O blaid y nod, yn erbyn yr amserlen.
        mixed explicit | Cytuno i raddau.
        ",
    );
}

#[test]
fn what_others_hold_what_is_asked_and_what_is_helped_stays_unclear_in_both_languages() {
    each_line_in(
        Language::En,
        None,
        "
        unclear | The Minister says it is right to support this.
        unclear | The Minister says this is the right thing to do.
        unclear | \"I fully support this,\" my MP told the press.
        unclear | I neither support nor oppose the proposal.
        unclear | I support my local hospital.
        unclear | Support for carers is poor.
        unclear | We need support for foster carers.
        unclear | Should I support this?
        unclear | What are the arguments for and against?
        unclear | I have no opinion on this.
        unclear | I'm undecided.
        unclear | Wonderful, yet another scheme dreamed up by people who have never met a child in care.
        unclear | My mother supported me when I was ill.
        unclear | It depends.
        unclear | The leader of the opposition opposes this, as you'd expect.
        unclear | Some of my colleagues agree with it and some do not.
        unclear | I support my daughter with her homework.
        unclear | More help and support is needed for kinship carers.
        unclear | Do you agree with this yourselves?
        unclear | I really could not say whether I agree or not.
        unclear | No strong feelings either way.
        unclear | I'm sitting on the fence.
        unclear | According to the report, parents support the change.
        unclear | The questionnaire asks whether we agree.
        unclear | Thank you for the chance to respond.
        unclear | I support Cardiff City.
        unclear | We offer support to fifty families a week.
        unclear | Oh yes, that worked so well last time.
        unclear | Our staff supported the children through the move.
        unclear | There are about 1,100 children in residential care.
        unclear | See attached letter.
        unclear | Those who oppose it have not read it.
        unclear | He told me \"I am against it\" and walked off.
        ",
    );
    each_line_in(
        Language::Cy,
        None,
        "
        unclear | Mae'r Gweinidog yn dweud mai dyma'r peth iawn i'w wneud.
        unclear | Dwi ddim yn cytuno nac yn anghytuno.
        unclear | Dim barn.
        unclear | Mae'n dibynnu.
        unclear | Rwy'n cefnogi fy ysbyty lleol.
        unclear | Mae cefnogaeth i ofalwyr yn wael.
        unclear | A ddylwn i gefnogi hyn?
        unclear | Ydi hyn yn syniad da?
        unclear | Gwych, cynllun arall gan bobl sydd erioed wedi cwrdd â phlentyn mewn gofal.
        unclear | Mae fy nghymdogion yn gwrthwynebu.
        unclear | Mae rhai o'm cydweithwyr yn cytuno ac eraill ddim.
        unclear | Rwy'n cefnogi fy merch gyda'i gwaith cartref.
        unclear | Mae angen mwy o gefnogaeth ar deuluoedd.
        unclear | Ydych chi eich hunain yn cytuno?
        unclear | Anodd dweud a ydw i'n cytuno ai peidio.
        unclear | Does gen i ddim barn y naill ffordd na'r llall.
        unclear | Yn ôl yr adroddiad, mae rhieni'n cefnogi'r newid.
        unclear | Diolch am y cyfle i ymateb.
        unclear | Dwi'n cefnogi Wrecsam.
        unclear | Rydym yn cynnig cefnogaeth i hanner cant o deuluoedd bob wythnos.
        unclear | O ie, mi weithiodd hynny'n dda y tro diwethaf.
        unclear | Gweler y llythyr amgaeedig.
        unclear | Mae tua 1,100 o blant mewn gofal preswyl.
        unclear | Nid yw'r rhai sy'n gwrthwynebu wedi ei ddarllen.
        unclear | Pwy sy'n cytuno â hyn?
        unclear | Cefnogodd ein staff y plant drwy'r newid.
        unclear | Dywedodd hi \"rydw i yn erbyn\" a cherdded allan.
        unclear | Dim byd i'w ychwanegu.
        unclear | Mae'r Llywodraeth yn credu mai dyma'r cam iawn.
        ",
    );
}

#[test]
fn short_answers_are_read_alike_in_both_languages() {
    each_line_in(
        Language::En,
        None,
        "
        support explicit | We back the proposal.
        support explicit | I'm strongly in support of this change.
        support explicit | Our union has long called for this and supports it.
        oppose explicit | I would oppose any such move.
        oppose explicit | This is not something we can agree to.
        oppose explicit | I am not in agreement with the proposal.
        oppose explicit | We remain opposed.
        oppose explicit | I don't see how I could support that.
        mixed explicit | I agree up to a point.
        mixed explicit | Yes, but not yet.
        mixed explicit | I'm in favour if it is phased in.
        mixed explicit | We support the first change and oppose the second.
        unclear | The survey found that residents agree.
        unclear | I support my sister who has two foster children.
        unclear | Would you support this?
        unclear | We need more supported housing.
        unclear | I can see both sides.
        unclear | My council opposes it.
        oppose inferred | This will be a disaster for children.
        support inferred | A very positive step.
        ",
    );
    each_line_in(
        Language::Cy,
        None,
        "
        support explicit | Cefnogwn y cynnig yn llawn.
        support explicit | Rydw i'n bendant o blaid.
        support explicit | Ydw, rwy'n gryf o blaid.
        support explicit | Does gen i ddim byd yn erbyn hyn.
        oppose explicit | Rwy'n gwbl wrthwynebus i hyn.
        oppose explicit | Alla i byth gefnogi hyn.
        oppose explicit | Dwi ddim yn gefnogol.
        oppose explicit | Dyw'r elusen ddim yn cefnogi'r cynnig.
        mixed explicit | Cytuno hyd at bwynt.
        mixed explicit | Ydw, ond ddim eto.
        mixed explicit | O blaid os caiff ei gyflwyno fesul cam.
        mixed explicit | Rwy'n cefnogi'r newid cyntaf ond yn gwrthwynebu'r ail.
        unclear | Canfu'r arolwg fod trigolion yn cytuno.
        unclear | Rwy'n cefnogi fy chwaer sy'n maethu.
        unclear | Fyddech chi'n cefnogi hyn?
        unclear | Mae angen mwy o dai â chymorth.
        unclear | Gallaf weld y ddwy ochr.
        unclear | Mae fy nghyngor yn ei wrthwynebu.
        oppose inferred | Bydd hyn yn drychineb i blant.
        support inferred | Cam cadarnhaol iawn.
        ",
    );
}
