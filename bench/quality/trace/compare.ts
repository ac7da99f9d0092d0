import { traceText } from "../../../src/collation/trace/trace.ts";
import type { Article, Headline } from "../../../src/model/article.ts";
import type { Span } from "../../../src/model/span.ts";
import type { TracedPlace } from "../../../src/model/trace-listing.ts";
import { type AnalysisData, annotate } from "../../../src/pipeline.ts";
import { groupStories } from "../../../src/stories/stories.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { CaseReport, CaseWords, GoldPlace, TraceCase } from "./cases.ts";

/** How one case came out. */
export interface TraceResult {
	readonly gold: number;
	/** Places found, those left out that may or may not be. */
	readonly found: number;
	readonly hit: number;
	/** The same of places that are not exact. */
	readonly otherGold: number;
	readonly otherFound: number;
	readonly otherHit: number;
	/** Of places hit: how often the kind, the words, and what is asked besides are right. */
	readonly kindRight: number;
	readonly wordsRight: number;
	readonly asked: number;
	readonly right: number;
	readonly mustNots: number;
	readonly held: number;
	/** What is wrong, a line each. */
	readonly notes: readonly string[];
}

/** A place meets gold words from this share of their letters in common on (Jaccard). */
const MEETS = 0.5;
/** And has them right from this on. */
const RIGHT = 0.8;

/** Traces the text of a case in its reports and compares what comes out. */
export function compareTraceCase(one: TraceCase, data: AnalysisData): TraceResult {
	const articles = one.reports.map((report) => annotate(articleOf(report), data.tagger));
	const layer = groupStories(articles, data.rarity);
	const generator = { version: "", models: [], data: [], options: {}, corrections: 0 };
	const listing = traceText(one.trace, articles, layer, (stem) => data.rarity.rarityOf(stem), generator, []);
	const nameOf = (id: string): string => listing.articles.find((article) => article.id === id)?.sourceId ?? "?";
	const used = new Set<TracedPlace>();
	const notes: string[] = [];
	const result = { hit: 0, otherHit: 0, kindRight: 0, wordsRight: 0, asked: 0, right: 0, held: 0 };
	for (const gold of one.places) {
		const place = listing.places
			.filter((found) => !used.has(found) && nameOf(found.article) === gold.report)
			.map((found) => ({ found, share: jaccard(found.spans, gold.spans) }))
			.filter(({ share }) => share >= MEETS)
			.sort((a, b) => b.share - a.share)[0];
		if (!place) {
			notes.push(`missed in ${gold.report}: ${gold.words}`);
			continue;
		}
		const { found, share } = place;
		used.add(found);
		result.hit++;
		if (!isExact(gold)) result.otherHit++;
		if (gold.kinds.includes(found.kind)) result.kindRight++;
		else notes.push(`kind ${found.kind} for ${gold.kinds.join("/")} in ${gold.report}`);
		if (share >= RIGHT) result.wordsRight++;
		else notes.push(`words in ${gold.report}: ${found.spans.map(({ exact }) => exact).join(" … ")}`);
		for (const { what, right } of checkFields(found, gold)) {
			result.asked++;
			if (right) result.right++;
			else notes.push(`${what} in ${gold.report}`);
		}
	}
	const isOpen = (place: TracedPlace): boolean =>
		one.open.some((open) => open.report === nameOf(place.article) && touches(place, open));
	const extra = listing.places.filter((place) => !used.has(place) && !isOpen(place));
	for (const { article, kind, spans, score } of extra)
		notes.push(`extra ${kind} ${score} in ${nameOf(article)}: ${spans.map(({ exact }) => exact).join(" … ")}`);
	for (const apart of one.apart) {
		const met = listing.places.some((place) => nameOf(place.article) === apart.report && touches(place, apart));
		if (met) notes.push(`must not in ${apart.report}: ${apart.words}`);
		else result.held++;
	}
	const otherGold = one.places.filter((gold) => !isExact(gold)).length;
	return {
		...result,
		gold: one.places.length,
		found: result.hit + extra.length,
		otherGold,
		otherFound: result.otherHit + extra.filter(({ kind }) => kind !== "exact").length,
		mustNots: one.apart.length,
		notes,
	};
}

function isExact({ kinds }: GoldPlace): boolean {
	return kinds.includes("exact");
}

function checkFields(found: TracedPlace, gold: GoldPlace): { readonly what: string; readonly right: boolean }[] {
	const checks: { what: string; right: boolean }[] = [];
	const given = found.differences.map(({ kind }) => kind);
	for (const kind of gold.differs)
		checks.push({ what: `no ${kind} but ${given.join(", ") || "nothing"}`, right: given.some((one) => one === kind) });
	if (gold.by !== null) {
		const by = found.quotation?.speaker?.name ?? null;
		checks.push({ what: `by ${by} for ${gold.by}`, right: by === gold.by });
	}
	if (gold.credits !== null) {
		const credited = found.credits.map(({ name }) => name);
		checks.push({ what: `credits ${credited.join(", ") || "nobody"}`, right: credited.includes(gold.credits) });
	}
	return checks;
}

function touches({ spans }: TracedPlace, words: CaseWords): boolean {
	return spans.some((span) => words.spans.some((one) => span.start < one.end && one.start < span.end));
}

function jaccard(a: readonly Span[], b: readonly Span[]): number {
	const letters = (spans: readonly Span[]): Set<number> =>
		new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
	const [own, other] = [letters(a), letters(b)];
	let common = 0;
	for (const at of own) if (other.has(at)) common++;
	return common / (own.size + other.size - common);
}

function articleOf({ name, day, outlet, headline, language, text }: CaseReport): Article {
	const whole = makeArticle(text, {
		sourceId: name,
		language,
		published: publishedOn(day),
		outlet: { text: outlet, span: null, from: "stated", site: null },
	});
	const [first, ...rest] = whole.blocks;
	if (!headline || !first) return whole;
	const span = { start: first.start, end: first.end };
	const stated: Headline = { text: text.slice(span.start, span.end), span, from: "first-line", made: false };
	return { ...whole, body: rest.map(({ start, end }) => ({ start, end })), headline: stated };
}
