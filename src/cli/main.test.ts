import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { serveLocally } from "../../test/local-server.ts";
import type { CollationRecord } from "../model/record.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the program in a process of its own; `impatient` closes its standard output at the first byte. */
function runMain(
	args: readonly string[],
	impatient = false,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], { cwd: ROOT });
		const printed = { out: "", err: "" };
		child.stdin.end();
		child.stdout.on("data", (chunk: Buffer) => {
			printed.out += chunk.toString("utf8");
			if (impatient) child.stdout.destroy();
		});
		child.stderr.on("data", (chunk: Buffer) => {
			printed.err += chunk.toString("utf8");
		});
		child.on("close", (code) => resolve({ code, ...printed }));
	});
}

describe("the program", () => {
	it("collates files and prints the page, plain in a pipe", async () => {
		const { code, out, err } = await runMain(["collate", "examples/01-tarn-press.txt", "examples/05-halyard-news.txt"]);
		expect([code, err]).toEqual([0, ""]);
		expect(out).toMatch(/^2 reports/);
		expect(out).not.toContain("\u001b");
	});

	it("collates pages from the web with files, and fetches nothing from this machine unasked", async () => {
		const page = await readFile(new URL("../../examples/01-tarn-press.txt", import.meta.url));
		const server = await serveLocally((_, response) =>
			response.writeHead(200, { "content-type": "text/plain" }).end(page),
		);
		const url = `${server.origin}/report`;
		const refused = await runMain(["collate", url]);
		expect([refused.code, refused.out]).toEqual([2, ""]);
		expect(refused.err).toMatch(/^stemma: http:[^\n]*--allow-net 127\.0\.0\.1 opens it\n$/);
		const { code, out, err } = await runMain([
			"collate",
			url,
			"examples/05-halyard-news.txt",
			"--allow-net",
			"127.0.0.1",
			"--json",
		]);
		await server.close();
		expect([code, err, server.asked]).toEqual([0, "", ["/report"]]);
		const { articles } = JSON.parse(out) as CollationRecord;
		const fetched = articles.find(({ capture }) => capture.place === url);
		expect(fetched?.capture).toMatchObject({ url, mediaType: "text/plain", at: expect.stringMatching(/^20\d\d-.*Z$/) });
	});

	it("ends quietly when its reader goes", async () => {
		const { code, err } = await runMain(["collate", "examples/*.txt", "--json"], true);
		expect(err).not.toMatch(/EPIPE|Error|at /);
		expect([0, 1]).toContain(code);
	});

	it("names a missing file in one line and ends with 2", async () => {
		const { code, out, err } = await runMain(["collate", "examples/none.txt"]);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toMatch(/^stemma: [^\n]*none\.txt[^\n]*\n$/);
	});

	it("names an output that cannot be written in one line", async () => {
		const { code, out, err } = await runMain(["collate", "examples/01-tarn-press.txt", "-o", "examples"]);
		expect([code, out, err]).toEqual([2, "", "stemma: cannot write examples: it is a folder\n"]);
	});
});
