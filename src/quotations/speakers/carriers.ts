import type { Carrier, LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { contains } from "../../text/spans.ts";
import { sourceAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import { verbGroupStart } from "../clauses/word-classes.ts";
import type { Draft } from "../draft.ts";
import { afterArticle, isMedium, isMediumByName, mediumIn, meetingMedium, quoterIn } from "./media.ts";
import { headNames, type Named, type NamedIndex } from "./named.ts";

/**
 * Who brought the words: agencies and outlets that a sentence credits, nearest to the report first.
 *
 * Catches: `Pike told Ostra News`, `“…,” Pike said, according to Ostra`, `“…,” Pike told reporters, Ostra reports`,
 * `Ostra says that … Pike said` (Ostra carries, Pike speaks).
 * Must not: `Pike told reporters` (nobody carries), `“…,” Ostra reported, citing Pike` (Ostra's own sentence).
 *
 * A hearer whose name nobody knows is a medium by its shape alone: "The Moon", "Vell FM", "Ostra TV", "the news agency"
 * of the one agency named before. `Pike told Marquee` gives a hearer and no carrier: a name alone may be a person's, a
 * firm's or a magazine's, and a false carrier is worse than none beside a hearer that stands there anyway.
 *
 * @returns each draft with its carriers; a draft that only wraps another speaker's words is left out.
 */
export function findCarriers(
	text: string,
	units: readonly Unit[],
	drafts: readonly Draft[],
	index: NamedIndex,
): Draft[] {
	const byUnit = new Map<number, Draft[]>();
	for (const draft of drafts) {
		if (!draft.source) continue;
		const known = byUnit.get(draft.unit);
		if (known) known.push(draft);
		else byUnit.set(draft.unit, [draft]);
	}
	const wrapping = new Set<Draft>();
	const carried = drafts.map((draft) => {
		const unit = units[draft.unit];
		if (!unit || draft.cue.length === 0) return draft;
		const found: (Carrier | null)[] = [];
		for (const outer of byUnit.get(draft.unit) ?? []) {
			if (!wraps(text, outer, draft) || !outer.source) continue;
			if (!mediumIn(text, outer.source, index) && !isUnnamedMedium(text, outer)) continue;
			found.push(toCarrier(mediumIn(text, outer.source, index)));
			wrapping.add(outer);
		}
		for (const span of [...trailing(text, unit, draft, index), ...draft.relays]) {
			const before = THE_MEDIUM.test(text.slice(span.start, span.end)) && lastMedium(units, draft, span, index);
			found.push(before ? { entity: before.entity.id, span } : toCarrier(quoterIn(text, span, index)));
		}
		if (draft.addressee) found.push(hearingMedium(text, draft.addressee, units, draft, index));
		for (const { span, quoted } of occasions(unit, draft))
			found.push(toCarrier(quoted ? quoterIn(text, span, index) : meetingMedium(text, span, index)));
		for (const span of rendered(text, unit, draft))
			found.push(toCarrier(index.inside(span).find((named) => isMedium(named) || isMediumByName(named)) ?? null));
		for (const span of spokenTo(text, units[draft.unit + 1], draft, index))
			found.push(toCarrier(mediumIn(text, span, index)));
		const quoting = quotingMedium(text, unit, draft, index);
		const carriers = withoutTwins(text, quoting ? [quoting.carrier, ...found] : found, quoting?.quoted ?? draft.source);
		return { ...draft, source: quoting ? quoting.quoted : withoutQuoter(text, draft.source), carriers };
	});
	return carried.filter((_, i) => {
		const draft = drafts[i];
		return !draft || (!wrapping.has(draft) && !isRelayClause(text, draft));
	});
}

/** "Media outlets report", "state television said": they bring words, and nobody can say who they are. */
function isUnnamedMedium(text: string, { source, cue }: Draft): boolean {
	const verb = cue.map(({ start, end }) => text.slice(start, end)).join(" ");
	return (
		source !== null &&
		/(?:^|\s)(?:media|outlets|newspapers|(?:news|press)\sreports|television|radio|broadcasters|(?:news|press)\sagenc(?:y|ies))$/i.test(
			text.slice(source.start, source.end),
		) &&
		/\b(?:reports?|reported|says?|said|according\sto|quotes?|quoted)\b/i.test(verb)
	);
}

/** Whether one attribution's content is nothing but another's report: it holds its cue, source and content. */
function wraps(text: string, outer: Draft, inner: Draft): boolean {
	if (outer === inner) return false;
	const first = outer.content[0];
	const last = outer.content[outer.content.length - 1];
	const cue = inner.cue[0];
	if (!first || !last || !cue || !inner.source) return false;
	const whole = { start: first.start, end: last.end };
	if (!contains(whole, cue) || !contains(whole, inner.source)) return false;
	const end = inner.content[inner.content.length - 1]?.end ?? 0;
	const clause = Math.max(cue.end, inner.source.end, inner.addressee?.end ?? 0);
	// "Ostra says that Pike spoke, and that the dam holds" says more than Pike's words.
	return (
		end <= whole.end &&
		(Math.abs(end - whole.end) <= 2 ||
			(clause <= whole.end && whole.end - clause <= LONGEST_SETTING && SETTING.test(text.slice(clause, whole.end))))
	);
}

/** What an attribution clause may end in: nothing more, a day, a place (UTF-16 units). */
const LONGEST_SETTING = 60;
const SETTING =
	/^[,.]?(?:,?\s(?:on\s|late\s|early\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|last\s(?:week|month|year|night))|\s(?:in|at)\s(?:an?\s|the\s)?(?:\p{L}+\s?){1,4}?)*,?$/u;

/** How far from the end of an attribution clause a carrier is looked for (items). */
const REACH = 60;

/** `…, according to Ostra`, `…, Ostra reports`, `…, reported Ostra` after an attribution clause. */
function trailing(text: string, unit: Unit, draft: Draft, index: NamedIndex): Span[] {
	const { items } = unit;
	const cue = draft.cue[draft.cue.length - 1];
	if (!cue || draft.rule === "quotations/according-to") return [];
	const from = items.findIndex((item) => item.start >= cue.end);
	const found: Span[] = [];
	if (from < 0) return found;
	const span = (first: number, end: number): Span | null => {
		const a = items[first];
		const b = items[end - 1];
		return a && b ? { start: a.start, end: b.end } : null;
	};
	for (let i = from; i < Math.min(items.length, from + REACH); i++) {
		const item = items[i];
		if (!item) break;
		// Words in marks after the clause belong to what is said next.
		if (item.kind === "marked") {
			if (draft.content.some((part) => part.start >= item.start && part.end <= item.end)) continue;
			break;
		}
		if (item.norm === "according" && items[i + 1]?.norm === "to") {
			const source = sourceAfter(items, i + 2);
			const place = source && span(source.first, source.end);
			if (place && mediumIn(text, place, index)) found.push(place);
			continue;
		}
		// "…, Ostra reported, citing Radio Varra": Ostra has the words from there.
		const cites = /^(?:citing|quoting)$/.test(item.norm);
		const which = /^(?:cited|quoted|cites|quotes)$/.test(item.norm) && items[i - 1]?.norm === "which";
		if ((cites || which) && found.length > 0) {
			const source = sourceAfter(items, i + 1);
			const place = source && span(source.first, source.end);
			if (place && mediumIn(text, place, index)) found.splice(-1, 0, place);
			continue;
		}
		const relay = /^(?:quoted|quotes|cited|cites)$/.test(item.norm) ? relayed(text, unit, i, from, index) : null;
		if (relay) found.push(...relay);
		if (!/^(?:reports|reported|says|said|reporting|wrote|writes)$/.test(item.norm)) continue;
		const comma = lastComma(unit, i, from);
		if (comma < 0) continue;
		const group = verbGroupStart(items, i);
		const source = group === comma + 1 ? sourceAfter(items, i + 1) : sourceBefore(items, group, comma + 1);
		const place = source && span(source.first, source.end);
		if (place && place.start >= cue.end && mediumIn(text, place, index)) found.push(place);
	}
	return found.reverse();
}

/** `…, the Ostra Echo quoted Vox Orra as reporting`: the far one first, as they are looked for from the back. */
function relayed(text: string, { items }: Unit, verb: number, from: number, index: NamedIndex): Span[] | null {
	const as = items.findIndex(
		({ norm }, i) => i > verb && norm === "as" && /^(?:saying|reporting)$/.test(items[i + 1]?.norm ?? ""),
	);
	let comma = verb - 1;
	while (comma >= from && items[comma]?.norm !== ",") comma--;
	if (as < 0 || as - verb > MOST_RELAYED || comma < from) return null;
	const near = sourceBefore(items, verb, comma + 1);
	const far = sourceAfter(items, verb + 1, as);
	const [nearFirst, nearLast] = near ? [items[near.first], items[near.end - 1]] : [];
	const [farFirst, farLast] = far ? [items[far.first], items[far.end - 1]] : [];
	if (!nearFirst || !nearLast || !farFirst || !farLast) return null;
	const spans = [
		{ start: farFirst.start, end: farLast.end },
		{ start: nearFirst.start, end: nearLast.end },
	];
	return spans.filter((span) => quoterIn(text, span, index) !== null);
}

/** "the Ostra Echo quoted the Varra state news agency as": no more items between. */
const MOST_RELAYED = 12;

/** "Vox Orra as reporting", or "Pike" of "Pike was quoted as saying by Ostra.": a relay's own clause, which nobody says. */
function isRelayClause(text: string, { kind, content, cue }: Draft): boolean {
	const [only] = content;
	if (kind !== "indirect" || !only || content.length > 1 || only.end - only.start > LONGEST_RELAY) return false;
	const words = text.slice(only.start, only.end);
	if (/\sas\s(?:reporting|saying)[.,]?$/.test(words)) return true;
	const quoted = cue[0] && only.end <= cue[0].start && /\bquoted\b/.test(text.slice(cue[0].start, cue[0].end));
	return quoted === true && /^\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,3}$/u.test(words);
}

/** "The ministry, quoted by Ostra": the ministry. */
function withoutQuoter(text: string, source: Span | null): Span | null {
	if (!source) return null;
	const words = text.slice(source.start, Math.min(source.end, source.start + LONGEST_RELAY * 2));
	const at = /,\s(?:as\s)?(?:quoted|cited)\sby\s/.exec(words)?.index;
	return at ? { start: source.start, end: source.start + at } : source;
}

/** UTF-16 units. */
const LONGEST_RELAY = 80;

/**
 * `“…,” said the Echo, quoting a friend of hers.`: words in marks that an outlet quotes are the friend's. What it
 * tells, "citing" somebody, stays its own.
 */
function quotingMedium(
	text: string,
	{ items }: Unit,
	{ kind, source, cue }: Draft,
	index: NamedIndex,
): { readonly carrier: Carrier; readonly quoted: Span } | null {
	if (kind !== "direct" || !source || !cue[0]) return null;
	const last = Math.max(source.end, cue[0].end);
	const at = items.findIndex(({ start }) => start >= last);
	if (at < 0 || items[at]?.norm !== "," || items[at + 1]?.norm !== "quoting") return null;
	const carrier = toCarrier(mediumIn(text, source, index));
	const quoted = sourceAfter(items, at + 2);
	const [first, end] = quoted ? [items[quoted.first], items[quoted.end - 1]] : [];
	if (!carrier || !first || !end) return null;
	const span = { start: first.start, end: end.end };
	return mediumIn(text, span, index) ? null : { carrier, quoted: span };
}

/** `in an interview with Ostra`, `speaking to Ostra`, `as quoted by Ostra`: the outlet of the occasion. */
function occasions(unit: Unit, draft: Draft): { readonly span: Span; readonly quoted: boolean }[] {
	const { items } = unit;
	const found: { span: Span; quoted: boolean }[] = [];
	const cue = draft.cue[0];
	if (!cue || items.length > LONGEST_SENTENCE) return found;
	for (let i = 1; i < items.length; i++) {
		const [before, link] = [items[i - 1]?.norm ?? "", items[i]];
		if (!link) break;
		const met = /^(?:with|to|for|by|in|on)$/.test(link.norm) && OCCASIONS.get(before)?.test(link.norm);
		if (!met || draft.content.some((part) => contains(part, link))) continue;
		// An occasion after another report's cue is that report's.
		if (items.some((item) => item.start > cue.end && item.end < link.start && item.kind === "marked")) continue;
		const that = items.findIndex(({ norm }, at) => at > i && at < i + MOST_RELAYED && norm === "that");
		const source = sourceAfter(items, i + 1, that < 0 ? items.length : that);
		const first = source && items[source.first];
		const last = source && items[source.end - 1];
		if (first && last) found.push({ span: { start: first.start, end: last.end }, quoted: QUOTED.test(before) });
	}
	return found;
}

const QUOTED = /^(?:quoted|cited|saying)$/;

/** `“…,” Pike said. He was speaking to Ostra.`: the next sentence of the paragraph says who heard it. */
function spokenTo(text: string, next: Unit | undefined, draft: Draft, index: NamedIndex): Span[] {
	if (!next || next.paragraph !== draft.paragraph || !draft.source) return [];
	const { items } = next;
	const verb = items.findIndex(({ norm }) => /^(?:speaking|talking|spoke)$/.test(norm));
	if (verb < 1 || verb > MOST_BEFORE_SPOKE || !/^(?:to|with)$/.test(items[verb + 1]?.norm ?? "")) return [];
	const subject = items.slice(0, verb).filter(({ norm }) => !/^(?:was|were|had|been)$/.test(norm));
	const words = text.slice(draft.source.start, draft.source.end);
	const goesOn = subject.every(
		({ norm, start, end, kind }) =>
			kind === "word" && (/^(?:he|she|they)$/.test(norm) || words.includes(text.slice(start, end))),
	);
	const source = goesOn ? sourceAfter(items, verb + 2) : null;
	const first = source && items[source.first];
	const last = source && items[source.end - 1];
	if (!first || !last || !mediumIn(text, { start: first.start, end: last.end }, index)) return [];
	return [{ start: first.start, end: last.end }];
}

/** `…, in Ostra's translation`, `by way of Ostra`: whose rendering of the words this is. */
function rendered(text: string, { items }: Unit, draft: Draft): Span[] {
	const [first, last] = [items[0], items[items.length - 1]];
	if (!first || !last || items.length > LONGEST_SENTENCE) return [];
	const found: Span[] = [];
	const sentence = text.slice(first.start, last.end);
	if (!/\b(?:translation|version|rendering|transcript|by\sway)\b/.test(sentence)) return found;
	for (const match of sentence.matchAll(RENDERED)) {
		const span = { start: first.start + match.index, end: first.start + match.index + match[0].length };
		if (!draft.marked.some((part) => contains(part, span))) found.push(span);
	}
	return found;
}

const RENDERED =
	/\bin\s(?:the\s)?(?:[\p{L}&.-]+\s){0,3}[\p{L}&.-]+['\u2019]s?\s(?:\p{L}+\s)?(?:translation|version|rendering|transcript)\b|\bby\sway\sof\s(?:the\s)?(?:[\p{L}&.-]+\s?){1,4}/gu;

/** "Orla Pike had been speaking": no more items before the verb. */
const MOST_BEFORE_SPOKE = 5;

const OCCASIONS: ReadonlyMap<string, RegExp> = new Map([
	["interview", /^(?:with|to|for|by)$/],
	["op-ed", /^(?:for|in)$/],
	["column", /^(?:for|in)$/],
	["essay", /^(?:for|in)$/],
	["commentary", /^(?:for|in)$/],
	["remarks", /^to$/],
	["comments", /^to$/],
	["statement", /^to$/],
	["message", /^to$/],
	["e-mail", /^to$/],
	["email", /^to$/],
	["speaking", /^(?:to|with)$/],
	["spoke", /^(?:to|with)$/],
	["talking", /^(?:to|with)$/],
	["quoted", /^by$/],
	["saying", /^by$/],
	["wrote", /^(?:in|for)$/],
	["writes", /^(?:in|for)$/],
	["writing", /^(?:in|for)$/],
	["cited", /^by$/],
	["carried", /^by$/],
	["reported", /^by$/],
	["published", /^(?:by|in|on)$/],
	["printed", /^(?:by|in)$/],
	["broadcast", /^(?:by|on)$/],
	["aired", /^(?:by|on)$/],
	["appearing", /^on$/],
]);

function lastComma(unit: Unit, before: number, from: number): number {
	for (let i = before - 1; i >= Math.max(from, before - 12); i--) if (unit.items[i]?.norm === ",") return i;
	return -1;
}

/** The medium that is told something: by what it is known as, by the shape of its name, or named just before. */
function hearingMedium(
	text: string,
	span: Span,
	units: readonly Unit[],
	draft: Draft,
	index: NamedIndex,
): Carrier | null {
	const medium = mediumIn(text, span, index);
	if (medium) return toCarrier(medium);
	const words = text.slice(span.start, span.end);
	const kind = THE_MEDIUM.exec(words)?.[1];
	if (kind !== undefined) {
		const wire = /agency|wire/.test(kind);
		const near = lastMedium(units, draft, span, index);
		if (near) return wire && near.entity.type !== "agency" ? null : { entity: near.entity.id, span };
		const only = wire ? onlyAgency(index, span) : null;
		return only && { entity: only.id, span };
	}
	const [head] = headNames(text, span, index);
	if (!head || head.mention.end !== span.end || head.mention.start !== afterArticle(text, span)) return null;
	// "The Moon": a capital article inside a sentence is part of a title, and states and places are told nothing so.
	const title = /^The\s\p{Lu}[\p{L}]+$/u.test(words) && head.entity.type === "unknown";
	return title || isMediumByName(head) ? toCarrier(head) : null;
}

const THE_MEDIUM =
	/^(?:the|this)\s(?:\p{Ll}+\s)?(agency|newswire|wire|newspaper|paper|daily|weekly|broadcaster|channel|station|outlet|magazine|website|site|network)$/u;

/** The only agency or outlet that the sentence before, or this one before the hearer, names. */
function lastMedium(units: readonly Unit[], draft: Draft, hearer: Span, index: NamedIndex): Named | null {
	const here = units[draft.unit];
	const before = units[draft.unit - 1];
	const near = before && here && here.paragraph - before.lastParagraph <= 1 ? before : here;
	const start = near?.items[0]?.start ?? hearer.start;
	const named = index.inside({ start, end: hearer.start }).filter(isMedium);
	const last = named[named.length - 1];
	return last && named.every(({ entity }) => entity === last.entity) ? last : null;
}

/** The agency that the report names before a place, where it names one alone. */
function onlyAgency(index: NamedIndex, { start }: Span): LocalEntity | null {
	const named = new Set(
		index.list.flatMap(({ entity, mention }) => (entity.type === "agency" && mention.start < start ? [entity] : [])),
	);
	const [only, more] = named;
	return only && !more ? only : null;
}

function toCarrier(named: Named | null): Carrier | null {
	return named && { entity: named.entity.id, span: { start: named.mention.start, end: named.mention.end } };
}

/** Each carrier once, without whoever is the source itself. */
function withoutTwins(text: string, found: readonly (Carrier | null)[], source: Span | null): Carrier[] {
	const carriers: Carrier[] = [];
	for (const carrier of found) {
		if (!carrier || carriers.some(({ entity }) => entity === carrier.entity)) continue;
		// "The ministry, quoted by Ostra, said": Ostra is no part of who speaks.
		if (source && contains(source, carrier.span) && !/,/.test(text.slice(source.start, carrier.span.start))) continue;
		carriers.push(carrier);
	}
	return carriers;
}
