import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { AlignmentCell, AlignmentColumn, FactState, Variant } from "../../model/record.ts";
import { contains, sliceOf, spanLength } from "../../text/spans.ts";
import { findLostNegation } from "../lost-negation.ts";
import { numeralKey, readAmounts } from "../numerals.ts";
import { standingOf } from "../statements.ts";
import { conceptOf } from "../synonyms.ts";
import { WEIGHTY } from "../term-weight.ts";
import type { DraftRendition } from "../utterances/renditions.ts";
import type { Segment } from "../utterances/segments.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";
import type { IndexedMaterial, StoryMaterial } from "./story-material.ts";
import { indexTellings } from "./tellings.ts";

/** Variants by which two reports still say the same. */
const SLIGHT: ReadonlySet<Variant["kind"]> = new Set(["wording", "inflection", "order", "strength"]);

/**
 * One fact for each sentence of an utterance that two reports or more carry: that it was said, by whom, in which
 * reports, and who leaves it out. What a report gives of another sentence of the same utterance states it no more.
 */
export function findAttributionFacts(material: IndexedMaterial): DraftFact[] {
	const facts: DraftFact[] = [];
	const isTold = indexTellings(material);
	for (const utterance of material.utterances) {
		if (new Set(utterance.renditions.map((one) => one.article)).size < 2) continue;
		for (const sentence of findSentences(utterance)) {
			if (new Set(sentence.map(({ rendition }) => rendition.article)).size < 2) continue;
			facts.push(makeSentenceFact(material, utterance, sentence, isTold));
		}
	}
	return facts;
}

/** Words that repeat a quotation are its speaker's, though no quotation was found in them. */
function echoStanding({ drafts, speaker }: DraftUtterance, rendition: string): Pick<FactState, "mode" | "by"> {
	const quoted = drafts.some(({ id, marked }) => id === rendition && marked);
	return { mode: quoted ? "quoted" : "attributed", by: speaker };
}

/** What one rendition gives of one sentence of an utterance. */
interface Given {
	readonly rendition: DraftRendition;
	/** In the order of the text; not empty. */
	readonly segments: readonly Segment[];
}

/**
 * The sentences of an utterance in its order, each with the renditions that give it. What the alignment sets side by
 * side is one sentence, also where its wordings contradict each other and were therefore joined by other words.
 */
function findSentences({ drafts, alignment }: DraftUtterance): Given[][] {
	const columnsOf = new Map<number, Set<number>>();
	for (const rendition of drafts)
		for (const segment of rendition.segments) {
			const at = rendition.sentenceOf(segment);
			const columns = columnsOf.get(at) ?? new Set<number>();
			for (const [index, { cells }] of alignment.columns.entries())
				if (cells.some((cell) => holdsCell({ rendition, segments: [segment] }, cell))) columns.add(index);
			columnsOf.set(at, columns);
		}
	const headOf = joinSentences(columnsOf);
	const sentences = new Map<number, Map<DraftRendition, Segment[]>>();
	for (const rendition of drafts)
		for (const segment of rendition.segments) {
			const at = headOf(rendition.sentenceOf(segment));
			const given = sentences.get(at) ?? new Map<DraftRendition, Segment[]>();
			const list = given.get(rendition);
			if (list) list.push(segment);
			else given.set(rendition, [segment]);
			sentences.set(at, given);
		}
	return [...sentences]
		.sort(([a], [b]) => a - b)
		.map(([, given]) => [...given].map(([rendition, segments]) => ({ rendition, segments })));
}

/** Of what a sentence and another are aligned with, so much in common makes them one. */
const IN_COMMON = 0.8;

/** The first of the sentences that a sentence is one with. */
function joinSentences(columnsOf: ReadonlyMap<number, ReadonlySet<number>>): (sentence: number) => number {
	const heads = new Map<number, number>();
	const headOf = (sentence: number): number => {
		let head = sentence;
		for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
		return head;
	};
	const all = [...columnsOf].sort(([a], [b]) => a - b);
	for (const [at, [sentence, columns]] of all.entries())
		for (const [other, others] of all.slice(0, at)) {
			let common = 0;
			for (const column of columns) if (others.has(column)) common++;
			if (common === 0 || common < IN_COMMON * Math.min(columns.size, others.size)) continue;
			const [first, second] = [headOf(other), headOf(sentence)];
			if (first !== second) heads.set(Math.max(first, second), Math.min(first, second));
		}
	return headOf;
}

function makeSentenceFact(
	material: IndexedMaterial,
	utterance: DraftUtterance,
	sentence: readonly Given[],
	isTold: (denied: FactState) => boolean,
): DraftFact {
	const { story, speakers, annotatedOf } = material;
	const states = sentence.map(({ rendition, segments }): FactState => {
		const annotated = annotatedOf(rendition.article);
		const spans = segments.map(({ span }) => span);
		const [first] = segments;
		if (!first) throw new Error("a sentence without words");
		return {
			article: rendition.article,
			spans,
			value: spans.map((span) => sliceOf(annotated.article.text, span)).join(" … "),
			...standingOf(annotated, first.span, speakers),
			...(isQuoted(segments) ? { mode: "quoted" as const } : {}),
			...(first.echo === null ? {} : echoStanding(utterance, rendition.id)),
			quotation: first.echo === null ? first.quotation : null,
		};
	});
	const variants = utterance.variants.filter(({ columns }) =>
		utterance.alignment.columns
			.slice(columns.start, columns.end)
			.some(({ cells }) => cells.some((cell) => sentence.some((one) => holdsCell(one, cell)))),
	);
	const contested = new Set(
		states.filter((one) => one.polarity === "denied" && isDenial(annotatedOf(one.article), one) && isTold(one)),
	);
	const relate = (i: number, j: number): Related => {
		if ([states[i], states[j]].some((state) => state !== undefined && contested.has(state)))
			return { relation: "contested", reason: "it is denied, and another sentence of the reports tells it" };
		const [one, other] = [sentence[i], sentence[j]];
		if (!one || !other) throw new Error("a rendition of no sentence");
		return relateRenditions(utterance, variants, one, other);
	};
	return makeFact(story, "attribution", statementOf(utterance, material), states, relate);
}

const DENIES = /\bden(?:y|ies|ied|ying)\b/i;
/** What says nothing by itself that could be told or denied. */
const UNSAID =
	/^(?:that\s)?(?:(?:the|all|any|these|those|such|his|her|their)\s)?(?:\p{L}+\s)?(?:accusations?|allegations?|charges?|claims?|reports?|rumou?rs|wrongdoing|involvement|responsibility|it|them)\.?$/iu;

/** Whether a speaker denies that something is so: "denied leaving the wheel", not "denied the charges". */
function isDenial({ article, quotations }: AnnotatedArticle, { quotation, value }: FactState): boolean {
	const own = quotations.find(({ id }) => id === quotation);
	return own?.cue.some((cue) => DENIES.test(sliceOf(article.text, cue))) === true && !UNSAID.test(value);
}

/** Words of which so much stands in marks are quoted, whatever the outlet puts before them. */
const IN_MARKS = 0.4;

function isQuoted(segments: readonly Segment[]): boolean {
	const marked = segments.flatMap((segment) => segment.marked);
	return spanLength(marked) >= IN_MARKS * spanLength(segments.map(({ span }) => span));
}

function holdsCell({ rendition, segments }: Given, cell: AlignmentCell): boolean {
	return (
		cell.rendition === rendition.id &&
		cell.spans.some((span) => segments.some((segment) => contains(segment.span, span)))
	);
}

function relateRenditions(
	{ alignment }: DraftUtterance,
	variants: readonly Variant[],
	one: Given,
	other: Given,
): Related {
	const [a, b] = [one.rendition.id, other.rendition.id];
	let negated = false;
	for (const { kind, readings, columns } of variants) {
		const left = readings.find(({ renditions }) => renditions.includes(a));
		const right = readings.find(({ renditions }) => renditions.includes(b));
		if (!left || !right || left === right) continue;
		if (kind === "number" && haveOtherNumbers(alignment.columns.slice(columns.start, columns.end), one, other))
			return { relation: "conflict", reason: `the words differ in number: “${left.text}” and “${right.text}”` };
		if (kind !== "polarity" || !areReversed(one, other)) continue;
		negated = true;
		// What an outlet's own words deny is a fact of its own.
		if (!one.rendition.direct || !other.rendition.direct) continue;
		const given = [left.text, right.text].filter((text) => text !== "").map((text) => `“${text}”`);
		return {
			relation: "conflict",
			reason: `the words differ in polarity: ${given.join(" and ")}${given.length < 2 ? " in one alone" : ""}`,
		};
	}
	if (negated)
		return { relation: "compatible", reason: "the same thing said, with a negation in one and none in the other" };
	const parts = variants.filter((variant) => {
		const left = variant.readings.find((reading) => reading.renditions.includes(a));
		const right = variant.readings.find((reading) => reading.renditions.includes(b));
		return left !== undefined && right !== undefined && left !== right && left.text !== "" && right.text !== "";
	});
	if (parts.some(({ kind }) => !SLIGHT.has(kind)))
		return { relation: "compatible", reason: "the same thing said, in other words" };
	const stronger = parts.some(({ kind }) => kind === "strength");
	return {
		relation: "agree",
		reason: stronger ? "the same thing said, more or less strongly" : "the same words, or fewer of them",
	};
}

/** A year is no count. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether two have one number each in a place, another each, and nothing else there that the other has not at all. */
function haveOtherNumbers(columns: readonly AlignmentColumn[], one: Given, other: Given): boolean {
	const [left, right] = [readNumber(columns, one, other), readNumber(columns, other, one)];
	return left !== null && right !== null && left !== right && YEAR.test(left) === YEAR.test(right);
}

/** The one number that a rendition has in columns; null where it says more there, and where it has none or several. */
function readNumber(columns: readonly AlignmentColumn[], own: Given, other: Given): string | null {
	const spans = columns.flatMap(({ cells }) =>
		cells.filter((cell) => holdsCell(own, cell)).flatMap((cell) => cell.spans),
	);
	const words = own.rendition.all.filter((word) => spans.some((span) => contains(span, word)));
	const amounts = [...readAmounts(words)];
	const [only, ...more] = amounts;
	if (!only || more.length > 0) return null;
	const [at, { length }] = only;
	const first = words[at];
	// "Five-bedroom" and "five-bedroomed" have one number.
	const hyphen = first?.norm.search(/\p{L}-/u) ?? -1;
	const key = first && hyphen >= 0 ? numeralKey({ ...first, norm: first.norm.slice(0, hyphen + 1) }) : only[1].key;
	const known = new Set(other.rendition.all.map(({ stem }) => conceptOf(stem)));
	const rest = words.filter(({ weight }, index) => weight >= WEIGHTY && (index < at || index >= at + length));
	return rest.every(({ stem }) => known.has(conceptOf(stem))) ? key : null;
}

/** Whether one denies what the other has without its negation. */
function areReversed(one: Given, other: Given): boolean {
	const [left, right] = [one, other].map(({ segments }) => segments.flatMap(({ words }) => words));
	if (!left || !right) return false;
	return findLostNegation(left, right) !== null || findLostNegation(right, left) !== null;
}

function statementOf(utterance: DraftUtterance, { nameOf }: StoryMaterial): string {
	const who = utterance.speaker === null ? "a speaker not resolved" : nameOf(utterance.speaker);
	return `words of ${who}`;
}
