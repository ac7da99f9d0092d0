import { compareText } from "../text/compare.ts";
import type { Database, Queryable } from "./database.ts";
import { keyOf } from "./keys.ts";
import { packJson, unpackJson } from "./packing.ts";

/** A file that the user wrote: names of their own, or decisions on what is found. */
export interface StoredFile {
	readonly kind: "names" | "corrections";
	/** As the user gave it. */
	readonly place: string;
	/** SHA-256 of its bytes, in lower-case hexadecimal. */
	readonly sha256: string;
	readonly text: string;
}

/** Keeps files, each in the place of an earlier one of its place. */
export async function keepUserFiles(database: Database, files: readonly StoredFile[]): Promise<void> {
	const packed = await Promise.all(files.map(async (file) => ({ file, packed: await packJson(file) })));
	await database.tx(async (tx) => {
		for (const { file, packed: body } of packed) {
			await tx.query(
				`INSERT INTO stemma.user_file (kind, place_key, packed) VALUES ($1, $2, $3)
				ON CONFLICT (kind, place_key) DO UPDATE SET packed = excluded.packed, added_at = now()`,
				[file.kind, keyOf("file", file.place), body],
			);
		}
	});
}

/** The files of a kind, in the order in which they first came. */
export async function readUserFiles(database: Queryable, kind: StoredFile["kind"]): Promise<readonly StoredFile[]> {
	const rows = await database.query<{ packed: Uint8Array }>(
		"SELECT packed FROM stemma.user_file WHERE kind = $1 ORDER BY position",
		[kind],
	);
	return Promise.all(rows.map(({ packed }) => unpackJson<StoredFile>(packed)));
}

/** Takes away the files of these places; the places that there was one of, in code unit order. */
export async function forgetUserFiles(database: Database, places: readonly string[]): Promise<readonly string[]> {
	const rows = await database.query<{ packed: Uint8Array }>(
		"DELETE FROM stemma.user_file WHERE place_key = ANY ($1::bigint[]) RETURNING packed",
		[places.map((place) => keyOf("file", place))],
	);
	const files = await Promise.all(rows.map(({ packed }) => unpackJson<StoredFile>(packed)));
	return files.map(({ place }) => place).sort(compareText);
}
