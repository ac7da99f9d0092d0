/** A stretch of text that a PDF sets in one go. Coordinates are points from the page's top left corner. */
export interface Run {
	readonly text: string;
	readonly x0: number;
	readonly x1: number;
	/** The baseline; it grows down the page. */
	readonly y: number;
	/** Size of the type, in points. */
	readonly size: number;
	/** Which font, by a name that only tells fonts apart. */
	readonly font: string;
	readonly rtl: boolean;
	readonly vertical: boolean;
	/** The document marks it as no part of its text: a running head, a page's number. */
	readonly artifact: boolean;
	/** White space stands before it. */
	readonly spaced: boolean;
	/** Set smaller and above the line: a note's mark, an exponent. */
	readonly raised: boolean;
}

export interface PdfPage {
	/** Counted from 1. */
	readonly number: number;
	readonly width: number;
	readonly height: number;
	readonly runs: readonly Run[];
	/** Text that stands askew: stamps, labels of charts, notes in the margin. */
	readonly turned: readonly string[];
}

/** Radians by which a line may lean and still be read with the others: scans are never quite straight. */
const STRAIGHT = 0.06;

/**
 * The page with most of its text upright: a page set sideways is turned as a reader would turn it.
 * What then still stands askew is put aside.
 */
export function turnPage(
	number: number,
	width: number,
	height: number,
	runs: readonly (Run & { readonly angle: number })[],
): PdfPage {
	const weights = [0, 0, 0, 0];
	for (const { angle, text } of runs) {
		const quarter = quarterOf(angle);
		if (quarter !== null) weights[quarter] = (weights[quarter] ?? 0) + text.length;
	}
	const most = Math.max(...weights);
	const turn = most > 0 ? weights.indexOf(most) : 0;
	const upright: Run[] = [];
	const turned: string[] = [];
	for (const { angle, ...run } of runs) {
		if (quarterOf(angle) !== turn || run.vertical) turned.push(run.text);
		else upright.push(turnRun(run, turn, width, height));
	}
	const sideways = turn % 2 === 1;
	return { number, width: sideways ? height : width, height: sideways ? width : height, runs: upright, turned };
}

/** Which quarter of a full turn, clockwise, text at an angle is near; null when it is near none. */
function quarterOf(angle: number): number | null {
	const quarters = angle / (Math.PI / 2);
	const nearest = Math.round(quarters);
	return Math.abs(quarters - nearest) * (Math.PI / 2) <= STRAIGHT ? (nearest + 4) % 4 : null;
}

function turnRun(run: Run, turn: number, width: number, height: number): Run {
	const length = run.x1 - run.x0;
	switch (turn) {
		case 1:
			return { ...run, x0: run.y, x1: run.y + length, y: width - run.x0 };
		case 2:
			return { ...run, x0: width - run.x0, x1: width - run.x0 + length, y: height - run.y };
		case 3:
			return { ...run, x0: height - run.y, x1: height - run.y + length, y: run.x0 };
		default:
			return run;
	}
}
