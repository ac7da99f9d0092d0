import type { Place } from "../../model/span.ts";
import { comparePlaces } from "../../text/compare.ts";
import type { RecordIndex } from "../view/record-index.ts";

/** What every part of a record's page is set with. */
export interface HtmlSheet {
	readonly index: RecordIndex;
	/** Numbers of the utterances that have one, by id. */
	readonly numbers: ReadonlyMap<string, number>;
	/** Only the words that findings stand on are given of the reports. */
	readonly excerpts: boolean;
	/** The places that something on the page leads to. */
	readonly targets: PlaceTargets;
}

/** Collects, while the findings are set, which places of which article need a target. */
export interface PlaceTargets {
	/** The fragment that leads to a place, without `#`. */
	link(place: Place): string;
	/** Where targets stand in an article, ascending, once each. */
	startsIn(article: string): readonly number[];
}

export function collectTargets(): PlaceTargets {
	const starts = new Map<string, Set<number>>();
	return {
		link(place) {
			const own = starts.get(place.article) ?? new Set();
			own.add(place.start);
			starts.set(place.article, own);
			return placeId(place.article, place.start);
		},
		startsIn: (article) => [...(starts.get(article) ?? [])].sort((a, b) => a - b),
	};
}

export function placeId(article: string, start: number): string {
	return `p-${article}-${start}`;
}

export function articleId(article: string): string {
	return `a-${article}`;
}

export function utteranceId(utterance: string): string {
	return `u-${utterance}`;
}

export function factId(fact: string): string {
	return `f-${fact}`;
}

export function storyId(story: string): string {
	return `s-${story}`;
}

/** Places of one article together, in the order of the text. */
export function sortPlaces(places: readonly Place[]): Place[] {
	return [...places].sort(comparePlaces);
}
