import type { Place } from "../../model/span.ts";
import { overlaps } from "../../text/spans.ts";
import type { SegmentCluster } from "../utterances/segment-clusters.ts";
import type { Segment } from "../utterances/segments.ts";
import type { DraftUtterance, Regroup } from "../utterances/utterances.ts";
import { byPlace } from "../utterances/wordings.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";

/**
 * What was said once, as a person decides it. `same-utterance`: the words it points at are one utterance; `not-same-utterance`:
 * the first of them are none with the others. A decision that words are one, direct or over others, contradicts one that they
 * are not: then none of these is applied.
 */
export function regroupUtterances(plan: CorrectionPlan, segments: readonly Segment[]): Regroup | null {
	const decisions = plan.fitted
		.filter(({ correction: { kind } }) => kind === "same-utterance" || kind === "not-same-utterance")
		.flatMap((fitted) => {
			const words = fitted.places.map((place) => segmentsAt(segments, place));
			// Of another story: its own turn comes, or it never does.
			return words.some((list) => list.length === 0) ? [] : [{ fitted, words }];
		});
	if (decisions.length === 0) return null;
	const usable = withoutContradictions(plan, decisions);
	const same = usable.filter(({ fitted }) => fitted.correction.kind === "same-utterance");
	const apart = usable.filter(({ fitted }) => fitted.correction.kind === "not-same-utterance");
	return {
		clusters: (clusters) => {
			let made = [...clusters];
			for (const { words } of same) made = alignClusters(made, words);
			for (const { words } of apart) made = takeOut(made, words[0] ?? [], words.slice(1).flat());
			return made;
		},
		chains: (chains) => {
			let made = chains.map((chain) => [...chain]);
			for (const { words } of same) {
				const own = new Set(words.flat());
				const touched = made.filter((chain) => holds(chain, own));
				made = [...made.filter((chain) => !touched.includes(chain)), touched.flat()];
			}
			for (const { words } of apart) made = partChains(made, new Set(words[0] ?? []), new Set(words.slice(1).flat()));
			return made;
		},
	};
}

/** Says which utterances the decisions made, once these have their ids; those of no single story do not fit. */
export function noteUtterances(plan: CorrectionPlan, utterances: readonly DraftUtterance[]): void {
	for (const { id, correction, places } of plan.fitted) {
		const { kind } = correction;
		if ((kind !== "same-utterance" && kind !== "not-same-utterance") || plan.isRefused(id)) continue;
		const found = places.map((place) => utterances.filter((one) => gives(one, place)));
		if (found.some((list) => list.length === 0)) {
			plan.refused(id, "corrections/no-longer-fits", "no words that somebody said are found at one of its places");
			continue;
		}
		const ids = [...new Set(found.flat().map((one) => one.id))];
		const one = found[0]?.find((first) => found.every((list) => list.includes(first)));
		const first = new Set(found[0]);
		const apart = found.slice(1).every((list) => !list.some((other) => first.has(other)));
		if (kind === "same-utterance" && one) plan.applied(id, `joined by ${signed(correction)}`, [one.id]);
		else if (kind === "not-same-utterance" && apart) plan.applied(id, `parted by ${signed(correction)}`, ids);
		else if (new Set(found.flat().map(({ story }) => story)).size > 1)
			plan.refused(id, "corrections/no-longer-fits", "its words stand in several stories; join these first");
	}
}

interface Decision {
	readonly fitted: Fitted;
	/** The segments at each of its places. */
	readonly words: readonly (readonly Segment[])[];
}

function withoutContradictions(plan: CorrectionPlan, decisions: readonly Decision[]): readonly Decision[] {
	// Words that decisions make one, over all of them.
	const groups: { readonly segments: Set<Segment>; readonly by: Decision[] }[] = [];
	for (const decision of decisions) {
		if (decision.fitted.correction.kind !== "same-utterance") continue;
		const segments = new Set(decision.words.flat());
		const met = groups.filter((group) => [...segments].some((segment) => group.segments.has(segment)));
		for (const group of met) groups.splice(groups.indexOf(group), 1);
		groups.push({
			segments: new Set([...segments, ...met.flatMap((group) => [...group.segments])]),
			by: [decision, ...met.flatMap(({ by }) => by)],
		});
	}
	const refused = new Set<Decision>();
	for (const decision of decisions) {
		if (decision.fitted.correction.kind !== "not-same-utterance") continue;
		const [first = [], ...others] = decision.words;
		for (const { segments, by } of groups) {
			if (!first.some((one) => segments.has(one)) || !others.flat().some((one) => segments.has(one))) continue;
			for (const other of by) {
				refused.add(decision).add(other);
				plan.refused(decision.fitted.id, CONTRADICTION, `it contradicts that of ${signed(other.fitted.correction)}`);
				plan.refused(other.fitted.id, CONTRADICTION, `it contradicts that of ${signed(decision.fitted.correction)}`);
			}
		}
	}
	return decisions.filter((decision) => !refused.has(decision));
}

const CONTRADICTION = "corrections/contradiction";

/** At least this share of a segment, or of the place, lies in the other. */
const MOSTLY = 0.5;

function segmentsAt(segments: readonly Segment[], place: Place): Segment[] {
	return segments.filter(({ article, span }) => {
		if (article !== place.article || !overlaps(span, place)) return false;
		const inside = Math.min(span.end, place.end) - Math.max(span.start, place.start);
		return inside >= MOSTLY * Math.min(span.end - span.start, place.end - place.start);
	});
}

function gives({ drafts }: DraftUtterance, place: Place): boolean {
	return drafts.some(({ segments }) => segmentsAt(segments, place).length > 0);
}

/** Sentence for sentence one cluster, where each of the places has as many. */
function alignClusters(clusters: readonly SegmentCluster[], words: readonly (readonly Segment[])[]): SegmentCluster[] {
	const [first = []] = words;
	if (words.some((list) => list.length !== first.length)) return [...clusters];
	let made = [...clusters];
	first.forEach((_, at) => {
		const row = new Set(words.flatMap((list) => list[at] ?? []));
		const touched = made.filter(({ segments }) => segments.some((segment) => row.has(segment)));
		if (touched.length < 2) return;
		const joined = { segments: touched.flatMap(({ segments }) => segments).sort(byPlace) };
		made = [...made.filter((cluster) => !touched.includes(cluster)), joined];
	});
	return made;
}

/** Takes segments out of the clusters that hold any of the others. */
function takeOut(
	clusters: readonly SegmentCluster[],
	out: readonly Segment[],
	others: readonly Segment[],
): SegmentCluster[] {
	return clusters.flatMap((cluster): SegmentCluster[] => {
		const taken = cluster.segments.filter((segment) => out.includes(segment));
		if (taken.length === 0 || !cluster.segments.some((segment) => others.includes(segment))) return [cluster];
		const rest = cluster.segments.filter((segment) => !out.includes(segment));
		return [{ segments: rest }, { segments: taken }];
	});
}

function holds(chain: readonly SegmentCluster[], segments: ReadonlySet<Segment>): boolean {
	return chain.some((cluster) => cluster.segments.some((segment) => segments.has(segment)));
}

function partChains(
	chains: readonly SegmentCluster[][],
	out: ReadonlySet<Segment>,
	others: ReadonlySet<Segment>,
): SegmentCluster[][] {
	return chains.flatMap((chain) => {
		if (!holds(chain, out) || !holds(chain, others)) return [chain];
		const taken = chain.filter((cluster) => holds([cluster], out) && !holds([cluster], others));
		return [chain.filter((cluster) => !taken.includes(cluster)), taken];
	});
}
