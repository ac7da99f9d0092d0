import { compareText } from "../../text/compare.ts";
import { conceptOf } from "../synonyms.ts";
import { type Profile, profileOf } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";

/** Equal words of one speaker, wherever they stand: compared once. */
export interface Wording {
	readonly first: Segment;
	readonly segments: readonly Segment[];
	readonly profile: Profile;
}

/** Below this many wordings, what they share may be the very thing that was said. */
const LEAST_FOR_TOPIC = 12;

/** Folds segments of one speaker, on days that are the same as far as is known, that have the same words. */
export function foldWordings(segments: readonly Segment[]): Wording[] {
	const folded = new Map<string, Segment[]>();
	for (const segment of [...segments].sort(byPlace)) {
		const words = segment.words.map((word) => word.norm).join(" ");
		const key = [segment.reference.key, segment.polarity, keyOfDays(segment), words].join("\n");
		const list = folded.get(key);
		// Two equal sentences of one quotation are said twice.
		if (list && list[list.length - 1]?.quotation !== segment.quotation) list.push(segment);
		else if (list) folded.set(`${key}\n${segment.id}`, [segment]);
		else folded.set(key, [segment]);
	}
	// A wire text carried ten times does not make its own words common.
	const groups = [...folded.values()];
	const counts = new Map<string, number>();
	for (const [first] of groups) {
		for (const stem of new Set(first?.words.map((word) => conceptOf(word.stem))))
			counts.set(stem, (counts.get(stem) ?? 0) + 1);
	}
	const commonness = (stem: string): number =>
		groups.length < LEAST_FOR_TOPIC ? 0 : (counts.get(stem) ?? 0) / groups.length;
	const names = findNames(segments);
	return groups.flatMap((segments) => {
		const [first] = segments;
		return first ? [{ first, segments, profile: profileOf(first, commonness, (stem) => names.has(stem)) }] : [];
	});
}

/** Stems that stand with a capital within sentences, and never without: at the head of one they are names as well. */
function findNames(segments: readonly Segment[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { words } of segments) for (const { capital, stem } of words) if (capital) names.add(stem);
	for (const { words } of segments)
		for (const [at, { capital, stem }] of words.entries()) if (at > 0 && !capital) names.delete(stem);
	return names;
}

function keyOfDays({ said, reported, channel }: Segment): string {
	return `${said?.first ?? ""} ${said?.last ?? ""} ${reported ?? ""} ${channel ?? ""}`;
}

export function byPlace(a: Segment, b: Segment): number {
	return compareText(a.article, b.article) || a.position - b.position;
}
