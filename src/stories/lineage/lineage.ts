import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Lineage, LineageEdge, LineageNode, Passage } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { spanLength, subtractSpans } from "../../text/spans.ts";
import { carryOver, type Twin } from "../copies/carry-over.ts";
import type { Copies } from "../copies/copies.ts";
import { agencyOf, compareArticles, labelOf } from "../order.ts";
import type { Credit, Credits } from "./credits.ts";
import { type Direction, findDirection, type Side } from "./direction.ts";

/** A text that holds this share of another, while this much of itself is not in the other, is the fuller one. */
const CUT_CONTAINED = 0.9;
const CUT_CONTAINING = 0.8;
const CUT_CONFIDENCE = 0.6;
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

interface Context {
	/** Indices into the articles, in the story's order. */
	readonly members: readonly number[];
	readonly articles: readonly AnnotatedArticle[];
	/** Article id to index. */
	readonly inStory: ReadonlyMap<string, number>;
	readonly copies: Copies;
	/** Article id to node id. */
	readonly nodeOf: ReadonlyMap<string, string>;
	sideOf(member: number): Side | null;
}

/**
 * Who draws on whom in one story: reports, the agencies and outlets they credit, the addresses they
 * name. An edge is directed only when a credit, the dates, or a text that is plainly cut from the
 * other says so. Nodes are sorted by kind, name and id, edges by from, to, kind and place.
 *
 * @param members indices into `articles`, in the story's order
 */
export function traceLineage(
	story: string,
	members: readonly number[],
	articles: readonly AnnotatedArticle[],
	copies: Copies,
	passages: readonly Passage[],
	credits: readonly Credits[],
): Lineage {
	const nodes = new Map<string, LineageNode>();
	const edges: LineageEdge[] = [];
	const nodeOf = new Map<string, string>();
	const byAddress = new Map<string, string>();
	for (const member of members) {
		const article = articles[member]?.article;
		if (!article) continue;
		const id = makeId("node", "report", article.id);
		nodes.set(id, {
			id,
			kind: article.role,
			article: article.id,
			entity: null,
			url: article.capture.url,
			name: labelOf(article),
		});
		nodeOf.set(article.id, id);
		for (const address of [article.sourceId, article.capture.url]) if (address) byAddress.set(trimAddress(address), id);
	}
	const nameOf = chooseNames(members.flatMap((member) => credits[member]?.list ?? []));
	for (const member of members) {
		const article = articles[member]?.article;
		const from = nodeOf.get(article?.id ?? "");
		if (!article || from === undefined) continue;
		for (const credit of credits[member]?.list ?? []) {
			const report = credit.url === null ? undefined : byAddress.get(trimAddress(credit.url));
			const to = report ?? makeId("node", credit.kind, credit.key);
			if (to === from) continue;
			if (report === undefined && !nodes.has(to)) {
				nodes.set(to, {
					id: to,
					kind: credit.kind,
					article: null,
					entity: credit.entity,
					url: credit.url,
					name: nameOf.get(credit.key) ?? credit.name,
				});
			}
			edges.push({
				from,
				to,
				kind: credit.repost ? "reposts" : "credits",
				directed: true,
				for: credit.for,
				passage: credit.passage,
				evidence: credit.evidence,
				confidence: round(credit.confidence, 2),
			});
		}
	}
	const context: Context = {
		members,
		articles,
		inStory: new Map(members.map((member) => [articles[member]?.article.id ?? "", member])),
		copies,
		nodeOf,
		sideOf: (member) => {
			const [article, own] = [articles[member]?.article, credits[member]];
			return article && own ? { article, credits: own } : null;
		},
	};
	const groups = listCopiedTexts(context);
	edges.push(...listCopies(context, groups), ...listShares(context, groups, passages));
	edges.sort(
		(x, y) =>
			compareText(x.from, y.from) ||
			compareText(x.to, y.to) ||
			compareText(x.kind, y.kind) ||
			comparePlaces(x.evidence[0] ?? NOWHERE, y.evidence[0] ?? NOWHERE) ||
			compareText(x.for ?? "", y.for ?? ""),
	);
	return {
		story,
		nodes: [...nodes.values()].sort(
			(x, y) => compareText(x.kind, y.kind) || compareText(x.name, y.name) || compareText(x.id, y.id),
		),
		edges,
	};
}

/** For each key the name that most credits use; of equals the first by code unit. */
function chooseNames(credits: readonly Credit[]): Map<string, string> {
	const uses = new Map<string, Map<string, number>>();
	for (const { key, name } of credits) {
		const names = uses.get(key) ?? new Map<string, number>();
		names.set(name, (names.get(name) ?? 0) + 1);
		uses.set(key, names);
	}
	return new Map(
		[...uses].map(([key, names]) => [
			key,
			[...names].sort(([x, m], [y, n]) => n - m || compareText(x, y))[0]?.[0] ?? "",
		]),
	);
}

const NOWHERE: Place = { article: "", start: 0, end: 0 };

function trimAddress(address: string): string {
	return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}

function bodyOf({ id, body }: Article): Place[] {
	return body.map(({ start, end }) => ({ article: id, start, end }));
}

/** Copies hang on the text of their group that the others are from; an exact copy on what stands for its text. */
function listCopies(context: Context, groups: readonly CopiedText[]): LineageEdge[] {
	const { copies, nodeOf } = context;
	const { leaders, pairs } = copies;
	const pairOf = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
	const edges: LineageEdge[] = [];
	for (const { members: group, origin } of groups) {
		for (const copy of group) {
			const leader = leaders[copy] ?? copy;
			const original = leader === copy || leader === leaders[origin] || !group.includes(leader) ? origin : leader;
			const [x, y] = [context.sideOf(copy), context.sideOf(original)];
			if (original === copy || !x || !y) continue;
			const pair = pairOf.get(`${original} ${copy}`);
			const told = findDirection(x, y);
			const cut = pair !== undefined && pair.contained >= CUT_CONTAINED && pair.containing < CUT_CONTAINING;
			const direction = told ?? { from: x.article, to: y.article, confidence: CUT_CONFIDENCE };
			edges.push({
				from: nodeOf.get(direction.from.id) ?? "",
				to: nodeOf.get(direction.to.id) ?? "",
				kind: "copies",
				directed: told !== null || cut,
				for: null,
				passage: null,
				evidence: [...bodyOf(direction.from), ...bodyOf(direction.to)].sort(comparePlaces),
				confidence: round(told !== null || cut ? direction.confidence : (pair?.contained ?? 1), 2),
			});
		}
	}
	return edges;
}

/** The copies of one text, with its fullest form and the one that the others are from. */
interface CopiedText {
	readonly members: readonly number[];
	readonly base: number;
	readonly origin: number;
}

function listCopiedTexts(context: Context): CopiedText[] {
	const groups = new Map<number, number[]>();
	for (const member of context.members) {
		const base = context.copies.bases[member] ?? member;
		const group = groups.get(base);
		if (group) group.push(member);
		else groups.set(base, [member]);
	}
	return [...groups].map(([base, members]) => ({ members, base, origin: findOrigin(members, base, context) }));
}

/**
 * The text that a group of copies goes back to: an agency's own that another member credits, else one that was
 * published before all others, else the fullest.
 */
function findOrigin(group: readonly number[], base: number, { sideOf }: Context): number {
	const sides = group.flatMap((member) => {
		const side = sideOf(member);
		return side ? [{ member, side }] : [];
	});
	sides.sort((x, y) => compareArticles(x.side.article, y.side.article));
	const wire = sides.find(({ side }) => agencyOf(side.article) !== null);
	// Whatever comes before all others is among the first by its own account or by date.
	for (const candidate of [wire, sides[0]]) {
		if (candidate && sides.every((other) => other === candidate || drawsOn(other.side, candidate.side))) {
			return candidate.member;
		}
	}
	return wire?.member ?? base;
}

function drawsOn(side: Side, other: Side): boolean {
	return findDirection(side, other)?.to === other.article;
}

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
function listShares(context: Context, groups: readonly CopiedText[], passages: readonly Passage[]): LineageEdge[] {
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
		known.words += exact.split(/\s+/).length;
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
