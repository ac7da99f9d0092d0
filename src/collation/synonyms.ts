import { stemOf } from "../text/stem.ts";

/**
 * Words that news prose and its translations use for one another, a group a line. Made to be read: general words
 * alone, each in one group, none that is mostly used in another sense. For finding that two wordings may say one thing,
 * never for showing that they do.
 */
const GROUPS = `
kill die dead fatal fatality
injure injury hurt wound
begin start commence
end finish conclude complete
buy purchase acquire bought
choose select pick decide decision choice
get receive obtain got
help aid assist assistance
ask request
allow permit let
stop halt cease
leave quit withdraw
stay remain
arrive come arrival
need require must
show reveal
big large huge
small little tiny
quick fast rapid swift quickly rapidly
wrong mistaken false incorrect
true correct
certain sure certainly surely
obvious evident plain
angry furious outraged anger fury
glad happy pleased delighted
absurd ridiculous ludicrous nonsense
dangerous hazardous unsafe
unharmed unhurt
everyone everybody
every each
last final
initial first
car vehicle automobile
truck lorry
petrol gasoline
ship vessel boat
plane aircraft airliner jet
road street
house home
flat apartment
shore coast
sea ocean
company firm business corporation
worker employee staff personnel workforce
boss manager employer
soldier troop
child kid youngster
doctor physician medic
money cash fund
pay wage salary
price cost
tax levy
rise increase climb risen rose
fall decrease drop decline fell fallen
cut reduce reduction slash
change alter amend modify alteration
plan scheme
agreement deal accord pact treaty
meeting gathering
vote ballot
law legislation
court tribunal
jail prison
crime offence offense
fire blaze
explosion blast
accident crash collision
disease illness sickness
outbreak epidemic
teach taught
think believe thought
want wish desire
try attempt tried
promise pledge vow
warn caution
reject refuse refusal
admit acknowledge concede
apologise apologize apology
attack assault raid
fight battle combat
army military
weapon arms
shoot shot gunfire
arrest detain
release free freed
escape flee fled
rescue save
find discover found
search hunt
win victory winner triumph won
build construct
rebuild reconstruct
repair mend fix
destroy wreck demolish
damage harm
close shut closure
keep maintain retain kept
work function operate
watch monitor observe
speak talk spoke
answer reply respond response
document paper
declare proclaim announce declaration proclamation announcement
evidence proof prove
result outcome
aim goal target
chance opportunity
danger risk
problem trouble difficulty
crisis emergency
power electricity
border frontier
country nation
government administration
opponent rival
support backing
demand insist
immediately instantly
nearly almost
roughly approximately
entire whole
part portion
often frequently
return
send dispatch sent
throw hurl thrown threw
shout yell scream cry
quarrel argue dispute argument
brave courageous courage bravery
afraid scared frightened fear
trap stuck
shelter refuge
victim casualty
hospital clinic
investigate investigation probe inquiry enquiry
inspect inspection
error mistake
fail failure
prevent avoid
protect defend
strong powerful
weak feeble
rich wealthy
poor needy
old elderly
important crucial vital
difficult hard tough
easy simple
terrible awful dreadful horrific
fair just
strike walkout stoppage
programme program
metre meter
kilometre kilometer
centre center
defence defense
organise organize organisation organization
labour labor
`;

const CONCEPTS: ReadonlyMap<string, string> = (() => {
	const concepts = new Map<string, string>();
	for (const line of GROUPS.trim().split("\n")) {
		const [name = "", ...others] = line.split(" ").map(stemOf);
		for (const stem of [name, ...others]) if (!concepts.has(stem)) concepts.set(stem, name);
	}
	return concepts;
})();

/** The stem that stands for all words used for one another; the stem itself where there is no other. */
export function conceptOf(stem: string): string {
	return CONCEPTS.get(stem) ?? stem;
}

const SYNONYMS: ReadonlyMap<string, readonly string[]> = (() => {
	const stems = new Map<string, string[]>();
	for (const [stem, name] of CONCEPTS) stems.set(name, [...(stems.get(name) ?? []), stem]);
	return stems;
})();

/** The stems of all words used for a word of this stem, itself among them; none where there is no other. */
export function listSynonyms(stem: string): readonly string[] {
	return SYNONYMS.get(conceptOf(stem)) ?? [];
}
