import type { CaptureOrigin } from "./capture.ts";
import type { StatedDate } from "./date.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";

/** A `report`, or a `primary` transcript or document that reports are held against. */
export type ArticleRole = "report" | "primary";

/** A stretch of text kept out of the body. Nothing disappears: the text still holds it. */
export interface Dropped extends Span {
	/** The rule that dropped it, `article/rule-name`. */
	readonly rule: string;
	/** Why, in words a reader understands. */
	readonly reason: string;
}

/** A piece of metadata that stands in the text (`span`) or only beside it (`span` null). */
export interface Stated {
	readonly text: string;
	readonly span: Span | null;
	/** Which rule or source gave it: `first-line`, `json-ld`, `og:title`, `stated` and so on. */
	readonly from: string;
}

export interface Headline extends Stated {
	/** True when it was composed from the body because the capture has none of its own. */
	readonly made: boolean;
}

/** Who published a report. */
export interface Outlet extends Stated {
	/** The host of its address without `www.`: `harbour-post.example`; null when no address is known. */
	readonly site: string | null;
}

/** The fields of a report's metadata for which sources can give different values. */
export type MetadataField =
	| "title"
	| "author"
	| "agency"
	| "outlet"
	| "published"
	| "modified"
	| "language"
	| "canonical"
	| "section";

/**
 * One value that one source gives for a field, taken or not: where sources disagree, those that lost
 * are here too. `from` names the source, `text` is as written there.
 */
export interface MetadataValue extends Stated {
	readonly field: MetadataField;
	/** Whether the article's own field was made from it. */
	readonly taken: boolean;
}

/** Says that a capture holds less than the report, and why. */
export interface Truncated {
	/** What stands in the way: a subscription, an account, a consent dialog, or an outlet that gives an excerpt. */
	readonly kind: "paywall" | "log-in" | "consent" | "excerpt";
	/** What was seen, in a sentence a reader understands. */
	readonly reason: string;
	/** The words that say so; null when only the page's metadata or markup does. */
	readonly span: Span | null;
}

/** A dated post of a live blog or of a thread. */
export interface Post extends Span {
	/** When this post was made, as far as its own stamp says. */
	readonly published: StatedDate;
}

/** Who a report names as its authors. */
export interface Byline extends Stated {
	/** The people named, as written, in the order given. */
	readonly authors: readonly string[];
	/** Agencies credited in the byline, as written. */
	readonly agencies: readonly string[];
}

/** The opening "PLACE, date (AGENCY) –" of a report. */
export interface Dateline extends Stated {
	readonly place: string | null;
	/** The date as written inside the dateline; null when it has none. */
	readonly date: string | null;
	/** The agency as written inside the dateline; null when it has none. */
	readonly agency: string | null;
}

/** A paragraph, list item or table row of the text, and the element it came from. */
export interface Block extends Span {
	readonly kind: "paragraph" | "heading" | "item" | "quote" | "row" | "preformatted";
	/** For a page: child indices from the document element to the element; null for plain text. */
	readonly path: readonly number[] | null;
}

/** The stretch of a document's text that stands on one of its pages; a page may have several. */
export interface PageSpan extends Span {
	/** Counted from 1, whatever number is printed on it. */
	readonly page: number;
}

/** Two stretches of one capture that are one text; the second is among `dropped`. */
export interface Repeat {
	readonly kind: "exact" | "near";
	readonly kept: readonly Span[];
	readonly dropped: readonly Span[];
}

/** A link in a page's body. */
export interface Link extends Span {
	readonly url: string;
}

/**
 * What a capture says. `text` never changes: for a plain-text capture it is the whole decoded file,
 * for a page the headline and the linearised text of the document's content, blocks parted by
 * blank lines. `body` and `dropped` are sorted, do not overlap, and together with white space,
 * headline, byline and dateline cover the text.
 */
export interface Article {
	/** Sixteen hexadecimal digits: 63 bits of the hash of `sourceId` and of the text. */
	readonly id: string;
	/** The canonical URL or, without one, the place. */
	readonly sourceId: string;
	readonly role: ArticleRole;
	readonly capture: CaptureOrigin;
	readonly text: string;
	/** The report itself, sorted. A span ends at a block's end. */
	readonly body: readonly Span[];
	/** The blocks of the body and the headline, sorted; each lies inside one body span or the headline. */
	readonly blocks: readonly Block[];
	/** Where the pages of a document stand in its text, sorted; empty for what has no pages. */
	readonly pages: readonly PageSpan[];
	/** Links inside the body, sorted; of plain text, Markdown alone has them. */
	readonly links: readonly Link[];
	readonly dropped: readonly Dropped[];
	/** The same text given twice in one capture: what was kept and what was dropped for it. Sorted by `kept`. */
	readonly repeats: readonly Repeat[];
	readonly headline: Headline | null;
	readonly byline: Byline | null;
	readonly outlet: Outlet | null;
	readonly dateline: Dateline | null;
	/** Agencies that the byline, the dateline or a tag in the text credits, as written. In the order of the text, those without a span first. */
	readonly agencies: readonly Stated[];
	/** When it was published: never the date of a change, of a capture or of a posting elsewhere. */
	readonly published: StatedDate;
	/** When it was last changed, as far as it says so. */
	readonly modified: StatedDate;
	/** The part of the outlet it stands in ("World", "Sport"), as written. */
	readonly section: Stated | null;
	/** Every value that a source gives for a field: by field in the order of `MetadataField`, the most trusted source first. */
	readonly metadata: readonly MetadataValue[];
	/** Null when the capture holds the whole report, as far as can be seen. */
	readonly truncated: Truncated | null;
	/** The posts of a live blog or thread, in the order of the text; empty for a report in one piece. */
	readonly posts: readonly Post[];
	/** BCP 47 primary language, `en`; null when it could not be told. */
	readonly language: string | null;
	/** What this text says it was taken from: "Source: URL", "via X". Sorted. */
	readonly sourceLines: readonly SourceLine[];
	readonly problems: readonly Problem[];
}

/** A line by which a text names where it was taken from. */
export interface SourceLine extends Span {
	readonly exact: string;
	readonly url: string | null;
	/** The outlet named, as written; null when only an address is given. */
	readonly name: string | null;
}
