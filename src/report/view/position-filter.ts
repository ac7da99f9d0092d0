import { daysOf, findChanges } from "../../collation/positions/changes.ts";
import {
	type AskedPositions,
	POSITIONS_SCHEMA,
	type PositionLedger,
	type PositionListing,
} from "../../model/position-listing.ts";
import { UserError } from "../../model/problem.ts";
import type { CollationRecord, Entity, Position } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { groupBy } from "./group-by.ts";

/**
 * The record's positions, narrowed to a speaker and a matter. Either is asked for by name: whoever is called so exactly,
 * in any case and with or without accents; where nobody is, all who have every word of it in one name. A body or a state
 * is asked for as its speakers are: what is said for it stands in its own ledger, with whoever says it.
 *
 * @throws UserError `cli/unknown-name` when no position is of anybody, or on anything, called so
 */
export function narrowPositions(record: CollationRecord, asked: AskedPositions): PositionListing {
	const { positions } = record;
	const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
	const holdersOf = ({ speaker, behalf }: Position): string[] => [speaker, ...behalf.map(({ entity }) => entity)];
	const holders = asked.speaker === null ? null : findNamed(entities, asked.speaker, positions.flatMap(holdersOf));
	if (asked.speaker !== null && holders?.size === 0)
		throw unknown("--speaker", "speaks or is spoken for", asked.speaker, entities, positions.flatMap(holdersOf));
	const matters =
		asked.about === null
			? null
			: findNamed(
					entities,
					asked.about,
					positions.map(({ about }) => about),
				);
	if (asked.about !== null && matters?.size === 0)
		throw unknown(
			"--about",
			"is spoken about",
			asked.about,
			entities,
			positions.map(({ about }) => about),
		);
	const kept = new Map<string, Position>();
	const entries: { readonly holder: string; readonly position: Position }[] = [];
	for (const position of positions) {
		if (matters && !matters.has(position.about)) continue;
		const own = holders ? [...new Set(holdersOf(position))].filter((id) => holders.has(id)) : [position.speaker];
		for (const holder of own) {
			if (holder === position.about) continue;
			entries.push({ holder, position });
			kept.set(position.id, position);
		}
	}
	const ledgers = [...groupBy(entries, ({ holder, position }) => `${holder} ${position.about}`).values()].map((group) =>
		makeLedger(
			group[0]?.holder ?? "",
			group.map(({ position }) => position),
		),
	);
	const nameOf = (id: string): string => entities.get(id)?.name ?? "";
	ledgers.sort(
		(a, b) =>
			b.positions.length - a.positions.length ||
			compareText(nameOf(a.holder), nameOf(b.holder)) ||
			compareText(nameOf(a.about), nameOf(b.about)) ||
			compareText(`${a.holder} ${a.about}`, `${b.holder} ${b.about}`),
	);
	const listed = positions.filter(({ id }) => kept.has(id));
	const named = new Set([
		...ledgers.flatMap(({ holder, about }) => [holder, about]),
		...listed.flatMap(({ reports, ...position }) => [
			...holdersOf({ ...position, reports }),
			...reports.flatMap(({ by, carriers }) => [...(by === null ? [] : [by]), ...carriers]),
		]),
	]);
	return {
		schema: POSITIONS_SCHEMA,
		generator: record.generator,
		asked,
		articles: record.articles,
		entities: record.entities
			.filter(({ id }) => named.has(id))
			.map(({ id, name, type, names }) => ({ id, name, type, names })),
		ledgers,
		positions: listed,
		problems: record.problems,
	};
}

function makeLedger(holder: string, positions: readonly Position[]): PositionLedger {
	const days = (position: Position): string => daysOf(position.when)?.first ?? "~";
	const sorted = [...positions].sort(
		(a, b) =>
			compareText(days(a), days(b)) ||
			compareText(daysOf(a.when)?.last ?? "~", daysOf(b.when)?.last ?? "~") ||
			compareText(a.article, b.article) ||
			(a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
			compareText(a.id, b.id),
	);
	const changes = findChanges(sorted);
	const dated = sorted.flatMap(({ when }) => daysOf(when) ?? []);
	const lasts = dated.map(({ last }) => last).sort(compareText);
	return {
		holder,
		about: sorted[0]?.about ?? "",
		statements: sorted.filter(({ kind }) => kind === "statement").length,
		acts: sorted.filter(({ kind }) => kind === "act").length,
		articles: [...new Set(sorted.flatMap(({ reports }) => reports.map(({ article }) => article)))].sort(compareText),
		first: dated[0]?.first ?? null,
		last: lasts.at(-1) ?? null,
		positions: sorted.map(({ id }) => id),
		changes: sorted.flatMap(({ id }) => {
			const from = changes.get(id)?.before ?? null;
			return from === null ? [] : [{ from, to: id }];
		}),
	};
}

function wordsOf(text: string): string[] {
	return foldAccents(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Of these entities those that are called so: exactly, in any case and with or without accents; where none is, all that
 * have every word of it in one name.
 */
export function findNamed(entities: ReadonlyMap<string, Entity>, asked: string, ids: readonly string[]): Set<string> {
	const words = wordsOf(asked).filter((word) => word !== "the");
	const whole = words.join(" ");
	const exact = new Set<string>();
	const part = new Set<string>();
	for (const id of new Set(ids)) {
		for (const name of entities.get(id)?.names ?? []) {
			const own = wordsOf(name).filter((word) => word !== "the");
			if (own.join(" ") === whole) exact.add(id);
			else if (words.every((word) => own.includes(word))) part.add(id);
		}
	}
	return exact.size > 0 ? exact : part;
}

/** Names shown to one who asks for nobody. */
const MOST_NEAR = 5;

function unknown(
	option: string,
	what: string,
	asked: string,
	entities: ReadonlyMap<string, Entity>,
	ids: readonly string[],
): UserError {
	const counts = new Map<string, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	const ranked = [...counts]
		.flatMap(([id, count]) => {
			const entity = entities.get(id);
			if (!entity) return [];
			return [{ name: entity.name, count, distance: Math.min(...entity.names.map((name) => distanceOf(asked, name))) }];
		})
		.sort((a, b) => a.distance - b.distance || b.count - a.count || compareText(a.name, b.name));
	const near = [...new Set(ranked.map(({ name }) => name))].slice(0, MOST_NEAR);
	const advice = near.length === 0 ? "nobody is" : `nearest are ${near.join(", ")}`;
	return new UserError("cli/unknown-name", `${option}: nobody called ${JSON.stringify(asked)} ${what}; ${advice}`);
}

/** How unlike two names are, 0 to 1: by the pairs of letters that one has and the other lacks (Dice's coefficient). */
function distanceOf(asked: string, name: string): number {
	const [a, b] = [pairsOf(asked), pairsOf(name)];
	if (a.size + b.size === 0) return 1;
	let both = 0;
	for (const pair of a) if (b.has(pair)) both++;
	return Math.round((1 - (2 * both) / (a.size + b.size)) * 1e4) / 1e4;
}

function pairsOf(text: string): Set<string> {
	const pairs = new Set<string>();
	for (const word of wordsOf(text.slice(0, 200))) {
		const framed = ` ${word} `;
		for (let i = 0; i + 1 < framed.length; i++) pairs.add(framed.slice(i, i + 2));
	}
	return pairs;
}
