import type { StatedDate } from "../../model/date.ts";
import type { Position } from "../../model/record.ts";
import { nameOf, type RecordIndex } from "./record-index.ts";

/** On whose word a deed is told. */
export function describeWord(index: RecordIndex, { reports }: Position): string {
	if (reports.some(({ mode }) => mode === "asserted")) return "an act, on the report's own word";
	const by = [...new Set(reports.flatMap(({ by: who }) => who ?? []))].map((id) => nameOf(index, id));
	if (by.length > 0) return `an act, as ${by.join(", ")} says`;
	return reports.some(({ mode }) => mode === "hedged") ? "an act, with reserve" : "an act, on somebody's word";
}

/** Whether the words stand in marks: a paraphrase is not printed as somebody's words. */
export function isSpoken({ article, spans, reports }: Position): boolean {
	return reports.some(
		(report) => report.article === article && report.spans[0]?.start === spans[0]?.start && report.mode === "quoted",
	);
}

/** A date without its time of day: positions move over days. */
export function byDay(date: StatedDate): StatedDate {
	return date.precision === "minute" || date.precision === "hour" || date.precision === "part-of-day"
		? { ...date, precision: "day" }
		: date;
}
