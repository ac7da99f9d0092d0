import type { EntityType } from "../../../src/model/annotation.ts";
import type { Span } from "../../../src/model/span.ts";

/**
 * Reads hand-written cases for names: small reports with their names marked in the text.
 *
 *     === surname-of-two en               a case: its id, its language (English when left out), `wrapped`
 *     stories: 0 1                        the story of each report, one story when left out
 *     {j:James Pell} met {a:Anna Pell}.   each name in braces, with the letter of its entity
 *     ---                                 the next report of the set
 *     Mr. {x:Pell} left.
 *     @ j person                          an entity and its type; `place/unknown` when either is honest
 *     @ a person Anna Pell                with the name that it must be given
 *     @ x? person/unknown                 an entity that may be found or missed, but not joined to another
 *     @ j ~ a                             two entities that must be shown as related
 *
 * A title before a surname may be inside or outside the braces. `{a?:the envoy}` is a mention that may be
 * missed, `{?:…}` a stretch that nothing is said about, `{!:The council}` one that names nothing; braces
 * nest. `\u00a0` is that character. A report is one paragraph a line, or, in a `wrapped` case, one a block of
 * lines. A line that starts with `#` before the first case is a remark.
 */
export interface NameCase {
	readonly id: string;
	/** The file's name without its ending. */
	readonly theme: string;
	/** BCP 47 primary tag. */
	readonly language: string;
	readonly wrapped: boolean;
	readonly reports: readonly GoldReport[];
	readonly entities: ReadonlyMap<string, GoldEntity>;
	readonly related: readonly (readonly [string, string])[];
}

export interface GoldReport {
	readonly text: string;
	/** The number of its story. */
	readonly story: number;
	readonly mentions: readonly GoldMention[];
	/** Stretches that nothing is said about. */
	readonly open: readonly Span[];
	/** Stretches that are no mention. */
	readonly nothing: readonly Span[];
}

export interface GoldMention extends Span {
	readonly entity: string;
	readonly optional: boolean;
}

export interface GoldEntity {
	readonly types: readonly EntityType[];
	readonly name: string | null;
	readonly optional: boolean;
}

const TYPES = new Set("person organisation agency outlet state place document event unknown".split(" "));

/** @throws Error `THEME line N: …` when a file breaks the format */
export function readNameCases(theme: string, file: string): NameCase[] {
	const cases: NameCase[] = [];
	let draft: Draft | null = null;
	const finish = (): void => {
		if (draft) cases.push(closeDraft(theme, draft));
	};
	for (const [index, line] of file.split("\n").entries()) {
		const fail = (what: string): never => {
			throw new Error(`${theme} line ${index + 1}: ${what}`);
		};
		if (line.startsWith("=== ")) {
			finish();
			const [id = "", ...words] = line.slice(4).trim().split(" ");
			if (id === "") fail("a case without an id");
			draft = { id, words, stories: [], lines: [[]], entities: new Map(), related: [], fail };
		} else if (draft === null) {
			if (line.trim() !== "" && !line.startsWith("#")) fail("text before the first case");
		} else if (line.startsWith("@ ")) readDeclaration(draft, line.slice(2).trim(), fail);
		else if (line.startsWith("stories: ")) draft.stories = line.slice(9).trim().split(" ").map(Number);
		else if (line === "---") draft.lines.push([]);
		else draft.lines.at(-1)?.push(line);
	}
	finish();
	return cases;
}

interface Draft {
	readonly id: string;
	readonly words: readonly string[];
	stories: readonly number[];
	readonly lines: string[][];
	readonly entities: Map<string, GoldEntity>;
	readonly related: (readonly [string, string])[];
	readonly fail: (what: string) => never;
}

function readDeclaration(draft: Draft, text: string, fail: (what: string) => never): void {
	const pair = /^(\S+) ~ (\S+)$/.exec(text);
	if (pair) {
		draft.related.push([pair[1] ?? "", pair[2] ?? ""]);
		return;
	}
	const [, letter = "", mark = "", types = "", name = ""] = /^(\w+)(\??) (\S+) ?(.*)$/.exec(text) ?? [];
	if (letter === "") fail(`no declaration: ${text}`);
	const list = types.split("/");
	for (const type of list) if (!TYPES.has(type)) fail(`no type: ${type}`);
	draft.entities.set(letter, {
		types: list as EntityType[],
		name: name === "" ? null : name,
		optional: mark === "?",
	});
}

function closeDraft(theme: string, draft: Draft): NameCase {
	const { id, words, entities, related, fail } = draft;
	const reports = draft.lines.map((lines, index) => {
		const marked = lines
			.join("\n")
			.trim()
			.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
		return readReport(marked, draft.stories[index] ?? 0, entities, fail);
	});
	for (const letter of [...entities.keys(), ...related.flat()]) {
		const used = entities.has(letter) && reports.some(({ mentions }) => mentions.some((one) => one.entity === letter));
		if (!used) fail(`${id}: ${letter} is not marked in the text, or not declared`);
	}
	const language = words.find((word) => word !== "wrapped") ?? "en";
	return { id, theme, language, wrapped: words.includes("wrapped"), reports, entities, related };
}

function readReport(
	marked: string,
	story: number,
	entities: ReadonlyMap<string, GoldEntity>,
	fail: (what: string) => never,
): GoldReport {
	const report = { mentions: [] as GoldMention[], open: [] as Span[], nothing: [] as Span[] };
	const stack: { readonly label: string; readonly start: number }[] = [];
	let text = "";
	for (let at = 0; at < marked.length; at++) {
		const label = marked[at] === "{" ? /^\{([\w?!]+):/.exec(marked.slice(at, at + 12)) : null;
		if (label) {
			stack.push({ label: label[1] ?? "", start: text.length });
			at += label[0].length - 1;
		} else if (marked[at] === "}") {
			const top = stack.pop();
			if (!top) return fail("a brace closes that none opened");
			const span = { start: top.start, end: text.length };
			const letter = top.label.replace(/\?$/, "");
			if (letter === "") report.open.push(span);
			else if (letter === "!") report.nothing.push(span);
			else {
				const entity = entities.get(letter);
				if (!entity) return fail(`${letter} is not declared`);
				report.mentions.push({ ...span, entity: letter, optional: entity.optional || letter !== top.label });
			}
		} else text += marked[at];
	}
	if (stack.length > 0) fail("a brace opens that none closes");
	return { text, story, ...report };
}
