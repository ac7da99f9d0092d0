import { isNear } from "./near-names.ts";
import type { SpeakerReference } from "./references.ts";
import { classesOf, isBodyWord, isOfState, isPoliceRank, speaksForBodies } from "./role-words.ts";

/**
 * How two references stand to each other, the surest first: one speaker; a description that fits a name or another
 * description; somebody who speaks for a body, and the body; nothing known that tells them apart; a pronoun that seems
 * to mean others; two speakers.
 */
export type SpeakerLikeness = "same" | "fits" | "speaks-for" | "open" | "unlikely" | "other";

export function compareSpeakers(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	if (a.entity !== null && b.entity !== null) return a.entity === b.entity ? "same" : compareSettled(a, b);
	if (a.unnamed || b.unnamed) return compareUnnamed(a, b);
	if (a.kind === "medium" || b.kind === "medium") return a.kind === b.kind && !namesMeet(a, b) ? "other" : "open";
	const named = a.names.length > 0 && b.names.length > 0;
	if (isPerson(a) && isPerson(b)) {
		if (named) return personNames(a, b);
		return compareCalled(a, b);
	}
	if (isPerson(a) !== isPerson(b)) {
		const [person, other] = isPerson(a) ? [a, b] : [b, a];
		if (other.kind === "unknown" && named && namesMeet(person, other)) return "same";
		return compareWithBody(person, other);
	}
	if (named) return namesMeet(a, b) ? "same" : compareStates(a, b);
	const called = compareCalled(a, b);
	return called === "other" ? compareStates(a, b) : called;
}

/** "His government", "Karsan's diplomats" and "the Ministry of Foreign Affairs of Karsan". */
function compareStates(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	const ofState = (one: SpeakerReference): boolean => [...one.heads].some(isOfState);
	if (!ofState(a) || !ofState(b)) return "other";
	const states = (one: SpeakerReference): Set<string> =>
		new Set([...one.modifiers, ...nameWords(one)].filter((word) => !SMALL.has(word)));
	if (meet(states(a), states(b))) return "speaks-for";
	return a.names.length > 0 && b.names.length > 0 ? "other" : "open";
}

/**
 * Two entities of the set: two speakers, but for one that speaks for the other, and for a medium, which passes words on.
 * A state is not its ministry.
 */
function compareSettled(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	if (a.kind === "medium" || b.kind === "medium") return a.kind === b.kind ? "other" : "open";
	if (isPerson(a) !== isPerson(b)) {
		const [person, body] = isPerson(a) ? [a, b] : [b, a];
		if (compareWithBody(person, body) === "speaks-for") return "speaks-for";
	}
	return "other";
}

function isPerson({ kind }: SpeakerReference): boolean {
	return kind === "person";
}

function compareUnnamed(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	const [open, other] = a.unnamed ? [a, b] : [b, a];
	if (other.unnamed) return a.kind !== b.kind && a.kind !== "unknown" && b.kind !== "unknown" ? "other" : "open";
	if (other.entity !== null && open.candidates.includes(other.entity)) return "fits";
	if (open.kind === "person" && (other.kind === "body" || other.kind === "many")) return "other";
	if (open.kind === "body" && other.kind === "person") return "other";
	// Those who may be meant are known, and this is none of them.
	return open.candidates.length > 0 && other.entity !== null ? "unlikely" : "open";
}

/** Two persons by name: one family name, and given names that do not gainsay each other. */
function personNames(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	let fits = false;
	for (const one of a.names) {
		for (const other of b.names) {
			const family = isNear(one[one.length - 1] ?? "", other[other.length - 1] ?? "");
			if (!family) continue;
			if (one.length === 1 || other.length === 1) fits = true;
			else if (one.slice(0, -1).some((given) => other.slice(0, -1).some((its) => isNear(given, its)))) return "same";
		}
	}
	const full = (one: SpeakerReference): boolean => one.names.some((name) => name.length > 1);
	return fits && !(full(a) && full(b)) ? "fits" : "other";
}

/** A description against a name, or against another description. */
function compareCalled(a: SpeakerReference, b: SpeakerReference): SpeakerLikeness {
	if (meet(a.heads, b.heads)) {
		const apart = a.names.length > 0 && b.names.length > 0 && !namesMeet(a, b);
		return apart ? "other" : "fits";
	}
	// "the commission" is the Provincial Electoral Commission.
	if (
		nameWords(a).some((word) => meet(classesOf(word), b.heads)) ||
		nameWords(b).some((word) => meet(classesOf(word), a.heads))
	)
		return "fits";
	// What no list knows may be anybody: "the Tarnian", "a voice at the back".
	if (a.kind === "unknown" || b.kind === "unknown") return "open";
	return (a.heads.size === 0 || b.heads.size === 0) && a.kind === b.kind ? "open" : "other";
}

/** "A Vell Lines spokeswoman", "its managing director, Orla Vane", and Vell Lines. */
function compareWithBody(person: SpeakerReference, body: SpeakerReference): SpeakerLikeness {
	if (body.heads.has("police") && [...person.heads].some(isPoliceRank)) return "speaks-for";
	const office = [...person.heads].some(speaksForBodies);
	const own = new Set(nameWords(body).filter((word) => word.length > 2));
	const named = [...person.modifiers].some((word) => own.has(word));
	const sort = [...person.modifiers].some((word) => meet(classesOf(word), body.heads));
	const any = body.heads.size === 0 && person.modifiers.has("company");
	if (office && (named || sort || any)) return "speaks-for";
	// The union's secretary is not the company's.
	const elsewhere = [...person.modifiers].some(isBodyWord) && body.heads.size > 0;
	if (body.names.length > 0 || elsewhere) return "other";
	// "A spokesman for Vell Lines", and "the company".
	return office || body.kind === "unknown" ? "open" : "other";
}

function nameWords({ names }: SpeakerReference): string[] {
	return names.flat();
}

/** Whether a name of one lies in a name of the other, word for word. */
function namesMeet(a: SpeakerReference, b: SpeakerReference): boolean {
	return a.names.some((one) =>
		b.names.some((other) => {
			const [short, long] = one.length <= other.length ? [one, other] : [other, one];
			return short.every((word) => SMALL.has(word) || long.some((its) => isNear(word, its)));
		}),
	);
}

const SMALL = new Set(["the", "of", "and", "for", "&"]);

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	for (const one of small) if (large.has(one)) return true;
	return false;
}
