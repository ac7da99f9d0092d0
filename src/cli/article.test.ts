import { describe, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import { type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { type ArticleListing, LISTING_SCHEMA } from "../model/article-listing.ts";
import { printListing } from "../report/article-page.ts";
import { formatListing } from "../report/json.ts";
import { runCommandLine } from "./run.ts";

const TEXT = "The ferry stays.\n\nShare this\n\nThe port said so.";
const listing: ArticleListing = {
	schema: LISTING_SCHEMA,
	generator: { version: "1.2.3" },
	articles: [
		makeArticle(TEXT, {
			body: [
				{ start: 0, end: 16 },
				{ start: 30, end: 47 },
			],
			blocks: [
				{ start: 0, end: 16, kind: "paragraph", path: null },
				{ start: 30, end: 47, kind: "paragraph", path: null },
			],
			dropped: [{ start: 18, end: 28, rule: "article/share-bar", reason: "offers to share the text" }],
		}),
	],
	problems: [],
};
const missing = { code: "read/missing", article: null, place: "gone.txt", span: null, reason: "there is no such file" };

async function article(line: string, options: RecordingOptions = {}): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ listing, ...options });
	const code = await runCommandLine(["article", ...line.split(" ").filter((word) => word !== "")], world.effects);
	return { ...world, code };
}

describe("stemma article", () => {
	it("prints what was taken, what was dropped and why", async () => {
		const { code, out, err, asked } = await article("a.txt");
		expect([code, out(), err()]).toEqual([
			0,
			printListing(listing, { width: 80, color: false, unicode: true }, false),
			"",
		]);
		expect(out()).toContain("18 × Share this\n     dropped: offers to share the text (article/share-bar)\n");
		expect(asked).toEqual([["a.txt"]]);
	});

	it("prints in colour on a terminal, to its width, and all of it for --whole", async () => {
		const { out } = await article("a.txt --whole", { isTTY: true, columns: 60 });
		expect(out()).toBe(printListing(listing, { width: 60, color: true, unicode: true }, true));
		expect(out()).toContain("\u001b[");
	});

	it("prints the listing for --json, also to a file", async () => {
		const { out } = await article("a.txt --json");
		expect(out()).toBe(formatListing(listing));
		const { files } = await article("a.txt --json -o list.json");
		expect(files.get("list.json")).toBe(formatListing(listing));
	});

	it("names what could not be read, and ends with 1 beside others and 2 alone", async () => {
		const some = await article("a.txt gone.txt", { listing: { ...listing, problems: [missing] } });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await article("gone.txt", { listing: { ...listing, articles: [], problems: [missing] } });
		expect([none.code, none.out()]).toEqual([2, ""]);
	});

	it("asks for an input", async () => {
		const { code, err } = await article("");
		expect([code, err()]).toEqual([
			2,
			'stemma: article needs a file, a folder, a pattern, a URL, or - for standard input ("stemma article --help")\n',
		]);
	});
});
