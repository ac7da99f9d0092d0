import type {
	ArticleHit,
	FactHit,
	HitArticle,
	Hits,
	QuotationHit,
	SearchedState,
	SearchListing,
	Snippet,
	SpeakerHit,
} from "../model/search-listing.ts";
import { FACT_TONES } from "./terminal/facts.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, firstWords, heading, offsets, type Sheet, separate, set } from "./terminal/page.ts";
import { blank, type Line, paintLine, type Run, run } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";
import { modeWords } from "./view/fact-lists.ts";
import { trimStop } from "./view/fact-words.ts";
import { groupBy } from "./view/group-by.ts";
import { lastPart } from "./view/record-index.ts";

/** Columns of a headline, and of a quotation. */
const LONGEST_HEADLINE = 160;
const LONGEST_QUOTATION = 600;
/** Values of a fact, and outlets of one value, that are named. */
const STATES_SHOWN = 4;
const OUTLETS_SHOWN = 4;
/** Confidence below which a reading is more often wrong than right. */
const UNSURE = 0.5;

/**
 * What was found in a store as a page to read: how the words were read and how much was searched, then articles,
 * quotations, speakers and facts, each with its place. Ends with a line feed.
 */
export function printSearch(listing: SearchListing, style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const {
		articles,
		quotations,
		speakers,
		facts,
		asked: { after, words, phrases },
	} = listing;
	const asksWords = words.length + phrases.length > 0;
	const lines: Line[] = [
		...setAsked(sheet, listing),
		...setHits(sheet, "Reports", "article", articles, after, (own, hit) => setArticle(own, hit, asksWords)),
		...setHits(sheet, "Quotations", "quotation", quotations, after, setQuotation),
		...setHits(sheet, "Speakers", "speaker", speakers, after, setSpeaker),
		...setHits(sheet, "Facts", "fact", facts, after, setFact),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function setAsked(sheet: Sheet, { asked, coverage }: SearchListing): Line[] {
	const { open, close } = sheet.marks;
	const words = [...asked.words, ...asked.phrases.map((phrase) => `${open}${phrase}${close}`)];
	const bounds = [
		...(asked.speaker === null ? [] : [`said by ${asked.speaker}`]),
		...(asked.outlet === null ? [] : [`outlet ${asked.outlet}`]),
		...(asked.story === null ? [] : [`story ${asked.story}`]),
		...(asked.relations.length === 0 ? [] : [asked.relations.join(" or ")]),
		...(asked.from === null ? [] : [`from ${asked.from}`]),
		...(asked.to === null ? [] : [`to ${asked.to}`]),
		...(asked.language === null ? [] : [`in ${asked.language}`]),
	];
	const lines = set(sheet, [run([...words, ...bounds].join(", "), "strong")], { indent: 0 });
	if (asked.passedOver.length > 0) {
		lines.push(...set(sheet, [run(`passed over as too common: ${asked.passedOver.join(", ")}`, "dim")], { indent: 0 }));
	}
	const { articles, indexed, cut, undated, stories } = coverage;
	const rest = articles - indexed;
	lines.push(
		...(rest > 0
			? set(
					sheet,
					[
						run(`in ${groupDigits(indexed)} of ${countOf(articles, "report")}: `, "dim"),
						run(`${groupDigits(rest)} not analysed yet and not searched; "stemma work" analyses them`, "alarm"),
					],
					{ indent: 0 },
				)
			: set(sheet, [run(`in all ${countOf(articles, "report")} of the store`, "dim")], { indent: 0 })),
	);
	if (stories !== null && stories.collated < stories.all) {
		const what = `facts of ${groupDigits(stories.collated)} of ${countOf(stories.all, "story", "stories")}: `;
		const hint = run(`${groupDigits(stories.all - stories.collated)} not collated yet; "stemma work" does`, "alarm");
		lines.push(...set(sheet, [run(what, "dim"), hint], { indent: 0 }));
	} else if (stories !== null && stories.all === 0 && articles > 0) {
		const what = 'no facts yet: they are those of stories, which "stemma work" finds and collates';
		lines.push(...set(sheet, [run(what, "dim")], { indent: 0 }));
	}
	if (cut > 0) {
		const what = `${countOf(cut, "report is", "reports are")} so long that only the first words are searched`;
		lines.push(...set(sheet, [run(what, "doubt")], { indent: 0 }));
	}
	if (undated !== null && undated > 0) {
		const what = `${countOf(undated, "report")} without a known day of publication left out`;
		lines.push(...set(sheet, [run(what, "doubt")], { indent: 0 }));
	}
	return lines;
}

function setHits<T>(
	sheet: Sheet,
	title: string,
	kind: string,
	found: Hits<T> | null,
	after: string | null,
	setHit: (sheet: Sheet, hit: T) => Line[],
): Line[] {
	if (found === null) return [];
	const { hits, total, next } = found;
	if (hits.length === 0 && next === null) return [BLANK, ...set(sheet, [run(`${title}: none`, "dim")], { indent: 0 })];
	const count =
		total === null
			? next === null
				? ""
				: `, the ${after === null ? "first" : "next"} ${hits.length}`
			: hits.length < total
				? `, ${hits.length} of ${groupDigits(total)}`
				: `, ${total}`;
	const lines = heading(sheet, `${title}${count}`);
	for (const [at, hit] of hits.entries()) {
		if (at > 0) lines.push(BLANK);
		lines.push(...setHit(sheet, hit));
	}
	if (next !== null) {
		lines.push(BLANK, ...set(sheet, [run(`more: --kind ${kind} --after ${next}`, "dim")]));
	}
	return lines;
}

function setArticle(sheet: Sheet, { article, snippets }: ArticleHit, asksWords: boolean): Line[] {
	const lines = [
		...set(sheet, [run(firstWords(sheet, article.headline ?? article.place, LONGEST_HEADLINE), "strong")], {
			hanging: 4,
		}),
		...setWhere(sheet, article),
	];
	for (const snippet of snippets) {
		lines.push(...set(sheet, mark(snippet), { indent: 4, hanging: 6, aside: offsets(sheet, [snippet]) }));
	}
	if (asksWords && snippets.length === 0 && article.headline !== null) {
		lines.push(...set(sheet, [run("in the headline, which is not part of the text", "dim")], { indent: 4 }));
	}
	return lines;
}

function setQuotation(sheet: Sheet, hit: QuotationHit): Line[] {
	const { article, speaker, source, kind, polarity, hedged, content, confidence } = hit;
	const notes = [kind, ...(polarity === "said" ? [] : [polarity]), ...(hedged ? ["hedged"] : [])];
	const sure = run(confidence.toFixed(2), confidence < UNSURE ? "doubt" : "dim");
	const doubt = confidence < UNSURE ? [run(", unsure", "doubt")] : [];
	const who: Run[] =
		speaker !== null
			? [run(speaker, "strong")]
			: source !== null
				? [run(firstWords(sheet, source.exact, LONGEST_HEADLINE)), run(" (nobody known by name)", "dim")]
				: [run("nobody is named", "dim")];
	const words = separate(
		content.map((part) => mark(part)),
		` ${sheet.marks.cutOff} `,
		"dim",
	);
	return [
		...set(sheet, [...who, run(` ${sheet.marks.dot} ${notes.join(", ")}, `, "dim"), sure, ...doubt], { hanging: 4 }),
		...set(sheet, clip(words, LONGEST_QUOTATION, sheet.marks.cutOff), {
			indent: 4,
			hanging: 4,
			aside: offsets(sheet, content),
		}),
		...setWhere(sheet, article),
	];
}

function setSpeaker(sheet: Sheet, { name, articles, quotations, published }: SpeakerHit): Line[] {
	const span = [...new Set([published.earliest, published.latest])].filter((day) => day !== null).join(" to ");
	const parts = [countOf(quotations, "quotation"), `in ${countOf(articles, "report")}`, ...(span === "" ? [] : [span])];
	return set(sheet, [run(name, "strong"), run(`: ${parts.join(", ")}`)], { hanging: 4 });
}

function setFact(sheet: Sheet, hit: FactHit): Line[] {
	const { relation, title, statement, states, reports, reason, silent, article, snippets, story } = hit;
	const about = firstWords(sheet, title === "" ? statement : title, LONGEST_HEADLINE);
	const lines = set(sheet, [run(about, "strong")], {
		first: [run(relation, FACT_TONES[relation] ?? "plain"), blank(2)],
		hanging: 4,
	});
	const groups = [
		...groupBy(states, ({ value, mode, by, polarity }) => [value, mode, polarity, by].join("\n")).values(),
	];
	for (const group of groups.slice(0, STATES_SHOWN)) lines.push(...setStates(sheet, group, reports));
	if (groups.length > STATES_SHOWN) {
		lines.push(
			...set(sheet, [run(`and ${groups.length - STATES_SHOWN} more values (--json has all)`, "dim")], { indent: 4 }),
		);
	}
	const [snippet] = snippets;
	if (snippet) lines.push(...set(sheet, mark(snippet), { indent: 4, hanging: 6, aside: offsets(sheet, [snippet]) }));
	const notes = [
		...(reason === "" ? [] : [reason]),
		...(silent.length === 0
			? []
			: [`${countOf(silent.length, "report")} of the story ${silent.length === 1 ? "says" : "say"} nothing of it`]),
	];
	if (notes.length > 0) lines.push(...set(sheet, [run(notes.join("; "), "dim")], { indent: 4, hanging: 6 }));
	const told =
		story.headline === null
			? `story ${story.id}`
			: `story ${story.id}: ${firstWords(sheet, story.headline, LONGEST_HEADLINE)}`;
	return [...lines, ...setWhere(sheet, article), ...set(sheet, [run(told, "dim")], { indent: 4, hanging: 6 })];
}

/** One value and the reports that give it so. */
function setStates(sheet: Sheet, states: readonly SearchedState[], reports: readonly HitArticle[]): Line[] {
	const [first] = states;
	if (!first) return [];
	const own = new Set(states.map(({ article }) => article));
	const names = reports.filter(({ id }) => own.has(id)).map(({ outlet, place }) => outlet ?? lastPart(place));
	const shown = [...new Set(names)];
	const how = modeWords(first, first.by);
	const who = [
		...(how === "" ? [] : [how]),
		`${shown.slice(0, OUTLETS_SHOWN).join(", ")}${shown.length > OUTLETS_SHOWN ? ` and ${shown.length - OUTLETS_SHOWN} more` : ""}`,
	];
	return set(
		sheet,
		[
			run(firstWords(sheet, trimStop(first.value), LONGEST_HEADLINE)),
			run(` ${sheet.marks.dot} ${who.join(` ${sheet.marks.dot} `)}`, "dim"),
		],
		{ indent: 4, hanging: 6 },
	);
}

function setWhere(sheet: Sheet, { outlet, published, language, place, id, role }: HitArticle): Line[] {
	const day = [...new Set([published.earliest, published.latest])].filter((one) => one !== null).join(" to ");
	const parts = [
		...(role === "primary" ? ["primary document"] : []),
		outlet ?? "outlet not known",
		day === "" ? "undated" : day,
		...(language === null ? [] : [language]),
		place,
		id,
	];
	return set(sheet, [run(parts.join(` ${sheet.marks.dot} `), "dim")], { indent: 4, hanging: 6 });
}

/** A stretch of text with what was asked for set apart. */
function mark({ start, exact, matches }: Snippet): Run[] {
	const runs: Run[] = [];
	let at = 0;
	for (const match of matches) {
		if (match.start - start > at) runs.push(run(exact.slice(at, match.start - start)));
		runs.push(run(match.exact, "mark"));
		at = match.end - start;
	}
	if (at < exact.length) runs.push(run(exact.slice(at)));
	return runs;
}

/** The first letters of runs, cut between words. */
function clip(runs: readonly Run[], longest: number, ellipsis: string): readonly Run[] {
	const kept: Run[] = [];
	let left = longest;
	for (const { text, tone } of runs) {
		if (text.length > left) {
			const cut = text.slice(0, left).replace(/\S*$/, "").toWellFormed();
			return [...kept, { text: cut, tone }, run(` ${ellipsis}`, "dim")];
		}
		kept.push({ text, tone });
		left -= text.length;
	}
	return kept;
}
