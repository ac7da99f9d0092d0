import type { AnnotatedArticle, Tokens } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { foldAccents } from "../../text/fold.ts";
import { firstEndingAfter } from "../../text/spans.ts";
import { findTokens } from "../../text/tokens.ts";
import { foldName } from "../entities/fold-name.ts";
import type { Media, Medium } from "./media.ts";

/** A naming of a medium in a text. */
export interface NamedMedium extends Span {
	readonly medium: Medium;
	/** Token indices: the first, and one past the last. */
	readonly first: number;
	readonly last: number;
}

/** Where a text names media that the set knows: by a name that is sought, or as its own entities have it. Sorted. */
export function findNamedMedia({ article, entities, words }: AnnotatedArticle, media: Media): NamedMedium[] {
	const sought = findSought(article.text, words.tokens, media);
	const found = [...sought];
	const tokenAt = new Map<number, number>();
	words.tokens.starts.forEach((start, index) => {
		tokenAt.set(start, index);
	});
	for (const { type, name, mentions } of entities) {
		if (type !== "agency" && type !== "outlet") continue;
		for (const { start, end, form } of mentions) {
			const first = tokenAt.get(start);
			if (first === undefined || form === "pronoun" || form === "description") continue;
			const medium = media.byName.get(foldName(name));
			const known = sought[firstEndingAfter(sought, start)];
			if (!medium || (known && known.start < end)) continue;
			let last = first + 1;
			while ((words.tokens.starts[last] ?? end) < end) last++;
			found.push({ start, end, medium, first, last });
		}
	}
	return found.sort((x, y) => x.start - y.start);
}

/** The same for a line that may be no part of the body, by sought names alone. */
export function findNamedInLine(text: string, line: Span, media: Media): NamedMedium[] {
	return findSought(text, findTokens(text, [line]), media);
}

function findSought(
	text: string,
	{ starts, ends, norms }: Tokens,
	{ byName, sought, shortened }: Media,
): NamedMedium[] {
	const found: NamedMedium[] = [];
	for (let i = 0; i < norms.length; i++) {
		const at = starts[i] ?? 0;
		if (!/[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(text.charAt(at))) continue;
		const word = foldAccents(norms[i] ?? "");
		const words = sought.get(word)?.find((list) => list.every((one, k) => foldAccents(norms[i + k] ?? "") === one));
		// "the Courier", and no longer name that ends or begins so.
		const alone = norms[i - 1] === "the" && !/^\p{Lu}/u.test(text.charAt(starts[i + 1] ?? text.length));
		const medium = words ? byName.get(words.join(" ")) : alone ? shortened.get(word) : undefined;
		if (!medium) continue;
		const last = i + (words?.length ?? 1);
		found.push({ start: at, end: ends[last - 1] ?? at, medium, first: i, last });
		i = last - 1;
	}
	return found;
}
