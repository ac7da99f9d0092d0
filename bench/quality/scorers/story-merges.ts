import type { Detail } from "../measurement.ts";

/** How many stories are named on the page. */
const MOST_SHOWN = 12;

/**
 * False merges (a group that holds reports of several stories) and missed merges (a story whose
 * reports stand in several groups), by the id of the story, which quotes no text.
 *
 * @param found group of each text
 * @param gold true story of each text, in the same order
 */
export function describeMerges(found: readonly string[], gold: readonly string[]): Detail[] {
	const merged = listParted(found, gold);
	const missed = listParted(gold, found);
	const inMerged = merged.reduce((sum, { strangers }) => sum + strangers, 0);
	const inMissed = missed.reduce((sum, { strangers }) => sum + strangers, 0);
	return [
		{
			title: "False merges",
			before: [
				`${merged.length} groups hold reports of more than one story; ${inMerged} reports stand in a group that is mostly another story's.`,
			],
			table: {
				head: ["stories in one group", "reports of each"],
				rows: merged
					.slice(0, MOST_SHOWN)
					.map(({ parts }) => [parts.map(([story]) => story).join(", "), parts.map(([, count]) => count).join(" + ")]),
			},
			after: merged.length > MOST_SHOWN ? [`The ${MOST_SHOWN} with the most strangers are shown.`] : [],
		},
		{
			title: "Missed merges",
			before: [
				`${missed.length} stories stand in more than one group; ${inMissed} reports stand outside the largest group of their story.`,
			],
			table: {
				head: ["story", "reports in each group"],
				rows: missed
					.slice(0, MOST_SHOWN)
					.map(({ whole, parts }) => [whole, parts.map(([, count]) => count).join(" + ")]),
			},
			after: missed.length > MOST_SHOWN ? [`The ${MOST_SHOWN} with the most reports outside are shown.`] : [],
		},
	];
}

interface Parted {
	readonly whole: string;
	/** Other label and how many of them, the most first. */
	readonly parts: readonly (readonly [string, number])[];
	/** All but those of the largest part. */
	readonly strangers: number;
}

/** Wholes of more than one part, most strangers first. */
function listParted(wholes: readonly string[], parts: readonly string[]): Parted[] {
	const counts = new Map<string, Map<string, number>>();
	wholes.forEach((whole, i) => {
		const own = counts.get(whole) ?? new Map<string, number>();
		counts.set(whole, own);
		const part = parts[i] ?? "";
		own.set(part, (own.get(part) ?? 0) + 1);
	});
	return [...counts]
		.filter(([, own]) => own.size > 1)
		.map(([whole, own]) => {
			const sorted = [...own].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
			return { whole, parts: sorted, strangers: sorted.slice(1).reduce((sum, [, count]) => sum + count, 0) };
		})
		.sort((x, y) => y.strangers - x.strangers || (x.whole < y.whole ? -1 : 1));
}
