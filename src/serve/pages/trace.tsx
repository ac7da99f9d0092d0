import type { Child } from "hono/jsx";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { RecordArticle } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import type { TracedPlace, TraceListing } from "../../model/trace-listing.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf } from "../../report/view/count-words.ts";
import { groupBy } from "../../report/view/group-by.ts";
import { tellLines } from "../../report/view/line-count.ts";
import { shortOutletOf } from "../../report/view/record-index.ts";
import { POLARITY_WORDS } from "../../report/view/stance-words.ts";
import { KIND_WORDS, nameDay } from "../../report/view/trace-words.ts";
import { Page, type PageFrame } from "./frame.tsx";

/** The form, and every place where a text stands, oldest first. */
export function TracePage({
	frame,
	text,
	listing,
	mistake,
}: {
	readonly frame: PageFrame;
	/** As it was filled in. */
	readonly text: string;
	/** Null where nothing was asked for, or where it could not be traced. */
	readonly listing: TraceListing | null;
	readonly mistake: string | null;
}): Html {
	return (
		<Page frame={frame} title="Trace" room="/trace">
			<h1>Trace</h1>
			<form class="trace" action="/trace">
				<label for="text">A sentence or a quotation: where does it stand, and who had it first?</label>
				<textarea id="text" name="text" rows={4}>
					{text}
				</textarea>
				<button type="submit">Trace</button>
			</form>
			{mistake === null ? null : (
				<p class="doubt">
					<Iso text={mistake} />
				</p>
			)}
			{listing === null ? null : <Traced listing={listing} />}
		</Page>
	);
}

function Traced({ listing: { articles, coverage, places, lines, near, dropped } }: { readonly listing: TraceListing }) {
	const byId = new Map(articles.map((article) => [article.id, article]));
	const all = countOf(coverage?.articles ?? articles.length, "report");
	const unread = coverage === null ? 0 : coverage.articles - coverage.indexed;
	const held = new Set(places.map(({ article }) => article));
	return (
		<>
			<p>
				<b>
					{places.length === 0
						? `Stands in none of ${all}.`
						: `${countOf(places.length, "place")} in ${held.size} of ${all}, ${tellLines(lines)}.`}
				</b>
			</p>
			{unread === 0 ? null : (
				<p class="doubt">{countOf(unread, "report is", "reports are")} not indexed yet and not searched.</p>
			)}
			{coverage === null || coverage.left === 0 ? null : (
				<p class="doubt">
					{countOf(coverage.left, "more report")} with these words close by one another not looked into: name more of
					the text.
				</p>
			)}
			{[...groupBy(places, nameDay)].map(([day, own]) => (
				<section class="day" aria-label={day}>
					<h2>{day}</h2>
					{own.map((place) => (
						<Place place={place} article={byId.get(place.article)} />
					))}
				</section>
			))}
			<Beside title="Near it, and not counted" items={near} byId={byId} />
			<Beside
				title="In text that was dropped"
				items={dropped.map(({ article, start, end, exact, reason }) => ({
					article,
					spans: [{ start, end, exact }],
					reason,
				}))}
				byId={byId}
			/>
		</>
	);
}

function Place({ place, article }: { readonly place: TracedPlace; readonly article: RecordArticle | undefined }) {
	if (article === undefined) return null;
	const { kind, spans, verbatim, quotation, headline, credits, differences, form } = place;
	const time = /T(\d{2}:\d{2})/.exec(place.when.earliest ?? "")?.[1];
	const who =
		quotation === null
			? headline && form === "own-words"
				? "the headline’s own words"
				: "the report’s own words"
			: (quotation.speaker?.name ?? "speaker not settled");
	return (
		<article class="card">
			<p>
				<b>
					<WhereItStands article={article} spans={spans} />
				</b>{" "}
				<span class="note">
					{[KIND_WORDS[kind], time, who].filter((part) => part !== undefined).join(", ")}
					{quotation === null || quotation.polarity === "said" ? "" : `, ${POLARITY_WORDS[quotation.polarity]}`}
				</span>
			</p>
			<p dir="auto">
				{spans.map((span, at) => (
					<>
						{at > 0 ? " […] " : ""}
						{kind === "reworded" ? markVerbatim(article.text, span, verbatim) : span.exact}
					</>
				))}
			</p>
			{credits.length === 0 ? null : (
				<p class="note">
					from <Iso text={[...new Set(credits.map(({ name }) => name))].join(", ")} />
				</p>
			)}
			{differences.length === 0 ? null : (
				<ul class="note">
					{differences.map(({ kind: difference, traced, found }) => (
						<li>
							{difference}: <Iso text={wordsOf(traced)} /> ] <Iso text={wordsOf(found)} />
						</li>
					))}
				</ul>
			)}
		</article>
	);
}

function wordsOf(spans: readonly ExactSpan[]): string {
	return spans.length === 0 ? "nothing" : spans.map(({ exact }) => exact).join(" […] ");
}

function WhereItStands({ article, spans }: { readonly article: RecordArticle; readonly spans: readonly ExactSpan[] }) {
	const [first] = spans;
	return (
		<a href={`/articles/${article.id}${first === undefined ? "" : `#${first.start}-${first.end}`}`}>
			<Iso text={shortOutletOf(article)} />
		</a>
	);
}

/** The stretches that stand word for word as traced are marked. */
function markVerbatim(text: string, { start, end }: Span, verbatim: readonly Span[]): Child {
	const pieces: Child[] = [];
	let at = start;
	for (const span of verbatim) {
		if (span.start < at || span.end > end) continue;
		pieces.push(text.slice(at, span.start), <mark>{text.slice(span.start, span.end)}</mark>);
		at = span.end;
	}
	pieces.push(text.slice(at, end));
	return pieces;
}

function Beside({
	title,
	items,
	byId,
}: {
	readonly title: string;
	readonly items: readonly {
		readonly article: string;
		readonly spans: readonly ExactSpan[];
		readonly reason: string;
	}[];
	readonly byId: ReadonlyMap<string, RecordArticle>;
}) {
	if (items.length === 0) return null;
	return (
		<section class="beside">
			<h2>{title}</h2>
			<ul>
				{items.map(({ article: id, spans, reason }) => {
					const article = byId.get(id);
					return article === undefined ? null : (
						<li>
							<WhereItStands article={article} spans={spans} />: <Iso text={wordsOf(spans)} />{" "}
							<span class="note">
								<Iso text={reason} />
							</span>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
