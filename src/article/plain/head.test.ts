import { describe, expect, it } from "vitest";
import type { Draft } from "../draft.ts";
import { draftPlainText } from "./plain-text.ts";

const TITLE = "Ferry fire kills twelve off Lomar";
const P1 = "A fire on the ferry Amber killed twelve people off Lomar on Tuesday night, the coast guard said.";
const P2 = "Nine others were missing, and a search went on through the night with three boats.";

function read(text: string, markdown = false): Draft {
	return draftPlainText(text, { outlet: null, published: null, title: null, role: "report" }, markdown);
}

function bodyOf(draft: Draft): string[] {
	return draft.body.map(({ start, end }) => draft.text.slice(start, end));
}

describe("a line of the head that gives dates", () => {
	it.each([
		["12 Mar 2031 · 3 min read", "2031-03-12", null],
		["March 12, 2031 / 2:05 PM EST / Kelor News", "2031-03-12T14:05", null],
		["Posted on March 12, 2031 by admin", "2031-03-12", null],
		["March 12, 2031 | Lomar", "2031-03-12", null],
		["Kelor Post, March 12, 2031", "2031-03-12", null],
		["Lomar - 12 mar 2031 - 14:05 CET", "2031-03-12T14:05", null],
		["Updated 5:14 PM GMT+1, March 8, 2031", null, "2031-03-08T17:14+01:00"],
		["March 12, 203111:04 AM GMT+1Updated 3 hours ago", "2031-03-12T11:04+01:00", null],
		["First published: 12 March 2031 | Updated: 13 March 2031", "2031-03-12", "2031-03-13"],
		["Publié le 14/03/2031 à 14h05 - Mis à jour le 15/03/2031 à 09h10", "2031-03-14T14:05", "2031-03-15T09:10"],
	])("says when the text was published or changed: %s", (line, published, modified) => {
		const draft = read(`${TITLE}\n${line}\n${P1}\n${P2}`);
		expect(draft.headline?.text).toBe(TITLE);
		expect(draft.published.earliest).toBe(published);
		expect(draft.modified.earliest).toBe(modified);
		expect(bodyOf(draft)).toEqual([P1, P2]);
	});

	it.each(["12/03/2031 14:05 CET", "Publicado: 12/03/2031 14:05", "Publish Date: 12-03-2031"])(
		"has both readings as bounds where day or month may stand first: %s",
		(line) => {
			const { published } = read(`${TITLE}\n${line}\n${P1}\n${P2}`);
			expect([published.earliest, published.latest]).toEqual(["2031-03-12", "2031-12-03"]);
		},
	);

	it("names the outlet and who posted it", () => {
		expect(read(`${TITLE}\nKelor Post, March 12, 2031\n${P1}\n${P2}`).outlet?.text).toBe("Kelor Post");
		const posted = read(`${TITLE}\nPosted on March 12, 2031 by Ada Quill\n${P1}\n${P2}`);
		expect(posted.byline?.authors).toEqual(["Ada Quill"]);
	});

	it.each([
		"The treaty of 12 March 2031 ends in May",
		"12 March 2031: two ferries burn",
		"Kelor marks 12 March 2031 in silence",
	])("is a headline when it says more: %s", (line) => {
		const draft = read(`${line}\n${P1}\n${P2}`);
		expect(draft.headline?.text).toBe(line);
		expect(draft.published.earliest).toBeNull();
	});
});

describe("the headline", () => {
	it("is the line right above the byline, whatever labels and bullets stand below it", () => {
		const draft = read(
			`Exclusive: Kelor to buy 40 ferries\nBy Ada Quill\nSummary\nCompanies\nKelor to buy ferries for 1.2 billion\nDeliveries start in 2033\nLOMAR, March 12 (AGN) - Kelor will buy 40 ferries from Brask Yards for 1.2 billion thalers, officials said.\nThe first deliveries are expected in 2033, they said.`,
		);
		expect(draft.headline?.text).toBe("Exclusive: Kelor to buy 40 ferries");
		expect(bodyOf(draft).slice(0, 2)).toEqual(["Kelor to buy ferries for 1.2 billion", "Deliveries start in 2033"]);
	});

	it("is no byline, though nothing else stands above the report", () => {
		const draft = read(`BY ADA QUILL\nUpdated 5:14 PM GMT+1, March 8, 2031\nLOMAR (AGN) — ${P1}\n${P2}`);
		expect(draft.headline?.made).toBe(true);
		expect(draft.byline?.authors).toEqual(["ADA QUILL"]);
	});

	it("is below what a sender wrote above a forwarded mail, or else its subject", () => {
		const header =
			"---------- Forwarded message ---------\nFrom: Ada Quill <ada@quill.example>\nSubject: Fwd: Dam talks collapse";
		const draft = read(`FYI, see below.\n\n${header}\n\n${TITLE}\n\n${P1}\n${P2}`);
		expect(draft.headline?.text).toBe(TITLE);
		expect(draft.metadata.filter(({ field }) => field === "title").map(({ text, taken }) => [text, taken])).toEqual([
			["Dam talks collapse", false],
			[TITLE, true],
		]);
		expect(read(`FYI, see below.\n\n${header}\n\n${P1}\n${P2}`).headline?.text).toBe("Dam talks collapse");
		expect(bodyOf(read(`${P1}\nFrom: the harbour\nTo: the hills\n${P2}`))).toContain(P1);
	});

	it("is no number or slug of a wire, running head, badge or element", () => {
		expect(read(`a0457\nr f BC-KELOR-STRIKE 03-05 0412\n${TITLE}\n${P1}\n${P2}`).headline?.text).toBe(TITLE);
		const paged = read(`Kelor Times      Page 1\n\n${TITLE}\n\n${P1}\n\nKelor Times      Page 2\n\n${P2}`);
		expect(paged.headline?.text).toBe(TITLE);
		expect(bodyOf(paged)).toEqual([P1, P2]);
		const badge = "[![Version][2]][1] [![Build][3]][4]";
		const element = '<a href="https://kelor.example"><img src="x.png"></a>';
		expect(read(`${badge}\n${element}\n\n# ${TITLE}\n\n${P1}\n\n${P2}`, true).headline?.text).toBe(TITLE);
	});

	it("and the paragraphs begin after the marks of quoted mail", () => {
		const draft = read(`> ${TITLE}\n>\n> By Ada Quill\n>\n> ${P1}\n>\n> ${P2}`);
		expect(draft.headline?.text).toBe(TITLE);
		expect(draft.byline?.authors).toEqual(["Ada Quill"]);
		expect(draft.body.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
		expect(bodyOf(draft)).toEqual([P1, P2]);
		const set = read(`# ${TITLE}\n\n${P1}\n\n> ${P2}\n\n${P1.replace("twelve", "12")}`, true);
		expect(set.body.map(({ kind }) => kind)).toEqual(["paragraph", "quote", "paragraph"]);
	});

	it("is no name of an outlet, which is taken for the outlet", () => {
		const item = read(
			`The Morning Ledger\nMarch 12, 2031\nGood morning. Here is what you need to know today.\n\n${TITLE}\n${P1}\n${P2}`,
		);
		expect([item.headline?.text, item.outlet?.text]).toEqual([TITLE, "The Morning Ledger"]);
		const below = read(`${TITLE}\nKelor Post\n12 March 2031\n${P1}\n${P2}`);
		expect([below.headline?.text, below.outlet?.text]).toEqual([TITLE, "Kelor Post"]);
		expect(bodyOf(below)).toEqual([P1, P2]);
	});

	it("is no name above a handle, and the post's stamp is its date", () => {
		const draft = read(`Kelor Post ✔\n@kelorpost\n${P1} ${P2}\n9:15 AM · Mar 12, 2031\n1.2K Reposts`);
		expect(draft.headline?.made).toBe(true);
		expect(draft.published.earliest).toBe("2031-03-12T09:15");
		expect(bodyOf(draft)).toEqual([`${P1} ${P2}`]);
		expect(read(`${TITLE}\n@adaquill\n${P1}\n${P2}`).headline?.text).toBe(TITLE);
	});

	it("is below a thread's title and the stamps of a forum, whose source line gives an outlet", () => {
		const draft = read(
			`[News] Ferry fire kills twelve\n#1 Posted by kelfan » 12 Mar 2031, 09:15\nQuote from: lomar22\nSource: https://www.kelorpost.example/news/fire\n${TITLE}\n${P1}\n${P2}`,
		);
		expect(draft.headline?.text).toBe(TITLE);
		expect(bodyOf(draft)).toEqual([P1, P2]);
		expect(draft.metadata.find(({ field }) => field === "outlet")).toMatchObject({
			text: "kelorpost.example",
			taken: false,
		});
	});
});
