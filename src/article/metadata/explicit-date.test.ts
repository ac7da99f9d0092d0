import { describe, expect, it } from "vitest";
import { readMachineDate } from "./choose-date.ts";
import { readExplicitDate } from "./explicit-date.ts";
import { findVisibleDates } from "./visible-dates.ts";

describe("a date in the words of a language", () => {
	it.each([
		["Mittwoch, 14. Mai 2031, 9.30 Uhr", "2031-05-14T09:30"],
		["14. März 2031 um 14:07 Uhr", "2031-03-14T14:07"],
		["mercredi 14 août 2031 à 09h30", "2031-08-14T09:30"],
		["1er février 2031", "2031-02-01"],
		["14 de mayo de 2031 a las 9:30", "2031-05-14T09:30"],
		["quarta-feira, 14 de março de 2031, 09h30", "2031-03-14T09:30"],
		["mercoledì 14 maggio 2031 alle ore 9:30", "2031-05-14T09:30"],
		["14 mei 2031 om 09:30 uur", "2031-05-14T09:30"],
		["14. maj 2031 kl. 09.30", "2031-05-14T09:30"],
		["14 mars 2031 kl 09:30", "2031-03-14T09:30"],
		["14 maja 2031, godz. 9:30", "2031-05-14T09:30"],
		["14. května 2031 v 9:30", "2031-05-14T09:30"],
		["14 мая 2031 г., 09:30", "2031-05-14T09:30"],
		["14 травня 2031, 09:30", "2031-05-14T09:30"],
		["14 Mayıs 2031 Çarşamba", "2031-05-14"],
		["14 Agustus 2031 pukul 09:30 WIB", "2031-08-14T09:30"],
		["2031年5月14日 9時30分", "2031-05-14T09:30"],
		["2031年05月14日 下午3:05", "2031-05-14T15:05"],
		["2031. 5. 14. 오후 3:05", "2031-05-14T15:05"],
		["2031년 5월 14일", "2031-05-14"],
		["١٤ مايو ٢٠٣١", "2031-05-14"],
		["2031. május 14.", "2031-05-14"],
		["2031 m. gegužės 14 d.", "2031-05-14"],
		["14 Μαΐου 2031", "2031-05-14"],
		["Wed May 14 09:30:00 GMT 2031", "2031-05-14T09:30Z"],
		["Wed May 14 2031 09:30:00 GMT+0200", "2031-05-14T09:30+02:00"],
		["2031/05/14 09:30", "2031-05-14T09:30"],
	])("reads %s", (written, bound) => {
		expect(readExplicitDate(written)?.date).toMatchObject({ earliest: bound, latest: bound });
	});

	it("keeps a zone's name as written, and takes no word after the time for one", () => {
		expect(readExplicitDate("14 May 2031, 09:30 IST")?.date).toMatchObject({
			earliest: "2031-05-14T09:30",
			zone: "IST",
		});
		expect(readExplicitDate("14. Mai 2031, 09:30 Uhr")?.date.zone).toBeNull();
		expect(readExplicitDate("14 May 2031, 09:30 PORT")?.date.zone).toBeNull();
	});

	it("leaves a word that is no month, and a month that is another language's", () => {
		expect(readExplicitDate("14 mayors 2031")).toBeNull();
		expect(readExplicitDate("14 mayor of 2031 towns")).toBeNull();
		expect(readExplicitDate("14. listopada 2031")?.date.earliest).toBe("2031-11-14");
		expect(readExplicitDate("14. listopada 2031", "hr")?.date.earliest).toBe("2031-10-14");
	});

	it("settles which number is the day only by the language, and says so", () => {
		expect(readExplicitDate("03/04/2031")?.date.precision).toBe("range");
		expect(readExplicitDate("03/04/2031", "en")?.date.precision).toBe("range");
		const read = readExplicitDate("03/04/2031", "fr");
		expect(read?.date.earliest).toBe("2031-04-03");
		expect(read?.settled).toContain("language");
		expect(readExplicitDate("14.05.31")).toBeNull();
		expect(readExplicitDate("14.05.31 | 14:07 Uhr", "de")?.date.earliest).toBe("2031-05-14T14:07");
	});
});

describe("a date that a machine wrote", () => {
	it("may count seconds or milliseconds from 1970, which are in UTC", () => {
		expect(readMachineDate("1936776600")?.date).toMatchObject({ earliest: "2031-05-17T09:30Z", zone: "Z" });
		expect(readMachineDate("1936776600000")?.date.earliest).toBe("2031-05-17T09:30Z");
		expect(readMachineDate("2031-05-14T09:30:00+02:00")?.date.zone).toBe("+02:00");
	});
});

describe("dates in a line beside the headline", () => {
	it("are told apart by what stands before each", () => {
		const line = "Veröffentlicht am 14. Mai 2031, 9:30 Uhr | Aktualisiert: 15.05.2031";
		expect(findVisibleDates(line, "de").map(({ what, date }) => [what, date.earliest])).toEqual([
			["published", "2031-05-14T09:30"],
			["changed", "2031-05-15"],
		]);
		expect(findVisibleDates("Do 14.05.31 | 14:07 Uhr | Von Ada Quill", "de")[0]?.date.earliest).toBe(
			"2031-05-14T14:07",
		);
	});

	it("are not taken from a sentence", () => {
		const sentence =
			"The ferry sank on 14 May 2031, the coast guard said, after water had come in through a door at the bow that nobody had closed.";
		expect(findVisibleDates(sentence, "en")).toEqual([]);
		expect(findVisibleDates("12 mayors met in 2031", "en")).toEqual([]);
	});
});
