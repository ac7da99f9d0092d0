import type {
	Block,
	Byline,
	Dateline,
	Dropped,
	Headline,
	Link,
	MetadataValue,
	Repeat,
	SourceLine,
	Stated,
	Truncated,
} from "../model/article.ts";
import type { StatedDate } from "../model/date.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";

/** A date of publication as found, before the article has an id to point into. */
export interface DraftDate extends Omit<StatedDate, "evidence"> {
	readonly span: Span | null;
}

/** A post of a live blog or thread, before the article has an id to point into. */
export interface DraftPost extends Span {
	readonly published: DraftDate;
}

/** What was read of a text or a page: an article but for its identity. */
export interface Draft {
	readonly text: string;
	/** The body's blocks, without the headline's; sorted. */
	readonly body: readonly Block[];
	/** The headline's own block when it stands in the text. */
	readonly headlineBlock: Block | null;
	readonly dropped: readonly Dropped[];
	readonly repeats: readonly Repeat[];
	readonly links: readonly Link[];
	readonly headline: Headline | null;
	readonly byline: Byline | null;
	readonly outlet: Stated | null;
	readonly dateline: Dateline | null;
	/** Agencies credited by a tag in the text; those of the byline and the dateline are there. */
	readonly agencyTags: readonly Stated[];
	readonly published: DraftDate;
	readonly modified: DraftDate;
	readonly section: Stated | null;
	/** In the order of `Article.metadata`. */
	readonly metadata: readonly MetadataValue[];
	readonly truncated: Truncated | null;
	readonly posts: readonly DraftPost[];
	readonly sourceLines: readonly SourceLine[];
	/** The address a page gives as its own; null when it gives none. */
	readonly canonical: string | null;
	/** The language a page states of itself; null when it states none. */
	readonly statedLanguage: string | null;
	readonly problems: readonly Problem[];
}

export function noDate(reason: string): DraftDate {
	return { earliest: null, latest: null, precision: null, zone: null, exact: null, reason, span: null };
}
