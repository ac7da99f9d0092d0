import type { HitArticle } from "../../model/search-listing.ts";
import type { Place } from "../../model/span.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf } from "../../report/view/count-words.ts";
import { readReason } from "../../report/view/reason-words.ts";
import { indexRecord, lastPart, type RecordIndex, shortOutletOf, siglumOf } from "../../report/view/record-index.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import type { MemberAnswer, MembershipAnswer, NearAnswer } from "../reading/membership.ts";
import type { FoundStory } from "../stored-pages.ts";
import { Page, type PageFrame } from "./frame.tsx";

/** Letters of a passage that is given as evidence. */
const LONGEST = 160;

/** Why each report is in a story, and why those that came nearest are not. */
export function MembershipPage({
	frame,
	found: { id, stored },
	answer: { members, near },
}: {
	readonly frame: PageFrame;
	readonly found: FoundStory;
	readonly answer: MembershipAnswer;
}): Html {
	const index = indexRecord(stored.record);
	const story = index.stories.get(id) ?? stored.record.stories[0];
	const title = story === undefined ? "Untitled" : titleOf(index, story);
	const [first] = members;
	return (
		<Page frame={frame} title={`Why these reports: ${clipWords(title)}`} room={null}>
			<p class="kicker">Why these reports, and why not others</p>
			<h1 dir="auto">
				<a href={`/stories/${id}`}>
					<Iso text={title} />
				</a>
			</h1>
			<p class="note">
				Reports are brought together by rare words and names that they share, by text that they have in common and by
				how far apart they were published. What one report alone says never ties it.
			</p>
			<h2>Why is this here</h2>
			<ul class="reasons">
				{members.map((member) => (
					<Member index={index} story={id} member={member} alone={members.length === 1} />
				))}
			</ul>
			<h2>Why not</h2>
			{near.length === 0 ? (
				<p>
					No other report of this store came near. <a href="/search">Search</a> for words of one that you miss: its page
					names the story that it is in.
				</p>
			) : (
				<>
					<p class="note">The reports that came nearest and are not part of it, the nearest first.</p>
					<ul class="reasons">
						{near.map((one) => (
							<Near near={one} beside={first?.article ?? null} />
						))}
					</ul>
				</>
			)}
		</Page>
	);
}

function Member({
	index,
	story: id,
	member: { article, siglum, reason, line, nearest },
	alone,
}: {
	readonly index: RecordIndex;
	readonly story: string;
	readonly member: MemberAnswer;
	/** Whether it is the story's only report. */
	readonly alone: boolean;
}) {
	const story = index.stories.get(id) ?? index.record.stories[0];
	const own = index.articles.get(article);
	const tell = (words: string): string =>
		story === undefined
			? words
			: readReason(index, story, words)
					.map((part) =>
						typeof part === "string" ? part : part.articles.map((one) => siglumOf(index, one)).join(", "),
					)
					.join("");
	const mates = line?.articles.filter((one) => one !== article) ?? [];
	return (
		<li id={`why-${article}`}>
			<h3>
				<span class="siglum">{siglum}</span>{" "}
				<a href={`/articles/${article}`}>
					<Iso text={own ? shortOutletOf(own) : article} />
				</a>
			</h3>
			<p>
				<Iso text={tell(reason)} />
			</p>
			{line === null || alone ? null : (
				<p class="note">
					{mates.length === 0 ? "" : `One line with ${mates.map((one) => siglumOf(index, one)).join(", ")}: `}
					<Iso text={tell(line.reason)} />
				</p>
			)}
			{nearest === null ? (
				alone ? null : (
					<p class="note">No stretch of text in common with any of the others.</p>
				)
			) : (
				<>
					<p class="note">
						{nearest.isWhole ? "The whole text" : countOf(nearest.words, "word")} in common with{" "}
						{siglumOf(index, nearest.article)}:{" "}
						<a href={`/stories/${id}/compare?a=${article}&b=${nearest.article}`}>side by side</a>
					</p>
					<ul class="evidence">
						{nearest.passages.map(({ here, quoted }) => (
							<li>
								<Evidence index={index} place={here} /> {quoted ? <span class="note">quoted by both</span> : null}
							</li>
						))}
					</ul>
				</>
			)}
		</li>
	);
}

function Evidence({ index, place }: { readonly index: RecordIndex; readonly place: Place }) {
	const text = index.articles.get(place.article)?.text.slice(place.start, place.end) ?? "";
	return (
		<>
			<q dir="auto">{shorten(clipWords(text.replace(/\s+/g, " ")), LONGEST)}</q>{" "}
			<a class="at" href={`/articles/${place.article}#${place.start}-${place.end}`}>
				{siglumOf(index, place.article)}:{place.start}–{place.end}
			</a>
		</>
	);
}

function Near({
	near: { article, reason, stories },
	beside,
}: {
	readonly near: NearAnswer;
	/** The report of the story that it can be set beside. */
	readonly beside: string | null;
}) {
	return (
		<li>
			<h3>
				<a href={`/articles/${article.id}`}>
					<Iso text={article.headline ?? article.place} />
				</a>
			</h3>
			<p class="note">
				<Iso text={nameOutlet(article)} />
			</p>
			<p>
				<Iso text={reason} />
			</p>
			<p class="note">
				{stories.map((story, at) => (
					<>
						{at > 0 ? ", " : ""}
						<a href={`/stories/${story}`}>{at === 0 ? "the story that it is in" : "and in this one"}</a>
					</>
				))}
				{beside === null ? null : (
					<>
						{stories.length > 0 ? " · " : ""}
						<a href={`/articles/${beside}/compare?with=${article.id}`}>side by side with the first report</a>
					</>
				)}
			</p>
		</li>
	);
}

function nameOutlet({ outlet, place, published }: HitArticle): string {
	return `${outlet ?? lastPart(place)}, ${published.earliest ?? "undated"}`;
}
