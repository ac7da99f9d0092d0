import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { typeOf } from "./evidence.ts";
import type { Group, Join } from "./groups.ts";
import type { Naming } from "./naming.ts";

/**
 * Short names of states, storms and ships. Caught: "Tarnia" for "Republic of Tarnia", "Ada" for "Hurricane
 * Ada", "the Orve" for "USS Orve", "the Tarn" for "River Tarn". Not caught: "Ada" beside "Ada Quill", "Orve"
 * without an article.
 */
export function joinShortThings(reading: Reading, groups: readonly Group[], join: Join): void {
	const single = new Map<string, Group>();
	for (const group of groups) {
		const name = group.namings[0];
		if (name && group.known === null && name.words.length < 3) single.set(name.key, group);
	}
	for (const group of groups) {
		const name = group.namings[0];
		const rest = name && name.words.length > 1 ? restOf(name) : null;
		const short = rest === null ? undefined : single.get(rest.key);
		if (!name || !rest || !short || short === group || typeOf(short.weights) === "person") continue;
		if (rest.article && !short.namings.every((one) => isDetermined(reading, one))) continue;
		const called = groups.filter((other) =>
			other.namings.some((one) => one.words.length > 1 && one.words.includes(rest.key)),
		);
		if (!rest.sure && called.length !== 1) continue;
		join(group, short, `“${short.namings[0]?.exact ?? ""}” shortens “${name.exact}”, the only such name here`);
	}
}

interface Rest {
	readonly key: string;
	/** Whether the short name must have an article. */
	readonly article: boolean;
	/** Whether other names with the word in them do not matter. */
	readonly sure: boolean;
}

const STATE =
	/^(?:(?:people's |democratic |islamic |federal )*republic|kingdom|principality|sultanate|commonwealth) of (?:the )?(.+)$/;
const STORM = /^(?:hurricane|typhoon|cyclone|(?:tropical |winter )?storm) (\p{L}+)$/u;
const SHIP = /^(?:mv|ms|ss|uss|hms|rms|hmas|mt) (\p{L}+)$/u;
const RIVER = /^(?:river (\p{L}+)|(\p{L}+) river)$/u;

function restOf({ key }: Naming): Rest | null {
	const state = STATE.exec(key)?.[1];
	if (state !== undefined) return { key: state, article: false, sure: true };
	const storm = STORM.exec(key)?.[1];
	if (storm !== undefined) return { key: storm, article: false, sure: false };
	const ship = SHIP.exec(key)?.[1];
	if (ship !== undefined) return { key: ship, article: true, sure: false };
	const river = RIVER.exec(key);
	return river ? { key: river[1] ?? river[2] ?? "", article: true, sure: false } : null;
}

function isDetermined(reading: Reading, { first }: Naming): boolean {
	return normAt(reading, first - 1) === "the" && !has(reading, first, Shape.titled);
}
