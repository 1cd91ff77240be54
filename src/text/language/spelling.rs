//! Words that teach the letter model of [`super::letters`] how each language spells, beside the lists that are known by
//! sight. Written by hand; small letters, few accents. Stems take their endings, and Welsh words their mutations, by rule.

/// Welsh nouns, adjectives and loans.
pub(super) const CY_WORDS: &str = "
abaty abwyd academaidd academydd acen achlysur acw adfail adfeilion adlais adloniant adnodd adnoddau aduniad adwaith addewid
addurn aelwyd aelodaeth affeithiwr agenda agoriad agwedd agweddau angel angheuol angor alaw albwm alcohol allanol allforion allwedd
allweddi ambell ambiwlans amcangyfrif amddiffynnol amgueddfa amheuaeth amheus amhosibl amlinelliad amlwg amlochrog amrediad amryw
amwys anabl anaddas anafiadau anallu anarferol anferth anfodlon anffodus anffurfiol anffyddiwr anhawster anhrefn anialwch
annerbyniol annheilwng annibyniaeth anrhydeddus ansicr ansicrwydd antur anthem anwybodaeth anwyldeb apostol arbenigedd arbrawf
arbrofol archaeolegol archaeoleg archdderwydd archeb archesgob ardderchog arf arfau arfbais arfer arferion arferol arfordir
arglwydd arglwyddes argraffiad argraffwyr arholiadau arian aristocrataidd arlunydd arlwyo arogl artist artistiaid arwain arweiniad
arwres arwyddocaol arwyddion asgell asgwrn asiant asiantaeth asiantaethau asid atebion athroniaethol athronydd atodiad atomig
atsain awch awdl awdures awduron awdurdodol awen awyr awyrennau awyddus baban bach baich balchder balchderau banc banciau band
baner barcud barf basged bathodyn bathodynnau bedydd beic beiciau Beibl bendigedig benthyciad berf berfau bil bioamrywiaeth blaenllaw
blaenorol blaenoriaethu blaidd blas blinder bloc blodeuog bonws botwm braich braint brasamcan brawddeg brawddegau bregus breninesau
breuddwydion brith brithyll brodor brodorol bron bronnau brown brwdfryd brysiog brwsh brycheiniog bryn bryniau buches budr buddsoddwr
buddugol buddugoliaeth buddugwr bugail bwgan bwriadol bwrdeistref bwyell byddar byd-eang bygythiadau bywgraffiad bywgraffyddol
bywiog bywoliaeth bywydeg cacen cadarn cadarnle cadno cadwraeth cadwrfa caer caffael caffi canabis cancr caniatâd cannwyll canmlwyddiant
cant cantores cantref canwr capten carfan carfanau cariadon carped carw casineb categori cathod catrawd cawl cawr cefndiroedd cefnfor
cefnffordd ceffylau ceidwad ceidwadol ceidwadwyr celfi celwyddog cemegol cemegau cenhadaeth cenhadon cenhadwr cenhedlol cerddor cerddorfa
cerddorion ceufad cig cigydd clasurol clawr clefyd clefydau clerig clinig clinigol clodwiw clogwyn clychau clyweled cnau cnawd cnwd
coeden cof coffa cofeb cofiadwy cofiannydd cofnod cofnodion colled colofn comiwnyddol comiwnydd comisiwn comisiynydd concrit consuriwr
contract copa copi copïau cors cost cotwm credadwy crefyddol creigiog cribyn cristion cristnogaeth cristnogol croesawgar crochenwaith
croten crwydr crynodeb crys cryfder cryfderau cuddfan curiad curad cwestiynau cwmnïau cwmwl cwnsler cwpl cwrteisi cwsmer cwsmeriaid
cybolfa cydbwysedd cydlynydd cydnabyddiaeth cydsyniad cydweithrediad cydwybod cydymdeimlad cyfadran cyfalaf cyfalafiaeth cyfansoddiad
cyfansoddwr cyfansoddiadol cyfansoddyn cyfarfod cyfarfodydd cyfarpar cyfartal cyfarwyddiadau cyfarwyddwr cyfarwyddyd cyfathrach
cyfeillgar cyfeillgarwch cyfeirnod cyfeiriadau cyfenw cyfieithiad cyfieithydd cyflwr cyflwyniad cyflenwad cyflenwr cyflogwr
cyflymder cyfnither cyfnodolyn cyfoes cyfoeth cyfochrog cyfran cyfreithiwr cyfreithwyr cyfrinach cyfrinachol cyfrol cyfrolau
cyfrwy cyfuniad cyfwerth cyfyngedig cyfyngiad cyfyngiadau cyffro cyffur cyhyr cyllell cylchdaith cylchlythyr cymal cymalau cymdogaeth
cymdogion cymedrol cymhareb cymhelliant cymhellion cymhwysedd cymun cymwys cymylog cynaliadwy cynaliadwyedd cyndadau cynefin cynefinoedd
cynffonnau cynghanedd cynghrair cyngresau cynhadledd cynhaeaf cynhwysfawr cynhwysol cynhyrchiad cynhyrchiol cynhyrchydd cynigydd
cynllunydd cynnar cynnes cynnil cynnyrch cynnydd cynorthwyydd cynulleidfa cynulleidfaoedd cyrchfan cyrhaeddiad cysgodol cyson cysondeb
cystrawen cysylltiad cysylltiadau cytbwys cytgan cytsain cythraul cythrwfl cywirdeb cywydd chwalfa chwant chwarel chwareus chwedl chwedlau
chwedlonol chwilfrydedd chwistrell chwynnyn chwys daearegol daeargryn dafad damcaniaethol damweiniau danfoniad dannedd data datblygwr
dawns dawnsfeydd dawnus deallus deallusol deallusrwydd decilitr defnyddiwr degawd degawdau deinamig deintydd delfryd delfrydol
democratiaeth democrataidd derwydd derwen desg deuluol deunydd deunyddiau dewin diagram diamod diawl dibwys dibyniaeth dibynadwy dicter
didwyll diemwnt diet difaterwch difreintiedig diffeithwch diffiniad diffyg diffygion diflas digidol digrif dihareb diharebion dilead
dillad dilledyn dinesig diniweidrwydd dioddefaint diofal diolchgarwch diplomydd dirgel dirgelwch dirprwy dirwasgiad dirwyon disgleirdeb
disglair disgrifiad distaw distawrwydd diwinydd diwinyddiaeth diwrnod diwydiant diwygiad diwygiwr diymdrech dogfen dogfennau dolur
doniau dosbarthiadau drama dramodydd dramâu dringwr dryslyd drysau drysfa dwbl dychan dychymyg dydd-lyfr dyddiad dyddiadau dyddiadur
dyfarniad dyfarnwr dyfeisgar dyfnder dyfroedd dyfynbris dyfyniad dylunydd dyneiddiwr dynodiad dyrchafiad dysgeidiaeth dyslecsia
dyweddïad dywysogion eang ebol ebychiad eclips ecoleg ecolegol economeg edmygedd efengyl effeithiol effeithiolrwydd egnïol egwyl
eicon eiddew eiddo eirin eithafol eithin eithriad elusengar emosiwn emosiynol emyn emynau emynydd enedigol enghreifftiol englyn
enillwyr enwebiad enwogion epig eraill erlid erledigaeth erthyglau esboniad esgid esgob esgobaeth esgus esiampl esmwyth estynedig
estyniad etifeddol ewyllys fandaliaeth ffaelu ffatrïoedd ffawd ffederal ffenestri fferi fferyllydd ffeministiaeth ffidil ffigwr ffilmiau
fflam fflat ffliw fflwroleuol ffoli ffolineb ffon ffotograff ffotograffydd ffrâm fframwaith ffrind ffrog ffrwydrad ffuglen ffurfafen
ffurflenni ffurfiad ffwdan ffwng ffwrnais ffynhonnau ffynonellau gaeafol gaer gafr gair galluog gallueddau galluogi galwedigaeth
galwyn gardd garddwr garej gefeilliaid geirfa gem gemau genau genedigaethau gêr gitâr glan glanfa glasoed glaswelltir gliniadur gloyw
gloddfa gludwr gobeithion goddefgar gofalus gofodwr gogoniant gohebiaeth gohebydd golau goleudy golff gôl golwr golygfeydd gorau
gorchymyn gorchmynion gorffwys gorllewinol gorwel goruchaf goruchwyliaeth gosodwr gostyngiad graddfa graddedig gramadegol grant
grantiau grawn grisiau groser grug grwpiau gwaddol gwahanglwyf gwair gwaith gwallgof gwamal gwanwyn gwarant gwarchae gwarchodfa
gwarcheidwad gwasanaethgar gwastadedd gwawr gwddw gwefannau gwefr gwegian gwehydd gweinyddiaeth gweithgar gweithle gweladwy gweledol
gwellhad gwendid gwenith gwenyn gwerinol gwerslyfr gwersylloedd gweithfeydd gwestai gwibdaith gwifren gwinllan gwirfoddol gwirfoddolwr
gwirfoddolwyr gwledydd gwlân gwleidydd gwraidd gwregysau gwreiddiau gwres gwrthbwynt gwrthdaro gwrthryfel gwrych gwybodus gwydn
gwydr gwyddonydd gwydnwch gwyfyn gwylan gwyliwr gwymon gwyntog gwyrddlas gwythïen haeddiannol haint halogiad hanner hanesydd haneswyr
hawlfraint hebog heic heini helfa helwyr heulog heuldro heulwen hidlydd hierarchaidd hiliaeth hinsoddau hiraeth hirfaith hirgrwn hirhoedlog
hoffter holiadur honiad honiadau hosan hosanau hualau hufen hunanol hunan-barch hunangofiant hunlle hwb hwiangerdd hwyaden hwyr hyfedredd
hyfryd hyfforddwr hylif hylifau hynafol hynafiaid hyrddod hysbysebion hysbyswedd iarll iarlles iawndal iechydol iogwrt ieithydd ieithyddol
ieuengaf isadeiledd iseldir isetholiad isffordd islam islamaidd jyngl lafant lamp lleidr llaeth llafn llafurus llais llaith llanc llannau
llaswyr llawdriniaeth llawfeddyg llawysgrif llecyn lledred llefarydd lleferydd lleiandy lleihad lleithder lleoedd lleoliadau lletchwith
llety lletygarwch llewpard lliwgar lliwiau llinach llinyn llofrudd llofruddiaeth llofnod llog lloriau llosgfynydd llety lluoedd llurgunio
llwch llwybrau llwyddiannus llwyfannau llwyni llwythau llwynogod llychlyn llydan llyfn llyfrgellydd llygod llygoden llym llynges llysiau
llysgenhadaeth llysgennad llythrennedd llythyren llywiwr llywodraethau maen maenor maestref magnel magwraeth mainc malwen mamal mamaliaid
manyleb manylion map marc marchnata marwolaethau masgot masnachwr materion mathemategol mathemategydd mawredd mawreddog mecanwaith medal
meddalwedd meddwdod meddylfryd meddyliwr mêl melinau meistrolaeth menyn merlod merthyr metel mewnfudwyr mewnforio mewnol microdon milfeddyg
milwrol minimalaidd miniog modrwy modur moddion moethus moleciwl morfil morgrugyn moron morwr morwyn mudiadau munud munudau mur muriau
mursennod mwclis mwyafrifol mwyar mwynau mwynderau myfyriwr myfyrwyr mynachlog mynachdy mynediad mynegai mynegiant mynwent mynyddig
mytholeg nadolig naddion nant natur naturiaethwr nawdd neidr nentydd nerfus nerth newyddiaduraeth newyddiadurwr newydd-deb niwclear
niwl nodedig nodiadau noddwr noson nosweithiau noswaith novel nwyddau nyth oedfa oedolion oedolyn oergell oes oesol oferedd ofergoel offer
offerynnol ogofâu olewydd olygfa olynydd opera optegol oren organeb organig oriau oriawr oriel owns paragraffau parc parthau pasg patrwm
patrymau pechod peirianneg peiriannau peiriannydd pêl-droed pedol pedwerydd penaethiaid pencadlys penddelw penblwydd pendefig penigamp
penillion pennaeth pennod pensaer pensaernïaeth pentir penodiad pererin pererindod perfedd perllan persawr perswad perthnasol
perygl peswch petrol pibell picnic planedau plentynnaidd plwyfolion poblogaidd pobydd poced poethder polyn pont poster posibilrwydd
posibl potel poteli potensial preswyl preswylwyr preswylfa prentis prif prifathro prifddinas prifysgolion pris priodferch proffil
profedigaeth proffwyd propaganda protest protein prydferth prydlon prydydd pryfed prynwr pumdegau purfa pwdin pwerus pwls pwrpas pwyll
pymtheg pysgodyn rasel record reis rhaeadr rhagair rhagfarn rhagflaenydd rhaglaw rhagolwg rhagrith rhamant rhamantaidd rhannol
rheolaeth rheolaidd rheolwr rheolwyr rhesymeg rhesymol rhieni rhifau rhinweddol rhosyn rhostir rhuban rhufeinig rhwyfo rhwystrau rhybuddion
rhyddfrydol rhyddhad rhyddieithol rhyddid rhyfelwr rhyfelgar rhythm rhywogaeth rhywogaethau saer saethu sach safbwyntiau salm sampl
sarhad sawdl sawl sebon sefydledig seibiant seicoleg seicolegol seiliau seimllyd seinyddion seirff senedd seremoni serth sêr sesiwn seryddiaeth
seryddwr sgandal sgìl sglodion sgrech sgript siart siec sicrwydd siâp sillaf siom siomedigaeth sir siroedd sosialaeth sosialaidd sialc
sidan silff sinema siocled siwmper siwt sment snobyddlyd sofraniaeth stamp stadiwm statws stordy stormydd strategaeth strategol
sudd swigen swyddfeydd swyddogaeth swyddogaethau swynol sych sychder syfrdanol sylfaenydd sylwebydd sylwedd symbolaidd symptomau
synhwyrol synnwyr syrcas syrthni syth tabl tabled tacteg tafarndai tafell tafluniad tafodiaith tagfeydd tair tanc taranau tatws
technegau technegol tegell tegwch teiar teilwng teithlyfr telerau teml tenau tennis testun teyrngarwch teyrngar tir tirlun tirwedd
tonnau torfol torth traddodiadau traffordd trahaus traean tramor trawsnewid trefniadaeth trefniant treftadol trefol treisgar trigolion
trigain trigfan triongl troseddwr troseddwyr trobwll trosiad trosolwg trwch trydan trydanol trysor trysorydd trysorlys trychinebau
tudalen tudalennau tuedd tueddiad twnnel twpsyn twristiaid twymyn tybed tyddyn tylluan tylwyth tymhorau tynn tystysgrif tywod tywysog
tywysoges tywysydd uchelder uchelwr ufudd ufudd-dod ugeinfed unfrydol ungell unochrog unigedd unigryw unsill unfan uwch uwchgynhadledd
wynebau wystrys ymadroddion ymarferol ymateb ymchwydd ymddangosiad ymddangosiadau ymddeoliad ymddiriedolwyr ymdrechion ymennydd
ymerawdwr ymerodraeth ymfudwyr ymgasgliad ymgeisydd ymgynghorol ymgynghorydd ymgysylltiad ymlusgiad ymosodol ymreolaeth ymroddedig
ymrwymiad ymweliad ymwrthedd ymwthiol ymylon ynad ynadon ynni ynysig ysblennydd ysbïwr ysbryd ysbwriel ysbytai ysgariad ysgoloriaeth
ysgrif ysgrifau ysgrifenwyr ysgrythur ysgubol ysgwydd ysgwyddau ystafelloedd ystlum ystrydeb ystwyth ystyrlon ysfa ysgolheictod
affricanaidd affrica americanaidd almaenig almaenwr awstralia awstraidd asiaidd ewrop ewropeaidd eidaleg eidalaidd ffrangeg ffrengig
ffrainc sbaeneg sbaenaidd sbaen almaen almaeneg saesneg saesnes sais saeson seisnig gwyddeleg gwyddelig gwyddel iwerddon albanaidd albanwr
alban llydaweg llydaw cernyweg cernyw lladin groegaidd groeg groegwr rwsia rwsiaidd rwseg tsieina tsieineaidd siapan siapaneaidd pwyleg
pwylaidd twrcaidd twrci iddewig iddewon mwslimaidd mwslemiaid catholig protestannaidd anglicanaidd normanaidd celtaidd celtiaid brythoniaid
brythonaidd canoloesol cynhanesyddol oesau clasuriaeth realistig artistig athletaidd diplomyddol gwleidyddol gwyddonol hanesyddol
daearyddol cerddorol theatraidd llenyddol barddonol dramatig comig eironig egsotig magnetig electroneg electronaidd plastig domestig
optimistaidd pesimistaidd sosialydd seiciatrydd seicolegydd biolegydd cemegydd ffisegydd archaeolegydd astronaidd actor actores
cyfarwyddwraig awdures cantoresau athrawes nofelydd bardd dramodwyr pianydd gitarydd feiolinydd arlunwyr cerflunydd ffotograffwyr
chwaraewraig pêl-droediwr cricedwr rhedwr nofiwr beiciwr bocsiwr codwr gyrrwr peilot morwyr ffermio garddio pysgota nyrsio
cyffredinol gwrywaidd benywaidd personol posibiliadau nodweddiadol allanol mewnol rhagorol ymddangosiadol gwrthrychol goddrychol
amheuon dwyieithog dwyieithrwydd trydydd chweched seithfed wythfed nawfed degfed unfed ddeg deunaw deugain hanner-cant trigeinfed
soniais soniodd meddai chwedl hytrach sef chwaith ychydig braidd rhyngddo rhyngddynt drosto drosti amdani amdanom wrtho wrthi wrthynt
arnaf arnat arnoch arnom iddoch iddynt ohonoch ohonom ganddyn gynt gyntaf gynta felly wedyn rhagor ynglŷn parthed ymhen islaw uwchlaw
gerllaw ymlaen tuag ymaith ynghyd ynghylch ynghanol ymysg oddi oddeutu drachefn beunydd eisoes toc pnawn echdoe drannoeth llynedd
ngynt cheith fasa fasai faswn bydda byddi bydde bydden basa basen oeddat oeddan oeddet ydi dach dyn dan dw so sain sai'n smo wy wi
licio lico licwn leicio leicien gwbod gweud gneud neud neith nath naeth mond siwr siŵr iawn ma mae'na ffili ffaelu 'di wedi'i rili
jyst stopio trio helpio iwsio delio creu copïo ffonio tecstio safio manijo joio enjoio ypset bishi lyfli grêt ffantastig ffab
hollti swnian clebran sgwrsio cwyno becso poeni crefu ymhel busnesa straeon gweiddi sgrechian chwyrnu smygu
";

/// Stems of Welsh verbs.
pub(super) const CY_STEMS: &str = "
achos achub adeilad adfer adlewyrch adrodd addas addaw addurn addysg aeddf agor anfon anghof anel anog apel arbed arddangos argraff
argyhoedd argymhell arwydd ases astud atal ateb atgoff awgrym bathod bedydd beirniad bendith benthyc berw bodl bodol bradych brath brwydr
brys bwriad bwyd bygyth byrh cadarnh cadw canfydd caniat can car carchar casgl cau cefnog ceis cerdd chwal chwar chwerth chwil chwyld
claddu clod clyw cofi cofnod cofrestr coll colledu copi cos cost cred cre croes croesaw cronn crwydr cryfh cuddi curo cwbl cwrdd cwyn
cychwyn cydlyn cydnabydd cydweith cyfadd cyfarch cyfarfu cyfathreb cyfeir cyfieith cyflawn cyflog cyflwyn cyfnewid cyfrann cyfrif
cyfun cyfyng cyffwrdd cyhoedd cyhudd cylchred cymell cymer cymhar cymysg cynghor cynhal cynhwys cynhyrch cynig cynilu cynllun
cynorthwy cynrychiol cynydd cyrhaedd cysgod cysyll cytun cythrudd cywir chwistrell dadans dadl dalg dangos dant darbwyll darganf darlled
darpar datblyg datgan datganol dathl dechreu defnydd deall dealltwr delwedd derbyn dewis diddym dienydd difrod diffin diffodd digwydd
dileu dilyn dinistr diod dioddef diogel dirwy disgrif disgwyl diswydd diweddar diwyg dosbarth dringo drwgdyb dychmyg dychwel dyfarn dyfeis
dyfynn dylanwad dylun dymun dynod dyrchaf dysg eglur ehang eithr enill enw enwebu erlyn esbon esgyn estyn ethol ffilm ffon fford ffoi ffrwydr
ffurf gadaw galw gall gallog galluog gan glanh glyn gobeith goddef gofal gofyn gohir golch goleu golyg gorchfyg gorffen gorfod goroes gorwedd
gosod gostwng gradd grymus gwadd gwaeth gwah gwahan gwahardd gwarch gwared gwario gwasan gwasg gweddi gweith gwel gwell gwen gwerth gwir
gwirfodd gwisg gwnaeth gwob gwrand gwrthod gwrthwyneb gwyl gwywo hawl hebr helaeth help hoff hol honn hudo hwyl hwylus hyder hyfforddi hyrwydd
hysbys hysbyseb ildi lladd llanw lledaen lledr lleih lleol llif llifo llofnod llongyfarch llosg lluni llwydd llygr llywi llywodraeth magn
manteis meddiann meddwl medr meithr methu mewnfor mudo mwynh mynd mynych mynegi neid newid nodwedd nodi nofi ofn olrhain parato parch parh
pecyn peint penderfyn penod perfform perswad perth peryg plann pleidleis plygu poen pontio priod prof prynu pwysleis pwysi rhag rhann rhed
rheol rhest rhodd rhuthr rhwyd rhwystr rhwyg rhybudd rhyddh saeth sarn sefydl sefyll seili sicrh siarad siom sonn storio sug swyd syll
sylfaen sylw sylweddol symud synn syrth tafl taen tal tanio tanys taro tegan teiml teith testun torr traddod trafod trefn treis trin trosglwydd
trwsi trydan twyll tyb tyf tynn tyst tywys undeb uno wylo wyneb ychwaneg ymadaw ymarfer ymatal ymateb ymchwil ymddang ymddeol ymddir ymddwyn
ymdop ymdrech ymest ymfalch ymfud ymgais ymgart ymgeis ymgyfarwydd ymgymer ymgyrch ymhel ymladd ymlaf ymlynn ymosod ymroi ymrwym ymun
ymwel ymyrr ynganu ynysu ysbryd ysgog ysgrif ysgrifenn ysgub ysgw ystyr
";

/// What Welsh verbs and the nouns made of them end in.
pub(super) const CY_ENDINGS: &str = "odd wyd ir af wn ai ais och asant ion iad iadau wr wyr ydd ol io u edig iaeth";

/// English nouns, adjectives and loans.
pub(super) const EN_WORDS: &str = "
abandon abbey able abortion above abroad absence absolute absurd academic accent accident account accurate acid acquire actress actual
acute address adequate adjacent adult advance advantage adventure advertisement advice affair affordable afternoon afterwards against
agency agenda aggressive agriculture ahead aircraft airline airport album alcohol alert alien alike alive alliance allergy ally alone
alongside alphabet alternative altogether amateur ambassador ambiguous ambition ambulance amendment amid amount amusing analysis ancestor
ancient angel anger angle angry anguish ankle anniversary announcement annual anonymous anthem anticipate antique anxious anyway apart
apartment apology apparatus apparent appetite applause appliance application appointment appropriate approval april apron arbitrary arch
archaeology architect archive argument arithmetic army arrangement array arrest arrival arrogant arrow article artificial artist ashamed
aspect assault asset assistant association assumption atmosphere atom attempt attic attitude attorney attraction auction audience august
aunt author automobile autumn available average award aware awful awkward axis bachelor background backward bacon bacteria badge badly
bakery balance balcony ballot bamboo banana bandage bank banker bankrupt banner barber bargain barley barrel barrier baseball basement
basin basis bastard bath battery battle beach beam bean bear beard beast beaten beauty bedroom beef beer beetle beggar beginner behaviour
behalf being belief bell belly beloved belt bench beneath benefit berry beside besides bestow betray beverage bicycle big bigger bill
billion bird birthday biscuit bishop bitter black blade blame blank blanket blast bleak blend blessing blind blizzard block blonde blood
bloom blossom blow blueprint board boat bold bolt bomb bond bone bonus boot border boredom borough bottle bottom boundary bowl brand brass
brave breach breath breed breeze brewery brick bride bridge brief bright brilliant britain broad broadcast broken bronze brood brook broom
brother brown bruise brutal bubble bucket buckle buddy bug builder building bulb bulk bullet bully bunch bundle burden bureau burger
burglar bury bush businessman busy butcher butterfly button buyer cabbage cable cake calcium calculator calendar calm camel camera camp
campaign canal cancer candidate candle candy cannon canvas capable capacity cape capital captain captive caption carbon cardboard cardinal
career careful cargo carnival carriage carrot cart cartoon carve cash castle casual casualty catalogue category cathedral catholic cattle
caught cause caution cave ceiling celebration celebrity cell cellar cemetery census century cereal ceremony certain certificate chain
chair chairman chalk chamber champion championship channel chaos chapel chapter character charge charity charming chart charter chase
chat cheek cheerful cheese chef chemist cheque cherry chest chew chicken chief chimney chin chip chocolate choice choir chop chord chorus
christian christmas chronic chronicle church cigarette cinema circle circuit circular circus citizen civil civilian claim clash classic
classroom clause claw clay clergy clerk clever client cliff climate climb clinical cloak clock cloth cloudy clown club clue cluster
clumsy coach coalition coarse coast coat code coffin coin coincidence colleague colony color colourful column combat combination
comedian comfort comfortable command commander commentary commerce commission committee commodity communist companion comparable
comparison compartment compass compassion compensation competent competition complaint complete complex complicated component composer
composition compound comprehensive compromise computer concept concert concrete conduct conference confidence confident conflict
congress conscience consensus consequence conservative considerable consistent constable constant constituency constitution construct
consumer contemporary content contest context continent contract contrary contrast contribution controversy convenient conversation
convict cooperation copper copy core corner corporate corpse correct corridor corruption cottage cotton couch cough councillor counsel
counter couple courage courtesy cousin coward crab crack craft crane crazy cream creative creature credit creed creek crew cricket
criminal criterion critic criticism crop crowd crown crucial crude cruel cruise crystal cube cucumber cult cultural culture cup cupboard
curious currency current curriculum curse curtain custody custom customer cute cycle cylinder cynical dairy damn damp dance dancer daring
darling dash database daughter dawn daylight deadline deadly deaf dealer dear debate debris debt decade decay december decent decorative
deed deep deer default defeat defect defence deficit definite definition degree delay delegate deliberate delicate delicious delight
delivery demand democracy democratic demon density department dependent deposit depression depth deputy descent desert desk desperate
despite dessert destiny destruction detail detective determined devil device diagram dialogue diamond diary dictionary diesel diet
difference different digital dignity dilemma dimension diplomat direct dirt dirty disadvantage disagreement disappointment disaster
discount discovery discrimination disease disgrace dish disk dismal display disposal dispute distance distant distinct district disturb
diverse dividend divine divorce dizzy dock document dog doll dollar dolphin domain donation donkey doorway dose double doubt dozen draft
drag dragon drain drawer drawing dreadful dress drift drill drink drought drug drum drunk duck duke dump duration dust duty dwarf dwelling
dynamic eager eagle earl earthquake eastern ecological edge edition editor effective efficient effort eighteen eighth elaborate elbow
elderly elect election electric electrician electron elegant element elementary elephant elevator eligible elite elsewhere embarrass
embassy emergency emotion emperor emphasis empire empty encounter endless endorse engagement engineer england enormous enterprise
entertainment enthusiasm entire entity entrance entry envelope episode equal equation equipment equivalent error escape essay essence
estate ethical evening event eventual everyday evidence evil evolution exact examination excellent exception excess excitement exclusive
excuse execution executive exercise exhibition exile existence exotic expansion expedition expense expert explanation explicit explosion
export exposure expression extensive extent external extinct extraordinary eyebrow eyesight fabric facility faculty failure faint fair
fairy faith fake fame familiar famine fancy fantastic fantasy farewell fascinating fashion fat fatal fate fault favourite feather feature
february fee feedback fellow female feminist fence ferry fertile festival fever fiction fiddle fierce fifteen fifth fifty figure file film
filter filthy finger finish fireplace firm fist fitness flag flame flash flat flavour fleet flesh flexible flight float flock flood floor
flour flow fluid flux foam focus fog folk fool foolish football footstep forbidden forehead foreign forest forever forgive fork formula
fortnight fortress fortune forty forum forward fossil foul foundation founder fountain fourteen fourth fraction fragile fragment frame
framework franchise frank fraud freak freeze freight frequent fresh friday friendly fright frog frontier frost frozen fruit frustration
fuel fulfil function funeral funny fur furniture furious furthermore fusion fuss gadget gallery gamble gambling gang gap garage garlic gate
gathering gay gear gender generous genius gentle gentleman genuine geographic gesture ghost giant gift gigantic glacier glad glance glass
glimpse globe gloomy glory glove glow glue goal goat goddess gold golden golf goodbye goods goose gorgeous gospel gossip governor grace
grade gradual graduate grain grammar grand grandfather grandmother grant grape graph grasp grass grateful grave gravity grease green grey
grief grim grip grocery gross ground guarantee guardian guess guest guidance guide guilt guitar gun guy habit hairdresser halfway hammer
handful handicap handle handsome handy hanging harbour hardly hardware harmony harsh harvest hat hatred hazard headache headline
headquarters healthy heap heart heat heaven heavy hedge heel hell helmet helpless hence herb herd heritage hero hesitate hidden hierarchy
highway hint hip hire historic hobby hockey holder hole holiday hollow holy homeless honest honey honour hook horizon horrible horror horse
hostage hostile hotel hour household housewife huge humble humour hundred hunger hungry hunt hurry hurt husband hydrogen hypothesis ice
icon ideal identity ideology idiot ignorance illegal illness illusion illustration imagination immediate immense immigrant immune impatient
imperial implicit import impress impression inadequate incentive inch incident income incredible indeed index indirect indoor industrial
inevitable infant infection inflation influence informal ingredient inhabitant inherent initial injury inner innocent innovation inquiry
inside insight inspector instant instead institute institution instruction instrument insult integral intellectual intelligence intense
interaction interest interior internal interpretation interval interview intimate invasion inventory invisible invitation iron ironic
island isolation issue item ivory jail january jaw jazz jealous jeans jelly jewel joke journal journalist journey joy jug juice july jump
junction june jungle junior jury justice keen kettle keyboard kick kidney kilometre kind king kingdom kiss kite knee knife knight knock
knot label laboratory labour lack lad ladder lake lamb lamp landlord landmark landscape lane laptop laser laundry lawn lawyer layer layout
leadership leaf leaflet league leap leather lecture ledger legacy legend legislative leisure lemon lens lesbian liability liberal liberty
library licence lid lie lieutenant lifestyle lift likewise limb limitation limp line linen link lion lip liquid literacy literary literature
litter liver loan lobby lock locomotive loft log logo loose lord lorry loss loud loudly lounge lovely lover loyalty luck lucky lump lunar
lung luxury lyrics machinery mad maid mainland maintenance majesty makeup male mammal manner mansion manual manufacturer map marathon
marble march margin maritime mark marriage marsh marvellous masculine mask mass master match mate material maths matrix mayor meadow meal
meaning meantime measure meat mechanism media medieval medium melt membership memorable mention menu merchant mercy mere merit merry mess
metaphor method metropolitan microscope midnight midst mighty migration mild military mill million miner minister ministry minus minute
miracle mirror miserable misery misleading missile mission mist mistake mixture mobile moderate modest module molecule moment monarch
monastery monday monitor monkey monster month mood moral moreover mortal mortgage mosque mosquito mostly mountain moustache movie mud
multiple murder muscle museum mushroom musician muslim mutual mysterious mystery myth nail naked narrative narrow nasty native nature naval
neat neck needle negative negotiation neighbour nephew nest network neutral nevertheless newcomer newspaper nick night nightmare nineteen
noble noise nominee nonsense noon norm normal northern nose notable notebook notice notion noun november novel nowadays nowhere nuclear
nuisance numb number numerous nut oak obedient objection objective obligation obscure observation obstacle obvious occasion occupation
occurrence ocean october odd offence offensive offer officer offspring omission ongoing onion online openly operational opponent optical
optimistic option orange orbit orchestra ordeal order ordinary organ organic origin orphan otherwise outbreak outdoor outfit outlet outline
output outrage outside outstanding oven overall overcome overnight overseas overwhelming owl ownership oxygen oyster pace pack pact page
pain paint pair palace pale palm pan pants parade paradise parallel parish parliament parrot partial participant particle passage passenger
passion passive passport password pasta pastry path pathetic patience patient patriotic patrol pattern pause pavement peace peak peasant
peculiar peer penalty pencil penny pepper perception perfect performance perfume peril permanent permission persistent perspective phase
phenomenon philosophy photo phrase pianist piano picture piece pig pigeon pile pill pillow pilot pin pink pioneer pipe pistol pit pitch
pity plague plain plane planet plant plate platform plausible playground plea pleasant pleasure plenty plot plug plumber plural pocket poem
poet poetry poison pole polite political politician politics poll pond pony pope popular population pork portion portrait positive
possession postcode poster postpone pot potato potential pottery pound powder power powerful practical practice prayer precious precise
predecessor preference pregnant prejudice preliminary premier preparation presence presidency president press prestige presumably previous
pride priest primary prime prince princess prior priority prisoner privacy privilege probability probable procedure proceed process
profession professor profile programme progress promise prompt proof propaganda proper property prophet proportion prospect prosperity
protein protest proud province provisional psychological psychology pub publication publicity publisher pudding pulse pump punch pupil
puppet purchase pure purple purpose purse puzzle pyramid qualification quantity quarrel quarter quest queue quota rabbit racial racism rack
radar radiation radio rage raid rail rain rainbow ranch random range rank rapid rare rating ratio rational raw razor realm rear reasonable
rebel receipt receiver recent reception recession recipe record recovery recruit rectangle referee reference reflection reform refuge
refugee regard regime region register registration regret regular relative relevant relief reluctant remains remarkable reminder remote
rent repair repeat replacement reporter representative republic reputation request research reservation residence resident resistance
resolution resource respect respective responsible restaurant result retail retirement retreat revenge revenue reverse revolution reward
rhetoric rhythm rice ridge ridiculous rifle ring riot ritual rival road robbery robin robot robust rock rocky role romance romantic roof root
rope rose rotten route routine row royal rubber rubbish rude rug rugby ruin rumour rural rush sacred sacrifice saddle sailor saint sake salad
sale salmon salt sample sanction sand sandwich satellite satisfaction saturday sauce sausage savage scale scandal scar scenario scene
scenery scent sceptical scholar scholarship science scientific scientist scissors scope score scotland scrap scratch scream screen screw
script sculpture seal seat second secret secretary section secular security seed segment select self selfish semester seminar senate
senior sensation sense sensible sensitive sentence separate september sequence serial sergeant servant session settlement seven seventeen
severe sewage sexual shade shadow shaft shallow shame shape shark sharp shed sheer shell shelter shield shift shine ship shirt shock shoot
shop shore shoulder shout shower shrimp shrine shy sibling sick sidewalk silence silk silly silver similar simultaneous sin sincere singer
single sink sister sixteen sixty sketch skin skirt skull sky slave sleep sleeve slice slide slight slim slip slope slot slow smart smell smile
smoke smooth snake snow soap soccer socialist sock sodium soft software soil soldier sole solicitor solid solution somehow somewhat sons sore
sorrow soul soup source southern sovereign space spare spark spatial speaker special specialist species specific specimen spectacular
spectrum spell sphere spicy spider spine spirit spiritual spite splendid spokesman spoon sport spot spouse spray spread squad square squeeze
stable stack stadium stage stain stair stake stamp stance star stark startling statistic statue status steak steam steel steep stem step
stereotype stick stiff stimulus stitch stock stomach stone storm story straight strain strand strange stranger strategic strategy straw
stream stressful strict strike string strip stripe stroke structure struggle stubborn studio stuff stupid style subject submission
subsequent subsidy substance substantial substitute subtle suburb success sudden sufficient sugar suggestion suicide suit suitable sum
sunday sunny sunset super superb superior supermarket supplement surface surgeon surgery surname surplus surprise survey survival survivor
suspect suspicion swallow swear sweat sweet swift swing sword symbol symbolic sympathy symphony symptom syndrome syntax system table tackle
tail talent tank tape target task taste tattoo tea team tear technical technological technology teenager telephone telescope temper
temperature temple temporary tenant tendency tennis tension tent terminal terrible territory terror textbook texture thanksgiving theme
theology theoretical therapist therapy thick thief thigh thin thirteen thirty thorough thousand thread thrill throat throne throughout throw
thumb thunder thursday tide tidy tie tiger tight tile timber timetable tin tiny tissue title toast tobacco toe toilet tolerance tomato
tomorrow tone tongue tonight tool tooth topic torch torture tour tourism tourist tournament towel tower toxic toy trace track trade
tradition traffic trail trait transaction transition translation transparent trap trash trauma treasure treasury treaty tree tremendous
trend trial triangle tribe trick trigger trillion trip triumph troop trophy truck trumpet trunk truth tube tuesday tune tunnel turkey turtle
tutor twelve twenty twice twin twist tyre ugly ultimate umbrella uncertain uncle uncomfortable underground understandable unemployment
unexpected unfair unfortunate unhappy uniform union unit universal universe unlike unpleasant unusual upper upset upstairs usage usual
utility utter vacant vacation vacuum vague vain valid van variable variation vast vegetable vehicle velvet venture venue verb verdict verse
versus vessel veteran viable vice victim victorious video viewer vigorous villa vinegar violin virgin virtual virtue virus vital vivid
vocabulary vocal volcano volume voluntary volunteer vulgar wagon waist waiter wallet wander war ward wardrobe warehouse warm warning warrant
warrior watch wave wax wealth weapon weather web wedding wednesday weed week weekend weight weird welfare wet whale whatever wheat whenever
whereas whip whisky whisper whistle wicked widespread widow wife wild wilderness willing wind window wine wing winner winter wire wisdom
witch withdrawal witness wolf wonder wooden wool workshop worldwide worm worship wound wrap wrist yacht yard yarn yeast yellow yesterday
yield youngster zone zoo gonna wanna dunno yeah yep nope lol omg thx pls plz cos coz tho thru ur u r abt bcos becos alot
";

/// Stems of English verbs, and of the nouns and adjectives made of them.
pub(super) const EN_STEMS: &str = "
accept accompan account achiev acknowledg adapt add address adjust administer admir adopt advis affect afford aim alarm alert alter
amend amus announc annoy answer appeal appoint appreciat argu arrang arrest assembl assert assess assign assist assum assur attach attack
attempt attend attract avoid balanc batter beg behav bett bless block boast boil book borrow bother bounc box breath broadcast bump burn bury
buzz calculat camp carr challeng charg chas cheat cheer chew choos claim clean climb collaps collect combin comfort commission communicat
compar compet compil complain complet conceal concentrat concern conclud confess confirm confront confus connect consider consist construct
consult consum contact contain contrast contribut control convert convinc cook copy correct cough count cover crack crash crawl creat cross
crush cultivat cure curl damag danc dar debat declar decorat defend delay deliver demand demonstrat depend describ desert design destroy
detect develop differ direct disappear disappoint discover discuss dislik display distinguish distribut divid doubl doubt drain dress drift
drop drown dump earn educat elect eliminat embarrass emphasis employ encourag endur enhanc enlarg enter entertain escap establish estimat
evaluat examin exceed exchang exclud exercis exhibit exist expand experienc experiment explain explod explor express extend fail fasten favour
fetch fight fill film financ fix flash float flood flow focus fold follow fool forc form found frighten fulfil function fund gather generat glu
govern grab grant greet grin grip guarantee guard guess guid hammer hand handl hang happen harass hat haunt head heal heat help hesitat highlight
hop hover hug hunt hurry illustrat imagin implement impl impress improv indicat influenc inform inhabit inherit initiat inject injur insist
inspect inspir instruct insult intend interest interfer interrupt introduc invent invest investigat invit involv irritat isolat jail jog join
jok judg jump kick kill kiss kneel knock label land last laugh launch lead learn level lick lift light limit link listen load lock long look lower
maintain march mark marr match mean measur melt mend mention migrat mind miss mix moan monitor mourn multipl murder nam negotiat nod not number
obey object observ obtain occup occur offend offer open operat order organis overflow owe own pack paint park participat pass paus perform
permit persuad pick pinch plac plann plant play pleas plug point polish pollut pour practis prais pray preach prefer prepar present preserv
press pretend prevent prick print produc program promis promot propos prosecut protect protest provid publish pump punch punish push
question queu rac rain rais react realis receiv recognis recommend record recover recruit reduc refer reflect refus regard regret regulat
reject relat relax releas remain remember remind remov repair repeat replac report represent request rescu research resign resist resolv
respond rest restor restrict retain retir return reveal review revis risk rob roll rub rush satisf sav scar scatter schedul scold scratch
scream screw search select separat settl shak shar shelter shiver shock shop shout sigh sign sip skip slap slow smash smell smil smok snatch
sneez snow soak solv sort spark specif spoil spot spray squeez stain stamp star start stay steer step stimulat stir stitch stop strengthen
stretch strip struggl stuff submit succeed suffer suggest suit supervis suppl support suppos surprise surround survey suspect suspend switch
talk tap tast teas tempt tend terrif test threaten tick tickl touch tour trac track trad train transfer transform translat transport trap travel
treat trembl trick troubl trust tumbl twist undertak updat urg us vanish visit wail wait walk wander want warm warn wash wast watch water weigh
welcom whine whip whisper whistl wink wip wonder work worr wrap wreck wrestl yawn yell
";

/// What English verbs and the words made of them end in.
pub(super) const EN_ENDINGS: &str = "ed ing es er ers ion ions able ment ive ingly";
