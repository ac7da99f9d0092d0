import type { Child } from "hono/jsx";
import type { CorrectionKind } from "../../model/correction.ts";
import type { CollationRecord, Entity, Story, Utterance } from "../../model/record.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { indexRecord } from "../../report/view/record-index.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import { RELATIONS } from "../correcting/read-decision.ts";
import { Page, type PageFrame } from "./frame.tsx";

/** Entities that are offered for another name: those that are named most. */
const MOST_ENTITIES = 60;
/** Letters of a wording that are shown to choose it by. */
const SHOWN = 160;

interface Forms {
	readonly story: Story;
	/** What every form sends back: see `Session`. */
	readonly form: string;
}

/** What of a story a person can decide, each with a form of its own that works without a script. */
export function CorrectPage({
	frame,
	record,
	story,
	form,
	who,
}: {
	readonly frame: PageFrame;
	readonly record: CollationRecord;
	readonly story: Story;
	readonly form: string;
	readonly who: string;
}): Html {
	const title = titleOf(indexRecord(record), story);
	const forms = { story, form };
	const sigla = new Map(record.articles.map(({ id, siglum }) => [id, siglum]));
	const told = record.utterances.filter((utterance) => utterance.story === story.id);
	const disputed = record.facts.filter(({ relation }) => relation === "conflict" || relation === "contested");
	return (
		<Page frame={frame} title={`Correct: ${title}`} room={null}>
			<h1>
				Correct “<Iso text={title} />”
			</h1>
			<p>
				What you decide is a further entry of the <a href={`/corrections?story=${story.id}`}>log</a>, under your name,{" "}
				<Iso text={who} />. It changes what is found and never a report, says so where it did something, and can be
				undone. <a href={`/stories/${story.id}`}>Back to the story</a>
			</p>
			<Decide {...forms} kind="rename-story" title="Rename the story" button="Rename">
				<Name label="What it is called" value={story.name ?? ""} />
			</Decide>
			<Decide {...forms} kind="join-stories" title="Join it with another story" button="Join">
				<Other />
			</Decide>
			{story.articles.length < 2 ? null : <Reports {...forms} record={record} />}
			{record.entities.length === 0 ? null : (
				<Decide {...forms} kind="rename-entity" title="Rename somebody or something" button="Rename">
					<p>
						<label>
							Who or what
							<select name="entity" required>
								{mostNamed(record.entities).map(({ id, name, type }) => (
									<option value={id}>{`${name} (${type})`}</option>
								))}
							</select>
						</label>
					</p>
					<Name label="What it is called here" value="" />
				</Decide>
			)}
			{told.length === 0 ? null : (
				<>
					<Decide {...forms} kind="not-same-utterance" title="Part what was not said as one" button="Take it out">
						<Wordings
							type="radio"
							legend="The wording that is none of the others"
							utterances={told.filter(({ renditions }) => renditions.length > 1)}
							{...{ record, sigla }}
						/>
					</Decide>
					<Decide {...forms} kind="same-utterance" title="Join what was said once" button="Join">
						<Wordings type="checkbox" legend="Wordings of one utterance" utterances={told} {...{ record, sigla }} />
					</Decide>
					<Decide {...forms} kind="speaker" title="Settle who speaks" button="Settle">
						<Wordings type="radio" legend="The words" utterances={told} {...{ record, sigla }} />
						<p>
							<label>
								Who says so, by a name that some report gives; empty where nobody is to be named
								<input name="name" maxlength={500} />
							</label>
						</p>
					</Decide>
				</>
			)}
			{disputed.length === 0 ? null : (
				<Decide {...forms} kind="reject-conflict" title="Reject a contradiction" button="Reject">
					<fieldset>
						<legend>What is none</legend>
						{disputed.map(({ id, statement, relation }) => (
							<label class="choice">
								<input type="radio" name="fact" value={id} required />
								<span>
									<Iso text={clip(statement)} /> <span class="note">({relation})</span>
								</span>
							</label>
						))}
					</fieldset>
					<p>
						<label>
							What it is instead
							<select name="relation">
								{RELATIONS.map((relation) => (
									<option value={relation}>{relation}</option>
								))}
							</select>
						</label>
					</p>
				</Decide>
			)}
		</Page>
	);
}

function Decide({
	story,
	form,
	kind,
	title,
	button,
	children,
}: Forms & {
	readonly kind: CorrectionKind;
	readonly title: string;
	readonly button: string;
	readonly children: Child;
}) {
	return (
		<details class="own-form" id={kind}>
			<summary>
				<h2>{title}</h2>
			</summary>
			<form method="post" action="/corrections">
				<input type="hidden" name="form" value={form} />
				<input type="hidden" name="story" value={story.id} />
				{kind === "split-story" ? null : <input type="hidden" name="kind" value={kind} />}
				{children}
				<p>
					<label>
						Why
						<input name="why" required maxlength={500} />
					</label>
				</p>
				<p>
					<button type="submit">{button}</button>
				</p>
			</form>
		</details>
	);
}

function Reports({ record, ...forms }: Forms & { readonly record: CollationRecord }) {
	const own = record.articles.filter(({ id, role }) => role === "report" && forms.story.articles.includes(id));
	return (
		<Decide {...forms} kind="split-story" title="Take reports out" button="Take them out">
			<fieldset>
				<legend>The reports that tell of something else</legend>
				{own.map(({ id, siglum, headline, outlet, capture }) => (
					<label class="choice">
						<input type="checkbox" name="article" value={id} />
						<span>
							<span class="siglum">{siglum}</span> <Iso text={headline?.text ?? capture.place} />{" "}
							{outlet === null ? null : (
								<span class="note">
									<Iso text={outlet.text} />
								</span>
							)}
						</span>
					</label>
				))}
			</fieldset>
			<fieldset>
				<legend>Where they belong</legend>
				<label class="choice">
					<input type="radio" name="kind" value="split-story" checked />
					<span>they are a story of their own</span>
				</label>
				<label class="choice">
					<input type="radio" name="kind" value="move-reports" />
					<span>they are part of the story below</span>
				</label>
			</fieldset>
			<Other isOptional />
		</Decide>
	);
}

function Name({ label, value }: { readonly label: string; readonly value: string }) {
	return (
		<p>
			<label>
				{label}
				<input name="name" value={value} required maxlength={500} />
			</label>
		</p>
	);
}

function Other({ isOptional = false }: { readonly isOptional?: boolean }) {
	return (
		<p>
			<label>
				The address or id of the other story
				<input name="other" required={!isOptional} maxlength={500} autocomplete="off" />
			</label>
		</p>
	);
}

function Wordings({
	record,
	sigla,
	utterances,
	type,
	legend,
}: {
	readonly record: CollationRecord;
	readonly sigla: ReadonlyMap<string, string>;
	readonly utterances: readonly Utterance[];
	readonly type: "radio" | "checkbox";
	readonly legend: string;
}) {
	const names = new Map(record.entities.map(({ id, name }) => [id, name]));
	const texts = new Map(record.articles.map(({ id, text }) => [id, text]));
	return (
		<fieldset>
			<legend>{legend}</legend>
			{utterances.length === 0 ? <p class="note">There is none that several reports give.</p> : null}
			{utterances.map(({ speaker, renditions }) => (
				<div class="wordings">
					<p class="note">
						<Iso text={names.get(speaker ?? "") ?? "nobody named"} />
					</p>
					{renditions.map(({ id, article, parts }) => {
						const [span] = parts[0]?.spans ?? [];
						const words = span === undefined ? "" : (texts.get(article)?.slice(span.start, span.end) ?? "");
						return (
							<label class="choice">
								<input type={type} name="rendition" value={id} />
								<span>
									<span class="siglum">{sigla.get(article)}</span> <Iso text={clip(words)} />
								</span>
							</label>
						);
					})}
				</div>
			))}
		</fieldset>
	);
}

function mostNamed(entities: readonly Entity[]): readonly Entity[] {
	return [...entities].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, MOST_ENTITIES);
}

function clip(text: string): string {
	const plain = text.replace(/\s+/g, " ");
	return plain.length > SHOWN ? `${plain.slice(0, SHOWN).toWellFormed()}…` : plain;
}
