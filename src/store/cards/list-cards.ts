import { UserError } from "../../model/problem.ts";
import type { CollationRecord } from "../../model/record.ts";
import type { AskedStories, StoryCard, StoryChoices, StoryPage } from "../../model/story-card.ts";
import { compareText } from "../../text/compare.ts";
import type { Database, Queryable } from "../database.ts";
import { toDay, toId, toKey } from "../keys.ts";
import { unpackJson } from "../packing.ts";
import { Parameters } from "../search/candidates.ts";
import { keepCard } from "./keep-cards.ts";
import { CONFLICT, labelOf } from "./labels.ts";
import { type KeptCard, makeCard } from "./make-card.ts";

/**
 * Stories by the day by which they are listed, the latest first, those of no day last; of one day those with most
 * independent lines first, then by id. A story is found by its outlets, languages and names once it is collated.
 *
 * @throws UserError `stories/after` when `after` names no page
 */
export async function listCards(database: Database, asked: AskedStories): Promise<StoryPage> {
	const parameters = new Parameters();
	const from = writeChoice(asked, parameters);
	if (from === null) return { cards: [], next: null };
	const rows = await database.query<ListedRow>(
		`SELECT s.article_id, s.story_id, s.revision, s.lines, s.articles, s.headline,
			nullif(coalesce(s.when_from, s.when_to, '-infinity'), '-infinity') AS day, c.card, c.revision AS made_of
		FROM ${from.table} ${from.story}
			LEFT JOIN stemma.story_card c ON c.story_id = s.story_id AND c.article_id = s.article_id
		${from.conditions}
		ORDER BY ${from.order} LIMIT ${parameters.add(asked.limit + 1, "int")}`,
		parameters.values,
	);
	const shown = rows.slice(0, asked.limit);
	const last = shown.at(-1);
	const cards: StoryCard[] = [];
	for (const row of shown) cards.push(await readCard(database, row));
	return { cards, next: rows.length > shown.length && last ? writeCursor(last) : null };
}

/** How many stories there are of a choice, counted no further than `most`. */
export async function countCards(database: Queryable, asked: AskedStories, most: number): Promise<number> {
	const parameters = new Parameters();
	const from = writeChoice({ ...asked, after: null }, parameters);
	if (from === null) return 0;
	const [row] = await database.query<{ stories: number }>(
		`SELECT count(*)::int AS stories FROM (SELECT 1 FROM ${from.table} ${from.conditions}
			LIMIT ${parameters.add(most, "int")}) AS found`,
		parameters.values,
	);
	return row?.stories ?? 0;
}

interface ListedRow {
	readonly article_id: bigint;
	readonly story_id: bigint;
	readonly revision: bigint;
	readonly lines: number;
	readonly articles: number;
	readonly headline: string | null;
	readonly day: string | null;
	readonly card: string | null;
	/** The revision that the card was made of. */
	readonly made_of: bigint | null;
}

/** The stories that are asked for, in parts of a statement; null where there can be none. */
function writeChoice(
	asked: AskedStories,
	parameters: Parameters,
): {
	/** What the conditions and the order are of. */
	readonly table: string;
	/** What makes each of its rows a story, `s`. */
	readonly story: string;
	readonly conditions: string;
	readonly order: string;
} | null {
	const { outlet, language, entity, onlyConflicts, from, to, after } = asked;
	// What few stories have first: by it they are looked up, in their order, and the others are looked for in these.
	const labels = [
		...(entity === null ? [] : [labelOf("entity", entity)]),
		...(outlet === null ? [] : [labelOf("outlet", outlet)]),
		...(onlyConflicts ? [CONFLICT] : []),
		...(language === null ? [] : [labelOf("language", language)]),
	];
	const conditions: string[] = [];
	for (const [at, label] of labels.entries()) {
		if (label === null) return null;
		const has = `label = ${parameters.add(label, "bigint")}`;
		if (at === 0) conditions.push(`l.${has}`);
		else {
			conditions.push(`EXISTS (SELECT FROM stemma.story_label o
				WHERE o.story_id = l.story_id AND o.article_id = l.article_id AND o.${has})`);
		}
	}
	const isNarrowed = labels.length > 0;
	const [day, lines, story] = isNarrowed
		? ["l.day", "l.lines", "l.story_id"]
		: ["coalesce(s.when_from, s.when_to, '-infinity'::date)", "s.lines", "s.story_id"];
	if (from !== null) conditions.push(`${day} >= ${parameters.add(from, "date")}`);
	if (to !== null) conditions.push(`${day} <= ${parameters.add(to, "date")} AND ${day} > '-infinity'`);
	if (after !== null) {
		const past = readCursor(after);
		conditions.push(
			`(${day}, ${lines}, ${story}) < (coalesce(${parameters.add(past.day, "date")}, '-infinity'),
				${parameters.add(past.lines, "int")}, ${parameters.add(past.story, "bigint")})`,
		);
	}
	return {
		table: isNarrowed ? "stemma.story_label l" : "stemma.story s",
		story: isNarrowed ? "JOIN stemma.story s ON s.article_id = l.article_id AND s.story_id = l.story_id" : "",
		conditions: conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "",
		order: `${day} DESC, ${lines} DESC, ${story} DESC`,
	};
}

function writeCursor({ day, lines, story_id }: ListedRow): string {
	return `${day ?? ""}.${lines}.${toId(story_id)}`;
}

function readCursor(after: string): { readonly day: string | null; readonly lines: number; readonly story: bigint } {
	const [, day, lines, story] = /^(\d{4}-\d\d-\d\d)?\.(\d{1,9})\.([0-7][0-9a-f]{15})$/.exec(after) ?? [];
	if (story === undefined || (day !== undefined && toDay(day) === null)) {
		throw new UserError("stories/after", `${JSON.stringify(after)} names no page; "next" of an earlier one does`);
	}
	return { day: day ?? null, lines: Number(lines), story: toKey(story) };
}

async function readCard(database: Database, row: ListedRow): Promise<StoryCard> {
	const { card, made_of, revision } = row;
	if (card !== null) return { ...(JSON.parse(card) as KeptCard), isCurrent: made_of === revision };
	return (await fillCard(database, row)) ?? describeBare(row);
}

/** Makes the card of a story that was collated before there were cards; null where it is not collated. */
async function fillCard(database: Database, { article_id, story_id, revision }: ListedRow): Promise<StoryCard | null> {
	const [row] = await database.query<{ revision: bigint; packed: Uint8Array }>(
		"SELECT revision, packed FROM stemma.story_record WHERE story_id = $1 AND article_id = $2",
		[story_id, article_id],
	);
	if (row === undefined) return null;
	const made = makeCard(await unpackJson<CollationRecord>(row.packed), toId(story_id));
	if (made === null) return null;
	await database.tx((tx) => keepCard(tx, made, row.revision));
	return { ...made.card, isCurrent: row.revision === revision };
}

/** A story that is not collated yet. */
function describeBare({ story_id, headline, day, articles, lines }: ListedRow): StoryCard {
	return {
		...{ id: toId(story_id), title: headline ?? "Untitled", day, lastDay: day, when: null, where: null },
		...{ reports: articles, lines, outlets: [], languages: [], names: [], published: [] },
		...{ conflicts: 0, contested: 0, isCurrent: false },
	};
}

/** Stories that are looked at for what there is to choose, and what is named of each kind. */
const LOOKED_AT = 500;
const MOST_CHOICES = 150;

/** What lists can be narrowed by, of the latest stories: what most of them have first, then by code unit. */
export async function listChoices(database: Queryable): Promise<StoryChoices> {
	const rows = await database.query<{ card: string }>(
		`SELECT c.card FROM (SELECT article_id, story_id FROM stemma.story
			ORDER BY coalesce(when_from, when_to, '-infinity'::date) DESC, lines DESC, story_id DESC LIMIT $1::int) AS s
		JOIN stemma.story_card c ON c.story_id = s.story_id AND c.article_id = s.article_id`,
		[LOOKED_AT],
	);
	const cards = rows.map(({ card }) => JSON.parse(card) as KeptCard);
	return {
		outlets: rank(cards.flatMap(({ outlets }) => outlets)),
		languages: rank(cards.flatMap(({ languages }) => languages)),
		names: rank(cards.flatMap(({ names }) => names)),
	};
}

function rank(names: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.sort(([a, m], [b, n]) => n - m || compareText(a, b))
		.slice(0, MOST_CHOICES)
		.map(([name]) => name);
}
