import { describe, expect, it } from "vitest";
import { collateTexts, nameOf } from "../../../test/collate-texts.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { AskedAlert } from "../../model/alert.ts";
import type { CollationRecord } from "../../model/record.ts";
import { loadTermRarity } from "../../system/data.ts";
import type { Finding } from "./finding.ts";
import { look } from "./look.ts";

const rarity = loadTermRarity();
const NOTHING: AskedAlert = { kind: "words", words: "", speaker: null, about: null, lines: null, edits: [] };

const FIRST = {
	name: "tarn",
	headline: "Harbour stays closed",
	text: "TARN, May 14 – The harbour of Tarn stays closed, Mayor Ada Vane said on Wednesday. “We will not open it before the crane is safe,” Vane said. Two workers were hurt when the crane fell. Only two cranes were working at the quay.",
	published: "2031-05-14",
};
const SECOND = {
	name: "isle",
	headline: "Mayor keeps Tarn harbour shut",
	text: "TARN, May 14 – Mayor Ada Vane said that the harbour of Tarn stays closed after the crane fell. “We will not open it before the crane is safe,” she told the council. Only nine cranes were working at the quay.",
	published: "2031-05-14",
};
const THIRD = {
	name: "gull",
	headline: "Crane falls on quay of Tarn",
	text: "TARN, May 14 – A crane fell on the quay of Tarn on Wednesday, and the harbour is closed. Fishermen of the town said the crane had creaked for weeks. Mayor Ada Vane went to the harbour in the evening.",
	published: "2031-05-14",
};

function find(record: CollationRecord, asked: Partial<AskedAlert>, old: readonly string[] = []): Finding[] {
	return look(record, { ...NOTHING, ...asked }, (id) => old.includes(nameOf(record, id)), rarity);
}

const titles = (findings: readonly Finding[]): string[] => findings.map(({ entry }) => entry.title);

/** Every stretch that entries cite stands in its report just so. */
function expectAnchored(record: CollationRecord, findings: readonly Finding[]): void {
	for (const { entry, keys } of findings) {
		expect(keys.length).toBeGreaterThan(0);
		for (const { article, words } of entry.reports) {
			const text = record.articles.find(({ id }) => id === article)?.text ?? "";
			for (const { start, end, exact } of words) expect(text.slice(start, end)).toBe(exact);
		}
	}
}

describe("an alert", () => {
	const record = collateTexts([FIRST, SECOND, THIRD]);

	it("for words finds the new reports that have them, in any inflection, a copied text once", () => {
		const copy = { ...FIRST, name: "copy", headline: "Harbour stays closed, says mayor" };
		const copied = collateTexts([FIRST, copy, THIRD]);
		const found = find(copied, { words: "crane hurting" });
		expectAnchored(copied, found);
		expect(found).toHaveLength(1);
		expect(found[0]?.entry).toMatchObject({ kind: "words", reports: [{}, {}] });
		expect(found[0]?.entry.summary).toContain("1 copy of its text");
		expect(found[0]?.entry.reports[0]?.words.map(({ exact }) => exact).join(" ")).toContain("Two workers were hurt");
		expect(find(copied, { words: "crane hurting" }, ["tarn"])).toEqual([]);
		expect(find(record, { words: '"creaked for weeks"' })).toHaveLength(1);
		expect(find(record, { words: '"weeks for"' })).toEqual([]);
	});

	it("for a speaker finds what was said first in new reports, with every report of it", () => {
		const found = find(record, { kind: "statement", speaker: "ada vane" });
		expectAnchored(record, found);
		const opening = found.find(({ entry }) => entry.title.includes("We will not open it"));
		expect(opening?.entry.title).toBe("Ada Vane: “We will not open it before the crane is safe”");
		expect(opening?.entry.reports).toHaveLength(2);
		expect(titles(find(record, { kind: "statement", speaker: "Ada Vane", words: "opened crane" }))).toHaveLength(1);
		const later = find(record, { kind: "statement", speaker: "Ada Vane" }, ["tarn"]);
		expect(titles(later).filter((title) => title.includes("We will not open it"))).toEqual([]);
		expect(find(record, { kind: "statement", speaker: "Odo Brask" })).toEqual([]);
	});

	it("for a speaker on an entity finds what stands in the ledger, and nothing that is unsure", () => {
		const [position] = fixtureRecord.positions;
		const entities = new Map(fixtureRecord.entities.map(({ id, name }) => [id, name]));
		const asked = {
			kind: "statement",
			speaker: entities.get(position?.speaker ?? "") ?? "",
			about: entities.get(position?.about ?? "") ?? "",
		} as const;
		const found = find(fixtureRecord, asked);
		expectAnchored(fixtureRecord, found);
		expect(titles(found).join()).toContain(asked.speaker);
		const unsure = fixtureRecord.positions.map((one) => ({
			...one,
			reports: one.reports.map((report) => ({ ...report, sure: false })),
		}));
		expect(find({ ...fixtureRecord, positions: unsure }, asked)).toEqual([]);
		expect(find(fixtureRecord, { ...asked, about: "Nobody at all" })).toEqual([]);
	});

	it("for a conflict finds one that new reports made, and not a report more on one of its sides", () => {
		const found = find(record, { kind: "conflict" });
		expectAnchored(record, found);
		expect(found).toHaveLength(1);
		expect(found[0]?.entry.title).toMatch(/^In conflict: how many cranes/);
		expect(found[0]?.entry.details.join("; ")).toMatch(/two cranes.*nine cranes|nine.*two cranes/is);
		expect(find(record, { kind: "conflict" }, ["tarn"])).toHaveLength(1);
		expect(find(record, { kind: "conflict" }, ["tarn", "isle"])).toEqual([]);
		expect(find(record, { kind: "conflict", words: "orchard" })).toEqual([]);
		expect(find(record, { kind: "conflict", words: "council" })).toHaveLength(1);
	});

	it("for independent lines finds a story when it comes to so many, and not before or again", () => {
		const [story] = record.stories;
		const lines = story?.lines.length ?? 0;
		expect(lines).toBeGreaterThan(1);
		const found = find(record, { kind: "lines", lines });
		expect(found).toHaveLength(1);
		expect(found[0]?.entry.title).toContain(`${lines} independent lines: `);
		expect(found[0]?.keys.map(({ article }) => article).sort()).toEqual([...(story?.articles ?? [])].sort());
		expect(find(record, { kind: "lines", lines: lines + 1 })).toEqual([]);
		expect(find(record, { kind: "lines", lines }, ["tarn"])).toHaveLength(1);
		expect(find(record, { kind: "lines", lines }, ["tarn", "isle", "gull"])).toEqual([]);
	});

	it("for an edit finds what a later text of a source changed, and not what is set otherwise", () => {
		const later = { ...FIRST, text: FIRST.text.replace("Two workers", "Seven workers"), published: "2031-05-15" };
		const edited = collateTexts([FIRST, later, THIRD]);
		const [change] = edited.versions.flatMap(({ changes }) => changes);
		expect(change?.differences.map(({ kind }) => kind)).toContain("number");
		const found = find(edited, { kind: "edit", edits: ["number"] });
		expectAnchored(edited, found);
		expect(found).toHaveLength(1);
		expect(found[0]?.entry.title).toMatch(/changed a number: “Two[^”]*” became “Seven[^”]*”$/);
		expect(found[0]?.entry.reports).toHaveLength(2);
		expect(find(edited, { kind: "edit", edits: ["quotation"] })).toEqual([]);
		expect(find(edited, { kind: "edit", edits: ["number"] }, ["tarn"])).toEqual([]);
	});

	it("knows a finding again when its story grows", () => {
		for (const asked of [
			{ kind: "conflict" },
			{ kind: "statement", speaker: "Ada Vane" },
			{ kind: "lines", lines: 2 },
			{ words: "crane" },
		] as const) {
			const before = find(collateTexts([FIRST, SECOND]), asked).filter(({ keys }) => keys.length > 0);
			const now = find(record, asked);
			for (const { keys, entry } of before) {
				const same = now.filter((one) => one.keys.some(({ key }) => keys.some((other) => other.key === key)));
				expect(same.length, entry.title).toBeGreaterThan(0);
			}
		}
	});
});
