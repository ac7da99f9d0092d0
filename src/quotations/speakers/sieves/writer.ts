import { nobody, type Question, type Speaker } from "../speaker.ts";

/**
 * First and second person outside of marks: whoever writes, who is not looked up.
 *
 * Catches: `I asked whether the dam holds`.
 * Must not: `he asked whether the dam holds`.
 */
export function leaveWriter({ words }: Question): Speaker | null {
	if (!/^(?:i|we|you|me|us|my (?:colleagues?|friends?))$/i.test(words)) return null;
	return nobody(`“${words}” stands for whoever writes or is addressed`);
}
