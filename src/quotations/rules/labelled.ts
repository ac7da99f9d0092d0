import type { Span } from "../../model/span.ts";

/** A stretch whose label says who speaks. */
export interface Labelled {
	/** The paragraphs it takes up, the first that of the label. */
	readonly paragraphs: readonly number[];
	readonly source: Span;
	readonly cue: Span;
	/** One a paragraph. */
	readonly content: readonly Span[];
	readonly rule: "quotations/transcript" | "quotations/headline";
}

/** Labels that are no speakers. */
export const NOT_SPEAKERS: RegExp =
	/^(?:note|update|updated|correction|clarification|editor.s note|sources?|photos?|images?|pictures?|videos?|audio|watch|read|read more|more|related|see also|file|breaking|live|live updates|just in|exclusive|analysis|explainer|explained|opinion|comment|editorial|poll|fact check|factbox|factfile|timeline|in pictures|the latest|latest|listen|background|summary|warning|ps|p\.s|who|what|when|where|why|how|time|date|place|location|venue|price|tickets|address|phone|tel|fax|e-?mail|web|website|contact|topics?|tags?|category|filed under|copyright|credits?|reporting|editing|writing|written|by|moscow|london|washington|us|uk|uae|[\p{Lu}][\p{L}]+ \d+)$/iu;
