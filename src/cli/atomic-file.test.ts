import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { beforeEach, describe, expect, it } from "vitest";
import { writeFileWhole } from "./atomic-file.ts";

let folder = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "stemma-"));
});

describe("writeFileWhole", () => {
	it("writes a new file and leaves nothing else beside it", async () => {
		await writeFileWhole(join(folder, "a.json"), "text\n");
		expect(await readFile(join(folder, "a.json"), "utf8")).toBe("text\n");
		expect(await readdir(folder)).toEqual(["a.json"]);
	});

	it("replaces a file, keeping its permissions", async () => {
		const path = join(folder, "a.json");
		await writeFile(path, "old");
		await chmod(path, 0o640);
		await writeFileWhole(path, "new");
		expect(await readFile(path, "utf8")).toBe("new");
		if (process.platform !== "win32") expect((await stat(path)).mode & 0o777).toBe(0o640);
	});

	it("follows a link instead of replacing it", async () => {
		await writeFile(join(folder, "real.json"), "old");
		await symlink("real.json", join(folder, "link.json"));
		await writeFileWhole(join(folder, "link.json"), "new");
		expect(await readlink(join(folder, "link.json"))).toBe("real.json");
		expect(await readFile(join(folder, "real.json"), "utf8")).toBe("new");
	});

	it("writes into what is no plain file, and leaves it what it is", async () => {
		if (process.platform === "win32") return;
		await writeFileWhole("/dev/null", "text");
		expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
	});

	it("says in a line why it could not write, and leaves no draft", async () => {
		await mkdir(join(folder, "sub"));
		await writeFile(join(folder, "plain"), "");
		const cases = [
			[join(folder, "sub"), "it is a folder"],
			[join(folder, "none", "a.json"), "its folder does not exist"],
			[join(folder, "plain", "a.json"), "a part of its path is not a folder"],
		] as const;
		for (const [path, why] of cases) {
			await expect(writeFileWhole(path, "text")).rejects.toMatchObject({
				code: "cli/output",
				exitCode: 2,
				message: `cannot write ${path}: ${why}`,
			});
		}
		expect((await readdir(folder)).sort()).toEqual(["plain", "sub"]);
	});
});
