import type { CollateEffects } from "../pipeline.ts";
import type { Database } from "./database.ts";
import { unpack, unpackJson } from "./packing.ts";
import { describeProgram } from "./program.ts";
import { type CaptureDetail, keepReadings, type Reading, UNREAD } from "./readings.ts";

/** What reading again came to. */
export interface Reread {
	readonly captures: number;
	/** Articles that came out otherwise, under a new id. */
	readonly articles: number;
}

/** Captures that one transaction replaces. */
const BATCH = 50;

/**
 * Reads again, from the bytes that are kept, what another version of the program has read. Begun again after a stop,
 * it does the rest.
 */
export async function rereadCaptures(
	database: Database,
	effects: Pick<CollateEffects, "readArticle" | "progress"> & { today(): string },
): Promise<Reread> {
	const program = describeProgram();
	const [count] = await database.query<{ captures: number }>(
		"SELECT count(*)::int AS captures FROM stemma.capture WHERE program NOT IN ($1, $2)",
		[program, UNREAD],
	);
	const total = count?.captures ?? 0;
	let [captures, articles] = [0, 0];
	for (;;) {
		const rows = await database.query<{ detail: Uint8Array; packed: Uint8Array }>(
			`SELECT capture.detail, content.packed FROM stemma.capture JOIN stemma.content
				ON content.article_id = capture.article_id AND content.sha256 = capture.sha256 AND content.day = capture.day
			WHERE capture.program NOT IN ($1, $2) ORDER BY capture.article_id, capture.capture_id LIMIT ${BATCH}`,
			[program, UNREAD],
		);
		if (rows.length === 0) return { captures, articles };
		const readings: Reading[] = [];
		for (const { detail, packed } of rows) {
			const { problems: _, input, ...origin } = await unpackJson<CaptureDetail>(detail);
			const capture = { ...origin, bytes: await unpack(packed) };
			effects.progress?.(captures, total, capture.place);
			const { article, problems } = await effects.readArticle(capture);
			readings.push({ capture, input, article, problems });
			captures++;
		}
		articles += (await keepReadings(database, readings, effects.today(), program)).articles.length;
	}
}
