### Yr hyn y mae adroddiadau'n ei ddweud.

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## Niferoedd o bethau

n-responses = { $n ->
    [zero] { $n-shown } o ymatebion
    [one] { $n-shown } ymateb
    [two] { $n-shown } ymateb
    [few] { $n-shown } ymateb
    [many] { $n-shown } ymateb
    *[other] { $n-shown } o ymatebion
}
received-responses = { $received ->
    [zero] { $received-shown } o ymatebion
    [one] { $received-shown } ymateb
    [two] { $received-shown } ymateb
    [few] { $received-shown } ymateb
    [many] { $received-shown } ymateb
    *[other] { $received-shown } o ymatebion
}
members-responses = { $members ->
    [zero] { $members-shown } o ymatebion
    [one] { $members-shown } ymateb
    [two] { $members-shown } ymateb
    [few] { $members-shown } ymateb
    [many] { $members-shown } ymateb
    *[other] { $members-shown } o ymatebion
}
without-responses = { $without ->
    [zero] { $without-shown } o ymatebion
    [one] { $without-shown } ymateb
    [two] { $without-shown } ymateb
    [few] { $without-shown } ymateb
    [many] { $without-shown } ymateb
    *[other] { $without-shown } o ymatebion
}
n-respondents = { $n ->
    [zero] { $n-shown } o ymatebwyr
    [one] { $n-shown } ymatebydd
    [two] { $n-shown } ymatebydd
    [few] { $n-shown } ymatebydd
    [many] { $n-shown } ymatebydd
    *[other] { $n-shown } o ymatebwyr
}
n-answers = { $n ->
    [zero] { $n-shown } o atebion
    [one] { $n-shown } ateb
    [two] { $n-shown } ateb
    [few] { $n-shown } ateb
    [many] { $n-shown } ateb
    *[other] { $n-shown } o atebion
}
n-questions = { $n ->
    [zero] { $n-shown } o gwestiynau
    [one] { $n-shown } cwestiwn
    [two] { $n-shown } gwestiwn
    [few] { $n-shown } chwestiwn
    [many] { $n-shown } chwestiwn
    *[other] { $n-shown } o gwestiynau
}
n-themes = { $n ->
    [zero] { $n-shown } o themâu
    [one] { $n-shown } thema
    [two] { $n-shown } thema
    [few] { $n-shown } thema
    [many] { $n-shown } thema
    *[other] { $n-shown } o themâu
}
sub-themes = { $sub ->
    [zero] { $sub-shown } o is-themâu
    [one] { $sub-shown } is-thema
    [two] { $sub-shown } is-thema
    [few] { $sub-shown } is-thema
    [many] { $sub-shown } is-thema
    *[other] { $sub-shown } o is-themâu
}
n-campaigns = { $n ->
    [zero] { $n-shown } o ymgyrchoedd
    [one] { $n-shown } ymgyrch
    [two] { $n-shown } ymgyrch
    [few] { $n-shown } ymgyrch
    [many] { $n-shown } ymgyrch
    *[other] { $n-shown } o ymgyrchoedd
}
n-events = { $n ->
    [zero] { $n-shown } o ddigwyddiadau
    [one] { $n-shown } digwyddiad
    [two] { $n-shown } ddigwyddiad
    [few] { $n-shown } digwyddiad
    [many] { $n-shown } digwyddiad
    *[other] { $n-shown } o ddigwyddiadau
}
percent-under-one = llai nag 1%
percent-over-ninety-nine = mwy na 99%

## Ar bob tudalen

kind-summary = Ymgynghoriad – crynodeb o'r ymatebion
banner-invented = Dychmygol yw pob ymateb yn yr adroddiad hwn. Mae'n dangos sut olwg sydd ar adroddiad, ac nid yw'n dweud dim am farn neb.
banner-invented-short = ymatebion dychmygol
banner-draft = DRAFFT – heb ei gymeradwyo i'w gyhoeddi
skip-to-content = Neidio i'r adroddiad
contents = Cynnwys
read-in-other = Read this report in English
reference = Cyfeirnod
figure-title = Cyfeirnod y rhif hwn: { $figure }
for-officials = I swyddogion ei ysgrifennu
quote-in-cy = Ysgrifennwyd yn Gymraeg
quote-in-en = Ysgrifennwyd yn Saesneg
part-of = rhan o'r thema uchod
annex = Atodiad { $letter }: { $title }

## Geiriau mewn tablau

total = Cyfanswm
channel = Sut y daeth
received = Derbyniwyd
analysed = Dadansoddwyd
merged = Cyfunwyd
set-aside = Rhoddwyd o'r neilltu
reason = Rheswm
word = Gair
share = Cyfran o'r rhai a atebodd
event = Digwyddiad
date = Dyddiad
place = Lle
audience = Ar gyfer pwy
people = Pobl
notes = Nodiadau
event-theme = Digwyddiad a thema
type = Math o ymatebydd
area = Ardal
language = Iaith
question = Cwestiwn
answered = Wedi ateb
blank = Heb ateb
responses = Ymatebion
campaign = Ymgyrch
campaign-example = Enghraifft
standard = Yr un geiriau
varied = Newidiwyd neu ychwanegwyd
own-words = Yn eu geiriau eu hunain
campaign-decision = Penderfyniad
campaign-decision-proposed = Heb ei chadarnhau eto
campaign-decision-accepted = Cadarnhawyd
campaign-decision-dismissed = Gwrthodwyd
option = Opsiwn
stance = Safbwynt
theme = Thema
what = Yr hyn a gyfrifir
code = Cod
when-to-use = Pryd y'i defnyddir
did-not-say = Heb ddweud
an-individual = Unigolyn
a-young-person = Plentyn neu berson ifanc
question-whole = Llythyrau ac ymatebion cyfan eraill
question-label = Cwestiwn { $id }
campaign-label = Ymgyrch { $id }
language-en = Saesneg
language-cy = Cymraeg
language-mixed = Y ddwy iaith mewn un ateb
language-other = Iaith arall
language-unknown = Rhy ychydig i ddweud
counting-all = Pob ymateb
counting-without = Heb ymgyrchoedd
counting-once = Pob ymgyrch unwaith
counting-all-about = cyfrifir pob ymateb.
counting-without-about = gadewir allan ymatebion sy'n perthyn i ymgyrch.
counting-once-about = cyfrifir pob ymgyrch fel un ymateb.
stance-support = Cefnogi
stance-mixed = Cefnogi gydag amodau, neu'n rhannol
stance-oppose = Gwrthwynebu
stance-unclear = Dim safbwynt clir
channel-form = Ffurflen ar-lein
channel-e-mail = E-bost
channel-email = E-bost
channel-letter = Llythyr
channel-easy-read = Ffurflen Hawdd ei Deall
channel-hard-copy = Copi papur
aside-blank = Dim ateb i unrhyw gwestiwn
aside-late = Cyrhaeddodd yn rhy hwyr
aside-withdrawn = Tynnwyd yn ôl gan yr ymatebydd
aside-not-a-response = Nid ymateb: hysbysiad, prawf neu ateb awtomatig
aside-unfinished = Dechreuwyd ond nis anfonwyd
aside-unreadable = Nid oedd modd ei ddarllen
aside-scanned = Lluniau o dudalennau yn unig: mae angen OCR neu eu teipio
aside-superseded = Disodlwyd gan fersiwn ddiweddarach o'i ffeil
aside-erased = Dilëwyd ar gais yr ymatebydd
hidden-note = Ystyr [c] yw llai na { $fewest-shown }, neu gyfrif a guddiwyd fel na ellir canfod cyfrif o lai na { $fewest-shown }.

## Tudalen flaen

front-number = Rhif
front-opened = Agorodd
front-closed = Caeodd
front-action = Camau i'w cymryd
front-action-none = Dim – er gwybodaeth yn unig
front-frame = Fframwaith codio
front-frame-version = { $name }, fersiwn { $version }
front-made = Gwnaed gyda
front-made-with = Ymateb { $version }
front-officials = Cynulleidfa, rhagor o wybodaeth, dogfennau cysylltiedig, hawlfraint ac ISBN.
foreword = Rhagair y Gweinidog
foreword-officials = Geiriau'r Gweinidog sydd i ddod yma. Nid oes dim wedi'i ddrafftio ar eu cyfer.
introduction = Cyflwyniad a chefndir
introduction-dates = Agorodd yr ymgynghoriad ar { $opened } a chaeodd ar { $closes }.
introduction-opened = Agorodd yr ymgynghoriad ar { $opened }.
introduction-closed = Caeodd yr ymgynghoriad ar { $closes }.
introduction-questions = Gofynnwyd { n-questions }. Fe'u nodir yn llawn tua diwedd yr adroddiad hwn.
introduction-officials = Cefndir y polisi, pwy a wahoddwyd i ymateb, a pha fersiynau a gynigiwyd (Cymraeg, Saesneg, Hawdd ei Deall, fersiwn pobl ifanc).

## Crynodeb gweithredol

executive = Crynodeb gweithredol
not-a-vote = Nid pleidlais yw ymgynghoriad, ac nid arolwg o'r boblogaeth ychwaith. Dewisodd pobl ymateb, ac mae'r niferoedd yma'n dweud faint ohonynt a gododd bwynt, nid faint o bobl sy'n ei arddel.
executive-young = Beth ddywedodd plant a phobl ifanc wrthym
executive-young-none = Ni ellir adrodd ar unrhyw thema ar gyfer plant a phobl ifanc yn unig, am mai rhy ychydig ohonynt a ymatebodd neu am nad oedd yr hyn a ysgrifennwyd ganddynt yn cyfateb i unrhyw thema.
executive-young-themes = Yr hyn a godwyd amlaf ganddynt, a faint ohonynt a'i cododd:
executive-young-more = Mae pennod ar wahân ar gyfer eu geiriau:
executive-who = Pwy a ymatebodd
executive-received = { $received ->
    [0] Ni dderbyniwyd unrhyw ymatebion.
    [one] Derbyniwyd { $received-shown } ymateb; dadansoddwyd { $n-shown }.
    *[other] Derbyniwyd { received-responses }; dadansoddwyd { $n-shown } ohonynt.
}
executive-types = Yn ôl math o ymatebydd:
executive-types-main = Y mathau mwyaf cyffredin o ymatebydd (mae'r lleill yn y trosolwg):
executive-questions = Fesul cwestiwn
answered-short = { $n ->
    [0] nid atebodd neb.
    *[other] { n-answers }.
}
headline-themes = { $n ->
    [one] Y thema a godwyd amlaf: { $themes }.
    *[other] Y themâu a godwyd amlaf: { $themes }.
}
executive-themes = Y prif themâu
overall-said-all = pob ymateb ({ $n-shown } o'r { $base-shown })
overall-said-most = y rhan fwyaf o'r ymatebion ({ $n-shown } o'r { $base-shown })
overall-said-many = llawer o'r ymatebion ({ $n-shown } o'r { $base-shown })
overall-said-some = rhai o'r ymatebion ({ $n-shown } o'r { $base-shown })
overall-said-a-few = ychydig o'r ymatebion ({ $n-shown } o'r { $base-shown })
overall-said-two = dau ymateb ({ $n-shown } o'r { $base-shown })
overall-said-one = un ymateb ({ $n-shown } o'r { $base-shown })
overall-said-none = dim un ymateb ({ $n-shown } o'r { $base-shown })
executive-campaigns = Ymgyrchoedd
campaigns-none = Ni chanfuwyd unrhyw ymgyrchoedd: nid oes ymatebion sy'n rhannu eu geiriau ag eraill.
campaigns-statement = { $members ->
    [one] Mae { members-responses } yn perthyn i ymgyrch ({ n-campaigns } i gyd).
    *[other] Mae { members-responses } yn perthyn i ymgyrchoedd, gan rannu eu geiriau ag eraill ({ n-campaigns } i gyd).
} O'u gadael allan, ceir { without-responses }; o gyfrif pob ymgyrch unwaith, ceir { $once-shown }.
campaigns-headline-all = Mae brawddegau a siartiau'r adroddiad hwn yn cyfrif pob ymateb; mae tablau'n rhoi'r cyfrifon eraill hefyd.
campaigns-headline-without = Mae brawddegau a siartiau'r adroddiad hwn yn gadael ymgyrchoedd allan; mae tablau'n rhoi'r cyfrifon eraill hefyd.
campaigns-headline-once = Mae brawddegau a siartiau'r adroddiad hwn yn cyfrif pob ymgyrch unwaith; mae tablau'n rhoi'r cyfrifon eraill hefyd.

## Ymgysylltu

engagement = Ymgysylltu
engagement-none = Ni chofnodwyd unrhyw ddigwyddiadau ar gyfer yr ymgynghoriad hwn.
engagement-about = { $n ->
    [one] Cynhaliwyd { n-events }. Adroddir yma, ac yn y bennod ar blant a phobl ifanc, ar yr hyn a ddywedwyd yno.
    *[other] Cynhaliwyd { n-events }. Adroddir yma, ac yn y bennod ar blant a phobl ifanc, ar yr hyn a ddywedwyd ynddynt.
}
engagement-caption = Digwyddiadau
engagement-apart = Nid yw pobl mewn digwyddiadau byth yn cael eu hychwanegu at nifer yr ymatebion.
engagement-themes-caption = Themâu a godwyd mewn digwyddiadau, yn ôl nifer y nodiadau

## Methodoleg

methodology = Methodoleg
method-received = Yr hyn a dderbyniwyd
method-ledger-rule = Caiff popeth sy'n cyrraedd rif. Caiff popeth a dderbynnir ei ddadansoddi, ei gyfuno ag ymateb arall gan yr un ymatebydd, neu ei roi o'r neilltu gyda rheswm; mae'r tri gyda'i gilydd yn gwneud cyfanswm yr hyn a dderbyniwyd.
method-ledger-caption = Ymatebion a dderbyniwyd, yn ôl sut y daethant
method-aside-caption = Pam y rhoddwyd ymatebion o'r neilltu
method-aside-kept = Nid oes dim a roddwyd o'r neilltu wedi'i ddileu.
method-none-aside = Ni roddwyd dim o'r neilltu.
method-problems = { $n ->
    [zero] { $n-shown } o broblemau a gafwyd wrth ddarllen y ffeiliau; fe'u rhestrir yng nghyfrif yr hyn a dderbyniwyd.
    [one] { $n-shown } broblem a gafwyd wrth ddarllen y ffeiliau; fe'i rhestrir yng nghyfrif yr hyn a dderbyniwyd.
    [two] { $n-shown } broblem a gafwyd wrth ddarllen y ffeiliau; fe'u rhestrir yng nghyfrif yr hyn a dderbyniwyd.
    [few] { $n-shown } problem a gafwyd wrth ddarllen y ffeiliau; fe'u rhestrir yng nghyfrif yr hyn a dderbyniwyd.
    [many] { $n-shown } phroblem a gafwyd wrth ddarllen y ffeiliau; fe'u rhestrir yng nghyfrif yr hyn a dderbyniwyd.
    *[other] { $n-shown } o broblemau a gafwyd wrth ddarllen y ffeiliau; fe'u rhestrir yng nghyfrif yr hyn a dderbyniwyd.
}
method-unbalanced = Nid yw cyfrif yr hyn a dderbyniwyd yn mantoli. Ni ddylid cyhoeddi'r adroddiad hwn nes y bydd.
method-late-merged = Ymatebion hwyr ac ymatebion mwy nag unwaith
method-late-included = Dadansoddir ymatebion a gyrhaeddodd ar ôl y dyddiad cau yn yr un modd â'r lleill.
method-late-aside = Rhoddwyd o'r neilltu, fel rhai hwyr, ymatebion a gyrhaeddodd ar ôl { $day }.
method-merged = { $n ->
    [0] Ni chanfuwyd bod neb wedi ymateb fwy nag unwaith.
    *[other] Lle'r oedd rhywun wedi ymateb fwy nag unwaith, cyfunwyd yr ymatebion a'u cyfrif fel un. Cyfunwyd { n-responses } fel hyn.
}
method-campaigns = Ymgyrchoedd a'r tair ffordd o gyfrif
method-campaigns-rule = Ystyrir ymatebion sy'n rhannu'r rhan fwyaf o'u geiriau yn ymgyrch. Ni chaiff yr un ei ddileu, a chaiff yr hyn a ychwanegodd ymatebydd yn ei eiriau ei hun ei ddarllen a'i godio fel unrhyw ateb arall.
method-three-counts = Gall y ffordd o gyfrif ymgyrchoedd newid yr hyn y mae tabl fel petai'n ei ddweud. Felly mae tri chyfrif:
method-coding = Sut y codiwyd yr atebion
method-frame = Codiwyd yr atebion gyda fersiwn { $version } o'r fframwaith codio, sef rhestr y cytunwyd arni o { n-themes } a { sub-themes }, a nodir yn llawn mewn atodiad.
method-tagging = Pobl a ysgrifennodd y fframwaith, a chydag ef restr o eiriau ac ymadroddion ar gyfer pob thema, yn y ddwy iaith. Chwiliodd rhaglen gyfrifiadurol am y geiriau hynny ym mhob ateb gan awgrymu'r thema lle bynnag y'u canfu. Mae pob awgrym yn pwyntio at y geiriau y mae'n seiliedig arnynt.
method-not-reviewed = Nid oes yr un o'r awgrymiadau hyn wedi'i wirio gan berson eto. Dylid darllen y cyfrifon o themâu fel canllaw i'r hyn a godwyd.
method-reviewed = O blith { $tags-shown } o dagiau, penderfynodd person ar { $n-shown }. Awgrymiadau nad oes neb wedi'u gwirio eto yw'r lleill.
method-once-per-question = Cyfrifir ymatebydd unwaith ar gyfer pob thema a chwestiwn, ni waeth pa mor aml y'i cododd. Mae thema'n cynnwys ei his-themâu.
method-stance = Penderfynir ar wahân i'r themâu a yw ateb yn cefnogi neu'n gwrthwynebu'r cynnig, ac mae'r adroddiad hwn yn dweud a gafodd hynny ei ddweud yn benodol, ei gasglu, neu ei gymryd o'r blwch a diciwyd.
method-words = Geiriau am niferoedd
method-words-about = Yr un ystyr sydd i'r geiriau hyn bob amser yn yr adroddiad hwn. Fe'u cyfrifir o'r nifer, o blith y rhai a atebodd y cwestiwn.
method-words-caption = Ystyr y geiriau
quantifier-all = pob un
quantifier-all-means = pawb a atebodd
quantifier-most = y rhan fwyaf
quantifier-most-means = mwy na 50%
quantifier-many = llawer
quantifier-many-means = 25% i 50%
quantifier-some = rhai
quantifier-some-means = 10% i lai na 25%
quantifier-a-few = ychydig
quantifier-a-few-means = llai na 10%, ond o leiaf dri
quantifier-two = dau
quantifier-two-means = dau ymatebydd
quantifier-one = un
quantifier-one-means = un ymatebydd
quantifier-none = neb
quantifier-none-means = neb
method-percentages = Dim ond lle'r atebodd o leiaf { $n-shown } o bobl y rhoddir canrannau. Cyfrifon yn unig a roddir ar gyfer cwestiwn â llai o atebion.
method-quoting = Dyfyniadau
method-quotations = Dim ond y rhai a gytunodd i gael eu dyfynnu a ddyfynnir, yn yr iaith yr ysgrifenasant ynddi, gan dynnu allan enwau a manylion eraill a allai ddatgelu pwy yw rhywun a thacluso bylchau. Mae'r dyfyniadau'n dangos yr ystod o safbwyntiau ac yn cynnwys tua { $n-shown } gair ar y mwyaf. Ni ddyfynnir neb ddwywaith ar yr un cwestiwn, ac ni ddyfynnir geiriau y gofynnodd ymgyrch i bobl eu hanfon. Mae cyfeirnod yr ymateb wrth bob un.
method-out-of-view = { $n ->
    [one] Mae un ymateb, neu ran ohono, y tu allan i'r golwg cyffredinol. Fe'i cyfrifir yma, ac ni ddyfynnir yr un o'r geiriau hynny.
    [two] Mae dau ymateb, neu rannau ohonynt, y tu allan i'r golwg cyffredinol. Fe'u cyfrifir yma, ac ni ddyfynnir yr un o'r geiriau hynny.
    *[other] Mae { $n-shown } ymateb, neu rannau ohonynt, y tu allan i'r golwg cyffredinol. Fe'u cyfrifir yma, ac ni ddyfynnir yr un o'r geiriau hynny.
}
method-small = Niferoedd bach
method-small-hidden = Ni ddangosir cyfrifon o unigolion yn ôl math neu ardal lle maent yn llai na { $n-shown }, fel na ellir adnabod neb; cuddir cyfrifon eraill gyda nhw lle gellid fel arall ganfod yr un bach. Nodir y rhain â [c]. Ni chuddir sefydliadau am eu bod yn brin.
method-small-shown = Dangosir cyfrifon bach fel y maent yn yr adroddiad hwn.
method-limits = Yr hyn na all y niferoedd ei ddweud
limit-self-selecting = Dewisodd pobl ymateb. Nid ydynt yn sampl o neb arall.
limit-not-a-vote = Nid pleidlais yw ymgynghoriad. Gall pwynt a godwyd unwaith fod mor bwysig ag un a godwyd yn aml.
limit-equal-weight = Mae gan bob ymateb yr un pwysau, hyd yn oed lle mae sefydliad yn siarad ar ran llawer o bobl.
limit-not-vetted = Ni wiriwyd a yw'r hyn a ddywedodd ymatebwyr yn gywir. Mae'n werth gwybod am gamddealltwriaeth hefyd.
limit-machine = Bydd rhaglen yn methu'r hyn a ddywedir mewn geiriau nad ydynt yn y fframwaith codio, ac weithiau'n cymryd geiriau mewn ystyr na fwriadwyd.
limit-area = { $n ->
    [one] Nid yw { n-responses } yn dweud o ble y daeth.
    *[other] Nid yw { n-responses } yn dweud o ble y daethant.
}
method-references = O rif i'r atebion y tu ôl iddo
method-trace = Mae gan bob rhif sy'n cyfrif ymatebion gyfeirnod, ac fe'u rhestrir yn atodiad y tablau data. I weld yr atebion y tu ôl i rif, teipiwch `ymateb trace { $name } '…'` gyda'i gyfeirnod rhwng y dyfynodau, er enghraifft `ymateb trace { $name } '{ $example }'`.

## Trosolwg ac ymgyrchoedd

overview = Trosolwg o'r ymatebion
overview-none = Ni ddadansoddwyd unrhyw ymatebion, felly nid oes dim i'w ddangos.
overview-about = { $n ->
    *[other] Dadansoddwyd { n-responses }. Mae tablau'r bennod hon yn cyfrif pob ymateb, gan gynnwys ymgyrchoedd.
}
overview-channels = Ymatebion yn ôl sut y daethant
overview-types = Ymatebion yn ôl math o ymatebydd
overview-areas = Ymatebion yn ôl ardal
overview-languages = Ymatebion ag ateb ym mhob iaith
overview-languages-note = Cyfrifir ymateb ag atebion mewn dwy iaith o dan y ddwy.
overview-answers = Ymatebion a atebodd bob cwestiwn
campaigns = Ymatebion ymgyrchoedd
campaigns-caption = Ymgyrchoedd a ganfuwyd
campaigns-note = Yr enghraifft yw cyfeirnod yr ymateb y mae'r lleill yn rhannu ei eiriau. Ysgrifennodd y rhai a gyfrifir yn y golofn olaf ddarnau o'u heiddo eu hunain wrth eu hochr.
campaigns-unconfirmed = { $n ->
    [zero] Mae person wedi cadarnhau pob un o'r ymgyrchoedd hyn.
    [one] Canfuwyd { $n-shown } o'r ymgyrchoedd hyn gan y rhaglen ac nid yw person wedi'i chadarnhau eto.
   *[other] Canfuwyd { $n-shown } o'r ymgyrchoedd hyn gan y rhaglen ac nid yw person wedi'u cadarnhau eto.
 }
own-words-caption = { $campaign }: themâu yng ngeiriau'r aelodau eu hunain
own-words-note = Yr aelodau a gododd y thema mewn darnau a ysgrifenasant wrth ochr y geiriau a rennir, a phob aelod y mae ei ymateb yn ei chodi.
campaigns-effect = Gwelir yr hyn y mae ymgyrchoedd yn ei newid drwy gymharu'r tri chyfrif yn nhablau pob cwestiwn.
campaigns-officials = Pwy a drefnodd bob ymgyrch, lle mae hynny'n hysbys.

## Fesul cwestiwn

analysis = Dadansoddiad fesul cwestiwn
analysis-none = Ni ofynnodd yr ymgynghoriad gwestiynau ar wahân.
analysis-about = Mae ystyr benodol i'r geiriau y rhan fwyaf, llawer, rhai ac ychydig, fel y nodir o dan Methodoleg.
analysis-suggestions = Awgrymir themâu a safbwyntiau gan raglen o eiriau'r atebion. Nid oes person wedi'u gwirio eto.
question-explains = Gofynnodd y cwestiwn hwn am y rhesymau dros yr ateb i'r canlynol: { $question }.
question-no-answers = Nid atebodd neb y cwestiwn hwn.
question-no-comments = Ni dderbyniwyd unrhyw sylwadau ar y cwestiwn hwn.
question-answered = { $n ->
    *[other] Atebwyd y cwestiwn hwn mewn { $n-shown } o'r { $all-shown } o ymatebion a ddadansoddwyd.
}
question-nothing = { $n ->
    *[other] Dywedwyd mewn { $n-shown } ohonynt nad oedd dim i'w ychwanegu.
}
question-attachment = { $n ->
    *[other] Mewn { $n-shown } ohonynt, dim ond cyfeirio at ddogfen atodedig a wnaed.
}
options-caption = { $question }: opsiynau a ddewiswyd
options-by-type = { $question }: opsiynau a ddewiswyd, yn ôl math o ymatebydd
stance-about = Safbwynt yr atebion ar y cynnig hwn: { $proposal }.
stance-caption = { $question }: safbwynt ar y cynnig
stance-by-type = { $question }: safbwynt ar y cynnig, yn ôl math o ymatebydd
stance-basis = Sail y safbwyntiau hyn: dywedwyd yn benodol, { $explicit-shown }; casglwyd o'r hyn a ganmolwyd neu a ofnwyd, { $inferred-shown }; o'r blwch a diciwyd, { $ticked-shown }.
stance-decided = Penderfynwyd gan berson: { $n-shown }.
stance-conflicts = { $n ->
    [0] Nid yw geiriau neb yn groes i'r blwch a diciwyd ({ $question }).
    [one] Mae geiriau { n-respondents } yn groes i'r blwch a diciwyd ({ $question }).
    *[other] Mae geiriau { n-respondents } yn groes i'r blychau a diciwyd ({ $question }).
}
themes-heading = Yr hyn a godwyd
themes-none = Ni chanfuwyd yr un o themâu'r fframwaith codio yn yr atebion i'r cwestiwn hwn.
themes-base = { $n ->
    *[other] Mae'r cyfrifon isod yn ymwneud â { n-responses } i'r cwestiwn hwn.
}
chart-title = { $question }: y themâu a godwyd amlaf
chart-description = { $n ->
    *[other] Siart bar o { n-themes }. Y bar hiraf yw { $first }, { $count }. Mae'r un cyfrifon yn y tabl sy'n dilyn.
}
themes-caption = { $question }: ymatebion a gododd bob thema
themes-note = Gall ymateb godi sawl thema, felly nid yw'r cyfrifon yn gwneud cyfanswm y rhai a atebodd. Mae thema'n cynnwys yr is-themâu oddi tani.
said-heading = Yr hyn a ddywedodd ymatebwyr
theme-said-all = Soniodd pob un o'r ymatebwyr a atebodd y cwestiwn hwn ({ $n-shown } o'r { $base-shown }) am hyn.
theme-said-most = Soniodd y rhan fwyaf o'r ymatebwyr a atebodd y cwestiwn hwn ({ $n-shown } o'r { $base-shown }) am hyn.
theme-said-many = Soniodd llawer o'r ymatebwyr a atebodd y cwestiwn hwn ({ $n-shown } o'r { $base-shown }) am hyn.
theme-said-some = Soniodd rhai o'r ymatebwyr a atebodd y cwestiwn hwn ({ $n-shown } o'r { $base-shown }) am hyn.
theme-said-a-few = Soniodd ychydig o'r ymatebwyr a atebodd y cwestiwn hwn ({ $n-shown } o'r { $base-shown }) am hyn.
theme-said-two = Soniodd dau ymatebydd ({ $n-shown } o'r { $base-shown } a atebodd) am hyn.
theme-said-one = Soniodd un ymatebydd ({ $n-shown } o'r { $base-shown } a atebodd) am hyn.
theme-said-none = Ni soniodd neb ({ $n-shown } o'r { $base-shown } a atebodd) am hyn.
theme-parts = { $n ->
    [one] O'i mewn:
    *[other] O'i mewn, amlaf:
}
minority-heading = Safbwyntiau a godwyd gan lai
minority-about = Gall pwynt y mae ychydig yn ei godi fod yn bwysig serch hynny. Codwyd y rhain gan lai nag un o bob deg o'r rhai a atebodd, neu gan un neu ddau.
themes-by-type = { $question }: themâu a godwyd, yn ôl math o ymatebydd
by-type-note = Mae'r tabl hwn yn cyfrif pob ymateb, gan gynnwys ymgyrchoedd.
response-box = Ymateb y Llywodraeth i'r hyn a ddywedwyd ar y cwestiwn hwn.

## Plant a phobl ifanc; y Gymraeg; effeithiau

voices = Beth ddywedodd plant a phobl ifanc wrthym
voices-no-types = Ni chofnododd yr ymgynghoriad hwn pa ymatebwyr oedd yn blant neu'n bobl ifanc.
voices-about = Mae'r bennod hon yn cadw at yr hyn a ysgrifennodd plant a phobl ifanc eu hunain. Nid yw'n rhoi canrannau. Faint a ymatebodd:
voices-themes = Yr hyn a godwyd ganddynt, dros yr holl gwestiynau, a faint ohonynt a'i cododd:
voices-events = Nodir yr hyn a ddywedwyd mewn digwyddiadau o dan Ymgysylltu, fel na chymysgir y ddau.
voices-words = Yn eu geiriau eu hunain
voices-no-quotes = Nid oes geiriau y caniateir eu dyfynnu yma.
welsh-language = Y Gymraeg
welsh-responses = { $n ->
    [0] Nid oes ateb wedi'i ysgrifennu yn Gymraeg mewn unrhyw ymateb.
    [one] Mae ateb wedi'i ysgrifennu yn Gymraeg mewn { n-responses }. Caiff atebion yn y ddwy iaith eu codio gyda'r un fframwaith a'u cyfrif gyda'i gilydd.
    *[other] Mae ateb wedi'i ysgrifennu yn Gymraeg mewn { n-responses }. Caiff atebion yn y ddwy iaith eu codio gyda'r un fframwaith a'u cyfrif gyda'i gilydd.
}
welsh-no-questions = Ni ofynnodd yr ymgynghoriad unrhyw gwestiwn am effeithiau ar y Gymraeg.
welsh-about = Adroddir yma ar y cwestiynau am effeithiau ar gyfleoedd i ddefnyddio'r Gymraeg, ac ar beidio â thrin y Gymraeg yn llai ffafriol na'r Saesneg.
impacts = Cydraddoldeb, hawliau ac effeithiau eraill
impacts-about = I'r rhai sy'n ysgrifennu'r asesiadau effaith: y themâu a godwyd dros yr holl gwestiynau, a chan blant a phobl ifanc lle cofnodir hynny.
impacts-caption = Ymatebion a gododd bob thema, dros yr holl gwestiynau
impacts-officials = Yr hyn sy'n dilyn o ran yr asesiad effaith integredig a'r asesiad o'r effaith ar hawliau plant.

## Y diwedd, ac atodiadau

other-comments = Sylwadau eraill
other-nothing = { $n ->
    *[other] Dywedwyd mewn { n-responses }, am o leiaf un cwestiwn, nad oedd dim i'w ychwanegu.
}
other-attachment = { $n ->
    *[other] Mewn { n-responses }, dim ond cyfeirio at ddogfen atodedig a wnaed wrth ateb o leiaf un cwestiwn.
}
other-whole = Mae rhai ymatebion nad ydynt yn ateb unrhyw gwestiwn wrth ei rif: llythyrau, datganiadau, negeseuon e-bost. Fe'u codiwyd gyda'r un fframwaith.
other-officials = Sylwadau y tu allan i gwmpas y cwestiynau.
next-steps = Y camau nesaf
next-steps-officials = Beth sy'n digwydd nesaf, a pha benderfyniadau a ddilynodd o'r hyn a ddywedwyd.
annex-respondents = Rhestr o'r ymatebwyr
named-none = Nid enwir unrhyw sefydliad.
named-about = { $n ->
    [zero] Cytunodd { $n-shown } o sefydliadau i gael eu henwi:
    [one] Cytunodd { $n-shown } sefydliad i gael ei enwi:
    [two] Cytunodd { $n-shown } sefydliad i gael eu henwi:
    [few] Cytunodd { $n-shown } sefydliad i gael eu henwi:
    [many] Cytunodd { $n-shown } sefydliad i gael eu henwi:
    *[other] Cytunodd { $n-shown } o sefydliadau i gael eu henwi:
}
named-not = { $n ->
    [0] Ni ofynnodd neb am beidio â chael ei enwi.
    [one] Gofynnodd { n-respondents } am beidio â chael ei enwi, neu ni ddywedodd y ceid gwneud hynny.
    *[other] Gofynnodd { n-respondents } am beidio â chael eu henwi, neu ni ddywedasant y ceid gwneud hynny.
}
named-individuals = { $n ->
    [zero] Cytunodd { $n-shown } o unigolion i gael eu henwi. Er hynny, ni restrir unigolion.
    [one] Cytunodd { $n-shown } unigolyn i gael ei enwi. Er hynny, ni restrir unigolion.
    [two] Cytunodd { $n-shown } unigolyn i gael eu henwi. Er hynny, ni restrir unigolion.
    [few] Cytunodd { $n-shown } unigolyn i gael eu henwi. Er hynny, ni restrir unigolion.
    [many] Cytunodd { $n-shown } unigolyn i gael eu henwi. Er hynny, ni restrir unigolion.
    *[other] Cytunodd { $n-shown } o unigolion i gael eu henwi. Er hynny, ni restrir unigolion.
}
annex-questions = Y cwestiynau
question-options = Opsiynau: { $options }.
annex-frame = Y fframwaith codio
frame-about = Fersiwn { $version }, yn y ddwy iaith, gyda phryd y defnyddir pob thema.
frame-caption = Themâu ac is-themâu
annex-data = Tablau data
data-about = Cyfansymiau fesul cwestiwn, wedi'u cyfrif mewn tair ffordd, pob un gyda'i gyfeirnod. Cyfeirnod y cyfrif cyntaf sydd ym mhob rhes; ychwanegwch `/campaigns:without` neu `/campaigns:once` ar gyfer y lleill.
data-answers = Atebion i bob cwestiwn
data-caption = { $question }: cyfansymiau
annex-glossary = Geirfa a phreifatrwydd
glossary = Geiriau a ddefnyddir yn yr adroddiad hwn
glossary-respondent = ymatebydd
glossary-respondent-means = person neu sefydliad a ymatebodd.
glossary-response = ymateb
glossary-response-means = popeth a anfonodd un ymatebydd, wedi'i gyfrif unwaith.
glossary-theme = thema
glossary-theme-means = pwnc ar y rhestr y cytunwyd arni (y fframwaith codio) y mae ateb yn ei godi.
glossary-stance = safbwynt
glossary-stance-means = a yw ateb yn cefnogi neu'n gwrthwynebu'r cynnig; nid yr un peth â thema.
glossary-campaign = ymgyrch
glossary-campaign-means = ymatebion sy'n rhannu'r rhan fwyaf o'u geiriau.
glossary-ledger = cyfrif yr hyn a dderbyniwyd
glossary-ledger-means = popeth a gyrhaeddodd, a'r hyn a ddigwyddodd iddo.
privacy = Preifatrwydd
privacy-about = Nid enwir neb yn yr adroddiad hwn nad oedd wedi cytuno i hynny. Tynnir manylion personol o ddyfyniadau. Caiff ymatebwyr ofyn am ddileu eu geiriau.
privacy-closed = Caeodd yr ymgynghoriad ar { $day }.
privacy-officials = Yr hysbysiad preifatrwydd: y sail gyfreithiol, am ba hyd y cedwir ymatebion, a phwy i'w holi.
