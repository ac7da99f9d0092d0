import { UserError } from "../../model/problem.ts";

/** Characters of the rows of one answer, as JSON, after which no further row is begun. */
const FULL = 24_000;

/** A row that is made when its turn comes. */
export type LazyRow<T> = () => T;

/**
 * Rows of a list that stays as it is, from where the page before ended, until there are enough of them or they have
 * become long. There is one at least where any is left.
 *
 * @param after the `next` of the page before
 * @throws UserError `mcp/after` for what is no page of this list
 */
export function fillPage<T>(
	rows: readonly LazyRow<T>[],
	limit: number,
	after: string | undefined,
): { readonly rows: readonly T[]; readonly next: string | null } {
	const begin = readOffset(after, rows.length);
	const page: T[] = [];
	let length = 0;
	let at = begin;
	for (; at < rows.length && page.length < limit && length < FULL; at++) {
		const row = rows[at]?.();
		if (row === undefined) break;
		page.push(row);
		length += JSON.stringify(row).length;
	}
	return { rows: page, next: at < rows.length ? String(at) : null };
}

function readOffset(after: string | undefined, length: number): number {
	if (after === undefined) return 0;
	const offset = /^\d{1,9}$/.test(after) ? Number(after) : -1;
	if (offset >= 0 && offset < Math.max(1, length)) return offset;
	throw new UserError(
		"mcp/after",
		`${JSON.stringify(after)} names no page of this answer; "next" of the one before does`,
	);
}
