import { type Evidence, gatherEvidence, refuseTooLarge } from "../evidence/evidence.ts";
import type { Capture } from "../model/capture.ts";
import type { GivenFile } from "../model/evidence.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import type { AnalysisData, CollateEffects } from "../pipeline.ts";
import type { Queryable } from "./database.ts";
import { toKey } from "./keys.ts";
import { unpack, unpackJson } from "./packing.ts";
import { type CaptureDetail, UNREAD } from "./readings.ts";
import { findStories } from "./stories.ts";
import type { StoredFile } from "./user-files.ts";

/** Which of a store's reports go into an evidence file. */
export interface EvidenceChoice {
	/** A story's id or a former one. Looked for among the stories that are placed; null where none is named. */
	readonly story: string | null;
	/** Else the articles that a person means, of the record of all that the store holds; null for all of them. */
	readonly choose: ((record: CollationRecord) => ReadonlySet<string>) | null;
}

/** What gathering needs besides. */
export interface StoredEvidenceEffects extends Pick<CollateEffects, "readArticle" | "progress"> {
	readonly data: AnalysisData;
	/** The files that the data was made with. */
	readonly given: readonly GivenFile[];
	collate(): Promise<CollationRecord>;
}

/**
 * The captures of a story, or of all reports, out of a store, with the record that they give by themselves. Of each
 * report the capture that it is read from, and those of the same text at other places.
 *
 * @throws UserError `evidence/too-large`, and what `choose` throws
 */
export async function gatherStoredEvidence(
	database: Queryable,
	{ story, choose }: EvidenceChoice,
	effects: StoredEvidenceEffects,
): Promise<Evidence> {
	const [placed] = story === null ? [] : await findStories(database, [story]);
	const chosen = placed ? new Set(placed.story.articles) : (choose?.(await effects.collate()) ?? null);
	const articles = chosen && [...chosen];
	refuseTooLarge(await countBytes(database, articles));
	const captures = await readCaptures(database, articles);
	const problems = articles === null ? await readInputProblems(database) : [];
	return gatherEvidence(captures, problems, effects, effects.given);
}

/** A file that a store keeps, as an evidence file does. */
export function toGivenFile({ kind, place, text }: StoredFile): GivenFile {
	return { kind, place, bytes: new TextEncoder().encode(text) };
}

const OF_THESE = "($1::bigint[] IS NULL OR capture.article_id = ANY ($1::bigint[])) AND capture.program <> $2";

async function countBytes(database: Queryable, articles: readonly string[] | null): Promise<number> {
	const [row] = await database.query<{ bytes: number }>(
		`SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM stemma.capture WHERE ${OF_THESE}`,
		[articles?.map(toKey) ?? null, UNREAD],
	);
	return row?.bytes ?? 0;
}

/** One capture of a place for each article: a place that was read again and had not changed is no other input. */
async function readCaptures(database: Queryable, articles: readonly string[] | null): Promise<readonly Capture[]> {
	const rows = await database.query<{ detail: Uint8Array; packed: Uint8Array }>(
		`SELECT DISTINCT ON (capture.article_id, capture.place_key) capture.detail, content.packed
		FROM stemma.capture JOIN stemma.content
			ON content.article_id = capture.article_id AND content.sha256 = capture.sha256 AND content.day = capture.day
		LEFT JOIN stemma.article ON article.article_id = capture.article_id
		WHERE ${OF_THESE}
		ORDER BY capture.article_id, capture.place_key, (capture.capture_id IS NOT DISTINCT FROM article.capture_id) DESC,
			capture.capture_id`,
		[articles?.map(toKey) ?? null, UNREAD],
	);
	return Promise.all(
		rows.map(async ({ detail, packed }) => {
			const { problems: _, input: __, ...origin } = await unpackJson<CaptureDetail>(detail);
			return { ...origin, bytes: await unpack(packed) };
		}),
	);
}

/** What went wrong with inputs before there was a capture. */
async function readInputProblems(database: Queryable): Promise<readonly ListedProblem[]> {
	const rows = await database.query<{ packed: Uint8Array }>("SELECT packed FROM stemma.problem");
	return Promise.all(rows.map(({ packed }) => unpackJson<ListedProblem>(packed)));
}
