### Yr hyn a ddywedir am fframwaith codio: beth sydd o'i le arno, a sut y mae.

frame-cell = rhes { $row }, colofn { $column }
frame-cell-of-sheet = taflen { $sheet }, rhes { $row }, colofn { $column }

frame-not-toml = nid TOML yw hwn: { $what }
frame-not-codebook = nid llyfr codau (REFI-QDA .qdc) yw hwn: { $what }
frame-no-header = nid oes rhes sy'n enwi'r colofnau; rhaid i res gyntaf y tabl gynnwys `Cod` neu `Enw`, a gall gynnwys rhai eraill fel `Disgrifiad`, `Patrymau (Saesneg)` a `Patrymau (Cymraeg)`
frame-column-twice = mae'r golofn `{ $header }` yn dweud yr un peth â'r golofn `{ $first }`; tynnwch un ohonynt allan
frame-unknown-key = nid oes `{ $key }` { $place }
frame-did-you-mean = ai `{ $key }` oedd gennych mewn golwg?
frame-known-keys = yr allweddi yw { $known }
frame-in-a-frame = mewn fframwaith
frame-in-a-theme = mewn thema
frame-in-two-languages = mewn testun mewn dwy iaith
frame-wrong-kind = rhaid i `{ $key }` fod yn { $wanted }, nid { $found }
frame-write = ysgrifennwch { $example }
frame-kind-text = destun
frame-kind-number = rhif cyfan o 0 i fyny
frame-kind-small-numbers = rhestr o rifau cyfan hyd at 255
frame-kind-yes-or-no = true neu false
frame-kind-bilingual = destun yn y ddwy iaith
frame-kind-patterns = rhestr o batrymau
frame-kind-texts = rhestr o destunau
frame-kind-codes = rhestr o godau
frame-kind-feared = y gair `feared`
frame-kind-section = adran ar wahân
frame-given-text = testun mewn dyfynodau
frame-given-number = rhif
frame-given-date = dyddiad
frame-given-list = rhestr
frame-given-table = tabl
frame-told-twice = mae `{ $key }` yn ymwneud â'r fframwaith cyfan, ac mae rhes { $first } yn dweud rhywbeth arall; gadewch ef mewn un rhes yn unig
frame-no-code = nid oes cod gan thema; ychwanegwch un, fel `code = "T01"`
frame-duplicate-code = mae'r cod `{ $code }` gan y thema ar linell { $first } eisoes; rhowch god arall i un ohonynt
frame-unknown-parent = mae thema `{ $code }` yn perthyn i `{ $parent }`, nad yw yn y fframwaith; ychwanegwch y thema honno neu cywirwch `parent`
frame-parent-cycle = mae thema `{ $code }` yn hynafiad iddi hi ei hun ({ $way }); tynnwch `parent` o un ohonynt
frame-was-cycle = mae thema `{ $code }` wedi cymryd ei lle ei hun ({ $way }); tynnwch god o `was` mewn un ohonynt
frame-no-patterns = nid oes patrymau gan thema `{ $code }`; ychwanegwch un o dan `en` neu `cy`, neu rhowch `by_hand = true`
frame-pattern = patrwm `{ $pattern }` yn thema `{ $code }`
frame-mended = er enghraifft: `{ $mended }`

pattern-empty = nid oes geiriau ynddo; ysgrifennwch o leiaf un gair, neu tynnwch y patrwm allan
pattern-too-long = mae'n { $n } nod o hyd, mwy na { $most }; rhannwch ef yn sawl patrwm
pattern-loose-star = nid yw `*` wrth nod { $at } yn diweddu gair; mae `*` yn diweddu bôn, fel yn `symud*`: ar gyfer unrhyw eiriau rhyngddynt ysgrifennwch `~3`
pattern-short-stem = byddai `{ $stem }*` yn cyfateb i ormod; rhowch o leiaf ddwy lythyren yn y bôn
pattern-unclosed = nid yw'r gromfach a agorwyd wrth nod { $at } yn cael ei chau; ychwanegwch `)`
pattern-unopened = nid yw `)` wrth nod { $at } yn cau dim; tynnwch ef allan, neu ychwanegwch `(` o'i flaen
pattern-loose-bar = mae `|` wrth nod { $at } y tu allan i gromfachau; ysgrifennwch y dewisiadau fel `(a|b)`, neu fel dau batrwm
pattern-empty-alternative = mae dewis cyn nod { $at } yn wag; tynnwch yr `|` ychwanegol allan, neu ysgrifennwch ddau batrwm
pattern-stuck = mae nod { $at } yn sownd wrth air; rhowch fwlch yno, neu sillafwch y geiriau fel yn `(plentyn|plentynnaidd)`
pattern-too-deep = mae mwy na { $most } lefel o gromfachau o fewn ei gilydd; rhannwch ef yn sawl patrwm
pattern-unclosed-quote = nid yw'r dyfynnod wrth nod { $at } yn cael ei gau; ychwanegwch `"` ar ôl y gair manwl olaf
pattern-gap-without-number = mae angen nifer o eiriau ar ôl `~` wrth nod { $at }, fel yn `~3`
pattern-gap-too-wide = mae `~{ $words }` yn cyrraedd yn rhy bell; hyd at `~{ $most }`
pattern-gap-at-end = rhaid i `~` wrth nod { $at } sefyll rhwng dau air; tynnwch ef allan, neu ychwanegwch y gair sydd ar goll
pattern-loose-equals = rhaid i `=` wrth nod { $at } sefyll yn union cyn gair, cromfach neu ddyfynnod
pattern-too-many-ways = gellir ei ysgrifennu mewn mwy na { $most } o ffyrdd; rhannwch ef yn sawl patrwm
pattern-too-many-ways-welsh = gellir ei ysgrifennu mewn mwy na { $most } o ffyrdd; rhannwch ef yn sawl patrwm, neu rhowch `=` o flaen geiriau nad oes angen eu treiglo
pattern-expression-shape = ysgrifennwch fynegiad rheolaidd fel `re:/…/`, neu `re:/…/i` ar gyfer priflythrennau a llythrennau bach fel ei gilydd
pattern-expression = nid yw'r mynegiad rheolaidd yn gweithio wrth nod { $at }: { $what }
pattern-expression-whole = nid yw'r mynegiad rheolaidd yn gweithio: { $what }
pattern-matches-nothing = mae'r mynegiad rheolaidd yn cyfateb ym mhobman, hyd yn oed lle nad oes geiriau; gwnewch o leiaf un rhan ohono'n ofynnol
expression-group-unclosed = nid yw cromfach yn cael ei chau; ychwanegwch `)`, neu ysgrifennwch `\(` am yr arwydd ei hun
expression-group-unopened = nid yw cromfach yn cau dim; tynnwch hi allan, neu ysgrifennwch `\)` am yr arwydd ei hun
expression-class-unclosed = nid yw cromfach sgwâr yn cael ei chau; ychwanegwch `]`, neu ysgrifennwch `\[` am yr arwydd ei hun
expression-nothing-to-repeat = nid oes dim o'i flaen i'w ailadrodd; tynnwch ef allan, neu rhowch ôl-slaes o'i flaen am yr arwydd ei hun
expression-unknown-escape = mae ôl-slaes o flaen llythyren nad yw'n golygu dim gydag ef; tynnwch yr ôl-slaes allan
expression-look-around = ni chynigir edrych ymlaen nac yn ôl, am y gall gymryd am byth; rhowch yr hyn na ddylai ddilyn o dan `not`
expression-back-reference = ni chynigir cyfeirio'n ôl at grŵp, am y gall gymryd am byth; sillafwch y geiriau
expression-too-large = mae'n rhy fawr; defnyddiwch lai o ailadrodd, neu ailadrodd llai
expression-too-deep = mae gormod o gromfachau o fewn ei gilydd; rhannwch ef yn sawl patrwm
expression-other = { $what }

check-healthy = { $file }: dim byd i'w drin: { $themes ->
    [0] dim themâu
    [one] 1 thema
    [two] 2 thema
   *[other] { $themes } thema
 }, { $patterns ->
    [0] dim patrymau
    [one] 1 patrwm
    [two] 2 batrwm
   *[other] { $patterns } patrwm
 }
check-answers = { $n ->
    [0] Nid edrychwyd ar unrhyw ateb
    [one] Edrychwyd ar 1 ateb
    [two] Edrychwyd ar 2 ateb
   *[other] Edrychwyd ar { $n } o atebion
 }; mae thema gan { $tagged } ohonynt.
check-no-answers = Dim ond y fframwaith ei hun a edrychwyd arno: enwch ymgynghoriad, neu rhowch --answers, i weld pa batrymau sy'n cyfateb.
check-total = { $n ->
    [one] 1 peth i'w drin
    [two] 2 beth i'w trin
   *[other] { $n } peth i'w trin
 }
check-more = … a { $n } arall o'r math hwn ({ $kind }): mae --json yn eu rhestru i gyd
check-never = nid yw patrwm `{ $pattern }` yn thema `{ $theme }` yn cyfateb i unrhyw ateb; cywirwch ef, neu tynnwch ef allan
check-cancelled = ni all patrwm `{ $pattern }` yn thema `{ $theme }` gyfrif byth: mae `{ $not }` o dan `not` yn ei ddiddymu
check-nearly-all = mae patrwm `{ $pattern }` yn thema `{ $theme }` yn cyfateb i { $percent }% o'r atebion yn ei iaith; gwnewch ef yn gulach
check-same = mae patrwm `{ $pattern }` yn thema `{ $theme }` hefyd yn thema `{ $other }` ({ $where }); gadewch ef yn un ohonynt
check-repeated = mae patrwm `{ $pattern }` ddwywaith yn thema `{ $theme }` ({ $where }); tynnwch un allan
check-overlap = mae thema `{ $theme }` yn yr un { $both } o atebion â thema `{ $other }`: { $percent }% o rai `{ $theme }`; cyfunwch hwy, neu gwnewch eu patrymau'n wahanol
check-too-many = mae { $n } o themâu, mwy na { $most }; ni all pobl gadw cynifer ar wahân: rhowch rai gyda'i gilydd
check-untranslated-label = nid oes label { $language } gan thema `{ $theme }`
check-untranslated-about = nid oes disgrifiad { $language } gan thema `{ $theme }`
check-untranslated-proposal = nid oes geiriau { $language } gan y cynnig
check-untranslated-label-at-all = nid oes label gan thema `{ $theme }` yn y naill iaith na'r llall
check-untranslated-about-at-all = nid oes disgrifiad gan thema `{ $theme }` yn y naill iaith na'r llall
check-untranslated-proposal-at-all = nid oes geiriau gan y cynnig yn y naill iaith na'r llall
check-same-label = mae gan thema `{ $theme }` yr un label yn y ddwy iaith; cyfieithwch ef
check-slow = nid oes gan batrwm `{ $pattern }` yn thema `{ $theme }` lythrennau y mae'n rhaid i bob cyfatebiaeth eu cynnwys, felly rhoddir cynnig arno ar bob ateb yn llawn; ysgrifennwch eiriau, neu fynegiad ag o leiaf dair llythyren sefydlog
check-shadows = mae patrwm `{ $pattern }` yn thema `{ $theme }` yn canfod popeth y mae `{ $covered }` yn ei his-thema `{ $other }` yn ei ganfod ({ $where }); gwnewch ef yn gulach, neu tynnwch ef allan: mae is-thema'n golygu ei rhiant hefyd

convert-remark-column = { $place }: nid yw'r golofn `{ $header }` yn rhan o fframwaith; fe'i gadawyd allan
convert-remark-sheet = { $file }: nid oes colofn `Cod` nac `Enw` yn y daflen `{ $sheet }`; fe'i gadawyd allan
convert-done = Ysgrifennwyd: { $path } ({ $themes ->
    [0] dim themâu
    [one] 1 thema
   *[other] { $themes } thema
 })
convert-format = { $path }: ysgrifennir fframwaith fel .toml, .csv, .xlsx, .ods neu .qdc; dewiswch un o'r terfyniadau hyn
convert-exists = mae { $path } yno eisoes; dewiswch enw arall, neu tynnwch ef yn gyntaf
frame-unreadable = { $path }: { $why }
frame-too-large = mae'r ffeil yn fwy na { $most } MB, ac nid oes yr un fframwaith felly; dewiswch y ffeil gywir
frame-neither = { $name }: nid oes ffeil nac ymgynghoriad o'r enw hwn; enwch fframwaith (.toml, .csv, .xlsx, .ods, .qdc) neu ymgynghoriad yn corpus/
frame-no-themes = nid oes themâu yn y fframwaith, ac ni all llyfr codau fod yn wag; ychwanegwch thema yn gyntaf
frame-cell-too-long = thema `{ $theme }`: mae { $n } nod yn { $column }, ac mae cell o'r fformat hwn yn dal { $most }; ysgrifennwch CSV neu TOML yn lle hynny
