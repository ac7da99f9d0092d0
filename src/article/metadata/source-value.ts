import type { MetadataField, MetadataValue } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";

/** One value that one source gives for a field of a report's metadata. */
export interface SourceValue {
	readonly field: MetadataField;
	/** As written there, white space made single. */
	readonly text: string;
	/** Where it stands in the article's text; null when it stands beside it. */
	readonly span: Span | null;
	/** The source: `json-ld`, `meta og:title`, `h1`, `byline` and so on. */
	readonly from: string;
	/** What the source says that an author is; null when it does not say. */
	readonly bearer?: "person" | "organisation" | null;
}

/** The fields in the order in which an article lists them. */
const FIELDS: readonly MetadataField[] = [
	"title",
	"author",
	"agency",
	"outlet",
	"published",
	"modified",
	"language",
	"canonical",
	"section",
];

/** Values of one field that are listed: a page with more repeats itself or is hostile. */
const MOST_VALUES = 24;

/** UTF-16 units of a value that are listed. */
const LONGEST = 1000;

/**
 * The values as an article lists them: by field in the order of `MetadataField`, within it as given
 * (the most trusted source first), each distinct value of a source once.
 *
 * @param taken those that the article's own fields were made from
 */
export function listMetadata(values: readonly SourceValue[], taken: (value: SourceValue) => boolean): MetadataValue[] {
	return FIELDS.flatMap((field) => {
		const seen = new Set<string>();
		const listed: MetadataValue[] = [];
		for (const value of values) {
			if (value.field !== field || value.text === "") continue;
			const key = `${value.from}\n${value.text.slice(0, LONGEST)}`;
			if (seen.has(key)) continue;
			seen.add(key);
			const chosen = taken(value);
			if (listed.length >= MOST_VALUES && !chosen) continue;
			const span = value.span === null ? null : { start: value.span.start, end: value.span.end };
			listed.push({ field, text: span ? value.text : clip(value.text), span, from: value.from, taken: chosen });
		}
		return listed;
	});
}

/** A text cut short where it is too long to list, never inside a surrogate pair. */
function clip(text: string): string {
	if (text.length <= LONGEST) return text;
	const code = text.charCodeAt(LONGEST - 1);
	return text.slice(0, code >= 0xd800 && code <= 0xdbff ? LONGEST - 1 : LONGEST);
}
