/** Units of measure, currencies and magnitudes, as facts listed by hand. */

/** Unit by the word or sign as folded. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
	(
		"km:km kms:km kilometer:km kilometers:km kilometre:km kilometres:km mile:mile miles:mile m:m meter:m meters:m metre:m metres:m " +
		"cm:cm centimeter:cm centimeters:cm centimetre:cm centimetres:cm mm:mm millimeter:mm millimeters:mm millimetre:mm millimetres:mm " +
		"ft:foot foot:foot feet:foot inch:inch inches:inch yard:yard yards:yard kg:kg kilogram:kg kilograms:kg kilo:kg kilos:kg gram:g grams:g " +
		"ton:ton tons:ton tonne:tonne tonnes:tonne ounce:ounce ounces:ounce liter:litre liters:litre litre:litre litres:litre gallon:gallon gallons:gallon " +
		"barrel:barrel barrels:barrel acre:acre acres:acre hectare:hectare hectares:hectare degree:degree degrees:degree mph:mph kph:km/h " +
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
]);

/** Currency by the word behind a number; without a country where the word has none. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
	(
		"dollar:$ dollars:$ euro:EUR euros:EUR pound:pound pounds:pound ruble:RUB rubles:RUB rouble:RUB roubles:RUB yuan:CNY yen:JPY " +
		"rupee:rupee rupees:rupee afghani:AFN afghanis:AFN dirham:dirham dirhams:dirham dinar:dinar dinars:dinar riyal:riyal riyals:riyal " +
		"peso:peso pesos:peso franc:franc francs:franc krona:krona kronor:krona krone:krone kroner:krone lira:TRY hryvnia:UAH hryvnias:UAH " +
		"zloty:PLN zlotys:PLN shekel:ILS shekels:ILS rand:ZAR naira:NGN somoni:TJS tenge:KZT won:KRW cent:cent cents:cent " +
		"usd:USD eur:EUR gbp:GBP rub:RUB cny:CNY jpy:JPY inr:INR chf:CHF"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", unit = ""]) => [word, unit] as const),
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
