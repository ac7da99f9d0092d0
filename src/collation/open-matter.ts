/**
 * Words that leave a matter open: "We are studying whether to close the works" decides nothing. A
 * summary without them, or another wording without them, says something else.
 */
const STUDYING = new Set(
	(
		"whether undecided consider considers considered considering study studies studied studying examine examines examined " +
		"examining review reviews reviewing weigh weighs weighing explore explores exploring discuss discusses discussing"
	).split(" "),
);

const POSSIBLE = new Set(
	"if unless may might could possibly possible perhaps maybe hope hopes propose proposes proposed".split(" "),
);

/** Whether a word says that a matter is being looked at and not settled. */
export function isUnderStudy(norm: string): boolean {
	return STUDYING.has(norm);
}

/** Whether a word leaves a matter open at all: under study, possible, or on a condition. */
export function leavesOpen(norm: string): boolean {
	return STUDYING.has(norm) || POSSIBLE.has(norm);
}
