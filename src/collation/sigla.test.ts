import { expect, it } from "vitest";
import { siglumOf } from "./sigla.ts";

it("counts A to Z and goes on with two letters", () => {
	expect([0, 25, 26, 27, 701, 702].map(siglumOf)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
});
