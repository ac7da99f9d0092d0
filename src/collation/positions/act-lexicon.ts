import { formsOf, type VerbForm } from "./verb-forms.ts";

/**
 * What somebody may do about somebody or something, and whether the deed itself says for or against. Written for this
 * project from how news tells of parliaments, governments, courts, parties and companies. A deed that may be done for
 * either reason (to meet, to arrest, to sign a deal with) has no side.
 *
 * Caught: "vetoed the accord", "voted against the bill", "broke off talks with Orvania", "imposed sanctions on Tarnia".
 * Not caught: "left Kelm", "fired shots", "signed the forward Bo Quill": what is done to whom decides what they mean.
 */
export interface Act {
	/** The deed as it is shown: "vote against", "break off talks with". */
	readonly name: string;
	readonly stance: "supports" | "opposes" | null;
	/** Words right behind the verb: "off", "out of". */
	readonly particles: readonly string[];
	/** A noun that must follow, as its class, before `preposition`; null when the entity itself follows. */
	readonly nouns: ReadonlySet<string> | null;
	readonly prepositions: ReadonlySet<string>;
	/** Said of things and bodies alone: who signs a player supports nobody. */
	readonly things: boolean;
}

const CLASSES: Readonly<{ [name: string]: string }> = {
	talks: "talks negotiations contacts dialogue discussions",
	ties: "ties relations cooperation links trade contacts talks partnership alliance",
	sanctions: "sanctions tariffs embargo blockade restrictions ban penalties",
	deal: "deal agreement accord treaty pact memorandum contract truce ceasefire",
	suit: "suit lawsuit complaint charges appeal claim",
	envoy: "ambassador envoy diplomats delegation",
	troops: "troops forces soldiers personnel observers",
	war: "war",
};

/** `verb particles {class} prepositions`, where `a|b` are two verbs, nouns or prepositions; `!person` keeps it to things. */
const SUPPORTS = [
	"back",
	"endorse",
	"support",
	"approve",
	"ratify",
	"adopt !person",
	"sign !person",
	"accept !person",
	"recognise|recognize",
	"welcome",
	"praise",
	"hail",
	"applaud",
	"commend",
	"congratulate",
	"pardon",
	"vote for",
	"vote in favour of",
	"vote in favor of",
	"agree to",
	"agree with",
	"accede to",
	"side with",
	"sign up to",
	"sign off on",
	"lift {sanctions} on|against|from",
	"restore|resume|reopen|renew {ties} with",
];

const OPPOSES = [
	"veto",
	"reject",
	"oppose",
	"condemn",
	"denounce",
	"criticise|criticize",
	"deplore",
	"slam",
	"rebuke",
	"repudiate",
	"disavow",
	"disown",
	"blame",
	"accuse",
	"boycott",
	"ban",
	"outlaw",
	"block",
	"expel",
	"suspend",
	"sue",
	"oust",
	"overthrow",
	"sack",
	"dismiss",
	"attack",
	"invade",
	"bomb",
	"shell",
	"repeal !person",
	"revoke !person",
	"scrap !person",
	"cancel !person",
	"abandon !person",
	"quit !person",
	"withdraw from",
	"pull out of",
	"walk out of",
	"walk|pull|back out of {talks} with",
	"back out of",
	"call off",
	"tear up",
	"vote against",
	"vote down",
	"break with",
	"break off {ties} with",
	"call off {ties} with",
	"cut off {ties} with",
	"cut|sever|suspend|freeze|halt|cancel {ties} with",
	"impose|slap {sanctions} on|against",
	"withdraw|recall {envoy} from",
	"withdraw|pull {troops} from",
	"declare {war} on|against",
	"file|bring {suit} against",
];

const NEITHER = [
	"arrest",
	"detain",
	"charge",
	"fine",
	"investigate",
	"appoint",
	"elect",
	"meet",
	"visit",
	"invite",
	"acquire",
	"join",
	"hold|open {talks} with",
	"sign|reach|conclude {deal} with",
];

/** A form of a verb that opens a deed. */
export interface ActVerb {
	readonly act: Act;
	readonly form: VerbForm;
}

const VERBS: ReadonlyMap<string, readonly ActVerb[]> = (() => {
	const verbs = new Map<string, ActVerb[]>();
	const add = (rows: readonly string[], stance: Act["stance"]): void => {
		for (const row of rows)
			for (const { verb, act } of readRow(row, stance))
				for (const [word, form] of formsOf(verb)) verbs.set(word, [...(verbs.get(word) ?? []), { act, form }]);
	};
	add(SUPPORTS, "supports");
	add(OPPOSES, "opposes");
	add(NEITHER, null);
	// The longest frame is tried first: "suspend talks with" before "suspend".
	for (const list of verbs.values()) list.sort((a, b) => weight(b.act) - weight(a.act));
	return verbs;
})();

function weight({ particles, nouns, prepositions }: Act): number {
	return particles.length * 2 + (nouns ? 4 : 0) + Math.min(1, prepositions.size);
}

function* readRow(row: string, stance: Act["stance"]): Generator<{ readonly verb: string; readonly act: Act }> {
	const words = row.split(" ").filter((word) => word !== "!person");
	const things = words.length < row.split(" ").length;
	const at = words.findIndex((word) => word.startsWith("{"));
	const [verbs = "", ...rest] = words;
	const particles = at < 0 ? rest : words.slice(1, at);
	const noun = at < 0 ? null : (words[at] ?? "").slice(1, -1);
	const prepositions = at < 0 ? [] : (words[at + 1] ?? "").split("|");
	for (const verb of verbs.split("|")) {
		const act: Act = {
			// Two spellings of a verb are one deed.
			name: [verb.replace(/ize$/, "ise"), ...particles, ...(noun === null ? [] : [noun, prepositions[0] ?? ""])].join(
				" ",
			),
			stance,
			particles,
			nouns: noun === null ? null : new Set((CLASSES[noun] ?? "").split(" ")),
			prepositions: new Set(prepositions),
			things,
		};
		yield { verb, act };
	}
}

/** The deeds that a word (lower case) may open, the longest frame first. */
export function actVerbs(norm: string): readonly ActVerb[] {
	return VERBS.get(norm) ?? [];
}

/** "voted to suspend", "agreed to recognise": done as far as a decision goes. */
export const DECIDES: ReadonlySet<string> = new Set(
	"voted agreed decided opted moved chose resolved consented".split(" "),
);

/** "refused to recognise": done, and the other way round. */
export const REFUSES: ReadonlySet<string> = new Set("refused declined".split(" "));
