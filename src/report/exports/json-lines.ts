import type { CollationRecord } from "../../model/record.ts";
import { orderRecord } from "../json.ts";

/** What one item of a list of the record is called. */
const TYPES: Readonly<Record<Exclude<keyof CollationRecord, "schema" | "generator">, string>> = {
	articles: "article",
	versions: "version",
	copyGroups: "copyGroup",
	passages: "passage",
	entities: "entity",
	dates: "date",
	numbers: "number",
	quotations: "quotation",
	terms: "term",
	stories: "story",
	threads: "thread",
	occasions: "occasion",
	utterances: "utterance",
	facts: "fact",
	lineage: "lineage",
	positions: "position",
	corrections: "correction",
	problems: "problem",
};

/**
 * The record as JSON Lines: first what made it, `{"type": "record", "record": {"schema", "generator"}}`, then each item
 * of its lists in the record's order as `{"type": "quotation", "quotation": {…}}`. The item stands under its type, as
 * facts and entities have a `type` of their own. Nothing of the record is lost.
 */
export function writeJsonLines(record: CollationRecord): string {
	const { schema, generator, ...lists } = orderRecord(record);
	const lines = [JSON.stringify({ type: "record", record: { schema, generator } })];
	for (const [key, list] of Object.entries(lists)) {
		const type = key in TYPES ? TYPES[key as keyof typeof TYPES] : key;
		for (const item of Array.isArray(list) ? list : [list]) lines.push(JSON.stringify({ type, [type]: item }));
	}
	return lines.map((line) => `${line}\n`).join("");
}
