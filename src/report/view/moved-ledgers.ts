import type { CollationRecord, Position } from "../../model/record.ts";
import { groupBy } from "./group-by.ts";

/**
 * What each speaker said or did about each matter, where it stretches over more days than one: positions of one day
 * stand with the utterances. Without readings too unsure to be shown unasked. What changes side comes first, then as
 * the record orders positions.
 */
export function listMovedLedgers({ positions }: Pick<CollationRecord, "positions">): Position[][] {
	const sure = positions.filter(({ reports }) => reports.some((report) => report.sure));
	return [...groupBy(sure, ({ speaker, about }) => `${speaker} ${about}`).values()]
		.filter(
			(ledger) => new Set(ledger.flatMap(({ when }) => (when.earliest ?? when.latest)?.slice(0, DAY) ?? [])).size > 1,
		)
		.sort((a, b) => Number(isChanged(b)) - Number(isChanged(a)));
}

/** Letters of an ISO date that name the day. */
const DAY = 10;

function isChanged(ledger: readonly Position[]): boolean {
	return ledger.some(({ change }) => change !== null);
}
