//! The words by which people take a position, in English and Welsh: data only, written by hand.
//!
//! A phrase is written in small letters without accents, as [`super::tokens`] leaves it: `'n` is `yn`, `'r` is `y`.
//! Within a phrase `a/b` stands for either word, `?` after a word makes it optional, `*` ends a stem, and `_` is any one word.

/// A verb of position. Whose position it is, and whether it is denied, is read from the words around it.
pub(super) struct Verb {
    /// Forms that take a speaker (`I support`) or none (`Support!`).
    pub(super) base: &'static str,
    /// Forms that an organisation takes of itself (`The Council supports`).
    pub(super) third: &'static str,
    /// For the proposal, or against.
    pub(super) support: bool,
    /// `support` and `cefnogi` also mean to help: what follows must be the proposal, not somebody.
    pub(super) may_help: bool,
}

/// Verbs of position in both languages.
pub(super) const VERBS: &[Verb] = &[
    Verb { base: "support supported supporting", third: "supports", support: true, may_help: true },
    Verb {
        base: "agree agreed agreeing concur endorse applaud commend approve",
        third: "agrees endorses applauds commends approves",
        support: true,
        may_help: false,
    },
    Verb {
        base: "oppose opposed opposing disagree disagreed disagreeing",
        third: "opposes disagrees",
        support: false,
        may_help: false,
    },
    Verb { base: "reject condemn", third: "rejects condemns", support: false, may_help: true },
    Verb {
        base: "cefnogi gefnogi chefnogi nghefnogi cefnogaf gefnogaf chefnogaf cefnogwn gefnogwn chefnogwn cefnoga",
        third: "",
        support: true,
        may_help: true,
    },
    Verb {
        base: "cytuno gytuno chytuno cytunaf gytunaf chytunaf cytunwn gytunwn chytunwn cytuna cytno cyttuno",
        third: "",
        support: true,
        may_help: false,
    },
    Verb {
        base: "croesawu groesawu chroesawu croesawaf groesawaf croesawn groesawn cymeradwyo gymeradwyo chymeradwyo",
        third: "",
        support: true,
        may_help: true,
    },
    Verb { base: "cefnogol gefnogol chefnogol", third: "", support: true, may_help: false },
    Verb {
        base: "gwrthwynebu wrthwynebu gwrthwynebus wrthwynebus gwrthwynebaf wrthwynebaf gwrthwynebwn wrthwynebwn anghytuno anghytunaf anghytunwn",
        third: "",
        support: false,
        may_help: false,
    },
];

/// Phrases that carry a position in so many words, with a speaker or without: read as verbs are.
pub(super) const EXPLICIT: &[(&str, bool)] = &[
    ("welcome/welcomes the/this/these/that/any/it/all/efforts/moves/plans/proposals/what", true),
    ("is/are very?/most?/really? welcome", true),
    ("is/are to be welcomed", true),
    ("in favour/favor", true),
    ("in full/complete/total? agreement", true),
    ("generally/broadly/very/fully/strongly/largely supportive", true),
    ("in support of this/it/these/that/the/your/removing/ending/banning", true),
    ("supportive of", true),
    ("have/has/with my full? support/backing", true),
    ("have/has our full? support/backing", true),
    ("you have my vote", true),
    ("all for this/it/the/removing/ending/banning", true),
    ("am/i'm/im/we're for this/it/removing/ending/banning", true),
    ("back this/it/the/these", true),
    ("favour this/it/the/these/removing/ending", true),
    ("vote for this/it", true),
    ("object to", false),
    ("have/has strong/serious/major/grave/fundamental/many? objections", false),
    ("have/has an/a/strong? objection", false),
    ("my/our objection is/to", false),
    ("against this/it/the/these/that/any/all/such/removing/ending/banning/your", false),
    ("am/i'm/are/we're/im strongly/totally/completely/firmly/very/dead? against", false),
    ("opposed to", false),
    ("behind this/it/these/the", true),
    ("proposal/proposals/plan/plans/bill/policy should be supported/approved/adopted/welcomed", true),
    ("proposal/proposals/plan/plans/bill/policy should be rejected/opposed/withdrawn", false),
    ("pleidleisio/bleidleisio dros", true),
    ("o blaid", true),
    ("cytundeb llwyr", true),
    ("fy nghefnogaeth", true),
    ("ein cefnogaeth", true),
    ("yn erbyn", false),
    ("gwrthwynebiad cryf", false),
];

/// Whole phrases whose sense is settled whatever stands around them: support, oppose, or mixed (`None`).
pub(super) const SETTLED: &[(&str, Option<bool>)] = &[
    ("couldn't/couldnt agree/support/approve _? more", Some(true)),
    ("could not agree/support/approve _? more", Some(true)),
    ("couldn't/couldnt disagree/oppose _? more", Some(false)),
    ("could not disagree more", Some(false)),
    ("can't/cannot/cant agree/support/commend/applaud _? _? _? _? enough", Some(true)),
    (
        "urge/ask/asking/urging you/ministers/them/government? to reject/withdraw/abandon/scrap/reconsider/rethink/oppose",
        Some(false),
    ),
    ("urge/ask/asking/urging you/ministers/them/government? to support/pass/approve/adopt/proceed", Some(true)),
    ("annog i wrthod/dynnu/ailystyried/wrthwynebu", Some(false)),
    ("annog i gefnogi/fwrw/gymeradwyo", Some(true)),
    ("have/has/see/with no/any objection/objections", Some(true)),
    ("no objection/objections", Some(true)),
    ("nothing against", Some(true)),
    ("count me/us in", Some(true)),
    ("no problem/problems/issue/issues with this/it/the/these", Some(true)),
    ("not stand in the way", Some(true)),
    ("nothing _? _? that? i/we disagree/oppose with?", Some(true)),
    ("no reason why? i/we shouldn't/shouldnt support/agree/back", Some(true)),
    ("no reason why? i/we should not support/agree/back", Some(true)),
    ("no reason why? i/we should support/agree/back", Some(false)),
    ("no longer do/support/agree", Some(false)),
    ("ddim bellach", Some(false)),
    ("urge/ask/asking/urging you/ministers/them/government? not to go/proceed/do/pass/adopt/support", Some(false)),
    ("please go ahead", Some(true)),
    ("no reason to oppose/object/disagree", Some(true)),
    ("nothing to disagree/object with/to?", Some(true)),
    ("no reason to support/agree", Some(false)),
    ("dim rheswm i/dros wrthwynebu/anghytuno", Some(true)),
    ("dim rheswm i/dros gefnogi/gytuno", Some(false)),
    ("not against", Some(true)),
    ("don't/dont mind", Some(true)),
    ("dim gwrthwynebiad", Some(true)),
    ("nid oes gennyf/gennym/gen i? unrhyw? wrthwynebiad", Some(true)),
    ("oes gen i unrhyw? wrthwynebiad", Some(true)),
    ("ddim gwrthwynebiad", Some(true)),
    ("dim yn erbyn", Some(true)),
    ("ddim yn erbyn", Some(true)),
    ("methu cytuno mwy", Some(true)),
    ("yes and no", None),
    ("agree/support in part", None),
    ("agree/support with? it/this? in theory", None),
    ("rannol/rhannol gytuno/gefnogi", None),
    ("cytuno/gytuno/cefnogi/gefnogi i raddau", None),
    ("cytuno/gytuno/cefnogi/gefnogi hyd at bwynt", None),
    ("agree/support with? the/this? proposal/proposals/plan/plans/idea/it/this in part", None),
    ("agree/support up? to a/some degree/extent/point", None),
    ("partly/partially/somewhat agree/support/disagree", None),
    ("agree/support/disagree partly/partially/somewhat", None),
    ("agree/support with some/parts/elements/aspects/most/much", None),
    ("support some/parts/elements/aspects", None),
    ("agree/agreed/support/supportive/supports/yes/favour in principle", None),
    ("in principle i/we support/agree", None),
    ("mixed feelings/views/opinion/opinions", None),
    ("in two minds", None),
    ("cytuno/gytuno/cefnogi/gefnogi yn rhannol", None),
    ("cytuno/gytuno/cefnogi/gefnogi mewn egwyddor", None),
    ("cytuno/gytuno i ryw raddau", None),
    ("cytuno/gytuno/cefnogi/gefnogi _? rhai/rhannau/rhan", None),
    ("teimladau cymysg", None),
    ("ydw a nac ydw", None),
];

/// Words that take the position away: the writer says that there is none.
pub(super) const NO_POSITION: &[&str] = &[
    "neither agree/support nor disagree/oppose",
    "neither for nor against",
    "agree/support or disagree/oppose",
    "agree/support nor disagree/oppose",
    "for or against",
    "pros and cons",
    "not/unsure/uncertain sure? if/whether/that? i/we",
    "don't/dont know if/whether i/we",
    "yet to decide",
    "on the fence",
    "hard/difficult to say if/whether",
    "anodd dweud a/os",
    "agree/agreed to disagree",
    "ddim yn siwr a/os",
    "ddim yn gwybod a/os",
    "cytuno neu anghytuno",
    "cytuno nac/nag anghytuno",
    "cytuno nac/nag yn anghytuno",
    "o blaid nac/neu/nag _? yn? erbyn",
];

/// Praise: the position is inferred.
pub(super) const PRAISE: &[&str] = &[
    "long overdue",
    "about time",
    "high time",
    "not before time",
    "the sooner the better",
    "good/great/excellent/brilliant/fantastic/wonderful/sensible/superb/lovely/fab/amazing/sound idea/proposal/proposals/plan/plans/step/move/news/initiative/suggestion/policy",
    "positive/welcome step/move/change/development",
    "step in the right direction",
    "right thing to do",
    "the right decision/approach/thing/move/direction",
    "makes/make perfect/complete/total/good? sense",
    "good thing",
    "fine by me/us",
    "sounds good/great/sensible/reasonable",
    "happy with this/it/these",
    "happy with the proposal/proposals/plan/plans/idea/changes/change/bill/policy",
    "acceptable",
    "derbyniol",
    "dderbyniol",
    "thank goodness",
    "glad/pleased/delighted/happy/thrilled to/that/about see? this/these/the/you/it/welsh/government",
    "must/should go ahead",
    "bring it on",
    "please/just do it",
    "get on with it",
    "hen bryd",
    "hwyr glas",
    "hir ddisgwyliedig",
    "gorau po gyntaf",
    "syniad da/gwych/ardderchog/rhagorol/penigamp/campus",
    "exactly what we/children/families/wales need/needs",
    "union sydd ei angen",
    "cynnig/gynnig/cynigion/gynigion/cynllun/gynllun/cam/newyddion da/synhwyrol/teg/gwych/ardderchog/rhagorol/cadarnhaol/pwysig",
    "cam mawr? i y cyfeiriad iawn/cywir",
    "cam ymlaen",
    "y peth iawn",
    "y penderfyniad iawn/cywir",
    "gwneud/wneud synnwyr",
    "da o beth",
    "da iawn",
    "falch/balch iawn? o/bod/fod weld/glywed/y/hyn",
    "diolch byth",
];

/// Blame: the position is inferred.
pub(super) const BLAME: &[&str] = &[
    "bad/terrible/awful/ridiculous/stupid/silly/crazy/dangerous/dreadful/daft/appalling/horrendous/poor/flawed/misguided idea/proposal/proposals/plan/plans/move/policy/decision",
    "a? waste of time/money/taxpayers/public/resources",
    "step backwards",
    "backward/retrograde step",
    "disgraceful/disgusting/shameful/outrageous/scandalous",
    "a/an absolute/complete/total? disgrace/outrage/shambles/farce",
    "won't/wont/cannot/can't/never work",
    "will/would not/never work",
    "unworkable",
    "please/just do? not/don't/dont/stop do this/it",
    "scrap/abandon/drop/withdraw/rethink this/these/it",
    "scrap/abandon/drop/withdraw/rethink the proposal/proposals/plan/plans/idea/bill/policy/whole",
    "leave it/things/well alone",
    "leave it/things as it/they is/are",
    "would/will be a/an? absolute/complete/total? disaster/disastrous/catastrophe/catastrophic/devastating/detrimental/harmful/mistake/nightmare",
    "unacceptable",
    "annerbyniol",
    "don't/dont/not want this",
    "dwi'm isio/eisiau hyn/hwn",
    "ddim isio/eisiau hyn/hwn",
    "stop this madness/nonsense",
    "should not/never go ahead",
    "shouldn't go ahead",
    "recipe for disaster",
    "more harm than good",
    "bydd/byddai/fydd/fyddai _? yn drychineb/drychinebus/gamgymeriad/hunllef",
    "mwy o ddrwg/niwed na/nag o les/dda",
    "a/an big/huge/terrible/serious/grave? mistake",
    "makes no sense",
    "make/makes no sense",
    "ill thought out/through?",
    "gwarthus",
    "warthus",
    "cywilyddus",
    "gwarth",
    "syniad drwg/gwael/gwirion/hurt/ofnadwy/twp/peryglus",
    "cynnig/cynllun gwael/drwg/peryglus/gwirion/annheg",
    "gwastraff arian/amser/llwyr",
    "wastraff arian/amser",
    "camgymeriad mawr/difrifol/dybryd?",
    "cam yn ol/gwag",
    "dim synnwyr",
    "ddim yn gwneud synnwyr",
    "wnaiff hyn/hynny/o/hwn? ddim gweithio",
    "wneith hyn/hynny/o/hwn? ddim gweithio",
    "fydd hyn/hynny/o/hwn? ddim yn gweithio",
    "ni fydd hyn/hynny? yn gweithio",
    "ni wnaiff hyn? weithio",
    "peidiwch a gwneud/bwrw/mynd/newid",
    "rysait ar gyfer trychineb",
];

/// What may be the subject of a consequence: the proposal, however it is named.
pub(super) const PROPOSAL: &str = "this it these that they proposal proposals plan plans policy bill law change changes move ban idea removing banning ending \
    eliminating removal closing introducing doing hyn hynny hwn hon dyma cynnig gynnig cynllun gynllun bwriad cynigion cynllun cynlluniau polisi bil ddeddf newid newidiadau dileu gwahardd";

/// Subjects that mean the proposal only at the head of a sentence or after a verb of thinking.
pub(super) const PRONOUNS: &str = "it that they doing";

/// Verbs and phrases for harm that a proposal will do, after `will`, `would`, `could`, `bydd yn`, `gallai`.
pub(super) const HARM: &str = "destabilise destabilize harm damage hurt destroy undermine threaten worsen jeopardise jeopardize ruin devastate disrupt \
    exacerbate fail backfire penalise punish disadvantage drive force close reduce cost cause create lead result push leave put increase mean fewer less \
    niweidio difrodi ansefydlogi gwaethygu tanseilio bygwth distrywio dinistrio amharu gorfodi gyrru peryglu cau arwain achosi methu \
    niweidio waethygu danseilio ansefydlogi ddinistrio ddifrodi beryglu gau achosi fethu golygu llai lai";

/// Of those, the ones that need a bad thing after them.
pub(super) const HARM_NEEDS_OBJECT: &str = "drive force close reduce cost cause create lead result push leave put increase gorfodi gyrru cau arwain achosi gau golygu fail mean fewer less llai lai";

/// Bad things that a proposal may lead to.
pub(super) const BAD: &str = "shortage shortages closure closures closing closed harm chaos problems instability disruption unemployment homelessness \
    loss losses danger confusion delays delay hardship poverty misery distress suffering bankruptcy uncertainty damage upheaval \
    worse prinder problemau anhrefn niwed ansefydlogrwydd oedi perygl cau dioddefaint ansicrwydd colli golli tlodi waeth";

/// Good things that a proposal may reduce, close, or leave fewer of.
pub(super) const DEAR: &str = "choice capacity quality standards availability places homes jobs services provision beds placements provider providers \
    gartrefi cartrefi dewis ansawdd lleoedd leoedd swyddi gwasanaethau wasanaethau darparwyr ddarparwyr";

/// Verbs and words after which a dear thing is lost.
pub(super) const LOSING: &str = "reduce close cost fewer less lose losing drive cau gau llai lai";

/// Verbs for good that a proposal will do.
pub(super) const GOOD: &str = "improve benefit protect strengthen enhance safeguard help empower simplify \
    gwella elwa amddiffyn cryfhau diogelu helpu sicrhau hybu hyrwyddo wella gryfhau ddiogelu amddiffyn";

/// Modal verbs that promise: what a proposal may do for good says little.
pub(super) const PROMISES: &str = "will would 'll bydd fydd byddai fyddai";

/// Modal verbs that carry a consequence.
pub(super) const MODALS: &str = "will would could may might can 'll bydd fydd byddai fyddai gallai gall allai";

/// Signs that the praise is not meant.
pub(super) const SARCASM: &[&str] = &[
    "yeah/aye right",
    "oh great/good/brilliant/wonderful/lovely/joy/yes/fantastic",
    "surprise surprise",
    "what could possibly? go wrong",
    "what can possibly? go wrong",
    "good luck with",
    "just what we/wales/everyone need/needs/needed",
    "slow clap",
    "idea not",
    "as if that/this/it will/would",
    "pull the other one",
    "pigs might/will fly",
    "sure because",
    "great another",
    "brilliant another",
    "beth allai/all _? fynd o ei le",
    "beth all fynd o ei le",
    "o ie wir",
    "o ie siwr",
    "pob lwc gyda/efo",
    "jest y peth",
    "syniad gwych arall",
];

/// Words that begin a concession or a condition on what was just said.
pub(super) const TURNS: &[&str] = &[
    "but",
    "however",
    "although",
    "though",
    "nevertheless",
    "nonetheless",
    "that said",
    "having said that",
    "on the other hand",
    "except",
    "apart from",
    "ond",
    "fodd bynnag",
    "er hynny",
    "serch hynny",
    "wedi dweud hynny",
    "ar y llaw arall",
    "er fy/fod/bod/bod/nad/ein",
    "heblaw",
    "ac eithrio",
];

/// Reservations of the writer's own, which qualify the support of the sentences before.
pub(super) const RESERVATIONS: &[&str] = &[
    "have/has/had some/serious/a/major/many/real/grave/significant/several/certain? few/number? of? concerns/reservations/worries/doubts/caveats",
    "our/my main/only/one? concern/concerns/worry/reservation/reservations is/are/relate/relates",
    "i'm/am/are/we're/remain very/also/still/deeply? concerned/worried",
    "gennym/gennyf/gennyn rai? bryderon/amheuon",
    "gen i rai? bryderon/amheuon",
    "ein/fy prif? bryder/mhryder yw/ydy",
    "poeni am/y/bydd/fod",
    "pryderu am/y/bydd/fod",
];

/// Words that make what was just said hang on something.
pub(super) const CONDITIONS: &[&str] = &[
    "unless",
    "until",
    "if",
    "provided/providing that? _",
    "as/so long as",
    "on condition",
    "on the condition",
    "only if/when/where",
    "conditional on",
    "subject to",
    "gydag amodau/amheuon",
    "with some/one/certain/many/serious? reservation/reservations/caveat/caveats/condition/conditions",
    "ar yr amod",
    "ar amod",
    "cyn belled",
    "cyhyd",
    "oni bai",
    "os",
    "pe",
    "petai",
    "dim ond os",
];
