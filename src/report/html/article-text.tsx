import type { Fact, Quotation, RecordArticle } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { isSure } from "../../quotations/sureness.ts";
import { findLines } from "../../text/paragraphs.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { nameOf, shortOutletOf } from "../view/record-index.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { isWithheld } from "../view/withheld.ts";
import { cutPieces, type Layer, type LayerSpans, type Piece } from "./layers.ts";
import { type Html, Iso } from "./parts.tsx";
import { factId, type HtmlSheet, utteranceId } from "./sheet.ts";

/** A fact and the first place at which an article states it. */
export interface StatedFact {
	readonly fact: Fact;
	readonly start: number;
}

/** Letters of a fact's name in the margin. */
const LONGEST_FACT = 50;

/** By quotation the utterance that its words are a rendition of. */
export type UtteranceOf = ReadonlyMap<string, string>;

/** One letter a layer, so that a page of many findings stays small. */
const CLASSES: Readonly<Record<Layer, string>> = {
	quotation: "q",
	source: "s",
	cue: "c",
	name: "e",
	date: "d",
	number: "m",
	shared: "p",
	dropped: "x",
};

/** The whole text of a report, every finding marked, who is quoted in the margin, what was kept out greyed. */
export function ArticleText({
	sheet,
	article,
	layers,
	quotations,
	utteranceOf,
	facts,
}: {
	readonly sheet: HtmlSheet;
	readonly article: RecordArticle;
	readonly layers: LayerSpans;
	/** Those of the article, in the order of the text. */
	readonly quotations: readonly Quotation[];
	readonly utteranceOf: UtteranceOf;
	/** What it states that others state too, in the order of the text. */
	readonly facts: readonly StatedFact[];
}): Html {
	const targets = sheet.targets.startsIn(article.id);
	const lines = findLines(article.text, [{ start: 0, end: article.text.length }]);
	const when = describeDate(article.published);
	const { url } = article.capture;
	const headline = article.headline?.span ?? null;
	const excerpt = sheet.excerpts?.get(article.id) ?? null;
	return (
		<article class="report" id={sheet.targets.ofArticle(article.id)}>
			<header>
				<h3>
					<span class="siglum">{article.siglum}</span> <Iso text={shortOutletOf(article)} />
				</h3>
				<p class="note">
					{when ?? "undated"}
					{article.byline === null || article.byline.authors.length === 0 ? null : (
						<>
							, by <Iso text={article.byline.authors.join(", ")} />
						</>
					)}
					{url !== null && /^https?:\/\//.test(url) ? (
						<>
							,{" "}
							<a href={url} rel="noreferrer">
								the page
							</a>
						</>
					) : null}
					, {countOf(quotations.length, "quotation")}, article <code>{article.id}</code>
					{excerpt === null
						? ""
						: `; ${Math.round((100 * excerpt.words) / Math.max(1, excerpt.of))} % of its words are given here`}
				</p>
				{article.truncated === null ? null : <p class="doubt">not the whole report: {article.truncated.reason}</p>}
				{article.problems.map(({ reason }) => (
					<p class="doubt">{reason}</p>
				))}
			</header>
			<div class="text" dir="auto" lang={article.language ?? undefined}>
				{lines.map((line, at) => (
					<Paragraph
						sheet={sheet}
						article={article}
						line={line}
						isHeadline={headline !== null && line.start <= headline.start && line.end >= headline.end}
						next={lines[at + 1]?.start ?? article.text.length}
						layers={layers}
						targets={targets}
						quotations={quotations}
						utteranceOf={utteranceOf}
						facts={facts}
					/>
				))}
			</div>
		</article>
	);
}

function Paragraph({
	sheet,
	article,
	line,
	isHeadline,
	next,
	layers,
	targets,
	quotations,
	utteranceOf,
	facts,
}: {
	readonly sheet: HtmlSheet;
	readonly article: RecordArticle;
	readonly line: Span;
	readonly isHeadline: boolean;
	/** Where the next paragraph begins. */
	readonly next: number;
	readonly layers: LayerSpans;
	readonly targets: readonly number[];
	readonly quotations: readonly Quotation[];
	readonly utteranceOf: UtteranceOf;
	readonly facts: readonly StatedFact[];
}) {
	const pieces = cutPieces(line, layers, targets, sheet.excerpts?.get(article.id)?.kept);
	const notes = quotations.filter(({ content }) => {
		const start = content[0]?.start ?? -1;
		return start >= line.start && start < next;
	});
	const told = facts.filter(({ start }) => start >= line.start && start < next);
	const dropped = article.dropped.filter(({ start }) => start >= line.start && start < next);
	const shown = sheet.excerpts === null ? [pieces] : gatherGiven(article.text, pieces);
	if (!shown.some(Array.isArray) && notes.length + told.length + dropped.length === 0 && targets.length === 0)
		return null;
	return (
		<>
			<p class={isHeadline ? "title" : undefined} data-s={sheet.excerpts === null ? line.start : undefined}>
				{shown.map((run) =>
					Array.isArray(run) ? (
						<Pieces sheet={sheet} article={article} pieces={run} />
					) : (
						<>
							{run.targets.map((start, at) => (
								<i class={at === 0 ? "gap" : undefined} id={sheet.targets.idAt(article.id, start)}>
									{at === 0 ? " […] " : ""}
								</i>
							))}
							{run.targets.length === 0 ? <i class="gap"> […] </i> : null}
						</>
					),
				)}
			</p>
			{told.length + notes.length + dropped.length === 0 ? null : (
				<div>
					{notes.map((quotation) => (
						<MarginNote sheet={sheet} quotation={quotation} utterance={utteranceOf.get(quotation.id) ?? null} />
					))}
					{told.map(({ fact }) => (
						<p>
							<a href={`${sheet.findingsAt}#${factId(sheet, fact.id)}`}>{fact.relation}</a>:{" "}
							<Iso text={titleOfFact(sheet.index, fact, LONGEST_FACT)} />
						</p>
					))}
					{dropped.map(({ reason }) => (
						<p class="kept-out">kept out: {reason}</p>
					))}
				</div>
			)}
		</>
	);
}

/** Pieces of a text: a layer is one element over all pieces it covers, with the layers inside it in theirs. */
function Pieces({
	sheet,
	article,
	pieces,
	depth = 0,
}: {
	readonly sheet: HtmlSheet;
	readonly article: RecordArticle;
	readonly pieces: readonly Piece[];
	/** How many of the layers are set already. */
	readonly depth?: number;
}): Html {
	const layer = NESTING[depth];
	const [first] = pieces;
	if (!first) return null;
	if (layer === undefined)
		return (
			<>
				{pieces.map(({ start, end, target }) => {
					const text = article.text.slice(start, end);
					return target ? <i id={sheet.targets.idAt(article.id, start)}>{text}</i> : text;
				})}
			</>
		);
	return (
		<>
			{splitByLayer(pieces, layer).map((run) => {
				const [head] = run;
				if (!head?.layers.includes(layer))
					return <Pieces sheet={sheet} article={article} pieces={run} depth={depth + 1} />;
				const inside = head.target ? [{ ...head, target: false }, ...run.slice(1)] : run;
				return (
					<i class={CLASSES[layer]} id={head.target ? sheet.targets.idAt(article.id, head.start) : undefined}>
						<Pieces sheet={sheet} article={article} pieces={inside} depth={depth + 1} />
					</i>
				);
			})}
		</>
	);
}

/** The layers from the outermost in: what covers long stretches first. */
const NESTING: readonly Layer[] = ["dropped", "shared", "quotation", "source", "cue", "name", "date", "number"];

/** Pieces in runs that a layer covers and runs that it does not. */
function splitByLayer(pieces: readonly Piece[], layer: Layer): Piece[][] {
	const runs: Piece[][] = [];
	let covered: boolean | null = null;
	for (const piece of pieces) {
		const has = piece.layers.includes(layer);
		if (has === covered) runs.at(-1)?.push(piece);
		else runs.push([piece]);
		covered = has;
	}
	return runs;
}

/** Who is given the words, how sure that is, and the way back to what is said of them. */
function MarginNote({
	sheet,
	quotation,
	utterance,
}: {
	readonly sheet: HtmlSheet;
	readonly quotation: Quotation;
	readonly utterance: string | null;
}) {
	const { speaker, source, carriers, polarity, confidence } = quotation;
	const text = sheet.index.articles.get(quotation.article)?.text ?? "";
	const words = source === null ? "nobody named" : text.slice(source.start, source.end);
	const named = isWithheld(words) ? "not resolved" : words;
	const number = sheet.numbers.get(utterance ?? "");
	const who = speaker === null ? named : nameOf(sheet.index, speaker);
	const via =
		carriers.length === 0 ? "" : `, via ${carriers.map(({ entity }) => nameOf(sheet.index, entity)).join(" from ")}`;
	return (
		<p>
			{utterance !== null ? (
				<a href={`${sheet.findingsAt}#${utteranceId(sheet, utterance)}`}>
					{number === undefined ? "" : `${number} `}
					<Who name={who} settled={speaker !== null} />
				</a>
			) : (
				<Who name={who} settled={speaker !== null} />
			)}
			{polarity === "said" ? "" : ` ${POLARITY_WORDS[polarity]}`}
			{via}
			{isSure(quotation) ? "" : ` (unsure, ${confidence.toFixed(2)})`}
		</p>
	);
}

function Who({ name, settled }: { readonly name: string; readonly settled: boolean }) {
	return settled ? <Iso text={name} /> : <bdi class="open">{name}</bdi>;
}

/** What is withheld between pieces that are given, and where in it something leads to. */
interface Gap {
	readonly targets: readonly number[];
}

/** Pieces in runs of what is given, with a gap for what is withheld between them. */
function gatherGiven(text: string, pieces: readonly Piece[]): (Piece[] | Gap)[] {
	const runs: (Piece[] | { targets: number[] })[] = [];
	for (const piece of pieces) {
		const targets = piece.target ? [piece.start] : [];
		const last = runs.at(-1);
		if (!isWithheld(text.slice(piece.start, piece.end))) {
			if (Array.isArray(last)) last.push(piece);
			else runs.push([piece]);
		} else if (last && !Array.isArray(last)) last.targets.push(...targets);
		else runs.push({ targets });
	}
	return runs;
}
