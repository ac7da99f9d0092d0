import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import type { PositionListing } from "../../model/position-listing.ts";
import { narrowPositions } from "./position-filter.ts";

const LEAD = "Ships from Norrland, from Tarnia and from Orvania lay off Kelm.";
const record = collateTexts([
	{
		name: "a",
		text: `${LEAD}\n\n“We support the Tarn Accord,” said Orla Vane, Norrland's foreign minister. Ove Lund, a farmer, said Orvania had gone.`,
		published: "2031-05-02",
	},
	{
		name: "b",
		text: `${LEAD}\n\n“We reject the Tarn Accord,” said Bo Quill, Norrland's president. “Orvania must go,” Orla Vane said.`,
		published: "2031-05-20",
	},
]);

function rows({ ledgers, entities }: PositionListing): string[] {
	const names = new Map(entities.map(({ id, name }) => [id, name]));
	return ledgers.map(
		({ holder, about, positions, changes }) =>
			`${names.get(holder)} on ${names.get(about)}: ${positions.length}, ${changes.length} changed`,
	);
}

describe("narrowing positions", () => {
	it("keeps the ledgers of a speaker by any words of the name, whatever case", () => {
		expect(rows(narrowPositions(record, { speaker: "VANE", about: null }))).toEqual([
			"Orla Vane on Orvania: 1, 0 changed",
			"Orla Vane on Tarn Accord: 1, 0 changed",
		]);
	});

	it("gives a state what is said for it, and the change from one speaker to the next", () => {
		const listing = narrowPositions(record, { speaker: "norrland", about: "the tarn accord" });
		expect(rows(listing)).toEqual(["Norrland on Tarn Accord: 2, 1 changed"]);
		expect(listing.ledgers[0]).toMatchObject({ first: "2031-05-02", last: "2031-05-20", statements: 2, acts: 0 });
		expect(listing.positions).toHaveLength(2);
	});

	it("lists everybody where nobody is asked for", () => {
		expect(narrowPositions(record, { speaker: null, about: null }).positions).toHaveLength(record.positions.length);
	});

	it("names the nearest for a name that nobody has", () => {
		expect(() => narrowPositions(record, { speaker: "Orla Vain", about: null })).toThrow(
			/^--speaker: nobody called "Orla Vain" speaks or is spoken for; nearest are Orla Vane, /,
		);
		expect(() => narrowPositions(record, { speaker: null, about: "Orvenia" })).toThrow(/nearest are Orvania/);
	});
});
