import { z } from "zod";
import type { ExactSpan } from "../../../model/quotation-listing.ts";
import type { LineageEdgeKind, VariantKind } from "../../../model/record.ts";
import type { TracedPlace, TraceForm, TraceKind } from "../../../model/trace-listing.ts";
import { COUNT, listOf, object, oneOf, orNull, part, SURENESS, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { EDGE_KIND } from "../../../report/schema/stories.ts";
import { EXACT_SPAN, VARIANT_KIND } from "../../../report/schema/words.ts";
import { countOf } from "../../../report/view/count-words.ts";
import { Citations, MOST_WORDS } from "../citations.ts";
import { fillPage } from "../pages.ts";
import { CITED, type Cited, type CitedDate, type CitedWords, clip, toWhen, WHEN, WORDS } from "../shapes.ts";
import { AFTER_FIELD, citeAll, defineTool, limitField, type Tool } from "../tool.ts";

interface DifferenceRow {
	readonly kind: VariantKind;
	/** Words of the traced text, with their place in it; empty where the report adds some. */
	readonly traced: readonly ExactSpan[];
	readonly found: readonly CitedWords[];
}

interface CreditRow {
	readonly kind: LineageEdgeKind;
	readonly name: string;
	/** The report of the store that it is; null when it is none. */
	readonly siglum: string | null;
	/** For these words, or for the whole text that holds them. */
	readonly scope: "words" | "text";
	readonly words: readonly CitedWords[];
}

interface PlaceRow {
	readonly siglum: string;
	readonly kind: TraceKind;
	readonly form: TraceForm;
	readonly words: readonly CitedWords[];
	/** How alike the two are, 0–1; 1 when exact. */
	readonly score: number;
	readonly differences: readonly DifferenceRow[];
	readonly speaker: string | null;
	readonly carriers: readonly string[];
	readonly published: CitedDate;
	readonly credits: readonly CreditRow[];
	readonly reason: string;
}

interface NearRow {
	readonly siglum: string;
	readonly words: readonly CitedWords[];
	readonly reason: string;
}

interface TracedText extends Cited {
	/** Places in all, and the independent lines that their reports stand for: copies count once. */
	readonly total: number;
	readonly lines: number;
	/** Oldest first. */
	readonly places: readonly PlaceRow[];
	/** What comes near and is not counted, with the reason; only with the first page. */
	readonly near: readonly NearRow[];
	/** Where the words stand in text that was dropped as no part of a report; only with the first page. */
	readonly dropped: readonly NearRow[];
}

const NEAR = listOf(object<NearRow>("NearRow", { siglum: TEXT, words: listOf(WORDS), reason: TEXT }));

/** Differences and credits of one place that are given. */
const MOST_PARTS = 8;

export const traceText: Tool = defineTool({
	name: "trace_text",
	title: "Trace a sentence or quotation",
	description:
		"Finds every place where a sentence or quotation stands, oldest first: in its words, cut, or in other words (another translation, indirect speech, a headline), with whom each report has it from and what differs word by word. What comes near and is not counted is listed with the reason.",
	input: {
		text: z.string().trim().min(1).max(5000).describe("The sentence or quotation, as it stands somewhere."),
		limit: limitField(25, 10),
		after: AFTER_FIELD,
	},
	output: object<TracedText>("TracedText", {
		total: COUNT,
		lines: COUNT,
		places: listOf(
			object<PlaceRow>("PlaceRow", {
				siglum: TEXT,
				kind: oneOf<TraceKind>({ exact: 0, cut: 0, reworded: 0 }),
				form: oneOf<TraceForm>({ direct: 0, mixed: 0, indirect: 0, "own-words": 0 }),
				words: listOf(WORDS),
				score: SURENESS,
				differences: listOf(
					part<DifferenceRow>({ kind: VARIANT_KIND, traced: listOf(EXACT_SPAN), found: listOf(WORDS) }),
				),
				speaker: orNull(TEXT),
				carriers: TEXTS,
				published: WHEN,
				credits: listOf(
					part<CreditRow>({
						kind: EDGE_KIND,
						name: TEXT,
						siglum: orNull(TEXT),
						scope: oneOf<CreditRow["scope"]>({ words: 0, text: 0 }),
						words: listOf(WORDS),
					}),
				),
				reason: TEXT,
			}),
		),
		near: NEAR,
		dropped: NEAR,
		...CITED,
	}),
	async answer(room, { text, limit, after }) {
		const listing = await room.store.trace(text, [], () => {});
		const citations = Citations.ofRecord(listing.articles);
		const describe = (place: TracedPlace): PlaceRow => ({
			siglum: citations.siglum(place.article),
			kind: place.kind,
			form: place.form,
			words: citations.all(place.article, place.spans),
			score: place.score,
			differences: place.differences.slice(0, MOST_PARTS).map(({ kind, traced, found }) => ({
				kind,
				traced: traced.slice(0, MOST_WORDS).map(({ start, end, exact }) => ({ start, end, exact })),
				found: citations.all(place.article, found),
			})),
			speaker: place.quotation?.speaker?.name ?? null,
			carriers: (place.quotation?.carriers ?? []).slice(0, MOST_PARTS).map(({ name }) => clip(name)),
			published: toWhen(place.when),
			credits: place.credits.slice(0, MOST_PARTS).map(({ kind, name, report, scope, evidence }) => ({
				...{ kind, scope, name: clip(name), siglum: report && citations.siglum(report) },
				words: evidence.slice(0, 2).map((where) => citations.words(where.article, where)),
			})),
			reason: clip(place.reason),
		});
		const { rows, next } = fillPage(
			listing.places.map((place) => () => describe(place)),
			limit,
			after,
		);
		const isFirst = after === undefined;
		const near = (isFirst ? listing.near : []).map(({ article, spans, reason }): NearRow => {
			return { siglum: citations.siglum(article), words: citations.all(article, spans), reason: clip(reason) };
		});
		const dropped = (isFirst ? listing.dropped : []).slice(0, MOST_PARTS).map((place): NearRow => {
			const words = [citations.words(place.article, place)];
			return { siglum: citations.siglum(place.article), words, reason: clip(place.reason) };
		});
		const { coverage } = listing;
		const notes =
			coverage !== null && coverage.left > 0
				? [
						`${countOf(coverage.left, "report")} that most likely hold the words were not looked into: there are too many.`,
					]
				: [];
		return {
			...{ total: listing.places.length, lines: listing.lines, places: rows, near, dropped },
			...(await citeAll(room, citations, next, notes)),
		};
	},
});
