import type { AskedPositions, PositionLedger, PositionListing } from "../model/position-listing.ts";
import { type CollationRecord, RECORD_SCHEMA } from "../model/record.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, heading, INDENT, type Page, separate, set } from "./terminal/page.ts";
import { setLedger } from "./terminal/positions/ledger.ts";
import { setProblems } from "./terminal/problems.ts";
import { type Line, paintLine, type Run, run, tied } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf } from "./view/count-words.ts";
import { describeDate } from "./view/date-words.ts";
import { groupBy } from "./view/group-by.ts";
import { indexRecord, nameOf } from "./view/record-index.ts";

/** Ledgers printed in full where both a speaker and a matter are asked for. */
const LEDGERS_SHOWN = 12;
const LISTED = 60;
const NAMES_SHOWN = 10;

/**
 * Positions as a page to read. Asked for a speaker and a matter: the ledger, by day, with who reports each entry, the
 * side it takes with the words that say so, and where that changes. Asked for one of them or for none: who spoke about
 * whom, and how often. Readings too unsure to be shown unasked are counted. Ends with a line feed.
 */
export function printPositions(listing: PositionListing, style: TerminalStyle): string {
	const page: Page = {
		index: indexRecord(recordOf(listing)),
		marks: chooseMarks(style.unicode),
		width: sheetWidth(style),
	};
	const { asked } = listing;
	const body = asked.speaker !== null && asked.about !== null ? setLedgers(page, listing) : setList(page, listing);
	const lines = [...set(page, summarise(page, listing), { indent: 0 }), ...body, ...setProblems(page)];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

/** A record that holds the positions alone, so that what sets a record sets them too. */
function recordOf(listing: PositionListing): CollationRecord {
	return {
		...listing,
		schema: RECORD_SCHEMA,
		entities: listing.entities.map((entity) => ({ ...entity, reasons: [], related: [], mentions: [] })),
		...{ versions: [], copyGroups: [], passages: [], dates: [], numbers: [], quotations: [], terms: [], stories: [] },
		...{ threads: [], occasions: [], utterances: [], facts: [], lineage: [], corrections: [] },
	};
}

function summarise(page: Page, { asked, positions, articles, ledgers }: PositionListing): Run[] {
	const statements = positions.filter(({ kind }) => kind === "statement").length;
	const acts = positions.length - statements;
	const counts = [
		...(statements > 0 || acts === 0 ? [countOf(statements, "statement")] : []),
		...(acts > 0 ? [countOf(acts, "act")] : []),
	].join(" and ");
	const reports = countOf(articles.length, "report");
	const holders = new Set(ledgers.map(({ holder }) => holder)).size;
	const whose =
		asked.speaker === null ? ` by ${countOf(holders, "speaker")}` : ` by or for ${describeAsked(page, asked.speaker)}`;
	const what = asked.about === null ? "" : ` about ${describeAsked(page, asked.about)}`;
	return [run(`${counts}${whose}${what}`, "strong"), run(` in ${reports}`)];
}

function describeAsked({ marks }: Page, name: string): string {
	return `${marks.open}${name}${marks.close}`;
}

function setLedgers(page: Page, listing: PositionListing): Line[] {
	const byId = new Map(listing.positions.map((position) => [position.id, position]));
	const lines: Line[] = [];
	for (const ledger of listing.ledgers.slice(0, LEDGERS_SHOWN)) {
		lines.push(...heading(page, `${nameOf(page.index, ledger.holder)} on ${nameOf(page.index, ledger.about)}`));
		lines.push(...setLedger(page, ledger, byId));
	}
	return [...lines, ...moreLedgers(page, listing.ledgers.length - LEDGERS_SHOWN)];
}

function moreLedgers(page: Page, hidden: number): Line[] {
	if (hidden <= 0) return [];
	const note = `${page.marks.ellipsis} and ${countOf(hidden, "ledger")} more of others called so (--json has all)`;
	return [BLANK, ...set(page, [run(note, "dim")], { indent: 0 })];
}

/** Who spoke about whom: one entry a speaker, or a matter where the speaker is asked for. */
function setList(page: Page, { asked, ledgers }: PositionListing): Line[] {
	const byMatter = asked.speaker !== null;
	const groups = groupBy(ledgers, ({ holder, about }) => (byMatter ? about : holder));
	const sizeOf = (group: readonly PositionLedger[]): number =>
		group.reduce((sum, { positions }) => sum + positions.length, 0);
	const sorted = [...groups].sort((a, b) => sizeOf(b[1]) - sizeOf(a[1]));
	// Two things of one name are told apart by what they are.
	const called = groupBy(groups.keys(), (id) => nameOf(page.index, id));
	const titleOf = (id: string): string => {
		const name = nameOf(page.index, id);
		return (called.get(name)?.length ?? 0) > 1 ? `${name} (${page.index.entities.get(id)?.type ?? "unknown"})` : name;
	};
	const lines = heading(page, byMatter ? "Whom and what it is about" : "Who speaks");
	for (const [id, group] of sorted.slice(0, LISTED)) {
		lines.push(...set(page, [run(titleOf(id), "strong")], { aside: setCounts(group) }));
		lines.push(...setDetail(page, asked, group));
	}
	if (sorted.length > LISTED) {
		const note = `${page.marks.ellipsis} and ${countOf(sorted.length - LISTED, "name")} more (--json has all)`;
		lines.push(...set(page, [run(note, "dim")]));
	}
	const hint = asked.speaker === null ? "--speaker NAME" : "--about NAME";
	const both = asked.speaker === null && asked.about === null ? `${hint} and --about NAME show` : `${hint} shows`;
	lines.push(BLANK, ...set(page, [run(`${both} what was said and done, by day.`, "dim")], { indent: 0 }));
	return lines;
}

function setCounts(group: readonly PositionLedger[]): Run[] {
	const statements = group.reduce((sum, ledger) => sum + ledger.statements, 0);
	const acts = group.reduce((sum, ledger) => sum + ledger.acts, 0);
	const counts = [
		...(statements > 0 ? [countOf(statements, "statement")] : []),
		...(acts > 0 ? [countOf(acts, "act")] : []),
	];
	return [tied(counts.join(", "))];
}

/** The days, the changes, and of a speaker the matters. */
function setDetail(page: Page, asked: AskedPositions, group: readonly PositionLedger[]): Line[] {
	const parts: Run[][] = [];
	const first = group.flatMap((ledger) => ledger.first ?? []).sort()[0] ?? null;
	const last =
		group
			.flatMap((ledger) => ledger.last ?? [])
			.sort()
			.at(-1) ?? null;
	const days = describeDate({
		...{ earliest: first, latest: last, precision: "range", zone: null, exact: null, reason: "", evidence: [] },
	});
	if (asked.speaker === null && asked.about === null) {
		const matters = group
			.slice(0, NAMES_SHOWN)
			.map(({ about, positions }) => [
				run(nameOf(page.index, about), "dim"),
				...(positions.length > 1 ? [run(` ${positions.length}`, "dim")] : []),
			]);
		const more = group.length - NAMES_SHOWN;
		parts.push([
			run("on ", "dim"),
			...separate(matters, ", ", "dim"),
			...(more > 0 ? [run(` and ${more} more`, "dim")] : []),
		]);
	}
	if (days !== null) parts.push([run(days, "dim")]);
	const changes = group.reduce((sum, ledger) => sum + ledger.changes.length, 0);
	if (changes > 0) parts.push([run(countOf(changes, "change"), "alarm")]);
	return parts.length === 0 ? [] : set(page, separate(parts, "; ", "dim"), { indent: INDENT + 2 });
}
