import type { CollationRecord, LineageNode } from "../../model/record.ts";
import { showText } from "../terminal/safe-text.ts";
import { describeDate } from "../view/date-words.ts";
import { foldEdges, type LineageTie } from "../view/lineage-ties.ts";
import { indexRecord, type RecordIndex, shortOutletOf, siglumOf } from "../view/record-index.ts";
import { titleOf } from "../view/story-lists.ts";
import { nameTie, tieScope } from "../view/tie-words.ts";
import { addressOf } from "./identifiers.ts";

const SHAPES: Readonly<Record<LineageNode["kind"], string>> = {
	report: "box",
	primary: "note",
	agency: "ellipse",
	outlet: "ellipse",
	url: "plain",
	unnamed: "plain",
};

/** Characters of a line in a node. */
const LONGEST = 60;

/**
 * The lineage in Graphviz's language: a cluster a story, an edge from who draws to whom they draw on with its head drawn at
 * the former, as the text went that way; a plain line where nothing tells which of the two it is. Edges of one kind between
 * the same two are one, with their number.
 */
export function writeDot(record: CollationRecord): string {
	const index = indexRecord(record);
	const lines = [
		"digraph stemma {",
		'\tgraph [rankdir="BT", fontname="serif", compound="true"];',
		'\tnode [fontname="serif", margin="0.12,0.06"];',
		'\tedge [fontname="serif", fontsize="10"];',
	];
	for (const [at, lineage] of record.lineage.entries()) {
		const story = index.stories.get(lineage.story);
		const names = new Map(lineage.nodes.map(({ id }, number) => [id, quote(`s${at + 1}n${number + 1}`)]));
		const title = story ? titleOf(index, story) : lineage.story;
		lines.push(`\tsubgraph ${quote(`cluster_s${at + 1}`)} {`, `\t\tlabel=${quoteLines([title])};`);
		for (const node of lineage.nodes) lines.push(`\t\t${names.get(node.id)} ${describeNode(index, node)};`);
		lines.push("\t}");
		for (const tie of foldEdges(lineage, index)) {
			lines.push(`\t${names.get(tie.from.id)} -> ${names.get(tie.to.id)} ${describeTie(tie)};`);
		}
	}
	return `${[...lines, "}"].join("\n")}\n`;
}

function describeNode(index: RecordIndex, node: LineageNode): string {
	const article = node.article === null ? undefined : index.articles.get(node.article);
	const address = article ? addressOf(article) : null;
	const text = article
		? [`${siglumOf(index, article.id)}  ${shortOutletOf(article)}`, describeDate(article.published) ?? "undated"]
		: [node.name];
	const link = address === null ? "" : `, URL=${quote(address)}`;
	return `[label=${quoteLines(text)}, shape=${quote(SHAPES[node.kind])}${link}]`;
}

function describeTie(tie: LineageTie): string {
	const { kind, directed } = tie;
	const lines = [nameTie(tie), tieScope(tie)].filter((line) => line !== "");
	// Drawn as on the page: the head is at who draws, as the text came there.
	const ends = directed ? ', dir="back"' : ', dir="none", constraint="false"';
	return `[label=${quoteLines(lines)}, class=${quote(kind)}${ends}]`;
}

/** Lines of a label. A backslash begins an escape in Graphviz's labels, so that one in a text is doubled. */
function quoteLines(lines: readonly string[]): string {
	const shown = lines.map((line) => cut(showText(line)).replaceAll("\\", "\\\\").replaceAll('"', '\\"'));
	return `"${shown.join("\\n")}"`;
}

function cut(text: string): string {
	const characters = [...text.slice(0, 2 * LONGEST)];
	return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join("").toWellFormed()}…`;
}

function quote(text: string): string {
	return `"${text.replaceAll("\\", "%5C").replaceAll('"', "%22")}"`;
}
