import type { Story } from "../../model/record.ts";
import type { Queryable } from "../database.ts";
import { toDay, toKey } from "../keys.ts";
import type { LabelledCard } from "./make-card.ts";

/** Keeps the card of a story with the record that it was made of, in the place of an earlier one. */
export async function keepCard(tx: Queryable, { card, labels }: LabelledCard, revision: bigint): Promise<void> {
	const story = toKey(card.id);
	const [kept] = await tx.query<{ article_id: bigint }>(
		`INSERT INTO stemma.story_card (article_id, story_id, revision, card)
		SELECT article_id, story_id, revision, $3 FROM stemma.story_record WHERE story_id = $1 AND revision = $2
		ON CONFLICT (story_id, article_id) DO UPDATE SET revision = excluded.revision, card = excluded.card
		RETURNING article_id`,
		[story, revision, JSON.stringify(card)],
	);
	if (kept === undefined) return;
	await tx.query("DELETE FROM stemma.story_label WHERE story_id = $1 AND label <> ALL ($2::bigint[])", [story, labels]);
	await tx.query(
		`INSERT INTO stemma.story_label (article_id, story_id, label, day, lines)
		SELECT article_id, story_id, label, coalesce(when_from, when_to, '-infinity'), lines
		FROM stemma.story CROSS JOIN unnest($3::bigint[]) AS label WHERE story_id = $1 AND article_id = $2
		ON CONFLICT (story_id, label, article_id) DO UPDATE SET day = excluded.day, lines = excluded.lines`,
		[story, kept.article_id, labels],
	);
}

/** Lets lists that are narrowed stand in the order of all: a story's day or lines may have changed. */
export async function moveLabels(tx: Queryable, { id, when, lines }: Story): Promise<void> {
	await tx.query(
		`UPDATE stemma.story_label SET day = coalesce($2::date, '-infinity'), lines = $3::int WHERE story_id = $1
			AND (day <> coalesce($2::date, '-infinity') OR lines <> $3::int)`,
		[toKey(id), toDay(when.earliest) ?? toDay(when.latest), lines.length],
	);
}

/** Takes away the cards of stories, and what they are found by. */
export async function dropCards(tx: Queryable, stories: readonly bigint[]): Promise<void> {
	for (const table of ["story_card", "story_label"]) {
		await tx.query(`DELETE FROM stemma.${table} WHERE story_id = ANY ($1::bigint[])`, [stories]);
	}
}
