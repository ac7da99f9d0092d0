import type { SegmentWord } from "../src/collation/utterances/segments.ts";
import { TokenKind } from "../src/model/annotated.ts";
import { stemOf } from "../src/text/stem.ts";
import { findTokens } from "../src/text/tokens.ts";

const FUNCTION_WORDS = new Set(
	"the a an of to in is are was were be been and or that this it we our as for with on at by from will have has not".split(
		" ",
	),
);

/** The words of a text as segments hold them, with weight 0 for function words and 0.8 for others. */
export function makeWords(text: string): SegmentWord[] {
	const tokens = findTokens(text, [{ start: 0, end: text.length }]);
	let pause = false;
	return tokens.norms.flatMap((norm, i) => {
		if (tokens.kinds[i] === TokenKind.mark) {
			pause = norm === ",";
			return [];
		}
		const paused = pause;
		pause = false;
		const start = tokens.starts[i] ?? 0;
		return {
			start,
			end: tokens.ends[i] ?? 0,
			norm,
			stem: stemOf(norm),
			weight: FUNCTION_WORDS.has(norm) ? 0.05 : 0.8,
			number: tokens.kinds[i] === TokenKind.number,
			capital: start > 0 && /^\p{Lu}/u.test(text.charAt(start)),
			pause: paused,
		};
	});
}
