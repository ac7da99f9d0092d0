import type { Detail, Measurement } from "./measurement.ts";

/** Figures that others reach, to read ours against; each with its source. */
const ANCHORS: Readonly<{ [key: string]: readonly string[] }> = {
	"body · pages/article-body": [
		"The corpus is the development part (91 pages) of the article-extraction benchmark; published on its whole (181 pages): rs-trafilatura and Zyte 0.970, trafilatura 2.0 0.958, newspaper4k 0.949, Readability.js 0.6 0.947.",
	],
	"stories · ecbplus": ["TF-IDF with single link, its threshold tuned on this corpus: B³ 0.852, pairwise 0.819."],
	"stories · meter": ["TF-IDF with single link, its threshold tuned on this corpus: B³ 0.946, pairwise 0.898."],
	"copies · made copies": [
		"Copies are made at run time from texts of three corpora and held among reports of one event, shared statements, boilerplate and templates; see bench/quality/copies/pairs.ts.",
	],
	"derivation · meter": [
		"Three classes, macro F1 of Clough et al. 2002: 0.664. The thresholds come from other corpora, see docs/decisions/text-reuse.md; nothing learned from this one is shipped.",
	],
	"shootings · shootings dev": [
		"Exact counts of killed and injured, parted by whether the gold is zero. *plain* is the largest number near the word, none found being zero; *plain or one* takes none found for one. Where the gold is zero, reading no number at all is right: there *killed* reaches a shade less than plain (and *injured* more). The gain is where somebody was killed or injured.",
	],
	"examples · examples": [
		"Reports written for this project, with gold written before the code that is scored on it. What is missed is listed.",
	],
	"trace · trace cases": [
		"Cases written for this project before the code that is scored on them: a text, invented reports, and where it must and must not be found; bench/quality/trace/README.md.",
	],
	"trace · trace cases, second set": ["Written with the others and looked at only when these were done."],
	"trace · annotated sets": [
		"Every rendition in marks of the sets of collation, traced in its set: the other renditions of its utterance are to be found, and nothing else. The sets have one speaker say nearly the same on two occasions on purpose, which a reader who traces may want to see and which counts as wrong here.",
	],
	"collation · annotated sets": [
		"Sets of reports of invented events, written for this project with their gold before any code was scored on them; bench/quality/collation/README.md has the rules. Findings of all sets are counted together. Sets that are held back for the end of a round of work are not among them.",
	],
	"collation · utterance sets": [
		"More such sets, annotated for utterances and variants alone, and counted apart: they are denser in fragments, second translations and popular papers than the annotated sets.",
	],
	"collation · further utterance sets": [
		"Stories written after the utterance sets, annotated before any code was scored on them, and counted apart.",
	],
};

/** The text of docs/quality.md. */
export function writeQualityPage(
	measurements: readonly Measurement[],
	floors: Readonly<{
		[key: string]: Readonly<{ [figure: string]: { readonly floor: number; readonly lowered: string | null } }>;
	}>,
): string {
	const lines = [
		"<!-- Written by bench/quality/gate.ts (npm run quality -- --write). Do not edit. -->",
		"# Quality",
		"",
		"What each stage reaches on the corpora it is measured on. Every figure is from one run of the program with one set of parameters; the floor is what the gate holds. Run `npm run quality` to measure again; CONTRIBUTING.md says how a corpus is added and how a floor moves.",
		"",
		"Figures lie between 0 and 1. F1 is the harmonic mean of precision and recall.",
	];
	for (const measured of measurements) {
		const key = `${measured.stage} · ${measured.corpus}`;
		lines.push("", `## ${key}`, "", "| figure | reached | floor |", "|---|---:|---:|");
		for (const [name, value] of Object.entries(measured.figures)) {
			const floor = floors[key]?.[name];
			lines.push(`| ${name} | ${value.toFixed(4)} | ${floor ? floor.floor.toFixed(3) : "–"} |`);
		}
		const lowered = Object.entries(floors[key] ?? {}).filter(([, floor]) => floor.lowered !== null);
		for (const [name, floor] of lowered) lines.push("", `The floor of *${name}* was lowered: ${floor.lowered}`);
		for (const anchor of ANCHORS[key] ?? []) lines.push("", anchor);
		lines.push("", `${Object.keys(measured.items).length} items.`);
		const missed = Object.entries(measured.items).filter(([, value]) => value === 0);
		if (measured.stage === "examples" && missed.length > 0) {
			lines.push("", "Missed:", "", ...missed.map(([id]) => `- ${id}`));
		}
		for (const detail of measured.details?.() ?? []) lines.push(...writeDetail(detail));
	}
	return `${lines.join("\n")}\n`;
}

function writeDetail({ title, before, table, after }: Detail): string[] {
	const lines = ["", `### ${title}`];
	for (const paragraph of before) lines.push("", paragraph);
	if (table) {
		const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
		const rules = table.head.map((_, column) =>
			table.rows.every((cells) => isFigure(cells[column])) ? "---:" : "---",
		);
		lines.push("", row(table.head), `|${rules.join("|")}|`, ...table.rows.map(row));
	}
	for (const paragraph of after) lines.push("", paragraph);
	return lines;
}

function isFigure(cell: string | undefined): boolean {
	return /^(?:[\d.,]+(?: \(\d+%\))?|–)$/.test(cell ?? "");
}
