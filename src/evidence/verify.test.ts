import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { CAPTURES, evidenceEffects, gather, makeCapture } from "../../test/make-evidence.ts";
import { warcFile, warcRecord } from "../../test/make-warc.ts";
import type { Verification } from "../model/evidence.ts";
import { sha256Hex } from "../text/hash.ts";
import { type Evidence, packEvidence } from "./evidence.ts";
import { verifyEvidence } from "./verify.ts";
import { writeWacz } from "./wacz.ts";
import { writeZip, type ZipFile } from "./zip-writer.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const verify = (bytes: Uint8Array): Promise<Verification> => verifyEvidence(bytes, "e.wacz", evidenceEffects);

/** The files of an archive, to be changed and packed again. */
function filesOf(bytes: Uint8Array): ZipFile[] {
	return Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content }));
}

/** The same files with hashes stated anew, as somebody would who covers a change. */
function rehash(files: readonly ZipFile[]): Uint8Array {
	const own = files.filter(({ path }) => !path.startsWith("datapackage"));
	return writeWacz(own, { title: "t", description: "d" });
}

const change = (files: readonly ZipFile[], name: string, edit: (text: string) => string): ZipFile[] =>
	files.map((file) =>
		file.path === name ? { path: name, bytes: utf8(edit(new TextDecoder().decode(file.bytes))) } : file,
	);

describe("verifying evidence", () => {
	let evidence: Evidence;
	let whole: Uint8Array;

	beforeAll(async () => {
		evidence = await gather();
		whole = packEvidence(evidence);
	});

	it("finds that all matches, and that the captures give the record to the byte", async () => {
		const found = await verify(whole);
		expect(found).toMatchObject({
			outcome: "verified",
			file: { sha256: sha256Hex(whole), bytes: whole.byteLength },
			container: { state: "matches" },
			record: { state: "identical" },
		});
		expect(found.files.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => "matches"));
		expect(found.captures.map(({ place, state }) => `${place} ${state}`)).toEqual([
			"a.txt matches",
			"b.txt matches",
			"c.txt matches",
		]);
	});

	it("computes the record again with the user's own names and decisions, which it keeps", async () => {
		const names = {
			kind: "names" as const,
			place: "own/names.jsonl",
			bytes: utf8('{"name": "Ada Vane", "type": "person", "aliases": ["the Mayor of Tarn"]}\n'),
		};
		const found = await verify(packEvidence(await gather(CAPTURES, [names])));
		expect(found.outcome).toBe("verified");
		expect(found.record.generator?.data.map(({ name }) => name)).toContain("own/names.jsonl");
	});

	it("names the file that was changed", async () => {
		const found = await verify(
			writeZip(change(filesOf(whole), "pages/pages.jsonl", (text) => text.replace("Orchard", "Harvest"))),
		);
		expect(found.outcome).toBe("changed");
		expect(found.files.filter(({ state }) => state !== "matches")).toMatchObject([
			{ path: "pages/pages.jsonl", state: "changed", reason: "its hash is another" },
		]);
	});

	it("names the one capture of an archive whose bytes were damaged", async () => {
		const archive = unzipSync(whole)["archive/captures.warc.gz"] ?? new Uint8Array();
		const start = Buffer.from(whole).indexOf(archive);
		const bytes = whole.slice();
		// Inside of the packed bytes of the second capture.
		const at = start + Math.round(archive.length * 0.6);
		bytes[at] = (bytes[at] ?? 0) ^ 0xff;
		const found = await verify(bytes);
		expect(found.container.state).toBe("matches");
		expect(found.files.filter(({ state }) => state !== "matches").map(({ path }) => path)).toEqual([
			"archive/captures.warc.gz",
		]);
		expect(found.captures.map(({ state }) => state)).toEqual(["matches", "missing", "matches"]);
	});

	it("finds an archive that was packed anew, and that its files are as they were", async () => {
		const found = await verify(zipSync(unzipSync(whole)));
		expect(found).toMatchObject({
			outcome: "changed",
			container: { state: "changed" },
			record: { state: "identical" },
		});
		expect(found.files.every(({ state }) => state === "matches")).toBe(true);
	});

	it("names a file that was taken out and one that was put in", async () => {
		const files = filesOf(whole).filter(({ path }) => path !== "indexes/index.cdx");
		const found = await verify(writeZip([...files, { path: "stemma/note.txt", bytes: utf8("hello") }]));
		expect(found.outcome).toBe("changed");
		expect(found.files.filter(({ state }) => state !== "matches").map(({ path, state }) => `${path} ${state}`)).toEqual(
			["indexes/index.cdx missing", "stemma/note.txt unlisted"],
		);
	});

	it("names the capture that was changed, though every hash of a file was stated anew", async () => {
		const [first] = CAPTURES;
		const forged = makeCapture("a.txt", new TextDecoder().decode(first?.bytes).replace("Two workers", "Six workers"));
		const other = filesOf(packEvidence(await gather([forged, ...CAPTURES.slice(1)])));
		const archive = other.find(({ path }) => path === "archive/captures.warc.gz");
		const files = filesOf(whole).map((file) => (file.path === archive?.path ? archive : file));
		const found = await verify(rehash(files));
		expect(found.files.every(({ state }) => state === "matches")).toBe(true);
		expect(found.captures.filter(({ state }) => state !== "matches").map(({ place }) => place)).toEqual(["a.txt"]);
		expect(found).toMatchObject({ outcome: "changed", record: { state: "not-computed" } });
	});

	it("says where a record first differs from what its captures give", async () => {
		const [story, ...stories] = evidence.record.stories;
		if (!story) throw new Error("no story");
		const record = { ...evidence.record, stories: [{ ...story, aliases: ["0"] }, ...stories] };
		const found = await verify(packEvidence({ ...evidence, record }));
		expect(found).toMatchObject({ outcome: "changed", record: { state: "differs" } });
		expect(found.record.reason).toContain("differs first at stories[0].aliases");
	});

	it("says which version or model made a record that it cannot compute again", async () => {
		const { generator } = evidence.record;
		const made = async (other: Partial<typeof generator>): Promise<Verification> =>
			verify(packEvidence({ ...evidence, record: { ...evidence.record, generator: { ...generator, ...other } } }));
		const version = await made({ version: "9.1.0" });
		expect([version.outcome, version.record.reason]).toEqual([
			"other-generator",
			`stemma 9.1.0 made it, and this is ${generator.version}`,
		]);
		const model = await made({ models: [{ name: "quotation-tagger", sha256: "0".repeat(64) }] });
		expect(model.record.reason).toContain("another model quotation-tagger");
		expect((await made({ data: [] })).record.reason).toContain("without the data");
	});

	it("finds a digest that was written anew around the same hash", async () => {
		const found = await verify(writeZip(change(filesOf(whole), "datapackage-digest.json", (text) => `${text} `)));
		expect(found).toMatchObject({ outcome: "changed", container: { state: "changed" } });
	});

	it("checks the hashes of another program's archive, and says that it holds no record", async () => {
		const data = warcFile([warcRecord({ type: "resource", block: "text" })]);
		const files = { "archive/data.warc": data, "pages/pages.jsonl": utf8("{}\n") };
		const resources = Object.entries(files).map(([path, bytes]) => ({ path, hash: `sha256:${sha256Hex(bytes)}` }));
		const packed = { ...files, "datapackage.json": utf8(JSON.stringify({ profile: "data-package", resources })) };
		const found = await verify(zipSync(packed));
		expect(found).toMatchObject({ outcome: "no-record", container: { state: "foreign" }, record: { state: "absent" } });
		const bad = await verify(zipSync({ ...packed, "pages/pages.jsonl": utf8("{ }\n") }));
		expect(bad.outcome).toBe("changed");
	});

	it("refuses what is no WACZ", async () => {
		await expect(verify(utf8("hello"))).rejects.toMatchObject({ code: "verify/unreadable" });
		await expect(verify(zipSync({ "a.txt": utf8("a") }))).rejects.toThrow("has no datapackage.json");
	});
});
