import type { Line, LineRule } from "./lines.ts";

/**
 * Fields that news databases print above and below a report.
 *
 * Catches: "LENGTH: 61 words" beside "SECTION: NEWS; Pg. 7", "2 of 14 DOCUMENTS".
 * Leaves: "LENGTH: 84 metres", one such line among a ship's measures.
 */
const FIELD =
	/^(?:LENGTH|SECTION|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|GRAPHIC|GEOGRAPHIC|SUBJECT|ORGANIZATION|PERSON|CITY|COUNTRY|STATE|COMPANY|TICKER|INDUSTRY|CORRECTION-DATE|TYPE|COLUMN|EDITION|DATELINE|Length|Section|Load-Date|Language|Publication-Type|Document Type|ISSN|ProQuest document ID|Publication title|Publication year|Document URL|Copyright|Database)\s?:\s*\S/u;
const COUNTED = /^\d{1,5} of \d{1,5} DOCUMENTS$/u;
const EDITION = /^(?:first|second|third|final|late|early|city|national|\d(?:st|nd|rd|th)) edition$/iu;
const SURE = /^(?:LOAD-DATE|Load-Date|PUBLICATION-TYPE|JOURNAL-CODE|ProQuest document ID)\s?:/u;

/** Fields that show that a text comes from a database. */
const FEWEST = 2;

export const databaseHeader: LineRule = {
	rule: "article/database-header",
	find(line, { lines }) {
		if (line.text.length > 300 || !isFromDatabase(lines)) return null;
		const field = FIELD.test(line.text) || COUNTED.test(line.text) || EDITION.test(line.text);
		return field ? "a field of a news database" : null;
	},
};

const known = new WeakMap<object, boolean>();

function isFromDatabase(lines: readonly Line[]): boolean {
	const before = known.get(lines);
	if (before !== undefined) return before;
	let fields = 0;
	let sure = false;
	for (const { text } of lines) {
		if (FIELD.test(text)) fields++;
		if (COUNTED.test(text) || SURE.test(text)) sure = true;
	}
	const found = sure && fields >= FEWEST;
	known.set(lines, found);
	return found;
}
