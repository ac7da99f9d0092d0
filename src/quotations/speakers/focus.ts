import type { Candidate, LocalEntity } from "../../model/annotation.ts";
import { mayBePerson } from "./named.ts";

/** How somebody stands in a sentence: what a reader takes "he" for follows from it. */
export type Part =
	| "speaker"
	| "asker"
	| "introduced"
	| "contrast"
	| "subject"
	| "clause-subject"
	| "object"
	| "oblique"
	| "owner";

/** One place where somebody is named, described or meant, outside of quotation marks. */
export interface Appearance {
	/** Null for somebody described and not named. */
	readonly entity: LocalEntity | null;
	/** The words: a name, or the description of somebody unnamed. */
	readonly words: string;
	readonly kind: "person" | "body" | "people";
	readonly pronoun: "he" | "she" | "they" | null;
	readonly part: Part;
	readonly start: number;
	/** Sentences and paragraphs with words outside of marks, counted from the article's start. */
	readonly sentence: number;
	readonly paragraph: number;
	/** Stands in what somebody else is reported to say. */
	readonly reported: boolean;
	/** Who is named where the words name several. */
	readonly candidates: readonly Candidate[];
}

/**
 * Weights after the salience factors of Lappin and Leass (1994): who acts stands before who is acted upon, and a
 * speaker before both, since news lets a speaker go on. Set on invented cases and checked by reading 130 pronouns of
 * PolNeAR's train part.
 */
const WEIGHTS: { readonly [part in Part]: number } = {
	speaker: 1.2,
	// Who asked lets the other answer.
	asker: 0.7,
	introduced: 1.4,
	// "The mayor promised a road, but Pike is not convinced": the words that follow are the other's.
	contrast: 2.4,
	subject: 1,
	"clause-subject": 0.8,
	object: 0.5,
	oblique: 0.4,
	owner: 0.35,
};
/** What a sentence and a new paragraph between leave of a weight. */
const A_SENTENCE = 0.65;
const A_PARAGRAPH = 0.65;
/** "Pike's fate is open, but she said": who stands in the same sentence is meant before others. */
const SAME_SENTENCE = 1.5;
/** Of somebody named in what another is reported to say: whom a speaker talks of seldom speaks next. */
const REPORTED = 0.4;
/** Of somebody of whom the article tells no pronoun, and of a name of whom nothing tells that it is a person's. */
const UNTOLD = 0.85;
const UNKNOWN = 0.7;
const ONE_WORD = 0.3;

/** Appearances further back than this are forgotten. */
const MOST_KEPT = 60;

/** Somebody who may be meant, with how much stands for it. */
export interface Weighed {
	readonly appearance: Appearance;
	readonly weight: number;
}

/** Who is in a reader's mind at a place of an article. Filled in the order of the text. */
export class Focus {
	private readonly appearances: Appearance[] = [];
	private readonly told = new Map<string, "he" | "she" | "they">();
	private readonly roles = new Map<string, LocalEntity>();
	sentence = 0;
	paragraph = 0;

	add(appearance: Appearance): void {
		this.appearances.push(appearance);
		if (this.appearances.length > MOST_KEPT * 2) this.appearances.splice(0, MOST_KEPT);
	}

	/** Keeps that an article calls somebody by a pronoun, where the names told none. */
	tell({ entity, words }: Appearance, pronoun: "he" | "she" | "they"): void {
		if (entity === null) this.told.set(words, pronoun);
		else if (entity.pronoun === null) this.told.set(entity.id, pronoun);
	}

	/** Keeps that somebody is who a role was said of before the name came. */
	learn(role: string, entity: LocalEntity): void {
		this.roles.set(role, entity);
	}

	holderOf(role: string): LocalEntity | null {
		return this.roles.get(role) ?? null;
	}

	pronounOf(entity: LocalEntity): "he" | "she" | "they" | null {
		return entity.pronoun ?? this.told.get(entity.id) ?? null;
	}

	/** Whether somebody appeared at most so many paragraphs before. */
	isNear(entity: LocalEntity, paragraphs: number): boolean {
		for (let i = this.appearances.length - 1; i >= 0; i--) {
			const one = this.appearances[i];
			if (!one || this.paragraph - one.paragraph > paragraphs) return false;
			if (one.entity?.id === entity.id) return true;
		}
		return false;
	}

	/**
	 * Those whom a word may mean, the likeliest first.
	 *
	 * @param fits 0 for somebody whom it cannot mean, 1 for one whom nothing speaks against
	 */
	weigh(fits: (appearance: Appearance) => number): Weighed[] {
		const best = new Map<string, Weighed>();
		for (let i = this.appearances.length - 1; i >= Math.max(0, this.appearances.length - MOST_KEPT); i--) {
			const appearance = this.appearances[i];
			if (!appearance) break;
			const fit = fits(appearance);
			if (fit === 0) continue;
			const weight =
				WEIGHTS[appearance.part] *
				A_SENTENCE ** (this.sentence - appearance.sentence) *
				A_PARAGRAPH ** (this.paragraph - appearance.paragraph) *
				(appearance.reported ? REPORTED : 1) *
				(appearance.sentence === this.sentence ? SAME_SENTENCE : 1) *
				fit;
			const key =
				appearance.entity?.id ??
				(appearance.candidates.length > 1 ? appearance.words : `${appearance.start} ${appearance.words}`);
			const other = best.get(key);
			if (!other || weight > other.weight) best.set(key, { appearance, weight });
		}
		return [...best.values()].sort((a, b) => b.weight - a.weight || b.appearance.start - a.appearance.start);
	}

	/** How well "he", "she" or "they" of one person suits somebody: 0 to 1. */
	suits(appearance: Appearance, pronoun: "he" | "she"): number {
		if (appearance.kind !== "person") return 0;
		const { entity } = appearance;
		const own = entity ? this.pronounOf(entity) : (appearance.pronoun ?? this.told.get(appearance.words) ?? null);
		if (own !== null) return own === pronoun ? 1 : 0;
		if (entity === null) return UNTOLD;
		if (isBrand(entity.name)) return 0;
		if (entity.type !== "unknown") return UNTOLD;
		if (mayBePerson(entity)) return UNKNOWN;
		// "won the Lund Prize": one word of which nothing tells what it is may be somebody only where it acts.
		return isActing(appearance.part) && /^\p{Lu}\p{Ll}+$/u.test(entity.name) ? ONE_WORD : 0;
	}

	/** Whether nobody else who fits was named in the sentence of an appearance or since, as more than an owner. */
	isLatest(latest: Appearance, fits: (appearance: Appearance) => number): boolean {
		for (let i = this.appearances.length - 1; i >= 0; i--) {
			const one = this.appearances[i];
			if (!one || one.sentence < latest.sentence) return true;
			if (latest.part === "contrast" && one.start < latest.start) return true;
			const same = one.entity === null ? one.words === latest.words : one.entity.id === latest.entity?.id;
			if (!same && !one.reported && one.part !== "owner" && fits(one) > 0) return false;
		}
		return true;
	}
}

/** Whether a name does something in its sentence. */
export function isActing(part: Part): boolean {
	return part !== "object" && part !== "oblique" && part !== "owner";
}

/** "VoltNet": a capital inside a word is no person's, but behind the beginnings of surnames ("McVane", "DeHale"). */
function isBrand(name: string): boolean {
	return (
		/^\p{Lu}[\p{L}]*\p{Ll}\p{Lu}[\p{L}]*$/u.test(name) &&
		!/^(?:Mac|Mc|De|Di|Du|Da|Del|La|Le|Van|Von|Fitz|Ben|Al|El)\p{Lu}/u.test(name)
	);
}

/** One word that does what persons do ("Skyhop said"), without a title, a fuller name or a pronoun: a body may too. */
export function isGuessed(entity: LocalEntity): boolean {
	return (
		entity.type === "person" &&
		entity.pronoun === null &&
		entity.roles.length === 0 &&
		entity.names.every((name) => !name.includes(" "))
	);
}

/** Whoever weighs less beside the likeliest is no candidate. */
const SLIGHT = 0.2;

/** The candidates of a question that stays open, those that weigh next to nothing left out. */
export function candidatesOf(weighed: readonly Weighed[]): Candidate[] {
	const least = (weighed[0]?.weight ?? 0) * SLIGHT;
	const found = weighed
		.filter(({ weight }) => weight >= least)
		.flatMap(({ appearance }) =>
			appearance.entity ? [{ entity: appearance.entity.id, reason: reasonOf(appearance) }] : appearance.candidates,
		);
	return [...new Map(found.map((one) => [one.entity, one])).values()];
}

export function reasonOf({ part }: Appearance): string {
	return part === "speaker" || part === "asker"
		? "spoke before"
		: part === "introduced" || part === "contrast" || part === "subject" || part === "clause-subject"
			? "acts in a sentence before"
			: "named before";
}
