/**
 * Reads hand-written plain-text cases: texts as people paste them, each line with its gold label.
 *
 *     === bakery-blaze en                 a case: its id and the language of its report
 *     @ authors: Ada Quill; Bo Marsh      what the article must say; see `Expected`
 *     h|Bakery blaze shuts Tollgate Street
 *     b|By Ada Quill and Bo Marsh
 *     x share-bar|Share
 *                                         an empty line, or `|` alone, is a blank line of the text
 *     l+|CORROW (NPA) –                   `+`: the next label goes on in the same line
 *     k| A bakery was destroyed on Saturday.
 *
 * Labels: `h` headline, `d` deck and `k` body (both are kept), `b` byline, `l` dateline, `p` a line
 * that gives the date of publication, `s` a source line, `x RULE` what must be dropped, with the
 * family of rules that should say so. A line that starts with `#` is a remark.
 *
 * In a text `\s` is a space, `\t` a tab, `\-` a soft hyphen, `\f` a form feed, `\u{fb01}` any
 * character and `\\` a backslash, so that what cannot be seen can be read.
 */

export type Label = "headline" | "deck" | "body" | "byline" | "dateline" | "date" | "source" | "dropped";

/** A stretch of a case's text with its gold label. */
export interface GoldSpan {
	readonly start: number;
	readonly end: number;
	readonly label: Label;
	/** `article/…`, the rule that should drop it; null for what is not dropped. */
	readonly rule: string | null;
}

/** What the article of a case must say; null for what the case says nothing about. */
export interface Expected {
	/** `made` when the text gives no headline of its own; a text when it stands beside the text only. */
	readonly headline: string | null;
	/** In the order given; empty when none is named. */
	readonly authors: readonly string[];
	/** A day, `2031-05-14`; null when the text gives no date of publication. */
	readonly published: string | null;
	readonly outlet: string | null;
	/** Codes of the problems that must be reported. */
	readonly problems: readonly string[];
	readonly posts: number | null;
	readonly repeats: number | null;
	/** Blocks of the body, the headline's apart. */
	readonly blocks: number | null;
}

export interface PlainTextCase {
	readonly id: string;
	/** BCP 47 primary tag. */
	readonly language: string;
	readonly markdown: boolean;
	readonly text: string;
	readonly gold: readonly GoldSpan[];
	readonly expected: Expected;
}

const LABELS: Readonly<{ [letter: string]: Label }> = {
	h: "headline",
	d: "deck",
	k: "body",
	b: "byline",
	l: "dateline",
	p: "date",
	s: "source",
	x: "dropped",
};

const KEYS: ReadonlySet<string> = new Set(
	"headline authors published outlet problems posts repeats blocks type crlf".split(" "),
);

/**
 * The cases of one file, in its order.
 *
 * @throws Error with the line's number when a line has no label or a label, key or escape is unknown
 */
export function readCases(file: string): PlainTextCase[] {
	const cases: PlainTextCase[] = [];
	let open: OpenCase | null = null;
	for (const [i, line] of file.split("\n").entries()) {
		const fail = (what: string): never => {
			throw new Error(`line ${i + 1}: ${what}: ${line}`);
		};
		if (line.startsWith("#")) continue;
		const head = /^=== (\S+) ([a-z]{2})$/.exec(line);
		if (head) {
			if (open) cases.push(closeCase(open));
			open = { id: head[1] ?? "", language: head[2] ?? "", keys: new Map(), lines: [] };
			continue;
		}
		if (!open) {
			if (line.trim() !== "") fail("a line before the first case");
			continue;
		}
		if (line.startsWith("@ ")) {
			const [, key = "", value = ""] = /^@ ([a-z]+): (.+)$/.exec(line) ?? [];
			if (!KEYS.has(key)) fail("an unknown key");
			open.keys.set(key, value);
			continue;
		}
		if (line === "" || line === "|") {
			open.lines.push({ written: "", label: null, rule: null, goesOn: false });
			continue;
		}
		const [, letter = "", rule, plus, written = ""] = /^([a-z])(?: ([a-z-]+))?(\+)?\|(.*)$/.exec(line) ?? [];
		const label = LABELS[letter] ?? fail("no label");
		if ((rule !== undefined) !== (label === "dropped")) fail("a rule stands with x and only there");
		open.lines.push({
			written: unescapeText(written) ?? fail("an unknown escape"),
			label,
			rule: rule === undefined ? null : `article/${rule}`,
			goesOn: plus !== undefined,
		});
	}
	if (open) cases.push(closeCase(open));
	return cases;
}

interface OpenCase {
	readonly id: string;
	readonly language: string;
	readonly keys: Map<string, string>;
	readonly lines: {
		readonly written: string;
		readonly label: Label | null;
		readonly rule: string | null;
		readonly goesOn: boolean;
	}[];
}

function closeCase({ id, language, keys, lines }: OpenCase): PlainTextCase {
	while (lines[lines.length - 1]?.label === null) lines.pop();
	const first = lines.findIndex(({ label }) => label !== null);
	const lineEnd = keys.get("crlf") === "yes" ? "\r\n" : "\n";
	const gold: GoldSpan[] = [];
	let text = "";
	for (const [i, { written, label, rule, goesOn }] of lines.entries()) {
		if (i < first) continue;
		if (label !== null) gold.push({ start: text.length, end: text.length + written.length, label, rule });
		text += goesOn || i === lines.length - 1 ? written : written + lineEnd;
	}
	const list = (key: string): string[] => keys.get(key)?.split("; ") ?? [];
	const count = (key: string): number | null => (keys.has(key) ? Number(keys.get(key)) : null);
	return {
		id,
		language,
		markdown: keys.get("type") === "markdown",
		text,
		gold,
		expected: {
			headline: keys.get("headline") ?? null,
			authors: list("authors"),
			published: keys.get("published") ?? null,
			outlet: keys.get("outlet") ?? null,
			problems: list("problems"),
			posts: count("posts"),
			repeats: count("repeats"),
			blocks: count("blocks"),
		},
	};
}

const ESCAPES: Readonly<{ [letter: string]: string }> = { s: " ", t: "\t", "-": "\u00ad", f: "\f", "\\": "\\" };

/** The text that a line writes, or null when it has an escape that is not known. */
function unescapeText(written: string): string | null {
	let known = true;
	const text = written.replace(/\\(?:u\{([0-9a-f]{1,6})\}|([\s\S]|$))/g, (_, code?: string, letter?: string) => {
		if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
		const character = ESCAPES[letter ?? ""];
		if (character === undefined) known = false;
		return character ?? "";
	});
	return known ? text : null;
}
