import type { Position, PositionStance } from "../../../model/record.ts";
import { describeDate } from "../../view/date-words.ts";
import { byDay, describeWord, isSpoken } from "../../view/position-words.ts";
import { nameOf, siglaOf } from "../../view/record-index.ts";
import { POLARITY_WORDS } from "../../view/stance-words.ts";
import { displayWidth } from "../display-width.ts";
import { anchors, BLANK, firstWords, INDENT, type Page, pad, quoted, separate, set, sigla } from "../page.ts";
import { type Line, type Run, run } from "../runs.ts";

const DATE_COLUMNS = 18;
/** On pages narrower than this the day stands on a line of its own. */
const LEAST_BESIDE = 60;

/** The words for a side, and how it is shown. */
const STANCES: Readonly<Record<PositionStance, Run>> = {
	supports: run("supports", "settled"),
	opposes: run("opposes", "alarm"),
	demands: run("demands", "doubt"),
	warns: run("warns", "doubt"),
	denies: run("denies", "doubt"),
};

/** What an entry is set with beside its position. */
export interface EntrySetting {
	/** Whose ledger it stands in. */
	readonly holder: string;
	/** The position that it changes; null when it changes none. */
	readonly before: Position | null;
	/** The positions of the ledger. */
	readonly byId: ReadonlyMap<string, Position>;
	/** Columns of its words. */
	readonly longest: number;
}

/** A position: its day, side and words, who reports it, and what it changes or goes against. */
export function setEntry(page: Page, position: Position, { holder, before, byId, longest }: EntrySetting): Line[] {
	const day = describeDate(byDay(position.when)) ?? "undated";
	const beside = page.width >= LEAST_BESIDE && displayWidth(day) < DATE_COLUMNS;
	const indent = page.width >= LEAST_BESIDE ? INDENT + DATE_COLUMNS : INDENT + 2;
	const words = firstWords(page, position.exact, longest);
	const spoken = position.kind === "statement" && isSpoken(position);
	const side = position.stance === null ? [] : [STANCES[position.stance], run(": ")];
	const polarity =
		position.polarity === "said" || position.stance === "denies"
			? []
			: [run(`(${POLARITY_WORDS[position.polarity]}) `, "alarm")];
	const body = [...side, ...polarity, ...(spoken ? quoted(page, words) : [run(words)])];
	const places = position.spans.map((span) => ({ ...span, article: position.article }));
	const lines = [
		BLANK,
		...(beside ? [] : set(page, [run(day, "dim")])),
		...set(page, body, {
			...(beside ? { first: pad(day, DATE_COLUMNS, "dim") } : { indent }),
			aside: anchors(page, places, 1),
		}),
		...setWho(page, holder, position, indent),
	];
	if (before) {
		const when = describeDate(byDay(before.when)) ?? "";
		const note = `${page.marks.notable} a change: ${before.stance ?? ""} on ${when}, ${position.stance ?? ""} on ${day}`;
		lines.push(...set(page, [run(note, "alarm")], { indent }));
	}
	if (position.differs.length > 0) {
		const others = position.differs.flatMap((id) => byId.get(id)?.reports.map(({ article }) => article) ?? []);
		const where = siglaOf(page.index, others).join(" ");
		const note = `${page.marks.notable} reports of these days differ${where === "" ? "" : `: the other side in ${where}`}; no change is read from them`;
		lines.push(...set(page, [run(note, "doubt")], { indent }));
	} else if (position.stance === null && position.stanceEvidence.length > 0) {
		lines.push(...set(page, [run(`${page.marks.notable} ${position.stanceReason}`, "doubt")], { indent }));
	}
	return lines;
}

/** Who reports it and on whose word, who speaks where that is not the holder, and by which words it takes its side. */
function setWho(page: Page, holder: string, position: Position, indent: number): Line[] {
	const { reports, speaker, act, stance, stanceReason } = position;
	const parts: Run[][] = [sigla(page, new Set(reports.map(({ article }) => article)))];
	if (speaker !== holder) parts.push([run(nameOf(page.index, speaker), "dim")]);
	if (act !== null) parts.push([run(describeWord(page.index, position), "dim")]);
	const carriers = [...new Set(reports.flatMap((report) => report.carriers))].map((id) => nameOf(page.index, id));
	if (carriers.length > 0) parts.push([run(`via ${carriers.join(", ")}`, "dim")]);
	if (stance !== null) parts.push([run(`by ${stanceReason}`, "dim")]);
	// One report and nothing more to say of it: the place of the words names it.
	if (parts.length === 1 && new Set(reports.map(({ article }) => article)).size === 1) return [];
	return set(page, separate(parts, "; ", "dim"), { indent });
}
