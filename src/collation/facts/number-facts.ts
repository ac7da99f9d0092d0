import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundNumber } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { stemOf } from "../../text/stem.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { standingOf } from "../statements.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import type { DraftFact } from "./draft-fact.ts";
import { makeFact } from "./draft-fact.ts";
import { contextStems, linkAll, measureContext } from "./fact-context.ts";
import { type Related, relateDates, relateNumbers } from "./relations.ts";

/**
 * Counts that several reports give of one thing. Two numbers are of one thing when what is counted
 * agrees and the predicate beside them is of one class, or their sentences share telling words.
 */

/** Predicates that reports of an event count people by; each list is one class. */
const PREDICATES: readonly (readonly [string, readonly string[]])[] = [
	["killed", ["kill", "die", "dead", "death", "fatal", "drown", "perish", "toll", "bodi", "slain", "life", "murder"]],
	["injured", ["injur", "wound", "hurt", "hospit", "treat"]],
	["missing", ["miss", "unaccount"]],
	["rescued", ["rescu", "save", "surviv"]],
	["arrested", ["arrest", "detain", "custodi"]],
	["evacuated", ["evacu", "displac", "flee", "homeless", "shelter"]],
	["aboard", ["aboard", "board", "carri"]],
	["voted", ["vote", "ballot"]],
];
/** Counts of these only grow while an event goes on, so that a later, larger one may be an update. */
const GROWING = new Set(["killed", "injured", "rescued", "arrested", "evacuated"]);

/** Nouns for people: any of them may stand for `person`. */
const PEOPLE = new Set(
	(
		"person passenger crew worker man woman child resident villager civilian soldier officer miner student traveller " +
		"tourist fan protester demonstrator employee staff member victim survivor migrant refugee patient local other dead " +
		"injured wounded missing hurt killed guest sailor pilgrim commuter boy girl adult"
	).split(" "),
);

/** How long something took or ago it was counts nothing that reports share. */
const TIME = new Set(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"]);

/** How far from the number (in words) a predicate may stand to be its own. */
const REACH = 9;

interface Count {
	readonly article: string;
	readonly number: FoundNumber;
	readonly sentence: Span;
	readonly noun: string;
	readonly predicate: string | null;
	/** Telling stems of the sentence, for context. */
	readonly stems: ReadonlyMap<string, number>;
	/** Stems that stand with a capital in the sentence. */
	readonly names: ReadonlySet<string>;
	readonly dates: readonly StatedDate[];
	readonly lead: boolean;
}

/**
 * Days between two dates beside two counts up to which they may be of one event: a toll is given on the
 * day, on the next, and the day after.
 */
const SAME_EVENT_DAYS = 4;

/** Sentences this alike speak of one thing. */
const SAME_CONTEXT = 0.3;
/** Sentences this alike speak of one thing though only one of them has a predicate that is known. */
const CONTEXT_ALONE = 0.45;
/** Two numbers that cannot be equal, of things no predicate tells apart, stand in sentences this alike. */
const CONTEXT_FOR_CONFLICT = 0.6;
/** Numbers of one class that can be equal, or that stand in both leads, need less. */
const NEAR_CONTEXT = 0.12;
const LEAD_SENTENCES = 4;

/** Facts of numbers that two reports or more of a story give; see the head of this file for what joins them. */
export function findNumberFacts(
	story: string,
	articles: readonly AnnotatedArticle[],
	speakers: SetSpeakers,
	weightOf: WeightOf,
): DraftFact[] {
	if (articles.length < 2) return [];
	const byId = new Map(articles.map((one) => [one.article.id, one]));
	const counts = articles.flatMap((one) => findCounts(one, weightOf));
	const groups = groupCounts(counts);
	const facts: DraftFact[] = [];
	for (const group of groups) {
		if (new Set(group.map((count) => count.article)).size < 2) continue;
		const states = group.map((count): FactState => {
			const annotated = byId.get(count.article);
			const standing = annotated
				? standingOf(annotated, count.sentence, speakers)
				: { mode: "asserted" as const, polarity: "said" as const, by: null, quotation: null };
			return {
				article: count.article,
				spans: [{ start: count.number.start, end: count.number.end }],
				value: count.number.exact,
				...standing,
			};
		});
		const relate = (i: number, j: number): Related => {
			const a = group[i];
			const b = group[j];
			const left = states[i];
			const right = states[j];
			if (!a || !b || !left || !right) throw new Error("a state without its count");
			return relateCounts(a, b, left, right, byId);
		};
		const fact = makeFact(story, "number", labelOf(group), states, relate);
		facts.push({ ...fact, mayState: new Set(counts.filter((one) => isOfKind(one, group)).map((one) => one.article)) });
	}
	return facts;
}

function findCounts(annotated: AnnotatedArticle, weightOf: WeightOf): Count[] {
	const counts: Count[] = [];
	const { sentences } = annotated.words;
	const inBody = (span: Span): boolean =>
		annotated.article.body.some((one) => one.start <= span.start && span.end <= one.end);
	let at = 0;
	for (const number of annotated.numbers) {
		if (number.of === null || number.kind === "age" || number.kind === "ordinal" || TIME.has(number.of)) continue;
		if (number.low === null && number.high === null) continue;
		while (at < sentences.length && (sentences[at]?.end ?? 0) <= number.start) at++;
		const sentence = sentences[at];
		if (!sentence || sentence.start > number.start || !inBody(sentence)) continue;
		const words = findSegmentWords(annotated, sentence, weightOf);
		counts.push({
			article: annotated.article.id,
			number,
			sentence,
			noun: number.of,
			predicate: PEOPLE.has(number.of) ? predicateOf(words, number) : null,
			stems: contextStems(words),
			names: new Set(words.filter((word) => word.capital).map((word) => word.stem)),
			dates: annotated.dates
				.filter((one) => one.start >= sentence.start && one.end <= sentence.end)
				.map((one) => one.date),
			lead: at < LEAD_SENTENCES,
		});
	}
	return counts;
}

/**
 * The class of what is counted itself ("12 wounded"), else of the nearest predicate word before or
 * behind the number; the earlier class in case of a tie.
 */
function predicateOf(words: readonly SegmentWord[], number: FoundNumber): string | null {
	const own = PREDICATES.find(([, stems]) => stems.includes(stemOf(number.of ?? "")));
	if (own) return own[0];
	const first = words.findIndex((word) => word.end > number.start);
	const behind = words.findIndex((word) => word.start >= number.end);
	let best: string | null = null;
	let nearest = REACH + 1;
	for (const [i, word] of words.entries()) {
		if (word.start >= number.start && word.end <= number.end) continue;
		const distance = word.end <= number.start ? (first < 0 ? words.length : first) - i : i - behind + 1;
		if (distance >= nearest) continue;
		const found = PREDICATES.find(([, stems]) => stems.includes(word.stem));
		if (!found) continue;
		best = found[0];
		nearest = distance;
	}
	return best;
}

/**
 * Groups of counts of one thing. Where some report gives two numbers that would fall into one group,
 * which of them meets which cannot be told by class alone: then only numbers that can be equal meet.
 */
function groupCounts(counts: readonly Count[]): Count[][] {
	const sorted = [...counts].sort((a, b) => compareText(a.article, b.article) || a.number.start - b.number.start);
	const linked = linkAll(sorted, (a, b) => a.article !== b.article && isOfOne(a, b));
	const groups: Count[][] = [];
	for (const group of linked) {
		if (isOneEach(group) && speaksOfOne(group)) groups.push(group);
		else {
			const exact = linkAll(group, (a, b) => isOfOne(a, b) && relateNumbers(a.number, b.number) !== "apart");
			groups.push(...exact.filter((part) => isConsistent(part)));
		}
	}
	return groups;
}

/** Whether no report in the group gives two numbers that cannot be equal. */
function isOneEach(group: readonly Count[]): boolean {
	return group.every((a) =>
		group.every((b) => a.article !== b.article || relateNumbers(a.number, b.number) !== "apart"),
	);
}

/** Whether all that differ do so in sentences of one thing: numbers may have met through a third. */
function speaksOfOne(group: readonly Count[]): boolean {
	return group.every((a) =>
		group.every(
			(b) =>
				relateNumbers(a.number, b.number) !== "apart" || (isOfOne(a, b) && (a.predicate !== null || shareName(a, b))),
		),
	);
}

function isConsistent(group: readonly Count[]): boolean {
	return group.every((a) => group.every((b) => relateNumbers(a.number, b.number) !== "apart"));
}

function isOfOne(a: Count, b: Count): boolean {
	if (!nounsMeet(a.noun, b.noun)) return false;
	if (a.predicate !== b.predicate && a.predicate !== null && b.predicate !== null) return false;
	for (const left of a.dates) for (const right of b.dates) if (daysBetween(left, right) > SAME_EVENT_DAYS) return false;
	const context = measureContext(a.stems, b.stems);
	if (a.predicate !== b.predicate) {
		return context >= (relateNumbers(a.number, b.number) === "apart" ? CONTEXT_FOR_CONFLICT : CONTEXT_ALONE);
	}
	if (a.predicate !== null) {
		const near = (a.lead && b.lead) || relateNumbers(a.number, b.number) !== "apart";
		return context >= (near ? NEAR_CONTEXT : SAME_CONTEXT);
	}
	// Without a predicate the sentence alone says what is counted: two different numbers need nearly one sentence.
	const needed = relateNumbers(a.number, b.number) === "apart" ? CONTEXT_FOR_CONFLICT : SAME_CONTEXT;
	return context >= needed && stemOf(a.noun) === stemOf(b.noun);
}

/** Whether a count could be of what a group counts, though its sentence did not show it. */
function isOfKind(one: Count, group: readonly Count[]): boolean {
	return group.some(
		(other) =>
			(one.predicate !== null && one.predicate === other.predicate) ||
			(stemOf(one.noun) === stemOf(other.noun) && relateNumbers(one.number, other.number) !== "apart"),
	);
}

function shareName(a: Count, b: Count): boolean {
	for (const name of a.names) if (b.names.has(name)) return true;
	return false;
}

/** Days by which two dates miss each other, 0 where they touch or where one has no bounds. */
function daysBetween(a: StatedDate, b: StatedDate): number {
	if (relateDates(a, b) !== "apart") return 0;
	const dayOf = (iso: string | null): number => {
		const [year = 0, month = 1, day = 1] = (iso ?? "").slice(0, 10).split("-").map(Number);
		return Date.UTC(year, month - 1, day) / 86_400_000;
	};
	return Math.max(dayOf(b.earliest) - dayOf(a.latest), dayOf(a.earliest) - dayOf(b.latest));
}

function nounsMeet(a: string, b: string): boolean {
	if (stemOf(a) === stemOf(b)) return true;
	if (!PEOPLE.has(a) || !PEOPLE.has(b)) return false;
	return isGeneric(a) || isGeneric(b);
}

function isGeneric(noun: string): boolean {
	return (
		noun === "person" ||
		noun === "hurt" ||
		noun === "killed" ||
		noun === "victim" ||
		noun === "dead" ||
		noun === "injured" ||
		noun === "wounded" ||
		noun === "missing" ||
		noun === "other"
	);
}

function relateCounts(
	a: Count,
	b: Count,
	left: FactState,
	right: FactState,
	byId: ReadonlyMap<string, AnnotatedArticle>,
): Related {
	const relation = relateNumbers(a.number, b.number);
	if (relation === "equal") return { relation: "agree", reason: "both give the same number" };
	if (relation === "compatible") {
		return { relation: "compatible", reason: `“${left.value}” and “${right.value}” can both hold of one number` };
	}
	if (left.mode === "hedged" || right.mode === "hedged") {
		return { relation: "unclear", reason: "the numbers differ, and one is given with a hedge" };
	}
	if (left.by !== null && right.by !== null && left.by !== right.by) {
		return { relation: "contested", reason: `“${left.value}” and “${right.value}” are given by two sources` };
	}
	const updated = left.by === right.by ? isUpdate(a, b, byId) : null;
	if (updated) return { relation: "updated", reason: updated };
	return { relation: "conflict", reason: `“${left.value}” and “${right.value}” cannot both be the number` };
}

/** A later report with a larger count of something that only grows; null when dates do not show it. */
function isUpdate(a: Count, b: Count, byId: ReadonlyMap<string, AnnotatedArticle>): string | null {
	if (a.predicate === null || !GROWING.has(a.predicate)) return null;
	const first = byId.get(a.article)?.article.published;
	const second = byId.get(b.article)?.article.published;
	if (!first?.latest || !second?.latest || !first.earliest || !second.earliest) return null;
	const [early, late] =
		first.latest < second.earliest ? [a, b] : second.latest < first.earliest ? [b, a] : [null, null];
	if (!early || !late) return null;
	const before = early.number.high ?? early.number.low ?? 0;
	const after = late.number.low ?? late.number.high ?? 0;
	return after > before ? "the later report gives the larger count of something that only grows" : null;
}

function labelOf(group: readonly Count[]): string {
	const nouns = new Set(group.map((count) => count.noun));
	const special = [...nouns].filter((noun) => !isGeneric(noun)).sort(compareText);
	const noun =
		special.length > 0 ? special.join(" / ") : PEOPLE.has([...nouns][0] ?? "") ? "people" : ([...nouns][0] ?? "");
	const predicate = group.find((count) => count.predicate !== null)?.predicate;
	if (predicate) return `${predicate} (${noun})`;
	return group[0]?.number.kind === "count" ? `number of ${noun}` : `amount (${noun})`;
}
