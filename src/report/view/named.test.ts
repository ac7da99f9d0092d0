import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { Entity, Fact, FactRelation } from "../../model/record.ts";
import { isBare } from "./bare-facts.ts";
import { listNamed } from "./named.ts";
import { indexRecord, siglumOf } from "./record-index.ts";

const [a, b] = fixtureRecord.articles.map(({ id }) => id);

function state(article: string | undefined, value: string, start: number): Fact["states"][number] {
	const spans = [{ start, end: start + value.length }];
	return { article: article ?? "", spans, value, mode: "asserted", polarity: "said", by: null, quotation: null };
}

function fact(type: Fact["type"], statement: string, relation: FactRelation, values: readonly [string, string]): Fact {
	const states = [state(a, values[0], values[0] === "Orrowan" ? 7 : 0), state(b, values[1], 50)];
	return { id: statement, story: "s", statement, type, relation, reason: "", states, pairs: [], silent: [] };
}

const ORROW: Entity = {
	id: "orrow",
	name: "Orrow",
	type: "state",
	names: ["Orrow", "O.R.", "OR", "Orrowan"],
	reasons: [],
	related: [],
	mentions: [{ article: a ?? "", start: 7, end: 14, exact: "Orrowan", form: "demonym" }],
};
const index = indexRecord({ ...fixtureRecord, entities: [ORROW] });

function tell(names: readonly Fact[], roles: readonly Fact[] = []): string[] {
	return listNamed(index, names, roles).map(({ forms, role }) =>
		[
			...forms.map(({ text, articles }) => `${text} ${articles.map((id) => siglumOf(index, id)).join("")}`),
			...(role === null ? [] : [role]),
		].join(" – "),
	);
}

describe("listNamed", () => {
	it("gives forms that differ, and those first", () => {
		const plain = fact("name", "Oda Vane is named", "agree", ["Oda Vane", "Vane"]);
		const varied = fact("name", "Port Authority is named", "compatible", ["PA", "Port Authority"]);
		expect(tell([plain, varied])).toEqual(["PA A – Port Authority B", "Oda Vane AB"]);
	});

	it("calls neither a people's name nor dots a variant", () => {
		expect(tell([fact("name", "Orrow is named", "compatible", ["Orrowan", "Orrow"])])).toEqual(["Orrow AB"]);
		expect(tell([fact("name", "Stane is named", "compatible", ["S.T.", "ST"])])).toEqual(["Stane AB"]);
	});

	it("gives who somebody is beside the name", () => {
		const named = fact("name", "Oda Vane is named", "agree", ["Oda Vane", "Vane"]);
		const role = fact("clause", "who Oda Vane is", "agree", ["minister", "the harbour minister"]);
		expect(tell([named], [role])).toEqual(["Oda Vane AB – harbour minister"]);
	});
});

describe("isBare", () => {
	it("holds who somebody is and in which state it was for nothing that has to be told, but where reports differ", () => {
		expect(isBare(index, fact("clause", "who Oda Vane is", "agree", ["minister", "minister"]))).toBe(true);
		expect(isBare(index, fact("clause", "who Oda Vane is", "conflict", ["minister", "admiral"]))).toBe(false);
		expect(isBare(index, fact("place", "the place", "agree", ["in Orrow", "across the O.R."]))).toBe(true);
		expect(isBare(index, fact("place", "the place", "agree", ["in Port Halden", "in Port Halden"]))).toBe(false);
	});
});
