import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidedRecord } from "../../../test/fixtures/decided-record.ts";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import { checkXml, readXml } from "../../../test/read-xml.ts";
import { writeTei } from "./tei.ts";

const GRAMMAR = readFileSync(new URL("../../../test/tei-p5.rng", import.meta.url), "utf8");
const TEI = "http://www.tei-c.org/ns/1.0";

describe("a record as TEI", () => {
	const xml = writeTei(fixtureRecord);

	it("is what it was", () => expectGolden("export.tei", xml));

	it.each([
		["the fixture", fixtureRecord],
		["a record with decisions", decidedRecord],
		[
			"a record of nothing",
			{ ...fixtureRecord, articles: [], stories: [], utterances: [], entities: [], quotations: [] },
		],
		["hostile words", disturbRecord(fixtureRecord, HOSTILE_WORDS[0] ?? "")],
	])("keeps to what TEI P5 allows: %s", (_, record) => {
		expect(checkXml(writeTei(record), GRAMMAR)).toEqual([]);
		expect(checkXml(writeTei(record).replace("<fileDesc>", "<fileDesc><sp/>"), GRAMMAR)).not.toEqual([]);
	});

	it("lists every report as a witness", () => {
		const ids = readXml(xml, TEI, ({ texts }) => texts("//x:sourceDesc/x:listWit/x:witness/@xml:id"));
		expect(ids).toEqual(["A", "B", "C", "D", "D-1", "D-2", "E", "F"]);
	});

	it("has a header with what TEI asks for, and says how the apparatus is linked", () => {
		readXml(xml, TEI, ({ texts }) => {
			expect(texts("/x:TEI/x:teiHeader/x:fileDesc/*[self::x:titleStmt or self::x:publicationStmt]")).toHaveLength(2);
			expect(texts("//x:encodingDesc/x:variantEncoding/@method")).toEqual(["parallel-segmentation"]);
			expect(texts("//x:encodingDesc/x:variantEncoding/@location")).toEqual(["internal"]);
		});
	});

	it("points at nothing that is not there", () => {
		readXml(xml, TEI, ({ texts }) => {
			const ids = new Set(texts("//@xml:id"));
			expect(ids.size).toBe(texts("//@xml:id").length);
			const pointers = texts("//@wit | //@who | //@corresp | //@source").flatMap((value) => value.split(" "));
			expect(pointers.filter((pointer) => !ids.has(pointer.slice(1)))).toEqual([]);
		});
	});

	it("has every aligned witness of an utterance once in each place of variation", () => {
		readXml(xml, TEI, ({ texts }) => {
			const places = texts("//x:app").map((_, at) =>
				texts(`(//x:app)[${at + 1}]/*/@wit`).flatMap((value) => value.split(" ")),
			);
			expect(places.length).toBeGreaterThan(4);
			for (const witnesses of places) expect([...witnesses].sort()).toEqual(["#A", "#B", "#C", "#D-2", "#E"]);
		});
	});

	it("gives the words of each witness when its readings are read through", () => {
		expect(readWitness(xml, "utterance-utterance-strait", "#C")).toBe(
			"We shall not open the strait before all inspections are completed",
		);
		expect(readWitness(xml, "utterance-utterance-strait", "#D-2")).toBe(
			"We will open the strait when 2 inspections are finished",
		);
		expect(readWitness(xml, "utterance-utterance-strait", "#E")).toBe("until the inspections are finished");
		expect(readWitness(xml, "utterance-utterance-strait", "#A")).toBe(
			"We will not open the strait until the inspections are finished, and nobody should expect otherwise",
		);
	});

	it("says by which witnesses an utterance is given", () => {
		const sources = readXml(xml, TEI, ({ texts }) => texts("//x:sp/@source"));
		expect(sources).toEqual(["#A #B #C #D-1 #D-2 #E", "#A #B #C", "#E", "#F"]);
	});

	it("marks what may change the meaning, and tells what is left out from what is not given", () => {
		readXml(xml, TEI, ({ texts }) => {
			expect(texts('//x:app[@type="polarity"][@subtype="notable"]/x:lem')).toEqual(["not"]);
			expect(texts('//x:app[@type="polarity"]/x:rdg[not(x:gap)]/@wit')).toEqual(["#D-2"]);
			expect(texts('//x:app[@type="polarity"]/x:rdg[x:gap]/@wit')).toEqual(["#E"]);
			expect(texts("//x:note/x:quote/@source")).toEqual(["#D-1"]);
		});
	});

	it("tells how a report gives a primary document's words, and what a person decided", () => {
		readXml(writeTei(decidedRecord), TEI, ({ texts }) => {
			expect(texts('//x:note[@type="held"]/@source')).toEqual(["#C"]);
			expect(texts('//x:note[@type="held"]/@corresp')).toEqual(["#A"]);
			expect(texts('//x:note[@type="held"]//x:item/@n')).toEqual(["strength", "omission"]);
			expect(texts('//x:note[@type="held"]//x:quote')).toEqual(["will", "shall", "and nobody"]);
			expect(texts("/x:TEI/x:teiHeader/x:revisionDesc/x:change/@status")).toEqual(["not-applied", "applied"]);
			const ids = new Set(texts("//@xml:id"));
			const targets = texts("//x:change/@target").flatMap((value) => value.split(" "));
			expect(targets).toHaveLength(1);
			expect(targets.filter((target) => !ids.has(target.slice(1)))).toEqual([]);
		});
	});

	it.each(HOSTILE_WORDS)("is the same tree whatever the words (%#)", (words) => {
		const disturbed = writeTei(disturbRecord(fixtureRecord, words));
		const shown = words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
		readXml(disturbed, TEI, ({ names, texts }) => {
			expect(names()).toEqual(readXml(xml, TEI, (plain) => plain.names()));
			expect(texts("//x:witness/x:title")[0]).toBe(`${shown}Velmar shuts the Ostra Strait to tankers`);
		});
	});

	it("is well-formed whatever the code units", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(0xffff)), (units) => {
				const disturbed = writeTei(disturbRecord(fixtureRecord, String.fromCharCode(...units)));
				readXml(disturbed, TEI, ({ texts }) => expect(texts("//x:app").length).toBeGreaterThan(0));
			}),
			{ numRuns: 60 },
		);
	});

	it("names witnesses and findings safely where a record's ids are no names", () => {
		const record = {
			...fixtureRecord,
			articles: fixtureRecord.articles.map((article) => ({ ...article, siglum: "<A B>" })),
			utterances: fixtureRecord.utterances.map((utterance, at) => ({ ...utterance, id: `"/> ${at}` })),
		};
		const ids = readXml(writeTei(record), TEI, ({ texts }) => texts("//@xml:id"));
		for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w-]*$/);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

/** What one witness reads: the text of an utterance with, of each `app`, its own reading. White space counts single. */
function readWitness(xml: string, utterance: string, witness: string): string {
	return readXml(xml, TEI, ({ texts }) =>
		texts(
			`//x:div[@xml:id="${utterance}"]/x:sp/x:p//text()[not(ancestor::x:app) or ` +
				`ancestor::*[contains(concat(" ", @wit, " "), " ${witness} ")]]`,
		)
			.join("")
			.replace(/\s+/g, " ")
			.trim(),
	);
}
