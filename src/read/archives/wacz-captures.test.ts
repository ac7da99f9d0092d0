import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { httpResponse, warcFile, warcRecord } from "../../../test/make-warc.ts";
import { nodeArchiveEffects } from "../../system/archive-effects.ts";
import { joinBytes } from "../join-bytes.ts";
import { sourceOf } from "./byte-source.ts";
import { readWaczCaptures } from "./wacz-captures.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (name: string): Uint8Array =>
	warcRecord({ uri: `https://harbour.example/${name}`, block: httpResponse(`<p>${name}</p>`) });
const data = warcFile([page("1"), page("2"), page("frame")], "each");

async function read(bytes: Uint8Array): Promise<{ captures: string[]; problems: string[] }> {
	const captures: string[] = [];
	const problems: string[] = [];
	for await (const found of readWaczCaptures(sourceOf(bytes), "a.wacz", nodeArchiveEffects())) {
		if ("capture" in found) captures.push(found.capture.place);
		else if ("problem" in found) problems.push(`${found.problem.code}: ${found.problem.reason}`);
	}
	return { captures, problems };
}

const zip = (files: { [name: string]: Uint8Array }, level: 0 | 6 = 0): Uint8Array => zipSync(files, { level });

describe("a WACZ file", () => {
	it("gives the captures of its WARC files, stored or packed once more", async () => {
		for (const level of [0, 6] as const) {
			const { captures, problems } = await read(zip({ "archive/b.warc.gz": data, "archive/a.warc": page("0") }, level));
			expect(problems).toEqual([]);
			expect(captures).toEqual([
				"a.wacz/archive/a.warc#1",
				"a.wacz/archive/b.warc.gz#1",
				"a.wacz/archive/b.warc.gz#2",
				"a.wacz/archive/b.warc.gz#3",
			]);
		}
	});

	it("gives only the pages that it lists, where one leads to another that one too, and says which are missing", async () => {
		const list = [
			'{"format":"json-pages-1.0","id":"pages"}',
			'{"url":"https://harbour.example/1#top","ts":"2031-05-14T08:30:00Z"}',
			'{"url":"https://harbour.example/old"}',
			'{"url":"https://harbour.example/9"}',
			"{oops",
		];
		const moved = warcRecord({
			uri: "https://harbour.example/old",
			block: httpResponse("", { Location: "/2" }, "302 Found"),
		});
		const bytes = zip({
			"archive/a.warc.gz": joinBytes([warcFile([moved], "each"), data]),
			"pages/pages.jsonl": utf8(list.join("\n")),
		});
		const { captures, problems } = await read(bytes);
		expect(captures).toEqual(["a.wacz/archive/a.warc.gz#2", "a.wacz/archive/a.warc.gz#3"]);
		expect(problems).toEqual([
			"read/no-page: pages are listed that this archive does not hold: https://harbour.example/9",
		]);
	});

	it("reads no file whose name leaves the archive", async () => {
		const { captures, problems } = await read(zip({ "archive/../../a.warc": data, "archive/b.warc": page("1") }));
		expect(captures).toEqual(["a.wacz/archive/b.warc#1"]);
		expect(problems[0]).toContain("has a name that leaves the archive");
	});

	it("is refused with a reason when it is none, is cut off, or its files lie over each other", async () => {
		expect((await read(utf8("hello"))).problems[0]).toContain("read/damaged: `a.wacz` cannot be opened");
		const whole = zip({ "archive/a.warc.gz": data, "archive/b.warc.gz": data });
		expect((await read(whole.subarray(0, -10))).problems[0]).toContain("it has no directory");
		expect((await read(zip({ "a.txt": utf8("a") }))).problems[0]).toContain("read/empty");
		const view = new DataView(whole.buffer);
		const second = view.getUint32(whole.length - 6, true) + 46 + "archive/a.warc.gz".length;
		view.setUint32(second + 42, 0, true);
		expect((await read(whole)).problems[0]).toContain("lie over each other");
	});

	it("unpacks no more of a file than it declares", async () => {
		const bytes = zip({ "archive/a.warc": joinBytes([page("1"), new Uint8Array(5_000_000)]) }, 6);
		const view = new DataView(bytes.buffer);
		const directory = view.getUint32(bytes.length - 6, true);
		view.setUint32(directory + 24, 1000, true);
		expect((await read(bytes)).problems[0]).toContain("unpacks to more than it declares");
	});

	it("may be so large that its directory is a ZIP64 one", async () => {
		expect((await read(toZip64(zip({ "archive/a.warc.gz": data })))).captures).toHaveLength(3);
	});
});

/** The same archive of one file with the sizes and places of its directory in ZIP64 fields. */
function toZip64(bytes: Uint8Array): Uint8Array {
	const end = bytes.length - 22;
	const old = new DataView(bytes.buffer);
	const start = old.getUint32(end + 16, true);
	const entry = bytes.slice(start, end);
	const head = new DataView(entry.buffer);
	const extra = new DataView(new ArrayBuffer(28));
	extra.setUint16(0, 1, true);
	extra.setUint16(2, 24, true);
	for (const [at, field] of [24, 20, 42].entries()) {
		extra.setBigUint64(4 + at * 8, BigInt(head.getUint32(field, true)), true);
		head.setUint32(field, 0xffffffff, true);
	}
	head.setUint16(30, 28, true);
	const record = new DataView(new ArrayBuffer(56));
	record.setUint32(0, 0x06064b50, true);
	record.setBigUint64(4, 44n, true);
	record.setBigUint64(32, 1n, true);
	record.setBigUint64(40, BigInt(entry.length + 28), true);
	record.setBigUint64(48, BigInt(start), true);
	const locator = new DataView(new ArrayBuffer(20));
	locator.setUint32(0, 0x07064b50, true);
	locator.setBigUint64(8, BigInt(start + entry.length + 28), true);
	const last = bytes.slice(end);
	new DataView(last.buffer).setUint32(16, 0xffffffff, true);
	const parts = [
		bytes.slice(0, start),
		entry,
		...[extra, record, locator].map((view) => new Uint8Array(view.buffer)),
		last,
	];
	return joinBytes(parts);
}
