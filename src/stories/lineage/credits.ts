import { AGENCY_TAG } from "../../article/metadata/agency-tag.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { LineageNodeKind } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { contains, firstEndingAfter, overlaps } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";
import { findCitations } from "./citations.ts";
import { findCreditLines } from "./credit-lines.ts";
import { type Media, NO_MEDIUM } from "./media.ts";
import { findNamedMedia } from "./named-media.ts";
import { listOwnNames, type OwnNames } from "./own-names.ts";

/** One naming, by a report, of whom it has its words from. */
export interface Credit {
	/** The same for all credits to one agency, outlet or address. */
	readonly key: string;
	readonly kind: Exclude<LineageNodeKind, "report" | "primary">;
	readonly name: string;
	readonly entity: string | null;
	readonly url: string | null;
	/** The quotation it is for; null when it is for the whole text, or for a passage. */
	readonly for: string | null;
	/** The sentence it is for, where no quotation was found in it. */
	readonly passage: Place | null;
	/** "Source: …" at the end of a text says that the text itself was taken over. */
	readonly repost: boolean;
	readonly evidence: readonly Place[];
	/** 0–1. */
	readonly confidence: number;
}

/** Whom an article credits, and whose it is itself. */
export interface Credits {
	readonly list: readonly Credit[];
	readonly own: OwnNames;
	/** Keys of the media whose text it is itself, with their names: what others credit it by. */
	readonly ownKeys: ReadonlyMap<string, string>;
}

export function isWholeCredit(credit: Credit): boolean {
	return credit.for === null && credit.passage === null;
}

/** Confidence of a credit by where it stands. A line of its own is as plain as it gets. */
const CONFIDENCE = { sourceLine: 0.95, byline: 0.9, dateline: 0.9, line: 0.9, tag: 0.8, cited: 0.75 } as const;

/** What opens a line that says the text itself was taken over; "With files from" says less. */
const TAKEN_OVER =
	/^\P{L}{0,10}(?:via|originally|first published|re-?posted|re-?published|reprinted|taken from|(?:original )?source\b[^\p{L}]{0,10}https?:)/iu;

/** How far from a text's ends an agency in brackets credits the whole text (UTF-16 units). */
const TAG_REACH = 300;

/**
 * Whom a report credits: by source lines, byline, dateline, an agency's name in brackets at either end, a
 * line of its own, the carriers of its quotations, and sentences that say whom they are from. Sorted by
 * place, then by key.
 *
 * @param entityOf local entity id to entity id
 */
export function findCredits(annotated: AnnotatedArticle, entityOf: ReadonlyMap<string, string>, media: Media): Credits {
	const own = listOwnNames(annotated, media);
	const whole = findWholeCredits(annotated, own, media);
	const list = [...whole, ...findPartCredits(annotated, own, whole, entityOf, media)];
	const ownKeys = new Map<string, string>();
	for (const name of [...own.outlet, ...own.agency]) {
		const medium = media.byName.get(name);
		if (medium) ownKeys.set(medium.key, medium.name);
	}
	return {
		list: list.sort(
			(x, y) => compareEvidence(x, y) || compareText(x.key, y.key) || compareText(x.for ?? "", y.for ?? ""),
		),
		own,
		ownKeys,
	};
}

/** Credits for the text itself, one a line of the text. */
function findWholeCredits(annotated: AnnotatedArticle, own: OwnNames, media: Media): Credit[] {
	const { article } = annotated;
	const credits: Credit[] = [];
	const credit = (draft: Partial<Credit> & Pick<Credit, "key" | "kind" | "name">, span: Span | null): void => {
		credits.push({
			entity: null,
			url: null,
			for: null,
			passage: null,
			repost: false,
			evidence: placesOf(article.id, span),
			confidence: CONFIDENCE.line,
			...draft,
		});
	};
	const bodies = new Set(
		annotated.entities.flatMap(({ type, names }) => (NO_MEDIUM.has(type) ? names.map(foldName) : [])),
	);
	const named = (
		name: string,
		kind: "agency" | "outlet",
		span: Span | null,
		confidence: number,
		repost: boolean = false,
	): void => {
		const folded = foldName(name);
		// An outlet crediting itself credits nobody.
		if (folded === "" || own.outlet.has(folded)) return;
		const known = media.byName.get(folded);
		if (!known && kind === "outlet" && bodies.has(folded)) return;
		const unnamed = !/\p{Lu}/u.test(name);
		const key = unnamed ? `unnamed ${article.id} ${folded}` : `name ${folded}`;
		credit({ ...(known ?? { key, kind: unnamed ? "unnamed" : kind, name }), repost, confidence }, span);
	};
	for (const line of article.sourceLines) {
		const repost = TAKEN_OVER.test(line.exact) && standsAtEnd(annotated, line);
		const confidence = CONFIDENCE.sourceLine;
		if (line.url !== null) {
			const { url } = line;
			credit({ key: `url ${url}`, kind: "url", name: line.name ?? url, url, repost, confidence }, line);
		} else if (line.name !== null) named(line.name, "outlet", line, confidence, repost);
	}
	for (const agency of article.byline?.agencies ?? []) {
		named(agency, "agency", article.byline?.span ?? null, CONFIDENCE.byline);
	}
	if (article.dateline?.agency) named(article.dateline.agency, "agency", article.dateline.span, CONFIDENCE.dateline);
	for (const { name, span } of findTags(annotated)) named(name, "agency", span, CONFIDENCE.tag);
	const keys = new Set(credits.map(({ key }) => key));
	for (const { medium, line } of findCreditLines(annotated, media, own)) {
		if (keys.has(medium.key)) continue;
		keys.add(medium.key);
		credit({ ...medium }, line);
	}
	return credits;
}

/** Credits for quotations, by their carriers, and for what sentences give as somebody else's. */
function findPartCredits(
	annotated: AnnotatedArticle,
	own: OwnNames,
	whole: readonly Credit[],
	entityOf: ReadonlyMap<string, string>,
	media: Media,
): Credit[] {
	const { article, quotations, entities } = annotated;
	const isOwn = (name: string): boolean => own.outlet.has(foldName(name)) || own.agency.has(foldName(name));
	const credits: Credit[] = [];
	const carried = new Set<string>();
	const local = new Map(entities.map((entity) => [entity.id, entity]));
	for (const quotation of quotations) {
		for (const carrier of quotation.carriers) {
			const entity = local.get(carrier.entity);
			if (!entity) continue;
			const id = entityOf.get(entity.id) ?? null;
			const unnamed = !/\p{Lu}/u.test(entity.name);
			if (!unnamed && isOwn(entity.name)) continue;
			const known = unnamed ? undefined : media.byName.get(foldName(entity.name));
			const key = known?.key ?? (unnamed ? `unnamed ${article.id} ${foldName(entity.name)}` : `entity ${id}`);
			carried.add(`${key} ${quotation.id}`);
			credits.push({
				key,
				kind: known?.kind ?? (unnamed ? "unnamed" : entity.type === "agency" ? "agency" : "outlet"),
				name: known?.name ?? entity.name,
				entity: known ? known.entity : unnamed ? null : id,
				url: null,
				for: quotation.id,
				passage: null,
				repost: false,
				evidence: placesOf(article.id, carrier.span),
				confidence: quotation.confidence,
			});
		}
	}
	// What a line of its own credits is no sentence's.
	const lines = whole.flatMap(({ evidence }) => evidence);
	const mentioned = findNamedMedia(annotated, media).filter((named) => {
		const written = article.text.slice(named.start, named.end);
		return !isOwn(written) && !isOwn(named.medium.name) && !lines.some((line) => contains(line, named));
	});
	const seen = new Set<string>();
	const { introduced, held } = placeQuotations(annotated);
	for (const { named, sentence } of findCitations(annotated, mentioned)) {
		const { key, kind, name, entity } = named.medium;
		// One sentence names one source once.
		if (seen.has(`${key} ${sentence}`)) continue;
		seen.add(`${key} ${sentence}`);
		const inside = introduced.get(sentence) ?? held.get(sentence) ?? [];
		if (inside.some(({ id }) => carried.has(`${key} ${id}`))) continue;
		const written = entity === null ? article.text.slice(named.start, named.end) : name;
		const base = { key, kind, name: written, entity, url: null, repost: false, evidence: placesOf(article.id, named) };
		for (const { id, confidence } of inside) {
			credits.push({ ...base, for: id, passage: null, confidence: Math.min(CONFIDENCE.cited, confidence) });
		}
		const span = annotated.words.sentences[sentence];
		if (inside.length === 0 && span) {
			const passage = { article: article.id, start: span.start, end: span.end };
			credits.push({ ...base, for: null, passage, confidence: CONFIDENCE.cited });
		}
	}
	return credits;
}

/** Quotations by the sentences that introduce them, and by those that hold words of them. */
function placeQuotations({ quotations, words: { sentences } }: AnnotatedArticle): {
	readonly introduced: ReadonlyMap<number, readonly FoundQuotation[]>;
	readonly held: ReadonlyMap<number, readonly FoundQuotation[]>;
} {
	const introduced = new Map<number, FoundQuotation[]>();
	const held = new Map<number, FoundQuotation[]>();
	const add = (map: Map<number, FoundQuotation[]>, span: Span, quotation: FoundQuotation): void => {
		for (let at = firstEndingAfter(sentences, span.start); (sentences[at]?.start ?? span.end) < span.end; at++) {
			const list = map.get(at);
			if (!list) map.set(at, [quotation]);
			else if (list[list.length - 1] !== quotation) list.push(quotation);
		}
	};
	for (const quotation of quotations) {
		for (const span of [...quotation.cue, ...(quotation.source ? [quotation.source] : [])]) {
			add(introduced, span, quotation);
		}
		for (const span of quotation.content) add(held, span, quotation);
	}
	return { introduced, held };
}

function placesOf(article: string, span: Span | null): Place[] {
	return span ? [{ article, start: span.start, end: span.end }] : [];
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
