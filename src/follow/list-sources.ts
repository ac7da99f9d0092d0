import { SOURCES_SCHEMA, type SourceHealth, type SourceListing, type SourceSummary } from "../model/source-listing.ts";
import type { Database } from "../store/database.ts";
import { toId } from "../store/keys.ts";
import { compareText } from "../text/compare.ts";
import { type FollowedSource, type FollowState, hostOf } from "./schedule/state.ts";

/** Agencies that are named of one source. */
const NAMED = 5;

interface Carried {
	readonly reports: number;
	/** Reports of which it is known whom they credit, and those that credit somebody. */
	readonly told: number;
	readonly credited: number;
	readonly agencies: readonly { readonly name: string; readonly reports: number }[];
}

/** What is followed, with how it goes and how much each source carries from agencies. @param now milliseconds since 1970 */
export async function listSources(
	state: FollowState,
	database: Database,
	store: string,
	machine: string,
	now: number,
): Promise<SourceListing> {
	const [sources, wanted, carried] = [await state.sources(), await state.countWanted(), await countCarried(database)];
	const folders = sources.filter(({ kind }) => kind === "folder");
	const ofFolders = new Map<string, Carried>();
	for (const source of folders) ofFolders.set(source.id, await countFolder(database, source));
	const summaries = sources.map((source) =>
		summarise(source, machine, wanted.get(source.id) ?? 0, ofFolders.get(source.id) ?? carried.get(source.id) ?? NONE),
	);
	return { schema: SOURCES_SCHEMA, store, at: toIso(now), sources: summaries };
}

/** How a source does, without what it carries. */
export type SourceState = Pick<SourceSummary, "url" | "title" | "health" | "lastSuccess" | "lastError">;

/** What is followed, with how it goes. */
export async function listSourceStates(state: FollowState, machine: string): Promise<readonly SourceState[]> {
	const sources = await state.sources();
	return sources.map((source) => {
		const { url, title, health, lastSuccess, lastError } = summarise(source, machine, 0, NONE);
		return { url, title, health, lastSuccess, lastError };
	});
}

const NONE: Carried = { reports: 0, told: 0, credited: 0, agencies: [] };

function summarise(source: FollowedSource, machine: string, wanted: number, carried: Carried): SourceSummary {
	const { id, kind, title, url, given, home, visits, failures, lastError } = source;
	const health = healthOf(source, machine);
	const isVisited = health === "new" || health === "well" || health === "failing";
	return {
		id,
		kind,
		title,
		url,
		given,
		home,
		health,
		lastVisit: toIsoOrNull(source.lastVisit),
		lastSuccess: toIsoOrNull(source.lastSuccess),
		lastNew: toIsoOrNull(source.lastNew),
		nextVisit: isVisited ? toIso(source.due) : null,
		every: Math.round(source.interval / 1000),
		visits,
		failures,
		lastError: lastError === null ? null : { ...lastError, at: toIso(lastError.at) },
		wanted,
		reports: carried.reports,
		fromAgencies: carried.reports > 0 && carried.told === 0 ? null : carried.credited,
		agencies: carried.agencies,
	};
}

function healthOf(source: FollowedSource, machine: string): SourceHealth {
	if (source.status !== "active") return source.status;
	if (source.kind === "folder" && hostOf(source.url) !== hostOf(`file://${machine}/`)) return "elsewhere";
	if (source.failures > 0) return "failing";
	return source.visits === 0 ? "new" : "well";
}

interface CountRow {
	readonly source_id: bigint;
	readonly agencies: string | null;
	readonly reports: number;
}

/** By source, the reports that it gave, by the agencies that they credit. */
async function countCarried(database: Database): Promise<ReadonlyMap<string, Carried>> {
	const rows = await database.query<CountRow>(
		`SELECT source_id, agencies, count(*)::int AS reports FROM (
			SELECT DISTINCT followed_source.source_id, capture.article_id FROM stemma.followed_source
			JOIN stemma.capture ON capture.input_key = followed_source.input_key AND capture.is_article
		) AS given JOIN stemma.article ON article.article_id = given.article_id GROUP BY source_id, agencies`,
	);
	const bySource = new Map<string, CountRow[]>();
	for (const row of rows) {
		const id = toId(row.source_id);
		bySource.set(id, [...(bySource.get(id) ?? []), row]);
	}
	return new Map([...bySource].map(([id, own]) => [id, sum(own)]));
}

/** The same of a folder, whose files are inputs of their own. */
async function countFolder(database: Database, { given }: FollowedSource): Promise<Carried> {
	const rows = await database.query<CountRow>(
		`SELECT 0::bigint AS source_id, agencies, count(*)::int AS reports FROM (
			SELECT DISTINCT article_id FROM stemma.capture WHERE is_article AND ($1 = '' OR starts_with(place, $1))
		) AS given JOIN stemma.article ON article.article_id = given.article_id GROUP BY agencies`,
		[given === "." ? "" : `${given}/`],
	);
	return sum(rows);
}

function sum(rows: readonly CountRow[]): Carried {
	const count = (some: readonly CountRow[]): number => some.reduce((total, { reports }) => total + reports, 0);
	const counts = new Map<string, number>();
	for (const { agencies, reports } of rows) {
		for (const name of (agencies ?? "").split("\n")) {
			if (name !== "") counts.set(name, (counts.get(name) ?? 0) + reports);
		}
	}
	const named = [...counts].map(([name, reports]) => ({ name, reports }));
	named.sort((a, b) => b.reports - a.reports || compareText(a.name, b.name));
	return {
		reports: count(rows),
		told: count(rows.filter(({ agencies }) => agencies !== null)),
		credited: count(rows.filter(({ agencies }) => (agencies ?? "") !== "")),
		agencies: named.slice(0, NAMED),
	};
}

function toIso(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function toIsoOrNull(milliseconds: number | null): string | null {
	return milliseconds === null ? null : toIso(milliseconds);
}
