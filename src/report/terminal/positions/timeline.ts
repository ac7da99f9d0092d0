import type { StatedDate } from "../../../model/date.ts";
import type { Position } from "../../../model/record.ts";
import { describeDate } from "../../view/date-words.ts";
import { byDay } from "../../view/position-words.ts";
import { displayWidth } from "../display-width.ts";
import { INDENT, type Page, set } from "../page.ts";
import { type Line, type Run, run, tied } from "../runs.ts";

/** Fewer columns than this are no line to read days off. */
const LEAST = 16;
const MOST = 60;

const MS_A_DAY = 86_400_000;

/**
 * The days of a ledger on one line, to scale: + where the side is for, - where against, o where words take none, and
 * ? where positions of one place on the line differ. Nothing where all are of one day.
 */
export function setTimeline(page: Page, positions: readonly Position[]): Line[] {
	const days = positions.flatMap(({ when, stance }) => {
		const day = dayOf(when.earliest);
		return day === null ? [] : [{ day, when, stance }];
	});
	const [first] = days;
	const last = days.reduce((latest, one) => (one.day > (latest?.day ?? one.day) ? one : latest), first);
	if (!first || !last || first.day === last.day) return [];
	const [from, to] = [label(first.when), label(last.when)];
	const columns = Math.min(MOST, page.width - INDENT - displayWidth(from) - displayWidth(to) - 2);
	if (columns < LEAST) return [];
	const cells: string[] = Array.from({ length: columns }, () => page.marks.rule);
	for (const { day, stance } of days) {
		const at = Math.round(((day - first.day) / (last.day - first.day)) * (columns - 1));
		const sign = stance === "supports" ? "+" : stance === "opposes" ? "-" : "o";
		const now = cells[at] ?? "";
		// What takes a side outweighs what takes none.
		if (now === page.marks.rule || now === "o") cells[at] = sign;
		else if (sign !== "o" && now !== sign) cells[at] = "?";
	}
	const line: Run[] = cells.map((cell) => run(cell, TONES[cell] ?? "plain"));
	return set(page, [tied(`${from} `, "dim"), ...line, tied(` ${to}`, "dim")]);
}

const TONES: Readonly<Record<string, Run["tone"]>> = { "+": "settled", "-": "alarm", "?": "doubt" };

/** As far as it is told: a month is no first of its month. */
function label(when: StatedDate): string {
	return describeDate(byDay(when)) ?? "";
}

function dayOf(bound: string | null): number | null {
	const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(bound ?? "");
	return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_A_DAY : null;
}
