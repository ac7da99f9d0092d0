import { commentBox } from "./comment-box.ts";
import { contactLine } from "./contact-line.ts";
import { copyrightLine } from "./copyright-line.ts";
import { headlineList } from "./headline-list.ts";
import type { Line, LineRule, Surroundings } from "./lines.ts";
import { logInPrompt } from "./log-in-prompt.ts";
import { mailHeader } from "./mail-header.ts";
import { newsletterPrompt } from "./newsletter-prompt.ts";
import { pageFurniture } from "./page-furniture.ts";
import { pageNumber } from "./page-number.ts";
import { photoCaption } from "./photo-caption.ts";
import { photoCredit } from "./photo-credit.ts";
import { seeAlso } from "./see-also.ts";
import { shareBar } from "./share-bar.ts";

/** Every rule about one line, in the order in which they are asked; the first that answers gives the reason. */
const LINE_RULES: readonly LineRule[] = [
	mailHeader,
	pageNumber,
	photoCredit,
	photoCaption,
	shareBar,
	commentBox,
	seeAlso,
	newsletterPrompt,
	pageFurniture,
	copyrightLine,
	logInPrompt,
	contactLine,
	headlineList,
];

/** Why a line is no part of the report, or null when it is. */
export function explainLine(
	line: Line,
	around: Surroundings,
): { readonly rule: string; readonly reason: string } | null {
	for (const rule of LINE_RULES) {
		const reason = rule.find(line, around);
		if (reason !== null) return { rule: rule.rule, reason };
	}
	return null;
}
