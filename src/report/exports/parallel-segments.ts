import type { AlignmentCell, Utterance, VariantKind } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import { findTold, isNotable } from "../view/notable.ts";
import type { RecordIndex } from "../view/record-index.ts";
import { CUT } from "../view/shorten.ts";
import { groupWordings } from "../view/wordings.ts";

/** A stretch of an utterance in all its aligned renditions at once: what they read alike, or each reading. */
export interface ParallelSegment {
	/** What parts it from the words before: a space, marks, or " … " for other words. */
	readonly lead: string;
	/** Each with its renditions' ids; the base's reading first where it has one. "" where the words are left out. */
	readonly readings: readonly { readonly text: string; readonly renditions: readonly string[] }[];
	/** Renditions that begin after it or end before it, and so read nothing here. */
	readonly beyond: readonly string[];
	/** Why the readings differ, as the record tells it; empty where it names no variant. */
	readonly kinds: readonly VariantKind[];
	/** Whether the difference may change what is said. */
	readonly notable: boolean;
}

export interface ParallelText {
	/** The aligned renditions, the base first. */
	readonly renditions: readonly string[];
	readonly segments: readonly ParallelSegment[];
	/** Renditions that are not aligned: summaries, and words that follow no other's. */
	readonly others: readonly string[];
}

const HAS_WORD = /[\p{L}\p{N}]/u;
const QUOTE_MARKS = /[“”„"«»‹›‘‚]/g;

interface Witness {
	readonly id: string;
	/** By column what it reads there, and what parts that from its word before; null at its first. */
	readonly words: ReadonlyMap<number, { readonly lead: string | null; readonly text: string }>;
	/** The first and the last column of which the record says what it reads, be it nothing. */
	readonly first: number;
	readonly last: number;
}

/**
 * The alignment of an utterance as parallel segments (TEI P5, chapter 13). Words that differ in case or marks alone are
 * one reading, given as the base or the first rendition has it; marks between words are the base's.
 */
export function segmentUtterance(index: RecordIndex, utterance: Utterance): ParallelText {
	const base = groupWordings(index, utterance)[0]?.base.rendition.id;
	const witnesses = utterance.renditions
		.flatMap((rendition) => readWitness(index, utterance, rendition) ?? [])
		.sort((a, b) => Number(b.id === base) - Number(a.id === base));
	const aligned = new Set(witnesses.map(({ id }) => id));
	return {
		renditions: [...aligned],
		segments: joinPlain(
			listRanges(utterance, findTold(index, utterance)).map((range) => readSegment(witnesses, range)),
		),
		others: utterance.renditions.map(({ id }) => id).filter((id) => !aligned.has(id)),
	};
}

function readWitness(
	index: RecordIndex,
	utterance: Utterance,
	{ id, article }: Utterance["renditions"][number],
): Witness | null {
	const text = index.articles.get(article)?.text ?? "";
	const words = new Map<number, { lead: string | null; text: string }>();
	let end = -1;
	for (const [column, { cells }] of utterance.alignment.columns.entries()) {
		const cell = cells.find(({ rendition }) => rendition === id);
		if (!cell || cell.text === "") continue;
		words.set(column, { lead: end < 0 ? null : leadOf(text, end, cell), text: cell.text });
		end = cell.spans.at(-1)?.end ?? end;
	}
	if (words.size === 0) return null;
	const told = utterance.variants.filter(({ readings }) => readings.some(({ renditions }) => renditions.includes(id)));
	const columns = [...words.keys(), ...told.flatMap(({ columns: { start, end: past } }) => [start, past - 1])];
	const reach = columns.sort((a, b) => a - b);
	return { id, words, first: reach[0] ?? 0, last: reach.at(-1) ?? 0 };
}

function leadOf(text: string, end: number, { spans }: AlignmentCell): string {
	const start = spans[0]?.start ?? end;
	const gap = text.slice(end, Math.max(end, start));
	if (HAS_WORD.test(gap)) return ` ${CUT} `;
	return start < end ? " " : gap.replace(QUOTE_MARKS, "").replace(/\s+/g, " ");
}

interface Range {
	readonly start: number;
	readonly end: number;
	readonly kinds: readonly VariantKind[];
	readonly notable: boolean;
}

/** The columns in ranges: those of variants, joined where they overlap, and each other column by itself. */
function listRanges({ alignment, variants }: Utterance, told: ReadonlySet<string>): Range[] {
	const count = alignment.columns.length;
	const sorted = [...variants].sort((a, b) => a.columns.start - b.columns.start || a.columns.end - b.columns.end);
	const ranges: Range[] = [];
	let at = 0;
	for (const variant of sorted) {
		const { columns, kind } = variant;
		const notable = isNotable(variant, told);
		const last = ranges.at(-1);
		const start = Math.min(columns.start, count);
		const end = Math.min(columns.end, count);
		if (end <= start) continue;
		if (last && start < last.end) {
			const kinds = [...new Set([...last.kinds, kind])];
			const past = Math.max(last.end, end);
			ranges[ranges.length - 1] = { start: last.start, end: past, kinds, notable: last.notable || notable };
		} else {
			for (; at < start; at++) ranges.push({ start: at, end: at + 1, kinds: [], notable: false });
			ranges.push({ start, end, kinds: [kind], notable });
		}
		at = Math.max(at, end);
	}
	for (; at < count; at++) ranges.push({ start: at, end: at + 1, kinds: [], notable: false });
	return ranges;
}

function readSegment(witnesses: readonly Witness[], { start, end, kinds, notable }: Range): ParallelSegment {
	const readings = new Map<string, { text: string; renditions: string[] }>();
	let lead: string | null = null;
	for (const witness of witnesses) {
		if (witness.last < start || witness.first >= end) continue;
		let text = "";
		for (let column = start; column < end; column++) {
			const word = witness.words.get(column);
			if (!word) continue;
			if (text === "") lead ??= word.lead;
			text += text === "" ? word.text : (word.lead ?? "") + word.text;
		}
		const key = foldWords(text);
		const known = readings.get(key);
		if (known) known.renditions.push(witness.id);
		else readings.set(key, { text, renditions: [witness.id] });
	}
	const reached = new Set([...readings.values()].flatMap(({ renditions }) => renditions));
	const differs = readings.size > 1;
	return {
		lead: lead ?? " ",
		readings: [...readings.values()],
		beyond: witnesses.map(({ id }) => id).filter((id) => !reached.has(id)),
		kinds: differs ? kinds : [],
		notable: differs && notable,
	};
}

/** Neighbours in which the same renditions read alike, as one; what the record tells as a variant stays by itself. */
function joinPlain(segments: readonly ParallelSegment[]): ParallelSegment[] {
	const joined: ParallelSegment[] = [];
	for (const segment of segments) {
		if (segment.readings.length === 0) continue;
		const last = joined.at(-1);
		const readings = last && partOf(last) === partOf(segment) ? joinReadings(last, segment) : [];
		// Two who have one word in neighbouring columns would read alike together, where the alignment holds them apart.
		const apart = new Set(readings.map(({ text }) => foldWords(text))).size === readings.length;
		if (last && readings.length > 0 && apart) joined[joined.length - 1] = { ...last, readings };
		else joined.push(segment);
	}
	return joined;
}

function joinReadings(last: ParallelSegment, next: ParallelSegment): ParallelSegment["readings"] {
	return last.readings.map(({ text, renditions }, at) => {
		const more = next.readings[at]?.text ?? "";
		return { text: text === "" || more === "" ? text + more : text + next.lead + more, renditions };
	});
}

/** Who reads with whom. */
function partOf({ readings, beyond, kinds }: ParallelSegment): string {
	return JSON.stringify([kinds, readings.map(({ renditions }) => renditions), beyond]);
}

/** The letters and digits of some words; where there are none, the marks. */
function foldWords(text: string): string {
	const folded = foldCase(text)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
		.trim();
	return folded === "" ? text : folded;
}
