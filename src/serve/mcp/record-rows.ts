import type { z } from "zod";
import type { Polarity, QuotationKind } from "../../model/annotation.ts";
import type {
	Coverage,
	Fact,
	FactMode,
	FactRelation,
	FactState,
	FactType,
	LineageEdgeKind,
	PositionStance,
	Utterance,
	VariantKind,
} from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import {
	COUNT,
	type Fields,
	FLAG,
	listOf,
	object,
	oneOf,
	orNull,
	part,
	TEXT,
	TEXTS,
} from "../../report/schema/fields.ts";
import { EDGE_KIND, FACT_TYPE, MODE, RELATION } from "../../report/schema/stories.ts";
import { POLARITY, QUOTATION_KIND, VARIANT_KIND } from "../../report/schema/words.ts";
import type { LineageTie } from "../../report/view/lineage-ties.ts";
import { isPrimary, nameOf, type RecordIndex, siglaOf } from "../../report/view/record-index.ts";
import { type Citations, MOST_WORDS } from "./citations.ts";
import { type CitedDate, type CitedWords, clip, toWhen, WHEN, WORDS } from "./shapes.ts";

/** What findings have more than this of is counted: each row has to end somewhere. */
export const MOST_PARTS = 16;
const MOST_READINGS = 6;

/** What was said once, as reports give it. */
export interface UtteranceRow {
	readonly utterance: string;
	readonly speaker: string | null;
	/** By report; at most 16. */
	readonly renditions: readonly RenditionRow[];
	readonly moreRenditions: number;
	/** Where wordings differ; "" stands for words left out. */
	readonly variants: readonly VariantRow[];
}

interface RenditionRow {
	readonly siglum: string;
	readonly coverage: Coverage;
	/** Null for a headline that repeats words. */
	readonly kind: QuotationKind | null;
	readonly words: readonly CitedWords[];
	/** The agencies or outlets credited with bringing the words, nearest first. */
	readonly carriers: readonly string[];
}

interface VariantRow {
	readonly kind: VariantKind;
	readonly readings: readonly { readonly sigla: readonly string[]; readonly text: string }[];
}

export const UTTERANCE_ROW: z.ZodType<UtteranceRow> = object<UtteranceRow>("UtteranceRow", {
	utterance: TEXT,
	speaker: orNull(TEXT),
	renditions: listOf(
		part<RenditionRow>({
			siglum: TEXT,
			coverage: oneOf<Coverage>({ whole: 0, part: 0, fragment: 0 }),
			kind: orNull(QUOTATION_KIND),
			words: listOf(WORDS),
			carriers: TEXTS,
		}),
	),
	moreRenditions: COUNT,
	variants: listOf(
		part<VariantRow>({
			kind: VARIANT_KIND,
			readings: listOf(part<VariantRow["readings"][number]>({ sigla: TEXTS, text: TEXT })),
		}),
	),
});

/** @param only the reports whose renditions are given; all when it is left out */
export function rowUtterance(
	index: RecordIndex,
	citations: Citations,
	utterance: Utterance,
	only: ReadonlySet<string> | null = null,
): UtteranceRow {
	const own = utterance.renditions.filter(({ article }) => only === null || only.has(article));
	const shown = own.slice(0, MOST_PARTS);
	const bearer = new Map(own.map(({ id, article }) => [id, article]));
	const variants = utterance.variants.flatMap(({ kind, readings }): VariantRow[] => {
		const told = readings.flatMap(({ renditions, text }) => {
			const articles = renditions.flatMap((id) => bearer.get(id) ?? []);
			return articles.length === 0 ? [] : [{ sigla: siglaOf(index, articles), text: clip(text) }];
		});
		return told.length < 2 ? [] : [{ kind, readings: told.slice(0, MOST_READINGS) }];
	});
	return {
		utterance: utterance.id,
		speaker: utterance.speaker === null ? null : clip(nameOf(index, utterance.speaker)),
		renditions: shown.map(({ article, parts, coverage }): RenditionRow => {
			const quotation = index.quotations.get(parts.find((one) => one.quotation !== null)?.quotation ?? "");
			return {
				siglum: citations.siglum(article),
				coverage,
				kind: quotation?.kind ?? null,
				words: citations.all(
					article,
					parts.flatMap(({ spans }) => spans),
				),
				carriers: (quotation?.carriers ?? []).slice(0, MOST_READINGS).map(({ entity }) => clip(nameOf(index, entity))),
			};
		}),
		moreRenditions: own.length - shown.length,
		variants: variants.slice(0, MOST_PARTS),
	};
}

export interface StateRow {
	readonly siglum: string;
	readonly value: string;
	readonly mode: FactMode;
	readonly polarity: Polarity;
	/** On whose word; null for the outlet's own, or where that is open. */
	readonly by: string | null;
	readonly words: readonly CitedWords[];
}

export const STATE_ROW: z.ZodType<StateRow> = object<StateRow>("StateRow", {
	siglum: TEXT,
	value: TEXT,
	mode: MODE,
	polarity: POLARITY,
	by: orNull(TEXT),
	words: listOf(WORDS),
});

export function rowState(index: RecordIndex, citations: Citations, state: FactState): StateRow {
	const { article, value, mode, polarity, by, spans } = state;
	return {
		...{ siglum: citations.siglum(article), value: clip(value), mode, polarity },
		by: by === null ? null : clip(nameOf(index, by)),
		words: citations.all(article, spans),
	};
}

/** An assertion, and what each report says of it. */
export interface FactRow {
	readonly fact: string;
	readonly statement: string;
	readonly type: FactType;
	readonly relation: FactRelation;
	readonly reason: string;
	/** At most 16. */
	readonly states: readonly StateRow[];
	readonly moreStates: number;
	/** Sigla of reports that say nothing of it: silence is no denial. */
	readonly silent: readonly string[];
}

export const FACT_ROW: z.ZodType<FactRow> = object<FactRow>("RecordFactRow", {
	fact: TEXT,
	statement: TEXT,
	type: FACT_TYPE,
	relation: RELATION,
	reason: TEXT,
	states: listOf(STATE_ROW),
	moreStates: COUNT,
	silent: TEXTS,
});

export function rowFact(index: RecordIndex, citations: Citations, fact: Fact): FactRow {
	const { id, statement, type, relation, reason, states, silent } = fact;
	return {
		...{ fact: id, statement: clip(statement), type, relation, reason: clip(reason) },
		states: states.slice(0, MOST_PARTS).map((state) => rowState(index, citations, state)),
		moreStates: Math.max(0, states.length - MOST_PARTS),
		silent: siglaOf(
			index,
			silent.filter((article) => !isPrimary(index, article)),
		).slice(0, 10 * MOST_PARTS),
	};
}

/** Who draws on whom, and the words that show it. */
export interface TieRow {
	/** A siglum, or the name of an agency, outlet or address. `from` draws on `to` where the tie has a direction. */
	readonly from: string;
	readonly to: string;
	readonly kind: LineageEdgeKind;
	readonly directed: boolean;
	/** What for: the text, some quotations, or some passages. */
	readonly for: "text" | "quotations" | "passages";
	readonly words: readonly CitedWords[];
}

export const TIE_ROW: z.ZodType<TieRow> = object<TieRow>("TieRow", {
	from: TEXT,
	to: TEXT,
	kind: EDGE_KIND,
	directed: FLAG,
	for: oneOf<TieRow["for"]>({ text: 0, quotations: 0, passages: 0 }),
	words: listOf(WORDS),
});

export function rowTie(citations: Citations, { from, to, kind, directed, part: what, edges }: LineageTie): TieRow {
	const nameEnd = ({ article, name }: LineageTie["from"]): string =>
		article === null ? clip(name) : citations.siglum(article);
	return {
		...{ from: nameEnd(from), to: nameEnd(to), kind, directed },
		for: what === "" ? "text" : what === "quotation" ? "quotations" : "passages",
		words: rowPlaces(
			citations,
			edges.flatMap(({ evidence }) => evidence),
		),
	};
}

export function rowPlaces(citations: Citations, places: readonly Place[]): CitedWords[] {
	return places.slice(0, MOST_WORDS).map((place) => citations.words(place.article, place));
}

/** What a speaker said or did about somebody. */
export interface PositionRow {
	readonly position: string;
	readonly speaker: string;
	readonly onBehalfOf: string | null;
	readonly about: string;
	readonly kind: "statement" | "act";
	readonly act: string | null;
	readonly when: CitedDate;
	/** The side that the words plainly take; null when they take none. */
	readonly stance: PositionStance | null;
	readonly polarity: Polarity;
	readonly words: readonly CitedWords[];
	/** Sigla of the reports that give it. */
	readonly reports: readonly string[];
	/** The position of an earlier day that this one goes against. */
	readonly changes: string | null;
}

export const POSITION_FIELDS: Fields<PositionRow> = {
	position: TEXT,
	speaker: TEXT,
	onBehalfOf: orNull(TEXT),
	about: TEXT,
	kind: oneOf<PositionRow["kind"]>({ statement: 0, act: 0 }),
	act: orNull(TEXT),
	when: WHEN,
	stance: orNull(oneOf<PositionStance>({ supports: 0, opposes: 0, demands: 0, warns: 0, denies: 0 })),
	polarity: POLARITY,
	words: listOf(WORDS),
	reports: TEXTS,
	changes: orNull(TEXT),
};

export const POSITION_ROW: z.ZodType<PositionRow> = object<PositionRow>("PositionRow", POSITION_FIELDS);

export function rowPosition(
	index: RecordIndex,
	citations: Citations,
	position: RecordIndex["record"]["positions"][number],
): PositionRow {
	const { id, speaker, onBehalfOf, about, kind, act, when, stance, polarity, article, spans, reports } = position;
	return {
		...{ position: id, kind, act, stance, polarity },
		speaker: clip(nameOf(index, speaker)),
		onBehalfOf: onBehalfOf === null ? null : clip(nameOf(index, onBehalfOf)),
		about: clip(nameOf(index, about)),
		when: toWhen(when),
		words: citations.all(article, spans),
		reports: [...new Set(reports.slice(0, MOST_PARTS).map((report) => citations.siglum(report.article)))],
		changes: position.change?.position ?? null,
	};
}
