import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Measurement, Scorer } from "./measurement.ts";
import { writeQualityPage } from "./quality-page.ts";
import { scoreBody } from "./scorers/body.ts";
import {
	scoreCollation,
	scoreFurtherSets,
	scoreHeldCollation,
	scoreHeldFurtherSets,
	scoreHeldUtteranceSets,
	scoreUtteranceSets,
} from "./scorers/collation.ts";
import { scoreCopies } from "./scorers/copies.ts";
import { scoreDates } from "./scorers/dates.ts";
import { scoreDerivation } from "./scorers/derivation.ts";
import { scoreExamples } from "./scorers/examples.ts";
import { scoreNames } from "./scorers/names.ts";
import { scoreNumbers } from "./scorers/numbers.ts";
import { scorePlainText } from "./scorers/plain-text.ts";
import { scorePositions } from "./scorers/positions.ts";
import { scorePublishers } from "./scorers/publishers.ts";
import { scoreQuotationCases, scoreSecondQuotationCases } from "./scorers/quotation-cases.ts";
import { scoreQuotations } from "./scorers/quotations.ts";
import { scoreShootings } from "./scorers/shootings.ts";
import { scoreSpeakers } from "./scorers/speakers.ts";
import { scoreEcbplus, scoreMeter } from "./scorers/stories.ts";
import { scoreSecondTrace, scoreTrace, scoreTracedSets } from "./scorers/trace.ts";

/**
 * Runs every scorer, holds its figures against floors.json, prints what was gained and lost item by
 * item since items.json was written, and writes docs/quality.md.
 *
 *   npm run quality                         hold the floors; exit 1 below one
 *   npm run quality -- --only body          one stage
 *   npm run quality -- --write              write docs/quality.md and items.json
 *   npm run quality -- --raise              raise floors to the figures reached (less a margin)
 *   npm run quality -- --lower "reason"     the only way to lower a floor; the reason is kept beside it
 *   npm run quality -- --only collation --held   the held sets alone: printed, and nothing written
 */

const SCORERS: readonly { readonly stage: string; readonly score: Scorer }[] = [
	{ stage: "body", score: scoreBody },
	{ stage: "publishers", score: scorePublishers },
	{ stage: "quotations", score: scoreQuotations },
	{ stage: "speakers", score: scoreSpeakers },
	{ stage: "quotation-cases", score: scoreQuotationCases },
	{ stage: "quotation-cases", score: scoreSecondQuotationCases },
	{ stage: "stories", score: scoreEcbplus },
	{ stage: "stories", score: scoreMeter },
	{ stage: "copies", score: scoreCopies },
	{ stage: "derivation", score: scoreDerivation },
	{ stage: "names", score: scoreNames },
	{ stage: "plain-text", score: scorePlainText },
	{ stage: "dates", score: scoreDates },
	{ stage: "numbers", score: scoreNumbers },
	{ stage: "shootings", score: scoreShootings },
	{ stage: "examples", score: scoreExamples },
	{ stage: "collation", score: scoreCollation },
	{ stage: "collation", score: scoreUtteranceSets },
	{ stage: "collation", score: scoreFurtherSets },
	{ stage: "trace", score: scoreTrace },
	{ stage: "trace", score: scoreSecondTrace },
	{ stage: "trace", score: scoreTracedSets },
	{ stage: "positions", score: scorePositions },
];

/** Sets that are scored only when a round of work ends: see collation/README.md. */
const HELD: typeof SCORERS = [
	{ stage: "collation", score: scoreHeldCollation },
	{ stage: "collation", score: scoreHeldUtteranceSets },
	{ stage: "collation", score: scoreHeldFurtherSets },
];

/** A raised floor stays this far below the figure, so that rounding does not break it. */
const MARGIN = 0.002;
/** At most this many items are printed on each side. */
const MOST_PRINTED = 12;

interface Floor {
	readonly floor: number;
	/** Why it was last lowered; null when it never was. */
	readonly lowered: string | null;
}
type Floors = { [key: string]: { [figure: string]: Floor } };
type Items = { [key: string]: { readonly [id: string]: number } };

const here = dirname(fileURLToPath(import.meta.url));
const floorsPath = join(here, "floors.json");
const itemsPath = join(here, "items.json");
const pagePath = join(here, "..", "..", "docs", "quality.md");

function readJson<T>(path: string): T {
	return JSON.parse(readFileSync(path, "utf8")) as T;
}

function writeJson(path: string, value: unknown): void {
	writeFileSync(path, `${JSON.stringify(value, null, "\t")}\n`);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Figures of mistakes, a count or a share of what was given: their floor is the most there may be. */
function isFault(name: string): boolean {
	return name.endsWith("(count)") || name.endsWith("(share)");
}

function keyOf(measured: Measurement): string {
	return `${measured.stage} · ${measured.corpus}`;
}

/** Lines for the figures of one measurement; returns whether every floor holds. */
function holdFloors(measured: Measurement, floors: Floors): boolean {
	const key = keyOf(measured);
	let held = true;
	print(`\n${key}`);
	for (const [name, value] of Object.entries(measured.figures)) {
		const floor = floors[key]?.[name]?.floor;
		const below = floor !== undefined && (isFault(name) ? value > floor : value < floor);
		if (below) held = false;
		const beside = floor === undefined ? "" : `  floor ${floor.toFixed(3)}${below ? "  BELOW" : ""}`;
		print(`  ${name.padEnd(28)} ${value.toFixed(4)}${beside}`);
	}
	for (const name of Object.keys(floors[key] ?? {})) {
		if (name in measured.figures) continue;
		held = false;
		print(`  ${name.padEnd(28)} missing; a floor asks for it`);
	}
	return held;
}

function printChanges(measured: Measurement, before: { readonly [id: string]: number } | undefined): void {
	if (!before) return;
	const changed = Object.entries(measured.items)
		.map(([id, value]) => ({ id, change: value - (before[id] ?? 0) }))
		.filter(({ change }) => Math.abs(change) > 1e-9)
		.sort((a, b) => b.change - a.change || (a.id < b.id ? -1 : 1));
	const gained = changed.filter(({ change }) => change > 0);
	const lost = changed.filter(({ change }) => change < 0).reverse();
	if (changed.length === 0) return;
	print(`  ${gained.length} gained, ${lost.length} lost since items.json`);
	for (const { id, change } of gained.slice(0, MOST_PRINTED)) print(`    + ${change.toFixed(3)}  ${id}`);
	for (const { id, change } of lost.slice(0, MOST_PRINTED)) print(`    − ${Math.abs(change).toFixed(3)}  ${id}`);
}

/** New floors from the figures reached. A floor goes down only with a reason. */
function moveFloors(measured: Measurement, floors: Floors, reason: string | null): void {
	const key = keyOf(measured);
	const own = { ...floors[key] };
	for (const [name, value] of Object.entries(measured.figures)) {
		const now = own[name];
		if (isFault(name)) {
			if (now === undefined || value < now.floor) own[name] = { floor: value, lowered: null };
			else if (value > now.floor && reason !== null) own[name] = { floor: value, lowered: reason };
			continue;
		}
		const reached = Math.floor((value - MARGIN) * 1000) / 1000;
		if (now === undefined || reached > now.floor) own[name] = { floor: Math.max(0, reached), lowered: null };
		else if (reached < now.floor && reason !== null) own[name] = { floor: Math.max(0, reached), lowered: reason };
	}
	floors[key] = own;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			only: { type: "string" },
			write: { type: "boolean", default: false },
			raise: { type: "boolean", default: false },
			lower: { type: "string" },
			held: { type: "boolean", default: false },
		},
	});
	if (values.lower !== undefined && values.lower.trim() === "") {
		print("--lower needs the reason why a floor goes down");
		return 2;
	}
	const writes = values.write || values.raise || values.lower !== undefined;
	if (values.held && (writes || !HELD.some(({ stage }) => stage === values.only) || process.env["CI"])) {
		print(
			"--held goes with --only collation and nothing else, and never in CI: the held sets are printed, not written",
		);
		return 2;
	}
	const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
	if (!existsSync(corpora)) {
		print("No corpora: set STEMMA_CORPORA to their folder. Only the project's own examples are measured.");
	}
	const floors: Floors = existsSync(floorsPath) ? readJson<Floors>(floorsPath) : {};
	const items: Items = existsSync(itemsPath) ? readJson<Items>(itemsPath) : {};
	const measurements: Measurement[] = [];
	let held = true;
	for (const { stage, score } of values.held ? HELD : SCORERS) {
		if (values.only !== undefined && stage !== values.only) continue;
		const measured = await score(corpora);
		if (measured === null) continue;
		if (!holdFloors(measured, floors)) held = false;
		printChanges(measured, items[keyOf(measured)]);
		if (values.raise || values.lower !== undefined) moveFloors(measured, floors, values.lower ?? null);
		items[keyOf(measured)] = measured.items;
		measurements.push(measured);
	}
	if (values.raise || values.lower !== undefined) writeJson(floorsPath, floors);
	if (values.write) {
		writeJson(itemsPath, items);
		if (values.only === undefined) writeFileSync(pagePath, writeQualityPage(measurements, floors));
		else print("docs/quality.md is written only by a run over all stages");
	}
	print(held ? "\nEvery floor holds." : "\nBelow a floor.");
	return held || values.lower !== undefined ? 0 : 1;
}

process.exitCode = await main();
