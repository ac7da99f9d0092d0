import { expect, it } from "vitest";
import { listStages } from "./stages.ts";

it("lists whole stages for English and for a language that is not known", () => {
	for (const language of ["en", "en-GB", null])
		expect(listStages(language)).toEqual(["article", "language", "quotations"]);
});

it("lists the parts that work in other languages, without names where a script has no capitals", () => {
	expect(listStages("de")).toEqual(["article", "names", "dates", "numbers", "marks"]);
	expect(listStages("zh-Hant")).toEqual(["article", "dates", "numbers", "marks"]);
});

it("claims neither dates nor numbers where the tables have no words of the language", () => {
	expect(listStages("th")).toEqual(["article", "marks"]);
	expect(listStages("sw")).toEqual(["article", "names", "marks"]);
});
