import { formsOf, type VerbForm } from "./verb-forms.ts";

/**
 * Words that say plainly on which side a speaker stands of what they name. Each is here because it says so whatever
 * stands around it; a word that leaves it open (understand, study, note, discuss) is not.
 */
const SUPPORTS =
	"support back endorse welcome favour favor recognise recognize accept approve praise applaud hail commend trust " +
	"congratulate advocate";
const OPPOSES =
	"oppose reject condemn denounce criticise criticize deplore disavow repudiate boycott veto distrust blame abhor despise";

/** Verbs with a word behind them: "stand with", "side with", "call for". */
const WITH_PARTICLE: readonly (readonly [string, string, "supports" | "opposes"])[] = [
	["stand", "with", "supports"],
	["stand", "by", "supports"],
	["stand", "behind", "supports"],
	["side", "with", "supports"],
	["agree", "with", "supports"],
	["agree", "to", "supports"],
	["vote", "for", "supports"],
	["vote", "against", "opposes"],
	["disagree", "with", "opposes"],
];

export interface StanceVerb {
	readonly stance: "supports" | "opposes";
	readonly form: VerbForm;
	readonly particle: string | null;
}

const VERBS: ReadonlyMap<string, readonly StanceVerb[]> = (() => {
	const verbs = new Map<string, StanceVerb[]>();
	const add = (lemma: string, stance: StanceVerb["stance"], particle: string | null): void => {
		for (const [word, form] of formsOf(lemma))
			verbs.set(word, [...(verbs.get(word) ?? []), { stance, form, particle }]);
	};
	for (const lemma of SUPPORTS.split(" ")) add(lemma, "supports", null);
	for (const lemma of OPPOSES.split(" ")) add(lemma, "opposes", null);
	for (const [lemma, particle, stance] of WITH_PARTICLE) add(lemma, stance, particle);
	return verbs;
})();

export function stanceVerbs(norm: string): readonly StanceVerb[] {
	return VERBS.get(norm) ?? [];
}

/** What somebody is called by one who stands with or against them. */
export const FRIENDS: ReadonlySet<string> = new Set("ally allies partner partners friend friends".split(" "));
export const FOES: ReadonlySet<string> = new Set("enemy enemies adversary adversaries foe foes".split(" "));
/** What is plainly against whoever is called so, whosever they are. */
export const ACCUSED: ReadonlySet<string> = new Set(
	"terrorist terrorists aggressor aggressors occupier occupiers traitor traitors liar liars criminal criminals murderer murderers killer killers extremist extremists alarmist alarmists crook crooks thug thugs".split(
		" ",
	),
);

export const DEMANDS: ReadonlySet<string> = new Set(
	"demand demands demanded demanding urge urges urged urging".split(" "),
);
export const CALLS: ReadonlySet<string> = new Set("call calls called calling".split(" "));
export const WARNS: ReadonlySet<string> = new Set("warn warns warned warning".split(" "));
/** "Orvania must withdraw": what is asked of who is named before it. */
export const MUST: readonly (readonly string[])[] = [
	["must"],
	["has", "to"],
	["have", "to"],
	["needs", "to"],
	["need", "to"],
	["ought", "to"],
];
export const VIEWS: ReadonlySet<string> = new Set(
	"view views viewed regard regards regarded see sees saw consider considers considered treat treats treated describe describes described call calls called brand brands branded label labels labelled labeled".split(
		" ",
	),
);
