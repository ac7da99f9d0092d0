import type { Unit } from "../clauses/units.ts";
import type { MarkedStretch } from "../marks/marks.ts";

/**
 * Words in marks in a language whose cues are not read: a statement by its shape and by what stands around it.
 *
 * Catches: `„Die Brücke bleibt gesperrt“, sagte Brandt.`, `市長は「橋は閉鎖される」と述べた。`,
 * two words in Arabic behind a verb of saying.
 * Must not: `Der Film „Die Nacht am Deich“ läuft.`, `Газета «Вечерний Тарн» вышла.`, `小説『冬の橋』は` (titles).
 *
 * @param alone whether nothing but marks stands in the sentence
 */
export function isForeignStatement(
	text: string,
	unit: Unit,
	at: number,
	stretch: MarkedStretch,
	alone: boolean,
): boolean {
	const [part] = stretch.parts;
	if (!part) return false;
	if (stretch.parts.length > 1) return true;
	const exact = text.slice(part.start, Math.min(part.end, part.start + ENOUGH_TEXT));
	const length = countWords(exact);
	if (length < LEAST) return false;
	if (alone || length >= SURELY) return true;
	if (text.charAt(stretch.outer.start) === "\u300e") return false;
	if (isSaidInArabic(unit, at)) return true;
	const tail = text.slice(Math.max(part.start, part.end - 2), part.end);
	if (/[.!?\u2026,;:\u3002\uff0c\uff01\uff1f\u3001\u061f\u060c\u0589\u0964]['\u2019]?$/.test(tail)) return true;
	const before = unit.items[at - 1];
	const after = text.slice(stretch.outer.end, stretch.outer.end + 3);
	if (QUOTATIVE.test(after)) return true;
	if (before && /^[:\uff1a]$/.test(before.norm)) return true;
	const opens = !before || before.kind === "marked";
	if (opens && length >= LEAST_BEFORE_COMMA && /^\s?[,\u2013\u2014\uff0c-]/.test(after)) return true;
	return length >= LIKELY && !isCapitalised(exact);
}

/** Text beyond this is a statement whatever it holds (UTF-16 units). */
const ENOUGH_TEXT = 400;
/** Words that titles and names seldom reach, and that words held at arm's length never do. */
const SURELY = 8;
const LIKELY = 5;
const LEAST_BEFORE_COMMA = 3;
const LEAST = 2;

/** Arabic writes a full statement in two words; verbs of saying that begin nearly every sentence that reports one. */
function isSaidInArabic({ items }: Unit, at: number): boolean {
	const from = Math.max(0, at - ARABIC_REACH);
	if (ARABIC_TITLED.test(items[at - 1]?.norm ?? "")) return false;
	return items.slice(from, at).some(({ norm }) => ARABIC_SAYING.test(norm));
}

/** Items between the verb and the words said. */
const ARABIC_REACH = 25;
const ARABIC_SAYING =
	/^[\u0648\u0641]?(?:\u0642\u0627\u0644\u062a?|\u0635\u0631\u062d\u062a?|\u0623\u0636\u0627\u0641\u062a?|\u0623\u0643\u062f\u062a?|\u0623\u0639\u0644\u0646\u062a?|\u0643\u062a\u0628\u062a?|\u062a\u0627\u0628\u0639\u062a?)$/u;
/** "newspaper", "channel", "film", "book", "party", "movement", "agency", "magazine", "company", "group": a name follows. */
const ARABIC_TITLED =
	/^(?:\u0635\u062d\u064a\u0641\u0629|\u062c\u0631\u064a\u062f\u0629|\u0642\u0646\u0627\u0629|\u0641\u064a\u0644\u0645|\u0643\u062a\u0627\u0628|\u062d\u0632\u0628|\u062d\u0631\u0643\u0629|\u0648\u0643\u0627\u0644\u0629|\u0645\u062c\u0644\u0629|\u0634\u0631\u0643\u0629|\u062c\u0645\u0627\u0639\u0629|\u0644\u0635\u062d\u064a\u0641\u0629|\u0644\u0642\u0646\u0627\u0629)$/u;

/** The particle by which Japanese and Korean give the words before it to somebody. */
const QUOTATIVE = /^(?:\u3068|\uc774?\ub77c\uace0|\uace0\s)/;

/** Words; where the script does not part them, two characters count as one. */
function countWords(exact: string): number {
	const unparted = exact.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
	if (unparted > exact.length / 3) return Math.floor(unparted / 2);
	return exact.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** Whether nearly every longer word begins with a capital, as in a title. */
function isCapitalised(exact: string): boolean {
	const long = exact.match(/\p{L}{4,}/gu) ?? [];
	return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.8;
}
