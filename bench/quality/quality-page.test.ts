import { expect, it } from "vitest";
import type { Measurement } from "./measurement.ts";
import { writeQualityPage } from "./quality-page.ts";

const measured: Measurement = { stage: "boats", corpus: "harbour", figures: { f1: 0.5 }, items: {} };

it("writes figures beside their floors", () => {
	const page = writeQualityPage([measured], { "boats · harbour": { f1: { floor: 0.4, lowered: null } } });
	expect(page).toContain(
		"## boats · harbour\n\n| figure | reached | floor |\n|---|---:|---:|\n| f1 | 0.5000 | 0.400 |\n",
	);
});

it("writes a measurement's details under it, columns of figures to the right and of words to the left", () => {
	const table = {
		head: ["boat", "told by", "seen", "share"],
		rows: [
			["Grey Gull", "a diver", "12", "3 (25%)"],
			["Tern", "2 of them", "–", "0.100"],
		],
	};
	const details = () => [{ title: "Boats", before: ["Seen by day."], table, after: ["No more."] }];
	expect(writeQualityPage([{ ...measured, details }], {})).toMatch(
		/\n### Boats\n\nSeen by day\.\n\n\| boat \| told by \| seen \| share \|\n\|---\|---\|---:\|---:\|\n\| Grey Gull \| a diver \| 12 \| 3 \(25%\) \|\n[^\n]*\n\nNo more\.\n$/,
	);
});
