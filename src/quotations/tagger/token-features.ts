import { distanceClass, pair, put } from "./mixing.ts";
import type { CueFacts, RelationContext } from "./relation-context.ts";

export const TOKEN_TEMPLATES = 29;

/** One token of the window: does it stand in a source or in a content? */
export function tokenFeatures(context: RelationContext, facts: CueFacts, t: number, asked: Int32Array): void {
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
	n = put(asked, n, side, w);
	n = put(asked, n, side, g);
	n = put(asked, n, sideDist, g);
	n = put(asked, n, sideDist, w);
	n = put(asked, n, sideDist, 0);
	n = put(asked, n, pair(side, head), g);
	n = put(asked, n, pair(side, head), sh);
	n = put(asked, n, pair(side, head), commas);
	n = put(asked, n, pair(sideDist, head), sh);
	n = put(asked, n, pair(side, quotes), away);
	n = put(asked, n, pair(side, quotes), head);
	n = put(asked, n, pair(side, quotes), facts.marksAround);
	n = put(asked, n, pair(side, quotes), pair(marks, commas));
	n = put(asked, n, pair(side, others * 2 + other), g);
	n = put(asked, n, pair(side, others * 2 + other), quotes);
	n = put(asked, n, pair(side, away), facts.marksAround);
	n = put(asked, n, pair(side, sh), pair(context.heard[t] ?? 0, dist));
	n = put(asked, n, pair(side, facts.left), g);
	n = put(asked, n, pair(side, facts.right), g);
	n = put(asked, n, pair(side, facts.whole), 0);
	n = put(asked, n, pair(side, commas), pair(facts.sides, 0));
	n = put(asked, n, side, c);
	n = put(asked, n, side, tag.fine[t] ?? 0);
	n = put(asked, n, sideDist, c);
	n = put(asked, n, kind, c);
	n = put(asked, n, kind, commas);
	n = put(asked, n, kind, pair(quotes, dist));
	n = put(asked, n, pair(side, c), pair(others * 2 + other, commas));
	n = put(asked, n, 0, 0);
}
