import type { Polarity, QuotationKind } from "../../../src/model/annotation.ts";
import { textWords, type Word } from "./text-words.ts";

/**
 * Reads hand-written cases of quotations: a few sentences of invented news, and what must and must not come out.
 *
 *     === told-agency fr headline         its id, its language (English when left out), `headline` when its first line is one
 *     “The lake is empty,” Ander Vane     one paragraph a line
 *     > The lake is empty | direct | by: Ander Vane | via: Reuters
 *     ? the lake                          words that may be reported or not: nothing is said about them
 *     ! the farmers                       words that nobody is given
 *
 * A row gives the content's words, its parts joined by " … ", without marks, without a leading "that" and without
 * what stands in square brackets. Then the kind, and by name: `by` the words of the source, `who` the speaker's
 * name (`-` for nobody), `via` the carriers, nearest to the report first, joined by " < ", `to` the hearer, `at` the
 * place and `on` the day it was said, `is` the polarity, and the word `hedged`. What is left out is not asked for,
 * except that nobody carries, that it was said, and that nothing hedges. A case without rows has no quotations.
 * Every report is published on 2031-05-14. `\u00a0` is that character. A line that starts with `#` before the first
 * case is a remark.
 */
export interface QuotationCase {
	readonly id: string;
	/** The file's name without its ending. */
	readonly theme: string;
	/** BCP 47 primary tag. */
	readonly language: string;
	/** Whether the first line is the headline. */
	readonly headline: boolean;
	readonly text: string;
	readonly quotations: readonly GoldQuotation[];
	/** Stretches that nothing is said about, as starts of words. */
	readonly open: readonly (readonly number[])[];
	/** Stretches that nobody is given, as starts of words. */
	readonly nobody: readonly (readonly number[])[];
}

/** What a row asks for; null where it asks nothing. */
export interface GoldQuotation {
	/** Where each word of the content starts. */
	readonly words: readonly number[];
	readonly kind: QuotationKind | null;
	readonly by: string | null;
	/** "" for nobody. */
	readonly who: string | null;
	readonly via: readonly string[];
	readonly to: string | null;
	/** "" for nowhere, and so for `on`. */
	readonly at: string | null;
	readonly on: string | null;
	readonly is: Polarity;
	readonly hedged: boolean;
}

const FIELDS = new Set("by who via to at on is".split(" "));
const KINDS: readonly string[] = ["direct", "mixed", "indirect"] satisfies QuotationKind[];
const POLARITIES: readonly string[] = ["said", "denied", "not-said", "declined"] satisfies Polarity[];

interface Draft {
	readonly id: string;
	readonly options: readonly string[];
	readonly lines: string[];
	readonly rows: { readonly mark: string; readonly row: string; readonly at: number }[];
}

/** @throws Error `THEME line N: …` when a file breaks the format or asks for words that its text does not have */
export function readQuotationCases(theme: string, file: string): QuotationCase[] {
	const drafts: Draft[] = [];
	for (const [index, line] of file.split("\n").entries()) {
		const last = drafts.at(-1);
		const [, mark, row] = /^([>?!]) (.+)$/.exec(line) ?? [];
		if (line.startsWith("=== ")) {
			const [id = "", ...options] = line.slice(4).trim().split(" ");
			drafts.push({ id, options, lines: [], rows: [] });
		} else if (line.trim() === "" || (!last && line.startsWith("#"))) continue;
		else if (!last) throw new Error(`${theme} line ${index + 1}: text before the first case`);
		else if (mark && row) last.rows.push({ mark, row: withCharacters(row), at: index + 1 });
		else if (last.rows.length > 0) throw new Error(`${theme} line ${index + 1}: text after a row`);
		else last.lines.push(withCharacters(line));
	}
	return drafts.map((draft) => closeDraft(theme, draft));
}

function withCharacters(line: string): string {
	return line.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function closeDraft(theme: string, { id, options, lines, rows }: Draft): QuotationCase {
	const text = lines.join("\n");
	const words = textWords(text);
	const quotations: GoldQuotation[] = [];
	const open: (readonly number[])[] = [];
	const nobody: (readonly number[])[] = [];
	let from = 0;
	for (const { mark, row, at } of rows) {
		const fail = (what: string): never => {
			throw new Error(`${theme} line ${at}: ${what}: ${row}`);
		};
		const [content = "", ...fields] = row.split(" | ");
		const found = locate(words, content, mark === ">" ? from : 0) ?? locate(words, content, 0);
		if (!found) return fail("words that the text does not have");
		if (mark === "?") open.push(found);
		else if (mark === "!") nobody.push(found);
		else {
			from = found[0] ?? 0;
			quotations.push(readFields(found, fields, fail));
		}
	}
	return {
		id,
		theme,
		language: options.find((option) => option !== "headline") ?? "en",
		headline: options.includes("headline"),
		text,
		quotations,
		open,
		nobody,
	};
}

function readFields(words: readonly number[], fields: readonly string[], fail: (what: string) => never): GoldQuotation {
	const named = new Map<string, string>();
	for (const field of fields) {
		const [, name = "", value = ""] = /^(\w+): (.+)$/.exec(field) ?? [];
		if (FIELDS.has(name)) named.set(name, value === "-" ? "" : value);
		else if (field === "hedged") named.set("hedged", "yes");
		else if (KINDS.includes(field)) named.set("kind", field);
		else fail(`no field “${field}”`);
	}
	const is = named.get("is") ?? "said";
	if (!POLARITIES.includes(is)) fail(`no polarity “${is}”`);
	const via = named.get("via") ?? "";
	return {
		words,
		kind: (named.get("kind") as QuotationKind | undefined) ?? null,
		by: named.get("by") ?? null,
		who: named.get("who") ?? null,
		via: via === "" ? [] : via.split(" < "),
		to: named.get("to") ?? null,
		at: named.get("at") ?? null,
		on: named.get("on") ?? null,
		is: is as Polarity,
		hedged: named.has("hedged"),
	};
}

/** Where the words of a content's parts start, each part at its first place after the one before; null when nowhere. */
function locate(words: readonly Word[], content: string, from: number): readonly number[] | null {
	const starts: number[] = [];
	let next = words.findIndex(({ start }) => start >= from);
	for (const part of content.split(" … ")) {
		const asked = textWords(part);
		const at = words.findIndex(
			(_, i) => i >= next && next >= 0 && asked.every(({ word }, j) => words[i + j]?.word === word),
		);
		if (at < 0 || asked.length === 0) return null;
		starts.push(...words.slice(at, at + asked.length).map(({ start }) => start));
		next = at + asked.length;
	}
	return starts;
}
