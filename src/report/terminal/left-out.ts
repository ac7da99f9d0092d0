import type { Story } from "../../model/record.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOmissions, type LeftOut } from "../view/left-out.ts";
import { nameOf } from "../view/record-index.ts";
import { groupWordings } from "../view/wordings.ts";
import { ASIDE_GAP, lineWidth } from "./flow.ts";
import { firstWords, heading, INDENT, more, type Page, quoted, set, sigla, siglumColumns } from "./page.ts";
import { blank, type Line, type Run, run } from "./runs.ts";
import type { UtteranceNumbers } from "./utterances.ts";

const SHOWN = 8;
const REPORTS_SHOWN = 26;
/** Columns of a text's first words that tell anything. */
const SHORTEST = 20;

/** Per report, what most of the others carry and it leaves out. Silence is shown as silence, not as denial. */
export function setLeftOut(page: Page, story: Story, numbers: UtteranceNumbers): Line[] {
	const omissions = findOmissions(page.index, story);
	if (omissions.length === 0) return [];
	const lines = heading(page, "Left out");
	const columns =
		siglumColumns(
			page,
			omissions.map(({ article }) => article),
		) + 2;
	for (const { article, items } of omissions.slice(0, REPORTS_SHOWN)) {
		for (const [at, item] of items.slice(0, SHOWN).entries()) {
			const names = sigla(page, at === 0 ? [article] : []);
			const used = names.reduce((sum, { text }) => sum + text.length, 0);
			const first = [...names, blank(columns - used)];
			const aside = [run("in ", "dim"), ...sigla(page, item.carriedBy)];
			const room = page.width - INDENT - columns - lineWidth(aside) - ASIDE_GAP;
			lines.push(...set(page, describeItem(page, item, numbers, room), { first, aside }));
		}
		lines.push(...more(page, items.length - SHOWN, INDENT + columns));
	}
	lines.push(...more(page, omissions.length - REPORTS_SHOWN));
	return lines;
}

/** What is left out, in one line of `room` columns where it can be. */
function describeItem(page: Page, { item }: LeftOut, numbers: UtteranceNumbers, room: number): Run[] {
	if (item.kind === "fact") {
		const most = Math.max(SHORTEST, room);
		return [run(firstWords(page, titleOfFact(page.index, item.fact, most), most))];
	}
	const { utterance } = item;
	const number = numbers.get(utterance.id);
	const base = groupWordings(page.index, utterance)[0]?.base;
	const speaker = utterance.speaker === null ? [] : [run(`${nameOf(page.index, utterance.speaker)}: `)];
	const reference = number === undefined ? [] : [run(` (no. ${number})`, "dim")];
	const left = room - lineWidth(speaker) - lineWidth(reference) - 2;
	const text = firstWords(page, base?.text ?? "", Math.max(SHORTEST, left));
	return [...speaker, ...(base?.marked ? quoted(page, text) : [run(text)]), ...reference];
}
