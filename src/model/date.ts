import type { Place } from "./span.ts";

/** How finely a date is known. `null` in `StatedDate.precision` means that it is not known at all. */
export type DatePrecision = "minute" | "hour" | "part-of-day" | "day" | "week" | "month" | "season" | "year" | "range";

/**
 * A date as far as the sources state it: an interval, never a guess. Named `Date` in the record's
 * documentation; the name here leaves the language's own `Date` alone.
 *
 * `earliest` and `latest` are inclusive ISO 8601 bounds, a calendar day (`2031-05-14`) or, where the
 * source gives a time, a local time to the minute (`2031-05-14T09:30`) that carries an offset only
 * when the source states one. Either is null when nothing bounds that side.
 */
export interface StatedDate {
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly precision: DatePrecision | null;
	/** The zone or offset as the source gives it (`+02:00`, `GMT`); null when it gives none. */
	readonly zone: string | null;
	/** The words or the metadata value it was read from; null when there are none. */
	readonly exact: string | null;
	/** Why these bounds: what it was anchored to, or why it could not be. */
	readonly reason: string;
	/** Where it stands in text; empty when it comes from metadata alone. */
	readonly evidence: readonly Place[];
}
