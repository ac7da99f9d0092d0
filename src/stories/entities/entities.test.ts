import { describe, expect, it } from "vitest";
import { annotateText, type Naming } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Entity } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { joinEntities } from "./entities.ts";
import { foldName } from "./fold-name.ts";

let serial = 0;
function name(...namings: readonly Naming[]): AnnotatedArticle {
	const text = namings.map(({ names }) => `${names.join(" and ")} spoke.`).join(" ");
	return annotateText(text, { sourceId: `report-${serial++}` }, namings);
}

/** All in one story unless `scopes` says otherwise. */
function join(
	articles: readonly AnnotatedArticle[],
	scopes: readonly number[] = articles.map(() => 0),
): readonly Entity[] {
	return joinEntities(articles, scopes).entities;
}

const namesOf = (entities: readonly Entity[]): string[] => entities.map((entity) => entity.name);

describe("joinEntities", () => {
	it("joins one full name across articles, whatever its accents and case", () => {
		const entities = join([
			name({ type: "person", names: ["Ada Väne", "Väne"] }),
			name({ type: "person", names: ["Ada Vane"] }),
		]);
		expect(entities).toHaveLength(1);
		expect(entities[0]?.mentions).toHaveLength(3);
		expect(entities[0]?.reasons).toEqual(['both are named "ada vane"', "given by the test"]);
	});

	it("joins a name that is a state in one report and a place in another", () => {
		const entities = join([name({ type: "state", names: ["Tarnia"] }), name({ type: "place", names: ["Tarnia"] })]);
		expect(entities.map(({ type }) => type)).toEqual(["state"]);
	});

	it("joins a full name whose type the reports of one story do not agree on", () => {
		const club = [
			name({ type: "person", names: ["Atlético Tollick"] }),
			name({ type: "unknown", names: ["Atletico Tollick"] }),
			name({ type: "organisation", names: ["the Atlético Tollick"] }),
		];
		expect(join(club).map(({ type }) => type)).toEqual(["organisation"]);
		expect(join(club, [0, 1, 2]).length).toBeGreaterThan(1);
	});

	it("keeps two people apart who share a surname", () => {
		expect(
			namesOf(join([name({ type: "person", names: ["Ada Vane"] }), name({ type: "person", names: ["Ivo Vane"] })])),
		).toEqual(["Ada Vane", "Ivo Vane"]);
	});

	it("joins no other spelling of a judge's name to a driver's", () => {
		const [one, other] = [
			name({ type: "person", names: ["Teval Iskarne"] }),
			name({ type: "person", names: ["Teval Eskarne"] }),
		];
		const as = (article: AnnotatedArticle, role: string): AnnotatedArticle => ({
			...article,
			entities: article.entities.map((entity) => ({ ...entity, roles: [role] })),
		});
		expect(join([as(one, "driver"), as(other, "judge")])).toHaveLength(2);
		expect(join([as(one, "president"), as(other, "leader")])).toHaveLength(1);
	});

	it("tells letters by the words in small letters that they stand for", () => {
		const party = name({ type: "organisation", names: ["Tarn Alliance", "TA"] });
		const article = annotateText("The tax adviser (TA) will look.", { sourceId: "adviser" }, [
			{ type: "organisation", names: ["TA"] },
		]);
		const bare = name({ type: "organisation", names: ["T.A."] });
		expect(join([party, bare])).toHaveLength(1);
		expect(join([party, bare], [0, 1])).toHaveLength(2);
		expect(join([party, article])).toHaveLength(2);
		expect(join([party, article, bare])).toHaveLength(3);
	});

	it("joins no bare name that one article gives to two people", () => {
		const two = name({ type: "person", names: ["Queen Ada"] }, { type: "person", names: ["Princess Ada"] });
		const bare = two.entities.map((entity) => ({ ...entity, name: "Ada", names: ["Ada"], mentions: [] }));
		expect(join([{ ...two, entities: bare }, name({ type: "person", names: ["Ada"] })])).toHaveLength(3);
	});

	it("keeps namesakes apart when one is he and the other she", () => {
		const entities = join([
			name({ type: "person", names: ["Robin Vane"], pronoun: "he" }),
			name({ type: "person", names: ["Robin Vane"], pronoun: "she" }),
		]);
		expect(entities).toHaveLength(2);
		expect(new Set(entities.map(({ id }) => id)).size).toBe(2);
	});

	it("joins a middle initial to the name without it, unless two initials compete", () => {
		const plain = name({ type: "person", names: ["Ada Vane"] });
		const rose = name({ type: "person", names: ["Ada Rose Vane"] });
		const initial = name({ type: "person", names: ["Ada R. Vane"] });
		const other = name({ type: "person", names: ["Ada T. Vane"] });
		expect(join([plain, rose, initial])).toHaveLength(1);
		expect(join([plain, initial, other])).toHaveLength(3);
	});

	it("gives a lone surname to the only full name of its story that bears it", () => {
		const full = name({ type: "person", names: ["Ada Vane", "Vane"] });
		const lone = name({ type: "person", names: ["Vane"] });
		const joined = join([full, lone]);
		expect(namesOf(joined)).toEqual(["Ada Vane"]);
		expect(joined[0]?.reasons.join()).toContain("only person of that surname in the story");
		expect(join([full, lone], [0, 1])).toHaveLength(2);
	});

	it("leaves a lone surname open between two people, and names both", () => {
		const entities = join([
			name({ type: "person", names: ["Ada Vane"] }),
			name({ type: "person", names: ["Ivo Vane"] }),
			name({ type: "person", names: ["Vane"] }),
		]);
		const lone = entities.find((entity) => entity.name === "Vane");
		const people = entities.filter((entity) => entity.name !== "Vane").map(({ id }) => id);
		expect(lone?.related).toEqual(people.sort(compareText).map((entity) => ({ entity, kind: "may-be" })));
	});

	it("joins an acronym alone to the one name it is given as short for", () => {
		const full = name({ type: "organisation", names: ["Tarn Harbour Board", "THB"] });
		const alone = name({ type: "organisation", names: ["THB"] });
		const rival = name({ type: "organisation", names: ["Tarn Hockey Bureau", "THB"] });
		expect(join([full, alone])).toHaveLength(1);
		expect(join([full, alone, rival])).toHaveLength(3);
	});

	it("keeps a place and a person of one name apart", () => {
		expect(
			join([name({ type: "person", names: ["Marena Holt"] }), name({ type: "place", names: ["Marena Holt"] })]),
		).toHaveLength(2);
	});

	it("lets a name of unknown type go with the one type that others give it", () => {
		const entities = join([
			name({ type: "unknown", names: ["Corra Wire"] }),
			name({ type: "agency", names: ["Corra Wire"] }),
		]);
		expect(entities.map(({ type }) => type)).toEqual(["agency"]);
	});

	it("joins a state to itself by its short name, and by its initials with and without stops", () => {
		const long = name({ type: "state", names: ["Republic of Tarnia", "Tarnia"] });
		expect(join([long, name({ type: "state", names: ["Tarnia"] })])).toHaveLength(1);
		const [dotted, plain] = [name({ type: "state", names: ["U.T."] }), name({ type: "state", names: ["UT"] })];
		expect(join([dotted, plain])).toHaveLength(1);
	});

	it("joins the short name of an organisation to the only one of its story that ends so", () => {
		const full = name({ type: "organisation", names: ["Upper Tarn River Watch"] });
		const short = name({ type: "organisation", names: ["River Watch"] });
		const rival = name({ type: "organisation", names: ["Corra River Watch"] });
		expect(join([full, short])).toHaveLength(1);
		expect(join([full, short, rival])).toHaveLength(3);
		expect(join([full, short], [0, 1])).toHaveLength(2);
	});

	it("joins two spellings of one person's name, unless an article has both or a sister is meant", () => {
		const one = name({ type: "person", names: ["Teval Iskarne"] });
		const other = name({ type: "person", names: ["Teval Eskarne"] });
		expect(join([one, other])).toHaveLength(1);
		expect(
			join([
				one,
				other,
				name({ type: "person", names: ["Teval Iskarne"] }, { type: "person", names: ["Teval Eskarne"] }),
			]),
		).toHaveLength(2);
		expect(
			join([name({ type: "person", names: ["Marin Ivanova"] }), name({ type: "person", names: ["Marin Ivanovo"] })]),
		).toHaveLength(2);
	});

	it("joins initials, short forms, name order and other Latin letters inside a story, never beside a rival", () => {
		const person = (...names: string[]): AnnotatedArticle => name({ type: "person", names });
		expect(join([person("Julia Rose Vane"), person("J. R. Vane")])).toHaveLength(1);
		expect(join([person("Julia Vane"), person("Jana Vane"), person("J. Vane")])).toHaveLength(3);
		expect(join([person("William Quill"), person("Bill Quill")])).toHaveLength(1);
		expect(join([person("William Quill"), person("Bill Quill")], [0, 1])).toHaveLength(2);
		expect(join([person("Orsolt Benna"), person("Benna Orsolt")])).toHaveLength(1);
		expect(join([person("Muammar Gaddafi"), person("Moammar Qadhafi"), person("Kadafi")])).toHaveLength(1);
		expect(join([person("Karim Hassan"), person("Karim Hussein")])).toHaveLength(2);
	});

	it("joins what the lists give as names of one thing", () => {
		expect(join([name({ type: "state", names: ["Burma"] }), name({ type: "state", names: ["Myanmar"] })])).toHaveLength(
			1,
		);
		expect(
			join([name({ type: "agency", names: ["AP"] }), name({ type: "agency", names: ["Associated Press"] })]),
		).toHaveLength(1);
	});

	it("joins bodies in two house spellings, and firms with and without their legal form", () => {
		const body = (of: string): AnnotatedArticle => name({ type: "organisation", names: [of] });
		expect(join([body("Orve Labour Organisation"), body("Orve Labor Organization")])).toHaveLength(1);
		expect(join([body("Vaskold Metals Inc"), body("Vaskold Metals")])).toHaveLength(1);
	});

	it("says which state a place is the capital of, and joins them never", () => {
		const entities = join([name({ type: "state", names: ["Chile"] }), name({ type: "place", names: ["Santiago"] })]);
		const chile = entities.find((entity) => entity.name === "Chile");
		const santiago = entities.find((entity) => entity.name === "Santiago");
		expect(santiago?.related).toEqual([{ entity: chile?.id, kind: "capital-of" }]);
	});

	it("ties an organ to the body whose own the text calls it, and a firm to nobody's", () => {
		const text =
			"Tarn Council and its Audit Committee met. Tarn Council's Pilot Service and Tarn Council's Vaskold Metals left.";
		const names = ["Tarn Council", "Audit Committee", "Pilot Service", "Vaskold Metals"];
		const report = annotateText(
			text,
			{ id: "organs" },
			names.map((one) => ({ type: "organisation", names: [one] })),
		);
		const entities = join([report]);
		const council = entities.find((entity) => entity.name === "Tarn Council")?.id;
		const tied = entities.filter(({ related }) => related.length > 0);
		expect(tied.map((entity) => [entity.name, entity.related])).toEqual([
			["Audit Committee", [{ entity: council, kind: "branch-of" }]],
			["Pilot Service", [{ entity: council, kind: "branch-of" }]],
		]);
	});

	it("joins a one-word name of unknown type across stories, but not when it is somebody's surname", () => {
		const [a, b] = [name({ type: "unknown", names: ["Quennack"] }), name({ type: "unknown", names: ["Quennack"] })];
		expect(join([a, b], [0, 1])).toHaveLength(1);
		expect(join([a, b, name({ type: "person", names: ["Ada Quennack"] })], [0, 1, 2])).toHaveLength(3);
	});

	it("does not join two organisations that merely share words", () => {
		expect(
			join([
				name({ type: "organisation", names: ["Tarn Harbour Board"] }),
				name({ type: "organisation", names: ["Tarn Harbour Police"] }),
			]),
		).toHaveLength(2);
	});
});

describe("foldName", () => {
	it("takes off case, accents, marks, the article and the possessive", () => {
		expect(foldName("The Ísla-Vérd Post’s")).toBe("isla verd post");
	});
});
