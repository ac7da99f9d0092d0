import type { Article, Block } from "../../../model/article.ts";
import type { Span } from "../../../model/span.ts";
import { compareSpans } from "../../../text/compare.ts";
import { overlaps } from "../../../text/spans.ts";
import { countOf } from "../../view/count-words.ts";
import { describeDate } from "../../view/date-words.ts";
import { firstWords, heading, type Sheet, set } from "../page.ts";
import { blank, type Line, type Run, run, type Tone, tied } from "../runs.ts";

/** A stretch of the text as it is shown. */
interface Stretch extends Span {
	/** Why it was dropped, with the rule; null where it was kept. */
	readonly why: string | null;
	readonly tone: Tone;
	/** Set before the words. */
	readonly sign: string;
	/** What it is, where it is no plain paragraph. */
	readonly label: string | null;
}

/** Stretches of one reason in a row that are shown; and the rows of the page that a dropped one may take. */
const ROW_SHOWN = 3;
const CUT_ROWS = 2;

/**
 * The text from its first character to its last: what was kept as it stands, what was dropped greyed
 * with the reason under it. Beside each stretch stands the offset it starts at.
 *
 * @param whole shows every dropped stretch and all of it
 */
export function setText(sheet: Sheet, article: Article, whole: boolean): Line[] {
	const stretches = findStretches(article);
	const columns = String(article.text.length).length;
	const lines = heading(sheet, "Text");
	for (let at = 0; at < stretches.length; ) {
		const stretch = stretches[at];
		if (!stretch) break;
		if (stretch.why === null) {
			lines.push(...setKept(sheet, article.text, stretch, columns));
			at++;
			continue;
		}
		let end = at + 1;
		while (end < stretches.length && stretches[end]?.why === stretch.why) end++;
		lines.push(...setCut(sheet, article.text, stretches.slice(at, end), columns, whole));
		at = end;
	}
	return lines;
}

function findStretches(article: Article): Stretch[] {
	const { headline, byline, dateline, blocks, dropped, posts } = article;
	const labelled = (span: Span | null | undefined, label: string, tone: Tone): Stretch[] =>
		span ? [{ start: span.start, end: span.end, why: null, tone, sign: "", label }] : [];
	const apart = [
		...labelled(headline?.span, "headline", "strong"),
		...labelled(byline?.span, "byline", "plain"),
		...labelled(dateline?.span, "dateline", "plain"),
	];
	const cut = dropped.map(
		({ start, end, rule, reason }): Stretch => ({
			start,
			end,
			why: `${reason} (${rule})`,
			tone: "dim",
			sign: "",
			label: null,
		}),
	);
	const body = blocks
		.filter((block) => !apart.some((span) => overlaps(span, block)))
		.map((block): Stretch => {
			const post = posts.find(({ start, end }) => start <= block.start && block.start < end);
			const first = post && blocks.find(({ start }) => start >= post.start) === block;
			const when = first ? (describeDate(post.published) ?? "undated") : null;
			return {
				start: block.start,
				end: block.end,
				why: null,
				tone: block.kind === "heading" ? "strong" : "plain",
				sign: signOf(block, article.text),
				label: when === null ? null : `post, ${when}`,
			};
		});
	const shown = cut.filter((span) => !apart.some((one) => overlaps(one, span)));
	return [...apart, ...shown, ...body].sort(compareSpans);
}

function signOf({ kind, start }: Block, text: string): string {
	if (kind === "quote") return "> ";
	return kind === "item" && !/^[\p{P}\p{S}\d]/u.test(text.slice(start, start + 2)) ? "- " : "";
}

function setKept(sheet: Sheet, text: string, stretch: Stretch, columns: number): Line[] {
	const words = text.slice(stretch.start, stretch.end).replaceAll("\t", ` ${sheet.marks.kept} `);
	const label = stretch.label === null ? [] : [run(stretch.label, "settled")];
	const first = gutter(stretch.start, columns, sheet.marks.kept);
	const lines = set(sheet, [run(`${stretch.sign}${words}`, stretch.tone)], { indent: 0, first, aside: label });
	return lines.map((line, row) => (row === 0 ? line : behind(line, columns, sheet.marks.kept)));
}

/** Dropped stretches of one reason: the first few, how many more, and the reason once. */
function setCut(sheet: Sheet, text: string, group: readonly Stretch[], columns: number, whole: boolean): Line[] {
	const shown = whole || group.length <= ROW_SHOWN + 1 ? group : group.slice(0, ROW_SHOWN);
	const room = (sheet.width - columns - 3) * CUT_ROWS;
	const under = { indent: columns + 3, hanging: columns + 5 };
	const lines: Line[] = [];
	for (const { start, end } of shown) {
		const words = text.slice(start, end);
		const seen = whole ? words : firstWords(sheet, words, room);
		lines.push(
			...set(sheet, [run(seen, "dim")], { indent: 0, first: gutter(start, columns, sheet.marks.cut, "doubt") }),
		);
	}
	const rest = group.slice(shown.length);
	if (rest.length > 0) {
		const size = rest.reduce((sum, { start, end }) => sum + end - start, 0);
		const words = `and ${countOf(rest.length, "more stretch", "more stretches")}, ${countOf(size, "character")} (--whole shows them)`;
		lines.push(...set(sheet, [run(words, "dim")], under));
	}
	const why = group[0]?.why ?? "";
	lines.push(...set(sheet, [run(`dropped: ${why}`, "doubt")], under));
	return lines;
}

function gutter(offset: number, columns: number, mark: string, tone: Tone = "dim"): Run[] {
	const label = tied(String(offset), "dim");
	return [blank(columns - label.text.length), label, blank(1), run(mark, tone), blank(1)];
}

/** A line's continuation, with the mark where its gutter is. */
function behind(line: Line, columns: number, mark: string): Line {
	const [hanging, ...rest] = line;
	const width = columns + 3;
	if (!hanging || hanging.text.length < width) return line;
	return [blank(columns + 1), run(mark, "dim"), blank(1), blank(hanging.text.length - width), ...rest];
}
