import type { Correction, CorrectionKind } from "../../model/correction.ts";
import type { CorrectionLog, LogEntry } from "../../model/correction-log.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** The log of people's decisions: nothing leaves it, and what is undone says so. */
export function CorrectionsPage({
	frame,
	log,
	story,
	form,
}: {
	readonly frame: PageFrame;
	readonly log: CorrectionLog;
	/** The story that it is narrowed to; null for all. */
	readonly story: { readonly id: string; readonly title: string } | null;
	/** What forms send back, where the reader may undo; null else. */
	readonly form: string | null;
}): Html {
	const { entries, next } = log;
	if (entries.length === 0) {
		return (
			<Page frame={frame} title="Corrections" room={null}>
				<Empty title={story === null ? "Nothing was corrected yet" : "Nothing of this story was corrected yet"}>
					<p>
						{story === null ? (
							<>
								The page of each <a href="/">story</a> leads to where it is corrected.
							</>
						) : (
							<>
								<a href={`/stories/${story.id}/correct`}>Correct it</a> or go{" "}
								<a href={`/stories/${story.id}`}>back to the story</a>.
							</>
						)}
					</p>
				</Empty>
			</Page>
		);
	}
	return (
		<Page frame={frame} title="Corrections" room={null}>
			<h1>Corrections</h1>
			<p class="note">
				What people decided otherwise than it was found, the latest first. Nothing leaves this log: what is undone is so
				by a later entry.
			</p>
			{story === null ? null : (
				<p>
					Only those on reports of{" "}
					<a href={`/stories/${story.id}`}>
						<Iso text={story.title} />
					</a>
					. <a href="/corrections">All corrections</a>
				</p>
			)}
			<ol class="log">
				{entries.map((entry) => (
					<Entry entry={entry} form={form} />
				))}
			</ol>
			{next === null ? null : (
				<p>
					<a rel="next" href={`/corrections?${story === null ? "" : `story=${story.id}&`}after=${next}`}>
						Earlier corrections
					</a>
				</p>
			)}
			{form === null ? (
				<p class="note">
					<a href="/sign-in?to=/corrections">Sign in</a> to undo one.
				</p>
			) : null}
		</Page>
	);
}

function Entry({ entry, form }: { readonly entry: LogEntry; readonly form: string | null }) {
	const { id, at, who, why, decision, undoes, undoneBy, outcomes } = entry;
	return (
		<li id={`entry-${id}`}>
			<h2>
				{decision === null ? (
					<>
						<a href={`#entry-${undoes}`}>A decision</a> is undone
					</>
				) : (
					<Said decision={decision} />
				)}
			</h2>
			<p>
				<Iso text={why} />
			</p>
			<p class="note">
				<Iso text={who} />, <time datetime={at}>{at.slice(0, 16).replace("T", " ")} UTC</time>
			</p>
			{undoneBy === null ? null : (
				<p class="doubt">
					Undone by <a href={`#entry-${undoneBy}`}>a later entry</a>.
				</p>
			)}
			{outcomes.length === 0 ? null : (
				<ul>
					{outcomes.map(({ story, title, applied, reason }) => (
						<li>
							<a href={`/stories/${story}`}>
								<Iso text={title} />
							</a>
							:{" "}
							{applied === null ? (
								<span class="note">being collated again</span>
							) : (
								<>
									{applied ? null : <span class="doubt">not applied: </span>}
									<Iso text={reason ?? ""} />
								</>
							)}
						</li>
					))}
				</ul>
			)}
			{decision !== null && undoneBy === null && outcomes.length === 0 ? (
				<p class="note">The reports that it names are in no story now.</p>
			) : null}
			{form === null || decision === null || undoneBy !== null ? null : (
				<details class="own-form">
					<summary>Undo</summary>
					<form method="post" action={`/corrections/${id}/undo`}>
						<input type="hidden" name="form" value={form} />
						<p>
							<label>
								Why
								<input name="why" required maxlength={500} />
							</label>
						</p>
						<p>
							<button type="submit">Undo this decision</button>
						</p>
					</form>
				</details>
			)}
		</li>
	);
}

const KINDS: Readonly<Record<CorrectionKind, string>> = {
	"join-stories": "Stories are one",
	"split-story": "Reports are a story of their own",
	"move-reports": "Reports belong to another story",
	"rename-story": "A story is called",
	"rename-entity": "Somebody or something is called",
	"same-utterance": "Words are one utterance",
	"not-same-utterance": "Words are no utterance with others",
	speaker: "Words are said by",
	"reject-conflict": "No contradiction, but",
};

function Said({ decision: { kind, name, speaker, relation, words } }: { readonly decision: Correction }) {
	const said = name ?? (kind === "speaker" ? (speaker ?? "nobody named") : relation);
	const [first] = words;
	return (
		<>
			{KINDS[kind]}
			{said === null ? null : (
				<>
					{" "}
					“<Iso text={said} />”
				</>
			)}
			{first === undefined ? null : (
				<span class="note">
					{" "}
					(<Iso text={first.exact.slice(0, 80).toWellFormed()} />)
				</span>
			)}
		</>
	);
}
