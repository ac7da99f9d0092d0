import type { CollationRecord, LineageNode } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { indexRecord, outletOf, siglumOf } from "../view/record-index.ts";
import { isoOf } from "./dates.ts";
import { addressOf, nameFor, webAddress } from "./identifiers.ts";
import { element, writeXml, type XmlElement } from "./xml.ts";

/** What nodes and edges carry: a key's id, what it is for, its name and its type. */
const KEYS = [
	["label", "node", "string"],
	["kind", "node", "string"],
	["siglum", "node", "string"],
	["outlet", "node", "string"],
	["headline", "node", "string"],
	["published", "node", "string"],
	["url", "node", "string"],
	["article", "node", "string"],
	["entity", "node", "string"],
	["stories", "node", "string"],
	["tie", "edge", "int"],
	["relation", "edge", "string"],
	["directed", "edge", "boolean"],
	["story", "edge", "string"],
	["quotation", "edge", "string"],
	["passage", "edge", "string"],
	["evidence", "edge", "string"],
	["weight", "edge", "double"],
] as const;

type Data = readonly (readonly [name: (typeof KEYS)[number][0], value: string | null])[];

/**
 * The lineage of all stories as one GraphML graph; who draws on whom is an edge from the one to the other. A node that
 * several stories have stands once. Where nothing tells which of two draws on the other there is an edge each way,
 * `directed` false and with one number `tie`: common readers refuse a graph that mixes edges with and without direction.
 */
export function writeGraphml(record: CollationRecord): string {
	const index = indexRecord(record);
	const nodes = new Map<string, { readonly node: LineageNode; readonly stories: string[] }>();
	const edges: XmlElement[] = [];
	let ties = 0;
	for (const lineage of record.lineage) {
		for (const node of lineage.nodes) {
			const known = nodes.get(node.id);
			if (known) known.stories.push(lineage.story);
			else nodes.set(node.id, { node, stories: [lineage.story] });
		}
		const inStory = new Set(lineage.nodes.map(({ id }) => id));
		for (const edge of lineage.edges) {
			if (!inStory.has(edge.from) || !inStory.has(edge.to)) continue;
			ties++;
			const data = writeData("edge", [
				["tie", String(ties)],
				["relation", edge.kind],
				["directed", String(edge.directed)],
				["story", lineage.story],
				["quotation", edge.for],
				["passage", edge.passage === null ? null : writePlace(edge.passage)],
				["evidence", edge.evidence.length === 0 ? null : edge.evidence.map(writePlace).join(" ")],
				["weight", String(edge.confidence)],
			]);
			const ends = [nameFor("n", edge.from), nameFor("n", edge.to)] as const;
			edges.push(element("edge", { source: ends[0], target: ends[1] }, ...data));
			if (!edge.directed) edges.push(element("edge", { source: ends[1], target: ends[0] }, ...data));
		}
	}
	const graph = element(
		"graph",
		{ id: "lineage", edgedefault: "directed" },
		...[...nodes.values()].map(({ node, stories }) => {
			const article = node.article === null ? undefined : index.articles.get(node.article);
			return element(
				"node",
				{ id: nameFor("n", node.id) },
				...writeData("node", [
					["label", article ? `${siglumOf(index, article.id)} ${outletOf(article)}` : node.name],
					["kind", node.kind],
					["siglum", article?.siglum ?? null],
					["outlet", article?.outlet?.text ?? null],
					["headline", article?.headline?.text ?? null],
					["published", article ? isoOf(article.published) : null],
					["url", article ? addressOf(article) : webAddress(node.url)],
					["article", node.article],
					["entity", node.entity],
					["stories", stories.join(" ")],
				]),
			);
		}),
		...edges,
	);
	return writeXml(
		element(
			"graphml",
			{
				xmlns: "http://graphml.graphdrawing.org/xmlns",
				"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
				"xsi:schemaLocation":
					"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
			},
			...KEYS.map(([name, of, type]) =>
				element("key", { id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": type }),
			),
			graph,
		),
	);
}

function writeData(of: "node" | "edge", data: Data): XmlElement[] {
	return data.flatMap(([name, value]) => (value === null ? [] : [element("data", { key: `${of}-${name}` }, value)]));
}

/** `article:start-end`, in UTF-16 code units of the article's text. */
function writePlace({ article, start, end }: Place): string {
	return `${article}:${start}-${end}`;
}
