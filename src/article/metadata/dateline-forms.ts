import { areWires } from "./agencies.ts";
import { isWeekday, monthOf } from "./calendar-words.ts";

/**
 * Datelines as the agencies of other languages write them: a day in any of the usual languages of news,
 * or an agency that is known, must stand beside the place.
 *
 * Catches: "PARIS, 12 mars (Reuters) -", "МОСКВА, 12 мар - РИА Новости.", "(ANSA) - CASTELVERO, 13 MAG -",
 * "القاهرة (رويترز) -", "新华社北京3月12日电", "नई दिल्ली, 12 मार्च (भाषा)", "Norrbäck (TT)".
 * Leaves: "Berlin (der Bürgermeister) sank", "Paris, 12 ans, dort", "Lundi 12 mars - le ferry", "Ada Quill (AFP)".
 */
export interface WiredDateline {
	readonly place: string;
	readonly date: string | null;
	readonly agency: string | null;
	/** UTF-16 units from the line's start. */
	readonly length: number;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const JOINT = "(?:\\s+(?:(?:de|del|da|do|of|the|la|le|les|el|al|am|an der|upon|sur|e|y|na|nad)\\s+)?|/)";
const CASED = `${NAME}(?:${JOINT}${NAME}){0,4}?(?:,\\s*${NAME}(?:\\s+${NAME}){0,3}?){0,2}?`;
const UNCASED = "[\\p{Lo}\\p{M}]{2,20}(?:[ /][\\p{Lo}\\p{M}]{2,20}){0,3}?";
const MONTH = "[\\p{L}\\p{M}]{2,14}";
const DATE =
	"(?:" +
	`\\p{Nd}{1,2}(?:\\.|º|\\.º|er)?\\s+(?:de\\s+|di\\s+|d['’])?${MONTH}\\.?(?:,?\\s+(?:de\\s+)?\\p{Nd}{4})?` +
	`|${MONTH}\\.?\\s+\\p{Nd}{1,2}(?:,?\\s+\\p{Nd}{4})?|\\p{Nd}{1,2}[./]\\p{Nd}{1,2}[./]\\p{Nd}{4})`;
const OPENING = `^(?:[([](?<lead>\\p{L}[\\p{L} ./-]{1,40})[)\\]]\\s*[-–—]\\s*)?(?<place>${CASED}|${UNCASED})(?:(?:(?<comma>\\s*[,،.]\\s*(?:(?<weekday>[\\p{L}\\p{M}]{2,14}),?\\s+(?=\\p{Nd}))?)|\\s+)(?<date>${DATE}))?`;
const BRACKETED = "\\s*[([](?<agency>\\p{L}[\\p{L}\\p{M} ./,;&-]{1,60})[)\\]]";
const MARK = "(?:\\.?\\s?(?:--|[—–]|[-_](?=\\s|$))|:(?=\\s|$))";
const HAS_MARK = /--|[—–]|[-_:](?:\s|$)/;
const FORMS: readonly Form[] = [
	{ form: new RegExp(`${OPENING}${BRACKETED}\\s*(?<mark>${MARK})`, "u"), needs: /[([].*[)\]]/s },
	{
		form: new RegExp(`${OPENING}\\s*\\.?\\s*/(?<agency>\\p{L}[\\p{L}\\p{M} -]{1,30})/(?<mark>\\.|\\s*${MARK})`, "u"),
		needs: /\//,
	},
	{
		form: new RegExp(
			`${OPENING}\\s*[,-–—]\\s+(?<agency>${NAME}(?: ${NAME}){0,2})(?<mark>\\.(?=\\s)|\\s*(?:--|[—–]|-(?=\\s)))`,
			"u",
		),
		needs: /\.\s|--|[—–]|-\s/,
	},
	{ form: new RegExp(`${OPENING}${BRACKETED}`, "u"), needs: /[([].*[)\]]/s },
	{ form: new RegExp(`${OPENING}\\s*(?<mark>${MARK})`, "u"), needs: HAS_MARK },
];

interface Form {
	readonly form: RegExp;
	/** What stands in every line that has it: looked for first, since few lines have it and the form itself takes long. */
	readonly needs: RegExp;
}
/** "新华社北京3月12日电": agency, place and day without a space, and the word for a dispatch. */
const CHINESE =
	/^[（(【]?(?<agency>\p{Script=Han}{2,4}[社网網])(?<place>\p{Script=Han}{2,10}?)(?<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电電](?:[)）】])?/u;
/** "【北京共同】", "(서울=연합뉴스)". */
const BOXED =
	/^(?:【(?<box>[^】\n]{3,30})】|[([（［](?<seoul>\p{Script=Hangul}{2,8})\s?=\s?(?<agency>[\p{L}\d]{2,10})[)\]）］])/u;

/** A word before brackets that is no place. */
const NO_PLACE =
	/^(?:foto|fotos|photos?|bild|bilder|text|texte|tekst|texto|testo|video|vidéo|quelle|source|fuente|fonte|kilde|källa|grafik|update|stand|aktualisiert|archiv|kommentar|analyse|analysis|interview|le|la|il|am|den|on|el|since|until|by|from|by|vom|seit|du|depuis|desde|dal)$/iu;

/** Letters of an agency that stands in capitals and is not known, where a day stands before it. */
const INITIALS = /^\p{Lu}{3,6}$/u;

/**
 * The dateline that opens a line.
 *
 * @param head the line, or its first units
 * @param whole whether `head` is the whole line
 */
export function findWiredDateline(head: string, whole: boolean): WiredDateline | null {
	for (const { form, needs } of FORMS) {
		const match = needs.test(head) ? form.exec(head) : null;
		if (!match) continue;
		const found = judge(match, head, whole);
		if (found) return found;
	}
	return findBoxed(head);
}

function judge(match: RegExpExecArray, head: string, whole: boolean): WiredDateline | null {
	const { place: written = "", comma, date: day, weekday, agency: inside, lead, mark } = match.groups ?? {};
	const date = day?.replace(/\.$/, "") ?? null;
	const place = written.replace(/\.$/, "");
	const agency = inside ?? lead ?? null;
	const rest = head.slice(match[0].length);
	const alone = whole && rest.trim() === "";
	if (!alone && !/^\s*["“”'‘„«([]*\s*[\p{Lu}\p{Lo}\p{N}]/u.test(rest)) return null;
	if (!mayBePlace(place) || (weekday !== undefined && !isWeekday(weekday))) return null;
	if (date !== null && !isDay(date)) return null;
	if (lead !== undefined && !areWires(lead)) return null;
	if (inside !== undefined && !areWires(inside) && !(date !== null && INITIALS.test(inside))) return null;
	const length = match[0].trimEnd().length;
	const found = { place, date, agency, length };
	if (agency === null) return date !== null && comma !== undefined && mark !== undefined && mark !== ":" ? found : null;
	if (date !== null) return found;
	const cased = /^\p{Lu}/u.test(place);
	if (mark !== undefined) return cased || place.split(" ").length <= 3 ? found : null;
	// Nothing parts "Norrbäck (TT)" from an author and the agency, or from words and their initials.
	if (!cased || isInitialsOf(agency, place)) return null;
	if (alone) return /^\p{Lu}\p{Ll}{3,}$/u.test(place) ? found : null;
	return agency.length > 2 || !/\s/.test(place) ? found : null;
}

/** Whether words before a day are a place rather than what else stands there: "Lundi", "On", "Foto". */
export function mayBePlace(words: string): boolean {
	return !isWeekday(words) && monthOf(words) === 0 && !NO_PLACE.test(words);
}

function isInitialsOf(agency: string, place: string): boolean {
	const initials = place
		.split(/[\s,-]+/)
		.map((word) => word.charAt(0))
		.join("");
	return initials.length > 1 && initials.toLowerCase() === agency.toLowerCase();
}

/** Whether a date names a day of a month in one of the usual languages of news. */
function isDay(date: string): boolean {
	if (/^[\p{Nd}./]+$/u.test(date)) return true;
	return (date.match(/[\p{L}\p{M}]{2,}/gu) ?? []).some(
		(word) => monthOf(word) > 0 || monthOf(word.replace(/I/g, "ı").replace(/İ/g, "i")) > 0,
	);
}

function findBoxed(head: string): WiredDateline | null {
	const chinese = CHINESE.exec(head);
	if (chinese?.groups) {
		const { place = "", date = null, agency = null } = chinese.groups;
		return { place, date, agency, length: chinese[0].length };
	}
	const match = BOXED.exec(head);
	if (!match?.groups) return null;
	const { box, seoul, agency: korean } = match.groups;
	if (seoul !== undefined && korean !== undefined)
		return areWires(korean) ? { place: seoul, date: null, agency: korean, length: match[0].length } : null;
	const inner = (box ?? "").trim();
	for (let at = 2; at <= inner.length - 2; at++) {
		const agency = inner.slice(at);
		if (!areWires(agency)) continue;
		const place = inner.slice(0, at).replace(/[=＝・\s]+$/u, "");
		if (place.length >= 2) return { place, date: null, agency, length: match[0].length };
	}
	return null;
}

/** What a speaker is in a transcript, after the name. */
const SPEAKER_ROLE =
	/,\s*(?:co-?)?(?:HOST|ANCHOR|REPORTER|CORRESPONDENT|BYLINE|MODERATOR|PRESENTER|INTERVIEWER|EDITOR|ANALYST|COMMENTATOR|GUEST|NARRATOR)S?$/i;
/** UTF-16 units below a line in which other speakers are looked for. */
const TURNS_REACH = 4000;
const FEWEST_TURNS = 2;

/** Whether words before a colon name who speaks: by their office, or as lines below are led by such labels too. */
export function isSpeakerLabel(text: string, from: number, label: string): boolean {
	if (SPEAKER_ROLE.test(label)) return true;
	const below = text
		.slice(from, from + TURNS_REACH)
		.matchAll(/(?:^|\n)[ \t]{0,8}(\p{Lu}[\p{Lu}\p{M} .,'’()-]{0,50}):(?=\s|$)/gu);
	return [...below].length >= FEWEST_TURNS;
}
