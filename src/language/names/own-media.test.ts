import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { Article } from "../../model/article.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";

/** Entities that are agencies or outlets, as "type: name | other names". */
function mediaOf(text: string, given: Partial<Article>): string[] {
	const article = makeArticle(text, { language: "en", ...given });
	return findLanguage(article, findWords(article)).entities.flatMap(({ type, names }) =>
		/^(?:agency|outlet)$/.test(type) ? [`${type}: ${names.join(" | ")}`] : [],
	);
}

const outlet = (text: string): Partial<Article> => ({ outlet: { text, span: null, from: "masthead", site: null } });

describe("placeOwnMedia", () => {
	it("knows the agency of the dateline by its name alone", () => {
		const dateline = { text: "", span: null, from: "dateline", place: null, date: null, agency: "Quayline" };
		expect(mediaOf("“The dam leaks,” Orla Vane told Quayline on Monday.", { dateline })).toEqual(["agency: Quayline"]);
	});

	it("knows the outlet by its last word where an article stands before it", () => {
		expect(mediaOf("“The dam leaks,” Orla Vane told the Courier.", outlet("Tarn Courier"))).toEqual([
			"outlet: Tarn Courier | Courier",
		]);
		expect(mediaOf("A courier came. The courier left.", outlet("Tarn Courier"))).toEqual([]);
	});

	it("takes what is left of the outlet's name for it where somebody is told something alone", () => {
		expect(mediaOf("“The dam leaks,” Orla Vane told Tarn.", outlet("Tarn News"))).toEqual(["outlet: Tarn News | Tarn"]);
		expect(mediaOf("The mayor of Tarn left.", outlet("Tarn News"))).toEqual([]);
	});

	it("finds a masthead that nothing gives by what the text says was told to it", () => {
		const text = "Vell & Orme | Ports\n\nDam leaks\n\n“It leaks,” Orla Vane told Vell & Orme.";
		expect(mediaOf(text, {})).toEqual(["outlet: Vell & Orme"]);
		expect(mediaOf("Vell & Orme | Ports\n\nDam leaks\n\nVell & Orme built it.", {})).toEqual([]);
	});
});
