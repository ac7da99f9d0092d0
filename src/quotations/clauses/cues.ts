import type { Polarity } from "../../model/annotation.ts";

/**
 * The verbs by which news gives someone's words, by what they take. Built from what English news uses
 * (the reporting verbs of Bergler 1992 and of the PARC and PolNeAR annotation manuals), not learned.
 */

export interface CueVerb {
	readonly lemma: string;
	readonly form: "base" | "third" | "past" | "ing";
	/** Takes a clause: "said that …". */
	readonly clause: boolean;
	/** Names a hearer first: "told reporters that …". */
	readonly hearer: boolean;
	/** Takes "to …" as its content: "vowed to …". */
	readonly infinitive: boolean;
	/** A thought rather than speech: only a full clause after it counts. */
	readonly thought: boolean;
	/** Its form is as often a noun or has another sense: only certain shapes count. */
	readonly doubtful: boolean;
	readonly polarity: Polarity;
}

const CLAUSE =
	"say add note state stress warn announce claim argue insist write tweet reply respond explain acknowledge admit " +
	"concede confess confirm conclude declare emphasize emphasise recall remark reiterate repeat reveal suggest " +
	"mention observe predict maintain complain assert allege contend caution disclose testify quip joke lament " +
	"underscore underline highlight estimate propose report indicate boast proclaim vow promise pledge threaten " +
	"speculate surmise counter muse mutter shout yell scream whisper exclaim blurt chant intone retort snap sigh " +
	"interject rejoin opine theorize blog text email e-mail post attest affirm specify clarify elaborate reason " +
	"venture volunteer cry holler chime marvel gush deadpan thunder rail fume vent crow scoff sniff jest plead beg " +
	"recount continue tell agree signal signal hint imply stipulate rule find determine posit postulate " +
	"show accuse certify swear brag gripe grumble bemoan protest object demur enthuse rave gloat jeer taunt narrate " +
	"summarize summarise recommend demand request confide divulge conjecture pronounce bark growl murmur mumble " +
	"answer ask inquire wonder question commiserate decree advise inform";
const HEARER =
	"tell inform remind assure notify brief advise warn ask urge promise persuade convince caution email text reassure " +
	"lecture instruct implore beg";
const INFINITIVE = "vow promise pledge threaten offer agree refuse decline demand ask propose claim";
const THOUGHT = "reckon believe think hope fear expect feel know realize realise doubt assume consider suspect worry";
const DENIALS = new Set(["deny", "refute", "rebut", "dispute", "reject", "dismiss"]);
/** Forms that are as often nouns, or verbs of another sense. */
const DOUBTFUL = new Set(
	(
		"notes reports claims estimates demands requests texts posts promises answers questions states stresses objects " +
		"signals hints rules reasons snaps ventures volunteers counters blogs email e-mail emails state report " +
		"find finds found rule ruled rules determine determined determines continue continues continued continuing agree agrees " +
		"show shows showed showing reason ventured report claim note answer question estimate demand request text post promise stress object " +
		"signal hint volunteer counter blog post posted posting cry cries maintain maintained offer offers offered " +
		"specified recommend recall recalls considered feel feels felt consider know knows knew ask asks protest protests " +
		"advise remind highlight highlights highlighted underscores underscored underline underlined observe observed"
	).split(" "),
);
const IRREGULAR: Readonly<{ [lemma: string]: readonly string[] }> = {
	say: ["said"],
	tell: ["told"],
	write: ["wrote"],
	think: ["thought"],
	swear: ["swore"],
	find: ["found"],
	feel: ["felt"],
	know: ["knew"],
	read: ["read"],
	go: ["went"],
	shout: ["shouted"],
	understand: ["understood"],
};
/** Final consonants that double before -ed and -ing in the lemmas above. */
const DOUBLING = new Set(["quip", "snap", "beg", "blog", "chat", "admit", "brag", "rebut", "demur"]);

const VERBS: ReadonlyMap<string, CueVerb> = buildVerbs();

function buildVerbs(): Map<string, CueVerb> {
	const clause = new Set(CLAUSE.split(" "));
	const hearer = new Set(HEARER.split(" "));
	const infinitive = new Set(INFINITIVE.split(" "));
	const thought = new Set(THOUGHT.split(" "));
	const map = new Map<string, CueVerb>();
	for (const lemma of new Set([...clause, ...hearer, ...infinitive, ...thought, ...DENIALS])) {
		for (const [word, form] of formsOf(lemma)) {
			if (map.has(word) && form !== "past") continue;
			map.set(word, {
				lemma,
				form,
				clause: clause.has(lemma) || DENIALS.has(lemma),
				hearer: hearer.has(lemma),
				infinitive: infinitive.has(lemma),
				thought: thought.has(lemma),
				doubtful: DOUBTFUL.has(word),
				polarity: DENIALS.has(lemma) ? "denied" : lemma === "decline" || lemma === "refuse" ? "declined" : "said",
			});
		}
	}
	return map;
}

function formsOf(lemma: string): [string, CueVerb["form"]][] {
	const y = /[^aeiou]y$/.test(lemma);
	const e = lemma.endsWith("e");
	const stem = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
	const third = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
	const past = IRREGULAR[lemma] ?? [y ? `${lemma.slice(0, -1)}ied` : e ? `${lemma}d` : `${stem}ed`];
	const ing = e ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
	return [
		[lemma, "base"],
		[third, "third"],
		...past.map((word): [string, CueVerb["form"]] => [word, "past"]),
		[ing, "ing"],
	];
}

/** The reporting verb that a word (lower case) is a form of, or null. */
export function cueVerb(norm: string): CueVerb | null {
	return VERBS.get(norm) ?? null;
}

/** Whether a word could be a verb in the past or the third person that the list does not know. */
export function looksLikeVerb(norm: string): boolean {
	return /^[a-z]{2,}(?:ed|es|s)$/.test(norm) && !/(?:ss|us|is|'s)$/.test(norm);
}

/** Words by which an outlet holds a report at arm's length. */
export const HEDGES: ReadonlySet<string> = new Set([
	"reportedly",
	"allegedly",
	"apparently",
	"supposedly",
	"purportedly",
	"seemingly",
	"ostensibly",
]);

/** Words that may stand between a source and its verb, and belong to the cue. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
	(
		"has had have having is was were are been be will would could can may might must shall should did does do 'd 've 'll not n't " +
		"hasn't haven't hadn't didn't doesn't don't won't wouldn't couldn't can't cannot isn't wasn't"
	).split(" "),
);

const ADVERBS: ReadonlySet<string> = new Set(
	"also later then again once first often just now still further soon never ever even already recently always too previously earlier ago both all today".split(
		" ",
	),
);

export function isAdverb(norm: string): boolean {
	return ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith("ly") && norm !== "family" && norm !== "reply");
}

/** Words that turn a cue around: "did not say". */
export const NEGATIONS: ReadonlySet<string> = new Set(
	"not n't never hasn't haven't hadn't didn't doesn't don't won't wouldn't couldn't can't cannot isn't wasn't".split(
		" ",
	),
);
