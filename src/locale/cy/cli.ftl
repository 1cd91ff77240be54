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
command-campaigns-about = Canfod ymatebion sy'n rhannu templed; heb enw, mewn JSON Lines o'r mewnbwn safonol
command-campaigns-example = {"  "}ymateb campaigns < atebion.jsonl
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
command-language-about = Ychwanegu'r iaith at bob llinell o JSON Lines o'r mewnbwn safonol
command-language-example = {"  "}ymateb language < atebion.jsonl
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
argument-folder = Ble i ysgrifennu
argument-responses = Faint
argument-seed = Yr un hedyn, yr un ymatebion
command-report-kind = Math o adroddiad: summary
command-report-language = Yr iaith hon yn unig (gellir ei rhoi ddwywaith)
command-search-language = Darnau yn yr iaith hon yn unig: en, cy, mixed, other, unknown
command-decide-theme = Cod y thema
command-decide-question = Y cwestiwn y mae'r ateb yn perthyn iddo
command-redact-language = Iaith y labeli a roddir yn lle'r hyn a dynnir allan; iaith y testun os na roddir hi

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
