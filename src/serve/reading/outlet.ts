import type { LineageEdgeKind, LineageNode } from "../../model/record.ts";
import { foldEdges } from "../../report/view/lineage-ties.ts";
import { indexRecord, lastPart, type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { measureShare } from "../../report/view/shared-text.ts";
import {
	countOutlet,
	listOutlets,
	listReports,
	type OutletCounts,
	type OutletReport,
	type OutletSummary,
} from "../../store/outlets.ts";
import type { Store } from "../../store/store.ts";
import { findStoriesOf } from "../../store/stories.ts";
import { compareText, round } from "../../text/compare.ts";
import { findStory } from "../stored-pages.ts";

/** An outlet: what it prints, from whom, and what is its own. */
export interface OutletAnswer extends Omit<OutletCounts, "keys"> {
	/** Of the latest reports of this page, what their stories tell. */
	readonly read: {
		readonly reports: number;
		readonly stories: number;
		/** Stories that others tell too, and those of them in which it has a line that depends on nobody. */
		readonly shared: number;
		readonly ownLines: number;
		/** 0–1, of the text of its reports in stories that others tell: how much stands in those of others; null for none. */
		readonly share: number | null;
		/** Whom it draws on and who draws on it: by how many of its reports, the most first, then by name. */
		readonly drawsOn: readonly OutletTie[];
		readonly drawnOnBy: readonly OutletTie[];
	};
	/** The latest first. */
	readonly latest: readonly OutletReport[];
	/** Where the list of reports goes on; null at its end. */
	readonly next: string | null;
}

/** Another whose text it has, or who has its text. */
export interface OutletTie {
	readonly name: string;
	readonly kind: LineageEdgeKind;
	/** Whether the other is an outlet whose reports the store has. */
	readonly isOutlet: boolean;
	readonly reports: number;
	/** A story that shows it. */
	readonly story: string;
}

/** Some outlets, and where the list goes on. */
export interface OutletList {
	readonly outlets: readonly OutletSummary[];
	/** Null at the end. */
	readonly next: string | null;
}

/** @returns null when `after` names no page */
export async function readOutlets(store: Store, limit: number, after: string | null): Promise<OutletList | null> {
	const cursor = /^(\d{1,9})-(.{1,500})$/su.exec(after ?? "");
	if (after !== null && cursor === null) return null;
	const found = await listOutlets(store.database, {
		limit: limit + 1,
		after: cursor === null ? null : { reports: Number(cursor[1]), name: cursor[2] ?? "" },
	});
	const outlets = found.slice(0, limit);
	const last = outlets.at(-1);
	return { outlets, next: found.length > limit && last !== undefined ? `${last.reports}-${last.name}` : null };
}

/** Reports on a page: the records of their stories are read. */
const REPORTS = 24;

/** @returns null when there is no such outlet, or when `after` names no page */
export async function findOutlet(store: Store, name: string, after: string | null): Promise<OutletAnswer | null> {
	const cursor = /^(\d{4}-\d\d-\d\d)-([0-7][0-9a-f]{15})$/.exec(after ?? "");
	if (after !== null && (cursor === null || Number.isNaN(Date.parse(cursor[1] ?? "")))) return null;
	const { database } = store;
	const counts = await countOutlet(database, name);
	if (counts === null) return null;
	const found = await listReports(database, counts, {
		limit: REPORTS + 1,
		after: cursor === null ? null : { day: cursor[1] ?? "", article: cursor[2] ?? "" },
	});
	const latest = found.slice(0, REPORTS);
	const last = latest.at(-1);
	const { keys: _, ...shown } = counts;
	return {
		...shown,
		read: await readStories(store, latest),
		latest,
		next: found.length > REPORTS && last !== undefined ? `${last.day}-${last.id}` : null,
	};
}

async function readStories(store: Store, latest: readonly OutletReport[]): Promise<OutletAnswer["read"]> {
	const ids = latest.map(({ id }) => id);
	const stories = new Set([...(await findStoriesOf(store.database, ids)).values()].flat());
	const ties = { drawsOn: new Map<string, Counted>(), drawnOnBy: new Map<string, Counted>() };
	let [shared, ownLines, part, letters] = [0, 0, 0, 0];
	for (const id of [...stories].sort()) {
		const one = await findStory(store, id);
		if (one === null) continue;
		const index = indexRecord(one.stored.record);
		const own = new Set(ids.filter((article) => index.articles.has(article)));
		countTies(index, own, id, ties);
		const story = index.stories.get(one.id) ?? index.record.stories[0];
		if (story === undefined || story.articles.every((article) => own.has(article))) continue;
		shared++;
		if (story.lines.some(({ articles }) => articles.every((article) => own.has(article)))) ownLines++;
		for (const article of own) {
			const report = index.articles.get(article);
			if (report === undefined) continue;
			part += measureShare(index, report, story.articles).part * report.text.length;
			letters += report.text.length;
		}
	}
	return {
		reports: ids.length,
		stories: stories.size,
		shared,
		ownLines,
		share: letters === 0 ? null : round(part / letters),
		drawsOn: listTies(ties.drawsOn),
		drawnOnBy: listTies(ties.drawnOnBy),
	};
}

interface Counted {
	readonly tie: Omit<OutletTie, "reports">;
	readonly reports: Set<string>;
}

function countTies(
	index: RecordIndex,
	own: ReadonlySet<string>,
	story: string,
	{ drawsOn, drawnOnBy }: { readonly drawsOn: Map<string, Counted>; readonly drawnOnBy: Map<string, Counted> },
): void {
	const isOwn = ({ article }: LineageNode): boolean => article !== null && own.has(article);
	const add = (into: Map<string, Counted>, kind: LineageEdgeKind, node: LineageNode, report: LineageNode): void => {
		const article = index.articles.get(node.article ?? "");
		const name = article ? shortOutletOf(article) : node.kind === "url" ? lastPart(node.name) : node.name;
		const key = `${kind} ${name}`;
		const isOutlet = article !== undefined && article.outlet !== null;
		const counted = into.get(key) ?? { tie: { name, kind, isOutlet, story }, reports: new Set() };
		counted.reports.add(report.article ?? "");
		into.set(key, counted);
	};
	for (const lineage of index.record.lineage) {
		for (const { from, to, kind, directed } of foldEdges(lineage, index)) {
			if (!directed || isOwn(from) === isOwn(to)) continue;
			if (isOwn(from)) add(drawsOn, kind, to, from);
			else add(drawnOnBy, kind, from, to);
		}
	}
}

function listTies(counted: ReadonlyMap<string, Counted>): readonly OutletTie[] {
	return [...counted.values()]
		.map(({ tie, reports }) => ({ ...tie, reports: reports.size }))
		.sort((x, y) => y.reports - x.reports || compareText(x.name, y.name) || compareText(x.kind, y.kind));
}
