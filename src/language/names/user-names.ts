import type { EntityType } from "../../model/annotation.ts";
import { UserError } from "../../model/problem.ts";
import { nameKey } from "./gazetteer.ts";

/**
 * Names that the user gives: what a thing is called, what kind it is, its other names and what it hangs
 * with (docs/names.md). They come before the shipped lists and join like them, with a reason of their own.
 */
export interface UserName {
	readonly name: string;
	readonly type: EntityType;
	/** Other names, in the order given. */
	readonly aliases: readonly string[];
	/** Names of other entries, in the order given. */
	readonly related: readonly string[];
}

export interface UserNames {
	/** In the order of the files and their lines. */
	readonly entries: readonly UserName[];
	/** Entry by the key of its name and of each alias. */
	readonly byKey: ReadonlyMap<string, UserName>;
}

export const NO_NAMES: UserNames = { entries: [], byKey: new Map() };

const TYPES: readonly EntityType[] = [
	"person",
	"organisation",
	"agency",
	"outlet",
	"state",
	"place",
	"document",
	"event",
];
const FIELDS = new Set(["name", "type", "aliases", "related"]);

/** Longer names, in UTF-16 units, are no names. */
const LONGEST_NAME = 200;

/**
 * Reads names files: one JSON object a line, `{"name", "type", "aliases", "related"}`, of which the last two
 * may be left out; empty lines and lines that start with `#` are skipped.
 *
 * @param files each file's place as the user gave it, and its text
 * @throws UserError `names/line`, naming file and line, when a line is no such object, a type is unknown, one
 * name is given to two things, or `related` names what no line gives
 */
export function parseUserNames(files: readonly { readonly place: string; readonly text: string }[]): UserNames {
	const entries: UserName[] = [];
	const byKey = new Map<string, UserName>();
	const lineOf = new Map<UserName, string>();
	for (const { place, text } of files) {
		for (const [index, line] of text
			.replace(/^\ufeff/, "")
			.split(/\r\n|\n|\r/)
			.entries()) {
			if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
			const where = `${place}, line ${index + 1}`;
			const entry = readEntry(line, where);
			entries.push(entry);
			lineOf.set(entry, where);
			for (const name of [entry.name, ...entry.aliases]) {
				const key = nameKey(name);
				const other = byKey.get(key);
				if (other && other !== entry)
					throw wrong(where, `“${name}” is already a name of “${other.name}” (${lineOf.get(other) ?? ""})`);
				byKey.set(key, entry);
			}
		}
	}
	for (const entry of entries) {
		for (const name of entry.related) {
			if (!byKey.has(nameKey(name)))
				throw wrong(lineOf.get(entry) ?? "", `“related” has “${name}”, which no line gives as a name`);
		}
	}
	return { entries, byKey };
}

function readEntry(line: string, where: string): UserName {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (cause) {
		throw wrong(where, `not JSON (${cause instanceof Error ? cause.message : "unreadable"})`);
	}
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw wrong(where, 'a line is one object: {"name": "…", "type": "person"}');
	const fields = value as { readonly [field: string]: unknown };
	for (const field of Object.keys(fields)) {
		if (!FIELDS.has(field)) throw wrong(where, `unknown field “${field}”; there are name, type, aliases and related`);
	}
	const type = TYPES.find((one) => one === fields["type"]);
	if (type === undefined) throw wrong(where, `“type” is one of ${TYPES.join(", ")}`);
	return {
		name: readName(fields["name"], "name", where),
		type,
		aliases: readList(fields["aliases"], "aliases", where),
		related: readList(fields["related"], "related", where),
	};
}

function readList(value: unknown, field: string, where: string): string[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) throw wrong(where, `“${field}” is a list of names`);
	return [...new Set(value.map((one) => readName(one, field, where)))];
}

function readName(value: unknown, field: string, where: string): string {
	const name = typeof value === "string" ? value.trim() : "";
	if (!/[\p{L}\p{Nd}]/u.test(name) || name.length > LONGEST_NAME)
		throw wrong(where, `“${field}” holds names of 1 to ${LONGEST_NAME} letters`);
	return name;
}

function wrong(where: string, what: string): UserError {
	return new UserError("names/line", `${where}: ${what}`);
}

/** The entry that a name as written stands for; null when no line gives it. Short capitals match as written alone. */
export function entryOf(names: UserNames, exact: string): UserName | null {
	const entry = names.byKey.get(nameKey(exact)) ?? null;
	if (entry === null || exact.length > 3) return entry;
	return entry.name === exact || entry.aliases.includes(exact) ? entry : null;
}
