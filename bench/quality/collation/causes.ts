import type { FactState, Utterance } from "../../../src/model/record.ts";
import { locate, type Matched } from "../examples/match.ts";
import { pairsOf } from "../examples/tally.ts";
import { givenCarriers } from "./carriers.ts";
import { conflictsGiven, isTrueConflict } from "./conflicts.ts";
import { type FactMatch, findStates, givenRelation, isShared, matchFacts } from "./facts.ts";
import type { CollationGold } from "./gold.ts";
import { judgeEdges } from "./lineage.ts";
import { areJoined, type ReachedRendition, reachRenditions } from "./utterances.ts";
import { holdReadings, variantsOf } from "./variants.ts";
import { countCovered } from "./word-places.ts";

/** Why one thing was missed or is wrong, as far as the record shows, and which: ids of the gold and file names. */
export interface Cause {
	readonly part: string;
	readonly cause: string;
	readonly where: string;
}

type MatchedSet = Matched<CollationGold>;

/** Everything of a set that is missed or wrong, part by part. */
export function findCauses(matched: MatchedSet): Cause[] {
	const renditions = reachRenditions(matched);
	const matches = matchFacts(matched);
	return [
		...renditions.filter(({ reached }) => reached.size === 0).map((one) => missedRendition(matched, one)),
		...pairsOf(renditions).flatMap(([a, b]) => explainPair(matched, a, b)),
		...explainVariants(matched),
		...matches.filter(({ gold }) => isShared(gold)).flatMap((match) => explainFact(matched, match)),
		...explainConflicts(matched),
		...explainCarriers(matched),
		...explainLineage(matched),
	];
}

/** How often each cause occurs, by part in the order found, the most frequent first. */
export function countCauses(
	causes: readonly Cause[],
): { readonly part: string; readonly cause: string; readonly count: number }[] {
	const counts = new Map<string, { part: string; cause: string; count: number }>();
	for (const { part, cause } of causes) {
		const key = `${part}\n${cause}`;
		const one = counts.get(key) ?? { part, cause, count: 0 };
		counts.set(key, { ...one, count: one.count + 1 });
	}
	const parts = [...new Set(causes.map(({ part }) => part))];
	return [...counts.values()].sort(
		(a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || b.count - a.count || (a.cause < b.cause ? -1 : 1),
	);
}

function missedRendition(matched: MatchedSet, { id, file, spans }: ReachedRendition): Cause {
	const part = "renditions missed";
	const article = matched.articleOf.get(file);
	const { record } = matched;
	if (!article || spans.length === 0) return { part, cause: "the report's text does not hold it", where: id };
	const most = (lists: readonly (readonly { start: number; end: number }[])[]): number =>
		Math.max(0, ...lists.map((cover) => share(countCovered(article.text, spans, cover))));
	const quoted = most(record.quotations.filter((one) => one.article === article.id).map(({ content }) => content));
	const given = most(
		record.utterances.flatMap(({ renditions }) =>
			renditions.filter((one) => one.article === article.id).map(({ parts }) => parts.flatMap((one) => one.spans)),
		),
	);
	if (quoted === 0) return { part, cause: "no quotation found there", where: id };
	if (quoted < 0.5) return { part, cause: "the quotation found is too short", where: id };
	if (given === 0) return { part, cause: "found as a quotation, given in no utterance", where: id };
	return { part, cause: "cut into segments shorter than half", where: id };
}

function share({ words, covered }: { readonly words: number; readonly covered: number }): number {
	return words === 0 ? 0 : covered / words;
}

function explainPair(matched: MatchedSet, a: ReachedRendition, b: ReachedRendition): Cause[] {
	const same = a.utterance === b.utterance;
	const where = `${a.id} ~ ${b.id}`;
	if (areJoined(a, b) === same) return [];
	if (!same) {
		const together = a.file === b.file && isOneRendition(a, b);
		const part = "pairs wrongly joined";
		if (together) return [{ part, cause: "one rendition runs over both", where }];
		if (a.speaker !== null && b.speaker !== null && a.speaker !== b.speaker)
			return [{ part, cause: "two speakers", where }];
		return [{ part, cause: "one speaker, two things said", where }];
	}
	const part = "pairs not joined";
	const unreached = [a, b].filter(({ reached }) => reached.size === 0).length;
	if (unreached === 2) return [{ part, cause: "neither rendition found", where }];
	if (unreached === 1) return [{ part, cause: "one rendition not found", where }];
	const stories = [a, b].map(({ reached }) => new Set([...reached].map(({ story }) => story)));
	if (![...(stories[0] ?? [])].some((story) => stories[1]?.has(story)))
		return [{ part, cause: "the reports lie in two stories", where }];
	const speakers = [a, b].map(({ reached }) => [...reached].map(({ speaker }) => speaker));
	const named = speakers.map((list) => list.filter((speaker) => speaker !== null));
	if (speakers[0]?.some((speaker) => speakers[1]?.includes(speaker) && speaker !== null))
		return [{ part, cause: "same speaker, kept apart by content or date", where }];
	if (named.every((list) => list.length > 0)) {
		const wrong = [...a.reached, ...b.reached].some(
			({ speaker }) => speaker !== null && a.speaker !== null && matched.nameOf.get(speaker) !== a.speaker,
		);
		return [{ part, cause: wrong ? "a wrong speaker on one side" : "one speaker held as two entities", where }];
	}
	return [
		{ part, cause: named.some((list) => list.length > 0) ? "speaker open on one side" : "speaker open on both", where },
	];
}

function isOneRendition(a: ReachedRendition, b: ReachedRendition): boolean {
	const covers = (one: ReachedRendition, spans: readonly { start: number; end: number }[]): boolean =>
		one.spans.some((x) => spans.some((y) => x.start < y.end && y.start < x.end));
	return [...a.reached]
		.filter((utterance: Utterance) => b.reached.has(utterance))
		.some(({ renditions }) =>
			renditions.some(({ parts }) => {
				const spans = parts.flatMap((part) => part.spans);
				return covers(a, spans) && covers(b, spans);
			}),
		);
}

function explainVariants(matched: MatchedSet): Cause[] {
	const candidates = variantsOf(matched);
	const renditions = reachRenditions(matched);
	return matched.gold.variants.flatMap(({ id, utterance, kinds, readings, matters }) => {
		const own = candidates.get(utterance) ?? [];
		const alike = own.filter((one) => holdReadings(one.readings, readings));
		if (alike.some(({ kind }) => kinds.includes(kind))) return [];
		const part = matters ? "variants missed that matter" : "variants missed that do not matter";
		const joined = pairsOf(renditions.filter((one) => one.utterance === utterance)).some(([a, b]) => areJoined(a, b));
		if (!joined) return [{ part, cause: "its renditions are not joined", where: id }];
		const [other] = alike;
		if (other) return [{ part, cause: `given as ${other.kind}, not ${kinds.join(" or ")}`, where: id }];
		return [{ part, cause: "no variant with these readings", where: id }];
	});
}

function explainFact(matched: MatchedSet, match: FactMatch): Cause[] {
	const { gold, fact, held, strays } = match;
	const causes: Cause[] = [];
	const relation = givenRelation(match);
	const label = `${gold.type} (${gold.relation})`;
	for (const [at, state] of held.entries()) {
		const wanted = gold.states[at];
		if (state || !wanted) continue;
		const part = "fact states missed";
		const where = `${gold.id}/${at + 1} ${wanted.file}`;
		const elsewhere = matched.record.facts.some((one) => one !== fact && findStates(matched, gold, one)[at]);
		if (elsewhere) {
			causes.push({ part, cause: `${gold.type}: it stands in another fact of the record`, where });
			continue;
		}
		causes.push({ part, cause: `${gold.type}: ${whyMissed(matched, wanted, fact !== null)}`, where });
	}
	for (const stray of strays) causes.push(explainStray(matched, match, stray));
	if (relation !== null && relation !== gold.relation) {
		const whole = held.every((state) => state !== null);
		causes.push({
			part: "relations wrong",
			cause: `${gold.relation} given as ${relation}, ${whole ? "all states held" : "states missing"}`,
			where: `${gold.id} (${gold.type})`,
		});
	}
	if (relation === null) causes.push({ part: "shared facts not found", cause: label, where: gold.id });
	const silent = (fact?.silent ?? []).flatMap((article) => matched.fileOf.get(article) ?? []);
	for (const file of silent.filter((one) => gold.states.some((state) => state.file === one)))
		causes.push({
			part: "silence wrong",
			cause: "a report that states it is called silent",
			where: `${gold.id} ${file}`,
		});
	return causes;
}

/** What the record has at the words of a state that no fact holds. */
function whyMissed(
	matched: MatchedSet,
	{ file, value, occurrence }: { readonly file: string; readonly value: string; readonly occurrence?: number },
	found: boolean,
): string {
	const span = locate(matched, file, value, occurrence);
	const article = matched.articleOf.get(file)?.id;
	const at = (one: { readonly article: string; readonly start: number; readonly end: number }): boolean =>
		span !== null && one.article === article && one.start < span.end && span.start < one.end;
	const { record } = matched;
	const seen = [
		record.numbers.some(at) ? "a number" : null,
		record.dates.some(at) ? "a date" : null,
		record.entities.some(({ mentions }) => mentions.some(at)) ? "a name" : null,
	].filter((one) => one !== null);
	const what = seen.length > 0 ? `${seen.join(" and ")} read there` : "nothing read there but words";
	return `${found ? "its fact lacks it" : "no such fact"}, ${what}`;
}

function explainStray(matched: MatchedSet, { gold, fact }: FactMatch, stray: FactState): Cause {
	const file = matched.fileOf.get(stray.article) ?? "";
	const part = "fact states wrong";
	const where = `${gold.id} ${file} (${fact?.type ?? ""})`;
	const other = matched.gold.facts.find(
		(one) => one !== gold && fact && findStates(matched, one, fact).includes(stray),
	);
	if (other) return { part, cause: "the state of another fact of the gold", where: `${where} ${other.id}` };
	if (gold.silent.includes(file)) return { part, cause: "a silent report made to speak", where };
	return { part, cause: "other words of a report that states it", where };
}

function explainConflicts(matched: MatchedSet): Cause[] {
	return conflictsGiven(matched)
		.filter((fact) => !isTrueConflict(matched, fact))
		.map((fact) => {
			const own = matched.gold.facts.find(
				(gold) => new Set(findStates(matched, gold, fact).filter((state) => state !== null)).size > 1,
			);
			const cause = own ? `the gold says ${own.relation}` : "no fact of the gold";
			return {
				part: "wrong conflicts",
				cause: `${fact.type} given as ${fact.relation}: ${cause}`,
				where: fact.statement,
			};
		});
}

function explainCarriers(matched: MatchedSet): Cause[] {
	return matched.gold.carriers.flatMap((gold, at) => {
		const names = givenCarriers(matched, gold);
		if (names?.join("\n") === gold.carriers.join("\n")) return [];
		const part = "carriers wrong";
		const where = `${at + 1} ${gold.file}`;
		if (!names) return [{ part, cause: "no quotation found there", where }];
		if (names.length === 0) return [{ part, cause: "none given where there is one", where }];
		if (gold.carriers.length === 0) return [{ part, cause: "given where there is none", where }];
		return [{ part, cause: "another", where }];
	});
}

function explainLineage(matched: MatchedSet): Cause[] {
	const judged = judgeEdges(matched);
	const missed = matched.gold.lineage.edges.flatMap(({ from, to, kinds }, at) => {
		if (judged.some(({ gives }) => gives.includes(at))) return [];
		const target = to.some((one) => "file" in one) ? "a report" : "a name or address";
		return [{ part: "lineage edges missed", cause: `${kinds.join(" or ")}, to ${target}`, where: `${from} ${at + 1}` }];
	});
	const wrong = judged.flatMap(({ edge, ends, verdict }) =>
		verdict === "wrong"
			? [
					{
						part: "lineage edges wrong",
						cause: `${edge.kind}, to ${ends[1]?.kind ?? "nothing"}`,
						where: ends.map((end) => matched.fileOf.get(end?.article ?? "") ?? end?.name).join(" → "),
					},
				]
			: [],
	);
	return [...missed, ...wrong];
}
