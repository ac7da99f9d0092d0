import { describe, expect, it } from "vitest";
import { explainLine } from "./line-rules.ts";
import { splitLines, survey } from "./lines.ts";
import { isTold } from "./told.ts";

const BEFORE = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.";
const AFTER = "Nine of the crew of thirty were still missing when the search was called off at dark.";

function ruleFor(line: string, at: 1 | 2): string | null {
	const text = (at === 1 ? [BEFORE, line, AFTER] : [BEFORE, AFTER, line]).join("\n\n");
	const lines = splitLines(text, [{ start: 0, end: text.length }]);
	const found = lines[at];
	return found ? (explainLine(found, { lines, index: at, ...survey(lines) })?.rule ?? null) : "no such line";
}

describe("sentences that open like furniture", () => {
	it.each([
		"Related: he is the mayor's cousin, court papers show.",
		"Read more: that was the advice the minister gave to pupils.",
		"Copyright 2019 was printed on the box, the inspector said.",
		"Copyright 2019 was printed on the box.",
		"Download our app, the bank told clients.",
		"Support us, the strikers said.",
		"Join our union, the WhatsApp message said.",
		"Log in to the system with the password 1234, the note said.",
		"Comments are closed, the judge said.",
		"Tel: the only word left on the sign.",
		"Tell no one what you saw.",
		"Telephone lines were cut",
		"Unterstützen Sie uns, sagte der Hafenmeister.",
		"Abonnez-vous à la newsletter, a dit le ministre.",
		"Suscríbete a nuestro canal de YouTube, dijo el alcalde.",
	])("leaves “%s”", (line) => {
		expect([ruleFor(line, 1), ruleFor(line, 2)]).toEqual([null, null]);
	});

	it.each([
		["Support us", "article/newsletter-prompt"],
		["Download our app", "article/newsletter-prompt"],
		["Copyright 2019 by Harbour Post. All rights reserved.", "article/copyright-line"],
		["Comments are closed.", "article/comment-box"],
		["Tel. 040 123456", "article/contact-line"],
		["Related: Port strike ends", "article/see-also"],
	])("still drops “%s”", (line, rule) => {
		expect(ruleFor(line, 1)).toBe(rule);
	});

	it("leaves a Russian sentence about a body and a Chinese one about a reporter", () => {
		expect(ruleFor("Тело нашли утром", 1)).toBeNull();
		expect(ruleFor("记者从现场获悉情况", 1)).toBeNull();
	});
});

describe("a sentence that ends with a picture", () => {
	it.each([
		"From the papers emerged one clear picture: nobody had been in charge that night.",
		"Police showed the court a single photo: a boy holding a flag.",
		"The court saw one item (photo: a boy holding a flag).",
		"Aus den Papieren ergab sich ein klares Bild: Niemand war an diesem Abend zuständig.",
		"Die Partei hat ein neues Leitbild: Freiheit und Arbeit.",
		"La policía mostró una sola foto: un niño con una bandera.",
		"Una storia in una foto: il bambino tiene la bandiera.",
		"残されたのは一枚の写真：旗を持つ少年",
	])("leaves “%s”", (line) => {
		expect([ruleFor(line, 1), line.startsWith("残") ? null : ruleFor(line, 2)]).toEqual([null, null]);
	});

	it.each([
		"The wreck at dawn. Photo: Ada Quill",
		"The wreck at dawn (Photo: Ada Quill/AGN)",
		"The wreck at the quay on MondayPhoto: Ada Quill",
		"The wreck | Foto: Ada Quill",
		"Fartyget ligger i hamnen i väntan på delar. Foto: Siri Moltu",
		"Das Schiff im Hafen. Foto: privat",
		"船は港に停泊している。写真：旗野一郎",
	])("drops the caption “%s”", (line) => {
		expect(ruleFor(line, 1)).toBe("article/photo-caption");
	});
});

describe("results at the end of a report", () => {
	it.each(["Lomar 2, Kelor 1", "Lomar - Kelor 2:1", "Lomar 2-1 Kelor", "Half-time: 1-1"])("are kept: “%s”", (line) => {
		const text = [BEFORE, AFTER, line, line, line].join("\n\n");
		const lines = splitLines(text, [{ start: 0, end: text.length }]);
		const found = lines[3];
		expect(found && explainLine(found, { lines, index: 3, ...survey(lines) })).toBeNull();
	});
});

describe("isTold", () => {
	it.each([
		"Support us, the strikers said.",
		"Support us, said a notice by the door.",
		"Folgen Sie uns, sagte der Hafenmeister.",
		"Подписывайтесь на наш канал, сказал мэр.",
		"チャンネルを登録してほしいと述べた。",
	])("is true of “%s”", (text) => expect(isTold(text)).toBe(true));

	it.each(["Support us.", "Comments are closed.", "Read more: the bank said", "Log in, or subscribe."])(
		"is false of “%s”",
		(text) => expect(isTold(text)).toBe(false),
	);

	it("is done at once with a line of a million characters", () => {
		expect(isTold(`${", the said ".repeat(100_000)}.`)).toBe(false);
		expect(ruleFor(`${"photo: ".repeat(100)}end`, 1)).toBeNull();
	});
});
