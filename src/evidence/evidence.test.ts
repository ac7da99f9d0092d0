import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CAPTURES, gather, makeCapture } from "../../test/make-evidence.ts";
import { sourceOf } from "../read/archives/byte-source.ts";
import { readWaczCaptures } from "../read/archives/wacz-captures.ts";
import { readWarcCaptures } from "../read/archives/warc-captures.ts";
import { formatRecord } from "../report/json.ts";
import { nodeArchiveEffects } from "../system/archive-effects.ts";
import { sha256Hex } from "../text/hash.ts";
import { packEvidence, packWarc } from "./evidence.ts";

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const linesOf = (bytes: Uint8Array | undefined): string[] => decode(bytes).trimEnd().split("\n");

describe("an evidence file", () => {
	it("holds what WACZ asks for, each file with its hash, and the record", async () => {
		const evidence = await gather();
		const files = unzipSync(packEvidence(evidence));
		expect(Object.keys(files).sort()).toEqual([
			"archive/captures.warc.gz",
			"datapackage-digest.json",
			"datapackage.json",
			"indexes/index.cdx",
			"pages/pages.jsonl",
			"stemma/evidence.json",
			"stemma/record.json",
		]);
		const listed = JSON.parse(decode(files["datapackage.json"])) as { resources: { path: string; hash: string }[] };
		for (const { path, hash } of listed.resources)
			expect(hash).toBe(`sha256:${sha256Hex(files[path] ?? new Uint8Array())}`);
		expect(listed).toMatchObject({ profile: "data-package", wacz_version: "1.1.1" });
		expect(listed.resources).toHaveLength(5);
		expect(JSON.parse(decode(files["datapackage-digest.json"]))).toEqual({
			path: "datapackage.json",
			hash: `sha256:${sha256Hex(files["datapackage.json"] ?? new Uint8Array())}`,
		});
		expect(decode(files["stemma/record.json"])).toBe(formatRecord(evidence.record));
	});

	it("is the same to the byte whatever order the captures come in, and says no time that nobody gave", async () => {
		const one = packEvidence(await gather());
		const other = packEvidence(await gather([...CAPTURES].reverse()));
		expect(sha256Hex(one)).toBe(sha256Hex(other));
		expect(decode(unzipSync(one)["datapackage.json"])).not.toContain("created");
		const dated = unzipSync(packEvidence(await gather(), "2031-05-20T00:00:00Z"));
		expect(JSON.parse(decode(dated["datapackage.json"]))).toMatchObject({ created: "2031-05-20T00:00:00Z" });
	});

	it("has an index by which each capture is read where it lies, sorted by byte", async () => {
		const files = unzipSync(packEvidence(await gather()));
		const archive = files["archive/captures.warc.gz"] ?? new Uint8Array();
		const lines = linesOf(files["indexes/index.cdx"]);
		expect(lines).toHaveLength(3);
		expect([...lines].sort()).toEqual(lines);
		expect(lines[0]).toMatch(/^example,isle-post\)\/tarn 20310514083000 \{"url":"https:\/\/isle-post\.example\/tarn"/);
		for (const line of lines) {
			const entry = JSON.parse(line.slice(line.indexOf("{"))) as { url: string; offset: number; length: number };
			const record = gunzipSync(archive.subarray(entry.offset, entry.offset + entry.length)).toString("utf8");
			expect(record).toMatch(/^WARC\/1\.1\r\nWARC-Type: resource\r\n/);
			expect(record).toContain(`WARC-Target-URI: ${entry.url}\r\n`);
		}
	});

	it("lists its captures as pages, with an address made from their bytes where they have none", async () => {
		const files = unzipSync(packEvidence(await gather()));
		const pages = linesOf(files["pages/pages.jsonl"]).map((line) => JSON.parse(line) as { [key: string]: unknown });
		expect(pages[0]).toEqual({ format: "json-pages-1.0", id: "pages", title: "Captures" });
		expect(pages.slice(1).map(({ url, ts, title }) => [url, ts, title])).toEqual([
			[`urn:sha256:${CAPTURES[0]?.sha256}`, "1970-01-01T00:00:00Z", "Harbour stays closed"],
			["https://isle-post.example/tarn", "2031-05-14T08:30:00Z", "Mayor keeps Tarn harbour shut"],
			[`urn:sha256:${CAPTURES[2]?.sha256}`, "1970-01-01T00:00:00Z", "Orchard fair opens"],
		]);
	});

	it("is read as the web archive that it is, also as a WARC alone", async () => {
		const evidence = await gather();
		const effects = nodeArchiveEffects();
		for (const steps of [
			readWaczCaptures(sourceOf(packEvidence(evidence)), "e", effects),
			readWarcCaptures(sourceOf(packWarc(evidence, "e.warc.gz")), "e", effects, null),
		]) {
			const read = [];
			for await (const step of steps) read.push("capture" in step ? step.capture : step);
			expect(read).toMatchObject(
				CAPTURES.map(({ url, at, mediaType, sha256, charset }) => ({ url, at, mediaType, sha256, charset })),
			);
		}
	});

	it("holds of one story its captures alone, and the record of these", async () => {
		const all = await gather();
		const story = all.record.stories.find(({ articles }) => articles.length === 2);
		const chosen = await gather(CAPTURES, [], () => new Set(story?.articles));
		expect(chosen.captures.map(({ place }) => place)).toEqual(["a.txt", "b.txt"]);
		expect(chosen.record.articles).toHaveLength(2);
	});

	it("keeps captures of the same bytes apart, and addresses that would break its lines whole", async () => {
		const [first] = CAPTURES;
		const copies = ["x\r\nWARC-Type: y.txt", "z.txt"].map((place) => makeCapture(place, decode(first?.bytes)));
		const odd = makeCapture("q.txt", "A text.", { url: "https://isle-post.example/a b\n" });
		const evidence = await gather([...copies, odd]);
		const files = unzipSync(packEvidence(evidence));
		const archive = gunzipSync(files["archive/captures.warc.gz"] ?? new Uint8Array()).toString("utf8");
		expect(archive.match(/^WARC-Type: resource\r$/gm)).toHaveLength(3);
		expect(new Set(archive.match(/^WARC-Record-ID: .*$/gm)).size).toBe(4);
	});
});
