import type { Queryable } from "./database.ts";

/** Bytes of a capture to be kept. */
export interface PackedContent {
	/** The article's, or the capture's own where it gave none. */
	readonly key: bigint;
	readonly sha256: Uint8Array;
	readonly day: string;
	readonly packed: Uint8Array;
}

/** In a list bytes go as their digits, twice as long: what is larger goes alone. */
const MOST_LISTED = 1_000_000;

/** Keeps the bytes of captures; what stands there already is left as it is. */
export async function keepContents(tx: Queryable, contents: readonly PackedContent[]): Promise<void> {
	const listed = contents.filter(({ packed }) => packed.byteLength <= MOST_LISTED);
	if (listed.length > 0) {
		await tx.query(
			`INSERT INTO stemma.content (article_id, sha256, day, packed)
			SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::date[], $4::bytea[])
			ON CONFLICT (article_id, sha256, day) DO NOTHING`,
			[
				listed.map(({ key }) => key),
				listed.map(({ sha256 }) => sha256),
				listed.map(({ day }) => day),
				listed.map(({ packed }) => packed),
			],
		);
	}
	for (const { key, sha256, day, packed } of contents) {
		if (packed.byteLength <= MOST_LISTED) continue;
		await tx.query(
			`INSERT INTO stemma.content (article_id, sha256, day, packed) VALUES ($1, $2, $3, $4)
			ON CONFLICT (article_id, sha256, day) DO NOTHING`,
			[key, sha256, day, packed],
		);
	}
}

/** SHA-256 as a column has it. */
export function hashBytes(sha256: string): Uint8Array {
	return Uint8Array.from(sha256.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
