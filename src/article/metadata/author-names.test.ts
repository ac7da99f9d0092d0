import { describe, expect, it } from "vitest";
import { readAuthors, toOwnNames } from "./author-names.ts";

const own = toOwnNames(["Harbour Post", "HPB"], ["www.harbour-post.example"]);
const read = (text: string, bearer: "person" | "organisation" | null = null): ReturnType<typeof readAuthors> =>
	readAuthors([{ text, bearer }], own, ["Politics"]);

describe("authors", () => {
	it.each([
		["By Ada Quill and Bo Marsh, in Port Amity", ["Ada Quill", "Bo Marsh"], []],
		["Ada Quill (AFP)", ["Ada Quill"], ["AFP"]],
		["Ada Quill (aqu)", ["Ada Quill"], []],
		["Von Ada Quill, Amity", ["Ada Quill"], []],
		["Par Ada Quill", ["Ada Quill"], []],
		["ADA QUILL; BO MARSH", ["ADA QUILL", "BO MARSH"], []],
		["Ada Quill, Bo Marsh", ["Ada Quill", "Bo Marsh"], []],
		["Ada Quill/Bo Marsh", ["Ada Quill", "Bo Marsh"], []],
		["Ada Quill og Bo Marsh-Holm", ["Ada Quill", "Bo Marsh-Holm"], []],
		["Ada Quill for Harbour Post", ["Ada Quill"], []],
		["Ada Quill, New York", ["Ada Quill"], []],
		["Ada Quill, senior correspondent", ["Ada Quill"], []],
		["Ada Quill, dpa", ["Ada Quill"], ["dpa"]],
		["José Quill y Gasset", ["José Quill y Gasset"], []],
		["김하나 기자", ["김하나"], []],
		["作者：王小明、李华", ["王小明", "李华"], []],
		["記者王小明", ["王小明"], []],
		["Reuters", [], ["Reuters"]],
		["By Ada Quill and Bo Marsh Wed 14 May 2031 14.05 CET", ["Ada Quill", "Bo Marsh"], []],
		["By Ada Quill and Bo MarshWed 14 May 2031 14.05 CET", ["Ada Quill", "Bo Marsh"], []],
	])("are read from %s", (text, people, agencies) => {
		expect(read(text)).toMatchObject({ people, agencies });
	});

	it.each([
		"Harbour Post",
		"Harbour Post Staff",
		"harbour-post.example",
		"HPB NORTH",
		"a.quill@harbour.example",
		"@adaquill",
		"105092",
		"https://harbour.example/ada",
		"News",
		"Politics",
		"Redaktion",
		"By Staff Reporter",
		"Foto: Ada Quill",
	])("are not read from %s", (text) => {
		expect(read(text).people).toEqual([]);
	});

	it("are each named once, whatever the case and the accents", () => {
		const values = ["Ada Quíll", "ADA QUILL", "Ada Quill"].map((text) => ({ text, bearer: null }));
		expect(readAuthors(values, own).people).toEqual(["Ada Quíll"]);
	});

	it("may be one word where the source says that it is a person, and an organisation is credited apart", () => {
		expect(read("Colette", "person").people).toEqual(["Colette"]);
		expect(read("Brask Weekly", "organisation")).toMatchObject({ people: [], agencies: ["Brask Weekly"] });
		expect(read("Harbour Post", "organisation")).toMatchObject({ people: [], agencies: [], house: true });
	});
});
