import type { Article } from "../../model/article.ts";
import { isCorrected } from "../copies/corrected.ts";
import { agencyOf } from "../order.ts";
import { type Credits, isCreditTo, isWholeCredit } from "./credits.ts";

/** A report with what tells who draws on whom. */
export interface Side {
	readonly article: Article;
	readonly credits: Credits;
}

export interface Direction {
	readonly from: Article;
	readonly to: Article;
	/** 0–1. */
	readonly confidence: number;
}

const CONFIDENCE = { primary: 0.9, credit: 0.9, correction: 0.85, date: 0.7, quoted: 0.7, agency: 0.7 } as const;

/**
 * Which of two reports with text in common draws on the other, and how sure that is; null when nothing says
 * it. What a report says of itself comes before dates: a dispatch may be captured late.
 */
export function findDirection(x: Side, y: Side): Direction | null {
	const tell = (xDraws: boolean, yDraws: boolean, confidence: number): Direction | null => {
		if (xDraws === yDraws) return null;
		const [from, to] = xDraws ? [x.article, y.article] : [y.article, x.article];
		return { from, to, confidence };
	};
	return (
		// A report draws on a primary document, never the other way round.
		tell(y.article.role === "primary", x.article.role === "primary", CONFIDENCE.primary) ??
		tell(owesText(x, y), owesText(y, x), CONFIDENCE.credit) ??
		(shareOwner(x, y) ? tell(isCorrected(x.article), isCorrected(y.article), CONFIDENCE.correction) : null) ??
		tell(isBefore(y.article, x.article), isBefore(x.article, y.article), CONFIDENCE.date) ??
		tell(quotes(x, y), quotes(y, x), CONFIDENCE.quoted) ??
		// Outlets print what agencies send out; an agency that takes up an outlet's words says so.
		tell(isAgencyText(y) && isOutletText(x), isAgencyText(x) && isOutletText(y), CONFIDENCE.agency)
	);
}

/** Whether `x` credits whose text `y` is for its own text. What credits an agency that it is itself owes nobody. */
function owesText({ credits }: Side, other: Side): boolean {
	return credits.list.some(
		(credit) => isWholeCredit(credit) && isCreditTo(credit, other.credits) && !credits.ownKeys.has(credit.key),
	);
}

function quotes({ credits }: Side, other: Side): boolean {
	return credits.list.some((credit) => !isWholeCredit(credit) && isCreditTo(credit, other.credits));
}

function isAgencyText({ article }: Side): boolean {
	return agencyOf(article) !== null;
}

function isOutletText({ article }: Side): boolean {
	return article.outlet !== null;
}

function shareOwner(x: Side, y: Side): boolean {
	return [...x.credits.ownKeys.keys()].some((key) => y.credits.ownKeys.has(key));
}

/** Certain only when the whole of one interval lies before the other; a day and a time on it do not tell. */
function isBefore(x: Article, y: Article): boolean {
	const [end, start] = [x.published.latest, y.published.earliest];
	if (end === null || start === null || end.slice(0, 10) > start.slice(0, 10)) return false;
	if (end.slice(0, 10) < start.slice(0, 10)) return true;
	const sameZone = x.published.zone !== null && x.published.zone === y.published.zone;
	return sameZone && end.length > 10 && end.length === start.length && end < start;
}
