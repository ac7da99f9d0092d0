import { stemOf } from "../../text/stem.ts";
import { conceptOf } from "../synonyms.ts";

/**
 * What numbers are counted by, and words that stand for one another beside a number: "151 were picked up"
 * and "151 survived" count the rescued. Must not make one class of what is counted apart: the injured are not the
 * dead, and what a hall may hold is not who came.
 */

/** How a count moves while its event goes on; `fixed` when it is what it is. */
export type Growth = "grows" | "shrinks" | "varies" | "fixed";

export interface EventClass {
	readonly name: string;
	readonly growth: Growth;
	/** Counts people, so that any noun for people may stand for any other. */
	readonly people: boolean;
	/** A word is of the class when its stem is here, or behind "=" the word itself; `a~b` asks for b within three words behind a. */
	readonly words: readonly string[];
	/** Nouns that the class may count; any when absent. */
	readonly nouns?: readonly string[];
}

const make = (name: string, growth: Growth, words: string, nouns?: string, people = true): EventClass => ({
	name,
	growth,
	people,
	words: words.split(" ").map((word) => (word.startsWith("=") ? word : word.split("~").map(stemOf).join("~"))),
	...(nouns === undefined ? {} : { nouns: nouns.split(" ") }),
});

/** Kinds of sick people and of findings: what is confirmed or suspected of them is a count of its own. */
const CASES = "case infection patient person people sample";

/** The first class of a word wins. Read off how agencies write; each word of them is general. */
const EVENT_CLASSES: readonly EventClass[] = [
	make("capacity", "fixed", "capacity licensed~carry built~for seats designed~for room~for"),
	make("confirmed", "grows", "confirmed", CASES),
	make("suspected", "grows", "suspected symptoms", CASES),
	make(
		"killed",
		"grows",
		"killed killing died dead deaths dies fatal fatalities drowned perished toll bodies slain life murdered lost~lives took~lives claimed~lives",
	),
	make("injured", "grows", "injured injuries wounded hurt"),
	make("hospitalised", "grows", "=hospitalised =hospitalized admitted treated taken~hospital rushed~hospital"),
	make("infected", "grows", "infected sickened ill", undefined),
	make("missing", "shrinks", "missing unaccounted"),
	make("trapped", "shrinks", "trapped stranded"),
	make(
		"rescued",
		"grows",
		"rescued saved survived survivors picked~up pulled~out pulled~alive pulled~safety dragged~safety carried~safety brought~safety led~safety brought~out brought~surface freed~from came~up come~up",
	),
	make("arrested", "grows", "arrested detained custody carted~off held~police"),
	make("charged", "grows", "charged indicted"),
	make("freed", "grows", "freed released"),
	make("escaped", "fixed", "escaped escapees fled~prison broke~out absconded"),
	make("recaptured", "grows", "recaptured caught~again"),
	make("evacuated", "grows", "evacuated evacuation displaced homeless shelters evacuees moved~out moved~safety"),
	make("powerless", "varies", "without~power without~electricity outages"),
	make("aboard", "fixed", "aboard on~board packed~with carrying~people passengers~crew"),
	make("crowd", "fixed", "crowd attended attendance rallied marched turned~out spectators"),
	make("struck", "fixed", "strike~joined joined~strike walked~out walkout stayed~away downed~tools striking"),
	make("dismissed", "grows", "redundant redundancies laid~off job~cuts cut~jobs dismissed sacked layoffs"),
	make("electorate", "fixed", "registered~vote entitled~vote eligible~vote =electorate"),
	make(
		"counted",
		"grows",
		"counted reporting reported results~from results~in",
		"station precinct ward district constituency ballot vote",
		false,
	),
	make("margin", "fixed", "margin lead gap ahead majority by~votes won~by", "vote seat", false),
	make("abstained", "fixed", "abstained abstentions abstaining"),
	make("destroyed", "grows", "destroyed damaged burned~down levelled demolished flooded", undefined, false),
];

/** What may be there, not what is. */
export const CAPACITY: EventClass | undefined = EVENT_CLASSES[0];

/** Those on board, whom passengers and crew make together. */
export const ABOARD: EventClass | null = EVENT_CLASSES.find(({ name }) => name === "aboard") ?? null;

const singles = new Map<string, EventClass>();
const pairs = new Map<string, { readonly second: string; readonly of: EventClass }[]>();
for (const of of EVENT_CLASSES) {
	for (const word of of.words) {
		const [first = "", second] = word.split("~");
		if (second === undefined) {
			if (!singles.has(first)) singles.set(first, of);
		} else pairs.set(first, [...(pairs.get(first) ?? []), { second, of }]);
	}
}

/** How far behind its first word (in words) the second of a pair may stand. */
const APART = 5;

/** Whether a class may count what the noun names. */
export function mayCount(of: EventClass, noun: string | null): boolean {
	return of.nouns === undefined || noun === null || of.nouns.includes(noun);
}

/** "The death penalty" is of no dead, a man "suspected of theft" no suspected case. */
const OF_OTHERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	["death", new Set(["penalty", "sentence", "sentences", "row", "threat", "threats", "certificate", "certificates"])],
	["life", new Set(["sentence", "sentences", "imprisonment", "term", "terms", "in", "without", "support", "savings"])],
	["suspected", new Set(["of"])],
]);

/** The classes that the word at an index stands for, those of two words before those of one. */
export function classesAt(
	words: readonly { readonly stem: string; readonly norm: string }[],
	at: number,
): EventClass[] {
	const { stem = "", norm = "" } = words[at] ?? {};
	if (OF_OTHERS.get(norm)?.has(words[at + 1]?.norm ?? "")) return [];
	const found: EventClass[] = [];
	for (const { second, of } of pairs.get(stem) ?? []) {
		if (words.slice(at + 1, at + 1 + APART).some((word) => word.stem === second)) found.push(of);
	}
	const single = singles.get(`=${norm}`) ?? singles.get(stem);
	if (single) found.push(single);
	return found;
}

/** Nouns that count people by what happened to each: one death is one dead; three charges may be of one man. */
const NOMINAL = new Set(
	"death fatality dead killed body life injured wounded missing survivor evacuee abstention arrest escapee hurt homeless trapped displaced".split(
		" ",
	),
);

/** The class of a counted noun itself ("64 deaths", "12 wounded"); null when it names only what is counted. */
export function classOfNoun(noun: string): EventClass | null {
	return NOMINAL.has(noun) ? (singles.get(stemOf(noun)) ?? null) : null;
}

/** Words that reports use for one another beside a number; the first of each row stands for all. */
const ALIKE: readonly string[] = [
	"demand want ask demanding seek seeking wants call",
	"offer offered offering proposal propose",
	"fall fell fallen drop dropped decline declined decrease lost",
	"rise rose risen increase increased raise raised hike grow grew climb climbed",
	"cost costs loss losses losing lose price worth",
	"majority margin lead gap",
	"sentence sentenced jailed jail prison imprisoned imprisonment term",
	"convict convicted guilty conviction",
	"bribe bribes bribery bribing",
	"lorry truck lorries trucks",
	"state country nation states countries delegation delegations",
	"mine pit shaft",
	"fine fined penalty",
	"ban banned suspension suspended",
	"work working run running move moving turn turning operate",
	"start started begin began begun open opened broke erupted caught ignited",
	"fire fires blaze flames flame inferno",
	"collapse collapsed rockfall landslide cave-in",
	"happen happened occur occurred",
	"talks negotiations meet meeting meets met",
	"boat lifeboat",
	"leave left sail sailed depart departed departure",
	"car vehicle cars vehicles",
	"home house homes houses",
	"road highway street motorway",
	"pass passed approve approved cleared",
	"vote votes ballot ballots voted",
	"debate sitting session",
	"officer police policeman policewoman cop cops",
	"docker dockers dockworker dockworkers longshoreman longshoremen",
	"deep depth underground below level",
];

const stands = new Map<string, string>();
for (const row of ALIKE) {
	const words = row.split(" ").map(stemOf);
	for (const word of words) if (!stands.has(word)) stands.set(word, words[0] ?? word);
}

/** The stem under which words that reports use for one another beside a number meet. */
export function meetingStem(stem: string): string {
	return stands.get(stem) ?? stem;
}

/** The same of what is told in clauses: words that mean one thing anywhere meet as well. */
export function meetingTerm(stem: string): string {
	return meetingStem(conceptOf(stem));
}
