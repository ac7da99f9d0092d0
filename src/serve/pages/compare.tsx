import { type Html, Iso } from "../../report/html/parts.tsx";
import { type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import type { Comparison } from "../reading/comparison.ts";
import type { FoundStory } from "../stored-pages.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";
import { SideBySideTable, SideCounts } from "./side-by-side.tsx";

/** Letters of a headline in a list to choose from. */
const LONGEST = 60;

/** Two reports of a story beside each other, and the choice of others. */
export function ComparePage({
	frame,
	found: { id, stored },
	comparison,
}: {
	readonly frame: PageFrame;
	readonly found: FoundStory;
	/** Null where the story has but one report. */
	readonly comparison: Comparison | null;
}): Html {
	const { record } = stored;
	if (comparison === null) {
		return (
			<Page frame={frame} title="Two reports side by side" room={null}>
				<Empty title="One report alone">
					<p>
						This story has no second report to set beside it.{" "}
						<a href={`/stories/${id}/why`}>Which other reports came near</a>, or back to{" "}
						<a href={`/stories/${id}`}>its record</a>.
					</p>
				</Empty>
			</Page>
		);
	}
	const { index, sides } = comparison;
	const story = index.stories.get(id) ?? record.stories[0];
	const title = story === undefined ? "Untitled" : titleOf(index, story);
	const reports = record.articles.filter((article) => story?.articles.includes(article.id));
	return (
		<Page frame={frame} title={`Side by side: ${clipWords(title)}`} room={null}>
			<p class="kicker">Two reports side by side</p>
			<h1 dir="auto">
				<a href={`/stories/${id}`}>
					<Iso text={title} />
				</a>
			</h1>
			<form class="compare" action={`/stories/${id}/compare`}>
				{(["a", "b"] as const).map((side) => (
					<label>
						{side === "a" ? "Set" : "beside"}
						<select name={side}>
							{reports.map((article) => (
								<option value={article.id} selected={sides[side] === article.id}>
									{`${article.siglum} ${shorten(shortOutletOf(article), LONGEST)}`}
								</option>
							))}
						</select>
					</label>
				))}
				<button type="submit">Compare</button>
				<a href={`/stories/${id}/compare?a=${sides.b}&b=${sides.a}`}>in the order of the other</a>
			</form>
			<Standing index={index} comparison={comparison} />
			<SideBySideTable index={index} sides={sides} findingsAt={`/stories/${id}`} />
		</Page>
	);
}

/** Two reports of no common story, or two texts of one source. */
export function CompareArticlesPage({
	frame,
	comparison,
	isVersion,
}: {
	readonly frame: PageFrame;
	readonly comparison: Comparison;
	/** Whether the second is a later text of the first's source. */
	readonly isVersion: boolean;
}): Html {
	const { index, sides } = comparison;
	const title = isVersion ? "What a later text changed" : "Two reports side by side";
	return (
		<Page frame={frame} title={title} room={null}>
			<h1>{title}</h1>
			<p class="note">
				{isVersion
					? "Both are texts of one source. The later stands on the right."
					: "Read here by themselves, without the other reports of their stories."}{" "}
				<a href={`/articles/${sides.b}/compare?with=${sides.a}`}>The other way round</a>
			</p>
			<Standing index={index} comparison={comparison} />
			<SideBySideTable index={index} sides={sides} findingsAt={null} />
		</Page>
	);
}

function Standing({ index, comparison: { sides } }: { readonly index: RecordIndex; readonly comparison: Comparison }) {
	const { ties, line } = sides.standing;
	return (
		<section class="standing" aria-label="How the two stand to each other">
			<p>
				{line === null
					? "They tell no common story."
					: line.isOne
						? "They count as one line, since one depends on the other or both on a third."
						: "They are two independent lines."}{" "}
				{ties.length === 0 ? "Neither is known to draw on the other." : `${ties.join("; ")}.`}
			</p>
			<SideCounts index={index} sides={sides} />
		</section>
	);
}
