/**
 * Roles that tell two people apart. Caught: a driver and a judge, a nurse and a critic. Not caught: a
 * president and a leader, a judge and a suspect, whom two reports may well call so.
 */

/** Whether both have roles and none of one goes with one of the other. */
export function contradict(one: readonly string[], other: readonly string[]): boolean {
	const [a, b] = [one.filter(tells), other.filter(tells)];
	if (a.length === 0 || b.length === 0) return false;
	return !a.some((role) => b.some((held) => role === held || (RULERS.has(role) && RULERS.has(held))));
}

/** Roles that people have beside a trade or an office. */
const OPEN: ReadonlySet<string> = new Set(
	(
		"man woman boy girl father mother son daughter brother sister husband wife widow widower uncle aunt nephew niece " +
		"cousin friend neighbor neighbour colleague partner suspect victim witness survivor defendant plaintiff resident " +
		"teenager official expert member candidate nominee ally rival successor predecessor counterpart founder owner " +
		"volunteer activist author spokesman spokeswoman spokesperson head chief lord lady gentleman doctor professor " +
		"grandfather grandmother grandson granddaughter boyfriend girlfriend fiance fiancee speaker critic"
	).split(" "),
);

function tells(role: string): boolean {
	return !OPEN.has(role);
}

/** Offices and ranks that reports give one person by turns. */
const RULERS: ReadonlySet<string> = new Set(
	(
		"president premier minister chancellor leader king queen prince princess emperor emir sultan sheikh governor senator " +
		"representative congressman congresswoman lawmaker legislator parliamentarian deputy mayor chairman chairwoman " +
		"chairperson chair director secretary ambassador envoy diplomat commander general colonel major captain lieutenant " +
		"militant warlord executive ceo politician economist lawyer attorney adviser advisor aide"
	).split(" "),
);
