import { distanceClass, pair, put } from "./mixing.ts";
import type { CueFacts, RelationContext } from "./relation-context.ts";

export const TOKEN_TEMPLATES = 29;

/** One token of the window: does it stand in a source or in a content? */
export function tokenFeatures(context: RelationContext, facts: CueFacts, t: number, rows: Int32Array): void {
	const { tag } = context;
	const { cue, head } = facts;
	const before = t < cue.first;
	const side = before ? 1 : 2;
	const dist = distanceClass(before ? cue.first - t - 1 : t - cue.end);
	const from = before ? t + 1 : cue.end;
	const to = before ? cue.first : t;
	const commas = Math.min(3, (context.commas[to] ?? 0) - (context.commas[from] ?? 0));
	const marks = Math.min(3, (context.marks[to] ?? 0) - (context.marks[from] ?? 0));
	const others = Math.min(2, Math.max(0, (context.cuesBefore[to] ?? 0) - (context.cuesBefore[from] ?? 0)));
	const at = context.cueAt[t] ?? -1;
	const other = at >= 0 && at !== facts.index ? 1 : 0;
	const c = tag.coarse[t] ?? 0;
	const kind = facts.kind * 4 + side;
	const w = tag.norm[t] ?? 0;
	const g = tag.group[t] ?? 0;
	const sh = tag.shape[t] ?? 0;
	const q = tag.stretch[t] ?? -1;
	const quotes = (q >= 0 ? 1 : 0) | (facts.stretch >= 0 ? 2 : 0) | (q === facts.stretch ? 4 : 0);
	const away = Math.max(-3, Math.min(4, (tag.sentence[t] ?? 0) - facts.sentence));
	const sideDist = side * 16 + dist;
	let n = 0;
	n = put(rows, n, 3, side, w);
	n = put(rows, n, 3, side, g);
	n = put(rows, n, 3, sideDist, g);
	n = put(rows, n, 3, sideDist, w);
	n = put(rows, n, 3, sideDist, 0);
	n = put(rows, n, 3, pair(side, head), g);
	n = put(rows, n, 3, pair(side, head), sh);
	n = put(rows, n, 3, pair(side, head), commas);
	n = put(rows, n, 3, pair(sideDist, head), sh);
	n = put(rows, n, 3, pair(side, quotes), away);
	n = put(rows, n, 3, pair(side, quotes), head);
	n = put(rows, n, 3, pair(side, quotes), facts.marksAround);
	n = put(rows, n, 3, pair(side, quotes), pair(marks, commas));
	n = put(rows, n, 3, pair(side, others * 2 + other), g);
	n = put(rows, n, 3, pair(side, others * 2 + other), quotes);
	n = put(rows, n, 3, pair(side, away), facts.marksAround);
	n = put(rows, n, 3, pair(side, sh), pair(context.heard[t] ?? 0, dist));
	n = put(rows, n, 3, pair(side, facts.left), g);
	n = put(rows, n, 3, pair(side, facts.right), g);
	n = put(rows, n, 3, pair(side, facts.whole), 0);
	n = put(rows, n, 3, pair(side, commas), pair(facts.sides, 0));
	n = put(rows, n, 3, side, c);
	n = put(rows, n, 3, side, tag.fine[t] ?? 0);
	n = put(rows, n, 3, sideDist, c);
	n = put(rows, n, 3, kind, c);
	n = put(rows, n, 3, kind, commas);
	n = put(rows, n, 3, kind, pair(quotes, dist));
	n = put(rows, n, 3, pair(side, c), pair(others * 2 + other, commas));
	n = put(rows, n, 3, 0, 0);
}
