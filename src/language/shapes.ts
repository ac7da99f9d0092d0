import { TokenKind, type Words } from "../model/annotated.ts";
import type { Article } from "../model/article.ts";
import { tokenRange } from "../text/tokens.ts";
import { CALENDAR_WORDS, HONORIFICS, ROLES } from "./names/data/name-words.ts";
import { isDomain } from "./names/domains.ts";
import { givenName, type KnownName, knownName } from "./names/gazetteer.ts";

/** What the writing of a token says, as bits. */
export const Shape = {
	/** Begins with a capital, or has one after an Arabic or French article ("al-Kell", "d'Orva"). */
	capital: 1,
	/** Two letters or more, all capitals, with or without dots: "TVA", "U.S.", "IS-K". */
	acronym: 2,
	/** Opens a sentence, a quotation or what follows a colon: its capital says nothing. */
	opening: 4,
	/** Stands in a line written in title case or in capitals: no capital there says anything. */
	titled: 8,
	/** Belongs to a date. */
	date: 16,
	/** Stands directly behind the token before it, without space. */
	joined: 32,
} as const;

/** The tokens of one article with their shapes: what the finders of this folder read. */
export interface Reading {
	readonly article: Article;
	readonly text: string;
	readonly words: Words;
	readonly count: number;
	/** Offsets of each token, cut to the name inside when a hyphen joins it to small words ("Corra-based"). */
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	readonly kinds: Uint8Array;
	readonly norms: readonly string[];
	readonly shapes: Uint8Array;
	/** Token ranges of the sentences, as pairs in one list. */
	readonly sentences: readonly { readonly first: number; readonly end: number }[];
	/** Index of the sentence of each token. */
	readonly sentenceOf: Int32Array;
	/** States, places and their peoples that the article itself shows, by exact writing; see peoples.ts. */
	readonly peoples: ReadonlyMap<string, KnownName>;
	/** By the first token of a naming those of the namings that it cannot be; see apart.ts. */
	readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
}

const NONE_APART: ReadonlyMap<number, ReadonlySet<number>> = new Map();

const SMALL_PREFIX =
	/^(?:pro|anti|non|ex|post|pre|intra|inter|mid|trans|cross|un|former|self|neo|counter|semi|then|vice)[-\u2010\u2011]/iu;
const ARABIC = /^(?:al|el|an|ar|as|ash|ad|at|az|ul|bin|abu)[-\u2010\u2011]\p{Lu}/u;
const ELIDED = /^[dlDLO]['\u2019]\p{Lu}/u;
const SMALL_SUFFIX = /^\p{Lu}[\p{L}\p{M}'\u2019]*([-\u2010\u2011]\p{Ll}[\p{Ll}-]*)$/u;
/** "Sixty-three" is one number, not a name with something small behind it. */
const NUMBER_IN_WORDS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\u2010\u2011]/iu;
/** Small second halves that belong to a name: "Jean-paul", "Al-shabaab". */
const WHOLE_HALF = /^(?:al|el|abdul|abd|saint|jean|abu|bin|co|vice)[-\u2010\u2011]/iu;
/** Second halves of Korean and Chinese given names: "Jae-sun", not "Corra-led" or "Corra-run". */
const SYLLABLE =
	/^[-\u2010\u2011](?!(?:run|man|men|pan|wing|long|son|sin|bank|mark)$)(?:[bcdghjkmnprstwy]|ch|sh|zh|ky|hy|gy|my)?(?:ae|eo|eu|oo|ee|ou|ui|oe|yu|yo|yeo|a|e|i|o|u)(?:ng|n|k|l|m|p)?$/;
/** Second halves that belong to a name behind another capital: "Chan Mei-kwan", "Kuan-yew", "Wei-lin". */
const NAME_SYLLABLE =
	/^[-\u2010\u2011](?!(?:run|man|men|pan|wing|long|son|sin|bank|mark|fed|hit|set|bit|cut|let|get|put|net|won|win|ran|sun|gun|fan|van|ban|tan|can|den|ten|pen|bin|tin|top|tip|hop|cap|gap|map|tap|lap|zip|hip|lip|look|week|talk|weak|too|low|high|new|how|now|law|raw|saw|row|few|non|wan|only|like|hat|what|that|not|hot|shot|part|port)$)(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|ky|hy|gy|my|kw|gw|hs|ts|tz|ng)?(?:i?a[eiou]?|u[aoie]|e[iouw]?|i[aoeu]?|iao|uai|o[oue]?|u|ou|aw|y[aeiou]o?)(?:ng|n|k|l|m|p|t|h)?$/;
const ACRONYM = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{Lu}\p{Nd}.&\-\u2010\u2011/]{2,12}$/u;
const QUOTE = /["\u201c\u201d\u201e\u00ab\u2018\u2019':\u2022\u00b7*>\u2013\u2014[(]/;
const OPENING_MARK = new Set([
	'"',
	"\u201c",
	"\u201e",
	"\u00ab",
	"\u2018",
	":",
	"\u2022",
	"\u00b7",
	"*",
	">",
	"#",
	"|",
]);

/** Function words, which title case leaves small. */
const SMALL_WORDS = new Set(
	"a an the and or but nor of in on at to by for from with as vs via over into than up off is be are it its amid after before".split(
		" ",
	),
);

/** Reads the shapes of an article's tokens. Linear in the text. */
export function readShapes(article: Article, words: Words): Reading {
	const { text } = article;
	const { tokens } = words;
	const count = tokens.starts.length;
	const starts = Uint32Array.from(tokens.starts);
	const ends = Uint32Array.from(tokens.ends);
	const norms = [...tokens.norms];
	const shapes = new Uint8Array(count);
	const sentences = words.sentences.map((span) => tokenRange(tokens, span));
	const sentenceOf = new Int32Array(count).fill(-1);
	sentences.forEach(({ first, end }, at) => {
		sentenceOf.fill(at, first, end);
	});
	for (let i = 0; i < count; i++) {
		let shape = i > 0 && tokens.ends[i - 1] === tokens.starts[i] ? Shape.joined : 0;
		if (tokens.kinds[i] === TokenKind.word) {
			const whole = text.slice(starts[i], ends[i]);
			// Most words are small and plain: nothing below can hold for them.
			if (whole === norms[i] && !/[-\u2010\u2011]/.test(whole)) {
				shapes[i] = shape;
				continue;
			}
			const named = nameInside(whole, followsCapital(text, starts[i] ?? 0));
			if (named) {
				starts[i] = (tokens.starts[i] ?? 0) + named.start;
				ends[i] = (tokens.starts[i] ?? 0) + named.end;
				norms[i] =
					(tokens.norms[i] ?? "").length === whole.length
						? (tokens.norms[i] ?? "").slice(named.start, named.end)
						: (tokens.norms[i] ?? "");
			}
			const written = text.slice(starts[i], ends[i]);
			if (NUMBER_IN_WORDS.test(written)) {
				shapes[i] = shape;
				continue;
			}
			if (/^[\p{Lu}\p{Lt}]/u.test(written) || ARABIC.test(written) || ELIDED.test(written)) shape |= Shape.capital;
			else if (/^\p{Ll}{1,2}\p{Lu}\p{L}/u.test(written)) shape |= Shape.capital;
			if (ACRONYM.test(written)) shape |= Shape.acronym;
		}
		shapes[i] = shape;
	}
	markOpenings(text, sentences, starts, shapes, tokens.kinds);
	markTitledLines(words, starts, ends, tokens.kinds, norms, shapes, text);
	markTitledMarks(text, starts, tokens.kinds, norms, shapes);
	const { kinds } = tokens;
	const peoples = new Map<string, KnownName>();
	const apart = NONE_APART;
	return { article, text, words, count, starts, ends, kinds, norms, shapes, sentences, sentenceOf, peoples, apart };
}

/** Whether the word before is written with a capital, and nothing but a space lies between. */
function followsCapital(text: string, start: number): boolean {
	return (
		text.charAt(start - 1) === " " && /\p{Lu}[\p{L}\p{M}'\u2019-]* $/u.test(text.slice(Math.max(0, start - 24), start))
	);
}

/** The capitalised half of a word that a hyphen joins to a small one; null when the word stays whole. */
function nameInside(word: string, behindName: boolean): { readonly start: number; readonly end: number } | null {
	if (!/[-\u2010\u2011'\u2019]/.test(word) || NUMBER_IN_WORDS.test(word)) return null;
	const prefix = SMALL_PREFIX.exec(word)?.[0];
	if (prefix !== undefined && /^\p{Lu}/u.test(word.slice(prefix.length))) {
		return { start: prefix.length, end: word.length };
	}
	// "all'ANSA", "dell'Orva"
	const article = /^(?:all|dell|nell|sull|dall|quell)['\u2019](?=\p{Lu})/u.exec(word)?.[0];
	if (article !== undefined) return { start: article.length, end: word.length };
	const suffix = SMALL_SUFFIX.exec(word)?.[1];
	if (suffix !== undefined && suffix.length > 3 && !WHOLE_HALF.test(word) && !SYLLABLE.test(suffix)) {
		if (behindName && NAME_SYLLABLE.test(suffix)) return null;
		return { start: 0, end: word.length - suffix.length };
	}
	return null;
}

/** A straight mark that closes what it opened: `Robert "Bo" Vane`. */
function closesMark(text: string, at: number): boolean {
	return /[\p{L}\p{Nd}]/u.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1));
}

function markOpenings(
	text: string,
	sentences: readonly { readonly first: number; readonly end: number }[],
	starts: Uint32Array,
	shapes: Uint8Array,
	kinds: Uint8Array,
): void {
	for (const { first, end } of sentences) {
		let open = true;
		for (let i = first; i < end; i++) {
			if (kinds[i] === TokenKind.mark) {
				const mark = text.charAt(starts[i] ?? 0);
				if (OPENING_MARK.has(mark) && !(mark === '"' && closesMark(text, starts[i] ?? 0))) open = true;
				else if (open && !QUOTE.test(mark) && mark !== "-" && mark !== ".") open = false;
				continue;
			}
			if (open) shapes[i] = (shapes[i] ?? 0) | Shape.opening;
			// A list number ("1. Corra") leaves what follows opening.
			open = kinds[i] === TokenKind.number && i === first && text.charAt(starts[i + 1] ?? 0) === ".";
		}
	}
}

/**
 * Marks lines in title case or in capitals. A line of four words or more is in title case when all
 * but one in five of its words have capitals, function words aside; one in ten when it ends like a sentence.
 */
function markTitledLines(
	words: Words,
	starts: Uint32Array,
	ends: Uint32Array,
	kinds: Uint8Array,
	norms: readonly string[],
	shapes: Uint8Array,
	text: string,
): void {
	for (const paragraph of words.paragraphs) {
		const { first, end } = tokenRange(words.tokens, paragraph);
		let total = 0;
		let capital = 0;
		let upper = 0;
		for (let i = first; i < end; i++) {
			if (kinds[i] !== TokenKind.word || SMALL_WORDS.has(norms[i] ?? "")) continue;
			if ((shapes[i] ?? 0) & Shape.joined) continue;
			if ((ends[i] ?? 0) - (starts[i] ?? 0) < 2) continue;
			total++;
			if (!((shapes[i] ?? 0) & Shape.capital)) continue;
			capital++;
			if (!/\p{Ll}/u.test(text.slice(starts[i], ends[i]))) upper++;
		}
		const ended = /[.!?\u2026]["'\u201d\u2019)]*$/.test(
			text.slice(Math.max(paragraph.start, paragraph.end - 6), paragraph.end),
		);
		const titled = ended ? total >= 5 && capital > total * 0.9 : total >= 4 && capital >= total * 0.8;
		const capitals = total >= 3 && upper >= total * 0.7;
		const dense = titled && !capitals && capital < total;
		if (dense && isSentenceOfNames({ first, end, ended }, starts, ends, kinds, norms, shapes, text)) continue;
		if (titled || capitals) for (let i = first; i < end; i++) shapes[i] = (shapes[i] ?? 0) | Shape.titled;
	}
}

/** Words of four letters and more that some houses leave small in title case. */
const LONG_SMALL_WORDS = new Set(
	(
		"about above across against along among around because behind below beneath beside between beyond during inside " +
		"near onto outside since than that this through toward towards under until upon when where which while who with " +
		"within without not no so if has have had was were will per de la le del van von der den al bin"
	).split(" "),
);

/**
 * Whether a line of many capitals is a sentence full of names and titles: "Chilean Foreign Minister Orla Pike met
 * Peruvian President Ander Vane". Its verb is small, and nearly all its capitals are those of titles, peoples,
 * days, and of what stands behind titles and given names.
 */
function isSentenceOfNames(
	{ first, end, ended }: { readonly first: number; readonly end: number; readonly ended: boolean },
	starts: Uint32Array,
	ends: Uint32Array,
	kinds: Uint8Array,
	norms: readonly string[],
	shapes: Uint8Array,
	text: string,
): boolean {
	let small = 0;
	let open = 0;
	let titles = 0;
	// Capitals that what stands before them makes those of a name.
	let name = 0;
	for (let i = first; i < end; i++) {
		const norm = norms[i] ?? "";
		if (kinds[i] !== TokenKind.word) {
			if (norm !== ".") name = 0;
			continue;
		}
		if (norm === "'s") continue;
		if (!((shapes[i] ?? 0) & Shape.capital)) {
			name = ROLES.has(norm) ? 2 : 0;
			if (name > 0) titles++;
			else if (!SMALL_WORDS.has(norm) && !LONG_SMALL_WORDS.has(norm)) small++;
			continue;
		}
		const written = text.slice(starts[i], ends[i]);
		const role = ROLES.has(norm) || HONORIFICS.has(norm);
		const pair = text.slice(starts[i], ends[i + 1]);
		if (role || isDomain(norm) || norm === "ministry" || CALENDAR_WORDS.has(norm) || knownName(written) !== null) {
			if (role) titles++;
			name = role ? 2 : name;
		} else if (knownName(pair) !== null) i++;
		else if (givenName(norm) !== undefined) name = Math.max(name - 1, 1);
		else if (name > 0) name--;
		else if (i > first) open++;
	}
	return small > 0 && titles > 0 && open <= (ended ? small * 2 : small);
}

/** Words of a title in marks at most. */
const LONGEST_TITLE = 16;

/**
 * Marks what stands in quotation marks in title case, the title of a book or a film ("Seven Springs Below
 * the Wall"): four words or more that all have capitals, function words aside.
 */
function markTitledMarks(
	text: string,
	starts: Uint32Array,
	kinds: Uint8Array,
	norms: readonly string[],
	shapes: Uint8Array,
): void {
	for (let i = 0; i < norms.length; i++) {
		if (kinds[i] !== TokenKind.mark || !/["\u201c\u00ab\u2018']/.test(text.charAt(starts[i] ?? 0))) continue;
		let total = 0;
		let end = i + 1;
		for (; end < norms.length && end - i <= LONGEST_TITLE; end++) {
			const shape = shapes[end] ?? 0;
			if (kinds[end] === TokenKind.word) {
				if (SMALL_WORDS.has(norms[end] ?? "") || norms[end] === "'s") continue;
				if (!(shape & Shape.capital)) break;
				total++;
			} else if (/["\u201d\u00bb\u2019'.;!?]/.test(text.charAt(starts[end] ?? 0))) break;
		}
		const closed = /["\u201d\u00bb\u2019']/.test(text.charAt(starts[end] ?? 0)) && kinds[end] === TokenKind.mark;
		if (closed && total >= 4) for (let at = i + 1; at < end; at++) shapes[at] = (shapes[at] ?? 0) | Shape.titled;
	}
}

/** The text of tokens `first` to `end` (exclusive), as written. */
export function written(reading: Reading, first: number, end: number): string {
	return end > first ? reading.text.slice(reading.starts[first], reading.ends[end - 1]) : "";
}

export function has(reading: Reading, token: number, shape: number): boolean {
	return ((reading.shapes[token] ?? 0) & shape) !== 0;
}

/** The token's norm when it lies inside the token range, else "". */
export function normAt(reading: Reading, token: number): string {
	return token >= 0 && token < reading.count ? (reading.norms[token] ?? "") : "";
}
