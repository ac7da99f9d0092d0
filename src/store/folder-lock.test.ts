import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";

/** A number that no process has: beyond the most that Linux, macOS and Windows give. */
const NO_PROCESS = 2 ** 30;

describe("the lock of a folder", () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "stemma-lock-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const claim = (fields: object): string =>
		JSON.stringify({
			pid: NO_PROCESS,
			host: hostname(),
			since: new Date().toISOString(),
			start: null,
			token: "another",
			held: true,
			...fields,
		});

	it("is had by one at a time, and names who has it", () => {
		const lock = lockFolder(folder);
		expect(() => lockFolder(folder)).toThrow(
			expect.objectContaining({
				code: "store/in-use",
				message: expect.stringMatching(
					new RegExp(`in use by process ${process.pid}, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC`),
				),
			}),
		);
		lock.release();
		lock.release();
		lockFolder(folder).release();
		expect(readdirSync(folder)).toEqual(["lock.2"]);
	});

	it("is taken over from a process that is gone", () => {
		writeFileSync(join(folder, "lock.7"), claim({}));
		const lock = lockFolder(folder);
		expect(readdirSync(folder)).toEqual(["lock.8"]);
		expect(() => lockFolder(folder)).toThrow(/in use/);
		lock.release();
	});

	it("is taken over from a process whose number another one has now", () => {
		writeFileSync(join(folder, "lock.1"), claim({ pid: process.pid }));
		lockFolder(folder).release();
		writeFileSync(join(folder, "lock.3"), claim({ pid: process.ppid, since: "2001-01-01T00:00:00.000Z" }));
		lockFolder(folder).release();
		expect(readdirSync(folder)).toEqual(["lock.4"]);
	});

	it.runIf(process.platform === "linux")("tells a process from another of its number by when it began", () => {
		writeFileSync(join(folder, "lock.1"), claim({ pid: process.ppid, start: "1" }));
		lockFolder(folder).release();
		expect(readdirSync(folder)).toEqual(["lock.2"]);
	});

	it("is not taken from another machine, and says what to do", () => {
		writeFileSync(join(folder, "lock.1"), claim({ host: "elsewhere.example" }));
		expect(() => lockFolder(folder)).toThrow(/on elsewhere\.example.*if that machine has stopped, delete .*lock\.1/);
	});

	it("is not taken from a process that is just writing it", () => {
		writeFileSync(join(folder, "lock.1"), "");
		expect(() => lockFolder(folder)).toThrow(/a process that is just starting/);
	});

	it("comes to one of many processes that find its owner gone at the same moment", async () => {
		writeFileSync(join(folder, "lock.1"), claim({}));
		const module = JSON.stringify(new URL("./folder-lock.ts", import.meta.url).href);
		const moment = Date.now() + 3000;
		// Each tries at the same moment and, with the lock, stays until its input ends.
		const code = `
			const { lockFolder } = await import(${module});
			await new Promise((resolve) => setTimeout(resolve, ${moment} - Date.now()));
			try { lockFolder(${JSON.stringify(folder)}); console.log("mine"); process.stdin.resume(); }
			catch (error) { console.log(error.code); process.exit(); }`;
		const children = Array.from({ length: 6 }, () =>
			spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
				stdio: ["pipe", "pipe", "inherit"],
			}),
		);
		const answers = await Promise.all(
			children.map(
				(child) => new Promise<string>((resolve) => child.stdout.once("data", (text) => resolve(String(text)))),
			),
		);
		for (const child of children) child.kill("SIGKILL");
		expect(answers.map((answer) => answer.trim()).sort()).toEqual([
			"mine",
			...Array.from({ length: 5 }, () => "store/in-use"),
		]);
	});

	it("is let go by a process that is killed", () => {
		const module = JSON.stringify(new URL("./folder-lock.ts", import.meta.url).href);
		const code = `const { lockFolder } = await import(${module}); lockFolder(${JSON.stringify(folder)}); process.kill(process.pid, "SIGKILL");`;
		spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
		expect(JSON.parse(readFileSync(join(folder, "lock.1"), "utf8"))).toMatchObject({ held: true });
		lockFolder(folder).release();
	});
});
