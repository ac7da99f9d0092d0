import { describe, expect, it } from "vitest";
import type { Entity } from "../../model/record.ts";
import { findAliases } from "./aliases.ts";

function entity(name: string, type: Entity["type"], mentions: number): Entity {
	const mention = { article: "a", start: 0, end: 1, exact: name, form: "full" as const };
	return { id: name, name, type, names: [name], reasons: [], related: [], mentions: Array(mentions).fill(mention) };
}

function aliases(entities: readonly Entity[], called: Readonly<Record<string, string>> = {}): [string, string][] {
	const titles = Object.entries(called).map(([id, role]) => ({ entity: id, roles: new Set([role]) }));
	return [
		...findAliases(
			entities.map(({ id }) => id),
			new Map(entities.map((one) => [one.id, one])),
			titles,
		),
	];
}

describe("findAliases", () => {
	it("takes two spellings of one spokesman's name for the one that is written most", () => {
		const two = [entity("Jelmar Brant", "person", 1), entity("Yelmar Brant", "person", 3)];
		expect(aliases(two, { "Jelmar Brant": "spokesman", "Yelmar Brant": "spokesman" })).toEqual([
			["Jelmar Brant", "Yelmar Brant"],
		]);
		expect(aliases(two, { "Jelmar Brant": "spokesman", "Yelmar Brant": "minister" })).toEqual([]);
	});

	it("keeps two ministers of one family name apart", () => {
		const two = [entity("Orla Vane", "person", 1), entity("Tomas Vane", "person", 3)];
		expect(aliases(two, { "Orla Vane": "minister", "Tomas Vane": "minister" })).toEqual([]);
	});

	it("takes a name with a word before it for the name, however often it is written", () => {
		const two = [entity("Gran Orla Vane", "person", 5), entity("Orla Vane", "person", 1)];
		expect(aliases(two)).toEqual([["Gran Orla Vane", "Orla Vane"]]);
	});

	it("takes a name for one with a word before it that nobody knows for a person's", () => {
		const two = [entity("Heroine Orla Vane", "unknown", 5), entity("Orla Vane", "person", 1)];
		expect(aliases(two)).toEqual([["Heroine Orla Vane", "Orla Vane"]]);
		const unit = { ...entity("Eastern Army Orla Vane", "person", 5), names: ["Eastern Army Orla Vane", "VANE"] };
		expect(aliases([unit, entity("Orla Vane", "person", 1)])).toEqual([["Eastern Army Orla Vane", "Orla Vane"]]);
	});

	it("takes a family name alone for the one person of the set who bears it", () => {
		const one = [entity("Vane", "person", 5), entity("Orla Vane", "person", 1)];
		expect(aliases(one)).toEqual([["Vane", "Orla Vane"]]);
		expect(aliases([...one, entity("Tomas Vane", "person", 1)])).toEqual([]);
	});

	it("takes a company's short name for the company, and a state for no ministry", () => {
		const one = [entity("Tolva", "unknown", 1), entity("Tolva Lines", "organisation", 3)];
		expect(aliases(one)).toEqual([["Tolva", "Tolva Lines"]]);
		expect(aliases([entity("Tolva", "state", 1), entity("Tolva Lines", "organisation", 3)])).toEqual([]);
		expect(aliases([entity("Kelm", "unknown", 1), entity("Kelm Ministry", "organisation", 3)])).toEqual([]);
	});
});
