import { known, type Question, type Speaker } from "../speaker.ts";

/**
 * An outlet, agency or body by the last words of its name, when no other name of the article ends so.
 *
 * Catches: `the Courier wrote` after "the Ostra Courier".
 * Must not: `the Courier wrote` where the Ostra Courier and the Tarn Courier are named.
 */
export function resolveShortened({ index, words }: Question): Speaker | null {
	const short = /^(?:the\s+)?((?:\p{Lu}[\p{L}\d'\u2019-]*\s*){1,3})$/u.exec(words)?.[1]?.trim();
	if (short === undefined || short.length < 3) return null;
	const only = index.endings.get(short);
	return only ? known(only, `“${words}” ends the name of ${only.name} alone`) : null;
}
