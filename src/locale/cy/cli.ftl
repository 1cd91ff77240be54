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
command-tag-about = Tagio atebion â'r fframwaith codio; gyda --frame yn unig, tagio JSON Lines o'r mewnbwn safonol
command-tag-example = {"  "}ymateb tag --frame frame.toml < atebion.jsonl
    {"  "}ymateb tag removing-profit --dry-run --frame drafft.toml
command-check-about = Cyfrif popeth eto a chymharu'r storfa, y mynegai chwilio a'r adroddiadau
command-check-example = {"  "}ymateb check removing-profit
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
command-searches-about = Rhestru chwiliadau a gadwyd, tynnu un allan neu ei ailenwi
command-searches-example = {"  "}ymateb searches removing-profit rename "councils on moves" --to "symud gofalwyr maeth"
command-show-about = Dangos un ymateb cyfan, gyda'i dagiau ac o ble y daeth
command-show-example = {"  "}ymateb show removing-profit R-00042
command-report-about = Ysgrifennu'r crynodeb o'r ymatebion
command-report-example = {"  "}ymateb report removing-profit --language cy --format html
command-trace-about = O ffigur mewn adroddiad at yr atebion y tu ôl iddo
command-trace-example = {"  "}ymateb trace removing-profit question:1.2/theme:T03.1
command-export-about = Ysgrifennu ymatebion, tagiau, y fframwaith codio neu'r cyfrif ar gyfer rhaglenni eraill
command-export-example = {"  "}ymateb export removing-profit --what tags --format csv
command-decide-about = Derbyn, gwrthod, ychwanegu neu symud thema, neu bennu safbwynt, fel person; mae'r penderfyniad yn aros pan gaiff atebion eu tagio eto a phan fydd y fframwaith yn newid
command-decide-example = {"  "}ymateb decide removing-profit R-00042 reject T03.1 --question 1.2 --by "A. Codiwr"
command-evaluate-about = Profi'r codio: trachywiredd, adalw ac F1 y peiriant yn erbyn pobl, y cytundeb rhwng codwyr, a pha mor agos ato y daw'r peiriant
command-evaluate-example = {"  "}ymateb evaluate removing-profit --sample 10 > i-godio.csv
    {"  "}ymateb evaluate removing-profit --coded anwen.csv --coded beth.csv
    {"  "}ymateb decide removing-profit R-00042 move T03.1 --to T05 --question 1.2 --words "ymhell o gartref" --by "A. Codiwr"
    {"  "}ymateb decide removing-profit --from codiwr-2.csv
    {"  "}ymateb decide removing-profit --waiting
command-frame-about = Bwrw golwg dros fframwaith codio, ei ysgrifennu mewn fformat arall, neu ei newid: caiff thema ei hailenwi, ei chyfuno, ei rhannu neu ei symud, ac mae penderfyniadau pobl yn ei dilyn
command-frame-example = {"  "}ymateb frame check removing-profit
    {"  "}ymateb frame rename removing-profit T03.9 T03.4
command-frame-rename-about = Rhoi cod arall i thema
command-frame-rename-example = {"  "}ymateb frame rename removing-profit T03.9 T03.4
command-frame-merge-about = Gwneud sawl thema yn un, gyda phatrymau pob un
command-frame-merge-example = {"  "}ymateb frame merge removing-profit T03.4 T03.5 --into T03.4
command-frame-split-about = Gwneud sawl thema o un, pob un â chopi o'i phatrymau i chi eu rhannu
command-frame-split-example = {"  "}ymateb frame split removing-profit T03.4 --into T03.6,T03.7
command-frame-move-about = Rhoi thema o dan thema arall
command-frame-move-example = {"  "}ymateb frame move removing-profit T03.4 --under T05
command-duplicates-about = Rhestru cyflwyniadau a all fod yn un ymateb, gyda thystiolaeth, a'r rhai a gyfunwyd a pham
command-duplicates-example = {"  "}ymateb duplicates removing-profit
command-merge-about = Cyfuno un cyflwyniad ag un arall, fel person: maent yn cyfrif fel un ymateb
command-merge-example = {"  "}ymateb merge removing-profit R-00017 --into R-00003 --by "A. Codiwr"
command-apart-about = Cadw dau gyflwyniad ar wahân, fel person: maent yn cyfrif fel dau ymateb
command-apart-example = {"  "}ymateb apart removing-profit R-00017 R-00003 --by "A. Codiwr"
command-assign-about = Dweud pa ddarn o lythyr sy'n ateb pa gwestiwn, fel person; gyda --undo, tynnu hynny'n ôl
command-assign-example = {"  "}ymateb assign removing-profit --response R-00012 --question 1.6 --words "Dwy flynedd … rhy fyr." --by "A. Codiwr"
command-frame-check-about = Dangos yr hyn y mae angen ei drin mewn fframwaith codio: patrymau nad ydynt byth yn cyfateb neu sy'n cyfateb i bron popeth, themâu tebyg, geiriau sydd ar goll mewn iaith
command-frame-check-example = {"  "}ymateb frame check frame.xlsx --answers atebion.jsonl
command-frame-convert-about = Ysgrifennu fframwaith codio mewn fformat arall: TOML, CSV, XLSX, ODS, neu lyfr codau REFI-QDA (.qdc)
command-frame-convert-example = {"  "}ymateb frame convert frame.toml --to frame.xlsx
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
command-search-area = Atebion o'r ardal hon yn unig
command-search-sort = Trefn: perthnasedd, dyddiad, dyddiad-olaf, ymatebydd, cwestiwn; gyda --kwic: chwith, de neu safle
command-search-page = Pa dudalen i'w dangos, o 1, gyda chynifer ag y mae --limit yn ei ddweud
command-search-all_copies = Dangos pob copi o ymgyrch, lle mae'r gorau fel arall yn sefyll dros y cyfan
command-search-kwic = Dangos pob enghraifft ar ei llinell ei hun, gyda'r geiriau o'i chwmpas
command-search-width = Gyda --kwic: nodau ar y naill ochr a'r llall
command-search-like = Dod o hyd i atebion tebyg i hwn: R-00042, neu R-00042/1.6 am un o'i atebion
command-search-like_theme = Dod o hyd i atebion tebyg i'r rhai â'r thema hon, nad yw'r thema ganddynt
command-search-export = Ysgrifennu pob canlyniad i'r ffeil hon: .csv, .xlsx, .docx neu .jsonl
command-search-format = Fformat yr allforio; i'r allbwn safonol yr aiff csv a jsonl pan na roddir ffeil
command-search-save = Cadw'r chwiliad hwn dan enw
command-search-saved = Rhedeg y chwiliad o'r enw hwn eto
command-searches-verb = Beth i'w wneud; eu rhestru oni ddywedir yn wahanol
command-searches-search = Enw'r chwiliad a gadwyd
command-searches-to = Ei enw newydd
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
command-decide-question = Y cwestiwn y mae'r ateb yn perthyn iddo
command-evaluate-coded = Taflen o atebion a godiwyd yn llawn gan bobl (gellir ei rhoi sawl gwaith, un i bob codiwr); hebddi, penderfyniadau pobl yn y storfa
command-evaluate-coders = Meysydd y daflen sy'n dal themâu un codiwr yr un; null neu wag lle na chodiodd y codiwr hwnnw
command-evaluate-frame = Y fframwaith codio i'w roi ar destun y daflen, lle nad oes ymgynghoriad
command-evaluate-level = Yr hyn a godir fel un: popeth y mae ymatebydd yn ei ddweud wrth ateb cwestiwn, rhes, neu frawddeg
command-evaluate-by = Penderfyniadau'r person hwn yn unig
command-evaluate-sample = Ysgrifennu taflen i'w chodio'n ddall: y gyfran hon o atebion pob cwestiwn, wedi'u tynnu ar hap
argument-resamples = Sawl gwaith y tynnir yr ymatebwyr eto ar gyfer y cyfyngau
command-evaluate-seed = Yr un hedyn, yr un cyfyngau a'r un sampl
command-decide-theme = Cod y thema; gyda stance: support, mixed, oppose neu unclear
command-decide-to = Y thema y mae'r darn yn symud iddi
command-decide-words = Y darn, os nad yr ateb cyfan; mae geiriau eraill ar yr un darn yn symud ei derfynau
command-decide-from = Ffeil o benderfyniadau (CSV neu JSON Lines: response, question, verb, theme, to, words, by, note, at); cedwir pob un, neu ddim un
command-decide-waiting = Rhestru penderfyniadau y cafodd eu themâu eu rhannu neu eu tynnu allan ers hynny, i chi ddweud beth yw eu hystyr
command-tag-dry_run = Dangos beth fyddai'r fframwaith yn ei newid, thema wrth thema, heb newid dim
command-tag-frame = Y fframwaith codio i dagio ag ef; fframwaith yr ymgynghoriad ei hun pan roddir enw heb fframwaith
command-tag-examples = Faint o enghreifftiau i'w dangos o'r hyn y byddai pob thema'n ei ennill a'i golli
command-tag-json = Un ddogfen JSON ar yr allbwn safonol
command-export-version = Fersiwn y fframwaith, fel yr oedd
command-frame-rename-theme = Cod y thema
command-frame-rename-to = Ei chod o hyn ymlaen
command-frame-merge-themes = Codau'r themâu
command-frame-merge-into = Cod yr un: un o'u codau nhw, neu un newydd
command-frame-split-theme = Cod y thema
command-frame-split-into = Codau'r rhannau; mae'r thema'n aros pan fydd ei chod ei hun yn eu plith
command-frame-move-theme = Cod y thema
command-frame-move-under = Cod y thema y bydd yn gorwedd oddi tani
command-frame-move-top = Ei gwneud yn thema o'r lefel gyntaf
command-assign-question = Y cwestiwn y mae'r darn yn ei ateb
command-assign-words = Y darn; "dechrau…diwedd" am un hir
command-assign-undo = Tynnu'r dyraniad yn ôl; pob un o'r ymateb os na roddir geiriau
command-frame-check-frame = Ymgynghoriad, neu ffeil fframwaith: .toml, .csv, .xlsx, .ods neu .qdc
command-frame-check-answers = Atebion i roi cynnig ar y patrymau arnynt: JSON Lines gyda `text`
command-frame-convert-from = Y fframwaith i'w ddarllen: .toml, .csv, .xlsx, .ods neu .qdc
command-frame-convert-to = Y ffeil i'w hysgrifennu; ei therfyniad sy'n dweud y fformat
command-frame-convert-language = Iaith y penawdau, a'r enwau mewn llyfr codau
command-export-language = Iaith y penawdau, a'r enwau mewn llyfr codau
command-redact-language = Iaith y labeli a roddir yn lle'r hyn a dynnir allan; iaith y testun os na roddir hi
command-read-file = Y ffeil; - am y mewnbwn safonol
command-read-json = JSON Lines: gwrthrych am bob bloc, rhes, cofnod, sylw a llun
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
stage-trial = rhoddwyd cynnig arno
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

recount-did = Cymharwyd { $passages } o ddarnau, { $tags } o dagiau a { $counts } o gyfrifon.
recount-well = Mae'r storfa a'r mynegai chwilio yn gyson, mae pob tag yn pwyntio at ei eiriau, ac mae'r cyfrif yn mantoli.
recount-more = … ac { $n ->
    [one] un peth arall sy'n wahanol.
   *[other] mae { $n } o bethau eraill yn wahanol.
 }
recount-ledger = nid yw'r cyfrif yn mantoli: { $received } wedi dod i law, { $accounted } â chyfrif amdanynt
recount-tag-words = { $response }, cwestiwn { $question }: nid geiriau'r tag { $theme } sydd yn beitiau { $place }
recount-no-index = { $why }
recount-index-behind = mae'r storfa wedi newid ers adeiladu'r mynegai chwilio
recount-missing = { $response }, cwestiwn { $question }: yn y storfa, ond nid yn y mynegai chwilio
recount-surplus = ateb rhif { $answer }: yn y mynegai chwilio, ond nid yn y storfa
recount-other-words = { $response }, cwestiwn { $question }: mae gan y mynegai chwilio eiriau eraill
recount-other-facts = { $response }, cwestiwn { $question }: mae gan y mynegai chwilio themâu, safbwynt, iaith, ymatebydd neu ymgyrch arall
recount-count = { $what }: { $store } yn ôl y storfa, { $index } yn ôl y mynegai chwilio
recount-facet-passages = darnau
recount-facet-theme = thema
recount-facet-stance = safbwynt
recount-facet-type = math
recount-facet-language = iaith
recount-facet-question = cwestiwn
recount-facet-organisation = sefydliad
recount-facet-campaign = ymgyrch
recount-facet-area = ardal
recount-facet-channel = sianel
recount-facet-may = gellir ei wneud â darnau:
recount-do-ledger = I'w wneud: mae `ymateb ledger { $name }` yn dangos pa ffynhonnell sy'n brin; mae `ymateb ingest { $name }` yn ei darllen eto.
recount-do-store = I'w wneud: newidiwyd y storfa gan rywbeth heblaw'r rhaglen hon; rhowch gopi o `responses.db` yn ôl.
recount-do-index = I'w wneud: `ymateb index { $name }`
recount-do-rebuild = I'w wneud: dilëwch y ffolder { $folder } a rhedwch `ymateb index { $name }`; ni chollir dim.
recount-reports-stale = Gwnaed yr adroddiadau o rywbeth hŷn: mae `ymateb report { $name }` yn eu hysgrifennu eto.
search-builds = Nid oes mynegai chwilio eto; mae'n cael ei adeiladu.
search-builds-other-version = Mae'r mynegai chwilio o fersiwn arall o'r rhaglen hon; mae'n cael ei adeiladu eto.
search-builds-broken = Mae'r mynegai chwilio wedi torri; mae'n cael ei adeiladu eto.
search-behind = Mae'r storfa wedi newid ers adeiladu'r mynegai chwilio: mae `ymateb index { $name }` yn ei ddiweddaru.
search-quotable = caniateir ei ddyfynnu
search-not-quotable = ni chaniateir ei ddyfynnu
search-event = nodyn o ddigwyddiad

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
show-was = (o dan y cod { $was })
show-conflict = Nid yw'r blwch a'r geiriau'n cytuno: ticiwyd “{ $ticked }” yng nghwestiwn { $question }, ond “{ $words }” a ddywed y geiriau. Cedwir y ddau.
basis-explicit = dywedwyd
basis-inferred = casglwyd
basis-ticked = ticiwyd
basis-decided = penderfynwyd gan berson

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
export-how = ni ellir allforio { $what } fel { $format }; ceir responses, tags a decisions fel jsonl neu csv, frame fel jsonl, toml, csv, xlsx, ods neu qdc, ledger fel json
export-no-version = ni ddefnyddiwyd fersiwn { $version } o'r fframwaith; y rhai a gadwyd yw { $known }
export-versions = Rhoddodd sawl fframwaith y fersiwn { $version } iddo'i hun; dyma'r un a ddefnyddiwyd ddiwethaf.

decide-no-theme = nid yw { $theme } yn thema yn y fframwaith codio
decide-no-answer = nid oes gan { $response } ateb i gwestiwn { $question }
decide-no-words = nid yw'r geiriau hyn yn yr ateb; copïwch nhw'n union
decide-done = Cadwyd. Mae `ymateb run { $name }` yn diweddaru'r mynegai a'r adroddiadau.
decide-kept = { $n ->
    [zero] Ni chadwyd yr un penderfyniad
    [one] Cadwyd 1 penderfyniad
    [two] Cadwyd 2 benderfyniad
    [few] Cadwyd 3 phenderfyniad
    [many] Cadwyd 6 phenderfyniad
   *[other] Cadwyd { $n } o benderfyniadau
 }; nifer a oedd yno eisoes: { $known }.
decide-missing = mae `{ $what }` ar goll
decide-no-verb = nid yw { $verb } yn beth y gellir ei benderfynu; y berfau yw { $all }
decide-no-stance = nid yw { $stance } yn safbwynt; y safbwyntiau yw { $all }
decide-no-proposal = nid yw cwestiwn { $question } yn gofyn am y cynnig, felly nid oes safbwynt gan ei atebion
decide-same-theme = byddai'n symud i'r thema { $theme } sydd ganddo eisoes; enwch un arall
decide-not-waiting = nid yw { $theme } yn thema mwyach, ac nid oes dim yn yr ateb hwn yn aros oddi tani
decide-nothing = nid oes penderfyniad yma i'w dynnu'n ôl
decide-no-date = nid yw { $at } yn ddyddiad; ysgrifennwch 2022-11-08 neu 2022-11-08T09:30:00Z
decide-encoding = nid UTF-8 yw hwn; cadwch ef fel “CSV UTF-8”
decide-no-column = nid oes colofn `{ $column }`; y colofnau yw { $columns }
decide-no-json = nid gwrthrych JSON â'r meysydd { $columns } yw hwn (colofn { $column })
decide-none-kept = ni chadwyd dim; cywirwch y rhain a rhowch y ffeil eto
decide-row = rhes { $n }: { $what }
decide-line = llinell { $n }: { $what }
verb-accept = derbyn
verb-reject = gwrthod
verb-add = ychwanegu
verb-move = symud
waiting-remark = { $n ->
    [zero] Nid oes penderfyniad yn aros
    [one] Mae 1 penderfyniad yn aros
    [two] Mae 2 benderfyniad yn aros
    [few] Mae 3 phenderfyniad yn aros
    [many] Mae 6 phenderfyniad yn aros
   *[other] Mae { $n } o benderfyniadau yn aros
 } i berson ddweud beth yw'r thema bellach: mae `ymateb decide { $name } --waiting` yn eu rhestru
waiting-count = { $n ->
    [zero] Nid oes penderfyniad yn aros.
    [one] Mae 1 penderfyniad yn aros i chi ddweud beth yw ei thema bellach.
    [two] Mae 2 benderfyniad yn aros i chi ddweud beth yw eu themâu bellach.
    [few] Mae 3 phenderfyniad yn aros i chi ddweud beth yw eu themâu bellach.
    [many] Mae 6 phenderfyniad yn aros i chi ddweud beth yw eu themâu bellach.
   *[other] Mae { $n } o benderfyniadau yn aros i chi ddweud beth yw eu themâu bellach.
 }
waiting-may-be = gall fod yn { $themes }
waiting-gone = tynnwyd { $theme } allan, ac ni chymerodd yr un thema ei lle
waiting-under = mae'n cyfrif o dan { $theme } nes i chi ddweud
waiting-how = Dywedwch hynny â `ymateb decide { $name } { $response } move { $theme } --to { $to } --question { $question } --by PERSON`, neu tynnwch ef yn ôl â `undo { $theme }`.
tag-frame-how = caiff ymgynghoriad ei dagio â'i fframwaith ei hun; i roi cynnig ar un arall, ychwanegwch --dry-run
trial-title = { $name } â fersiwn { $version } o'r fframwaith (ni newidiwyd dim)
trial-totals = Darnau: { $gained } wedi'u hennill, { $lost } wedi'u colli, { $unchanged } heb newid. Ymatebwyr: { $gaining } yn ennill thema, { $losing } yn colli un. Safbwyntiau wedi newid: { $stances }.
trial-counts = ymatebwyr { $respondents } · darnau { $passages }
trial-gone = (byddai'n diflannu)
trial-still = Themâu sy'n aros fel y maent: { $n }.
trial-untagged = Atebion na chawsant eu tagio erioed, ac nad edrychir arnynt: { $n }.
trial-waiting = { $n ->
    [zero] Ni fyddai'r un penderfyniad yn aros
    [one] Byddai 1 penderfyniad yn aros
    [two] Byddai 2 benderfyniad yn aros
    [few] Byddai 3 phenderfyniad yn aros
    [many] Byddai 6 phenderfyniad yn aros
   *[other] Byddai { $n } o benderfyniadau yn aros
 } i berson ddweud beth yw'r thema (mae --json yn eu rhestru).
frame-changed = Newidiwyd { $path }: fersiwn { $version } ydyw bellach. Mae `ymateb tag { $name } --dry-run` yn dangos beth y byddai'n ei newid, a `ymateb run { $name }` yn ei wneud.
frame-split = Mae gan bob rhan gopi o'r patrymau a'r label: gadewch ym mhob un yr hyn sy'n perthyn iddi.

evaluate-title = { $name }: atebion a godiwyd yn llawn gan bobl: { $answers }; ymatebwyr: { $respondents }; codwyr: { $coders }; codiwyd gan ddau neu ragor: { $twice }.
evaluate-title-decided = { $name }: atebion y penderfynwyd ar eu themâu awgrymedig: { $answers }; ymatebwyr: { $respondents }; penderfynwyd gan: { $coders }; gan ddau neu ragor: { $twice }.
evaluate-intervals = Mewn cromfachau: cyfyngau 95%, wedi tynnu'r ymatebwyr eto (nifer y troeon: { $n }; hedyn: { $seed }).
evaluate-accuracy = Y peiriant yn erbyn pobl
evaluate-by-theme = Yn ôl thema
evaluate-codings = codiwyd
evaluate-answers = atebion
evaluate-given = rhoddwyd
evaluate-precision = trachywiredd
evaluate-recall = adalw
evaluate-f1 = F1
evaluate-percent = yr un fath
evaluate-kappa = kappa
evaluate-alpha = alffa
evaluate-ac1 = AC1
evaluate-all = yr holl themâu gyda'i gilydd
evaluate-mean = cymedr dros y themâu
evaluate-language-en = yn Saesneg
evaluate-language-cy = yn Gymraeg
evaluate-language-mixed = yn y ddwy iaith
evaluate-language-other = mewn iaith arall
evaluate-language-unknown = iaith anhysbys
evaluate-no-type = heb nodi math
evaluate-few = Rhy ychydig i ddweud (rhoddwyd lai na { $few } o weithiau): { $list }
evaluate-undefined = heb ei ddiffinio
evaluate-decided = Dim ond ar yr hyn a awgrymwyd y penderfynodd pobl, felly trachywiredd yn unig yw hwn: ni ŵyr neb beth a gollwyd. I gael adalw, codiwch rai atebion yn llawn: mae `--sample 10` yn eu tynnu.
evaluate-by-hand = Themâu y mae pobl yn unig yn eu rhoi, ac nas disgwylir gan y peiriant: { $n }.
evaluate-ceiling = Ar yr hyn a godiwyd gan ddau neu ragor
compare-people = pobl â'i gilydd
compare-machine = y peiriant â phob un ohonynt
compare-machine_either = y peiriant â'r hyn a roddodd unrhyw un
compare-machine_agreed = y peiriant, lle mae pawb yn gytûn
compare-machine_coder = y peiriant â { $coder }
evaluate-below = Mae'r peiriant yn cytuno â phobl yn llai nag y maent hwy'n cytuno â'i gilydd.
evaluate-above = Mae'r peiriant yn cytuno â phobl gymaint ag y maent hwy'n cytuno â'i gilydd; ni all eu codio ddangos mwy na hynny, felly peidiwch â honni mwy.
evaluate-agreement = Cytundeb rhwng pobl
evaluate-poor = Kappa cymedrig o dan 0.4: gwael. Gwellwch ddisgrifiadau'r themâu a chodiwch eto cyn ymddiried mewn unrhyw ffigur uchod.
evaluate-moderate = Kappa cymedrig o 0.4 i 0.6: cymedrol.
evaluate-substantial = Kappa cymedrig o 0.6 i 0.8: sylweddol.
evaluate-strong = Kappa cymedrig o 0.8 neu ragor: bron yn berffaith.
evaluate-paradox = AC1 ymhell uwchlaw kappa: mae'r thema'n brin, felly mae pobl bron bob amser yn cytuno nad yw yno. Mae kappa'n gofyn mwy ganddynt yno, ac AC1 lai; darllenwch y ddau gyda'r nifer a roddwyd.
evaluate-disagreements = Edrychwch ar y rhain yn gyntaf
evaluate-differ = {"    "}mae pobl yn anghytuno ({ $n }): { $list }
evaluate-machine-only = {"    "}y peiriant yn unig a'i rhoddodd ({ $n }): { $list }
evaluate-people-only = {"    "}ni welodd y peiriant hi ({ $n }): { $list }
evaluate-confusions = Y rhai a gymysgir amlaf
evaluate-confused-machine = {"  "}pobl { $one }, y peiriant { $other }: { $n }
evaluate-confused = {"  "}ymhlith pobl { $one } a { $other }: { $n }
evaluate-unknown = Gadawyd allan, gan nad oes thema â'r cod na'r label hwn yn y fframwaith: { $list }
evaluate-not-found = Gadawyd allan, gan na chafwyd hyd i'r atebion hyn a godiwyd (nifer: { $n }): { $list }
evaluate-astray = { $answer }: nid yw'r geiriau a roddwyd ar gyfer { $theme } yno, felly fe'i gadawyd allan
evaluate-nothing = Nid oes dim wedi'i godio yn y taflenni hyn: mae themâu'n sefyll yn y golofn `themâu`, gyda hanner colon rhyngddynt, a `-` lle nad oes yr un yn addas; mae --coders yn enwi colofnau eraill.
evaluate-undecided = Nid oes neb wedi penderfynu ar thema awgrymedig eto: mae `ymateb decide` yn gwneud hynny. Neu codiwch atebion yn llawn: mae `--sample 10` yn eu tynnu, a `--coded FFEIL` yn eu darllen.
evaluate-no-text = mae fframwaith i'w roi ar waith, ac nid oes ateb â `text`
evaluate-no-place = i gymharu darnau, mae angen lle pob thema a roddwyd: `start` ac `end`, neu `words`
evaluate-many = mae gormod o godwyr ({ $n }); y nifer mwyaf y gellir ei gymharu ar y tro yw { $most }
evaluate-share = canran uwch na 0, hyd at 100, yw'r gyfran i'w thynnu
evaluate-drawn = Nifer yr atebion a dynnwyd: { $n } o { $all } (hedyn { $seed }). Mae geiriau ymatebwyr yn y daflen: cadwch hi ymhlith y codwyr, a pheidiwch â'i chyhoeddi. Mae pawb yn codio copi ar ei ben ei hun: codau yn `themâu`, gyda hanner colon rhyngddynt, `-` lle nad oes yr un yn addas, yn wag lle na ddarllenwyd yr ateb. Yna `ymateb evaluate { $name } --coded FFEIL --coded FFEIL`.
sheet-response = ymateb
sheet-question = cwestiwn
sheet-language = iaith
sheet-text = testun
sheet-themes = themâu

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
