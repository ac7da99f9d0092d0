import { makeId } from "../text/hash.ts";

/** An id of sixteen hexadecimal digits as the 63-bit number that a column holds. Throws an Error for anything else. */
export function toKey(id: string): bigint {
	if (!/^[0-7][0-9a-f]{15}$/.test(id)) throw new Error(`"${id}" is no id: sixteen hexadecimal digits of 63 bits`);
	return BigInt(`0x${id}`);
}

export function toId(key: bigint): string {
	return key.toString(16).padStart(16, "0");
}

/** What a column can be found by where the text itself may be too long for an index. `what` keeps kinds apart. */
export function keyOf(what: string, ...parts: readonly string[]): bigint {
	return toKey(makeId(what, ...parts));
}

/** Most code units of a text that people alone look at. */
const SHOWN = 500;

/** A text for people to look at: what PostgreSQL has no form for is U+FFFD, and a long one is cut. */
export function toShown(text: string): string {
	const cut = text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
	return toStored(cut);
}

/** A text as a column can hold it: without NUL and half characters, which become U+FFFD. */
export function toStored(text: string): string {
	return text.toWellFormed().replaceAll("\0", "\ufffd");
}

/** The calendar day of an ISO date, as a column of PostgreSQL takes it too; null when it is none. */
export function toDay(date: string | null | undefined): string | null {
	const day = /^(?!0000)\d{4}-\d\d-\d\d(?=$|T)/.exec(date ?? "")?.[0];
	return day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : null;
}
