import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { type Gold, type GoldQuotation, readGold } from "../bench/quality/examples/gold.ts";
import { collapse, TextIndex } from "../bench/quality/examples/texts.ts";

const folder = fileURLToPath(new URL("../examples", import.meta.url));

/** Elements whose ends part lines of a page's text. */
const BLOCKS = new Set(
	"ADDRESS ARTICLE ASIDE BUTTON DIV FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 HEADER LI MAIN NAV OL P SECTION UL".split(
		" ",
	),
);

interface TextNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: ArrayLike<TextNode>;
}

/** The readable text of a file: a page's without its tags, one line a block. */
function readText(file: string): string {
	const text = readFileSync(join(folder, file), "utf8");
	if (!file.endsWith(".html")) return text;
	const lines: string[] = [""];
	const walk = (node: TextNode): void => {
		if (node.nodeName === "SCRIPT" || node.nodeName === "STYLE") return;
		if (node.nodeType === 3) lines.push(`${lines.pop() ?? ""}${node.textContent ?? ""}`);
		if (BLOCKS.has(node.nodeName)) lines.push("");
		for (const child of Array.from(node.childNodes)) walk(child);
		if (BLOCKS.has(node.nodeName)) lines.push("");
	};
	walk(parseHTML(text).document.body as unknown as TextNode);
	return lines.map(collapse).join("\n");
}

const loaded = await readGold(folder);
if (!loaded) throw new Error("examples/gold.json is missing");
const gold: Gold = loaded;
const files = Object.keys(gold.files);
const texts = new Map(files.map((file) => [file, readText(file)]));

/** What is wrong with a text the gold names; null when it stands where the gold says. */
function faultOf(file: string, text: string, occurrence?: number): string | null {
	const found = new TextIndex(texts.get(file) ?? "").findAll(text).length;
	if (occurrence === undefined) return found === 1 ? null : `${file}: ${found} times, not once: ${text}`;
	return occurrence >= 1 && occurrence <= found && found > 1
		? null
		: `${file}: occurrence ${occurrence} of ${found}: ${text}`;
}

/** The lines, as a reader sees them, in which a quotation's content stands and the two beside them. */
function surroundings(file: string, quotation: GoldQuotation): string {
	const text = texts.get(file) ?? "";
	const index = new TextIndex(text);
	const spans = quotation.content.flatMap((part) => index.find(part, quotation.occurrence) ?? []);
	const first = Math.min(...spans.map(({ start }) => start));
	const last = Math.max(...spans.map(({ end }) => end));
	const start = text.lastIndexOf("\n", first) + 1;
	const end = text.indexOf("\n", last);
	return collapse(text.slice(start, end < 0 ? text.length : end));
}

describe("examples/gold.json", () => {
	it("describes every report of the folder and no other", () => {
		const reports = readdirSync(folder).filter((name) => /^\d/.test(name));
		expect([...files].sort()).toEqual(reports.sort());
	});

	for (const file of files) {
		const expected = gold.files[file];
		if (!expected) continue;

		it(`names only texts that ${file} holds, once or at the stated occurrence`, () => {
			const faults = [
				...expected.body.map((part) =>
					typeof part === "string" ? faultOf(file, part) : faultOf(file, part.text, part.occurrence),
				),
				...expected.dropped.map((part) => faultOf(file, part.text, part.occurrence)),
				...expected.quotations.flatMap((one) => one.content.map((part) => faultOf(file, part, one.occurrence))),
				...expected.terms.map((term) => faultOf(file, term.text)),
			];
			expect(faults.filter((fault) => fault !== null)).toEqual([]);
			const index = new TextIndex(texts.get(file) ?? "");
			for (const text of [
				expected.headline,
				expected.dateline ?? "",
				...(expected.authors ?? []),
				...(expected.agencies ?? []),
			]) {
				expect(text === "" || index.find(text) !== null, text).toBe(true);
			}
		});

		it(`finds the source, cue and marked words of ${file} beside their content`, () => {
			for (const quotation of expected.quotations) {
				const near = surroundings(file, quotation);
				for (const words of [quotation.source ?? "", ...quotation.cue, ...(quotation.marked ?? [])]) {
					expect(near.includes(collapse(words)), `${words} | ${near}`).toBe(true);
				}
			}
		});
	}

	it("names only texts that the reports hold in what it says across them", () => {
		const faults = [
			...gold.repeats.flatMap(({ file, text }) => [faultOf(file, text, 1), faultOf(file, text, 2)]),
			...gold.passages.shared.flatMap(({ files: pair, text }) => pair.map((file) => faultOf(file, text))),
			...gold.utterances.flatMap(({ renditions }) =>
				renditions.flatMap(({ file, parts, occurrence }) => parts.map((part) => faultOf(file, part, occurrence))),
			),
			...gold.apart.flatMap(({ a, b }) => [a, b].map(({ file, text, occurrence }) => faultOf(file, text, occurrence))),
			...gold.facts.flatMap(({ states }) =>
				states.map(({ file, value, occurrence }) => faultOf(file, value, occurrence)),
			),
		];
		expect(faults.filter((fault) => fault !== null)).toEqual([]);
		for (const { readings, utterance } of gold.variants) {
			const renditions = gold.utterances.find(({ id }) => id === utterance)?.renditions ?? [];
			const parts = renditions.flatMap((rendition) => rendition.parts.map(collapse));
			for (const reading of readings)
				expect(
					parts.some((part) => part.includes(reading)),
					reading,
				).toBe(true);
		}
	});

	it("refers only to files, stories, utterances and entities that it names", () => {
		const names = new Set(gold.entities.map(({ name }) => name));
		const speakers = Object.values(gold.files).flatMap(({ quotations }) =>
			quotations.flatMap(({ speaker, carriers }) => [...(speaker ? [speaker] : []), ...carriers]),
		);
		for (const name of speakers) expect(names).toContain(name);
		const named = [
			...[...gold.copies, ...gold.stories].flatMap((group) => group.files),
			...[...gold.passages.none, ...gold.lines.together, ...gold.lines.apart].flat(),
			...gold.facts.flatMap(({ silent }) => silent),
			...gold.lineage.edges.flatMap(({ from, to }) => [
				from,
				...to.flatMap((target) => ("file" in target ? [target.file] : [])),
			]),
		];
		for (const file of named) expect(files).toContain(file);
		expect(gold.stories.flatMap((story) => story.files).sort()).toEqual([...files].sort());
		const stories = gold.stories.map(({ id }) => id);
		for (const id of gold.threads.flat()) expect(stories).toContain(id);
	});

	it("gives each report of a fact's story a state or a silence, never both", () => {
		for (const { id, states, silent } of gold.facts) {
			for (const { file } of states) expect(silent, `${id}: ${file}`).not.toContain(file);
			const storyFiles = gold.stories.find((story) => states.every(({ file }) => story.files.includes(file)));
			expect(storyFiles, id).toBeDefined();
		}
	});
});
