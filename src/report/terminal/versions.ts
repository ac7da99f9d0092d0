import { countOf } from "../view/count-words.ts";
import { siglumOf } from "../view/record-index.ts";
import { anchors, heading, INDENT, more, type Page, set } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 12;

/** Later texts of one source: what was taken out and what came in. */
export function setVersions(page: Page): Line[] {
	const changes = page.index.record.versions.flatMap((group) => group.changes);
	if (changes.length === 0) return [];
	const lines = heading(page, "Versions");
	for (const change of changes.slice(0, SHOWN)) {
		const from = run(siglumOf(page.index, change.from), "siglum");
		const to = run(siglumOf(page.index, change.to), "siglum");
		const what = `${countOf(change.removed.length, "stretch", "stretches")} taken out, ${change.added.length} added`;
		const places = [...change.removed, ...change.added];
		lines.push(
			...set(page, [to, run(" is a later text of "), from, run(`: ${what}`)], {
				hanging: INDENT + 2,
				aside: anchors(page, places, 3),
			}),
		);
	}
	lines.push(...more(page, changes.length - SHOWN));
	return lines;
}
