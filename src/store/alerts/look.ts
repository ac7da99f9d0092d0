import type { AskedAlert } from "../../model/alert.ts";
import type { CollationRecord } from "../../model/record.ts";
import { indexRecord, type RecordIndex } from "../../report/view/record-index.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import type { Finding, Looked } from "./finding.ts";
import { findConflicts } from "./new-conflicts.ts";
import { findEdits } from "./new-edits.ts";
import { findReports } from "./new-reports.ts";
import { findStatements } from "./new-statements.ts";
import { findWideStories } from "./wide-stories.ts";
import { makeMatcher } from "./word-matcher.ts";

/**
 * What an alert finds in the record of a story, in the order of the record. It depends on the record and on what of it
 * is old alone, so that looking again finds the same.
 *
 * @param isOld whether the store had an article before the alert was
 */
export function look(
	record: RecordIndex | CollationRecord,
	asked: AskedAlert,
	isOld: (article: string) => boolean,
	rarity: TermRarity,
): Finding[] {
	const index = "record" in record ? record : indexRecord(record);
	const words = asked.words === "" ? null : makeMatcher(asked.words, rarity);
	const looked: Looked = { index, isOld, words };
	switch (asked.kind) {
		case "words":
			return findReports(looked);
		case "statement":
			return findStatements(looked, asked);
		case "conflict":
			return findConflicts(looked);
		case "lines":
			return findWideStories(looked, asked.lines ?? Number.POSITIVE_INFINITY);
		case "edit":
			return findEdits(looked, asked.edits);
	}
}
