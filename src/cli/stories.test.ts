import { describe, expect, it } from "vitest";
import { storiesOf } from "../../test/collate-texts.ts";
import { type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { formatStories } from "../report/json.ts";
import { printStories } from "../report/stories-page.ts";
import { runCommandLine } from "./run.ts";

const listing = storiesOf([{ name: "a.txt", text: "“It stays,” Ada Vane said." }]);
const missing = { code: "read/missing", article: null, place: "gone.txt", span: null, reason: "there is no such file" };

async function stories(line: string, options: RecordingOptions = {}): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ stories: listing, ...options });
	const code = await runCommandLine(["stories", ...line.split(" ").filter((word) => word !== "")], world.effects);
	return { ...world, code };
}

describe("stemma stories", () => {
	it("prints the stories, in colour and to its width on a terminal", async () => {
		const { code, out, err, asked } = await stories("a.txt");
		expect([code, out(), err()]).toEqual([0, printStories(listing, { width: 80, color: false, unicode: true }), ""]);
		expect(asked).toEqual([["a.txt"]]);
		const terminal = await stories("a.txt", { isTTY: true, columns: 60 });
		expect(terminal.out()).toBe(printStories(listing, { width: 60, color: true, unicode: true }));
		expect(terminal.out()).toContain("\u001b[");
	});

	it("prints data for --json, also to a file", async () => {
		expect((await stories("a.txt --json")).out()).toBe(formatStories(listing));
		const { files, out } = await stories("a.txt --json -o s.json");
		expect([files.get("s.json"), out()]).toEqual([formatStories(listing), ""]);
		expect(formatStories(listing)).toMatch(/^\{\n {2}"schema": "stemma\.stories\/1",\n {2}"generator"/);
	});

	it.each([
		["a.txt --primry x", "unknown option --primry; did you mean --primary?"],
		["", 'stories needs a file, a folder, a pattern, a URL, or - for standard input ("stemma stories --help")'],
	])("answers %j in one clear line and reads nothing", async (line, message) => {
		const { code, out, err, asked } = await stories(line);
		expect([code, out(), err(), asked]).toEqual([2, "", `stemma: ${message}\n`, []]);
	});

	it("names what could not be read, and ends with 1 beside others and 2 alone", async () => {
		const some = await stories("a.txt gone.txt", { stories: { ...listing, problems: [missing] } });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await stories("gone.txt", { stories: { ...listing, articles: [], problems: [missing] } });
		expect([none.code, none.out()]).toEqual([2, ""]);
	});
});
