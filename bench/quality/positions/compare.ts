import type { CollationRecord, Position } from "../../../src/model/record.ts";
import type { TaggerModel } from "../../../src/pipeline.ts";
import { annotate, collateArticles } from "../../../src/pipeline.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { GoldRow, PositionCase } from "./cases.ts";

/** Counts of one case. */
export interface PositionResult {
	/** Rows asked for, rows found on what the case is about, and rows that are both. */
	readonly gold: number;
	readonly found: number;
	readonly hit: number;
	/** Of the hits: the side is right; sides given, and given rightly; rows asked for with one, and found with it. */
	readonly sided: number;
	readonly sidesRight: number;
	readonly sidesAsked: number;
	readonly sidesFound: number;
	/** Whom the row speaks for: asked, and right. */
	readonly behalfAsked: number;
	readonly behalfRight: number;
	/** Changes asked for, given, and both. */
	readonly changesAsked: number;
	readonly changesGiven: number;
	readonly changesRight: number;
	/** What is wrong, in words. */
	readonly notes: readonly string[];
}

/** Runs the pipeline over a case's reports and holds the rows against the gold. */
export function comparePositionCase(one: PositionCase): PositionResult {
	const data = loadAnalysisData();
	const tagger: TaggerModel | null = data.tagger;
	const articles = one.reports.map(({ day, text }, at) =>
		annotate(makeArticle(text, { sourceId: `${one.id}-${at}`, published: publishedOn(day) }), tagger),
	);
	const record = collateArticles(articles, data);
	const names = new Map(record.entities.map(({ id, name }) => [id, name]));
	const rows = record.positions.filter(({ about }) => one.about.includes(names.get(about) ?? ""));
	const notes: string[] = [];
	const matched = new Map<Position, GoldRow>();
	const taken = new Set<GoldRow>();
	for (const position of rows) {
		const gold = [...one.rows]
			.sort((a, b) => Number(sideOf(b, position)) - Number(sideOf(a, position)))
			.find((row) => !taken.has(row) && fits(row, position, names, record));
		if (gold) {
			matched.set(position, gold);
			taken.add(gold);
		} else notes.push(`too much: ${names.get(position.speaker)}: ${position.act ?? position.exact}`);
	}
	const asked = one.rows.filter(({ optional }) => !optional);
	for (const row of asked) if (!taken.has(row)) notes.push(`missed: ${row.speaker}: ${row.act ?? row.words}`);
	const pairs = [...matched];
	const required = pairs.filter(([, { optional }]) => !optional);
	for (const [position, row] of pairs) {
		if (position.stance !== row.stance)
			notes.push(`side of “${position.exact}”: ${position.stance}, not ${row.stance}`);
		if ((position.change !== null) !== row.changed)
			notes.push(`change of “${position.exact}”: ${position.change !== null}`);
		if (!behalfFits(row, position, names))
			notes.push(`“${position.exact}” speaks for ${nameOf(position.onBehalfOf, names)}`);
	}
	const sided = pairs.filter(([{ stance }]) => stance !== null);
	const withBehalf = required.filter(([, { behalf }]) => behalf !== undefined);
	return {
		gold: asked.length,
		found: rows.length - pairs.filter(([, { optional }]) => optional).length,
		hit: required.length,
		sided: sided.length,
		sidesRight: sided.filter(([{ stance }, row]) => stance === row.stance).length,
		sidesAsked: asked.filter(({ stance }) => stance !== null).length,
		sidesFound: required.filter(([{ stance }, row]) => row.stance !== null && stance === row.stance).length,
		behalfAsked: withBehalf.length,
		behalfRight: withBehalf.filter(([position, row]) => behalfFits(row, position, names)).length,
		changesAsked: asked.filter(({ changed }) => changed).length,
		changesGiven: rows.filter(({ change }) => change !== null).length,
		changesRight: pairs.filter(([{ change }, { changed }]) => change !== null && changed).length,
		notes,
	};
}

function sideOf(row: GoldRow, { stance }: Position): boolean {
	return row.stance === stance;
}

function fits(row: GoldRow, position: Position, names: ReadonlyMap<string, string>, record: CollationRecord): boolean {
	if (nameOf(position.speaker, names) !== row.speaker || nameOf(position.about, names) !== row.about) return false;
	if (position.kind !== row.kind || (row.act !== null && position.act !== row.act)) return false;
	return position.reports.some(({ article, spans }) => {
		const text = record.articles.find(({ id }) => id === article)?.text ?? "";
		return spans.some(({ start, end }) => text.slice(start, end).includes(row.words));
	});
}

function behalfFits(row: GoldRow, { onBehalfOf }: Position, names: ReadonlyMap<string, string>): boolean {
	return row.behalf === undefined || row.behalf === (onBehalfOf === null ? null : nameOf(onBehalfOf, names));
}

function nameOf(id: string | null, names: ReadonlyMap<string, string>): string {
	return id === null ? "nobody" : (names.get(id) ?? "?");
}
