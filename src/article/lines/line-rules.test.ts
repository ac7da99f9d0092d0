import { describe, expect, it } from "vitest";
import { explainLine } from "./line-rules.ts";
import { splitLines, survey } from "./lines.ts";

const BEFORE = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.";
const AFTER = "Nine of the crew of thirty were still missing when the search was called off at dark.";

/** The rule that drops a line that stands between two paragraphs, or after both. */
function ruleFor(line: string, where: "between" | "after" = "between"): string | null {
	const parts = where === "between" ? [BEFORE, line, AFTER] : [BEFORE, AFTER, line];
	return ruleIn(parts.join("\n\n"), line);
}

function ruleIn(text: string, line: string): string | null {
	const lines = splitLines(text, [{ start: 0, end: text.length }]);
	const at = text.lastIndexOf(line);
	const index = lines.findIndex(({ start }) => start === at);
	const found = lines[index];
	return found ? (explainLine(found, { lines, index, ...survey(lines) })?.rule ?? null) : "no such line";
}

describe("rules about one line", () => {
	it.each([
		[
			"article/photo-credit",
			"Photo via Harbour.example",
			"Photo agencies refused to send the picture, the ministry said.",
		],
		[
			"article/photo-credit",
			"R. Osei/AGN/Getty Images",
			"The Reuters/Harbour poll put the party at 31 percent, the lowest ever.",
		],
		["article/share-bar", "Share on Facebook Tweet WhatsApp Email", "Share prices fell"],
		["article/share-bar", "Copy link", "Copy shops closed"],
		["article/comment-box", "12 Comments", "Comments by the minister drew protests in the capital."],
		[
			"article/see-also",
			"SEE ALSOFerry inquiry opens",
			"See also the ruling of 2019, on which the court relied, the judge wrote.",
		],
		[
			"article/see-also",
			"Related: Port strike ends",
			"Related industries lost 4,000 jobs as well, the union said in a letter.",
		],
		[
			"article/newsletter-prompt",
			"Sign up for our morning newsletter",
			"Readers may subscribe to the bond from Monday, the bank said.",
		],
		["article/newsletter-prompt", "Follow us on Telegram", "Follow the money, the prosecutor told the jury."],
		[
			"article/page-furniture",
			"Load Next Story",
			"Continue reading the treaty until its last page, the envoy told them.",
		],
		["article/page-furniture", "ADVERTISEMENT", "Advertisement spending fell by a third in May, the agency said."],
		["article/page-furniture", "4 min read", "4 minutes later, the ship was gone"],
		[
			"article/copyright-line",
			"© 2031 Harbour Post. All rights reserved.",
			"Copyright law must change, the minister said on Monday.",
		],
		["article/page-number", "Page 2 of 5", "63"],
		["article/page-number", "* * *", "* The harbour"],
		["article/log-in-prompt", "Log in to continue", "Log in hand, the sailor climbed out."],
		["article/log-in-prompt", "Inicie sesión para comentar", "Inició su carrera en la prensa, dijo."],
		["article/log-in-prompt", "Connectez-vous pour lire la suite", "Connecté au réseau, le phare s’allume."],
		["article/photo-credit", "Fotoğraf: AA", "Fotoğraf çekmek yasak, dedi."],
		["article/photo-credit", "צילום: רותם שגיא", "צילום הגשר ארך שעה, אמר."],
		["article/photo-credit", "Foto: Jonas Wiek", "Video from the same morning shows no goat."],
		[
			"article/photo-caption",
			"Fergen ligger til kai. Foto: Siri Moltu",
			"Pictured beside the chapel, in the one true photo, is a goat.",
		],
		["article/share-bar", "Partager sur Facebook", "Partager un fauteuil à deux était permis."],
		["article/share-bar", "シェアする", "共有の機械"],
		["article/comment-box", "Komentarze (7)", "Kommentare gab der Verleger nicht ab."],
		["article/comment-box", "7 thoughts on “Tram opens”", "7 thoughts on the budget, and one joke"],
		[
			"article/see-also",
			"Lees ook: Wie redt de molens?",
			"Lire aussi tard que l'on veut dans le hall : c'était la règle.",
		],
		["article/see-also", "【関連記事】旧道の補修始まる", "関連して"],
		[
			"article/newsletter-prompt",
			"Подписывайтесь на наш канал в Telegram",
			"Подписывайтесь под каждым словом, сказал он.",
		],
		[
			"article/newsletter-prompt",
			"Sign up for our free briefing",
			"Sign up for the choir of the printing hall, said a notice by the door.",
		],
		["article/page-furniture", "Publicité", "Publicité oblige, la séance commencera en retard."],
		["article/page-furniture", "点击查看更多", "点击查看更多图片的人很少"],
		[
			"article/copyright-line",
			"© Riproduzione riservata",
			"All rights reserved to her include that of ringing, the judge said.",
		],
		["article/page-number", "Página 2 de 3", "Página tras página"],
		["article/log-in-prompt", "Déjà abonné ? Se connecter", "Déjà, il neige."],
		["article/log-in-prompt", "この記事は有料会員限定です。", "会員は喜んだ。"],
		[
			"article/cookie-note",
			"We use cookies to personalise content and ads.",
			"We use cookies as bait, the fisherman said.",
		],
		["article/tags", "Tags: courts, antiques", "Topics: the meeting discussed three, and settled none of them."],
		["article/tags", "#fraud #antiques", "#1 in the list"],
		[
			"article/mail-footer",
			"Unsubscribe | Update your preferences",
			"Sent from her village at nine, she never wrote home.",
		],
		["article/mail-footer", "Enviado desde mi móvil", "Enviado a casa, el ministro calló."],
		[
			"article/mail-chatter",
			"On Wed, 5 Mar 2031 at 17:40, Ada Quill <ada@quill.example> wrote:",
			"On Wednesday, in a letter of 5 March, the minister wrote:",
		],
		["article/forum-stamp", "Old_Salt wrote:", "The minister said:"],
		["article/forum-stamp", "Zitat von Kranfan:", "Zitat des Tages"],
		["article/social-stamp", "41 Retweets 12 Quotes 230 Likes", "230 likes were not enough"],
		["article/social-stamp", "Forwarded from Cape Sorrel Alerts", "Forwarded from hand to hand, the letter tore."],
		["article/translation-note", "See original", "See original sin at work, the bishop said."],
	])("drops by %s: %s", (rule, catches, leaves) => {
		expect(ruleFor(catches)).toBe(rule);
		expect(ruleFor(leaves)).toBeNull();
	});

	it("drops a note about commenting below the comments heading, and keeps a sentence about comments", () => {
		const text = [
			BEFORE,
			AFTER,
			"COMMENTS",
			"First! What a sad day for all of us here in Port Amity, my thoughts are with them.",
		].join("\n\n");
		expect(ruleIn(text, "First!")).toBe("article/comment-box");
		expect(ruleFor("Please let us know if you're having issues with commenting.", "after")).toBe("article/comment-box");
	});

	it("drops a caption above its credit, but not the headline that is the first line", () => {
		const text = `Ferry sinks off Port Amity\n\nThe Amity Star at her pier in the spr\nR. Osei/AGN/Getty\n\n${BEFORE}`;
		expect(ruleIn(text, "The Amity Star at her pier in the spr")).toBe("article/photo-caption");
		expect(
			ruleIn(`Ferry sinks off Port Amity\nR. Osei/AGN/Getty\n\n${BEFORE}`, "Ferry sinks off Port Amity"),
		).toBeNull();
	});

	it("drops a last line in another script, but not a motto between two paragraphs", () => {
		expect(ruleFor("Пожалуйста, авторизуйтесь здесь", "after")).toBe("article/log-in-prompt");
		expect(ruleFor("Ἐλευθερία ἢ θάνατος")).toBeNull();
	});

	it("drops three headlines below the report, but not bulleted results or a list that a colon announces", () => {
		const list = ["Port strike ends", "Harbour seal returns to old pier", "Who owns the lighthouse"];
		expect(ruleIn([BEFORE, AFTER, ...list].join("\n"), list[1] ?? "")).toBe("article/headline-list");
		expect(ruleIn([BEFORE, AFTER, ...list.slice(1)].join("\n"), list[1] ?? "")).toBeNull();
		expect(ruleIn([BEFORE, AFTER, ...list.map((line) => `- ${line}`)].join("\n"), `- ${list[1]}`)).toBeNull();
		const announced = "These were the names of the three boats that were lost that night, all of Port Amity:";
		expect(ruleIn([BEFORE, AFTER, announced, ...list].join("\n"), list[1] ?? "")).toBeNull();
	});

	it.each([
		["article/wire-header", "URGENT", "URGENT repairs to the ferry will take a week"],
		["article/wire-header", "BC-MERIDIA-FERRY/ (URGENT)", "RE-TRIAL ORDERED AFTER MAGISTRATE FALLS ASLEEP"],
		["article/wire-header", "(EDS: ADDS quotes)", "(Corrects amount of fine in paragraph 1)"],
		["article/wire-header", "Word count: 96", "Words fail him"],
		["article/press-note", "FOR IMMEDIATE RELEASE", "For release: one osprey"],
		["article/archive-note", "12 captures", "The town archive captured the mood of 1931"],
	])("drops above the headline by %s: %s", (rule, catches, leaves) => {
		const above = (line: string): string | null =>
			ruleIn(`${line}\nFerry sinks off Port Amity\n\n${BEFORE}\n\n${AFTER}`, line);
		expect(above(catches)).toBe(rule);
		expect(above(leaves)).toBeNull();
	});

	it.each([
		["article/wire-mark", "ENDS", "End of story."],
		["article/wire-mark", "MORE TO FOLLOW", "More to follow, says the programme."],
		["article/wire-mark", "hp/rl/bow", "bow and stern"],
		[
			"article/contact-line",
			"((ada.quill@agn.example; +00 5555 0101))",
			"Anyone with information is asked to call the police at 555-0142.",
		],
	])("drops below the report by %s: %s", (rule, catches, leaves) => {
		expect(ruleFor(catches, "after")).toBe(rule);
		expect(ruleFor(leaves, "after")).toBeNull();
	});

	it("drops a poll up to its button, and keeps a headline that begins with the word", () => {
		const asked = "Poll: Will you run next year?";
		const text = [BEFORE, asked, "Yes", "No", "Vote", AFTER].join("\n");
		for (const line of [asked, "Yes", "Vote"]) expect(ruleIn(text, line)).toBe("article/poll");
		expect(ruleIn([BEFORE, asked, "Yes", "No", AFTER].join("\n"), asked)).toBeNull();
	});

	it("drops the fields of a news database, and keeps a ship's measures", () => {
		const fields = ["SECTION: NEWS; Pg. 7", "LENGTH: 61 words", BEFORE, AFTER, "LOAD-DATE: May 13, 2031"].join("\n");
		expect(ruleIn(fields, "LENGTH: 61 words")).toBe("article/database-header");
		expect(ruleIn([BEFORE, "LENGTH: 84 metres", AFTER].join("\n"), "LENGTH: 84 metres")).toBeNull();
	});

	it("drops notes to editors with what stands below them", () => {
		const text = [BEFORE, AFTER, "Notes to editors:", "1. The trust is a charity founded in 1978."].join("\n");
		expect(ruleIn(text, "1. The trust")).toBe("article/press-note");
		expect(ruleIn([BEFORE, AFTER, "Notes to self:", "1. Buy bread"].join("\n"), "1. Buy bread")).toBeNull();
	});

	it("drops mail headers at the head, but not one line that looks like one", () => {
		const mail = `From: desk@harbour.example\nSubject: Ferry inquiry opens\n\n${BEFORE}`;
		expect(ruleIn(mail, "From: desk@harbour.example")).toBe("article/mail-header");
		expect(ruleIn(`To: the people of Port Amity\n\n${BEFORE}`, "To: the people of Port Amity")).toBeNull();
	});

	it("drops how to reach the author at the end, but not a sentence about contact", () => {
		expect(ruleFor("Contact the reporter at desk@harbour.example", "after")).toBe("article/contact-line");
		expect(ruleFor("Reporting by Ada Quill; Editing by Bo Marsh", "after")).toBe("article/contact-line");
		expect(ruleFor("Contact between the two ships broke off at noon, the coast guard said.")).toBeNull();
	});
});
