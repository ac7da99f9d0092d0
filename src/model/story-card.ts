import type { StatedDate } from "./date.ts";

/** A story as a list names it. */
export interface StoryCard {
	readonly id: string;
	readonly title: string;
	/** Day by which it is listed, ISO 8601: on which it began or, where no report tells that, by which it was known; null when none is. */
	readonly day: string | null;
	/** The last day that it may have been on; null when no report tells it. */
	readonly lastDay: string | null;
	/** When it was, in words; null when no report tells it. */
	readonly when: string | null;
	readonly where: string | null;
	readonly reports: number;
	readonly lines: number;
	/** Who published the reports, each once, in the order of the record. */
	readonly outlets: readonly string[];
	/** Languages of the reports, BCP 47, by code unit; those that could not be told are left out. */
	readonly languages: readonly string[];
	/** Who and what is named in most of its reports, those first, at most eight. */
	readonly names: readonly string[];
	/** When reports were published, the earliest first. */
	readonly published: readonly PublishedTime[];
	/** Facts and words on which reports cannot both be right, and those that some state and others call a claim or deny. */
	readonly conflicts: number;
	readonly contested: number;
	/** False while it is not collated, or something has changed since. */
	readonly isCurrent: boolean;
}

/** When some reports were published, as far as they say. */
export interface PublishedTime extends Pick<StatedDate, "earliest" | "latest" | "precision" | "zone"> {
	readonly reports: number;
}

/** What a list of stories is narrowed by. */
export interface AskedStories {
	/** Name of an outlet as a whole, in any case, with or without its article; null for any. */
	readonly outlet: string | null;
	/** BCP 47 primary language; null for any. */
	readonly language: string | null;
	/** A name of somebody or something, as some report has it, in any case; null for any. */
	readonly entity: string | null;
	/** Whether only stories are meant whose reports contradict or contest each other. */
	readonly onlyConflicts: boolean;
	/** Listed by this day or later, and by this day or earlier, ISO 8601; null for any. */
	readonly from: string | null;
	readonly to: string | null;
	readonly limit: number;
	/** The `next` of the page before; null for the first page. */
	readonly after: string | null;
}

/** All stories, from the first. */
export const ALL_STORIES: AskedStories = {
	outlet: null,
	language: null,
	entity: null,
	onlyConflicts: false,
	from: null,
	to: null,
	limit: 40,
	after: null,
};

/** Some stories, and where the list goes on. */
export interface StoryPage {
	readonly cards: readonly StoryCard[];
	/** Where the list goes on; null at its end. */
	readonly next: string | null;
}

/** What lists of stories can be narrowed by: of the latest stories what most of them have, those first. */
export interface StoryChoices {
	readonly outlets: readonly string[];
	readonly languages: readonly string[];
	readonly names: readonly string[];
}
