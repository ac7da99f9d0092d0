import type { Term } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { indexSpans } from "../../text/span-index.ts";
import { contains, mergeSpans, overlaps, spanAt } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";
import type { TaggedDraft } from "../tagged-drafts.ts";
import { isNoReading } from "./lone-readings.ts";
import { contentOfTwins } from "./twin-contents.ts";
import { sourceOfTwins } from "./twin-sources.ts";

/**
 * Joins what the rules and the tagger find. Words in marks stay as the rules have them, and take their source and cue
 * from the tagger where it reads them as such too; where the words are not in marks, or only partly, the tagger's
 * reading of a cue replaces the rules'. Whether a reading that no rule has is kept is asked of its cue alone (is it
 * one?); its certainty is how often such readings are right to the character. Every choice was made on articles held
 * out of the tagger's training (PolNeAR, train part), by the share of readings that the annotators have just so.
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
	const byWords = indexSpans(drafts, wordsInMarks);
	const byContent = indexSpans(drafts, ({ content }) => content);
	const added: Draft[] = [];
	for (const reading of tagged) {
		const { draft, presence, share, reports } = reading;
		const twins = byCue(draft.cue);
		for (const rule of twins) seen.add(rule);
		const [twin] = twins;
		// "Pike … the dam leaks", said by Pike: a sentence torn at the wrong places.
		const who = draft.source ?? twin?.source ?? null;
		if (who && draft.content.some((span) => contains(span, who))) continue;
		if (twin) {
			const married = marryTwins(text, twin, reading, who);
			if (!married) continue;
			for (const rule of twin.kind === "direct" ? [twin] : twins) left.delete(rule);
			added.push(married);
			continue;
		}
		if (presence < least || (draft.kind === "direct" && share < LEAST_DIRECT)) continue;
		const beside = { around: byContent(draft.cue), inside: byCue(draft.content), terms };
		if (isNoReading(text, draft, reports, beside)) continue;
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
		added.push({ ...own, certainty: certaintyAt(reports ? REPORTS_ALONE : DEEDS_ALONE, exact) });
	}
	// Of the clauses that the tagger sees no cue in, held out, a third are somebody's words.
	const doubtful = (rule: Draft): boolean =>
		rule.kind !== "direct" && CLAUSE_RULES.has(rule.rule) && !seen.has(rule) && !hasRareCue(text, rule);
	const taken = mergeSpans(added.flatMap(({ content }) => content));
	return {
		drafts: [...[...left].filter((rule) => !doubtful(rule)), ...added].sort(byPlace),
		terms: terms.filter((term) => (spanAt(taken, term.start)?.end ?? 0) < term.end),
	};
}

/**
 * One reading of a cue that a rule and the tagger both have; null where the rule's stands as it is.
 *
 * @param who the speaker, as far as either has one
 */
function marryTwins(text: string, rule: Draft, { draft, share }: TaggedDraft, who: Span | null): Draft | null {
	if (RULES_FIRST.has(rule.rule) || rule.polarity === "declined" || share < LEAST_TWIN) return null;
	if (takesHearer(text, rule, draft)) return null;
	if (rule.kind === "direct")
		return draft.kind === "direct" ? { ...rule, source: sourceOfTwins(text, rule, draft), cue: draft.cue } : null;
	if (rule.kind !== draft.kind) return null;
	return {
		...draft,
		...contentOfTwins(text, rule, draft, who, share),
		source: sourceOfTwins(text, rule, draft),
		addressee: rule.addressee,
		relays: rule.relays,
		hedged: rule.hedged || draft.hedged,
		certainty: certaintyAt(WITH_RULE, share),
	};
}

/** "told aides the dam leaks": nobody tells aides as words. */
function takesHearer(text: string, { addressee, cue }: Draft, tagged: Draft): boolean {
	return (
		addressee !== null &&
		tagged.content[0]?.start === addressee.start &&
		cue.some(({ start, end }) => /\b(?:told|tells?|telling)$/.test(text.slice(start, end)))
	);
}

/** Least share of a reading of words in marks whose cue no rule sees: the rules seldom miss these. */
const LEAST_DIRECT = 0.8;
/** Share of a reading whose words in others' marks were taken off, where its own was less. */
const MENDED_SHARE = 0.5;
/** Least share of a reading that replaces a rule's: below it, where the two differ, the rule is right more often. */
const LEAST_TWIN = 0.35;

/** Rules that read what the tagger has hardly seen: labels, and sentences that quote someone quoted. */
const RULES_FIRST: ReadonlySet<string> = new Set([
	"quotations/transcript",
	"quotations/headline",
	"quotations/quoted-as",
	"quotations/hearsay",
]);

const CLAUSE_RULES: ReadonlySet<string> = new Set(["quotations/cue-then-clause", "quotations/clause-then-cue"]);

/** Verbs of saying that the tagger has hardly read: that it sees no cue in one tells nothing. */
const RARE_CUES = /\b(?:swears?|swore|reckons?|reckoned|advises|heard to \p{Ll}+)$/u;

function hasRareCue(text: string, { cue }: Draft): boolean {
	return cue.some(({ start, end }) => RARE_CUES.test(text.slice(start, end)));
}

/** A line through the shares of held-out readings that are right to the character, by the tagger's own share. */
interface Line {
	readonly base: number;
	readonly slope: number;
}

/** Of readings whose cue a rule has too. */
const WITH_RULE: Line = { base: 0.24, slope: 0.63 };
/** Of readings that only the tagger has, by whether the cue tells or is a deed. */
const REPORTS_ALONE: Line = { base: 0.12, slope: 0.6 };
const DEEDS_ALONE: Line = { base: 0.09, slope: 0.56 };

function certaintyAt({ base, slope }: Line, share: number): number {
	return base + slope * share;
}

/** What is left of a reading when parts of it are words in marks of others; null where nothing is. */
function withoutWords(draft: Draft, others: readonly Draft[]): Draft | null {
	const taken = others.flatMap(wordsInMarks);
	const content = draft.content.filter((span) => !sharesWords([span], taken));
	if (content.length === 0) return null;
	const marked = draft.marked.filter((span) => content.some((part) => overlaps(part, span)));
	return { ...draft, content, marked, kind: marked.length === 0 ? "indirect" : "mixed" };
}

function wordsInMarks({ kind, content, marked }: Draft): readonly Span[] {
	return kind === "direct" ? content : marked;
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
