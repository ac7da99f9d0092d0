import { describe, expect, it } from "vitest";
import { findMojibake } from "./mojibake.ts";

describe("letters read in the wrong character set", () => {
	it.each([
		["UTF-8 read as Latin-1", "La mairie ferme l'Ã©cole.", "Ã©"],
		["curly marks", "the harbourâ€™s tide tables", "â€™"],
		["Cyrillic read as Latin-1", "Ìîñò ÷åðåç ðåêó Âåëüâó çàêðûëè äî îñåíè", "Ìîñò"],
		["UTF-8 Cyrillic read as Latin-1", "Ð\u009cÐ¾Ñ\u0081Ñ\u0082 Ñ\u0087ÐµÑ\u0080ÐµÐ· Ñ\u0080ÐµÐºÑ\u0083", "Ð\u009c"],
	])("are reported with the first place: %s", (_, text, first) => {
		const [problem, ...more] = findMojibake(text);
		expect(more).toEqual([]);
		expect(problem?.code).toBe("article/mojibake");
		expect(text.slice(problem?.span?.start, problem?.span?.end)).toBe(first);
	});

	it.each([
		"Câmara de São Vilar aprova orçamento: “Não há razão”, disse Ângelo.",
		"LE CAFÉ» est fermé, à « la carte » près.",
		"ÅRETS ÄLG – ÖVER ALLA GRÄNSER",
		"Été à Évian, où l'île…",
		"Мост закрыт до осени.",
		"25 °C, 3 × 4, ½",
	])("are not seen in %s", (text) => {
		expect(findMojibake(text)).toEqual([]);
	});
});
