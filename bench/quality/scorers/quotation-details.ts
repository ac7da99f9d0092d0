import { LEAST_SURE } from "../../../src/quotations/sureness.ts";
import type { TaggerWeights } from "../../../src/quotations/tagger/weights.ts";
import type { Detail } from "../measurement.ts";
import type { GoldArticle } from "./polnear-gold.ts";
import { compareArticle } from "./quotation-comparison.ts";
import { listErrors } from "./quotation-errors.ts";
import { showReliability } from "./quotation-reliability.ts";

/**
 * What docs/quality.md shows of the quotations beyond the figures that the gate holds: anchors, kinds,
 * publishers, how far the confidence can be relied on, errors by class, and what remains.
 */
export function describeQuotations(
	articles: readonly GoldArticle[],
	tagger: TaggerWeights | null,
	{ all, shown, measure }: Measured,
): Detail[] {
	const compared = articles.map((article) => ({ article, ...compareArticle(article, tagger) }));
	const sure = articles.map((article) => ({ article, ...compareArticle(article, tagger, { sure: true }) }));
	return [
		showWhole(all, shown),
		showSegments(all, shown),
		OTHERS,
		showKinds(all, compared),
		showPublishers(articles, compared, measure),
		showReliability(compared, sure),
		...listErrors(compared),
		REMAINS,
	];
}

type Figures = Readonly<{ [name: string]: number }>;

/** Figures of all that a record holds, of what pages show unasked, and how some of the articles are measured. */
interface Measured {
	readonly all: Figures;
	readonly shown: Figures;
	readonly measure: (articles: readonly GoldArticle[]) => Figures;
}

/** An article with both sides of its comparison. */
export type ComparedArticle = { readonly article: GoldArticle } & ReturnType<typeof compareArticle>;

const NAMED = "Stemma, all readings of a record";
const NAMED_SHOWN = "Stemma, those shown unasked";

function write(value: number | undefined): string {
	return value === undefined ? "–" : value.toFixed(3);
}

function rowsOf(names: readonly string[], all: Figures, shown: Figures, corpus: string): string[][] {
	const row = (label: string, figures: Figures): string[] => [
		label,
		corpus,
		...names.map((name) => write(figures[name])),
	];
	return [row(NAMED, all), row(NAMED_SHOWN, shown)];
}

const WHOLE = [
	"direct exact F1",
	"content exact F1",
	"content token F1",
	"cue overlap F1",
	"source exact F1",
	"triple exact F1",
];

function showWhole(all: Figures, shown: Figures): Detail {
	return {
		title: "Whole attributions beside what others reach",
		before: [
			"F1. *Exact* asks for every character of a content or a source, *token* counts the words that two contents share, a *triple* is source, cue and content all exact. Cues count as found when they share a word.",
		],
		table: {
			head: ["", "measured on", "direct exact", "content exact", "content token", "cue", "source exact", "triple"],
			rows: [
				...rowsOf(WHOLE, all, shown, "PolNeAR dev"),
				["one annotator against another", "PolNeAR dev", "0.943", "0.684", "0.887", "0.818", "0.773", "0.631"],
				["two-stage perceptron, a first try", "PolNeAR dev", "0.869", "0.551", "0.799", "0.777", "0.705", "0.474"],
			],
		},
		after: [
			`A record holds every reading whose cue is likely enough one, with its confidence. *${NAMED_SHOWN}* counts those that pages print unless asked for more: words in marks, and others with a source and a confidence of ${LEAST_SURE} at least; the annotators' whole attributions are held against them, so that they have fewer and surer ones.`,
		],
	};
}

function showSegments(all: Figures, shown: Figures): Detail {
	return {
		title: "Segments beside what others reach",
		before: [
			"Exact F1 of each stretch by itself, whichever attribution it belongs to. The published systems are measured on PolNeAR's test part, which is not used here: their rows show the scale, not a ranking.",
		],
		table: {
			head: ["", "measured on", "source", "cue", "content"],
			rows: [
				...rowsOf(["segment source F1", "segment cue F1", "segment content F1"], all, shown, "PolNeAR dev"),
				["two-stage perceptron, a first try", "PolNeAR dev", "0.726", "0.687", "0.595"],
				["BERT with CofeNet (2022)", "PolNeAR test", "0.832", "0.753", "0.729"],
				["BERT", "PolNeAR test", "0.811", "0.740", "0.689"],
				["BiLSTM-CRF", "PolNeAR test", "0.696", "0.667", "0.590"],
				["CRF", "PolNeAR test", "0.506", "0.534", "0.286"],
				["rules", "PolNeAR test", "0.107", "0.228", "0.056"],
			],
		},
		after: [],
	};
}

const OTHERS: Detail = {
	title: "Measured on other texts",
	before: ["These corpora are not here; the rows say what such systems reach where their makers measured them."],
	table: {
		head: ["", "measured on", "source", "cue", "content"],
		rows: [
			["BBC Citron", "PARC3 test", "0.820", "0.823", "0.593 exact, 0.833 overlapping"],
			["Guardian and AFP (spaCy)", "their own news, direct quotations only", "0.840", "0.860", "0.930"],
		],
	},
	after: [],
};

const KINDS = ["direct", "mixed", "indirect"] as const;

function showKinds(figures: Figures, compared: readonly ComparedArticle[]): Detail {
	const count = (side: "gold" | "found", kind: string): string =>
		String(compared.reduce((sum, one) => sum + one[side].filter((other) => other.kind === kind).length, 0));
	return {
		title: "By kind",
		before: ["A kind is compared with the same kind alone: what is direct there and mixed here counts against both."],
		table: {
			head: ["kind", "of the annotators", "found", "content exact F1", "content token F1"],
			rows: KINDS.map((kind) => [
				kind,
				count("gold", kind),
				count("found", kind),
				write(figures[`${kind} exact F1`]),
				write(figures[`${kind} token F1`]),
			]),
		},
		after: [],
	};
}

function showPublishers(
	articles: readonly GoldArticle[],
	compared: readonly ComparedArticle[],
	measure: Measured["measure"],
): Detail {
	const names = [...new Set(articles.map(publisherOf))];
	return {
		title: "By publisher",
		before: [],
		table: {
			head: ["publisher", "articles", "attributions", ...WHOLE.map((name) => name.replace(/ F1$/, ""))],
			rows: names.map((name) => {
				const own = articles.filter((article) => publisherOf(article) === name);
				const figures = measure(own);
				const gold = compared.filter(({ article }) => publisherOf(article) === name).flatMap((one) => one.gold);
				return [name, String(own.length), String(gold.length), ...WHOLE.map((figure) => write(figures[figure]))];
			}),
		},
		after: [],
	};
}

/** Files are named for their publisher: `publisher_date_title`. */
function publisherOf({ name }: GoldArticle): string {
	return name.split("_")[0] ?? "";
}

const REMAINS: Detail = {
	title: "What remains",
	before: [
		"Direct quotations are read about as two annotators agree on them; what is left there is mostly where a speech goes on without a new cue. Indirect ones are harder for people too: the largest part of what is wrong is whether a sentence attributes at all, then where the content ends.",
		"A reading has the right words more often than the right ends. A clause of time, place or reason at the end of a content may be the speaker's or the report's, and annotators differ on it as well. Reading whole sentences rather than their words in order would help there more than further rules.",
		"All of this is measured on seven outlets from the United States in two years. Other outlets, marks and ways of crediting are held by hand-written cases, which show that something works and not how often it is needed.",
	],
	table: null,
	after: [],
};
