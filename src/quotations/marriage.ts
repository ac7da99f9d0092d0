import { ROLES } from "../language/names/data/name-words.ts";
import type { Term } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";
import { contains, firstEndingAfter, mergeSpans, overlaps, spanAt, subtractSpans, trimSpan } from "../text/spans.ts";
import type { Draft } from "./draft.ts";
import { firstFrom } from "./speakers/named.ts";
import type { TaggedDraft } from "./tagged-drafts.ts";
import { isFrame, isUnsaid } from "./unsaid.ts";

/**
 * Joins what the rules and the tagger find. Words in marks stay as the rules have them, and take their source and cue
 * from the tagger where it reads them as such too; where the words are not in marks, or only partly, the tagger's
 * reading of a cue replaces the rules'. Whether a reading that no rule has is kept is asked of its cue alone (is it
 * one?); its certainty is how often such readings are right to the character: lines through the shares of held-out
 * readings, by whether a rule sees the cue too and whether it reports. Every choice was made on articles held out of
 * the tagger's training (PolNeAR, train part), by the share of readings that the annotators have just so.
 *
 * @param least how likely the cue of a reading that no rule has must be one, 0–1
 */
export function marry(
	text: string,
	drafts: readonly Draft[],
	terms: readonly Term[],
	tagged: readonly TaggedDraft[],
	least: number,
): { readonly drafts: Draft[]; readonly terms: Term[] } {
	const left = new Set(drafts);
	const seen = new Set<Draft>();
	const byCue = indexSpans(drafts, ({ cue }) => cue);
	const byWords = indexSpans(drafts, ({ kind, content, marked }) => (kind === "direct" ? content : marked));
	const byContent = indexSpans(drafts, ({ content }) => content);
	const added: Draft[] = [];
	for (const { draft, presence, share, reports } of tagged) {
		const twins = byCue(draft.cue);
		for (const rule of twins) seen.add(rule);
		// "Pike … the dam leaks", said by Pike: a sentence torn at the wrong places.
		const who = draft.source ?? twins[0]?.source ?? null;
		if (who && draft.content.some((span) => contains(span, who))) continue;
		const twin = twins[0];
		if (!twin) {
			if (presence < least || (draft.kind === "direct" && share < LEAST_DIRECT)) continue;
			if (!hasLetters(text, draft.cue) || isScrap(text, draft)) continue;
			const around = byContent(draft.cue);
			if (isOthers(draft, around) || (isFirstPerson(text, draft) && around.some(isTurn))) continue;
			if (isUnsaid(text, draft) || isFrame(draft, byCue(draft.content))) continue;
			// "“The lake is empty.” Nobody clapped.": a deed that nobody did gives the words to nobody.
			if (!reports && draft.kind === "direct" && draft.polarity === "not-said") continue;
			if (!reports && draft.kind === "direct" && isTitle(text, draft)) continue;
			if (names(text, draft) && draft.marked.some((span) => holdsTerm(terms, span))) continue;
			const clash = byWords(draft.content).filter(
				(rule) => rule.kind === "direct" || sharesWords(rule.marked, draft.marked),
			);
			// Marks that a rule gives to another cue are that cue's.
			const others = clash.filter((rule) => rule.cue.length > 0 || rule.rule === "quotations/signature");
			const own = others.length > 0 ? withoutWords(draft, others) : draft;
			if (!own) continue;
			for (const rule of clash) if (!others.includes(rule)) left.delete(rule);
			// What is left of it is its own sentence.
			const exact = own === draft ? share : Math.max(share, MENDED_SHARE);
			added.push({ ...own, certainty: reports ? 0.12 + 0.6 * exact : 0.09 + 0.56 * exact });
		} else if (!RULES_FIRST.has(twin.rule) && twin.polarity !== "declined" && share >= LEAST_TWIN) {
			if (twin.addressee && draft.content[0]?.start === twin.addressee.start && tells(text, twin.cue)) continue;
			if (twin.kind === "direct") {
				if (draft.kind !== "direct") continue;
				left.delete(twin);
				added.push({ ...twin, source: sourceOf(text, twin, draft), cue: draft.cue });
			} else if (twin.kind === draft.kind) {
				for (const rule of twins) left.delete(rule);
				const { addressee, relays, hedged } = twin;
				const held = who !== null && twin.content.some((span) => contains(span, who));
				const kept =
					!held &&
					((share < LEAST_CONTENT && !isLedIn(text, twin.content, draft.content)) ||
						sameWords(text, twin.content, draft.content) ||
						cutsApposition(text, twin.content, draft.content));
				const { content: words, marked } = kept ? twin : draft;
				const content = outsideCue(text, words, draft.cue);
				const certainty = 0.24 + 0.63 * share;
				const source = sourceOf(text, twin, draft);
				added.push({ ...draft, source, content, marked, addressee, relays, hedged: hedged || draft.hedged, certainty });
			}
		}
	}
	// Of the clauses that the tagger sees no cue in, held out, a third are somebody's words.
	const doubtful = (rule: Draft): boolean => rule.kind !== "direct" && CLAUSE_RULES.has(rule.rule) && !seen.has(rule);
	const taken = mergeSpans(added.flatMap(({ content }) => content));
	return {
		drafts: [...[...left].filter((rule) => !doubtful(rule)), ...added].sort(byPlace),
		terms: terms.filter((term) => (spanAt(taken, term.start)?.end ?? 0) < term.end),
	};
}

/** "told aides the dam leaks": nobody tells aides as words. */
function tells(text: string, cue: readonly Span[]): boolean {
	return cue.some(({ start, end }) => /\b(?:told|tells?|telling)$/.test(text.slice(start, end)));
}

/** Least share of a reading of words in marks whose cue no rule sees: the rules seldom miss these. */
const LEAST_DIRECT = 0.8;
/** Share of a reading whose words in others' marks were taken off, where its own was less. */
const MENDED_SHARE = 0.5;
/** Least share of a reading that replaces a rule's: below it, where the two differ, the rule is right more often. */
const LEAST_TWIN = 0.35;
/** Least share of a reading whose content replaces a rule's; source and cue are the tagger's from `LEAST_TWIN`. */
const LEAST_CONTENT = 0.6;
/** Rules that read what the tagger has hardly seen: labels, and sentences that quote someone quoted. */
const RULES_FIRST: ReadonlySet<string> = new Set([
	"quotations/transcript",
	"quotations/headline",
	"quotations/quoted-as",
	"quotations/hearsay",
]);

const CLAUSE_RULES: ReadonlySet<string> = new Set(["quotations/cue-then-clause", "quotations/clause-then-cue"]);

/**
 * The tagger's source, but not "The day before, the mayor" where a rule has "the mayor", nor "the water office" for
 * "a report by the water office", nor "ferry" for "ferry captain", nor "an aide, quoting Pike" for "an aide", nor "Orr" for "May Orr".
 */
function sourceOf(text: string, rule: Draft, tagged: Draft): Span | null {
	const [ruled, other] = [rule.source, tagged.source];
	if (!ruled || !other) return other ?? ruled;
	// "My mother objected, and I said: …"; a source torn open over the words that it gives.
	if (/^(?:I|we)$/i.test(text.slice(ruled.start, Math.min(ruled.end, ruled.start + 3)))) return ruled;
	if (rule.content.some((span) => overlaps(span, other))) return ruled;
	const led = other.start < ruled.start && overlaps(ruled, other) && /,\s*$/.test(text.slice(other.start, ruled.start));
	// "Outlets report that Pike": whoever reports it is no part of who said it.
	const reported = other.start < ruled.start && other.end === ruled.end;
	if (reported && /\bthat\s$/.test(text.slice(Math.max(other.start, ruled.start - 6), ruled.start))) return ruled;
	const ends = ruled.start < other.start && ruled.end === other.end && other.start - ruled.start < LONGEST_DOCUMENT;
	const written = ends && LED_BY.test(text.slice(ruled.start, other.start));
	const begins = ruled.start === other.start && other.end < ruled.end && ruled.end - other.end < LONGEST_ROLE;
	const role = begins ? /^\s(\p{Ll}+)$/u.exec(text.slice(other.end, ruled.end))?.[1] : undefined;
	// "a person who", "the company" for "the company that runs the works": what tells which one goes with it.
	const cut = ruled.start === other.start && other.end < ruled.end;
	if (cut && /^\s(?:who|that|which)\s/.test(text.slice(other.end, ruled.end).slice(0, 8))) return ruled;
	if (cut && /\s(?:who|that|which)$/.test(text.slice(Math.max(other.start, other.end - 8), other.end))) return ruled;
	const same = ruled.start === other.start && ruled.end < other.end;
	const aside = same && BESIDE.test(text.slice(ruled.end, Math.min(other.end, ruled.end + LONGEST_ROLE)));
	return led || written || aside || (role !== undefined && ROLES.has(role)) ? ruled : other;
}

/** "a confidential internal report published by", " spokeswoman" (UTF-16 units). */
const LONGEST_DOCUMENT = 60;
const LONGEST_ROLE = 20;
const BESIDE = /^,\s(?:quoting|citing|referring|pointing|responding|replying)\b/;
/** "a report by", or the given name before a surname. */
const LED_BY =
	/^\p{Lu}[\p{L}.'\u2019-]*\s$|\b(?:reports?|stud(?:y|ies)|surveys?|polls?|statements?|documents?|letters?|memos?|articles?|analys[ie]s|figures|data)\s(?:\p{L}+\s)?(?:by|from|of|for|in)\s$/u;

/** A turn of an interview is its speaker's as words in marks are: "I think" in it is no report. */
function isTurn({ rule }: Draft): boolean {
	return rule === "quotations/transcript";
}

function isFirstPerson(text: string, { source }: Draft): boolean {
	return source === null || /^(?:I|[Ww]e|[Yy]ou)$/.test(text.slice(source.start, source.end));
}

function hasLetters(text: string, spans: readonly Span[]): boolean {
	return spans.some(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
}

/** "repeated the opinion that it leaks": what the cue takes in is none of the words. */
function outsideCue(text: string, content: readonly Span[], cue: readonly Span[]): readonly Span[] {
	if (!sharesWords(content, cue)) return content;
	const left = subtractSpans(content, cue).map((span) => trimSpan(text, span));
	return left.length === content.length ? left : content;
}

/** Whether a cue stands in words that its own source is given by another cue: "The town, he added, wants to know …". */
function isOthers({ source }: Draft, around: readonly Draft[]): boolean {
	return around.some((other) => source && other.source && overlaps(source, other.source));
}

/** "a dish called “sarn”": a name in marks, which nobody says. */
function names(text: string, { cue }: Draft): boolean {
	return cue.some(({ start, end }) => NAMING.test(text.slice(start, end)));
}

/** "laid out in “The Water We Leave Behind”": the title of a work, all long words capitalised. */
function isTitle(text: string, { content }: Draft): boolean {
	const [only] = content;
	if (!only || content.length > 1 || only.end - only.start > LONGEST_TITLE) return false;
	const words = text.slice(only.start, only.end).match(/\p{L}[\p{L}'\u2019-]{3,}/gu) ?? [];
	return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** UTF-16 units. */
const LONGEST_TITLE = 120;

/** @param terms sorted by place */
function holdsTerm(terms: readonly Term[], span: Span): boolean {
	const term = terms[firstEndingAfter(terms, span.start)];
	return term !== undefined && term.start < span.end;
}

const NAMING = /\b(?:call(?:s|ed|ing)?|dub(?:s|bed|bing)?|(?:nick)?nam(?:es?|ed|ing)|kn[eo]ws?n?|(?:en)?titled?)\b/i;

/**
 * Whether a content is a "that" or "those" alone, or a later part of one is one word: a sentence torn at the wrong places. The
 * first may be: "it … to be sold".
 */
function isScrap(text: string, { content }: Draft): boolean {
	const words = content.map(({ start, end }) => text.slice(start, end));
	if (/(?:^|\s)(?:that|whether)$/.test(words[words.length - 1] ?? "")) return true;
	// "what the minister said, and what the valley heard"
	if (words.length > 1 && /^what(?:ever)?$/i.test(words[0] ?? "")) return true;
	return words.length > 1
		? words.some((part, i) => i > 0 && !/\S\s+\S/.test(part))
		: /^(?:that|what|it|to|this|these|those|so|which|who)$/i.test(words[0] ?? "");
}

/** Whether the tagger ends a content before ", a group of …" or ", not …": what explains the last words goes with them. */
function cutsApposition(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const [rule] = ruled;
	const [other] = tagged;
	if (!rule || !other || ruled.length > 1 || tagged.length > 1) return false;
	const rest = rule.start === other.start ? text.slice(other.end, rule.end) : "";
	return /^,\s+(?:an?|the|not)\s/.test(rest);
}

/** Whether a rule has "after the meeting that the lake is empty" where the tagger has "that the lake is empty". */
function isLedIn(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const [rule] = ruled;
	const [other] = tagged;
	if (!rule || !other || ruled.length > 1 || tagged.length > 1 || rule.end !== other.end) return false;
	return (
		rule.start < other.start &&
		/^(?:after|before|during|following|at|in|on)\s/.test(text.slice(rule.start, other.start)) &&
		/^(?:that|whether)\s/.test(text.slice(other.start, other.end))
	);
}

/** Whether two contents differ in nothing but marks, punctuation and how they are parted. */
function sameWords(text: string, a: readonly Span[], b: readonly Span[]): boolean {
	const words = (spans: readonly Span[]): string =>
		spans.map(({ start, end }) => text.slice(start, end).replace(/[^\p{L}\p{N}]+/gu, "")).join("");
	return a[0] !== undefined && b[0] !== undefined && words(a) === words(b);
}

/** Finds the drafts that share words with a span, in the drafts' order. */
function indexSpans(
	drafts: readonly Draft[],
	spansOf: (draft: Draft) => readonly Span[],
): (spans: readonly Span[]) => Draft[] {
	const list = drafts
		.flatMap((draft, order) => spansOf(draft).map(({ start, end }) => ({ start, end, order })))
		.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
	const starts = list.map(({ start }) => start);
	const reach: number[] = [];
	for (const { end } of list) reach.push(Math.max(end, reach[reach.length - 1] ?? 0));
	return (spans) => {
		const found = new Set<number>();
		for (const span of spans)
			for (let i = firstFrom(starts, span.end) - 1; i >= 0 && (reach[i] ?? 0) > span.start; i--) {
				const one = list[i];
				if (one && one.end > span.start) found.add(one.order);
			}
		return [...found].sort((a, b) => a - b).flatMap((order) => drafts[order] ?? []);
	};
}

/** What is left of a reading when parts of it are words in marks of others; null where nothing is. */
function withoutWords(draft: Draft, others: readonly Draft[]): Draft | null {
	const taken = others.flatMap(({ kind, content, marked }) => (kind === "direct" ? content : marked));
	const content = draft.content.filter((span) => !sharesWords([span], taken));
	if (content.length === 0) return null;
	const marked = draft.marked.filter((span) => content.some((part) => overlaps(part, span)));
	return { ...draft, content, marked, kind: marked.length === 0 ? "indirect" : "mixed" };
}

function sharesWords(a: readonly Span[], b: readonly Span[]): boolean {
	return a.some((span) => b.some((other) => overlaps(span, other)));
}

/** In the order of the text, as the drafts of the rules come: by unit, then by content. */
function byPlace(a: Draft, b: Draft): number {
	return (
		a.unit - b.unit ||
		(a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) ||
		(a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0)
	);
}
