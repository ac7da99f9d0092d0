/** Languages whose scripts have no capitals: names are not found there. */
const WITHOUT_CAPITALS = new Set(
	"ar fa ur ps he yi zh ja ko th lo km my hi mr ne bn pa gu ta te kn ml si am ka".split(" "),
);

/**
 * The stages that run on an article in a language, in order. In English, and where the language is not known,
 * all of `language` and `quotations`. Elsewhere parts of them: `names` by capitals, lists and titles; `dates`
 * and `numbers` in figures and in what words the tables have; `marks`, quotations by their marks, since cues
 * and pronouns are read in English alone.
 *
 * @param language BCP 47 tag; null when it is not known
 */
export function listStages(language: string | null): readonly string[] {
	const primary = language?.toLowerCase().split("-")[0] ?? "en";
	if (primary === "en") return ["article", "language", "quotations"];
	const names = WITHOUT_CAPITALS.has(primary) ? [] : ["names"];
	return ["article", ...names, "dates", "numbers", "marks"];
}
