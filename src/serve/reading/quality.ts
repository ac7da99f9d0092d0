import { existsSync, readFileSync } from "node:fs";

/** A part of the document of figures. */
export interface QualitySection {
	readonly title: string;
	/** 1 for the document's own, 2 for a stage, 3 for what belongs to one. */
	readonly level: number;
	readonly blocks: readonly QualityBlock[];
}

/** A paragraph, a list or a table, as written: `*words*` and `code` in marks. */
export type QualityBlock =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "list"; readonly items: readonly string[] }
	| { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

let sections: readonly QualitySection[] | null = null;

/** The figures that the program was measured by, as `npm run quality -- --write` wrote them; empty where the file is not there. */
export function loadQuality(): readonly QualitySection[] {
	if (sections !== null) return sections;
	// The same way from the sources and from what they are compiled to.
	const file = new URL("../../../docs/quality.md", import.meta.url);
	sections = existsSync(file) ? readQuality(readFileSync(file, "utf8")) : [];
	return sections;
}

const HEADING = /^(#{1,6})\s+(.*)$/;

/** Reads the Markdown that the gate writes: headings, paragraphs, lists and tables, each of them parted by empty lines. */
function readQuality(text: string): readonly QualitySection[] {
	const found: { title: string; level: number; blocks: QualityBlock[] }[] = [];
	for (const block of text.replace(/\r/g, "").split(/\n{2,}/)) {
		const lines = block.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("<!--"));
		for (let head = HEADING.exec(lines[0] ?? ""); head !== null; head = HEADING.exec(lines[0] ?? "")) {
			found.push({ title: head[2] ?? "", level: head[1]?.length ?? 1, blocks: [] });
			lines.shift();
		}
		const [first] = lines;
		if (first === undefined) continue;
		const section = found.at(-1) ?? { title: "", level: 1, blocks: [] };
		if (found.length === 0) found.push(section);
		section.blocks.push(readBlock(first, lines));
	}
	return found;
}

function readBlock(first: string, lines: readonly string[]): QualityBlock {
	if (first.startsWith("|")) {
		const [head = [], , ...rows] = lines.map((line) =>
			line
				.replace(/^\||\|$/g, "")
				.split("|")
				.map((cell) => cell.trim()),
		);
		return { kind: "table", head, rows };
	}
	if (/^[-*] /.test(first)) return { kind: "list", items: lines.map((line) => line.replace(/^[-*] /, "")) };
	return { kind: "text", text: lines.join(" ") };
}
