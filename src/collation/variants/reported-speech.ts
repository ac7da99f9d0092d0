import type { SegmentWord } from "../utterances/segments.ts";

/**
 * What reporting changes in words: "We will close our port" becomes that they would close their port. So an outlet's
 * "they would" reads as a speaker's "we will"; "they may" does not.
 */
const FORMS: readonly string[] = [
	"i we he she they it you",
	"me us him them",
	"my our his her their its your",
	"myself ourselves himself herself themselves itself",
	"is are was were be been being am 's 're 'm",
	"has have had 've",
	"will would 'll 'd",
	"can could",
	"may might",
	"shall should",
	"do does did",
	"this that these those",
	"the a an",
	"here there",
	"now then",
];

const FORM_OF: ReadonlyMap<string, string> = new Map(
	FORMS.flatMap((line) => {
		const words = line.split(" ");
		return words.map((word): [string, string] => [word, words[0] ?? word]);
	}),
);

/** One form for what reporting may have made of a word. */
export function reportedForm({ norm, stem }: Pick<SegmentWord, "norm" | "stem">): string {
	return FORM_OF.get(norm) ?? stem;
}
