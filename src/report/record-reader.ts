import type { z } from "zod";
import { UserError } from "../model/problem.ts";
import { type CollationRecord, RECORD_SCHEMA } from "../model/record.ts";
import { checkPlaces } from "./schema/places.ts";
import { RECORD } from "./schema/record.ts";

const ADVICE = "stemma collate REPORTS --json --output FILE writes one";

/**
 * A record from its JSON, as `stemma collate --json` writes it. Fields that the record's description does not name are
 * kept. Throws `UserError`: `record/not-json`, `record/schema` when it is something else or of another version,
 * `record/shape` when a field is missing or holds what it cannot, `record/place` when a place lies outside of its text.
 * `name` is what the input is called in the message.
 */
export function readRecord(json: string, name: string): CollationRecord {
	const value = parseJson(json, name);
	const schema = textIn(value, "schema");
	if (schema === null) throw new UserError("record/schema", `${name} is not a record; ${ADVICE}`);
	if (schema !== RECORD_SCHEMA) throw new UserError("record/schema", `${name} ${explainSchema(schema)}`);
	const { error } = RECORD.safeParse(value, { reportInput: true });
	if (error)
		throw new UserError("record/shape", `${name} is no whole record: ${explain(error)}${explainVersion(value)}`);
	// What the schema lets through beyond its own fields stays: a parsed copy would have lost it.
	const record = value as CollationRecord;
	const wrong = checkPlaces(record);
	if (wrong !== null) throw new UserError("record/place", `${name} is no whole record: ${wrong}`);
	return record;
}

function parseJson(json: string, name: string): unknown {
	try {
		return JSON.parse(json.startsWith("\ufeff") ? json.slice(1) : json);
	} catch (error) {
		const why = error instanceof Error ? error.message : "it cannot be parsed";
		throw new UserError("record/not-json", `${name} is not JSON: ${why}; ${ADVICE}`);
	}
}

function textIn(value: unknown, key: string): string | null {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
	const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
	return typeof found === "string" ? found : null;
}

function explainSchema(schema: string): string {
	if (/^stemma\.record\/\d{1,9}$/.test(schema)) return `is ${schema}, and this stemma reads ${RECORD_SCHEMA}`;
	return `holds ${schema.slice(0, 60)}, which is no record (${RECORD_SCHEMA}); ${ADVICE}`;
}

/** The first thing that is wrong, and how many more are. */
function explain(error: z.ZodError): string {
	const [first] = error.issues;
	if (!first) return "its shape is not a record's";
	const path = first.path.reduce<string>(
		(whole, step) =>
			typeof step === "number" ? `${whole}[${step}]` : `${whole}${whole === "" ? "" : "."}${String(step)}`,
		"",
	);
	const more = error.issues.length - 1;
	const missing = first.input === undefined;
	return `${path} ${missing ? "is missing" : `is wrong (${first.message})`}${more > 0 ? `, and ${more} more` : ""}`;
}

/** Fields may come without a new version of the record, so that an older one may lack some. */
function explainVersion(value: unknown): string {
	const generator: unknown = Object.getOwnPropertyDescriptor(value, "generator")?.value;
	const version = textIn(generator, "version");
	return version === null ? "" : ` (stemma ${version.slice(0, 40)} wrote it; collate the reports again)`;
}
