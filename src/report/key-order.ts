import type { Article, Dropped, Link, PageSpan, SourceLine, Stated } from "../model/article.ts";
import type { ArticleListing } from "../model/article-listing.ts";
import type { CaptureOrigin } from "../model/capture.ts";
import type { StatedDate } from "../model/date.ts";
import type { PositionListing } from "../model/position-listing.ts";
import type { ListedProblem, Problem } from "../model/problem.ts";
import type { ExactSpan, ListedQuotation, LocalName, QuotationListing } from "../model/quotation-listing.ts";
import type {
	CollationRecord,
	CopyGroup,
	Fact,
	Generator,
	Lineage,
	Passage,
	Position,
	Quotation,
	RecordArticle,
	Story,
	Thread,
	Utterance,
	VersionGroup,
} from "../model/record.ts";
import type { Place, Span } from "../model/span.ts";
import type { StoryListing } from "../model/story-listing.ts";

/**
 * The keys of a type, in the order written, with those of the objects it holds; null for plain values
 * and for objects with names of their own. The compiler refuses a key too many or too few, so that this
 * list and the model cannot part.
 */
export type Keys<T> = T extends string | number | boolean
	? null
	: T extends readonly (infer Item)[]
		? Keys<NonNullable<Item>>
		: string extends keyof T
			? null
			: { readonly [K in keyof T]-?: Keys<NonNullable<T[K]>> };

export const SPAN: Keys<Span> = { start: null, end: null };
export const PLACE: Keys<Place> = { article: null, start: null, end: null };

export const DATE: Keys<StatedDate> = {
	earliest: null,
	latest: null,
	precision: null,
	zone: null,
	exact: null,
	reason: null,
	evidence: PLACE,
};

const CAPTURE: Keys<CaptureOrigin> = { place: null, url: null, mediaType: null, sha256: null, at: null };
const STATED: Keys<Stated> = { text: null, span: SPAN, from: null };
const DROPPED: Keys<Dropped> = { ...SPAN, rule: null, reason: null };
const PROBLEM: Keys<Problem> = { code: null, span: SPAN, reason: null };
export const LISTED_PROBLEM: Keys<ListedProblem> = { code: null, article: null, place: null, span: SPAN, reason: null };

/** What an article's own listing and the record's have alike, after its text and stretches. */
const SAYS = {
	headline: { ...STATED, made: null },
	byline: { ...STATED, authors: null, agencies: null },
	outlet: { ...STATED, site: null },
	dateline: { ...STATED, place: null, date: null, agency: null },
	agencies: STATED,
	published: DATE,
	modified: DATE,
	section: STATED,
	metadata: { field: null, ...STATED, taken: null },
	truncated: { kind: null, reason: null, span: SPAN },
	posts: { ...SPAN, published: DATE },
	language: null,
};

const PAGES: Keys<PageSpan> = { ...SPAN, page: null };
const LINKS: Keys<Link> = { ...SPAN, url: null };
const SOURCE_LINES: Keys<SourceLine> = { ...SPAN, exact: null, url: null, name: null };

export const RECORD_ARTICLE: Keys<RecordArticle> = {
	id: null,
	sourceId: null,
	siglum: null,
	role: null,
	capture: CAPTURE,
	text: null,
	body: SPAN,
	dropped: DROPPED,
	pages: PAGES,
	links: LINKS,
	sourceLines: SOURCE_LINES,
	...SAYS,
	stages: null,
	problems: PROBLEM,
};

const ARTICLE: Keys<Article> = {
	id: null,
	sourceId: null,
	role: null,
	capture: CAPTURE,
	...SAYS,
	text: null,
	body: SPAN,
	blocks: { ...SPAN, kind: null, path: null },
	pages: PAGES,
	links: LINKS,
	dropped: DROPPED,
	repeats: { kind: null, kept: SPAN, dropped: SPAN },
	sourceLines: SOURCE_LINES,
	problems: PROBLEM,
};

const QUOTATION: Keys<Quotation> = {
	id: null,
	article: null,
	kind: null,
	content: SPAN,
	marked: SPAN,
	exact: null,
	source: SPAN,
	cue: SPAN,
	speaker: null,
	speakerReason: null,
	candidates: { entity: null, reason: null },
	carriers: { entity: null, span: SPAN },
	addressee: SPAN,
	occasion: null,
	where: SPAN,
	when: DATE,
	polarity: null,
	hedged: null,
	confidence: null,
	rule: null,
};

const UTTERANCE: Keys<Utterance> = {
	id: null,
	story: null,
	occasion: null,
	speaker: null,
	renditions: { id: null, article: null, parts: { quotation: null, spans: SPAN }, coverage: null },
	alignment: { columns: { cells: { rendition: null, spans: SPAN, text: null }, agreed: null } },
	variants: { kind: null, columns: SPAN, readings: { renditions: null, text: null } },
	held: {
		rendition: null,
		primary: null,
		relation: null,
		leftOut: { ...SPAN, exact: null },
		changed: { kind: null, primary: { ...SPAN, exact: null }, report: { ...SPAN, exact: null } },
	},
};

const FACT: Keys<Fact> = {
	id: null,
	story: null,
	statement: null,
	type: null,
	relation: null,
	reason: null,
	states: { article: null, spans: SPAN, value: null, mode: null, polarity: null, by: null, quotation: null },
	pairs: { states: null, relation: null, reason: null },
	silent: null,
};

const LINEAGE: Keys<Lineage> = {
	story: null,
	nodes: { id: null, kind: null, article: null, entity: null, url: null, name: null },
	edges: {
		from: null,
		to: null,
		kind: null,
		directed: null,
		for: null,
		passage: PLACE,
		evidence: PLACE,
		confidence: null,
	},
};

export const GENERATOR: Keys<Generator> = {
	version: null,
	models: { name: null, sha256: null },
	data: { name: null, sha256: null },
	options: null,
	corrections: null,
};

const VERSIONS: Keys<VersionGroup> = {
	sourceId: null,
	articles: null,
	changes: {
		from: null,
		to: null,
		removed: PLACE,
		added: PLACE,
		differences: { kind: null, from: PLACE, to: PLACE },
	},
};

const COPY_GROUP: Keys<CopyGroup> = { id: null, kind: null, members: { article: null, spans: SPAN } };
const PASSAGE: Keys<Passage> = { a: PLACE, b: PLACE, exact: null, quoted: null, stock: null };
const THREAD: Keys<Thread> = { id: null, stories: null, about: null };

const STORY: Keys<Story> = {
	id: null,
	aliases: null,
	articles: null,
	why: { article: null, reason: null },
	near: { article: null, reason: null },
	headline: { article: null, text: null },
	name: null,
	when: DATE,
	where: { entity: null, exact: null, evidence: PLACE },
	lines: { articles: null, reason: null },
};

const POSITION: Keys<Position> = {
	id: null,
	speaker: null,
	onBehalfOf: null,
	behalf: { entity: null, reason: null, evidence: PLACE },
	about: null,
	kind: null,
	act: null,
	when: DATE,
	article: null,
	spans: SPAN,
	exact: null,
	utterance: null,
	fact: null,
	polarity: null,
	stance: null,
	stanceReason: null,
	stanceEvidence: PLACE,
	reports: {
		article: null,
		spans: SPAN,
		mode: null,
		polarity: null,
		by: null,
		quotation: null,
		carriers: null,
		stance: null,
		sure: null,
	},
	change: { position: null, stance: null, when: DATE },
	differs: null,
};

export const RECORD_KEYS: Keys<CollationRecord> = {
	schema: null,
	generator: GENERATOR,
	articles: RECORD_ARTICLE,
	versions: VERSIONS,
	copyGroups: COPY_GROUP,
	passages: PASSAGE,
	entities: {
		id: null,
		name: null,
		type: null,
		names: null,
		reasons: null,
		related: { entity: null, kind: null },
		mentions: { article: null, start: null, end: null, exact: null, form: null },
	},
	dates: { article: null, start: null, end: null, exact: null, date: DATE },
	numbers: {
		article: null,
		start: null,
		end: null,
		exact: null,
		low: null,
		high: null,
		of: null,
		kind: null,
		qualifier: null,
	},
	quotations: QUOTATION,
	terms: { article: null, start: null, end: null, exact: null, reason: null },
	stories: STORY,
	threads: THREAD,
	occasions: { id: null, speaker: null, when: DATE, where: null, utterances: null },
	utterances: UTTERANCE,
	facts: FACT,
	lineage: LINEAGE,
	positions: POSITION,
	corrections: {
		id: null,
		kind: null,
		who: null,
		when: null,
		why: null,
		applied: null,
		reason: null,
		places: PLACE,
		findings: null,
	},
	problems: LISTED_PROBLEM,
};

export const LISTING_KEYS: Keys<ArticleListing> = {
	schema: null,
	generator: { version: null },
	articles: ARTICLE,
	problems: LISTED_PROBLEM,
};

export const EXACT: Keys<ExactSpan> = { ...SPAN, exact: null };
const LOCAL_NAME: Keys<LocalName> = { entity: null, name: null, names: null, type: null };

const LISTED_QUOTATION: Keys<ListedQuotation> = {
	id: null,
	kind: null,
	content: EXACT,
	marked: EXACT,
	inserted: EXACT,
	exact: null,
	source: EXACT,
	cue: EXACT,
	speaker: LOCAL_NAME,
	speakerReason: null,
	candidates: { ...LOCAL_NAME, reason: null },
	carriers: { ...LOCAL_NAME, span: EXACT },
	addressee: EXACT,
	where: EXACT,
	when: DATE,
	polarity: null,
	hedged: null,
	confidence: null,
	rule: null,
};

export const QUOTATIONS_KEYS: Keys<QuotationListing> = {
	schema: null,
	generator: GENERATOR,
	filters: { speaker: null, kinds: null, least: null },
	articles: {
		id: null,
		sourceId: null,
		role: null,
		capture: CAPTURE,
		headline: { ...STATED, made: null },
		outlet: { ...STATED, site: null },
		published: DATE,
		language: null,
		text: null,
		stages: null,
		found: null,
		quotations: LISTED_QUOTATION,
		terms: { ...SPAN, exact: null, reason: null },
	},
	problems: LISTED_PROBLEM,
};

export const STORIES_KEYS: Keys<StoryListing> = {
	schema: null,
	generator: GENERATOR,
	articles: RECORD_ARTICLE,
	versions: VERSIONS,
	copyGroups: COPY_GROUP,
	passages: PASSAGE,
	entities: { id: null, name: null, type: null, names: null },
	quotations: { id: null, article: null, kind: null, content: SPAN, exact: null },
	stories: STORY,
	threads: THREAD,
	lineage: LINEAGE,
	problems: LISTED_PROBLEM,
};

export const POSITIONS_KEYS: Keys<PositionListing> = {
	schema: null,
	generator: GENERATOR,
	asked: { speaker: null, about: null },
	articles: RECORD_ARTICLE,
	entities: { id: null, name: null, type: null, names: null },
	ledgers: {
		holder: null,
		about: null,
		statements: null,
		acts: null,
		articles: null,
		first: null,
		last: null,
		positions: null,
		changes: { from: null, to: null },
	},
	positions: POSITION,
	problems: LISTED_PROBLEM,
};
