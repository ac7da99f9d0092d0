import { describe, expect, it } from "vitest";
import type { TestReport } from "../../../test/collate-texts.ts";
import { correctTexts, decide, wordsIn } from "../../../test/correct-texts.ts";
import { findBreaches } from "../../../test/record-invariants.ts";
import type { Correction } from "../../model/correction.ts";
import type { CollationRecord } from "../../model/record.ts";

const SANK =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said. Divers searched the wreck until nightfall.";
const REPORTS: readonly TestReport[] = [
	{
		name: "a.txt",
		text: `${SANK} “We had asked the ministry for newer charts of the bay,” Captain Ada Vane said. “The hull was sound,” a deckhand said. The ferry was licensed to carry 120 people.`,
		published: "2031-05-14",
	},
	{
		name: "b.txt",
		text: `${SANK} “The authorities were told that our maps were old,” Captain Ada Vane said on the quay. Joren Hale, a diver, wept. The ferry was licensed to carry 150 people.`,
		published: "2031-05-14",
	},
	{
		name: "c.txt",
		text: "Parliament in Quell passed the budget by two votes after ministers dropped the fuel levy.",
		published: "2031-05-14",
	},
];
const at = (name: string, exact: string): Correction["words"][number] => wordsIn(REPORTS, name, exact);
const CHARTS = at("a.txt", "We had asked the ministry for newer charts of the bay,");
const MAPS = at("b.txt", "The authorities were told that our maps were old,");

function utteranceOf(record: CollationRecord, words: Correction["words"][number]): string | undefined {
	const article = record.articles.find(({ sourceId }) => sourceId === words.article)?.id;
	return record.utterances.find(({ renditions }) =>
		renditions.some(
			(one) =>
				one.article === article &&
				one.parts.some(({ spans }) => spans.some(({ start, end }) => start < words.end && words.start < end)),
		),
	)?.id;
}

const outcomes = (record: CollationRecord): string[] =>
	record.corrections.map(({ kind, applied, reason }) => `${kind} ${applied}: ${reason}`);

describe("corrections", () => {
	it("change nothing where there are none", () => {
		const record = correctTexts(REPORTS, []);
		expect([record.corrections, record.generator.corrections]).toEqual([[], 0]);
		expect(utteranceOf(record, CHARTS)).not.toBe(utteranceOf(record, MAPS));
	});

	it("join what a person says is one utterance, and part it again", () => {
		const same = decide("same-utterance", { words: [CHARTS, MAPS] });
		const record = correctTexts(REPORTS, [same]);
		expect(utteranceOf(record, CHARTS)).toBe(utteranceOf(record, MAPS));
		expect(findBreaches(record)).toEqual([]);
		expect(record.generator.corrections).toBe(1);
		expect(record.corrections).toMatchObject([
			{ applied: true, reason: "joined by N. N.: I was there", findings: [utteranceOf(record, CHARTS)] },
		]);
		const copies: TestReport[] = [
			...REPORTS.slice(0, 1),
			{
				name: "d.txt",
				text: `${SANK} “We had asked the ministry for newer charts of the bay,” Ada Vane said.`,
				published: "2031-05-14",
			},
		];
		const other = wordsIn(copies, "d.txt", CHARTS.exact);
		expect(utteranceOf(correctTexts(copies, []), CHARTS)).toBe(utteranceOf(correctTexts(copies, []), other));
		const parted = correctTexts(copies, [decide("not-same-utterance", { words: [other, CHARTS] })]);
		expect(utteranceOf(parted, CHARTS)).not.toBe(utteranceOf(parted, other));
		expect(outcomes(parted)).toEqual(["not-same-utterance true: parted by N. N.: I was there"]);
		expect(findBreaches(parted)).toEqual([]);
	});

	it("settle a speaker, by a name that some report gives", () => {
		const words = [at("a.txt", "The hull was sound,")];
		const speakerOf = (record: CollationRecord): string | undefined => {
			const quotation = record.quotations.find(({ exact }) => exact.startsWith("The hull"));
			return `${record.entities.find(({ id }) => id === quotation?.speaker)?.name}: ${quotation?.speakerReason}`;
		};
		const record = correctTexts(REPORTS, [decide("speaker", { words, speaker: "joren hale" })]);
		expect(speakerOf(record)).toBe("Joren Hale: settled by N. N.: I was there");
		expect(findBreaches(record)).toEqual([]);
		const lost = correctTexts(REPORTS, [decide("speaker", { words, speaker: "Bo Quill" })]);
		expect(outcomes(lost)).toEqual(["speaker false: no report names Bo Quill"]);
		const open = correctTexts(REPORTS, [decide("speaker", { words: [CHARTS], speaker: null })]);
		expect(open.quotations.find(({ exact }) => exact.startsWith("We had"))?.speaker).toBeNull();
	});

	it("reject a conflict, named by its words or its id", () => {
		const words = [at("a.txt", "120 people"), at("b.txt", "150 people")];
		const before = correctTexts(REPORTS, []).facts.find(
			({ relation }) => relation === "conflict" || relation === "contested",
		);
		expect(before).toBeDefined();
		for (const given of [{ words }, { fact: before?.id ?? "" }]) {
			const record = correctTexts(REPORTS, [decide("reject-conflict", { ...given, relation: "updated" })]);
			expect(record.facts.find(({ id }) => id === before?.id)).toMatchObject({
				relation: "updated",
				reason: `${before?.relation} rejected by N. N.: I was there`,
			});
		}
		const twice = correctTexts(REPORTS, [
			decide("reject-conflict", { words }),
			decide("reject-conflict", { words, relation: "agree", who: "O. O." }),
		]);
		expect(twice.facts.find(({ id }) => id === before?.id)?.relation).toBe(before?.relation);
		expect(twice.problems.map(({ code }) => code)).toEqual(["corrections/contradiction", "corrections/contradiction"]);
	});

	it("join stories and split them, with the reason at each member", () => {
		const joined = correctTexts(REPORTS, [decide("join-stories", { articles: ["a.txt", "c.txt"] })]);
		expect(joined.stories.map(({ articles }) => articles.length)).toEqual([3]);
		expect(
			joined.stories[0]?.why.filter(({ reason }) => reason.startsWith("joined by N. N.: I was there")),
		).toHaveLength(2);
		expect(findBreaches(joined)).toEqual([]);
		const split = correctTexts(REPORTS, [decide("split-story", { articles: ["b.txt"] })]);
		expect(split.stories.map(({ articles }) => articles.length)).toEqual([1, 1, 1]);
		expect(findBreaches(split)).toEqual([]);
		const both = correctTexts(REPORTS, [
			decide("split-story", { articles: ["b.txt"] }),
			decide("join-stories", { articles: ["a.txt", "b.txt"], who: "O. O." }),
		]);
		expect(both.stories.map(({ articles }) => articles.length).sort()).toEqual([1, 2]);
		expect(outcomes(both)).toEqual([
			"split-story false: it contradicts that of O. O.: I was there",
			"join-stories false: it contradicts that of N. N.: I was there",
		]);
	});

	it("move a report to the story of another, and say so where it was", () => {
		const move = decide("move-reports", { articles: ["b.txt"], from: "a.txt", into: "c.txt" });
		const record = correctTexts(REPORTS, [move]);
		expect(record.stories.map(({ articles }) => articles.length).sort()).toEqual([1, 2]);
		expect(record.stories.flatMap(({ why }) => why.map(({ reason }) => reason)).join("\n")).toMatch(
			/^moved by N\. N\./m,
		);
		expect(findBreaches(record)).toEqual([]);
		const rest = REPORTS.filter(({ name }) => name === "a.txt");
		const left = correctTexts(rest, [move, decide("split-story", { articles: ["c.txt"], from: "a.txt" })]);
		expect(outcomes(left).sort()).toEqual([
			"move-reports true: one report moved to another story by N. N.: I was there",
			"split-story true: one report parted from these by N. N.: I was there",
		]);
		expect(left.corrections.map(({ findings }) => findings)).toEqual(Array(2).fill([left.stories[0]?.id]));
		const back = decide("move-reports", { articles: ["c.txt"], into: "b.txt", who: "O. O." });
		expect(correctTexts(REPORTS, [move, back]).generator.corrections).toBe(0);
		expect(outcomes(correctTexts(REPORTS, [move, decide("split-story", { articles: ["b.txt"] })]))).toEqual(
			Array(2).fill(expect.stringMatching(/false: it contradicts/)),
		);
	});

	it("keep under former ids what they make one", () => {
		const apart = correctTexts(REPORTS, []).stories.map(({ id }) => id);
		const [joined] = correctTexts(REPORTS, [decide("join-stories", { articles: ["c.txt", "a.txt"] })]).stories;
		expect(apart).toContain(joined?.id);
		expect([joined?.id, ...(joined?.aliases ?? [])].sort()).toEqual([...apart].sort());
	});

	it("rename a story and whom the words name, unless two names are given", () => {
		const story = decide("rename-story", { articles: ["c.txt"], name: "The vote in Quell" });
		const hale = decide("rename-entity", { words: [at("b.txt", "Joren Hale")], name: "Jorén Hale" });
		const record = correctTexts(REPORTS, [story, hale]);
		expect(record.stories.map(({ name }) => name).sort()).toEqual(["The vote in Quell", null]);
		const named = record.entities.find(({ name }) => name === "Jorén Hale");
		expect(named).toMatchObject({ names: ["Jorén Hale", "Joren Hale"] });
		expect(named?.reasons).toContain("“Joren Hale” called “Jorén Hale” by N. N.: I was there");
		expect(outcomes(record)).toEqual(Array(2).fill(expect.stringMatching(/true: called “.*” by N\. N\./)));
		expect(findBreaches(record)).toEqual([]);
		const twice = correctTexts(REPORTS, [story, { ...story, name: "Levy" }, { ...hale, name: "Joe" }, hale]);
		expect([twice.generator.corrections, twice.entities.filter(({ name }) => name === "Joe")]).toEqual([0, []]);
	});

	it("report what contradicts itself over others, and apply none of it", () => {
		const hull = at("a.txt", "The hull was sound,");
		const record = correctTexts(REPORTS, [
			decide("same-utterance", { words: [CHARTS, MAPS] }),
			decide("same-utterance", { words: [MAPS, hull], who: "O. O." }),
			decide("not-same-utterance", { words: [hull, CHARTS], who: "P. P." }),
		]);
		expect(record.generator.corrections).toBe(0);
		expect(record.problems.map(({ code }) => code)).toEqual(Array(3).fill("corrections/contradiction"));
		expect(utteranceOf(record, CHARTS)).not.toBe(utteranceOf(record, MAPS));
	});

	it("report what no longer fits its text, and find words that only moved", () => {
		const moved = { ...CHARTS, start: 0, end: CHARTS.exact.length };
		expect(correctTexts(REPORTS, [decide("same-utterance", { words: [moved, MAPS] })]).generator.corrections).toBe(1);
		const changed = { ...CHARTS, exact: "We had asked for nothing" };
		const record = correctTexts(REPORTS, [
			decide("same-utterance", { words: [changed, MAPS] }),
			decide("speaker", { words: [{ ...CHARTS, article: "gone.txt" }], speaker: "Ada Vane" }),
			decide("speaker", { words: [at("a.txt", "Divers searched the wreck")], speaker: "Ada Vane" }),
			decide("split-story", { articles: ["gone.txt"] }),
			decide("reject-conflict", { fact: "0000000000000000" }),
		]);
		expect(record.generator.corrections).toBe(0);
		expect(record.problems.map(({ code }) => code)).toEqual(Array(5).fill("corrections/no-longer-fits"));
		expect(record.problems.map(({ reason }) => reason).join("\n")).toMatch(
			/the correction “same-utterance” of N\. N\., 2031-05-20, is not applied: the words “We had asked for nothing” no longer stand in a\.txt/,
		);
	});

	it("give the same record in any order, and for a decision given twice", () => {
		const all = [
			decide("same-utterance", { words: [CHARTS, MAPS] }),
			decide("speaker", { words: [at("a.txt", "The hull was sound,")], speaker: "Joren Hale" }),
			decide("join-stories", { articles: ["c.txt", "b.txt"] }),
			decide("reject-conflict", { words: [at("a.txt", "120 people"), at("b.txt", "150 people")] }),
		];
		const record = correctTexts(REPORTS, all);
		expect(record.generator.corrections).toBe(4);
		expect(correctTexts([...REPORTS].reverse(), [...all, ...all].reverse())).toEqual(record);
		expect(findBreaches(record)).toEqual([]);
	});
});
