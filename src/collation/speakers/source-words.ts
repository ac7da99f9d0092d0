import { foldAccents } from "../../text/fold.ts";
import { classesOf, isBodyWord, isManyWord, isMediumWord, isRoleWord, speaksForBodies } from "./role-words.ts";

/**
 * The words of a source by what they say of who speaks. "the union's general secretary, Dolores Wachira" names
 * Dolores Wachira and calls her secretary; that of a union. "A doctor at the main hospital" names nobody: a doctor.
 */
export interface SourceWords {
	/** Runs of words in capitals that are no roles, folded: names. */
	readonly names: readonly string[];
	/** Classes of what the source is called, see `classesOf`. */
	readonly heads: ReadonlySet<string>;
	/** Folded words that say whose or which: "union", "main", "hospital". */
	readonly modifiers: ReadonlySet<string>;
	/** A body, many people, a medium, or else a person or nobody knows what. */
	readonly kind: SourceKind;
	readonly pronoun: "person" | "thing" | "other" | null;
}

export type SourceKind = "person" | "body" | "many" | "medium" | "unknown";

const PERSONAL = new Set(["he", "she", "him", "her"]);
const THINGS = new Set(["it", "its"]);
const OTHER = new Set(["they", "them", "who", "which", "that", "i", "we", "one", "those", "you", "whoever"]);

/** Words that say nothing of who it is. */
const PLAIN = new Set(
	"the a an this that these those his her its their our my of for in at and s mr mrs ms miss dr sir dame hon also later another some several many most two three other own former acting new".split(
		" ",
	),
);

const WORD = /[\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd}'\u2019&-]*/gu;
/** What follows one of these says more of somebody called already. */
const AFTER_HEAD = /^(?:of|at|in|for|from|with|who|which|that|whose|on|near|to|by|about|aged)$/;

const PHRASES: readonly (readonly [RegExp, string])[] = [
	[/\bhead of state\b/giu, "head-of-state"],
	[/\bheads? of (?:the )?government\b/giu, "head-of-government"],
	[/\bprime[\s-]minister\b/giu, "prime-minister"],
	[/\bpress secretary\b/giu, "press-secretary"],
	[/\bchief executive(?: officer)?\b/giu, "chief-executive"],
	[/\b(?:state|district) attorney\b/giu, "state-attorney"],
	[/\bcoast guard\b/giu, "coastguard"],
	// "According to the information of the council": the council's.
	[
		/^(?:the |an? )?(?:latest |own )?(?:information|statements?|figures|data|accounts?|reports?|words|estimates?|view|opinion) (?:of|from|by) (?=the |\p{Lu})/iu,
		"",
	],
];

const known = new Map<string, SourceWords>();
/** Keeps the memory bounded on long runs; it changes nothing but speed: sources and names recur. */
const MOST_KNOWN = 5000;
/** What is longer is not met again. */
const LONGEST_KNOWN = 100;

export function readSourceWords(source: string): SourceWords {
	if (source.length > LONGEST_KNOWN) return readAnew(source);
	const found = known.get(source);
	if (found) return found;
	const read = readAnew(source);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(source, read);
	return read;
}

function readAnew(source: string): SourceWords {
	let text = source;
	for (const [phrase, word] of PHRASES) text = text.replace(phrase, word);
	const names: string[] = [];
	const heads = new Set<string>();
	const modifiers = new Set<string>();
	const kinds = new Set<SourceKind>();
	let pronoun: SourceWords["pronoun"] = null;
	for (const piece of text.split(/[,;()\u2013\u2014]/u)) {
		const words = [...piece.matchAll(WORD)].map((match) => match[0]);
		const folded = words.map((word) => foldAccents(word).replace(/['\u2019]$/, ""));
		if (words.length === 1 || (words.length === 2 && folded[1] !== undefined && PLAIN.has(folded[1]))) {
			const [only = ""] = folded;
			if (PERSONAL.has(only)) pronoun = "person";
			else if (THINGS.has(only)) pronoun = "thing";
			else if (OTHER.has(only)) pronoun = "other";
		}
		const stop = folded.findIndex((word) => AFTER_HEAD.test(word));
		const end = stop < 0 ? words.length : stop;
		const plain = folded.map((word) => word.replace(/['\u2019]s$/, ""));
		const called = words.map(
			(word, i) => i < end && !/['\u2019]s?$/u.test(word) && kindOf(plain[i] ?? "") !== "unknown",
		);
		// "general secretary": the last of them is what somebody is called.
		const head = called.findLastIndex((is, i) => is && !called[i + 1]);
		let run: string[] = [];
		const close = (): void => {
			if (run.length > 0) names.push(run.join(" "));
			run = [];
		};
		words.forEach((word, i) => {
			const norm = plain[i] ?? "";
			const capital = /^\p{Lu}/u.test(word);
			if (PLAIN.has(norm) || AFTER_HEAD.test(norm)) {
				close();
				return;
			}
			const inName = capital && i < end && !/['\u2019]s?$/u.test(word);
			// "Finance Minister Vane" is called minister, "Harbour Union" is a name that says what it is.
			if (called[i] && i === head) {
				for (const one of classesOf(norm)) heads.add(one);
				kinds.add(kindOf(norm));
			}
			const role = called[i] && kindOf(norm) === "person";
			if (inName && !role) run.push(norm);
			else {
				// "Finance Minister", "a Vell Lines spokesman": whose or of what.
				const owner = capital && /['\u2019]s?$/u.test(word);
				if (role || owner) for (const one of run.splice(0)) modifiers.add(one);
				close();
				if (!(called[i] && i === head)) modifiers.add(norm);
			}
		});
		close();
		// The last word of a description without a known one says what it is.
		const last = plain[end - 1] ?? "";
		const described = head < 0 && pronoun === null && /^\p{Ll}/u.test(words[end - 1] ?? "") && !PLAIN.has(last);
		if (described && heads.size === 0) heads.add(last);
	}
	const kind = (["many", "person", "medium", "body"] as const).find((one) => kinds.has(one)) ?? "unknown";
	return { names, heads, modifiers, kind, pronoun };
}

function kindOf(word: string): SourceKind {
	if (isManyWord(word)) return "many";
	if (isMediumWord(word)) return "medium";
	// "The commander" is one, whatever forces are called after theirs.
	if (speaksForBodies(word)) return "person";
	if (isBodyWord(word)) return "body";
	return isRoleWord(word) ? "person" : "unknown";
}
