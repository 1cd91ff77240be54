//! Good and bad words in both languages, and the verbs that turn them round: data only, written by hand.
//!
//! English words are given once, in their plain form; plurals and the endings of verbs are made from them. Welsh words are
//! given in their radical form; mutated forms are made from them. Letters are as [`super::tokens`] leaves them: small,
//! without accents.

/// Words that praise, or name what everyone wants.
pub(super) const GOOD: &str = "good right reliable simple free great better best excellent positive beneficial benefit advantage advantageous valuable invaluable useful helpful \
    effective effectively efficient efficiency successful success succeed fair fairness fairer fairly just justice justified justify \
    moral ethical rightful humane compassion compassionate dignity respect respectful equality equity inclusive inclusion \
     freedom liberty autonomy independence independent empowerment empower safe safety safer secure security stable stability peace peaceful \
    health healthy healthier wellbeing happy happiness happier joy enjoy enjoyable fun fulfil fulfilment prosperity prosperous growth \
    thrive flourish progress progressive innovation innovative creative creativity modern opportunity choice diversity diverse talent talented \
    skill skilled skilful knowledge wisdom educated learn quality sustainable sustainability clean cleaner renewable \
    affordable cheap cheaper inexpensive economical productive productivity profitable convenient convenience easy easier easily simpler \
    transparent transparency accountable accountability honest honesty trust trustworthy responsible responsibly responsibility legitimate legitimacy \
    democratic democracy lawful constitutional essential necessary necessity vital crucial indispensable important importance imperative worthwhile worth \
    worthy merit deserve needed beautiful love loving caring kind kindness friendship harmony unity solidarity cooperation collaborate \
    tolerance tolerant heritage tradition strength stronger powerful properly appropriate suitable sensible \
    reasonable rational logical practical feasible viable achievable realistic ideal perfect wonderful fantastic amazing outstanding superb \
    remarkable impressive inspire inspiring inspiration hope hopeful optimistic confident confidence pride proud honour honor hero noble admirable praise \
    appreciate popular welcome favourable favorable preferable desirable superior accurate accuracy precise proven genuine truth \
    fundamental constructive motivated motivation ambition gain reward rewarding solution remedy cure recover recovery relief hygiene hygienic \
    harmless painless protection protective savings nutritious revenue employment privacy cohesion bonding discipline disciplined capable competent \
    competence qualified flexible flexibility objective impartial balanced balance variety comfortable comfort luxury fit fitness brave bravery \
     wise smart clever intelligent mature humanitarian charitable generous generosity gratitude mutual virtue virtuous civilised \
    civilized credible credibility deterrent satisfaction satisfied improvement enhancement breakthrough milestone asset blessing \
    beneficially welfare lasting longevity vibrant lively robust resilient resilience smoother smoothly faster quicker quickly versatile portable \
    accessible accessibility equitable impartiality lifesaving lifesaver delight delightful pleasure pleasant elegant aesthetic dividend \
    surplus stimulus boon upside perk plus pros undeniable undeniably unparalleled unmatched renowned prestigious prestige esteem acclaimed exemplary \
    foremost leading thriving booming empathy sympathy morality integrity sanctity patriotic patriotism loyalty loyal commitment devoted dedication \
    hardworking determined determination perseverance resourceful ingenious genius masterpiece treasure prized cherished beloved uplifting enlightening \
    enlightenment enlightened enriching enrich meaningful heroic dignified righteous consensual voluntary willingly amicable harmonious coexist reconcile \
    reconciliation forgiveness mercy merciful redemption rehabilitation closure deserved rightly duty obligation indisputable sound soundly well correctly \
    adequately sufficient sufficiently enough ample abundant plentiful enhance defense defence defensible \
    warranted understandable consent freely fairest unbiased democratically cooperative \
    choose able ability potential capacity option alternative equally likewise wellness sober sobriety orderly tidy hygienically polite politeness \
    courteous courtesy civil civility obedient attentive focused focus concentration memory literacy literate numeracy fluent bilingual \
    multilingual graduate achiever achievement accomplish accomplishment excel excellence expert expertise professional professionalism experienced mastery \
    craftsmanship entrepreneur entrepreneurial entrepreneurship competitive competitiveness competitiveness lucrative abundance bounty fertile fertility \
    lush pristine scenic biodiversity conservation recyclable recycling recycle biodegradable organic wholesome hearty immunity antibody \
    survival survive survivor alive rescue sanctuary haven refuge shelter asylum cosy homely neighbourly sociable \
    sociability friendly friendliness approachable warm warmth tender gentle calm calmness relaxed relax relaxation restful tranquil \
    tranquillity serenity serene mindful belonging bonded intimate intimacy romance romantic marriageable faithful fidelity \
    chastity purity sacred holy blessed spiritual devotion grace gracious humble humility modest modesty patience temperate prudent \
    prudence thrift thrifty frugal solvent solvency liquidity streamlined streamline optimal optimum optimise optimize rigorous \
    rigour rigor thorough thoroughness meticulous careful carefully vigilant vigilance prepared preparedness readiness ready prompt promptly timely \
    punctual swift seamless";

/// Verbs that do good a little: they give or allow something, and what they give decides when it is named.
pub(super) const GIVES: &str = "provide give allow enable offer encourage create promote develop contribute generate support ensure guarantee \
    facilitate foster attract bring teach educate inform inspire motivate build grow gain earn achieve advance expand raise unite \
    stimulate acknowledge recognise recognize keep maintain preserve retain uphold continue remain able invest adopt permit legal legally legalise legalise accepted accept \
    acceptable entitled entitle \
    help assist aid serve wealth cultural culture equal enjoy reach connect care nurture nourish train equip fund accommodate hire innovate modernise \
    sustain supply power stabilise balance broaden deepen diversify clarify thrive adapt learn discover explore share access afford pay protect save \
    complement incentivise incentive express expression participation participate engage engagement involve representation represent";

/// Verbs that do good to what they govern: something bad after them is averted.
pub(super) const MENDS: &str = "improve protect safeguard save rescue defend benefit strengthen enhance boost heal cure ease relieve alleviate \
    solve resolve address tackle fix overcome remedy repair restore combat deter spare shield counter counteract mitigate correct \
    eradicate avert cope redress rehabilitate reform \
    free liberate unburden vaccinate immunise treat aid conserve defuse deescalate normalise";

/// Words that blame, or name what nobody wants.
pub(super) const BAD: &str = "shocked shocking horrified appalled disgusted upset upsetting bad worse worst poorly terrible awful horrible dreadful negative negatively harmful detrimental damaging disadvantage disadvantageous \
    useless unhelpful ineffective ineffectual inefficient inefficiency unsuccessful failure fail failing unfair unfairly unfairness unjust unjustly injustice unjustified \
    immoral immorality unethical wrong wrongly inhumane cruel cruelty barbaric brutal brutality degrading demeaning humiliating humiliate humiliation \
    disrespect disrespectful unequal inequality inequity exclusion discriminate discrimination discriminatory racist racism sexist sexism prejudice bias biased \
    stigma stigmatise oppression oppressive oppress tyranny tyrant dictator dictatorship coerce coercion coercive forced slavery slave unsafe danger dangerous dangerously hazard hazardous \
    risk risky threat threaten insecure insecurity unstable instability destabilise conflict war violence violent violate violation abuse abusive assault \
    attack kill killing killer murder murderer death dead die deadly lethal fatal fatality casualty victimise suffer suffering pain painful agony \
    torture terror terrorism terrorist crime criminal criminality illegal illegally unlawful unconstitutional corrupt corruption fraud fraudulent cheat steal theft \
    disease illness sickness unhealthy obesity obese addiction addictive epidemic infection cancer depression depressed anxiety anxious stress stressful \
    misery miserable unhappy sad sadness sorrow grief lonely loneliness isolate isolation poverty impoverish bankrupt bankruptcy debt recession \
    unemployment homelessness hunger famine starvation starve decline deteriorate deterioration stagnation stagnant backward outdated archaic obsolete \
    antiquated redundant unreliable unsustainable dirty pollute pollution polluting toxic poison poisonous contaminate waste wasteful wasted \
    expensive costly unaffordable overpriced unproductive unprofitable inconvenient inconvenience difficult difficulty hard complicated confusing confusion secret secrecy \
    unaccountable dishonest dishonesty mistrust distrust irresponsible irresponsibly illegitimate undemocratic unnecessary unnecessarily needless pointless \
    meaningless worthless futile ugly hate hatred hateful hostile hostility enemy anger angry rage resent resentment bully bullying cyberbullying harass harassment \
    intolerance intolerant weak weakness weaken unable inability incapable incompetent incompetence inappropriate unsuitable unreasonable irrational illogical impractical unrealistic \
    impossible unworkable unfeasible flawed flaw error mistake mistaken fault faulty defect problem problematic trouble troubled concern worry worrying \
    fear frightening scary alarming disaster disastrous catastrophe catastrophic crisis chaos chaotic tragedy tragic devastate devastating devastation destructive destruction \
    horror horrific horrifying disgusting disgraceful disgrace shame shameful scandal outrage outrageous ridiculous absurd foolish stupid silly ignorant ignorance naive \
    myth false lie misleading mislead deceive deceptive deception manipulate manipulation propaganda exploitation exploitative greed greedy selfish \
    arrogant hypocrisy hypocritical unnatural artificial unpopular undesirable unwanted unwelcome inferior inaccurate inaccuracy imprecise vulnerability \
    burden obstacle barrier hindrance backfire backlash dilemma controversy controversial divisive division divide segregation \
    trauma traumatic traumatise injure injury wound scar die extinction extinct endanger jeopardise peril toll penalty punish punishment punitive prison jail \
    guilt guilty blame complaint sin sinful evil wicked perverse vicious disproportionate indiscriminate indiscriminately overcrowding overcrowded \
    shortage scarcity deficit mess nuisance shoddy sloppy dull boring nonsense excessive extreme extremist extremism \
    radical fanatic militant genocide massacre holocaust atrocity bomb bombing riot unrest tension rivalry retaliation revenge vengeance genocide \
    limited insufficient inadequate inadequately incomplete intrusive intrusion invasive distraction distract temptation pressure \
    monopoly arbitrary abnormal dependency overwhelmed exhausted tired fatigue misuse overdose suicide suicidal pregnancy bloodshed inflation loophole backdoor \
     disruption upheaval uncertainty uncertain ambiguous unclear irreversible irreparable slippery paradox contradiction contradict \
    emission aggression aggressive aggressor pollutant trafficking traffic molestation molest rape rapist pedophile predator imbalance inequities discord \
    degrade degradation underperform undue unfounded bogus hacker hacking spam stunt harshly harsh disparity marginalise marginalize stereotype \
    stereotyping objectify objectification commodity commodify dehumanise dehumanize demoralise demotivate discontent dissatisfied dissatisfaction rigid \
    inflexible bureaucratic bureaucracy redtape corrupting corrode impair lag stall bleak grim gloomy sinister nasty offensive insult insulting offend \
    vulgar obscene degenerate uneducated untrained unqualified unregulated unchecked unlimited unintended unaware untrue uncomfortable discomfort \
    disturbing unsettling disappoint disappointing disappointed disillusion drawback downside pitfall shortcoming disproportional exorbitant extortionate \
    fraudster scam liar hypocrite coward aggravate exacerbate worsen escalate escalation incite provoke provocation antagonise alienate alienation estrange \
    rebel rebellion collapse crash ruinous plague infest nightmare hell doom fragile irritate annoying annoyance noisy noise smell stink litter flood \
    flooding drought destroyer cripple dependence dependent overdependence overreliance displaced displacement relocate relocation evict eviction deter \
    deterred contrary incompatible antithetical hypocritically sentence executed hang flaws risked overload overburden strain overuse \
    overkill unfulfilled undeserved uncontrolled uncontrollable primitive medieval imposing dominate domination exploitive subjugate \
    subjugation enslave inhumanity deceit cheater infringement breach misguided shortsighted impotent toothless ineffectually vain senseless \
    mindless reckless recklessly careless carelessness negligent negligence \
    adverse adversely unbearable heinous homicide abhorrent overworked helpless incurable scarce objectionable mockery slope setback decay stolen \
    censorship overpopulation overpopulated damaged unskilled lazy laziness idle idleness apathy apathetic misinformation misinform disinformation ridicule \
    mock taunt tease stolen robbery burglary looting vandalism vandal malicious malice spite spiteful jealous jealousy envy greedily ravage pillage plunder \
    atrocious appalling horrendous dire grave gravely severe severely grossly blatant blatantly gullible indoctrinate indoctrination brainwash brainwashing \
    propagandist fascist fascism tyrannical authoritarian autocratic totalitarian elitist elitism snobbery nepotism cronyism bribery bribe extort extortion \
    blackmail embezzle launder laundering smuggle smuggling cartel gang mafia thug hooligan delinquent delinquency truancy dropout illiterate illiteracy \
    malnutrition malnourished contagious virus flu hiv aids std syphilis hangover liver stroke diabetes asthma allergy defects \
    abnormality disorder psychosis schizophrenia insomnia nausea vomit bleed bleeding bruise scarred cancerous carcinogen carcinogenic radiation \
    radioactive meltdown spill leak leakage explosion explode wreck derail sabotage espionage spy hijack kidnapping kidnap hostage ransom prey predatory \
    lure entice seduce groom grooming spoof counterfeit pirated piracy overcharge profiteer profiteering usury gamble gambling bet inflate \
    devaluation layoffs redundancy downsizing outsourcing squeeze crunch bubble speculative speculation volatile volatility turbulence \
    turmoil uproar havoc mayhem anarchy lawless lawlessness disorderly disarray disunity grievance protest strike boycotts embittered bitter bitterness \
    xenophobia xenophobic homophobia homophobic islamophobia antisemitism bigot bigotry chauvinism misogyny misogynist patriarchal patriarchy scapegoat \
    ostracise ostracize exclude excluded deprived deprivation underprivileged underfunded understaffed neglectful absentee broken dysfunctional rotten \
    stale sterile hollow empty shallow superficial trivial petty frivolous extravagant decadent decadence immature childish spoiled rude rudeness impolite \
    disobedient disruptive unruly rowdy drunk drunken overweight unfit unwell frail weakly feeble powerless defenceless defenseless exposed unprotected \
    unsupervised unguarded";

/// Verbs that harm what they govern: something good after them is lost.
pub(super) const HARMS: &str = "harm hurt destroy ruin undermine violate infringe hamper stifle \
    erode weaken diminish damage disrupt disregard ignore neglect betray sacrifice curtail strip rob waste squander compromise jeopardise endanger \
    threaten crush distort dilute impair degrade exploit abuse interfere intrude devalue \
    breach encroach penalise reject condemn penalise cripple \
    stunt suffocate sap drain deplete destabilise destabilize desensitise desensitize corrupt pollute worsen invade overrun overwhelm override subvert \
    usurp disenfranchise displace demean belittle trivialise mock offend insult spoil tarnish blur cheapen dehumanise marginalise neglected \
    punish disadvantage undercut miscarriage bypass circumvent infest disempower discredit";

/// People in need: named as those whom something helps or hurts more often than as what is wrong.
pub(super) const NEEDY: &str = "poor poorer poorest victim vulnerable sick ill unemployed homeless disabled elderly addict patient suffering suffer terminally terminal dying innocent \
    disadvantaged struggling needy refugee orphan tlawd bregus anabl henoed dioddefwyr";

/// What things cost: more of it is bad, less of it good.
pub(super) const COSTS: &str = "cost price expense tax taxes bill fee burden hassle";

/// Words that lessen what follows them: less of a bad thing is good, less of a good one bad.
pub(super) const LESSENS: &str = "reduce reduction decrease lower lessen cut fewer less minimise minimize eliminate elimination remove removal end \
    avoid avoidance without lack lacking absence halt escape drop fall shrink diminish rid reducing lose loss losing lost \
    cease phase phasing away rare rarely unlikely decreasing absent eliminating minus discourage undo";

/// Words that limit what follows them: a harm by themselves, and good where it is a bad thing that is limited.
pub(super) const LIMITS: &str = "prevent prevention stop fight against restrict restriction limit block curb forbid prohibit ban banned deny deprive restrain constrain oppose \
    hinder inhibit impede outlaw criminalise criminalize resist refuse discourage suppress censor abolish \
    stifle hamper preclude obstruct constrict confine repress bar";

/// Words that deny what follows them.
pub(super) const DENIES: &str = "not no never nothing none neither nor hardly barely scarcely rarely seldom cannot cant can't dont don't doesnt doesn't didnt didn't \
    isnt isn't arent aren't wasnt wasn't werent weren't wont won't wouldnt wouldn't shouldnt shouldn't couldnt couldn't havent haven't hasnt hasn't hadn't nobody ain't";

/// Verbs of taking away: what a proposal to ban does, and how people speak of it.
pub(super) const TAKES_AWAY: &str = "ban banned prohibit prohibition prohibited abolish abolition abolished abolishment end ended ending close closed closing closure shut abandon abandoned abandonment scrap remove \
    removal removed eliminate elimination outlaw outlawed illegal criminal criminalise criminalised criminalisation criminalization forbid forbidden stop stopped limit limited \
    restrict restricted restriction cap capped reduce reduced reduction cut disband dismantle withdraw withdrawal repeal abrogate revoke deny denied replace replaced drop dropped bypass \
    cease quit leave reject rejected oppose suspend suspended block blocked exclude stripped \
             restrain";

/// Verbs of bringing in, keeping or allowing.
pub(super) const BRINGS_IN: &str = "allow allowed allowing permit permitted legalise legalised legalisation legalization legal legally introduce introduced introduction adopt adopted adoption increase increased increasing raise raised subsidise subsidised subsidy subsidies \
    fund funded funding build built building create created creation promote promoted encourage encouraged support supported keep kept keeping continue continued maintain maintained retain retained \
    enforce implement implemented implementation impose imposed mandatory compulsory expand extend extended invest provide provided grant granted accept accepted \
    protect protected establish established enact enacted join use used offer restore restored reintroduce reintroduced require required make force host remain stay exist available enable \
    institute recognise recognised pass";

/// Of these verbs, the ones that alone show which proposal is meant.
pub(super) const SPECIFIC_ACTS: &str = "ban banned banning prohibit prohibited abolish abolished abolition legal legalise legalised legalize legalized outlaw outlawed criminal criminalise criminalised illegal \
    subsidise subsidised subsidize subsidized compulsory mandatory disband scrap scrapped privatise privatised repeal repealed gwahardd diddymu cyfreithloni gorfodol anghyfreithlon";

/// What an answer may call a thing besides its name: groups of words for matters that people are consulted on.
pub(super) const SAME_MATTER: &[&str] = &[
    "gun firearm arms weapon rifle handgun shooting",
    "capital execution execute executed penalty",
    "prostitution prostitute brothel",
    "gay homosexual homosexuality lesbian lgbt",
    "immigration immigrant migrant migration refugee asylum",
    "tax taxation levy taxpayer",
    "smoking smoker tobacco cigarette smoke",
    "alcohol drinking drinker drink",
    "drug cannabis marijuana heroin narcotic",
    "school schooling pupil classroom teacher homework",
    "university college student tuition degree",
    "internet online web website cyber",
    "media press newspaper journalist journalism broadcaster",
    "war military troop soldier army combat warfare",
    "religion religious church faith priest god",
    "vegetarian vegan meat",
    "energy electricity power fossil renewable",
    "dam hydro hydropower hydroelectric hydroelectricity reservoir",
    "climate warming emission carbon co2 greenhouse",
    "animal species wildlife",
    "driver driving motorist vehicle",
    "speed mph",
    "house housing tenant rent landlord",
    "abortion foetus fetus unborn pregnancy",
    "suicide euthanasia dying",
    "vaccine vaccination vaccinate immunisation immunization",
    "voting vote voter election electoral ballot",
    "democracy democratic democratization democratisation democratise",
    "space nasa mars planet moon",
    "police officer policing",
    "prison prisoner inmate detainee detention jail",
    "olympics olympic games",
    "fee tuition charge",
    "wage pay salary earnings",
    "retirement retire pension elderly",
    "marriage marry married wedding polygamy",
    "celibacy celibate vow",
    "uniform uniforms",
    "copyright patent intellectual piracy",
    "surveillance wiretap wiretapping cctv camera",
    "torture interrogation waterboarding",
    "nuclear atomic reactor",
    "bottle bottled plastic",
    "second home holiday let airbnb",
    "profit profiteering shareholder dividend",
    "ysgol ysgolion disgybl disgyblion athro athrawon",
    "treth trethi trethu ardoll",
    "tai ty cartref rhent tenant landlord",
    "ysmygu ysmygwr tybaco sigaret sigarets",
    "car ceir gyrru gyrrwr gyrwyr moduro",
    "terfyn cyflymder mya",
    "highrise skyscraper tower apartment flat flats block density",
    "birth procreation procreate reproduction reproduce childfree childless parenthood motherhood population",
    "leak leaking secret classified whistleblower disclosure confidential",
    "job employment unemployment worker workforce",
    "bus buses train railway passenger timetable",
    "cycling cyclist bicycle bike",
    "farm farmer farming agriculture agricultural crop livestock",
    "fish fishing fishery fisherman trawling",
    "waste rubbish recycling landfill bin litter",
    "dog puppy breeder breeding pet",
    "gambling gamble betting bet casino lottery",
    "vaping vape nicotine",
    "smacking smack corporal beating",
    "organ donor donation transplant",
    "tourist tourism visitor holidaymaker hotel",
    "hunting hunt shooting cull badger fox",
    "devolution devolved independence senedd",
    "library libraries librarian",
    "dentist dental dentistry",
    "disability disabled wheelchair",
    "broadband internet wifi",
    "flood flooding river coastal",
    "turbine windfarm wind",
    "pylon cable grid",
    "tree woodland forest forestry planting",
    "air pollution emission fumes",
    "obesity sugar sugary fat junk",
    "advert advertising advertisement advertiser marketing",
    "knife stabbing blade",
    "refund deposit container packaging",
    "bws bysiau tren trenau teithwyr",
    "beic beicio beiciau beicwyr",
    "fferm ffermwr ffermwyr ffermio amaeth amaethyddiaeth",
    "gwastraff sbwriel ailgylchu biniau",
    "ci cwn cwningod anifail anifeiliaid",
    "gamblo betio bet casino",
    "fepio anwedd nicotin",
    "twrist twristiaid twristiaeth ymwelwyr ymwelydd",
    "llyfrgell llyfrgelloedd",
    "coed coeden coedwig coetir plannu",
    "tyrbin tyrbinau gwynt",
    "llifogydd afon afonydd",
    "cynghorau cynghorwyr cynghorydd",
    "elw elwa cyfranddalwyr",
    "plastig potel poteli",
    "cig llysieuol figan",
    "ynni trydan tyrbin tyrbinau",
];

/// Words so common in answers that alone they do not say which proposal is meant.
pub(super) const COMMON: &str = "people person man men woman women child children young youth adult parent family family's government state country nation world society public \
    community life time year day way thing work worker job service provider care carer help need home house place area local national international \
    school student student's pupil teacher education staff patient hospital health council wales welsh united states america american us usa britain british uk europe european africa african eu un western \
    money cost price pay fund law legal policy rule right system program programme project use used using user new old good bad better best more less most should must own give get make take \
    become one two first group member company companies business citizen house level age case part number form act action effect good important necessary beneficial justified \
    looked after stop allow accept access based future current today issue matter question whole real mean means open high low long short free well \
    all any many some other such same different able only also still even further foreign social human individual industry large small rich poor leader team \
    pobl plant plentyn rhieni teulu teuluoedd gofal gofalu gofalwyr darparwyr darparwr gwasanaeth gwasanaethau ysgol ysgolion cartref cartrefi cymru llywodraeth cyngor gwaith \
    lle lleoedd ardal lleol derbyn iechyd cymuned cymunedau arian cost pris amser blwyddyn newydd da gwell hawl pawb rhai mwy llai cael bod gwneud rhoi defnyddio \
    hour hours minute minutes week weeks month months years days second third made making longer shorter higher lower bigger smaller greater later earlier \
    tomorrow night overnight morning summer winter every each outdoor indoor default residential charge charged full visit visitor three four five six ten \
    twenty hundred special main major primary focus special certain special various particular existing city town village region district centre building \
    room road street door phone call general common term set put taken taking bring brought go going come keep kept let meet seek show shown interest power \
    possible increased increase reduced reduce promote provide given giving allowed allowing introduce introduced create created cause caused choose \
    available support supported supporting oriau awr munud wythnos mis dydd nos bob pob ail trydydd uwch is hirach byrrach haf gaeaf prif penodol dinas \
    tref pentref stryd ffordd heol ffyrdd adeilad ystafell codi talu cyflwyno creu darparu";

/// Words of grammar, which name nothing.
pub(super) const GRAMMAR: &str = "gwneud wneud wnaed gwneir never none neither nor without always ever byth heb the a an of to in is are was were be been being should must would could will shall may might can this that these those it its and or for on with by as from at not no have has had \
    their our your his her my them they he she you i we there than then if which who whom whose what when where how why do does did doing done ought so but into out over under up down off about between \
    during towards toward per via very too just because until while necessarily really dont don't house believes believe think thinks cause causes lead let us \
    y yr yn a ac i o ar at am gan gyda dan dros drwy rhwng heb hyd wrth er os pe bod mae sydd ydy yw oes oedd fydd byddai bydd dylai dylid dylem dylen gallai gall ei eu ein fy dy eich \
    ni hi ef fe nhw hwn hon hyn hynny na nac nad nid ddim dim ond neu fel pan lle sut beth pwy sy ger i'r caiff gaiff cael gael mewn";

/// Good words in Welsh.
pub(super) const GOOD_CY: &str = "da gwell gorau gwych ardderchog rhagorol cadarnhaol buddiol budd manteisiol mantais manteision gwerthfawr defnyddiol effeithiol effeithlon llwyddiannus llwyddiant \
    teg tegwch cyfiawn cyfiawnder moesol moesegol cywir iawn urddas parch cydraddoldeb cynhwysol rhydd rhyddid annibyniaeth diogel diogelwch diogelach sefydlog sefydlogrwydd heddwch heddychlon \
    iach iachach iechyd lles llesiant hapus hapusrwydd mwynhau ffyniant ffynnu cynnydd arloesi arloesol creadigol cyfle cyfleoedd dewis amrywiaeth dawn sgiliau gwybodaeth ansawdd dibynadwy \
    cynaliadwy cynaliadwyedd glan glanach gwyrdd fforddiadwy rhad rhatach cynhyrchiol proffidiol cyfleus hawdd haws syml tryloyw tryloywder atebol gonest gonestrwydd ymddiriedaeth cyfrifol \
    democrataidd democratiaeth cyfreithlon hanfodol angenrheidiol allweddol pwysig pwysicach gwerth haeddu hardd prydferth cariad caredig cyfeillgarwch undod cydweithio goddefgar diwylliant treftadaeth traddodiad \
    cryfach addas priodol synhwyrol rhesymol ymarferol realistig delfrydol perffaith ysbrydoli ysbrydoledig gobaith hyderus hyder balch balchder poblogaidd dymunol cytbwys cymwys hyblyg hyblygrwydd naturiol doeth \
    gwelliant gwelliannau arbedion ateb gwellhad rhinwedd croeso haeddiannol sicrwydd ffit";

/// Verbs that give or allow, in Welsh.
pub(super) const GIVES_CY: &str = "rhoi darparu caniatau galluogi cynnig annog creu hyrwyddo hybu datblygu cyfrannu sicrhau denu dysgu addysgu adeiladu tyfu ennill cyflawni cynnal cadw parhau buddsoddi mabwysiadu derbyn";

/// Verbs that mend, in Welsh.
pub(super) const MENDS_CY: &str = "gwella helpu cynorthwyo diogelu gwarchod amddiffyn achub cryfhau iachau lleddfu datrys trwsio goresgyn adfer arbed lliniaru cywiro ";

/// Bad words in Welsh.
pub(super) const BAD_CY: &str = "difrifol drwg gwael gwaeth gwaethaf ofnadwy erchyll negyddol niweidiol niwed andwyol anfantais anfanteision diwerth aneffeithiol aneffeithlon aflwyddiannus methiant methu annheg annhegwch anghyfiawn anghyfiawnder \
    anfoesol anfoesegol anghywir creulon creulondeb barbaraidd diraddiol bychanu anghydraddoldeb eithrio gwahaniaethu hiliol hiliaeth rhywiaethol rhagfarn stigma gormes gormesol gorfodaeth gorfodi caethwasiaeth peryglus perygl peryglon \
    risg risgiau bygythiad ansefydlog ansefydlogrwydd gwrthdaro rhyfel trais treisgar camdriniaeth ymosod ymosodiad lladd llofruddio marwolaeth marwolaethau marw angheuol dioddef dioddefaint dioddefwyr poen poenus artaith terfysgaeth \
    trosedd troseddau troseddol anghyfreithlon llygredig llygredd twyll dwyn afiechyd afiechydon salwch sal afiach gordewdra caethiwed iselder gorbryder pryder pryderus straen anhapus trist tristwch unig unigrwydd ynysu \
    tlodi dyled diweithdra digartref digartrefedd newyn dirywio dirywiad henffasiwn annibynadwy anghynaladwy budr brwnt llygru gwenwynig gwastraff gwastraffu drud costus anfforddiadwy anghyfleus anodd anhawster anawsterau \
    cymhleth dryslyd dryswch anonest anghyfrifol annemocrataidd diangen dibwrpas diystyr ofer hyll casineb gelyn dicter dig bwlio aflonyddu gwan gwannach gwanhau amhriodol anaddas afresymol anymarferol afrealistig \
    amhosibl amhosib diffygiol diffygion gwall camgymeriad problem problemau trafferth trafferthion ofn ofnau brawychus trychineb trychinebus argyfwng anhrefn trasiedi trasig dinistriol dinistr ffiaidd gwarth gwarthus cywilydd \
    chwerthinllyd hurt gwirion ffol twp anwybodus celwydd camarweiniol camarwain ecsbloetio barus trachwant hunanol annaturiol amhoblogaidd israddol anfanwl baich rhwystr rhwystrau dadleuol rhwyg \
    trawma anaf anafiadau cosb cosbi carchar euog bai pechod drygioni anghymesur gorlawn prinder diffygiol colled colledion annerbyniol eithafol ymyrraeth pwysau ansicrwydd ansicr oedi gwaethygu annigonol cyfyngedig syrffedus diflas";

/// Verbs that harm, in Welsh.
pub(super) const HARMS_CY: &str = "niweidio difrodi dinistrio difetha tanseilio torri llesteirio amharu mygu amddifadu gwadu erydu gwanhau anwybyddu esgeuluso bradychu peryglu bygwth ymyrryd cosbi gwastraffu difreinio";

/// Words that lessen, in Welsh.
pub(super) const LESSENS_CY: &str =
    "lleihau gostwng llai torri dileu gwaredu osgoi heb diffyg absenoldeb colli erbyn ymladd cwtogi arafu ";

/// Words that limit, in Welsh.
pub(super) const LIMITS_CY: &str = "atal rhwystro stopio gwahardd cyfyngu";

/// Words that deny, in Welsh.
pub(super) const DENIES_CY: &str = "ddim dim nid nad nac na ni byth neb prin methu fawr dydw dydy dyw dydyn dwi'm";

/// Verbs of taking away, in Welsh.
pub(super) const TAKES_AWAY_CY: &str = "gwahardd gwaharddiad diddymu dileu gwaredu cau cyfyngu cyfyngiad atal stopio lleihau gostwng torri tynnu cwtogi anghyfreithlon terfynu erthylu gwrthod trethu disodli";

/// Verbs of bringing in, in Welsh.
pub(super) const BRINGS_IN_CY: &str = "gwneud caniatau cyfreithloni cyflwyno mabwysiadu cynyddu codi ariannu cymorthdalu adeiladu creu hyrwyddo annog cefnogi cadw parhau cynnal gorfodol ehangu ymestyn buddsoddi darparu sefydlu gweithredu cyfreithlon defnyddio";
