/** Characters that name what is said or stated. */
const LONGEST = 90;

/** The first words of a text, cut at a word's end, with an ellipsis where something follows. */
export function shorten(text: string, longest: number = LONGEST): string {
	return text.length <= longest
		? text
		: `${text
				.slice(0, longest)
				.replace(/\s+\S*$/, "")
				.toWellFormed()} …`;
}
