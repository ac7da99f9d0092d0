import { describe, expect, it } from "vitest";
import { annotateText, type Naming } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article, Dateline, Outlet } from "../../model/article.ts";
import { findCredits } from "./credits.ts";
import { listMedia } from "./media.ts";

const outlet = (text: string): Outlet => ({ text, span: null, from: "test", site: null });
const wired = (agency: string): Dateline => ({
	text: `MARENA (${agency}) -`,
	span: null,
	from: "test",
	place: "MARENA",
	date: null,
	agency,
});

/** An agency's own dispatch, by which the set knows the agency. */
const DISPATCH = annotateText("MARENA (Corra) - The dam gave way.", {
	id: "w",
	sourceId: "w",
	dateline: wired("Corra"),
});

function creditsOf(
	text: string,
	given: Partial<Article> = {},
	namings: readonly Naming[] = [],
	others: readonly AnnotatedArticle[] = [DISPATCH],
): string[] {
	const annotated = annotateText(text, { id: "a", sourceId: "a", ...given }, namings);
	const media = listMedia([annotated, ...others], []);
	return findCredits(annotated, new Map(), media).list.map(({ name, passage, repost, evidence: [place] }) => {
		const words = place ? text.slice(place.start, place.end) : "-";
		return `${name} by ${words}${passage ? " for a passage" : ""}${repost ? ", taken over" : ""}`;
	});
}

describe("findCredits", () => {
	it.each([
		[
			"Dam breaks\nBy Ada Quill, Corra\n\nThe dam above Marena gave way before dawn, officials said, and the mud took the road.",
			"By Ada Quill, Corra",
		],
		[
			"Dam breaks\nOur correspondent, Marena, with Corra\n\nThe dam above Marena gave way before dawn, officials said, and the road is gone.",
			"Our correspondent, Marena, with Corra",
		],
		["The dam above Marena gave way before dawn.\nWith reporting by Corra", "With reporting by Corra"],
		["The dam above Marena gave way before dawn.\nAdditional reporting by Corra", "Additional reporting by Corra"],
		["The dam above Marena gave way before dawn.\nCorra / Mirror", "Corra / Mirror"],
	])("takes a line of its own for a credit of the text: %j", (text, line) => {
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") })).toEqual([`Corra by ${line}`]);
	});

	it("takes each agency of a dateline, and an author of a byline whom the set knows for an agency", () => {
		const text = "The dam above Marena gave way before dawn.";
		expect(creditsOf(text, { dateline: wired("Corra/Velt"), outlet: outlet("Tarn Mirror") })).toEqual([
			"Corra by -",
			"Velt by -",
		]);
		const byline = {
			text: "By Ada Quill, Corra",
			span: null,
			from: "test",
			authors: ["Ada Quill", "Corra"],
			agencies: [],
		};
		expect(creditsOf(text, { byline, outlet: outlet("Tarn Mirror") })).toEqual(["Corra by -"]);
	});

	it("hears a closing sentence that says where the text itself stood first", () => {
		const other = annotateText("The dam gave way.", { id: "m", sourceId: "m", outlet: outlet("Quell Echo") });
		const says = "This article was first published in the Quell Echo and is reprinted with permission.";
		const text = `The dam above Marena gave way before dawn.\n\n${says}`;
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") }, [], [other])).toContain(
			`Quell Echo by ${says}, taken over`,
		);
		const told = "The dam gave way.\n\nThe minister said that this report was wrong, as the Quell Echo wrote.";
		expect(creditsOf(told, { outlet: outlet("Tarn Mirror") }, [], [other])).toEqual([
			"Quell Echo by Quell Echo for a passage",
		]);
	});

	it("knows an outlet by a name in a script without capitals", () => {
		const other = annotateText("桥坍塌了。", { id: "m", sourceId: "m", outlet: outlet("桑道日报") });
		const text = "桥坍塌了。\n来源：桑道日报";
		const sourceLines = [{ start: 6, end: text.length, exact: "来源：桑道日报", url: null, name: "桑道日报" }];
		const annotated = annotateText(text, { id: "a", sourceId: "a", sourceLines });
		const media = listMedia([annotated, other], []);
		const credited = findCredits(annotated, new Map(), media).list.map(({ key }) => key);
		expect(credited).toEqual([...findCredits(other, new Map(), media).ownKeys.keys()]);
	});

	it("credits media without a name as a source of its own kind", () => {
		const text = "Media outlets reported that the dam gave way. State television said nobody was there.";
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") })).toEqual([
			"media outlets by Media outlets for a passage",
			"state television by State television for a passage",
		]);
	});

	it("takes no last sentence that tells whom somebody spoke to for such a line", () => {
		const text = "The dam above Marena gave way before dawn.\nShe told Corra.";
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") })).toEqual(["Corra by Corra for a passage"]);
	});

	it("credits a sentence that says whom it is from where no quotation is found in it", () => {
		const text = "The dam gave way before dawn, Corra reported. The road is gone.";
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") })).toEqual(["Corra by Corra for a passage"]);
	});

	it("credits no agency for words told to it in its own text", () => {
		const text = "MARENA (Corra) - The dam gave way, Ada Vane told Corra.";
		expect(creditsOf(text, { dateline: wired("Corra") })).toEqual(["Corra by -"]);
	});

	it("knows an outlet that only the head of another report names", () => {
		const other = annotateText("Shares fall\nBy Ada Quill | Metals Post | 17 May\n\nShares fell, as they do.", {
			id: "m",
			sourceId: "m",
		});
		const text = "The words are from the Metals Post, which printed them whole.";
		expect(creditsOf(text, { outlet: outlet("Tarn Mirror") }, [], [other])).toEqual([
			"Metals Post by Metals Post for a passage",
		]);
	});

	it("knows an outlet by its name without the word that says what it is, and calls it so", () => {
		const other = annotateText("The dam gave way.", { id: "m", sourceId: "m", outlet: outlet("Quell One News") });
		expect(creditsOf("She told Quell One that the dam held.", {}, [], [other])).toEqual([
			"Quell One by Quell One for a passage",
		]);
	});

	it("says that a text was taken over where a line names its address, and credits a name alone", () => {
		const line = (exact: string, url: string | null, name: string | null): Partial<Article> => {
			const text = `The dam gave way.\n${exact}`;
			const start = text.indexOf(exact);
			return { text, sourceLines: [{ start, end: text.length, exact, url, name }], outlet: outlet("Tarn Mirror") };
		};
		const from = (exact: string, url: string | null, name: string | null): string[] =>
			creditsOf(`The dam gave way.\n${exact}`, line(exact, url, name));
		expect(from("Source: https://x.example/1", "https://x.example/1", null)).toEqual([
			"https://x.example/1 by Source: https://x.example/1, taken over",
		]);
		expect(from("via Corra", null, "Corra")).toEqual(["Corra by via Corra, taken over"]);
		expect(from("Source: Corra", null, "Corra")).toEqual(["Corra by Source: Corra"]);
	});
});
