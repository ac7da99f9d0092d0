import type { CollationRecord, RecordArticle } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { describeMode } from "../view/fact-lists.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { indexRecord, nameOf, type RecordIndex, siglumOf } from "../view/record-index.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { countCodePoints, wholeSlice, wholeStart } from "./code-points.ts";
import { addressOf, urnOf } from "./identifiers.ts";
import { writeWellFormedJson } from "./well-formed-json.ts";

/** Code units of the text before and after the words, by which they are found where the text has moved. */
const CONTEXT = 32;

/** Something found at places of texts. */
interface Finding {
	readonly kind: string;
	readonly id: string;
	readonly places: readonly Place[];
	/** What it is, for a person. */
	readonly words: string;
}

/**
 * Everything found in the texts, each as an annotation (W3C Web Annotation Data Model) in one collection: quotations,
 * names, dates, numbers, terms, what states a fact or a position, shared passages and what was dropped.
 *
 * A place has a target in the text as Stemma read it, named by a URN and found by both a TextPositionSelector, which
 * counts code points of the `text` that the record has of the article, and a TextQuoteSelector; and, where the report
 * has an address, one there, by the words alone, as positions in the page itself are others.
 */
export function writeAnnotations(record: CollationRecord): string {
	const index = indexRecord(record);
	const sources = new Map(record.articles.map((article) => [article.id, describeSource(article)]));
	const items = listFindings(index).map(({ kind, id, places, words }) => ({
		id: urnOf(kind, id),
		type: "Annotation",
		motivation: kind === "passage" ? "linking" : "describing",
		body: [
			{ type: "TextualBody", purpose: "describing", format: "text/plain", value: words },
			{ type: "TextualBody", purpose: "tagging", format: "text/plain", value: kind },
			{ type: "TextualBody", purpose: "identifying", format: "text/plain", value: id },
		],
		target: places.flatMap((place) => sources.get(place.article)?.(place) ?? []),
	}));
	const set = record.articles.map(({ id }) => id).join(" ");
	return writeWellFormedJson({
		"@context": "http://www.w3.org/ns/anno.jsonld",
		id: urnOf("annotations", set),
		type: "AnnotationCollection",
		label: `What Stemma finds in ${countOf(record.articles.length, "article")}`,
		generator: { type: "Software", name: `Stemma ${record.generator.version}` },
		total: items.length,
		first: { id: urnOf("annotation page", set), type: "AnnotationPage", startIndex: 0, items },
	});
}

function describeSource(article: RecordArticle): (span: Span) => object[] {
	const { text } = article;
	const toCodePoints = countCodePoints(text);
	const own = { id: urnOf("article", article.id), type: "Text", format: "text/plain", language: article.language };
	const address = addressOf(article);
	return (span) => {
		const { start, end } = toCodePoints(span);
		const quote = {
			type: "TextQuoteSelector",
			exact: wholeSlice(text, span),
			prefix: wholeSlice(text, { start: Math.max(0, span.start - CONTEXT), end: wholeStart(text, span.start) }),
			suffix: wholeSlice(text, after(text, span.end)),
		};
		const targets: object[] = [
			{ type: "SpecificResource", source: own, selector: [{ type: "TextPositionSelector", start, end }, quote] },
		];
		if (address !== null) targets.push({ type: "SpecificResource", source: address, selector: quote });
		return targets;
	};
}

/** What follows an offset; where that cuts a pair, the words have the whole of it. */
function after(text: string, offset: number): Span {
	const start = wholeStart(text, offset) < offset ? offset + 1 : offset;
	return { start, end: Math.min(text.length, start + CONTEXT) };
}

function listFindings(index: RecordIndex): Finding[] {
	const { record } = index;
	const found: Finding[] = [];
	const add = (kind: string, id: string, all: readonly Place[], words: string): void => {
		const places = all.filter(({ article }) => index.articles.has(article));
		if (places.length > 0) found.push({ kind, id, places, words });
	};
	for (const quotation of record.quotations) {
		const { id, article, kind, content, polarity, hedged, confidence } = quotation;
		const speaker = quotation.speaker === null ? "speaker not resolved" : nameOf(index, quotation.speaker);
		const stance = `${polarity === "said" ? "" : `, ${POLARITY_WORDS[polarity]}`}${hedged ? ", with reserve" : ""}`;
		add("quotation", id, placesIn(article, content), `${kind} quotation, ${speaker}${stance}, ${confidence}`);
	}
	for (const entity of record.entities) {
		for (const { article, start, end, form } of entity.mentions) {
			const words = `${entity.name}, ${entity.type} (${form})`;
			add("mention", `${entity.id} ${article}:${start}-${end}`, [{ article, start, end }], words);
		}
	}
	for (const { article, start, end, date } of record.dates) {
		const words = `date: ${describeDate(date) ?? "not known"} (${date.reason})`;
		add("date", `${article}:${start}-${end}`, [{ article, start, end }], words);
	}
	for (const { article, start, end, kind, qualifier, low, high, of } of record.numbers) {
		const words = `${kind}, ${qualifier}: ${low ?? "…"}–${high ?? "…"}${of === null ? "" : ` ${of}`}`;
		add("number", `${article}:${start}-${end}`, [{ article, start, end }], words);
	}
	for (const { article, start, end, reason } of record.terms) {
		add("term", `${article}:${start}-${end}`, [{ article, start, end }], `nobody’s quotation: ${reason}`);
	}
	for (const fact of record.facts) {
		const title = titleOfFact(index, fact);
		for (const [at, state] of fact.states.entries()) {
			const mode = describeMode(index, state);
			const words = `${title}: ${state.value}${mode === "" ? "" : `, ${mode}`} (${fact.relation})`;
			add("fact", `${fact.id} ${at}`, placesIn(state.article, state.spans), words);
		}
	}
	for (const { id, speaker, about, kind, stance, reports } of record.positions) {
		const words = `${kind} of ${nameOf(index, speaker)} on ${nameOf(index, about)}${stance === null ? "" : `: ${stance}`}`;
		const places = reports.flatMap(({ article, spans }) => placesIn(article, spans));
		add("position", id, places, words);
	}
	for (const { a, b, quoted, stock } of record.passages) {
		const sigla = [a, b].map(({ article }) => siglumOf(index, article)).join(" and ");
		const note = quoted ? ", which both quote" : stock ? ", an outlet’s own stock" : "";
		const id = [a, b].map(({ article, start, end }) => `${article}:${start}-${end}`).join(" ");
		add("passage", id, [a, b], `passage that ${sigla} share${note}`);
	}
	for (const { id, dropped } of record.articles) {
		for (const { start, end, rule, reason } of dropped) {
			add("dropped", `${id}:${start}-${end}`, [{ article: id, start, end }], `dropped: ${reason} (${rule})`);
		}
	}
	return found;
}

function placesIn(article: string, spans: readonly Span[]): Place[] {
	return spans.map(({ start, end }) => ({ article, start, end }));
}
