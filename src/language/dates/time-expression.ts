/** Which of several: "last Tuesday", "this Tuesday", "this past Tuesday", "this coming Tuesday". */
export type Which = "bare" | "last" | "next" | "this" | "past" | "coming";
export type Unit = "hour" | "day" | "week" | "month" | "year" | "decade";
export type Step = -1 | 0 | 1;
/** A part of a period: "early May", "the second half of 2030", "earlier this month", "later this month". */
export type Piece = "early" | "mid" | "late" | "first-half" | "second-half" | "so-far" | "to-come";
/** "by" and "until" end with the date, "since" and "from" begin with it; "before" and "after" leave it out. */
export type Side = "by" | "since" | "before" | "after";
export type Season = "spring" | "summer" | "autumn" | "fall" | "winter";

/** What a time expression says before it is anchored to anything. */
export type Expression =
	| {
			readonly kind: "day";
			readonly year: number | null;
			readonly month: number;
			readonly day: number;
			readonly until: number | null;
			readonly weekday: number | null;
			/** "March 9 last year". */
			readonly step: Step | null;
	  }
	/** `dayFirst` null: the figures alone do not say which comes first. */
	| {
			readonly kind: "numeric";
			readonly year: number;
			readonly first: number;
			readonly second: number;
			readonly dayFirst: boolean | null;
	  }
	/** "the 14th"; `step` counts months for "the 14th of last month". */
	| { readonly kind: "ordinal"; readonly day: number; readonly step: Step | null }
	| {
			readonly kind: "month";
			readonly year: number | null;
			readonly month: number;
			readonly which: Which;
			readonly step: Step | null;
	  }
	/** Whole years; `says` is the reason where they are not just written out. */
	| { readonly kind: "year"; readonly year: number; readonly until: number; readonly says: string | null }
	| { readonly kind: "quarter"; readonly year: number; readonly quarter: number }
	| { readonly kind: "season"; readonly season: Season; readonly year: number | null; readonly which: Which }
	/** A week of ISO 8601. */
	| { readonly kind: "week"; readonly year: number; readonly week: number }
	| { readonly kind: "week-of"; readonly of: Expression }
	/** `week` for "Tuesday last week"; `back` weeks more for "a week ago Tuesday", fewer for "Tuesday week". */
	| {
			readonly kind: "weekday";
			readonly weekday: number;
			readonly which: Which;
			readonly week: Step | null;
			readonly back: number;
	  }
	/** "the last Friday of April": −1 counts from the end; any weekday when null. */
	| { readonly kind: "nth-day"; readonly nth: number; readonly weekday: number | null; readonly of: Expression }
	/** "Good Friday": days from Easter Sunday. */
	| { readonly kind: "easter"; readonly offset: number; readonly year: number | null }
	/** "the three months to June". */
	| {
			readonly kind: "ending";
			readonly count: number;
			readonly unit: "week" | "month" | "year";
			readonly to: Expression;
	  }
	| { readonly kind: "business-year"; readonly step: Step }
	/** "two years ago this week". */
	| { readonly kind: "anniversary"; readonly years: number; readonly of: Expression }
	| { readonly kind: "offset"; readonly days: number; readonly spread: number }
	| { readonly kind: "unit"; readonly unit: "week" | "month" | "year" | "weekend"; readonly step: Step }
	/** `count` null: "days ago", "several years ago". */
	| { readonly kind: "ago"; readonly count: number | null; readonly unit: Unit; readonly about: About }
	/** "the past three days", "the next two weeks". */
	| { readonly kind: "window"; readonly count: number | null; readonly unit: Unit; readonly step: -1 | 1 }
	/** "in three days", "three days from now"; "within three days" is up to then. */
	| { readonly kind: "ahead"; readonly count: number; readonly unit: Unit; readonly within: boolean }
	/** Counted from another date of the text: "two days later", "the same day". */
	| { readonly kind: "later"; readonly count: number; readonly unit: Unit }
	/** "the previous month", "the following year", "that year", of another date of the text. */
	| { readonly kind: "neighbour"; readonly unit: Unit; readonly step: Step }
	/** "the following Tuesday". */
	| { readonly kind: "near-weekday"; readonly weekday: number; readonly step: -1 | 1 }
	/** "two days after the collapse": `head` is the token of the noun. */
	| { readonly kind: "event"; readonly count: number; readonly unit: Unit; readonly head: number }
	/** "two days after Monday". */
	| { readonly kind: "counted"; readonly count: number; readonly unit: Unit; readonly of: Expression }
	| { readonly kind: "piece"; readonly piece: Piece; readonly of: Expression }
	| { readonly kind: "range"; readonly from: Expression; readonly to: Expression; readonly marked: boolean }
	| { readonly kind: "side"; readonly side: Side; readonly of: Expression }
	/** "overnight on Monday" ends the day after; "overnight into Tuesday" begins the day before. */
	| { readonly kind: "overnight"; readonly of: Expression; readonly into: boolean }
	/** A time expression that cannot have bounds, with the reason. */
	| { readonly kind: "unbounded"; readonly reason: string }
	/** Looks like a date and is none: "Sunday school". Taken so that nothing in it is read as one. */
	| { readonly kind: "nothing" }
	| { readonly kind: "time" };

export type About = "exact" | "about" | "more" | "less";

/** A time of day: minutes from midnight; `exact` false when only the hour is given. */
export interface TimeOfDay {
	readonly minutes: number;
	readonly exact: boolean;
	readonly zone: string | null;
}

/** A time expression with its token range. */
export interface Found {
	readonly first: number;
	readonly end: number;
	/** Characters in front of the first token that belong to it: 4 for "mid-April", whose token is "April". */
	readonly lead: number;
	readonly what: Expression;
	readonly time: TimeOfDay | null;
	/** "in the morning", "night": the day holds, the hour does not. */
	readonly part: boolean;
}

export function expression(first: number, end: number, what: Expression): Found {
	return { first, end, lead: 0, what, time: null, part: false };
}

export function index(words: string, from: number): Map<string, number> {
	return new Map(words.split(" ").map((word, at) => [word, at + from] as const));
}
