import { fileURLToPath } from "node:url";
import { traceText } from "../../../src/collation/trace/trace.ts";
import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import type { Span } from "../../../src/model/span.ts";
import type { TracedPlace } from "../../../src/model/trace-listing.ts";
import { type AnalysisData, annotate, listArticles } from "../../../src/pipeline.ts";
import { groupStories } from "../../../src/stories/stories.ts";
import { nodeReadingEffects } from "../../../src/system/collate-effects.ts";
import { compareText } from "../../../src/text/compare.ts";
import { overlaps } from "../../../src/text/spans.ts";
import type { CollationSet } from "../collation/gold.ts";
import { TextIndex } from "../examples/texts.ts";

/** What tracing one rendition of an annotated set came to. */
export interface SetTrace {
	readonly id: string;
	/** Other renditions of its utterance, and how many of them were found. */
	readonly gold: number;
	readonly hit: number;
	/** Places found beside the traced words themselves, and how many of them give the utterance. */
	readonly found: number;
	readonly right: number;
	readonly notes: readonly string[];
}

interface PlacedRendition {
	readonly id: string;
	readonly utterance: string;
	readonly article: string;
	readonly spans: readonly Span[];
	readonly text: string;
	readonly inMarks: boolean;
}

/** A rendition of fewer words says too little to be looked for in other words. */
const LEAST_WORDS = 5;
const OPENS = /["'\u201c\u2018\u00ab]$/;

/**
 * Traces every rendition of an annotated set that stands in marks, in the reports of the set: the other renditions of
 * its utterance are to be found, and nothing else.
 */
export async function traceSet({ name, gold }: CollationSet, data: AnalysisData): Promise<SetTrace[]> {
	const folder = fileURLToPath(new URL(`../collation/sets/${name}`, import.meta.url));
	const listing = await listArticles([`${folder}/*.txt`], nodeReadingEffects());
	// Ids come from places, which are not those of another machine.
	const articles = listing.articles
		.map((article): AnnotatedArticle => {
			const file = article.capture.place.slice(article.capture.place.lastIndexOf("/") + 1);
			return annotate({ ...article, id: file, sourceId: file }, data.tagger);
		})
		.sort((a, b) => compareText(a.article.id, b.article.id));
	const layer = groupStories(articles, data.rarity);
	const placed = placeRenditions(gold.utterances, articles);
	return placed
		.filter(({ inMarks, text }) => inMarks && text.split(/\s+/).length >= LEAST_WORDS)
		.map((traced): SetTrace => {
			const { places } = traceText(
				traced.text,
				articles,
				layer,
				(stem) => data.rarity.rarityOf(stem),
				{ version: "", models: [], data: [], options: {}, corrections: 0 },
				[],
			);
			const others = placed.filter((one) => one !== traced && one.utterance === traced.utterance);
			const beside = places.filter((place) => !meets(place, traced));
			const right = beside.filter((place) => others.some((other) => meets(place, other)));
			const hit = others.filter((other) => places.some((place) => meets(place, other)));
			return {
				id: `${name}/${traced.id}`,
				gold: others.length,
				hit: hit.length,
				found: beside.length,
				right: right.length,
				notes: [
					...beside
						.filter((place) => !right.includes(place))
						.map(
							({ kind, score, article, spans, reason }) =>
								`wrong ${kind} ${score} (${reason}) ${article}: ${spans.map(({ exact }) => exact).join(" … ")}`,
						),
					...others.filter((other) => !hit.includes(other)).map(({ article, text }) => `missed ${article}: ${text}`),
				],
			};
		});
}

function placeRenditions(
	utterances: CollationSet["gold"]["utterances"],
	articles: readonly AnnotatedArticle[],
): PlacedRendition[] {
	const texts = new Map(articles.map(({ article }) => [article.id, article.text]));
	return utterances.flatMap(({ id, renditions }) =>
		renditions.flatMap(({ file, parts, occurrence }, at): PlacedRendition[] => {
			const text = texts.get(file) ?? "";
			const index = new TextIndex(text);
			const spans = parts.flatMap((part) => index.find(part, occurrence ?? 1) ?? []);
			const [first] = spans;
			if (!first || spans.length < parts.length) return [];
			const inMarks = OPENS.test(text.slice(Math.max(0, first.start - 1), first.start));
			const words = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
			return [{ id: `${id}/${file}.${at + 1}`, utterance: id, article: file, spans, text: words, inMarks }];
		}),
	);
}

function meets(place: TracedPlace, { article, spans }: PlacedRendition): boolean {
	return place.article === article && place.spans.some((span) => spans.some((own) => overlaps(span, own)));
}
