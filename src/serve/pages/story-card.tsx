import type { PublishedTime, StoryCard } from "../../model/story-card.ts";
import { ALL_STORIES } from "../../model/story-card.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { layOutTime, rangeOf } from "../../report/html/time-axis.ts";
import { countOf } from "../../report/view/count-words.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { tellLines } from "../../report/view/line-count.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import { addressOf } from "../story-form.ts";

/** Outlets that are named before the rest is counted, names that are shown, and letters of each. */
const OUTLETS = 4;
const NAMES = 4;
const LONGEST_NAME = 40;

/**
 * A story in a list.
 *
 * @param day the day that it stands under, in words
 */
export function Card({ card, day }: { readonly card: StoryCard; readonly day: string }): Html {
	const { id, title, when, where, reports, lines, conflicts, contested, isCurrent } = card;
	const parts = [
		...(when === null || when === day ? [] : [when]),
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
			<Names names={card.names} />
			<PublicationTimes published={card.published} />
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

/** Each leads to the stories that it is named in. */
function Names({ names }: { readonly names: readonly string[] }) {
	if (names.length === 0) return null;
	return (
		<ul class="names" aria-label="Named in it">
			{names.slice(0, NAMES).map((name) => (
				<li>
					<a href={addressOf({ ...ALL_STORIES, entity: name })}>
						<Iso text={shorten(name, LONGEST_NAME)} />
					</a>
				</li>
			))}
		</ul>
	);
}

const WIDTH = 240;
const MARGIN = 8;
/** Of a mark: that of one report, and the largest. */
const SMALLEST = 3;
const LARGEST = 6;

/** When the reports were published, each time a mark on one small line, the larger the more reports. */
function PublicationTimes({ published }: { readonly published: readonly PublishedTime[] }) {
	const times = published.flatMap((date) => {
		const range = rangeOf(asStated(date));
		return range === null ? [] : [{ date, ...range }];
	});
	const axis = layOutTime(times, WIDTH, MARGIN);
	const [first, last] = [times[0], times.at(-1)];
	if (axis === null || first === undefined || last === undefined || times.length < 2) return null;
	const [from, to] = [describeDate(asStated(first.date)), describeDate(asStated(last.date))];
	return (
		<p class="times">
			<svg viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
				<line x1={MARGIN} y1={7} x2={WIDTH - MARGIN} y2={7} />
				{times.map(({ date, start }) => (
					<circle cx={axis.x(start)} cy={7} r={Math.min(LARGEST, SMALLEST + Math.log2(date.reports))} />
				))}
			</svg>
			<span>{from === to ? `published ${from}` : `published ${from} to ${to}`}</span>
		</p>
	);
}

function asStated(date: PublishedTime): Parameters<typeof describeDate>[0] {
	return { ...date, exact: null, reason: "", evidence: [] };
}
