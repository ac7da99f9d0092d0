import type { TracedPlace, TraceKind } from "../../model/trace-listing.ts";
import { describeDate } from "./date-words.ts";

/** How a place has the words. */
export const KIND_WORDS: Readonly<Record<TraceKind, string>> = { exact: "exactly", cut: "cut", reworded: "reworded" };

export const UNDATED = "Undated, and so last";

/** The day of a place alone, whatever finer is known. */
export function nameDay({ when }: Pick<TracedPlace, "when">): string {
	const [earliest, latest] = [when.earliest?.slice(0, 10) ?? null, when.latest?.slice(0, 10) ?? null];
	const precision = when.precision === "minute" || when.precision === "hour" ? "day" : when.precision;
	return describeDate({ ...when, earliest, latest, precision }) ?? UNDATED;
}
