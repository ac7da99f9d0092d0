import { ROLES } from "../../../language/names/data/name-words.ts";
import { nobody, type Question, type Speaker } from "../speaker.ts";

/** Nouns of what speaks in writing. */
const DOCUMENTS = new Set(
	"report statement letter study survey poll document memo indictment lawsuit complaint filing editorial article book email e-mail message tweet post petition review release ad advert paper ruling bill law treaty resolution decree transcript communique".split(
		" ",
	),
);

/**
 * A source that nobody's name answers is kept as described.
 *
 * Catches: `a police spokesman`, `officials`, `two residents`, `his lawyer`, `the report`
 * Must not: anything; it stands last.
 */
export function keepUnnamed({ words, draft, text }: Pick<Question, "words" | "draft" | "text">): Speaker {
	const noun = headNoun(words);
	// "an inquiry heard", "a jury was told"
	const heard = draft.cue.some(({ start, end }) => HEARD.test(text.slice(start, end)));
	if (heard) return nobody(`“${words}” hears it, and nothing says who told it`);
	return nobody(
		DOCUMENTS.has(noun) ? `a document, speaking for itself: “${words}”` : `a source without a name: “${words}”`,
	);
}

const HEARD = /^(?:(?:has|have|had)\s)?heard$|\b(?:is|was|were|been)\stold$/i;

export function headNoun(words: string): string {
	const head = words.split(/,|\b(?:of|to|for|at|in|on|from|who|with|by)\b/)[0]?.trim() ?? words;
	const last = head.slice(head.lastIndexOf(" ") + 1);
	return /([\p{L}-]+)$/u.exec(last)?.[1]?.toLowerCase() ?? "";
}

/** What kind of thing a description without a name is of. */
export function kindOfDescription(words: string): "person" | "body" | "people" {
	const noun = headNoun(words);
	if (ROLES.has(noun) || /^(?:someone|somebody)$/.test(noun)) return "person";
	if (/(?:^one$|[^s]s|people|police|others|many|some|both)$/.test(noun)) return "people";
	return /(?:er|or|ist|ian|ant|ee|man|woman|body|source|clerk|head|guard)$/.test(noun) &&
		!DOCUMENTS.has(noun) &&
		noun !== "newspaper"
		? "person"
		: "body";
}
