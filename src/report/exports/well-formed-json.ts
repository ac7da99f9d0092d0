/**
 * JSON for readers that take text as Unicode: lone surrogates become U+FFFD. Fields that are null are left out, as the
 * vocabularies of the web have them absent. Two-space indent, a line feed at the end.
 */
export function writeWellFormedJson(value: unknown): string {
	const text = JSON.stringify(
		value,
		(_key, held: unknown) => (typeof held === "string" ? held.toWellFormed() : (held ?? undefined)),
		2,
	);
	return `${text}\n`;
}
