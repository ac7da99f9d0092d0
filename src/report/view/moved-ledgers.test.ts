import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { Position } from "../../model/record.ts";
import { listMovedLedgers } from "./moved-ledgers.ts";

const [one] = fixtureRecord.positions;
if (!one) throw new Error("the fixture has no position");

function on(earliest: string, given: Partial<Position> = {}): Position {
	const reports = (one?.reports ?? []).map((report) => ({ ...report, sure: true }));
	return {
		...(one as Position),
		reports,
		change: null,
		when: { ...(one as Position).when, earliest, latest: earliest },
		...given,
	};
}

it("lists what stretches over several days, however finely their dates are known", () => {
	expect(listMovedLedgers({ positions: [on("2031-05-03"), on("2031-05-03T09:30")] })).toEqual([]);
	expect(listMovedLedgers({ positions: [on("2031-05-03"), on("2031-05-04")] })).toHaveLength(1);
});

it("puts what changes side first, and leaves out what is too unsure", () => {
	const quiet = [on("2031-05-03"), on("2031-05-04")];
	const change = { position: "x", stance: "opposes" as const, when: one.when };
	const turned = [on("2031-05-03", { about: "z" }), on("2031-05-04", { about: "z", change })];
	expect(listMovedLedgers({ positions: [...quiet, ...turned] })[0]?.[0]?.about).toBe("z");
	const unsure = quiet.map((position) => ({
		...position,
		reports: position.reports.map((report) => ({ ...report, sure: false })),
	}));
	expect(listMovedLedgers({ positions: unsure })).toEqual([]);
});
