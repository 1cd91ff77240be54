//! What respondents fear that a proposal will cause, told from how things are, from what they hope and from what they deny.

use ymateb::model::{Detected, Language};
use ymateb::tagging::consequence::{Feared, feared};
use ymateb::tagging::frame::read;
use ymateb::tagging::matcher::Matcher;

use crate::project::Project;

fn written_in(language: Language) -> Detected {
    Detected { language, confidence: 1.0, spans: Vec::new() }
}

/// Checks that every line names a fear, or that none does.
fn each_line(language: Language, fears: bool, lines: &str) {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong: Vec<&str> = lines
        .filter(|line| {
            let found = feared(line, &written_in(language));
            found.iter().for_each(|fear| assert!(line.get(fear.cue.start..fear.cue.end).is_some(), "{line}"));
            found.iter().any(|fear| fear.named) != fears
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_proposal_may_cause_is_feared_in_english() {
    each_line(
        Language::En,
        true,
        "
        This could lead to children being moved away from their schools.
        There is a risk that providers will leave Wales.
        If these companies go, there will be nowhere for the children to live.
        It would mean more children placed in England.
        Children will end up in hotels.
        The likely result is a shortage of specialist places.
        What happens to the lad in our home when it shuts down because of this?
        Removing profit risks destabilising the whole market.
        The unintended consequence will be fewer foster carers.
        Without private homes, social workers won't find a bed on a Friday night.
        It runs the danger of creating a two tier system across the border.
        Our worry is the loss of therapeutic care if this goes ahead.
        The policy threatens the stability of children who are settled.
        Should the Bill pass, we would have to shut our doors.
        Waiting lists are bound to grow.
        Local authorities may be left picking up the bill.
        There is every chance that the market will collapse before 2027.
        The consequences for children in settled homes would be devastating.
        It will make the shortage we already have even worse.
        I fear that small homes will close.
        We are worried that councils will not have enough placements.
        The change may force good carers out of the sector.
        My concern is that siblings will be split up.
        You will lose hundreds of beds overnight.
        Providers might simply stop investing once the law is passed.
        This is going to push prices up for councils.
        We anticipate that several homes would be sold before the deadline.
        I dread to think where these kids will go.
        As soon as the ban comes in, owners will hand in their notice.
        We can see this ending in more unregistered placements.
        Experienced staff could be made redundant.
        I suspect the profit will just be hidden in management fees.
        Charities cannot fill the gap in time, so children will suffer.
        That would only drive providers to convert in name alone.
        I'm scared I'll have to leave my foster family.
        Potentially, hundreds of children face another move.
        We believe the timetable will lead to closures.
        Small family firms would not survive it.
        Councils won't be able to cope with the numbers.
        Good people will walk away from the job.
        We'd be forced to hand back our registration.
        Kids are going to be ripped out of the only home they know.
        Quality is likely to go down if the experienced firms are pushed out.
        My staff are frightened about what comes next.
        A rushed timetable might tip small providers over the edge.
        It opens the door to all sorts of clever accounting.
        Bed numbers will plummet.
        Who is going to take the most difficult teenagers then?
        It is inevitable that some homes will have to close.
        We shall see a race to the bottom.
        Rural areas would be hit hardest.
        The council will have no option but to place children further afield.
        I can foresee a wave of disruption in the first year.
        Without notice, children could find themselves packing a bag again.
        Carers will simply give up.
        There's a danger this drives the problem underground.
        What worries us is the gap between closing and opening.
        It may well discourage anyone from setting up a new home.
        Agencies will cherry pick the easiest children.
        I am concerned that sibling groups would be separated.
        That is likely to leave teenagers in bed and breakfasts.
        We may see specialist provision disappear altogether.
        The knock-on effect on schools could be severe.
        Where does that leave the children who live with us?
        Landlords will cash in.
        It'll end in tears.
        ",
    );
}

#[test]
fn what_the_proposal_may_cause_is_feared_in_welsh() {
    each_line(
        Language::Cy,
        true,
        "
        Gallai hyn arwain at symud plant o'u hysgolion.
        Mae perygl y bydd darparwyr yn gadael Cymru.
        Os bydd y cwmnïau hyn yn mynd, ni fydd unman i'r plant fyw.
        Byddai'n golygu lleoli mwy o blant yn Lloegr.
        Bydd plant yn cael eu rhoi mewn gwestai.
        Y canlyniad tebygol yw prinder lleoedd arbenigol.
        Be' ddigwyddith i'r plant pan fydd y cartre'n cau achos hyn?
        Mae risg o ansefydlogi'r farchnad gyfan.
        Canlyniad anfwriadol hyn fydd llai o ofalwyr maeth.
        Heb gartrefi preifat, fydd gweithwyr cymdeithasol ddim yn gallu dod o hyd i wely.
        Mae perygl creu system ddwy haen bob ochr i'r ffin.
        Ein hofn yw colli gofal therapiwtig os aiff hyn yn ei flaen.
        Mae'r polisi'n bygwth sefydlogrwydd plant sydd wedi setlo.
        Pe bai'r Bil yn pasio, byddai'n rhaid i ni gau ein drysau.
        Mae rhestrau aros yn siŵr o dyfu.
        Efallai mai'r awdurdodau lleol fydd yn talu'r bil.
        Mae'n bosibl iawn y bydd y farchnad yn chwalu cyn 2027.
        Byddai'r canlyniadau i blant mewn cartrefi sefydlog yn drychinebus.
        Bydd yn gwneud y prinder sydd gennym eisoes yn waeth byth.
        Rwy'n ofni y bydd cartrefi bach yn cau.
        Rydym yn pryderu na fydd gan gynghorau ddigon o leoedd.
        Gall y newid orfodi gofalwyr da allan o'r sector.
        Fy mhryder i yw y caiff brodyr a chwiorydd eu gwahanu.
        Byddwch chi'n colli cannoedd o welyau dros nos.
        Mi fasa hyn yn gwneud i ddarparwyr roi'r gorau iddi.
        Mae hyn yn mynd i godi prisiau i gynghorau.
        Rydym yn rhagweld y byddai sawl cartref yn cael ei werthu cyn y dyddiad cau.
        Dwi'n poeni lle fydd y plant 'ma'n mynd.
        Unwaith y daw'r gwaharddiad i rym, bydd perchnogion yn gwerthu.
        Gallwn weld hyn yn gorffen gyda mwy o leoliadau heb eu cofrestru.
        Gallai staff profiadol golli eu swyddi.
        Rwy'n amau y bydd yr elw'n cael ei guddio mewn ffioedd rheoli.
        Ni all elusennau lenwi'r bwlch mewn pryd, felly bydd plant yn dioddef.
        Byddai hynny ond yn gyrru darparwyr i newid mewn enw yn unig.
        Dwi ofn y bydd rhaid i mi adael fy nheulu maeth.
        Sai'n moyn gweld plant yn cael eu hela i Loegr o achos y newid 'ma.
        Credwn y bydd yr amserlen yn arwain at gau cartrefi.
        Fyddai cwmnïau teuluol bach ddim yn goroesi.
        Fydd y cynghorau ddim yn gallu ymdopi.
        Byddai rhaid i ni roi ein cofrestriad yn ôl.
        Mae plant yn mynd i gael eu rhwygo o'r unig gartref maen nhw'n ei nabod.
        Mae ansawdd yn debygol o ostwng os caiff y cwmnïau profiadol eu gwthio allan.
        Mae fy staff yn ofnus am yr hyn sydd i ddod.
        Gallai amserlen frysiog wthio darparwyr bach dros y dibyn.
        Bydd nifer y gwelyau'n plymio.
        Mae'n anochel y bydd rhai cartrefi'n gorfod cau.
        Dwi'n becso y collwn ni'r cartre' gore sy' 'da ni.
        Fe allai hyn agor y drws i bob math o driciau ariannol.
        Ardaloedd gwledig fyddai'n dioddef waethaf.
        Ni fydd gan y cyngor ddewis ond lleoli plant ymhellach i ffwrdd.
        Rydym yn rhagweld blwyddyn gyntaf gythryblus.
        Gallai plant orfod pacio eu bagiau unwaith eto.
        Mi wneith gofalwyr roi'r ffidil yn y to.
        Mae peryg i hyn wthio'r broblem dan ddaear.
        Yr hyn sy'n ein poeni yw'r bwlch rhwng cau ac agor.
        Mae'n ddigon posib y bydd neb eisiau agor cartref newydd.
        Neith hyn ddim ond creu mwy o waith papur.
        Dwi'n poeni y bydd grwpiau o frodyr a chwiorydd yn cael eu gwahanu.
        Mae hynny'n debygol o adael pobl ifanc mewn llety gwely a brecwast.
        Efallai y gwelwn ddarpariaeth arbenigol yn diflannu'n llwyr.
        Gallai'r effaith ar ysgolion fod yn ddifrifol.
        Ble mae hynny'n gadael y plant sy'n byw gyda ni?
        Diwedd y gân fydd llai o ofal i bawb.
        ",
    );
}

#[test]
fn facts_hopes_denials_and_the_price_of_doing_nothing_are_no_fears_in_english() {
    each_line(
        Language::En,
        false,
        "
        There is already a shortage of placements in our county.
        Two homes in our area closed last year.
        Many children have to move several times.
        My foster daughter was moved four times before she came to us.
        Siblings are often split up under the present system.
        If nothing changes, more children will be sent to England.
        This would improve stability for children.
        I hope it will lead to better homes.
        We do not believe that providers will leave.
        It will not lead to closures.
        The risk register was published in May.
        Risk assessments are completed before a child moves.
        We moved house in May.
        I would like to receive the results.
        We lost our specialist unit in 2019.
        It would be good to have more foster carers.
        The consultation might have been shorter.
        Councils should keep a list of empty beds.
        Wales has fewer foster carers than it needs.
        Children are being placed in England today because there are no beds here.
        Providers have been leaving the sector since the pandemic.
        At the moment councils rely on unregistered placements.
        The private sector currently provides most of the beds.
        Prices have gone up every year.
        Unless profit is removed, companies will go on charging what they like.
        The proposal will mean that money is reinvested in care.
        This could stop children being moved for money.
        There is no risk of homes closing if it is done well.
        I am not worried about providers leaving.
        Children fear being moved; that is how the system treats them now.
        May I thank the team for the event in Wrexham.
        The home could be reached by bus.
        Owners have been hiding profit in rent for years.
        Foster carers feel isolated and there are too few of them.
        Leaving things as they are would mean yet more children out of county.
        A friend of mine worried about her placement when she was in care.
        Ministers would need to publish guidance.
        Foster carers leave because nobody listens to them.
        We have lost eleven beds since January.
        I would be glad to see this happen sooner.
        The children will be the ones who benefit.
        Nobody will miss the big companies.
        Our county has had to use hotels twice this year.
        There could be a clearer definition of surplus.
        Staff turnover is high across the sector.
        I do not expect any homes to close as a result.
        If we carry on as we are, children will keep being sent away.
        You will find our figures in annex B.
        Moving placement is the worst thing that ever happened to me.
        Homes in our valley have been full since the spring.
        We would be happy to share our data.
        It has never been harder to find a placement.
        Children will finally come before shareholders.
        The market is failing children as it is.
        There is little danger of that happening.
        Last year's closures worried everyone.
        Could you send the document in large print?
        If profit stays, prices will keep rising.
        Inspectors can visit without warning.
        Specialist provision disappeared years ago.
        This would let children stay with people they trust.
        We were concerned about our own home last winter.
        Siblings are separated far too often.
        I'd recommend a longer lead-in period.
        Nothing here will harm a well run charity.
        As things stand we can't recruit anybody.
        ",
    );
}

#[test]
fn facts_hopes_denials_and_the_price_of_doing_nothing_are_no_fears_in_welsh() {
    each_line(
        Language::Cy,
        false,
        "
        Mae prinder lleoedd yn ein sir ni eisoes.
        Caeodd dau gartref yn ein hardal y llynedd.
        Mae llawer o blant yn gorfod symud sawl gwaith.
        Cafodd fy merch faeth ei symud bedair gwaith cyn dod atom ni.
        Mae brodyr a chwiorydd yn aml yn cael eu gwahanu dan y system bresennol.
        Os na fydd dim yn newid, bydd mwy o blant yn cael eu hanfon i Loegr.
        Byddai hyn yn gwella sefydlogrwydd i blant.
        Gobeithio y bydd yn arwain at gartrefi gwell.
        Nid ydym yn credu y bydd darparwyr yn gadael.
        Ni fydd yn arwain at gau cartrefi.
        Cyhoeddwyd y gofrestr risg ym mis Mai.
        Cwblheir asesiadau risg cyn i blentyn symud.
        Symudon ni dŷ ym mis Mai.
        Hoffwn gael y canlyniadau.
        Collwyd ein huned arbenigol yn 2019.
        Byddai'n dda cael mwy o ofalwyr maeth.
        Gallai'r ymgynghoriad fod wedi bod yn fyrrach.
        Dylai cynghorau gadw rhestr o welyau gwag.
        Mae gan Gymru lai o ofalwyr maeth nag sydd eu hangen.
        Mae plant yn cael eu lleoli yn Lloegr heddiw am nad oes gwelyau yma.
        Mae darparwyr wedi bod yn gadael y sector ers y pandemig.
        Ar hyn o bryd mae cynghorau'n dibynnu ar leoliadau heb eu cofrestru.
        Y sector preifat sy'n darparu'r rhan fwyaf o'r gwelyau ar hyn o bryd.
        Mae prisiau wedi codi bob blwyddyn.
        Oni bai bod elw'n cael ei ddileu, bydd cwmnïau'n dal i godi beth a fynnant.
        Bydd y cynnig yn golygu bod arian yn cael ei ailfuddsoddi mewn gofal.
        Gallai hyn atal plant rhag cael eu symud er mwyn arian.
        Does dim perygl y bydd cartrefi'n cau os caiff ei wneud yn dda.
        Dydw i ddim yn poeni y bydd darparwyr yn mynd.
        Mae plant yn ofni cael eu symud; fel yna mae'r system yn eu trin nhw nawr.
        A gaf i ddiolch i'r tîm am y digwyddiad yn Wrecsam.
        Gellid cyrraedd y cartref ar y bws.
        Mae perchnogion wedi bod yn cuddio elw mewn rhent ers blynyddoedd.
        Mae gofalwyr maeth yn teimlo'n unig ac mae rhy ychydig ohonynt.
        Byddai gadael pethau fel y maen nhw yn golygu rhagor o blant y tu allan i'r sir.
        Roedd ffrind i mi'n poeni am ei lleoliad pan oedd hi mewn gofal.
        Byddai angen i Weinidogion gyhoeddi canllawiau.
        Mae gofalwyr maeth yn gadael am nad oes neb yn gwrando.
        Rydym wedi colli un ar ddeg o welyau ers mis Ionawr.
        Byddwn yn falch o weld hyn yn digwydd ynghynt.
        Y plant fydd ar eu hennill.
        Fydd neb yn gweld eisiau'r cwmnïau mawr.
        Bu'n rhaid i'n sir ddefnyddio gwestai ddwywaith eleni.
        Gellid cael diffiniad cliriach o warged.
        Mae trosiant staff yn uchel ar draws y sector.
        Dydw i ddim yn disgwyl i unrhyw gartref gau o ganlyniad.
        Os daliwn ati fel hyn, bydd plant yn dal i gael eu hanfon i ffwrdd.
        Bydd ein ffigurau i'w gweld yn atodiad B.
        Symud lleoliad oedd y peth gwaethaf a ddigwyddodd i mi erioed.
        Mae cartrefi ein cwm wedi bod yn llawn ers y gwanwyn.
        Byddem yn falch o rannu ein data.
        Ni fu erioed mor anodd dod o hyd i leoliad.
        Bydd plant o'r diwedd yn dod o flaen cyfranddalwyr.
        Mae'r farchnad yn methu plant fel y mae hi.
        Prin yw'r perygl y digwydd hynny.
        Roedd cau'r llynedd yn boen i bawb.
        Allech chi anfon y ddogfen mewn print bras?
        Os bydd elw'n aros, bydd prisiau'n dal i godi.
        Gall arolygwyr ymweld heb rybudd.
        Diflannodd darpariaeth arbenigol flynyddoedd yn ôl.
        Byddai hyn yn gadael i blant aros gyda phobl maen nhw'n ymddiried ynddynt.
        Roeddem yn poeni am ein cartref ein hunain y gaeaf diwethaf.
        Gwahenir brodyr a chwiorydd yn rhy aml o lawer.
        Byddwn i'n argymell cyfnod paratoi hirach.
        Ni fydd dim yma'n niweidio elusen sy'n cael ei rhedeg yn dda.
        Mae ysgolion yn gwybod pan fo plentyn wedi symud eto.
        Fel y mae pethau, allwn ni ddim recriwtio neb.
        ",
    );
}

#[test]
fn a_fear_shows_its_sentence_and_its_cue() {
    let text = "👋 Mae’r tŷ yn llawn. Gallai hyn arwain at gau cartrefi.";
    let found = feared(text, &written_in(Language::Cy));
    let words = |Feared { passage, cue, .. }: &Feared| {
        (text[passage.start..passage.end].to_owned(), text[cue.start..cue.end].to_owned())
    };
    assert_eq!(
        found.iter().map(words).collect::<Vec<_>>(),
        [("Gallai hyn arwain at gau cartrefi".into(), "Gallai".into())]
    );
    assert!(feared("", &written_in(Language::Cy)).is_empty());
    assert!(feared("😀", &Detected::default()).is_empty());
}

#[test]
fn what_a_fear_lists_is_feared_too() {
    let text = "We fear that this will bring:\n- fewer places\n- closed homes";
    assert_eq!(feared(text, &written_in(Language::En)).len(), 3);
}

const FRAME: &str = r#"
name = "c"
[[theme]]
code = "T03"
label = "Fears"
when = "feared"
en = ["fewer places", "homes ~2 close*"]
cy = ["llai o leoedd"]
[[theme]]
code = "T05"
label = "Today"
en = ["fewer places"]
cy = ["llai o leoedd"]
"#;

#[test]
fn a_theme_of_fears_counts_only_where_something_is_feared() {
    let frame = read("frame.toml", FRAME).expect("a right frame");
    let matcher = Matcher::compile("frame.toml", &frame).expect("compiles");
    let themes = |text: &str, language| {
        let tags = matcher.tag(text, &written_in(language));
        tags.iter().map(|tag| tag.theme.clone()).collect::<Vec<_>>()
    };
    assert_eq!(themes("There are fewer places than last year 😀.", Language::En), ["T05"]);
    assert_eq!(themes("There would be fewer places.", Language::En), ["T03", "T05"]);
    assert_eq!(themes("Many homes have closed.", Language::En), [""; 0]);
    assert_eq!(themes("Mae llai o leoedd eleni.", Language::Cy), ["T05"]);
    assert_eq!(themes("Bydd llai o leoedd.", Language::Cy), ["T03", "T05"]);
    assert!(themes("", Language::Cy).is_empty());
}

#[test]
fn a_frame_says_when_in_one_word() {
    let wrong = read("frame.toml", &FRAME.replace("\"feared\"", "\"often\"")).expect_err("no such word");
    assert_eq!(
        wrong.to_string(),
        "frame.toml:6:8: `when` must be the word `feared`, not a text in quotation marks; write `when = \"feared\"`"
    );
}

#[test]
fn a_conflict_between_the_box_and_the_words_is_shown_and_both_are_kept() {
    let project = Project::new().file(
        "a.csv",
        "id,date,type,organisation,name,publish,named,quote,agree,why,else\n\
         1,2022-09-01,person,,,yes,yes,yes,Yes,Dydw i ddim yn cytuno â'r cynnig 🙂,\n\
         2,2022-09-01,person,,,yes,yes,yes,No,I oppose this.,\n\
         3,2022-09-01,person,,,yes,yes,yes,No,,\n",
    );
    project.run();
    let shown = project.json(&["show", "c", "R-00001", "--json"]);
    let why = &shown["answers"][1];
    assert_eq!(why["stance"]["value"], "oppose");
    assert_eq!(why["stance_conflict"], serde_json::json!({ "question": "1", "ticked": "support", "words": "oppose" }));
    assert_eq!(shown["answers"][0]["stance"]["value"], "support");
    let page = project.asked(&["show", "c", "R-00001"]);
    assert!(page.contains("The box and the words disagree: question 1 was ticked"), "{page}");
    let page = project.asked(&["show", "c", "R-00001", "--lang", "cy"]);
    assert!(page.contains("Nid yw'r blwch a'r geiriau'n cytuno"), "{page}");
    assert!(!project.asked(&["show", "c", "R-00002"]).contains("disagree"));
    let traced = project.json(&["trace", "c", "question:1a/against:1", "--json"]);
    assert_eq!((&traced["total"], &traced["responses"][0]["response"]), (&1.into(), &"R-00001".into()));
    let exported = project.asked(&["export", "c", "--what", "responses", "--format", "jsonl"]);
    assert_eq!(exported.lines().filter(|line| line.contains("\"stance_conflict\":{")).count(), 1);
}
