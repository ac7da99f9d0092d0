import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Position } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { contains, overlaps, sliceOf } from "../../text/spans.ts";
import type { Day } from "../occasions/report-days.ts";
import { contentsOver } from "../quotation-index.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { type Standing, standingOf } from "../statements.ts";
import { dateAct } from "./act-days.ts";
import { type Act, actVerbs, DECIDES, REFUSES } from "./act-lexicon.ts";
import type { ClauseText } from "./clause-text.ts";
import { doerBefore, isAdverb, PREPOSITIONS, type Thing, thingsAfter, verbGroupStart } from "./noun-phrases.ts";

/**
 * A deed that one report tells: "Norrland vetoed the Tarn Accord on Monday." Not caught: what is planned, threatened,
 * possible or did not happen ("may veto", "vowed to veto", "did not veto"), and deeds of a doer whom nothing names.
 */
export interface ReportedAct {
	readonly article: string;
	/** Entity ids in the set. */
	readonly doer: string;
	readonly about: string;
	/** The deed, as the lexicon names it; "refuse to recognise". */
	readonly name: string;
	/** The side that the deed takes on what it is about; null where it takes none or is done to a thing of it only. */
	readonly stance: Position["stance"];
	/** From the doer to the end of the object. */
	readonly span: Span;
	/** The verb, and where the side is read. */
	readonly verb: Span;
	readonly when: StatedDate;
	/** Whether the report dates the deed itself; else `when` is the report's own day, or open. */
	readonly stated: boolean;
	readonly standing: Standing;
	/** A stand that somebody takes rather than something done: to support, to reject. */
	readonly stand: boolean;
}

/** The deeds that an article tells, sorted by place. Linear in its words. */
export function findActs(text: ClauseText, speakers: SetSpeakers, reported: Day | null): ReportedAct[] {
	const { annotated } = text;
	const headline = annotated.article.headline?.span ?? null;
	const found: ReportedAct[] = [];
	text.sentences.forEach(({ first, end }, position) => {
		const inHeadline = headline !== null && first < end && contains(headline, text.spanOf(first, end));
		let before: Clause | null = null;
		for (let at = first; at < end; at++) {
			const clause = clauseAt(text, at, first, end, inHeadline, before, speakers);
			if (clause === null) continue;
			before = clause;
			const verb = text.spanOf(clause.verb, clause.behind);
			// "refused |to recognise Orvania|": what follows may be taken for words said; the verb itself is not.
			const told = text.spanOf(clause.verb, clause.verb + 1);
			const standing = standingOfAct(annotated, told, text.spanOf(clause.first, clause.end), speakers);
			const { when, stated } = dateAct(
				text,
				{ ...clause, position, headline: inHeadline, sentence: { first, end } },
				reported,
			);
			for (const doer of clause.doers) {
				for (const thing of clause.things) {
					if (thing.name.entity === doer) continue;
					found.push({
						article: annotated.article.id,
						doer,
						about: thing.name.entity,
						name: clause.name,
						stance: thing.itself && standing.polarity === "said" ? clause.stance : null,
						span: text.spanOf(clause.first, clause.end),
						verb,
						when,
						stated,
						standing,
						stand: STATES.has(clause.name),
					});
				}
			}
		}
	});
	return found;
}

const HEDGE = /\b(?:reportedly|allegedly|apparently|supposedly|purportedly)\b/i;

/** On whose word a deed is told: that of a quotation that holds its verb, else the outlet's. */
function standingOfAct(annotated: AnnotatedArticle, verb: Span, clause: Span, speakers: SetSpeakers): Standing {
	const standing = standingOf(annotated, verb, speakers);
	if (standing.quotation !== null) return standing;
	const hedged = HEDGE.test(sliceOf(annotated.article.text, clause));
	return { mode: hedged ? "hedged" : "asserted", polarity: "said", by: null, quotation: null };
}

/** A clause that tells a deed, as ranges of tokens. */
export interface Clause {
	readonly name: string;
	readonly stance: Act["stance"];
	readonly doers: readonly string[];
	readonly things: readonly Thing[];
	readonly first: number;
	readonly verb: number;
	/** One past the verb and its particles. */
	readonly behind: number;
	readonly end: number;
	/** Told as past before something else: "had vetoed". */
	readonly earlier: boolean;
	/** Told of what it is done to: "was vetoed by". */
	readonly passive: boolean;
}

function clauseAt(
	text: ClauseText,
	at: number,
	first: number,
	end: number,
	inHeadline: boolean,
	before: Clause | null,
	speakers: SetSpeakers,
): Clause | null {
	const verbs = actVerbs(text.normAt(at));
	if (verbs.length === 0 || !text.isWord(at)) return null;
	for (const { act, form } of verbs) {
		if (form === "ing") continue;
		const behind = framedEnd(text, act, at, end);
		if (behind === null) continue;
		const group = verbGroupStart(text, at, first);
		const read = { text, act, at, first, end, behind, group, before, speakers };
		if (form === "past" || form === "participle") {
			const clause = passive(read) ?? active(read);
			if (clause) return clause;
		} else if (form === "third" && (inHeadline || STATES.has(act.name))) {
			const clause = active(read);
			if (clause) return clause;
		} else if (form === "base") {
			const clause = decided(read);
			if (clause) return clause;
		}
	}
	return null;
}

/** Deeds that go on: "Norrland recognises Orvania" tells one too. */
const STATES = new Set("back endorse support recognise oppose reject condemn denounce".split(" "));

interface Frame {
	readonly text: ClauseText;
	readonly act: Act;
	readonly at: number;
	readonly first: number;
	readonly end: number;
	/** One past the verb with its particles and noun. */
	readonly behind: number;
	/** First token of the verb's group. */
	readonly group: number;
	readonly before: Clause | null;
	readonly speakers: SetSpeakers;
}

/** The token behind what the act asks for after its verb; null when it is not there. */
function framedEnd(
	text: ClauseText,
	{ particles, nouns, prepositions }: Act,
	verb: number,
	end: number,
): number | null {
	let at = verb + 1;
	for (const particle of particles) {
		// "called the deal off" is left out: what stands between may be anything.
		if (text.normAt(at) !== particle) return null;
		at++;
	}
	// "agreed to recognise it" is told by what follows.
	if (particles.at(-1) === "to" && actVerbs(text.normAt(at)).some(({ form }) => form === "base")) return null;
	if (nouns === null) return at;
	for (const limit = Math.min(end, at + 5); at < limit; at++) {
		const norm = text.normAt(at);
		if (nouns.has(norm)) return prepositions.has(text.normAt(at + 1)) ? at + 2 : null;
		if (PREPOSITIONS.has(norm) || !text.isWord(at)) return null;
	}
	return null;
}

const MODAL =
	/^(?:will|would|can|could|may|might|must|shall|should|to|'ll|'d|did|does|do|cannot|can't|won't|wouldn't|don't|doesn't|didn't)$/;
const NEGATION = /^(?:not|n't|never|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|didn't|neither|nor)$/;
const BEING = /^(?:was|were|is|are|been|being|be|wasn't|weren't|isn't|aren't)$/;

/** Whether the words of a verb's group leave the deed done: no negation, nothing that may or will be. */
function isDone(text: ClauseText, group: number, verb: number): boolean {
	for (let i = group; i < verb; i++) {
		const norm = text.normAt(i);
		if (MODAL.test(norm) || NEGATION.test(norm)) return false;
	}
	return true;
}

function hasIn(text: ClauseText, pattern: RegExp, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (pattern.test(text.normAt(i))) return true;
	return false;
}

/** "Norrland (has formally) vetoed the Tarn Accord". */
function active(frame: Frame): Clause | null {
	const { text, act, at, end, behind, group } = frame;
	if (!isDone(text, group, at) || hasIn(text, BEING, group, at)) return null;
	const things = fitting(act, thingsAfter(text, behind, end));
	if (things.length === 0) return null;
	const doer = findDoer(frame, group);
	if (!doer) return null;
	return made(frame, act.name, act.stance, doer, things, behind);
}

/** "The Tarn Accord was (formally) vetoed by Norrland", "the accord vetoed by Norrland". */
function passive(frame: Frame): Clause | null {
	const { text, act, at, end, first, behind, group } = frame;
	if (act.nouns !== null || !isDone(text, group, at)) return null;
	let by = behind;
	if (isAdverb(text.normAt(by))) by++;
	if (text.normAt(by) !== "by") return null;
	const agent = agentAt(text, by + 1, end);
	if (!agent) return null;
	const { before } = frame;
	const object = doerBefore(text, group, first);
	// "The accord was signed by Norrland and |rejected by Orvania|".
	const goesOn = !object && text.normAt(group - 1) === "and" && before?.passive === true && group - before.end <= 8;
	if (!object && !goesOn) return null;
	const things = (object?.entities ?? []).map(
		(entity): Thing => ({
			name: { first: object?.first ?? first, end: group, entity, type: "unknown", form: "full" },
			itself: true,
			end: group,
		}),
	);
	return {
		name: act.name,
		stance: act.stance,
		doers: [agent.entity],
		things: goesOn ? before.things : things,
		first: object?.first ?? before?.first ?? first,
		verb: at,
		behind,
		end: agent.end,
		earlier: hasIn(text, /^(?:had|hadn't)$/, group, at),
		passive: true,
	};
}

/** Whom "by" names: "by Foreign Minister |Orla Vane|", "by the |Tarnian| government". */
function agentAt(
	text: ClauseText,
	from: number,
	end: number,
): { readonly entity: string; readonly end: number } | null {
	const [thing] = thingsAfter(text, from, end);
	if (!thing) return null;
	const { name } = thing;
	// "by Vane's lawyers", "by Tarnian farmers" are others; a state's organs are the state.
	if (!thing.itself) return null;
	return { entity: name.entity, end: thing.end };
}

/** "voted to suspend Orvania", "refused to recognise Orvania". */
function decided(frame: Frame): Clause | null {
	const { text, act, at, end, first, behind } = frame;
	if (text.normAt(at - 1) !== "to") return null;
	let verb = at - 2;
	while (verb > first && isAdverb(text.normAt(verb))) verb--;
	const norm = text.normAt(verb);
	const decides = DECIDES.has(norm);
	if (!decides && !REFUSES.has(norm)) return null;
	const group = verbGroupStart(text, verb, first);
	if (!isDone(text, group, verb) || hasIn(text, BEING, group, verb)) return null;
	const things = fitting(act, thingsAfter(text, behind, end));
	const doer = things.length > 0 ? findDoer({ ...frame, at: verb }, group) : null;
	if (!doer) return null;
	// Not to join what one is against says nothing for it.
	const turned = act.stance === "supports" ? "opposes" : null;
	const name = decides ? act.name : `refuse to ${act.name}`;
	return made(frame, name, decides ? act.stance : turned, doer, things, behind, verb);
}

function fitting(act: Act, things: readonly Thing[]): readonly Thing[] {
	return act.things ? things.filter(({ name, itself }) => name.type !== "person" || !itself) : things;
}

function made(
	{ text, at, group }: Frame,
	name: string,
	stance: Act["stance"],
	doer: { readonly entities: readonly string[]; readonly first: number },
	things: readonly Thing[],
	behind: number,
	verb: number = at,
): Clause {
	return {
		name,
		stance,
		doers: doer.entities,
		things,
		first: doer.first,
		verb,
		behind,
		end: things.at(-1)?.end ?? behind,
		earlier: hasIn(text, /^(?:had|hadn't)$/, group, at),
		passive: false,
	};
}

/** The doer named before the verb; whom a pronoun means where a quotation's source settles it; or, after "and", that of the clause before. */
function findDoer(
	frame: Frame,
	group: number,
): { readonly entities: readonly string[]; readonly first: number } | null {
	const { text, first, before, speakers } = frame;
	const named = doerBefore(text, group, first);
	if (named) return named;
	const last = text.normAt(group - 1);
	if (last === "and" || (last === "then" && text.normAt(group - 2) === "and")) {
		const near = before !== null && before.end <= group && before.verb >= first && group - before.end <= 8;
		return near ? { entities: before.doers, first: before.first } : null;
	}
	if (!/^(?:he|she|it|they)$/.test(last)) return null;
	const { start, end } = text.spanOf(group - 1, group);
	// "Norrland said |it had walked out|", “that |it| had”: whose words begin so means the speaker.
	const that = text.normAt(group - 2) === "that" ? text.spanOf(group - 2, group - 1).start : start;
	for (const quotation of [...text.quotationsAt(start), ...text.quotationsAt(that)]) {
		const { source, content, kind } = quotation;
		const asSource = source !== null && source.start === start && source.end === end;
		const opens = kind !== "direct" && content.some((part) => part.start === start || part.start === that);
		const speaker = asSource || opens ? speakers.speakerOf(quotation) : null;
		if (speaker !== null) return { entities: [speaker], first: group - 1 };
	}
	return null;
}

/** The quotations that take a deed for saying: their content lies in the deed's object. */
export function takesForSaying(annotated: AnnotatedArticle, act: ReportedAct): readonly string[] {
	return contentsOver(annotated, act.span)
		.filter(({ quotation }) => quotation.cue.some((cue) => overlaps(cue, act.verb)))
		.map(({ quotation }) => quotation.id);
}
