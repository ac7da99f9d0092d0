import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import type { CollationRecord } from "../../model/record.ts";
import { writeAnnotations } from "./annotations.ts";
import { writeJsonLd } from "./json-ld.ts";

const SCHEMA = "https://schema.org/";
const OA = "http://www.w3.org/ns/oa#";

/** The published contexts as far as they are used here: nothing is fetched. */
const CONTEXTS: Readonly<Record<string, object>> = {
	"https://schema.org": { "@vocab": SCHEMA, url: { "@type": "@id" } },
	"http://www.w3.org/ns/anno.jsonld": {
		...{ "@vocab": OA, id: "@id", type: "@type" },
		...{ body: { "@id": `${OA}hasBody` }, target: { "@id": `${OA}hasTarget` } },
		...{ source: { "@id": `${OA}hasSource`, "@type": "@id" }, selector: { "@id": `${OA}hasSelector` } },
		items: { "@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list" },
	},
};

interface Value {
	readonly "@id"?: string;
	readonly "@value"?: unknown;
}

/** A node of the graph, all its properties lists. */
interface Node {
	readonly "@id": string;
	readonly "@type": readonly string[] | undefined;
	readonly [property: string]: string | readonly string[] | readonly Value[] | undefined;
}

function valuesOf(node: Node, property: string): readonly Value[] {
	const values = node[property];
	return Array.isArray(values) ? (values as readonly Value[]) : [];
}

async function expand(text: string): Promise<Node[]> {
	const flat = await jsonld.flatten(JSON.parse(text), undefined, {
		base: "https://record.example/",
		documentLoader: async (url) => {
			const context = CONTEXTS[url];
			if (!context) throw new Error(`${url} is not to be fetched`);
			return { contextUrl: undefined, documentUrl: url, document: { "@context": context } } as never;
		},
	});
	return flat as unknown as Node[];
}

function ofType(nodes: readonly Node[], type: string): Node[] {
	return nodes.filter((node) => node["@type"]?.includes(SCHEMA + type));
}

describe("a record in schema.org's terms", () => {
	const json = writeJsonLd(fixtureRecord);

	it("is what it was", () => expectGolden("export.jsonld", json));

	it("has every report, quotation and fact as a node of its own", async () => {
		const nodes = await expand(json);
		expect(ofType(nodes, "NewsArticle")).toHaveLength(fixtureRecord.articles.length);
		expect(ofType(nodes, "Quotation")).toHaveLength(fixtureRecord.quotations.length);
		const ids = ofType(nodes, "Claim").map((node) => node["@id"]);
		for (const { id } of fixtureRecord.facts) expect(ids).toContain(`https://record.example/#fact-${id}`);
	});

	it("refers to nothing that it does not describe", async () => {
		const nodes = await expand(json);
		const known = new Set(nodes.filter((node) => node["@type"] !== undefined).map((node) => node["@id"]));
		const referred = nodes.flatMap((node) =>
			Object.keys(node)
				.filter((key) => !key.startsWith("@") && key !== `${SCHEMA}url`)
				.flatMap((key) => valuesOf(node, key).flatMap((value) => value["@id"] ?? [])),
		);
		expect(referred.length).toBeGreaterThan(20);
		expect(referred.filter((id) => !known.has(id))).toEqual([]);
	});

	it("gives words to their speaker, where that is settled", async () => {
		const quotations = ofType(await expand(json), "Quotation");
		const spoken = quotations.map((node) => valuesOf(node, `${SCHEMA}spokenByCharacter`)[0]?.["@id"] ?? null);
		expect(new Set(spoken)).toEqual(new Set(["https://record.example/#entity-lindqvist", null]));
	});

	it("leaves out readings too unsure to be shown unasked", async () => {
		const quotations = fixtureRecord.quotations.map((quotation) => ({
			...quotation,
			kind: "indirect" as const,
			confidence: 0.1,
		}));
		expect(ofType(await expand(writeJsonLd({ ...fixtureRecord, quotations })), "Quotation")).toEqual([]);
	});

	it("gives nobody words that they denied", async () => {
		const record: CollationRecord = {
			...fixtureRecord,
			quotations: fixtureRecord.quotations.map((quotation) => ({ ...quotation, polarity: "denied" })),
		};
		const nodes = await expand(writeJsonLd(record));
		expect(ofType(nodes, "Quotation")).toEqual([]);
		expect(JSON.stringify(nodes)).not.toContain("spokenByCharacter");
	});

	it("has dates no finer than they are known", () => {
		const [first] = fixtureRecord.articles;
		const record = {
			...fixtureRecord,
			articles: fixtureRecord.articles.map((article) => ({
				...article,
				published: { ...article.published, earliest: "2031-05-01", latest: "2031-05-31", precision: "month" as const },
			})),
		};
		expect(first?.published.precision).toBe("day");
		for (const node of JSON.parse(writeJsonLd(record))["@graph"]) {
			if (node["@type"] === "NewsArticle") expect(node.datePublished).toBe("2031-05");
		}
	});

	it.each(HOSTILE_WORDS)("has the same nodes whatever the words (%#)", async (words) => {
		const nodes = await expand(writeJsonLd(disturbRecord(fixtureRecord, words)));
		const plain = await expand(json);
		expect(nodes.map((node) => node["@type"])).toEqual(plain.map((node) => node["@type"]));
	});
});

it("annotations expand to what the vocabulary has", async () => {
	const nodes = await expand(writeAnnotations(fixtureRecord));
	const annotations = nodes.filter((node) => node["@type"]?.includes(`${OA}Annotation`));
	expect(annotations).toHaveLength(JSON.parse(writeAnnotations(fixtureRecord)).total);
	for (const annotation of annotations) expect(valuesOf(annotation, `${OA}hasTarget`).length).toBeGreaterThan(0);
});
