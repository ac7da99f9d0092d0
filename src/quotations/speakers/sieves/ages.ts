import type { LocalEntity } from "../../../model/annotation.ts";
import { known, type Question, type Speaker } from "../speaker.ts";

/** How far back a name with its age may stand (UTF-16 units). */
const REACH = 6000;
/** How far behind a name its age stands (UTF-16 units). */
const AGE_REACH = 12;

/**
 * A person by an age that one alone was given.
 *
 * Catches: `the 34-year-old said` after "Orla Pike, 34,".
 * Must not: `the 34-year-old said` after "Orla Pike, 34, and Ander Vane, 34".
 */
export function resolveAge({ text, index, source, words }: Question): Speaker | null {
	const age = /^the\s+(\d{1,3})-year-old\b/i.exec(words)?.[1];
	if (age === undefined) return null;
	const aged = new Map<string, LocalEntity>();
	for (const { entity, mention } of index.inside({ start: Math.max(0, source.start - REACH), end: source.start })) {
		if (entity.type !== "person") continue;
		const after = text.slice(mention.end, mention.end + AGE_REACH);
		if (new RegExp(`^\\s*[,(]\\s*${age}\\b`).test(after)) aged.set(entity.id, entity);
	}
	const [only] = aged.values();
	return aged.size === 1 && only ? known(only, `“${words}”: ${only.name} alone is ${age}`) : null;
}
