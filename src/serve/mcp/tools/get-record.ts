import { z } from "zod";
import type { EntityType, Polarity, QuotationKind } from "../../../model/annotation.ts";
import { UserError } from "../../../model/problem.ts";
import type { Entity, Fact, Quotation, Story } from "../../../model/record.ts";
import { COUNT, FLAG, listOf, object, orNull, part, SURENESS, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { ENTITY_TYPE, POLARITY, QUOTATION_KIND } from "../../../report/schema/words.ts";
import { countOf } from "../../../report/view/count-words.ts";
import { listFacts } from "../../../report/view/fact-lists.ts";
import { foldEdges } from "../../../report/view/lineage-ties.ts";
import { indexRecord, nameOf, type RecordIndex, siglaOf } from "../../../report/view/record-index.ts";
import { titleOf } from "../../../report/view/story-lists.ts";
import { listUtterances } from "../../../report/view/utterance-lists.ts";
import { describeArticles } from "../../../store/search/hit-articles.ts";
import { findStory } from "../../stored-pages.ts";
import { Citations, MOST_WORDS } from "../citations.ts";
import { fillPage, type LazyRow } from "../pages.ts";
import {
	FACT_ROW,
	type FactRow,
	POSITION_ROW,
	type PositionRow,
	rowFact,
	rowPlaces,
	rowPosition,
	rowTie,
	rowUtterance,
	TIE_ROW,
	type TieRow,
	UTTERANCE_ROW,
	type UtteranceRow,
} from "../record-rows.ts";
import { CITED, type Cited, type CitedDate, type CitedWords, clip, toWhen, WHEN, WORDS } from "../shapes.ts";
import { AFTER_FIELD, citeAll, defineTool, limitField, STORY_ID, type Tool } from "../tool.ts";

/** The parts of a story's record, in the order in which they are given. */
const PARTS = [
	"membership",
	"utterances",
	"facts",
	"positions",
	"lineage",
	"passages",
	"quotations",
	"entities",
	"problems",
] as const;
type Part = (typeof PARTS)[number];

interface MembershipRow {
	/** Of one that is no member, a letter behind those of the record. */
	readonly siglum: string;
	readonly article: string;
	/** Whether it tells the story, or is one of the nearest that do not. */
	readonly member: boolean;
	readonly reason: string;
}

interface PassageRow {
	/** True when both merely quote the words. */
	readonly quoted: boolean;
	readonly words: readonly CitedWords[];
}

interface QuotationRow {
	readonly quotation: string;
	readonly siglum: string;
	readonly kind: QuotationKind;
	readonly words: readonly CitedWords[];
	readonly source: CitedWords | null;
	/** Null when it is open: `speakerReason` says why, `candidates` who may be meant. */
	readonly speaker: string | null;
	readonly speakerReason: string;
	readonly candidates: readonly string[];
	readonly carriers: readonly string[];
	readonly when: CitedDate;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly confidence: number;
}

interface EntityRow {
	readonly entity: string;
	readonly name: string;
	readonly type: EntityType;
	readonly names: readonly string[];
	readonly mentions: number;
	/** The first in each report. */
	readonly words: readonly CitedWords[];
}

interface ProblemRow {
	readonly siglum: string | null;
	readonly code: string;
	readonly reason: string;
}

interface RecordAnswer extends Cited {
	readonly story: StorySummary;
	/** How many rows each part has in all. */
	readonly counts: Readonly<Record<Part, number>>;
	readonly membership: readonly MembershipRow[];
	readonly utterances: readonly UtteranceRow[];
	readonly facts: readonly FactRow[];
	readonly positions: readonly PositionRow[];
	readonly lineage: readonly TieRow[];
	readonly passages: readonly PassageRow[];
	readonly quotations: readonly QuotationRow[];
	readonly entities: readonly EntityRow[];
	readonly problems: readonly ProblemRow[];
}

interface StorySummary {
	readonly id: string;
	readonly title: string;
	readonly when: CitedDate;
	readonly where: string | null;
	/** Reports that depend on each other are one line; what independent lines say alike weighs more. */
	readonly lines: readonly { readonly sigla: readonly string[]; readonly reason: string }[];
	/** False while something has changed since it was collated. */
	readonly isCurrent: boolean;
}

/** Rows of a list as they come. */
type Rows = { readonly [K in Part]: readonly LazyRow<RecordAnswer[K][number]>[] };

/** Lines and names that are given of one story or entity. */
const MOST_NAMED = 40;

export const getRecord: Tool = defineTool({
	name: "get_record",
	title: "Get the record of a story",
	description:
		"What the reports of one story come to, whole or by part: which reports tell it and why (membership), what was said in whose wording with every difference (utterances), what they agree on and contradict each other in (facts), where speakers stand (positions), who draws on whom (lineage), text that reports share (passages), every quotation, who and what is named (entities), and what went wrong (problems). `counts` says how much there is of each; `next` goes on. Sigla are those of the printed record.",
	input: {
		story: STORY_ID,
		parts: z
			.array(z.enum(PARTS))
			.min(1)
			.max(PARTS.length)
			.default(["utterances", "facts", "positions", "lineage"])
			.describe("Which parts, in any order; name all nine for the whole record."),
		limit: limitField(60, 20),
		after: AFTER_FIELD,
	},
	output: object<RecordAnswer>("RecordAnswer", {
		story: object<StorySummary>("StorySummary", {
			id: TEXT,
			title: TEXT,
			when: WHEN,
			where: orNull(TEXT),
			lines: listOf(part<StorySummary["lines"][number]>({ sigla: TEXTS, reason: TEXT })),
			isCurrent: FLAG,
		}),
		counts: part<RecordAnswer["counts"]>({
			membership: COUNT,
			utterances: COUNT,
			facts: COUNT,
			positions: COUNT,
			lineage: COUNT,
			passages: COUNT,
			quotations: COUNT,
			entities: COUNT,
			problems: COUNT,
		}),
		membership: listOf(part<MembershipRow>({ siglum: TEXT, article: TEXT, member: FLAG, reason: TEXT })),
		utterances: listOf(UTTERANCE_ROW),
		facts: listOf(FACT_ROW),
		positions: listOf(POSITION_ROW),
		lineage: listOf(TIE_ROW),
		passages: listOf(part<PassageRow>({ quoted: FLAG, words: listOf(WORDS) })),
		quotations: listOf(
			part<QuotationRow>({
				quotation: TEXT,
				siglum: TEXT,
				kind: QUOTATION_KIND,
				words: listOf(WORDS),
				source: orNull(WORDS),
				speaker: orNull(TEXT),
				speakerReason: TEXT,
				candidates: TEXTS,
				carriers: TEXTS,
				when: WHEN,
				polarity: POLARITY,
				hedged: FLAG,
				confidence: SURENESS,
			}),
		),
		entities: listOf(
			part<EntityRow>({
				entity: TEXT,
				name: TEXT,
				type: ENTITY_TYPE,
				names: TEXTS,
				mentions: COUNT,
				words: listOf(WORDS),
			}),
		),
		problems: listOf(part<ProblemRow>({ siglum: orNull(TEXT), code: TEXT, reason: TEXT })),
		...CITED,
	}),
	async answer(room, { story: id, parts, limit, after }) {
		const found = await findStory(room.store, id);
		if (found === null) throw missingStory(id);
		const { record, isCurrent } = found.stored;
		const index = indexRecord(record);
		const story = index.stories.get(found.id) ?? record.stories[0];
		if (story === undefined) throw missingStory(id);
		const citations = Citations.ofRecord(record.articles);
		const near = await describeArticles(
			room.store.database,
			found.story.near.map(({ article }) => article),
		);
		for (const article of near.values()) citations.know(article);
		const { rows, unsure } = listRows(index, { ...story, near: found.story.near }, citations);
		const asked = PARTS.filter((part) => parts.includes(part));
		const all = asked.flatMap((part) =>
			(rows[part] as readonly LazyRow<object>[]).map((make) => () => ({ part, row: make() })),
		);
		const page = fillPage(all, limit, after);
		const of = <K extends Part>(part: K): RecordAnswer[K] =>
			page.rows.flatMap((one) => (one.part === part ? [one.row] : [])) as readonly object[] as RecordAnswer[K];
		const notes: string[] = [];
		if (!isCurrent) notes.push("The story has changed since it was collated: a newer record is on its way.");
		if (unsure > 0 && parts.includes("utterances")) {
			notes.push(
				`${countOf(unsure, "utterance")} are left out because no reading of them is sure enough; \`quotations\` holds them.`,
			);
		}
		const summary = summarise(index, story, citations, isCurrent);
		const cited = await citeAll(room, citations, page.next, notes);
		return {
			story: { ...summary, id: found.id },
			counts: Object.fromEntries(PARTS.map((part) => [part, rows[part].length])) as RecordAnswer["counts"],
			membership: of("membership"),
			utterances: of("utterances"),
			facts: of("facts"),
			positions: of("positions"),
			lineage: of("lineage"),
			passages: of("passages"),
			quotations: of("quotations"),
			entities: of("entities"),
			problems: of("problems"),
			...cited,
		};
	},
});

/** What is said of a story that is not there. */
export function missingStory(id: string): UserError {
	return new UserError(
		"mcp/story",
		`the store has no collated story ${id}; find_stories lists those it has, and "queued" says whether more are coming`,
	);
}

function summarise(index: RecordIndex, story: Story, citations: Citations, isCurrent: boolean): StorySummary {
	// A reader of the record wants all of its reports, cited or not.
	for (const article of story.articles.slice(0, MOST_NAMED)) citations.siglum(article);
	return {
		id: story.id,
		title: clip(titleOf(index, story)),
		when: toWhen(story.when),
		where: story.where && clip(story.where.exact),
		lines: story.lines.slice(0, MOST_NAMED).map(({ articles, reason }) => ({
			sigla: siglaOf(index, articles).slice(0, MOST_NAMED),
			reason: clip(reason),
		})),
		isCurrent,
	};
}

function listRows(
	index: RecordIndex,
	story: Story,
	citations: Citations,
): { readonly rows: Rows; readonly unsure: number } {
	const { record } = index;
	const { shared, single, unreported, unsure } = listUtterances(index, story);
	const { different, agreed } = listFacts(index, story);
	const first = new Set<Fact>([...different, ...agreed]);
	const facts = [...first, ...record.facts.filter((fact) => fact.story === story.id && !first.has(fact))];
	const lineage = record.lineage.filter((one) => one.story === story.id).flatMap((one) => foldEdges(one, index));
	const passages = [...record.passages].sort((a, b) => Number(a.quoted) - Number(b.quoted));
	return {
		unsure,
		rows: {
			membership: [
				...story.why.map((why) => () => rowMembership(citations, why, true)),
				...story.near.map((near) => () => rowMembership(citations, near, false)),
			],
			utterances: [...shared, ...single, ...unreported].map((one) => () => rowUtterance(index, citations, one)),
			facts: facts.map((fact) => () => rowFact(index, citations, fact)),
			positions: record.positions.map((one) => () => rowPosition(index, citations, one)),
			lineage: lineage.map((tie) => () => rowTie(citations, tie)),
			passages: passages.map(({ a, b, quoted }) => () => ({ quoted, words: rowPlaces(citations, [a, b]) })),
			quotations: record.quotations.map((one) => () => rowQuotation(index, citations, one)),
			entities: record.entities.map((one) => () => rowEntity(citations, one)),
			problems: record.problems.map(({ article, code, reason, place }) => () => ({
				siglum: article === null ? null : citations.siglum(article),
				code,
				reason: clip(place === null || reason.includes(place) ? reason : `${place}: ${reason}`),
			})),
		},
	};
}

function rowMembership(
	citations: Citations,
	{ article, reason }: Story["why"][number],
	member: boolean,
): MembershipRow {
	return { siglum: citations.siglum(article), article, member, reason: clip(reason) };
}

function rowQuotation(index: RecordIndex, citations: Citations, quotation: Quotation): QuotationRow {
	const { id, article, kind, content, source, speaker, speakerReason, candidates, carriers } = quotation;
	const { when, polarity, hedged, confidence } = quotation;
	const name = (entity: string): string => clip(nameOf(index, entity));
	return {
		...{ quotation: id, kind, polarity, hedged, confidence },
		siglum: citations.siglum(article),
		words: citations.all(article, content),
		source: source && citations.words(article, source),
		speaker: speaker === null ? null : name(speaker),
		speakerReason: clip(speakerReason),
		candidates: candidates.slice(0, MOST_WORDS).map(({ entity }) => name(entity)),
		carriers: carriers.slice(0, MOST_WORDS).map(({ entity }) => name(entity)),
		when: toWhen(when),
	};
}

function rowEntity(citations: Citations, { id, name, type, names, mentions }: Entity): EntityRow {
	const firsts = new Map<string, Entity["mentions"][number]>();
	for (const mention of mentions) if (!firsts.has(mention.article)) firsts.set(mention.article, mention);
	return {
		...{ entity: id, name: clip(name), type, mentions: mentions.length },
		names: names.slice(0, MOST_NAMED / 2).map((one) => clip(one)),
		words: rowPlaces(citations, [...firsts.values()]),
	};
}
