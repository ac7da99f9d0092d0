import { ROLES } from "../language/names/data/name-words.ts";
import type { Span } from "../model/span.ts";
import { compareSpans } from "../text/compare.ts";
import { contains } from "../text/spans.ts";
import type { Draft } from "./draft.ts";
import { cutAtReport, deniedInside, groupByUnit, MOST_BESIDE } from "./nested.ts";
import { withoutVenue } from "./venue.ts";

/**
 * Takes out of contents what tells of speaking and is not spoken, once rules and tagger are joined.
 *
 * Catches: `Pike said the dam leaks, adding that it will break.` where the first content runs to the end: it ends at
 * the comma. `Ostra reported, citing two officials, that the dam leaks`: "two officials" is nobody's words.
 * Must not: `Pike said the dam leaks and that Vane said it holds` (another's words are part of Pike's).
 *
 * @param headline where the report's headline stands, which sets words against what happened: `Pike Calls Dam Safe
 *   Despite Leak`
 */
export function partContents(text: string, drafts: readonly Draft[], headline: Span | null = null): Draft[] {
	const byUnit = groupByUnit(drafts);
	const parted = drafts.flatMap((draft) => {
		const timed = withoutClock(text, draft);
		const own = headline && (draft.content[0]?.end ?? 0) <= headline.end ? withoutSetting(text, timed) : timed;
		const told = withoutVenue(text, withoutWhat(text, withRole(text, own)));
		const cited = withoutCited(
			text,
			withoutManner(text, withoutTime(text, withoutRelative(text, withoutLead(text, told)))),
		);
		if (!cited) return [];
		const beside = byUnit.get(draft.unit) ?? [];
		if (beside.length > MOST_BESIDE) return [cited];
		const left = beside.reduce(
			(left, other) => deniedInside(text, cutAtReport(text, cutAtParticiple(text, left, other), other), other),
			cited,
		);
		return hasContent(text, left) && !isWhat(text, left) ? [left] : [];
	});
	return saidOnce(text, parted);
}

/**
 * One reading where two cues of a source bring the same words: "reported, citing two officials, that …" reports,
 * "urged the town on, saying …" says. Whoever is cited is not what the cue tells; else the nearest cue does.
 *
 * @param drafts sorted by place
 */
function saidOnce(text: string, drafts: readonly Draft[]): Draft[] {
	const kept = new Map<string, Draft>();
	const twice = new Set<Draft>();
	const citing = ({ cue }: Draft): boolean =>
		cue.some(({ start, end }) => /^(?:citing|quoting)$/.test(text.slice(start, end)));
	const gap = ({ cue, content }: Draft): number =>
		Math.min(
			...cue.map(({ start, end }) =>
				Math.min(Math.abs((content[0]?.start ?? 0) - end), Math.abs(start - (content.at(-1)?.end ?? 0))),
			),
		);
	for (const draft of drafts) {
		if (!draft.source || draft.cue.length === 0) continue;
		const key = [draft.source, ...draft.content].map(({ start, end }) => `${start}-${end}`).join(" ");
		const other = kept.get(key);
		const worse = other && (citing(draft) !== citing(other) ? citing(draft) : gap(draft) > gap(other));
		if (other) twice.add(worse ? draft : other);
		if (!worse) kept.set(key, draft);
	}
	return drafts.filter((draft) => !twice.has(draft));
}

/** "Pike calls dam safe despite leak": what the headline sets beside the words is its own. */
function withoutSetting(text: string, draft: Draft): Draft {
	const [only] = draft.content;
	if (!only || draft.content.length > 1 || draft.kind === "direct") return draft;
	const setting = /\s(?:despite|amid|amidst)\s/iu.exec(text.slice(only.start, only.end));
	const end = only.start + (setting?.index ?? 0);
	if (!setting || draft.marked.some((span) => span.end > end)) return draft;
	return { ...draft, content: [{ start: only.start, end }] };
}

function hasContent(text: string, { content }: Draft): boolean {
	return content.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** "What Pike said was wrong": which words, nobody tells. */
function isWhat(text: string, { content, source }: Draft): boolean {
	const [first, second] = content;
	return (
		first !== undefined &&
		second !== undefined &&
		source !== null &&
		source.start >= first.end &&
		/^What(?:ever)?$/.test(text.slice(first.start, first.end))
	);
}

/** "“I lied” is not what Pike said": the words in marks, and whether they are hers. */
function withoutWhat(text: string, draft: Draft): Draft {
	const [only] = draft.content;
	const part = draft.marked[0];
	if (!only || !part || draft.content.length > 1 || draft.marked.length > 1 || draft.kind !== "mixed") return draft;
	const rest =
		/^["'\p{Pf}\p{Pi}\s]*(?:is|was|are|were)(\s+(?:not|never|hardly|exactly)|n['\u2019]t)?\s+(?:exactly\s+)?what$/u.exec(
			text.slice(part.end, Math.min(only.end, part.end + LONGEST_WHAT)),
		);
	if (!rest || part.start - only.start > 1) return draft;
	const not = rest[1] !== undefined && !/exactly/.test(rest[1]);
	return { ...draft, content: [part], kind: "direct", polarity: not ? "not-said" : draft.polarity };
}

/** " was never exactly what" (UTF-16 units). */
const LONGEST_WHAT = 30;

/** "The hall will close, the city's mayor, Ralf Pike, said": the office is the speaker's where commas enclose the name. */
function withRole(text: string, draft: Draft): Draft {
	const { source, content } = draft;
	const last = content[content.length - 1];
	const cue = draft.cue[0];
	if (!source || !last || !cue || draft.kind !== "indirect" || last.end > source.start || cue.start < source.end)
		return draft;
	if (!/^,\s+$/.test(text.slice(last.end, source.start)) || !/^,\s*$/.test(text.slice(source.end, cue.start)))
		return draft;
	if (!/^\p{Lu}/u.test(text.slice(source.start, source.start + 2))) return draft;
	const from = Math.max(last.start, last.end - LONGEST_ROLE);
	const role = /,\s+((?:the|an?|its|his|her|their)\s[^,;:]*?(\p{L}+))$/u.exec(text.slice(from, last.end));
	if (!role || !ROLES.has((role[2] ?? "").toLowerCase())) return draft;
	const start = last.end - (role[1] ?? "").length;
	return {
		...draft,
		source: { start, end: source.end },
		content: [...content.slice(0, -1), { start: last.start, end: from + role.index }],
	};
}

/** An office with whose it is (UTF-16 units). */
const LONGEST_ROLE = 90;

/** "At the same time, the dam leaks, according to Pike": how the report goes on is the report's. */
const LEAD =
	/^(?:At the same time|In addition|On the other hand|In particular|For example|In turn|However|Meanwhile|Moreover|Nevertheless|Nonetheless|Furthermore|Additionally|Instead|Still),\s+/;

function withoutLead(text: string, draft: Draft): Draft {
	const [first, ...rest] = draft.content;
	if (!first || draft.kind === "direct" || (draft.cue[0]?.start ?? 0) < first.start) return draft;
	const lead = LEAD.exec(text.slice(first.start, Math.min(first.end, first.start + 30)));
	return lead ? { ...draft, content: [{ start: first.start + lead[0].length, end: first.end }, ...rest] } : draft;
}

/** "The river watch printed readings that, it said, showed a lean": what was said is what they showed. */
function withoutRelative(text: string, draft: Draft): Draft {
	const { source, content } = draft;
	const [first, ...rest] = content;
	if (!source || !first || rest.length === 0 || draft.kind === "direct" || first.end > source.start) return draft;
	if (!/\s(?:that|which|who|whom|whose)$/.test(text.slice(first.start, first.end).slice(-LONGEST_RELATIVE)))
		return draft;
	if (/[\p{L}\p{N}]/u.test(text.slice(first.end, source.start))) return draft;
	const marked = draft.marked.filter((span) => span.start >= first.end);
	return { ...draft, content: rest, marked, kind: marked.length === 0 ? "indirect" : draft.kind };
}

/** " whose" (UTF-16 units). */
const LONGEST_RELATIVE = 6;

/** "said on Monday that the dam holds, two days after it leaked": the day that was told goes on behind the comma. */
function withoutTime(text: string, draft: Draft): Draft {
	const [cue, only] = [draft.cue[draft.cue.length - 1], draft.content[0]];
	if (!cue || !only || draft.content.length > 1 || draft.kind !== "indirect" || only.start < cue.end) return draft;
	if (only.start - cue.end > LONGEST_DAY || !DAY.test(text.slice(cue.end, only.start))) return draft;
	const tail = AGO.exec(text.slice(Math.max(only.start, only.end - LONGEST_TAIL), only.end));
	return tail ? { ...draft, content: [{ start: only.start, end: only.end - tail[0].length }] } : draft;
}

/** "said the report was “wrong”, without elaborating": how much somebody said is the report's to tell. */
function withoutManner(text: string, draft: Draft): Draft {
	const last = draft.content[draft.content.length - 1];
	const cue = draft.cue[draft.cue.length - 1];
	if (!last || !cue || draft.kind === "direct" || last.start < cue.end) return draft;
	const from = Math.max(last.start, last.end - LONGEST_TAIL);
	const tail = MANNER.exec(text.slice(from, last.end));
	const end = from + (tail?.index ?? 0);
	if (!tail || draft.marked.some((span) => span.end > end) || !/\p{L}/u.test(text.slice(last.start, end))) return draft;
	// The mark that the words before end with is no part of them.
	const inside = draft.marked.find((span) => span.end < end && !/[\p{L}\p{N}]/u.test(text.slice(span.end, end)));
	return { ...draft, content: [...draft.content.slice(0, -1), { start: last.start, end: inside?.end ?? end }] };
}

const MANNER =
	/,?\s(?:without\s(?:elaborating|specifying|explaining|(?:giving|providing|offering)\s(?:any\s|further\s|more\s)?(?:details?|reasons?|evidence|names?|a\s)|naming|identifying)|but\s(?:stopped\sshort\sof|gave\sno|did\snot\s(?:say|elaborate|give|specify|name|provide|identify|explain|comment))|(?:and|but)\s(?:declined|refused)\sto\s(?:say|comment|elaborate|give|name|identify|provide|discuss|specify))\b[^;]*$/u;

/** "14:12 Mayor Orla Pike says": the hour that a live report puts before its entries. */
function withoutClock(text: string, draft: Draft): Draft {
	const { source } = draft;
	const clock = source
		? CLOCK.exec(text.slice(source.start, Math.min(source.end, source.start + LONGEST_CLOCK)))
		: null;
	return source && clock ? { ...draft, source: { start: source.start + clock[0].length, end: source.end } } : draft;
}

const CLOCK = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?|\s(?:GMT|BST|CET|ET|UTC))?[\s:\u2013\u2014-]+(?=\p{L})/u;
const LONGEST_CLOCK = 24;

const LONGEST_DAY = 60;
const LONGEST_TAIL = 160;
const DAY = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|\d{1,2})\b/;
const AGO =
	/,\s(?:just\s|only\s|barely\s)?(?:the\s|an?\s|\d{1,3}\s|\p{L}{2,9}\s){1,2}(?:minute|hour|day|night|week|month|year)s?\s(?:after|before|ahead\sof|since)\s[^,;:]*$/u;

/** "said so", "did not respond to a request for comment": nothing of what was said. */
const NO_WORDS =
	/^(?:so|it(?:\s(?:differently|well|vividly|clearly))?|(?:nothing(?!\sof\sthe\s(?:kind|sort)\s\p{L})|no\smore|little|more|anything|something)(?:\s(?:about|more|further|else|of|on)\b[^,;]*)?|(?:to\s)?(?:a|an|our|the|any|repeated|multiple|several|\p{L}+['\u2019]s?)?\s?(?:\p{L}+\s)?(?:requests?|calls|messages|e-?mails|questions)\s(?:for|seeking)\s(?:a\s|an\s|further\s)?(?:comment|interview|response))$/iu;
const LONGEST_NO_WORDS = 80;

/** A name that "citing" brings is the source's own source; what "that" begins behind it is still reported. */
function withoutCited(text: string, draft: Draft): Draft | null {
	const [first, ...rest] = draft.content;
	if (!first || draft.kind === "direct") return draft;
	if (rest.length === 0 && NO_WORDS.test(text.slice(first.start, Math.min(first.end, first.start + LONGEST_NO_WORDS))))
		return null;
	if (!/\b(?:citing|quoting)\s+$/.test(text.slice(Math.max(0, first.start - 10), first.start))) return draft;
	const that = /,\s+(?=that\s)/.exec(text.slice(first.start, first.end));
	if (!that) return isWho(text.slice(first.start, first.end)) ? null : draft;
	return { ...draft, content: [{ start: first.start + that.index + that[0].length, end: first.end }, ...rest] };
}

/** "two officials", "a person close to the minister", "Radio Varra": who is cited, not "safety concerns". */
function isWho(words: string): boolean {
	const head = words.split(/\s(?:of|in|at|from|close|familiar|with|who|inside|within|briefed)\b|,/)[0]?.trim() ?? "";
	const last = /(\p{L}+)$/u.exec(head)?.[1] ?? "";
	const noun = last.toLowerCase().replace(/s$/, "");
	return (
		ROLES.has(noun) ||
		/^(?:official|source|person|people|document|witnes|media|agency|newspaper|broadcaster|report)$/.test(noun) ||
		/^(?:the\s)?\p{Lu}[\p{L}\s]*$/u.test(head)
	);
}

/** Ends a content where the same source goes on with ", adding that …", which is a quotation of its own. */
function cutAtParticiple(text: string, draft: Draft, other: Draft): Draft {
	const cue = other.cue[0];
	if (other === draft || draft.kind === "direct" || !cue || !sameSource(draft.source, other.source)) return draft;
	const at = draft.content.findIndex((span) => contains(span, cue));
	const part = draft.content[at];
	if (!part || !/(?:^|\s)\p{L}+ing\b/u.test(text.slice(cue.start, cue.end))) return draft;
	const before = /,\s*$/.exec(text.slice(part.start, cue.start));
	if (!before || before.index === 0) return draft;
	const end = part.start + before.index;
	const content = [...draft.content.slice(0, at), { start: part.start, end }];
	const marked = draft.marked.filter((span) => span.end <= end);
	return { ...draft, content, marked, kind: marked.length === 0 ? "indirect" : draft.kind };
}

function sameSource(a: Span | null, b: Span | null): boolean {
	return a !== null && b !== null && compareSpans(a, b) === 0;
}
