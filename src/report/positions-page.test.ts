import { describe, expect, it } from "vitest";
import { collateTexts } from "../../test/collate-texts.ts";
import { expectGolden } from "../../test/golden.ts";
import type { AskedPositions } from "../model/position-listing.ts";
import { printPositions } from "./positions-page.ts";
import { displayWidth } from "./terminal/display-width.ts";
import { narrowPositions } from "./view/position-filter.ts";

const LEAD = "Ships from Norrland, from Tarnia and from Orvania lay off Kelm.";
const record = collateTexts([
	{
		name: "a.txt",
		text: `${LEAD}\n\n“We support the Tarn Accord with both hands,” said Orla Vane, Norrland's foreign minister. She warned Orvania against a new blockade.`,
		published: "2031-05-02",
	},
	{
		name: "b.txt",
		text: `${LEAD}\n\nOrla Vane, Norrland's foreign minister, told Corra Wire: “We support the Tarn Accord with both hands.”`,
		published: "2031-05-03",
	},
	{
		name: "c.txt",
		text: `${LEAD}\n\nNorrland vetoed the Tarn Accord on Monday, Corra Wire reported. “We no longer accept the Tarn Accord,” said Orla Vane, Norrland's foreign minister. In a debate years before, Bo Quill had rejected the Tarn Accord.`,
		published: "2031-05-20",
	},
	{
		name: "d.txt",
		text: `${LEAD}\n\nNorrland backed the Tarn Accord on Monday, although the lakes are dry and the boats are gone.`,
		published: "2031-05-20",
	},
]);

const PLAIN = { width: 80, color: false, unicode: true };
const print = (asked: Partial<AskedPositions>, style: Partial<typeof PLAIN> = {}): string =>
	printPositions(narrowPositions(record, { speaker: null, about: null, ...asked }), { ...PLAIN, ...style });

describe("the page of positions", () => {
	it("looks as it is meant to look", () => {
		const pages = [
			print({}),
			print({ speaker: "Orla Vane" }),
			print({ about: "Tarn Accord" }),
			print({ speaker: "Norrland", about: "Tarn Accord" }),
			print({ speaker: "Bo Quill", about: "Tarn Accord" }),
		];
		expectGolden("positions-80.txt", pages.join(`${"=".repeat(80)}\n`));
	});

	it("gives a change with both days, and says of reports of one day that they differ", () => {
		expect(print({ speaker: "Orla Vane", about: "Tarn Accord" })).toMatch(
			/● a change: supports on 2 May 2031, opposes on 20\s+May 2031/,
		);
		expect(print({ speaker: "Norrland", about: "Tarn Accord" })).toContain("● reports of these days differ");
	});

	it("keeps within its columns, in colour or not, and folds its signs for ASCII", () => {
		for (const width of [40, 57, 80, 100]) {
			const page = print({ speaker: "Norrland", about: "Tarn Accord" }, { width });
			for (const line of page.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
		}
		expect(print({ speaker: "Norrland", about: "Tarn Accord" }, { color: true })).toContain("\u001b[");
		expect(print({ speaker: "Norrland", about: "Tarn Accord" }, { unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
	});
});
