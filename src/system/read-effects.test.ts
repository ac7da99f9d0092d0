import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpResponse, warcFile, warcRecord } from "../../test/make-warc.ts";
import { readCaptures } from "../read/captures.ts";
import { nodeReadEffects } from "./read-effects.ts";

let folder = "";

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "stemma-"));
	await mkdir(join(folder, "b"));
	await writeFile(join(folder, "b", "2.txt"), "two");
	await writeFile(join(folder, "a[1].txt"), "bracket");
	await writeFile(join(folder, "Z.txt"), "zed");
	await writeFile(join(folder, ".hidden.txt"), "no");
	await symlink(folder, join(folder, "b", "ring"));
});

afterAll(() => rm(folder, { recursive: true }));

describe("reading from disk", () => {
	const effects = nodeReadEffects();
	const names = async (input: string): Promise<string[]> =>
		(await effects.list(input)).files.map(({ path }) => path.slice(folder.length + 1));

	it("lists a folder in code-unit order, without hidden files, and walks no ring", async () => {
		expect(await names(folder)).toEqual(["Z.txt", "a[1].txt", "b/2.txt"]);
	});

	it("takes a name that exists as it stands, and else as a pattern", async () => {
		expect(await names(join(folder, "a[1].txt"))).toEqual(["a[1].txt"]);
		expect(await names(`${folder}/**/*.txt`)).toContain("b/2.txt");
		expect((await effects.list(join(folder, "nope"))).kind).toBe("missing");
	});

	it("reads no more than it is asked for", async () => {
		const path = join(folder, "Z.txt");
		expect(new TextDecoder().decode(await effects.read(path, 100))).toBe("zed");
		expect((await effects.read(path, 1)).byteLength).toBe(2);
		await expect(effects.read(join(folder, "nope"), 1)).rejects.toMatchObject({ code: "ENOENT" });
	});

	it("reads standard input up to the limit", async () => {
		async function* endless(): AsyncGenerator<Uint8Array> {
			for (;;) yield new Uint8Array(1000);
		}
		expect((await nodeReadEffects(endless()).stdin(2500)).byteLength).toBe(3000);
	});

	it("opens web archives from disk and from standard input, and says when one cannot be opened", async () => {
		const bytes = warcFile([warcRecord({ block: httpResponse("<p>The harbour stays closed.</p>") })], "each");
		const path = join(folder, "crawl.warc.gz");
		await writeFile(path, bytes);
		async function* once(): AsyncGenerator<Uint8Array> {
			yield bytes;
		}
		const { captures, problems } = await readCaptures([path, "-"], nodeReadEffects(once()));
		expect(captures.map(({ place }) => place)).toEqual([`${path}#1`, "-#1"]);
		expect(problems).toEqual([]);
		await rm(path);
		const gone = { ...effects, list: async () => ({ kind: "file" as const, files: [{ path, size: 1 }] }) };
		expect((await readCaptures([path], gone)).problems).toMatchObject([{ code: "read/unreadable", place: path }]);
	});
});
