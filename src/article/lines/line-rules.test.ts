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
