import { describe, expect, it } from "vitest";
import { listText } from "../../test/list-text.ts";
import { type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import type { QuotationListing } from "../model/quotation-listing.ts";
import { formatQuotations } from "../report/json.ts";
import { printQuotations } from "../report/quotations-page.ts";
import { runCommandLine } from "./run.ts";

const listing = listText("“It stays,” Ada Vane said. Ove Lund said the boat had left.");
const missing = { code: "read/missing", article: null, place: "gone.txt", span: null, reason: "there is no such file" };

async function quotations(
	line: string,
	options: RecordingOptions = {},
): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ quotations: listing, ...options });
	const code = await runCommandLine(["quotations", ...line.split(" ").filter((word) => word !== "")], world.effects);
	return { ...world, code };
}

describe("stemma quotations", () => {
	it("prints who is given which words", async () => {
		const { code, out, err, asked } = await quotations("a.txt");
		expect([code, out(), err()]).toEqual([0, printQuotations(listing, { width: 80, color: false, unicode: true }), ""]);
		expect(out()).toContain("   1  “It stays”");
		expect(asked).toEqual([["a.txt"]]);
	});

	it("prints in colour on a terminal, to its width", async () => {
		const { out } = await quotations("a.txt", { isTTY: true, columns: 60 });
		expect(out()).toBe(printQuotations(listing, { width: 60, color: true, unicode: true }));
		expect(out()).toContain("\u001b[");
	});

	it("prints data for --json, narrowed alike, also to a file", async () => {
		const { out } = await quotations("a.txt --json");
		expect(out()).toBe(formatQuotations(listing));
		const { files } = await quotations("a.txt --json --kind indirect,direct --speaker lund --least .5 -o q.json");
		const kept = JSON.parse(files.get("q.json") ?? "") as QuotationListing;
		expect(kept.filters).toEqual({ speaker: "lund", kinds: ["direct", "indirect"], least: 0.5 });
		expect(kept.articles[0]?.quotations.map(({ exact }) => exact)).toEqual(["the boat had left"]);
	});

	it("narrows by kinds given apart as by kinds given together", async () => {
		const apart = await quotations("a.txt --kind direct --kind mixed");
		expect(apart.out()).toBe((await quotations("a.txt --kind mixed,direct")).out());
		expect(apart.out()).toMatch(/^1 of 2 quotations: direct or mixed\n/);
	});

	it.each([
		["a.txt --kind drect", "--kind takes direct, mixed or indirect and got drect; did you mean direct?"],
		["a.txt --kind direct,spoken", "--kind takes direct, mixed or indirect and got spoken"],
		["a.txt --kind direct,", '--kind takes direct, mixed or indirect and got ""'],
		["a.txt --least high", "--least takes a number from 0 to 1, such as 0.8, and got high"],
		["a.txt --least 80", "--least takes a number from 0 to 1, such as 0.8, and got 80"],
		["a.txt --least=-0.5", "--least takes a number from 0 to 1, such as 0.8, and got -0.5"],
		["a.txt --speaker ?!", '--speaker takes a name and got "?!"'],
		["a.txt --speakr Vane", "unknown option --speakr; did you mean --speaker?"],
		["", 'quotations needs a file, a folder, a pattern, a URL, or - for standard input ("stemma quotations --help")'],
	])("answers %j in one clear line and reads nothing", async (line, message) => {
		const { code, out, err, asked } = await quotations(line);
		expect([code, out(), err(), asked]).toEqual([2, "", `stemma: ${message}\n`, []]);
	});

	it("names what could not be read, and ends with 1 beside others and 2 alone", async () => {
		const some = await quotations("a.txt gone.txt", { quotations: { ...listing, problems: [missing] } });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await quotations("gone.txt", { quotations: { ...listing, articles: [], problems: [missing] } });
		expect([none.code, none.out()]).toEqual([2, ""]);
	});
});
