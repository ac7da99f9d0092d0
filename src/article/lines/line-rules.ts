import { archiveNote } from "./archive-note.ts";
import { commentBox } from "./comment-box.ts";
import { contactLine } from "./contact-line.ts";
import { cookieNote } from "./cookie-note.ts";
import { copyrightLine } from "./copyright-line.ts";
import { databaseHeader } from "./database-header.ts";
import { forumLine } from "./forum-stamp.ts";
import { headlineList } from "./headline-list.ts";
import { housePromotion } from "./house-promotion.ts";
import type { Line, LineRule, Surroundings } from "./lines.ts";
import { logInPrompt } from "./log-in-prompt.ts";
import { mailChatter } from "./mail-chatter.ts";
import { mailFooter } from "./mail-footer.ts";
import { mailHeader } from "./mail-header.ts";
import { mediaLabel } from "./media-label.ts";
import { newsletterPrompt } from "./newsletter-prompt.ts";
import { pageFurniture } from "./page-furniture.ts";
import { pageNumber } from "./page-number.ts";
import { photoCaption } from "./photo-caption.ts";
import { photoCredit } from "./photo-credit.ts";
import { pointerLabel } from "./pointer-label.ts";
import { poll } from "./poll.ts";
import { pressNote } from "./press-note.ts";
import { readingTime } from "./reading-time.ts";
import { seeAlso } from "./see-also.ts";
import { shareBar } from "./share-bar.ts";
import { socialStamp } from "./social-stamp.ts";
import { tags } from "./tags.ts";
import { isTold } from "./told.ts";
import { translationNote } from "./translation-note.ts";
import { wireHeader } from "./wire-header.ts";
import { wireMark } from "./wire-mark.ts";

/** Every rule about one line, in the order in which they are asked; the first that answers gives the reason. */
const LINE_RULES: readonly LineRule[] = [
	mailHeader,
	mailChatter,
	mailFooter,
	databaseHeader,
	wireHeader,
	wireMark,
	pressNote,
	archiveNote,
	cookieNote,
	translationNote,
	forumLine,
	poll,
	pageNumber,
	photoCredit,
	photoCaption,
	shareBar,
	commentBox,
	socialStamp,
	seeAlso,
	pointerLabel,
	newsletterPrompt,
	housePromotion,
	pageFurniture,
	readingTime,
	mediaLabel,
	copyrightLine,
	logInPrompt,
	contactLine,
	tags,
];

/** The rules that know a line by its first words, with which a sentence of the report may open as well. */
const KNOWN_BY_OPENING: ReadonlySet<LineRule> = new Set([
	seeAlso,
	pointerLabel,
	newsletterPrompt,
	housePromotion,
	pageFurniture,
	copyrightLine,
	logInPrompt,
	contactLine,
]);

/** The rules that see lines in rows; asked after the others. */
const LIST_RULES: readonly LineRule[] = [headlineList];

export interface Explanation {
	readonly rule: string;
	readonly reason: string;
}

/** Why a line is no part of the report, or null when it is. */
export function explainLine(line: Line, around: Surroundings): Explanation | null {
	return explainAlone(line, around) ?? ask(LIST_RULES, line, around);
}

/** The same without the rules about rows of lines: what a line says by itself and by its neighbours. */
export function explainAlone(line: Line, around: Surroundings): Explanation | null {
	return ask(LINE_RULES, line, around);
}

function ask(rules: readonly LineRule[], line: Line, around: Surroundings): Explanation | null {
	for (const rule of rules) {
		const reason = rule.find(line, around);
		if (reason !== null && !(KNOWN_BY_OPENING.has(rule) && isTold(line.text))) return { rule: rule.rule, reason };
	}
	return null;
}
