import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Span } from "../../model/span.ts";
import { foldName } from "../entities/fold-name.ts";
import { findHeadLines, findTailLines } from "./head-lines.ts";
import type { Media, Medium } from "./media.ts";
import { findNamedInLine } from "./named-media.ts";
import type { OwnNames } from "./own-names.ts";

/**
 * A line of its own, at the head or the end of a text, that names a medium of the set which the text owes
 * itself to.
 *
 * Catches: "By Ada Quill, Corra Wire", "Our correspondent, Marena, with Corra Wire", "With reporting by Corra
 * Wire", "Corra Wire / Courier".
 * Must not: "He told Corra Wire.", "Tarn Courier, 9 March" in the Tarn Courier.
 */
export function findCreditLines(
	{ article }: AnnotatedArticle,
	media: Media,
	own: OwnNames,
): { readonly medium: Medium; readonly line: Span }[] {
	const { text } = article;
	const found: { medium: Medium; line: Span }[] = [];
	const search = (line: Span, credits: (before: string, after: string, medium: Medium) => boolean): void => {
		for (const { start, end, medium } of findNamedInLine(text, line, media)) {
			if (own.outlet.has(foldName(text.slice(start, end)))) continue;
			if (credits(text.slice(line.start, start), text.slice(end, line.end), medium)) found.push({ medium, line });
		}
	};
	for (const line of findHeadLines(article)) {
		search(line, (before, after, { kind }) => {
			if (/[.!?]$/.test(after)) return false;
			return (
				WITH.test(before) || (kind === "agency" && (before.trim() === "" ? after.trim() === "" : BESIDE.test(before)))
			);
		});
	}
	for (const line of findTailLines(article)) {
		const names = namesIn(text.slice(line.start, line.end));
		const isList = names.every((name) => own.outlet.has(name) || media.byName.has(name) || isShortOf(name, own));
		search(line, (before) => isList || LEAD.test(before));
	}
	return found;
}

const WITH = /\b(?:with|by|from|via)\s+(?:the\s+)?$/i;
const BESIDE = /[,/|&(–—-]\s*(?:the\s+)?$|\band\s+$/i;
const LEAD =
	/^[^\p{L}©]{0,4}(?:(?:with|additional|reporting|report|contribut\w*|material|sources?|via|inputs?|files?|from|courtesy|credit|hat tip|h\/t|originally|first|republished|reprinted|syndicated|copyright)\b|©|\(c\))[^.!?“”"]{0,60}$/iu;

function namesIn(line: string): string[] {
	return line
		.split(/\s*[/,;&|]\s*|\s+and\s+/)
		.map(foldName)
		.filter((name) => name !== "");
}

/** "Sentinel" of the Ngorwa Sentinel. */
function isShortOf(name: string, { outlet }: OwnNames): boolean {
	return [...outlet].some((whole) => whole.endsWith(` ${name}`));
}
