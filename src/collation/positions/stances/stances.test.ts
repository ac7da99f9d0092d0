import { describe, expect, it } from "vitest";
import { listStances } from "../../../../test/list-positions.ts";

const MINISTER = "Orla Vane, Norrland's foreign minister";

describe("what the speaker says to be for or against", () => {
	it.each([
		[`“We no longer support the Tarn Accord,” said ${MINISTER}.`, ["opposes"]],
		[`${MINISTER}, said that Norrland backed the Tarn Accord.`, ["supports"]],
		[`“We cannot accept the Tarn Accord,” said ${MINISTER}.`, ["opposes"]],
		[`“Ove Lund supports the Tarn Accord,” said ${MINISTER}.`, ["-"]],
		[`“We may support the Tarn Accord,” said ${MINISTER}.`, ["-"]],
		[`“We do not oppose the Tarn Accord,” said ${MINISTER}.`, ["-"]],
		[`“Do we support the Tarn Accord?” asked ${MINISTER}.`, ["-"]],
		[`“If we accept the Tarn Accord, we lose the lake,” said ${MINISTER}.`, ["-"]],
	])("%s", (text, stances) => {
		expect(listStances(text, "Tarn Accord")).toEqual(stances);
	});

	it("is of an offer, and not of whose it is", () => {
		expect(listStances(`“We reject Orvania's offer,” said ${MINISTER}.`, "Orvania")).toEqual(["-"]);
	});
});

describe("what the speaker says that somebody is", () => {
	it.each([
		[`“Orvania is our ally,” said ${MINISTER}.`, ["supports"]],
		[`“Orvania is certainly an ally for us in this,” said ${MINISTER}.`, ["supports"]],
		[`“Orvania is a terrorist state,” said ${MINISTER}.`, ["opposes"]],
		[`“Orvania is an ally of Tarnia,” said ${MINISTER}.`, ["-"]],
		[`“Orvania was our ally,” said ${MINISTER}.`, ["-"]],
		[`“Orvania is no enemy of ours,” said ${MINISTER}.`, ["-"]],
	])("%s", (text, stances) => {
		expect(listStances(text, "Orvania")).toEqual(stances);
	});
});

describe("as what the speaker says to regard somebody", () => {
	it.each([
		[`${MINISTER}, said that Norrland views Orvania as an ally.`, ["supports"]],
		[`${MINISTER}, said that Tarnia views Orvania as an ally.`, ["-"]],
	])("%s", (text, stances) => {
		expect(listStances(text, "Orvania")).toEqual(stances);
	});
});

describe("what the speaker demands of somebody, or warns of", () => {
	it.each([
		[`“Orvania must withdraw,” said ${MINISTER}.`, ["demands"]],
		[`“We urge Orvania to withdraw,” said ${MINISTER}.`, ["demands"]],
		[`“Orvania must be recognised,” said ${MINISTER}.`, ["-"]],
		[`“Orvania should consider it,” said ${MINISTER}.`, ["-"]],
		[`${MINISTER}, warned Orvania against any strike.`, ["warns"]],
		[`${MINISTER}, denied that Orvania had armed the crew.`, ["denies"]],
		[`${MINISTER}, said Orvania would go.`, ["-"]],
	])("%s", (text, stances) => {
		expect(listStances(text, "Orvania")).toEqual(stances);
	});
});
