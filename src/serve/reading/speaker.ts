import { daysOf, findChanges } from "../../collation/positions/changes.ts";
import type { EntityType } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Position, PositionStance } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { findNamed } from "../../report/view/position-filter.ts";
import { isSpoken } from "../../report/view/position-words.ts";
import { indexRecord, nameOf, type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { sentenceAround } from "../../report/view/sentence-around.ts";
import { readStance } from "../../report/view/stance-words.ts";
import { listUtterances } from "../../report/view/utterance-lists.ts";
import { groupWordings } from "../../report/view/wordings.ts";
import { countQuoted, findQuotedStories, type QuotedCounts } from "../../store/search/quoted.ts";
import type { Store } from "../../store/store.ts";
import { compareText } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { countWords } from "../../text/tokens.ts";
import { findStory } from "../stored-pages.ts";

/** Somebody, as the stories that quote them have them. People of one name are not told apart across stories. */
export interface SpeakerAnswer {
	/** As asked for. */
	readonly name: string;
	/** What most stories call who is so called, and the other names that they have, by how many have them. */
	readonly called: string;
	readonly names: readonly string[];
	readonly type: EntityType | null;
	readonly counts: QuotedCounts;
	/** The stories of this page, the latest first. */
	readonly stories: readonly { readonly id: string; readonly title: string; readonly day: string }[];
	/** By matter, what was said or done most often first. */
	readonly matters: readonly Matter[];
	/** The latest first, undated ones last. */
	readonly statements: readonly Statement[];
	/** Positions and statements whose reading is too unsure to be shown unasked. */
	readonly unsure: number;
	/** Where the list goes on with earlier stories; null at its end. */
	readonly next: string | null;
}

/** What somebody said or did about one matter, by day. */
export interface Matter {
	readonly about: string;
	readonly entries: readonly MatterEntry[];
}

export interface MatterEntry {
	readonly id: string;
	readonly story: string;
	readonly kind: Position["kind"];
	readonly when: StatedDate;
	readonly stance: PositionStance | null;
	readonly polarity: Position["polarity"];
	/** The words of the report that stands for it, and where they stand. */
	readonly exact: string;
	readonly isSpoken: boolean;
	/** The sentence that they stand in, where they are few; null else. */
	readonly sentence: string | null;
	readonly places: readonly Place[];
	/** Who reports it, each outlet once. */
	readonly outlets: readonly string[];
	/** Id of the entry that it changes; null when it changes none. */
	readonly changes: string | null;
}

/** One thing said once. */
export interface Statement {
	readonly id: string;
	readonly story: string;
	/** Of its occasion; where that is not known, of the first report that gives it. */
	readonly when: StatedDate | null;
	readonly words: string;
	readonly isMarked: boolean;
	/** What the report that it is given from does with it other than giving it as said; null for nothing. */
	readonly stance: Stance | null;
	/** The sentence that they stand in, where they are few; null else. */
	readonly sentence: string | null;
	readonly places: readonly Place[];
	/** How many wordings there are, and which outlets carry it. */
	readonly wordings: number;
	readonly reports: number;
	readonly outlets: readonly string[];
	/** Agencies or outlets credited with bringing the words. */
	readonly carriers: readonly string[];
}

export type Stance = NonNullable<ReturnType<typeof readStance>>;

/** Stories that are read for one page. */
const STORIES = 16;

/**
 * Somebody by name: all stories in which one who is quoted has every word of it in one name.
 *
 * @param after the `next` of the page before
 * @returns null when nobody of this name is quoted, or when `after` names no page
 */
export async function findSpeaker(store: Store, name: string, after: string | null): Promise<SpeakerAnswer | null> {
	const cursor = /^(\d{4}-\d\d-\d\d)-([0-7][0-9a-f]{15})$/.exec(after ?? "");
	if (after !== null && (cursor === null || Number.isNaN(Date.parse(cursor[1] ?? "")))) return null;
	const counts = await countQuoted(store.database, name);
	if (counts === null) return null;
	const found = await findQuotedStories(store.database, name, {
		limit: STORIES + 1,
		after: cursor === null ? null : { day: cursor[1] ?? "", story: cursor[2] ?? "" },
	});
	let unsure = 0;
	const called = new Map<string, number>();
	const names = new Map<string, number>();
	const types = new Map<EntityType, number>();
	const matters = new Map<string, { about: string; positions: { position: Position; entry: MatterEntry }[] }>();
	const statements: Statement[] = [];
	const stories: { id: string; title: string; day: string }[] = [];
	for (const { story, day } of found.slice(0, STORIES)) {
		const one = await findStory(store, story);
		if (one === null) continue;
		const index = indexRecord(one.stored.record);
		stories.push({ id: one.id, title: one.story.headline?.text ?? "Untitled", day });
		const own = findSelf(index, name);
		for (const id of own) {
			const entity = index.entities.get(id);
			if (entity === undefined) continue;
			count(called, entity.name);
			for (const other of entity.names) count(names, other);
			count(types, entity.type);
		}
		for (const position of index.record.positions) {
			if (!own.has(position.speaker) && !position.behalf.some(({ entity }) => own.has(entity))) continue;
			if (!position.reports.some(({ sure }) => sure)) {
				unsure++;
				continue;
			}
			const about = nameOf(index, position.about);
			const matter = matters.get(foldAccents(about)) ?? { about, positions: [] };
			matter.positions.push({ position, entry: describeEntry(index, one.id, position) });
			matters.set(foldAccents(about), matter);
		}
		const told = listStatements(index, one.id, own);
		statements.push(...told.statements);
		unsure += told.unsure;
	}
	const last = found[STORIES - 1];
	return {
		name,
		called: mostFirst(called)[0] ?? name,
		names: dropRepeats([mostFirst(called)[0] ?? name, ...mostFirst(names)]).slice(1),
		type: mostFirst(types)[0] ?? null,
		counts,
		stories,
		matters: [...matters.values()]
			.map(({ about, positions }) => ({ about, entries: orderEntries(positions) }))
			.sort((x, y) => y.entries.length - x.entries.length || compareText(x.about, y.about)),
		statements: statements.sort((x, y) => compareText(dayOf(y.when), dayOf(x.when)) || compareText(x.id, y.id)),
		unsure,
		next: found.length > STORIES && last !== undefined ? `${last.day}-${last.story}` : null,
	};
}

/** The entities of a record that are called so and that speak, or are spoken for. */
function findSelf({ entities, record }: RecordIndex, name: string): ReadonlySet<string> {
	const speaking = [
		...record.utterances.flatMap(({ speaker }) => speaker ?? []),
		...record.positions.flatMap(({ speaker, behalf }) => [speaker, ...behalf.map(({ entity }) => entity)]),
	];
	return findNamed(entities, name, speaking);
}

function describeEntry(index: RecordIndex, story: string, position: Position): MatterEntry {
	const { id, kind, when, stance, polarity, exact, spans, article, reports } = position;
	return {
		...{ id, story, kind, when, stance, polarity, exact },
		isSpoken: kind === "statement" && isSpoken(position),
		sentence: readSentence(index, { article, ...spans[0] }, exact),
		places: spans.map(({ start, end }) => ({ article, start, end })),
		outlets: listOutlets(
			index,
			reports.map((report) => report.article),
		),
		changes: null,
	};
}

/** By day, those without one last; what goes against an earlier one of any story says so. */
function orderEntries(
	positions: readonly { readonly position: Position; readonly entry: MatterEntry }[],
): readonly MatterEntry[] {
	const changes = findChanges(positions.map(({ position }) => position));
	return positions
		.map(({ position, entry }) => ({ ...entry, changes: changes.get(position.id)?.before ?? null }))
		.sort(
			(x, y) =>
				compareText(daysOf(x.when)?.first ?? "~", daysOf(y.when)?.first ?? "~") ||
				compareText(daysOf(x.when)?.last ?? "~", daysOf(y.when)?.last ?? "~") ||
				compareText(x.id, y.id),
		);
}

function listStatements(
	index: RecordIndex,
	story: string,
	own: ReadonlySet<string>,
): { readonly statements: readonly Statement[]; readonly unsure: number } {
	const lists = index.record.stories.map((one) => listUtterances(index, one));
	const shown = lists
		.flatMap(({ shared, single }) => [...shared, ...single])
		.filter(({ speaker }) => own.has(speaker ?? ""));
	const all = index.record.utterances.filter(({ speaker }) => own.has(speaker ?? ""));
	const statements = shown.flatMap((utterance): Statement[] => {
		const groups = groupWordings(index, utterance);
		const [first] = groups;
		if (first === undefined) return [];
		const articles = [...new Set(utterance.renditions.map(({ article }) => article))];
		const quotations = utterance.renditions.flatMap(({ parts }) =>
			parts.flatMap(({ quotation }) => index.quotations.get(quotation ?? "") ?? []),
		);
		const when = index.occasions.get(utterance.occasion ?? "")?.when ?? null;
		const published = articles
			.flatMap((article) => index.articles.get(article)?.published ?? [])
			.filter(({ earliest }) => earliest !== null)
			.sort((x, y) => compareText(x.earliest ?? "", y.earliest ?? ""))[0];
		return [
			{
				id: utterance.id,
				story,
				when: when !== null && when.earliest !== null ? when : (published ?? null),
				words: first.base.text,
				isMarked: first.base.marked,
				stance: readStanceOf(index, first.base.rendition.parts[0]?.quotation ?? null),
				sentence: readSentence(index, first.base.places[0], first.base.text),
				places: first.base.places.map(({ article, start, end }) => ({ article, start, end })),
				wordings: groups.length,
				reports: articles.length,
				outlets: listOutlets(index, articles),
				carriers: [
					...new Set(quotations.flatMap(({ carriers }) => carriers.map(({ entity }) => nameOf(index, entity)))),
				],
			},
		];
	});
	return { statements, unsure: all.length - shown.length };
}

function readStanceOf(index: RecordIndex, id: string | null): Stance | null {
	const quotation = index.quotations.get(id ?? "");
	return quotation === undefined ? null : readStance(quotation);
}

/** Words that say nothing without the sentence around them. */
const FEW = 5;

function readSentence(index: RecordIndex, place: Partial<Place> | undefined, words: string): string | null {
	const text = index.articles.get(place?.article ?? "")?.text;
	if (text === undefined || place?.start === undefined || place.end === undefined || countWords(words) >= FEW)
		return null;
	const { start, end } = sentenceAround(text, { start: place.start, end: place.end });
	const sentence = text.slice(start, end).replace(/\s+/g, " ");
	return countWords(sentence) > countWords(words) ? sentence : null;
}

function count<T extends string>(counts: Map<T, number>, one: T): void {
	counts.set(one, (counts.get(one) ?? 0) + 1);
}

/** Names that differ in more than case and accents. */
function dropRepeats(names: readonly string[]): string[] {
	const seen = new Set<string>();
	return names.filter((name) => {
		const folded = foldAccents(name);
		return !seen.has(folded) && seen.add(folded);
	});
}

function listOutlets(index: RecordIndex, articles: readonly string[]): readonly string[] {
	const names = articles.flatMap((id) => {
		const article = index.articles.get(id);
		return article === undefined ? [] : [shortOutletOf(article)];
	});
	return [...new Set(names)];
}

function mostFirst<T extends string>(counts: ReadonlyMap<T, number>): T[] {
	return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([name]) => name);
}

function dayOf(when: StatedDate | null): string {
	return when?.earliest?.slice(0, 10) ?? "";
}
