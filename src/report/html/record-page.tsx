import { raw } from "hono/html";
import type { CollationRecord, Quotation, Story } from "../../model/record.ts";
import { excerptRecord } from "../excerpts/excerpt-record.ts";
import { type Excerpt, MOST_OF_SHORT, MOST_SHARE } from "../excerpts/plan.ts";
import { countOf } from "../view/count-words.ts";
import { listFacts } from "../view/fact-lists.ts";
import { groupBy } from "../view/group-by.ts";
import { listLeftOutByAll } from "../view/left-out-by-all.ts";
import { indexRecord, type RecordIndex, reportsOf } from "../view/record-index.ts";
import { clipWords } from "../view/shorten.ts";
import { countSet, listStories, type StoryLists, titleOf } from "../view/story-lists.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { signWithheld } from "../view/withheld.ts";
import { ArticleText, type StatedFact, type UtteranceOf } from "./article-text.tsx";
import { type PageAssets, writeScript, writeStyle } from "./assets.ts";
import { Corrections } from "./corrections.tsx";
import { Facts } from "./facts.tsx";
import { InShort } from "./in-short.tsx";
import { collectLayers } from "./layers.ts";
import { LeftOutList } from "./left-out.tsx";
import { LineageOf } from "./lineage.tsx";
import { Membership } from "./membership.tsx";
import { type Html, Iso } from "./parts.tsx";
import { Positions } from "./positions.tsx";
import { ReportsTable } from "./reports-table.tsx";
import { collectTargets, type HtmlSheet, shortenIds, storyId } from "./sheet.ts";
import { Lines, StoryHead } from "./story-head.tsx";
import { Timeline } from "./timeline.tsx";
import { Utterances } from "./utterances.tsx";

export interface RecordPageOptions {
	/** Gives of the reports only the words that findings stand on, for sharing where whole articles may not be. */
	readonly excerpts: boolean;
}

/** A record set as markup, in parts, for whoever puts a page around them. */
export interface RecordParts {
	readonly sheet: HtmlSheet;
	readonly lists: StoryLists;
	/** What the first story is called. */
	readonly title: string;
	/** The stories, what speakers came to say over time, and a person's decisions. */
	readonly findings: Html;
	/** The reports with these ids, each with what is found in it, and the switches of its layers. */
	textsOf(articles: ReadonlySet<string>): Html;
}

/**
 * @param excerpts how much of each report is given, where not all of it is
 * @param findingsAt the address of the page that holds the findings, where the texts stand on another one; else empty
 */
export function setRecord(
	record: CollationRecord,
	excerpts: ReadonlyMap<string, Excerpt> | null,
	findingsAt: string = "",
): RecordParts {
	const index = indexRecord(record);
	const lists = listStories(index);
	const stories = [...lists.told, ...lists.alone];
	const numbers = new Map(
		stories.flatMap((story) => listUtterances(index, story).shared.map(({ id }, at) => [id, at + 1] as const)),
	);
	const ordinals = new Map(stories.map(({ id }, at) => [id, at + 1]));
	const sheet: HtmlSheet = {
		index,
		shorten: shortenIds(record),
		partId: ({ id }, part) => `${part}-${ordinals.get(id) ?? id}`,
		numbers,
		excerpts,
		findingsAt,
		targets: collectTargets([...index.articles.keys()]),
	};
	// Set before the texts: only then is it known which places something leads to.
	const findings = `${(
		<>
			{stories.map((story) => (
				<StorySection sheet={sheet} story={story} />
			))}
			<Positions sheet={sheet} />
			<Corrections sheet={sheet} />
		</>
	)}`;
	return {
		sheet,
		lists,
		title: lists.told[0] ? clipWords(titleOf(index, lists.told[0])) : "The record",
		findings: raw(findings),
		textsOf: (articles) => <Texts sheet={sheet} articles={articles} />,
	};
}

/**
 * The record as one page that needs nothing beside itself: no network, no other file, no script to be read. Every
 * finding leads to its words, and every quotation in a text back to what is said of it. Ends with a line feed.
 */
export function renderRecord(record: CollationRecord, assets: PageAssets, options: RecordPageOptions): string {
	const excerpted = options.excerpts ? excerptRecord(indexRecord(record)) : null;
	const parts = setRecord(excerpted?.record ?? record, excerpted?.excerpts ?? null);
	const page = `<!doctype html>\n${(
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="generator" content={`stemma ${record.generator.version}`} />
				<meta
					http-equiv="content-security-policy"
					content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
				/>
				<title>{`${parts.title} – the record`}</title>
				<style>{raw(writeStyle(assets))}</style>
			</head>
			<body>
				<a class="skip" href="#record">
					Skip to the record
				</a>
				<PageHead sheet={parts.sheet} lists={parts.lists} />
				<main id="record">
					{parts.findings}
					{parts.textsOf(new Set(parts.sheet.index.articles.keys()))}
				</main>
				<PageFoot record={record} />
				<script>{raw(writeScript(assets))}</script>
			</body>
		</html>
	)}\n`;
	return excerpted ? signWithheld(page) : page;
}

function PageHead({ sheet, lists }: { readonly sheet: HtmlSheet; readonly lists: StoryLists }) {
	const { index } = sheet;
	const { record } = index;
	const counts = countSet(index, lists);
	return (
		<header class="page-head">
			<p class="kicker">The record</p>
			<h1>{[...counts.reports, ...counts.stories].join(" · ")}</h1>
			<Legend sheet={sheet} />
			<nav aria-label="Contents">
				<ol>
					{[...lists.told, ...lists.alone].map((story) => (
						<li>
							<a href={`#${storyId(sheet, story.id)}`}>
								<Iso text={titleOf(index, story)} />
							</a>{" "}
							<span class="note">{countOf(reportsOf(index, story).length, "report")}</span>
						</li>
					))}
					<li>
						<a href="#texts">The texts</a>{" "}
						<span class="note all">
							{record.articles.map(({ id, siglum }, at) => (
								<>
									{at > 0 ? " " : ""}
									<a href={`#${sheet.targets.ofArticle(id)}`}>{siglum}</a>
								</>
							))}
						</span>
					</li>
				</ol>
			</nav>
		</header>
	);
}

/** What the signs of a record mean. */
export function Legend({ sheet: { excerpts } }: { readonly sheet: HtmlSheet }): Html {
	return (
		<p class="note">
			What each report says, side by side. Nothing here says who is right. <b class="siglum">A B C</b> are the reports,{" "}
			<b class="siglum">A¹ A²</b> the first and second wording that A gives of one thing.{" "}
			<span class="at">A:12–34</span> leads to characters of A. “text <span class="bracket">]</span> other wording{" "}
			<b class="siglum">B</b>”: for “text” B has “other wording”; <span class="notable-key">●</span> marks what may
			change what is said. […] stands where this page leaves words out; … is a report’s own. A number from 0 to 1 says
			how sure Stemma is that it read rightly, not how true the words are.
			{excerpts === null
				? ""
				: ` Of each report at most ${Math.round(MOST_SHARE * 100)} % of the words are given, of a short one up to ${MOST_OF_SHORT}: those that findings need..`}
		</p>
	);
}

/** The parts of a story's section that a reader can go to at once. */
const PARTS = [
	["lines", "Lines and reports"],
	["said", "What was said"],
	["one-line", "Found in one line only"],
	["facts", "Facts"],
	["left-out", "Left out"],
	["lineage", "How the text travelled"],
] as const;

function StorySection({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const articles = story.articles.flatMap((id) => sheet.index.articles.get(id) ?? []);
	// Set first: only then is it known which parts the story has.
	const parts = `${(
		<>
			<InShort sheet={sheet} story={story} />
			<Lines sheet={sheet} story={story} />
			<ReportsTable sheet={sheet} story={story} />
			<Timeline sheet={sheet} articles={articles} />
			<Utterances sheet={sheet} story={story} />
			<Facts sheet={sheet} story={story} />
			<LeftOutList sheet={sheet} story={story} />
			<LineageOf sheet={sheet} story={story} />
			<Membership sheet={sheet} story={story} />
		</>
	)}`;
	const there = PARTS.filter(([part]) => parts.includes(` id="${sheet.partId(story, part)}"`));
	return (
		<section class="story" aria-labelledby={storyId(sheet, story.id)}>
			<StoryHead sheet={sheet} story={story} />
			{there.length < 2 ? null : (
				<nav class="parts" aria-label={`Parts of: ${clipWords(titleOf(sheet.index, story))}`}>
					{there.map(([part, name], at) => (
						<>
							{at > 0 ? " · " : ""}
							<a href={`#${sheet.partId(story, part)}`}>{name}</a>
						</>
					))}
				</nav>
			)}
			{raw(parts)}
		</section>
	);
}

/** The layers a reader can switch, with the letter of their class and whether they are shown at first. */
const SWITCHES = [
	["q", "quotations", true],
	["s", "who speaks, and cues", true],
	["e", "names", false],
	["d", "dates", false],
	["m", "numbers", false],
	["p", "shared passages", false],
	["x", "what was kept out", true],
] as const;

function Texts({ sheet, articles }: { readonly sheet: HtmlSheet; readonly articles: ReadonlySet<string> }): Html {
	const { record } = sheet.index;
	const layersOf = collectLayers(sheet.index);
	const quotations = groupBy(record.quotations, ({ article }) => article);
	const facts = groupBy(listStated(sheet.index), ({ article }) => article);
	const shown = listShown(sheet.index);
	const utteranceOf: UtteranceOf = new Map(
		record.utterances
			.filter(({ id }) => shown.has(id))
			.flatMap(({ id, renditions }) =>
				renditions.flatMap(({ parts }) =>
					parts.flatMap(({ quotation }) => (quotation === null ? [] : [[quotation, id] as const])),
				),
			),
	);
	return (
		<section class="texts" id="texts">
			<h2>{articles.size === 1 ? "The text" : "The texts"}</h2>
			<fieldset class="layers">
				<legend>Show</legend>
				{SWITCHES.map(([letter, label, shown]) => (
					<label class={`switch-${letter}`}>
						<input type="checkbox" id={`layer-${letter}`} checked={shown} />
						<span>{label}</span>
					</label>
				))}
			</fieldset>
			{record.articles
				.filter(({ id }) => articles.has(id))
				.map((article) => (
					<ArticleText
						sheet={sheet}
						article={article}
						layers={layersOf(article)}
						quotations={inOrder(quotations.get(article.id) ?? [])}
						utteranceOf={utteranceOf}
						facts={facts.get(article.id) ?? []}
					/>
				))}
		</section>
	);
}

/** The utterances that stand on the page: what is too unsure to be shown has no place to lead to. */
function listShown(index: RecordIndex): ReadonlySet<string> {
	return new Set(
		index.record.stories.flatMap((story) => {
			const { shared, single, unreported } = listUtterances(index, story);
			const leftOut = listLeftOutByAll(index, story, { shared, unreported });
			return [...shared, ...single, ...leftOut].map(({ id }) => id);
		}),
	);
}

/** What several reports state, by the article and place of each state; what is told in words or names alone is not. */
function listStated(index: RecordIndex): (StatedFact & { readonly article: string })[] {
	return index.record.stories
		.flatMap((story) => {
			const { different, agreed } = listFacts(index, story);
			return [...different, ...agreed];
		})
		.flatMap((fact) =>
			[...groupBy(fact.states, ({ article }) => article)].map(([article, states]) => ({
				fact,
				article,
				start: Math.min(...states.flatMap(({ spans }) => spans.map(({ start }) => start))),
			})),
		)
		.sort((a, b) => a.start - b.start);
}

function inOrder(quotations: readonly Quotation[]): Quotation[] {
	return [...quotations].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function PageFoot({ record }: { readonly record: CollationRecord }) {
	const { version, corrections } = record.generator;
	const failed = record.problems.filter(({ article }) => article === null);
	return (
		<footer>
			{failed.length === 0 ? null : (
				<section>
					<h2>Could not be read</h2>
					<ul>
						{failed.map(({ place, reason }) => (
							<li>
								<Iso text={place === null || reason.includes(place) ? reason : `${place}: ${reason}`} />
							</li>
						))}
					</ul>
				</section>
			)}
			<p class="note keys">Tab leads from group to group, the arrow keys lead on inside one.</p>
			<p class="note">
				Made by stemma {version}
				{corrections > 0 ? `, with ${countOf(corrections, "correction")} by a person` : ""}. The same reports give the
				same page. Text set in Source Serif 4 (SIL Open Font License 1.1).
			</p>
		</footer>
	);
}
