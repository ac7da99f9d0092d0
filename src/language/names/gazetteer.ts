import { foldAccents } from "../../text/fold.ts";
import { AGENCIES, BODIES, OUTLETS } from "./data/agencies.ts";
import { CITIES } from "./data/cities.ts";
import { FEMALE_NAMES, MALE_NAMES, OPEN_NAMES } from "./data/given-names.ts";
import { MORE_GIVEN_NAMES } from "./data/spellings.ts";
import { CITY_NAMES, REGION_ADJECTIVES, REGIONS, STATES } from "./data/states.ts";
import { TERRITORIES } from "./data/territories.ts";

/** Look-ups over the name lists under data/, built once when this file is loaded. */

type KnownType = "state" | "place" | "agency" | "outlet" | "organisation";

export interface KnownName {
	readonly type: KnownType;
	/** The usual name of the thing, which stands for it: "Chile" for "Chilean". */
	readonly usual: string;
	/** True when the word is the adjective or the name of the inhabitants: "Chilean". */
	readonly demonym: boolean;
	/** On no list: the outlet or agency of the report itself. */
	readonly own?: boolean;
}

/** Known names have at most this many words; bounds every look-up. */
export const LONGEST_KNOWN = 8;

/** Adjective of a state or region, or the name of its inhabitants, by exact writing. */
const byExact = new Map<string, KnownName>();
/** Names that are matched whatever their capitals, by folded writing. */
const byFolded = new Map<string, KnownName>();

/** The usual name of a state by the folded name of its capital. */
const capitals = new Map<string, string>();

const given = new Map<string, "he" | "she" | null>();

/** The form in which known names and entity keys are compared: folded, hyphens as spaces, no dots. */
export function nameKey(text: string): string {
	const folded = foldAccents(text);
	if (isPlainKey(folded)) return folded;
	return folded
		.replace(/[-\u2010\u2011]/g, " ")
		.replace(/\./g, "")
		.replace(/\s+/g, " ")
		.trim();
}

/** Whether it is words of plain letters with a space between each two, as most names are. */
function isPlainKey(folded: string): boolean {
	let before = 0x20;
	for (let i = 0; i < folded.length; i++) {
		const code = folded.charCodeAt(i);
		if (code === 0x20 ? before === 0x20 : code < 0x61 || code > 0x7a) return false;
		before = code;
	}
	return before !== 0x20;
}

/** The thing a name in its given writing stands for in the lists; null when they do not have it. */
export function knownName(text: string): KnownName | null {
	const exact = byExact.get(text);
	if (exact) return exact;
	// "US" and "AP" are names, "us" and "ap" are not: short capitals match as written alone.
	if (text.length < 4) return null;
	return byFolded.get(nameKey(text)) ?? null;
}

/** The usual name of the state whose capital a known place is; null when it is none. */
export function capitalOf(place: string): string | null {
	return capitals.get(nameKey(place)) ?? null;
}

/** The pronoun a given name tells: null when it tells none; undefined when it is no known given name. */
export function givenName(word: string): "he" | "she" | null | undefined {
	return given.get(foldAccents(word));
}

/** Given names that are places or words far more often: they show a person only beside a title or a person's verb. */
const RARE_GIVEN: ReadonlySet<string> = new Set(
	(
		"paris georgia jordan brooklyn austin dallas savannah sydney florence victoria virginia carolina india asia israel " +
		"phoenix houston lincoln ireland london milan vienna verona sienna alexandria augusta lourdes odessa dakota montana " +
		"cheyenne holland orlando santiago violet olive pearl jade hope faith joy summer autumn dawn eve sky river forest " +
		"cliff rock hunter mason carter cooper parker taylor frank art rich will miles rusty sandy sunny happy destiny " +
		"trinity precious blessing goodluck patience mercy charity honor honour justice prince king earl duke reed ginger " +
		"sage dean chance chase clay heath pierce grant bishop major"
	).split(" "),
);

/** Whether a word is used as a given name at all, by the lists or though it is mostly a place or a word. */
export function mayBeGiven(word: string): boolean {
	return RARE_GIVEN.has(word) || givenName(word) !== undefined;
}

function rows(table: string): string[] {
	return table
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

function list(cell: string | undefined): string[] {
	return (cell ?? "")
		.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "");
}

function put(name: string, known: KnownName): void {
	if (!byExact.has(name)) byExact.set(name, known);
	const key = nameKey(name);
	if (name.length > 3 && !/^\p{Lu}+$/u.test(name) && !byFolded.has(key)) byFolded.set(key, known);
}

function build(): void {
	const states = new Map<string, string>();
	for (const row of rows(TERRITORIES)) {
		const [code = "", ...names] = row.split("|");
		const usual = names[0] ?? code;
		states.set(code, usual);
		// The United Nations and the European Union have codes and are no states.
		if (code === "UN" || code === "EU") continue;
		for (const name of names) put(name, { type: "state", usual, demonym: false });
	}
	states.set("CG", "Republic of the Congo");
	states.set("CD", "Democratic Republic of the Congo");
	for (const row of rows(STATES)) {
		const [code = "", demonyms, capital = "", more] = row.split("|");
		const usual = states.get(code) ?? code;
		for (const name of list(more)) put(name, { type: "state", usual, demonym: false });
		if (code === "CD" || code === "CG") put(usual, { type: "state", usual, demonym: false });
		for (const name of list(demonyms)) {
			put(name, { type: "state", usual, demonym: true });
			if (!/(?:ese|ish|sh|ch|ss|man|men)$/.test(name)) put(`${name}s`, { type: "state", usual, demonym: true });
		}
		if (capital !== "") {
			put(capital, { type: "place", usual: capital, demonym: false });
			capitals.set(nameKey(capital), usual);
		}
	}
	for (const row of rows(REGION_ADJECTIVES)) {
		const [adjective = "", place = ""] = row.split("|");
		put(adjective, { type: "place", usual: place, demonym: true });
	}
	for (const name of REGIONS.trim().split(/[|\n]/)) put(name, { type: "place", usual: name, demonym: false });
	for (const row of rows(CITIES)) {
		const key = nameKey(row);
		const state = byFolded.get(key);
		// "Georgia" is a state of the world and one of the United States: a place, and no more is known.
		if (state?.type === "state" && !state.demonym) {
			const open: KnownName = { type: "place", usual: state.usual, demonym: false };
			byFolded.set(key, open);
			byExact.set(state.usual, open);
		} else if (!state) byFolded.set(key, { type: "place", usual: row, demonym: false });
	}
	for (const row of rows(CITY_NAMES)) {
		const [usual = "", ...more] = row.split("|");
		for (const name of [usual, ...more]) {
			byFolded.set(nameKey(name), { type: "place", usual, demonym: false });
			byExact.set(name, { type: "place", usual, demonym: false });
			const state = capitals.get(nameKey(usual)) ?? capitals.get(nameKey(name));
			if (state !== undefined) capitals.set(nameKey(usual), state);
		}
	}
	for (const [table, type] of [
		[AGENCIES, "agency"],
		[OUTLETS, "outlet"],
		[BODIES, "organisation"],
	] as const) {
		for (const row of rows(table)) {
			const [usual = "", ...more] = row.split("|");
			for (const name of [usual, ...more]) byExact.set(name, { type, usual, demonym: false });
		}
	}
	for (const word of MALE_NAMES.trim().split(/\s+/)) given.set(word, "he");
	for (const word of FEMALE_NAMES.trim().split(/\s+/)) given.set(word, "she");
	for (const row of rows(MORE_GIVEN_NAMES)) {
		const [name = "", pronoun] = row.split(" ");
		given.set(name, pronoun === "he" || pronoun === "she" ? pronoun : null);
	}
	for (const word of OPEN_NAMES.trim().split(/\s+/)) given.set(word, null);
}

build();
