import { ROLE_PRONOUNS } from "../../language/names/data/name-words.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "../draft.ts";
import type { Seen } from "./appearances.ts";
import type { Appearance, Focus, Part } from "./focus.ts";
import type { NamedIndex } from "./named.ts";
import { pronounOf } from "./sieves/pronouns.ts";
import { resolveRole } from "./sieves/roles.ts";
import { headNoun, kindOfDescription } from "./sieves/unnamed.ts";
import type { Speaker } from "./speaker.ts";

/** Adds what a sentence shows to what the reader has in mind; descriptions and pronouns are read as they come. */
export function takeIn(text: string, index: NamedIndex, focus: Focus, one: Seen): void {
	if ("part" in one) {
		if (one.entity !== null || !/^(?:the|his|her|their)\s/i.test(one.words)) {
			focus.add(one);
			return;
		}
		// "The mayor went on": somebody named before, where one alone is a mayor.
		const source = { start: one.start, end: one.start + one.words.length };
		const id = resolveRole({ text, index, source, words: one.words, focus })?.speaker ?? null;
		const entity = id === null ? null : (index.entities.get(id) ?? null);
		// "The actor went on", of whom the article tells no role: likelier somebody in mind than another.
		focus.add(entity ? { ...one, entity } : /^the\s/i.test(one.words) ? { ...one, part: "oblique" } : one);
		return;
	}
	// "He then left": whoever is meant acts, where that is plain.
	const [first, second] = focus.weigh((appearance) => focus.suits(appearance, one.said));
	if (!first || first.weight < PLAIN * (second?.weight ?? 0)) return;
	const { entity } = first.appearance;
	if (entity && (entity.type !== "person" || (focus.pronounOf(entity) === null && first.weight < SURE))) return;
	focus.tell(first.appearance, one.said);
	focus.add({
		...first.appearance,
		part: "subject",
		start: one.start,
		reported: one.reported,
		sentence: focus.sentence,
		paragraph: focus.paragraph,
	});
}

/** A pronoun of the report itself is taken for the likeliest when that one weighs so many times the next. */
const PLAIN = 1.7;
/** And somebody of whom nothing tells a pronoun when that one acted or spoke right before. */
const SURE = 0.3;

/** "Behr", "Behr, who joined in 2010,": one name, of whomever it is. */
const ONE_NAME = /^\p{Lu}\p{Ll}{2,}(?:,|$)/u;

/** As sure as one must be that somebody goes on who spoke in the sentence before. */
const STILL = 1.2;

/** A speaker in the mind of the reader, named or not; null where the words say too little. */
export function appearanceOfSource(
	text: string,
	index: NamedIndex,
	focus: Focus,
	draft: Draft,
	source: Span,
	answer: Speaker,
): Appearance | null {
	const words = text.slice(source.start, source.end);
	const own = pronounOf(words);
	const place = { start: source.start, sentence: focus.sentence, paragraph: focus.paragraph, reported: false };
	const part: Part = draft.cue.some(({ start, end }) => /\bask(?:s|ed)?\b/i.test(text.slice(start, end)))
		? "asker"
		: "speaker";
	if (answer.speaker !== null) {
		const entity = index.entities.get(answer.speaker);
		if (!entity) return null;
		const kind = entity.type === "person" || entity.type === "unknown" ? "person" : "body";
		const spoken: Appearance = {
			entity,
			words: entity.name,
			kind,
			pronoun: entity.pronoun,
			part,
			...place,
			candidates: [],
		};
		if (own) focus.tell(spoken, own);
		return spoken;
	}
	// "“I agree,” he added.": an unnamed man who goes on is still who is meant next.
	if (own !== null) {
		const [first, second] = focus.weigh((appearance) => focus.suits(appearance, own));
		if (!first || first.appearance.entity !== null || first.weight < STILL * (second?.weight ?? 0)) return null;
		return { ...first.appearance, part, ...place };
	}
	if (/^(?:they|it|who|i|we|you)$/i.test(words)) return null;
	const joined = answer.candidates.length > 1 && /\band\b/.test(words);
	const noun = headNoun(words);
	return {
		entity: null,
		words,
		kind: joined
			? "people"
			: ONE_NAME.test(words) && kindOfDescription(words) === "body"
				? "person"
				: kindOfDescription(words),
		pronoun: ROLE_PRONOUNS.get(noun) ?? null,
		part,
		...place,
		candidates: joined || ONE_NAME.test(words) ? answer.candidates : [],
	};
}
