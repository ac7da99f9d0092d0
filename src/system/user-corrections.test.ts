import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadAnalysisData } from "./data.ts";
import { addCorrections } from "./user-corrections.ts";

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "corrections-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("reads decisions and lists their file, and changes nothing where none is given", () => {
	const data = loadAnalysisData();
	expect(addCorrections(data, [])).toBe(data);
	const place = join(folder, "c.jsonl");
	writeFileSync(
		place,
		'{"kind": "split-story", "who": "N. N.", "when": "2031-05-20", "why": "another ferry", "articles": ["a.txt"]}\n',
	);
	const with_ = addCorrections(data, [place, place]);
	expect(with_.corrections).toHaveLength(1);
	expect(with_.sources.map(({ name }) => name)).toContain(place);
});

it("says which file cannot be read or used, and where", () => {
	const data = loadAnalysisData();
	expect(() => addCorrections(data, [join(folder, "gone.jsonl")])).toThrow(
		/^corrections file .*gone\.jsonl: there is no such file/,
	);
	const wrong = join(folder, "wrong.jsonl");
	writeFileSync(wrong, '\n{"kind": "splt"}');
	expect(() => addCorrections(data, [wrong])).toThrow(/wrong\.jsonl, line 2: “kind” is one of/);
});
