/** What a time expression says before it is anchored to anything. */
export type Expression =
	| {
			readonly kind: "day";
			readonly year: number | null;
			readonly month: number;
			readonly day: number;
			readonly until: number | null;
			readonly weekday: number | null;
	  }
	| { readonly kind: "numeric"; readonly year: number; readonly first: number; readonly second: number }
	| { readonly kind: "month"; readonly year: number | null; readonly month: number; readonly which: Which }
	| { readonly kind: "year"; readonly year: number; readonly until: number }
	| { readonly kind: "season"; readonly year: number | null }
	| { readonly kind: "weekday"; readonly weekday: number; readonly which: Which }
	| { readonly kind: "offset"; readonly days: number; readonly spread: number }
	| { readonly kind: "unit"; readonly unit: "week" | "month" | "year" | "weekend"; readonly step: -1 | 0 | 1 }
	| { readonly kind: "ago"; readonly count: number; readonly unit: Unit }
	| { readonly kind: "after"; readonly days: number | null }
	| { readonly kind: "time" };

export type Which = "bare" | "last" | "next" | "this";
export type Unit = "hour" | "day" | "week" | "month" | "year";

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
	readonly what: Expression;
	readonly time: TimeOfDay | null;
	/** "in the morning", "night": the day holds, the hour does not. */
	readonly part: boolean;
}

export function expression(first: number, end: number, what: Expression): Found {
	return { first, end, what, time: null, part: false };
}

export function index(words: string, from: number): Map<string, number> {
	return new Map(words.split(" ").map((word, at) => [word, at + from] as const));
}
