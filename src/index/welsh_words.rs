//! Welsh words that no rule inflects: irregular verbs, plurals by change of vowel, and three short lists that tell
//! rules which of two readings holds.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The word that a form belongs to, when its inflection irregular.
pub(crate) fn irregular(form: &str) -> Option<&'static str> {
    FORMS.get(form).copied()
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
achub adfer adrodd agor amau amddiffyn amgyffred anfon annog arbed arfer aros arwain atal ateb atgyfnerth \
cadw cychwyn cydnabod cyfaddef cyfarch cyfarfod cyffwrdd cymell cynnal cynnig cynnwys cyrraedd chwarae chwerthin \
dadwneud dal dangos darganfod darllen datgan datod datrys deall deffro derbyn dewis dianc dilyn dioddef disgwyl \
disgyn dosbarth dwyn dychwel edrych eistedd ennill erfyn esgyn estyn ethol gafael galw goddef gofyn gollwng gorchymyn \
gorfod gorffen gorwedd gosod gostwng gwahardd gwarchod gwasgar gwrthod gwthio hau hebrwng hel hongian lladd llanw \
llefain lluosog marw meddwl mesur newid ochain olrhain perthyn rhwystr sefyll siarad tagu taflu trafod trin troseddu \
tynnu ymadael ymafael ymarfer ymateb ymddangos ymddeol ymddwyn ymdrin ymestyn ymgais ymladd ymosod ymwrthod \
ymyrraeth ysgwyd ystyr";

/// Nouns whose plural ends in `-i`, or in `-ydd` after two syllables.
const NOUNS_WITH_I: &str = "\
cartref pentref tref capel cerdd rhestr gwers eglwys arglwydd dolen allwedd ffenestr rhes llen perth cell gwobr \
bargen cneuen canllaw gwialen hosan sosban cyflenwr gwyddor dameg trwydded cymdogaeth perfformiad maer nofel \
sianel panel model label gwesty tabled feirws sgil ysgutor swper porfa lloches darpar eglur crempog modryb nyrs plwyf \
cannwyll cyllell padell stafell ystafell llawes blanced basged roced poced soced clinig picnic tunnell modrwy ynys \
priodas anrheg caethwas gwyrth gwres deiseb cornel twnnel fforest afon heol aelwyd bwyd diod \
aden asgell awel barcer calch cadwyn canwyll colled croten cwmwl eithin ffatri ffynnon llefel lefel llythyren \
mantell menter miliwn modur morwyn mynwent nodwydd oriel pader penwaig pibell pistyll rheol saeth seren silff \
symbol tafarn telyn trosedd ysgol";

/// Adjectives that no ending shows to be such.
const ADJECTIVES: &str = "\
araf aeddfed anodd agored amlwg amrwd addas balch blin bach brwnt bras brwd byw call caeth caled cas cau clir clyd cryf \
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

/// Lemma first, then forms without mutation. Nouns and adjectives here inflect by change of vowel or from another stem.
const IRREGULAR: &[&str] = &[
    // Verbs.
    "bod wyf ydwyf yw ydyw ydy ydi dwi dw rydw rwy rwyf rydwyf wyt rwyt ydym ydyn rydym rydyn dyn ydych dych rydych ydynt \
     maent maen mae sydd sy oedd roedd oeddwn roeddwn oeddet roeddet oeddem roeddem oedden roedden oeddech \
     roeddech oeddent roeddent bydd bydda byddaf byddi byddwn byddwch byddan byddant byddai byddwn byddet byddem byddech \
     byddent byddid byddir bu bues buost buom buon buoch buont buwyd bawn baet baem baech baent basai baswn baset \
     basem basech basen basent buasai buaswn buaset buasem buasech buasent bo boed byddo byddont ydoedd \
     ydan ydach oeddan oeddach ydw",
    "mynd myned af ei eith awn ewch ant aiff es aeth est aethom aethon aethoch aethant aethpwyd aed eir eid elo elont \
     elwyf elai elwn",
    "dod dyfod dwad dof doi daw deuaf deui deuwn deuwch deuant dewch down dont des daeth daethom daethon daethoch \
     daethant daethpwyd deuir delai delo dere tyrd",
    "cael caf caiff cawn cewch cant ces cefais cest cafodd cawsom cawson cawsoch cawsant cafwyd ceir cait caem \
     caech caent ceid caffo caed cafon",
    "gwneud gwneuthur gwna gwnaf gwnei gwnawn gwnewch gwnan gwnant gwneir gwnaiff gwneith gwnes gwneuthum gwnaeth \
     gwnest gwnaethost gwnaethom gwnaethon gwnaethoch gwnaethant gwnaed gwnaethpwyd gwnai gwnawn gwnaem gwnaech \
     gwnaent gwneid gwnelo gwnelai naeth nath",
    "gwybod gwn gwyddost gwyr gwyddom gwyddon gwyddoch gwyddant gwyddai gwyddwn gwyddem gwyddech gwyddent gwyddid \
     gwyddys gwybu gwybyddir gwybuwyd",
    "adnabod nabod adwaen adnabu adnabyddir adnabuwyd adnabyddai adnabyddodd",
    "cydnabod cydnabyddir cydnabu cydnabuwyd cydnabyddodd cydnabyddwn cydnabyddant cydnebydd cydnabyddaf",
    "rhoi rhoddi rhof rhoi rho rhown rhowch rhont rhoddaf rhodda rhoddwn rhoddwch rhoddant rhoddodd rhois \
     rhoddais rhoes rhoesom rhoesant rhoir rhoddir rhoddwyd rhown rhoddai rhoddent rhoddid rhowyd rhoid",
    "troi trof try trown trowch tront trodd troais trois troes troesant troir trowyd troid troai trosom",
    "gweld gweled gwelaf gweli gwel gwelwn gwelwch gwelan gwelant gwelais gwelaist gwelodd gwelsom gwelson gwelsoch \
     gwelsant gwelwyd gwelir gwelai gwelem gwelech gwelent gwelid gwelo",
    "dweud dywedyd dywedaf dywedwn dywedwch dywedant dywed dywedodd dywedais dywedwyd dywedir dywedai dywedodd \
     dywedsant dwedaf dwed dwedodd dwedais dwedwyd dweda dwedwch dwedwn dywedent dywedasom dywedasant \
     dywedid",
    "gadael gadawaf gadawn gadewch gadawant gadawodd gadewais gadawyd gadewir gedy gadawai gadawsant gadawsom \
     gadewid gadawer gada",
    "gwrando gwrandawaf gwrandewch gwrandawn gwrandawodd gwrandewais gwrandawyd gwrandewir gwrandawsom gwrandawant \
     gwrandais gwranda",
    "cymryd cymeraf cymera cymeri cymer cymerwn cymerwch cymerant cymerodd cymerais cymerwyd cymerir cymerai cymeron \
     cymerent cymerid cymersant cymerasant cymrodd",
    "sefyll safaf saif safwn safwch safant safodd sefais safwyd sefir safai safent",
    "rhedeg rhedaf rheda rhedwn rhedwch rhedant rhedodd rhedais rhedwyd rhedir rhedai",
    "cerdded cerddaf cerddwn cerddwch cerddant cerddodd cerddais cerddwyd cerddir cerddai",
    "clywed clywaf clywwn clywn clywch clywant clywodd clywais clywsom clywsant clywyd clywir clywai clyw clywid",
    "yfed yfaf yfwch yfodd yfwyd yfir yfai yfais",
    "ystyried ystyriaf ystyriwn ystyriwch ystyriant ystyriodd ystyriais ystyriwyd ystyrir ystyriai ystyrier ystyrid",
    "dechrau dechreuaf dechreua dechreuwn dechreuwch dechreuant dechreuodd dechreuais dechreuwyd dechreuir dechreuai \
     dechreuon dechreuasom",
    "cyrraedd cyrhaeddaf cyrhaeddodd cyrhaeddais cyrhaeddwyd cyrhaeddir cyrhaeddwn cyrhaeddant cyrhaeddai",
    "dwyn dygaf dygwn dygant dug dygodd dygwyd dygir dygai",
    "ymddwyn ymddygaf ymddygodd ymddygir ymddygant",
    "chwarae chwaraeaf chwaraeodd chwaraewyd chwaraeir chwaraewn chwaraeant chwaraeais chwaraeai",
    "byw",
    "marw",
    "geni ganed ganwyd genir anwyd anwyd",
    "dylu dylai dylwn dylet dylem dylen dylech dylent dylid dylasai dylaswn dylasem",
    "gallu gall gallaf gelli galla gallwn gallwch gallan gallant gallai gallem gallech gallent gallet gellir gellid gallodd \
     gallwyd gellwch gallo gallasai gallen",
    "medru medr",
    "meddwl meddyliaf meddyliwn meddyliwch meddyliant meddyliodd meddyliais meddyliwyd meddylir meddyliai meddyliau",
    "aros arhosaf arhoswn arhoswch arhosant arhosodd arhosais arhoswyd arhosir arhosai erys",
    "arwain arweiniaf arweiniodd arweiniwyd arweinir arweiniai arweiniwn arweiniant",
    "cynnal cynhaliaf cynhaliodd cynhaliwyd cynhelir cynhaliwn cynhaliant cynhelid cynhaliai",
    "atal ataliaf ataliodd ataliwyd atelir ataliwn ataliant",
    "dal dala daliaf daliodd daliwyd delir daliwn daliwch daliant dalier deil daliai daliais",
    "cynnwys cynhwysaf cynhwysodd cynhwyswyd cynhwysir cynhwysai cynhwysant cynhwysent",
    "cynnig cynigiaf cynigiodd cynigiwyd cynigir cynigion cynigiwn cynigiant cynigiwyd cynigiai",
    "ennill enillaf enillodd enillwyd enillir enillwn enillant enillais enillion",
    "derbyn derbyniaf derbyniodd derbyniwyd derbynnir derbyniwn derbyniant derbyniais derbynnid derbyniai derbyniwch",
    "disgwyl disgwyliaf disgwyliodd disgwylir disgwyliwn disgwyliwyd disgwyliai",
    "gollwng gollyngaf gollyngodd gollyngwyd gollyngir",
    "gostwng gostyngaf gostyngodd gostyngwyd gostyngir",
    "cyffwrdd cyffyrddaf cyffyrddodd cyffyrddwyd",
    "cyfarfod cyfarfuom cyfarfu cyfarfyddir cyfarfodydd",
    "darganfod darganfu darganfuwyd darganfyddir darganfyddodd",
    "dychwelyd dychwelaf dychwelodd dychwelwyd dychwelir dychwelwn dychwelant dychwelais",
    "ymweld ymwelaf ymwelodd ymwelwyd ymwelir ymwelais ymwelwn ymwelsom",
    "gorfod gorfu gorfuwyd",
    "adeiladu adeiledir",
    "ymdrin ymdriniodd ymdrinnir ymdriniwyd",
    // Nouns whose plural changes a vowel, loses an ending or comes from another stem.
    "plentyn plant",
    "bachgen bechgyn",
    "merch merched",
    "dyn dynion",
    "menyw menywod",
    "gwraig gwragedd",
    "gwr gwyr",
    "brawd brodyr",
    "chwaer chwiorydd",
    "mab meibion",
    "mam mamau",
    "ty tai",
    "gweithdy gweithdai",
    "llety lletyau",
    "gwesty gwestai",
    "cartrefdy cartrefdai",
    "tafarndy tafarndai",
    "llygad llygaid",
    "dafad defaid",
    "castell cestyll",
    "llawr lloriau",
    "awr oriau",
    "car ceir",
    "gair geiriau",
    "bardd beirdd",
    "sant saint",
    "march meirch",
    "gafr geifr",
    "arth eirth",
    "ci cwn",
    "oen wyn",
    "buwch buchod gwartheg",
    "ceffyl ceffylau",
    "mochyn moch",
    "aderyn adar",
    "pysgodyn pysgod",
    "llygoden llygod",
    "coeden coed",
    "deilen dail",
    "blodyn blodau",
    "pluen plu",
    "seren ser",
    "carreg cerrig",
    "maneg menig",
    "maen meini",
    "asgwrn esgyrn",
    "troed traed",
    "llaw dwylo",
    "dant dannedd",
    "bys bysedd",
    "ewin ewinedd",
    "gwallt gwalltiau",
    "corff cyrff",
    "corn cyrn",
    "fforc ffyrc",
    "ffordd ffyrdd",
    "fforch ffyrch",
    "porth pyrth",
    "collen cyll",
    "cyllell cyllyll",
    "pabell pebyll",
    "padell pedyll",
    "astell estyll",
    "asgell esgyll",
    "llythyren llythrennau",
    "maes meysydd",
    "gwas gweision",
    "cymydog cymdogion",
    "athro athrawon",
    "athrawes athrawesau",
    "nai neiaint",
    "cefnder cefndryd",
    "cyfnither cyfnitheroedd",
    "ewythr ewythredd",
    "cyfaill cyfeillion",
    "ffrind ffrindiau",
    "gelyn gelynion",
    "brenin brenhinoedd",
    "cenedl cenhedloedd",
    "gwlad gwledydd",
    "tad tadau",
    "mis misoedd",
    "blwyddyn blynyddoedd blynedd",
    "dydd dyddiau",
    "wythnos wythnosau",
    "diwrnod diwrnodau",
    "nos nosweithiau",
    "noson",
    "peth pethau",
    "rhywbeth",
    "bws bysiau bysus",
    "tren trenau",
    "bwrdd byrddau",
    "cwch cychod",
    "cwrs cyrsiau",
    "cwm cymoedd",
    "ffrwd ffrydiau",
    "ffrwyth ffrwythau",
    "llysieuyn llysiau",
    "cneuen cnau",
    "afal afalau",
    "wy wyau",
    "caws cawsiau",
    "angel angylion",
    "alarch elyrch",
    "iar ieir",
    "haearn heyrn",
    "bran brain",
    "sach sachau",
    "draen drain",
    "rhiant rhieni",
    "cant cannoedd",
    "punt punnoedd bunnau punnau",
    "ceiniog ceiniogau",
    "miliwn miliynau",
    "biliwn biliynau",
    "tant tannau",
    "nant nentydd",
    "sir siroedd",
    "swydd swyddi",
    "swyddog swyddogion",
    "pentan pentanau",
    "mor moroedd",
    "mynydd mynyddoedd",
    "bro broydd bröydd",
    "tre trefi",
    "tref trefydd",
    "lle lleoedd llefydd",
    "lleoliad lleoliadau",
    "llais lleisiau",
    "llif llifogydd",
    "ffydd ffyddiau",
    "stori storiau straeon storïau",
    "gwestai gwesteion",
    "pennaeth penaethiaid",
    "meddyg meddygon",
    "crydd cryddion",
    "saer seiri",
    "maer meiri",
    "estron estroniaid",
    "sais saeson",
    "gwyddel gwyddelod",
    "cymro cymry cymraes",
    "almaenwr almaenwyr",
    "troseddwr troseddwyr",
    "pobl pobloedd",
    "tylwyth tylwythau",
    "diod diodydd",
    "cyfarfod cyfarfodydd",
    "canllaw canllawiau",
    "gweithiwr gweithwyr",
    "perthynas perthnasau",
    "chwedl chwedlau",
    "cyfle cyfleoedd",
    "rheswm rhesymau",
    "enw enwau",
    "ysbyty ysbytai",
    "amgueddfa amgueddfeydd",
    "gweddw gweddwon",
    "arglwydd arglwyddi",
    "amlen amlenni",
    "gefell gefeilliaid",
    "wyr wyrion",
    "ci cwn",
    "can caneuon",
    "tlawd tlodion",
    "dyfroedd dwr",
    "tro troeon",
    "ton tonnau",
    "ysgol ysgolion",
    "trwyn trwynau",
    "eglwys eglwysi",
    "cam camau",
    "glan glannau",
    "penwythnos penwythnosau",
    "hadyn had hadau",
    "gwreiddyn gwraidd gwreiddiau",
    "tywysen tywys",
    "mefusen mefus",
    "tatysen tatws",
    "moronen moron",
    "cwningen cwningod",
    "gwenynen gwenyn",
    "morgrugyn morgrug",
    "tegan teganau",
    "meipen maip",
    "ystlum ystlumod",
    "lleidr lladron",
    "llo lloi",
    "llwynog llwynogod",
    "llew llewod",
    "cath cathod",
    "geneth genethod",
    "baban babanod",
    "tyst tystion",
    "llyfr llyfrau",
    "papuryn papur",
    "prawf profion",
    "sail seiliau",
    "traeth traethau",
    "tystiolaeth tystiolaethau",
    "gwaith gweithiau",
    "cleddyf cleddyfau",
    "cloch clychau",
    "gorchymyn gorchmynion",
    "cyhoedd",
    "llyn llynnoedd",
    "fferm ffermydd",
    "gof gofaint",
    "hen hyn hynaf henaf",
    "arf arfau",
    "dyled dyledion",
    "pont pontydd",
    "stryd strydoedd",
    "cae caeau",
    "cri criau",
    // Adjectives with other stems, feminines and plurals.
    "gwell",
    "gorau gore goreuon",
    "drwg gwaeth gwaethaf cynddrwg gwaetha",
    "mwy mwyaf mwya",
    "llai lleiaf lleia lleied",
    "hir hwy hwyaf hiraf",
    "ifanc ieuanc ieuaf ifancach ifancaf ifainc ieuainc",
    "agos nes",
    "hawdd haws hawsaf rhwydd",
    "anodd anos anoddaf",
    "isel isaf isa",
    "uchel uchaf ucha",
    "eang ehangach ehangaf",
    "cynnar",
    "gwyn gwen gwynion",
    "byr ber byrion byrrach byrraf",
    "gwyrdd gwerdd gwyrddion",
    "trwm trom trymion trymach trymaf",
    "llwm llom",
    "crwn cron crynion",
    "cryf cref cryfion cryfach cryfaf",
    "tlws tlos tlysion",
    "melyn melen melynion",
    "bychan bechan bychain",
    "brith braith brithion",
    "dwfn dofn dyfnion dyfnach dyfnaf",
    "cadarn cedyrn cadarnach cadarnaf",
    "caled celyd caletach caletaf",
    "marw meirw meirwon",
    "arall eraill",
    "hynny",
    "mawr mawrion",
    "coch cochion",
    "glas gleision",
    "du duon",
    "bach",
    "dall deillion",
    "cul culion",
    "balch beilchion",
    "ysgafn ysgeifn",
    "hardd heirdd harddach harddaf",
    "garw geirw",
    "llawn llonnaid",
    // Words that look like forms of others.
    "gorau gore goreuon",
    "gwell",
    "argymhelliad argymhellion",
    "adran adrannau",
    "cyfran cyfrannau",
    "cyfres cyfresi cyfresau",
    "menter mentrau",
    "mantais manteision",
    "hanner hanerau haneri",
    "gwener",
    "baner baneri",
    "talaith taleithiau",
    "cyfraith cyfreithiau",
    "cyfer",
    "cyfan",
    "arfer arferion",
    "pleser pleserau",
    "pryder pryderon",
    "nifer niferoedd",
    "amser amseroedd",
    "canran canrannau",
    "rhan rhannau",
    "canolfan canolfannau",
    "gwefan gwefannau",
    "baban babanod",
    "cwpan cwpanau",
    "arian",
    "oedran oedrannau",
    "achos achosion",
    "neges negeseuon negesau",
    "busnes busnesau",
    "proses prosesau",
    "rhaglen rhaglenni",
    "elfen elfennau",
    "angen anghenion",
    "taith teithiau",
    "araith areithiau",
    "gobaith gobeithion",
    "effaith effeithiau",
    "iaith ieithoedd",
    "moliant moliannau",
    "trydan",
    "sidan sidanau",
    "cynghorydd cynghorwyr cynghorwr",
    "arolygydd arolygwyr arolygyddion",
    "ymgeisydd ymgeiswyr",
    "llywydd llywyddion",
    "ysgrifennydd ysgrifenyddion",
    "cyfieithydd cyfieithwyr",
    "llyfrgellydd llyfrgellwyr",
    "cynrychiolydd cynrychiolwyr",
    "darparydd darparwyr darparwr",
    "ymwelydd ymwelwyr",
    "golygydd golygyddion",
    "cyfarwyddwr cyfarwyddwyr",
    "gwariant gwariannau",
    "cludiant",
    "twf",
    "hafan hafanau",
    "gwahan",
    "golau goleuadau",
    "deud",
    "newyddion",
    "diogelwch",
    "heddwch",
    "tywyllwch",
    "harddwch",
    "talent",
    "nod nodau",
    "haf hafau",
    "allan",
    "hanes hanesion",
    "newydd",
    "digon",
    "mai",
    "nes",
    "diddordeb diddordebau",
    "gorffennaf",
    "llawer",
    "agored",
    "offer",
    "hyder",
    "bom bomiau",
    "galw galwaf galwodd galwyd gelwir galwn galwch galwant",
    "argymell argymhellaf argymhellodd argymhellwyd argymhellir",
    "buddiol",
    "ychydig",
    "tal",
    "pell pellach pellaf",
    "gwael gwaelach gwaelaf",
];
