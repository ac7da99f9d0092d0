import type { Position } from "../../../model/record.ts";
import { listMovedLedgers } from "../../view/moved-ledgers.ts";
import { nameOf } from "../../view/record-index.ts";
import { heading, more, type Page, set } from "../page.ts";
import { type Line, run } from "../runs.ts";
import { setEntry } from "./entry.ts";
import { setTimeline } from "./timeline.ts";

const SHOWN = 8;
const ENTRIES_SHOWN = 12;
const LONGEST = 140;

/** Per speaker and matter what they said or did, by day, where it stretches over time. */
export function setPositions(page: Page): Line[] {
	const moved = listMovedLedgers(page.index.record);
	if (moved.length === 0) return [];
	const lines = heading(page, "Positions over time");
	for (const ledger of moved.slice(0, SHOWN)) lines.push(...setMoved(page, ledger));
	lines.push(...more(page, moved.length - SHOWN));
	return lines;
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
