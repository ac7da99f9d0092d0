import type { Span } from "../../model/span.ts";

/**
 * Times of day in words and in figures without a mark of their own: "a quarter past seven", "six o'clock", "at 5.20".
 * Must not read "rose 5.20 per cent", "ten past champions" or "at 640 metres" as times.
 */
export interface ClockPhrase extends Span {
	/** Minutes after midnight, or after noon where `half` is true. */
	readonly minutes: number;
	/** True when the words leave open which half of the day is meant. */
	readonly half: boolean;
}

const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const HOUR = `(?:${HOURS.join("|")}|\\d{1,2})`;
const STEPS: ReadonlyMap<string, number> = new Map([
	["five", 5],
	["ten", 10],
	["quarter", 15],
	["twenty", 20],
	["twenty-five", 25],
	["half", 30],
]);
const PAST = new RegExp(
	`\\b(?:(?:an?\\s)?(quarter|half|five|ten|twenty-five|twenty)|(${HOURS.join("|")}|thirteen|fourteen|sixteen)\\sminutes)\\s(past|to)\\s(${HOUR})\\b(?!\\s(?:people|per|million|[\\d-]))`,
	"giu",
);
const O_CLOCK = new RegExp(`\\b(${HOUR})\\so['\\u2019]clock\\b`, "giu");
/** "shortly before ten" */
const NEAR_HOUR = new RegExp(
	`\\b(?:shortly|just|soon|moments|minutes)\\s(?:before|after)\\s(${HOURS.join("|")})\\b(?=[,.;:]|\\s(?:when|as|and|on|in|at|local|this|yesterday)\\b|$)`,
	"giu",
);
const FIGURES =
	/\b(?:at|by|before|after|since|until|around|about)\s(?:about\s|around\s)?((?:[01]?\d|2[0-3])[.:][0-5]\d)(?=[\s,;"'\u2019\u201d)]|\.\s|\.$)(?!\s(?:per|percent|million|billion|metres|meters|[a-z]*m\b|p\.|a\.|on\s))/giu;
const HALF_OF_DAY = /^\s(?:in the|this|yesterday|on \p{L}+day|that|\p{L}+day)\s?(morning|afternoon|evening|night)/iu;

/** Sorted by place; they do not overlap. */
export function findClockPhrases(text: string, sentence: Span): ClockPhrase[] {
	const words = text.slice(sentence.start, sentence.end);
	const found: ClockPhrase[] = [];
	const push = (start: number, length: number, minutes: number, half: boolean): void => {
		const span = { start: sentence.start + start, end: sentence.start + start + length };
		if (found.some((one) => one.start < span.end && span.start < one.end)) return;
		const part = HALF_OF_DAY.exec(text.slice(span.end, span.end + 40))?.[1]?.toLowerCase();
		const hours = Math.floor(minutes / 60);
		const late = part !== undefined && part !== "morning" && hours < 12;
		found.push({ ...span, minutes: half && late ? minutes + 720 : minutes, half: half && part === undefined });
	};
	for (const match of words.matchAll(PAST)) {
		const step = STEPS.get(match[1]?.toLowerCase() ?? "") ?? minutesOf(match[2] ?? "");
		const hour = hourOf(match[4] ?? "");
		if (step === null || hour === null) continue;
		const minutes = hour * 60 + (match[3]?.toLowerCase() === "to" ? -step : step);
		push(match.index, match[0].length, (minutes + 720) % 720, true);
	}
	for (const match of words.matchAll(O_CLOCK)) {
		const hour = hourOf(match[1] ?? "");
		if (hour !== null) push(match.index, match[0].length, (hour % 12) * 60, true);
	}
	for (const match of words.matchAll(NEAR_HOUR)) {
		const word = match[1] ?? "";
		push(match.index + match[0].length - word.length, word.length, ((hourOf(word) ?? 0) % 12) * 60, true);
	}
	for (const match of words.matchAll(FIGURES)) {
		const figures = match[1] ?? "";
		const [hour = 0, minute = 0] = figures.split(/[.:]/).map(Number);
		const full = hour >= 13 || figures.startsWith("0");
		push(match.index + match[0].length - figures.length, figures.length, hour * 60 + minute, !full);
	}
	return found.sort((a, b) => a.start - b.start);
}

function hourOf(word: string): number | null {
	const at = HOURS.indexOf(word.toLowerCase());
	const hour = at >= 0 ? at + 1 : Number(word);
	return hour >= 1 && hour <= 12 ? hour : null;
}

function minutesOf(word: string): number | null {
	const list = [...HOURS, "thirteen", "fourteen", "fifteen", "sixteen"];
	const at = list.indexOf(word.toLowerCase());
	return at >= 0 ? at + 1 : null;
}
