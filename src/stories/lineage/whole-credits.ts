import { splitWires } from "../../article/metadata/agencies.ts";
import { AGENCY_TAG } from "../../article/metadata/agency-tag.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { contains, overlaps } from "../../text/spans.ts";
import { foldName } from "../entities/fold-name.ts";
import { hostOf } from "./addresses.ts";
import { findCreditLines } from "./credit-lines.ts";
import { type Credit, placesOf } from "./credits.ts";
import { isProperName, type Media, NO_MEDIUM } from "./media.ts";
import type { OwnNames } from "./own-names.ts";

/** Confidence of a credit by where it stands. A line of its own is as plain as it gets. */
const CONFIDENCE = { sourceLine: 0.95, byline: 0.9, dateline: 0.9, line: 0.9, tag: 0.8 } as const;

/** What opens a line that says the text itself was taken over; "With files from" says less. */
const TAKEN_OVER =
	/^\P{L}{0,10}(?:via|originally|first published|re-?posted|re-?published|reprinted|taken from|(?:original )?source\b[^\p{L}]{0,10}https?:)/iu;

/** How far from a text's ends an agency in brackets credits the whole text (UTF-16 units). */
const TAG_REACH = 300;

/** Credits for the text itself, one a line of the text. */
export function findWholeCredits(annotated: AnnotatedArticle, own: OwnNames, media: Media): Credit[] {
	const { article } = annotated;
	const credits: Credit[] = [];
	const credit = (draft: Partial<Credit> & Pick<Credit, "key" | "kind" | "name">, span: Span | null): void => {
		credits.push({
			entity: null,
			url: null,
			site: null,
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
		const unnamed = !isProperName(name);
		const key = unnamed ? `unnamed ${article.id} ${folded}` : `name ${folded}`;
		credit({ ...(known ?? { key, kind: unnamed ? "unnamed" : kind, name }), repost, confidence }, span);
	};
	for (const line of article.sourceLines) {
		const repost = TAKEN_OVER.test(line.exact) && standsAtEnd(annotated, line);
		const confidence = CONFIDENCE.sourceLine;
		if (line.url !== null) {
			const { url } = line;
			const site = media.bySite.get(hostOf(url))?.key ?? null;
			credit({ key: `url ${url}`, kind: "url", name: line.name ?? url, url, site, repost, confidence }, line);
		} else if (line.name !== null) named(line.name, "outlet", line, confidence, repost);
	}
	for (const agency of article.byline?.agencies ?? []) {
		named(agency, "agency", article.byline?.span ?? null, CONFIDENCE.byline);
	}
	for (const author of article.byline?.authors ?? []) {
		// "By Ada Quill, Corra": what the report by itself takes for an author, the set may know for an agency.
		const known = media.byName.get(foldName(author));
		if (known?.kind === "agency") named(author, "agency", article.byline?.span ?? null, CONFIDENCE.byline);
	}
	for (const agency of splitWires(article.dateline?.agency ?? "")) {
		named(agency, "agency", article.dateline?.span ?? null, CONFIDENCE.dateline);
	}
	for (const { name, span } of findTags(annotated)) named(name, "agency", span, CONFIDENCE.tag);
	const keys = new Set(credits.map(({ key }) => key));
	for (const { medium, line, repost } of findCreditLines(annotated, media, own)) {
		if (keys.has(medium.key)) continue;
		keys.add(medium.key);
		credit({ ...medium, repost }, line);
	}
	return credits;
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
