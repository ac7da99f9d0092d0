import type { Fact, Story, Utterance } from "../../model/record.ts";
import { trimMarks, writeApparatus } from "../view/apparatus.ts";
import { readAround } from "../view/around-words.ts";
import { listAttributions } from "../view/attributions.ts";
import { findCompared } from "../view/compared-places.ts";
import { countOf } from "../view/count-words.ts";
import { listCuts, showCut, tellCut } from "../view/cut-clauses.ts";
import { describeDate } from "../view/date-words.ts";
import { describeMode, groupStates, listFacts } from "../view/fact-lists.ts";
import { titleOfFact, trimStop } from "../view/fact-words.ts";
import { findOmissions, type LeftOut } from "../view/left-out.ts";
import { tellLines } from "../view/line-count.ts";
import { foldEdges } from "../view/lineage-ties.ts";
import type { Named } from "../view/named.ts";
import { findTold } from "../view/notable.ts";
import { findOccasionWords } from "../view/occasion-words.ts";
import { findOwnMarks, tellVoices } from "../view/own-marks.ts";
import { tellReason } from "../view/reason-words.ts";
import { isPrimary, type RecordIndex, reportsOf, siglumOf } from "../view/record-index.ts";
import { nameRenditions } from "../view/rendition-names.ts";
import { measureShare } from "../view/shared-text.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { POLARITY_WORDS, readStance } from "../view/stance-words.ts";
import { titleOf } from "../view/story-lists.ts";
import { tieWords } from "../view/tie-words.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, type Wording, type WordingGroup } from "../view/wordings.ts";
import { listHeld } from "./markdown-held.ts";
import { citePlaces, escapeMarkdown, nameReports, quoteMarkdown } from "./markdown-text.ts";

/** A story in blocks of Markdown. */
export function writeStory(index: RecordIndex, story: Story): string[] {
	const { shared, single, headlines, unreported, unsure } = listUtterances(index, story);
	const numbers = new Map(shared.map(({ id }, at) => [id, at + 1]));
	return [
		`## ${escapeMarkdown(titleOf(index, story))}`,
		writeHead(index, story, numbers),
		...under(
			"### What was said",
			shared.map((utterance, at) => writeUtterance(index, story, utterance, at + 1)).join("\n\n"),
		),
		...under(
			`### ${story.articles.length > 1 ? "Found in one line only" : "What was said"}`,
			single.map((utterance) => `- ${writeSingle(index, story, utterance)}`).join("\n"),
		),
		...[
			unreported.length > 0 ? [`${countOf(unreported.length, "statement")} of the primary document in no report.`] : [],
			headlines.length > 0
				? [
						`${countOf(headlines.length, "headline")} telling in short what the report tells, not shown; the record’s JSON has all.`,
					]
				: [],
			unsure > 0 ? [`${countOf(unsure, "unsure reading")} not shown; the record’s JSON has all.`] : [],
		].flat(),
		...writeFacts(index, story),
		...under("### Left out", writeOmissions(index, story, numbers)),
		...under("### How the text travelled", writeLineage(index, story)),
	];
}

function under(heading: string, block: string): string[] {
	return block === "" ? [] : [heading, block];
}

function writeHead(index: RecordIndex, story: Story, numbers: ReadonlyMap<string, number>): string {
	const reports = reportsOf(index, story);
	const primaries = story.articles.filter((article) => isPrimary(index, article));
	const when = describeDate(story.when);
	const [occasion] = findOccasionWords(index, story);
	const lines = [
		when === null ? null : `- When: ${when}`,
		story.where === null ? null : `- Where: ${escapeMarkdown(story.where.exact)}`,
		occasion === undefined
			? null
			: `- Occasion: ${occasion.map(({ words, articles, place }) => `${escapeMarkdown(words)} (${nameReports(index, articles)}; ${citePlaces(index, [place])})`).join("; ")}`,
		`- Told by: ${countOf(reports.length, "report")}, ${tellLines(story.lines.length)}`,
		...(reports.length < 2
			? []
			: story.lines.map(
					(line) =>
						`  - ${nameReports(index, line.articles)}: ${escapeMarkdown(tellReason(index, story, line.reason))}`,
				)),
		primaries.length === 0 ? null : `- Held against: ${nameReports(index, primaries)}`,
		...(reports.length < 2 ? [] : writeShares(index, story, reports)),
		...writeMarks(index, story, numbers),
	];
	return lines.filter((line) => line !== null).join("\n");
}

/** How much of each report stands in others of the story too. */
function writeShares(index: RecordIndex, story: Story, reports: readonly string[]): string[] {
	const shares = reports.flatMap((id) => {
		const article = index.articles.get(id);
		if (!article) return [];
		const { part, most } = measureShare(index, article, story.articles);
		if (most === null) return [];
		return `${escapeMarkdown(article.siglum)} ${Math.round(part * 100)} % (most with ${escapeMarkdown(siglumOf(index, most))})`;
	});
	return shares.length === 0 ? [] : [`- Text shared with other reports: ${shares.join(", ")}`];
}

/** What a report alone says, or gives otherwise than the others do. */
function writeMarks(index: RecordIndex, story: Story, numbers: ReadonlyMap<string, number>): string[] {
	return [...findOwnMarks(index, story)].map(([article, marks]) => {
		const parts = [
			...marks.sentences.map(({ text, place }) => `“${escapeMarkdown(text)}” (${citePlaces(index, [place])})`),
			...marks.utterances.map(
				({ utterance, how }) => `gives ${numbers.get(utterance.id) ?? ""} ${escapeMarkdown(how)}`,
			),
			...marks.facts.map(({ fact, how }) => escapeMarkdown(`gives ${titleOfFact(index, fact)} ${how}`)),
			escapeMarkdown(tellVoices(marks)),
		];
		return `- Found only in ${escapeMarkdown(siglumOf(index, article))}: ${parts.filter((part) => part !== "").join("; ")}`;
	});
}

type Names = ReadonlyMap<string, string>;

function namesOf(index: RecordIndex, utterance: Utterance): Names {
	return new Map(
		[...nameRenditions(index, utterance)].map(([id, { siglum, number }]) => [
			id,
			escapeMarkdown(number === null ? siglum : `${siglum}${number}`),
		]),
	);
}

function listNames(names: Names, renditions: readonly string[]): string {
	return [...new Set(renditions.map((id) => names.get(id) ?? "?"))].join(" ");
}

function writeUtterance(index: RecordIndex, story: Story, utterance: Utterance, number: number): string {
	const [text, ...others] = groupWordings(index, utterance);
	if (!text) return "";
	const names = namesOf(index, utterance);
	const lines = writeApparatus(utterance, text.base.rendition.id, findTold(index, utterance)).map((entry) => {
		const place = entry.before === "" ? "*at the start*" : `*after* ${escapeMarkdown(entry.before)}`;
		const lemma = entry.lemma === "" ? place : escapeMarkdown(trimMarks(entry.lemma));
		const readings = entry.readings.map(({ text: words, renditions }) => {
			return `${words === "" ? "*left out*" : escapeMarkdown(trimMarks(words))} ${listNames(names, renditions)}`;
		});
		return `- ${entry.notable ? "● " : ""}${lemma} ] ${readings.join("; ")} (${entry.kind})`;
	});
	lines.push(...others.map((group) => `- ${tellOther(index, group, names)}`));
	lines.push(...listHeld(index, utterance, names));
	const attributions = listAttributions(index, utterance).map(({ renditions, parts, carriers, confidence }) => {
		const words = parts.map(({ gap, text: part }, at) => (at > 0 ? gap : "") + part).join("");
		const said = words === "" ? "no source" : `“${escapeMarkdown(words)}”`;
		const via = carriers.length === 0 ? "" : `, via ${carriers.map(escapeMarkdown).join(" from ")}`;
		return `${listNames(names, renditions)} ${said}${via}, ${confidence.toFixed(2)}`;
	});
	if (attributions.length > 0) lines.push(`- By: ${attributions.join("; ")}`);
	const silent = reportsOf(index, story).filter((id) => !utterance.renditions.some(({ article }) => article === id));
	if (silent.length > 0) lines.push(`- Not in: ${nameReports(index, silent)}`);
	for (const cut of listCuts(index, story, utterance))
		lines.push(
			`- ${tellCut(cut)[0]?.toUpperCase()}${tellCut(cut).slice(1)} ${quoteMarkdown(showCut(cut.text), true)}: ${nameReports(index, cut.without)}`,
		);
	const words = tellWords(index, text.base);
	const witnesses = listNames(
		names,
		text.wordings.map(({ rendition }) => rendition.id),
	);
	return [
		`**${number}.** ${writeSpeaker(index, utterance)}`,
		`> ${words} — ${witnesses} (${citePlaces(index, text.base.places)})`,
		...(lines.length > 0 ? [lines.join("\n")] : []),
	].join("\n\n");
}

function writeSpeaker(index: RecordIndex, utterance: Utterance): string {
	const { name, settled, scene } = describeSpeaker(index, utterance);
	const who = name === null ? "Speaker not resolved" : settled ? `**${escapeMarkdown(name)}**` : escapeMarkdown(name);
	return (
		[who, ...scene.map(escapeMarkdown)].join(", ") + (name !== null && !settled ? " (as named; not resolved)" : "")
	);
}

/** What a report does with the words other than giving them as said. */
function tellStance(index: RecordIndex, { rendition }: Wording): string {
	const quotation = index.quotations.get(rendition.parts[0]?.quotation ?? "");
	if (!quotation) return "";
	const stance = readStance(quotation);
	if (stance === null) return "";
	return `*(${stance === "reserve" ? "with reserve" : POLARITY_WORDS[stance]})* `;
}

/** Words of a report with those around them that they need, these in italics. */
function tellWords(index: RecordIndex, base: Wording): string {
	const { behind, before, text, after } = readAround(index, base);
	const quiet = (words: string): string => (words.trim() === "" ? "" : `*${escapeMarkdown(words.trim())}*`);
	const lead = [behind === "" ? "" : quiet(`(${behind})`), quiet(before)].filter((part) => part !== "");
	const own = `${tellStance(index, base)}${quoteMarkdown(text ?? base.text, base.marked)}`;
	return [...lead, own, ...(after === "" ? [] : [quiet(after.replace(/^,/, " …,"))])].join(" ");
}

function tellOther(index: RecordIndex, { base, wordings }: WordingGroup, names: Names): string {
	const who = listNames(
		names,
		wordings.map(({ rendition }) => rendition.id),
	);
	const how = !base.marked ? "in other words" : base.rendition.coverage === "whole" ? "gives" : "gives only";
	const place = citePlaces(index, base.places);
	return `${who} ${how}: ${tellWords(index, base)} (${place})`;
}

function writeSingle(index: RecordIndex, story: Story, utterance: Utterance): string {
	const [group] = groupWordings(index, utterance);
	if (!group) return writeSpeaker(index, utterance);
	const { base } = group;
	const reports = nameReports(
		index,
		utterance.renditions.map(({ article }) => article),
	);
	const compared = findCompared(index, story, utterance).map(
		({ place, own }) => `${citePlaces(index, [place])}${own ? " on its own word" : ""}`,
	);
	const compare = compared.length === 0 ? "" : `; compare ${compared.join(", ")}`;
	return `${writeSpeaker(index, utterance)}: ${tellWords(index, base)} — ${reports} (${citePlaces(index, base.places)})${compare}`;
}

function writeFacts(index: RecordIndex, story: Story): string[] {
	const { different, agreed, names, single } = listFacts(index, story);
	const note = `${countOf(single.length, "fact")} in one line only; the record’s JSON has all.`;
	return [
		...under("### Differences", different.map((fact) => writeFact(index, fact)).join("\n")),
		...under("### Agreed", agreed.map((fact) => writeAgreed(index, fact)).join("\n")),
		...under("### Named by several", names.map((named) => writeNamed(index, named)).join("\n")),
		...(single.length > 0 && story.articles.length > 1 ? [note] : []),
	];
}

function writeFact(index: RecordIndex, fact: Fact): string {
	const states = groupStates(fact.states).flatMap((alike) => {
		const [state] = alike;
		if (!state) return [];
		const mode = describeMode(index, state);
		const places = alike.flatMap(({ article, spans }) => spans.map((span) => ({ ...span, article })));
		const who = nameReports(
			index,
			alike.map(({ article }) => article),
		);
		const how = mode === "" ? "" : `, ${escapeMarkdown(mode)}`;
		return `  - ${who}: **${escapeMarkdown(trimStop(state.value))}**${how} (${citePlaces(index, places)})`;
	});
	const silent = fact.silent.length === 0 ? [] : [`  - silent: ${nameReports(index, fact.silent)}`];
	const why = fact.reason === "" ? "" : `: ${escapeMarkdown(fact.reason)}`;
	return [`- **${fact.relation}** ${escapeMarkdown(titleOfFact(index, fact))}${why}`, ...states, ...silent].join("\n");
}

function writeAgreed(index: RecordIndex, fact: Fact): string {
	const statement = trimStop(fact.statement);
	const values = [...new Set(fact.states.map(({ value }) => trimStop(value)))].filter((value) => value !== statement);
	const stated = values.length === 0 ? "" : `: ${values.map(escapeMarkdown).join(" / ")}`;
	const who = nameReports(
		index,
		fact.states.map(({ article }) => article),
	);
	const silent = fact.silent.length === 0 ? "" : `; silent: ${nameReports(index, fact.silent)}`;
	return `- ${escapeMarkdown(titleOfFact(index, fact))}${stated} — ${who}${silent}`;
}

function writeNamed(index: RecordIndex, { forms, role }: Named): string {
	const told = forms.map(({ text, articles }, at) => {
		const who = role === null || at > 0 ? "" : `, ${escapeMarkdown(role)}`;
		return `${escapeMarkdown(text)}${who} ${nameReports(index, articles)}`;
	});
	return `- ${told.join(" – ")}`;
}

/** Per report what most of the others carry. Silence is shown as silence, not as denial. */
function writeOmissions(index: RecordIndex, story: Story, numbers: ReadonlyMap<string, number>): string {
	return findOmissions(index, story)
		.map(({ article, items }) => {
			const lines = items.map((item) => `  - ${tellOmission(index, item, numbers)}`);
			return [`- ${escapeMarkdown(siglumOf(index, article))} is silent on`, ...lines].join("\n");
		})
		.join("\n");
}

function tellOmission(index: RecordIndex, { item, carriedBy }: LeftOut, numbers: ReadonlyMap<string, number>): string {
	const carried = `— in ${nameReports(index, carriedBy)}`;
	if (item.kind === "fact") return `${escapeMarkdown(titleOfFact(index, item.fact))} ${carried}`;
	const { utterance } = item;
	const number = numbers.get(utterance.id);
	const reference = number === undefined ? "" : ` (${number})`;
	if (item.kind === "clause") {
		const cut = `${tellCut(item.cut)} ${quoteMarkdown(showCut(item.cut.text), true)}`;
		return `${writeSpeaker(index, utterance)}, ${cut}${reference} ${carried}`;
	}
	const [group] = groupWordings(index, utterance);
	const words = group ? quoteMarkdown(group.base.text, group.base.marked) : "";
	return `${writeSpeaker(index, utterance)}: ${words}${reference} ${carried}`;
}

function writeLineage(index: RecordIndex, story: Story): string {
	const ties = index.record.lineage
		.filter((lineage) => lineage.story === story.id)
		.flatMap((lineage) => foldEdges(lineage, index));
	return ties
		.map((tie) => {
			const { from, to, directed, edges } = tie;
			const [source, target] = [from, to].map(({ article, name }) => {
				return escapeMarkdown(article === null ? name : siglumOf(index, article));
			});
			const places = citePlaces(
				index,
				edges.flatMap(({ evidence }) => evidence),
				2,
			);
			const shown = places === "" ? "" : ` (${places})`;
			return `- ${source} ${directed ? "←" : "—"} ${target}: ${tieWords(tie)}${shown}`;
		})
		.join("\n");
}
