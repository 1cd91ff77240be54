//! Words that tell English from Welsh, and both from their neighbours. Written by hand; small letters, no accents.
//!
//! A word that belongs to both languages is left out of both lists, or stands in [`SHARED`], where it says nothing.
//! The long lists do double duty: their words are known by sight, and their spelling teaches the letter model of
//! [`super::table`] to judge words that no list holds.

/// Welsh words that hardly ever stand in an English sentence.
pub(super) const CY_STRONG: &str = "
yn mae ac ond wedi mewn hyn hynny sydd sy nid nad oes oedd bydd fydd rydw rwy rwyf dwi dydw dydy dyw ydy ydyw ydw ydym ydyn
rydym rydyn maen maent roedd byddai fyddai byddwn byddaf fyddaf gallai dylai ddylai dylid ddylid rhaid eisiau neu fel gyda efo
oherwydd achos felly hefyd dros drwy trwy wrth rhwng heb tuag rhag cyn nes erbyn ynghylch ynglyn amdano amdanynt iddo iddi
iddyn iddynt ynddo ynddi ynddynt arno arni arnynt ganddo ganddi ganddynt gennym gennyf gen gan atynt ohono ohoni ohonynt
chi nhw hwy hwn honno hwnnw rhain rhai pob bob ddim nac oni ynteu neb dyma dyna pwy pam pryd sut ble faint beth popeth rhywbeth
unrhyw llawer gormod digon mwy llai iawn gwell gwaeth eto dal bron efallai falle wrthym imi inni ichi yma yno fan cael gael
bod fod fyddwn buasai baswn roeddwn roeddem fuasai oeddwn oeddem oedden gwneud wneud mynd dod ddod rhoi roi dweud ddweud meddwl
feddwl credu gredu teimlo deimlo angen hwnna hynna hwylus nawr rwan heddiw ddoe yfory weithiau bellach ers ymhlith tra onibai
pe petai os bai mor rhyw cymaint wnaeth ddaeth aeth cafodd gafodd ceir gellir ellir ellid byth bu fu fuodd fwy fwyaf mwyaf
yw bynnag rhy isod uchod ochr draws chwe medd meddai atom atoch ataf ynof ynom ynoch amdanoch amdanaf trwyddo trwyddi drwyddo
drwyddi hebddo hebddi heblaw mai onid hwnt chwithau minnau tithau yntau hithau ninnau hwythau finnau innau myfi hwynt mohono mohoni
wnaf wneith wnaiff wnewch wnawn caiff cewch gaiff gewch dewch aiff buont byddwch byddan byddant byddem byddech byddent fyddaf fydden
fyddem fyddent boed dylwn dylet dylem dylech dylent ddylwn ddylem ddylech ddylent gallaf gelli gallwn gallwch gallant gallent gallem
gallech allwn allwch allant allent allem allech hoffwn hoffem hoffech dymunaf dymunwn credaf credwn teimlaf teimlwn gobeithiaf
cynnwys gynnwys megis sef ynghyd ymhellach hytrach rhwydd yntydi sdim smo sain dyfod ydach dydyn dydych ydych rydych dych
ein eich dy fy ei hun hunain gilydd arall eraill yr ym ymysg hyd lle pan
cytuno gytuno chytuno anghytuno cytunaf cytunwn cefnogi gefnogi chefnogi cefnogaf cefnogwn gwrthwynebu wrthwynebu gwrthwynebaf
sylw sylwadau hollol llwyr bendant gwbl cwbl diolch fawr da ie nage naddo
'r 'n 'i 'u 'w 'ch 'th
";

/// Welsh words that are also English, a name or an abbreviation now and then.
pub(super) const CY_FAIR: &str = "
pa wel ia taw cei caf wnai daw neb y o ar er ni na un dau tri pum dan ger eu gwn ewch ti eleni dim go ran hon mo mi fo ef nhad byd cawn
";

/// English words that hardly ever stand in a Welsh sentence.
pub(super) const EN_STRONG: &str = "
the of and that this with for from have has had are were been being it its they them their there these those which who whom
whose what when where why how will would should could can't cannot may might must shall does did doing done not nor but because
about into onto over under between through during before after above below against among without within upon toward towards we
us our ours you your yours she him his if then than too very just only also even still again ever never always often sometimes
some any all both each every other another such same own more most much many few less least enough i've i'm i'd i'll
yes please thank thanks think believe feel know want need make made take give get going said says people things thing way good
bad better best worse great new old like really well now here everyone anyone someone everything anything something nothing
nobody however therefore although though while until unless since whether yet out up down off back away around don doesn didn
isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain agree disagree support oppose strongly fully totally completely
'd 't 're 've 'll
";

/// English words that another language of Europe, Welsh included, spells the same.
pub(super) const EN_FAIR: &str = "
in to is was be he on at as by or so do my me no an one two can first time day year years see say go right help work long 's 'm
";

/// Words of both languages, and answers such as `ok` that belong to neither.
pub(super) const SHARED: &str = "
a i am at hi pant plant ton man her hen nod dull cost costau pump tan toes dawn march draw car bore fan punt pen gall haul
person problem hall ymlaen ok okay na n nil ie app web e c d m s t v bus trend bws tap parc fferm theatr golf tim pop
hon bun brain moron hurt call crap dim pot pert din actor doctor
arch mud par pupil swig tarn torn min llan trust trap plan plot post stop stamp tip sir sail sarn drama data opera protest
protein petrol band banc tanc map lamp medal album alcohol agenda angel poster opera union canada america
https http www com org uk gov co html pdf nhs la ciw
";

/// Function words of other languages written in Latin letters, but for those that English or Welsh also has.
pub(super) const FOREIGN: &str = "
le la les des du et est une dans que qui avec sur pas nous vous je tu il elle ils sont pour ce cette ces mais plus tres comme
c'est qu aux au ont etre fait bien ete leur aussi oui merci donc sans
der das und ist nicht mit von zu den dem ein eine einen einer auf fur sich auch werden wird sind ich wir sie aber oder wenn haben
kann nur noch nach wie uber durch dass diese mehr sehr ja nein danke wurde beim zum zur bei aus vom
el los las del por con para una es se su como mas pero muy lo al sus esta este son fue ser hay todo nos gracias si esto porque
il di che non per della sono gli nel alla anche questo piu come degli ma dei delle
os nao uma com em da das dos mais foi pelo pela ao sao voce muito
de het een van niet voor zijn ook maar naar bij deze worden wij geen heeft
nie jest sie z w na ze jak ale po przez dla oraz tym tego byc tak od czy jego ktory ktore przed tylko bardzo sa
si in cu pe nu din este sunt care mai pentru lui sa ca prin cel acest fost dar sau intre
agus ar ag ta bhi na leis mar gur seo sin aige nach cad tha bha agat agam maith raibh muid sibh dom duit suite baile gcontae
ach iad siad ina gach freisin faoi den don chun bhfuil raibh rinne bheith fein eile idir daoine duine aici acu orm ort air uirthi
ndearna deirtear nuair mbaile bliain anois inniu
zo eo eus ez evit gant deus ket hag int emaon emañ evidon ganin esof vy genev gensi yth ragdho
waa ka iyo oo ku waxaa ayaa soo waxay inuu uu ee lagu laga isku wuxuu ah kale aan badan
och att det som pa ar av inte jag har med till ikke jeg ogsa han hun kan skal blev
ve bir bu icin ile olarak cok daha gibi degil var
ei ja hogy nem egy az meg vagy csak mint
dhe nje per te ne qe eshte ce nga
ang mga ng sa ay hindi siya ako ito
";

/// Given names, family names and places, in either spelling: they tell nothing of the language around them.
pub(super) const NAMES: &str = "
john david sarah smith jones williams davies evans thomas roberts hughes lewis morgan griffiths edwards owen owens james
morris price phillips lloyd parry rees powell jenkins watkins harris richards rhys gareth sian dafydd llywelyn llewellyn owain
emrys geraint huw hywel ieuan ifan iwan aled alun bryn carys catrin ceri dylan eirlys elin eleri emyr ffion gethin glyn gwen
gwenllian gwilym gwyn gwyneth heledd idris ioan lowri mair mairwen megan meirion menna meredith mali nia nerys non rhian
rhiannon rhodri sioned tomos trefor wyn mary anne paul peter michael robert richard mark susan karen helen emma laura claire
julie andrew stephen steven simon matthew daniel christopher elizabeth margaret patricia linda barbara jennifer jessica
mohammed ahmed ali khan patel singh brown taylor wilson johnson walker wright clarke green hall wood jackson clark turner
wales cymru england lloegr scotland ireland cardiff caerdydd swansea abertawe newport casnewydd wrexham wrecsam bangor
aberystwyth llandudno conwy gwynedd powys ceredigion pembrokeshire penfro carmarthen caerfyrddin monmouth mynwy mon anglesey
denbigh dinbych flintshire fflint rhyl rhondda cynon taf merthyr tudful caerphilly caerffili torfaen blaenau gwent bridgend
ogwr glamorgan morgannwg neath port talbot barry llanelli dolgellau bala caernarfon pwllheli porthmadog machynlleth brecon
aberhonddu llandrindod lampeter cardigan aberteifi tenby fishguard haverfordwest milford london llundain manchester liverpool
plaid urdd eisteddfod senedd tact barnardo barnardos
";

/// Welsh words as people write them, with many a mutation.
pub(super) const CY_WORDS: &str = "
ots dwn im rwtsh gwirion joio dallt ffeindio grêt hyfryd bechod trueni cwilydd ych bosib posib efallai hwyrach jest jyst iasgob
gwaith waith gwefan wefan arlein neges negeseuon ffurflenni galwad cyfarfod gyfarfod cyfarfodydd gyfarfodydd testun destun strategaeth
ambell fewn lawer oll tybed maes materion fater mater posibl bosibl bositif positif negyddol effeithiol defnyddiol ddefnyddiol
hollbwysig holl sawl nifer peth pethau bethau dyddiau oriau munud amserau degawd ganrif canrif seisnig saesneg seisneg
gofal ofal ngofal gofalu gofalwr gofalwyr ofalwyr blant phlant mhlant plentyn blentyn plentyndod pobl bobl phobl ifanc ieuenctid
teulu deulu teuluoedd deuluoedd rhieni rieni maeth maethu faethu cartref gartref cartrefi gartrefi nghartref elw helw nielw dielw
cymdeithasol gwasanaeth wasanaeth gwasanaethau wasanaethau awdurdod awdurdodau lleol leol cyngor gyngor nghyngor cynghorau
cynghorydd llywodraeth lywodraeth cymraeg gymraeg nghymraeg cymreig gymreig cymry cymunedau cymuned gymuned iaith ieithoedd
hawliau hawl bywyd fywyd bywydau byw fyw arian costio talu dalu pris prisiau ariannol cyllid gyllid cyllideb buddsoddi
buddsoddiad cwmni cwmnïau gwmni preifat breifat cyhoeddus gyhoeddus sector sectorau darparwyr darparwr darparu ddarparu ddarpariaeth
darpariaeth cynnig gynnig cynigion gynigion bwriad polisi bolisi polisïau deddf ddeddf deddfwriaeth ddeddfwriaeth bil mesur
newid newidiadau gwelliant gwella wella gwaethygu cryfhau gryfhau cymorth gymorth cefnogaeth gefnogaeth helpu gweithio weithio
gweithwyr weithwyr gweithiwr staff swydd swyddi swyddog swyddogion hyfforddiant hyfforddi profiad brofiad profiadau addysg ysgol
ysgolion athrawon athro disgybl disgyblion coleg prifysgol dysgu ddysgu iechyd meddwl ysbyty meddyg nyrs lles llesiant diogel
diogelu ddiogelu diogelwch perygl risg pryder bryder pryderon bryderon pryderus poeni boeni ofni ofn ofnus gobeithio gobaith
hapus drist trist hoffi hoffwn hoffwn garu caru cariad ffrind ffrindiau brawd chwaer mam tad nain taid mamgu tadcu merch bachgen
bechgyn merched dyn dynion menyw menywod gwraig gwr plwyf pentref bentref pentrefi tref dref trefi dinas ddinas gwlad wlad
gwledydd gwledig wledig ardal ardaloedd lleoliad leoliad lleoliadau leoliadau lle llefydd agos bell pell symud symudiad aros gadael
adael dechrau ddechrau gorffen diwedd ddiwedd parhau barhau cynllun gynllun cynlluniau gynlluniau cynllunio amser amserlen
blwyddyn flwyddyn blynyddoedd flynyddoedd mis misoedd wythnos wythnosau diwrnod dydd nos bore prynhawn mlynedd oed oedran
penderfyniad benderfyniad penderfyniadau penderfynu canlyniad canlyniadau ganlyniadau effaith effeithiau effeithio niwed niweidio
niweidiol difrod ansawdd safon safonau uchel isel mawr bach fach hir byr newydd cyfan gyfan llawn gwag pwysig bwysig
pwysicaf angenrheidiol hanfodol anodd hawdd rhwydd drud rhad cyflym araf cryf gwan teg annheg tegwch cyfiawn cyfiawnder
clir glir aneglur gwir wir gwirionedd cywir anghywir iawn ffordd ffyrdd ffurf math fath modd fodd fodfedd rheswm rheswm
rhesymau cwestiwn gwestiwn cwestiynau ateb atebion ymateb ymatebion ymgynghori ymgynghoriad barn farn safbwynt syniad syniadau
egwyddor egwyddorion gwerth werth gwerthoedd cyfle cyfleoedd gyfleoedd gallu allu gallaf gallwn gallwch gellid dylwn dylem
dylent ddylen ddylent gweld weld gwelwn gwelais clywed glywed siarad siaradwyr darllen ddarllen ysgrifennu sgwennu deall ddeall
gwybod wybod gwybodaeth wybodaeth adnabod cofio gofyn ofyn dangos ddangos ystyried hystyried sicrhau creu greu colli golli
ennill cadw gadw dal ddal tynnu dynnu gosod codi godi cyrraedd derbyn dderbyn gwrthod defnyddio ddefnyddio defnydd
cynnwys gynnwys cymryd gymryd agor cau gau torri dorri lleihau leihau cynyddu gynyddu ychwanegol ychwanegu digonol ddigonol
annigonol prinder recriwtio cadarnhau camau cam nodi nodir rheoli reoli rheoliad rheoliadau rheolau cofrestru arolygu arolygiaeth
monitro craffu atebol atebolrwydd tryloyw tryloywder cenedlaethol rhanbarthol cydweithio cydweithredu partneriaeth sefydliad
sefydliadau elusen elusennau mudiad menter mentrau busnes busnesau marchnad farchnad cystadleuaeth gwerthu brynu prynu adeilad
adeiladau tir tai ty dwr mor mynydd mynyddoedd afon coed anifail anifeiliaid ci cath ceffyl aderyn adar bwyd llyfr llyfrau
papur lliw gwyn du coch gwyrdd melyn glas dechreuodd daeth gwnaeth bu farw ganed ganwyd enw enwau enwog hanes hanesyddol rhyfel
brenin brenhines eglwys capel crefydd canu cerdd cerddoriaeth llenyddiaeth bardd beirdd awdur ffilm chwarae pel rygbi gêm tîm
enillodd sefydlwyd cyhoeddwyd adeiladwyd gelwir defnyddir lleolir gwasanaethodd ysgrifennodd astudio gwyddoniaeth gwyddonol
economi economaidd gwleidyddol gwleidyddiaeth etholiad etholiadau etholaeth plaid aelod aelodau seneddol cynulliad pwyllgor
cadeirydd llythyr llythyrau ebost gwefan ffurflen cyfeiriad rhif nifer canran hanner chwarter cyfanswm cyfartaledd cant mil
miliwn biliwn ugain deg naw wyth saith chwech pedwar pedair tair dwy ail trydydd pumed cyntaf gyntaf olaf nesaf diwethaf
tymor gwanwyn haf hydref gaeaf ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi tachwedd rhagfyr llun mercher
iau gwener sadwrn sul haul glaw eira gwynt tywydd poeth oer cynnes sych gwlyb tywyll golau llygad llygaid llaw dwylo pen troed
traed calon galon gwaed croen esgyrn trwyn ceg clust gwallt wyneb corff gorff chwith de gogledd dwyrain gorllewin
cymhleth cymhlethdod amrywiaeth amrywiol gwahanol wahanol tebyg debyg cyffredin arbennig penodol benodol perthnasol allweddol
rhagorol gwych ardderchog dda gwael warthus gwarthus cywilyddus siomedig ofnadwy anobeithiol trychineb trychinebus peryglus
llwyddiant llwyddo methu methiant ymdrech ymroddiad gweledigaeth uchelgais nod amcan amcanion blaenoriaeth blaenoriaethau
sefydlog sefydlogrwydd ansefydlog parhad pontio trosglwyddo trefniadau strwythur system systemau rhaglen prosiect tystiolaeth
ymchwil adroddiad adolygiad dadansoddi casgliad crynodeb rhagair pennod erthygl adran adrannau rhan rhannau cymal paragraff
llafar ysgrifenedig electronig digidol technoleg cyfrifiadur ffon rhyngrwyd teledu radio newyddion gwaharddiad gwahardd dileu
diddymu dod ymyrraeth ymyrryd bwrdd uned grwp grwpiau tlodi tlawd cyfoethog cydraddoldeb anabledd anabl rhyw hil lleiafrif
mwyafrif pawb bawb phawb unigolyn unigolion annibynnol annibyniaeth rhydd rhyddid heriau her herio bygwth bygythiad cywir
gynhyrchu cynhyrchu diwydiant ffatri amaeth amaethyddiaeth ffermwyr ffermwr caeau defaid gwartheg llaeth ynni trydan nwy olew
amgylchedd amgylcheddol hinsawdd llygredd gwastraff ailgylchu trafnidiaeth trafod drafod trafodaeth rheilffordd tren awyren
beicio cerdded gerdded teithio deithio llwybr llwybrau meithrin feithrin feithrinfa babanod babi geni eni marw marwolaeth
gwely cegin ystafell drws ffenestr gardd bwrdd cadair dillad esgidiau bag arholiad gwers cinio brecwast swper te coffi bara
nghymru nghaerdydd ngwaith ngwlad mhob mhen nhad nhref hysgol hiaith hardal heffaith wneir geir gellwch gwelir dywedodd dywedir
ddyfodol dyfodol gorffennol presennol cyfredol cyfnod sefyllfa sefyllfaoedd amgylchiadau achosion enghraifft enghreifftiau
cyfraith gyfraith cyfreithiol llys barnwr heddlu trosedd carchar cosb dioddef dioddefwyr cam-drin trais esgeulustod
yswiriant pensiwn treth trethi cyflog cyflogau gyflogi gyflogaeth cyflogaeth di-waith
cyfranogiad ystadegau mathemateg cemeg bioleg ffiseg daearyddiaeth llwynog draig cwningen glaswellt blodau blodyn
gwrando wrando grando llais lleisiau clywais siarad sgwrs chwerthin crio wylo breuddwyd gobeithiol ymddiried ymddiriedaeth
ymddiriedolaeth perthynas berthynas pherthynas perthnasau cyswllt gyswllt cysylltu gysylltu cyfathrebu bwysau pwysau straen
adar afalau afiach anghenion anghofio angladd anhygoel anifail anrheg annwyd apêl arbed arbenigwr arbenigwyr archwilio ardderchog
argyfwng argymell argymhellion arlywydd arolwg arweinydd arweinwyr asesu asesiad atal athletwr athroniaeth awyrgylch bachog bagiau
balch barddoniaeth bedd beirniad beirniadu bendith blasus blawd blin boblogaidd boblogaeth bodlon bodoli brwd brwdfrydig
brwydr brwydro buan budd buddiol buddiannau byddin bychan byrion bwriadu bwyta bwytai cadeirio cadwyn caled calendr camera
camgymeriad cangen canghennau canllawiau canmol canolfan canolfannau canolig canolbarth canrif canrifoedd carafan caredig carreg
cariadus carthffosiaeth casgliadau casglu castell cebl cefn cefndir cefnder ceisio ceisiadau celf celfyddyd celfyddydau celwydd
cenedl cenhedlaeth cenhedloedd cerbyd cerbydau cerflun cerrig chwaraeon chwaraewr chwaraewyr chwerw chwilio chwyldro chwythu
claf cleifion cloch clwb clybiau clymu cneuen coedwig coelio coginio coron crefft crefftwyr creadur creaduriaid credoau cregyn
creigiau creulon croesi croesffordd crwn cudd cuddio cul cwestiynu cwm cwmpas cwpan cwrdd cwrs cwrw cwsg cwymp cychwyn cychod
cydnabod cydymffurfio cyffrous cyffuriau cyflawni cyflawniad cyfnewid cyfrannu cyfraniad cyfres cyfrif cyfrifol cyfrifoldeb
cyfrifoldebau cyfrwng cyfweliad cylch cylchgrawn cymathu cymeriad cymharol cymharu cymhwyster cymwysterau cymylau cymysg cyngerdd
cyhoeddiad cyhoeddi cyhuddo cynffon cynhadledd cynhwysion cynhyrchwyr cynilo cynorthwyo cynradd cynrychioli cynrychiolwyr cyntedd
cystadlu cysgod cysgu cysur cytundeb cywilydd dadl dadlau daear daioni damcaniaeth damwain darganfod darlith darlledu darlun
darluniau datblygu datblygiad datblygiadau datganiad datganoli dathlu dathliad deddfau defnyddiol defnyddwyr defod deheuol deilen
delwedd denu derbyniol desg dewis dewisiadau dewr dialedd diarffordd diddordeb diddorol dieithr difrifol difyr diflannu digwydd
digwyddiad digwyddiadau dilyn dilynol dilys dinasyddion diniwed diod diog diolchgar dirwy dirywiad disgwyl disgwyliadau disgrifio
diwrnodau diwydiannol diwylliannol diwylliant doeth doethineb doniol dosbarth dosbarthu drewi drwg drych dull dwfn dychmygu
dychwelyd dyfais dyfarnu dyffryn dyled dylanwad dylunio dyletswydd dymuno dymuniad dynol dynoliaeth dyfroedd dyfarnwyd dysglau
edmygu edrych efelychu eglur egni eirfa eistedd eitem elfen elfennau enaid enillydd erchyll eryr estron etifedd etifeddiaeth
euog ewythr ffactor ffaith ffeithiau ffasiwn ffermdy ffiniau ffisegol ffoadur ffoaduriaid fforddio ffortiwn ffrae ffres ffrwyth
ffrwythau ffurfio ffurfiol ffydd ffyddlon ffynhonnell ffynnon gafael gair geiriau geiriadur galar galw galwad garw gelyn gelynion
genedigaeth genedigol glanhau glin gliniadur glo glowyr gobaith gofid gofod gogleddol goleuadau golwg golygfa golygydd goresgyn
gorfodaeth gornel goroesi gorsaf gosodiad gostwng gradd graddau gramadeg greddf grym grymus gwaedu gwahaniaeth gwahodd gwasg
gwastad gwddf gweddi gweddill gweddol gwefus gweinidog gweinidogion gweinyddol gweithdy gweithgaredd gweithgareddau gweithlu
gweithred gweithredu gwenu gwenwyn gwerin gwersi gwersyll gwesty gwestai gweundir gwin gwisg gwisgo gwladol gwladwriaeth gwleidydd
gwleidyddion gwobr gwobrau gwreiddiol gwregys gwrthrych gwyliau gwylio gwyllt gwyrth gyrfa gyrru gyrrwr haearn haeddu halen hamdden
hapchwarae harddwch haul hedfan heddwch heddychlon helaeth helynt heneiddio henoed heol hinsoddol holi hoff hudol hunaniaeth
hwyr hwyluso hyblyg hyder hyderus hynod hysbyseb hysbysiad hysbysu iachus iaith ieir ifainc iselder israddol llachar lladd llafur
llanast llawenydd llawr llechi lledaenu lledr lleidr lleiaf llen llenwi lliniaru llinell llong llongau llosgi lluniau llwyfan
llwyth llyfrgell llyn llywio llywydd maes magu malu manteision mantais manwl marchog masnach masnachol meddiant meddygol meini
meistr melin melys menyn mesuriadau meysydd milwr milwyr milltir milltiroedd mochyn modern modryb moesol moron mudol mwg mwyn
mwynhau mynach mynegi mynydda naturiol neges neidio neuadd niferoedd nodwedd nodweddion noeth nofio nofel nofelau oesoedd ofer
offeiriad offeryn ogof olwyn paent palas paratoi paratoadau parch parchu parod parti peiriant peiriannydd pellter pencampwr
pencampwriaeth pendant penodi perchennog perchnogion perfformio perffaith pigog planhigion planed plannu poblogaeth poblogaidd
poen pont post pridd priod priodas priodol proffesiynol prynhawn pwll pwnc pynciau pwynt pwyntiau pwyslais pwyso pysgod pysgota
rhaff rhaglenni rhanbarth rhandir rhedeg rheilffyrdd rhent rhestr rhew rhifyn rhinwedd rhuo rhuthro rhwyd rhwystr rhwystredig
rhybudd rhyfedd rhyfeddol rhyngwladol rhywiol rhywun rhywle safle safleoedd sail sain salwch sbwriel sefyll seren serch serennu
sgiliau sgôr sgrin siaradwr sibrwd siop siopau siopa siwgr siwrnai sosej stori straeon stryd strydoedd swil swm swnllyd swn swyn
swyddfa swyddogol sylfaen sylfaenol sylweddol sylwi symbol symiau symleiddio tafarn tafod tanwydd tanddaearol tarddiad taro tasg
tawel tebygol tegan teimlad teimladau teithiwr teitl teyrnas tlws tlysau toiled ton torf traddodiad traddodiadol traeth traethawd
trafferth trafferthion trawiadol trechu trefnu treial treftadaeth trethdalwyr treulio triniaeth troi tro tros truenus trwm trwydded
trwyadl twll twf twristiaeth twyll tyfu tymheredd tynged tyner tyst tystio uchafbwynt undeb undebau uno unig unigryw uwchradd
uwchben wedyn ymadael ymadrodd ymarfer ymbelydredd ymchwiliad ymchwilydd ymddangos ymddeol ymddiheuro ymddygiad ymgais ymgeisio
ymgeiswyr ymgyrch ymgyrchu ymladd ymosod ymosodiad ymuno ymweld ymwelwyr ymwybodol ymwybyddiaeth ymyl ynys ynysoedd ysbrydol
ysbrydoli ysgafn ysgogi ysgrifennydd ysgolhaig ysgubor ysmygu ystad ystod ystyr ystyriaeth wal wats wybren wyneb wyau wyrion
berson bechgyn fachgen ferch ddynes fenyw chathod chwn gwn gath geffyl nghath mrawd nheulu mhlentyn thad chwaer phen pherson
cheisio cheir chafodd chyfle chymorth thai threfi phobol ddarganfod ddigwydd ddilyn ddiwylliant ddosbarth fuasent welodd glywodd
ddywedodd cerddodd rhedodd gofynnodd edrychodd eisteddodd agorodd caeodd prynodd gwerthodd talodd collodd cefais cefaist cawsom
aethom daethant gwnaethant gwelsom gwelsant clywsant agorwyd caewyd codwyd gwelwyd cynhaliwyd penodwyd etholwyd dewiswyd
penderfynwyd trafodwyd lladdwyd ysgrifennwyd cyflwynwyd derbyniwyd dyfernir rhoddir cynhelir cynigir disgwylir ystyrir credir
";

/// English words as people write them.
pub(super) const EN_WORDS: &str = "
welsh english government almost chosen awesome brilliant excellent test tests testing tested nope yeah yep maybe dunno lots alot
otherwise mostly sometimes everywhere anywhere somewhere nowhere anyway whatever myself yourself easier easiest harder happier
website websites online email emails phone form forms survey surveys comment comments feedback section page paragraph document
strategy strategies summary report reports evidence example figure figures list number numbers amount total average percent
care caring carer carers children child kids young youth family families parents parent mother father brother sister foster
fostering adoption adopted home homes house housing profit profits profiteering money funding funds fund paid pay paying cost
costs price prices cheap expensive budget financial finance investment invest company companies private public sector market
provider providers provision provide provided providing service services social worker workers work working job jobs staff
training trained experience experienced education school schools teacher teachers teaching learn learning student students
college university health mental hospital doctor nurse wellbeing safe safety safeguarding protect protection danger dangerous
risk risks worried worry concern concerned concerns afraid fear scared hope hopeful happy sad love loved hate friend friends
council councils local authority authorities government national regional country countries village town city area areas
community communities rural urban place places placement placements move moved moving stay stayed leave leaving left begin
start started stop stopped end ended ending continue keep kept change changes changed improve improvement reduce increase
increased plan plans planning proposal proposals proposed policy policies law laws legal bill act legislation rule rules
regulation regulations remove removing removal ban banned allow allowed force forced require required requirement need needs
needed meet meeting decision decisions decide result results outcome outcomes effect effects affect impact impacts harm harmful
damage quality standard standards high higher low lower large larger small smaller big little short new young early late later
important necessary essential difficult hard easy simple clear unclear true false wrong reason reasons question questions answer
answers response responses consultation view views opinion opinions idea ideas principle principles value values worth chance
opportunity opportunities able unable possible impossible seen look looking looks hear heard talk talking speak speaking read
reading write writing written understand understood knowledge information remember ask asked show shown consider ensure create
lose lost win won hold pull put set raise reach accept accepted refuse use used using useful include included including open
close closed closing closure cut cuts shortage shortages lack recruit recruitment retention extra additional enough steps manage
management register registered inspect inspection monitor monitoring scrutiny accountable accountability transparent nation
partnership organisation organisations organization charity charities business businesses buy sell sold building buildings land
water sea mountain river tree trees animal animals dog cat horse bird food book books paper colour white black red green yellow
blue came went did name names famous history historical war king queen church religion sing song music literature poet author
film play played player game team club match published built called located served studied science scientific economy economic
political politics election party member members parliament committee chair letter letters email website form address number
numbers percent half quarter total average hundred thousand million billion three four five six seven eight nine ten twenty
second third last next previous term spring summer autumn winter january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday week weeks month months today tomorrow
yesterday morning afternoon night rain snow wind weather hot cold warm dry wet dark light eye eyes hand hands head foot feet
heart blood skin bone bones nose mouth ear hair face body left north south east west complex different similar common special
specific particular relevant key excellent brilliant wonderful poor awful terrible horrible disgraceful disgusting shameful
disappointed disappointing disaster success successful fail failed failure effort vision ambition aim aims priority stable
stability unstable transition transfer arrangement structure system systems programme program project evidence research report
review analysis summary chapter article section part parts point points comment comments nothing none further general whole
spoken electronic digital technology computer phone internet television news banning abolish intervention board unit group
groups self itself himself herself yourself myself themselves ourselves deal dealing poverty wealthy equality disability disabled gender race minority majority person individual individuals
independent independence free freedom challenge challenges threat threaten produce product production industry factory farming
farmers farmer sheep cattle milk energy electricity gas oil environment environmental climate pollution waste recycling
transport traffic discuss discussion railway train plane cycling walking walk travel path nursery baby babies born death dead
bed kitchen room door window garden table clothes shoes exam lesson lunch breakfast dinner coffee bread future past present
current period situation situations circumstances example examples court judge police crime prison punishment suffer suffered
victims violence abuse neglect insurance pension tax taxes taxpayer taxpayers wage wages salary employ employed employment
unemployed vulnerable greed greedy rich shareholders shareholder owners owner excessive exploit exploited exploitation
listen listening voice voices laugh cry dream trust trusted relationship relationships contact pressure stress simply quickly
slowly usually probably certainly definitely absolutely clearly especially generally actually finally likely unlikely
kind sort type level sure surely real reality maybe perhaps soon today man woman women girl boy world life lives live living
makes making take takes taking taken gives given giving getting gone comes coming tell told keep keeps try trying tried seem
seems felt thought believe believes wish wishes worse worst happen happened happening bring brought turn turned
helpful support supported supporting supports supportive against favour favor opposed welcome welcomed
kindness knowledge acknowledge shocking strong weak quick skills killing struck black check checks
whole while white wheel sheet shelf fish wash crash brush church teach reach touch fight might sight weight height eight though
through tough enough rough laugh photograph phrase phone question quiet quite queen unique technique require exactly expect
extreme text next taxi box fixed zero amazing lazy prize realize recognise recognize size seize very every over never voice
valley village vary vote voting voters violent visible visit jacket just judge joint enjoy major object project
running sitting getting putting planning happening beginning swimming letter better matter butter pretty little settle apple
happy supply appear approach oppose opposite common comment summer command hello yellow follow allow collect college full
pull hill still until skill school scheme schedule speed street strength spring sprint splash nation station relation action
motion mention attention condition position decision division conclusion confusion vision version television conscious
previous serious various curious obvious famous nervous dangerous beautiful wonderful careful useful thoughtful usefulness
happiness darkness weakness business movement agreement government statement treatment judgement
logical typical medical chemical physical musical tropical critical vertical radical original regional
global royal loyal oral floral mental dental central neutral rental metal canal signal animal final formal normal thermal
american australian african indian european russian italian german french spanish chinese japanese irish scottish british
greek roman latin onion opinion million religious doctor actor factor motor tractor sector vector director collector
operator senator indicator generator leader reader teacher farmer driver river cover lover over silver
bases crisis thesis analysis ontario america africa asia europe data drama panda camera
opera area idea era extra formula neutron engine machine marine medicine magazine routine discipline decline combine
decided divided landed ended added wanted wasted tested rested listed hosted posted boasted created related stated rated united
limited edited visited invited excited ignited modern northern southern western eastern pattern concern lantern govern return
burn turn learn earn corn born horn torn worn scorn melody memory enemy economy academy comedy tragedy remedy body
study steady ready already lady shady daily mainly rarely nearly barely fairly merely purely surely safely widely lonely
notify verify justify identify clarify simplify qualify satisfy apply reply imply multiply rely ally
market markets basket ticket pocket rocket socket planet cabinet internet garnet magnet carpet budget target
village cottage language garbage baggage luggage package image damage manage average storage coverage courage message
genuine gene genes genetic magnetic poetic athletic domestic plastic elastic drastic tragic magic logic basic music topic comic
civic clinic ethnic panic organic mechanic botanic satanic titanic arctic antibiotic robotic exotic chaotic narcotic tonic
romantic dramatic automatic systematic mathematics physics chemistry biology geology history theory category factory victory
observe observed observer reserve deserve preserve conserve serve served nerve curve carve starve solve solved involve evolve
call called recall install installed small wall ball fall tall hall shall taller smaller telling selling spelling
partner partners painter pointer printer center centre theatre metre litre fibre calibre sabre acre massacre
canal signal scandal vandal sandal pedal medal modal nodal tidal bridal feudal lateral mineral general funeral several federal
ability activity authority
community responsibility society variety anxiety believe receive achieve field friend view review sea season reason each
easy east cheap deal dream clean mean speak break great bread head spread book look cook foot good wood moon soon cool
round sound ground found house mouse out about cloud proud south mouth young touch country double trouble enough rule blue true
";
