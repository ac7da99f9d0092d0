import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import { UserError } from "../../model/problem.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";
import { entryOf, parseUserNames, type UserNames } from "./user-names.ts";

const FILE = `# Who is who.
{"name": "Orla Vane", "type": "person", "aliases": ["Kestrel"], "related": ["Vaskold Metals"]}

{"name": "Vaskold Metals", "type": "organisation", "aliases": ["VM", "the smelter"]}\r
{"name": "Orvograd", "type": "place", "aliases": ["Tarnsk"]}
`;

const read = (text: string): UserNames => parseUserNames([{ place: "names.jsonl", text }]);

function entitiesOf(text: string, names: UserNames): readonly LocalEntity[] {
	const article = makeArticle(text);
	return findLanguage(article, findWords(article), names).entities;
}

function namesOf(text: string, file: string = FILE): string[] {
	return entitiesOf(text, read(file)).map(({ type, names }) => `${type}: ${names.join(" | ")}`);
}

describe("a names file", () => {
	it("gives each line's names, remarks and empty lines aside", () => {
		const { entries, byKey } = read(FILE);
		expect(entries).toEqual([
			{ name: "Orla Vane", type: "person", aliases: ["Kestrel"], related: ["Vaskold Metals"] },
			{ name: "Vaskold Metals", type: "organisation", aliases: ["VM", "the smelter"], related: [] },
			{ name: "Orvograd", type: "place", aliases: ["Tarnsk"], related: [] },
		]);
		expect(byKey.get("kestrel")?.name).toBe("Orla Vane");
	});

	it("matches short capitals only as written", () => {
		const names = read(FILE);
		expect(entryOf(names, "VM")?.name).toBe("Vaskold Metals");
		expect(entryOf(names, "vm")).toBeNull();
		expect(entryOf(names, "KESTREL")?.name).toBe("Orla Vane");
	});

	it.each([
		["{", "names.jsonl, line 1: not JSON"],
		['["Orla"]', "names.jsonl, line 1: a line is one object"],
		['{"name": "Orla Vane"}', "names.jsonl, line 1: “type” is one of person, organisation"],
		['\n{"name": "Orla Vane", "type": "human"}', "names.jsonl, line 2: “type” is one of"],
		['{"name": " ", "type": "person"}', "names.jsonl, line 1: “name” holds names of"],
		['{"name": "A", "type": "person", "aliases": "B"}', "names.jsonl, line 1: “aliases” is a list of names"],
		['{"name": "A", "type": "person", "aliases": [1]}', "names.jsonl, line 1: “aliases” holds names of"],
		['{"name": "A", "type": "person", "alias": []}', "names.jsonl, line 1: unknown field “alias”"],
		[
			'{"name": "Ann", "type": "person"}\n{"name": "Bo", "type": "person", "aliases": ["ann"]}',
			"names.jsonl, line 2: “ann” is already a name of “Ann” (names.jsonl, line 1)",
		],
		[
			'{"name": "Ann", "type": "person", "related": ["Bo"]}',
			"names.jsonl, line 1: “related” has “Bo”, which no line gives",
		],
	])("refuses %s", (text, message) => {
		expect(() => read(text)).toThrow(UserError);
		expect(() => read(text)).toThrow(message);
	});

	it("may name what another file gives", () => {
		const files = [
			{ place: "a", text: '{"name": "Ann", "type": "person", "related": ["Bo"]}' },
			{ place: "b", text: '{"name": "Bo", "type": "person"}' },
		];
		expect(parseUserNames(files).entries).toHaveLength(2);
	});
});

describe("names of the user's in an article", () => {
	it("are one thing, with that reason", () => {
		const [vane] = entitiesOf("Kestrel fled. Police say Orla Vane is abroad.", read(FILE));
		expect(vane).toMatchObject({
			name: "Orla Vane",
			type: "person",
			names: ["Orla Vane", "Kestrel"],
			reasons: ["your names file gives “Kestrel” as a name of “Orla Vane”"],
		});
	});

	it("bring along what the article joins to them", () => {
		expect(namesOf("Orla Vane spoke. Then Vane left. Later Kestrel fled.")).toEqual([
			"person: Orla Vane | Kestrel | Vane",
		]);
	});

	it("are found in small letters where the file writes them so, and nowhere else", () => {
		expect(namesOf("They shut the smelter. A kestrel sang.")).toEqual(["organisation: the smelter"]);
	});

	it("come before the lists", () => {
		const file = '{"name": "Paris Marsh", "type": "person", "aliases": ["Paris"]}';
		expect(namesOf("Paris said no.", file)).toEqual(["person: Paris"]);
		expect(namesOf("Paris said no.", "")).toEqual(["place: Paris"]);
	});

	it("change nothing where they do not stand", () => {
		const text = "Mayor Ana Drell left Chile.";
		expect(entitiesOf(text, read(FILE))).toEqual(entitiesOf(text, read("")));
	});
});
