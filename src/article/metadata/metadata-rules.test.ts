import { describe, expect, it } from "vitest";
import { findDateLine, readDatedLine } from "../lines/date-line.ts";
import { findForumStamp } from "../lines/forum-stamp.ts";
import { toLine } from "../lines/lines.ts";
import { findSourceLine } from "../lines/source-line.ts";
import { findByline } from "./byline.ts";
import { findDateline } from "./dateline.ts";
import { readExplicitDate } from "./explicit-date.ts";
import { normaliseAddress } from "./source-id.ts";

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const line = (text: string): ReturnType<typeof toLine> => toLine(text, whole(text), 0);

describe("dateline", () => {
	it.each([
		["PORT AMITY, MERIDIA – The ferry sank.", "PORT AMITY, MERIDIA", null, null, "PORT AMITY, MERIDIA –"],
		["PORT AMITY, May 3 (AGN) - The ferry sank.", "PORT AMITY", "May 3", "AGN", "PORT AMITY, May 3 (AGN) -"],
		["Port Amity (AFP) — The ferry sank.", "Port Amity", null, "AFP", "Port Amity (AFP) —"],
		["PORT AMITY, May 3. /AGN/. The ferry sank.", "PORT AMITY", "May 3", "AGN", "PORT AMITY, May 3. /AGN/."],
		["PORT AMITY:", "PORT AMITY", null, null, "PORT AMITY:"],
		[
			"PORT AMITY/ELSTOW, 3 May 2031 -- “We",
			"PORT AMITY/ELSTOW",
			"3 May 2031",
			null,
			"PORT AMITY/ELSTOW, 3 May 2031 --",
		],
	])("reads %s", (text, place, date, agency, written) => {
		expect(findDateline(text, whole(text))).toMatchObject({ place, date, agency, text: written });
	});

	it.each([
		"Quill: the ferries stay",
		"BREAKING: The ferry sank",
		"The crew — nine men — slept",
		"NATO: We will not move",
	])("finds none in %s", (text) => {
		expect(findDateline(text, whole(text))).toBeNull();
	});
});

describe("dateline of another language or agency", () => {
	it.each([
		[
			"CORVELLE, 12 mars (Reuters) - Le ferry a coulé.",
			"CORVELLE",
			"12 mars",
			"Reuters",
			"CORVELLE, 12 mars (Reuters) -",
		],
		["Brask, 12. März (Reuters) - Die Fähre sank.", "Brask", "12. März", "Reuters", "Brask, 12. März (Reuters) -"],
		["Elstow, 12 mar (EFE).- El ferry se hundió.", "Elstow", "12 mar", "EFE", "Elstow, 12 mar (EFE).-"],
		["İSTOR, 12 Mart (Reuters) - Feribot battı.", "İSTOR", "12 Mart", "Reuters", "İSTOR, 12 Mart (Reuters) -"],
		["КЕЛОР, 12 марта. /ТАСС/. Паром затонул.", "КЕЛОР", "12 марта", "ТАСС", "КЕЛОР, 12 марта. /ТАСС/."],
		["КЕЛОР, 12 мар - РИА Новости. Паром затонул.", "КЕЛОР", "12 мар", "РИА Новости", "КЕЛОР, 12 мар - РИА Новости."],
		["كيلور (رويترز) - قال", "كيلور", null, "رويترز", "كيلور (رويترز) -"],
		["新华社凯洛3月12日电 渡轮沉没。", "凯洛", "3月12日", "新华社", "新华社凯洛3月12日电"],
		["नया केलोर, 12 मार्च (भाषा) एक नौका", "नया केलोर", "12 मार्च", "भाषा", "नया केलोर, 12 मार्च (भाषा)"],
		["(ANSA) - CASTELVERO, 13 MAG - Il traghetto", "CASTELVERO", "13 MAG", "ANSA", "(ANSA) - CASTELVERO, 13 MAG -"],
		["Brask (AFP/dpa) - Die Fähre sank.", "Brask", null, "AFP/dpa", "Brask (AFP/dpa) -"],
		["Norrbäck (TT)", "Norrbäck", null, "TT", "Norrbäck (TT)"],
		["New Kelor, Mar 12 (PTI) The ferry sank.", "New Kelor", "Mar 12", "PTI", "New Kelor, Mar 12 (PTI)"],
		["Lomar, Kelor (CNN)The ferry sank.", "Lomar, Kelor", null, "CNN", "Lomar, Kelor (CNN)"],
		[
			"KELOR, 12 March 2031, Reuters — The ferry",
			"KELOR",
			"12 March 2031",
			"Reuters",
			"KELOR, 12 March 2031, Reuters —",
		],
		["【凯洛共同】渡轮", "凯洛", null, "共同", "【凯洛共同】"],
		["(켈로=연합뉴스) 배가", "켈로", null, "연합뉴스", "(켈로=연합뉴스)"],
	])("reads %s", (text, place, date, agency, written) => {
		expect(findDateline(text, whole(text))).toMatchObject({ place, date, agency, text: written });
	});

	it.each([
		"Brask (der Bürgermeister) sank gestern.",
		"Corvelle, 12 ans, Dort.",
		"Lundi, 12 mars - Le ferry a coulé.",
		"On 12 March – The ferry sank.",
		"Ada Quill (AFP)",
		"Amity Airlines (AA) The ferry",
		"Foto (dpa) Die Fähre",
	])("finds none in %s", (text) => {
		expect(findDateline(text, whole(text))).toBeNull();
	});

	it("gives way to the speakers of a transcript", () => {
		const text = "ADA QUILL:\n\nGood evening.\n\nBO MARSH: Good evening.\n\nQUILL: What sank?";
		expect(findDateline(text, { start: 0, end: 10 })).toBeNull();
		expect(findDateline("ADA QUILL, HOST:", whole("ADA QUILL, HOST:"))).toBeNull();
	});
});

describe("byline", () => {
	it.each([
		["By Ada Quill and Bo Marsh, Harbour News", ["Ada Quill", "Bo Marsh"], []],
		["Ada Quill | Harbour Post", ["Ada Quill"], []],
		["By ADA QUILL (AFP)", ["ADA QUILL"], ["AFP"]],
		["Reuters", [], ["Reuters"]],
		["By Ada Quill, 14 May 2031", ["Ada Quill"], []],
		["BY ADA QUILL AND BO MARSH", ["ADA QUILL", "BO MARSH"], []],
		["By Ada Quill in Amity and Bo Marsh", ["Ada Quill", "Bo Marsh"], []],
		["Par Ada Quill, avec AFP", ["Ada Quill"], ["AFP"]],
		["Von Ada Quill und Bo Marsh, Amity", ["Ada Quill", "Bo Marsh"], []],
		["Por Ada Quill, con información de EFE", ["Ada Quill"], ["EFE"]],
		["Written by Ada Quill", ["Ada Quill"], []],
		["田中一郎記者", ["田中一郎"], []],
		["김하나 기자", ["김하나"], []],
	])("reads %s", (text, authors, agencies) => {
		expect(findByline(line(text), text)).toMatchObject({ authors, agencies });
	});

	it.each([
		"By Friday, all ferries will run again",
		"Ada Quill resigns",
		"By the time it sank, nobody was on deck",
		"By Gerald Quill and the council in Amity",
		"By Order of King Quill",
	])("finds none in %s", (text) => {
		expect(findByline(line(text), text)).toBeNull();
	});
});

describe("dates", () => {
	it.each([
		["2031-05-14T09:30:00+02:00", "2031-05-14T09:30+02:00", "minute", "+02:00"],
		["2031-05-14T09:30:00.000Z", "2031-05-14T09:30Z", "minute", "Z"],
		["2031-05-14 09:30", "2031-05-14T09:30", "minute", null],
		["Wed, 14 May 2031 09:30:00 GMT", "2031-05-14T09:30Z", "minute", "GMT"],
		["May 14, 2031, 9:30 pm", "2031-05-14T21:30", "minute", null],
		["14 May 2031", "2031-05-14", "day", null],
		["14.05.2031", "2031-05-14", "day", null],
		["05/14/2031", "2031-05-14", "day", null],
	])("reads %s and invents no zone", (written, bound, precision, zone) => {
		expect(readExplicitDate(written)?.date).toEqual({ earliest: bound, latest: bound, precision, zone });
	});

	it.each(["13/13/2031", "2031-02-30", "May 2031", "yesterday", "14 May"])("reads no one day from %s", (written) => {
		expect(readExplicitDate(written)).toBeNull();
	});

	it("bounds a date whose day or month may stand first by both readings", () => {
		const bounds = (written: string): unknown => {
			const { earliest, latest } = readExplicitDate(written)?.date ?? {};
			return [earliest, latest];
		};
		expect(bounds("04/05/2031")).toEqual(["2031-04-05", "2031-05-04"]);
		expect(bounds("05/14/2031")).toEqual(["2031-05-14", "2031-05-14"]);
	});

	it("takes a line that is a date, tells a change from publication, and leaves a sentence", () => {
		expect(findDateLine(line("Published: 14 May 2031, 09:30 GMT"))).toMatchObject({ changed: false, start: 11 });
		expect(findDateLine(line("Updated 15 May 2031"))).toMatchObject({ changed: true });
		expect(readDatedLine(line("The Brask Standard, 14 May 2031"))).toMatchObject({ dates: [{ changed: false }] });
		expect(findDateLine(line("14 May 2031 was the day on which the harbour froze."))).toBeNull();
	});
});

describe("forum stamp", () => {
	it("ends where the glued sentence begins", () => {
		const text = "Quote from Ada Quill on March 2, 2031, 09:15The ferry was late.";
		const stamp = findForumStamp(text, whole(text));
		expect(stamp && text.slice(stamp.end)).toBe("The ferry was late.");
	});

	it("leaves a sentence that begins like one", () => {
		const text = "Quote from the treaty on March 2, the envoy said, and nobody will object.";
		expect(findForumStamp(text, whole(text))).toBeNull();
	});
});

describe("source line", () => {
	it.each([
		["Source: https://harbour.example/1.", "https://harbour.example/1", null],
		["Source: Harbour Post", null, "Harbour Post"],
		["(With inputs from AFP)", null, "AFP"],
		["Originally published by Harbour Post", null, "Harbour Post"],
		["With Brask News Agency", null, "Brask News Agency"],
		["(With AFP)", null, "AFP"],
	])("reads %s", (text, url, name) => {
		expect(findSourceLine(line(text), text)).toMatchObject({ url, name, exact: text });
	});

	it.each([
		"Source: a person who was in the room, who asked not to be named, said so twice.",
		"Sources Say Ferry Was Old",
		"With Ada Quill",
		"With Brask News Agency closing, nobody reports from the valley.",
	])("finds none in %s", (text) => {
		expect(findSourceLine(line(text), text)).toBeNull();
	});
});

describe("source address", () => {
	it("loses its fragment and what says how the reader came, and is web only", () => {
		expect(normaliseAddress("https://harbour.example/a?utm_source=x&id=4&fbclid=y#top")).toBe(
			"https://harbour.example/a?id=4",
		);
		expect(normaliseAddress("ftp://harbour.example/a")).toBeNull();
		expect(normaliseAddress("/a", "https://harbour.example/b")).toBe("https://harbour.example/a");
	});
});
