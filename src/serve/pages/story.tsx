import { type Html, Iso } from "../../report/html/parts.tsx";
import { Legend, setRecord } from "../../report/html/record-page.tsx";
import type { StoredRecord } from "../../store/stories.ts";
import { Page, type PageFrame } from "./frame.tsx";
import { OutletLink, SpeakerLink } from "./speaker.tsx";

/** The record of a story. */
export function StoryPage({
	frame,
	id,
	stored,
}: {
	readonly frame: PageFrame;
	readonly id: string;
	readonly stored: StoredRecord;
}): Html {
	const { sheet, title, findings, textsOf } = setRecord(stored.record, null);
	const { record } = stored;
	const speaking = new Set(record.utterances.map(({ speaker }) => speaker));
	const speakers = [...new Set(record.entities.filter((one) => speaking.has(one.id)).map(({ name }) => name))];
	return (
		<Page frame={frame} title={title} room={null}>
			<h1 class="kicker">The record of a story</h1>
			{stored.isCurrent ? null : (
				<p class="doubt">Reports came or went since this was collated: it is being collated again.</p>
			)}
			<ul class="ways">
				{record.articles.length < 2 ? null : (
					<li>
						<a href={`/stories/${id}/compare`}>Two reports side by side</a>
					</li>
				)}
				<li>
					<a href={`/stories/${id}/why`}>Why these reports, and why not others</a>
				</li>
				<li>
					<a href={`/stories/${id}/correct`}>Correct this story</a>
				</li>
				<li>
					<a href={`/corrections?story=${id}`}>What was corrected</a>
				</li>
			</ul>
			{findings}
			{textsOf(new Set(sheet.index.articles.keys()))}
			<Legend sheet={sheet} />
			<nav class="own-pages" aria-label="Reports, outlets and speakers">
				<h2>The reports by themselves</h2>
				<ul>
					{record.articles.map(({ id, siglum, headline, capture, outlet }) => (
						<li>
							<span class="siglum">{siglum}</span>{" "}
							<a href={`/articles/${id}`}>
								<Iso text={headline?.text ?? capture.place} />
							</a>
							{outlet === null ? null : (
								<>
									, <OutletLink name={outlet.text} />
								</>
							)}
						</li>
					))}
				</ul>
				{speakers.length === 0 ? null : (
					<>
						<h2>Who is quoted, over all stories</h2>
						<ul class="ways">
							{speakers.map((name) => (
								<li>
									<SpeakerLink name={name} />
								</li>
							))}
						</ul>
					</>
				)}
			</nav>
		</Page>
	);
}
