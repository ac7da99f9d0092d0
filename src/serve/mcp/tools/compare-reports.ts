import { z } from "zod";
import { UserError } from "../../../model/problem.ts";
import type { FactRelation, VersionDifferenceKind } from "../../../model/record.ts";
import { COUNT, FLAG, listOf, object, oneOf, orNull, part, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { DIFFERENCE_KIND, RELATION } from "../../../report/schema/stories.ts";
import type { PairStanding } from "../../../report/view/pair-standing.ts";
import type { RecordIndex } from "../../../report/view/record-index.ts";
import type { SideRow, SideTie } from "../../../report/view/side-by-side.ts";
import { ID } from "../../api/fields.ts";
import { type Comparison, compareArticles, compareInStory } from "../../reading/comparison.ts";
import { findStory } from "../../stored-pages.ts";
import { Citations, MOST_WORDS } from "../citations.ts";
import { fillPage, type LazyRow } from "../pages.ts";
import {
	rowPlaces,
	rowState,
	rowUtterance,
	STATE_ROW,
	type StateRow,
	UTTERANCE_ROW,
	type UtteranceRow,
} from "../record-rows.ts";
import { CITED, type Cited, type CitedWords, clip, WORDS } from "../shapes.ts";
import { AFTER_FIELD, citeAll, defineTool, limitField, STORY_FIELD, type Tool, type ToolRoom } from "../tool.ts";
import { missingStory } from "./get-record.ts";

/** A fact that both state, or one of them does. */
interface PairFactRow {
	readonly fact: string;
	readonly statement: string;
	/** How the two stand to each other in it; null where one of them says nothing of it. */
	readonly relation: FactRelation | null;
	readonly reason: string;
	readonly a: readonly StateRow[];
	readonly b: readonly StateRow[];
}

/** Sentences that stand beside each other, and what differs in them. */
interface SentenceRow {
	readonly a: readonly CitedWords[];
	readonly b: readonly CitedWords[];
	/** Why they stand beside each other; null where one report alone has something here. */
	readonly tie: SideTie | null;
	readonly differences: readonly DifferenceRow[];
}

interface DifferenceRow {
	readonly kind: VersionDifferenceKind;
	readonly a: CitedWords | null;
	readonly b: CitedWords | null;
}

interface ComparedReports extends Cited {
	/** Sigla. */
	readonly a: string;
	readonly b: string;
	/** Who of them draws on whom, and whether they count as one line of their story. */
	readonly standing: PairStanding;
	/** How many rows each list has in all. */
	readonly counts: { readonly facts: number; readonly utterances: number; readonly sentences: number };
	/** What both state first, opposed first, then what one alone states. */
	readonly facts: readonly PairFactRow[];
	/** What either gives of what was said, with the differences between the two. */
	readonly utterances: readonly UtteranceRow[];
	/** In the order of the first text. */
	readonly sentences: readonly SentenceRow[];
}

const REPORT = z
	.union([ID, z.string().regex(/^[A-Z]{1,3}$/, "an id, or with a story a siglum")])
	.describe("The report, by its id or, with a story, by its siglum in the record of that story.");

export const compareReports: Tool = defineTool({
	name: "compare_reports",
	title: "Compare two reports",
	description:
		"Sets two reports side by side: facts that both state and how they stand to each other, facts that one alone states, what was said in whose wording, and the texts sentence by sentence with each difference, and who draws on whom. With a story it takes sigla, and the findings are those of its record; without, any two reports by id.",
	input: {
		a: REPORT,
		b: REPORT,
		story: STORY_FIELD.describe("The story that holds both, by its id."),
		parts: z
			.array(z.enum(["facts", "utterances", "sentences"]))
			.min(1)
			.max(3)
			.default(["facts", "utterances", "sentences"])
			.describe("Which lists, in any order."),
		limit: limitField(60, 20),
		after: AFTER_FIELD,
	},
	output: object<ComparedReports>("ComparedReports", {
		a: TEXT,
		b: TEXT,
		standing: part<PairStanding>({
			agency: orNull(TEXT),
			ties: TEXTS,
			line: orNull(part<NonNullable<PairStanding["line"]>>({ isOne: FLAG, reason: TEXT })),
		}),
		counts: part<ComparedReports["counts"]>({ facts: COUNT, utterances: COUNT, sentences: COUNT }),
		facts: listOf(
			part<PairFactRow>({
				fact: TEXT,
				statement: TEXT,
				relation: orNull(RELATION),
				reason: TEXT,
				a: listOf(STATE_ROW),
				b: listOf(STATE_ROW),
			}),
		),
		utterances: listOf(UTTERANCE_ROW),
		sentences: listOf(
			part<SentenceRow>({
				a: listOf(WORDS),
				b: listOf(WORDS),
				tie: orNull(oneOf<SideTie>({ copy: 0, agency: 0, quotation: 0, alike: 0, "own-words": 0 })),
				differences: listOf(part<DifferenceRow>({ kind: DIFFERENCE_KIND, a: orNull(WORDS), b: orNull(WORDS) })),
			}),
		),
		...CITED,
	}),
	async answer(room, { a, b, story, parts, limit, after }) {
		const { index, sides } = await compare(room, a, b, story);
		const citations = Citations.ofRecord(index.record.articles);
		const rows = {
			facts: listPairFacts(index, sides.a, sides.b, citations),
			utterances: index.record.utterances
				.filter(({ renditions }) => renditions.some(({ article }) => article === sides.a || article === sides.b))
				.map((one) => () => rowUtterance(index, citations, one, new Set([sides.a, sides.b]))),
			sentences: sides.rows.map((row) => () => rowSentences(citations, row)),
		};
		const asked = (["facts", "utterances", "sentences"] as const).filter((one) => parts.includes(one));
		const all = asked.flatMap((list) =>
			(rows[list] as readonly LazyRow<object>[]).map((make) => () => ({ list, row: make() })),
		);
		const page = fillPage(all, limit, after);
		const of = <T>(list: keyof typeof rows): readonly T[] =>
			page.rows.flatMap((one) => (one.list === list ? [one.row as T] : []));
		return {
			a: citations.siglum(sides.a),
			b: citations.siglum(sides.b),
			standing: {
				agency: sides.standing.agency && clip(sides.standing.agency),
				ties: sides.standing.ties.slice(0, MOST_WORDS).map((tie) => clip(tie)),
				line: sides.standing.line && { ...sides.standing.line, reason: clip(sides.standing.line.reason) },
			},
			counts: { facts: rows.facts.length, utterances: rows.utterances.length, sentences: rows.sentences.length },
			facts: of<PairFactRow>("facts"),
			utterances: of<UtteranceRow>("utterances"),
			sentences: of<SentenceRow>("sentences"),
			...(await citeAll(room, citations, page.next)),
		};
	},
});

async function compare({ store }: ToolRoom, a: string, b: string, story: string | undefined): Promise<Comparison> {
	if (a === b) throw new UserError("mcp/one-report", "a and b are the same report");
	if (story === undefined) {
		const siglum = [a, b].find((one) => one.length < 16);
		if (siglum !== undefined) {
			throw new UserError(
				"mcp/siglum",
				`${siglum} stands for a report of one story: give the story too, or the report's id`,
			);
		}
		const comparison = await compareArticles(store, a, b);
		if (comparison !== null) return comparison;
		throw new UserError("mcp/article", `the store does not have both reports, ${a} and ${b}`);
	}
	const found = await findStory(store, story);
	if (found === null) throw missingStory(story);
	const { articles } = found.stored.record;
	const [first, second] = [a, b].map(
		(given) => articles.find(({ id, siglum }) => id === given || siglum === given)?.id,
	);
	const comparison =
		first === undefined || second === undefined ? null : compareInStory(found, { a: first, b: second });
	if (comparison !== null) return comparison;
	const sigla = articles.slice(0, 40).map(({ siglum }) => siglum);
	throw new UserError("mcp/article", `the story does not have both reports; it has ${sigla.join(" ")}`);
}

const OPPOSED: readonly FactRelation[] = ["conflict", "contested", "unclear", "updated", "compatible", "agree"];

/** The facts that the two state: what both do, opposed first, then what the first alone does, then the second. */
function listPairFacts(
	index: RecordIndex,
	a: string,
	b: string,
	citations: Citations,
): readonly LazyRow<PairFactRow>[] {
	const drafts = index.record.facts.flatMap((fact) => {
		const [own, other] = [a, b].map((article) => fact.states.filter((state) => state.article === article));
		if (own === undefined || other === undefined || own.length + other.length === 0) return [];
		const isBoth = own.length > 0 && other.length > 0;
		const pairs = fact.pairs.filter(({ states }) => {
			const articles = states.map((at) => fact.states[at]?.article);
			return articles.includes(a) && articles.includes(b);
		});
		const weakest = OPPOSED.find((relation) => pairs.some((pair) => pair.relation === relation));
		const pair = pairs.find(({ relation }) => relation === weakest);
		const relation = isBoth ? (weakest ?? fact.relation) : null;
		const rank = relation === null ? (own.length > 0 ? OPPOSED.length : OPPOSED.length + 1) : OPPOSED.indexOf(relation);
		const row = (): PairFactRow => ({
			...{ fact: fact.id, statement: clip(fact.statement), relation },
			reason: isBoth ? clip(pair?.reason ?? fact.reason) : "",
			a: own.slice(0, MOST_WORDS).map((state) => rowState(index, citations, state)),
			b: other.slice(0, MOST_WORDS).map((state) => rowState(index, citations, state)),
		});
		return [{ rank, row }];
	});
	return drafts.sort((x, y) => x.rank - y.rank).map(({ row }) => row);
}

function rowSentences(citations: Citations, { a, b, tie, differences }: SideRow): SentenceRow {
	return {
		...{ a: rowPlaces(citations, a), b: rowPlaces(citations, b), tie },
		differences: differences.slice(0, 2 * MOST_WORDS).map(({ kind, from, to }) => ({
			kind,
			a: from && citations.words(from.article, from),
			b: to && citations.words(to.article, to),
		})),
	};
}
