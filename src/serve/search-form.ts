import { type AskedSearch, FACT_RELATIONS, WIDE_SEARCH } from "../model/search-listing.ts";

/** Code units of what is searched for, at most. */
const LONGEST = 1000;

/**
 * What the fields of the search form ask for; null where they ask for nothing.
 *
 * @param query the fields of the address: `q`, `speaker`, `outlet`, `from`, `to`, `language`, `relation`
 */
export function readAsked(query: Readonly<Record<string, string>>): {
	readonly asked: AskedSearch | null;
	/** What could not be used, in words. */
	readonly mistakes: readonly string[];
} {
	const mistakes: string[] = [];
	const words = (name: string): string | null => {
		const given = query[name]?.trim() ?? "";
		if (given.length > LONGEST) mistakes.push(`What is searched for is cut to ${LONGEST} characters.`);
		return given === "" ? null : given.slice(0, LONGEST);
	};
	const day = (name: "from" | "to"): string | null => {
		const given = words(name);
		if (given === null) return null;
		if (/^\d{4}-\d\d-\d\d$/.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given)) return given;
		mistakes.push(`“${given}” is not a day such as 2031-05-14: passed over.`);
		return null;
	};
	const relation = FACT_RELATIONS.find((one) => one === query["relation"]);
	const asked: AskedSearch = {
		...WIDE_SEARCH,
		text: words("q") ?? "",
		speaker: words("speaker"),
		outlet: words("outlet"),
		from: day("from"),
		to: day("to"),
		language: words("language")?.toLowerCase() ?? null,
		relations: relation === undefined ? [] : [relation],
		kinds: relation === undefined ? WIDE_SEARCH.kinds : ["fact"],
	};
	const asks = asked.text !== "" || asked.speaker !== null || asked.outlet !== null || asked.relations.length > 0;
	return { asked: asks ? asked : null, mistakes };
}
