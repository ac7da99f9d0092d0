import { describe, expect, it } from "vitest";
import type { FoundQuotation, LocalEntity } from "../../../src/model/annotation.ts";
import { judge, readJudged } from "./speakers.ts";

const [NAMED, DESCRIBED, SEVERAL] = readJudged(
	"# a remark\naaaaaaaaaaaa 100-120 named 10-19 40-49\naaaaaaaaaaaa 100-120 described 80-90 or 10-19\naaaaaaaaaaaa 100-120 several 10-19 30-39\n",
);

const entity = (id: string, start: number, end: number): LocalEntity =>
	({ id, mentions: [{ start, end, exact: "", form: "full" }] }) as unknown as LocalEntity;
const PIKE = entity("pike", 10, 19);
const VANE = entity("vane", 30, 39);

const said = (over: Partial<FoundQuotation>): FoundQuotation =>
	({
		content: [{ start: 101, end: 119 }],
		source: null,
		speaker: null,
		candidates: [],
		...over,
	}) as unknown as FoundQuotation;

describe("a judged quotation", () => {
	it("that is named is right by any place of the name, and worse wrong than open", () => {
		if (!NAMED) throw new Error("no case");
		expect(judge(NAMED, [said({ speaker: "pike" })], [PIKE, VANE])).toBe("right");
		expect(judge(NAMED, [said({ speaker: "vane" })], [PIKE, VANE])).toBe("wrong");
		expect(judge(NAMED, [said({})], [PIKE, VANE])).toBe("null");
		expect(judge(NAMED, [], [PIKE, VANE])).toBe("missed");
	});

	it("that is described is right with the description as its source, or with a name that is right as well", () => {
		if (!DESCRIBED) throw new Error("no case");
		expect(judge(DESCRIBED, [said({ source: { start: 84, end: 95 } })], [PIKE])).toBe("right");
		expect(judge(DESCRIBED, [said({ speaker: "pike" })], [PIKE])).toBe("right");
		expect(judge(DESCRIBED, [said({ source: { start: 0, end: 5 } })], [PIKE])).toBe("null");
	});

	it("of several is right when all of them are candidates", () => {
		if (!SEVERAL) throw new Error("no case");
		const candidates = ["pike", "vane"].map((id) => ({ entity: id, reason: "" }));
		expect(judge(SEVERAL, [said({ candidates })], [PIKE, VANE])).toBe("right");
		expect(judge(SEVERAL, [said({ candidates, speaker: "pike" })], [PIKE, VANE])).toBe("wrong");
	});
});
