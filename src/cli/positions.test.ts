import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../test/fixtures/record.ts";
import { missingFile, type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import type { PositionListing } from "../model/position-listing.ts";
import type { CollationRecord } from "../model/record.ts";
import { printPositions } from "../report/positions-page.ts";
import { narrowPositions } from "../report/view/position-filter.ts";
import { runCommandLine } from "./run.ts";

const clean: CollationRecord = { ...fixtureRecord, problems: [] };
const speaker = clean.entities.find(({ id }) => id === "lindqvist")?.name ?? "";
const strait = clean.entities.find(({ id }) => id === "strait")?.name ?? "";

async function positions(
	args: readonly string[],
	options: RecordingOptions = {},
): Promise<Recording & { readonly code: number }> {
	const world = recordEffects({ record: clean, ...options });
	const code = await runCommandLine(["positions", ...args], world.effects);
	return { ...world, code };
}

describe("stemma positions", () => {
	it("lists who spoke about whom, on standard output and nothing else", async () => {
		const { code, out, err, asked } = await positions(["a.txt"]);
		const whole = narrowPositions(clean, { speaker: null, about: null });
		expect([code, out(), err()]).toEqual([0, printPositions(whole, { width: 80, color: false, unicode: true }), ""]);
		expect(asked).toEqual([["a.txt"]]);
	});

	it("prints a ledger for a speaker and a matter", async () => {
		const { code, out } = await positions(["a.txt", "--speaker", speaker, "--about", strait]);
		expect(code).toBe(0);
		expect(out()).toContain(`\n${speaker} on ${strait}\n`);
	});

	it("prints data for --json, narrowed alike, also to a file", async () => {
		const { files } = await positions(["a.txt", "--json", "--speaker", speaker, "-o", "p.json"]);
		const listing = JSON.parse(files.get("p.json") ?? "") as PositionListing;
		expect(listing.schema).toBe("stemma.positions/1");
		expect(listing.asked).toEqual({ speaker, about: null });
		expect(listing.ledgers).toHaveLength(1);
	});

	it("names the nearest for a name that nobody has, and ends with 2", async () => {
		const { code, out, err } = await positions(["a.txt", "--speaker", "Lindquist"]);
		expect([code, out()]).toEqual([2, ""]);
		expect(err()).toMatch(/^stemma: --speaker: nobody called "Lindquist" speaks or is spoken for; nearest are /);
	});

	it.each([
		[["a.txt", "--about", "?!"], '--about takes a name and got "?!"'],
		[["a.txt", "--abuot", "x"], "unknown option --abuot; did you mean --about?"],
		[[], 'positions needs a file, a folder, a pattern, a URL, or - for standard input ("stemma positions --help")'],
	])("answers %j in one clear line and reads nothing", async (args, message) => {
		const { code, out, err, asked } = await positions(args);
		expect([code, out(), err(), asked]).toEqual([2, "", `stemma: ${message}\n`, []]);
	});

	it("names what could not be read, and ends with 1 beside others and 2 alone", async () => {
		const some = await positions(["a.txt", "gone.txt"], { record: { ...clean, problems: [missingFile] } });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await positions(["gone.txt"], { record: { ...clean, articles: [], problems: [missingFile] } });
		expect([none.code, none.out()]).toEqual([2, ""]);
	});
});
