/** The words by which names are read: titles, roles, and the heads of names of organisations, places and so on. */

function words(text: string): ReadonlySet<string> {
	return new Set(text.trim().split(/\s+/));
}

/** Forms of address, with the pronoun they tell; null when they tell none. */
export const HONORIFICS: ReadonlyMap<string, "he" | "she" | null> = new Map([
	...pairs("he", "mr mister sir lord monsieur herr senor señor signor signore don pan gospodin messrs sri shri"),
	...pairs(
		"she",
		"madam mrs ms miss mme madame mlle mademoiselle lady dame frau senora señora señorita signora gospozha pani smt shrimati",
	),
	...pairs(null, "rt drs dr prof professor rev reverend fr hon mx doctor maestro sheikh shaikh haji hajji imam"),
]);

function pairs(pronoun: "he" | "she" | null, list: string): (readonly [string, "he" | "she" | null])[] {
	return list.split(" ").map((word) => [word, pronoun] as const);
}

/** Titles of rulers and clerics, which stand before a given name; with the pronoun they tell. */
export const RANKS_OF_BIRTH: ReadonlyMap<string, "he" | "she" | null> = new Map([
	...pairs(
		"he",
		"king prince emperor sultan emir baron duke earl ayatollah mullah mawlawi father pope archbishop patriarch",
	),
	...pairs("she", "queen princess empress baroness duchess countess sister"),
	...pairs(null, "saint bishop cardinal pastor rabbi mufti"),
]);

/** Head nouns of what people are: offices, ranks, trades. Lower-case singular. */
export const ROLES: ReadonlySet<string> = words(`
	alderman alderwoman president premier minister chancellor senator governor mayor ambassador envoy consul diplomat delegate negotiator
	secretary undersecretary spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief head leader
	director commissioner commander general colonel major captain lieutenant sergeant corporal admiral brigadier marshal
	commodore officer sheriff constable detective inspector superintendent deputy prosecutor attorney lawyer solicitor
	barrister judge justice magistrate ombudsman coroner representative congressman congresswoman councilman
	councilwoman councillor councilor assemblyman assemblywoman lawmaker legislator parliamentarian deputy-governor
	mp speaker whip candidate nominee treasurer auditor comptroller controller administrator executive ceo cfo coo
	founder co-founder cofounder owner manager producer editor editor-in-chief columnist correspondent reporter journalist
	anchor presenter host author writer poet novelist playwright critic analyst economist historian scientist researcher
	scholar professor lecturer teacher principal dean provost rector chaplain engineer architect doctor surgeon physician
	nurse paramedic psychologist psychiatrist epidemiologist virologist geologist seismologist meteorologist astronomer
	biologist chemist physicist statistician sociologist anthropologist archaeologist actor actress singer musician
	composer conductor comedian artist painter sculptor photographer filmmaker designer dancer model coach trainer
	striker goalkeeper midfielder defender quarterback pitcher boxer golfer swimmer athlete player referee umpire
	activist campaigner organiser organizer volunteer adviser advisor aide strategist consultant lobbyist expert
	specialist official coordinator co-ordinator monitor observer investigator rapporteur farmer fisherman miner driver
	pilot astronaut sailor soldier veteran fighter militant warlord cleric priest imam bishop archbishop cardinal pope
	rabbi monk nun pastor king queen prince princess emperor emir sultan sheikh ayatollah mullah resident neighbor
	neighbour witness survivor victim suspect defendant plaintiff student pupil businessman businesswoman entrepreneur
	investor banker trader broker shopkeeper landlord tenant mother father brother sister son daughter husband wife widow
	widower uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter grandmother fiance fiancee
	boyfriend girlfriend friend colleague partner teenager man woman boy girl premier-elect president-elect
	vice-president vice-chairman secretary-general director-general attorney-general first-lady spox mep gov sen rep
	chairman-elect oligarch magnate mogul tycoon publisher curator librarian firefighter policeman policewoman trooper
	rival ally successor predecessor counterpart recorder marine lobbyist lord lady commissar premiere councilmember treasurer ranger
	co-author coauthor co-chair co-chairman co-director co-owner co-host footballer cricketer winger fullback songwriter rapper
	agent-in-charge gentleman inspector-general auditor-general solicitor-general governor-general surgeon-general
	advocate lieutenant-general major-general brigadier-general attorney-at-law lieutenant-governor
`);

/** Abbreviated titles and the role they stand for. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
	(
		"pc constable wpc constable const constable mla legislator mlc legislator mna legislator mca legislator gen general lt lieutenant col colonel sgt sergeant maj major cpl corporal capt captain cmdr commander adm admiral " +
		"brig brigadier pvt private gov governor sen senator rep representative reps representative sens senator pres president " +
		"supt superintendent insp inspector det detective atty attorney amb ambassador sec secretary dir director pm premier " +
		"supt. superintendent igp inspector-general cm minister cllr councillor cdr commander vp vice-president " +
		// The same offices in other languages of the news.
		"bürgermeister mayor bürgermeisterin mayor oberbürgermeister mayor oberbürgermeisterin mayor präsident president " +
		"präsidentin president kanzler chancellor kanzlerin chancellor bundeskanzler chancellor bundeskanzlerin chancellor " +
		"ministerin minister außenminister minister außenministerin minister sprecher spokesman sprecherin spokeswoman " +
		"maire mayor ministre minister président president présidente president " +
		"alcalde mayor alcaldesa mayor presidente president presidenta president ministro minister ministra minister " +
		"sindaco mayor sindaca mayor prefeito mayor prefeita mayor burgemeester mayor burgemeesteres mayor " +
		"woordvoerder spokesman borgmästare mayor borgmästaren mayor borgmester mayor borgmesteren mayor ordfører mayor " +
		"statsminister premier statsministern premier statsministeren premier burmistrz mayor prezydent president " +
		"prezydenta president starosta mayor primátor mayor"
	)
		.split(" ")
		.reduce<[string, string][]>((list, word, at, all) => {
			if (at % 2 === 0) list.push([word, all[at + 1] ?? word]);
			return list;
		}, []),
);

/** Words that stand before a role and belong to the title: "Foreign Minister", "former Deputy Mayor". */
export const ROLE_MODIFIERS: ReadonlySet<string> = words(`
	foreign prime vice deputy defense defence interior finance economy health education justice transport energy trade
	environment agriculture labor labour culture sports information home chief senior junior former ex acting interim
	assistant associate executive managing general attorney first second special presidential national regional
	provincial federal state county city district police fire army navy military supreme lead co late current incoming
	outgoing newly-elected then then-president elect house senate majority minority opposition party lord brigadier
	lieutenant major permanent private press deputy-prime head team court press-secretary staff us intelligence security
	counterterrorism aviation tourism planning development budget treasury communications political religious spiritual
	rebel separatist union retired veteran honorary communist conservative liberal republican democratic
	democrat socialist nationalist islamist crown
`);

/** Roles that a woman or a man alone is called. */
export const ROLE_PRONOUNS: ReadonlyMap<string, "he" | "she"> = new Map([
	...rolePairs(
		"she",
		"spokeswoman chairwoman congresswoman councilwoman assemblywoman policewoman businesswoman actress queen princess mother sister daughter wife widow aunt niece grandmother granddaughter girlfriend fiancee woman girl nun lady",
	),
	...rolePairs(
		"he",
		"businessman policeman fisherman king prince father brother son husband widower uncle nephew grandfather grandson boyfriend man boy priest monk pope imam",
	),
]);

function rolePairs(pronoun: "he" | "she", list: string): (readonly [string, "he" | "she"])[] {
	return list.split(" ").map((word) => [word, pronoun] as const);
}

/** Last words of names of organisations (and first words before "of" or "for"). */
export const ORGANISATION_HEADS: ReadonlySet<string> = words(`
	ministry department council committee subcommittee party university college inc corp ltd llc plc gmbh corporation
	company co bank association union federation confederation commission authority court tribunal police army navy forces
	force guard front movement group foundation institute institution society club league senate congress parliament
	assembly duma rada knesset bundestag bureau service services organisation organization hospital clinic school academy
	church mosque airlines airways airline brigade brigades battalion militia alliance coalition campaign board fund
	trust agency government administration secretariat cabinet embassy consulate mission delegation command staff
	office centre center laboratory laboratories syndicate cartel brotherhood network industries systems technologies
	partners holdings motors pharmaceuticals insurance enterprise enterprises consortium cooperative chamber exchange
	observatory museum library orchestra theater theatre ballet opera caucus legion corps regiment division squadron
	treasury judiciary directorate inspectorate watchdog workers teachers democrats republicans conservatives greens
	lobby project initiative program programme task-force taskforce jihad hezb panel
	unit team squad constabulary sheriff's patrol diocese archdiocese synod federals airlines studios pictures records
	survey entertainment solutions labs software energy petroleum oil gas electric telecom communications resources
	watch metals mining foods airways chemicals minerals logistics aerospace semiconductors steelworks breweries brewery
	shipyards shipping ventures retail steel motor
`);

/** First words of names of organisations whatever follows "of" or "for". */
export const ORGANISATION_FIRST: ReadonlySet<string> = words(`
	ministry department university bank council house court office bureau board college institute school church
	organisation organization association federation union society friends center centre committee commission
	academy chamber league alliance campaign movement front party foundation fund museum library doctors reporters
	brotherhood army knights sons daughters directorate embassy consulate coalition group government city-council
	parliament assembly national-assembly faculty diocese archdiocese inspectorate conference congress authority agency order
`);

/** Last words of names of outlets. */
export const OUTLET_HEADS: ReadonlySet<string> = words(`
	news times post herald tribune gazette journal telegraph guardian chronicle daily radio tv television broadcasting
	press magazine observer mirror mail express weekly dispatch courier sentinel inquirer examiner globe bulletin
	reporter advertiser echo argus ledger record star sun standard review digest monitor newspaper show
`);

/** Last words of names of places. */
export const PLACE_HEADS: ReadonlySet<string> = words(`
	river lake mountain mountains hills hill street avenue road boulevard lane drive highway valley island islands sea ocean bay gulf
	peninsula province county district city airport bridge square park beach strait desert region oblast krai town
	village port harbor harbour canal creek falls forest canyon coast plateau basin governorate prefecture municipality
	township borough neighborhood neighbourhood suburb heights plaza tower towers stadium arena station terminal
	base prison jail zone reservoir dam glacier volcano mall hotel pass territory territories cape gorge delta
	cemetery palace castle cathedral temple hall
`);

/** First words of names of places. */
export const PLACE_FIRST: ReadonlySet<string> = words("lake mount port fort cape camp gulf bay strait isle river rue");

/** Words before a name that make it another place: "New Corra" is not Corra. */
export const PLACE_PREFIXES: ReadonlySet<string> = words(`
	new north south east west northern southern eastern western central upper lower old great greater inner outer san
	santa santo são sao saint st ste port fort mount lake los las la el el rio villa nova novo bad grand little big
`);

/** Last words of names of documents (and first before "on", "of", "for"). */
export const DOCUMENT_HEADS: ReadonlySet<string> = words(`
	treaty agreement act accord accords constitution charter protocol convention bill declaration resolution law code
	amendment memorandum communique communiqué statute directive manifesto report pact covenant decree doctrine
`);

/** Last words of names of events. */
export const EVENT_HEADS: ReadonlySet<string> = words(`
	summit conference war wars olympics games championship championships cup festival election elections revolution
	awards prize forum dialogue marathon tournament series referendum uprising spring genocide holocaust massacre
	parade convention expo exhibition biennale grand-prix open
`);

/** First words of names of events. */
export const EVENT_FIRST: ReadonlySet<string> = words("hurricane typhoon cyclone storm operation");

/** Nouns in lower case after a name that make it a group's or a state's. */
export const GROUP_NOUNS: ReadonlySet<string> = words(`
	group movement militia militants militant fighters fighter insurgents rebels rebel guerrillas gunmen faction
	organisation organization party regime leadership command commanders commander branch affiliate affiliates cell
	network company firm corporation
`);

/** Verbs of speech that make what says them somebody: used as evidence of a person, weak for groups too. */
export const SPEECH_VERBS: ReadonlySet<string> = words(`
	said says told tells added adds asked asks replied replies explained explains noted notes recalled recalls
	argued argues insisted insists joked joking tweeted wrote writes testified testifies shouted whispered
	acknowledged acknowledges admitted admits conceded concedes remarked quipped
`);

/** What only persons do: evidence of one behind a name of several words. */
export const PERSON_VERBS: ReadonlySet<string> = words(`
	spoke speaks resigned resigns died dies wept sang sings smiled laughed slept retired testified pleaded apologised
	apologized married graduated walked knelt cried nodded shrugged sighed drowned studied lectured lived lives drove
	ate woke listened watched waved knew thought believes believed felt remembers remembered wondered fled stayed
	arrived returned left sued voted stood sat swam danced played prayed
`);

/** What is done to persons: "was shot", "has been elected". */
export const DONE_TO_PERSONS: ReadonlySet<string> = words(`
	born arrested shot charged jailed sentenced convicted hurt wounded injured killed hospitalised hospitalized acquitted
	buried elected cheered married appointed stabbed beaten extradited deported detained indicted hanged kidnapped ill
	absent present dead caught
`);

/** What stands before persons: "arrested Bo Marsh". */
export const DOING_TO_PERSONS: ReadonlySet<string> = words(`
	arrested shot jailed sentenced convicted married divorced buried elected appointed acquitted hired sacked stabbed
	arresting electing appointing marrying replaces replaced succeeds succeeded widow
`);

/** Titles in the plural with their role; they go with every name of a list. Empty when they tell none. */
export const PLURAL_TITLES: ReadonlyMap<string, string> = new Map([
	["drs", ""],
	["profs", "professor"],
	["messrs", ""],
	["sens", "senator"],
	["reps", "representative"],
	["gens", "general"],
	...(
		"president minister senator judge justice mayor governor professor general colonel captain officer detective " +
		"prosecutor lawyer commissioner ambassador bishop cardinal deputy"
	)
		.split(" ")
		.map((role): [string, string] => [role === "deputy" ? "deputies" : `${role}s`, role]),
	["princes", "prince"],
	["kings", "king"],
	["queens", "queen"],
]);

/** Heads of names of army units, which have a number before them. */
export const ARMY_UNITS: ReadonlySet<string> = words(
	"brigade division regiment battalion corps fleet squadron army wing",
);

/** Ranks of police and armies that are written in capitals alone, with their role; small, they are other words. */
export const RANK_LETTERS: ReadonlyMap<string, string> = new Map(
	(
		"cop commissioner dcop commissioner acop commissioner acp commissioner dcp commissioner jcp commissioner " +
		"asp superintendent dsp superintendent csp superintendent ssp superintendent sp superintendent adsp superintendent " +
		"dgp inspector-general adgp inspector-general dig inspector-general aig inspector-general dci inspector " +
		"di inspector dcs superintendent ds sergeant tsgt sergeant msgt sergeant ssgt sergeant csgt sergeant " +
		"wo officer cwo officer cpo officer dsg secretary wpc constable"
	)
		.split(" ")
		.reduce<[string, string][]>((pairs, word, at, all) => {
			if (at % 2 === 0) pairs.push([word, all[at + 1] ?? ""]);
			return pairs;
		}, []),
);

/** Titles and trades that are common surnames as well. */
export const SURNAME_TITLES: ReadonlySet<string> = words(`
	dean king bishop major marshal judge pope prior abbot baron earl duke prince priest monk constable driver farmer
	singer painter sergeant chaplain cardinal page porter chancellor shepherd archer lord
`);

/** Last words of names of sports clubs, by which they are also called without an article. */
export const CLUB_HEADS: ReadonlySet<string> = words(
	"united rovers wanderers athletic albion rangers fc afc hotspur villa",
);

/** Words inside names that are written small. */
export const PARTICLES: ReadonlySet<string> = words(`
	de da del della di do dos das du des van von der den ter ten zu zum zur bin ibn bint al el ul ud e y af av la le
	abu ould van't 't ag arap
`);

/** Months and weekdays, whole and short: never names by themselves. */
export const CALENDAR_WORDS: ReadonlySet<string> = words(`
	january february march april may june july august september october november december jan feb mar apr jun jul aug
	sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	mondays tuesdays wednesdays thursdays fridays saturdays sundays
`);

/** Words that are written with a capital and name nothing that reports are compared by. */
export const NOT_NAMES: ReadonlySet<string> = words(`
	i i'm i've i'd i'll god christmas easter ramadan eid diwali hanukkah thanksgiving halloween english-language internet web
	muslim muslims islamic islam islamist islamists christian christians christianity jewish jew jews judaism catholic
	catholics protestant protestants orthodox sunni sunnis shia shiite shiites hindu hindus hinduism buddhist buddhists sikh
	sikhs arab arabs arabic latin latino latina latinos hispanic hispanics european europeans asian asians african
	africans western westerners eastern soviet nazi nazis marxist bible koran quran tv ok am pm gmt est edt pst utc bst
	cet ceo cfo coo mp mps mep meps phd md ma ba dna hiv aids covid covid-19 gdp ngo ngos suv suvs vip faq usd eur
	photo video image images file watch read related editor's editors
	mr mrs ms dr sir jr sr ph.d m.d no nos
	earth north south east west northern southern northeast northwest southeast southwest
	republican republicans democrat democrats democratic conservative conservatives labour liberal liberals
	first second third fourth fifth president-elect qc kc hq african-american african-americans afro-american
	ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
	him himself cd cds dvd dvds b.c a.d
	caucasian mandarin cantonese hebrew farsi persian pashto dari urdu hindi bengali swahili
`);
