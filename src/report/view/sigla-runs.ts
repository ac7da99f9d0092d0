import { orderArticles, type RecordIndex } from "./record-index.ts";

/** Articles that stand next to each other in the record's list: from the first to the last, which may be one. */
export interface SiglaRun {
	readonly first: string;
	readonly last: string;
}

/** So many neighbours are named by their first and last. */
const LEAST = 3;

/** Articles in the record's order, at least three neighbours as one run: A–D, F, H. */
export function listRuns(index: RecordIndex, articles: Iterable<string>): SiglaRun[] {
	const runs: string[][] = [];
	for (const article of orderArticles(index, articles)) {
		const run = runs.at(-1);
		const before = run?.at(-1);
		if (run && before !== undefined && (index.rank.get(article) ?? -1) === (index.rank.get(before) ?? -1) + 1)
			run.push(article);
		else runs.push([article]);
	}
	return runs.flatMap((run) =>
		run.length < LEAST
			? run.map((article) => ({ first: article, last: article }))
			: [{ first: run[0] ?? "", last: run.at(-1) ?? "" }],
	);
}
