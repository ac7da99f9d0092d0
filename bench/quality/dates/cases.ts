/**
 * Reads hand-written cases of dates in text, one a line, each time expression with its gold in braces:
 *
 *     @ on=2031-05-14 in=en
 *     beside-a-verb | The talks resumed on {Monday = 2031-05-12 @published}.
 *     reprint on=2031-06-02 dateline=May_14 | They met {today = 2031-05-14 @dateline}.
 *
 * `NAME SETTING… | TEXT`. A line that begins with `@ ` states the settings of the cases behind it, and a
 * case's own settings stand over those: `on` the day or time of publication (`-` for none known), `in`
 * the language, `dateline` the dateline's date as written. In settings and zones `_` is a space; in the
 * text `\n` begins a new paragraph. Lines that start with `#` are remarks.
 *
 * Gold: `EXACT = BOUNDS PRECISION zone=ZONE @ANCHOR`. Bounds are `A` (both), `A..B`, `A..` or `..B`, or
 * `null` when nothing bounds the date. Precision may be left out for one day. The anchor, where it is
 * asked for, is what the reason must name.
 */

export type AnchorKind = "published" | "dateline" | "text" | "event" | "said";

export interface GoldDate {
	readonly start: number;
	readonly end: number;
	readonly exact: string;
	readonly earliest: string | null;
	readonly latest: string | null;
	/** Null when the date has no bounds. */
	readonly precision: string | null;
	/** Null when the case asks for none to be given. */
	readonly zone: string | null;
	/** Null when the case does not ask. */
	readonly anchor: AnchorKind | null;
}

export interface DateCase {
	/** `theme/name`. */
	readonly id: string;
	readonly language: string;
	/** An ISO day or local time; null when the day of publication is not known. */
	readonly published: string | null;
	/** The date that the dateline gives, as written; null without one. */
	readonly dateline: string | null;
	readonly text: string;
	/** Sorted by place. */
	readonly gold: readonly GoldDate[];
}

const SETTINGS = new Set(["on", "in", "dateline"]);
const ANCHORS: ReadonlySet<string> = new Set<AnchorKind>(["published", "dateline", "text", "event", "said"]);
const PRECISIONS = new Set("minute hour part-of-day day week month season year range".split(" "));

/**
 * The cases of one file, in its order.
 *
 * @param theme the file's name without its ending
 * @throws Error with the line's number when a setting, a gold date or an anchor cannot be read
 */
export function readCases(file: string, theme: string): DateCase[] {
	const cases: DateCase[] = [];
	let shared: ReadonlyMap<string, string> = new Map();
	for (const [i, line] of file.split("\n").entries()) {
		if (line.trim() === "" || line.startsWith("#")) continue;
		try {
			if (line.startsWith("@ ")) {
				shared = readSettings(line.slice(2).split(" "));
				continue;
			}
			const bar = line.indexOf(" | ");
			if (bar < 0) throw new Error("no “ | ” between name and text");
			const [name = "", ...own] = line.slice(0, bar).split(" ");
			const settings = new Map([...shared, ...readSettings(own)]);
			const stated = (key: string): string | null => {
				const value = settings.get(key) ?? "-";
				return value === "-" ? null : value.replaceAll("_", " ");
			};
			cases.push({
				id: `${theme}/${name}`,
				language: settings.get("in") ?? "en",
				published: stated("on"),
				dateline: stated("dateline"),
				...readText(line.slice(bar + 3)),
			});
		} catch (error) {
			throw new Error(`${theme}, line ${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return cases;
}

function readSettings(words: readonly string[]): Map<string, string> {
	const settings = new Map<string, string>();
	for (const word of words) {
		if (word === "") continue;
		const [, key = "", value = ""] = /^([a-z]+)=(.+)$/.exec(word) ?? [];
		if (!SETTINGS.has(key)) throw new Error(`an unknown setting: ${word}`);
		settings.set(key, value);
	}
	return settings;
}

function readText(marked: string): { readonly text: string; readonly gold: GoldDate[] } {
	const gold: GoldDate[] = [];
	let text = "";
	for (const part of marked.replaceAll("\\n", "\n").split(/(\{[^{}]*\})/)) {
		if (!part.startsWith("{")) {
			if (/[{}]/.test(part)) throw new Error(`a brace without its other: ${part}`);
			text += part;
			continue;
		}
		const [, exact = "", what = ""] = /^\{(.+?) = (.+)\}$/.exec(part) ?? [];
		if (exact === "") throw new Error(`no gold date: ${part}`);
		gold.push({ start: text.length, end: text.length + exact.length, exact, ...readGold(what) });
		text += exact;
	}
	return { text, gold };
}

function readGold(what: string): Omit<GoldDate, "start" | "end" | "exact"> {
	const [bounds = "", ...rest] = what.split(" ");
	const [from = "", to = from] = bounds.split("..");
	let precision: string | null = null;
	let zone: string | null = null;
	let anchor: AnchorKind | null = null;
	for (const word of rest) {
		if (word.startsWith("zone=")) zone = word.slice(5).replaceAll("_", " ");
		else if (word.startsWith("@") && ANCHORS.has(word.slice(1))) anchor = word.slice(1) as AnchorKind;
		else if (PRECISIONS.has(word)) precision = word;
		else throw new Error(`neither a precision nor an anchor: ${word}`);
	}
	if (bounds === "null") return { earliest: null, latest: null, precision: null, zone, anchor };
	for (const bound of [from, to]) {
		if (bound !== "" && !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/.test(bound))
			throw new Error(`no bound: ${bound}`);
	}
	if (precision === null && (from !== to || from.length !== 10)) throw new Error(`a precision is missing: ${what}`);
	return { earliest: from || null, latest: to || null, precision: precision ?? "day", zone, anchor };
}
