import type { CollationRecord } from "../../model/record.ts";

/** Writes a record in one format. Pure: the same record gives the same text. */
export type WriteExport = (record: CollationRecord) => string;

/** The formats of `stemma export`, in the order of its help; each is loaded when it is asked for. */
export const EXPORT_FORMATS: readonly {
	readonly name: string;
	readonly help: string;
	load(): Promise<WriteExport>;
}[] = [
	{
		name: "json",
		help: "the record itself, written as collate --json writes it",
		load: async () => (await import("../json.ts")).formatRecord,
	},
	{
		name: "jsonl",
		help: "one finding a line, under its type (JSON Lines)",
		load: async () => (await import("./json-lines.ts")).writeJsonLines,
	},
	{
		name: "csv",
		help: "quotations, facts and more as a table, source columns first (RFC 4180)",
		load: async () => (await import("./csv.ts")).writeQuotationTable,
	},
	{
		name: "markdown",
		help: "the record to read",
		load: async () => (await import("./markdown.ts")).writeMarkdown,
	},
	{
		name: "jsonld",
		help: "articles, quotations and claims in schema.org's terms (JSON-LD)",
		load: async () => (await import("./json-ld.ts")).writeJsonLd,
	},
	{
		name: "annotations",
		help: "every finding as a W3C Web Annotation; positions count code points",
		load: async () => (await import("./annotations.ts")).writeAnnotations,
	},
	{
		name: "tei",
		help: "what was said, with an apparatus by parallel segmentation (TEI P5)",
		load: async () => (await import("./tei.ts")).writeTei,
	},
	{
		name: "graphml",
		help: "who draws on whom, for programs that read graphs",
		load: async () => (await import("./graphml.ts")).writeGraphml,
	},
	{
		name: "dot",
		help: "who draws on whom, for Graphviz to draw",
		load: async () => (await import("./dot.ts")).writeDot,
	},
	{
		name: "atom",
		help: "the stories as a feed (RFC 4287)",
		load: async () => (await import("./atom.ts")).writeAtom,
	},
	{
		name: "jsonfeed",
		help: "the stories as a feed (JSON Feed 1.1)",
		load: async () => (await import("./json-feed.ts")).writeJsonFeed,
	},
];
