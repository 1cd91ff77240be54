//! What is known of single Welsh words: irregular forms, and short lists that tell a rule which of two readings holds.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::welsh_irregular::{IRREGULAR, VERB_STEMS};

/// The word that a form belongs to, when its inflection irregular.
pub(crate) fn irregular(form: &str) -> Option<&'static str> {
    FORMS.get(form).copied()
}

/// The verb that a stem belongs to, when its forms are built on another one than its verb-noun.
pub(crate) fn verb_of_stem(stem: &str) -> Option<&'static str> {
    STEMS.get(stem).copied()
}

/// Whether a verb-noun has no ending of its own: `dangos`, `ateb`.
pub(crate) fn is_bare_verb(word: &str) -> bool {
    BARE.contains(word)
}

/// Whether a noun takes `-i` or `-ydd` for its plural: `cartrefi`, `afonydd`.
pub(crate) fn takes_i(noun: &str) -> bool {
    PLURAL_I.contains(noun)
}

static FORMS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in IRREGULAR {
        let mut words = line.split(' ');
        let lemma = words.next().unwrap_or_default();
        forms.insert(lemma, lemma);
        for form in words {
            forms.entry(form).or_insert(lemma);
        }
    }
    forms
});
static STEMS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = VERB_STEMS.iter().filter_map(|line| line.split_once(' '));
    lines.flat_map(|(verb, stems)| stems.split(' ').map(move |stem| (stem, verb))).collect()
});
static BARE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| BARE_VERBS.split_whitespace().collect());
static PLURAL_I: LazyLock<HashSet<&'static str>> = LazyLock::new(|| NOUNS_WITH_I.split_whitespace().collect());

static ADJECTIVAL: LazyLock<HashSet<String>> =
    LazyLock::new(|| ADJECTIVES.split_whitespace().map(super::words::fold).collect());

/// Whether a word is known to be an adjective, or ends like one: only those have degrees.
pub(crate) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ol", "us", "og", "gar", "aidd", "ig", "lon", "edig", "fawr", "lyd"];
    ADJECTIVAL.contains(word) || word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Words that could be mutated forms of others and are commonly themselves: `mil` beside `bil`.
pub(crate) fn unmutated() -> impl Iterator<Item = &'static str> {
    UNMUTATED.split_whitespace()
}

/// Verb-nouns that are their own stem.
const BARE_VERBS: &str = "\
achub adfer adlewyrch adrodd agor ailadrodd amau amcangyfrif amddiffyn amgyffred anfon annog arbed arfer aros \
arwain atal ateb cadw cychwyn cydnabod cydweld cyfaddef cyfarch cyfarfod cyfnewid cyffwrdd cymell cynnal cynnig \
cynnwys cyrraedd chwarae dal danfon dangos darganfod darllen datgan datod datrys deall deffro derbyn dewis \
dianc diffodd digwydd dilyn diolch dioddef disgwyl disgyn dwyn dynwared edrych eistedd ennill erfyn esgyn estyn \
ethol gafael galw goddef gofyn gollwng gorchymyn gorffen gorwedd gosod gostwng gwahardd gwahodd gwarchod gwared \
gwasgar gweddnewid gwrthod hebrwng hedfan hel lladd llefain meddwl meithrin mesur newid olrhain perthyn sefyll \
siarad symud trafod trawsnewid trin ymadael ymafael ymarfer ymateb ymddangos ymddeol ymddiried ymddwyn ymdrin \
ymestyn ymladd ymosod ymwrthod ysgwyd";

/// Nouns whose plural ends in `-i`, or in `-ydd` after two syllables.
const NOUNS_WITH_I: &str = "\
aden aelwyd afon allwedd ardreth arglwydd basged blanced bord bwyd capel carden cartref cell cerdd chwarel \
clwyd cornel cromlech diod dolen eglwys ffens ffenestr fforest ffurflen gwers heol label llech llen llestr \
llwyth mynwent padell panel pentref perth pibell plwyf poced poster potel rhaglen rhent rhes rhestr rhwyd roced \
sianel silff soced tabled taflen torch tref treth tunnell twnnel";

/// Adjectives that no ending shows to be such.
const ADJECTIVES: &str = "\
araf aeddfed anodd distaw dedwydd hwyr perffaith cyfleus chwim cynhwysfawr cyflawn manwl lleol buan byrbwyll diwyd ffodus gerwin agored amlwg amrwd addas balch blin bach brwnt bras brwd byw call caeth caled cas cau clir clyd cryf \
cul cyflym cynnes cynnar craff coch crwn cyfoes cyson cytûn dewr diflas diog dirgel drud dwfn dwl doeth da diweddar eang \
eglur esmwyth effro ffyrnig ffôl ffres glân glas gwag gwael gwan gwir gwlyb gwyllt gwyn gwych garw gwâr gweddus hael hapus hardd \
hawdd hen hir hoff hyll hwyr iach ieuanc ifanc isel llaes llawn llwyd llydan llym llyfn llon llonydd main mawr mwyn melys \
melyn newydd noeth parod pell peryglus pert plaen poeth prin prysur pur pwysig rhad rhwydd rhydd sâl saff sicr serth siwr sych \
syml syn swil trist tlawd tal tenau teg tebyg twp trwm tyn tywyll taer tawel tew tlws uchel union ysgafn ysgeler ystwyth \
ymarferol annwyl agos aml cyfarwydd cyfiawn cyffredin cymedrol cywir diogel diwyd dyfal gonest gwydn gwresog hyblyg hynod iachus llachar \
gwerthfawr gofalus enwog cyfoethog rhyfedd dwys mân bregus dieithr byr du gwyrdd dall byddar cloff dymunol hyfryd hyf";

/// Words that begin as a mutation of some other word would, and are commonly themselves.
const UNMUTATED: &str = "\
man mil math modd mawr mis mel mur maes min medd mwyn munud milltir mater mudiad meddwl medi merch mab mam mellt moch mynydd \
mor mwg mwd mud medr marc marchnad mantell manwl manylion maint malu mamau misol mynegi mynediad \
bil band banc bara barn byd bywyd byr bys blas blaen bron bro bore budd bedd bryn brys bwyd bol bath bron busnes bychan \
balch bwriad bron brig brwd brwydr \
dim dydd du da de drws dwr dawn diwedd diddordeb dinas diwrnod dosbarth datblygu defnydd dechrau deall digon diogel dyled dros dylanwad \
gwyn gardd gair gwynt gwlad glan gwaed grym gradd gwres golau gwir gwallt gwin grug grwp gwyl graff gris gwerth gweithio glaw glo gloch \
nod nos neges nerth newid nifer niwed nai naw newydd nawdd niwl nofel nodwedd nodi noson nyrs \
lot lein record ras rol reid ryseit \
chwaer chwarae chwerthin chwech chwilio chwith chwyn chwys \
haf hanes hawl hen hir hoff holl hwyl heddiw haul hyd hun hanner halen het heol holi hedfan heddlu hefyd helpu hollol hunan hyder \
ol oed wyneb awyr amser ardal enw ail aur adeg afon iaith ysgol wythnos ystyr angen arian annwyd olaf ofn oer oes oriau";
