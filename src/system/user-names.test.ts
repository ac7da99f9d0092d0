import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import { annotate, collateArticles } from "../pipeline.ts";
import { sha256Hex } from "../text/hash.ts";
import { loadAnalysisData } from "./data.ts";
import { addUserNames } from "./user-names.ts";

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "names-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

it("joins names across reports as the file says, and lists the file with its hash", () => {
	const text =
		'{"name": "Orla Vane", "type": "person", "aliases": ["Kestrel"], "related": ["Vaskold Metals"]}\n' +
		'{"name": "Vaskold Metals", "type": "organisation"}\n';
	const place = write("names.jsonl", text);
	const data = addUserNames(loadAnalysisData(), [place, place]);
	const articles = ["Police say that Kestrel fled.", "Orla Vane left Vaskold Metals in May."].map((body, index) =>
		annotate(makeArticle(body, { sourceId: `report-${index}` }), null, data.names),
	);
	const record = collateArticles(articles, data);
	const vane = record.entities.find(({ names }) => names.includes("Kestrel"));
	const metals = record.entities.find(({ name }) => name === "Vaskold Metals");
	expect(vane).toMatchObject({
		name: "Orla Vane",
		reasons: ['your names file gives both as names of "Orla Vane"'],
		related: [{ entity: metals?.id, kind: "related" }],
	});
	expect(metals?.related).toEqual([{ entity: vane?.id, kind: "related" }]);
	expect(record.generator.data).toContainEqual({ name: place, sha256: sha256Hex(new TextEncoder().encode(text)) });
});

it("changes no data where no file is given", () => {
	const data = loadAnalysisData();
	expect(addUserNames(data, [])).toBe(data);
});

it("says which file cannot be read, and why", () => {
	const data = loadAnalysisData();
	expect(() => addUserNames(data, [join(folder, "gone.jsonl")])).toThrow(/gone\.jsonl: there is no such file/);
	expect(() => addUserNames(data, [folder])).toThrow(/it cannot be read/);
	const binary = write("names.bin", Uint8Array.of(0xff, 0xfe, 0x00));
	expect(() => addUserNames(data, [binary])).toThrow(/names\.bin: it is not text in UTF-8/);
	const wrong = write("wrong.jsonl", "\n{}");
	expect(() => addUserNames(data, [wrong])).toThrow(/wrong\.jsonl, line 2: /);
});
