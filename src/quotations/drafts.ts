import type { Words } from "../model/annotated.ts";
import type { Term } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { firstEndingAfter, mergeSpans, trimSpan } from "../text/spans.ts";
import type { Attribution, UnitText } from "./clauses/attribution.ts";
import type { Item, Unit } from "./clauses/units.ts";
import type { Range } from "./clauses/word-classes.ts";
import type { Draft } from "./draft.ts";
import type { MarkedStretch } from "./marks/marks.ts";
import { findAttributions } from "./rules/attributions.ts";
import { findBeat } from "./rules/beat.ts";
import { attributeAfterColon } from "./rules/colon.ts";
import { deckVerb } from "./rules/deck.ts";
import { type Dialogue, findDialogue } from "./rules/dialogue-dash.ts";
import { type EmbeddedPost, findEmbeddedPosts } from "./rules/embedded-post.ts";
import { isForeignStatement } from "./rules/foreign-marks.ts";
import { findHeadlineLabel } from "./rules/headline-label.ts";
import { partInnerAside } from "./rules/inner-aside.ts";
import type { Labelled } from "./rules/labelled.ts";
import { attributeNaming } from "./rules/naming.ts";
import { findSigned, type Signed } from "./rules/signature.ts";
import { findTerm } from "./rules/terms.ts";
import { findTurns } from "./rules/transcript.ts";

/** Quotations before anybody is looked up, in the order of the units; and the terms, in the same order. */
export interface Drafts {
	readonly drafts: readonly Draft[];
	readonly terms: readonly Term[];
}

/** The quotation that marks without a cue of their own go on from. */
interface Lead {
	readonly draft: Draft;
	readonly unit: Unit;
}

/**
 * Applies the rules unit by unit: posts and labels first, then cues, then what is left of the marks: after a colon, as a
 * judgement ("called it “…”"), going on from the quotation before, as a term, as nobody's.
 */
export function draftQuotations(
	article: Article,
	words: Words,
	marked: readonly MarkedStretch[],
	units: readonly Unit[],
): Drafts {
	const { text } = article;
	const headline = article.headline?.span ?? null;
	// Cues are read in English alone: elsewhere the marks and what is in them must tell.
	const foreign = article.language !== null && !/^en\b/i.test(article.language);
	const drafts: Draft[] = [];
	const terms: Term[] = [];
	const labelled = new Map(
		[findHeadlineLabel(article, words) ?? [], findTurns(article, words)]
			.flat()
			.flatMap((label) => label.paragraphs.map((at) => [at, label] as const)),
	);
	const posts = new Map(
		findEmbeddedPosts(article, words).flatMap((post) => post.paragraphs.map((at) => [at, post] as const)),
	);
	const dialogue = new Map(foreign ? findDialogue(article, words).map((one) => [one.paragraph, one]) : []);
	const signed = new Map(
		findSigned(text, words, marked).flatMap((one) => one.paragraphs.map((at) => [at, one] as const)),
	);
	const outers = marked.map(({ outer }) => outer);
	const spoken = new Set<number>();
	let last = null as Lead | null;
	let title = null as Draft | null;
	for (const [index, unit] of units.entries()) {
		if (headline && (unit.items[0]?.start ?? 0) >= headline.end) title ??= drafts[0] ?? null;
		const post = posts.get(unit.paragraph);
		if (post) {
			if (unit.paragraph === post.paragraphs[0] && !spoken.has(unit.paragraph))
				drafts.push(draftPost(post, unit, index));
			spoken.add(unit.paragraph);
			last = null;
			continue;
		}
		const speech = dialogue.get(unit.paragraph);
		if (speech && !unit.items.some(({ kind }) => kind === "marked")) {
			if (!spoken.has(unit.paragraph)) drafts.push(draftSpeech(speech, unit, index));
			spoken.add(unit.paragraph);
			continue;
		}
		const signature = signed.get(unit.paragraph);
		if (signature) {
			if (unit.paragraph === signature.paragraphs[0] && !spoken.has(unit.paragraph))
				drafts.push(draftSigned(signature, unit, index));
			spoken.add(unit.paragraph);
			last = null;
			continue;
		}
		const label = labelled.get(unit.paragraph);
		if (label) {
			if (unit.paragraph === label.paragraphs[0] && !spoken.has(unit.paragraph))
				drafts.push(draftLabelled(label, unit, index, marked, outers));
			spoken.add(unit.paragraph);
			last = null;
			continue;
		}
		const context = readUnit(
			text,
			unit,
			marked,
			headline !== null && (unit.items[0]?.start ?? 0) < headline.end && (unit.items.at(-1)?.end ?? 0) <= headline.end,
		);
		const used = new Set<number>();
		for (const attribution of findAttributions(context)) {
			const draft = draftAttribution(text, unit, index, marked, attribution);
			if (!draft) continue;
			drafts.push(draft);
			// Of a sentence that stands on an outlet's word, what somebody calls something is somebody's.
			if (draft.rule !== "quotations/according-to" || !isNamed(context, attribution))
				use(used, unit, attribution.content);
			// What follows goes on from the words in marks, else from the sentence's first report.
			if (last?.unit !== unit || draft.rule === "quotations/cue-after") last = { draft, unit };
		}
		const alone = unit.items.every((item) => item.kind === "marked" || item.kind === "mark");
		const beat = alone ? findBeat(units[index - 1] ?? null, unit) : null;
		const claimed = alone && isClaimed(units[index + 1]);
		for (const [at, item] of unit.items.entries()) {
			const stretch = marked[item.stretch];
			if (!stretch || used.has(item.stretch)) continue;
			const bare = {
				...EMPTY,
				content: stretch.parts,
				marked: stretch.parts,
				unit: index,
				paragraph: unit.paragraph,
				sound: isSound(stretch),
			};
			const colon = attributeAfterColon(unit, at, units[index - 1] ?? null);
			const naming = colon || alone ? null : attributeNaming(context, at);
			const named = naming ? draftAttribution(text, unit, index, marked, naming) : null;
			if (colon) {
				const draft: Draft = { ...bare, ...colon };
				drafts.push(draft);
				last = { draft, unit };
			} else if (named && naming) {
				drafts.push(named);
				use(used, unit, naming.content);
			} else if (beat) {
				const draft: Draft = { ...bare, source: beat, rule: "quotations/beat" };
				const near = last !== null && unit.paragraph - last.unit.lastParagraph <= 1 && last.draft.cue.length > 0;
				last = { draft: near && last ? { ...draft, after: last.draft.cue } : draft, unit };
				drafts.push(last.draft);
			} else if (alone && last && !claimed && unit.paragraph - last.unit.lastParagraph <= 1) {
				const { source, cue, addressee, polarity, hedged, relays, after } = last.draft;
				const given = { source, cue, addressee, polarity, hedged, relays, rule: "quotations/follow-on" };
				drafts.push(after ? { ...bare, ...given, after } : { ...bare, ...given });
				last = { draft: last.draft, unit };
			} else {
				const said = foreign && isForeignStatement(text, unit, at, stretch, alone);
				const below = title?.source && unit.paragraph === title.paragraph + 1 && isWord(text, stretch);
				const verb = below ? deckVerb(unit, unit.items.at(-1)?.norm ?? "") : null;
				const term = said || claimed || verb ? null : findTerm(text, unit, at, stretch, alone && !foreign);
				if (term) terms.push(term);
				else if (verb && title) drafts.push({ ...bare, source: title.source, cue: [verb], rule: "quotations/deck" });
				else drafts.push(foreign ? withoutAside(text, bare, article.language ?? "") : bare);
			}
		}
	}
	return { drafts, terms };
}

const EMPTY = {
	kind: "direct",
	source: null,
	cue: [],
	addressee: null,
	polarity: "said",
	hedged: false,
	relays: [],
	carriers: [],
	rule: "quotations/unattributed",
} as const;

function isSound({ rule }: MarkedStretch): boolean {
	return rule === "paired" || rule === "reopened";
}

/** Words in marks that begin with a small letter: no name and no title. */
function isWord(text: string, { parts }: MarkedStretch): boolean {
	const [first] = parts;
	return first !== undefined && /^\p{Ll}/u.test(text.slice(first.start, first.end).slice(0, 2));
}

function withoutAside(text: string, draft: Draft, language: string): Draft {
	const parted = partInnerAside(text, draft.content, language);
	if (!parted || parted.parts.length === 0) return draft;
	const { parts, source, cue } = parted;
	return { ...draft, content: parts, marked: parts, source, cue: cue ? [cue] : [] };
}

/** Whether a content's words in marks are what somebody in it calls something. */
function isNamed(context: UnitText, { content }: Attribution): boolean {
	return content.some(({ first, end }) =>
		context.unit.items.some(
			({ kind }, at) => kind === "marked" && first <= at && at < end && attributeNaming(context, at) !== null,
		),
	);
}

/** "“Open it.” Those were the words on the posters.": the next sentence says whose words they are. */
function isClaimed(next: Unit | undefined): boolean {
	const norms = next?.items.slice(0, LONGEST_CLAIM).map(({ norm }) => norm) ?? [];
	if (!/^(?:those|these|that|this|such|so)$/.test(norms[0] ?? "")) return false;
	if (norms[0] === "so") return /^(?:read|reads|ran|runs|said|says|wrote|goes|went)$/.test(norms[1] ?? "");
	if (!/^(?:were|are|was|is)$/.test(norms[1] ?? "")) return false;
	// "That was her message": whoever spoke before.
	if (norms.some((norm) => /^(?:his|her|their|its|my|our)$/.test(norm))) return false;
	return norms.some((norm) =>
		/^(?:words?|message|slogan|motto|verdict|headline|cry|chant|line|inscription|answer)$/.test(norm),
	);
}

/** Words of a sentence in which its subject is told (items). */
const LONGEST_CLAIM = 9;

function use(used: Set<number>, unit: Unit, content: readonly Range[]): void {
	for (const range of content)
		for (let i = range.first; i < range.end; i++) {
			const stretch = unit.items[i]?.stretch ?? -1;
			if (stretch >= 0) used.add(stretch);
		}
}

function draftPost({ content, source }: EmbeddedPost, unit: Unit, index: number): Draft {
	return {
		...EMPTY,
		content,
		marked: content,
		source,
		rule: "quotations/embedded-post",
		unit: index,
		paragraph: unit.paragraph,
		sound: true,
	};
}

function draftSpeech({ content }: Dialogue, unit: Unit, index: number): Draft {
	return {
		...EMPTY,
		content,
		marked: content,
		rule: "quotations/dialogue-dash",
		unit: index,
		paragraph: unit.paragraph,
		sound: true,
	};
}

function draftSigned({ stretch, source, cue }: Signed, unit: Unit, index: number): Draft {
	return {
		...EMPTY,
		content: stretch.parts,
		marked: stretch.parts,
		source,
		cue: cue ? [cue] : [],
		rule: "quotations/signature",
		unit: index,
		paragraph: unit.paragraph,
		sound: isSound(stretch),
	};
}

function draftLabelled(
	label: Labelled,
	unit: Unit,
	index: number,
	marked: readonly MarkedStretch[],
	outers: readonly Span[],
): Draft {
	const inside = label.content.flatMap((span) => markedInside(span, marked, outers));
	const [only] = label.content;
	const whole = label.content.length === 1 && inside.length === 1 && only !== undefined && isWhole(inside[0], only);
	const parts = inside.flatMap(({ parts }) => parts);
	return {
		...EMPTY,
		content: whole ? parts : label.content,
		marked: parts,
		kind: whole ? "direct" : parts.length > 0 ? "mixed" : "indirect",
		source: label.source,
		cue: [label.cue],
		rule: label.rule,
		unit: index,
		paragraph: unit.paragraph,
		sound: inside.every(isSound),
	};
}

function markedInside(span: Span, marked: readonly MarkedStretch[], outers: readonly Span[]): MarkedStretch[] {
	const inside: MarkedStretch[] = [];
	for (let i = firstEndingAfter(outers, span.start); i < marked.length; i++) {
		const stretch = marked[i];
		if (!stretch || stretch.outer.end > span.end) break;
		if (stretch.outer.start >= span.start) inside.push(stretch);
	}
	return inside;
}

function isWhole(stretch: MarkedStretch | undefined, { start, end }: Span): boolean {
	return stretch !== undefined && stretch.outer.start === start && stretch.outer.end === end;
}

/** "Mayor Denies Talk of Sale": nearly every long word begins with a capital. */
function isTitleCase(unit: Unit): boolean {
	const long = unit.items.filter(({ kind, norm }) => kind === "word" && norm.length > 3);
	return long.length > 2 && long.filter(({ capital }) => capital).length >= long.length * 0.8;
}

/** What the rules ask about the words inside marks. */
function readUnit(text: string, unit: Unit, marked: readonly MarkedStretch[], title: boolean): UnitText {
	const tail = (item: Item): string => {
		const last = marked[item.stretch]?.parts.at(-1);
		return last ? text.slice(Math.max(last.start, last.end - 4), last.end) : "";
	};
	return {
		unit,
		title: title && isTitleCase(unit),
		endsClause: (item) => /[,?!.\u2026\u2013\u2014-]['\u2019)]?$/.test(tail(item)),
		opensSentence: (item) => {
			const first = marked[item.stretch]?.parts[0];
			const head = first ? text.slice(first.start, first.start + 3) : "";
			return /^['\u2018]?(?:[\p{Lu}\p{Nd}[(\u2026$]|\.\.)/u.test(head);
		},
		length: (item) => {
			let count = 0;
			for (const part of marked[item.stretch]?.parts ?? [])
				count += text.slice(part.start, Math.min(part.end, part.start + 200)).split(/\s+/).length;
			return count;
		},
	};
}

function draftAttribution(
	text: string,
	unit: Unit,
	index: number,
	marked: readonly MarkedStretch[],
	attribution: Attribution,
): Draft | null {
	const content: Span[] = [];
	const inside: MarkedStretch[] = [];
	let wholly = true;
	for (const range of attribution.content) {
		for (let i = range.first; i < range.end; i++) {
			const item = unit.items[i];
			const stretch = marked[item?.stretch ?? -1];
			if (stretch) inside.push(stretch);
			else if (item && item.kind !== "mark") wholly = false;
		}
		content.push(...spansOf(text, unit, marked, range));
	}
	const merged = mergeSpans(content);
	if (merged.length === 0) return null;
	const place = (range: Range): Span => ({
		start: unit.items[range.first]?.start ?? 0,
		end: unit.items[range.end - 1]?.end ?? 0,
	});
	return {
		content: merged,
		marked: mergeSpans(inside.flatMap(({ parts }) => parts)),
		kind: inside.length === 0 ? "indirect" : wholly ? "direct" : "mixed",
		source: attribution.source ? place(withoutLooseEnd(unit, attribution.source)) : null,
		cue: attribution.cue.map(place),
		addressee: attribution.addressee ? place(attribution.addressee) : null,
		polarity: attribution.polarity,
		hedged: attribution.hedged,
		relays: attribution.relays.map(place),
		carriers: [],
		rule: attribution.rule,
		unit: index,
		paragraph: unit.paragraph,
		sound: inside.every(isSound),
	};
}

/** "the minister of" where a line breaks off: what a preposition leaves open is no part of the source. */
function withoutLooseEnd({ items }: Unit, range: Range): Range {
	let { end } = range;
	while (end > range.first + 1 && /^(?:of|for|to|at|with|from|the|an?)$/.test(items[end - 1]?.norm ?? "")) end--;
	return { first: range.first, end };
}

/** The text of a range without the marks at its ends; a lone stretch keeps its parts, one a paragraph. */
function spansOf(text: string, unit: Unit, marked: readonly MarkedStretch[], range: Range): readonly Span[] {
	const first = unit.items[range.first];
	const last = unit.items[range.end - 1];
	if (!first || !last) return [];
	const opening = marked[first.stretch]?.parts;
	const closing = marked[last.stretch]?.parts;
	if (first === last && opening) return opening;
	const span = trimSpan(text, { start: opening?.[0]?.start ?? first.start, end: closing?.at(-1)?.end ?? last.end });
	return span.end > span.start ? [span] : [];
}
