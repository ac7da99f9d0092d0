import type { EntityType } from "../../model/annotation.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { CLUB_HEADS, ORGANISATION_HEADS, OUTLET_HEADS, PLACE_PREFIXES } from "./data/name-words.ts";
import { headType, typeOf } from "./evidence.ts";
import { givenName } from "./gazetteer.ts";
import type { Group, Join } from "./groups.ts";
import { isJoiner, type Naming } from "./naming.ts";

/**
 * Joins shortened names of organisations to the only fuller name that fits. Caught: "Orve Institute" for
 * "Orve Institute for Tidal Studies", "River Watch" for "Upper Orve River Watch", "Vaskold" for "Vaskold
 * Metals", "the Inspectorate" for "Mine Safety Inspectorate". Not caught: "Corra Council" for "North Corra
 * Council", "Corra" for "Corra University", "Free Army" for "Free Army of the North".
 */
export function joinShortened(reading: Reading, groups: readonly Group[], join: Join): void {
	const fuller = indexWords(groups);
	for (const short of groups) {
		const name = short.namings[0];
		if (!name || short.known || (short.weights.person ?? 0) >= 4) continue;
		const near = fuller.get(name.words.at(-1) ?? "");
		if (!near || near.length > MOST_NEAR) continue;
		const only =
			name.words.length === 1 ? ofOneWord(reading, short, name, near) : ofMore(short, name, near.filter(isBody));
		if (!only) continue;
		// What the short name alone looked like tells nothing any more: "River Watch" is no river.
		const organisation = short.weights.organisation ?? 0;
		for (const type of Object.keys(short.weights) as EntityType[]) delete short.weights[type];
		short.weights.organisation = organisation;
		join(only, short, `“${name.exact}” shortens “${fullName(only)}”, the only such name here`);
	}
}

/** Names that share one word at most; more are a list, and a short name could mean any. */
const MOST_NEAR = 200;

/** The groups with names of several words, by each word. */
function indexWords(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
	const index = new Map<string, Group[]>();
	for (const group of groups) {
		const words = new Set(group.namings.flatMap((name) => (name.words.length > 1 ? name.words : [])));
		for (const word of words) {
			const list = index.get(word);
			if (list) list.push(group);
			else index.set(word, [group]);
		}
	}
	return index;
}

/** Last words of names of companies, whose first word alone is used for them. */
const COMPANIES = new Set(
	(
		"metals mining foods motors energy holdings group bank airlines airways press systems industries pharmaceuticals " +
		"petroleum oil gas electric telecom communications chemicals minerals logistics aerospace semiconductors steelworks " +
		"steel brewery breweries shipyards shipping ventures retail insurance technologies solutions entertainment software " +
		"labs studios pictures records partners enterprises corporation corp company inc ltd llc plc gmbh consortium"
	).split(" "),
);

/** Heads that with an article and a capital name too much besides: "the Union", "the Church". */
const OPEN_HEADS = new Set(
	"union church government administration cabinet office army navy police forces force states sun star world review show record".split(
		" ",
	),
);

const BEFORE_PLACES = new Set([
	"in",
	"at",
	"near",
	"from",
	"outside",
	"around",
	"across",
	"throughout",
	"to",
	"between",
]);

/** Whether a group is an organisation by its name or by what is said of it. */
export function isBody(group: Group): boolean {
	const type = typeOf(group.weights);
	if (type === "organisation" || type === "agency" || type === "outlet") return true;
	if (type === "person") return false;
	return group.namings.some((name) => headType(name) === "organisation");
}

/** The noun that heads a name: "inspectorate" of "Mine Safety Inspectorate", "institute" of "Institute for Tides". */
export function headNoun(name: Naming): string {
	const joiner = name.words.findIndex((word, at) => at > 0 && (word === "of" || word === "for"));
	return (joiner > 0 ? name.words[joiner - 1] : name.words.at(-1)) ?? "";
}

/** The only body whose name ends in the short one, or goes on behind it with "for". */
function ofMore(short: Group, name: Naming, bodies: readonly Group[]): Group | null {
	const size = name.words.length;
	const holding = bodies.filter((body) => body !== short && body.namings.some((full) => within(full, name.words) >= 0));
	const [only] = holding;
	if (!only || holding.length !== 1) return null;
	const fits = only.namings.some((full) => {
		const at = within(full, name.words);
		if (at < 0 || full.words.length <= size) return false;
		if (at === 0) return full.words[size] === "for" || (name.words.at(-1) === "high" && full.words[size] === "school");
		const before = full.words.slice(0, at);
		if (at + size !== full.words.length || isJoiner(before.at(-1) ?? "")) return false;
		return !before.every((word) => PLACE_PREFIXES.has(word));
	});
	return fits ? only : null;
}

/** Index at which the words stand in a name; -1 when they do not. */
function within(full: Naming, words: readonly string[]): number {
	for (let at = 0; at + words.length <= full.words.length; at++) {
		if (words.every((word, i) => full.words[at + i] === word)) return at;
	}
	return -1;
}

function ofOneWord(reading: Reading, short: Group, name: Naming, near: readonly Group[]): Group | null {
	const head = ORGANISATION_HEADS.has(name.key) || OUTLET_HEADS.has(name.key) || CLUB_HEADS.has(name.key);
	return head ? byHead(reading, short, name, near.filter(isBody)) : byFirstWord(reading, short, name, near);
}

/** "the Inspectorate": the only body of the article with that head noun. */
function byHead(reading: Reading, short: Group, name: Naming, bodies: readonly Group[]): Group | null {
	if (OPEN_HEADS.has(name.key)) return null;
	const determined = short.namings.every(({ first }) => normAt(reading, first - 1) === "the");
	if (!determined && !CLUB_HEADS.has(name.key)) return null;
	const fitting = bodies.filter(
		(body) => body !== short && body.namings.some((full) => full.words.length > 1 && headNoun(full) === name.key),
	);
	return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** "Vaskold": the only name of several words that begins with it is a company's. */
function byFirstWord(reading: Reading, short: Group, name: Naming, near: readonly Group[]): Group | null {
	if (givenName(name.key) !== undefined || typeOf(short.weights) === "place") return null;
	const holding = near.filter(
		(group) => group !== short && group.namings.some((full) => full.words.length > 1 && full.words.includes(name.key)),
	);
	const [only] = holding;
	if (!only || holding.length !== 1 || typeOf(only.weights) === "person") return null;
	const fits = only.namings.some((full) => full.words[0] === name.key && COMPANIES.has(full.words.at(-1) ?? ""));
	if (!fits || only.known) return null;
	const shouted = only.namings.some(({ exact }) => !/\p{Ll}/u.test(exact));
	for (const { first, exact, titled } of short.namings) {
		if (BEFORE_PLACES.has(normAt(reading, first - 1))) return null;
		if (!titled && !shouted && !/\p{Ll}/u.test(exact)) return null;
	}
	for (let i = 0; i < reading.count; i++) {
		if (normAt(reading, i) === name.key && !has(reading, i, Shape.capital)) return null;
	}
	return only;
}

function fullName(group: Group): string {
	let best = group.namings[0];
	for (const name of group.namings) if (best && name.words.length > best.words.length) best = name;
	return best?.exact ?? "";
}
