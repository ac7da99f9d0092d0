import type { LineageEdge, Passage } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, round } from "../../text/compare.ts";
import { spanLength, subtractSpans } from "../../text/spans.ts";
import { countWords } from "../../text/tokens.ts";
import { carryOver, type Twin } from "../copies/carry-over.ts";
import type { Context, CopiedText } from "./copied-texts.ts";
import { type Direction, findDirection, type Side } from "./direction.ts";

/** Two reports share no more than a third explains when this part of it, at most, is not in the third. */
const EXPLAINED_REST = 0.2;
/** A passage is held by another copy that has this much of it. */
const CARRIED_PART = 0.8;
/**
 * Fewer words in common, wherever they stand, are no sign that one report draws on another: of single runs of eight or
 * nine words between reports of one subject (ECB+) one in seven is shared by reports of different events, of longer
 * ones one in thirty.
 */
const LEAST_SHARED = 10;

interface Shared {
	readonly a: number;
	readonly b: number;
	readonly places: { readonly a: Place; readonly b: Place }[];
	words: number;
}

/**
 * Passages are found with the fullest text of a group of copies; what stands in the one that the group goes back
 * to as well is shared with that one.
 */
export function listShares(
	context: Context,
	groups: readonly CopiedText[],
	passages: readonly Passage[],
): LineageEdge[] {
	const { inStory, copies, nodeOf, articles } = context;
	const originOf = new Map(groups.map(({ base, origin }) => [base, origin]));
	const twins = listTwins(context, groups, passages);
	const goBack = (place: Place, member: number): Place => {
		const origin = originOf.get(member) ?? member;
		const [from, to] = [articles[member], articles[origin]];
		if (origin === member || !from || !to) return place;
		const carried = carryOver(place, from, to, twins.get(member) ?? []).sort(comparePlaces);
		const [first, last] = [carried[0], carried[carried.length - 1]];
		const whole = spanLength(carried) >= CARRIED_PART * (place.end - place.start);
		return first && last && whole ? { article: to.article.id, start: first.start, end: last.end } : place;
	};
	const shared = new Map<string, Shared>();
	for (const { a, b, quoted, stock, exact } of passages) {
		const [x, y] = [inStory.get(a.article), inStory.get(b.article)];
		if (quoted || stock || x === undefined || y === undefined || copies.bases[x] === copies.bases[y]) continue;
		const [p, q] = [goBack(a, x), goBack(b, y)];
		const ends = [inStory.get(p.article) ?? x, inStory.get(q.article) ?? y] as const;
		const key = ends.join(" ");
		const known = shared.get(key) ?? { a: ends[0], b: ends[1], places: [], words: 0 };
		known.places.push({ a: p, b: q });
		known.words += countWords(exact);
		shared.set(key, known);
	}
	const ties = [...shared.values()].flatMap((pair) => {
		const [x, y] = [context.sideOf(pair.a), context.sideOf(pair.b)];
		return x && y ? [{ pair, x, y, direction: findDirection(x, y) }] : [];
	});
	const sources = listSources(ties);
	return ties
		.filter((tie) => tie.pair.words >= LEAST_SHARED && !isExplained(tie, sources))
		.map(({ pair: { places, words }, x, y, direction }): LineageEdge => {
			const { from, to } = direction ?? { from: x.article, to: y.article };
			return {
				from: nodeOf.get(from.id) ?? "",
				to: nodeOf.get(to.id) ?? "",
				kind: "shares",
				directed: direction !== null,
				for: null,
				passage: null,
				evidence: places.flatMap(({ a, b }) => [a, b]).sort(comparePlaces),
				// Eight words in common may be chance, forty are not.
				confidence: round(Math.min(0.95, 0.4 + words / 70), 2),
			};
		});
}

/** By the fullest text of a group, the stretches of it that stand in the text that the group goes back to. */
function listTwins(
	{ inStory }: Context,
	groups: readonly CopiedText[],
	passages: readonly Passage[],
): ReadonlyMap<number, readonly Twin[]> {
	const originOf = new Map(groups.map(({ base, origin }) => [base, origin]));
	const twins = new Map<number, Twin[]>();
	for (const { a, b } of passages) {
		for (const [here, there] of [
			[a, b],
			[b, a],
		] as const) {
			const base = inStory.get(here.article);
			if (base === undefined || base === inStory.get(there.article)) continue;
			if (originOf.get(base) !== inStory.get(there.article)) continue;
			const list = twins.get(base);
			if (list) list.push({ here, there });
			else twins.set(base, [{ here, there }]);
		}
	}
	return twins;
}

interface Tie {
	readonly pair: Shared;
	readonly x: Side;
	readonly y: Side;
	readonly direction: Direction | null;
}

/** Whom each report with text in common draws on, as far as that is told. */
function listSources(ties: readonly Tie[]): ReadonlyMap<string, ReadonlyMap<string, Tie>> {
	const sources = new Map<string, Map<string, Tie>>();
	for (const tie of ties) {
		if (!tie.direction) continue;
		const { from, to } = tie.direction;
		const known = sources.get(from.id);
		if (known) known.set(to.id, tie);
		else sources.set(from.id, new Map([[to.id, tie]]));
	}
	return sources;
}

/** Whether two reports share no more than what both have from a third: they do not draw on each other. */
function isExplained({ pair, x, y }: Tie, sources: ReadonlyMap<string, ReadonlyMap<string, Tie>>): boolean {
	const [own, other] = [x.article.id, y.article.id];
	const second = sources.get(other);
	for (const [source, tie] of sources.get(own) ?? []) {
		if (source === other || !second?.has(source)) continue;
		const held = tie.pair.places.map(({ a, b }) => (a.article === own ? a : b));
		const mine = pair.places.map(({ a, b }) => (a.article === own ? a : b));
		if (spanLength(subtractSpans(mine, held)) <= EXPLAINED_REST * spanLength(mine)) return true;
	}
	return false;
}
