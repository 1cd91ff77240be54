### Yr hyn y mae'r llinell orchymyn yn ei ddweud.

help-usage = Defnydd
help-options = Dewisiadau
help-arguments = Ymresymiadau
help-commands = Gorchmynion
help-command = GORCHYMYN
help-example = Enghraifft

ymateb-about = Mae'n dadansoddi ymgyngoriadau cyhoeddus yn Gymraeg a Saesneg: casglu ymatebion, tagio themâu gyda thystiolaeth, chwilio, ac ysgrifennu'r crynodeb o'r ymatebion. Nid oes dim yn gadael y peiriant hwn oni bai eich bod yn gofyn.
ymateb-example = {"  "}ymateb run                                   popeth, ar gyfer pob ymgynghoriad yn corpus/
    {"  "}ymateb search removing-profit gofalwyr maeth yn symud
command-run-about = Gwneud popeth sydd heb ei ddiweddaru, ar gyfer pob ymgynghoriad yn corpus/ neu'r rhai a enwir: casglu, tagio, mynegeio, adrodd
command-run-example = {"  "}ymateb run removing-profit
command-new-about = Drafftio ymgynghoriad o olwg ei ffeiliau, yn barod i'w redeg
command-new-example = {"  "}ymateb new tacsis --from allforyn.csv
command-ingest-about = Casglu ymatebion: y ffeiliau, y ffolderi neu'r cyfeiriadau a enwir, yna popeth sydd yn received/
command-ingest-example = {"  "}ymateb ingest removing-profit llythyr.txt
command-ledger-about = Y cyfrif o bopeth a ddaeth i law: wedi'i ddadansoddi, wedi'i gyfuno, neu wedi'i neilltuo gyda rheswm
command-ledger-example = {"  "}ymateb ledger removing-profit
command-tag-about = Tagio atebion â'r fframwaith codio; gyda --frame, tagio JSON Lines o'r mewnbwn safonol
command-tag-example = {"  "}ymateb tag --frame frame.toml < atebion.jsonl
command-index-about = Diweddaru'r mynegai chwilio
command-index-example = {"  "}ymateb index removing-profit
command-campaigns-about = Rhestru ymgyrchoedd, sef ymatebion sy'n rhannu templed, a chadw'r hyn y mae person yn ei benderfynu amdanynt; heb enw, eu canfod mewn JSON Lines o'r mewnbwn safonol
command-campaigns-example = {"  "}ymateb campaigns removing-profit
    {"  "}ymateb campaigns removing-profit accept 1 --by "A. Codiwr"
    {"  "}ymateb campaigns removing-profit name 1 "Llythyr y Gynghrair Gofal" --by "A. Codiwr"
    {"  "}ymateb campaigns removing-profit link 1 2 --by "A. Codiwr"
    {"  "}ymateb campaigns removing-profit out 1 R-00042 --by "A. Codiwr"
    {"  "}ymateb campaigns < atebion.jsonl
command-campaigns-verb = Mae'n ymgyrch, neu nid yw; mae ganddi enw; mae'n un ag eraill (yr un llythyr mewn dwy iaith), neu nid yw; mae ymatebion yn perthyn iddi, neu nid ydynt; tynnir y penderfyniad diwethaf amdani yn ôl
command-campaigns-campaign = Rhif yr ymgyrch, yna'r hyn sydd ei angen ar y penderfyniad: ymgyrchoedd eraill, cyfeirnodau, neu'r enw
command-search-about = Canfod darnau yn y naill iaith neu'r llall, a dweud pwy, ble, ac a ganiateir eu dyfynnu
command-search-example = {"  "}ymateb search removing-profit '"gofalwyr maeth" symud* theme:T10' --type "awdurdod lleol"
command-show-about = Dangos un ymateb cyfan, gyda'i dagiau ac o ble y daeth
command-show-example = {"  "}ymateb show removing-profit R-00042
command-report-about = Ysgrifennu'r crynodeb o'r ymatebion
command-report-example = {"  "}ymateb report removing-profit --language cy --format html
command-trace-about = O ffigur mewn adroddiad at yr atebion y tu ôl iddo
command-trace-example = {"  "}ymateb trace removing-profit question:1.2/theme:T03.1
command-export-about = Ysgrifennu ymatebion, tagiau, y fframwaith codio neu'r cyfrif ar gyfer rhaglenni eraill
command-export-example = {"  "}ymateb export removing-profit --what tags --format csv
command-decide-about = Derbyn, gwrthod neu ychwanegu thema, fel person; mae'r penderfyniad yn aros pan gaiff atebion eu tagio eto
command-decide-example = {"  "}ymateb decide removing-profit R-00042 reject T03.1 --question 1.2 --by "A. Codiwr"
command-duplicates-about = Rhestru cyflwyniadau a all fod yn un ymateb, gyda thystiolaeth, a'r rhai a gyfunwyd a pham
command-duplicates-example = {"  "}ymateb duplicates removing-profit
command-merge-about = Cyfuno un cyflwyniad ag un arall, fel person: maent yn cyfrif fel un ymateb
command-merge-example = {"  "}ymateb merge removing-profit R-00017 --into R-00003 --by "A. Codiwr"
command-apart-about = Cadw dau gyflwyniad ar wahân, fel person: maent yn cyfrif fel dau ymateb
command-apart-example = {"  "}ymateb apart removing-profit R-00017 R-00003 --by "A. Codiwr"
command-assign-about = Dweud pa ddarn o lythyr sy'n ateb pa gwestiwn, fel person; gyda --undo, tynnu hynny'n ôl
command-assign-example = {"  "}ymateb assign removing-profit --response R-00012 --question 1.6 --words "Dwy flynedd … rhy fyr." --by "A. Codiwr"
command-language-about = Ychwanegu'r iaith at bob llinell o JSON Lines o'r mewnbwn safonol
command-language-example = {"  "}ymateb language < atebion.jsonl
command-read-about = Dangos yr hyn a ddarllenir o ffeil: ei geiriau a'u lle, neu ei rhesi
command-read-example = {"  "}ymateb read llythyr.pdf
command-redact-about = Ychwanegu ble mae data personol, a'r testun hebddo, at bob llinell o JSON Lines o'r mewnbwn safonol
command-redact-example = {"  "}ymateb redact < atebion.jsonl
command-analyze-about = Ychwanegu'r termau y byddai'r mynegai chwilio'n eu dal at bob llinell o JSON Lines o'r mewnbwn safonol
command-analyze-example = {"  "}ymateb analyze --language cy < atebion.jsonl
command-invent-about = Ysgrifennu ymatebion dychmygol, ar gyfer y sampl ac i roi cynnig ar feintiau

argument-root = Y ffolder sy'n dal corpus/, index/ a reports/
argument-lang = Iaith y negeseuon a'r cymorth
argument-help = Dangos y cymorth hwn
argument-version = Dangos y fersiwn
argument-names = Ymgyngoriadau; pob un os na enwir yr un
argument-name = Yr ymgynghoriad
argument-json = Un ddogfen JSON ar yr allbwn safonol
argument-from = Ffeiliau o ymatebion i edrych arnynt a'u copïo i mewn
argument-sources = Ffeiliau, ffolderi neu gyfeiriadau i'w casglu
argument-allow_private = Gadael i'r cyfeiriadau a enwir arwain at y peiriant hwn neu rwydwaith preifat
argument-frame = Y fframwaith codio i dagio ag ef
argument-query = Geiriau, "ymadroddion", AND OR NOT, maes:gwerth, dechrau*, camsillafiad~, "geiriau agos"~5
argument-question = Atebion i'r cwestiwn hwn yn unig
argument-theme = Atebion â'r thema hon, neu un oddi tani, yn unig
argument-stance = Atebion â'r safbwynt hwn yn unig
argument-language = Iaith
argument-kind = Math o ymatebydd, yn ôl ei god neu ei enw
argument-channel = Atebion a ddaeth fel hyn yn unig
argument-limit = Faint i'w dangos ar y mwyaf
argument-offset = Faint i fynd heibio iddynt
argument-response = Cyfeirnod yr ymateb, megis R-00042
argument-format = Y fformat i'w ysgrifennu
argument-figure = Enw'r ffigur fel y mae yn yr adroddiad
argument-what = Beth i'w allforio
argument-verb = Beth yr ydych yn ei benderfynu
argument-words = Y darn, os nad yr ateb cyfan
argument-by = Pwy sy'n penderfynu
argument-note = Gair o esboniad
argument-into = Cyfeirnod yr ymateb y mae'n rhan ohono
argument-other = Cyfeirnod yr ymateb arall
argument-undo = Tynnu'n ôl yr hyn a benderfynodd pobl am y ddau hyn: y rheolau sy'n penderfynu
argument-folder = Ble i ysgrifennu
argument-responses = Faint
argument-seed = Yr un hedyn, yr un ymatebion
command-report-kind = Math o adroddiad: summary
command-report-language = Yr iaith hon yn unig (gellir ei rhoi ddwywaith)
command-search-language = Darnau yn yr iaith hon yn unig: en, cy, mixed, other, unknown
command-decide-theme = Cod y thema
command-decide-question = Y cwestiwn y mae'r ateb yn perthyn iddo
command-assign-question = Y cwestiwn y mae'r darn yn ei ateb
command-assign-words = Y darn; "dechrau…diwedd" am un hir
command-assign-undo = Tynnu'r dyraniad yn ôl; pob un o'r ymateb os na roddir geiriau
command-redact-language = Iaith y labeli a roddir yn lle'r hyn a dynnir allan; iaith y testun os na roddir hi
command-read-file = Y ffeil; - am y mewnbwn safonol
command-read-json = JSON Lines: gwrthrych am bob bloc, rhes, sylw a llun
command-read-ocr = Darllen lluniau drwy OCR, ag ocrmypdf neu tesseract lle maent wedi'u gosod
command-read-seconds = Rhoi'r gorau i ddarllen ar ôl cynifer o eiliadau
command-read-known = Yr hyn y gwyddys yw'r ffeil
command-limited-about = Rhedeg rhaglen arall o fewn terfynau
command-limited-seconds = Eiliadau o amser prosesydd
command-limited-megabytes = Megabeitiau o gof
command-limited-program = Y rhaglen a'i dadleuon

error = ymateb: { $what }
waiting-for = { $name }: mae proses { $process } yn gweithio arno; yn aros nes iddi orffen.
no-consultations = { $folder }: nid oes ymgynghoriad yma; mae `ymateb new ENW --from FFEIL…` yn drafftio un, neu dywedwch ble y mae â --root
invented = Mae pob ymateb yn yr ymgynghoriad hwn yn ddychmygol.
yes = caniateir
no = ni chaniateir

run-title = { $name }
run-ledger = {"  "}{ $received } wedi dod i law = { $analysed } wedi'u dadansoddi + { $merged } wedi'u cyfuno + { $aside } wedi'u neilltuo
run-problems = {"  "}{ $n ->
    [zero] Dim problemau
    [one] 1 broblem
    [two] 2 broblem
    [few] 3 phroblem
    [many] 6 phroblem
   *[other] { $n } o broblemau
 } ar y ffordd: mae `ymateb ledger { $name }` yn eu rhestru
run-nothing = {"  "}Nid oedd dim wedi newid, felly ni wnaed dim.
run-stages = {"  "}Gwnaed: { $stages }
run-reports = {"  "}Adroddiadau:

stage-ingest = casglwyd
stage-language = canfuwyd iaith
stage-tag = tagiwyd
stage-campaigns = cymharwyd am ymgyrchoedd
stage-index = mynegeiwyd
stage-report = ysgrifennwyd adroddiadau
stage-did = { $stage }: { $n }

new-exists = { $path }: mae ymgynghoriad o'r enw { $name } eisoes; dewiswch enw arall, neu ychwanegwch ffeiliau ato â `ymateb ingest { $name } FFEIL…`
new-done = Drafftiwyd { $path }: edrychwch drwyddo, yna `ymateb run { $name }`.
ingest-kept = Cadwyd fel { $path }

ledger-source = ffynhonnell
ledger-received = i law
ledger-analysed = dadansoddwyd
ledger-merged = cyfunwyd
ledger-aside = neilltuwyd
ledger-total = y cyfan
ledger-balanced = Mae'r cyfrif yn cydbwyso: mae popeth a ddaeth i law wedi'i gyfrif.
ledger-unbalanced = NID yw'r cyfrif yn cydbwyso: mae rhywbeth a ddaeth i law heb ei gyfrif. Ni lunnir adroddiad nes ei fod.

ledger-proposals = { $n ->
    [zero] Dim parau o gyflwyniadau a all
    [one] Gall 1 pâr o gyflwyniadau
    [two] Gall 2 bâr o gyflwyniadau
    [few] Gall 3 phâr o gyflwyniadau
    [many] Gall 6 phâr o gyflwyniadau
   *[other] Gall { $n } o barau o gyflwyniadau
 } fod yn un ymateb: mae `ymateb duplicates { $name }` yn eu rhestru

why-same-file = yr un ffeil, wedi dod i law ddwywaith
why-same-words = yr un geiriau gan yr un ymatebydd
why-organisation = sawl cyflwyniad gan un sefydliad
why-person = sawl cyflwyniad gan un person
why-same-body = bron yr un geiriau o ffynhonnell arall
why-decision = penderfynwyd gan berson
agrees-email = yr un cyfeiriad e-bost
agrees-name = yr un enw
agrees-organisation = yr un sefydliad
agrees-area = yr un ardal
agrees-type = yr un math o ymatebydd
agrees-file = yr un ffeil
duplicates-proposals = { $n ->
    [zero] Nid oes dim yn aros am benderfyniad.
    [one] Mae 1 pâr yn aros am benderfyniad.
    [two] Mae 2 bâr yn aros am benderfyniad.
    [few] Mae 3 phâr yn aros am benderfyniad.
    [many] Mae 6 phâr yn aros am benderfyniad.
   *[other] Mae { $n } o barau yn aros am benderfyniad.
 }
duplicates-common = { $percent }% o'u geiriau yn gyffredin
duplicates-how = Penderfynwch â `ymateb merge { $name } { $item } --into { $into } --by PERSON`, neu cadwch nhw ar wahân â `ymateb apart { $name } { $item } { $into } --by PERSON`.
duplicates-merged = { $n ->
    [zero] Ni chyfunwyd dim.
    [one] Cyfunwyd 1 cyflwyniad ag un arall.
    [two] Cyfunwyd 2 gyflwyniad ag eraill.
    [few] Cyfunwyd 3 chyflwyniad ag eraill.
    [many] Cyfunwyd 6 chyflwyniad ag eraill.
   *[other] Cyfunwyd { $n } o gyflwyniadau ag eraill.
 }
merge-itself = yr un cyflwyniad yw { $item } a { $other }; enwch ddau
merge-circle = cyfunwyd { $other } â { $item } gan berson; tynnwch hynny'n ôl yn gyntaf â `--undo`, neu cyfunwch y ffordd arall
merge-aside = nid yw { $response } wedi'i ddadansoddi ({ $reason }), felly ni ellir cyfuno dim ag ef
assign-no-question = nid yw { $question } yn gwestiwn yn yr ymgynghoriad hwn; y rhai sydd ynddo yw { $known }
assign-not-found = nid yw'r geiriau hyn yn { $response } fel geiriau i'w dadansoddi; copïwch y cyntaf a'r olaf ohonynt yn union, fel "cyntaf … olaf"
assign-several = mae'r geiriau hyn yn { $response } fwy nag unwaith (nifer: { $n }); rhowch ragor ohonynt, fel eu bod yno unwaith
assign-there = mae'r geiriau hyn o { $response } eisoes yn ateb cwestiwn { $question }
assign-nothing = ni ddyrannodd neb ddarn o'r fath o { $response }; nid oes dim i'w dynnu'n ôl

search-total = { $total ->
    [0] Ni chafwyd hyd i ddarnau.
    [one] Cafwyd hyd i 1 darn.
   *[other] Nifer y darnau a gafwyd: { $total }; dangosir { $first } i { $last }.
 } Mae aelodau ymgyrchoedd wedi'u cynnwys.
search-quotable = caniateir ei ddyfynnu
search-not-quotable = ni chaniateir ei ddyfynnu
search-event = nodyn o ddigwyddiad
facet-type = Yn ôl math
facet-stance = Yn ôl safbwynt
facet-language = Yn ôl iaith
facet-theme = Yn ôl thema
facet-question = Yn ôl cwestiwn

show-unknown = { $response }: nid oes ymateb o'r fath; mae cyfeirnodau'n edrych fel R-00042
show-source = O
show-consents = Cyhoeddi: { $publish }; enwi: { $name }; dyfynnu: { $quote }; ysgrifennu atynt: { $reach }
show-aside = Heb ei ddadansoddi: { $reason }
show-merged = Wedi'i gyfuno â { $others }
show-campaign = ymgyrch { $campaign }, { $percent }% yn debyg i'w thempled
substance-quoted = yn ailadrodd neges gynharach; heb ei gyfrif
substance-signature = llofnod neu hysbysiad; heb ei gyfrif
show-rule = awgrymwyd gan y patrwm { $pattern }, fersiwn { $version } o'r fframwaith
show-person = penderfynwyd gan { $name }, { $at }
basis-explicit = dywedwyd
basis-inferred = casglwyd
basis-ticked = ticiwyd

trace-how = mae enw ffigur yn edrych fel question:1.2/theme:T03.1, neu `responses` am y cyfan
trace-total = { $figure }: { $total ->
    [zero] dim ymatebion
    [one] 1 ymateb
    [two] 2 ymateb
    [few] 3 ymateb
    [many] 6 ymateb
   *[other] { $total } o ymatebion
 }
trace-more = … a { $n } yn rhagor

report-kind = nid oes adroddiad o'r math `{ $kind }`; ysgrifennwch `--kind summary`
report-format = ni chaiff adroddiadau eu hysgrifennu fel `{ $format }`; ysgrifennwch `--format html` neu `--format md`
report-none = nid oes gan yr ymgynghoriad adroddiad yn yr iaith hon; mae `languages` yn consultation.toml yn dweud pa rai sydd ganddo
export-how = ni ellir allforio { $what } fel { $format }; ceir responses a tags fel jsonl neu csv, frame fel jsonl neu toml, ledger fel json

decide-no-theme = nid yw { $theme } yn thema yn y fframwaith codio
decide-no-answer = nid oes gan { $response } ateb i gwestiwn { $question }
decide-no-words = nid yw'r geiriau hyn yn yr ateb; copïwch nhw'n union
decide-done = Cadwyd. Mae `ymateb run { $name }` yn diweddaru'r mynegai a'r adroddiadau.

campaigns-found = { $n ->
    [zero] Ni chanfuwyd unrhyw ymgyrchoedd.
    [one] 1 ymgyrch
    [two] 2 ymgyrch
    [few] 3 ymgyrch
    [many] 6 ymgyrch
   *[other] { $n } o ymgyrchoedd
 }
campaigns-undecided = { $rule ->
    [count] Mae ymgyrchoedd nad oes neb wedi penderfynu amdanynt yn cyfrif fel ymgyrchoedd; mae `[campaigns] undecided = "wait"` yn consultation.toml yn gwneud iddynt aros.
   *[wait] Mae ymgyrchoedd nad oes neb wedi penderfynu amdanynt yn cyfrif fel ymatebion ar wahân nes i rywun eu derbyn.
 }
campaign-state-proposed = cynigiwyd
campaign-state-accepted = derbyniwyd
campaign-state-dismissed = gwrthodwyd
campaigns-members = { $n ->
    [zero] dim ymatebion
    [one] 1 ymateb
    [two] 2 ymateb
    [few] 3 ymateb
    [many] 6 ymateb
   *[other] { $n } o ymatebion
 }: { $standard } safonol, { $varied } wedi'u newid
campaigns-own = { $n } gyda'u geiriau eu hunain
campaigns-how = Penderfynwch â `ymateb campaigns { $name } accept { $campaign } --by PERSON`, neu `dismiss`; mae `ymateb show { $name } { $response }` yn dangos y templed.
campaigns-gone = Mae { $n } o'r penderfyniadau am ymgyrch na chaiff ei chanfod bellach; mae --json yn rhestru penderfyniadau.
campaigns-unknown = nid yw { $campaign } yn rhif unrhyw ymgyrch; mae `ymateb campaigns { $name }` yn eu rhestru
campaigns-needs = { $verb ->
    [name] Rhowch rif un ymgyrch a'i henw: `ymateb campaigns { $name } name 1 "Llythyr y Gynghrair Gofal" --by PERSON`
    [link] Rhowch rifau dwy ymgyrch neu fwy: `ymateb campaigns { $name } link 1 2 --by PERSON`
    [put] Rhowch rif un ymgyrch a chyfeirnodau ymatebion: `ymateb campaigns { $name } put 1 R-00042 --by PERSON`
    [out] Rhowch rif un ymgyrch a chyfeirnodau ymatebion: `ymateb campaigns { $name } out 1 R-00042 --by PERSON`
   *[other] Rhowch rif ymgyrch: `ymateb campaigns { $name } { $verb } 1 --by PERSON`
 }
campaigns-nothing-to-undo = nid oes dim a benderfynwyd am ymgyrch { $campaign } ar ôl i'w dynnu'n ôl
campaigns-kept = Cadwyd; nifer yr atebion sy'n cyfrif yn wahanol: { $n }. Mae `ymateb run { $name }` yn diweddaru'r mynegai a'r adroddiadau.
campaigns-input-changed = newidiodd y ffeil ar y mewnbwn safonol wrth iddi gael ei darllen; rhedwch y gorchymyn eto
show-own = eu geiriau eu hunain

read-unreadable = { $path }: { $why }
read-remark = { $why }
read-remark-at = { $place }: { $why }
read-picture = { $place }: llun ydyw; ni ddarllenwyd ei eiriau (mae --ocr yn eu darllen)
read-signature = llofnod
read-quoted = dyfyniad
read-heading = pennawd
