import type { Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { tellLines } from "../view/line-count.ts";
import { groupLines } from "../view/line-groups.ts";
import { findOccasionWords } from "../view/occasion-words.ts";
import { isPrimary, reportsOf } from "../view/record-index.ts";
import { clipWords } from "../view/shorten.ts";
import { titleOf } from "../view/story-lists.ts";
import { describeWhen, NO_YEAR } from "../view/when-words.ts";
import { CorrectedBy } from "./corrections.tsx";
import { Anchors, type Html, Iso, Reason, Sigla } from "./parts.tsx";
import { type HtmlSheet, storyId } from "./sheet.ts";

/** What a story is, when and where, and in how many independent lines it is told. */
export function StoryHead({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const reports = reportsOf(sheet.index, story);
	const primaries = story.articles.filter((article) => isPrimary(sheet.index, article));
	const { day, yearless, named } = describeWhen(sheet.index, story);
	const [occasion] = findOccasionWords(sheet.index, story);
	return (
		<header class="story-head">
			<h2 id={storyId(sheet, story.id)} dir="auto">
				{clipWords(titleOf(sheet.index, story))}
			</h2>
			<dl class="facts-of-story">
				<div>
					<dt>When</dt>
					<dd>
						{day === null ? <span class="note">no report tells the day with its year</span> : <Iso text={day} />}{" "}
						{yearless.length === 0 ? null : (
							<span class="note">
								(<Sigla sheet={sheet} articles={yearless} />; {NO_YEAR}){" "}
							</span>
						)}
						{named === null ? null : <span class="note">; {named} </span>}
						<Anchors sheet={sheet} places={story.when.evidence.slice(0, 2)} />
					</dd>
				</div>
				{story.where === null ? null : (
					<div>
						<dt>Where</dt>
						<dd>
							<Iso text={story.where.exact} /> <Anchors sheet={sheet} places={story.where.evidence.slice(0, 2)} />
						</dd>
					</div>
				)}
				{occasion === undefined ? null : (
					<div>
						<dt>Occasion</dt>
						<dd>
							{occasion.map(({ words, articles, place }, at) => (
								<>
									{at > 0 ? "; " : ""}
									<Iso text={words} />{" "}
									<span class="note">
										(<Sigla sheet={sheet} articles={articles} />){" "}
									</span>
									<Anchors sheet={sheet} places={[place]} />
								</>
							))}
						</dd>
					</div>
				)}
				<div>
					<dt>Told by</dt>
					<dd>
						{countOf(reports.length, "report")}
						{reports.length > 1 ? `, ${tellLines(story.lines.length)}` : ""}
					</dd>
				</div>
				{primaries.length === 0 ? null : (
					<div>
						<dt>Held against</dt>
						<dd>
							<Sigla sheet={sheet} articles={primaries} />
						</dd>
					</div>
				)}
			</dl>
			<CorrectedBy sheet={sheet} finding={story.id} />
		</header>
	);
}

/** Which reports depend on each other, and why; those that are lines of their own for one reason together. */
export function Lines({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	if (reportsOf(sheet.index, story).length < 2) return null;
	return (
		<div class="lines">
			<h3 id={sheet.partId(story, "lines")}>Independent lines</h3>
			<ul>
				{groupLines(story).map(({ lines, reason }) => (
					<li>
						{lines.map((articles, at) => (
							<>
								{at > 0 ? " · " : ""}
								<Sigla sheet={sheet} articles={articles} />
							</>
						))}{" "}
						— <Reason sheet={sheet} story={story} reason={reason} />
					</li>
				))}
			</ul>
		</div>
	);
}
