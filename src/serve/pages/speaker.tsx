import { type Html, Iso } from "../../report/html/parts.tsx";
import { PositionLine } from "../../report/html/position-line.tsx";
import { SHORTEST_ID } from "../../report/html/sheet.ts";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { byDay } from "../../report/view/position-words.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import { POLARITY_WORDS } from "../../report/view/stance-words.ts";
import { QUOTED_DAYS, type QuotedName } from "../../store/search/quoted.ts";
import type { Matter, MatterEntry, SpeakerAnswer, Statement } from "../reading/speaker.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** Characters of what was said. */
const LONGEST = 320;
/** Outlets that are named before the rest is counted; other names of somebody; statements that are not folded away. */
const OUTLETS = 5;
const NAMES = 8;
const STATEMENTS = 30;

/** Who is quoted lately. */
export function SpeakersPage({
	frame,
	quoted,
}: {
	readonly frame: PageFrame;
	readonly quoted: readonly QuotedName[];
}): Html {
	return (
		<Page frame={frame} title="Who is quoted" room="/speakers">
			{quoted.length === 0 ? (
				<Empty title="Nobody is quoted yet">
					<p>
						Speakers come with reports: <code>stemma add FILE…</code> keeps some, and <code>stemma work</code> reads
						them.
					</p>
				</Empty>
			) : (
				<>
					<h1>Who is quoted</h1>
					<p class="note">
						By name as reports give it, of the last {QUOTED_DAYS} days that this store has; whoever is in most reports
						first. <a href="/search">Search</a> finds others.
					</p>
					<ul class="columns">
						{quoted.map(({ name, reports, quotations }) => (
							<li>
								<SpeakerLink name={name} />{" "}
								<span class="note">
									{countOf(reports, "report")}, {countOf(quotations, "quotation")}
								</span>
							</li>
						))}
					</ul>
				</>
			)}
		</Page>
	);
}

export function SpeakerLink({ name }: { readonly name: string }): Html {
	return (
		<a href={`/speakers/${encodeURIComponent(name)}`}>
			<Iso text={name} />
		</a>
	);
}

export function OutletLink({ name }: { readonly name: string }): Html {
	return (
		<a href={`/outlets/${encodeURIComponent(name)}`}>
			<Iso text={name} />
		</a>
	);
}

/** What somebody said and did, by matter and by day, with who carries it. */
export function SpeakerPage({
	frame,
	answer,
	isFirst,
}: {
	readonly frame: PageFrame;
	readonly answer: SpeakerAnswer;
	readonly isFirst: boolean;
}): Html {
	const { name, called, names, type, counts, stories, matters, statements, unsure, next } = answer;
	const others = names.slice(0, NAMES);
	const moved = matters.filter(({ entries }) => entries.length > 1);
	const single = matters.filter(({ entries }) => entries.length === 1);
	return (
		<Page frame={frame} title={called} room={null}>
			<p class="kicker">
				<a href="/speakers">Who is quoted</a>
			</p>
			<h1 dir="auto">
				<Iso text={called} />
			</h1>
			<p class="note">
				Brought together by name over {countOf(stories.length, "story", "stories")}
				{isFirst ? "" : " of earlier days"}: two people of one name would stand here together.
			</p>
			<dl class="about">
				{others.length === 0 ? null : (
					<div>
						<dt>Also called</dt>
						<dd>
							<Iso text={others.join(", ")} />
						</dd>
					</div>
				)}
				{type === null ? null : (
					<div>
						<dt>What it is</dt>
						<dd>{type}</dd>
					</div>
				)}
				<div>
					<dt>Quoted</dt>
					<dd>
						{groupDigits(counts.quotations)} times in {countOf(counts.reports, "report")}
						{tellDays(counts)}
					</dd>
				</div>
				<div>
					<dt>Carried by</dt>
					<dd>
						{counts.outlets.length === 0
							? "reports that name no outlet"
							: counts.outlets.map(({ name: outlet, reports }, at) => (
									<>
										{at > 0 ? ", " : ""}
										<OutletLink name={outlet} /> {reports}
									</>
								))}
					</dd>
				</div>
			</dl>
			<h2 id="positions">Positions over time</h2>
			{matters.length === 0 ? (
				<p class="note">No position is read from these reports: none takes a side, demands, warns or denies.</p>
			) : null}
			{moved.map((matter) => (
				<MatterSection matter={matter} />
			))}
			{single.length === 0 ? null : (
				<>
					<h3>Once each</h3>
					<ol class="ledger">
						{single.flatMap(({ about, entries }) => entries.map((entry) => <Entry entry={entry} about={about} />))}
					</ol>
				</>
			)}
			<h2 id="said">What was said</h2>
			{statements.length === 0 ? (
				<p class="note">The stories of these reports are still being collated. Look again in a moment.</p>
			) : (
				<ol class="ledger">
					{statements.slice(0, STATEMENTS).map((statement) => (
						<StatementLine statement={statement} />
					))}
				</ol>
			)}
			{statements.length <= STATEMENTS ? null : (
				<details>
					<summary>{countOf(statements.length - STATEMENTS, "earlier statement")}</summary>
					<ol class="ledger">
						{statements.slice(STATEMENTS).map((statement) => (
							<StatementLine statement={statement} />
						))}
					</ol>
				</details>
			)}
			{unsure === 0 ? null : (
				<p class="note">{countOf(unsure, "reading")} too unsure to be shown: the records of the stories have all.</p>
			)}
			<h2>Stories</h2>
			<ul>
				{stories.map(({ id, title, day }) => (
					<li>
						<a href={`/stories/${id}`}>
							<Iso text={clipWords(title)} />
						</a>{" "}
						<span class="note">{day}</span>
					</li>
				))}
			</ul>
			{next === null ? null : (
				<p class="more">
					<a href={`/speakers/${encodeURIComponent(name)}?after=${next}`} rel="next">
						Earlier stories
					</a>
				</p>
			)}
		</Page>
	);
}

function MatterSection({ matter: { about, entries } }: { readonly matter: Matter }) {
	return (
		<>
			<h3>
				On <Iso text={about} />
			</h3>
			<PositionLine ledger={entries} />
			<ol class="ledger">
				{entries.map((entry) => (
					<Entry entry={entry} about={null} before={entries.find(({ id }) => id === entry.changes) ?? null} />
				))}
			</ol>
		</>
	);
}

function Entry({
	entry,
	about,
	before = null,
}: {
	readonly entry: MatterEntry;
	/** Named where it is not in the heading above. */
	readonly about: string | null;
	readonly before?: MatterEntry | null;
}) {
	const { id, story, kind, when, stance, polarity, exact, isSpoken, sentence, places, outlets } = entry;
	const words = shorten(clipWords(exact), LONGEST);
	return (
		<li id={`o-${id}`}>
			<time>{describeDate(byDay(when)) ?? "undated"}</time>
			<div>
				{about === null ? null : (
					<span class="note">
						on <Iso text={about} />:{" "}
					</span>
				)}
				{stance === null ? null : <span class={`side ${stance}`}>{stance}: </span>}
				{polarity === "said" || stance === "denies" ? null : <span class="stance">{POLARITY_WORDS[polarity]}: </span>}
				<PlaceLink places={places} words={isSpoken ? `“${words}”` : words} /> <Sentence text={sentence} />{" "}
				<span class="note">
					{kind === "act" ? "an act, " : ""}
					<Outlets names={outlets} /> · <a href={`/stories/${story}`}>story</a>
				</span>
				{before === null ? null : (
					<p class="change">
						a change: {before.stance} on <a href={`#o-${before.id}`}>{describeDate(byDay(before.when))}</a>, {stance} on{" "}
						{describeDate(byDay(when))}
					</p>
				)}
			</div>
		</li>
	);
}

function StatementLine({ statement }: { readonly statement: Statement }) {
	const { id, story, when, words, isMarked, stance, sentence, places, wordings, reports, outlets, carriers } =
		statement;
	const shown = shorten(clipWords(words), LONGEST);
	return (
		<li>
			<time>{when === null ? "undated" : (describeDate(byDay(when)) ?? "undated")}</time>
			<div>
				{stance === null ? null : (
					<span class={stance === "reserve" ? "stance doubt" : "stance"}>
						{stance === "reserve" ? "with reserve" : POLARITY_WORDS[stance]}:{" "}
					</span>
				)}
				<PlaceLink places={places} words={isMarked ? `“${shown}”` : shown} /> <Sentence text={sentence} />{" "}
				<span class="note">
					{isMarked ? "" : "in a report’s words, "}
					<Outlets names={outlets} />
					{carriers.length === 0 ? null : (
						<>
							, via <Iso text={carriers.join(", ")} />
						</>
					)}{" "}
					·{" "}
					<a href={`/stories/${story}#u-${id.slice(0, SHORTEST_ID)}`}>
						{wordings > 1
							? `${countOf(wordings, "wording")} in ${countOf(reports, "report")}`
							: `${countOf(reports, "report")}, one wording`}
					</a>
				</span>
			</div>
		</li>
	);
}

/** The sentence around words that are too few to say anything by themselves. */
function Sentence({ text }: { readonly text: string | null }) {
	return text === null ? null : (
		<span class="around">
			in: <Iso text={shorten(clipWords(text), LONGEST)} />
		</span>
	);
}

function PlaceLink({
	places,
	words,
}: {
	readonly places: readonly { readonly article: string; readonly start: number; readonly end: number }[];
	readonly words: string;
}) {
	const [first] = places;
	return first === undefined ? (
		<Iso text={words} />
	) : (
		<a class="words" href={`/articles/${first.article}#${first.start}-${first.end}`} dir="auto">
			<Iso text={words} />
		</a>
	);
}

function Outlets({ names }: { readonly names: readonly string[] }) {
	const rest = names.length - OUTLETS;
	return (
		<>
			<Iso text={names.slice(0, rest === 1 ? names.length : OUTLETS).join(", ")} />
			{rest > 1 ? ` and ${rest} more` : ""}
		</>
	);
}

/** `, 2031-05-14 to 2031-05-15`, of one day that day; nothing where none is known. */
export function tellDays({ first, last }: { readonly first: string | null; readonly last: string | null }): string {
	if (first === null) return "";
	return last === null || first === last ? `, ${first}` : `, ${first} to ${last}`;
}
