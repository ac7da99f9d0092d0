import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

function show(language: string, text: string): readonly string[] {
	const { quotations, terms } = showQuotations(text, { language });
	return [...quotations.map(({ exact }) => exact), ...terms.map((term) => `(${term})`)];
}

describe("words in marks in other languages", () => {
	it.each([
		["de", "„Die Brücke bleibt gesperrt“, sagte Brandt.", "Die Brücke bleibt gesperrt"],
		["ja", "市長は「橋は閉鎖される」と述べた。", "橋は閉鎖される"],
		["ko", "시장은 “다리는 닫힌다”라고 말했다.", "다리는 닫힌다"],
		["zh", "“大桥将关闭，”市长说。", "大桥将关闭，"],
		["ar", "قالت «سيبقى الجسر مغلقا حتى الصيف» في مؤتمر صحفي.", "سيبقى الجسر مغلقا حتى الصيف"],
		["ar", "وقال الوزير في بيان «أتحمل المسؤولية» بعد الحادث.", "أتحمل المسؤولية"],
		["tr", "Aydın, “Köprü yaza kadar kapalı kalacak” dedi.", "Köprü yaza kadar kapalı kalacak"],
	])("are a statement in %s: %s", (language, text, exact) => expect(show(language, text)).toEqual([exact]));

	it.each([
		["de", "Der Film „Die Nacht am Deich“ läuft ab Freitag.", "(Die Nacht am Deich)"],
		["ru", "Газета «Вечерний Тарн» вышла в пятницу.", "(Вечерний Тарн)"],
		["ja", "小説『冬の橋』は金曜日に発売された。", "(冬の橋)"],
		["ar", "وقال الوزير إن صحيفة «الأفق الجديد» أغلقت.", "(الأفق الجديد)"],
		["fr", "Elle habite « La Tour », une rue plus loin.", "(La Tour)"],
	])("are a name in %s: %s", (language, text, exact) => expect(show(language, text)).toEqual([exact]));
});
