/** Units of measure, currencies and magnitudes, as facts listed by hand. */

/** Unit by the word or sign as folded. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
	(
		"km:km kms:km kilometer:km kilometers:km kilometre:km kilometres:km mile:mile miles:mile m:m meter:m meters:m metre:m metres:m " +
		"cm:cm centimeter:cm centimeters:cm centimetre:cm centimetres:cm mm:mm millimeter:mm millimeters:mm millimetre:mm millimetres:mm " +
		"ft:foot foot:foot feet:foot inch:inch inches:inch yard:yard yards:yard kg:kg kilogram:kg kilograms:kg kilo:kg kilos:kg gram:g grams:g " +
		"ton:ton tons:ton tonne:tonne tonnes:tonne ounce:ounce ounces:ounce liter:litre liters:litre litre:litre litres:litre gallon:gallon gallons:gallon " +
		"barrel:barrel barrels:barrel acre:acre acres:acre hectare:hectare hectares:hectare degree:degree degrees:degree gb:GB mb:MB tb:TB gigabyte:GB gigabytes:GB megabyte:MB megabytes:MB terabyte:TB terabytes:TB mph:mph kph:km/h kmh:km/h " +
		"kilowatt:kW kilowatts:kW kw:kW megawatt:MW megawatts:MW mw:MW gigawatt:GW gigawatts:GW gw:GW knot:knot knots:knot " +
		"second:second seconds:second minute:minute minutes:minute hour:hour hours:hour day:day days:day week:week weeks:week " +
		"month:month months:month year:year years:year decade:decade decades:decade century:century centuries:century"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", unit = ""]) => [word, unit] as const),
);

/** Units of time: "over two days" is no more than a length. */
export const TIME_UNITS: ReadonlySet<string> = new Set(
	"second minute hour day week month year decade century".split(" "),
);

/** Currency by the sign before a number. A bare dollar sign names no country: `$`. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
	["$", "$"],
	["£", "GBP"],
	["€", "EUR"],
	["¥", "¥"],
	["₹", "INR"],
	["₽", "RUB"],
	["₴", "UAH"],
	["₺", "TRY"],
	["₩", "KRW"],
	["₪", "ILS"],
	["₦", "NGN"],
	["₱", "PHP"],
	["฿", "THB"],
	["₫", "VND"],
	["₸", "KZT"],
	["₡", "CRC"],
	["₲", "PYG"],
	["₾", "GEL"],
	["₼", "AZN"],
	["₵", "GHS"],
]);

/** Currency by the letters that stand before a number, in capitals save for "Rs". */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
	["rs", "rupee"],
	["rm", "MYR"],
	...(
		"usd eur gbp chf jpy cny inr rub aud cad nzd sgd hkd brl mxn zar try uah pln czk huf sek nok dkk krw ngn kes ghs egp " +
		"pkr bdt lkr idr myr php thb vnd ils sar aed qar kwd clp cop ars pen ron bgn isk twd kzt"
	)
		.split(" ")
		.map((code) => [code, code.toUpperCase()] as const),
]);

/** Letters written together with a number of money, in just this writing. One letter alone needs a scale word or groups behind. */
export const MONEY_LETTERS: ReadonlyMap<string, string> = new Map([
	["R", "ZAR"],
	["N", "NGN"],
	["Rs", "rupee"],
	["RM", "MYR"],
	["Rp", "IDR"],
	["Sh", "shilling"],
	["Shs", "shilling"],
	["KSh", "KES"],
	["Ksh", "KES"],
	["KSH", "KES"],
	["USh", "UGX"],
	["Ush", "UGX"],
	["TSh", "TZS"],
	["Tsh", "TZS"],
	["GH¢", "GHS"],
	["GH₵", "GHS"],
]);

/** What letters before a dollar sign say of it. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
	["us", "USD"],
	["u.s.", "USD"],
	["a", "AUD"],
	["au", "AUD"],
	["c", "CAD"],
	["ca", "CAD"],
	["nz", "NZD"],
	["hk", "HKD"],
	["s", "SGD"],
	["r", "BRL"],
	["nt", "TWD"],
	["mx", "MXN"],
	["j", "JMD"],
	["tt", "TTD"],
	["ec", "XCD"],
]);

/** Currency by the word behind a number; without a country where the word has none. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
	(
		"dollar:$ dollars:$ euro:EUR euros:EUR pound:pound pounds:pound ruble:RUB rubles:RUB rouble:RUB roubles:RUB yuan:CNY yen:JPY " +
		"rupee:rupee rupees:rupee afghani:AFN afghanis:AFN dirham:dirham dirhams:dirham dinar:dinar dinars:dinar riyal:riyal riyals:riyal " +
		"peso:peso pesos:peso franc:franc francs:franc krona:krona kronor:krona krone:krone kroner:krone lira:TRY hryvnia:UAH hryvnias:UAH " +
		"shilling:shilling shillings:shilling florin:florin florins:florin guilder:guilder guilders:guilder " +
		"forint:HUF forints:HUF koruna:koruna korunas:koruna taka:BDT takas:BDT baht:THB ringgit:MYR dong:VND " +
		"kyat:MMK kyats:MMK riel:KHR riels:KHR rupiah:IDR rupiahs:IDR tugrik:MNT tugriks:MNT lari:GEL manat:manat " +
		"manats:manat leva:BGN kuna:HRK kunas:HRK denar:MKD denars:MKD birr:ETB cedi:GHS cedis:GHS kwacha:kwacha " +
		"kwachas:kwacha metical:MZN meticais:MZN kwanza:AOA kwanzas:AOA dalasi:GMD dalasis:GMD ariary:MGA ouguiya:MRU " +
		"ouguiyas:MRU colones:CRC cordoba:NIO cordobas:NIO lempira:HNL lempiras:HNL quetzal:GTQ quetzales:GTQ " +
		"quetzals:GTQ guaranies:PYG boliviano:BOB bolivianos:BOB bolivar:VES bolivars:VES bolivares:VES reais:BRL " +
		"gourde:HTG gourdes:HTG rufiyaa:MVR rial:rial rials:rial drachma:GRD drachmas:GRD escudo:escudo " +
		"escudos:escudo lire:lira " +
		"zloty:PLN zlotys:PLN shekel:ILS shekels:ILS rand:ZAR naira:NGN somoni:TJS tenge:KZT won:KRW cent:cent cents:cent " +
		"usd:USD eur:EUR gbp:GBP rub:RUB cny:CNY jpy:JPY inr:INR chf:CHF pence:penny"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", unit = ""]) => [word, unit] as const),
);

/** Currency by a people's name and its money, as folded and joined: "Canadian dollars". */
export const NATIONAL_CURRENCIES: ReadonlyMap<string, string> = new Map(
	(
		"us dollar:USD u.s. dollar:USD american dollar:USD canadian dollar:CAD australian dollar:AUD singapore dollar:SGD taiwan dollar:TWD " +
		"british pound:GBP egyptian pound:EGP lebanese pound:LBP syrian pound:SYP sudanese pound:SDG swiss franc:CHF cfa franc:XOF " +
		"indian rupee:INR pakistani rupee:PKR nepalese rupee:NPR sri-lankan rupee:LKR mexican peso:MXN argentine peso:ARS chilean peso:CLP " +
		"colombian peso:COP philippine peso:PHP cuban peso:CUP swedish krona:SEK icelandic krona:ISK danish krone:DKK norwegian krone:NOK " +
		"japanese yen:JPY chinese yuan:CNY russian ruble:RUB russian rouble:RUB turkish lira:TRY iraqi dinar:IQD kuwaiti dinar:KWD " +
		"jordanian dinar:JOD iranian rial:IRR saudi riyal:SAR qatari riyal:QAR emirati dirham:AED uae dirham:AED moroccan dirham:MAD " +
		"brazilian real:BRL kenyan shilling:KES ugandan shilling:UGX tanzanian shilling:TZS"
	)
		.split(/ (?=[a-z.-]+ [a-z]+:)/)
		.map((pair) => pair.split(":"))
		.map(([words = "", code = ""]) => [words, code] as const),
);

/**
 * Magnitudes and the least they can mean: two of the unit, save that "dozens" is said loosely and is
 * taken as twenty.
 */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
	["tens", 20],
	["dozens", 20],
	["scores", 40],
	["hundreds", 200],
	["thousands", 2e3],
	["millions", 2e6],
	["billions", 2e9],
	["trillions", 2e12],
]);

/** Fractions by the word for their part. */
export const PARTS: ReadonlyMap<string, number> = new Map([
	["half", 2],
	["halves", 2],
	["quarter", 4],
	["quarters", 4],
	...(
		[
			["third", 3],
			["fourth", 4],
			["fifth", 5],
			["sixth", 6],
			["seventh", 7],
			["eighth", 8],
			["ninth", 9],
			["tenth", 10],
		] as const
	).flatMap(([word, value]) => [[word, value] as const, [`${word}s`, value] as const]),
]);

/** Fractions in one sign. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
	["¼", 0.25],
	["½", 0.5],
	["¾", 0.75],
	["⅓", 1 / 3],
	["⅔", 2 / 3],
	["⅕", 0.2],
	["⅛", 0.125],
]);

/** Ordinals in words. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
	(
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
		"sixteenth seventeenth eighteenth nineteenth twentieth"
	)
		.split(" ")
		.map((word, at) => [word, at + 1] as const),
);

/** Nouns for people, in the singular: what is counted with an article ("and a child") or by "both". */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
	(
		"person man woman child boy girl baby infant toddler teenager teen youth adult student pupil teacher worker employee driver " +
		"passenger pedestrian cyclist motorcyclist officer policeman policewoman firefighter paramedic soldier sailor marine civilian " +
		"resident villager tourist visitor guest customer shopper bystander suspect gunman attacker victim survivor patient nurse doctor " +
		"mother father brother sister son daughter wife husband parent grandmother grandfather grandchild cousin uncle aunt friend " +
		"neighbour neighbor couple prisoner inmate hostage migrant refugee protester demonstrator journalist reporter cameraman " +
		"photographer pilot guard farmer fisherman miner judge lawyer minister lawmaker senator priest imam player fan referee coach " +
		"male female juvenile individual relative deputy trooper clerk owner homeowner tenant roommate boyfriend girlfriend"
	).split(" "),
);

export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
	(
		"people:person persons:person men:man women:woman children:child feet:foot teeth:tooth mice:mouse geese:goose lives:life wives:wife knives:knife " +
		"wolves:wolf thieves:thief leaves:leaf halves:half shelves:shelf loaves:loaf calves:calf buses:bus gases:gas viruses:virus " +
		"heroes:hero potatoes:potato tomatoes:tomato torpedoes:torpedo volcanoes:volcano vetoes:veto crises:crisis bases:base analyses:analysis " +
		"criteria:criterion phenomena:phenomenon media:medium oxen:ox policemen:policeman policewomen:policewoman firemen:fireman " +
		"fishermen:fisherman gunmen:gunman servicemen:serviceman servicewomen:servicewoman congressmen:congressman congresswomen:congresswoman " +
		"spokesmen:spokesman businessmen:businessman businesswomen:businesswoman schoolchildren:schoolchild grandchildren:grandchild " +
		"craftsmen:craftsman workmen:workman seamen:seaman clergymen:clergyman lawmen:lawman militiamen:militiaman airmen:airman " +
		"movies:movie cookies:cookie selfies:selfie zombies:zombie ties:tie pies:pie species:species series:series " +
		"troops:troop personnel:personnel staff:staff police:police aircraft:aircraft spacecraft:spacecraft cattle:cattle sheep:sheep fish:fish " +
		"crew:crew dead:dead injured:injured wounded:wounded missing:missing killed:killed hurt:hurt homeless:homeless displaced:displaced " +
		"trapped:trapped arrested:arrested hospitalised:hospitalised hospitalized:hospitalized"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([plural = "", singular = ""]) => [plural, singular] as const),
);
