import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { FactState } from "../../model/record.ts";
import { firstEndingAfter, overlaps } from "../../text/spans.ts";
import { tokenRange } from "../../text/tokens.ts";
import type { DraftFact } from "./draft-fact.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * Folds copies before relations are counted: five outlets that carry one agency's sentence state a thing once. Catches a
 * sentence given word for word in two reports; must not fold two reporters who quote the same words of one speaker, each
 * in a sentence of their own.
 */

/** Words of an outlet's own, outside marks, that two reports do not write alike by chance. */
const LEAST_OWN = 6;

/** A fact with all states of one text is of a single source, in however many reports it stands. */
export function foldCopies(fact: DraftFact, annotatedOf: IndexedMaterial["annotatedOf"]): DraftFact {
	if (fact.relation !== "agree" && fact.relation !== "compatible") return fact;
	const reports = new Set(fact.states.map(({ article }) => article)).size;
	if (reports < 2) return fact;
	const lines = new Map<string, string>();
	for (const state of fact.states) {
		const key = sentenceKey(state, annotatedOf(state.article));
		const known = lines.get(state.article);
		// One sentence of its own makes a report a line of its own.
		if (key === null || (known !== undefined && known !== key)) return fact;
		lines.set(state.article, key);
	}
	if (new Set(lines.values()).size > 1) return fact;
	return { ...fact, relation: "single-source", reason: `${reports} reports carry it in one text` };
}

/** The words of a state's sentence; null when too few of them are the outlet's own. */
function sentenceKey(state: FactState, annotated: AnnotatedArticle): string | null {
	const first = state.spans[0];
	if (!first) return null;
	const { sentences, tokens } = annotated.words;
	const sentence = sentences[firstEndingAfter(sentences, first.start)];
	if (!sentence) return null;
	const range = tokenRange(tokens, sentence);
	const marked = annotated.quotations.flatMap((one) => one.marked).filter((one) => overlaps(one, sentence));
	const words: string[] = [];
	let own = 0;
	for (let i = range.first; i < range.end; i++) {
		if (tokens.kinds[i] === TokenKind.mark) continue;
		words.push(tokens.norms[i] ?? "");
		const start = tokens.starts[i] ?? 0;
		if (!marked.some((one) => one.start <= start && start < one.end)) own++;
	}
	return own < LEAST_OWN ? null : words.join(" ");
}
