import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { disturbRecord } from "../../../test/fixtures/disturbed-record.ts";
import { hostileReports } from "../../../test/fixtures/hostile-reports.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { RECORD_KEYS } from "../key-order.ts";
import { formatRecordSchema, RECORD } from "./record.ts";

interface Schema {
	readonly $ref?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly $defs?: Readonly<Record<string, Schema>>;
}

type Keys = { readonly [key: string]: Keys | null };

const whole: Schema = JSON.parse(formatRecordSchema());

/** The object that a schema is of, behind references, lists and null. */
function objectOf(schema: Schema): Schema | null {
	if (schema.$ref !== undefined) return objectOf(whole.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {});
	if (schema.items) return objectOf(schema.items);
	for (const one of schema.anyOf ?? []) {
		const found = objectOf(one);
		if (found) return found;
	}
	return schema.properties ? schema : null;
}

function expectKeys(schema: Schema, keys: Keys, path: string): void {
	const found = objectOf(schema);
	expect(Object.keys(found?.properties ?? {}).sort(), path).toEqual(Object.keys(keys).sort());
	expect([...(found?.required ?? [])].sort(), path).toEqual(Object.keys(keys).sort());
	for (const [key, inner] of Object.entries(keys)) {
		if (inner !== null) expectKeys(found?.properties?.[key] ?? {}, inner, `${path}.${key}`);
	}
}

describe("the record's JSON Schema", () => {
	it("has the fields that are written, all of them required, and no other", () => {
		expectKeys(whole, RECORD_KEYS, "record");
	});

	it("is one that another reader takes, and by which records pass", () => {
		const validate = new Ajv.Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
			JSON.parse(formatRecordSchema()),
		);
		for (const record of [fixtureRecord, disturbRecord(fixtureRecord, "\u{1F6A2}"), collateTexts(hostileReports)]) {
			expect(validate(JSON.parse(JSON.stringify(record))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
			expect(RECORD.safeParse(record).error?.issues ?? []).toEqual([]);
		}
	});

	it("lets fields through that came later, and nothing that a field cannot hold", () => {
		const validate = new Ajv.Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(formatRecordSchema()));
		expect(validate({ ...fixtureRecord, later: [] })).toBe(true);
		expect(validate({ ...fixtureRecord, facts: [{ ...fixtureRecord.facts[0], relation: "likely" }] })).toBe(false);
		expect(validate({ ...fixtureRecord, articles: null })).toBe(false);
	});

	it("names its objects as docs/record.md does", () => {
		expect(Object.keys(whole.$defs ?? {})).toEqual(
			expect.arrayContaining(["CollationRecord", "StatedDate", "LineageEdge"]),
		);
	});
});
