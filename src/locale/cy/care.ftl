### Yr hyn y mae'r llinell orchymyn yn ei ddweud am ofalu am bobl: yr hyn sydd y tu allan i'r golwg cyffredinol, caniatâd, dileu.

command-worry-about = Dweud eich bod yn poeni am rywun: mae'r eitem yn gadael y golwg cyffredinol ar unwaith ac yn ymuno â'r rhestr. Nid anfonir dim
command-worry-example = {"  "}ymateb worry removing-profit R-00042 --by "A. Darllenydd" --because "gall fod mewn perygl gartref"
    {"  "}ymateb worry removing-profit R-00042 --by "S. Arweinydd" --referred --note "tîm ar ddyletswydd, 14:30"
    {"  "}ymateb worry removing-profit R-00042 --by "S. Arweinydd" --confirmed
    {"  "}ymateb worry removing-profit R-00042 --by "S. Arweinydd" --close --because "mae'r awdurdod lleol yn gofalu am hyn"
command-worry-question = Dim ond yr ateb i'r cwestiwn hwn; yr ymateb cyfan os na roddir un
command-worry-by = Pwy sy'n poeni, neu bwy a wnaeth y cam
command-worry-because = Pam, yn eich geiriau eich hun a byth yng ngeiriau'r ymatebydd
command-worry-note = Gair arall amdano, yn eich geiriau eich hun
command-worry-referred = Rhoddwyd gwybod i'r awdurdod lleol neu'r heddlu (i arweinwyr)
command-worry-confirmed = Cadarnhawyd yr adroddiad yn ysgrifenedig (i arweinwyr)
command-worry-acknowledged = Cydnabuwyd yr adroddiad (i arweinwyr)
command-worry-close = Nid oes dim arall i'w wneud (i arweinwyr); mae'r eitem yn aros y tu allan i'r golwg cyffredinol nes ei rhyddhau
command-worry-at = Pryd y gwnaed hyn, os nad nawr: 2026-11-27T14:30:00Z
command-worries-about = Rhestru pryderon gyda'u clociau: cadarnhau'n ysgrifenedig o fewn 24 awr, cydnabod o fewn saith diwrnod gwaith
command-worries-example = {"  "}ymateb worries removing-profit
    {"  "}ymateb worries removing-profit --as "S. Arweinydd" --json
command-worries-lead = Pwy sy'n gofyn: mae arweinydd a enwir yn consultation.toml yn gweld y rhesymau a'r cofnod
command-worries-all = Y rhai sydd wedi'u cau hefyd
command-worries-now = Yr adeg y darllenir y clociau, os nad nawr
command-restrict-about = Tynnu ymateb, neu un ateb ynddo, o'r golwg cyffredinol am reswm o fath arall
command-restrict-example = {"  "}ymateb restrict removing-profit R-00042 --kind foi --by "A. Swyddog" --because "cais 3 Tachwedd"
command-restrict-kind = Pam: safeguarding (diogelu), legal (cyfreithiol), foi (cais am wybodaeth), withdrawn (tynnwyd yn ôl, ac ni chaiff ei ddadansoddi mwyach), other (arall)
command-restrict-question = Dim ond yr ateb i'r cwestiwn hwn
command-restrict-by = Pwy sy'n ei dynnu o'r golwg
command-restrict-because = Pam, yn eich geiriau eich hun a byth yng ngeiriau'r ymatebydd
command-release-about = Dod ag ymateb, neu un ateb ynddo, yn ôl i'r golwg cyffredinol
command-release-example = {"  "}ymateb release removing-profit R-00042 --kind foi --by "A. Swyddog" --because "atebwyd y cais"
command-release-kind = Pa gyfyngiad, lle mae sawl un
command-release-question = Dim ond cyfyngiad yr ateb i'r cwestiwn hwn
command-release-by = Pwy sy'n dod ag ef yn ôl; arweinydd, lle'r oedd rhywun yn poeni
command-release-because = Pam, yn eich geiriau eich hun
command-consent-about = Cofnodi'r hyn y mae ymatebydd yn ei ganiatáu nawr; nid yw darllen yr un ffeil eto yn dadwneud hynny
command-consent-example = {"  "}ymateb consent removing-profit R-00042 --quote no --publish no --by "A. Swyddog" --because "gofynnodd drwy e-bost ar 3 Tachwedd"
command-consent-publish = A ganiateir cyhoeddi'r ymateb
command-consent-named = A ganiateir enwi'r ymatebydd
command-consent-quote = A ganiateir dyfynnu geiriau
command-consent-reach = A ganiateir cysylltu â'r ymatebydd
command-consent-by = Pwy sy'n ei gofnodi
command-consent-because = Pam, yn eich geiriau eich hun
argument-lead = Pwy sy'n gofyn: arweinydd a enwir yn consultation.toml; cofnodir iddo ei ddarllen
argument-restricted = Dim ond yr hyn sydd y tu allan i'r golwg cyffredinol (i arweinwyr)

restriction-safeguarding = diogelu
restriction-legal = cyfreithiol
restriction-foi = cais am wybodaeth
restriction-withdrawn = tynnwyd yn ôl
restriction-other = rheswm arall

care-restrict = codwyd pryder
care-release = yn ôl yn y golwg cyffredinol
care-note = nodyn
care-referred = rhoddwyd gwybod
care-confirmed = cadarnhawyd yn ysgrifenedig
care-acknowledged = cydnabuwyd
care-close = caewyd
care-seen = darllenwyd

worry-open = agored
worry-referred = rhoddwyd gwybod
worry-confirmed = cadarnhawyd yn ysgrifenedig
worry-acknowledged = cydnabuwyd
worry-closed = wedi'i gau

restrict-done = Mae { $response } y tu allan i'r golwg cyffredinol ({ $kind }): nid yw'r chwiliad, yr adroddiadau, yr allforion na'r dyfyniadau yn ei ddangos.
restrict-done-answer = Mae ateb { $response } i gwestiwn { $question } y tu allan i'r golwg cyffredinol ({ $kind }): nid yw'r chwiliad, yr adroddiadau, yr allforion na'r dyfyniadau yn ei ddangos.
restrict-again = Roedd { $response } eisoes y tu allan i'r golwg cyffredinol ({ $kind }); ychwanegwyd yr hyn a ddywedwch at ei gofnod.
restrict-reports-gone = Tynnwyd yr adroddiadau ymaith, am y gallant ei ddyfynnu ac na ellir eu hadeiladu eto tra nad yw'r cyfrif yn gytbwys.
restrict-none = nid yw { $response } y tu allan i'r golwg cyffredinol am y rheswm hwnnw; mae `ymateb worries` yn rhestru'r hyn sydd
restrict-which = mae { $response } y tu allan i'r golwg cyffredinol am sawl rheswm: { $kinds }; dywedwch pa un gyda --kind
release-done = Mae { $response } yn ôl yn y golwg cyffredinol.
worry-next = { $leads ->
    [0] Nid enwir neb yn arweinydd: ychwanegwch `leads = ["…"]` at consultation.toml, a dywedwch wrth eich arweinydd diogelu eich hun. Os oes rhywun mewn perygl nawr, ffoniwch 999. Mae `ymateb worries { $name }` yn dangos y rhestr.
    *[other] Dywedwch wrth eich arweinydd diogelu: nid anfonwyd dim. Os oes rhywun mewn perygl nawr, ffoniwch 999. Mae `ymateb worries { $name }` yn dangos y rhestr.
}
worry-none = nid oes neb yn y rhestr yn poeni am { $response }; codwch bryder gyda --by yn unig
worry-is-closed = mae { $response } wedi'i gau; codwch ef eto os oes rhagor i ofalu amdano
worry-kept = { $response }: { $step }.
worry-still-hidden = Mae'n aros y tu allan i'r golwg cyffredinol; mae `ymateb release { $name } { $response }` yn dod ag ef yn ôl.
worries-count = { $n ->
    [0] Nid oes yr un pryder yn agored.
    [one] Mae un pryder yn agored.
    [two] Mae dau bryder yn agored.
    [few] Mae { $n } phryder yn agored.
    [many] Mae { $n } phryder yn agored.
    *[other] Mae { $n } o bryderon yn agored.
}
worry-confirm = { $late ->
    [yes] HEB EI GADARNHAU YN YSGRIFENEDIG: roedd hynny i fod erbyn { $by }
    *[other] i'w gadarnhau'n ysgrifenedig erbyn { $by }
}
worry-acknowledge = { $late ->
    [yes] HEB EI GYDNABOD: holwch amdano; { $by } oedd y diwrnod olaf
    *[other] os nad oes neb wedi'i gydnabod erbyn { $by }, holwch amdano
}
restricted-count = { $n ->
    [one] Mae un eitem arall y tu allan i'r golwg cyffredinol:
    [two] Mae dwy eitem arall y tu allan i'r golwg cyffredinol:
    *[other] Mae { $n } eitem arall y tu allan i'r golwg cyffredinol:
}
restricted-since = ers { $at }, gan { $person }
not-a-lead = nid enwir `{ $person }` yn arweinydd; { $file } sy'n eu henwi: leads = ["…"]
not-own-words = mae hyn yn ailadrodd geiriau'r ymatebydd; dywedwch ef yn eich geiriau eich hun, am fod eraill yn darllen cofnodion a rhestri
show-restricted = Mae { $response } y tu allan i'r golwg cyffredinol ({ $kind }). Mae arweinydd a enwir yn consultation.toml yn ei ddarllen gyda --as.
show-restricted-answer = (y tu allan i'r golwg cyffredinol: { $kind })
out-of-view = { $n ->
    [one] Mae un ymateb, neu ran ohono, y tu allan i'r golwg cyffredinol ac ni chaiff ei ddangos.
    [two] Mae dau ymateb, neu rannau ohonynt, y tu allan i'r golwg cyffredinol ac ni chânt eu dangos.
    *[other] Mae { $n } ymateb, neu rannau ohonynt, y tu allan i'r golwg cyffredinol ac ni chânt eu dangos.
}
out-of-view-found = { $n ->
    [one] Un ateb y tu allan i'r golwg cyffredinol
    [two] Dau ateb y tu allan i'r golwg cyffredinol
    *[other] { $n } ateb y tu allan i'r golwg cyffredinol
}
decide-out-of-view = mae'r ateb hwn yn { $response } y tu allan i'r golwg cyffredinol; gellir penderfynu arno pan fydd yn ôl
consent-kept = Cofnodwyd yr hyn y mae { $response } yn ei ganiatáu.
consent-which = dywedwch beth sy'n newid: --publish, --named, --quote neu --reach, pob un yn `yes` neu'n `no`
consent-changed = { $at }, { $person }: cyhoeddi { $publish ->
    [same] fel yr oedd
    [yes] cewch
    *[no] na chewch
  }, enwi { $name ->
    [same] fel yr oedd
    [yes] cewch
    *[no] na chewch
  }, dyfynnu { $quote ->
    [same] fel yr oedd
    [yes] cewch
    *[no] na chewch
  }, cysylltu { $reach ->
    [same] fel yr oedd
    [yes] cewch
    *[no] na chewch
  } ({ $because })

command-forget-about = Tynnu pob gair o eiddo ymatebydd o'r gwreiddiol, y storfa, y mynegai, yr adroddiadau a'r tudalennau rhydd, ac ysgrifennu tystysgrif
command-forget-example = {"  "}ymateb forget removing-profit R-00042 --by "D. Swyddog" --because "gofynnodd drwy e-bost" --date 2026-11-03
command-forget-by = Pwy sy'n dileu
command-forget-because = Pam, yn eich geiriau eich hun a byth yng ngeiriau'r ymatebydd
command-forget-date = Pryd y gofynnodd yr ymatebydd
command-forget-after_date_because = Pam y gwneir hyn er i'r diwrnod olaf ar ei gyfer fynd heibio
command-forget-json = Y dystysgrif yn un ddogfen JSON ar yr allbwn safonol

forget-too-late = { $day } oedd y diwrnod olaf y gallai pobl dynnu eu geiriau yn ôl (`withdraw_until` yn consultation.toml). Ni ddilëwyd dim; os yw i'w wneud er hynny, dywedwch pam gyda --after-date-because.
forget-held = Rhaid peidio â dileu { $response } tra bo cadwad mewn grym ({ $kinds }). Cyfyngir arno yn lle hynny: nid oes neb yn gweithio gydag ef, ac nid yw'n cyfrif mwyach. Pan godir y cadwad, gofynnwch eto.
forget-before = Dilëwyd { $response } ar { $day }; y dystysgrif yw { $path }.
forget-met = Ond mae { $file } yn dal y geiriau eto ({ $place }): tynnwch y cofnod ohoni, a rhedwch eto.
forget-resumed = Mae dilead a dorrwyd ar ei hanner bellach wedi'i orffen: { $erasure }, { $path }.

certificate-title = Tystysgrif ddileu { $erasure }
certificate-what = Ar { $day }, dileodd { $person } eiriau ymatebydd { $responses } o'r ymgynghoriad { $name }.
certificate-because = Rheswm: { $because }
certificate-asked = Gofynnodd yr ymatebydd ar { $day }.
certificate-items = Ymatebion a chyflwyniadau: { $n }
certificate-answers = Atebion, gyda'r hyn a ailadroddwyd neu a lofnodwyd ynddynt: { $n }
certificate-tags = Tagiau a ganfuwyd ynddynt: { $n }
certificate-decisions = Penderfyniadau amdanynt, y mae'r geiriau a ddyfynnwyd ynddynt wedi mynd: { $n }
certificate-cut = Ffeiliau gwreiddiol y torrwyd y cofnodion ohonynt: { $n }
certificate-removed = Ffeiliau gwreiddiol nad oeddent yn dal dim arall ac a dynnwyd ymaith: { $n }
certificate-rebuilt = Nid yw'r mynegai chwilio, yr adroddiadau na thudalennau rhydd y gronfa ddata yn eu dal mwyach.
certificate-ledger = Y cyfrif nawr: { $received } wedi dod i law = { $analysed } wedi'u dadansoddi + { $merged } wedi'u cyfuno + { $aside } wedi'u neilltuo (gan gynnwys y rhai a ddilëwyd). { $balanced ->
    [yes] Mae'n gytbwys.
    *[no] NID YW'N GYTBWYS.
}
certificate-remains = Lle gall copïau aros
certificate-file = { $file }: mae'n dal i gynnwys geiriau o'u heiddo, am ei bod yn dal geiriau pobl eraill hefyd ac na ellir ei thorri i sicrwydd, neu'n eu hailadrodd. Tynnwch hwy allan â llaw, neu gofynnwch amdani eto hebddynt.
certificate-unsearched = Torrwyd y gwaith ar ei hanner a'i orffen wedyn, felly ni chwiliwyd ffeiliau heblaw'r rhai a enwir am eiriau y gallent eu hailadrodd.
certificate-published = Gall adroddiadau a gyhoeddwyd neu a anfonwyd cyn hynny eu dyfynnu.
certificate-backups = Mae copïau wrth gefn a fersiynau cynharach o'r ffolder hon yn eu dal nes eu dileu yn eu tro.
certificate-exports = Y mae ffeiliau a allforiwyd o'r blaen, a beth bynnag a wnaed ohonynt, y tu allan i'r ffolder hon.
certificate-disk = Trosysgrifennwyd y beitiau neu fe'u rhoddwyd yn ôl i'r system ffeiliau; gall disg neu ei gipluniau eu cadw am gyfnod.

command-access-about = Rhoi popeth a gedwir am un ymatebydd mewn un pecyn, yn ateb i bwy bynnag a ofynnodd amdano
command-access-example = {"  "}ymateb access removing-profit R-00042 --by "D. Swyddog" --out R-00042.zip
command-access-by = Pwy sy'n ateb y cais; arweinydd, lle mae rhywbeth o eiddo'r ymatebydd y tu allan i'r golwg cyffredinol
command-access-out = Y pecyn i'w ysgrifennu
command-retention-about = Rhestru'r hyn y mae'n bryd ei ddileu a phryd, yr hyn a dynnwyd yn ôl ac sydd yma o hyd, a'r hyn y mae cadwad yn ei gadw
command-retention-example = {"  "}ymateb retention removing-profit
command-retention-now = Yr adeg y darllenir hyn, os nad nawr

access-title = Yr hyn a gedwir am ymatebydd { $response }
access-done = { $path }: nifer yr ymatebion { $n }. Darllenwch ef cyn ei roi i neb: gall sôn am bobl eraill.
retention-unset = Ni ddywedodd neb am ba hyd y cedwir hyn: ychwanegwch `keep_until = 2029-12-31` at consultation.toml.
retention-until = Cedwir popeth yma tan { $day }.
retention-overdue = Roedd popeth yma i'w gadw tan { $day }, ac mae'n bryd ei ddileu.
retention-withdraw = Gall pobl dynnu eu geiriau yn ôl tan { $day }.
retention-withdrawn = Tynnwyd { $response } yn ôl ar { $day } ac mae yma o hyd: mae `ymateb forget` yn ei ddileu.
retention-held = Cedwir { $response } ers { $day } ({ $kind }).
