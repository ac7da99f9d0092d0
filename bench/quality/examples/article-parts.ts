import { spanLength, subtractSpans } from "../../../src/text/spans.ts";
import type { GoldFile } from "./gold.ts";
import { locate, type Matched } from "./match.ts";
import { Tally } from "./tally.ts";
import { foldName, trimMarks } from "./texts.ts";

/**
 * Body: a text that must stay counts when the whole of it lies in the body, one that must go when no
 * part of it does (a page's text need not hold it at all). Precision: of the gold texts found in the
 * body, how many belong there.
 */
export function compareBodies(matched: Matched): Tally {
	const tally = new Tally();
	let kept = 0;
	let wrong = 0;
	let all = 0;
	for (const [file, gold] of Object.entries(matched.gold.files)) {
		const body = matched.articleOf.get(file)?.body ?? [];
		for (const [at, part] of gold.body.entries()) {
			const { text, occurrence = 1 } = typeof part === "string" ? { text: part } : part;
			const span = locate(matched, file, text, occurrence);
			const inside = span !== null && subtractSpans([span], body).length === 0;
			if (tally.note(`body/${file}/kept ${at + 1}`, inside)) kept++;
			all++;
		}
		for (const [at, part] of gold.dropped.entries()) {
			const span = locate(matched, file, part.text, part.occurrence);
			const size = span ? span.end - span.start : 0;
			const inside = span !== null && spanLength(subtractSpans([span], body)) < size;
			tally.note(`body/${file}/dropped ${at + 1}`, matched.articleOf.has(file) && !inside);
			if (inside) wrong++;
		}
	}
	tally.rates("body", kept, kept + wrong, kept, all);
	return tally;
}

/** Headline, outlet, day, authors, agencies and dateline: the share of the gold's fields that are right. */
export function compareMetadata(matched: Matched): Tally {
	const tally = new Tally();
	let right = 0;
	let all = 0;
	for (const [file, gold] of Object.entries(matched.gold.files)) {
		for (const [field, same] of Object.entries(fieldsOf(matched, file, gold))) {
			if (tally.note(`metadata/${file}/${field}`, same)) right++;
			all++;
		}
	}
	tally.share("metadata right", right, all);
	return tally;
}

function fieldsOf(matched: Matched, file: string, gold: GoldFile): { [field: string]: boolean } {
	const article = matched.articleOf.get(file);
	const day = (bound: string | null | undefined): string | undefined => bound?.slice(0, 10);
	const fields: { [field: string]: boolean } = {
		headline: article !== undefined && trimMarks(article.headline?.text ?? "") === trimMarks(gold.headline),
		dateline: article !== undefined && sameText(article.dateline?.text ?? null, gold.dateline),
	};
	if (gold.published !== undefined) {
		const { earliest, latest } = article?.published ?? { earliest: null, latest: null };
		fields["published"] = day(earliest) === gold.published && day(latest) === gold.published;
	}
	if (gold.outlet !== undefined) fields["outlet"] = foldName(article?.outlet?.text ?? "") === foldName(gold.outlet);
	if (gold.authors) fields["authors"] = article !== undefined && sameNames(article.byline?.authors ?? [], gold.authors);
	if (gold.agencies) {
		const agency = article?.dateline?.agency;
		// An outlet's own dateline names the outlet; that is no credit to another.
		const dated = agency && foldName(agency) !== foldName(gold.outlet ?? "") ? [agency] : [];
		fields["agencies"] =
			article !== undefined && sameNames([...(article?.byline?.agencies ?? []), ...dated], gold.agencies);
	}
	return fields;
}

function sameText(a: string | null, b: string | null): boolean {
	return a === null || b === null ? a === b : trimMarks(a) === trimMarks(b);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
	const first = new Set(a.map(foldName));
	const second = new Set(b.map(foldName));
	return first.size === second.size && [...first].every((name) => second.has(name));
}
