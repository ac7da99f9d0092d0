import type { Story, Utterance } from "../../model/record.ts";
import { readAround } from "../view/around-words.ts";
import { listAttributions } from "../view/attributions.ts";
import { findCompared } from "../view/compared-places.ts";
import { countOf } from "../view/count-words.ts";
import { listCuts, showCut, tellCut } from "../view/cut-clauses.ts";
import { listLeftOutByAll } from "../view/left-out-by-all.ts";
import { isPrimary } from "../view/record-index.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, measureLikeness, type Wording, type WordingGroup } from "../view/wordings.ts";
import { nameWitnesses, setApparatus, type Witnesses } from "./apparatus.ts";
import { describeAttribution, setAttributions } from "./attributions.ts";
import { setCorrectedBy } from "./corrections.ts";
import { lineWidth } from "./flow.ts";
import { setHeldRenditions } from "./held.ts";
import { anchors, BLANK, firstWords, heading, INDENT, more, type Page, quoted, separate, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run, tied } from "./runs.ts";
import { setStance } from "./stance.ts";

const SHOWN = 24;
const SINGLE_SHOWN = 12;
const OTHERS_SHOWN = 8;
/** Statements of a primary that all reports leave out between others that they give. */
const LEFT_OUT_SHOWN = 6;
/** Characters of one wording that are printed. */
const LONGEST = 1200;
const SINGLE_LONGEST = 240;

/** A text is cut where it is this much longer than what is printed: a few words more are not worth a cut. */
const CUT_FROM = 1.5;

/** Columns of a clause that some stop before. */
const LONGEST_CUT = 120;

/** Wordings less alike than this are printed in full, as an apparatus alone no longer shows how they read. */
const ALIKE = 0.8;

/** Columns of the words that name a speaker. */
const LONGEST_SOURCE = 120;

/** Columns that an utterance's words stand in from the edge, its number before them. */
const WORDS = 6;

/** The numbers by which utterances of a story are named in the report, in the order they are printed. */
export type UtteranceNumbers = ReadonlyMap<string, number>;

/** Numbers the utterances that several reports carry, as they will be printed. */
export function numberUtterances(page: Page, story: Story): UtteranceNumbers {
	return new Map(listUtterances(page.index, story).shared.map((utterance, index) => [utterance.id, index + 1]));
}

/** What was said: first what several reports carry, with its variants, then what one line alone has. */
export function setUtterances(page: Page, story: Story): Line[] {
	const { shared, single, headlines, unreported, unsure } = listUtterances(page.index, story);
	const leftOut = listLeftOutByAll(page.index, story, { shared, unreported });
	const lines: Line[] = [];
	if (shared.length > 0) {
		lines.push(...heading(page, "What was said"));
		let header = "";
		for (const [at, utterance] of shared.slice(0, SHOWN).entries()) {
			const next = setSpeaker(page, utterance);
			if (at > 0) lines.push(BLANK);
			if (next.key !== header) {
				const note = utterance.speaker === null && next.named ? [run("  (as named; not resolved)", "dim")] : [];
				lines.push(...set(page, [...next.runs, ...note]));
			}
			header = next.key;
			lines.push(...setUtterance(page, story, utterance, at + 1));
		}
		lines.push(...more(page, shared.length - SHOWN));
	}
	if (single.length > 0) {
		lines.push(...heading(page, story.articles.length > 1 ? "Found in one line only" : "What was said"));
		for (const utterance of single.slice(0, SINGLE_SHOWN)) lines.push(...setSingle(page, story, utterance));
		lines.push(...more(page, single.length - SINGLE_SHOWN));
	}
	if (leftOut.length > 0) {
		lines.push(...heading(page, "Left out by all reports"));
		for (const utterance of leftOut.slice(0, LEFT_OUT_SHOWN)) lines.push(...setSingle(page, story, utterance));
	}
	const unshown = unreported.length - Math.min(leftOut.length, LEFT_OUT_SHOWN);
	if (unshown > 0) {
		const others = leftOut.length > 0 ? "other statement" : "statement";
		const note = `${countOf(unshown, others)} of the primary in no report (--json has all)`;
		lines.push(BLANK, ...set(page, [run(note, "dim")]));
	}
	if (headlines.length > 0) {
		const note = `${countOf(headlines.length, "headline")} telling in short what the report tells, not shown (--json has all)`;
		lines.push(BLANK, ...set(page, [run(note, "dim")]));
	}
	if (unsure > 0) {
		const note = `${countOf(unsure, "unsure reading")} not shown (--json has all)`;
		lines.push(BLANK, ...set(page, [run(note, "dim")]));
	}
	return lines;
}

/** Who speaks, when and where; for a speaker who was not settled, the words that name them. */
function setSpeaker(
	page: Page,
	utterance: Utterance,
): { readonly runs: Run[]; readonly key: string; readonly named: boolean } {
	const { name, settled, scene } = describeSpeaker(page.index, utterance);
	const runs: Run[] = [];
	if (name === null) runs.push(run("Speaker not resolved", "dim"));
	else runs.push(settled ? run(name, "strong") : run(firstWords(page, name, LONGEST_SOURCE)));
	for (const part of scene) runs.push(run(", "), tied(part));
	const key = `${utterance.speaker ?? ""} ${runs.map(({ text }) => text).join("")}`;
	return { runs, key, named: !settled && name !== null };
}

function setUtterance(page: Page, story: Story, utterance: Utterance, number: number): Line[] {
	const [text, ...others] = groupWordings(page.index, utterance);
	if (!text) return [];
	const witnesses = nameWitnesses(page, utterance);
	const label = `${number}`;
	const lines = set(page, [...stance(page, text.base), ...setWords(page, text.base, LONGEST)], {
		first: [blank(WORDS - INDENT - 2 - label.length), run(label, "dim"), blank(2)],
		aside: [...setHeld(page, text), ...setWitnesses(text, witnesses), blank(2), ...anchors(page, text.base.places, 2)],
	});
	lines.push(...setApparatus(page, utterance, text.base.rendition.id, witnesses));
	for (const group of others.slice(0, OTHERS_SHOWN)) {
		lines.push(...setOther(page, group, text, witnesses));
	}
	lines.push(...more(page, others.length - OTHERS_SHOWN, WORDS));
	lines.push(...setHeldRenditions(page, utterance, witnesses, WORDS));
	lines.push(...setAttributions(page, utterance, witnesses, WORDS));
	lines.push(...setCorrectedBy(page, utterance.id, WORDS));
	const silent = story.articles.filter((article) => !utterance.renditions.some((r) => r.article === article));
	const reports = silent.filter((article) => !isPrimary(page.index, article));
	if (reports.length > 0) {
		lines.push(...set(page, [run("not in ", "dim"), ...sigla(page, reports)], { indent: WORDS }));
	}
	for (const cut of listCuts(page.index, story, utterance)) {
		const words = quoted(page, firstWords(page, showCut(cut.text), LONGEST_CUT), "dim");
		const runs = [run(`${tellCut(cut)} `, "dim"), ...words, run(": ", "dim"), ...sigla(page, cut.without)];
		lines.push(...set(page, runs, { indent: WORDS, hanging: WORDS + 2 }));
	}
	// Words in marks are looked for in the primary; a paraphrase may stand there in others.
	const primaries = silent.filter((article) => isPrimary(page.index, article));
	if (primaries.length > 0 && text.base.marked) {
		lines.push(...set(page, [run("not found in the primary ", "doubt"), ...sigla(page, primaries)], { indent: WORDS }));
	}
	return lines;
}

/** Says that the words stand in a primary document, which then comes first of those that give them. */
function setHeld(page: Page, group: WordingGroup): Run[] {
	return isPrimary(page.index, group.base.rendition.article) ? [run("primary ", "settled")] : [];
}

function setWitnesses(group: WordingGroup, witnesses: Witnesses): Run[] {
	const names = new Set(group.wordings.map(({ rendition }) => witnesses.get(rendition.id) ?? "?"));
	return separate(
		[...names].map((name) => [run(name, "siglum")]),
		" ",
	);
}

/** Words of a report with those around them that they need, quietly: they are no part of what is given as said. */
function setWords(page: Page, wording: Wording, longest: number): Run[] {
	const { behind, before, text: own, after } = readAround(page.index, wording);
	const whole = own ?? wording.text;
	const cut = whole.length > longest * CUT_FROM;
	const text = cut ? firstWords(page, whole, longest) : whole;
	const rest = cut ? [run(` (${countOf(whole.length - text.length, "more character")})`, "dim")] : [];
	return [
		...(behind === "" ? [] : [run(`(${behind}) `, "dim")]),
		...(before === "" ? [] : [run(`${before} `, "dim")]),
		...(wording.marked ? quoted(page, text) : [run(text)]),
		...rest,
		...(after === "" || cut ? [] : [run(after, "dim")]),
	];
}

/** What a report does with the words other than giving them as said. */
function stance(page: Page, wording: Wording): Run[] {
	const quotation = page.index.quotations.get(wording.rendition.parts[0]?.quotation ?? "");
	return quotation ? setStance(quotation) : [];
}

/** Another wording: a paraphrase and a fragment as such; one that departs far from the text, in full. */
function setOther(page: Page, group: WordingGroup, text: WordingGroup, witnesses: Witnesses): Line[] {
	const several = setWitnesses(group, witnesses).length > 1;
	const { marked, rendition } = group.base;
	if (marked && rendition.coverage === "whole" && measureLikeness(text.base.text, group.base.text) >= ALIKE) return [];
	const verb = !marked
		? several
			? "in their own words:"
			: "in its own words:"
		: `${several ? "give" : "gives"}${rendition.coverage === "whole" ? "" : " only"}`;
	const runs = [...setWitnesses(group, witnesses), run(` ${verb} `, "dim"), ...stance(page, group.base)];
	return set(page, [...runs, ...setWords(page, group.base, LONGEST)], {
		indent: WORDS,
		hanging: WORDS + 2,
		aside: anchors(page, group.base.places, 2),
	});
}

function setSingle(page: Page, story: Story, utterance: Utterance): Line[] {
	const [group, ...others] = groupWordings(page.index, utterance);
	if (!group) return [];
	const { runs, named } = setSpeaker(page, utterance);
	const sourceKnown = utterance.speaker === null && named;
	const setOne = ({ base }: WordingGroup, known: boolean): Run[] => [
		...stance(page, base),
		...setWords(page, base, SINGLE_LONGEST),
		...setBy(page, utterance, base, known),
	];
	const names = sigla(
		page,
		utterance.renditions.map(({ article }) => article),
	);
	const also = others.flatMap((other) => [
		run(`; ${other.base.marked ? "also" : "in its own words:"} `, "dim"),
		...setOne(other, false),
	]);
	const compared = findCompared(page.index, story, utterance).map(({ place, own }) => [
		...anchors(page, [place]),
		...(own ? [run(" on its own word", "dim")] : []),
	]);
	const compare = compared.length === 0 ? [] : [run("; compare ", "dim"), ...separate(compared, ", ", "dim")];
	return set(page, [...runs, run(": "), ...setOne(group, sourceKnown), ...also, ...compare], {
		first: [...names, blank(2)],
		hanging: Math.min(WORDS + 2, INDENT + lineWidth(names) + 2),
		aside: anchors(
			page,
			[group, ...others].flatMap(({ base }) => base.places),
			2,
		),
	});
}

/** By which words somebody is given a wording, in brackets; without the source where that stands beside already. */
function setBy(page: Page, utterance: Utterance, { rendition }: Wording, sourceKnown: boolean): Run[] {
	const attribution = listAttributions(page.index, utterance).find(({ renditions }) =>
		renditions.includes(rendition.id),
	);
	if (!attribution) return [];
	const shown = attribution.parts.some(({ of }) => of === "cue" || !sourceKnown);
	const words = describeAttribution(page, attribution, sourceKnown);
	return [run(shown ? " (by " : " (", "dim"), ...words, run(")", "dim")];
}
