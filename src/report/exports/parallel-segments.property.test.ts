import fc from "fast-check";
import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { AlignmentColumn, CollationRecord, Utterance, Variant } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import { indexRecord } from "../view/record-index.ts";
import { type ParallelText, segmentUtterance } from "./parallel-segments.ts";

const WORDS = ["the", "The", "bridge", "opens", "“opens", "not", "12", "—", "in"];
const [template] = fixtureRecord.articles;
const [sample] = fixtureRecord.utterances;
if (!template || !sample) throw new Error("the fixture is empty");

/** Rows of words, one a rendition, null where one has none; and variants over some of their columns. */
const drafts = fc.record({
	rows: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 })).chain(([width, height]) =>
		fc.array(fc.array(fc.option(fc.constantFrom(...WORDS), { nil: null }), { minLength: width, maxLength: width }), {
			minLength: height,
			maxLength: height,
		}),
	),
	variants: fc.array(fc.record({ start: fc.nat(7), length: fc.integer({ min: 1, max: 4 }), reader: fc.nat(3) }), {
		maxLength: 4,
	}),
});

type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function build({ rows, variants }: Draft): { readonly record: CollationRecord; readonly utterance: Utterance } {
	const texts = rows.map((row) => row.filter((word) => word !== null).join(" "));
	const ends = rows.map(() => 0);
	const columns: AlignmentColumn[] = (rows[0] ?? []).map((_, column) => ({
		agreed: false,
		cells: rows.flatMap((row, at) => {
			const text = row[column] ?? null;
			if (text === null) return [];
			const start = ends[at] ?? 0;
			ends[at] = start + text.length + 1;
			return [{ rendition: `r${at}`, spans: [{ start, end: start + text.length }], text }];
		}),
	}));
	const utterance: Utterance = {
		...(sample as Utterance),
		renditions: rows.map((_, at) => ({
			id: `r${at}`,
			article: `a${at}`,
			parts: [{ quotation: null, spans: [{ start: 0, end: texts[at]?.length ?? 0 }] }],
			coverage: "whole",
		})),
		alignment: { columns },
		variants: variants.map(
			({ start, length, reader }): Variant => ({
				kind: "wording",
				columns: { start, end: start + length },
				readings: [{ renditions: [`r${reader}`], text: "" }],
			}),
		),
	};
	const articles = texts.map((text, at) => ({
		...(template as CollationRecord["articles"][number]),
		id: `a${at}`,
		text,
	}));
	return { record: { ...fixtureRecord, articles, utterances: [utterance] }, utterance };
}

function fold(text: string): string {
	return foldCase(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

function readThrough({ segments }: ParallelText, rendition: string): string {
	return segments
		.map(({ readings }) => readings.find(({ renditions }) => renditions.includes(rendition))?.text ?? "")
		.join(" ");
}

it("lets the words of every rendition be read through, whatever the alignment", () => {
	fc.assert(
		fc.property(drafts, (draft) => {
			const { record, utterance } = build(draft);
			const text = segmentUtterance(indexRecord(record), utterance);
			for (const [at, row] of draft.rows.entries()) {
				const words = row.filter((word) => word !== null).join("");
				expect(fold(readThrough(text, `r${at}`))).toBe(fold(words));
				expect([...text.renditions, ...text.others]).toContain(`r${at}`);
			}
		}),
	);
});

it("has every aligned rendition once in every segment, and readings that differ", () => {
	fc.assert(
		fc.property(drafts, (draft) => {
			const { record, utterance } = build(draft);
			const { renditions, segments } = segmentUtterance(indexRecord(record), utterance);
			for (const { readings, beyond } of segments) {
				const here = [...readings.flatMap((reading) => reading.renditions), ...beyond];
				expect([...here].sort()).toEqual([...renditions].sort());
				expect(new Set(readings.map(({ text }) => fold(text) || text)).size).toBe(readings.length);
			}
		}),
	);
});
