import { AGENCY_TAG } from "../../article/metadata/agency-tag.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";
import type { LineageNodeKind } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { contains, overlaps } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";

/** One naming, by a report, of whom it has its words from. */
export interface Credit {
	/** The same for all credits to one agency, outlet or address. */
	readonly key: string;
	readonly kind: Exclude<LineageNodeKind, "report" | "primary">;
	readonly name: string;
	readonly entity: string | null;
	readonly url: string | null;
	/** The quotation it is for; null when it is for the whole text. */
	readonly for: string | null;
	/** "Source: …" at the end of a text says that the text itself was taken over. */
	readonly repost: boolean;
	readonly evidence: readonly Place[];
	/** 0–1. */
	readonly confidence: number;
}

export function isWholeCredit(credit: Credit): boolean {
	return credit.for === null;
}

/** Confidence of a credit by where it stands. A line of its own is as plain as it gets. */
const CONFIDENCE = { sourceLine: 0.95, byline: 0.9, dateline: 0.9, tag: 0.8 } as const;

/** What opens a line that says the text itself was taken over; "With files from" says less. */
const TAKEN_OVER =
	/^\P{L}{0,10}(?:source|via|originally|first published|re-?posted|re-?published|reprinted|taken from)\b/iu;

/** How far from a text's ends an agency in brackets credits the whole text (UTF-16 units). */
const TAG_REACH = 300;

/**
 * Whom a report credits: by source lines, byline, dateline, an agency's name in brackets at either
 * end, and the carriers of its quotations. Sorted by place, then by key.
 *
 * @param entityOf local entity id to entity id
 * @param agencies folded name to the id and name of the set's agencies and outlets
 */
export function findCredits(
	annotated: AnnotatedArticle,
	entityOf: ReadonlyMap<string, string>,
	agencies: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly kind: "agency" | "outlet" }>,
): Credit[] {
	const { article, quotations, entities } = annotated;
	const credits: Credit[] = [];
	const place = (span: Span | null): Place[] =>
		span ? [{ article: article.id, start: span.start, end: span.end }] : [];
	const own = listOwnNames(annotated, agencies);
	const named = (
		name: string,
		kind: "agency" | "outlet",
		span: Span | null,
		confidence: number,
		repost: boolean,
	): void => {
		const folded = foldName(name);
		// An outlet crediting itself credits nobody.
		if (folded === "" || own.has(folded)) return;
		const known = agencies.get(folded);
		const unnamed = !known && !/\p{Lu}/u.test(name);
		credits.push({
			key: known ? `entity ${known.id}` : unnamed ? `unnamed ${article.id} ${folded}` : `name ${folded}`,
			kind: known?.kind ?? (unnamed ? "unnamed" : kind),
			name: known?.name ?? name,
			entity: known?.id ?? null,
			url: null,
			for: null,
			repost,
			evidence: place(span),
			confidence,
		});
	};
	for (const line of article.sourceLines) {
		const repost = TAKEN_OVER.test(line.exact) && standsAtEnd(annotated, line);
		if (line.url !== null) {
			credits.push({
				key: `url ${line.url}`,
				kind: "url",
				name: line.name ?? line.url,
				entity: null,
				url: line.url,
				for: null,
				repost,
				evidence: place(line),
				confidence: CONFIDENCE.sourceLine,
			});
		} else if (line.name !== null) named(line.name, "outlet", line, CONFIDENCE.sourceLine, repost);
	}
	for (const agency of article.byline?.agencies ?? []) {
		named(agency, "agency", article.byline?.span ?? null, CONFIDENCE.byline, false);
	}
	if (article.dateline?.agency)
		named(article.dateline.agency, "agency", article.dateline.span, CONFIDENCE.dateline, false);
	for (const { name, span } of findTags(annotated)) named(name, "agency", span, CONFIDENCE.tag, false);
	const local = new Map(entities.map((entity) => [entity.id, entity]));
	for (const quotation of quotations) {
		for (const carrier of quotation.carriers) {
			const entity = local.get(carrier.entity);
			if (!entity) continue;
			const id = entityOf.get(entity.id) ?? null;
			const unnamed = !/\p{Lu}/u.test(entity.name);
			if (!unnamed && own.has(foldName(entity.name))) continue;
			credits.push({
				key: unnamed ? `unnamed ${article.id} ${foldName(entity.name)}` : `entity ${id}`,
				kind: unnamed ? "unnamed" : entity.type === "agency" ? "agency" : "outlet",
				name: entity.name,
				entity: unnamed ? null : id,
				url: null,
				for: quotation.id,
				repost: false,
				evidence: place(carrier.span),
				confidence: quotation.confidence,
			});
		}
	}
	return credits.sort(
		(x, y) => compareEvidence(x, y) || compareText(x.key, y.key) || compareText(x.for ?? "", y.for ?? ""),
	);
}

/** How far from the top of a text a line that is an outlet's name and nothing else is its masthead (UTF-16 units). */
const MASTHEAD_REACH = 400;

/**
 * The outlet's own names: as given, or as its masthead has it; without and inside brackets ("The Post
 * (TP)"), as the set knows it, and the first or last words of it ("the Courier" in the Tarn Courier).
 * An agency is never a shortened outlet: "Corra Wire" is whom "Evening Corra Wire" has its words from.
 */
function listOwnNames(
	{ article, entities }: AnnotatedArticle,
	agencies: ReadonlyMap<string, { readonly id: string; readonly kind: "agency" | "outlet" }>,
): ReadonlySet<string> {
	const text = article.outlet?.text ?? findMasthead(article, entities) ?? "";
	const given = [text, text.replace(/\([^()]{1,40}\)/g, " "), ...(text.match(/[^()]{1,40}(?=\))/g) ?? [])];
	const own = new Set(given.map(foldName).filter((name) => name !== ""));
	const ids = new Set([...own].map((name) => agencies.get(name)?.id));
	for (const [name, { id }] of agencies) if (ids.has(id)) own.add(name);
	for (const name of [...own]) {
		const words = name.split(" ");
		for (let cut = 1; cut < words.length; cut++) {
			for (const part of [words.slice(cut).join(" "), words.slice(0, cut).join(" ")]) {
				if (agencies.get(part)?.kind === "outlet") own.add(part);
			}
		}
	}
	return own;
}

/** An outlet's name alone on a line near the top of a text whose outlet nothing else names. */
function findMasthead({ text }: Article, entities: readonly LocalEntity[]): string | null {
	for (const { type, mentions } of entities) {
		if (type !== "outlet") continue;
		for (const { start, end, exact } of mentions) {
			if (start > MASTHEAD_REACH) break;
			const from = text.lastIndexOf("\n", start - 1) + 1;
			const to = text.indexOf("\n", end);
			if (start > 0 && foldName(text.slice(from, to < 0 ? text.length : to)) === foldName(exact)) return exact;
		}
	}
	return null;
}

function compareEvidence(x: Credit, y: Credit): number {
	const [p, q] = [x.evidence[0], y.evidence[0]];
	return p && q ? compareSpans(p, q) : (p ? 0 : 1) - (q ? 0 : 1);
}

/** Whether nothing of the body but source lines comes after the line, or before it. */
function standsAtEnd({ article }: AnnotatedArticle, line: Span): boolean {
	const rest = article.body.filter(
		(span) => !article.sourceLines.some((other) => other.start <= span.start && span.end <= other.end),
	);
	const [first, last] = [rest[0], rest[rest.length - 1]];
	if (!first || !last) return true;
	return line.start >= last.start && line.end >= last.end ? true : line.end <= first.start;
}

/**
 * Agencies that tags in the text credit, as the article has them; and "(Corra)", the name of an agency
 * that only the report itself shows to be one, alone in brackets near either end of the body.
 */
function findTags({ article, entities }: AnnotatedArticle): { readonly name: string; readonly span: Span }[] {
	const start = article.body[0]?.start ?? 0;
	const end = article.body[article.body.length - 1]?.end ?? 0;
	const elsewhere = [...article.sourceLines, ...(article.dateline?.span ? [article.dateline.span] : [])];
	const tags: { readonly name: string; readonly span: Span }[] = [];
	for (const { text, span, from } of article.agencies) {
		// A source line and the dateline are credits of their own.
		if (from === AGENCY_TAG && span && !elsewhere.some((other) => contains(other, span)))
			tags.push({ name: text, span });
	}
	for (const { type, name, mentions } of entities) {
		if (type !== "agency") continue;
		for (const mention of mentions) {
			const near = mention.start < start + TAG_REACH || mention.end > end - TAG_REACH;
			const bracketed = article.text.charAt(mention.start - 1) === "(" && article.text.charAt(mention.end) === ")";
			if (
				!near ||
				!bracketed ||
				[...elsewhere, ...tags.map(({ span }) => span)].some((other) => overlaps(other, mention))
			)
				continue;
			tags.push({ name, span: mention });
		}
	}
	return tags;
}
