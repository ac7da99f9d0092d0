import type { Story } from "../../model/record.ts";
import { orderArticles } from "../view/record-index.ts";
import { titleOf } from "../view/story-lists.ts";
import { tellWhen } from "../view/when-words.ts";
import { type Html, Iso, Reason, Sigla } from "./parts.tsx";
import { type HtmlSheet, storyId } from "./sheet.ts";

/** Why each report is in the story, why the nearest others are not, and which stories are of the same matter. */
export function Membership({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const reasons = new Map(story.why.map(({ article, reason }) => [article, reason]));
	const members = orderArticles(sheet.index, story.articles).filter((article) => reasons.has(article));
	const threads = sheet.index.record.threads.filter(({ stories }) => stories.includes(story.id));
	return (
		<>
			{story.articles.length < 2 ? null : (
				<details class="membership">
					<summary>Why these reports</summary>
					<ul>
						{members.map((article) => (
							<li>
								<Sigla sheet={sheet} articles={[article]} />{" "}
								<Reason sheet={sheet} story={story} reason={reasons.get(article) ?? ""} />
							</li>
						))}
					</ul>
					{story.near.length === 0 ? null : (
						<>
							<p>Near, and not part of it:</p>
							<ul>
								{story.near.map(({ article, reason }) => (
									<li>
										<Sigla sheet={sheet} articles={[article]} /> <Reason sheet={sheet} story={story} reason={reason} />
									</li>
								))}
							</ul>
						</>
					)}
				</details>
			)}
			{threads.map(({ stories, about }) => {
				const others = stories.flatMap((id) => (id === story.id ? [] : (sheet.index.stories.get(id) ?? [])));
				const ties = about.map((key) => sheet.index.entities.get(key)?.name ?? key);
				return others.length === 0 ? null : (
					<div class="thread">
						<h3>Other stories of the same matter</h3>
						<ul>
							{others.map((other) => (
								<li>
									<span class="note">{tellWhen(sheet.index, other)}: </span>
									<a href={`#${storyId(sheet, other.id)}`}>
										<Iso text={titleOf(sheet.index, other)} />
									</a>{" "}
									<Sigla sheet={sheet} articles={other.articles} />
								</li>
							))}
						</ul>
						<p class="note">
							tied by <Iso text={ties.join(", ")} />
						</p>
					</div>
				);
			})}
		</>
	);
}
