import { describe, expect, it } from "vitest";
import type { ArticleRole } from "../src/model/article.ts";
import type { CollationRecord, HeldRendition } from "../src/model/record.ts";
import { annotate, collateArticles } from "../src/pipeline.ts";
import { printRecord } from "../src/report/terminal.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { expectGolden } from "./golden.ts";
import { makeArticle, publishedOn } from "./make-article.ts";
import { findBreaches } from "./record-invariants.ts";

const STATEMENT = `Statement of Orla Maddern, director of the Kelm Valley Railway, on the collision at Sarn Halt.

MADDERN: The driver of the second train was not told that the signal at Sarn Halt had been out of order for nine days. I ordered the inspection of all signals on the branch this morning. The first of them were looked at before noon. We will pay the burial of every victim, and we will not wait for the courts to tell us so.

QUILL: When will the trains run again?

MADDERN: No train will run between Kelm and Sarn until the last signal has been tested.`;

const EXACT = `KELM – The railway at Kelm took the blame on Tuesday for the collision at Sarn Halt in which eleven people died.

“The driver of the second train was not told that the signal at Sarn Halt had been out of order for nine days,” director Orla Maddern of the Kelm Valley Railway said.

“No train will run between Kelm and Sarn until the last signal has been tested,” Maddern said.`;

const CUT = `The Kelm Valley Railway will bury the dead of the collision at Sarn Halt at its own cost, its director said on Tuesday.

“We will pay the burial of every victim,” director Orla Maddern of the Kelm Valley Railway said.

“The driver of the second train was not told that the signal … had been out of order for nine days,” Maddern said.`;

const CHANGED = `Eleven people died when two trains of the Kelm Valley Railway met at Sarn Halt on Monday.

“The driver of the second train was told that the signal at Sarn Halt had been out of order for five days,” director Orla Maddern of the Kelm Valley Railway said on Tuesday.

“We may pay the burial of every victim, and we will not wait for the courts to tell us so,” Maddern said.`;

const SUMMARY = `Trains between Kelm and Sarn stay in their sheds after the collision at Sarn Halt that killed eleven people on Monday.

Director Orla Maddern of the Kelm Valley Railway said that no train would run between Kelm and Sarn until the last signal had been tested.

Maddern said that the victims’ families would have the burial paid for them by the railway, whatever the courts say.`;

const SOURCES: readonly { readonly name: string; readonly text: string; readonly role?: ArticleRole }[] = [
	{ name: "exact", text: EXACT },
	{ name: "cut", text: CUT },
	{ name: "changed", text: CHANGED },
	{ name: "summary", text: SUMMARY },
	{ name: "statement", text: STATEMENT, role: "primary" },
];

function collate(sources: typeof SOURCES): CollationRecord {
	const articles = sources.map(({ name, text, role = "report" }) =>
		annotate(makeArticle(text, { sourceId: name, role, published: publishedOn("2031-05-14") })),
	);
	return collateArticles(articles, loadAnalysisData());
}

const record = collate(SOURCES);

/** How a report gives the utterance that holds words of the statement. */
function heldIn(report: string, words: string): HeldRendition | undefined {
	const nameOf = new Map(record.articles.map(({ id, sourceId, text }) => [id, { sourceId, text }]));
	const utterance = record.utterances.find(({ renditions }) =>
		renditions.some(({ article, parts }) => {
			const own = nameOf.get(article);
			const given = parts.flatMap(({ spans }) => spans).map(({ start, end }) => own?.text.slice(start, end));
			return own?.sourceId === "statement" && given.join(" ").includes(words);
		}),
	);
	return utterance?.held.find(({ rendition }) =>
		utterance.renditions.some(({ id, article }) => id === rendition && nameOf.get(article)?.sourceId === report),
	);
}

describe("reports held against a statement", () => {
	it("give its words exactly", () => {
		expect(heldIn("exact", "The driver of the second train")).toMatchObject({
			relation: "exact",
			leftOut: [],
			changed: [],
		});
		expect(heldIn("exact", "No train will run")?.relation).toBe("exact");
	});

	it("cut them, and the words left out are named where they stand in the statement", () => {
		const ends = heldIn("cut", "We will pay");
		expect([ends?.relation, ends?.leftOut.map(({ exact }) => exact)]).toEqual([
			"cut",
			["and we will not wait for the courts to tell us so"],
		]);
		const middle = heldIn("cut", "The driver of the second train");
		expect([middle?.relation, middle?.leftOut.map(({ exact }) => exact)]).toEqual(["cut", ["at Sarn Halt"]]);
		for (const { start, end, exact } of [...(ends?.leftOut ?? []), ...(middle?.leftOut ?? [])])
			expect(STATEMENT.slice(start, end)).toBe(exact);
	});

	it("change them, and say what stands for what, the worst first", () => {
		const changes = (held: HeldRendition | undefined): string[] =>
			(held?.changed ?? []).map(({ kind, primary, report }) =>
				[kind, ...[primary, report].map((spans) => spans.map(({ exact }) => exact).join(" … "))].join(" / "),
			);
		const driver = heldIn("changed", "The driver of the second train");
		expect([driver?.relation, ...changes(driver)]).toEqual(["changed", "polarity / not / ", "number / nine / five"]);
		const pay = heldIn("changed", "We will pay");
		expect([pay?.relation, ...changes(pay)]).toEqual(["changed", "strength / will / may"]);
	});

	it("follow them in indirect speech, or give the gist, in which no word stands for one of theirs", () => {
		expect(heldIn("summary", "No train will run")?.relation).toBe("exact");
		expect(["summary", "changed", undefined]).toContain(heldIn("summary", "We will pay")?.relation);
	});

	it("break nothing of the record, and no order of theirs changes it", () => {
		expect(findBreaches(record)).toEqual([]);
		expect(collate([...SOURCES].reverse())).toEqual(record);
		expect(record.utterances.every(({ held, renditions }) => held.length < renditions.length)).toBe(true);
	});

	it("are held against nothing where there is no statement", () => {
		const without = collate(SOURCES.filter(({ role }) => role !== "primary"));
		expect(without.utterances.every(({ held }) => held.length === 0)).toBe(true);
	});

	it("print as they are meant to look", () => {
		const page = printRecord(record, { width: 80, color: false, unicode: true });
		expect(page).toMatch(/against [A-E] {2}exact {4}/);
		expect(page).toContain("\nLeft out by all reports\n");
		expectGolden("held-80.txt", page);
	});
});
