import type { VersionDifference, VersionDifferenceKind } from "../../model/record.ts";
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
		const what = describeDifferences(change.differences);
		const places = change.differences.flatMap(({ kind, from, to }) =>
			kind === "typography" ? [] : (to ?? from ?? []),
		);
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

/** What was changed, the gravest first: "2 numbers and 1 name changed; 3 sentences added, 1 taken out". */
export function describeDifferences(differences: readonly VersionDifference[]): string {
	const count = (kind: VersionDifferenceKind): number => differences.filter((one) => one.kind === kind).length;
	const changed = CHANGED.flatMap(([kind, one, many]) => {
		const number = count(kind);
		return number > 0 ? [countOf(number, one, many)] : [];
	});
	const sentences = [
		...(count("added") > 0 ? [`${countOf(count("added"), "sentence", "sentences")} added`] : []),
		...(count("removed") > 0 ? [`${countOf(count("removed"), "sentence", "sentences")} taken out`] : []),
	];
	const parts = [...(changed.length > 0 ? [`${changed.join(", ")} changed`] : []), ...sentences];
	return parts.length > 0 ? parts.join("; ") : "only typography differs";
}

const CHANGED: readonly (readonly [VersionDifferenceKind, string, string])[] = [
	["quotation", "quotation", "quotations"],
	["number", "number", "numbers"],
	["name", "name", "names"],
	["wording", "wording", "wordings"],
];
