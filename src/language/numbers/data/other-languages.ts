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
		"tusen:3 miljoner:6 miljarder:9 millioner:6 milliarder:9"
	)
		.split(" ")
		.map((pair) => pair.split(":"))
		.map(([word = "", power = "0"]) => [word, 10 ** Number(power)] as const),
);

/** "In a hundred" in one word. */
export const OTHER_PERCENT: ReadonlySet<string> = new Set(
	"prozent procent prosent процента процентов процент procento procenta proc".split(" "),
);
