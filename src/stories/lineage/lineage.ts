import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Lineage, LineageEdge, LineageNode, Passage } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { Copies } from "../copies/copies.ts";
import { foldName } from "../entities/fold-name.ts";
import { labelOf } from "../order.ts";
import type { Credit } from "./credits.ts";

/** A text that holds this share of another, while this much of itself is not in the other, is the fuller one. */
const CUT_CONTAINED = 0.9;
const CUT_CONTAINING = 0.8;

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
	credits: readonly (readonly Credit[])[],
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
	for (const member of members) {
		const article = articles[member]?.article;
		const from = nodeOf.get(article?.id ?? "");
		if (!article || from === undefined) continue;
		for (const credit of credits[member] ?? []) {
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
					name: credit.name,
				});
			}
			edges.push({
				from,
				to,
				kind: credit.repost ? "reposts" : "credits",
				directed: true,
				for: credit.for,
				evidence: credit.evidence,
				confidence: round(credit.confidence, 2),
			});
		}
	}
	const inStory = new Map(members.map((member) => [articles[member]?.article.id ?? "", member]));
	edges.push(...listCopies(members, articles, copies, credits, nodeOf));
	edges.push(...listShares(inStory, articles, copies, passages, credits, nodeOf));
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

const NOWHERE: Place = { article: "", start: 0, end: 0 };

function trimAddress(address: string): string {
	return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}

/** Which of two reports draws on the other, and how sure that is; null when nothing says it. */
function findDirection(
	x: Article,
	y: Article,
	creditsX: readonly Credit[],
	creditsY: readonly Credit[],
): { readonly from: Article; readonly to: Article; readonly confidence: number } | null {
	// A report draws on a primary document, never the other way round.
	if (x.role !== y.role) {
		return x.role === "report" ? { from: x, to: y, confidence: 0.9 } : { from: y, to: x, confidence: 0.9 };
	}
	const xNamesY = creditsX.some(({ name }) => names(name, y));
	const yNamesX = creditsY.some(({ name }) => names(name, x));
	if (xNamesY !== yNamesX) return xNamesY ? { from: x, to: y, confidence: 0.9 } : { from: y, to: x, confidence: 0.9 };
	if (isBefore(x, y)) return { from: y, to: x, confidence: 0.7 };
	if (isBefore(y, x)) return { from: x, to: y, confidence: 0.7 };
	return null;
}

function names(name: string, article: Article): boolean {
	return article.outlet !== null && foldName(name) === foldName(article.outlet.text);
}

/** Certain only when the whole of one interval lies before the other; a day and a time on it do not tell. */
function isBefore(x: Article, y: Article): boolean {
	const [end, start] = [x.published.latest, y.published.earliest];
	if (end === null || start === null || end.slice(0, 10) > start.slice(0, 10)) return false;
	if (end.slice(0, 10) < start.slice(0, 10)) return true;
	const sameZone = x.published.zone !== null && x.published.zone === y.published.zone;
	return sameZone && end.length > 10 && end.length === start.length && end < start;
}

function bodyOf({ id, body }: Article): Place[] {
	return body.map(({ start, end }) => ({ article: id, start, end }));
}

function listCopies(
	members: readonly number[],
	articles: readonly AnnotatedArticle[],
	{ leaders, bases, pairs }: Copies,
	credits: readonly (readonly Credit[])[],
	nodeOf: ReadonlyMap<string, string>,
): LineageEdge[] {
	const edges: LineageEdge[] = [];
	const member = new Set(members);
	const pairOf = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
	for (const copy of members) {
		const leader = leaders[copy] ?? copy;
		const original = leader !== copy ? leader : (bases[copy] ?? copy);
		const [x, y] = [articles[copy]?.article, articles[original]?.article];
		if (original === copy || !member.has(original) || !x || !y) continue;
		const pair = leader !== copy ? undefined : pairOf.get(`${original} ${copy}`);
		const told = findDirection(x, y, credits[copy] ?? [], credits[original] ?? []);
		const cut = pair !== undefined && pair.contained >= CUT_CONTAINED && pair.containing < CUT_CONTAINING;
		const direction = told ?? (cut ? { from: x, to: y, confidence: 0.6 } : { from: x, to: y, confidence: 0.5 });
		edges.push({
			from: nodeOf.get(direction.from.id) ?? "",
			to: nodeOf.get(direction.to.id) ?? "",
			kind: "copies",
			directed: told !== null || cut,
			for: null,
			evidence: [...bodyOf(direction.from), ...bodyOf(direction.to)].sort(comparePlaces),
			confidence: round(told !== null || cut ? direction.confidence : (pair?.contained ?? 1), 2),
		});
	}
	return edges;
}

function listShares(
	inStory: ReadonlyMap<string, number>,
	articles: readonly AnnotatedArticle[],
	{ bases }: Copies,
	passages: readonly Passage[],
	credits: readonly (readonly Credit[])[],
	nodeOf: ReadonlyMap<string, string>,
): LineageEdge[] {
	const shared = new Map<
		string,
		{ readonly a: number; readonly b: number; readonly evidence: Place[]; words: number }
	>();
	for (const { a, b, quoted, exact } of passages) {
		const [x, y] = [inStory.get(a.article), inStory.get(b.article)];
		if (quoted || x === undefined || y === undefined || bases[x] === bases[y]) continue;
		const key = `${x} ${y}`;
		const known = shared.get(key) ?? { a: x, b: y, evidence: [], words: 0 };
		known.evidence.push(a, b);
		known.words += exact.split(/\s+/).length;
		shared.set(key, known);
	}
	return [...shared.values()].flatMap(({ a, b, evidence, words }): LineageEdge[] => {
		const [x, y] = [articles[a]?.article, articles[b]?.article];
		if (!x || !y) return [];
		const direction = findDirection(x, y, credits[a] ?? [], credits[b] ?? []);
		const { from, to } = direction ?? { from: x, to: y };
		return [
			{
				from: nodeOf.get(from.id) ?? "",
				to: nodeOf.get(to.id) ?? "",
				kind: "shares",
				directed: direction !== null,
				for: null,
				evidence: evidence.sort(comparePlaces),
				// Eight words in common may be chance, forty are not.
				confidence: round(Math.min(0.95, 0.4 + words / 70), 2),
			},
		];
	});
}
