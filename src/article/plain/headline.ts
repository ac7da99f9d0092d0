import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { isLabel, toLabels } from "../lines/labels.ts";
import type { Line } from "../lines/lines.ts";
import { isOutletName } from "../metadata/agencies.ts";

/**
 * Which of the lines above a report is its headline.
 *
 * Catches: the first of "Ferry sinks off Port Amity" / "Nine are missing, coast guard says".
 * Leaves: "Harbour Post" above it, the name of a site; and headlines of other stories above the
 * report, of which none shares a word with it.
 */

export interface HeadLines {
	readonly headline: Line | null;
	/** The outlet's name, where it stands above the headline; null when none does. */
	readonly masthead: Line | null;
	/** Lines below the headline that belong to the report: a deck, a summary. */
	readonly decks: readonly Line[];
	/** What stands beside them and is not the report's, with why. */
	readonly others: readonly { readonly line: Line; readonly rule: string; readonly reason: string }[];
}

/** Lines above a report from which they may be a list of headlines rather than a headline and decks. */
const LIST = 4;

/** Words that the name of a site or of a section may have. */
const MOST_NAME_WORDS = 4;

/** UTF-16 units of the report that a headline is compared with. */
const COMPARED = 6000;

/** Letters from which a word says what a text is about, and letters by which two words are compared. */
const SHORTEST_WORD = 4;
const COMPARED_LETTERS = 5;

/** Words about something that each of two lines must have before their sharing none with the report says anything. */
const FEWEST_WORDS = 3;

const SECTIONS = toLabels(
	"news|local|world|national|international|politics|business|economy|sport|sports|culture|opinion|analysis|comment|editorial|science|health|technology|tech|travel|weather|crime|courts|environment|education|" +
		"home news|uk|us|europe|asia|africa|middle east|exclusive|breaking|live|explainer|interview|feature|features|video|" +
		"regionales|lokales|politik|wirtschaft|kultur|panorama|meinung|kommentar|ausland|inland|welt|wissen|" +
		"actualité|actualités|monde|politique|société|économie|culture|région|faits divers|noticias|mundo|política|economía|sociedad|cultura|deportes|opinión|" +
		"notícias|sociedade|economia|desporto|esportes|cronaca|politica|esteri|cultura|attualità|nieuws|binnenland|buitenland|nyheter|inrikes|utrikes|sverige|norge|" +
		"wiadomości|kraj|świat|polityka|domácí|zahraničí|новости|политика|общество|экономика|мир|происшествия|новини|суспільство|політика|світ|haber|gündem|dünya|ekonomi|" +
		"أخبار|سياسة|العالم|חדשות|समाचार|देश|विदेश|berita|nasional|internasional|新闻|国内|国际|社会|ニュース|국제|사회|정치",
);

/**
 * @param candidates the lines above the report that no other rule explains, in order
 * @param signed how many of them stand above the byline; 0 when there is none below the first
 */
export function chooseHeadline(
	candidates: readonly Line[],
	text: string,
	body: readonly Span[],
	signed: number,
): HeadLines {
	const others: { line: Line; rule: string; reason: string }[] = [];
	if (candidates.length === 0) return { headline: null, masthead: null, decks: [], others };
	const about = new Set<string>();
	let looked = 0;
	for (const { start, end } of body) {
		if (looked >= COMPARED) break;
		for (const word of contentWords(text.slice(start, Math.min(end, start + COMPARED)))) about.add(word);
		looked += end - start;
	}
	const words = candidates.map((line) => [...contentWords(line.text)]);
	const shared = words.map((own) => own.filter((word) => about.has(word)).length);
	let first = 0;
	let masthead: Line | null = null;
	while (first + 1 < candidates.length && isName(candidates, shared, first)) {
		const line = candidates[first];
		if (line && isMasthead(line.text)) masthead ??= line;
		if (line)
			others.push({ line, rule: "article/site-name", reason: "the name of a site or section, above the headline" });
		first++;
	}
	// A newsletter's name alone above its first item is no headline.
	const [alone] = candidates;
	const short = alone !== undefined && alone.words <= MOST_NAME_WORDS && (shared[0] ?? 0) <= 1;
	if (candidates.length === 1 && short && body.length > 1 && isMasthead(alone.text)) {
		others.push({ line: alone, rule: "article/site-name", reason: "the name of a site or section, above the text" });
		return { headline: null, masthead: alone, decks: [], others };
	}
	// What stands right above a byline is its report's headline, whatever stands below it.
	if (signed - first === 1 && body.length > 0) {
		const below = candidates.slice(signed);
		const listed = below.length >= LIST - 1;
		for (const [i, line] of below.entries()) {
			if (listed && (shared[signed + i] ?? 0) === 0)
				others.push({ line, rule: "article/headline-list", reason: "one of a list of headlines above the report" });
		}
		const gone = new Set(others.map(({ line }) => line));
		return { headline: candidates[first] ?? null, masthead, decks: below.filter((line) => !gone.has(line)), others };
	}
	const rest = candidates.slice(first);
	const counts = shared.slice(first);
	const told = words.slice(first).every((own) => own.length >= FEWEST_WORDS);
	const open = rest.every(({ text }) => !/[.。!]["'”’»)\]]{0,2}$/u.test(text));
	const strangers = rest.length >= 2 && told && open && body.length > 0 && counts.every((count) => count === 0);
	if (body.length > 0 && (rest.length >= LIST || strangers)) {
		const chosen = chooseFromList(rest, counts);
		const own = new Set(chosen.decks);
		for (const line of rest) {
			if (line === chosen.headline || own.has(line)) continue;
			others.push({ line, rule: "article/headline-list", reason: "one of a list of headlines above the report" });
		}
		return { ...chosen, masthead, others };
	}
	return { headline: rest[0] ?? null, masthead, decks: rest.slice(1), others };
}

/** The headline in a list: the line that clearly speaks of this report, with the lines under it that do. */
function chooseFromList(
	lines: readonly Line[],
	shared: readonly number[],
): { readonly headline: Line | null; readonly decks: readonly Line[] } {
	const count = (i: number): number => shared[i] ?? 0;
	// A headline and many decks: every line speaks of the report.
	const all = shared.every((own) => own > 0) && count(0) >= 2;
	if (all) return { headline: lines[0] ?? null, decks: lines.slice(1) };
	const most = Math.max(...shared);
	if (most < 2) return { headline: null, decks: [] };
	let best = shared.indexOf(most);
	// A deck may share more than its headline does: the headline is the first of a row of such lines.
	while (best > 0 && count(best - 1) >= 2 && count(best - 1) * 2 >= most) best--;
	// Two lines apart that speak of it as much: which is its own cannot be told.
	const gap = shared.indexOf(0, best);
	const rival = gap >= 0 && shared.lastIndexOf(most) > gap;
	if (rival) return { headline: null, decks: [] };
	const decks: Line[] = [];
	for (let i = best + 1; i < lines.length && count(i) >= 2; i++) {
		const line = lines[i];
		if (line) decks.push(line);
	}
	return { headline: lines[best] ?? null, decks };
}

/** A short line above the headline that names a section or a site rather than what happened. */
function isName(lines: readonly Line[], shared: readonly number[], at: number): boolean {
	const line = lines[at];
	const below = lines[at + 1];
	if (!line || !below || line.words > MOST_NAME_WORDS || line.ended) return false;
	const own = shared[at] ?? 0;
	const next = shared[at + 1] ?? 0;
	if (isLabel(line.text, SECTIONS)) return below.words > 1;
	const capitals = line.text === line.text.toUpperCase() && line.text !== line.text.toLowerCase();
	if (own === 0 && next >= 2) return true;
	// Another such line may stand between a name and the headline.
	const after = lines[at + 2];
	if (own === 0 && after && below.words <= MOST_NAME_WORDS && !below.ended && next <= 1 && (shared[at + 2] ?? 0) >= 2)
		return true;
	if (own <= 1 && next >= 2 && below.words > line.words && TITLED.test(line.text) && !TITLED.test(below.text))
		return true;
	if (!isOutletName(line.text) || below.words <= line.words) return false;
	return capitals || (isMasthead(line.text) && own <= 1 && next >= 2);
}

const TITLED = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;

/** An outlet's name as it stands above a page: at least two words, each with a capital. */
export function isMasthead(text: string): boolean {
	if (isLabel(text, SECTIONS) || !isOutletName(text)) return false;
	const name = text.replace(/\s*\([^()]{1,20}\)$/, "");
	return /^(?:(?:The|the|of|and|&|de|la|le|der|die|das)\s)?(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+|$)(?:(?:of|and|&|de|la|le|del|der)\s+)?){2,5}$/u.test(
		name,
	);
}

function contentWords(text: string): Set<string> {
	const folded = foldCase(text);
	const words = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const found = new Set<string>();
	for (const word of words) {
		if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) {
			for (let i = 0; i + 2 <= word.length; i++) found.add(word.slice(i, i + 2));
		} else if (word.length >= SHORTEST_WORD || /^\p{N}+$/u.test(word) || /\p{Script=Hangul}{2}/u.test(word))
			found.add(stem(word));
	}
	return found;
}

/** The part of a word that inflections leave: good enough to see that two lines share a matter. */
function stem(word: string): string {
	const bare = word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, "") : word.replace(/s$/, "");
	return /\p{Script=Hangul}/u.test(bare) ? bare.slice(0, 2) : bare.slice(0, COMPARED_LETTERS);
}

/** UTF-16 units that a composed headline may have. */
const LONGEST_MADE = 140;

/** A headline for a report that has none: its first sentence, cut at a word. */
export function makeHeadline(sentence: string): string {
	const words = sentence.replace(/\s+/g, " ").trim();
	if (words.length <= LONGEST_MADE) return words;
	const cut = words.slice(0, LONGEST_MADE);
	const space = cut.lastIndexOf(" ");
	return `${(space > LONGEST_MADE / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, "").replace(/[\ud800-\udbff]$/, "")}…`;
}
