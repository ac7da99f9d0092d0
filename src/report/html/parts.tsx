import type { Child } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Place } from "../../model/span.ts";
import { orderArticles, siglumOf } from "../view/record-index.ts";
import type { RenditionName } from "../view/rendition-names.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import type { Wording } from "../view/wordings.ts";
import { type HtmlSheet, sortPlaces } from "./sheet.ts";

/** What a component gives: markup in which everything that comes from a report is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString> | null;

/** Places named at one spot. */
const ANCHORS_SHOWN = 4;

/** Where something stands: siglum and character offsets, each leading to its words in the report's text. */
export function Anchors({ sheet, places }: { readonly sheet: HtmlSheet; readonly places: readonly Place[] }): Html {
	const sorted = orderArticles(
		sheet.index,
		places.map(({ article }) => article),
	).flatMap((article) => sortPlaces(places.filter((place) => place.article === article)));
	return (
		<span class="at">
			{sorted.slice(0, ANCHORS_SHOWN).map((place, at) => (
				<>
					{at > 0 ? " " : ""}
					<a href={`#${sheet.targets.link(place)}`}>
						{siglumOf(sheet.index, place.article)}:{place.start}–{place.end}
					</a>
				</>
			))}
			{sorted.length > ANCHORS_SHOWN ? ` +${sorted.length - ANCHORS_SHOWN}` : ""}
		</span>
	);
}

/** Sigla of articles, each leading to its report. */
export function Sigla({ sheet, articles }: { readonly sheet: HtmlSheet; readonly articles: Iterable<string> }): Html {
	return (
		<>
			{orderArticles(sheet.index, articles).map((article, at) => (
				<>
					{at > 0 ? " " : ""}
					<Siglum sheet={sheet} article={article} />
				</>
			))}
		</>
	);
}

export function Siglum({ sheet, article }: { readonly sheet: HtmlSheet; readonly article: string }): Html {
	return (
		<a class="siglum" href={`#${sheet.targets.ofArticle(article)}`}>
			{siglumOf(sheet.index, article)}
		</a>
	);
}

/** Words of a report: isolated from the text around them, in its own language, in marks where it has them in marks. */
export function Words({
	sheet,
	wording,
	children,
}: {
	readonly sheet: HtmlSheet;
	readonly wording: Pick<Wording, "rendition" | "marked">;
	readonly children: Child;
}): Html {
	const language = sheet.index.articles.get(wording.rendition.article)?.language ?? undefined;
	return (
		<bdi class={wording.marked ? "words marked" : "words"} lang={language}>
			{wording.marked ? "“" : ""}
			{children}
			{wording.marked ? "”" : ""}
		</bdi>
	);
}

/** How sure a reading is, 0–1, two digits. */
export function Confidence({ value }: { readonly value: number }): Html {
	return <span class={value < 0.5 ? "sure low" : "sure"}>{value.toFixed(2)}</span>;
}

/** What may be wider than the page: it scrolls by itself, with the keyboard too. */
export function Scroll({ label, children }: { readonly label: string; readonly children: Child }): Html {
	return (
		<section class="scroll" tabindex={0} aria-label={label}>
			{children}
		</section>
	);
}

/** A rendition's siglum in plain text, `A²` where its report gives several. */
export function nameWords({ siglum, number }: RenditionName): string {
	return number === null ? siglum : siglum + [...`${number}`].map((digit) => RAISED[Number(digit)] ?? "").join("");
}

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/** Sigla of renditions, those of one report numbered. */
export function RenditionSigla({ names }: { readonly names: readonly RenditionName[] }): Html {
	return <b class="siglum">{names.map(nameWords).join(" ")}</b>;
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
	if (quotation.polarity !== "said") return <span class="stance">{POLARITY_WORDS[quotation.polarity]}: </span>;
	return quotation.hedged ? <span class="stance doubt">with reserve: </span> : null;
}
