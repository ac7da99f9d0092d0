import type { LanguageFindings, Words } from "../model/annotated.ts";
import type { FoundQuotation, QuotationKind, Term } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { trimSpan } from "../text/spans.ts";
import type { Attribution, UnitText } from "./attribution.ts";
import { findAttributions } from "./attributions.ts";
import { attributeAfterColon } from "./colon.ts";
import { findMarked, type MarkedStretch } from "./marks.ts";
import type { Range } from "./phrases.ts";
import { findUnits, type Item, type Unit } from "./units.ts";

/** What the quotation stage finds in one article. */
export interface Quotations {
	/** Sorted by first content start, then end, then cue. */
	readonly quotations: FoundQuotation[];
	/** Sorted by place. */
	readonly terms: Term[];
}

interface Draft {
	readonly content: readonly Span[];
	readonly marked: readonly Span[];
	readonly kind: QuotationKind;
	readonly source: Span | null;
	readonly cue: readonly Span[];
	readonly addressee: Span | null;
	readonly attribution: Attribution | null;
	readonly rule: string;
}

/** The quotation that marks without a cue of their own go on from. */
interface Lead {
	readonly draft: Draft;
	readonly unit: Unit;
}

/**
 * Who is given which words, by which words, in one article: pure, and never looks at another article.
 * All spans are UTF-16 offsets into `article.text`.
 */
export function findQuotations(article: Article, words: Words, findings: LanguageFindings): Quotations {
	void findings;
	const { text } = article;
	const marked = findMarked(text, words.paragraphs);
	const units = findUnits(text, words, marked);
	const drafts: Draft[] = [];
	let last: Lead | null = null;
	const terms: Term[] = [];
	for (const [index, unit] of units.entries()) {
		const before = units[index - 1] ?? null;
		const context = readUnit(text, unit, marked);
		const used = new Set<number>();
		const attributions = findAttributions(context);
		for (const attribution of attributions) {
			const draft = buildDraft(text, unit, marked, attribution);
			if (!draft) continue;
			drafts.push(draft);
			for (const range of attribution.content)
				for (let i = range.first; i < range.end; i++) {
					const stretch = unit.items[i]?.stretch ?? -1;
					if (stretch >= 0) used.add(stretch);
				}
			// What follows goes on from the words in marks, else from the sentence's first report.
			const sameUnit = last?.unit === unit ? last.draft : null;
			if (!sameUnit || (draft.kind === "direct" && draft.rule === "quotations/cue-after")) last = { draft, unit };
		}
		const loose = unit.items.filter((item) => item.stretch >= 0 && !used.has(item.stretch));
		const alone = unit.items.every((other) => other.kind === "marked" || other.kind === "mark");
		for (const item of loose) {
			const stretch = marked[item.stretch];
			if (!stretch) continue;
			const colon = attributeAfterColon(text, unit, item, before);
			if (colon) {
				const draft: Draft = {
					content: stretch.parts,
					marked: stretch.parts,
					kind: "direct",
					addressee: null,
					attribution: null,
					...colon,
				};
				drafts.push(draft);
				last = { draft, unit };
				continue;
			}
			if (alone && last && unit.paragraph - last.unit.lastParagraph <= 1) {
				const draft: Draft = {
					...last.draft,
					content: stretch.parts,
					marked: stretch.parts,
					kind: "direct",
					rule: "quotations/follow-on",
				};
				drafts.push(draft);
				last = { draft: last.draft, unit };
			} else if (alone) {
				drafts.push({
					content: stretch.parts,
					marked: stretch.parts,
					kind: "direct",
					source: null,
					cue: [],
					addressee: null,
					attribution: null,
					rule: "quotations/unattributed",
				});
			} else {
				const first = stretch.parts[0];
				if (first && stretch.parts.length === 1)
					terms.push({
						...first,
						exact: text.slice(first.start, first.end),
						reason: "in marks, with no one to whom the words are given",
					});
			}
		}
	}
	return {
		quotations: drafts.map((draft) => finish(article, draft)).sort(compareQuotations),
		terms: terms.sort(compareSpans),
	};
}

function compareQuotations(a: FoundQuotation, b: FoundQuotation): number {
	const first = (quotation: FoundQuotation): Span => quotation.content[0] ?? { start: 0, end: 0 };
	const cue = (quotation: FoundQuotation): Span => quotation.cue[0] ?? { start: 0, end: 0 };
	return compareSpans(first(a), first(b)) || compareSpans(cue(a), cue(b));
}

function readUnit(text: string, unit: Unit, marked: readonly MarkedStretch[]): UnitText {
	const inner = (item: Item): string => {
		const parts = marked[item.stretch]?.parts ?? [];
		const last = parts[parts.length - 1];
		return last ? text.slice(Math.max(last.start, last.end - 4), last.end) : "";
	};
	return {
		unit,
		endsClause: (item) => /[,?!.\u2026\u2013\u2014-]['\u2019)]?$/.test(inner(item)),
		opensSentence: (item) => {
			const first = marked[item.stretch]?.parts[0];
			return (
				first !== undefined &&
				/^['\u2018]?(?:[\p{Lu}\p{Nd}[(\u2026$]|\.\.)/u.test(text.slice(first.start, first.start + 3))
			);
		},
		length: (item) => {
			let count = 0;
			for (const part of marked[item.stretch]?.parts ?? [])
				count += text.slice(part.start, Math.min(part.end, part.start + 200)).split(/\s+/).length;
			return count;
		},
	};
}

function buildDraft(
	text: string,
	unit: Unit,
	marked: readonly MarkedStretch[],
	attribution: Attribution,
): Draft | null {
	const content: Span[] = [];
	const inside: Span[] = [];
	let wholly = true;
	for (const range of attribution.content) {
		const first = unit.items[range.first];
		const final = unit.items[range.end - 1];
		if (!first || !final) return null;
		for (let i = range.first; i < range.end; i++) {
			const item = unit.items[i];
			if (!item) continue;
			if (item.stretch >= 0) inside.push(...(marked[item.stretch]?.parts ?? []));
			else if (item.kind !== "mark") wholly = false;
		}
		if (range.end - range.first === 1 && first.stretch >= 0) {
			content.push(...(marked[first.stretch]?.parts ?? []));
			continue;
		}
		const start = first.stretch >= 0 ? (marked[first.stretch]?.parts[0]?.start ?? first.start) : first.start;
		const end = final.stretch >= 0 ? (marked[final.stretch]?.parts.at(-1)?.end ?? final.end) : final.end;
		const span = trimSpan(text, { start, end });
		if (span.end > span.start) content.push(span);
	}
	if (content.length === 0) return null;
	const span = (range: Range | null): Span | null => {
		if (!range) return null;
		const first = unit.items[range.first];
		const final = unit.items[range.end - 1];
		return first && final ? { start: first.start, end: final.end } : null;
	};
	return {
		content,
		marked: inside,
		kind: inside.length === 0 ? "indirect" : wholly ? "direct" : "mixed",
		source: span(attribution.source),
		cue: attribution.cue.map((range) => span(range)).filter((cue): cue is Span => cue !== null),
		addressee: span(attribution.addressee),
		attribution,
		rule: attribution.rule,
	};
}

function finish(article: Article, draft: Draft): FoundQuotation {
	const { text } = article;
	const spans = (list: readonly Span[]): (string | number)[] => list.flatMap(({ start, end }) => [start, end]);
	return {
		id: makeId(article.id, ...spans(draft.content), "cue", ...spans(draft.cue)),
		kind: draft.kind,
		content: draft.content,
		marked: draft.marked,
		exact: draft.content.map(({ start, end }) => text.slice(start, end)).join(" \u2026 "),
		source: draft.source,
		cue: draft.cue,
		speaker: null,
		speakerReason: draft.source ? "not resolved" : "nothing names who speaks",
		candidates: [],
		carriers: [],
		addressee: draft.addressee,
		polarity: draft.attribution?.polarity ?? "said",
		hedged: draft.attribution?.hedged ?? false,
		confidence: 0.5,
		rule: draft.rule,
	};
}
