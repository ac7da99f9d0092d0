import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { CAPTURES, evidenceEffects, gather, makeCapture } from "../../test/make-evidence.ts";
import type { GivenFile } from "../model/evidence.ts";
import { collateInputs } from "../pipeline.ts";
import { sourceOf } from "../read/archives/byte-source.ts";
import { readCaptures } from "../read/captures.ts";
import { formatRecord } from "../report/json.ts";
import { type Evidence, gatherEvidence, packEvidence, packWarc } from "./evidence.ts";
import { writeWacz } from "./wacz.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const NAMES: GivenFile = {
	kind: "names",
	place: "own/names.jsonl",
	bytes: utf8('{"name": "Ada Vane", "type": "person", "aliases": ["the Mayor of Tarn"]}\n'),
};
const LOST = { code: "read/missing", span: null, article: null, place: "gone.txt", reason: "there is no gone.txt" };

/** Reading from files in memory. */
function effectsOn(files: Readonly<{ [path: string]: Uint8Array }>): Parameters<typeof collateInputs>[1] {
	const bytesOf = (path: string): Uint8Array => files[path] ?? new Uint8Array();
	return {
		list: async (input) => ({ kind: "file", files: [{ path: input, size: bytesOf(input).byteLength }] }),
		read: async (path) => bytesOf(path),
		stdin: async () => new Uint8Array(),
		archives: {
			...evidenceEffects.archives,
			open: async (path) => ({ ...sourceOf(bytesOf(path)), close: async () => {} }),
		},
		readArticle: evidenceEffects.readArticle,
		data: evidenceEffects.loadData([]),
		dataWith: (given) => evidenceEffects.loadData(given),
	};
}

describe("evidence that is read again", () => {
	let evidence: Evidence;

	beforeAll(async () => {
		const captures = [
			...CAPTURES,
			makeCapture("d.txt", "The harbour stays closed until the crane is safe.\n", {
				stated: { outlet: "Tarn Town Hall", published: "2031-05-14", title: "Order of the day", role: "primary" },
			}),
			// What a crawl would not take for a report is one when a person kept it.
			makeCapture("https://isle-post.example/humans.txt", "The ferry of Tarn sails at noon again.\n", {
				url: "https://isle-post.example/humans.txt",
				mediaType: "text/markdown",
				at: "yesterday",
			}),
		];
		const { readArticle, loadData } = evidenceEffects;
		evidence = await gatherEvidence(captures, [LOST], { readArticle, data: loadData([NAMES]) }, [NAMES]);
	});

	it("gives the record that it carries, to the byte, with the names and decisions in it", async () => {
		const files = {
			"e.wacz": packEvidence(evidence),
			"e.warc.gz": packWarc(evidence, "e.warc.gz", "2031-05-20T00:00:00Z"),
		};
		for (const path of ["e.wacz", "e.warc.gz"]) {
			expect(formatRecord(await collateInputs([path], effectsOn(files))), path).toBe(formatRecord(evidence.record));
		}
	});

	it("gives its captures with all that was known of them, and packs to the same file again", async () => {
		const bytes = packEvidence(evidence);
		const { captures, problems, given } = await readCaptures(["e.wacz"], effectsOn({ "e.wacz": bytes }));
		const byPlace = (a: { place: string }, b: { place: string }): number => (a.place < b.place ? -1 : 1);
		expect([...captures].sort(byPlace)).toEqual([...evidence.captures].sort(byPlace));
		expect([problems, given]).toEqual([[LOST], [NAMES]]);
		const { readArticle, loadData } = evidenceEffects;
		const again = await gatherEvidence(captures, problems, { readArticle, data: loadData(given) }, given);
		expect(packEvidence(again)).toEqual(bytes);
	});

	it("says which capture was changed since and which is missing, and reads on", async () => {
		const plain = await gather();
		const forged = makeCapture("a.txt", "Harbour opens\n\nThe harbour of Tarn is open.\n");
		const other = await gather([forged, ...CAPTURES.slice(2)]);
		const [mine, theirs] = [unzipSync(packEvidence(plain)), unzipSync(packEvidence(other))];
		const ids = (file: { [path: string]: Uint8Array }): { captures: { warcRecord: string }[] } =>
			JSON.parse(new TextDecoder().decode(file["stemma/evidence.json"]));
		const manifest = ids(mine);
		const [record] = ids(theirs).captures;
		// The manifest of the one around the archive of the other.
		if (manifest.captures[0] && record) manifest.captures[0].warcRecord = record.warcRecord;
		const files = { ...theirs, "stemma/evidence.json": utf8(JSON.stringify(manifest)) };
		const own = Object.entries(files).filter(([path]) => !path.startsWith("datapackage"));
		const packed = writeWacz(
			own.map(([path, bytes]) => ({ path, bytes })),
			{ title: "t", description: "d" },
		);
		const { captures, problems } = await readCaptures(["e.wacz"], effectsOn({ "e.wacz": packed }));
		expect(captures.map(({ place }) => place)).toEqual(["a.txt", "c.txt"]);
		expect(problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
			"read/digest a.txt",
			"read/bad-record b.txt",
		]);
	});

	it("is read as any other web archive where its manifest cannot be used, which is said", async () => {
		const files = unzipSync(packEvidence(await gather()));
		const own = Object.entries({ ...files, "stemma/evidence.json": utf8("{}") }).filter(
			([path]) => !path.startsWith("data"),
		);
		const packed = writeWacz(
			own.map(([path, bytes]) => ({ path, bytes })),
			{ title: "t", description: "d" },
		);
		const { captures, problems } = await readCaptures(["e.wacz"], effectsOn({ "e.wacz": packed }));
		expect(captures.map(({ place }) => place)).toEqual([2, 3, 4].map((n) => `e.wacz/archive/captures.warc.gz#${n}`));
		expect(problems).toMatchObject([{ code: "read/damaged", place: "e.wacz/stemma/evidence.json" }]);
	});
});
