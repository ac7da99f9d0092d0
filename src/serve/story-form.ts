import { ALL_STORIES, type AskedStories } from "../model/story-card.ts";

/** Code units of a name that is looked for, at most. */
const LONGEST = 200;

/**
 * What the fields of an address ask of the list of stories.
 *
 * @param query the fields of the address: those of the form, and `after`
 */
export function readAskedStories(query: Readonly<Record<string, string>>): {
	readonly asked: AskedStories;
	/** What could not be used, in words. */
	readonly mistakes: readonly string[];
} {
	const mistakes: string[] = [];
	const words = (name: string): string | null => query[name]?.trim().slice(0, LONGEST) || null;
	const day = (name: "from" | "to"): string | null => {
		const given = words(name);
		if (given === null) return null;
		if (/^\d{4}-\d\d-\d\d$/.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given)) return given;
		mistakes.push(`“${given}” is not a day such as 2031-05-14: passed over.`);
		return null;
	};
	return {
		asked: {
			...ALL_STORIES,
			outlet: words("outlet"),
			language: words("language"),
			entity: words("entity"),
			onlyConflicts: words("conflicts") !== null,
			from: day("from"),
			to: day("to"),
			after: words("after"),
		},
		mistakes,
	};
}

/** Whether anything narrows the list. */
export function isNarrowed({ outlet, language, entity, onlyConflicts, from, to }: AskedStories): boolean {
	return onlyConflicts || [outlet, language, entity, from, to].some((one) => one !== null);
}

/** The address of a list of stories. */
export function addressOf({ outlet, language, entity, onlyConflicts, from, to, after }: AskedStories): string {
	const fields = { entity, outlet, language, from, to, conflicts: onlyConflicts ? "only" : null, after };
	const given = Object.entries(fields).flatMap(([name, value]) =>
		value === null ? [] : [[name, value] as [string, string]],
	);
	return given.length === 0 ? "/" : `/?${new URLSearchParams(given)}`;
}
