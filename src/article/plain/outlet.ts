import type { Byline, Stated } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { countWords, type Line } from "../lines/lines.ts";
import { isAgency, isOutletName } from "../metadata/agencies.ts";
import { isPersonName } from "../metadata/author-names.ts";

/**
 * The outlet where a byline or a page's title names it.
 *
 * Catches: "Ada Quill | Harbour Post", "Ferry sinks | Harbour Post", "By Ada Quill, Harbour News".
 * Leaves: "By Ada Quill, chief reporter", "Ferry sinks - coast guard".
 */

const OFFICE = /\b(?:staff|desk|editors?|reporters?|correspondents?|bureau|team|newsroom|writers?)\b/iu;
const TITLED =
	/^(?:(?:The|the)\s)?\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*(?:\s(?:(?:of|and|&|de|la|le|del|der|für)\s)?\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*){0,4}$/u;
const DOMAIN = /^[\w-]{2,40}(?:\.[\w-]{2,24}){1,3}$/;

/** Units that are left of a headline when an outlet's name is cut off, at least. */
const SHORTEST_HEADLINE = 8;
const MOST_NAME_WORDS = 5;

/** The outlet that stands beside the authors of a byline; null when none does. */
export function outletOfByline(byline: Byline): Stated | null {
	if (byline.span === null) return null;
	for (const match of byline.text.matchAll(
		/(?:\s*[|,•·]\s*|\s[–—-]\s)([^|,•·]{2,60}?)(?=\s*(?:[|,•·]|\s[–—-]\s|$))/gu,
	)) {
		const name = (match[1] ?? "").trim();
		if (byline.authors.includes(name) || isAgency(name) || OFFICE.test(name)) continue;
		const named = match[0].includes("|")
			? TITLED.test(name) || DOMAIN.test(name)
			: TITLED.test(name) && countWords(name) >= 2;
		if (!named || !(isOutletName(name) || match[0].includes("|"))) continue;
		const start = byline.span.start + match.index + match[0].lastIndexOf(name);
		return { text: name, span: { start, end: start + name.length }, from: "byline" };
	}
	return null;
}

/** A byline of a name, a bar and an outlet's name that nothing else shows to be one. */
export function findBarredByline(line: Line, text: string): Byline | null {
	if (line.ended || line.words > 10) return null;
	const written = text.slice(line.start, line.end);
	const [, name = "", outlet = ""] = /^([^|\n]{4,60}?)\s*\|\s*([^|\n]{2,60})$/u.exec(written) ?? [];
	if (!TITLED.test(name) || countWords(name) < 2 || !isPersonName(name, null)) return null;
	if (!(TITLED.test(outlet) || DOMAIN.test(outlet))) return null;
	return { text: written, span: { start: line.start, end: line.end }, from: "byline", authors: [name], agencies: [] };
}

/** A headline and the outlet's name after it, as browsers' titles write them. */
export interface SplitTitle {
	readonly headline: Span;
	readonly tail: Span;
	readonly outlet: Stated;
}

/** Parts "Ferry sinks | Harbour Post"; null when no outlet's name stands at the end. */
export function splitTitle(text: string, line: Span): SplitTitle | null {
	const written = text.slice(line.start, line.end);
	const match = /^(.{8,400}?)(\s+([|–—-])\s+)([^|–—]{2,50})$/su.exec(written.length > 500 ? "" : written);
	if (!match) return null;
	const [, headline = "", gap = "", mark, name = ""] = match;
	if (headline.length < SHORTEST_HEADLINE || countWords(name) > MOST_NAME_WORDS || countWords(headline) < 3)
		return null;
	const known = isOutletName(name) && (countWords(name) >= 2 || DOMAIN.test(name));
	const sure = mark === "|" ? TITLED.test(name) || DOMAIN.test(name) : known && TITLED.test(name);
	if (!sure) return null;
	const end = line.start + headline.length;
	const start = end + gap.length;
	return {
		headline: { start: line.start, end },
		tail: { start: end + gap.length - gap.trimStart().length, end: line.end },
		outlet: { text: name, span: { start, end: line.end }, from: "title" },
	};
}
