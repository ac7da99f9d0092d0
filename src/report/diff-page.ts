import type { CollationRecord } from "../model/record.ts";
import type { ArticleRef, FactChange, RecordDiff, StoryChange, UtteranceChange } from "../model/record-diff.ts";
import { chooseMarks } from "./terminal/marks.ts";
import {
	anchors,
	firstWords,
	heading,
	INDENT,
	more,
	type Page,
	quoted,
	separate,
	set,
	sigla,
} from "./terminal/page.ts";
import { blank, type Line, paintLine, type Run, run, type Tone } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";
import { trimStop } from "./view/fact-words.ts";
import { groupBy } from "./view/group-by.ts";
import { indexRecord } from "./view/record-index.ts";
import { nameTie } from "./view/tie-words.ts";

/** A page with the names of reports that the later record has no siglum for. */
interface DiffPage extends Page {
	readonly gone: ReadonlyMap<string, string>;
}

/** Changes of one kind that are printed, and columns of words. */
const SHOWN = 24;
const LONGEST = 110;
const READINGS_SHOWN = 6;

const SIGNS: Readonly<Record<"added" | "removed" | "changed", { readonly sign: string; readonly tone: Tone }>> = {
	added: { sign: "+", tone: "settled" },
	removed: { sign: "-", tone: "alarm" },
	changed: { sign: "~", tone: "doubt" },
};

/**
 * What a later record says otherwise, as a page to read: which reports came and went, what is newly in conflict, what
 * was said besides, which facts changed, who draws on whom now. Sigla are the later record's. Ends with a line feed.
 */
export function printDiff(diff: RecordDiff, later: CollationRecord, style: TerminalStyle): string {
	const { removed, versions, moved } = diff.articles;
	const page: DiffPage = {
		gone: new Map(
			[...removed, ...[...versions, ...moved].map(({ from }) => from)].map(({ id, outlet }) => [id, outlet]),
		),
		index: indexRecord(later),
		marks: chooseMarks(style.unicode),
		width: sheetWidth(style),
	};
	const opposed = diff.facts.filter(isOpposed);
	const told = diff.facts.filter((fact) => !isOpposed(fact) && !isToldElsewhere(fact));
	const lines = [
		...setSummary(page, diff),
		...setReports(page, diff.articles),
		...section(page, "Stories", diff.stories, (story) => setStory(page, story)),
		...section(page, "In conflict or contested", opposed, (fact) => setFact(page, fact)),
		...section(page, "What was said", diff.utterances, (utterance) => setUtterance(page, utterance)),
		...section(page, "Facts", [...told.filter(hasMoved), ...told.filter((fact) => !hasMoved(fact))], (fact) =>
			setFact(page, fact),
		),
		...section(page, "Who speaks", diff.speakers, ({ article, words, from, to }) => [
			...set(
				page,
				[
					...quoted(page, firstWords(page, words, LONGEST)),
					run(": "),
					run(from ?? "not resolved", "dim"),
					run(` ${arrow(page)} `, "dim"),
					run(to ?? "not resolved", "strong"),
				],
				{ first: sign("changed"), aside: sigla(page, [article]) },
			),
		]),
		...section(page, "How the text travelled", diff.lineage, ({ change, from, to, kind, directed }) => {
			const tie = ` ${directed ? page.marks.drawsOn : page.marks.shares} `;
			const words = `  ${nameTie({ kind, directed })}`;
			return set(page, [run(from), run(tie, "dim"), run(to), run(words, "dim")], { first: sign(change) });
		}),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function setSummary(page: DiffPage, { articles, from, to, ...lists }: RecordDiff): Line[] {
	const { added, removed, versions, moved } = articles;
	const parts = [
		...(added.length > 0 ? [`${countOf(added.length, "report")} more`] : []),
		...(removed.length > 0 ? [`${countOf(removed.length, "report")} fewer`] : []),
		...(versions.length > 0 ? [`${countOf(versions.length, "report")} in another version`] : []),
	];
	const findings = [lists.stories, lists.utterances, lists.facts, lists.speakers, lists.lineage];
	const changes = findings.reduce((sum, list) => sum + list.length, 0);
	if (moved.length > 0 && parts.length > 0) parts.push(`${countOf(moved.length, "report")} from another place`);
	const same = moved.length > 0 ? "the same reports, read from another place" : "the same reports";
	const what = parts.length > 0 ? parts.join(", ") : same;
	const total = changes === 0 ? "no finding changed" : `${countOf(changes, "finding")} changed`;
	const versionsOf = from.version === to.version ? "" : `, stemma ${from.version} and ${to.version}`;
	return set(page, [run(`${what}: ${total}`, "strong"), run(versionsOf, "dim")], { indent: 0 });
}

function setReports(page: DiffPage, { added, removed, versions }: RecordDiff["articles"]): Line[] {
	const all = [
		...added.map((ref) => ({ change: "added" as const, ref })),
		...versions.map(({ to }) => ({ change: "changed" as const, ref: to })),
		...removed.map((ref) => ({ change: "removed" as const, ref })),
	];
	return section(page, "Reports", all, ({ change, ref }) =>
		set(page, describeArticle(ref), {
			first: sign(change),
			aside: change === "removed" ? [] : sigla(page, [ref.id]),
		}),
	);
}

function describeArticle({ outlet, headline }: ArticleRef): Run[] {
	return [run(outlet, "strong"), ...(headline === null ? [] : [run(`: ${headline}`)])];
}

function setStory(page: DiffPage, { change, title, formerTitle, joined, left, lines }: StoryChange): Line[] {
	const runs: Run[] = [run(title, "strong")];
	if (formerTitle !== null) runs.push(run(`, before: ${formerTitle}`, "dim"));
	const about: Run[][] = [];
	if (joined.length > 0) about.push([run("with "), ...sigla(page, joined)]);
	if (left.length > 0) about.push([run("without "), ...nameReports(page, left)]);
	if (lines[0] !== lines[1]) about.push([run(`${lines[0]} > ${lines[1]} independent lines`.replace(">", arrow(page)))]);
	return [...set(page, runs, { first: sign(change) }), ...set(page, separate(about, "; "), { indent: INDENT + 2 })];
}

function setUtterance(page: DiffPage, utterance: UtteranceChange): Line[] {
	const { change, speaker, words, joined, left, readings } = utterance;
	const runs: Run[] = [];
	if (speaker !== null) runs.push(run(`${speaker}: `));
	runs.push(run(firstWords(page, words, LONGEST)));
	const lines = set(page, runs, { first: sign(change), aside: sigla(page, joined) });
	if (change === "changed" && left.length > 0)
		lines.push(...set(page, [run("no longer in ", "dim"), ...nameReports(page, left)], { indent: INDENT + 2 }));
	for (const { kind, text } of readings.slice(0, READINGS_SHOWN))
		lines.push(
			...set(page, [run(`${page.marks.notable} ${kind} `, "alarm"), run(firstWords(page, text, LONGEST), "strong")], {
				indent: INDENT + 2,
			}),
		);
	return [...lines, ...more(page, readings.length - READINGS_SHOWN, INDENT + 2)];
}

function isOpposed({ relation }: FactChange): boolean {
	return relation[0] !== relation[1] && relation.some((one) => one === "conflict" || one === "contested");
}

/** Words are told as what was said, and one name more for somebody is told only where it is another form. */
function isToldElsewhere(fact: FactChange): boolean {
	return fact.type === "attribution" || (fact.type === "name" && !hasMoved(fact));
}

function hasMoved({ relation }: FactChange): boolean {
	return relation[0] !== null && relation[1] !== null && relation[0] !== relation[1];
}

function setFact(page: DiffPage, { change, title, relation, joined, left }: FactChange): Line[] {
	const [from, to] = relation;
	const moved = from !== null && to !== null && from !== to ? `${from} ${arrow(page)} ${to}` : (to ?? from ?? "");
	const tone: Tone = to === "conflict" || to === "contested" ? "alarm" : "dim";
	const lines = set(page, [run(moved, tone), run("  "), run(firstWords(page, title, 2 * LONGEST))], {
		first: sign(change),
	});
	const setStates = (states: FactChange["joined"], verb: (count: number) => string): Line[] =>
		[...groupBy(states, ({ value }) => trimStop(value))].slice(0, SHOWN).flatMap(([value, alike]) =>
			set(
				page,
				[
					...nameReports(
						page,
						alike.map(({ article }) => article),
					),
					run(` ${verb(new Set(alike.map(({ article }) => article)).size)} `, "dim"),
					run(firstWords(page, value, LONGEST)),
				],
				{
					indent: INDENT + 2,
					hanging: INDENT + 4,
					aside: anchors(
						page,
						alike
							.filter(({ article }) => !page.gone.has(article))
							.flatMap(({ article, spans }) => spans.map((span) => ({ ...span, article }))),
						2,
					),
				},
			),
		);
	if (change === "removed") return lines;
	return [
		...lines,
		...setStates(joined, (count) => (count > 1 ? "state" : "states")),
		...setStates(left, (count) => (count > 1 ? "no longer state" : "no longer states")),
	];
}

function section<T>(page: DiffPage, title: string, items: readonly T[], setItem: (item: T) => Line[]): Line[] {
	if (items.length === 0) return [];
	const hidden = items.length - SHOWN;
	const count = hidden > 0 ? ` (${groupDigits(items.length)})` : "";
	return [...heading(page, title + count), ...items.slice(0, SHOWN).flatMap(setItem), ...more(page, hidden)];
}

function sign(change: keyof typeof SIGNS): Run[] {
	const { sign: text, tone } = SIGNS[change];
	return [run(text, tone), blank(1)];
}

function arrow({ marks }: Page): string {
	return marks.drawsOn === "←" ? "→" : "->";
}

/** Sigla of the later record, and the names of reports that it has not. */
function nameReports(page: DiffPage, articles: readonly string[]): Run[] {
	const here = articles.filter((article) => !page.gone.has(article));
	const names = [...new Set(articles.flatMap((article) => page.gone.get(article) ?? []))];
	return separate([...(here.length > 0 ? [sigla(page, here)] : []), ...names.map((name) => [run(name)])], ", ");
}
