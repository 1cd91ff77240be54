//! Everyday words of other languages in Latin letters. They teach the letter model of [`super::letters`] what is neither
//! English nor Welsh. Written by hand; small letters, accents left out where the typist may.

/// Romance languages: French, Spanish, Portuguese, Italian, Romanian, Catalan.
const ROMANCE: &str = "
enfant enfants garcon fille femme homme maison ecole eglise travail travailler argent famille besoin soutien aider gouvernement pays
ville rue voiture temps jour jours semaine annee aujourd'hui demain hier toujours jamais beaucoup moins mieux mauvais bonne bonnes
nouveau nouvelle vieux grande petit petite premier premiere dernier plusieurs quelque quelques chaque meme autre autres sans pendant
depuis avant apres entre contre chez celui celle ceux leurs notre votre nos vos mon mes ton ses faire faut peut peuvent doit doivent
veut voir savoir pouvoir vouloir aller venir prendre mettre donner parler penser croire trouver rester passer devenir laisser
suis sommes etes avez avons etaient etait sera seront serait aurait fois chose choses gens droit droits projet loi entreprise
societe privee public service sante securite politique economique social financement benefice developpement connaissance gouverner
semblable impossible question reponse exemple niveau probleme cause monde vie mort pere mere frere soeur amis coeur tete yeux main
quatre cinq sept huit neuf dix onze douze vingt trente cent mille heureux heureuse malheureusement seulement vraiment rapidement
difficile facile important importante necessaire francais francaise anglais journal livre siecle roi reine guerre bataille chateau
bientot ainsi alors donc pourquoi comment quand quel quelle lequel laquelle lesquels ailleurs partout jusqu'a lorsque puisque
fromage boulangerie pharmacie hopital medecin infirmiere voyage chemin feuille oiseau chien chat cheval poisson eau lait pain vin
ninos nino hijo hijos hija mujer hombre casa escuela iglesia trabajo trabajar dinero familia necesidad apoyo ayudar ayuda gobierno
pais ciudad calle coche tiempo dia dias semana ano anos hoy manana ayer siempre nunca mucho mucha muchos menos mejor peor bueno
buena nuevo nueva viejo pequeno primero primera ultimo varios algunos cada mismo misma otro otra otros otras desde antes despues
contra hasta donde cuando quien cual cuanto nuestro nuestra vuestro ellos ellas usted ustedes hacer puede pueden debe deben quiere
ver saber poder querer venir tomar poner dar hablar pensar creer encontrar quedar pasar dejar estoy estamos estan tiene tienen
tenemos habia sido hecho dicho cosa cosas gente derecho derechos proyecto ley empresa sociedad privado publico servicio salud
seguridad politica economico financiacion beneficio desarrollo conocimiento pregunta respuesta ejemplo nivel problema causa mundo
vida muerte padre madre hermano hermana amigos corazon cabeza ojos mano cuatro cinco seis siete ocho nueve diez veinte treinta
ciento felizmente solamente realmente rapidamente dificil facil importante necesario espanol ingles periodico libro siglo rey reina
guerra batalla castillo pronto entonces porque aunque mientras tambien todavia aqui alli ahora asi llegar llamar llevar jugador
equipo partido campeon ganador ciudadanos elecciones acuerdo informacion educacion situacion relacion poblacion condiciones
crianca criancas menino menina mulher homem escola igreja trabalho dinheiro necessidade apoio ajuda governo cidade rua carro tempo
hoje amanha ontem sempre muito melhor pior bom boa novo nova velho pequeno primeiro ultimo varios alguns mesmo outro outra desde
depois ate onde quando quem qual nosso nossa eles elas fazer pode podem deve quer saber dizer estou estamos esta estao tem temos
havia feito coisa coisas pessoas direito direitos projeto lei empresa sociedade saude seguranca financiamento lucro desenvolvimento
informacao educacao situacao relacao populacao condicoes mundo vida morte pai mae irmao irma amigos coracao cabeca olhos mao
bambino bambini ragazzo ragazza donna uomo scuola chiesa lavoro lavorare soldi denaro famiglia bisogno sostegno aiuto aiutare
governo paese citta strada macchina giorno giorni settimana anno anni oggi domani ieri sempre mai molto molti meno meglio peggio
buono buona nuovo nuova vecchio piccolo primo prima ultimo alcuni ogni stesso altro altri dopo contro fino dove quando chi quale
nostro nostra loro fare puo possono deve devono vuole vedere sapere potere volere andare venire prendere mettere dare parlare
pensare credere trovare stato stata abbiamo hanno hai cosa cose gente diritto diritti progetto legge impresa societa privato
pubblico servizio salute sicurezza finanziamento profitto sviluppo informazione situazione relazione popolazione condizioni
mondo vita morte padre fratello sorella amici cuore testa occhi quattro cinque sette otto nove dieci venti trenta cento
copil copii copilul copiilor femeie barbat casa scoala biserica munca bani familie familiei nevoie sprijin ajutor guvernul tara
oras strada masina timp zi zile saptamana an ani astazi maine ieri mereu niciodata mult multe multi putin bine rau bun buna
nou noua vechi mare mici primul ultimul cateva fiecare acelasi alt alta alte altii inainte dupa impotriva pana unde cand cine
nostru noastra lor face poate pot trebuie vrea vedea sti merge veni lua pune da vorbi crede gasi suntem sunteti avem aveti
fi fie lucru lucruri oameni oamenilor dreptul drepturi drepturile proiect legea intreprindere societate servicii sanatate siguranta
dezvoltare dezvoltarea informatii informatiile educatie educatiei situatie situatia populatie conditii conditiile intrebare raspuns
lume lumea viata moarte tata mama frate sora prieteni inima cap ochi mana patru cinci sase sapte opt noua zece douazeci treizeci
foarte numai repede greu usor important romana romanesc engleza carte cartea secol rege razboi atunci pentru desi acum aici
cel cea cei cele lui ei ale ai al unui unei unor prin despre catre decat fara aceasta aceste acestui acestea carora caruia
xiquet nens dona escola feina diners avui dema sempre mai amb aixo molt millor pitjor bo bona nou nova vell
";

/// Germanic languages: German, Dutch, Swedish, Danish, Norwegian.
const GERMANIC: &str = "
kind kinder kindern junge madchen frau frauen mann manner haus hauser schule kirche arbeit arbeiten geld familie familien bedarf
unterstutzung helfen hilfe regierung stadt strasse auto zeit tag tage woche jahr jahre jahren heute morgen gestern immer niemals
viel viele weniger besser schlechter gut gute guten neue neuen alte alten grosse grossen kleine kleinen erste ersten letzte einige
jeder jedes gleich anderer andere anderen vor gegen bis wo wann wer welche welcher unser unsere ihre ihrer ihren seine seiner
machen kann konnen muss mussen will wollen sehen wissen gehen kommen nehmen setzen geben sprechen denken glauben finden bleiben
lassen bin bist waren war habe hatte hatten worden geworden sache sachen leute recht rechte projekt gesetz unternehmen gesellschaft
offentlich dienst gesundheit sicherheit politik wirtschaft finanzierung gewinn entwicklung wissenschaft frage antwort beispiel
ebene welt leben tod vater mutter bruder schwester freunde herz kopf augen hand vier funf sechs sieben acht neun zehn zwanzig
dreissig hundert tausend glucklich naturlich wirklich schnell schwierig einfach wichtig notwendig deutsch deutsche englisch zeitung
buch jahrhundert konig konigin krieg schlacht schloss bald deshalb warum obwohl wahrend zwischen besonders gemeinschaft moglichkeit
verantwortung einrichtung einrichtungen wohnung pflege pflegekinder bundesrepublik verfugung ausbildung verbindung zusammenarbeit
jetzt schon wieder ganz etwas nichts jemand niemand hier dort damit dafur davon dazu daran sowie bereits ohne innerhalb ausserhalb
kinderen jongen meisje vrouw huis huizen school kerk werk werken geld gezin behoefte steun hulp helpen regering stad straat tijd
dag dagen week jaar jaren vandaag gisteren altijd nooit veel minder beter slechter goed goede nieuwe oude grote kleine eerste
laatste enkele elke dezelfde andere voor tegen tot waar wanneer wie welke onze hun maken kan kunnen moet moeten wil willen zien
weten gaan komen nemen zetten geven spreken denken geloven vinden blijven laten ben bent waren was heb hebben had gemaakt gezegd
zaak dingen mensen recht rechten wet bedrijf samenleving openbaar dienst gezondheid veiligheid ontwikkeling vraag antwoord
voorbeeld wereld leven dood vader moeder broer zus vrienden hart hoofd ogen vier vijf zes zeven acht negen tien twintig omdat
barn barnen pojke flicka kvinna man hus skola kyrka arbete pengar familj behov stod hjalp hjalpa regering stad gata bil tid dagar
vecka ar idag igar alltid aldrig mycket mindre battre samre bra nya gamla stora sma forsta sista nagra varje samma andra fore efter
mot till dar nar vem vilken var vart gora maste vill se veta komma ta ge tala tanka tro hitta bli lata ar varit gjort sagt sak
saker manniskor ratt lag foretag samhalle halsa sakerhet utveckling fraga svar exempel varld liv dod far mor bror syster vanner
born dreng pige kvinde skole kirke arbejde penge familie stotte regering tid dage uge altid aldrig meget bedre darlig god gode nye
gamle store sma forste sidste nogle hver samme andre efter mod hvor hvem hvad hvilken vores deres gore skal ma vil vide komme tage
give tale taenke tro finde blive vaeret sagde ting mennesker ret lov virksomhed samfund sundhed sikkerhed udvikling sporgsmal
eksempel verden livet venner barna skolen arbeidet ikke noen sier uten bare ogsa derfor fordi mellom
";

/// Celtic languages but Welsh: Irish, Scottish Gaelic, Breton, Cornish, Manx.
const CELTIC: &str = "
paiste paisti leanai leanbh buachaill cailin bean fear teach tithe scoil eaglais obair airgead teaghlach teaghlaigh riachtanas
tacaiocht cabhair cuidiu rialtas tir cathair sraid gluaistean am la laethanta seachtain bliana blianta inniu amarach inne i gconai
riamh moran nios lu fearr measa maith maithe nua sean mor beag cead deireanach cupla gach ceanna eile roimh tar eis in aghaidh go
dti ca cathain ce ar ndoigh bhur deanamh feidir caithfidh duit chonaic fhios dul teacht togail tabhairt labhairt smaoineamh creidim
fanacht raibh bhfuil nil ata bionn beidh bheadh rud rudai ceart cearta tionscadal dli comhlacht sochai poibli seirbhis seirbhisi
slainte sabhailteacht polaitiocht geilleagar maoiniu forbairt eolas ceist freagra sampla leibheal fadhb domhan saol beatha bas
athair mathair deartair deirfiur cairde croi ceann suile lamh ceathair cuig se seacht ocht naoi deich fiche triocha cead mile
gaeilge bearla leabhar aois ri banrion cogadh cath caislean go luath mar sin cen fath agus fosta freisin ansin anseo anois
duine daoine oideachas mac leinn ollscoil comhairle contae baile atha cliath eireann eireannach gaeltacht naisiunta idirnaisiunta
bunaiodh rugadh deineadh cuireadh tosaigh thosaigh dhein rinneadh scriobh scriobhadh fuair chuir chuaigh thainig deir duirt
leathanach tuairisc bhliain mbliana gcathair gcuid bpairc dtus nduine mbealach gceist bhaile bhearla cheann chomh dhaoine fhear
ghlac mhor phairc shaol theach thar trid faoin leis aon dha tri seo sin uile riachtanach tabhachtach deacair easca
oisean balach nighean boireannach taigh sgoil eaglais obair airgead teaghlach cuideachadh riaghaltas duthaich baile sraid uair
latha seachdain bliadhna bliadhnaichean an-diugh an-de daonnan moran nas fhearr math mhath ur sean mor beag chiad mu dheireadh
roimhe an deidh an aghaidh gu ruige caite cuin co feumaidh faic fios tighinn toirt bruidhinn smaoineachadh chan eil tha bha bidh
rudan coraichean lagh seirbheis slainte leasachadh fiosrachadh ceist freagairt eisimpleir saoghal beatha bas athair mathair
brathair piuthar caraidean cridhe ceann suilean lamh gaidhlig beurla leabhar linn righ cogadh caisteal airson ach cuideachd
bugel bugale bugaleoù paotr plac'h maouez gwaz ti tiez skol iliz labour labourat arc'hant familh ezhomm skoazell skoazellan
gouarnamant bro ker straed karr amzer deiz sizhun bloaz bloavezhioù hiziv warc'hoazh dec'h atav biskoazh kalz nebeutoc'h
gwelloc'h gwashoc'h mat nevez kozh bras bihan kentañ diwezhañ pep memes all a-raok goude betek pelec'h pegoulz piv peseurt hon
ober gallout rankout c'hoant gwelout gouzout mont dont kemer reiñ komz soñjal krediñ kavout chom eo eus zo emañ edo vefe tra traoù
tud gwir lezenn embregerezh kevredigezh servij yec'hed diorren gouiziegezh goulenn respont skouer bed buhez marv tad mamm breur
c'hoar mignoned kalon penn daoulagad dorn pevar pemp c'hwec'h seizh eizh nav dek ugent brezhoneg brezhonek galleg saozneg levr
kantved roue brezel kastell dre evit gant met perak abalamour ivez c'hoazh bremañ amañ evel-se war-dro deus gentañ ganin ganeoc'h
flogh fleghes maw mowes benyn den chi chiow skol eglos ober arghans teylu gweres governans pow tre stret termyn dydh seythun
bledhen hedhyw avorow de pup-prys byth meur le gwell gweth da nowydh koth bras byhan kynsa diwettha pub keth erel kyns wosa
erbynn bys ple py piw agan gul gallos res mynnes gweles godhvos mos dos kemeres ri kewsel tybi krysi kavos yma yw esa bydh taklow
tus gwir lagha gonis yeghes govyn gorthyp ensampel bys bewnans mernans tas mamm broder hwor kowetha kolonn penn kernewek sowsnek
lyver kansvledhen myghtern bresel kastell rag gans mes ynwedh hwath lemmyn omma yndella
paitchey guilley ben dooinney thie scoill keeish obbyr argid lught-thie cooney reiltys cheer balley straid traa laa shiaghtin
blein jiu jea dy-bragh ommodus share foddey mie noa shenn mooar beg gaelg baarle lioar ree caggey
";

/// Slavonic languages in Latin letters: Polish, Czech, Slovak, Croatian, Slovene; and Lithuanian and Latvian.
const SLAVONIC: &str = "
dziecko dzieci dzieciom chlopiec dziewczyna kobieta mezczyzna dom domy szkola kosciol praca pracy pracowac pieniadze rodzina rodziny
potrzeba wsparcie pomoc pomagac rzad kraj miasto ulica samochod czas dzien dni tydzien rok lata lat dzisiaj jutro wczoraj zawsze
nigdy duzo mniej lepiej gorzej dobry dobra dobre nowy nowa nowe stary duzy maly pierwszy pierwsza ostatni kilka kazdy ten sam inny
inne innych przed po przeciw az gdzie kiedy kto ktora nasz nasza ich jego jej robic moze moga musi musza chce widziec wiedziec isc
przyjsc wziac dac mowic myslec wierzyc znalezc zostac jestem jestesmy sa byl byla bylo byli bedzie beda rzecz rzeczy ludzie ludzi
prawo prawa projekt ustawa firma spoleczenstwo publiczny usluga zdrowie zdrowia bezpieczenstwo polityka gospodarka rozwoj wiedza
pytanie odpowiedz przyklad poziom swiat zycie zycia smierc ojciec matka brat siostra przyjaciele serce glowa oczy reka cztery piec
szesc siedem osiem dziewiec dziesiec dwadziescia sto tysiac polski polska polskiego angielski gazeta ksiazka wiek krol krolowa wojna
bitwa zamek wkrotce dlatego dlaczego chociaz podczas miedzy takze jeszcze teraz tutaj bardzo rowniez poniewaz uwazam powinno zgadzam
wszystko wszystkie nastepnie ktorych ktorym swoje swoich wedlug przeciwko niemieckiego miejsce panstwa nauczyciel uczen pomysl
dite deti chlapec divka zena muz dum skola kostel prace penize rodina potreba podpora pomoct vlada zeme mesto ulice cas den tyden
rok roky dnes zitra vcera vzdy nikdy hodne mene lepsi horsi dobry novy stary velky maly prvni posledni nekolik kazdy stejny jiny
pred proti kde kdy kdo ktery nas jejich delat muze musi chce videt vedet jit prijit vzit dat mluvit myslet verit najit zustat jsem
jsou byl byla bude vec lide pravo zakon spolecnost sluzba zdravi bezpecnost vyvoj otazka odpoved priklad svet zivot smrt otec matka
bratr sestra pratele srdce hlava oci ruka ctyri pet sest sedm osm devet deset dvacet sto tisic protoze take jeste ted tady velmi
dijete djeca djecak djevojka zena muskarac kuca skola crkva posao novac obitelj potreba podrska pomoc vlada zemlja grad ulica
vrijeme dan tjedan godina godine danas sutra jucer uvijek nikada mnogo manje bolje gore dobar novi stari veliki mali prvi zadnji
nekoliko svaki isti drugi prije poslije protiv gdje kada tko koji nas njihov raditi moze mora zeli vidjeti znati ici doci uzeti
dati govoriti misliti vjerovati naci ostati sam smo su bio bila bit ce stvar ljudi pravo zakon drustvo usluga zdravlje sigurnost
razvoj pitanje odgovor primjer svijet zivot smrt otac majka prijatelji srce glava oci ruka cetiri pet deset jer takoder sada ovdje
vaikas vaikai berniukas mergaite moteris vyras namas mokykla baznycia darbas pinigai seima poreikis parama pagalba vyriausybe salis
miestas gatve laikas diena savaite metai siandien rytoj vakar visada niekada daug maziau geriau blogiau geras naujas senas didelis
mazas pirmas paskutinis keletas kiekvienas kitas pries po kur kada kas kuris musu daryti gali turi nori zinoti eiti yra buvo zmones
berns berni zens meitene sieviete virietis maja skola baznica darbs nauda gimene atbalsts palidziba valdiba zeme pilseta iela laiks
";

/// Others with many speakers: Turkish, Hungarian, Finnish, Somali, Swahili, Albanian, Filipino, Indonesian, Vietnamese,
/// Urdu and Hindi in Latin letters, Yoruba, Hausa.
const FURTHER: &str = "
cocuk cocuklar oglan kiz kadin adam ev evler okul kilise calisma para aile ihtiyac destek yardim hukumet ulke sehir sokak araba zaman
gun gunler hafta yil yillar bugun yarin dun her zaman asla cok daha iyi kotu yeni eski buyuk kucuk ilk son birkac ayni baska once
sonra karsi kadar nerede kim hangi bizim onlarin yapmak olabilir gerekir istiyor gormek bilmek gitmek gelmek almak vermek konusmak
dusunmek inanmak bulmak kalmak vardi olan olarak sey insanlar haklar yasa sirket toplum kamu hizmet saglik guvenlik gelistirme soru
cevap ornek dunya hayat olum baba anne kardes arkadaslar kalp bas gozler dort bes alti yedi sekiz dokuz yirmi turkce ingilizce kitap
gyerek gyerekek fiu lany no ferfi haz iskola templom munka penz csalad szukseg tamogatas segitseg kormany orszag varos utca ido nap
het ev evek ma holnap tegnap mindig soha sok kevesebb jobb rosszabb jo uj regi nagy kicsi elso utolso nehany minden ugyanaz masik
elott utan ellen hol mikor ki melyik csinalni lehet kell akar latni tudni menni jonni venni adni beszelni gondolni hinni talalni
vagyok vagyunk vannak volt voltak lesz dolog emberek jog torveny ceg tarsadalom szolgaltatas egeszseg biztonsag fejlodes kerdes
valasz pelda vilag elet halal apa anya baratok sziv szem kez magyar angol konyv szazad kiraly haboru miert mert itt most nagyon
lapsi lapset poika tytto nainen mies talo koulu kirkko tyo raha perhe tarve tuki apu hallitus maa kaupunki katu aika paiva viikko
vuosi vuodet tanaan huomenna eilen aina koskaan paljon vahemman parempi huonompi hyva uusi vanha suuri pieni ensimmainen viimeinen
muutama jokainen sama toinen ennen jalkeen vastaan missa milloin kuka mika meidan tehda voi taytyy haluaa nahda tietaa menna tulla
ottaa antaa puhua ajatella uskoa loytaa jaada olen olemme ovat oli olivat asia ihmiset oikeus laki yritys yhteiskunta palvelu terveys
ilmo ilmaha wiil gabadh naag nin guri guryo dugsi kaniisad shaqo lacag qoys qoyska baahi taageero caawin caawimo dowladda dalka
magaalo magaalada waddo gaari waqti maalin maalmo toddobaad sanad sano maanta berri shalay marwalba weligeed badan ka yar wanaagsan
ka fiican cusub hore weyn yar koowaad ugu dambeeya dhowr kasta isku mid kale ka hor kadib ka soo horjeeda halkee goorma kuma kee
annaga iyaga sameyn karaa waa in doonayaa arag ogow tag kaalay qaado sii hadal fikir rumayso hel joog yahay tahay ahaa ahayd jira
jiray wax waxyaabo dadka dad xaqa xuquuqda sharciga shirkadda bulshada adeegga caafimaadka amniga horumarinta aqoonta su'aal jawaab
tusaale adduunka nolosha geeri aabo hooyo walaal saaxiibo qalbi madax indho gacan afar shan lix toddoba siddeed sagaal toban labaatan
boqol soomaali soomaaliya ingiriis buug qarni boqor dagaal qalcad sababta laakiin sidoo sidaas halkan hadda waxaan waxaad isagoo
iyada isaga waxbarashada madaxweynaha wasiirka ururka gobolka degmada wuxuu ayuu ayay lahaa lahayd noqday noqon sheegay dhacay
mtoto watoto mvulana msichana mwanamke mwanaume nyumba shule kanisa kazi pesa familia hitaji msaada serikali nchi mji barabara wakati
siku wiki mwaka leo kesho jana daima kamwe nyingi kidogo bora mbaya nzuri mpya zamani kubwa ndogo kwanza mwisho kila sawa nyingine
kabla baada dhidi wapi lini nani gani yetu yao kufanya inaweza lazima anataka kuona kujua kwenda kuja kuchukua kutoa kusema kufikiri
kuamini kupata kukaa alikuwa walikuwa jambo watu haki sheria kampuni jamii huduma afya usalama maendeleo swali jibu mfano dunia maisha
femije femijet djale vajze grua burre shtepi shkolle kishe pune para familje nevoje mbeshtetje ndihme qeveri vend qytet rruge kohe
dite jave vit vite sot neser dje gjithmone kurre shume me pak me mire keq mire i ri i vjeter i madh i vogel i pare fundit disa cdo
njejte tjeter para pas kunder deri ku kur kush cila jone tyre bej mund duhet dua shoh di shkoj vij marr jap flas mendoj besoj gjej
bata mga batang lalaki babae bahay paaralan simbahan trabaho pera pamilya kailangan suporta tulong pamahalaan bansa lungsod daan
panahon araw linggo taon ngayon bukas kahapon lagi hindi marami mas mabuti masama bago luma malaki maliit una huli ilan bawat pareho
iba bago pagkatapos laban hanggang saan kailan sino alin atin nila gawin pwede dapat gusto makita alam pumunta dumating kunin bigyan
anak anak-anak laki perempuan rumah sekolah gereja kerja uang keluarga kebutuhan dukungan bantuan pemerintah negara kota jalan waktu
hari minggu tahun sekarang besok kemarin selalu tidak pernah banyak lebih baik buruk baru lama besar kecil pertama terakhir beberapa
setiap sama lain sebelum sesudah melawan sampai mana kapan siapa kami mereka membuat bisa harus ingin melihat tahu pergi datang ambil
bacha bachay bachon larka larki aurat admi ghar madrasa kaam paisa khandan zarurat madad hukumat mulk shehar sarak gaari waqt din hafta
saal aaj kal hamesha kabhi bahut zyada kam behtar bura acha naya purana bara chota pehla aakhri kuch har dusra baad khilaf kahan kab
kaun kaunsa hamara unka karna sakta chahiye dekhna janna jana aana lena dena bolna sochna milna rehna hai hain tha thi thay cheez log
haq qanoon company samaj khidmat sehat hifazat taraqqi sawal jawab misaal duniya zindagi maut baap maan bhai behen dost dil sar aankh
tre em gia dinh nha truong cong viec tien bac can ho tro giup do chinh phu dat nuoc thanh pho duong thoi gian ngay tuan nam hom nay
mai luon khong bao gio nhieu hon tot xau moi cu lon nho dau tien cuoi cung mot vai moi giong khac truoc chong den dau khi nao nguoi
";

/// All of them.
pub(super) const ALL: [&str; 5] = [ROMANCE, GERMANIC, CELTIC, SLAVONIC, FURTHER];
