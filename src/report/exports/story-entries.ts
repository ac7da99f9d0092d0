import type { Fact, Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { describeMode, groupStates, listFacts } from "../view/fact-lists.ts";
import { titleOfFact, trimStop } from "../view/fact-words.ts";
import { tellLines } from "../view/line-count.ts";
import { outletOf, type RecordIndex, reportsOf, siglaOf, siglumOf } from "../view/record-index.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { listStories, titleOf } from "../view/story-lists.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, partTellers } from "../view/wordings.ts";
import { compareInstants, instantOf } from "./dates.ts";
import { addressOf, urnOf } from "./identifiers.ts";

/** A story as feeds tell it. */
export interface StoryEntry {
	/** The same in every record that has the story. */
	readonly id: string;
	readonly story: Story;
	readonly title: string;
	/** When its first report was published, RFC 3339; null when none has a date. */
	readonly published: string | null;
	/** When its last report was published or changed; null when none has a date. */
	readonly updated: string | null;
	readonly summary: string;
	readonly sections: readonly EntrySection[];
	readonly reports: readonly EntryReport[];
}

export interface EntryReport {
	readonly name: string;
	readonly url: string | null;
	readonly language: string | null;
}

export interface EntrySection {
	readonly heading: string;
	readonly lines: readonly string[];
}

/** Utterances and differences that an entry tells; the record has all. */
const SHOWN = 12;

/** The stories as a feed gives them: the latest first, those without a date last, else in the order of a page. */
export function listEntries(index: RecordIndex): StoryEntry[] {
	const { told, alone } = listStories(index);
	return [...told, ...alone]
		.map((story) => describeStory(index, story))
		.sort((a, b) => {
			if (a.updated === null || b.updated === null) return Number(a.updated === null) - Number(b.updated === null);
			return compareInstants(b.updated, a.updated);
		});
}

/** The latest of some moments; null of none. */
export function latestOf(moments: readonly (string | null)[]): string | null {
	return moments.reduce((latest, moment) => {
		if (latest === null || moment === null) return latest ?? moment;
		return compareInstants(moment, latest) > 0 ? moment : latest;
	}, null);
}

function describeStory(index: RecordIndex, story: Story): StoryEntry {
	const articles = story.articles.flatMap((id) => index.articles.get(id) ?? []);
	const published = articles.map((article) => instantOf(article.published));
	const first = published.reduce((earliest, moment) => {
		if (earliest === null || moment === null) return earliest ?? moment;
		return compareInstants(moment, earliest) < 0 ? moment : earliest;
	}, null);
	return {
		id: urnOf("story", story.id),
		story,
		title: titleOf(index, story),
		published: first,
		updated: latestOf([...published, ...articles.map((article) => instantOf(article.modified))]),
		summary: summarise(index, story),
		sections: [tellWords(index, story), tellDifferences(index, story)].filter(({ lines }) => lines.length > 0),
		reports: articles.map((article) => {
			const date = describeDate(article.published) ?? "undated";
			const headline = article.headline === null ? "" : `: ${article.headline.text}`;
			const name = `${article.siglum}, ${outletOf(article)}, ${date}${headline}`;
			return { name, url: addressOf(article), language: article.language };
		}),
	};
}

function summarise(index: RecordIndex, story: Story): string {
	const reports = reportsOf(index, story).length;
	const told = `${countOf(reports, "report")}${reports > 1 ? `, ${tellLines(story.lines.length)}` : ""}`;
	const scene = [describeDate(story.when), story.where?.exact ?? null].filter((part) => part !== null);
	const { different } = listFacts(index, story);
	const conflicts = different.filter(({ relation }) => relation === "conflict" || relation === "contested").length;
	const ends = conflicts > 0 ? ` ${countOf(conflicts, "fact")} in conflict or contested.` : "";
	return `${scene.length > 0 ? `${scene.join(", ")}: ` : ""}${told}.${ends}`;
}

function tellWords(index: RecordIndex, story: Story): EntrySection {
	const { shared, single } = listUtterances(index, story);
	const lines = [...shared, ...single].slice(0, SHOWN).flatMap((utterance) => {
		const groups = groupWordings(index, utterance);
		const [group] = groups;
		if (!group) return [];
		const { name } = describeSpeaker(index, utterance);
		const { text, marked } = group.base;
		const { same, otherwise } = partTellers(index, groups);
		const others = otherwise.length === 0 ? "" : `; otherwise in ${siglaOf(index, otherwise).join(" ")}`;
		return `${name ?? "Speaker not resolved"}: ${marked ? `“${text}”` : text} (${siglaOf(index, same).join(" ")}${others})`;
	});
	return { heading: "What was said", lines };
}

function tellDifferences(index: RecordIndex, story: Story): EntrySection {
	const { different } = listFacts(index, story);
	return { heading: "Differences", lines: different.slice(0, SHOWN).map((fact) => tellFact(index, fact)) };
}

function tellFact(index: RecordIndex, fact: Fact): string {
	const values = groupStates(fact.states).flatMap((states) => {
		const [state] = states;
		if (!state) return [];
		const mode = describeMode(index, state);
		const sigla = siglaOf(
			index,
			states.map(({ article }) => article),
		);
		return `${trimStop(state.value)}${mode === "" ? "" : `, ${mode}`} (${sigla.join(" ")})`;
	});
	const silent = fact.silent.length === 0 ? "" : `; silent: ${fact.silent.map((id) => siglumOf(index, id)).join(" ")}`;
	return `${fact.relation}: ${titleOfFact(index, fact)}: ${values.join("; ")}${silent}`;
}

/** An entry's sections as HTML: headings, lists, links; all else is text. */
export function writeEntryHtml({ summary, sections, reports }: StoryEntry, show: (text: string) => string): string {
	const parts = [`<p>${escapeHtml(show(summary))}</p>`];
	for (const { heading, lines } of sections) {
		const items = lines.map((line) => `<li>${escapeHtml(show(line))}</li>`);
		parts.push(`<h3>${escapeHtml(heading)}</h3>`, `<ul>${items.join("")}</ul>`);
	}
	const listed = reports.map(({ name, url }) => {
		const text = escapeHtml(show(name));
		return `<li>${url === null ? text : `<a href="${escapeHtml(url)}">${text}</a>`}</li>`;
	});
	parts.push("<h3>Reports</h3>", `<ul>${listed.join("")}</ul>`);
	return parts.join("\n");
}

/** Text as it may stand in HTML, also inside of an attribute. */
export function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
