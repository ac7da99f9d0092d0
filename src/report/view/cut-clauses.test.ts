import { expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";
import { findCutClauses } from "./cut-clauses.ts";
import { indexRecord } from "./record-index.ts";

const SCENE =
	"The harbour council of Port Halden met on Tuesday over the broken breakwater and heard the harbour master.";

function report(name: string, ...sentences: readonly string[]): TestReport {
	return { name, text: [SCENE, ...sentences].join("\n\n"), published: "2031-05-14" };
}

/** "reason: b without a" */
function cutsOf(...reports: readonly TestReport[]): string[] {
	const record = collateTexts(reports);
	const index = indexRecord(record);
	const nameOf = (id: string): string => index.articles.get(id)?.sourceId ?? "?";
	return record.stories.flatMap((story) =>
		findCutClauses(index, story).map(
			({ what, text, carriedBy, without }) =>
				`${what}: ${carriedBy.map(nameOf).join(" ")} without ${without.map(nameOf).join(" ")}: ${text}`,
		),
	);
}

const WHOLE = "“The ferries will stay in the harbour tonight, because the western beacon has failed,” Ines Okar said.";

it("names a report that stops before the reason, and none that gives it in other words", () => {
	const cut = report("cut", "“The ferries will stay in the harbour tonight,” Ines Okar said.");
	const told = report(
		"told",
		"“The ferries will stay in the harbour tonight,” Ines Okar said.",
		"The western beacon failed.",
	);
	expect(cutsOf(report("whole", WHOLE), cut)).toEqual([
		"reason: whole without cut: because the western beacon has failed",
	]);
	expect(cutsOf(report("whole", WHOLE), told)).toEqual([]);
});

it("takes another word of the reason for the reason", () => {
	const other = "“The ferries will stay in the harbour tonight since that light went dark,” Ines Okar said.";
	expect(cutsOf(report("whole", WHOLE), report("other", other))).toEqual([]);
});

it("names a report that begins behind the condition", () => {
	const whole = "“If the inspectors confirm the damage, the breakwater will be closed to all traffic,” Ines Okar said.";
	const cut = "“The breakwater will be closed to all traffic,” Ines Okar said.";
	expect(cutsOf(report("whole", whole), report("cut", cut))).toEqual([
		"condition: whole without cut: If the inspectors confirm the damage",
	]);
});

it("asks nothing of a report that gives the words in its own", () => {
	const told = report("told", "Ines Okar said that the ferries would stay in the harbour tonight.");
	expect(cutsOf(report("whole", WHOLE), told)).toEqual([]);
});
