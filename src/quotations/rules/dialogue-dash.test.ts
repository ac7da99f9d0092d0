import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

function show(language: string, text: string): readonly string[] {
	return showQuotations(text, { language }).quotations.map(({ exact }) => exact);
}

describe("dashes that open speech", () => {
	it.each([
		["ru", "— Мост закрыт до лета, — сказала мэр.", "Мост закрыт до лета,"],
		["pl", "– Most będzie zamknięty – powiedziała Wilk.", "Most będzie zamknięty"],
		["es", "—El puente viejo —dijo ella— sigue cerrado.", "El puente viejo … sigue cerrado."],
	])("give the words before the second dash in %s: %s", (language, text, exact) =>
		expect(show(language, text)).toEqual([exact]),
	);

	it("leave lists alone", () => {
		expect(show("pl", "– Anna Wilk, burmistrz\n– Jan Kowal, radny")).toEqual([]);
		expect(show("en", "— Three boats — all of them old — sank.")).toEqual([]);
	});
});
