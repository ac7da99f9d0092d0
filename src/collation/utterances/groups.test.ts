import { expect, it } from "vitest";
import { areGivenApart, type Group } from "./groups.ts";
import { type Profile, profileOf } from "./segment-similarity.ts";
import type { Segment } from "./segments.ts";
import type { Wording } from "./wordings.ts";

const NOTHING: Profile = profileOf({ words: [], marked: [], goesOn: false, polarity: "said" } as never, () => 0);

/** A wording that the reports named have. */
function wording(reports: string, given: Partial<Segment> = {}): Wording {
	const segments = [...reports].map((article) => ({ article, headline: false, echo: null, ...given }) as Segment);
	const [first] = segments;
	if (!first) throw new Error("a wording of no report");
	return { first, segments, profile: NOTHING };
}

function group(...members: number[]): Group {
	return { members, quotations: new Set() };
}

it("takes what two reports give beside each other for two things, unless one has the two alike", () => {
	const wordings = [wording("ab"), wording("ab")];
	expect(areGivenApart(wordings, group(0), group(1), () => 0.45)).toBe(true);
	expect(areGivenApart(wordings, group(0), group(1), () => 0.6)).toBe(false);
});

it("takes nothing from one report that gives both, nor from headlines", () => {
	expect(areGivenApart([wording("ac"), wording("ab")], group(0), group(1), () => 0.45)).toBe(false);
	expect(areGivenApart([wording("ab", { headline: true }), wording("ab")], group(0), group(1), () => 0.45)).toBe(false);
});
