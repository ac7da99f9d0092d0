import { type Html, Iso } from "../../report/html/parts.tsx";
import { layOutTime, rangeOf } from "../../report/html/time-axis.ts";
import { countOf } from "../../report/view/count-words.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { groupBy } from "../../report/view/group-by.ts";
import { tellLines } from "../../report/view/line-count.ts";
import { clipWords } from "../../report/view/shorten.ts";
import type { StoryCard, StoryPage } from "../story-card.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** Outlets that are named before the rest is counted. */
const OUTLETS = 4;

/** The stories of a store, by day. */
export function FrontPage({
	frame,
	page: { cards, next },
	waiting,
	isFirst,
}: {
	readonly frame: PageFrame;
	readonly page: StoryPage;
	/** Articles and captures that are not in a story yet. */
	readonly waiting: number;
	readonly isFirst: boolean;
}): Html {
	return (
		<Page frame={frame} title="Stories" room={isFirst ? "/" : null}>
			{cards.length === 0 ? (
				<NoStories waiting={waiting} />
			) : (
				<>
					<h1>Stories</h1>
					{waiting === 0 ? null : (
						<p class="doubt">{countOf(waiting, "job is", "jobs are")} still to be done: more will come.</p>
					)}
					{[...groupBy(cards, ({ day }) => day ?? "")].map(([day, own]) => (
						<section class="day" aria-label={nameDay(day)}>
							<h2>{nameDay(day)}</h2>
							{own.map((card) => (
								<Card card={card} />
							))}
						</section>
					))}
					{next === null ? null : (
						<p class="more">
							<a href={`/?after=${next}`} rel="next">
								Earlier stories
							</a>
						</p>
					)}
				</>
			)}
		</Page>
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
				<code>stemma add FILE…</code> keeps reports in it: files, folders, pages by their addresses, web archives.
			</p>
		</Empty>
	);
}

function Card({ card }: { readonly card: StoryCard }) {
	const { id, title, day, when, where, reports, lines, conflicts, contested, isCurrent } = card;
	const parts = [
		...(when === null || when === nameDay(day ?? "") ? [] : [when]),
		...(where === null ? [] : [where]),
		reports > 1 ? `${countOf(reports, "report")} in ${tellLines(lines)}` : "one report",
	];
	return (
		<article class="card">
			<h3>
				<a href={`/stories/${id}`}>
					<Iso text={clipWords(title)} />
				</a>
			</h3>
			<p class="note">
				<Iso text={parts.join(" · ")} />
				{conflicts === 0 ? null : <strong class="conflict"> · {countOf(conflicts, "conflict")}</strong>}
				{contested === 0 ? null : <strong class="contested"> · {contested} contested</strong>}
				{isCurrent ? null : <span class="doubt"> · being collated</span>}
			</p>
			<Outlets names={card.outlets} />
			<PublicationTimes card={card} />
		</article>
	);
}

function Outlets({ names }: { readonly names: readonly string[] }) {
	if (names.length === 0) return null;
	const rest = names.length - OUTLETS;
	return (
		<p class="outlets">
			<Iso text={names.slice(0, rest === 1 ? names.length : OUTLETS).join(", ")} />
			{rest > 1 ? ` and ${rest} more` : ""}
		</p>
	);
}

const WIDTH = 240;
const MARGIN = 6;

/** When the reports were published, each a mark on one small line. */
function PublicationTimes({ card: { published } }: { readonly card: StoryCard }) {
	const ranges = published.flatMap((date) => rangeOf(date) ?? []);
	const axis = layOutTime(ranges, WIDTH, MARGIN);
	if (axis === null || ranges.length < 2) return null;
	const dated = published.filter((date) => rangeOf(date) !== null).sort(earliestFirst);
	const [first, last] = [dated[0], dated.at(-1)];
	const words = `Published ${first ? describeDate(first) : ""} to ${last ? describeDate(last) : ""}`;
	return (
		<svg class="times" viewBox={`0 0 ${WIDTH} 12`} role="img" aria-label={words}>
			<title>{words}</title>
			<line x1={MARGIN} y1={6} x2={WIDTH - MARGIN} y2={6} />
			{ranges.map(({ start }) => (
				<circle cx={axis.x(start)} cy={6} r={4} />
			))}
		</svg>
	);
}

function earliestFirst(a: { readonly earliest: string | null }, b: { readonly earliest: string | null }): number {
	return Date.parse(a.earliest ?? "") - Date.parse(b.earliest ?? "");
}

function nameDay(day: string): string {
	const date = day === "" ? null : describeDate({ ...UNKNOWN, earliest: day, latest: day, precision: "day" });
	return date ?? "Of an unknown day";
}

const UNKNOWN = { earliest: null, latest: null, precision: null, zone: null, exact: null, reason: "", evidence: [] };
