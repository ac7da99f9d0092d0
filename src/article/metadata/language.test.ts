import { describe, expect, it } from "vitest";
import { detectLanguage } from "./language.ts";

const tell = (text: string, stated: string | null = null): string | null =>
	detectLanguage(text, [{ start: 0, end: text.length }], stated);

describe("the language of a short text", () => {
	it.each([
		[
			"O ferry Aurelia afundou na segunda-feira ao largo de Porto Amity, disse a guarda costeira. Nove pessoas ainda não foram encontradas, e uma porta da proa estava aberta.",
			"pt",
		],
		[
			"Ich habe die Fähre gestern noch gesehen. Heute ist sie weg, und niemand sagt uns, was mit den Leuten passiert ist.",
			"de",
		],
		[
			"Unha das persoas que ían no barco xa foi atopada, pero a garda costeira tamén busca outras na ría coa axuda dunha lancha da súa flota.",
			"gl",
		],
		[
			"Ferja sank mandag kveld, og kystvakten leter etter ni personer. Det ble ikke funnet noen av dem, sier politiet.",
			"nb",
		],
		[
			"Færgen sank mandag aften, og kystvagten leder efter ni personer. Ingen af dem blev fundet, siger politiet, men det er ikke opgivet.",
			"da",
		],
		["フェリーが月曜日の夜に沈みました。", "ja"],
		["渡轮周一晚间在港口外沉没。", "zh"],
		["페리가 월요일 밤에 가라앉았다.", "ko"],
		["غرقت العبارة مساء الإثنين قبالة الميناء", "ar"],
		["המעבורת טבעה ביום שני בערב", "he"],
		[
			"Паром затонул в понедельник вечером, и спасатели ещё ищут девять человек, сообщили власти. Когда это произошло, они не сказали.",
			"ru",
		],
		[
			"Пором затонув у понеділок увечері, і рятувальники шукають дев’ять людей. Коли це сталося, вони не сказали, але було темно.",
			"uk",
		],
		[
			"De veerboot zonk maandagavond en de kustwacht zoekt naar negen mensen. Het is niet bekend wat er met hen is gebeurd.",
			"nl",
		],
		["The ferry sank on Monday evening, and the coast guard was looking for nine people who were on board.", "en"],
		[
			"On Tuesday, the ferry left port. On Friday the crew swam home. Earlier, he saw smoke. In June, divers raised five cars.",
			"en",
		],
		[
			"Lautta upposi maanantaina illalla, ja rannikkovartiosto on etsinyt yhdeksää ihmistä. Kukaan ei ole vielä kertonut, mitä oli tapahtunut.",
			"fi",
		],
	])("is told by its small words or its letters: %s", (text, language) => {
		expect(tell(text)).toBe(language);
	});

	it("is left open where nothing tells relatives apart", () => {
		expect(tell("Trajekt potonuo ponedjeljak navečer luka Amity devet putnika kapetan Quill")).toBeNull();
		expect(tell("Ferry.")).toBeNull();
	});
});
