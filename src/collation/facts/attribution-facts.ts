import type { FactState, Variant } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import { sliceOf } from "../../text/spans.ts";
import { standingOf } from "../statements.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";
import type { IndexedMaterial, StoryMaterial } from "./story-material.ts";

/** Variants that change what the speaker is reported to have said. */
const CONFLICTING: ReadonlySet<Variant["kind"]> = new Set(["polarity", "number"]);

/** Variants by which two reports still say the same. */
const SLIGHT: ReadonlySet<Variant["kind"]> = new Set(["wording", "inflection", "order", "strength"]);

/**
 * One fact for each utterance that two reports or more carry: that it was said, by whom, in which
 * reports, and who leaves it out.
 */
export function findAttributionFacts(material: IndexedMaterial): DraftFact[] {
	const { story, utterances, speakers, annotatedOf } = material;
	const facts: DraftFact[] = [];
	for (const utterance of utterances) {
		if (new Set(utterance.renditions.map((one) => one.article)).size < 2) continue;
		const renditionOf: string[] = [];
		const states: FactState[] = [];
		for (const rendition of utterance.renditions) {
			const annotated = annotatedOf(rendition.article);
			const spans = rendition.parts.flatMap((part) => part.spans);
			const first = spans[0];
			if (!first) continue;
			const { text } = annotated.article;
			states.push({
				article: rendition.article,
				spans,
				value: spans.map((span) => sliceOf(text, span)).join(" … "),
				...standingOf(annotated, first, speakers),
				...(rendition.parts[0]?.quotation === null ? echoStanding(utterance, rendition.id) : {}),
				quotation: rendition.parts[0]?.quotation ?? null,
			});
			renditionOf.push(rendition.id);
		}
		const relate = (i: number, j: number): Related =>
			relateRenditions(utterance, renditionOf[i] ?? "", renditionOf[j] ?? "");
		facts.push(makeFact(story, "attribution", statementOf(utterance, material), states, relate));
	}
	return facts;
}

/** Words that repeat a quotation are its speaker's, though no quotation was found in them. */
function echoStanding({ drafts, speaker }: DraftUtterance, rendition: string): Pick<FactState, "mode" | "by"> {
	const quoted = drafts.some(({ id, marked }) => id === rendition && marked);
	return { mode: quoted ? "quoted" : "attributed", by: speaker };
}

function relateRenditions(utterance: DraftUtterance, a: string, b: string): Related {
	for (const variant of utterance.variants) {
		const left = variant.readings.find((reading) => reading.renditions.includes(a));
		const right = variant.readings.find((reading) => reading.renditions.includes(b));
		if (!left || !right || left === right || !CONFLICTING.has(variant.kind)) continue;
		// Words that a report leaves out contradict nothing.
		if (left.text === "" || right.text === "") continue;
		if (variant.kind === "polarity" && countNegations(left.text) === countNegations(right.text)) continue;
		return {
			relation: "conflict",
			reason: `the words differ in ${variant.kind}: “${left.text}” and “${right.text}”`,
		};
	}
	const parts = utterance.variants.filter((variant) => {
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

function countNegations(text: string): number {
	return foldCase(text)
		.split(/[^\p{L}\p{N}']+/u)
		.filter(isNegation).length;
}

function statementOf(utterance: DraftUtterance, { nameOf }: StoryMaterial): string {
	const who = utterance.speaker === null ? "a speaker not resolved" : nameOf(utterance.speaker);
	return `words of ${who}`;
}
