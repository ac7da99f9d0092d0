import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Story } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { readAround } from "../view/around-words.ts";
import { countOf } from "../view/count-words.ts";
import { readReason } from "../view/reason-words.ts";
import { orderArticles, siglumOf } from "../view/record-index.ts";
import type { RenditionName } from "../view/rendition-names.ts";
import { clipWords } from "../view/shorten.ts";
import { listRuns } from "../view/sigla-runs.ts";
import { POLARITY_WORDS, readStance } from "../view/stance-words.ts";
import type { Wording } from "../view/wordings.ts";
import { type HtmlSheet, sortPlaces } from "./sheet.ts";

/** What a component gives: markup in which everything that comes from a report is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString> | null;

/** Places named at one spot. */
const ANCHORS_SHOWN = 4;

/** Where something stands: siglum and character offsets, each leading to its words; the style sheet knows it by that. */
export function Anchors({ sheet, places }: { readonly sheet: HtmlSheet; readonly places: readonly Place[] }): Html {
	const sorted = orderArticles(
		sheet.index,
		places.map(({ article }) => article),
	).flatMap((article) => sortPlaces(places.filter((place) => place.article === article)));
	return (
		<>
			{sorted.slice(0, ANCHORS_SHOWN).map((place, at) => (
				<>
					{at > 0 ? " " : ""}
					<a href={`#${sheet.targets.link(place)}`}>
						{siglumOf(sheet.index, place.article)}:{place.start}–{place.end}
					</a>
				</>
			))}
			{sorted.length > ANCHORS_SHOWN ? <small> +{sorted.length - ANCHORS_SHOWN}</small> : null}
		</>
	);
}

/** Reports named one by one; of more, neighbours are named by their first and last, and it is said how many they are. */
const MANY = 8;

/** Sigla of articles, each leading to its report. */
export function Sigla({ sheet, articles }: { readonly sheet: HtmlSheet; readonly articles: Iterable<string> }): Html {
	const all = orderArticles(sheet.index, articles);
	if (all.length <= MANY)
		return (
			<>
				{all.map((article, at) => (
					<>
						{at > 0 ? " " : ""}
						<Siglum sheet={sheet} article={article} />
					</>
				))}
			</>
		);
	return (
		<>
			{listRuns(sheet.index, all).map(({ first, last }, at) => (
				<>
					{at > 0 ? " " : ""}
					<Siglum sheet={sheet} article={first} />
					{first === last ? null : (
						<>
							–<Siglum sheet={sheet} article={last} />
						</>
					)}
				</>
			))}{" "}
			<small>({countOf(all.length, "report")})</small>
		</>
	);
}

/** A link to a report; the style sheet knows it by where it leads. */
export function Siglum({ sheet, article }: { readonly sheet: HtmlSheet; readonly article: string }): Html {
	return <a href={`#${sheet.targets.ofArticle(article)}`}>{siglumOf(sheet.index, article)}</a>;
}

/** Why something of a story is so, the reports that are named in it by their sigla. */
export function Reason({
	sheet,
	story,
	reason,
}: {
	readonly sheet: HtmlSheet;
	readonly story: Story;
	readonly reason: string;
}): Html {
	return (
		<span class="why">
			{readReason(sheet.index, story, reason).map((part) =>
				typeof part === "string" ? (
					<Iso text={part} />
				) : (
					<>
						<Sigla sheet={sheet} articles={part.articles} />
						{part.outlet === null ? "" : <Iso text={` (${part.outlet})`} />}
					</>
				),
			)}
		</span>
	);
}

/** Words of a report: isolated from the text around them, in its own language, in marks where it has them in marks. */
function Words({
	sheet,
	wording,
	children,
}: {
	readonly sheet: HtmlSheet;
	readonly wording: Pick<Wording, "rendition" | "marked" | "text">;
	readonly children: Child;
}): Html {
	const words = (
		<>
			{wording.marked ? "“" : ""}
			{children}
			{wording.marked ? "”" : ""}
		</>
	);
	const language = languageOf(sheet, wording.rendition.article);
	return language === undefined && !TURNS.test(wording.text) ? words : <bdi lang={language}>{words}</bdi>;
}

/** Words of a report with those around them that they need, set quietly: they are no part of what is given as said. */
export function Around({
	sheet,
	wording,
	children,
}: {
	readonly sheet: HtmlSheet;
	readonly wording: Wording;
	/** The words as they are set where they stand by themselves. */
	readonly children?: Child;
}): Html {
	const { behind, before, text, after } = readAround(sheet.index, wording);
	return (
		<>
			{behind === "" ? null : (
				<span class="around">
					(<Iso text={behind} />){" "}
				</span>
			)}
			{before === "" ? null : (
				<span class="around">
					<Iso text={before} />{" "}
				</span>
			)}
			<Words sheet={sheet} wording={wording}>
				{text ?? children ?? wording.text}
			</Words>
			{after === "" ? null : (
				<span class="around">
					<Iso text={after} />
				</span>
			)}
		</>
	);
}

/** Letters that are read from right to left, and characters that turn the direction of what stands around them. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Text from a report, which turns no direction outside itself. Most of it could not: that needs no element. */
export function Iso({
	text,
	whole = false,
}: {
	readonly text: string;
	/** With words without an end, as an address is. */
	readonly whole?: boolean;
}): Html {
	const shown = whole ? text : clipWords(text);
	return <>{TURNS.test(shown) ? <bdi>{shown}</bdi> : shown}</>;
}

/** The language of a report, where it is another than the page's. */
function languageOf(sheet: HtmlSheet, article: string): string | undefined {
	const language = sheet.index.articles.get(article)?.language ?? null;
	return language === null || language === "en" ? undefined : language;
}

/** How sure a reading is, 0–1, two digits. */
export function Confidence({ value }: { readonly value: number }): Html {
	return value < 0.5 ? <span class="low">{value.toFixed(2)}</span> : raw(value.toFixed(2));
}

/** What may be wider than the page: it scrolls by itself, with the keyboard too. */
export function Scroll({
	label,
	children,
	wide = false,
}: {
	readonly label: string;
	readonly children: Child;
	/** Takes the whole width of a window that is wider than the page. */
	readonly wide?: boolean;
}): Html {
	return (
		<section class={wide ? "scroll wide" : "scroll"} tabindex={0} aria-label={label}>
			{children}
		</section>
	);
}

/** A rendition's siglum in plain text, `A²` where its report gives several. */
function nameWords({ siglum, number }: RenditionName): string {
	return number === null ? siglum : siglum + [...`${number}`].map((digit) => RAISED[Number(digit)] ?? "").join("");
}

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/** Sigla of renditions, those of one report numbered; neighbours of which each has one are named as `A–D`. */
export function RenditionSigla({
	sheet,
	names,
}: {
	readonly sheet: HtmlSheet;
	readonly names: readonly RenditionName[];
}): Html {
	return <b>{nameAll(sheet, names)}</b>;
}

export function nameAll({ index }: HtmlSheet, names: readonly RenditionName[]): string {
	if (names.length <= MANY) return names.map(nameWords).join(" ");
	const plain = names.flatMap(({ number, article }) => (number === null ? [article] : []));
	const runs = listRuns(index, plain).map(({ first, last }) =>
		first === last ? siglumOf(index, first) : `${siglumOf(index, first)}–${siglumOf(index, last)}`,
	);
	return [...runs, ...names.filter(({ number }) => number !== null).map(nameWords)].join(" ");
}

/** What a report does with the words other than giving them as said. */
export function Stance({
	sheet,
	wording,
}: {
	readonly sheet: HtmlSheet;
	readonly wording: Pick<Wording, "rendition">;
}): Html {
	const quotation = sheet.index.quotations.get(wording.rendition.parts[0]?.quotation ?? "");
	if (!quotation) return null;
	const stance = readStance(quotation);
	if (stance === null) return null;
	return stance === "reserve" ? (
		<span class="stance doubt">with reserve: </span>
	) : (
		<span class="stance">{POLARITY_WORDS[stance]}: </span>
	);
}
