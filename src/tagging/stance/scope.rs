//! Whose position a phrase is, whether it is denied, and what it is about: read from the words around it.

use super::cues;
use super::tokens::Token;
use super::words::among;

/// Words that deny what follows, in either language.
const NEGATORS: &str = "not don't dont doesn't doesnt didn't didnt never cannot can't cant couldn't couldnt wouldn't wouldnt won't wont isn't isnt \
    aren't arent wasn't haven't hadn't hasn't ain't shouldn't neither nor hardly scarcely barely unable fail fails failed refuse refuses unwilling \
    reluctant impossible difficult hard struggle doubt without nobody none stop \
    tydw tydi tydy tydan dydan toes ddim nid nad nac byth prin methu anodd amhosibl amhosib gwrthod wrthod dwi'm dydw dydy dydyn dydym dyw peidio fethu";

/// Speakers of the answer.
const SELF_EN: &str = "i we i'm i'd i've i'll we're we'd we've we'll im ive my our myself both";
const SELF_CY: &str = "tydan dydan gynnon gynno gynni gynnym wy ydwyf ry fyswn byswn fysen bysen fasen basen wi fedra medra fedrwn alla galla tydw rwy rwyf rydw dw dwi dwi'm wyf ydw rydym rydan sa sai smo so fi fyddwn faswn gallwn allwn rydyn ydym ydyn dydw dydyn dydym hoffwn byddwn baswn buaswn byddem hoffem fy ein gen gennyf gennym gennyn";

/// Subjects that are somebody else.
const OTHERS: &str = "he she they you everyone everybody people some others many most few who somebody someone critics opponents supporters \
    providers companies politicians ministers minister government councillors mps parents children neighbours friends public colleagues \
    leader leaders neighbour colleague boss cymdogion nghymdogion gymdogion cydweithwyr nghydweithwyr rhai pobl eraill llawer nhw hwy pawb darparwyr cwmniau gwleidyddion gweinidogion gweinidog llywodraeth gwrthwynebwyr cefnogwyr rhieni bobl chi";

/// Subjects that deny or ask by themselves: `nobody could support`, `how anyone could agree`.
const ANYBODY: &str = "anyone anybody neb unrhyw";

/// Verbs that report what others hold.
const REPORTS: &str = "say says said claim claims claimed argue argues argued believe believes think thinks suggest suggests tell tells told insist \
    insists feel feels dweud ddweud honni dadlau ddadlau meddwl credu mynnu awgrymu according";

/// Words that may stand between the beginning of a clause and a verb without a subject.
const FILLERS: &str = "fully strongly totally completely wholeheartedly absolutely definitely generally broadly largely mostly somewhat very much do \
    does yes no also and so yn yes really entirely 100 certainly firmly overall i would mainly basically ie oes ydw ydyn tend to strong y dim ar gyfan \
    llwyr gryf hollol bendant gyffredinol mawr iawn must most whole the on just have quite again personally naturally of course again please there is \
    not don't dont cannot can't never nor wel well oh ok okay ddim nid nac byth heb that as a in q1 q2 q3 q4 1 2 3 4";

/// What comes before an infinitive that still states a position: `happy to support`, `hoffwn gefnogi`.
const WILLING: &str = "happy like want wish pleased glad inclined able willing likely delighted tend prepared ready proud hapus barod fodlon falch bring \
    tueddu duedd gallu unable fail fails refuse unwilling reluctant impossible difficult hard struggle anodd methu have need had";

/// Before these, `support` and its like are nouns or purposes.
const NOUN_BEFORE: &str = "more the much some their your our my better good enough of mental emotional financial family extra additional little any for \
    this that no with providing provide provides offer offers giving gives give need needs needed needing get getting receive receiving lack lacking \
    social practical ongoing proper right specialist adequate sufficient continued continuing government public peer care what which is are as by \
    angen help";

/// People and services that are helped rather than held to be right.
const HELPED: &str = "child children family families carer carers parent parents people person person's me myself them him her us student students staff \
    worker workers learner learners needs vulnerable looked individuals individual communities community each young kids babies youngsters one another \
    and from is was are in with services service mechanisms systems package packages network networks groups group team plans \
    daughter son grandson granddaughter mother father mum dad husband wife brother sister friend friends grandchildren merch ferch mab fab chwaer brawd frawd gwraig ngwraig gwr ngwr mam nhad hospital hospitals library club church police hosbis ysbyty ysgol llyfrgell clwb eglwys capel heddlu leavers tenants residents patients clients members schools colleagues victims those everyone local \
    plant phlant blant mhlant nheulu teulu teuluoedd deuluoedd gofalwyr ofalwyr rhieni rieni pobl bobl staff gweithwyr unigolion cymunedau hwy nhw ein eu";

/// Words for gain from care: being against these is not being against the proposal.
const GAIN: &str = "profit profits profiteering profiteers profit-making shareholders greed exploitation exploiting elw helw nelw trachwant";
/// Unless they are what is to be removed.
const REMOVAL: &str = "remove removes removing removal eliminate eliminating elimination ban banning end ending stop stopping cap capping dileu ddileu \
    gwaredu waredu gwahardd wahardd diddymu tynnu dod proposal proposals plan plans bill policy cynnig cynigion";

/// Objects of a welcome, or of agreement, that are not the proposal: the consultation itself, and other people.
const BESIDE: &str = "opportunity chance consultation engagement cyfle gyfle ymgynghoriad those people anyone everyone him her them others critics \
    opponents supporters bawb eraill";

/// Whether what is welcomed or agreed with is the chance to speak, or somebody, rather than the proposal.
pub(super) fn beside_the_point(tokens: &[Token], last: usize) -> bool {
    let object = tokens[last + 1..]
        .iter()
        .take_while(|next| next.sentence == tokens[last].sentence && !next.comma && !next.stop);
    object
        .take(4)
        .find(|next| !among!("the this a an with to y yr a am gyda efo very much strongly completely", next.word))
        .is_some_and(|next| among!(BESIDE, next.word))
}

/// Words after which what went before is another clause.
fn breaks(token: &Token) -> bool {
    token.stop || among!("but ond however because although though since oherwydd achos whereas while", token.word)
}

/// What the words before a phrase say of it.
pub(super) struct Before {
    /// Denied an odd number of times.
    pub(super) denied: bool,
    /// The first token that bears on it: its speaker or what denies it.
    pub(super) first: usize,
    /// Who holds it.
    pub(super) speaker: Speaker,
}

/// Who holds a position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    /// The writer says `I` or `we`.
    Writer,
    /// Nobody is named: `Fully support`.
    Elided,
    /// An organisation that writes of itself by name.
    Body,
    /// Anything else with a capital: only a verb in the third person makes a speaker of it.
    Thing,
    /// Somebody else, or only a supposition.
    Other,
}

/// Reads what stands before the token at `at`, back to the beginning of its sentence or of its clause.
pub(super) fn before(tokens: &[Token], at: usize, welsh: bool, third: bool) -> Before {
    /// Words further back than this belong to something else.
    const REACH: usize = 12;
    let sentence = tokens[at].sentence;
    let (mut denials, mut denied_cy) = (0, false);
    let mut first = at;
    let (mut writer, mut other, mut reports, mut elided) = (false, false, false, true);
    let (mut body, mut thing, mut supposed, mut anybody) = (false, false, false, false);
    let (mut to, mut again) = (false, false);
    let mut place = at;
    while place > 0 && at - place < REACH {
        // A break or a comma before the word that was just read ends the clause.
        if breaks(&tokens[place]) && place != at
            || tokens[place].comma && (writer || other || body)
            || tokens[place].opens
        {
            break;
        }
        // `Agree with the first, disagree with the second`.
        let listed = tokens[at].comma
            && (among!("agree disagree oppose against cytuno anghytuno gwrthwynebu", tokens[at].word)
                || tokens.get(at + 1).is_some_and(|next| among!("erbyn blaid", next.word)));
        if place == at && (tokens[at].stop || tokens[at].opens || listed) {
            break;
        }
        place -= 1;
        let token = &tokens[place];
        if token.sentence != sentence {
            break;
        }
        if among!("but ond however although though because oherwydd", token.word) {
            break;
        }
        let word = token.word;
        let next = tokens[place + 1].word;
        let is_self = if welsh {
            among!(SELF_CY, word)
                || word == "ni" && place > 0 && among!("dan ydan rydan dyn", tokens[place - 1].word)
                || word.len() > 3 && word.ends_with("af")
                || token.capital && word == "i" && !token.opens
        } else {
            among!(SELF_EN, word)
        };
        // `I can't stress enough how much I support`: no denial at all.
        let enough = among!("stress emphasise emphasize overstate", next);
        // `Neither he nor I`, `I never have and never will`: one denial, said twice.
        if denials > 0 && (word == "neither" || among!("and a ac", word) && !writer) {
            if word == "neither" {
                first = place;
                continue;
            }
            again = true;
        }
        let negates = among!(NEGATORS, word) && !again || welsh && among!("sa sai so smo", word);
        if negates && !enough && !among!("only just simply merely ond sure", next) {
            if welsh || among!("ddim nid nad nac dydw dydy dydyn dydym dyw byth", word) {
                denied_cy = true;
            } else {
                denials += 1;
            }
            first = place;
        }
        if word == "ni" || word == "na" {
            // `Ni` denies at the head of a clause and means `we` elsewhere; `na` denies right before a verb.
            let head = token.opens || token.comma || place > 0 && among!("ond ac a oherwydd", tokens[place - 1].word);
            if welsh && (word == "ni" && head || word == "na" && place + 1 == at) {
                denied_cy = true;
                first = place;
            }
        }
        if word == "no" && among!("longer way one circumstances account", next) {
            denials += 1;
            first = place;
            anybody |= next == "one";
        }
        // `My council opposes it`: not the writer.
        let elsewhere = among!("my fy", word) && among!("council nghyngor mp government", next);
        other |= elsewhere;
        if is_self && !other {
            writer = true;
            first = place;
        } else if among!(ANYBODY, word) || word == "nobody" {
            anybody = true;
        } else if among!(OTHERS, word) && !writer && !(welsh && word == "it") {
            // `Our members`, `the government's`: still the writer when `our` comes before.
            other = true;
        }
        reports |= among!(REPORTS, word)
            && (other || among!(OTHERS, word) || place > 0 && among!(OTHERS, tokens[place - 1].word));
        supposed |= among!("if whether os unless", word) && !(place > 0 && tokens[place - 1].word == "even");
        to |= !writer
            && (word == "to"
                || welsh
                    && word == "i"
                    && place + 1 == at
                    && !among!(
                        "gen gan dw dwi wyf ydw dydw tydw sa fedra medra alla galla gallwn allwn fyddwn byddwn faswn baswn fyswn byswn",
                        tokens[place.saturating_sub(1)].word,
                    ))
            && {
                let willing = tokens[place.saturating_sub(3)..place].iter().any(|token| among!(WILLING, token.word));
                !willing
            };
        elided &= among!(FILLERS, word) || among!(NEGATORS, word) || among!(WILLING, word) || is_self;
        thing |= token.capital && token.opens;
        body |= token.capital && word != "i" && !token.opens
            || among!(
                "council cyngor charity organisation board committee association trust union members aelodau mae elusen sefydliad undeb ymddiriedolaeth bwrdd corff awdurdod",
                word,
            );
    }
    let denied = (denials + usize::from(denied_cy)) % 2 == 1;
    let inflected = welsh && (tokens[at].word.ends_with("af") || tokens[at].word.ends_with("wn"));
    let own = inflected
        || tokens[at..].iter().take(5).any(|token| among!("my our fy ein", token.word))
            && !among!("agree support cefnogi cytuno", tokens[at].word);
    let speaker = if own && !reports && !supposed {
        Speaker::Writer
    } else if reports || supposed || to || anybody && third {
        Speaker::Other
    } else if writer || anybody && denied {
        Speaker::Writer
    } else if other || anybody {
        Speaker::Other
    } else if elided {
        Speaker::Elided
    } else if body {
        Speaker::Body
    } else if thing {
        Speaker::Thing
    } else {
        Speaker::Other
    };
    Before { denied, first, speaker }
}

/// Whether a verb stands after willingness: `is pleased to endorse`.
pub(super) fn is_willing(tokens: &[Token], at: usize) -> bool {
    at > 1 && tokens[at - 1].word == "to" && among!(WILLING, tokens[at - 2].word)
}

/// Whether the token at `at` is a noun or a purpose rather than a verb of position.
pub(super) fn is_noun(tokens: &[Token], at: usize) -> bool {
    if at == 0 || tokens[at].opens {
        return false;
    }
    let before = tokens[at - 1].word;
    // `I was well supported`, `help and support`.
    let helped = tokens[at].word == "supported"
        && tokens[at.saturating_sub(4)..at]
            .iter()
            .any(|token| among!("was were be been being feel felt get got well and", token.word));
    let listed = before == "and"
        && at > 1
        && among!("help care advice love guidance advise understanding kindness", tokens[at - 2].word);
    helped || listed || among!(NOUN_BEFORE, before)
}

/// Whether a verb that may mean to help is about somebody rather than about the proposal.
pub(super) fn helps(tokens: &[Token], last: usize) -> bool {
    let object = tokens[last + 1..]
        .iter()
        .take_while(|next| next.sentence == tokens[last].sentence && !next.comma && !next.stop);
    for next in object.take(3) {
        let word = next.word;
        if among!("for to", word) {
            return true;
        }
        if among!(
            "this it proposal proposals aim idea bill plan plans that what removing ending banning y yr hyn cynnig",
            word,
        ) && word != "y"
            && word != "yr"
        {
            return false;
        }
        // A name is somebody, unless it is the name of a plan.
        let named = next.capital && !next.shouted && {
            let rest = tokens[last + 1..].iter().take(6).take_while(|next| next.sentence == tokens[last].sentence);
            !rest.into_iter().any(|next| among!(cues::PROPOSAL, next.word))
        };
        if among!(HELPED, word) || named {
            return true;
        }
        if !among!("the a an all our your their these any more most my y yr o holl fy", word) {
            return false;
        }
    }
    false
}

/// Whether what is opposed is gain from care, which says nothing of the proposal without knowing it.
pub(super) fn about_gain(tokens: &[Token], at: usize) -> bool {
    let sentence = tokens[at].sentence;
    for next in tokens[at + 1..].iter().take(9).take_while(|next| next.sentence == sentence) {
        if among!(REMOVAL, next.word) {
            return false;
        }
        if gain(next, &tokens[at..]) {
            return true;
        }
    }
    false
}

/// Whether a word speaks of gain: `elw`, or `money` that is made.
fn gain(token: &Token, tokens: &[Token]) -> bool {
    let made = || {
        tokens
            .iter()
            .any(|other| other.sentence == token.sentence && among!("make makes making made gwneud wneud", other.word))
    };
    among!(GAIN, token.word) || among!("money arian", token.word) && made()
}

/// Whether a sentence speaks of gain and of nothing that removes it.
pub(super) fn sentence_about_gain(tokens: &[Token], at: usize) -> bool {
    let mut here = tokens.iter().filter(|token| token.sentence == tokens[at].sentence).peekable();
    let gains = here.clone().any(|token| gain(token, tokens));
    gains && !here.any(|token| among!(REMOVAL, token.word))
}

/// Words that open a question.
const ASKING: &str = "why how what who whose which when where do does did is are was were will would could can should shall isn't aren't don't \
    doesn't have has pam sut beth pwy pryd ble lle a oni onid ydy ydych ydi wyt oes fydd fyddai fyddech all allai oeddech";

/// Whether a phrase is asked rather than stated: its sentence ends with a question mark, and a word that asks comes before it.
pub(super) fn asks(tokens: &[Token], at: usize) -> bool {
    let sentence = tokens[at].sentence;
    let up_to_here = tokens[..=at].iter().rev().take_while(|token| token.sentence == sentence);
    tokens[at].asked && up_to_here.skip(1).any(|token| among!(ASKING, token.word))
}

/// Whether an inflected Welsh verb is denied after itself: `chytunaf i ddim`.
pub(super) fn denied_after(tokens: &[Token], at: usize) -> bool {
    let ending = tokens[at].word.ends_with("af") || tokens[at].word.ends_with("wn");
    ending && tokens[at + 1..].iter().take(2).any(|next| next.word == "ddim" && next.sentence == tokens[at].sentence)
}

/// Whether the token names the proposal: by a noun, by `this`, or by a pronoun that heads its sentence or a thought.
pub(super) fn names_proposal(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !among!(cues::PROPOSAL, token.word) {
        return false;
    }
    let heads = token.opens
        || at > 0 && among!("think believe feel fear afraid worried concerned and but sure that", tokens[at - 1].word);
    !among!(cues::PRONOUNS, token.word) || heads
}

/// Whether praise or blame is of the proposal: it names it, or nothing else, in the few words of its clause.
pub(super) fn of_proposal(tokens: &[Token], at: usize) -> bool {
    /// `What a great idea`, `Dyw e ddim yn`: so many words, denials apart, can't name anything else.
    const FEW: usize = 3;
    let sentence = tokens[at].sentence;
    let clause: Vec<usize> = (0..at)
        .rev()
        .take_while(|&before| {
            tokens[before].sentence == sentence && !tokens[before + 1].stop && !tokens[before + 1].comma
        })
        .filter(|&before| !among!(NEGATORS, tokens[before].word))
        .collect();
    clause.len() <= FEW || clause.iter().take(7).any(|&before| names_proposal(tokens, before))
}

/// Whether the writer says what ought to be done, rather than where they stand: `we should support cycling`.
pub(super) fn advises(tokens: &[Token], first: usize, at: usize) -> bool {
    let duty =
        tokens[first..at].iter().any(|token| among!("should must need needs ought shouldn't shouldnt", token.word));
    let proposal = tokens[at + 1..].iter().take(3).take_while(|next| next.sentence == tokens[at].sentence);
    duty && !proposal
        .into_iter()
        .any(|next| among!(cues::PROPOSAL, next.word) && !among!(cues::PRONOUNS, next.word) || next.word == "it")
}

/// Whether `against` follows a verb of being, or opens its clause, rather than a verb that takes it (`protect against`).
pub(super) fn stands_against(tokens: &[Token], at: usize) -> bool {
    if tokens.get(at + 2).is_some_and(|next| next.word == "law" || next.word == "odds") {
        return false;
    }
    tokens[at].word != "against"
        || tokens[at].opens
        || tokens[at].comma
        || among!(
            "am are i'm im we're were is be been strongly totally completely firmly very dead personally utterly fully absolutely and",
            tokens[at - 1].word,
        )
}

/// Where the clause that holds `at` ends: the last token of what the phrase is about.
pub(super) fn clause_end(tokens: &[Token], at: usize) -> usize {
    /// Evidence is to be read at a glance.
    const MOST: usize = 8;
    let sentence = tokens[at].sentence;
    let more = tokens[at + 1..]
        .iter()
        .take(MOST)
        .take_while(|next| {
            let joins = among!(
                "and ac but ond because oherwydd as so if os unless gan yet provided although though",
                next.word,
            );
            next.sentence == sentence && !next.comma && !breaks(next) && !joins
        })
        .count();
    at + more
}
