import { describe, expect, it } from "vitest";
import { readTraceCases } from "./cases.ts";

const CASE = `# A remark.
=== one
trace: The bridge stays shut
--- post | 2031-05-14 | Marrow Post | headline
Bridge shut
“The bridge stays shut,” she said.
> post | exact/cut | The bridge … shut | differs: number, name | by: Ada Vane
! post | she said
`;

describe("the cases of tracing", () => {
	it("are read with where their words stand", () => {
		const [one] = readTraceCases("theme", CASE);
		expect(one?.trace).toBe("The bridge stays shut");
		expect(one?.reports[0]).toMatchObject({ name: "post", day: "2031-05-14", headline: true, language: "en" });
		expect(one?.places[0]).toMatchObject({ kinds: ["exact", "cut"], differs: ["number", "name"], by: "Ada Vane" });
		const text = one?.reports[0]?.text ?? "";
		expect(one?.places[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(["The bridge", "shut"]);
		expect(one?.apart[0]?.words).toBe("she said");
	});

	it("name the line that has words the report lacks", () => {
		expect(() => readTraceCases("theme", CASE.replace("! post | she said", "! post | we said"))).toThrow(
			"theme line 8: words that the report does not have: we said",
		);
	});
});
