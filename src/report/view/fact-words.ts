import type { Fact, FactState } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { stemOf } from "../../text/stem.ts";
import { findTokens } from "../../text/tokens.ts";
import { nameCount } from "./count-names.ts";
import { orderArticles, type RecordIndex } from "./record-index.ts";
import { sentenceAround } from "./sentence-around.ts";
import { CUT, shorten } from "./shorten.ts";
import { DROPPED, WITHHELD } from "./withheld.ts";
import { trimEnds } from "./wordings.ts";

/** What a fact is about, in plain words. */
export interface FactWords {
	/** "how many votes", "when", "who Oda Rell is"; "" where the context alone tells it. */
	readonly lead: string;
	readonly context: FactContext | null;
}

/** A report's own words around its value, in which "[…]" stands for the value: "the budget passed by […]". */
export interface FactContext {
	readonly text: string;
	readonly article: string;
}

/** Words around a value that tell what it is of: before it, and behind it. */
const BEFORE = 7;
const BEHIND = 5;
/** Words more before it where it would begin with "of", in a number or in a name. */
const MORE = 3;
/** From so many words on a mark ends the context. */
const ENOUGH = 3;
/** Words of context that tell anything by themselves; names of months and the like are not told from others. */
const LEAST = 2;
/** Characters of a statement that names a fact. */
const LONGEST = 140;

const ENDS_CLAUSE = /^[,;:()\u2013\u2014[\]]$|^-{2,}$/;
const QUOTE_MARKS = /["\u201c\u201d\u201e\u00ab\u00bb]/g;
const HAS_WORD = /[\p{L}\p{N}]/u;
/** Words that go on from the word before them. */
const JOINS = /^(?:of|and|or|to|than)$/i;
/** What is a token and no word of its own: "’s". */
const HALF = /^['\u2019]s$/i;
/** Words with which a context does not end: they lead on to what is cut off. */
const LEADS_ON = new Set(
	"a an the of to in on at by for from with and or but that which who whom whose as after before than its their his her is was were had has be been will would not".split(
		" ",
	),
);

/**
 * Says what a fact is about as the reports say it: what is counted, or when, where or who, with the words around the
 * value in the report whose words have most in common with the others'. A clause is named by its own words.
 */
export function describeFact(index: RecordIndex, fact: Fact): FactWords {
	const statement = trimStop(fact.statement);
	const own = fact.states.find(({ value }) => trimStop(value) === statement);
	switch (fact.type) {
		case "number": {
			const asked = nameCount(fact.statement);
			return asked === null ? { lead: statement, context: null } : { lead: asked, context: findContext(index, fact) };
		}
		case "date":
			return /^the time\b/.test(statement)
				? { lead: "when", context: findContext(index, fact) }
				: { lead: statement, context: null };
		case "place":
			return /^the place\b/.test(statement)
				? { lead: "where", context: findContext(index, fact) }
				: { lead: statement, context: null };
		case "name": {
			const named = /^(.+) is named$/.exec(statement)?.[1];
			return { lead: named === undefined ? statement : `the name ${named}`, context: null };
		}
		case "attribution":
		case "clause":
			if (own) return { lead: "", context: { text: shorten(statement, LONGEST), article: own.article } };
			if (/^words of /.test(statement)) return { lead: statement, context: firstState(index, fact) };
			return { lead: statement, context: null };
	}
}

/**
 * The same in one line: `how many votes (“the budget passed by […]”)`.
 *
 * @param longest characters of it, as far as words can be left out of the context
 */
export function titleOfFact(index: RecordIndex, fact: Fact, longest: number = Number.POSITIVE_INFINITY): string {
	const { lead, context } = describeFact(index, fact);
	if (context === null) return shorten(lead, longest);
	const short = shorten(context.text, Math.max(SHORTEST, longest - lead.length - MARKS));
	const words = `“${short.replace(/\[…\] \[…\]$/, CUT)}”`;
	return lead === "" ? words : `${lead} (${words})`;
}

/** Characters of context that tell anything, and of the marks around it. */
const SHORTEST = 24;
const MARKS = 5;

/** A statement without its full stop or the comma that leads on. */
export function trimStop(text: string): string {
	return trimEnds(text).replace(/(?<![.\p{Lu}])\.$/u, "");
}

function firstState(index: RecordIndex, { states }: Fact): FactContext | null {
	const [first] = orderArticles(
		index,
		states.map(({ article }) => article),
	);
	const state = states.find(({ article }) => article === first);
	return state ? { text: shorten(trimStop(state.value), LONGEST), article: state.article } : null;
}

function findContext(index: RecordIndex, fact: Fact): FactContext | null {
	const found = chooseContext(index, fact);
	return found && { text: found.text, article: found.state.article };
}

/** Where the words stand that tell what a fact is about, its value among them; null where it is told without such words. */
export function placeContext(index: RecordIndex, fact: Fact): Place | null {
	if (describeFact(index, fact).context === null || fact.type === "clause" || fact.type === "attribution") return null;
	const found = chooseContext(index, fact);
	return found && { article: found.state.article, start: found.start, end: found.end };
}

/** Words by which a report leaves open who did what it counts. */
const CLAIMED =
	/\b(?:claim(?:s|ed|ing)? (?:responsibility|that|to)\b|alleg\w{2,8}|accus\w{1,6} of|blam(?:es|ed|ing)\b|suspected|believed to)/iu;
/** Characters of a sentence that is given whole beside its value. */
const LONGEST_SENTENCE = 200;

/**
 * The sentence in which a report has its value, where another's words name the fact and its own leave open who did it:
 * "claimed responsibility for the attack, in which four died" is not "they killed four". Null elsewhere.
 */
export function tellOwnWords(index: RecordIndex, fact: Fact, state: FactState): string | null {
	if (fact.type !== "number" || state.mode !== "asserted") return null;
	const { context } = describeFact(index, fact);
	const text = index.articles.get(state.article)?.text ?? "";
	const [first] = state.spans;
	if (context === null || context.article === state.article || !first) return null;
	const { start, end } = sentenceAround(text, first);
	const sentence = text.slice(start, end).replace(/\s+/gu, " ").trim();
	if (sentence.includes(WITHHELD) || sentence.length > LONGEST_SENTENCE) return null;
	return CLAIMED.test(sentence) ? sentence : null;
}

/** The context that has most words in common with the others; of equals the first report's. */
function chooseContext(index: RecordIndex, { states }: Fact): (Context & { readonly state: FactState }) | null {
	const found = states.flatMap((state) => {
		const context = contextOf(index, state);
		return context === null ? [] : [{ ...context, state, stems: stemsOf(context.text) }];
	});
	const holders = new Map<string, number>();
	for (const { stems } of found) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
	const rankOf = ({ article }: FactState): number => index.rank.get(article) ?? 0;
	const [best] = found
		.map((one) => ({
			...one,
			shared: [...one.stems].filter((stem) => (holders.get(stem) ?? 0) > 1).length,
			said: Number(one.state.polarity === "said"),
		}))
		.sort(
			(a, b) =>
				b.said - a.said || b.shared - a.shared || rankOf(a.state) - rankOf(b.state) || compareText(a.text, b.text),
		);
	return best ?? null;
}

/** Words around a value, and where they stand. */
interface Context extends Span {
	readonly text: string;
}

function stemsOf(text: string): Set<string> {
	const { norms } = findTokens(text, [{ start: 0, end: text.length }]);
	return new Set(norms.filter((norm) => HAS_WORD.test(norm)).map(stemOf));
}

/** The words around a state's value in its clause, "[…]" for the value; null where too few are there to tell anything. */
function contextOf(index: RecordIndex, { article, spans }: FactState): Context | null {
	const text = index.articles.get(article)?.text ?? "";
	const [first] = spans;
	const last = spans.at(-1);
	if (!first || !last) return null;
	const sentence = sentenceAround(text, first);
	const before = countBack(text, { start: sentence.start, end: first.start });
	const behind = countOn(text, { start: last.end, end: Math.max(last.end, sentence.end) }, before.words);
	if (before.words + behind.words < LEAST) return null;
	const parts = [text.slice(before.start, first.start), CUT, text.slice(last.end, behind.end)];
	const words = balance(parts.join("").replace(QUOTE_MARKS, "").replace(/\s+/g, " ").trim());
	return { text: words.replaceAll(DROPPED, ""), start: before.start, end: behind.end };
}

/** Where the words before a value begin that tell what it is of; not with "of Orrow", nor inside "84 billion" or a name. */
function countBack(text: string, stretch: Span): { readonly start: number; readonly words: number } {
	const { starts, ends } = findTokens(text, [stretch]);
	const tokenAt = (at: number): string => text.slice(starts[at] ?? 0, ends[at] ?? 0);
	let words = 0;
	let start = stretch.end;
	for (let at = starts.length - 1; at >= 0; at--) {
		const token = tokenAt(at);
		const next = tokenAt(at + 1);
		const holds = JOINS.test(next) || /^\p{Nd}/u.test(token) || (/^\p{Lu}/u.test(next) && /^\p{Lu}/u.test(token));
		if (words >= BEFORE && !(holds && words < BEFORE + MORE)) break;
		if (token === WITHHELD || (ENDS_CLAUSE.test(token) && words >= ENOUGH)) break;
		start = starts[at] ?? start;
		if (HAS_WORD.test(token) && !HALF.test(token)) words++;
	}
	return { start: trimLead(text, start, stretch.end), words };
}

/** Where the words behind a value end. */
function countOn(text: string, stretch: Span, before: number): { readonly end: number; readonly words: number } {
	const { starts, ends } = findTokens(text, [stretch]);
	let words = 0;
	let end = stretch.start;
	for (let at = 0; at < starts.length && words < BEHIND; at++) {
		const token = text.slice(starts[at], ends[at]);
		if (token === WITHHELD || (ENDS_CLAUSE.test(token) && before + words >= ENOUGH) || /^[.!?]+$/.test(token)) break;
		if (!HAS_WORD.test(token)) continue;
		words++;
		const leadsOn =
			LEADS_ON.has(token.toLowerCase()) && /^\s*[\p{L}\p{N}]/u.test(text.slice(ends[at], (ends[at] ?? 0) + 4));
		if (!leadsOn) end = ends[at] ?? end;
	}
	return { end, words };
}

/** Past marks that a context does not begin with. */
function trimLead(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && !HAS_WORD.test(text.charAt(at)) && !/[\ud800-\udfff$\u20a0-\u20cf£]/.test(text.charAt(at))) at++;
	return at;
}

/** Without a bracket that has no partner. */
function balance(text: string): string {
	const open = text.lastIndexOf("(");
	const close = text.indexOf(")");
	const lone =
		open >= 0 && text.indexOf(")", open) < 0 ? open : close >= 0 && text.lastIndexOf("(", close) < 0 ? close : -1;
	return lone < 0 ? text : (text.slice(0, lone) + text.slice(lone + 1)).trim();
}
