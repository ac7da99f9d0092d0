import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../../test/make-article.ts";
import { findLanguage } from "../../../language/language.ts";
import { NO_NAMES } from "../../../language/names/user-names.ts";
import { findWords } from "../../../text/words.ts";
import { indexNames } from "../named.ts";
import type { Question } from "../speaker.ts";
import { resolveRelative } from "./relatives.ts";

function speakerOfWhich(text: string): string | null {
	const article = makeArticle(text);
	const findings = findLanguage(article, findWords(article), NO_NAMES);
	const start = text.indexOf("which");
	const asked = { text, index: indexNames(findings), source: { start, end: start + 5 }, words: "which" };
	const answer = resolveRelative(asked as unknown as Question);
	return findings.entities.find(({ id }) => id === answer?.speaker)?.name ?? null;
}

describe("resolveRelative", () => {
	it("takes which for the body named right before it", () => {
		expect(speakerOfWhich("Tolva Lines, which said that the dam held, sank on Friday.")).toBe("Tolva Lines");
	});

	it("leaves which open after a thing of somebody's", () => {
		expect(speakerOfWhich("A report by Tolva Lines, which said that the dam held, was lost.")).toBe(null);
		expect(speakerOfWhich("They read the report, which said that the dam held.")).toBe(null);
	});
});
