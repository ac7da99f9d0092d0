import type { FoundQuotation } from "../../model/annotation.ts";
import type { Story } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { mergeSpans, spanLength, subtractSpans } from "../../text/spans.ts";
import { countWords } from "../../text/tokens.ts";
import { findDerivation } from "../copies/derivation.ts";
import { trimAddress } from "./addresses.ts";
import { listCopiedTexts } from "./copied-texts.ts";
import { type Credit, isWholeCredit } from "./credits.ts";
import { findDirection } from "./direction.ts";
import { describeLine, type LineTie } from "./line-reasons.ts";
import { countShared, explainAlone, type LineEvidence, listOwners, sideOf } from "./standing-alone.ts";

/**
 * Words of unquoted text in a row in common that make two reports depend on each other, wherever they stand: one more
 * than a speaker's own words may come to with the tense changed (LONGEST_TOLD in copies/passages.ts). Where both have
 * them from a third, as a statement that none of the reports gives, they do not tell independently either.
 */
const LONG_PASSAGE = 12;
/** Or this share of the shorter report's words. */
const SHARED_PART = 0.2;
/** A shorter report says too little to be all of another's (words). */
const LEAST_DERIVED = 25;
/** So many reports are held against those that they name, in one story. */
const MOST_DERIVED = 400;

/**
 * Parts a story's reports into independent lines: reports that repeat one text, share a long passage
 * that is not a quotation, are of one outlet or agency, owe their words to one, or tell nothing that one
 * they name does not are one line. Lines stand in
 * the order of their first report in `members`, each with why it is one.
 *
 * @param members indices into `evidence.articles`, in the story's order
 */
export function findLines(members: readonly number[], evidence: LineEvidence): Story["lines"] {
	const { articles } = evidence;
	const lineOf = new Map<number, number>(members.map((member) => [member, member]));
	const ties = new Map<number, LineTie[]>();
	const join: Join = (x, y, tie) => {
		const [a, b] = [lineOf.get(x) ?? x, lineOf.get(y) ?? y];
		if (a === b) return;
		for (const [member, line] of lineOf) if (line === b) lineOf.set(member, a);
		ties.set(a, [...(ties.get(a) ?? []), ...(ties.get(b) ?? []), tie]);
	};
	joinCopies(members, evidence, join);
	joinByPassages(members, evidence, join);
	joinByCredits(members, evidence, join);
	joinByDerivation(members, evidence, join);
	const lines = new Map<number, number[]>();
	for (const member of members) {
		const line = lineOf.get(member) ?? member;
		lines.set(line, [...(lines.get(line) ?? []), member]);
	}
	const alone = { members, evidence, owners: listOwners(members, evidence), shared: countShared(evidence) };
	return [...lines].map(([line, list]) => ({
		articles: list.map((member) => articles[member]?.article.id ?? ""),
		reason: describeLine(ties.get(line) ?? [], list, evidence.labels) ?? explainAlone(line, alone),
	}));
}

/** Joins two reports, with what makes them depend on each other. */
type Join = (x: number, y: number, tie: LineTie) => void;

/** Joins each copy of a text with its original, and says which it is as far as that is told. */
function joinCopies(members: readonly number[], evidence: LineEvidence, join: Join): void {
	const { copies } = evidence;
	const side = (member: number): ReturnType<typeof sideOf> => sideOf(member, evidence);
	for (const { originals } of listCopiedTexts({ members, copies, sideOf: side })) {
		for (const [copy, original] of originals) {
			const [x, y] = [side(copy), side(original)];
			if (!x || !y) continue;
			const told = findDirection(x, y)?.from === x.article;
			join(original, copy, { kind: told ? "repeats" : "one text", from: copy, to: original });
		}
	}
}

/** Joins reports that owe their text, or every quotation, to one agency or outlet, and its own reports with them. */
function joinByCredits(members: readonly number[], evidence: LineEvidence, join: Join): void {
	/** Of each agency or outlet: whose own text comes first, whose text or every quotation is owed to it first; and who stands at an address. */
	const firstOwn = new Map<string, number>();
	const firstOwing = new Map<string, number>();
	const firstAt = new Map<string, number>();
	for (const member of members) {
		for (const [key, name] of evidence.credits[member]?.ownKeys ?? []) {
			const first = firstOwn.get(key);
			if (first === undefined) firstOwn.set(key, member);
			else join(first, member, { kind: "owner", from: member, to: first, name });
		}
		for (const address of evidence.credits[member]?.addresses ?? []) {
			if (!firstAt.has(address)) firstAt.set(address, member);
		}
	}
	for (const member of members) {
		const credits = evidence.credits[member];
		if (!credits) continue;
		const { whole, owed } = findOwed(credits.list, evidence.articles[member]?.quotations ?? []);
		for (const [key, credit] of [...owed].sort(([x], [y]) => compareText(x, y))) {
			if (credits.ownKeys.has(key)) continue;
			const { name } = credit;
			const own = firstAt.get(trimAddress(credit.url ?? "")) ?? firstOwn.get(credit.site ?? key);
			const other = firstOwing.get(key);
			// Whose quotations alone are another's has its own text otherwise.
			if (own !== undefined && own !== member && whole)
				join(own, member, { kind: "credit", from: member, to: own, name });
			if (other === undefined) firstOwing.set(key, member);
			else join(other, member, { kind: "both credit", from: member, to: other, name });
		}
	}
}

/** Joins a report with one that it credits for some words, where every sentence of it has a counterpart there. */
function joinByDerivation(members: readonly number[], evidence: LineEvidence, join: Join): void {
	const ownersOf = listOwners(members, evidence);
	let compared = 0;
	for (const member of members) {
		const report = evidence.articles[member];
		const words = evidence.sequences[member]?.norms.length ?? 0;
		if (!report || words < LEAST_DERIVED) continue;
		const named = new Map((evidence.credits[member]?.list ?? []).map(({ key, name }) => [key, name]));
		for (const [key, name] of [...named].sort(([x], [y]) => compareText(x, y))) {
			for (const source of ownersOf.get(key) ?? []) {
				const other = evidence.articles[source];
				if (source === member || !other || compared >= MOST_DERIVED) continue;
				compared++;
				if (findDerivation(report, [other], evidence.rarity).kind !== "whole") continue;
				join(member, source, { kind: "derived", from: member, to: source, name });
			}
		}
	}
}

function joinByPassages(members: readonly number[], evidence: LineEvidence, join: Join): void {
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
		const length = countWords(exact);
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
		if (longest >= LONG_PASSAGE || total >= SHARED_PART * shorter) {
			join(x, y, { kind: "words", from: y, to: x, count: total });
		}
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

/**
 * The agencies and outlets that a report owes its text to, by key; where it credits none for the
 * whole, the only one named, if every quotation in marks is from there.
 */
function findOwed(
	credits: readonly Credit[],
	quotations: readonly FoundQuotation[],
): { readonly whole: boolean; readonly owed: ReadonlyMap<string, Credit> } {
	const whole = new Map(credits.filter(isWholeCredit).map((credit) => [credit.key, credit]));
	if (whole.size > 0) return { whole: true, owed: whole };
	const carried = new Map(credits.map((credit) => [credit.key, credit]));
	const credited = new Set(credits.map((credit) => credit.for));
	const spoken = quotations.filter(({ kind }) => kind !== "indirect");
	const every = (spoken.length > 0 ? spoken : quotations).every(({ id }) => credited.has(id));
	return { whole: false, owed: carried.size === 1 && every ? carried : new Map() };
}
