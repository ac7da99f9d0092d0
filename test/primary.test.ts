import { describe, expect, it } from "vitest";
import type { ArticleRole } from "../src/model/article.ts";
import type { CollationRecord } from "../src/model/record.ts";
import { annotate, collateArticles } from "../src/pipeline.ts";
import { printRecord } from "../src/report/terminal.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { utteranceWith } from "./collate-texts.ts";
import { makeArticle, publishedOn } from "./make-article.ts";
import { findBreaches } from "./record-invariants.ts";

const TRANSCRIPT = `VANE: The harbour of Port Amity stays closed. We will not open the harbour until we know why the Amity Star sank, and nobody should expect anything else.

The log of the harbour master says that the doors of the ferry were shut.

QUILL: When will the owners of the ferry be heard?

VANE: The owners of the Amity Star will pay for the search. No family of the missing will be left without a roof this winter.`;

const POST = `PORT AMITY – The harbour of Port Amity stays closed after the ferry Amity Star sank, council leader Ira Vane said on Wednesday.

“We will not open the harbour until we know why the Amity Star sank, and nobody should expect anything else,” Vane told reporters.

“The owners of the Amity Star will pay for the search,” Vane said. The coast guard is looking for nine people from the ferry.`;

const LEDGER = `Port Amity’s harbour will stay closed to ferries, its council said on Wednesday, two days after the Amity Star went down.

“We will not open this harbour until we understand why the Amity Star sank, and nobody should expect otherwise,” council leader Ira Vane said.

“The coast guard is looking for nine people of the Amity Star, and will look for them until dark,” Vane said.`;

const OTHER = `The price of barley in Meridia rose to a record on Friday, traders in Orrow Quay said after the rains failed for a third month in the northern plains.

“Nobody in this market has seen such a price for barley,” said Bo Marsh, who runs a mill.`;

const STATEMENT = `The council of Port Amity has decided today that the harbour stays closed.

We will not open the harbour until we know why the Amity Star sank, and nobody should expect anything else.`;

interface Source {
	readonly name: string;
	readonly text: string;
	readonly role?: ArticleRole;
}

const REPORTS: readonly Source[] = [
	{ name: "post", text: POST },
	{ name: "ledger", text: LEDGER },
	{ name: "other", text: OTHER },
];

function collate(sources: readonly Source[]): CollationRecord {
	const articles = sources.map(({ name, text, role = "report" }) =>
		annotate(makeArticle(text, { sourceId: name, role, published: publishedOn("2031-05-14") })),
	);
	return collateArticles(articles, loadAnalysisData());
}

function held(text: string): CollationRecord {
	return collate([...REPORTS, { name: "primary", text, role: "primary" }]);
}

function idOf(record: CollationRecord, name: string): string {
	return record.articles.find((article) => article.sourceId === name)?.id ?? "";
}

describe("a primary document", () => {
	it("changes no story: the same reports, the same ids, the same lines", () => {
		const [without, withIt] = [collate(REPORTS), held(TRANSCRIPT)];
		const primary = idOf(withIt, "primary");
		const told = ({ id, articles, lines, headline, when }: CollationRecord["stories"][number]): object => ({
			id,
			articles: articles.filter((article) => article !== primary),
			lines,
			headline,
			when,
		});
		expect(withIt.stories.map(told)).toEqual(without.stories.map(told));
		expect(findBreaches(withIt)).toEqual([]);
	});

	it("stands in the story whose reports repeat its words, and in no line of it", () => {
		const record = held(TRANSCRIPT);
		const story = record.stories.find(({ articles }) => articles.includes(idOf(record, "primary")));
		expect(story?.articles).toContain(idOf(record, "post"));
		expect(story?.lines.flatMap(({ articles }) => articles)).not.toContain(idOf(record, "primary"));
		expect(story?.why.find(({ article }) => article === idOf(record, "primary"))?.reason).toContain("primary document");
	});

	it("gives the wording that reports are held against, and its reading comes first", () => {
		const record = held(TRANSCRIPT);
		const utterance = utteranceWith(record, "until we understand");
		expect(utterance?.renditions[0]?.article).toBe(idOf(record, "primary"));
		const first = utterance?.renditions[0]?.id ?? "";
		const variant = utterance?.variants.find(({ readings }) => readings.some(({ text }) => text === "understand"));
		expect(variant?.readings[0]?.renditions).toContain(first);
		expect(variant?.readings[0]?.text).toBe("know");
	});

	it("gives its speakers' words by their labels, also where a turn goes on in a paragraph without one", () => {
		const record = held(TRANSCRIPT);
		const own = record.quotations.filter(({ article }) => article === idOf(record, "primary"));
		const vane = record.entities.find(({ name }) => name === "Ira Vane")?.id;
		const log = own.find(({ exact }) => exact.startsWith("The log"));
		expect([log?.rule, log?.speaker]).toEqual(["quotations/primary", vane]);
		const turns = own.filter(({ rule }) => rule === "quotations/transcript");
		expect(turns.map(({ kind }) => kind)).toEqual(["direct", "direct", "direct"]);
	});

	it("that is a statement without marks is met by what reports quote of it", () => {
		const record = held(STATEMENT);
		const utterance = utteranceWith(record, "until we understand");
		expect(utterance?.renditions.map(({ article }) => article)).toContain(idOf(record, "primary"));
	});

	it("that no report draws on stands in no story, and that is said", () => {
		const record = collate([...REPORTS.slice(0, 2), { name: "primary", text: OTHER, role: "primary" }]);
		const primary = idOf(record, "primary");
		expect(record.stories.every(({ articles }) => !articles.includes(primary))).toBe(true);
		expect(record.problems.filter(({ article }) => article === primary).map(({ code }) => code)).toEqual([
			"stories/primary-alone",
		]);
		expect(findBreaches(record)).toEqual([]);
		expect(collate([{ name: "primary", text: OTHER, role: "primary" }]).stories).toEqual([]);
	});

	it("does not make reports that print its words depend on each other", () => {
		const words =
			"the council of Port Amity has decided today that every ferry which uses the harbour must show the book of its doors to the harbour master before it sails again";
		const record = collate([
			{ name: "post", text: `${POST}\n\nIn a note ${words}.` },
			{ name: "ledger", text: `${LEDGER}\n\nThe note says that ${words}, the paper has learned.` },
			{ name: "primary", text: `${TRANSCRIPT}\n\nNow ${words}.`, role: "primary" },
		]);
		const story = record.stories.find(({ articles }) => articles.length === 3);
		expect(story?.lines.map(({ articles }) => articles.length)).toEqual([1, 1]);
	});

	it("is shown as what reports are held against, and what is not found in it is said", () => {
		const page = printRecord(held(TRANSCRIPT), { width: 100, color: false, unicode: true });
		expect(page).toContain("3 reports and 1 primary document");
		expect(page).toMatch(/2 reports, 2 independent lines as far as found · held against the primary document [A-D]/);
		expect(page).toMatch(/primary [A-D]/);
		expect(page).toContain("of the primary in no report");
	});

	it("leaves the order of its inputs without effect", () => {
		const sources: readonly Source[] = [...REPORTS, { name: "primary", text: TRANSCRIPT, role: "primary" }];
		expect(collate([...sources].reverse())).toEqual(collate(sources));
	});
});
