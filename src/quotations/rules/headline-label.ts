import { AGENCIES } from "../../language/names/data/agencies.ts";
import { DOCUMENT_HEADS, ROLES } from "../../language/names/data/name-words.ts";
import type { Words } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import { trimSpan } from "../../text/spans.ts";
import { type Labelled, NOT_SPEAKERS } from "./labelled.ts";

/**
 * Who a headline gives its words to, before a colon or after a colon or a dash.
 *
 * Catches: `Minister: Dam will hold`, `Pike: Dam will hold` over a text that has "Orla Pike", `‘The dam will hold’: Pike`,
 * `Dam will hold – minister`, `‘We are finished’: farmers despair`, `‘I would stay’: Mayor Orla Pike on the flood`.
 * Must not: `Floods: Nine villages cut off`, `Tarn: Nine villages cut off` (a topic, a place), `LIVE: …`.
 */
export function findHeadlineLabel(article: Article, words: Words): Labelled | null {
	const { text } = article;
	const span = article.headline?.span;
	if (!span || article.headline?.made) return null;
	const index = words.paragraphs.findIndex(({ start, end }) => start <= span.start && span.end <= end);
	const paragraph = words.paragraphs[index];
	if (!paragraph || paragraph.end !== span.end || paragraph.start !== span.start) return null;
	const line = text.slice(span.start, span.end);
	const rest = text.slice(span.end, span.end + READ);
	const made = (label: readonly [number, number], cue: readonly [number, number], said: readonly [number, number]) => {
		const at = ([start, end]: readonly [number, number]) =>
			trimSpan(text, { start: span.start + start, end: span.start + end });
		const content = at(said);
		if (!/\S\s+\S/.test(text.slice(content.start, content.end))) return null;
		return { paragraphs: [index], source: at(label), cue: at(cue), content: [content], rule: RULE } as const;
	};
	const lead = /^([^:]{1,40}):\s/.exec(line)?.[1];
	if (lead && speaks(lead, rest))
		return made([0, lead.length], [lead.length, lead.length + 1], [lead.length + 1, line.length]);
	const first = leadingMarks(line, rest);
	if (first) return made(first.label, first.cue, first.said);
	const tail = /(?::|\s[\u2013\u2014-])\s([^:\u2013\u2014]{1,40})$/u.exec(line);
	const inMarks = /^["'\u2018\u201c\u201e\u00ab].*["'\u2019\u201d\u201c\u00bb]$/u.test(
		line.slice(0, tail?.index).trim(),
	);
	if (tail?.[1] && (speaks(tail[1], rest) || isAgency(tail[1], article) || (inMarks && FULL_NAME.test(tail[1])))) {
		const cue = [tail.index, line.length - tail[1].length] as const;
		return made([cue[1], line.length], cue, [0, tail.index]);
	}
	return null;
}

const FULL_NAME = /^\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){1,2}$/u;

interface Leading {
	readonly label: readonly [number, number];
	readonly cue: readonly [number, number];
	readonly said: readonly [number, number];
}

/** Words in marks before a colon, and who the rest of the headline begins with: a name of the text, or a kind of people. */
function leadingMarks(line: string, rest: string): Leading | null {
	const lead = /^(["'\u2018\u201c])([^"\u201c\u201d]{1,200})(["'\u2019\u201d]):\s(?=\S)/u.exec(line);
	const [whole = "", , said = ""] = lead ?? [];
	// "‘Green’ dams" and "‘The Long Drought’: …": a word or a title says nothing.
	if (!lead || said.split(/\s+/).length < LEAST_SAID || isTitle(said)) return null;
	const after = line.slice(whole.length);
	const people = /^(?:the\s)?(\p{L}+)\b/iu.exec(after);
	const noun = (people?.[1] ?? "").toLowerCase();
	const named = /^(?:\p{Lu}[\p{L}.'\u2019-]*\s){1,4}?(?=\p{Ll}|$)|^(?:\p{Lu}[\p{L}.'\u2019-]*(?:\s|$)){2,5}$/u
		.exec(after)?.[0]
		.trim();
	const last = named?.split(" ").at(-1) ?? "";
	let length = 0;
	if (named?.includes(" ") && rest.includes(last) && !ROLES.has(last.toLowerCase())) length = named.length;
	else if (people && (PEOPLE.has(noun) || SPEAKERS.has(noun) || ROLES.has(noun.replace(/s$/, ""))))
		length = people[0].length;
	if (length === 0) return null;
	return {
		label: [whole.length, whole.length + length],
		cue: [whole.trimEnd().length - 1, whole.trimEnd().length],
		said: [0, 2 + said.length],
	};
}

/** A statement in a headline has words enough to have a verb. */
const LEAST_SAID = 3;

function isTitle(words: string): boolean {
	const long = words.split(/\s+/).filter((word) => word.length > 3);
	return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** Kinds of people whose despair or joy a headline quotes. */
const PEOPLE = new Set(
	"farmers residents villagers workers doctors nurses teachers parents students pupils fans families survivors victims relatives neighbours neighbors locals activists campaigners protesters drivers pilots soldiers mothers fathers widow widower mother father".split(
		" ",
	),
);

const RULE = "quotations/headline";

/** How much of the text is read for what a label is (UTF-16 units). */
const READ = 20_000;

/** Nouns of headlines for those who speak, beside the roles. */
const SPEAKERS = new Set(
	"police officials experts scientists researchers study studies survey poll watchdog union ministry court jury witness witnesses inquiry source sources un nato regulator council coroner".split(
		" ",
	),
);

function speaks(label: string, rest: string): boolean {
	// "Sources: …" heads a list of them in a text, and tells who speaks in a headline.
	if ((NOT_SPEAKERS.test(label) && !/^sources?$/i.test(label)) || /[,;?!"\u201c\u201d]/.test(label)) return false;
	const words = label.split(/\s+/);
	const last = words[words.length - 1]?.toLowerCase() ?? "";
	const noun = last.endsWith("s") && !SPEAKERS.has(last) ? last.slice(0, -1) : last;
	if (words.length <= 4 && (ROLES.has(noun) || SPEAKERS.has(noun) || DOCUMENT_HEADS.has(noun))) return true;
	if (words.length === 1 && /^[A-Z]{2,6}$/.test(label)) return true;
	return /^\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,2}$/u.test(label) && isSpeaker(label, rest);
}

/** Whether the text names somebody so: a name before it, or a verb of speech beside it. */
function isSpeaker(label: string, rest: string): boolean {
	const name = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return new RegExp(
		`\\b(?!(?:In|At|The|From|Near|For|But|And|On|When|Of|To|As|By|While|After|Before|With)\\b)\\p{Lu}[\\p{L}.]+\\s${name}\\b|` +
			`(?:\\p{Lu}\\p{L}+\\s)?${name}\\s(?:also\\s)?(?:said|says|told|added|warned|wrote)\\b|\\b(?:said|says)\\s(?:[\\p{L}.]+\\s){0,3}${name}\\b`,
		"u",
	).test(rest);
}

const AGENCY_NAMES: ReadonlySet<string> = new Set(AGENCIES.trim().split(/[\n|]/));

/** "… – Reuters" gives the words to the agency, but not on the agency's own page, where it ends each headline. */
function isAgency(label: string, { outlet }: Article): boolean {
	return AGENCY_NAMES.has(label) && outlet?.text !== label;
}
