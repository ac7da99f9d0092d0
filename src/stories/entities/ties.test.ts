import { expect, it } from "vitest";
import { findTies } from "./ties.ts";

it("ties a capital to its state and a branch to the body whose name it goes on from", () => {
	const ties = findTies([
		{ name: "Chile", type: "state", names: ["Chile", "Chilean"] },
		{ name: "Santiago", type: "place", names: ["Santiago"] },
		{ name: "Orve Front", type: "organisation", names: ["Orve Front"] },
		{ name: "Orve Front North Tarn", type: "unknown", names: ["Orve Front North Tarn"] },
	]);
	expect([...ties]).toEqual([
		[1, [[0, "capital-of"]]],
		[3, [[2, "branch-of"]]],
	]);
});

it("ties no names that merely begin alike", () => {
	const ties = findTies([
		{ name: "Orve Front", type: "organisation", names: ["Orve Front"] },
		{ name: "Orve Frontier", type: "organisation", names: ["Orve Frontier"] },
		{ name: "Corra", type: "place", names: ["Corra"] },
		{ name: "Corra University Press", type: "organisation", names: ["Corra University Press"] },
	]);
	expect(ties.size).toBe(0);
});

it("ties a body to what its first words or letters name, and a government to its state", () => {
	const ties = findTies([
		{ name: "UN", type: "organisation", names: ["UN"] },
		{ name: "UN Security Council", type: "organisation", names: ["UN Security Council"] },
		{ name: "TLFO", type: "organisation", names: ["TLFO"] },
		{ name: "TLFO-North", type: "unknown", names: ["TLFO-North"] },
		{ name: "Chile", type: "state", names: ["Chile"] },
		{ name: "Northern Emirate of Chile", type: "state", names: ["Northern Emirate of Chile"] },
	]);
	expect([...ties]).toEqual([
		[1, [[0, "branch-of"]]],
		[3, [[2, "branch-of"]]],
		[5, [[4, "related"]]],
	]);
});
