import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import { type Copies, findCopies } from "./copies.ts";
import { findWordSequence } from "./fingerprints.ts";

const SENTENCES = [
	"The ferry Halcyon left Marena harbour at dawn with ninety passengers and a cargo of timber.",
	"It struck a sandbank off the northern lighthouse twenty minutes later and began to list.",
	"Coastguard cutters reached the vessel within the hour and took most of the travellers aboard.",
	"Two engineers who had stayed below to start the pumps were found by divers in the evening.",
	"The owners said that the charts in use were older than the dredging of last spring.",
	"An inquiry under the retired judge Orla Pike will open in Corra before the end of the month.",
];
const WHOLE = SENTENCES.join(" ");

function copiesOf(...texts: readonly string[]): Copies {
	const articles = texts.map((text, i): AnnotatedArticle => annotateText(text, { id: `a${i}`, sourceId: `s${i}` }));
	return findCopies(articles, articles.map(findWordSequence));
}

function membersOf({ groups }: Copies): (string | readonly string[])[][] {
	return groups.map(({ kind, members }) => [kind, members.map(({ article }) => article)]);
}

describe("findCopies", () => {
	it("finds the same words under other marks and breaks to be an exact copy", () => {
		expect(membersOf(copiesOf(WHOLE, WHOLE.replaceAll(". ", ".\n\n").replace("ferry", "Ferry")))).toEqual([
			["exact", ["a0", "a1"]],
		]);
	});

	it("finds a text cut to its first half to be a near copy of the whole", () => {
		const { groups, pairs } = copiesOf(SENTENCES.slice(0, 3).join(" "), WHOLE);
		expect(groups.map(({ kind }) => kind)).toEqual(["near"]);
		expect(pairs).toEqual([{ a: 1, b: 0, contained: 1, containing: expect.closeTo(0.48, 1) }]);
	});

	it("finds a text whose sentences were put in another order, with words changed, to be a near copy", () => {
		const turned = [...SENTENCES].reverse().join(" ").replace("northern", "southern").replace("evening", "night");
		expect(membersOf(copiesOf(WHOLE, turned))).toEqual([["near", ["a0", "a1"]]]);
	});

	it("keeps apart one template filled with other figures", () => {
		const fill = (a: number, b: number, c: number, d: number): string =>
			`Shares in the harbour index rose ${a} per cent to ${b} points at the close of trading, as investors waited for word from the bank. Halcyon Lines gained ${c} crowns and was the most traded of all, with a turnover of ${d} million.`;
		expect(copiesOf(fill(2, 311, 48, 17), fill(4, 296, 53, 21)).groups).toEqual([]);
	});

	it("finds a text with three words in ten replaced, its sentences in another order, to be a near copy", () => {
		const rewritten = [
			"Two mechanics who had remained below to start the pumps were found by frogmen at the dusk.",
			"The owners stated that the maps in use were older than any dredging of last spring.",
			"The ship Halcyon left Marena port at sunrise with ninety people and a load of timber.",
			"It hit a sandbank off the old lighthouse twenty minutes after and began to lean.",
		].join(" ");
		expect(membersOf(copiesOf(WHOLE, rewritten))).toEqual([["near", ["a0", "a1"]]]);
	});

	it("keeps apart two reports that share no more than one sentence", () => {
		const other = `${SENTENCES[0]} Nobody at the harbour office could say on Friday who had let it sail in such weather, and the crew would not talk to reporters.`;
		expect(copiesOf(WHOLE, other).groups).toEqual([]);
	});

	it("groups two cuts of one text with the whole but not with each other alone", () => {
		const head = SENTENCES.slice(0, 3).join(" ");
		const tail = SENTENCES.slice(3).join(" ");
		expect(membersOf(copiesOf(head, tail, WHOLE))).toEqual([["near", ["a0", "a1", "a2"]]]);
		expect(copiesOf(head, tail).groups).toEqual([]);
	});

	it("groups a cut of a text with it though the fullest copy has another opening", () => {
		const fuller = `${"Passengers may have been saved by one who jumped. ".repeat(2)}${SENTENCES.slice(1).join(" ")} The minister wept.`;
		const cut = SENTENCES.slice(0, 3).join(" ");
		expect(membersOf(copiesOf(cut, fuller, WHOLE))).toEqual([["near", ["a0", "a1", "a2"]]]);
		expect(copiesOf(cut, fuller, WHOLE).bases).toEqual([2, 2, 2]);
		expect(copiesOf(cut, fuller).groups).toEqual([]);
	});

	it("finds one text in a script without spaces", () => {
		const text =
			"星期三，阿尔特莫尔附近的一座高速公路桥梁坍塌，警方称有两人受伤。交通部表示，这座桥原定于今年夏天进行维修。";
		expect(membersOf(copiesOf(text, text.replace("，", " ")))).toEqual([["exact", ["a0", "a1"]]]);
		expect(membersOf(copiesOf(text, `${text}居民说：“我们听到一声巨响。”`))).toEqual([["near", ["a0", "a1"]]]);
	});

	it("lists the two halves of one capture as a group of their own", () => {
		const article = annotateText(WHOLE, {
			id: "a0",
			repeats: [{ kind: "exact", kept: [{ start: 0, end: 10 }], dropped: [{ start: 20, end: 30 }] }],
		});
		const { groups } = findCopies([article], [findWordSequence(article)]);
		expect(groups.map(({ members }) => members)).toEqual([
			[
				{ article: "a0", spans: [{ start: 0, end: 10 }] },
				{ article: "a0", spans: [{ start: 20, end: 30 }] },
			],
		]);
	});

	it("does not call two texts of a few words copies", () => {
		expect(copiesOf("Photo gallery.", "Photo gallery.").groups).toEqual([]);
	});
});
