import type { Byline, Dateline, Headline, SourceLine, Stated } from "../../model/article.ts";
import type { StatedMetadata } from "../../model/capture.ts";
import { type Draft, type DraftDate, noDate } from "../draft.ts";
import { toByline } from "../metadata/byline.ts";
import { readExplicitDate, twoReadings } from "../metadata/explicit-date.ts";
import { hostOf } from "../metadata/source-id.ts";
import { listMetadata, type SourceValue } from "../metadata/source-value.ts";
import { readStatedDate } from "../metadata/stated.ts";
import type { Head } from "./head.ts";

export function firstTitle(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
): { readonly title: string | null; readonly from: string } {
	if (stated.title !== null) return { title: stated.title, from: "stated" };
	return { title: firstOf(beside, "title")?.text ?? null, from: "front-matter" };
}

export function firstOf(values: readonly SourceValue[], field: SourceValue["field"]): SourceValue | null {
	return values.find((value) => value.field === field) ?? null;
}

export function toStated(value: SourceValue | undefined): Stated | null {
	return value === undefined ? null : { text: value.text, span: value.span, from: value.from };
}

export function bylineOf(beside: readonly SourceValue[]): Byline | null {
	const names = beside.filter(({ field }) => field === "author").map((value) => value.text);
	return names.length === 0 ? null : toByline(names, "front-matter");
}

export function outletOf(beside: readonly SourceValue[]): Stated | null {
	return toStated(beside.find(({ field }) => field === "outlet"));
}

/** The date of publication: stated beside the text, else in a line of its own, else in the dateline. */
export function readPublished(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
	dates: readonly DraftDate[],
	dateline: Dateline | null,
): DraftDate {
	if (stated.published !== null) return readStatedDate(stated.published, "stated beside the text");
	const field = firstOf(beside, "published");
	if (field) return readStatedDate(field.text, "the front matter's date");
	const first = dates[0];
	if (first) return first;
	if (dateline?.date && dateline.span) {
		const at = dateline.span.start + Math.max(0, dateline.text.indexOf(dateline.date));
		const span = { start: at, end: at + dateline.date.length };
		const read = readExplicitDate(dateline.date);
		if (read) {
			const { earliest, latest, precision, zone } = read.date;
			const reason = `the dateline's date${twoReadings({ precision })}`;
			return { earliest, latest, precision, zone, exact: dateline.date, reason, span };
		}
		return {
			...noDate("the dateline gives a day but no year, and nothing else dates the text"),
			exact: dateline.date,
			span,
		};
	}
	return noDate("the text states no date of publication");
}

export function readModified(beside: readonly SourceValue[], changes: readonly DraftDate[]): DraftDate {
	const field = firstOf(beside, "modified");
	if (field) return readStatedDate(field.text, "the front matter's date of change");
	return changes[changes.length - 1] ?? noDate("the text states no date of a change");
}

/** The outlets that the addresses in source lines name: listed, since the text may be another's. */
export function hostsOf(sources: readonly SourceLine[]): SourceValue[] {
	const hosts = new Set(sources.flatMap(({ url }) => (url === null ? [] : [hostOf(url)])));
	return [...hosts].flatMap((text) =>
		text === null ? [] : [{ field: "outlet" as const, text, span: null, from: "source-line" }],
	);
}

/** Every value that a source gives, those taken and those that lost. */
export function listValues(
	stated: StatedMetadata,
	beside: readonly SourceValue[],
	head: Head,
	taken: {
		readonly headline: Headline | null;
		readonly byline: Byline | null;
		readonly outlet: Stated | null;
		readonly published: DraftDate;
		readonly modified: DraftDate;
		readonly canonical: SourceValue | null;
	},
): Draft["metadata"] {
	const values: SourceValue[] = [];
	const add = (field: SourceValue["field"], value: Stated | null): void => {
		if (value) values.push({ field, text: value.text, span: value.span, from: value.from });
	};
	const given = (text: string | null): Stated | null => (text === null ? null : { text, span: null, from: "stated" });
	add("title", given(stated.title));
	add("outlet", given(stated.outlet));
	add("published", given(stated.published));
	values.push(...beside);
	add("title", head.written);
	for (const name of head.byline?.authors ?? []) add("author", part(head.byline, name, "byline"));
	for (const name of head.byline?.agencies ?? []) add("agency", part(head.byline, name, "byline"));
	add("agency", part(head.dateline, head.dateline?.agency ?? null, "dateline"));
	add("outlet", head.outlet);
	for (const date of head.dates) add("published", { text: date.exact ?? "", span: date.span, from: "date-line" });
	add("published", part(head.dateline, head.dateline?.date ?? null, "dateline"));
	for (const date of head.changes) add("modified", { text: date.exact ?? "", span: date.span, from: "date-line" });
	return listMetadata(values, ({ field, text, from }) => {
		if (field === "title") return taken.headline?.text === text && taken.headline.from === from;
		if (field === "author") return taken.byline?.from === from && taken.byline.authors.includes(text);
		if (field === "agency") return true;
		if (field === "outlet") return taken.outlet?.text === text && taken.outlet.from === from;
		if (field === "published") return taken.published.exact === text;
		if (field === "modified") return taken.modified.exact === text;
		if (field === "canonical") return taken.canonical?.text === text;
		return true;
	});
}

/** A part of a byline or a dateline, with its own place where it stands there as written. */
function part(whole: Stated | null, text: string | null, from: string): Stated | null {
	if (whole === null || text === null) return null;
	const at = whole.span === null ? -1 : whole.text.indexOf(text);
	const start = (whole.span?.start ?? 0) + at;
	return { text, span: at < 0 ? null : { start, end: start + text.length }, from };
}
