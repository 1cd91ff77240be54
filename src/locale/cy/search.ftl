### Yr hyn y mae chwiliad yn ei ddweud.

search-total = { $total ->
    [0] Ni chafwyd darnau
    [one] Cafwyd { $total } darn
    [two] Cafwyd { $total } ddarn
    [few] Cafwyd { $total } darn
    [many] Cafwyd { $total } darn
   *[other] Cafwyd { $total } o ddarnau
 }{ $total ->
    [0] { "" }
   *[other] , mewn { $responses } { $responses ->
        [one] ymateb
        [two] ymateb
        [few] ymateb
        [many] ymateb
       *[other] o ymatebion
    }
 }, allan o { $passages } o ddarnau mewn { $all } o ymatebion.
search-shown = Dangosir { $first } i { $last } o { $distinct }.
search-folded = Dangosir copïau ymgyrch unwaith, a chyfrifir pob un yn y ffigurau.
search-unfolded = Dangosir copïau ymgyrch fesul un, a chyfrifir pob un yn y ffigurau.
search-copies = yn cynrychioli { $n ->
    [one] { $n } darn
    [two] { $n } ddarn
    [few] { $n } darn
    [many] { $n } darn
   *[other] { $n } o ddarnau
 } o ymgyrch { $campaign }
search-campaign = ymgyrch { $campaign }
search-may-quote = gellir ei ddyfynnu
search-may-name = gellir enwi'r ymatebydd
search-may-not-name = ni cheir enwi'r ymatebydd
search-may-publish = gellir ei gyhoeddi
search-may-not-publish = ni cheir ei gyhoeddi
search-why-event = ni cheir ei ddyfynnu air am air: nodyn o ddigwyddiad
search-why-no-consent = ni cheir ei ddyfynnu: heb gydsyniad
search-why-guarded = ni cheir ei ddyfynnu: rhaid i rywun edrych arno yn gyntaf
search-telling = Yn debyg o ran: { $words }
search-order = nid yw { $order } yn drefn; ysgrifennwch un o { $known }
search-like-how = nid yw `{ $like }` yn ateb; ysgrifennwch ymateb ac, os mai un ateb yn unig sydd ei eisiau, ei gwestiwn: R-00042/1.6
search-like-theme = nid yw { $theme } yn thema yn y fframwaith codio
search-page-how = cyfrifir tudalennau o 1

facet-base = Wedi'u cyfrif o'r holl ddarnau a gafwyd ({ $total }), gan gynnwys copïau:
facet-type = Yn ôl math
facet-stance = Yn ôl safbwynt
facet-language = Yn ôl iaith
facet-theme = Yn ôl thema
facet-question = Yn ôl cwestiwn
facet-area = Yn ôl ardal
facet-channel = Yn ôl sianel
facet-organisation = Yn ôl sefydliad a gytunodd i gael ei enwi
facet-campaign = Yn ôl ymgyrch
facet-may = Gellir eu
facet-may-quote = dyfynnu
facet-may-name = henwi
facet-may-publish = cyhoeddi

kwic-total = { $occurrences ->
    [0] Nid yw'r geiriau i'w cael yn unman.
    [one] Un enghraifft
    [two] { $occurrences } enghraifft
    [few] { $occurrences } enghraifft
    [many] { $occurrences } enghraifft
   *[other] { $occurrences } o enghreifftiau
 } { $occurrences ->
    [0] { "" }
   *[other] mewn { $hits ->
        [one] { $hits } darn
        [two] { $hits } ddarn
        [few] { $hits } darn
        [many] { $hits } darn
       *[other] { $hits } o ddarnau
    }; dangosir { $first } i { $last }.
 }
kwic-mark = ! ni cheir ei ddyfynnu
kwic-cut = Mae mwy nag y gellir eu trefnu; trefnwyd y 50,000 cyntaf.
kwic-words = ysgrifennwch eiriau i chwilio amdanynt; nid oes allweddair ym mhopeth
kwic-export = llinellau y mae `--kwic` yn eu dangos, ac nid ydynt yn cael eu hallforio; gadewch ef allan, neu gadewch `--export` allan

saved-done = Cadwyd fel “{ $search }”. Rhedwch ef eto â `ymateb search { $name } --saved "{ $search }"`.
saved-none = nid oes chwiliad wedi'i gadw o'r enw “{ $search }”{ $known ->
    [none] ; ni chadwyd yr un
   *[other] ; mae { $known }
 }
saved-there = mae chwiliad wedi'i gadw o'r enw “{ $search }” eisoes; dewiswch enw arall, neu ei dynnu allan â `ymateb searches { $name } remove "{ $search }"`
saved-name = rhaid i chwiliad wedi'i gadw gael enw y gellir ei ddarllen
saved-list-none = Nid oes chwiliadau wedi'u cadw.
saved-removed = Tynnwyd “{ $search }” allan.
saved-renamed = Enw “{ $search }” bellach yw “{ $to }”.
saved-how = ysgrifennwch `list`, `remove CHWILIAD` neu `rename CHWILIAD --to ENW`

out-title = Canlyniadau chwilio
out-search = Chwiliad
out-filters = Dim ond
out-state = Cyflwr y storfa
out-state-of = newid { $revision }, { $date }; fersiwn { $frame } o'r fframwaith codio
out-made = Ysgrifennwyd
out-counts = Cafwyd
out-rule = Ymgyrchoedd
out-permission = Caniatâd
out-refused = { $n ->
    [0] Gellir dyfynnu pob un o'r darnau hyn.
    [one] Ni ellir dyfynnu { $n } darn o'r rhain; gadawyd ei eiriau allan.
    [two] Ni ellir dyfynnu { $n } ddarn o'r rhain; gadawyd eu geiriau allan.
    [few] Ni ellir dyfynnu { $n } darn o'r rhain; gadawyd eu geiriau allan.
    [many] Ni ellir dyfynnu { $n } darn o'r rhain; gadawyd eu geiriau allan.
   *[other] Ni ellir dyfynnu { $n } o ddarnau o'r rhain; gadawyd eu geiriau allan.
 }
out-redacted = Tynnwyd manylion a allai ddatgelu pwy yw pobl o'r geiriau yn ôl rheolau; mae person yn dal i'w darllen cyn eu cyhoeddi.
out-withheld = Gadewir enw ffeil allan lle gallai enwi rhywun na chytunodd i gael ei enwi.
out-cut = { " " }[… torrwyd yma: ni all cell ddal rhagor; mae'r cyfan yn { $response }]
out-restricted = Ni chaiff darnau cyfyngedig eu hallforio byth.
out-invented = Mae pob ymateb yn yr ymgynghoriad hwn yn ddychmygol.
out-not-quoted = [dim i'w ddyfynnu]
out-file-withheld = [heb ei ddangos]
out-yes = gellir
out-no = na ellir
out-results = Canlyniadau
out-notes = Nodiadau
out-format = allforir chwiliadau fel csv, xlsx, docx neu jsonl; nid yw `{ $format }` yn un o'r rhain
out-stdout = dim ond csv a jsonl y gellir eu hysgrifennu i'r allbwn safonol; rhowch ffeil â `--export FFEIL.{ $format }`
out-written = Ysgrifennwyd { $n ->
    [one] { $n } canlyniad
    [two] { $n } ganlyniad
    [few] { $n } chanlyniad
    [many] { $n } chanlyniad
   *[other] { $n } o ganlyniadau
 } i { $file }.
out-column-response = Ymateb
out-column-question = Cwestiwn
out-column-type = Math
out-column-organisation = Sefydliad
out-column-area = Ardal
out-column-channel = Sianel
out-column-received = Derbyniwyd
out-column-language = Iaith
out-column-stance = Safbwynt
out-column-themes = Themâu
out-column-text = Geiriau
out-column-redacted = Manylion a dynnwyd
out-column-campaign = Ymgyrch
out-column-copies = Darnau y mae'n eu cynrychioli
out-column-quote = Gellir ei ddyfynnu
out-column-name = Gellir ei enwi
out-column-publish = Gellir ei gyhoeddi
out-column-file = Ffeil
out-column-place = Lle
out-column-search = Chwiliad
out-column-state = Cyflwr y storfa
out-column-refused = Darnau na ellir eu dyfynnu
out-column-who = Pwy
out-column-use = Gellir ei ddefnyddio
out-column-source = Ffynhonnell
