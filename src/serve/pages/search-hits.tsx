import type { Child } from "hono/jsx";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type {
	ArticleHit,
	FactHit,
	HitArticle,
	Hits,
	QuotationHit,
	SearchListing,
	Snippet,
	SpeakerHit,
} from "../../model/search-listing.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { SHORTEST_ID } from "../../report/html/sheet.ts";
import { countOf } from "../../report/view/count-words.ts";
import { POLARITY_WORDS } from "../../report/view/stance-words.ts";
import { SpeakerLink } from "./speaker.tsx";

/** What was found, each kind by itself, and how much was searched. */
export function SearchHits({ listing }: { readonly listing: SearchListing }): Html {
	const { coverage, asked, articles, quotations, speakers, facts } = listing;
	const rest = coverage.articles - coverage.indexed;
	const isEmpty = [articles, quotations, speakers, facts].every((found) => found === null || found.hits.length === 0);
	return (
		<>
			<p class={rest > 0 ? "doubt" : "note"}>
				{rest > 0
					? `${countOf(rest, "report is", "reports are")} not indexed yet and not searched.`
					: `All ${countOf(coverage.articles, "report")} of the store were searched.`}
				{asked.passedOver.length > 0 ? ` Passed over as too common: ${asked.passedOver.join(", ")}.` : ""}
				{coverage.undated === null || coverage.undated === 0
					? ""
					: ` ${countOf(coverage.undated, "report")} without a known day of publication left out.`}
			</p>
			{isEmpty ? (
				<p>
					<b>Nothing found.</b> Fewer words find more; “words in marks” must stand there just so.
				</p>
			) : null}
			<HitList title="Quotations" found={quotations} show={(hit: QuotationHit) => <QuotationFound hit={hit} />} />
			<HitList title="Facts" found={facts} show={(hit: FactHit) => <FactFound hit={hit} />} />
			<HitList title="Reports" found={articles} show={(hit: ArticleHit) => <ArticleFound hit={hit} />} />
			<HitList title="Speakers" found={speakers} show={(hit: SpeakerHit) => <SpeakerFound hit={hit} />} />
		</>
	);
}

/** Values of a fact that are named. */
const VALUES = 4;

function HitList<T>({
	title,
	found,
	show,
}: {
	readonly title: string;
	readonly found: Hits<T> | null;
	readonly show: (hit: T) => Child;
}) {
	if (found === null || found.hits.length === 0) return null;
	const { hits, total } = found;
	const count = total === null ? `the first ${hits.length}` : `${hits.length} of ${total}`;
	return (
		<section class="hits">
			<h2>
				{title} <span class="note">{count}</span>
			</h2>
			<ul>
				{hits.map((hit) => (
					<li>{show(hit)}</li>
				))}
			</ul>
		</section>
	);
}

function QuotationFound({
	hit: { article, speaker, source, polarity, hedged, content },
}: {
	readonly hit: QuotationHit;
}) {
	return (
		<>
			<p>
				<b>
					<Iso text={speaker ?? source?.exact ?? "Nobody is named"} />
				</b>{" "}
				{polarity === "said" ? null : <span class="stance">{POLARITY_WORDS[polarity]} </span>}
				{hedged ? <span class="stance doubt">with reserve </span> : null}
				{content.map((part, at) => (
					<>
						{at > 0 ? " […] " : ""}
						<Marked snippet={part} />
					</>
				))}
			</p>
			<p class="note">
				<ArticleLink article={article} at={content[0]} /> {describeArticle(article)}
			</p>
		</>
	);
}

function ArticleFound({ hit: { article, snippets } }: { readonly hit: ArticleHit }) {
	return (
		<>
			<p>
				<ArticleLink article={article} at={snippets[0]} />
			</p>
			<p class="note">{describeArticle(article)}</p>
			{snippets.map((snippet) => (
				<p class="snippet">
					[…] <Marked snippet={snippet} /> […]
				</p>
			))}
		</>
	);
}

function FactFound({
	hit: { story, title, statement, relation, states, snippets, article, fact },
}: {
	readonly hit: FactHit;
}) {
	const values = [...new Set(states.map(({ value }) => value))].slice(0, VALUES);
	return (
		<>
			<p>
				<b class={`relation ${relation}`}>{relation}</b> <Iso text={title === "" ? statement : title} />
				{relation === "single-source" ? "" : ": "}
				{relation === "single-source" ? null : <Iso text={values.join(" / ")} />}
			</p>
			{snippets.map((snippet) => (
				<p class="snippet">
					<Marked snippet={snippet} />
				</p>
			))}
			<p class="note">
				<a href={`/stories/${story.id}#f-${fact.slice(0, SHORTEST_ID)}`}>
					<Iso text={story.headline ?? "the story"} />
				</a>
				, <ArticleLink article={article} at={snippets[0]} />
			</p>
		</>
	);
}

function SpeakerFound({ hit: { name, quotations, articles } }: { readonly hit: SpeakerHit }) {
	return (
		<p>
			<SpeakerLink name={name} />{" "}
			<span class="note">
				<a href={`/search?speaker=${encodeURIComponent(name)}`}>{countOf(quotations, "quotation")}</a> in{" "}
				{countOf(articles, "report")}
			</span>
		</p>
	);
}

/** Leads to a report, and there to the words, which the page's script marks. */
function ArticleLink({ article, at }: { readonly article: HitArticle; readonly at: ExactSpan | undefined }) {
	return (
		<a href={`/articles/${article.id}${at === undefined ? "" : `#${at.start}-${at.end}`}`}>
			<Iso text={article.headline ?? article.place} />
		</a>
	);
}

function describeArticle({ outlet, published }: HitArticle): string {
	const { earliest, latest } = published;
	const day = earliest !== null && latest !== null && earliest !== latest ? `${earliest} to ${latest}` : earliest;
	return [outlet, day ?? latest ?? "undated"].filter((part) => part !== null).join(", ");
}

/** A stretch of a text with the words in it that were asked for. */
function Marked({ snippet: { exact, start, matches } }: { readonly snippet: Snippet }) {
	const pieces: Child[] = [];
	let at = start;
	for (const match of matches) {
		pieces.push(exact.slice(at - start, match.start - start), <mark>{match.exact}</mark>);
		at = match.end;
	}
	pieces.push(exact.slice(at - start));
	return <span dir="auto">{pieces}</span>;
}
