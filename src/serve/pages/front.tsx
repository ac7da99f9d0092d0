import type { AskedStories, StoryChoices, StoryPage } from "../../model/story-card.ts";
import type { Html } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { groupBy } from "../../report/view/group-by.ts";
import { addressOf, isNarrowed } from "../story-form.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";
import { Card } from "./story-card.tsx";
import { NearNames, StoryFilters } from "./story-filters.tsx";

/** The stories of a store, by day. */
export function FrontPage({
	frame,
	asked,
	mistakes,
	page: { cards, next },
	choices,
	found,
	waiting,
}: {
	readonly frame: PageFrame;
	readonly asked: AskedStories;
	/** What was asked for and could not be used. */
	readonly mistakes: readonly string[];
	readonly page: StoryPage;
	readonly choices: StoryChoices;
	/** How many stories there are of what the list is narrowed to, counted up to `MOST_COUNTED`; null where it is not. */
	readonly found: number | null;
	/** Jobs that are still to be done. */
	readonly waiting: number;
}): Html {
	const isWhole = !isNarrowed(asked) && asked.after === null;
	return (
		<Page frame={frame} title="Stories" room={isWhole ? "/" : null}>
			{isWhole && mistakes.length === 0 && cards.length === 0 ? (
				<NoStories waiting={waiting} />
			) : (
				<>
					<h1>Stories</h1>
					<div id="waiting" data-live="work">
						{waiting === 0 ? null : (
							<p class="doubt">{countOf(waiting, "job is", "jobs are")} still to be done: more will come.</p>
						)}
					</div>
					<StoryFilters asked={asked} choices={choices} mistakes={mistakes} />
					{found === null ? null : <Found found={found} asked={asked} choices={choices} isWaiting={waiting > 0} />}
					{[...groupBy(cards, ({ day }) => day ?? "")].map(([day, own]) => (
						<section class="day" aria-label={nameDay(day)}>
							<h2>{nameDay(day)}</h2>
							{own.map((card) => (
								<Card card={card} day={nameDay(day)} />
							))}
						</section>
					))}
					<Pages asked={asked} next={next} isEmpty={cards.length === 0} />
				</>
			)}
		</Page>
	);
}

/** Stories that are counted at most. */
export const MOST_COUNTED = 1000;

function Found({
	found,
	asked,
	choices,
	isWaiting,
}: {
	readonly found: number;
	readonly asked: AskedStories;
	readonly choices: StoryChoices;
	/** Whether there is something that no label is known of yet. */
	readonly isWaiting: boolean;
}) {
	const all = <a href="/">All stories</a>;
	if (found === 0) {
		return (
			<>
				<p>
					<b>No story is like that.</b> Fewer conditions find more; a name or an outlet must be given as a whole. {all}
				</p>
				<NearNames asked={asked} choices={choices} />
			</>
		);
	}
	const count =
		found > MOST_COUNTED ? `More than ${groupDigits(MOST_COUNTED)} stories` : countOf(found, "story", "stories");
	return (
		<p class="note">
			{count}
			{isWaiting ? " of those that are collated" : ""}. {all}
		</p>
	);
}

function Pages({
	asked,
	next,
	isEmpty,
}: {
	readonly asked: AskedStories;
	readonly next: string | null;
	readonly isEmpty: boolean;
}) {
	if (next === null && asked.after === null) return null;
	return (
		<nav class="more" aria-label="More stories">
			{isEmpty && asked.after !== null ? <p>There are no earlier stories.</p> : null}
			<ul>
				{asked.after === null ? null : (
					<li>
						<a href={addressOf({ ...asked, after: null })}>The latest stories</a>
					</li>
				)}
				{next === null ? null : (
					<li>
						<a href={addressOf({ ...asked, after: next })} rel="next">
							Earlier stories
						</a>
					</li>
				)}
			</ul>
		</nav>
	);
}

function NoStories({ waiting }: { readonly waiting: number }) {
	return waiting > 0 ? (
		<Empty title="No story yet">
			<p>{countOf(waiting, "job is", "jobs are")} still to be done. Look again in a moment.</p>
		</Empty>
	) : (
		<Empty title="Nothing in this store yet">
			<p>
				<code>stemma add FILE…</code> keeps reports in it: files, folders, pages by their addresses, web archives.{" "}
				<a href="/sources">Sources</a> says what it follows.
			</p>
		</Empty>
	);
}

function nameDay(day: string): string {
	const date = {
		earliest: day,
		latest: day,
		precision: "day",
		zone: null,
		exact: null,
		reason: "",
		evidence: [],
	} as const;
	return (day === "" ? null : describeDate(date)) ?? "Of an unknown day";
}
