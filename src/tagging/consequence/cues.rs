//! The words by which people say what they fear, in English and Welsh: data only, written by hand, as in the stance's cues
//! (small letters, no accents; `a/b` either, `?` optional, `_` any word).

/// Fear itself: what follows is feared, whatever it is.
pub(super) const FEARS: &[&str] = &[
    "i/we/i'm/we're/really? fear/fears/dread",
    "my/our/the/a/real? main/biggest/greatest/only/real? fear/fears/worry/worries/concern/concerns/risk/risks/danger/dangers is/are",
    "fear/fears/worry/worries that",
    "am/are/i'm/we're/is really/very/deeply/also? worried/concerned/scared/afraid/frightened/anxious",
    "i/we worry/suspect/anticipate/foresee/expect",
    "risk/risks/danger of/that/this/it/these/i",
    "what worries/concerns/frightens/scares us/me most?",
    "sy'n/yn ein/fy poeni/mhoeni/pryderu/mhryderu",
    "at risk",
    "threat to",
    "threaten/threatens/jeopardise/jeopardises/endanger/endangers the/our/my/children/stability/these",
    "unintended/unforeseen/unwanted consequence/consequences/effect/effects/result/results",
    "likely/probable/inevitable result/results/outcome/effect/consequence is/will/would/of/being",
    "bound to",
    "every chance",
    "what happens/happen to/when/if",
    "what will/would happen",
    "where will/would",
    "because of this/these/the",
    "backfire",
    "where does this/that/it leave",
    "ble/lle mae hyn/hynny yn gadael",
    "open/opens/opening the door to",
    "inevitable/inevitably",
    "agor/agor y drws i",
    "becso/fecso y/na/am/bod/fod",
    "ofnus/gofidio/ofidio/gofidus am/y/na/iawn/bod",
    "anochel",
    "debygol/tebygol o/y/na/iawn",
    "o achos y/hyn/hwn/newid",
    "oherwydd y newid/cynnig/cynllun/gyfraith/ddeddf",
    "ofni y/na/bod/colli/am/gweld",
    "ofn/ofnau y/na/bod/yw/ydy/mawr",
    "fy/ein prif? mhryder/pryder/bryder/hofn/ofn/hofnau/mhryderon/pryderon i/ni? yw/ydy/oedd/am",
    "pryderu/phryderu/bryderu y/na/am/bod/fod",
    "pryderus/bryderus y/na/am/bod/iawn",
    "poeni/phoeni/boeni y/na/am/bod/fod/lle/beth/be/sut/pwy",
    "perygl/berygl/pherygl/peryg/beryg y/na/o/i/creu/gwirioneddol/colli/mawr",
    "risg/risgiau y/na/o",
    "bygwth/fygwth/bygythiad/fygythiad",
    "canlyniad/canlyniadau/ganlyniad/ganlyniadau anfwriadol/annisgwyl/anochel/tebygol",
    "rhagweld/ragweld/amau y/na",
    "rydym/rydyn/rwy/rydw/dwi/rydan ni? i? yn rhagweld/ragweld",
    "siwr/sicr o",
    "risg/perygl/pryder/bryder/berygl yw/ydy",
    "rhag ofn i/y/na",
    "beware",
    "watch out",
    "considering/contemplating",
    "ystyried gadael/cau",
    "posib/posibl/bosib/bosibl y/na/iawn",
    "beth/be ddigwyddith/ddigwydd/fydd/sy'n",
    "peryglu/beryglu",
];

/// What may be, as verbs say it.
pub(super) const PROSPECTS_EN: &str = "shall could would may might will 'll won't wouldn't can cannot can't couldn't i'll we'll they'll you'll it'll we'd he'd she'd it'd that'll there'll i'd they'd";

/// As [`PROSPECTS_EN`], in several words.
pub(super) const PROSPECTS: &[&str] = &[
    "going to",
    "about to",
    "set to",
    "likely to",
    "sure to",
    "ending/end/ends/ended in/up",
    "potentially",
    "yn mynd i",
    "mynd i orfod",
];

/// As [`PROSPECTS_EN`], in Welsh, in every form that is met.
pub(super) const PROSPECTS_CY: &str = "byddem fyddem bydd fydd byddai fyddai byddan fyddan bydden fydden byddwn fyddwn byddwch fyddwch byddech fyddech byddant fyddant byddent fyddent \
    gallai allai gall all gallen allen gallent allent gallan allan gallwn allwn gellid basa fasa basai fasai basan fasan basen fasen bysa fysa bysai fysai bysan fysan \
    wnaiff gwnaiff wneith neith wnan wnaeth efallai hwyrach ella falle caiff gaiff ceir geir aiff golygai";

/// What follows these with `-ing` is feared.
pub(super) const RISKS: &str = "risk risks risking";

/// Outcomes that respondents fear, beside the words that are bad by themselves.
pub(super) const OUTCOMES: &str = "cherry cash tears race bottom hit hardest underground afield further packing pack give discourage paperwork \
    ymhellach pellach pacio bacio ddaear papur ffidil waethaf neb close closes closing closure closures shut shuts leave leaves leaving exit quit go moved move moves moving uprooted split separated apart lose losing lost loss \
    shortage shortages fewer less nowhere hotel hotels england border suffer collapse collapses force forced forcing push pushed pushing drive driven driving worse worsen prices price bill redundant \
    sell sold selling hidden hide loophole loopholes unregistered unlawful end ending fail instability destabilise destabilised destabilising disappear vanish dry withdraw hand notice gap gaps break breakdown \
    plummet shrink dwindle slump tip ripped torn taken pulled thrown abandon abandoned walk back hand handed surrender empty sack sacked laid unemployed stretched swamped overwhelmed \
    sent turned away bigger longer harder poorer weaker slower dearer expensive pay foot refuse evade avoid dodge game exploit convert only waiting lists doors bankrupt fold two-tier tier delay delays disruption disrupted upheaval stop stopping fall drop grow rise increase cost costs jobs placed far miles away \
    gostwng ostwng gwthio wthio plymio blymio rhwygo rwygo cerdded gerdded tynnu dynnu triciau driciau ymddiswyddo gwaethaf crebachu grebachu gwagio wagio gwan wan drutach ddrutach hirach anoddach \
    osgoi hosgoi cau gau gadael adael mynd symud gwahanu wahanu colli golli prinder brinder llai lai unman gwestai westai lloegr loegr ffin dioddef ddioddef chwalu gyrru yrru orfodi gorfodi gwaeth waeth waethygu gwaethygu \
    prisiau brisiau gwerthu werthu guddio cuddio hela anfon hanfon swyddi talu dalu tyfu dyfu ansefydlogi ddrychinebus trychinebus drychineb rheidrwydd rhaid orffen gorffen gofrestru cofrestru gorau bil ddrysau \
    lleihau leihau diflannu ddiflannu methu fethu amharu ohirio oedi torri dorri";

/// Good that is denied is bad: `would not survive`, `cannot fill the gap`.
pub(super) const ABLE: &str = "survive survives find fill cope afford able enough manage meet recruit replace sustain continue recover have be stay keep \
    goroesi oroesi ddod dod llenwi lenwi lenwir ymdopi fforddio gallu allu digon ddigon recriwtio cael gael aros dal unman parhau barhau";

/// Verbs and words of what is hoped for, which is no fear.
pub(super) const HOPED_EN: &str = "improve improves improving better good help helps benefit benefits protect protects reinvest reinvested safer stronger strengthen support stop prevent prevents \
    ensure enable allow welcome like love happy pleased grateful appreciate wish need finally last let lets stay trust";

/// As [`HOPED_EN`], in Welsh.
pub(super) const HOPED_CY: &str = "gwella wella gwell well da dda helpu fudd budd diogelu ddiogelu amddiffyn ailfuddsoddi atal cryfhau gryfhau sicrhau hoffi croesawu groesawu angen falch diwedd";

/// A wish, a hope or a courtesy, wherever it stands.
pub(super) const WISHES: &[&str] = &[
    "i/we hope",
    "hopefully",
    "would/i'd/we'd like/love/welcome/appreciate",
    "may i/we",
    "i/we would recommend/suggest/propose/argue/urge/encourage",
    "i'd/we'd recommend/suggest/propose/argue/urge/encourage",
    "byddwn/byddem/baswn/fyddwn i/ni? yn? argymell/awgrymu/annog",
    "gobeithio/obeithio/gobeithiwn",
    "hoffwn/hoffem/carwn",
    "a gaf/gawn",
];

/// What is feared if the proposal does not come about.
pub(super) const OTHERWISE: &[&str] = &[
    "if nothing/profit/we changes/is/do/remains/continues/nothing/stays/stay/remain/keep",
    "if things/it/this is/stay/stays/carries/carry/does/do on/not/as/the",
    "unless profit/elw/the/this/it/we/action _? _? is/are/passes/act/removed/banned",
    "leaving/leave/keeping things/it/them as",
    "without change/reform/action/this/legislation/the",
    "status quo",
    "as things stand",
    "as it is/stands",
    "fel y/mae mae? pethau/hi",
    "carry/carries/carrying/go/goes on as/like",
    "daliwn/parhau/barhau/cario/mynd ati? ymlaen? fel",
    "doing nothing",
    "os na/nad fydd/newidir/newidiwn/wneir/oes/yw _?",
    "os bydd/yw/ydy elw/pethau _? aros/parhau/barhau",
    "oni bai bod/fod/i/y",
    "oni newidir/weithredir",
    "gadael/adael pethau",
    "heb newid/weithredu/y ddeddf",
];

/// What denies.
pub(super) const DENIES: &str = "nothing little hardly prin fawr not no never none nobody neither won't wouldn't can't cannot couldn't don't doesn't isn't aren't nor unlikely \
    ddim dim nid ni na nad nac byth neb";

/// What is so today.
pub(super) const NOW: &[&str] = &[
    "already",
    "now",
    "currently",
    "today",
    "at the moment",
    "at present",
    "ar hyn o bryd",
    "eisoes",
    "nawr",
    "rwan",
    "heddiw",
];

/// What was.
pub(super) const PAST: &str =
    "was were had roedd oedd roeddwn oeddwn roedden cafodd bu wnaeth roeddem oeddem roedden oedden";

/// Words that make a document or a habit of `risk`.
pub(super) const PAPERS: &str = "register assessment assessments management log analysis cofrestr asesiad asesiadau";
