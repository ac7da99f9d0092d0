/** Longer names are not compared: no option or command is. */
const LONGEST = 40;

/**
 * The known name that a mistyped one most likely stands for, or null when none is near: at most a third
 * of its letters wrong, or it starts the known name. Of equally near ones the first.
 */
export function findNearest(given: string, known: readonly string[]): string | null {
	if (given.length > LONGEST) return null;
	let nearest: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const name of known) {
		const begins = given.replace(/^-+/, "").length > 1 && name.startsWith(given);
		const distance = begins ? 0.5 : countEdits(given.toLowerCase(), name);
		if (distance < least && (begins || distance * 3 <= name.replace(/^-+/, "").length)) {
			nearest = name;
			least = distance;
		}
	}
	return nearest;
}

/** Letters to put in, take out, change or swap with their neighbour (optimal string alignment). */
function countEdits(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
			}
			next.push(edits);
		}
		before = row;
		row = next;
	}
	return row[b.length] ?? 0;
}
