import type { FoundDate } from "../../../src/model/annotation.ts";
import type { AnchorKind, DateCase, GoldDate } from "./cases.ts";

/** `wide`: bounds that hold the right ones inside and more; `null`: none, where there are some. */
export type Verdict = "right" | "wide" | "null" | "wrong";

/** What became of one case. */
export interface CaseResult {
	readonly gold: number;
	readonly found: number;
	/** Gold dates found with just their words. */
	readonly spans: number;
	readonly verdicts: readonly Verdict[];
	/** Dates that are none, or stand on other words, and yet have bounds. */
	readonly stray: number;
	/** Of the right ones whose anchor the case asks for: how many, and how many name it. */
	readonly asked: number;
	readonly anchored: number;
	/** For a reader: each date that went wrong, and how. */
	readonly notes: readonly string[];
}

/** How a reason names each kind of anchor. */
const NAMES: Readonly<Record<AnchorKind, RegExp>> = {
	published: /\bpublished \d/,
	dateline: /\bdateline\b/,
	text: /“[^”]+” \(/,
	event: /\bthe day of “/,
	said: /\bsaid\b/,
};

/** Compares the dates found in a case's text with its gold. */
export function compareCase(one: DateCase, found: readonly FoundDate[]): CaseResult {
	const notes: string[] = [];
	const verdicts: Verdict[] = [];
	let spans = 0;
	let asked = 0;
	let anchored = 0;
	const met = new Set<FoundDate>();
	for (const gold of one.gold) {
		const same = found.find(({ start, end }) => start === gold.start && end === gold.end);
		if (!same) {
			const other = found.filter(({ start, end }) => start < gold.end && gold.start < end);
			notes.push(`“${gold.exact}” ${other.length ? `found as ${other.map(say).join(", ")}` : "not found"}`);
			continue;
		}
		met.add(same);
		spans++;
		const verdict = judge(gold, same);
		verdicts.push(verdict);
		if (verdict !== "right") notes.push(`${verdict}: ${say(same)}, not ${sayGold(gold)} [${same.date.reason}]`);
		else if (gold.anchor !== null) {
			asked++;
			if (NAMES[gold.anchor].test(same.date.reason)) anchored++;
			else notes.push(`“${gold.exact}” does not name its anchor (${gold.anchor}): ${same.date.reason}`);
		}
	}
	const rest = found.filter((date) => !met.has(date));
	for (const date of rest) {
		if (!one.gold.some(({ start, end }) => start < date.end && date.start < end)) notes.push(`no date: ${say(date)}`);
	}
	const stray = rest.filter(({ date }) => date.earliest !== null || date.latest !== null).length;
	return { gold: one.gold.length, found: found.length, spans, verdicts, stray, asked, anchored, notes };
}

function judge(gold: GoldDate, { date }: FoundDate): Verdict {
	const exact = date.earliest === gold.earliest && date.latest === gold.latest;
	if (exact && date.precision === gold.precision && date.zone === gold.zone) return "right";
	if (date.earliest === null && date.latest === null) return gold.precision === null ? "wrong" : "null";
	if (gold.precision === null || exact) return "wrong";
	const below = date.earliest === null || (gold.earliest !== null && date.earliest <= gold.earliest);
	const above = date.latest === null || (gold.latest !== null && date.latest >= gold.latest);
	return below && above ? "wide" : "wrong";
}

function say({ exact, date }: FoundDate): string {
	return `“${exact}” = ${date.earliest}..${date.latest} ${date.precision}${date.zone ? ` ${date.zone}` : ""}`;
}

function sayGold({ earliest, latest, precision, zone }: GoldDate): string {
	return `${earliest}..${latest} ${precision}${zone ? ` ${zone}` : ""}`;
}
