import type { Span } from "../../model/span.ts";
import { mergeSpans } from "../../text/spans.ts";
import { LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import { isSureDraft } from "../confidence.ts";
import type { Draft } from "../draft.ts";
import { readSentence } from "./appearances.ts";
import { appearanceOfSource, takeIn } from "./attention.ts";
import { Focus } from "./focus.ts";
import type { NamedIndex } from "./named.ts";
import { resolveAge } from "./sieves/ages.ts";
import { resolveAside } from "./sieves/asides.ts";
import { resolveBody } from "./sieves/bodies.ts";
import { resolveLabel } from "./sieves/labels.ts";
import { resolveLater } from "./sieves/later.ts";
import { resolvePerson } from "./sieves/names.ts";
import { resolvePersonal } from "./sieves/pronouns.ts";
import { resolveRelative } from "./sieves/relatives.ts";
import { resolveLesser, resolveRole } from "./sieves/roles.ts";
import { resolveShortened } from "./sieves/shortened.ts";
import { resolveShared, resolveSurname } from "./sieves/surnames.ts";
import { resolveThing } from "./sieves/things.ts";
import { keepUnnamed } from "./sieves/unnamed.ts";
import { leaveWriter } from "./sieves/writer.ts";
import { nobody, type Question, type Sieve, type Speaker } from "./speaker.ts";

export type { Speaker } from "./speaker.ts";

/** From sure to less sure; the first that answers is heard, and the last always does. */
const SIEVES: readonly Sieve[] = [
	leaveWriter,
	resolveLabel,
	resolveRelative,
	resolvePersonal,
	resolveThing,
	resolveAside,
	resolveShared,
	resolveLesser,
	resolvePerson,
	resolveBody,
	resolveSurname,
	resolveShortened,
	resolveAge,
	resolveLater,
	resolveRole,
	keepUnnamed,
];

/**
 * Who speaks in each draft, in their order. The article is gone through once from its start, so that a source
 * is asked about with what a reader knows there: who was named, acted and spoke before. Nobody is picked when
 * two fit: the speaker is null and both are candidates.
 */
export function resolveSpeakers(
	text: string,
	drafts: readonly Draft[],
	index: NamedIndex,
	units: readonly Unit[],
): Speaker[] {
	const focus = new Focus();
	const answers = new Map<string, Speaker>();
	const asked = bySource(drafts);
	// Whom a doubtful reading gives words, nobody is taken to speak of.
	const reported = mergeSpans(drafts.flatMap((draft) => (isSureDraft(draft) ? draft.content : [])));
	const sources = mergeSpans(asked.flatMap(({ source }) => (source ? [source] : [])));
	let next = 0;
	let paragraph = -1;
	for (const unit of units) {
		// Behind the last source nobody is asked about.
		if (next >= asked.length) break;
		const end = unit.items.at(-1)?.end ?? 0;
		if (unit.items.some(({ kind }) => kind === "word")) {
			focus.sentence++;
			if (unit.paragraph !== paragraph) focus.paragraph++;
			paragraph = unit.paragraph;
		}
		const seen =
			unit.items.length > LONGEST_SENTENCE ? [] : readSentence(text, unit, index, { reported, sources }, focus);
		let at = 0;
		for (; ; next++) {
			const draft = asked[next];
			if (!draft?.source || draft.source.start >= end) break;
			for (let one = seen[at]; one && one.start < draft.source.start; one = seen[++at]) takeIn(text, index, focus, one);
			const answer = ask(text, index, sources, focus, draft, draft.source);
			answers.set(keyOf(draft.source), answer);
			const spoken = appearanceOfSource(text, index, focus, draft, draft.source, answer);
			if (spoken) focus.add(spoken);
		}
		for (let one = seen[at]; one; one = seen[++at]) takeIn(text, index, focus, one);
	}
	return drafts.map((draft) =>
		draft.source
			? (answers.get(keyOf(draft.source)) ?? ask(text, index, sources, focus, draft, draft.source))
			: nobody("nothing names who speaks"),
	);
}

function ask(
	text: string,
	index: NamedIndex,
	sources: readonly Span[],
	focus: Focus,
	draft: Draft,
	source: Span,
): Speaker {
	// "(Officials said …)": a bracket that opens before a source is none of it.
	// "Pike’s proposal to close the dam": whose the proposal is.
	const owner = /\S['\u2019]s?$/.exec(text.slice(source.end - 3, source.end))?.[0].slice(1).length ?? 0;
	const owned =
		owner > 0 && source.end - source.start > owner + 1 && draft.cue.some(({ start }) => start >= source.end);
	const span = owned ? { start: source.start, end: source.end - owner } : source;
	const words = text.slice(span.start, span.end).replace(/^[([\s]+/, "");
	const question: Question = { text, index, draft, source: span, words, sources, focus };
	for (const sieve of SIEVES) {
		const answer = sieve(question);
		if (answer) return answer;
	}
	return nobody("nothing names who speaks");
}

/** One draft a source, in the order of the text. */
function bySource(drafts: readonly Draft[]): Draft[] {
	const first = new Map<string, Draft>();
	for (const draft of drafts) {
		if (!draft.source) continue;
		const key = keyOf(draft.source);
		if (!first.has(key)) first.set(key, draft);
	}
	return [...first.values()].sort(
		(a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0) || (a.source?.end ?? 0) - (b.source?.end ?? 0),
	);
}

function keyOf({ start, end }: Span): string {
	return `${start}-${end}`;
}
