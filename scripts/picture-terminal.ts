import { writeFileSync } from "node:fs";
import { collateInputs, listArticles, listQuotations, listStories, traceInputs } from "../src/pipeline.ts";
import { printListing } from "../src/report/article-page.ts";
import { printQuotations } from "../src/report/quotations-page.ts";
import { printStories } from "../src/report/stories-page.ts";
import { displayWidth } from "../src/report/terminal/display-width.ts";
import { printRecord } from "../src/report/terminal.ts";
import { printTrace } from "../src/report/trace-page.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";

/**
 * Draws what stemma prints, for the README: `npx tsx scripts/picture-terminal.ts`. docs/terminal.svg is
 * the head of `stemma collate examples`, docs/article.svg is `stemma article` of one report, docs/quotations.svg
 * `stemma quotations` of one, docs/stories.svg the head of `stemma stories examples`, docs/trace.svg that of
 * `stemma trace` of a sentence.
 */

/** Lines of the record that the picture shows. */
const RECORD_LINES = 82;
/** Lines of the stories: to the end of who draws on whom. */
const STORIES_LINES = 106;

/** And of the places of a sentence. */
const TRACE_LINES = 56;

const COLUMNS = 92;
const CELL = 8.4;
const LINE = 19;
const PADDING = 22;

/** Colours of the sixteen that the report uses, on a dark ground. */
const COLOURS: Readonly<{ [code: number]: string }> = {
	30: "#6b7280",
	31: "#f87171",
	32: "#86c58b",
	33: "#e5c07b",
	34: "#7aa2f7",
	35: "#c99ae0",
	36: "#79c0c8",
	37: "#d5d8dd",
	90: "#8a919e",
};

interface Style {
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly colour: string | null;
}

const PLAIN: Style = { bold: false, dim: false, italic: false, underline: false, colour: null };

function applyCode(style: Style, code: number): Style {
	if (code === 0) return PLAIN;
	if (code === 1) return { ...style, bold: true };
	if (code === 2) return { ...style, dim: true };
	if (code === 3) return { ...style, italic: true };
	if (code === 4) return { ...style, underline: true };
	if (code === 22) return { ...style, bold: false, dim: false };
	if (code === 23) return { ...style, italic: false };
	if (code === 24) return { ...style, underline: false };
	if (code === 39) return { ...style, colour: null };
	return { ...style, colour: COLOURS[code] ?? style.colour };
}

function escapeXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function drawLine(line: string, row: number): string {
	const spans: string[] = [];
	let style = PLAIN;
	let column = 0;
	for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
		if (part.startsWith("\u001b[")) {
			for (const code of part.slice(2, -1).split(";")) style = applyCode(style, Number(code));
		} else if (part !== "") {
			const attributes = [
				`x="${(PADDING + column * CELL).toFixed(1)}"`,
				`fill="${style.colour ?? (style.dim ? "#8a919e" : "#e6e8eb")}"`,
				style.bold ? 'font-weight="700"' : "",
				style.italic ? 'font-style="italic"' : "",
				style.underline ? 'text-decoration="underline"' : "",
				`textLength="${(displayWidth(part) * CELL).toFixed(1)}"`,
			];
			if (part.trim() !== "") spans.push(`<tspan ${attributes.filter(Boolean).join(" ")}>${escapeXml(part)}</tspan>`);
			column += displayWidth(part);
		}
	}
	return `<text y="${PADDING + (row + 0.75) * LINE}" xml:space="preserve">${spans.join("")}</text>`;
}

function draw(name: string, command: string, page: string, most: number): void {
	const lines = page.trimEnd().split("\n").slice(0, most);
	const width = Math.round(COLUMNS * CELL + 2 * PADDING);
	const height = lines.length * LINE + 2 * PADDING;
	const svg = [
		"<!-- Drawn by scripts/picture-terminal.ts from the examples. -->",
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What ${escapeXml(command).replaceAll('"', "&quot;")} prints">`,
		`<rect width="${width}" height="${height}" rx="10" fill="#15181d"/>`,
		`<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
		...lines.map(drawLine),
		"</g>",
		"</svg>",
		"",
	].join("\n");
	writeFileSync(new URL(`../docs/${name}.svg`, import.meta.url), svg);
}

const style = { width: COLUMNS, color: true, unicode: true };
const effects = nodeCollateEffects();
draw(
	"terminal",
	"stemma collate examples",
	printRecord(await collateInputs(["examples"], effects), style),
	RECORD_LINES,
);
const report = "examples/09-floodplain-forum.txt";
const page = printListing(await listArticles([report], effects), style, false);
draw("article", `stemma article ${report}`, page, Number.POSITIVE_INFINITY);
const quoting = "examples/05-halyard-news.txt";
const quoted = printQuotations(await listQuotations([quoting], effects), style);
draw("quotations", `stemma quotations ${quoting}`, quoted, Number.POSITIVE_INFINITY);
const stories = printStories(await listStories(["examples"], effects), style);
draw("stories", "stemma stories examples", stories, STORIES_LINES);
const said = "If the inspectorate confirms the readings, the licence will be withdrawn.";
const traced = printTrace(await traceInputs(said, ["examples"], effects), style);
draw("trace", `stemma trace "${said}" examples`, traced, TRACE_LINES);
