import { findSetting } from "../../../src/collation/occasions/setting.ts";
import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import type { FoundQuotation } from "../../../src/model/annotation.ts";
import type { Article } from "../../../src/model/article.ts";
import type { Span } from "../../../src/model/span.ts";
import { annotate, type TaggerModel } from "../../../src/pipeline.ts";
import { isSure } from "../../../src/quotations/sureness.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { GoldQuotation, QuotationCase } from "./cases.ts";
import { textWords, type Word } from "./text-words.ts";

/** The parts of a quotation that a case asks about once its words are right. */
export const PARTS = ["kind", "by", "who", "via", "is", "hedged", "to", "at", "on"] as const;
export type Part = (typeof PARTS)[number];

/** How one case came out. */
export interface QuotationResult {
	readonly gold: number;
	/** Quotations found, those left out that nothing is said about. */
	readonly found: number;
	readonly hit: number;
	/** Of the quotations whose words are right: how often each part is asked for, and how often it is right. */
	readonly asked: Readonly<Record<Part, number>>;
	readonly right: Readonly<Record<Part, number>>;
	readonly mustNots: number;
	readonly held: number;
	/** What is wrong, a line each. */
	readonly notes: readonly string[];
}

/** Runs the way from text to quotations over a case and compares what comes out. */
export function compareQuotationCase(one: QuotationCase, tagger: TaggerModel | null): QuotationResult {
	const annotated = annotate(articleOf(one), tagger);
	const words = textWords(one.text);
	const all = annotated.quotations
		.filter(isSure)
		.map((quotation) => ({ quotation, words: contentWords(words, quotation) }));
	const result = { gold: one.quotations.length, found: 0, hit: 0, mustNots: 0, held: 0 };
	const asked = zeros();
	const right = zeros();
	const notes: string[] = [];
	const used = new Set<FoundQuotation>();
	for (const gold of one.quotations) {
		const alike = all.filter((found) => !used.has(found.quotation) && sameWords(found.words, gold.words));
		const best =
			alike.find(({ quotation }) => rightParts(annotated, quotation, gold).every(({ right }) => right)) ??
			alike.find(({ quotation }) => sameText(sliceOf(one.text, quotation.source), gold.by)) ??
			alike[0];
		if (!best) {
			notes.push(`missed: ${quote(one.text, words, gold.words)}`);
			continue;
		}
		used.add(best.quotation);
		result.hit++;
		for (const { part, right: is, note } of rightParts(annotated, best.quotation, gold)) {
			asked[part]++;
			if (is) right[part]++;
			else notes.push(`${part}: ${note}`);
		}
	}
	const extra = all.filter(
		(found) => !used.has(found.quotation) && !one.open.some((open) => found.words.every((word) => open.includes(word))),
	);
	for (const { quotation } of extra)
		notes.push(`extra: ${quotation.exact} | ${sliceOf(one.text, quotation.source) ?? "-"} | ${quotation.rule}`);
	result.found = result.hit + extra.length;
	for (const nobody of one.nobody) {
		result.mustNots++;
		if (all.some((found) => found.words.some((word) => nobody.includes(word))))
			notes.push(`must not: ${quote(one.text, words, nobody)}`);
		else result.held++;
	}
	if (one.quotations.length === 0 && one.nobody.length === 0) {
		result.mustNots++;
		if (extra.length === 0) result.held++;
	}
	return { ...result, asked, right, notes };
}

function zeros(): Record<Part, number> {
	return { kind: 0, by: 0, who: 0, via: 0, is: 0, hedged: 0, to: 0, at: 0, on: 0 };
}

function articleOf({ text, language, headline }: QuotationCase): Article {
	const whole = makeArticle(text, { language, published: publishedOn("2031-05-14") });
	const [first, ...rest] = whole.blocks;
	if (!headline || !first) return whole;
	const span = { start: first.start, end: first.end };
	return {
		...whole,
		body: rest.map(({ start, end }) => ({ start, end })),
		headline: { text: text.slice(span.start, span.end), span, from: "first-line", made: false },
	};
}

/** Where the words of a quotation start, without a "that" before them. */
function contentWords(words: readonly Word[], { content }: FoundQuotation): readonly number[] {
	const inside = words.filter(({ start }) => content.some((span) => span.start <= start && start < span.end));
	const [first] = inside;
	return (first?.word === "that" ? inside.slice(1) : inside).map(({ start }) => start);
}

function sameWords(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a.every((start, i) => start === b[i]);
}

interface PartResult {
	readonly part: Part;
	readonly right: boolean;
	readonly note: string;
}

function rightParts(annotated: AnnotatedArticle, found: FoundQuotation, gold: GoldQuotation): PartResult[] {
	const { text } = annotated.article;
	const results: PartResult[] = [];
	const check = (part: Part, right: boolean, is: string | null, wanted: string | null): void => {
		results.push({ part, right, note: `${is ?? "-"} for ${wanted ?? "-"} (${found.exact.slice(0, 30)})` });
	};
	const source = sliceOf(text, found.source);
	if (gold.kind) check("kind", found.kind === gold.kind, found.kind, gold.kind);
	if (gold.by !== null) check("by", sameText(source, gold.by), source, gold.by);
	const speaker = annotated.entities.find(({ id }) => id === found.speaker) ?? null;
	if (gold.who !== null) {
		const is = gold.who === "" ? speaker === null : speaker !== null && sameText(speaker.name, gold.who);
		check("who", is, speaker?.name ?? null, gold.who);
	}
	const via = found.carriers.map(({ entity, span }) => ({
		exact: text.slice(span.start, span.end),
		name: annotated.entities.find(({ id }) => id === entity)?.name ?? null,
	}));
	const sameCarriers =
		via.length === gold.via.length &&
		via.every(({ exact, name }, i) => sameText(exact, gold.via[i] ?? "") || sameText(name, gold.via[i] ?? ""));
	check("via", sameCarriers, via.map(({ exact }) => exact).join(" < "), gold.via.join(" < "));
	check("is", found.polarity === gold.is, found.polarity, gold.is);
	check("hedged", found.hedged === gold.hedged, String(found.hedged), String(gold.hedged));
	const hearer = sliceOf(text, found.addressee);
	if (gold.to !== null) check("to", sameText(hearer, gold.to), hearer, gold.to);
	if (gold.at === null && gold.on === null) return results;
	const { when, where } = findSetting(annotated, found);
	if (gold.at !== null) check("at", sameText(sliceOf(text, where), gold.at || null), sliceOf(text, where), gold.at);
	if (gold.on !== null) check("on", (when.earliest?.slice(0, 10) ?? "") === gold.on, when.earliest, gold.on);
	return results;
}

/** Alike but for an article before it and marks around it. */
function sameText(a: string | null, b: string | null): boolean {
	const bare = (text: string): string =>
		textWords(text)
			.map(({ word }) => word)
			.join(" ")
			.replace(/^the /i, "");
	return a === null || b === null ? a === b : bare(a) === bare(b);
}

function sliceOf(text: string, span: Span | null): string | null {
	return span ? text.slice(span.start, span.end) : null;
}

function quote(text: string, words: readonly Word[], starts: readonly number[]): string {
	const last = words.find(({ start }) => start === starts.at(-1));
	return text.slice(starts[0] ?? 0, (last?.start ?? 0) + (last?.word.length ?? 0));
}
