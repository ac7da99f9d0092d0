import { describe, expect, it } from "vitest";
import { publishedOn } from "../../../test/make-article.ts";
import { traceIn } from "../../../test/trace-texts.ts";
import { UserError } from "../../model/problem.ts";
import type { TraceListing } from "../../model/trace-listing.ts";

const SAID = "We will not open the bridge until every cable has been replaced";
const POST = {
	name: "post",
	text: `The bridge at Vell stays shut.\n“${SAID},” mayor Ira Sand told reporters.`,
	published: publishedOn("2031-05-14"),
};

function show({ articles, places }: TraceListing): string[] {
	const nameOf = (id: string): string => articles.find((article) => article.id === id)?.sourceId ?? "?";
	return places.map(
		({ article, kind, spans }) => `${nameOf(article)} ${kind} ${spans.map(({ exact }) => exact).join(" … ")}`,
	);
}

describe("the places of a text", () => {
	it("are told oldest first, with the undated last", () => {
		const listing = traceIn(SAID, [
			{ name: "undated", text: POST.text },
			{ ...POST, name: "later", published: publishedOn("2031-05-16") },
			POST,
		]);
		expect(show(listing)).toEqual([`post exact ${SAID}`, `later exact ${SAID}`, `undated exact ${SAID}`]);
	});

	it("take the day of the post of a live blog that holds them", () => {
		const text = "Old post.\nThe bridge stays shut for good, Ira Sand said.";
		const posts = [{ start: 10, end: text.length, published: publishedOn("2031-05-20") }];
		const { places } = traceIn("The bridge stays shut for good", [
			{ name: "live", text, posts, published: publishedOn("2031-05-14") },
		]);
		expect(places[0]?.when.earliest).toBe("2031-05-20");
	});

	it("are cut where an ellipsis or the end stands for the rest, and say what is left out", () => {
		const { places } = traceIn(SAID, [
			POST,
			{ name: "cut", text: "“We will not open the bridge … every cable has been replaced,” mayor Ira Sand said." },
		]);
		const cut = places.find(({ kind }) => kind === "cut");
		expect(cut?.spans.map(({ exact }) => exact).join(" … ")).toBe(
			"We will not open the bridge … every cable has been replaced",
		);
		expect(cut?.differences).toMatchObject([{ kind: "omission", traced: [{ exact: "until" }], found: [] }]);
	});

	it("are reworded where a number, a negation or a word is another, and show it", () => {
		const other = { name: "other", text: `“${SAID.replace("every cable", "every rope")},” mayor Ira Sand said.` };
		const { places } = traceIn(SAID, [POST, other]);
		const reworded = places.find(({ kind }) => kind === "reworded");
		expect(reworded?.differences).toMatchObject([{ traced: [{ exact: "cable" }], found: [{ exact: "rope" }] }]);
		const bold = traceIn(SAID, [POST, { ...other, text: `“${SAID.replace("not ", "")},” mayor Ira Sand said.` }]);
		expect(bold.places.find(({ kind }) => kind === "reworded")?.differences[0]?.kind).toBe("polarity");
	});

	it("leave out another speaker's look-alike and say why", () => {
		const listing = traceIn(SAID, [
			POST,
			{
				name: "other",
				text: "“We will open the bridge when every second cable has been replaced,” said builder Jonas Reck.",
			},
		]);
		expect(show(listing)).toEqual([`post exact ${SAID}`]);
		expect(listing.near.map(({ reason }) => reason)).toEqual(["another speaker's words"]);
	});

	it("name whom the report has the words from", () => {
		const { places } = traceIn(SAID, [{ ...POST, text: `“${SAID},” mayor Ira Sand told Corra News.` }]);
		expect(places[0]?.quotation?.carriers.map(({ name }) => name)).toEqual(["Corra News"]);
		expect(places[0]?.credits).toMatchObject([{ kind: "credits", name: "Corra News", scope: "words" }]);
	});

	it("in dropped text are listed apart with the rule that dropped it", () => {
		const text = `News of Vell.\n${SAID}.`;
		const kept = { start: 0, end: 13 };
		const dropped = [{ start: 14, end: text.length, rule: "article/photo-caption", reason: "a caption" }];
		const listing = traceIn(SAID, [
			{ name: "a", text, body: [kept], blocks: [{ ...kept, kind: "paragraph", path: null }], dropped },
		]);
		expect(listing.places).toEqual([]);
		expect(listing.dropped).toMatchObject([{ exact: SAID, rule: "article/photo-caption", reason: "a caption" }]);
	});

	it("count reports of one text as one line", () => {
		const more =
			"Lorries have been sent around by Corra since Monday, and the ferry at Orrow carries the mail of the valley.";
		const copies = ["a", "b"].map((name) => ({ ...POST, name, text: `${POST.text}\n${more}` }));
		expect(traceIn(SAID, copies).lines).toBe(1);
	});

	it("are none when nothing gives it", () => {
		const listing = traceIn("The moon was filmed in a brickyard", [POST]);
		expect([listing.places, listing.near, listing.lines]).toEqual([[], [], 0]);
	});
});

describe("a text to trace", () => {
	const codeOf = (text: string): string => {
		try {
			traceIn(text, [POST]);
		} catch (error) {
			return error instanceof UserError ? error.code : "a bug";
		}
		return "traced";
	};

	it("without a word, or longer than a page, is refused in a clear line", () => {
		expect(
			["", " \n", "“…” — !?", "”".repeat(100), "a ".repeat(500_000), "a".repeat(1_000_000), "a ".repeat(500)].map(
				codeOf,
			),
		).toEqual([
			"trace/no-words",
			"trace/no-words",
			"trace/no-words",
			"trace/no-words",
			"trace/too-long",
			"trace/too-long",
			"trace/too-long",
		]);
	});

	it("is found in scripts with and without spaces, and in one word", () => {
		const reports = [
			{ name: "zh", text: "市长说：“我们不会开放这座桥，直到更换所有缆索。”", language: "zh" },
			{ name: "ar", text: "قال العمدة: «لن نفتح الجسر قبل تبديل كل حبل».", language: "ar" },
			POST,
		];
		expect(show(traceIn("我们不会开放这座桥", reports))).toEqual(["zh exact 我们不会开放这座桥"]);
		expect(show(traceIn("لن نفتح الجسر", reports))).toEqual(["ar exact لن نفتح الجسر"]);
		expect(show(traceIn("bridge", [POST]))).toEqual(["post exact bridge", "post exact bridge"]);
	});

	it("of words without end is looked for in words without end within seconds", () => {
		const text = "a b ".repeat(200);
		const started = traceIn(text, [{ name: "long", text: "a b ".repeat(20_000) }]);
		expect(started.places.length).toBeGreaterThan(0);
	}, 20_000);

	it("may begin and end inside a character without breaking it", () => {
		const { places } = traceIn("bridge 🌉 shut", [{ name: "a", text: "The bridge 🌉 shut on Monday." }]);
		expect(places[0]?.spans[0]?.exact).toBe("bridge 🌉 shut");
	});
});
