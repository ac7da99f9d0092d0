import type { RecordCorrection } from "../../model/correction.ts";
import { anchors, heading, INDENT, more, type Page, set } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 40;

/** A person's decisions: what each did and where, or why it did nothing. */
export function setCorrections(page: Page): Line[] {
	const { corrections } = page.index.record;
	if (corrections.length === 0) return [];
	const lines = heading(page, "Corrections");
	for (const correction of corrections.slice(0, SHOWN)) lines.push(...setCorrection(page, correction));
	lines.push(...more(page, corrections.length - SHOWN));
	return lines;
}

function setCorrection(page: Page, { kind, who, when, why, applied, reason, places }: RecordCorrection): Line[] {
	const what = applied
		? [run(reason)]
		: [run("not applied: ", "alarm"), run(reason), run(` (asked by ${who}: ${why})`, "dim")];
	return set(page, [...what, run(` (${kind}, ${when.slice(0, 10)})`, "dim")], {
		hanging: INDENT + 2,
		aside: anchors(page, places, 3),
	});
}

/** Who made a finding what it is, in a line under it. */
export function setCorrectedBy(page: Page, finding: string, indent: number): Line[] {
	return page.index.record.corrections
		.filter(({ applied, findings }) => applied && findings.includes(finding))
		.flatMap(({ reason }) => set(page, [run(`${page.marks.notable} ${reason}`, "doubt")], { indent }));
}
