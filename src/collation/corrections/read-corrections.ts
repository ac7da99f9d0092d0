import { CORRECTION_KINDS, type CorrectedWords, type Correction, type CorrectionKind } from "../../model/correction.ts";
import { UserError } from "../../model/problem.ts";
import type { FactRelation } from "../../model/record.ts";

/** What a conflict may be instead. */
const RELATIONS: readonly FactRelation[] = ["agree", "compatible", "updated", "unclear"];

/** Fields of each kind beside `kind`, `who`, `when` and `why`. */
export const FIELDS: Readonly<Record<CorrectionKind, readonly (keyof Correction)[]>> = {
	"same-utterance": ["words"],
	"not-same-utterance": ["words"],
	speaker: ["words", "speaker"],
	"reject-conflict": ["words", "fact", "relation"],
	"split-story": ["articles", "from"],
	"join-stories": ["articles"],
	"move-reports": ["articles", "from", "into"],
	"rename-story": ["articles", "name"],
	"rename-entity": ["words", "name"],
};

/** Longer texts than this, in UTF-16 units, are no name and no reason. */
const LONGEST = 2000;
const LONGEST_WORDS = 100_000;

type Fields = { readonly [field: string]: unknown };

/**
 * Reads files of corrections: one JSON object a line, or one list of such objects. Empty lines and lines that start with
 * `#` are skipped.
 *
 * @param files each file's place as the user gave it, and its text
 * @throws UserError `corrections/line`, naming file and line or entry, for anything that is no correction
 */
export function readCorrections(files: readonly { readonly place: string; readonly text: string }[]): Correction[] {
	return files.flatMap(({ place, text }) => {
		const plain = text.replace(/^\ufeff/, "");
		if (plain.trimStart().startsWith("[")) {
			const list = parse(plain, place);
			if (!Array.isArray(list)) throw wrong(place, "a list of corrections, or one a line");
			return list.map((value, index) => readOne(value, `${place}, entry ${index + 1}`));
		}
		return plain.split(/\r\n|\n|\r/).flatMap((line, index) => {
			if (line.trim() === "" || line.trimStart().startsWith("#")) return [];
			const where = `${place}, line ${index + 1}`;
			return [readOne(parse(line, where), where)];
		});
	});
}

function parse(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw wrong(where, `not JSON (${cause instanceof Error ? cause.message : "unreadable"})`);
	}
}

function readOne(value: unknown, where: string): Correction {
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw wrong(where, 'a correction is one object: {"kind": "speaker", …}');
	const fields = value as Fields;
	const kind = CORRECTION_KINDS.find((one) => one === fields["kind"]);
	if (kind === undefined) throw wrong(where, `“kind” is one of ${CORRECTION_KINDS.join(", ")}`);
	const known = ["kind", "who", "when", "why", ...FIELDS[kind]];
	for (const field of Object.keys(fields))
		if (!known.some((one) => one === field))
			throw wrong(where, `unknown field “${field}”; a ${kind} has ${known.join(", ")}`);
	const when = readText(fields["when"], "when", where);
	if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d)?)?$/.test(when))
		throw wrong(where, `“when” is a day such as 2031-05-14, and got ${when}`);
	const words = fields["words"] === undefined ? [] : readWords(fields["words"], where);
	const fact = fields["fact"] === undefined ? null : readText(fields["fact"], "fact", where);
	const isOfOne = kind === "speaker" || kind === "rename-entity";
	const least = isOfOne ? 1 : kind === "reject-conflict" ? (fact === null ? 1 : 0) : 2;
	const most = isOfOne ? 1 : Number.POSITIVE_INFINITY;
	if (FIELDS[kind].includes("words") && (words.length < least || words.length > most))
		throw wrong(
			where,
			`“words” of a ${kind} is a list of ${most === 1 ? "one stretch" : `${least} stretches or more`} of text`,
		);
	return {
		kind,
		who: readText(fields["who"], "who", where),
		when,
		why: readText(fields["why"], "why", where),
		words,
		speaker: kind === "speaker" ? readSpeaker(fields["speaker"], where) : null,
		fact,
		relation: kind === "reject-conflict" ? readRelation(fields["relation"], where) : null,
		articles: FIELDS[kind].includes("articles") ? readArticles(fields["articles"], kind, where) : [],
		from: fields["from"] === undefined ? null : readText(fields["from"], "from", where),
		into: FIELDS[kind].includes("into") ? readText(fields["into"], "into", where) : null,
		name: FIELDS[kind].includes("name") ? readText(fields["name"], "name", where) : null,
	};
}

function readSpeaker(value: unknown, where: string): string | null {
	if (value === null) return null;
	if (value === undefined) throw wrong(where, "“speaker” is a name, or null where nobody is to be named");
	return readText(value, "speaker", where);
}

function readRelation(value: unknown, where: string): FactRelation {
	if (value === undefined) return "unclear";
	const relation = RELATIONS.find((one) => one === value);
	if (relation === undefined) throw wrong(where, `“relation” is one of ${RELATIONS.join(", ")}`);
	return relation;
}

function readArticles(value: unknown, kind: CorrectionKind, where: string): string[] {
	const least = kind === "join-stories" ? 2 : 1;
	if (!Array.isArray(value) || value.length < least)
		throw wrong(where, `“articles” of a ${kind} is a list of ${least} or more: ids, addresses or places`);
	return [...new Set(value.map((one) => readText(one, "articles", where)))];
}

function readWords(value: unknown, where: string): CorrectedWords[] {
	if (!Array.isArray(value)) throw wrong(where, "“words” is a list");
	return value.map((one: unknown): CorrectedWords => {
		if (typeof one !== "object" || one === null || Array.isArray(one))
			throw wrong(where, '“words” holds {"article", "start", "end", "exact"}');
		const fields = one as Fields;
		for (const field of Object.keys(fields))
			if (!["article", "start", "end", "exact"].includes(field))
				throw wrong(where, `unknown field “${field}” in “words”`);
		const [start, end, exact] = [fields["start"], fields["end"], fields["exact"]];
		if (
			typeof start !== "number" ||
			typeof end !== "number" ||
			!Number.isInteger(start) ||
			!Number.isInteger(end) ||
			start < 0 ||
			end <= start
		)
			throw wrong(where, "“start” and “end” of words are offsets into the article's text, the end behind the start");
		if (typeof exact !== "string" || exact.trim() === "" || exact.length > LONGEST_WORDS)
			throw wrong(where, "“exact” is the words that stand there");
		return { article: readText(fields["article"], "article", where), start, end, exact };
	});
}

function readText(value: unknown, field: string, where: string): string {
	const text = typeof value === "string" ? value.trim() : "";
	if (text === "" || text.length > LONGEST) throw wrong(where, `“${field}” is a text of 1 to ${LONGEST} letters`);
	return text;
}

function wrong(where: string, what: string): UserError {
	return new UserError("corrections/line", `${where}: ${what}`);
}
