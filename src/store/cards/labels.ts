import { foldAccents } from "../../text/fold.ts";
import { keyOf } from "../keys.ts";

/** What lists of stories are narrowed by. */
export type LabelKind = "outlet" | "language" | "entity" | "conflict";

/** The label of a name; null for one of no letters. Case, accents, marks between words and a leading article count for nothing. */
export function labelOf(kind: LabelKind, name: string): bigint | null {
	const plain = foldAccents(name)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
	const letters = plain.replace(/^the (?=.)/, "").replaceAll(" ", "");
	return letters === "" ? null : keyOf("story label", kind, letters);
}

/** That reports of a story contradict or contest each other. */
export const CONFLICT: bigint = keyOf("story label", "conflict");
