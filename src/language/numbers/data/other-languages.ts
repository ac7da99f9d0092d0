/** What numbers are written with in languages other than English, as facts listed by hand. */

/** Languages that write a comma before decimals; most group thousands with a point or a space. */
export const DECIMAL_COMMA: ReadonlySet<string> = new Set(
	"de fr es it pt nl ru uk be pl cs sk sl hr sr bs bg mk ro hu tr el da sv no nb nn fi is et lv lt ca gl eu id vi sq ka hy kk uz az".split(
		" ",
	),
);

/** Scale words, as folded. */
export const OTHER_SCALES: ReadonlyMap<string, number> = new Map(
	(
		"tausend:3 tsd:3 million:6 millionen:6 mio:6 milliarde:9 milliarden:9 mrd:9 billion:12 billionen:12 mille:3 millions:6 milliard:9 " +
		"milliards:9 mil:3 millón:6 millon:6 millones:6 milhão:6 milhões:6 bilhão:9 bilhões:9 mila:3 milione:6 milioni:6 miliardo:9 " +
		"miliardi:9 duizend:3 miljoen:6 miljard:9 тысяч:3 тысячи:3 тыс:3 миллион:6 миллиона:6 миллионов:6 млн:6 миллиард:9 миллиарда:9 " +
		"миллиардов:9 млрд:9 tysięcy:3 tys:3 milion:6 miliony:6 milionów:6 mln:6 miliard:9 miliardy:9 miliardów:9 mld:9 milyon:6 milyar:9 " +
		"tusen:3 miljoner:6 miljarder:9 millioner:6 milliarder:9 тысячу:3 тис:3 мільйон:6 мільйона:6 мільйонів:6 мільярд:9 мільярда:9 мільярдів:9 " +
		"bin:3 trilyon:12 ألف:3 آلاف:3 مليون:6 ملايين:6 مليار:9 مليارات:9 تريليون:12"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", power = "0"]) => [word, 10 ** Number(power)] as const),
);

/** "In a hundred" in one word. */
export const OTHER_PERCENT: ReadonlySet<string> = new Set(
	"prozent procent prosent процента процентов процент procento procenta proc".split(" "),
);

/** Currencies by their word, as folded. */
export const OTHER_CURRENCIES: ReadonlyMap<string, string> = new Map(
	(
		"рубль:RUB рубля:RUB рублей:RUB рублях:RUB руб:RUB доллар:$ доллара:$ долларов:$ евро:EUR гривен:UAH гривень:UAH гривны:UAH юаней:CNY тенге:KZT " +
		"franken:CHF rubel:RUB dólar:$ dólares:$ dolar:$ dolara:$ dolarów:$ dolarjev:$ dolari:$ dollari:$ dollaro:$ sterline:GBP sterlina:GBP reais:BRL " +
		"złoty:PLN złotych:PLN złote:PLN zł:PLN korun:CZK koruny:CZK kč:CZK avro:EUR yenes:JPY yuanes:CNY rublos:RUB roubles:RUB rubli:RUB " +
		"دولار:$ دولارا:$ دولارات:$ يورو:EUR درهم:dirham دينار:dinar ريال:riyal جنيه:pound ليرة:lira روبل:RUB"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", unit = ""]) => [word, unit] as const),
);

/** What stands between a scale word and its currency: "millones de euros". */
export const OTHER_OF: ReadonlySet<string> = new Set(["de", "di"]);

/** Shortened scale words, which a full stop ends: "25 тыс. рублей". */
export const SHORT_SCALES: ReadonlySet<string> = new Set("тыс тис млн млрд mio mrd tsd tys mln mld".split(" "));

/** What is said before a number to bound it, by language, longest first: closed lists, all as folded. */
export const OTHER_QUALIFIERS: ReadonlyMap<
	string,
	readonly (readonly [words: readonly string[], of: OtherQualifier])[]
> = new Map(
	Object.entries({
		de: "nicht weniger als=at-least;nicht mehr als=at-most;mehr als=more-than;über=more-than;mindestens=at-least;wenigstens=at-least;weniger als=fewer-than;bis zu=at-most;höchstens=at-most;maximal=at-most;rund=about;etwa=about;circa=about;ungefähr=about;knapp=nearly;fast=nearly;beinahe=nearly",
		fr: "pas moins de=at-least;pas plus de=at-most;plus de=more-than;au moins=at-least;moins de=fewer-than;jusqu'à=at-most;au plus=at-most;environ=about;quelque=about;autour de=about;près de=nearly;presque=nearly",
		es: "no menos de=at-least;no más de=at-most;más de=more-than;al menos=at-least;por lo menos=at-least;como mínimo=at-least;menos de=fewer-than;hasta=at-most;como máximo=at-most;alrededor de=about;cerca de=about;aproximadamente=about;unos=about;unas=about;casi=nearly",
		it: "non meno di=at-least;non più di=at-most;più di=more-than;oltre=more-than;almeno=at-least;meno di=fewer-than;fino a=at-most;al massimo=at-most;circa=about;quasi=nearly",
		pt: "não menos de=at-least;não mais de=at-most;mais de=more-than;pelo menos=at-least;ao menos=at-least;menos de=fewer-than;até=at-most;no máximo=at-most;cerca de=about;aproximadamente=about;quase=nearly",
		nl: "niet minder dan=at-least;niet meer dan=at-most;meer dan=more-than;ruim=more-than;minstens=at-least;ten minste=at-least;minder dan=fewer-than;maximaal=at-most;hoogstens=at-most;ongeveer=about;circa=about;zo'n=about;bijna=nearly",
		ru: "не менее=at-least;не меньше=at-least;не более=at-most;не больше=at-most;более=more-than;больше=more-than;свыше=more-than;как минимум=at-least;по меньшей мере=at-least;менее=fewer-than;меньше=fewer-than;около=about;примерно=about;порядка=about;почти=nearly",
		uk: "не менше=at-least;не більше=at-most;понад=more-than;більше=more-than;щонайменше=at-least;менше=fewer-than;близько=about;приблизно=about;майже=nearly",
		pl: "nie mniej niż=at-least;nie więcej niż=at-most;więcej niż=more-than;ponad=more-than;co najmniej=at-least;przynajmniej=at-least;mniej niż=fewer-than;około=about;prawie=nearly;niemal=nearly",
		sv: "mer än=more-than;över=more-than;minst=at-least;mindre än=fewer-than;färre än=fewer-than;upp till=at-most;högst=at-most;omkring=about;cirka=about;ungefär=about;nästan=nearly",
		da: "mere end=more-than;over=more-than;mindst=at-least;mindre end=fewer-than;færre end=fewer-than;op til=at-most;højst=at-most;omkring=about;cirka=about;omtrent=about;næsten=nearly",
		no: "mer enn=more-than;over=more-than;minst=at-least;mindre enn=fewer-than;færre enn=fewer-than;opp til=at-most;opptil=at-most;høyst=at-most;omkring=about;cirka=about;omtrent=about;nesten=nearly",
		tr: "en az=at-least;en fazla=at-most;en çok=at-most;yaklaşık=about;neredeyse=nearly",
		ar: "ما لا يقل عن=at-least;ما لا يزيد عن=at-most;أكثر من=more-than;أقل من=fewer-than;نحو=about;حوالي=about;قرابة=about",
	}).map(([language, list]) => [
		language,
		list
			.split(";")
			.map((pair) => pair.split("="))
			.map(([words = "", of = "about"]) => [words.split(" "), of as OtherQualifier] as const),
	]),
);

export type OtherQualifier = "more-than" | "at-least" | "fewer-than" | "at-most" | "about" | "nearly";
