/** The named fields at the head of a WARC record (ISO 28500). */
export interface WarcHeader {
	/** `response`, `resource`, `revisit` and so on, in lower case. */
	readonly type: string;
	/** Bytes of the record's block; null where it is not stated, or not as a number. */
	readonly length: number | null;
	/** A field by its name in lower case; null where there is none. Of several with one name, the first. */
	field(name: string): string | null;
}

/** Bytes that the fields of one record may take. */
export const LONGEST_HEADER = 65_536;

/** The first line of a record. */
const VERSION = /^WARC\/\d\.\d{1,2}[ \t]*$/;

/**
 * Reads a record's version line and fields, the empty line after them left out; null where the version line is none.
 * A line that begins with white space goes on with the field before it.
 */
export function parseWarcHeader(bytes: Uint8Array): WarcHeader | null {
	const lines = new TextDecoder("utf-8").decode(bytes).split(/\r?\n/);
	if (!VERSION.test(lines[0] ?? "")) return null;
	const fields = parseFields(lines.slice(1));
	const field = (name: string): string | null => fields.get(name) ?? null;
	const length = field("content-length") ?? "";
	return {
		type: (field("warc-type") ?? "").toLowerCase(),
		length: /^\d{1,15}$/.test(length) ? Number(length) : null,
		field,
	};
}

/** `Name: value` lines by their name in lower case; the first of a name counts. */
export function parseFields(lines: readonly string[]): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	let last: string | null = null;
	for (const line of lines) {
		if (/^[ \t]/.test(line)) {
			const before = last === null ? undefined : fields.get(last);
			if (last !== null && before !== undefined) fields.set(last, `${before} ${line.trim()}`.trim());
			continue;
		}
		last = null;
		const colon = line.indexOf(":");
		if (colon <= 0) continue;
		const name = line.slice(0, colon).trim().toLowerCase();
		if (fields.has(name)) continue;
		fields.set(name, line.slice(colon + 1).trim());
		last = name;
	}
	return fields;
}

/** Where the empty line ends that closes a block of fields; null where there is none. */
export function endOfFields(bytes: Uint8Array): number | null {
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
		if (bytes[at + 1] === 10) return at + 2;
		if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
	}
	return null;
}
