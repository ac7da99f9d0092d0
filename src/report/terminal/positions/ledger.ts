import type { PositionLedger } from "../../../model/position-listing.ts";
import type { Position } from "../../../model/record.ts";
import { countOf } from "../../view/count-words.ts";
import { nameOf } from "../../view/record-index.ts";
import { anchors, BLANK, more, type Page, set } from "../page.ts";
import { type Line, run } from "../runs.ts";
import { setEntry } from "./entry.ts";
import { setTimeline } from "./timeline.ts";

const ENTRIES_SHOWN = 100;
const LONGEST = 320;

/** A ledger by day: who is spoken for, a timeline where days differ, the entries, and those without a day apart. */
export function setLedger(page: Page, ledger: PositionLedger, byId: ReadonlyMap<string, Position>): Line[] {
	const all = ledger.positions.flatMap((id) => byId.get(id) ?? []);
	const sure = all.filter(({ reports }) => reports.some((report) => report.sure));
	const dated = sure.filter(({ when }) => when.earliest !== null && when.latest !== null);
	const undated = sure.filter((position) => !dated.includes(position));
	const changed = new Map(ledger.changes.map(({ from, to }) => [to, byId.get(from)]));
	const lines = [...setBehalf(page, ledger, sure), ...setTimeline(page, dated)];
	const shown = dated.slice(0, ENTRIES_SHOWN);
	for (const position of shown)
		lines.push(
			...setEntry(page, position, {
				holder: ledger.holder,
				before: changed.get(position.id) ?? null,
				byId,
				longest: LONGEST,
			}),
		);
	lines.push(...more(page, dated.length - shown.length));
	if (undated.length > 0 && dated.length > 0)
		lines.push(BLANK, ...set(page, [run("On no known day, so that they prove no change", "strong")]));
	for (const position of undated.slice(0, ENTRIES_SHOWN))
		lines.push(...setEntry(page, position, { holder: ledger.holder, before: null, byId, longest: LONGEST }));
	lines.push(...more(page, undated.length - ENTRIES_SHOWN));
	const unsure = all.length - sure.length;
	if (unsure > 0)
		lines.push(BLANK, ...set(page, [run(`${countOf(unsure, "unsure reading")} not shown (--json has all)`, "dim")]));
	return lines[0] === BLANK ? lines.slice(1) : lines;
}

/** For whom the holder speaks, or who speaks for it, with the words that say so. */
function setBehalf(page: Page, { holder }: PositionLedger, positions: readonly Position[]): Line[] {
	const lines: Line[] = [];
	const told = new Set<string>();
	for (const { speaker, behalf } of positions) {
		for (const { entity, reason, evidence } of behalf) {
			const forHolder = entity === holder && speaker !== holder;
			if (!forHolder && speaker !== holder) continue;
			const key = `${speaker} ${entity}`;
			if (told.has(key) || speaker === entity) continue;
			told.add(key);
			const who = forHolder ? `${nameOf(page.index, speaker)} for it` : `for ${nameOf(page.index, entity)}`;
			lines.push(...set(page, [run(`${who}: ${reason}`, "dim")], { aside: anchors(page, evidence, 1) }));
		}
	}
	return lines.length === 0 ? [] : [...lines.slice(0, 8)];
}
