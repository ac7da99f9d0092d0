import { VARIANT_RANK } from "../../collation/variants/variant-kinds.ts";
import type { AlignmentColumn, Utterance, Variant, VariantKind } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { isNotable } from "./notable.ts";

/** One entry of the apparatus: what stands in the text, and what others read there. */
export interface ApparatusEntry {
	readonly kind: VariantKind;
	/** Whether the difference may change what is said. */
	readonly notable: boolean;
	/** The text's own words there; "" when it has none. */
	readonly lemma: string;
	/** Where these stand in the text's report, in the order of the columns. */
	readonly spans: readonly Span[];
	/** The word before, which places an addition; "" at the start. */
	readonly before: string;
	/** Readings other than the text's, as the record orders them; "" where the words are left out. */
	readonly readings: readonly { readonly text: string; readonly renditions: readonly string[] }[];
}

/**
 * The variants of an utterance against the rendition printed as text, notable kinds first, then by place. What some leave
 * out and others put otherwise is an entry each.
 *
 * @param told ids of the renditions in an outlet's own words (see `findTold`): what these have not, or have more, is never
 *   notable
 */
export function writeApparatus(utterance: Utterance, base: string, told: ReadonlySet<string>): ApparatusEntry[] {
	const loose = findLoose(utterance, base, told);
	const entries = utterance.variants.map((variant) =>
		writeEntry(utterance, withoutLoose(variant, base, loose), base, told),
	);
	const rankOf = (entry: ApparatusEntry): number => (entry.notable ? 0 : VARIANT_RANK.indexOf(entry.kind));
	const sorted = entries.filter((entry) => entry.readings.length > 0).sort((a, b) => rankOf(a) - rankOf(b));
	return sorted.filter((entry, at) => !sorted.slice(0, at).some((other) => tellsAll(other, entry)));
}

/** A telling in an outlet's own words is set beside a text word by word where this much of its words stand there too. */
const LEAST_BESIDE = 0.45;
/** What a telling has otherwise than the text whatever the rest of its words: these may be what it changes. */
const KEPT: ReadonlySet<VariantKind> = new Set(["name", "number", "polarity"]);

/** Tellings that go their own way: beside this text most of their words are others, which is no reading of it. */
function findLoose({ alignment }: Utterance, base: string, told: ReadonlySet<string>): ReadonlySet<string> {
	const counts = new Map<string, { all: number; same: number }>();
	for (const { cells } of alignment.columns) {
		const own = cells.find(({ rendition }) => rendition === base)?.text.toLowerCase();
		for (const { rendition, text } of cells) {
			if (rendition === base || !told.has(rendition) || !/[\p{L}\p{N}]/u.test(text)) continue;
			const count = counts.get(rendition) ?? { all: 0, same: 0 };
			count.all++;
			if (text.toLowerCase() === own) count.same++;
			counts.set(rendition, count);
		}
	}
	return new Set([...counts].flatMap(([id, { all, same }]) => (same < LEAST_BESIDE * all ? [id] : [])));
}

/** Whether a telling goes its own way beside every wording in marks: it is no text for others to be read against. */
export function isLooseTelling(utterance: Utterance, base: string, told: ReadonlySet<string>): boolean {
	const quoted = utterance.renditions.map(({ id }) => id).filter((id) => !told.has(id));
	return told.has(base) && quoted.length > 0 && quoted.every((id) => findLoose(utterance, id, told).has(base));
}

function withoutLoose(variant: Variant, base: string, loose: ReadonlySet<string>): Variant {
	if (loose.size === 0 || KEPT.has(variant.kind)) return variant;
	const readings = variant.readings
		.map(({ renditions, text }) => ({ text, renditions: renditions.filter((id) => id === base || !loose.has(id)) }))
		.filter(({ renditions }) => renditions.length > 0);
	return { ...variant, readings };
}

/** Whether an entry on the same words has every reading of another: where some leave words out, others may read them otherwise. */
function tellsAll(entry: ApparatusEntry, other: ApparatusEntry): boolean {
	return (
		entry.lemma === other.lemma &&
		entry.before === other.before &&
		entry.spans.length === other.spans.length &&
		entry.spans.every(({ start, end }, at) => start === other.spans[at]?.start && end === other.spans[at]?.end) &&
		other.readings.every(({ text, renditions }) =>
			entry.readings.some((one) => one.text === text && renditions.every((id) => one.renditions.includes(id))),
		)
	);
}

function writeEntry(utterance: Utterance, variant: Variant, base: string, told: ReadonlySet<string>): ApparatusEntry {
	const { columns } = utterance.alignment;
	const own = variant.readings.find((reading) => reading.renditions.includes(base));
	const cells = cellsOf(columns.slice(variant.columns.start, variant.columns.end), base);
	const lemma = own?.text ?? cells.map((cell) => cell.text).join(" ");
	const others = variant.readings.filter((reading) => reading !== own && reading.renditions.length > 0);
	const readings = lemma !== "" && isToldBeside(utterance, variant) ? others.filter(({ text }) => text === "") : others;
	return {
		kind: seenFrom(lemma, readings, variant.kind),
		notable: isNotable(variant, told),
		lemma,
		spans: lemma === "" ? [] : cells.flatMap((cell) => cell.spans),
		before: wordBefore(columns, variant.columns.start, base),
		readings,
	};
}

/** Whether another variant in the same place says how those read who leave nothing out. */
function isToldBeside({ variants }: Utterance, { kind, columns }: Variant): boolean {
	if (kind !== "omission" && kind !== "addition") return false;
	return variants.some(
		(other) =>
			other.kind !== kind &&
			other.columns.start === columns.start &&
			other.columns.end === columns.end &&
			other.readings.every(({ text }) => text !== ""),
	);
}

/** What is left out and what is added depends on which rendition is printed as text. */
function seenFrom(lemma: string, readings: ApparatusEntry["readings"], kind: VariantKind): VariantKind {
	if (kind !== "omission" && kind !== "addition") return kind;
	if (lemma === "") return "addition";
	return readings.some((reading) => reading.text === "") ? "omission" : kind;
}

function cellsOf(columns: readonly AlignmentColumn[], rendition: string): AlignmentColumn["cells"] {
	return columns.flatMap((column) => column.cells.filter((cell) => cell.rendition === rendition));
}

function wordBefore(columns: readonly AlignmentColumn[], start: number, rendition: string): string {
	for (let at = start - 1; at >= 0; at--) {
		const cell = columns[at]?.cells.find((candidate) => candidate.rendition === rendition);
		if (cell && /[\p{L}\p{N}]/u.test(cell.text)) return cell.text.trim().split(/\s+/).at(-1) ?? "";
	}
	return "";
}

/** A reading without the comma or full stop it hangs on, unless there is nothing else to it, and without half a pair of marks. */
export function trimMarks(text: string): string {
	const trimmed = text.replace(/^[\s,;:.]+(?=\S)/, "");
	return PAIRS.reduce((words, [open, close]) => {
		const opened = words.split(open).length;
		const closed = words.split(close).length;
		return opened === closed ? words : words.replaceAll(open, "").replaceAll(close, "");
	}, trimmed);
}

/** Marks that stand in pairs; a reading that is cut out of a text may have one of the two. */
const PAIRS = [
	["“", "”"],
	["«", "»"],
	["(", ")"],
] as const;
