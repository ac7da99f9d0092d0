import type { Carrier } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { contains } from "../../text/spans.ts";
import { sourceAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import { verbGroupStart } from "../clauses/word-classes.ts";
import type { Draft } from "../draft.ts";
import { headNames, type Named, type NamedIndex } from "./named.ts";

/**
 * Who brought the words: agencies and outlets that a sentence credits, nearest to the report first.
 *
 * Catches: `Pike told Ostra News`, `“…,” Pike said, according to Ostra`, `“…,” Pike told reporters, Ostra reports`,
 * `Ostra says that … Pike said` (Ostra carries, Pike speaks).
 * Must not: `Pike told reporters` (nobody carries), `“…,” Ostra reported, citing Pike` (Ostra's own sentence).
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
		const found: Span[] = [];
		for (const outer of byUnit.get(draft.unit) ?? []) {
			if (!wraps(outer, draft) || !outer.source) continue;
			if (!mediumIn(text, outer.source, index) && !isUnnamedMedium(text, outer)) continue;
			found.push(outer.source);
			wrapping.add(outer);
		}
		found.push(...trailing(text, unit, draft, index), ...draft.relays);
		if (draft.addressee) found.push(draft.addressee);
		found.push(...occasions(text, unit, draft, index), ...spokenTo(text, units[draft.unit + 1], draft, index));
		return { ...draft, carriers: toCarriers(text, found, index, draft.source) };
	});
	return carried.filter((_, i) => {
		const draft = drafts[i];
		return !draft || !wrapping.has(draft);
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
function wraps(outer: Draft, inner: Draft): boolean {
	if (outer === inner) return false;
	const first = outer.content[0];
	const last = outer.content[outer.content.length - 1];
	const cue = inner.cue[0];
	if (!first || !last || !cue || !inner.source) return false;
	const whole = { start: first.start, end: last.end };
	if (!contains(whole, cue) || !contains(whole, inner.source)) return false;
	const end = inner.content[inner.content.length - 1]?.end ?? 0;
	// "Ostra says that Pike spoke, and that the dam holds" says more than Pike's words.
	return (
		end <= whole.end &&
		(Math.abs(end - whole.end) <= 2 || Math.abs(Math.max(cue.end, inner.source.end) - whole.end) <= 2)
	);
}

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
		if (/^(?:citing|quoting)$/.test(item.norm) && found.length > 0) {
			const source = sourceAfter(items, i + 1);
			const place = source && span(source.first, source.end);
			if (place && mediumIn(text, place, index)) found.splice(-1, 0, place);
			continue;
		}
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

/** `in an interview with Ostra`, `speaking to Ostra`, `as quoted by Ostra`: the outlet of the occasion. */
function occasions(text: string, unit: Unit, draft: Draft, index: NamedIndex): Span[] {
	const { items } = unit;
	const found: Span[] = [];
	const cue = draft.cue[0];
	if (!cue || items.length > LONGEST_SENTENCE) return found;
	for (let i = 1; i < items.length; i++) {
		const [before, link] = [items[i - 1]?.norm ?? "", items[i]];
		if (!link) break;
		const met = /^(?:with|to|for|by|in|on)$/.test(link.norm) && OCCASIONS.get(before)?.test(link.norm);
		if (!met || draft.content.some((part) => contains(part, link))) continue;
		// An occasion after another report's cue is that report's.
		if (items.some((item) => item.start > cue.end && item.end < link.start && item.kind === "marked")) continue;
		const source = sourceAfter(items, i + 1);
		const first = source && items[source.first];
		const last = source && items[source.end - 1];
		if (first && last && mediumIn(text, { start: first.start, end: last.end }, index))
			found.push({ start: first.start, end: last.end });
	}
	return found;
}

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

/** "Orla Pike had been speaking": no more items before the verb. */
const MOST_BEFORE_SPOKE = 5;

const OCCASIONS: ReadonlyMap<string, RegExp> = new Map([
	["interview", /^(?:with|to|for|by)$/],
	["speaking", /^(?:to|with)$/],
	["spoke", /^(?:to|with)$/],
	["talking", /^(?:to|with)$/],
	["quoted", /^by$/],
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

const OUTPUT =
	/^['\u2019]s?\s(?:\p{L}+\s){0,3}(?:programme|program|show|podcast|newscast|bulletin|website|channel|edition|newsletter)$/iu;

/** The agency or outlet that heads a stretch, or null. */
function mediumIn(text: string, span: Span, index: NamedIndex): Named | null {
	const heads = headNames(text, span, index);
	const isMedium = ({ entity }: Named): boolean => entity.type === "agency" || entity.type === "outlet";
	const head = heads.find(isMedium);
	if (head || heads.length > 0) return head ?? null;
	// "told Radio Varra’s morning programme": what an outlet broadcasts or prints is the outlet's.
	const owner = index.inside(span).find(isMedium);
	const owned = owner ? text.slice(owner.mention.end, span.end) : "";
	return owner && OUTPUT.test(owned) ? owner : null;
}

function toCarriers(text: string, spans: readonly Span[], index: NamedIndex, source: Span | null): Carrier[] {
	const carriers: Carrier[] = [];
	for (const span of spans) {
		const named = mediumIn(text, span, index);
		if (!named || carriers.some((carrier) => carrier.entity === named.entity.id)) continue;
		if (source && compareSpans(span, source) === 0) continue;
		const { start, end } = named.mention;
		carriers.push({ entity: named.entity.id, span: { start, end } });
	}
	return carriers;
}
