import type { SpeakerReference } from "./references.ts";

/**
 * Whom a description without a name means, where the reports together call one person so: "the commander" in a report
 * that never names her, where others have "General Orla Vane, the commander". Must not choose between two ministers, nor
 * take "a minister" or "the former minister" for anybody.
 */

/** A person of the set with what the reports call her. */
export interface Described {
	readonly id: string;
	readonly heads: ReadonlySet<string>;
	readonly modifiers: ReadonlySet<string>;
}

/** "a", "another", "some": somebody who is not known; "former": not the one who is. */
const NOT_KNOWN =
	/^(?:an?|another|one|some|several|many|most|two|three|other|no|any)\b|\b(?:former|ex|then|late|deputy|vice|assistant|acting|shadow|rival|unnamed|second)\b/i;
/** What many are called: each of them may be meant by another report. */
const OF_MANY: ReadonlySet<string> = new Set(
	"official spokesman resident survivor worker observer expert deputy officer officials witness neighbour source person man woman member".split(
		" ",
	),
);

/**
 * The one person whom a description may mean; null where nobody is called so, or several are.
 *
 * @param source the words of the source
 * @param byHead persons of the set by each word that they are called
 */
export function findDescribed(
	source: string,
	{ heads, modifiers, kind, names }: Pick<SpeakerReference, "heads" | "modifiers" | "kind" | "names">,
	byHead: ReadonlyMap<string, readonly Described[]>,
): string | null {
	if (kind !== "person" || names.length > 0 || NOT_KNOWN.test(source)) return null;
	if ([...heads].some((head) => OF_MANY.has(head))) return null;
	const called = [...new Set([...heads].flatMap((head) => byHead.get(head) ?? []))];
	if (called.length <= 1) return called[0]?.id ?? null;
	// "The union's secretary" beside the company's.
	const fitting = called.filter((person) => meet(person.modifiers, modifiers));
	return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

/** Persons by each word that they are called. */
export function indexDescribed(persons: Iterable<Described>): ReadonlyMap<string, readonly Described[]> {
	const byHead = new Map<string, Described[]>();
	for (const person of persons) {
		for (const head of person.heads) {
			const list = byHead.get(head);
			if (list) list.push(person);
			else byHead.set(head, [person]);
		}
	}
	return byHead;
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	for (const one of small) if (large.has(one)) return true;
	return false;
}
