/**
 * Stand for a character that an excerpt withholds, and for a mark whose partner it withholds. Noncharacters of Unicode,
 * which no text is made of: whatever a page is set from, nothing else than what is given can get into it.
 */
export const WITHHELD = "\ufdd0";
export const DROPPED = "\ufdd1";

/** Whether a text is withheld from its first character to its last. */
export function isWithheld(text: string): boolean {
	return text.includes(WITHHELD) && /^[\s\ufdd0\ufdd1]*$/.test(text);
}

/** What was set from texts of which words are withheld, with a sign for each stretch of them. */
export function signWithheld(page: string): string {
	return page
		.replaceAll(DROPPED, "")
		.replace(/[ \t]*\ufdd0[\ufdd0 \t]*/g, " […] ")
		.replace(/\[…\](?:[ …]*\[…\])+/g, "[…]")
		.replace(/\[…\] …/g, "[…]")
		.replace(/\[…\] (?=[,.;:)\]”’»"])/g, "[…]")
		.replace(/(["“‘«(]|<p[^>]*>(?:<i[^>]*>)?) \[…\]/g, "$1[…]");
}
