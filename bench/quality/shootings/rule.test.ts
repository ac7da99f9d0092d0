import { describe, expect, it } from "vitest";
import { findLanguage } from "../../../src/language/language.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import { readPlainToll, readPlainTollOrOne } from "./baseline.ts";
import { readShooting } from "./rule.ts";

function read(text: string): readonly [number, number] {
	const article = makeArticle(text, { published: publishedOn("2031-05-14") });
	const words = findWords(article);
	const { killed, injured } = readShooting(words, findLanguage(article, words), "2031-05-14");
	return [killed, injured];
}

describe("killed and injured as read from the layer's numbers", () => {
	it.each([
		["Two people were killed and three others injured in Corra.", [2, 3]],
		["A gunman killed four shoppers and wounded 12.", [4, 12]],
		["A man, 33, was shot in the leg on Orve Street.", [0, 1]],
		["A woman was found shot to death. The 41-year-old died at home.", [1, 0]],
		["Three people were shot, one of them fatally. One man died.", [1, 2]],
		["Shots hit a parked car in Corra. No one was hurt.", [0, 0]],
		["He threatened to kill 12 people.", [0, 0]],
	])("%s", (text, expected) => {
		expect(read(text)).toEqual(expected);
	});
});

it("gives the plain reading that the layer is measured against", () => {
	expect(readPlainToll("A man, 33, was killed on 4 May 2031.")).toEqual({ killed: 33, injured: 0 });
	expect(readPlainTollOrOne("A man was shot.")).toEqual({ killed: 0, injured: 1 });
});
