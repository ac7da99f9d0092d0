import { dropOutletBlocks } from "./article/outlet-blocks.ts";
import { compareReadings, noteSameArticle } from "./article/same-article.ts";
import { collate } from "./collation/collate.ts";
import { renameEntities } from "./collation/corrections/entities.ts";
import { type CorrectionPlan, planCorrections } from "./collation/corrections/plan.ts";
import { noteStories, regroupStories } from "./collation/corrections/stories.ts";
import { listQuoted } from "./collation/quotation-listing.ts";
import { listStoryLayer } from "./collation/story-listing.ts";
import { traceText } from "./collation/trace/trace.ts";
import { readTraced } from "./collation/trace/traced-text.ts";
import { findLanguage } from "./language/language.ts";
import { NO_NAMES, type UserNames } from "./language/names/user-names.ts";
import { listStages } from "./language/stages.ts";
import type { AnnotatedArticle } from "./model/annotated.ts";
import type { Article } from "./model/article.ts";
import { type ArticleListing, LISTING_SCHEMA } from "./model/article-listing.ts";
import type { Capture } from "./model/capture.ts";
import type { Correction } from "./model/correction.ts";
import type { GivenFile } from "./model/evidence.ts";
import type { ListedProblem, Problem } from "./model/problem.ts";
import { QUOTATIONS_SCHEMA, type QuotationListing } from "./model/quotation-listing.ts";
import type { CollationRecord, Generator } from "./model/record.ts";
import type { StoryListing } from "./model/story-listing.ts";
import type { TraceListing } from "./model/trace-listing.ts";
import { findQuotations } from "./quotations/quotations.ts";
import type { TaggerWeights } from "./quotations/tagger/weights.ts";
import { readTaggerWeights } from "./quotations/tagger/weights-file.ts";
import { type ReadEffects, type ReadStep, readPlainInput, walkCaptures } from "./read/captures.ts";
import { parseTermRarity, type TermRarity } from "./stories/grouping/term-rarity.ts";
import { groupStories, type StoryLayer } from "./stories/stories.ts";
import { compareProblems, compareText } from "./text/compare.ts";
import { sha256Hex } from "./text/hash.ts";
import { findWords } from "./text/words.ts";
import { VERSION } from "./version.ts";

/** The data that the analysis is handed; nothing is loaded behind its back. */
export interface AnalysisData {
	readonly rarity: TermRarity;
	/** The names that the user gives beside the shipped lists; none when absent. */
	readonly names?: UserNames;
	/** A person's decisions on what is found; none when absent. */
	readonly corrections?: readonly Correction[];
	/** The trained tagger of quotations, or null: then the rules work alone. */
	readonly tagger: TaggerModel | null;
	/** The files it was read from, for `generator.data`. Sorted by name. */
	readonly sources: readonly { readonly name: string; readonly sha256: string }[];
}

/**
 * The data shipped with the program, from its bytes: `stemma/data/term-rarity.txt` and `stemma/data/tagger.bin`.
 *
 * @param tagger null: quotations are found by the rules alone
 */
export function parseAnalysisData(rarity: Uint8Array, tagger: Uint8Array | null): AnalysisData {
	return {
		rarity: parseTermRarity(new TextDecoder().decode(rarity)),
		tagger:
			tagger === null
				? null
				: { name: "quotation-tagger", sha256: sha256Hex(tagger), weights: readTaggerWeights(tagger) },
		sources: [{ name: "term-rarity", sha256: sha256Hex(rarity) }],
	};
}

/** A trained model, and what `generator.models` says of it. */
export interface TaggerModel {
	readonly name: string;
	readonly sha256: string;
	readonly weights: TaggerWeights;
}

/** What the way from inputs to a record needs of the world. */
export interface CollateEffects extends ReadEffects {
	readonly data: AnalysisData;
	/**
	 * The same data with the files of names and decisions that evidence files among the inputs hold; where it is left
	 * out, they are not taken. Throws UserError when one of them cannot be used.
	 */
	dataWith?(given: readonly GivenFile[]): AnalysisData;
	/** Builds a capture's article, with whatever guards the world offers. */
	readArticle(capture: Capture): Promise<{ readonly article: Article | null; readonly problems: readonly Problem[] }>;
	/** Told before each piece of work; may be left out. */
	progress?(done: number, total: number, label: string): void;
}

/**
 * The main job: files, folders, patterns or standard input → the record. Bad inputs are listed in
 * `problems`; the others give their result.
 *
 * @param primaries inputs that the reports are held against: transcripts, statements, documents
 */
export async function collateInputs(
	inputs: readonly string[],
	effects: CollateEffects,
	primaries: readonly string[] = [],
): Promise<CollationRecord> {
	const read = await readArticles(walkCaptures(inputs, effects, primaries), effects);
	return collateRead(read, { ...effects, data: dataFor(read, effects) });
}

/** The data for what was read: with the user's files that came with it. */
function dataFor({ given }: ReadArticles, { data, dataWith }: Pick<CollateEffects, "data" | "dataWith">): AnalysisData {
	return given.length === 0 ? data : (dataWith?.(given) ?? data);
}

/** Files, folders, patterns or standard input → the articles, with nothing found in them yet. */
export async function listArticles(
	inputs: readonly string[],
	effects: Omit<CollateEffects, "data">,
): Promise<ArticleListing> {
	const read = await readArticles(walkCaptures(inputs, effects), effects);
	return {
		schema: LISTING_SCHEMA,
		generator: { version: VERSION },
		articles: [...read.articles].sort(
			(a, b) => compareText(a.capture.place, b.capture.place) || compareText(a.id, b.id),
		),
		problems: [...read.problems].sort(compareProblems),
	};
}

/** Files, folders, patterns or standard input → who is given which words in each report, read by itself. */
export async function listQuotations(inputs: readonly string[], effects: CollateEffects): Promise<QuotationListing> {
	const read = await readArticles(walkCaptures(inputs, effects), effects);
	const data = dataFor(read, effects);
	const annotated = read.articles.map((article, done) => {
		effects.progress?.(done, read.articles.length, `quotations in ${article.capture.place}`);
		return annotate(article, data.tagger, data.names);
	});
	return listQuotationsOf(annotated, data, read.problems);
}

/** Annotated articles → who is given which words in each report, read by itself. */
export function listQuotationsOf(
	annotated: readonly AnnotatedArticle[],
	data: AnalysisData,
	problems: readonly ListedProblem[],
): QuotationListing {
	return {
		schema: QUOTATIONS_SCHEMA,
		generator: describeGenerator(data),
		filters: { speaker: null, kinds: [], least: null },
		articles: annotated
			.map(listQuoted)
			.sort((a, b) => compareText(a.capture.place, b.capture.place) || compareText(a.id, b.id)),
		problems: [...problems].sort(compareProblems),
	};
}

/**
 * Files, folders, patterns or standard input → which reports tell one event, which are one text, who draws on whom.
 *
 * @param primaries inputs that the reports are held against: transcripts, statements, documents
 */
export async function listStories(
	inputs: readonly string[],
	effects: CollateEffects,
	primaries: readonly string[] = [],
): Promise<StoryListing> {
	const read = await readArticles(walkCaptures(inputs, effects, primaries), effects);
	const data = dataFor(read, effects);
	return listStoriesOf(annotateAll(read.articles, { ...effects, data }), data, read.problems);
}

/** Annotated articles → which of them tell one event, which are one text, who draws on whom. */
export function listStoriesOf(
	annotated: readonly AnnotatedArticle[],
	data: AnalysisData,
	problems: readonly ListedProblem[],
): StoryListing {
	const plan = planCorrections(data.corrections ?? [], annotated);
	const layer = groupWith(plan, annotated, data);
	return listStoryLayer(annotated, layer, describeGenerator(data), problems, plan);
}

/**
 * A sentence or quotation, and files, folders, patterns or standard input → every place where it stands in them.
 *
 * @param text null to read it from standard input; throws UserError `trace/…` when it cannot be traced
 * @param primaries inputs that the reports are held against: transcripts, statements, documents
 */
export async function traceInputs(
	text: string | null,
	inputs: readonly string[],
	effects: CollateEffects,
	primaries: readonly string[] = [],
): Promise<TraceListing> {
	const asked = text ?? (await readPlainInput(effects));
	refuseUntraceable(asked, effects.data);
	const read = await readArticles(walkCaptures(inputs, effects, primaries), effects);
	const data = dataFor(read, effects);
	return traceInArticles(asked, annotateAll(read.articles, { ...effects, data }), data, read.problems);
}

/** Throws UserError `trace/…` for what cannot be traced, so that this is said before anything is read. */
export function refuseUntraceable(text: string, { rarity }: AnalysisData): void {
	readTraced(text, rarity.rarityOf);
}

/** A sentence or quotation, and annotated articles → every place where it stands in them. */
export function traceInArticles(
	text: string,
	annotated: readonly AnnotatedArticle[],
	data: AnalysisData,
	problems: readonly ListedProblem[] = [],
): TraceListing {
	const layer = groupStories(annotated, data.rarity, data.names);
	return traceText(text, annotated, layer, data.rarity.rarityOf, describeGenerator(data), problems);
}

/**
 * Captures → the record, read with whatever guards `readArticle` has. What a capture lacks is listed in `problems`.
 */
export async function collateCaptures(
	captures: readonly Capture[],
	effects: Pick<CollateEffects, "data" | "readArticle" | "progress">,
	problems: readonly ListedProblem[] = [],
): Promise<CollationRecord> {
	return collateRead(await readArticles([{ captures, problems, ahead: 0, input: null }], effects), effects);
}

function collateRead(
	read: ReadArticles,
	{ data, progress }: Pick<CollateEffects, "data" | "progress">,
): CollationRecord {
	progress?.(read.articles.length, read.articles.length, "collating");
	return collateArticles(
		read.articles.map((article) => annotate(article, data.tagger, data.names)),
		data,
		read.problems,
	);
}

interface ReadArticles {
	readonly articles: readonly Article[];
	readonly problems: readonly ListedProblem[];
	readonly given: readonly GivenFile[];
}

/**
 * Captures → articles, each once; what one outlet repeats over its pages is told only from all of them. Each capture's
 * bytes are let go when its article is built.
 */
async function readArticles(
	steps: AsyncIterable<ReadStep> | Iterable<ReadStep>,
	effects: Pick<CollateEffects, "readArticle" | "progress">,
): Promise<ReadArticles> {
	const listed: ListedProblem[] = [];
	const found: ListedProblem[] = [];
	const readings: Article[] = [];
	const given: GivenFile[] = [];
	let done = 0;
	for await (const step of steps) {
		for (const problem of step.problems) listed.push(problem);
		for (const file of step.given ?? []) given.push(file);
		const total = done + step.captures.length + step.ahead;
		for (const capture of step.captures) {
			effects.progress?.(done, total, capture.place);
			done++;
			const reading = await effects.readArticle(capture);
			const { article } = reading;
			if (article) readings.push(article);
			else for (const problem of reading.problems) found.push({ ...problem, article: null, place: capture.place });
		}
	}
	const articles = new Map<string, Article>();
	for (const article of readings.sort(compareReadings)) {
		if (articles.has(article.id)) found.push(noteSameArticle(article));
		else articles.set(article.id, article);
	}
	return { articles: settleArticles([...articles.values()]), problems: [...listed, ...found], given };
}

/** Articles as they were read, each once → as they are analysed: by id, without what an outlet repeats over its pages. */
export function settleArticles(articles: readonly Article[]): readonly Article[] {
	return dropOutletBlocks([...articles].sort((a, b) => compareText(a.id, b.id)));
}

function annotateAll(
	articles: readonly Article[],
	{ data: { tagger, names }, progress }: Pick<CollateEffects, "data" | "progress">,
): AnnotatedArticle[] {
	const annotated = articles.map((article, done) => {
		progress?.(done, articles.length, `names and quotations in ${article.capture.place}`);
		return annotate(article, tagger, names);
	});
	progress?.(annotated.length, annotated.length, "grouping");
	return annotated;
}

/** One article → everything found in it without looking at any other; without a tagger by the rules alone. */
export function annotate(
	article: Article,
	tagger: TaggerModel | null = null,
	names: UserNames = NO_NAMES,
): AnnotatedArticle {
	const words = findWords(article);
	const findings = findLanguage(article, words, names);
	const { quotations, terms } = findQuotations(article, words, findings, tagger?.weights ?? null);
	return { article, words, ...findings, quotations, terms, stages: listStages(article.language) };
}

/**
 * Annotated articles, each once and in any order → the record: `stemma collate --json` prints the same. Spans in it are
 * half-open, in UTF-16 code units of each article's `text`.
 *
 * @param problems what went wrong with inputs, for `problems` of the record
 */
export function collateArticles(
	articles: readonly AnnotatedArticle[],
	data: AnalysisData,
	problems: readonly ListedProblem[] = [],
): CollationRecord {
	const sorted = [...articles].sort((a, b) => compareText(a.article.id, b.article.id));
	const plan = planCorrections(data.corrections ?? [], sorted);
	const layer = groupWith(plan, sorted, data);
	return collate(sorted, layer, data.rarity.rarityOf, describeGenerator(data), problems, plan);
}

/** Annotated articles → their stories and what ties them, with a person's decisions. */
export function groupAnnotated(articles: readonly AnnotatedArticle[], data: AnalysisData): StoryLayer {
	const sorted = [...articles].sort((a, b) => compareText(a.article.id, b.article.id));
	const plan = planCorrections(data.corrections ?? [], sorted);
	const layer = groupWith(plan, sorted, data);
	return { ...layer, stories: noteStories(plan, layer.stories) };
}

/** Stories and entities as a person decides them. */
function groupWith(plan: CorrectionPlan, articles: readonly AnnotatedArticle[], data: AnalysisData): StoryLayer {
	const layer = groupStories(articles, data.rarity, data.names, (stories) => regroupStories(plan, stories));
	return { ...layer, entities: renameEntities(plan, layer.entities) };
}

function describeGenerator(data: AnalysisData): Generator {
	const models = data.tagger ? [{ name: data.tagger.name, sha256: data.tagger.sha256 }] : [];
	return { version: VERSION, models, data: data.sources, options: {}, corrections: 0 };
}
