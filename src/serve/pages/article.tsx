import type { RecordArticle } from "../../model/record.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { setRecord } from "../../report/html/record-page.tsx";
import { shortOutletOf } from "../../report/view/record-index.ts";
import type { ListedCapture } from "../../store/versions.ts";
import type { VersionsAnswer } from "../reading/versions.ts";
import type { FoundStory } from "../stored-pages.ts";
import { Page, type PageFrame } from "./frame.tsx";
import { OutletLink } from "./speaker.tsx";
import { Captures, Versions } from "./versions.tsx";

/** One report with everything that is found in it, and the stories it is in. */
export function ArticlePage({
	frame,
	article,
	stories,
	versions,
	captures,
}: {
	readonly frame: PageFrame;
	readonly article: RecordArticle;
	/** At least one; the text is set as the first one's record has it. */
	readonly stories: readonly [FoundStory, ...FoundStory[]];
	readonly versions: VersionsAnswer;
	readonly captures: readonly ListedCapture[];
}): Html {
	const [first] = stories;
	const { textsOf } = setRecord(first.stored.record, null, `/stories/${first.id}`);
	return (
		<Page frame={frame} title={article.headline?.text ?? shortOutletOf(article)} room={null}>
			<h1 dir="auto">
				<Iso text={article.headline?.text ?? shortOutletOf(article)} />
			</h1>
			<ul class="in-stories">
				{stories.map(({ id, stored }) => (
					<li>
						In the story <StoryLink id={id} stored={stored} />
					</li>
				))}
				{article.outlet === null ? null : (
					<li>
						By <OutletLink name={article.outlet.text} />
					</li>
				)}
			</ul>
			<Versions answer={versions} />
			{textsOf(new Set([article.id]))}
			<Captures article={article.id} captures={captures} />
		</Page>
	);
}

function StoryLink({ id, stored: { record } }: Pick<FoundStory, "id" | "stored">) {
	const story = record.stories.find((one) => one.id === id) ?? record.stories[0];
	const title = story?.name ?? story?.headline?.text ?? record.articles[0]?.headline?.text ?? "Untitled";
	return (
		<a href={`/stories/${id}`}>
			<Iso text={title} />
		</a>
	);
}
