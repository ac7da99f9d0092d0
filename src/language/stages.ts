/** Languages whose scripts have no capitals: names are not found there. */
const WITHOUT_CAPITALS = new Set(
	"ar fa ur ps he yi zh ja ko th lo km my hi mr ne bn pa gu ta te kn ml si am ka".split(" "),
);
/** Languages whose months or signs of year, month and day the tables have. */
const DATES = new Set(
	(
		"de fr es it pt nl sv da no nb nn is pl cs sk sl ro tr id ms fi et lv lt ca hr sr bs sq hu ru uk be bg mk el ar he " +
		"zh ja ko"
	).split(" "),
);
/** Languages whose separators and scale words the tables have, or whose scale signs and counters. */
const NUMBERS = new Set(
	"de fr es it pt nl sv da no nb nn pl cs sk sl ro tr id fi hr ru uk be bg el ar zh ja ko".split(" "),
);

/**
 * The stages that run on an article in a language, in order. In English, and where the language is not known,
 * all of `language` and `quotations`. Elsewhere parts of them, where the tables have the language: `names` by
 * capitals, lists and titles; `dates` written in figures and months, and weekdays in a few languages, without the
 * tense of verbs; `numbers` in figures with scale words, money, and bounds from closed lists, counting people alone
 * or nothing that is named; `marks`, quotations by their marks, since cues and pronouns are read in English alone.
 *
 * @param language BCP 47 tag; null when it is not known
 */
export function listStages(language: string | null): readonly string[] {
	const primary = language?.toLowerCase().split("-")[0] ?? "en";
	if (primary === "en") return ["article", "language", "quotations"];
	const names = WITHOUT_CAPITALS.has(primary) ? [] : ["names"];
	const dates = DATES.has(primary) ? ["dates"] : [];
	const numbers = NUMBERS.has(primary) ? ["numbers"] : [];
	return ["article", ...names, ...dates, ...numbers, "marks"];
}
