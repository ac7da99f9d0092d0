import type { Story, Utterance } from "../../model/record.ts";
import { type ApparatusEntry, isLooseTelling, trimMarks, writeApparatus } from "../view/apparatus.ts";
import { listAttributions } from "../view/attributions.ts";
import { countOf } from "../view/count-words.ts";
import { listCuts, showCut, tellCut } from "../view/cut-clauses.ts";
import { listLeftOutByAll } from "../view/left-out-by-all.ts";
import { findTold } from "../view/notable.ts";
import { isPrimary, shortOutletOf } from "../view/record-index.ts";
import { nameRenditions, type RenditionName } from "../view/rendition-names.ts";
import { shorten } from "../view/shorten.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { isWithheld, WITHHELD } from "../view/withheld.ts";
import { groupWordings, type WordingGroup } from "../view/wordings.ts";
import { Citation } from "./citation.tsx";
import { CorrectedBy } from "./corrections.tsx";
import { HeldRenditions } from "./held.tsx";
import { Anchors, Around, type Html, Iso, nameAll, RenditionSigla, Sigla, Stance } from "./parts.tsx";
import { type HtmlSheet, utteranceId } from "./sheet.ts";
import { SingleUtterance } from "./single-utterance.tsx";
import { ByWords, Speaker, type UtteranceProps, verbOf } from "./utterance-parts.tsx";
import { WordingText } from "./wording-text.tsx";

/** Wordings that a reader can choose as the text; each brings its own apparatus, so that a page grows with their square. */
const BASES = 16;

type Names = ReadonlyMap<string, RenditionName>;

/** What was said: first what several reports carry, each as text with its apparatus, then what one line alone has. */
export function Utterances({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const { shared, single, headlines, unreported, unsure } = listUtterances(sheet.index, story);
	const leftOut = listLeftOutByAll(sheet.index, story, { shared, unreported });
	const unshown = unreported.length - leftOut.length;
	const notes = [
		...(unshown > 0 ? [`${countOf(unshown, "statement")} of the primary in no report`] : []),
		...(headlines.length > 0
			? [`${countOf(headlines.length, "headline")} telling in short what the report tells, not shown`]
			: []),
		...(unsure > 0 ? [`${countOf(unsure, "reading")} too unsure to be shown`] : []),
	];
	return (
		<>
			{shared.length === 0 ? null : (
				<section class="said">
					<h3 id={sheet.partId(story, "said")}>What was said</h3>
					{shared.map((utterance) => (
						<SharedUtterance sheet={sheet} story={story} utterance={utterance} />
					))}
				</section>
			)}
			{single.length === 0 ? null : (
				<section class="said">
					<h3 id={sheet.partId(story, "one-line")}>
						{story.articles.length > 1 ? "Found in one line only" : "What was said"}
					</h3>
					<ul class="single">
						{single.map((utterance) => (
							<SingleUtterance sheet={sheet} story={story} utterance={utterance} />
						))}
					</ul>
				</section>
			)}
			{leftOut.length === 0 ? null : (
				<section class="said">
					<h3>Left out by all reports</h3>
					<ul class="single">
						{leftOut.map((utterance) => (
							<SingleUtterance sheet={sheet} story={story} utterance={utterance} />
						))}
					</ul>
				</section>
			)}
			{notes.length === 0 ? null : <p class="note">{notes.join("; ")}: the record as JSON has all.</p>}
		</>
	);
}

function SharedUtterance({ sheet, story, utterance }: UtteranceProps) {
	const names = nameRenditions(sheet.index, utterance);
	const groups = groupWordings(sheet.index, utterance);
	const [text] = groups;
	if (!text) return null;
	const number = sheet.numbers.get(utterance.id);
	const bases = groups
		.filter(({ base }) => base.rendition.coverage !== "fragment" && !isWithheld(base.text))
		.slice(0, BASES);
	const silent = story.articles.filter((article) => !utterance.renditions.some((one) => one.article === article));
	const reports = silent.filter((article) => !isPrimary(sheet.index, article));
	const primaries = silent.filter((article) => isPrimary(sheet.index, article));
	return (
		<article class="utterance" id={utteranceId(sheet, utterance.id)}>
			<h4>
				{number === undefined ? null : <span class="number">{number}</span>}
				<Speaker sheet={sheet} utterance={utterance} />
			</h4>
			{bases.length < 2 ? (
				<Reading sheet={sheet} utterance={utterance} group={text} names={names} />
			) : (
				<fieldset class="bases">
					<legend>Text of</legend>
					{bases.map((group, at) => (
						<div>
							<label>
								<input type="radio" name={`b-${number ?? utterance.id}`} checked={at === 0} />
								<span>{nameBase(sheet, group, names)}</span>
							</label>
							<Reading sheet={sheet} utterance={utterance} group={group} names={names} />
						</div>
					))}
				</fieldset>
			)}
			<CorrectedBy sheet={sheet} finding={utterance.id} />
			<HeldRenditions sheet={sheet} utterance={utterance} names={names} />
			<OtherWordings sheet={sheet} utterance={utterance} groups={groups} names={names} />
			{reports.length === 0 ? null : (
				<p class="silent">
					not in <Sigla sheet={sheet} articles={reports} />
				</p>
			)}
			{listCuts(sheet.index, story, utterance).map((cut) => (
				<p class="silent">
					{tellCut(cut)} <Iso text={`“${showCut(cut.text)}”`} />: <Sigla sheet={sheet} articles={cut.without} />
				</p>
			))}
			{primaries.length === 0 || !text.base.marked ? null : (
				<p class="silent doubt">
					not found in the primary <Sigla sheet={sheet} articles={primaries} />
				</p>
			)}
			<Citation
				sheet={sheet}
				cited={[{ words: text.base.text, places: text.base.places }]}
				id={utteranceId(sheet, utterance.id)}
			/>
		</article>
	);
}

/** Whose wording it is, as a reader chooses it: `D³ Tarn Press`, `A B Tarn Press, Morning Ledger, reported`. */
function nameBase(sheet: HtmlSheet, group: WordingGroup, names: Names): string {
	const outlets = [
		...new Set(
			group.wordings.flatMap(({ rendition }) => {
				const article = sheet.index.articles.get(rendition.article);
				return article ? [shortOutletOf(article)] : [];
			}),
		),
	];
	const shown = outlets.slice(0, OUTLETS).map((outlet) => shorten(outlet, LONGEST_OUTLET));
	const more = outlets.length > OUTLETS ? [`${outlets.length - OUTLETS} more`] : [];
	const how = [
		...(group.base.marked ? [] : ["paraphrase"]),
		...(group.base.rendition.coverage === "whole" ? [] : ["part"]),
	];
	return `${nameAll(sheet, namesOf(group, names))} ${[...shown, ...more].join(", ")}${how.length === 0 ? "" : ` (${how.join(", ")})`}`;
}

/** Outlets that a wording is chosen by, and characters of each. */
const OUTLETS = 2;
const LONGEST_OUTLET = 28;

/** One wording as text, with the apparatus of what the others read. */
function Reading({
	sheet,
	utterance,
	group,
	names,
}: {
	readonly sheet: HtmlSheet;
	readonly utterance: Utterance;
	readonly group: WordingGroup;
	readonly names: Names;
}) {
	const { base } = group;
	const told = findTold(sheet.index, utterance);
	const aligned = isAligned(utterance, base.rendition.id) && !isLooseTelling(utterance, base.rendition.id, told);
	const entries = (aligned ? writeApparatus(utterance, base.rendition.id, told) : []).filter(
		({ lemma }) => !lemma.includes(WITHHELD),
	);
	const held = isPrimary(sheet.index, base.rendition.article);
	return (
		<div class="reading">
			<blockquote dir="auto">
				<Stance sheet={sheet} wording={base} />
				<Around sheet={sheet} wording={base}>
					<WordingText wording={base} underlines={entries} />
				</Around>
				<span class="witness">
					{held ? <span class="tag">primary</span> : null}{" "}
					<RenditionSigla sheet={sheet} names={namesOf(group, names)} /> <Anchors sheet={sheet} places={base.places} />
				</span>
			</blockquote>
			{aligned || utterance.variants.length === 0 ? null : (
				<p class="silent">a summary: its words are not set beside the others’</p>
			)}
			{entries.length === 0 ? null : (
				<ul class="apparatus">
					{entries.map((entry) => (
						<Entry sheet={sheet} entry={entry} names={names} />
					))}
				</ul>
			)}
		</div>
	);
}

/** Whether the words of a rendition stand in the columns that others stand in too. */
function isAligned({ alignment }: Utterance, rendition: string): boolean {
	return alignment.columns.some(({ cells }) => cells.some((cell) => cell.rendition === rendition));
}

/** An entry in little markup, as a page holds thousands: the style sheet tells its parts by their order and element. */
function Entry({
	sheet,
	entry,
	names,
}: {
	readonly sheet: HtmlSheet;
	readonly entry: ApparatusEntry;
	readonly names: Names;
}) {
	return (
		<li class={entry.notable ? "n" : undefined}>
			{tellKind(entry) === "" ? null : <small>{tellKind(entry)} </small>}
			{entry.lemma !== "" ? (
				<>
					<Iso text={trimMarks(entry.lemma)} /> ]{" "}
				</>
			) : entry.before === "" ? null : (
				<>
					<Iso text={entry.before} />:{" "}
				</>
			)}
			{entry.readings.map(({ text, renditions }, at) => (
				<>
					{at > 0 ? "; " : ""}
					{text === "" ? (
						<i>left out</i>
					) : (
						<em>
							<Iso text={trimMarks(text)} />
						</em>
					)}{" "}
					<RenditionSigla
						sheet={sheet}
						names={[...names].flatMap(([id, name]) => (renditions.includes(id) ? [name] : []))}
					/>
				</>
			))}
		</li>
	);
}

/** Why the readings differ, unless it is mere wording, and whether they stand where the text has nothing. */
function tellKind({ kind, lemma, before }: ApparatusEntry): string {
	const place = lemma !== "" ? "" : before === "" ? "at the start" : "after";
	return [kind === "wording" ? "" : kind, place].filter((word) => word !== "").join(" ");
}

/** All wordings with who is given them by which words; those that read alike together. */
function OtherWordings({
	sheet,
	utterance,
	groups,
	names,
}: {
	readonly sheet: HtmlSheet;
	readonly utterance: Utterance;
	readonly groups: readonly WordingGroup[];
	readonly names: Names;
}) {
	const attributions = listAttributions(sheet.index, utterance);
	const count = countOf(utterance.renditions.length, "rendition");
	return (
		<details class="wordings">
			<summary>{count}, and who is given them by which words</summary>
			<ul>
				{groups.map((group) => {
					const own = new Set(group.wordings.map(({ rendition }) => rendition.id));
					const by = attributions.filter(({ renditions }) => renditions.some((id) => own.has(id)));
					return (
						<li>
							<RenditionSigla sheet={sheet} names={namesOf(group, names)} />{" "}
							{verbOf(group) === "" ? null : <span class="note">{verbOf(group)} </span>}{" "}
							<Stance sheet={sheet} wording={group.base} />
							<Around sheet={sheet} wording={group.base} />{" "}
							<Anchors sheet={sheet} places={group.wordings.flatMap(({ places }) => places)} />
							{by.map((one) => (
								<ByWords attribution={one} />
							))}
						</li>
					);
				})}
			</ul>
		</details>
	);
}

function namesOf(group: WordingGroup, names: Names): RenditionName[] {
	return group.wordings.flatMap(({ rendition }) => names.get(rendition.id) ?? []);
}
