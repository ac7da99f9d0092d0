import type { Ancestor, Piece } from "./linearise.ts";

/**
 * Which pieces are a turn of a transcript, a row of a table, or an entry of a list of questions and
 * answers: however short, they stand with what is around them.
 *
 * Catches: "QUILL: No." among twenty lines that names with colons lead; `<dt>Ada Quill</dt><dd>No.</dd>`;
 * "Port Amity	12" in a table of four rows.
 * Leaves: "Note: see page 4" alone; the cells of a page laid out in a table.
 */

/** Lines that a label leads, and labels that come again, from which they are turns. */
const FEWEST_TURNS = 4;
const FEWEST_AGAIN = 2;

/** Rows that a table of data has, and entries of a definition list. */
const FEWEST_ROWS = 3;

const LABEL = /^(?:[-–—•]\s?)?(\p{Lu}[\p{L}\p{M}\p{N} .,'’()/-]{0,50}):(?:\s|$)/u;

export function findTurns(pieces: readonly Piece[], kept: readonly boolean[]): boolean[] {
	const labels = pieces.map((piece, i) => (kept[i] ? (LABEL.exec(piece.text.slice(0, 70))?.[1] ?? null) : null));
	const counts = new Map<string, number>();
	for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
	const again = [...counts.values()].filter((count) => count >= 2).reduce((sum, count) => sum + count, 0);
	const spoken = again >= FEWEST_TURNS && [...counts.values()].filter((count) => count >= 2).length >= FEWEST_AGAIN;
	const hosts = new Map<Ancestor, number>();
	for (const [i, piece] of pieces.entries()) {
		const host = kept[i] ? hostOf(piece) : null;
		if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
	}
	return pieces.map((piece, i) => {
		if (!kept[i]) return false;
		if (spoken && (counts.get(labels[i] ?? "") ?? 0) >= 2) return true;
		const host = hostOf(piece);
		return host !== null && (hosts.get(host) ?? 0) >= FEWEST_ROWS;
	});
}

/** The table or the definition list that a row or an entry belongs to. */
function hostOf(piece: Piece): Ancestor | null {
	for (let i = piece.around.length - 1; i >= 0 && i >= piece.around.length - 6; i--) {
		const name = piece.around[i]?.name;
		if (name === "dl" || (name === "table" && piece.kind === "row")) return piece.around[i] ?? null;
	}
	return null;
}
