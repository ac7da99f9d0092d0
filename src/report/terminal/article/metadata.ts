import { readAuthors } from "../../../article/metadata/author-names.ts";
import { readExplicitDate } from "../../../article/metadata/explicit-date.ts";
import type { Article, MetadataField, MetadataValue } from "../../../model/article.ts";
import type { StatedDate } from "../../../model/date.ts";
import { foldLetters } from "../../../text/fold.ts";
import { describeDate } from "../../view/date-words.ts";
import { heading, INDENT, pad, type Sheet, set } from "../page.ts";
import { type Line, type Run, run } from "../runs.ts";

/** Columns of the field's name. */
const LABEL = 11;

/** Columns below which a source stands after its value: in a column of its own it would fall on a line alone. */
const NARROW = 72;

/** Values of a field that were not taken, shown. */
const LOSERS_SHOWN = 4;

interface Row {
	readonly field: MetadataField;
	readonly label: string;
	/** What the article has; null where nothing says it. */
	readonly value: string | null;
	/** Which source gave it. */
	readonly from: string | null;
	/** Said after the value: how it was made, or why there is none. */
	readonly note: string | null;
}

/** What a capture says of itself: each field, its source, and the values of other sources that were not taken. */
export function setMetadata(sheet: Sheet, article: Article): Line[] {
	const lines = heading(sheet, "What it says of itself");
	for (const row of rowsOf(article)) lines.push(...setRow(sheet, row, article.metadata));
	return lines;
}

function rowsOf(article: Article): Row[] {
	const { headline, byline, outlet, published, modified, section, metadata } = article;
	const taken = (field: MetadataField): MetadataValue | undefined =>
		metadata.find((value) => value.taken && value.field === field);
	const people = byline?.authors ?? [];
	const agencies = [...new Set(article.agencies.map(({ text }) => text))];
	const site = outlet?.site && outlet.site !== outlet.text ? outlet.site : null;
	return [
		{
			field: "title",
			label: "title",
			value: headline?.text ?? null,
			from: headline?.from ?? null,
			note: headline?.made ? "composed from the body: it gives no headline" : null,
		},
		{
			field: "author",
			label: people.length > 1 ? "authors" : "author",
			value: people.length > 0 ? people.join(", ") : null,
			from: byline?.from ?? null,
			note: null,
		},
		...(agencies.length > 0
			? [
					{
						field: "agency" as const,
						label: agencies.length > 1 ? "agencies" : "agency",
						value: agencies.join(", "),
						from: [...new Set(article.agencies.map(({ from }) => from))].join(", "),
						note: null,
					},
				]
			: []),
		{ field: "outlet", label: "outlet", value: outlet?.text ?? null, from: outlet?.from ?? null, note: site },
		dateRow("published", published, taken("published")),
		...(modified.earliest !== null || metadata.some(({ field }) => field === "modified")
			? [dateRow("modified", modified, taken("modified"))]
			: []),
		...(section === null
			? []
			: [{ field: "section" as const, label: "section", value: section.text, from: section.from, note: null }]),
		{
			field: "language",
			label: "language",
			value: article.language,
			from: taken("language")?.from ?? (article.language === null ? null : "its words"),
			note: null,
		},
		{
			field: "canonical",
			label: "address",
			value: /^https?:/.test(article.sourceId) ? article.sourceId : null,
			from: taken("canonical")?.from ?? null,
			note: null,
		},
	];
}

function dateRow(field: "published" | "modified", date: StatedDate, taken: MetadataValue | undefined): Row {
	const value = describeDate(date);
	return { field, label: field, value, from: taken?.from ?? null, note: date.reason };
}

function setRow(sheet: Sheet, row: Row, metadata: readonly MetadataValue[]): Line[] {
	const first = pad(row.label, LABEL, "dim");
	const value: Run[] = [row.value === null ? run("not said", "dim") : run(row.value, "strong")];
	const note = row.note === null ? [] : [run(row.value === null ? `: ${row.note}` : `, ${row.note}`, "dim")];
	const narrow = sheet.width < NARROW;
	const from = row.from === null ? [] : [run(narrow ? ` (${row.from})` : row.from, "dim")];
	const lines = set(
		sheet,
		narrow ? [...value, ...from, ...note] : [...value, ...note],
		narrow ? { first } : { first, aside: from },
	);
	const listed = metadata.filter(({ field }) => field === row.field);
	const own = new Set(
		[row.value ?? "", ...listed.filter(({ taken }) => taken).map(({ text }) => text)].map(toKey(row.field)),
	);
	const others = listed.filter(({ taken }) => !taken);
	const isSame = ({ text }: MetadataValue): boolean => row.value !== null && own.has(toKey(row.field)(text));
	const same = [...new Set(others.filter(isSame).map(({ from: source }) => source))].filter(
		(name) => name !== row.from,
	);
	if (same.length > 0)
		lines.push(
			...set(sheet, [run(`also: ${same.join(", ")}`, "dim")], { indent: INDENT + LABEL, hanging: INDENT + LABEL + 2 }),
		);
	const losers = others.filter((value) => !isSame(value));
	for (const { text: written, from: source } of losers.slice(0, LOSERS_SHOWN)) {
		const text = readable(written);
		lines.push(
			...set(sheet, [run("not taken: ", "doubt"), run(narrow ? `${text} (${source})` : text, "dim")], {
				indent: INDENT + LABEL,
				hanging: INDENT + LABEL + 2,
				...(narrow ? {} : { aside: [run(source, "dim")] }),
			}),
		);
	}
	const hidden = losers.length - LOSERS_SHOWN;
	if (hidden > 0) {
		lines.push(...set(sheet, [run(`and ${hidden} more (--json has all)`, "dim")], { indent: INDENT + LABEL }));
	}
	return lines;
}

/** "D:20310601120000Z", as PDF files date themselves, in the form of other dates. */
function readable(text: string): string {
	const [, year, month = "01", day = "01", hour, minute, zone = ""] =
		/^D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(?:\d\d)?)?(Z|[+-]\d\d(?:'?\d\d)?)?/.exec(text) ?? [];
	if (year === undefined) return text;
	const time = hour === undefined || minute === undefined ? "" : `T${hour}:${minute}`;
	const offset =
		time === "" || zone === "Z"
			? zone
			: zone === ""
				? ""
				: `${zone.slice(0, 3)}:${zone.replace("'", "").slice(3) || "00"}`;
	return `${year}-${month}-${day}${time}${time === "" ? "" : offset}`;
}

/** What two values of one field share that say the same: the time that dates read to, else the letters. */
function toKey(field: MetadataField): (text: string) => string {
	return (text) => {
		if (field === "published" || field === "modified") {
			const read = readExplicitDate(readable(text).trim());
			if (read) return `${read.date.earliest} ${read.date.latest}`;
		}
		if (field === "author") {
			const { people, agencies } = readAuthors([{ text, bearer: null }], { folded: new Set() });
			if (people.length > 0) return foldLetters([...people, ...agencies].join(" "));
		}
		return foldLetters(text);
	};
}
