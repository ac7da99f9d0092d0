import { parse } from "@ts-graphviz/ast";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import { readXml } from "../../../test/read-xml.ts";
import { writeDot } from "./dot.ts";
import { writeGraphml } from "./graphml.ts";

const GRAPHML = "http://graphml.graphdrawing.org/xmlns";

describe("lineage as GraphML", () => {
	const xml = writeGraphml(fixtureRecord);

	it("is what it was", () => expectGolden("export.graphml", xml));

	it("has every node once, and edges between them alone", () => {
		readXml(xml, GRAPHML, ({ texts }) => {
			const nodes = texts("/x:graphml/x:graph/x:node/@id");
			expect(nodes).toHaveLength(6);
			expect(new Set(nodes).size).toBe(6);
			const ends = texts("//x:edge/@source | //x:edge/@target");
			expect(ends.filter((end) => !nodes.includes(end))).toEqual([]);
		});
	});

	it("declares every key that it uses, for what it is used on", () => {
		readXml(xml, GRAPHML, ({ texts }) => {
			for (const of of ["node", "edge"]) {
				const declared = texts(`/x:graphml/x:key[@for="${of}"]/@id`);
				expect(texts(`//x:${of}/x:data/@key`).filter((key) => !declared.includes(key))).toEqual([]);
			}
		});
	});

	it("leads from who draws to whom they draw on, both ways where nothing tells which it is", () => {
		readXml(xml, GRAPHML, ({ texts }) => {
			const from = texts("//x:edge/@source");
			const to = texts("//x:edge/@target");
			expect(from.map((node, at) => `${node} ${to[at]}`)).toEqual([
				"n-node-A n-node-tarn",
				"n-node-B n-node-A",
				"n-node-A n-node-E",
				"n-node-E n-node-A",
			]);
			expect(texts('//x:edge[x:data[@key="edge-directed"]="false"]/x:data[@key="edge-tie"]')).toEqual(["3", "3"]);
		});
	});

	it.each(HOSTILE_WORDS)("is the same tree whatever the words (%#)", (words) => {
		const names = readXml(xml, GRAPHML, (plain) => plain.names());
		expect(readXml(writeGraphml(disturbRecord(fixtureRecord, words)), GRAPHML, (read) => read.names())).toEqual(names);
	});
});

/** Every statement below a node of the syntax tree, by type. */
function countTypes(node: unknown, counts: Map<string, number> = new Map()): Map<string, number> {
	if (Array.isArray(node)) for (const one of node) countTypes(one, counts);
	else if (typeof node === "object" && node !== null && "type" in node) {
		counts.set(String(node.type), (counts.get(String(node.type)) ?? 0) + 1);
		if ("children" in node) countTypes(node.children, counts);
	}
	return counts;
}

describe("lineage in Graphviz's language", () => {
	const dot = writeDot(fixtureRecord);

	it("is what it was", () => expectGolden("export.dot", dot));

	it("has a cluster a story, a node each and an edge a tie", () => {
		const counts = countTypes(parse(dot));
		expect([counts.get("Subgraph"), counts.get("Node"), counts.get("Edge")]).toEqual([1, 6, 3]);
	});

	it.each(HOSTILE_WORDS)("has the same statements whatever the words (%#)", (words) => {
		expect(countTypes(parse(writeDot(disturbRecord(fixtureRecord, words))))).toEqual(countTypes(parse(dot)));
	});

	it("has the same statements whatever the code units", () => {
		const plain = countTypes(parse(dot));
		fc.assert(
			fc.property(fc.array(fc.nat(0xff)), (units) => {
				expect(countTypes(parse(writeDot(disturbRecord(fixtureRecord, String.fromCharCode(...units)))))).toEqual(plain);
			}),
			{ numRuns: 40 },
		);
	});
});
