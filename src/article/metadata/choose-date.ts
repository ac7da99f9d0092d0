import { type DraftDate, noDate } from "../draft.ts";
import { type ReadDate, readExplicitDate, twoReadings } from "./explicit-date.ts";
import type { SourceValue } from "./source-value.ts";

/** A date and the value it was made from; null when none could be read. */
export interface ChosenDate {
	readonly date: DraftDate;
	readonly taken: SourceValue | null;
}

/** What a source is called in a reason. */
function describeSource(from: string): string {
	const [source = "", property = ""] = from.split(/ (?=date[A-Z])/);
	if (source === "json-ld") return `the page's JSON-LD (${property})`;
	if (source === "json-ld page") return `the page's JSON-LD of the page itself (${property})`;
	if (from.startsWith("meta ")) return `the page's meta element ${from.slice(5)}`;
	if (from.startsWith("itemprop ")) return `the page's element marked ${from.slice(9)}`;
	if (from === "time") return "the page's <time>";
	if (from === "published line") return "the date stands in a line of its own beside the report";
	if (from === "date line") return "the date stands in a line beside the headline";
	return from === "stated" ? "stated beside the page" : from;
}

/** Reads what a machine wrote: a date in full, or seconds or milliseconds since 1970, which count from UTC. */
export function readMachineDate(written: string): ReadDate | null {
	const text = written.trim();
	const epoch = /^(\d{10})(\d{3})?$/.exec(text);
	if (!epoch) return readExplicitDate(text);
	const moment = new Date(Number(epoch[1]) * 1000).toISOString();
	const bound = `${moment.slice(0, 16)}Z`;
	return {
		date: { earliest: bound, latest: bound, precision: "minute", zone: "Z" },
		length: text.length,
		settled: "; counted in seconds from the start of 1970, which is in UTC",
	};
}

interface Reading {
	readonly value: SourceValue;
	readonly read: ReadDate;
}

function readValues(values: readonly SourceValue[], language: string | null): Reading[] {
	return values.flatMap((value) => {
		const read = value.span === null ? readMachineDate(value.text) : readExplicitDate(value.text, language);
		return read ? [{ value, read }] : [];
	});
}

/**
 * The date of publication: of the sources in the order given, the first that can be read. A date that
 * can be read in two ways is settled by another source that gives one of the two days. Where the
 * page's publication is nothing but its last change, a visible line that says when it was published
 * counts more.
 *
 * @param values of the field `published`, the most trusted first; a value with a span stands in the text
 * @param modified values of the field `modified`
 * @param what names what is dated, for the reason when nothing dates it
 */
export function choosePublished(
	values: readonly SourceValue[],
	modified: readonly SourceValue[],
	language: string | null,
): ChosenDate {
	const readings = readValues(values, language);
	const first = readings[0];
	if (!first) return unread(values, "the page states no date of publication");
	const beside = readings.filter(({ value }) => value.span === null);
	const changed = readValues(modified, language);
	const stated = beside[0];
	const onlyChange =
		stated !== undefined &&
		changed.length > 0 &&
		beside.every(({ read }) => changed.some((other) => other.read.date.earliest === read.date.earliest));
	const line = readings.find(({ value }) => value.span !== null);
	if (onlyChange && line && isEarlierDay(line.read, stated.read)) {
		if (line.value.from === "published line") {
			const reason = `${describeSource(line.value.from)}; what the page's metadata gives as its publication is the date of its last change`;
			return { date: toDraft(line, reason), taken: line.value };
		}
		const reason = `${describeSource(first.value.from)}; it is also the date of the last change, and a line beside the headline gives ${line.read.date.earliest.slice(0, 10)}`;
		return { date: toDraft(first, reason), taken: first.value };
	}
	return { date: settle(first, readings), taken: first.value };
}

/** When it was last changed, as the first source that can be read says. */
export function chooseModified(values: readonly SourceValue[], language: string | null): ChosenDate {
	const readings = readValues(values, language);
	const first = readings[0];
	if (!first) return unread(values, "the page states no date of a change");
	return { date: settle(first, readings), taken: first.value };
}

function unread(values: readonly SourceValue[], reason: string): ChosenDate {
	const first = values[0];
	if (!first) return { date: noDate(reason), taken: null };
	const why = `the date ${describeSource(first.from)} could not be read, or could be read in two ways`;
	return { date: { ...noDate(why), exact: first.text }, taken: null };
}

/** A range of two readings narrowed to the one that another source gives as well. */
function settle(first: Reading, readings: readonly Reading[]): DraftDate {
	const reason = describeSource(first.value.from);
	const { date } = first.read;
	if (date.precision !== "range") return toDraft(first, `${reason}${first.read.settled}`);
	for (const other of readings) {
		const day = other.read.date.earliest.slice(0, 10);
		if (other.read.date.precision === "range" || (day !== date.earliest && day !== date.latest)) continue;
		const why = `${reason}; day or month may stand first, and ${describeSource(other.value.from)} settles which`;
		return { ...toDraft(first, why), earliest: day, latest: day, precision: "day" };
	}
	return toDraft(first, `${reason}${twoReadings(date)}`);
}

function toDraft({ value, read }: Reading, reason: string): DraftDate {
	const { earliest, latest, precision, zone } = read.date;
	return { earliest, latest, precision, zone, exact: value.text, reason, span: value.span };
}

function isEarlierDay(a: ReadDate, b: ReadDate): boolean {
	return a.date.latest.slice(0, 10) < b.date.earliest.slice(0, 10);
}
