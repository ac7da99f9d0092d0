import type { Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { showCut, tellCut } from "../view/cut-clauses.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOmissions, type LeftOut, type Omissions } from "../view/left-out.ts";
import { groupByItem, groupByReport } from "../view/omission-groups.ts";
import { nameOf, reportsOf } from "../view/record-index.ts";
import { CUT } from "../view/shorten.ts";
import { shortenAround } from "../view/shorten-around.ts";
import { groupWordings } from "../view/wordings.ts";
import { ASIDE_GAP, lineWidth } from "./flow.ts";
import { firstWords, heading, INDENT, more, type Page, quoted, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run } from "./runs.ts";
import type { UtteranceNumbers } from "./utterances.ts";

const SHOWN = 8;
const REPORTS_SHOWN = 26;
/** Columns of a text's first words that tell anything. */
const SHORTEST = 20;

/** Columns of a clause, which tells what was cut off: it may take a second line. */
const LEAST_OF_CLAUSE = 70;

/** Columns of the ellipses at both ends of a cut. */
const ELLIPSES = 4;

/** Of more reports it is said per thing who leaves it out, and not per report what. */
const MANY = 12;

/** What most of the others carry and a report leaves out. Silence is shown as silence, not as denial. */
export function setLeftOut(page: Page, story: Story, numbers: UtteranceNumbers): Line[] {
	const omissions = findOmissions(page.index, story);
	if (omissions.length === 0) return [];
	const lines = heading(page, "Left out");
	if (reportsOf(page.index, story).length > MANY) return [...lines, ...setByItem(page, story, omissions, numbers)];
	const groups = groupByReport(story, omissions);
	const columns = Math.max(...groups.map(({ articles }) => lineWidth(sigla(page, articles)))) + 2;
	for (const { articles, items } of groups.slice(0, REPORTS_SHOWN)) {
		for (const [at, item] of items.slice(0, SHOWN).entries()) {
			const names = sigla(page, at === 0 ? articles : []);
			const first = [...names, blank(columns - lineWidth(names))];
			const aside = [run("in ", "dim"), ...sigla(page, item.carriedBy)];
			const room = page.width - INDENT - columns - lineWidth(aside) - ASIDE_GAP;
			lines.push(...set(page, describeItem(page, item, numbers, room), { first, aside }));
		}
		lines.push(...more(page, items.length - SHOWN, INDENT + columns));
	}
	return [...lines, ...more(page, groups.length - REPORTS_SHOWN)];
}

function setByItem(page: Page, story: Story, omissions: readonly Omissions[], numbers: UtteranceNumbers): Line[] {
	const items = groupByItem(story, omissions);
	const lines = items.slice(0, REPORTS_SHOWN).flatMap(({ leftOut, articles, lines: whole }) => {
		const count = `${countOf(articles.length, "report")}${whole === 0 ? "" : `, among them ${countOf(whole, "whole line")}`}`;
		const who = [run("not in ", "dim"), ...sigla(page, articles), run(` (${count})`, "dim")];
		return [
			...set(page, describeItem(page, leftOut, numbers, page.width - INDENT), { hanging: INDENT + 2 }),
			...set(page, who, { indent: INDENT + 2 }),
		];
	});
	return [...lines, ...more(page, items.length - REPORTS_SHOWN)];
}

/** What is left out, in one line of `room` columns where it can be. */
function describeItem(page: Page, { item }: LeftOut, numbers: UtteranceNumbers, room: number): Run[] {
	if (item.kind === "fact") {
		const most = Math.max(SHORTEST, room);
		return [run(firstWords(page, titleOfFact(page.index, item.fact, most), most))];
	}
	const { utterance } = item;
	const number = numbers.get(utterance.id);
	const reference = number === undefined ? [] : [run(` (no. ${number})`, "dim")];
	const name = utterance.speaker === null ? null : nameOf(page.index, utterance.speaker);
	if (item.kind === "clause") {
		const lead = [run(`${name === null ? "" : `${name}, `}${tellCut(item.cut)} `)];
		const rest = Math.max(LEAST_OF_CLAUSE, room - lineWidth(lead) - lineWidth(reference) - 2);
		return [...lead, ...quoted(page, firstWords(page, showCut(item.cut.text), rest)), ...reference];
	}
	const [base, ...others] = groupWordings(page.index, utterance).map((group) => group.base);
	const speaker = name === null ? [] : [run(`${name}: `)];
	const left = room - lineWidth(speaker) - lineWidth(reference) - 2;
	const most = Math.max(SHORTEST, left);
	const words = shortenAround(
		base?.text ?? "",
		others.map(({ text }) => text),
		most - ELLIPSES,
	);
	// A cut that begins at the start may take all the room there is.
	const text = firstWords(page, words.startsWith(CUT) ? words : (base?.text ?? ""), most);
	return [...speaker, ...(base?.marked ? quoted(page, text) : [run(text)]), ...reference];
}
