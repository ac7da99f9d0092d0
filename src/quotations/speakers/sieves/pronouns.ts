import type { Span } from "../../../model/span.ts";
import { type Appearance, candidatesOf, type Focus, reasonOf } from "../focus.ts";
import { headNames } from "../named.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";

/** Whoever is picked weighs this many times what the next does. Set with the weights of focus.ts. */
const MARGIN = 1.6;
/** And at least so much: nobody is picked for want of another alone. */
const LEAST = 0.12;
/** A name of whom the article tells no pronoun needs more. */
const LEAST_UNTOLD = 0.2;
/** Less stands for whoever spoke in the sentence before, nobody else named in it or since. */
const LAST_MARGIN = 1.2;
/** Whoever is spoken of in the words themselves seldom speaks them. */
const SPOKEN_OF = 0.25;

/**
 * "He" and "she", by who speaks and acts before: the nearest who fits and stands out, not the nearest name.
 *
 * Catches: `Orla Pike met Brenna Vane on Monday.` above `“We stay,” she said.`: Pike.
 * Must not: `Ander Vane said the dam holds. Joren Hale met the crews. “We stay,” he said.`: either.
 */
export function resolvePersonal(question: Question): Speaker | null {
	const { words, focus, draft, index, text } = question;
	const pronoun = pronounOf(words);
	if (pronoun === null) return null;
	// "He told me, ‘Pike, go home’": whom somebody quoted inside the words addresses may be who tells it.
	const quoted = (part: Span, at: number): boolean =>
		INNER.test(text.slice(Math.max(part.start, at - LONGEST_INNER), at));
	const own = new Set(
		draft.marked.flatMap((part) =>
			index.inside(part).flatMap(({ entity, mention }) => (quoted(part, mention.start) ? [] : [entity.id])),
		),
	);
	// "Vane, she said, was wrong": whom the words are about.
	const [first] = draft.content;
	const about = first && index.inside(first)[0];
	if (about && TITLES.test(text.slice(first.start, about.mention.start))) own.add(about.entity.id);
	const hearers = new Set(
		draft.addressee ? headNames(text, draft.addressee, index).map(({ entity }) => entity.id) : [],
	);
	const fits = (appearance: Appearance): number => {
		const { entity } = appearance;
		if (entity && hearers.has(entity.id)) return 0;
		return focus.suits(appearance, pronoun) * (entity && own.has(entity.id) ? SPOKEN_OF : 1);
	};
	return decide(pronoun, fits, question);
}

/** An inner mark that is still open (UTF-16 units back). */
const INNER = /[\s(][\u201c\u2018"'][^\u201d\u2019"']*$/;
const LONGEST_INNER = 200;

/** "He", "she himself", "he only", "him": the pronoun, or null. */
export function pronounOf(words: string): "he" | "she" | null {
	// "according to him", "in his view"
	const object = /^(?:(him|his)|her)$/i.exec(words);
	if (object) return object[1] === undefined ? "she" : "he";
	const pronoun =
		/^(he|she)(?:\s+(?:himself|herself|only|also|then|later|again|further|even|just|still|never|once|often|thus))?$/i
			.exec(words)?.[1]
			?.toLowerCase();
	return pronoun === "he" || pronoun === "she" ? pronoun : null;
}

/** What may stand before the name that words begin with. */
const TITLES = /^(?:that\s+)?(?:(?:the\s+)?(?:\p{Lu}[\p{L}]*\.?\s+){0,3})$/u;

/** Whether somebody spoke, or was set against who did, in the sentence right before, in the same paragraph, and nobody who fits came since. */
export function goesOn(appearance: Appearance, focus: Focus, fits: (appearance: Appearance) => number): boolean {
	return (
		(appearance.part === "speaker" || appearance.part === "contrast") &&
		appearance.paragraph === focus.paragraph &&
		focus.sentence - appearance.sentence <= 1 &&
		focus.isLatest(appearance, fits)
	);
}

function decide(pronoun: string, fits: (appearance: Appearance) => number, { focus }: Question): Speaker {
	const weighed = focus.weigh(fits);
	const [first, second] = weighed;
	if (!first) return nobody(`“${pronoun}” follows no name nearby`);
	const { appearance, weight } = first;
	const { entity } = appearance;
	const margin = goesOn(appearance, focus, fits) ? LAST_MARGIN : MARGIN;
	if (weight < margin * (second?.weight ?? 0)) {
		const names = weighed.slice(0, 3).filter((one) => one.weight * margin > weight);
		return undecided(
			`“${pronoun}” may be ${names.map((one) => one.appearance.entity?.name ?? `“${one.appearance.words}”`).join(" or ")}`,
			candidatesOf(weighed),
		);
	}
	if (entity === null)
		return undecided(
			`“${pronoun}” goes on from “${appearance.words}”, who ${appearance.candidates.length > 1 ? "may be more than one" : "is not named"}`,
			appearance.candidates.length > 1 ? appearance.candidates : candidatesOf(weighed.slice(1)),
		);
	if (weight < (focus.pronounOf(entity) === null ? LEAST_UNTOLD : LEAST))
		return undecided(`“${pronoun}” follows no name that stands out`, candidatesOf(weighed));
	return known(
		entity,
		appearance.part === "speaker"
			? `“${pronoun}” goes on from ${entity.name}, who speaks before`
			: `“${pronoun}” follows ${entity.name}, who ${reasonOf(appearance)}`,
	);
}
