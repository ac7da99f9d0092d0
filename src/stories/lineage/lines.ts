import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { Passage, Story } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { mergeSpans, spanLength, subtractSpans } from "../../text/spans.ts";
import type { Copies } from "../copies/copies.ts";
import type { WordSequence } from "../copies/fingerprints.ts";
import { foldName } from "../entities/fold-name.ts";
import { type Credit, type Credits, isWholeCredit } from "./credits.ts";

/** Words of unquoted text in common that make two reports depend on each other, wherever they stand. */
const LONG_PASSAGE = 15;
/** Or this share of the shorter report's words. */
const SHARED_PART = 0.2;

/** What the reports of one story are folded by. */
export interface LineEvidence {
	readonly articles: readonly AnnotatedArticle[];
	readonly sequences: readonly WordSequence[];
	/** A name for each article, in the order of `articles`. */
	readonly labels: readonly string[];
	readonly copies: Copies;
	readonly passages: readonly Passage[];
	/** Credits of each article, in the order of `articles`. */
	readonly credits: readonly Credits[];
}

/**
 * Parts a story's reports into independent lines: reports that repeat one text, share a long passage
 * that is not a quotation, or owe their words to one agency or outlet are one line. Lines stand in
 * the order of their first report in `members`, each with why it is one.
 *
 * @param members indices into `evidence.articles`, in the story's order
 */
export function findLines(members: readonly number[], evidence: LineEvidence): Story["lines"] {
	const { articles, copies } = evidence;
	const lineOf = new Map<number, number>(members.map((member) => [member, member]));
	const reasons = new Map<number, string[]>();
	const join = (x: number, y: number, reason: string): void => {
		const [a, b] = [lineOf.get(x) ?? x, lineOf.get(y) ?? y];
		if (a === b) return;
		for (const [member, line] of lineOf) if (line === b) lineOf.set(member, a);
		reasons.set(a, [...(reasons.get(a) ?? []), ...(reasons.get(b) ?? []), reason]);
	};
	const nameOf = (member: number): string => evidence.labels[member] ?? "";
	const firstOfBase = new Map<number, number>();
	for (const member of members) {
		const base = copies.bases[member] ?? member;
		const first = firstOfBase.get(base);
		if (first === undefined) firstOfBase.set(base, member);
		else join(first, member, `${nameOf(member)} repeats the text of ${nameOf(first)}`);
	}
	joinByPassages(members, evidence, (x, y, words) =>
		join(x, y, `${nameOf(x)} and ${nameOf(y)} share ${words} words that neither quotes`),
	);
	joinByCredits(members, evidence, join);
	const lines = new Map<number, number[]>();
	for (const member of members) {
		const line = lineOf.get(member) ?? member;
		lines.set(line, [...(lines.get(line) ?? []), member]);
	}
	return [...lines].map(([line, list]) => ({
		articles: list.map((member) => articles[member]?.article.id ?? ""),
		reason: reasons.get(line)?.join("; ") ?? explainAlone(line, members, evidence),
	}));
}

/** Joins reports that owe their text, or every quotation, to one agency or outlet, and its own report with them. */
function joinByCredits(
	members: readonly number[],
	evidence: LineEvidence,
	join: (x: number, y: number, reason: string) => void,
): void {
	const nameOf = (member: number): string => evidence.labels[member] ?? "";
	const firstOf = new Map<string, { readonly member: number; readonly own: boolean }>();
	for (const member of members) {
		const credits = evidence.credits[member];
		const quotations = evidence.articles[member]?.quotations ?? [];
		for (const { key, name } of findSoleCredits(credits?.list ?? [], quotations)) {
			const own = credits?.ownKeys.has(key) ?? false;
			const first = firstOf.get(key);
			if (!first) firstOf.set(key, { member, own });
			else if (first.own && !own) join(first.member, member, `${nameOf(member)} credits ${name}`);
			else if (own && !first.own) join(first.member, member, `${nameOf(first.member)} credits ${name}`);
			else join(first.member, member, `${nameOf(first.member)} and ${nameOf(member)} both credit ${name}`);
		}
	}
}

/** Names the reports of the story whose outlets this one has quotations from, with how many. */
function explainAlone(member: number, members: readonly number[], evidence: LineEvidence): string {
	const taken = new Map<number, Set<string>>();
	for (const credit of evidence.credits[member]?.list ?? []) {
		if (credit.for === null) continue;
		const key = foldName(credit.name);
		for (const other of members) {
			const outlet = evidence.articles[other]?.article.outlet?.text;
			if (other === member || outlet === undefined || foldName(outlet) !== key) continue;
			taken.set(other, (taken.get(other) ?? new Set()).add(credit.for));
		}
	}
	if (taken.size === 0) return "stands alone: no text in common beyond quotations, no common credit";
	const parts = [...taken].map(
		([other, { size }]) => `${size === 1 ? "one quotation" : `${size} quotations`} from ${evidence.labels[other]}`,
	);
	return `stands alone: takes ${parts.join(" and ")}; its own text otherwise`;
}

function joinByPassages(
	members: readonly number[],
	evidence: LineEvidence,
	join: (x: number, y: number, words: number) => void,
): void {
	const { articles, sequences, passages } = evidence;
	const indexOf = new Map(members.map((member) => [articles[member]?.article.id ?? "", member]));
	const given = findGiven(evidence);
	const words = new Map<string, { readonly x: number; readonly y: number; total: number; longest: number }>();
	for (const { a, b, quoted, stock, exact } of passages) {
		const [x, y] = [indexOf.get(a.article), indexOf.get(b.article)];
		if (quoted || stock || x === undefined || y === undefined) continue;
		// Words that both have from a primary document say nothing of each other.
		if (spanLength(subtractSpans([a], given.get(a.article) ?? [])) * 2 < a.end - a.start) continue;
		const key = `${x} ${y}`;
		const known = words.get(key) ?? { x, y, total: 0, longest: 0 };
		const length = exact.split(/\s+/).length;
		known.total += length;
		known.longest = Math.max(known.longest, length);
		words.set(key, known);
	}
	const rank = new Map(members.map((member, index) => [member, index]));
	const sorted = [...words.values()].map((pair) =>
		(rank.get(pair.x) ?? 0) <= (rank.get(pair.y) ?? 0) ? pair : { ...pair, x: pair.y, y: pair.x },
	);
	sorted.sort((p, q) => (rank.get(p.x) ?? 0) - (rank.get(q.x) ?? 0) || (rank.get(p.y) ?? 0) - (rank.get(q.y) ?? 0));
	for (const { x, y, total, longest } of sorted) {
		const shorter = Math.min(sequences[x]?.norms.length ?? 0, sequences[y]?.norms.length ?? 0);
		if (longest >= LONG_PASSAGE || total >= SHARED_PART * shorter) join(x, y, total);
	}
}

/** By report the stretches that stand in a primary document of the story too. */
function findGiven({ articles, passages }: LineEvidence): Map<string, Span[]> {
	const primaries = new Set(articles.flatMap(({ article }) => (article.role === "primary" ? [article.id] : [])));
	const given = new Map<string, Span[]>();
	if (primaries.size === 0) return given;
	for (const { a, b } of passages) {
		for (const [own, other] of [
			[a, b],
			[b, a],
		] as const) {
			if (primaries.has(other.article)) given.set(own.article, [...(given.get(own.article) ?? []), own]);
		}
	}
	return new Map([...given].map(([article, spans]) => [article, mergeSpans(spans)]));
}

/** The source a report owes its text to: credited for the whole, or the only carrier, and of every quotation in marks. */
function findSoleCredits(
	credits: readonly Credit[],
	quotations: readonly FoundQuotation[],
): { readonly key: string; readonly name: string }[] {
	const whole = new Map(credits.filter(isWholeCredit).map((credit) => [credit.key, credit]));
	if (whole.size > 0) return [...whole.values()].sort((x, y) => compareText(x.key, y.key));
	const carried = new Map(credits.map((credit) => [credit.key, credit]));
	const credited = new Set(credits.map((credit) => credit.for));
	const spoken = quotations.filter(({ kind }) => kind !== "indirect");
	const every = (spoken.length > 0 ? spoken : quotations).every(({ id }) => credited.has(id));
	return carried.size === 1 && every ? [...carried.values()] : [];
}
