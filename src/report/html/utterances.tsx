import type { Story, Utterance } from "../../model/record.ts";
import { type ApparatusEntry, trimMarks, writeApparatus } from "../view/apparatus.ts";
import { type Attribution, listAttributions } from "../view/attributions.ts";
import { countOf } from "../view/count-words.ts";
import { listLeftOutByAll } from "../view/left-out-by-all.ts";
import { isPrimary } from "../view/record-index.ts";
import { nameRenditions, type RenditionName } from "../view/rendition-names.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, type Wording, type WordingGroup } from "../view/wordings.ts";
import { Citation } from "./citation.tsx";
import { CorrectedBy } from "./corrections.tsx";
import { HeldRenditions } from "./held.tsx";
import { Anchors, Confidence, type Html, nameWords, RenditionSigla, Sigla, Stance, Words } from "./parts.tsx";
import { type HtmlSheet, utteranceId } from "./sheet.ts";
import { WordingText } from "./wording-text.tsx";

/** Wordings that a reader can choose as the text that others are held against. */
const BASES = 5;

type Names = ReadonlyMap<string, RenditionName>;

/** What was said: first what several reports carry, each as text with its apparatus, then what one line alone has. */
export function Utterances({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const { shared, single, unreported, unsure } = listUtterances(sheet.index, story);
	const leftOut = listLeftOutByAll(sheet.index, story, { shared, unreported });
	const unshown = unreported.length - leftOut.length;
	const notes = [
		...(unshown > 0 ? [`${countOf(unshown, "statement")} of the primary in no report`] : []),
		...(unsure > 0 ? [`${countOf(unsure, "reading")} too unsure to be shown`] : []),
	];
	return (
		<>
			{shared.length === 0 ? null : (
				<section class="said">
					<h3>What was said</h3>
					{shared.map((utterance) => (
						<SharedUtterance sheet={sheet} story={story} utterance={utterance} />
					))}
				</section>
			)}
			{single.length === 0 ? null : (
				<section class="said">
					<h3>{story.articles.length > 1 ? "Said in one line only" : "What was said"}</h3>
					<ul class="single">
						{single.map((utterance) => (
							<SingleUtterance sheet={sheet} utterance={utterance} />
						))}
					</ul>
				</section>
			)}
			{leftOut.length === 0 ? null : (
				<section class="said">
					<h3>Left out by all reports</h3>
					<ul class="single">
						{leftOut.map((utterance) => (
							<SingleUtterance sheet={sheet} utterance={utterance} />
						))}
					</ul>
				</section>
			)}
			{notes.length === 0 ? null : <p class="note">{notes.join("; ")}: the record as JSON has all.</p>}
		</>
	);
}

function Speaker({ sheet, utterance }: { readonly sheet: HtmlSheet; readonly utterance: Utterance }) {
	const { name, settled, scene } = describeSpeaker(sheet.index, utterance);
	return (
		<>
			<bdi class={settled ? "speaker" : "speaker open"}>{name ?? "Speaker not resolved"}</bdi>
			{!settled && name !== null ? <span class="note"> (as named; not resolved)</span> : null}
			{scene.length === 0 ? null : <span class="scene">, {scene.join(", ")}</span>}
		</>
	);
}

function SharedUtterance({
	sheet,
	story,
	utterance,
}: {
	readonly sheet: HtmlSheet;
	readonly story: Story;
	readonly utterance: Utterance;
}) {
	const names = nameRenditions(sheet.index, utterance);
	const groups = groupWordings(sheet.index, utterance);
	const [text] = groups;
	if (!text) return null;
	const number = sheet.numbers.get(utterance.id);
	const bases = groups.filter(({ base }) => base.marked && base.rendition.coverage !== "fragment").slice(0, BASES);
	const shown = bases.length > 1 ? bases : [text];
	const silent = story.articles.filter((article) => !utterance.renditions.some((one) => one.article === article));
	const reports = silent.filter((article) => !isPrimary(sheet.index, article));
	const primaries = silent.filter((article) => isPrimary(sheet.index, article));
	return (
		<article class="utterance" id={utteranceId(utterance.id)}>
			<h4>
				{number === undefined ? null : <span class="number">{number}</span>}
				<Speaker sheet={sheet} utterance={utterance} />
			</h4>
			{shown.length < 2 ? null : (
				<fieldset class="bases">
					<legend>Text of</legend>
					{shown.map((group, at) => (
						<label>
							<input type="radio" name={`base-${utterance.id}`} value={at} checked={at === 0} />
							<span>{namesOf(group, names).map(nameWords).join(" ")}</span>
						</label>
					))}
				</fieldset>
			)}
			{shown.map((group, at) => (
				<Reading sheet={sheet} utterance={utterance} group={group} names={names} at={at} />
			))}
			<CorrectedBy sheet={sheet} finding={utterance.id} />
			<HeldRenditions sheet={sheet} utterance={utterance} names={names} />
			<OtherWordings sheet={sheet} utterance={utterance} groups={groups} names={names} />
			{reports.length === 0 ? null : (
				<p class="silent">
					not in <Sigla sheet={sheet} articles={reports} />
				</p>
			)}
			{primaries.length === 0 || !text.base.marked ? null : (
				<p class="silent doubt">
					not found in the primary <Sigla sheet={sheet} articles={primaries} />
				</p>
			)}
			<Citation
				sheet={sheet}
				cited={[{ words: text.base.text, places: text.base.places }]}
				id={utteranceId(utterance.id)}
			/>
		</article>
	);
}

/** One wording as text, with the apparatus of what the others read. */
function Reading({
	sheet,
	utterance,
	group,
	names,
	at,
}: {
	readonly sheet: HtmlSheet;
	readonly utterance: Utterance;
	readonly group: WordingGroup;
	readonly names: Names;
	readonly at: number;
}) {
	const { base } = group;
	const entries = writeApparatus(utterance, base.rendition.id);
	const held = isPrimary(sheet.index, base.rendition.article);
	return (
		<div class="reading" data-base={at}>
			<blockquote dir="auto">
				<Stance sheet={sheet} wording={base} />
				<Words sheet={sheet} wording={base}>
					<WordingText wording={base} underlines={entries} />
				</Words>
				<span class="witness">
					{held ? <span class="tag">primary</span> : null} <RenditionSigla names={namesOf(group, names)} />{" "}
					<Anchors sheet={sheet} places={base.places} />
				</span>
			</blockquote>
			{entries.length === 0 ? null : (
				<ul class="apparatus">
					{entries.map((entry) => (
						<Entry entry={entry} names={names} />
					))}
				</ul>
			)}
		</div>
	);
}

function Entry({ entry, names }: { readonly entry: ApparatusEntry; readonly names: Names }) {
	return (
		<li class={entry.notable ? "notable" : undefined}>
			<span class="kind">
				{entry.notable ? (
					<>
						<span aria-hidden="true">● </span>
						<span class="hidden">may change what is said: </span>
					</>
				) : null}
				{entry.kind}
			</span>{" "}
			{entry.lemma !== "" ? (
				<>
					<bdi class="lemma">{trimMarks(entry.lemma)}</bdi> <span class="bracket">]</span>{" "}
				</>
			) : entry.before === "" ? (
				<span class="note">at the start, </span>
			) : (
				<>
					<span class="note">after </span>
					<bdi class="lemma">{entry.before}</bdi>
					<span class="note">: </span>
				</>
			)}
			{entry.readings.map(({ text, renditions }, at) => (
				<>
					{at > 0 ? "; " : ""}
					{text === "" ? <span class="note">left out</span> : <bdi class="variant">{trimMarks(text)}</bdi>}{" "}
					<RenditionSigla names={[...names].flatMap(([id, name]) => (renditions.includes(id) ? [name] : []))} />
				</>
			))}
		</li>
	);
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
							<RenditionSigla names={namesOf(group, names)} /> <span class="note">{verbOf(group.base)}</span>{" "}
							<Stance sheet={sheet} wording={group.base} />
							<Words sheet={sheet} wording={group.base}>
								{group.base.text}
							</Words>{" "}
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

function verbOf({ marked, rendition }: Wording): string {
	if (!marked) return "in its own words:";
	return rendition.coverage === "whole" ? "" : "only";
}

function ByWords({ attribution }: { readonly attribution: Attribution }) {
	const { parts, carriers, confidence } = attribution;
	const words = parts.map(({ gap, text }, at) => `${at > 0 ? gap : ""}${text}`).join("");
	return (
		<span class="by">
			{words === "" ? "no source named" : <bdi>by “{words}”</bdi>}
			{carriers.length === 0 ? "" : `, via ${carriers.join(" from ")}`}, <Confidence value={confidence} />
		</span>
	);
}

function SingleUtterance({ sheet, utterance }: { readonly sheet: HtmlSheet; readonly utterance: Utterance }) {
	const [group] = groupWordings(sheet.index, utterance);
	const [by] = listAttributions(sheet.index, utterance);
	if (!group) return null;
	return (
		<li id={utteranceId(utterance.id)}>
			<Sigla sheet={sheet} articles={utterance.renditions.map(({ article }) => article)} />{" "}
			<Speaker sheet={sheet} utterance={utterance} />: <Stance sheet={sheet} wording={group.base} />
			<Words sheet={sheet} wording={group.base}>
				{group.base.text}
			</Words>{" "}
			{by ? <ByWords attribution={by} /> : null} <Anchors sheet={sheet} places={group.base.places} />{" "}
			<Citation
				sheet={sheet}
				cited={[{ words: group.base.text, places: group.base.places }]}
				id={utteranceId(utterance.id)}
			/>
		</li>
	);
}

function namesOf(group: WordingGroup, names: Names): RenditionName[] {
	return group.wordings.flatMap(({ rendition }) => names.get(rendition.id) ?? []);
}
