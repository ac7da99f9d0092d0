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
 * Wire", "Corra Wire / Courier", "This article was first published in the Tarn Courier."
 * Must not: "He told Corra Wire.", "Tarn Courier, 9 March" in the Tarn Courier, "The story was first published in
 * the Tarn Courier" inside a report.
 */
export function findCreditLines(
	{ article }: AnnotatedArticle,
	media: Media,
	own: OwnNames,
): { readonly medium: Medium; readonly line: Span; readonly repost: boolean }[] {
	const { text } = article;
	const found: { medium: Medium; line: Span; repost: boolean }[] = [];
	const search = (line: Span, credits: (before: string, after: string, medium: Medium) => boolean): void => {
		for (const { start, end, medium } of findNamedInLine(text, line, media)) {
			if (own.outlet.has(foldName(text.slice(start, end)))) continue;
			const before = text.slice(line.start, start);
			const repost = TAKEN_OVER.test(before);
			if (repost || credits(before, text.slice(end, line.end), medium)) found.push({ medium, line, repost });
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

/** A sentence of its own, at the head or the end, that says where the text itself stood first. */
const TAKEN_OVER =
	/^[^\p{L}]{0,4}(?:this|the (?:above|original|following))\s+(?:\p{L}+\s+){0,2}(?:article|story|report|piece|text|post|dispatch|column|interview|translation)\b[^.!?“”"]{0,40}\b(?:published|appeared|posted|printed|ran|reprinted|republished|syndicated|taken|reproduced|translated)\b[^.!?“”"]{0,30}\b(?:in|on|by|at|from)\s+(?:the\s+)?$/iu;

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
