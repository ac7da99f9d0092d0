import type { Position } from "../../../model/record.ts";
import { groupBy } from "../../view/group-by.ts";
import { nameOf } from "../../view/record-index.ts";
import { heading, more, type Page, set } from "../page.ts";
import { type Line, run } from "../runs.ts";
import { setEntry } from "./entry.ts";
import { setTimeline } from "./timeline.ts";

const SHOWN = 8;
const ENTRIES_SHOWN = 12;
const LONGEST = 140;

/**
 * Per speaker and matter what they said or did, by day, without readings too unsure to be shown unasked. Only where it
 * stretches over time: positions of one day stand with the utterances. What changes side comes first.
 */
export function setPositions(page: Page): Line[] {
	const sure = page.index.record.positions.filter(({ reports }) => reports.some((report) => report.sure));
	const ledgers = groupBy(sure, ({ speaker, about }) => `${speaker} ${about}`);
	const moved = [...ledgers.values()]
		.filter((ledger) => countDays(ledger) > 1)
		.sort((a, b) => Number(changes(b)) - Number(changes(a)));
	if (moved.length === 0) return [];
	const lines = heading(page, "Positions over time");
	for (const ledger of moved.slice(0, SHOWN)) lines.push(...setMoved(page, ledger));
	lines.push(...more(page, moved.length - SHOWN));
	return lines;
}

function changes(ledger: readonly Position[]): boolean {
	return ledger.some(({ change }) => change !== null);
}

function countDays(ledger: readonly Position[]): number {
	return new Set(ledger.map(({ when }) => when.earliest ?? when.latest).filter((day) => day !== null)).size;
}

function setMoved(page: Page, ledger: readonly Position[]): Line[] {
	const [first] = ledger;
	if (!first) return [];
	const byId = new Map(ledger.map((position) => [position.id, position]));
	const title = `${nameOf(page.index, first.speaker)} on ${nameOf(page.index, first.about)}`;
	const setting = { holder: first.speaker, byId, longest: LONGEST };
	return [
		...set(page, [run(title, "strong")]),
		...setTimeline(page, ledger),
		...ledger.slice(0, ENTRIES_SHOWN).flatMap((position) => {
			const before = byId.get(position.change?.position ?? "") ?? null;
			return setEntry(page, position, { ...setting, before });
		}),
		...more(page, ledger.length - ENTRIES_SHOWN),
	];
}
