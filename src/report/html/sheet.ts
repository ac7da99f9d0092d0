import type { CollationRecord, Story } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces } from "../../text/compare.ts";
import type { Excerpt } from "../excerpts/plan.ts";
import type { RecordIndex } from "../view/record-index.ts";

/** What every part of a record's page is set with. */
export interface HtmlSheet {
	readonly index: RecordIndex;
	/** Numbers of the utterances that have one, by id. */
	readonly numbers: ReadonlyMap<string, number>;
	/** How much of each report is given, where not all of it is. */
	readonly excerpts: ReadonlyMap<string, Excerpt> | null;
	/** The address of the page that holds the findings; empty where they stand on the same one as the texts. */
	readonly findingsAt: string;
	/** The start of a finding's id that stands for it on the page. */
	shorten(id: string): string;
	/** The id of a part of a story's section. */
	partId(story: Pick<Story, "id">, part: string): string;
	/** The places that something on the page leads to. */
	readonly targets: PlaceTargets;
}

/** Collects, while the findings are set, which places of which article need a target. */
export interface PlaceTargets {
	/** The fragment that leads to a place, without `#`; the place is a target from then on. */
	link(place: Place): string;
	/** The id of an article's text. */
	ofArticle(article: string): string;
	/** The id of a target in an article. */
	idAt(article: string, start: number): string;
	/** Where targets stand in an article, ascending, once each. */
	startsIn(article: string): readonly number[];
}

/** @param articles ids of all articles of the page */
export function collectTargets(articles: readonly string[]): PlaceTargets {
	const starts = new Map<string, Set<number>>();
	const digits = distinctLength(articles);
	const idAt = (article: string, start: number): string => `p-${article.slice(0, digits)}-${start}`;
	return {
		ofArticle: (article) => `a-${article.slice(0, digits)}`,
		idAt,
		link(place) {
			const own = starts.get(place.article) ?? new Set();
			own.add(place.start);
			starts.set(place.article, own);
			return idAt(place.article, place.start);
		},
		startsIn: (article) => [...(starts.get(article) ?? [])].sort((a, b) => a - b),
	};
}

/** How many letters of ids tell them apart, at least four: a page names thousands of places. */
function distinctLength(ids: readonly string[]): number {
	const all = new Set(ids);
	let length = 4;
	while (new Set([...all].map((id) => id.slice(0, length))).size < all.size) length++;
	return length;
}

export function utteranceId(sheet: HtmlSheet, utterance: string): string {
	return `u-${sheet.shorten(utterance)}`;
}

export function factId(sheet: HtmlSheet, fact: string): string {
	return `f-${sheet.shorten(fact)}`;
}

export function storyId(sheet: HtmlSheet, story: string): string {
	return `s-${sheet.shorten(story)}`;
}

/** The start of a finding's id, as long as tells it from all others of the record. */
export function shortenIds({ stories, utterances, facts }: CollationRecord): (id: string) => string {
	const all = [stories, utterances, facts].flatMap((list) => list.map(({ id }) => id));
	const digits = Math.max(SHORTEST_ID, distinctLength(all));
	return (id) => id.slice(0, digits);
}

/** Letters of a finding's id in a link, at least: it is kept, and should not lead to another one when a report more comes. */
export const SHORTEST_ID = 8;

/** Places of one article together, in the order of the text. */
export function sortPlaces(places: readonly Place[]): Place[] {
	return [...places].sort(comparePlaces);
}
