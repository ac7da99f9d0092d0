import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import type { CollationRecord } from "../../model/record.ts";
import { writeAnnotations } from "./annotations.ts";
import { urnOf } from "./identifiers.ts";

interface Target {
	readonly source: string | { readonly id: string };
	readonly selector: Quote | readonly [Position, Quote];
}

interface Position {
	readonly type: "TextPositionSelector";
	readonly start: number;
	readonly end: number;
}

interface Quote {
	readonly type: "TextQuoteSelector";
	readonly exact: string;
	readonly prefix: string;
	readonly suffix: string;
}

interface Annotation {
	readonly id: string;
	readonly type: string;
	readonly motivation: string;
	readonly body: readonly { readonly purpose: string; readonly value: string }[];
	readonly target: readonly Target[];
}

function read(record: CollationRecord): Annotation[] {
	return JSON.parse(writeAnnotations(record)).first.items;
}

/** Finds every target of a text again by its position and by its words. */
function resolveAll(record: CollationRecord): number {
	const texts = new Map(record.articles.map(({ id, text }) => [urnOf("article", id), text.toWellFormed()]));
	let found = 0;
	for (const { target } of read(record)) {
		for (const { source, selector } of target) {
			if (typeof source === "string" || !("length" in selector)) continue;
			const [position, quote] = selector;
			const text = texts.get(source.id) ?? "";
			const points = [...text];
			expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
			expect(points.slice(0, position.start).join("").endsWith(quote.prefix)).toBe(true);
			expect(points.slice(position.end).join("").startsWith(quote.suffix)).toBe(true);
			found++;
		}
	}
	return found;
}

describe("a record as Web Annotations", () => {
	it("is what it was", () => {
		const { quotations, articles, ...rest } = fixtureRecord;
		const few = { quotations: quotations.slice(4, 6), articles: articles.slice(3, 5), facts: [], passages: [] };
		expectGolden("export.annotations.json", writeAnnotations({ ...rest, ...few }));
	});

	it("has one annotation a finding, of the shape that the data model asks for", () => {
		const collection = JSON.parse(writeAnnotations(fixtureRecord));
		expect(collection).toMatchObject({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationCollection" });
		const items = read(fixtureRecord);
		expect(collection.total).toBe(items.length);
		expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
		for (const { id, type, target } of items) {
			expect(id).toMatch(/^urn:uuid:/);
			expect(type).toBe("Annotation");
			expect(target.length).toBeGreaterThan(0);
		}
		const kinds = items.map(({ body }) => body.find(({ purpose }) => purpose === "tagging")?.value);
		expect(kinds.filter((kind) => kind === "quotation")).toHaveLength(fixtureRecord.quotations.length);
		expect(kinds.filter((kind) => kind === "passage")).toHaveLength(fixtureRecord.passages.length);
	});

	it("finds the words again by code points and by the words around them", () => {
		expect(resolveAll(fixtureRecord)).toBeGreaterThan(20);
	});

	it("counts an emoji before the words as its code points", () => {
		const [first] = read(disturbRecord(fixtureRecord, "\u{1F469}\u200d\u{1F692}"));
		const [selector] = first?.target.map((target) => target.selector) ?? [];
		const plain = read(fixtureRecord)[0]?.target[0]?.selector;
		const startOf = (one: Target["selector"] | undefined): number =>
			one !== undefined && "length" in one ? one[0].start : Number.NaN;
		expect(startOf(selector)).toBe(startOf(plain) + 3);
	});

	it("finds a report at its own address by the words alone, as positions in the page are others", () => {
		const address = "https://lantern.example/2031/05/strait-%E6%97%A5%E6%9C%AC";
		const there = read(fixtureRecord).flatMap(({ target }) => target.filter(({ source }) => source === address));
		expect(there.length).toBeGreaterThan(0);
		for (const { selector } of there) expect(selector).toMatchObject({ type: "TextQuoteSelector" });
	});

	it.each(HOSTILE_WORDS)("finds the words again after hostile ones (%#)", (words) => {
		expect(resolveAll(disturbRecord(fixtureRecord, words))).toBeGreaterThan(20);
	});

	it("finds the words again after any code units", () => {
		const units = fc.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })));
		fc.assert(
			fc.property(units, (words) => {
				expect(resolveAll(disturbRecord(fixtureRecord, String.fromCharCode(...words)))).toBeGreaterThan(20);
			}),
			{ numRuns: 40 },
		);
	});
});
