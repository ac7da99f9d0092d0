/** How a form of a verb stands in a clause; a past form may be a participle as well. */
export type VerbForm = "base" | "third" | "past" | "participle" | "ing";

/** Past forms and participles that the endings do not give; one alone when they are alike. */
const IRREGULAR: Readonly<{ [lemma: string]: readonly [string, string?] }> = {
	withdraw: ["withdrew", "withdrawn"],
	break: ["broke", "broken"],
	tear: ["tore", "torn"],
	cut: ["cut"],
	quit: ["quit"],
	meet: ["met"],
	buy: ["bought"],
	sell: ["sold"],
	sue: ["sued"],
	overthrow: ["overthrew", "overthrown"],
	freeze: ["froze", "frozen"],
	stand: ["stood"],
	hold: ["held"],
	bring: ["brought"],
};

/** Final consonants that double before -ed and -ing, in the verbs of the lexicons. */
const DOUBLING = new Set("ban scrap slam slap expel cancel".split(" "));

/** Every form of a verb with how it may stand. A form that is two is given twice. */
export function formsOf(lemma: string): readonly (readonly [string, VerbForm])[] {
	const y = /[^aeiou]y$/.test(lemma);
	const e = lemma.endsWith("e");
	const stem = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
	const third = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|ch|sh|to)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
	const regular = y ? `${lemma.slice(0, -1)}ied` : e ? `${lemma}d` : `${stem}ed`;
	const [past, participle = past] = IRREGULAR[lemma] ?? [regular];
	const ing = e ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
	return [
		[lemma, "base"],
		[third, "third"],
		[past, "past"],
		[participle, "participle"],
		[ing, "ing"],
	];
}
