/** A media type without its parameters, and the character set among them, in lower case; null where there is none. */
export function parseContentType(header: string | null): {
	readonly mediaType: string | null;
	readonly charset: string | null;
} {
	if (header === null) return { mediaType: null, charset: null };
	const mediaType = /^\s*([\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100})/.exec(header)?.[1]?.toLowerCase() ?? null;
	const charset = /;\s*charset\s*=\s*["']?([\w:.+-]{1,40})/i.exec(header)?.[1]?.toLowerCase() ?? null;
	return { mediaType, charset };
}

/** The longest wait that a server is believed: a day. */
const LONGEST_WAIT = 86_400_000;

/** Milliseconds that `Retry-After` asks to wait (RFC 9110, 10.2.3), at most a day; null when it says nothing. */
export function parseRetryAfter(header: string | null, now: number): number | null {
	if (header === null) return null;
	const written = header.trim();
	if (/^\d{1,10}$/.test(written)) return Math.min(Number(written) * 1000, LONGEST_WAIT);
	const date = parseHttpDate(written);
	return date === null ? null : Math.min(Math.max(0, date - now), LONGEST_WAIT);
}

/** The headers that say how long an answer may be used. */
export interface CacheHeaders {
	readonly cacheControl: string | null;
	readonly expires: string | null;
	readonly date: string | null;
	readonly age: string | null;
}

/**
 * Milliseconds from now for which an answer is fresh (RFC 9111, 4.2, for a private cache): `max-age`, else `Expires`
 * against `Date`, less `Age`. 0 when it must be asked for anew; null when nothing is said, where a guess is the
 * caller's.
 */
export function findFreshness(headers: CacheHeaders, now: number): number | null {
	const directives = new Map<string, string>();
	for (const part of (headers.cacheControl ?? "").slice(0, 2000).split(",")) {
		const [name = "", value = ""] = part.split("=", 2);
		directives.set(name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, "$1"));
	}
	if (directives.has("no-store") || directives.has("no-cache")) return 0;
	const age = /^\d{1,10}$/.test(headers.age?.trim() ?? "") ? Number(headers.age) * 1000 : 0;
	const maxAge = directives.get("max-age");
	if (maxAge !== undefined && /^\d{1,12}$/.test(maxAge)) return Math.max(0, Number(maxAge) * 1000 - age);
	if (headers.expires === null) return null;
	const expires = parseHttpDate(headers.expires);
	// An invalid date, most often "0", means already stale.
	if (expires === null) return 0;
	const date = headers.date === null ? null : parseHttpDate(headers.date);
	return Math.max(0, expires - (date ?? now) - age);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Milliseconds since 1970 of an HTTP date in its one current form, `Sun, 06 Nov 1994 08:49:37 GMT`, or null. */
export function parseHttpDate(written: string): number | null {
	const found = /^\s*(?:\w{3},\s*)?(\d{1,2})[ -](\w{3})[ -](\d{4})\s+(\d{2}):(\d{2}):(\d{2})\s+GMT\s*$/i.exec(written);
	if (!found) return null;
	const month = MONTHS.indexOf(found[2]?.toLowerCase() ?? "");
	if (month < 0) return null;
	const [day, year, hour, minute, second] = [found[1], found[3], found[4], found[5], found[6]].map(Number);
	return Date.UTC(year ?? 0, month, day, hour, minute, second);
}
