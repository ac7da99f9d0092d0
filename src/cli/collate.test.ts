import { describe, expect, it } from "vitest";
import { articles, fixtureRecord } from "../../test/fixtures/record.ts";
import { missingFile, type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import { formatRecord } from "../report/json.ts";
import { printRecord } from "../report/terminal.ts";
import type { Given } from "./effects.ts";
import { runCommandLine } from "./run.ts";

const clean: CollationRecord = { ...fixtureRecord, problems: [] };
const nothing: CollationRecord = { ...clean, articles: [], stories: [] };

async function collate(line: string, options: RecordingOptions = {}): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ record: clean, ...options });
	const code = await runCommandLine(["collate", ...line.split(" ").filter((word) => word !== "")], world.effects);
	return { ...world, code };
}

describe("stemma collate", () => {
	it("prints the page on standard output and nothing else", async () => {
		const { code, out, err, asked } = await collate("a.txt b.txt");
		expect([code, out(), err()]).toEqual([0, printRecord(clean, { width: 80, color: false, unicode: true }), ""]);
		expect(asked).toEqual([["a.txt", "b.txt"]]);
	});

	it("prints in colour and to the terminal's width on a terminal", async () => {
		const { out } = await collate("a.txt", { isTTY: true, columns: 60 });
		expect(out()).toBe(printRecord(clean, { width: 60, color: true, unicode: true }));
	});

	it("prints without colour for --no-color, in the columns of --width", async () => {
		const { out } = await collate("--no-color --width 47 a.txt", { isTTY: true, columns: 60 });
		expect(out()).toBe(printRecord(clean, { width: 47, color: false, unicode: true }));
	});

	it("shows a page longer than the terminal in the pager, and prints it where there is none", async () => {
		const page = printRecord(clean, { width: 80, color: true, unicode: true });
		const terminal = { isTTY: true, columns: 80, rows: 24 };
		const paged = await collate("a.txt", { ...terminal, pager: true, env: { PAGER: "more" } });
		expect([paged.paged, paged.out()]).toEqual([[`more: ${page}`], ""]);
		expect((await collate("a.txt", terminal)).out()).toBe(page);
		const asked = await collate("a.txt --no-pager", { ...terminal, pager: true });
		expect([asked.paged, asked.out()]).toEqual([[], page]);
		expect((await collate("a.txt --json", { ...terminal, pager: true })).paged).toEqual([]);
		expect((await collate("a.txt", { ...terminal, rows: 2000, pager: true })).paged).toEqual([]);
		expect((await collate("a.txt", { pager: true })).paged).toEqual([]);
	});

	it("prints one story or some parts of stories", async () => {
		const whole = printRecord(clean, { width: 80, color: false, unicode: true });
		const { out } = await collate("a.txt --story 1");
		expect(whole).toContain(out().split("\n").slice(4, 20).join("\n"));
		const conflicts = await collate("a.txt --only conflicts,lineage");
		expect(conflicts.out()).toContain("How the text travelled");
		expect(conflicts.out()).not.toContain("What was said");
		const wrong = await collate("a.txt --only conflict");
		expect([wrong.code, wrong.err()]).toEqual([2, expect.stringContaining("did you mean conflicts?")]);
		const none = await collate("a.txt --story zebra");
		expect([none.code, none.err()]).toEqual([2, expect.stringContaining("1 ")]);
	});

	it("writes the page for --html and prints nothing else", async () => {
		const { code, out, err, files } = await collate("a.txt --html record.html");
		expect([code, out()]).toEqual([0, ""]);
		expect(err()).toMatch(/^stemma: wrote record\.html \(\d+ KB\)\n$/);
		expect(files.get("record.html")).toMatch(/^<!doctype html>/);
		expect((await collate("a.txt --html -")).out()).toMatch(/^<!doctype html>/);
		const lonely = await collate("a.txt --excerpts");
		expect([lonely.code, lonely.err()]).toEqual([2, expect.stringContaining("--excerpts goes with --html FILE")]);
	});

	it("prints the record for --json", async () => {
		const { code, out } = await collate("a.txt --json", { isTTY: true, columns: 60 });
		expect([code, out()]).toEqual([0, formatRecord(clean)]);
	});

	it("hands on every --primary apart from the reports", async () => {
		const primaries: (readonly string[])[] = [];
		const keep: RecordingOptions["collate"] = async (_, __, given) => {
			primaries.push(given.primaries);
			return clean;
		};
		const { code, asked } = await collate("--primary a.pdf r --primary=b.docx", { collate: keep });
		expect([code, asked, primaries]).toEqual([0, [["r"]], [["a.pdf", "b.docx"]]]);
		await collate("r", { collate: keep });
		expect(primaries[1]).toEqual([]);
		const { err } = await collate("r --primary");
		expect(err()).toContain("--primary needs a value: --primary FILE");
	});

	it("hands on every file of --names", async () => {
		const files: (readonly string[])[] = [];
		const keep: RecordingOptions["collate"] = async (_, __, given) => {
			files.push(given.names);
			return clean;
		};
		const { code, asked } = await collate("--names a.jsonl r --names=b.jsonl", { collate: keep });
		expect([code, asked, files]).toEqual([0, [["r"]], [["a.jsonl", "b.jsonl"]]]);
		await collate("r", { collate: keep });
		expect(files[1]).toEqual([]);
		const { err } = await collate("r --names");
		expect(err()).toContain("--names needs a value: --names FILE");
	});

	it("hands on every file of --corrections", async () => {
		const files: (readonly string[])[] = [];
		const keep: RecordingOptions["collate"] = async (_, __, given) => {
			files.push(given.corrections);
			return clean;
		};
		const { code, asked } = await collate("--corrections a.jsonl r --corrections=b.json", { collate: keep });
		expect([code, asked, files]).toEqual([0, [["r"]], [["a.jsonl", "b.json"]]]);
	});

	it("hands on every range of --allow-net and what fetching is to call itself", async () => {
		const kept: Given[] = [];
		const keep: RecordingOptions["collate"] = async (_, __, given) => {
			kept.push(given);
			return clean;
		};
		await collate("https://a.example/b --allow-net 10.0.0.0/8 --allow-net=::1 --user-agent desk@a.example", {
			collate: keep,
		});
		await collate("a.txt", { collate: keep });
		expect(kept.map(({ allowNet, userAgent }) => [allowNet, userAgent])).toEqual([
			[["10.0.0.0/8", "::1"], "desk@a.example"],
			[[], null],
		]);
	});

	it("prints what is wrong with a names file and its line, and ends with 2", async () => {
		const refuse: RecordingOptions["collate"] = async () => {
			throw new UserError("names/line", "a.jsonl, line 3: not JSON");
		};
		const { code, out, err } = await collate("r --names a.jsonl", { collate: refuse });
		expect([code, out(), err()]).toEqual([2, "", "stemma: a.jsonl, line 3: not JSON\n"]);
	});

	it("writes to the file of --output, plain, and prints nothing", async () => {
		const { code, out, files } = await collate("a.txt -o page.txt", { isTTY: true, columns: 60 });
		expect([code, out()]).toEqual([0, ""]);
		expect(files.get("page.txt")).toBe(printRecord(clean, { width: 80, color: false, unicode: true }));
		const json = await collate("a.txt --json --output=record.json");
		expect(json.files.get("record.json")).toBe(formatRecord(clean));
	});

	it("takes - as standard input and as standard output", async () => {
		const { code, out, asked, files } = await collate("- --output -");
		expect([code, asked, files.size]).toEqual([0, [["-"]], 0]);
		expect(out()).not.toBe("");
	});

	it("gives the others' result, names what failed in one line, and ends with 1", async () => {
		const record = { ...clean, problems: [missingFile] };
		const { code, out, err } = await collate("a.txt gone.txt", { record });
		expect([code, err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		expect(out()).toContain("gone.txt: there is no such file (read/missing)");
	});

	it("ends with 0 where a report has a problem and still gives a result", async () => {
		const problem = { ...missingFile, code: "article/no-date", article: articles[0]?.id ?? "", reason: "no date" };
		const { code, err } = await collate("a.txt", { record: { ...clean, problems: [problem] } });
		expect([code, err()]).toEqual([0, ""]);
	});

	it("prints no page and ends with 2 where no input could be read", async () => {
		const { code, out, err } = await collate("gone.txt", { record: { ...nothing, problems: [missingFile] } });
		expect([code, out(), err()]).toEqual([2, "", "stemma: gone.txt: there is no such file\n"]);
	});

	it("still prints the record for --json where no input could be read", async () => {
		const record = { ...nothing, problems: [missingFile] };
		const { code, out } = await collate("gone.txt --json", { record });
		expect([code, out()]).toEqual([2, formatRecord(record)]);
	});

	it("says so when there was nothing to read", async () => {
		const { code, err } = await collate("empty-folder", { record: nothing });
		expect([code, err()]).toEqual([2, "stemma: nothing to read in empty-folder\n"]);
	});

	it("takes the progress bar off the terminal also when the work fails", async () => {
		const world = recordEffects({
			isTTY: true,
			columns: 60,
			collate: async (_, progress) => {
				world.setClock(5000);
				progress(1, 2, "a.txt");
				throw new UserError("read/gone", "the disk is gone");
			},
		});
		expect(await runCommandLine(["collate", "a.txt"], world.effects)).toBe(2);
		expect(world.err()).toMatch(/a\.txt\r\u001b\[Kstemma: the disk is gone\n$/);
	});

	it("makes a hostile name in a message harmless", async () => {
		const record = { ...nothing, problems: [{ ...missingFile, place: "a\u001b[2J\nb" }] };
		const { err } = await collate("x", { record });
		expect(err()).toBe("stemma: a^[[2J b: there is no such file\n");
	});

	it("refuses a width that is none, and no input at all", async () => {
		for (const line of ["--width x a.txt", "--width 39 a.txt", "--width 1e3 a.txt", "--width=-50 a.txt", ""]) {
			const { code, out, err, asked } = await collate(line);
			expect([code, out(), asked]).toEqual([2, "", []]);
			expect(err()).toMatch(/^stemma: [^\n]+\n$/);
		}
	});
});
