import type { LineageEdgeKind } from "../../model/record.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { clipWords } from "../../report/view/shorten.ts";
import type { OutletSummary } from "../../store/outlets.ts";
import type { OutletAnswer, OutletTie } from "../reading/outlet.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";
import { OutletLink, tellDays } from "./speaker.tsx";

/** The outlets of a store. */
export function OutletsPage({
	frame,
	outlets,
	next,
	isFirst,
}: {
	readonly frame: PageFrame;
	readonly outlets: readonly OutletSummary[];
	readonly next: string | null;
	readonly isFirst: boolean;
}): Html {
	return (
		<Page frame={frame} title="Outlets" room="/outlets">
			{outlets.length === 0 ? (
				<Empty title={isFirst ? "No outlet is known yet" : "No further outlet"}>
					<p>
						{isFirst ? (
							<>
								Pages name who published them, and plain text may in its first line: <code>stemma add FILE…</code> keeps
								some.
							</>
						) : (
							<a href="/outlets">All outlets</a>
						)}
					</p>
				</Empty>
			) : (
				<>
					<h1>Outlets</h1>
					<section class="scroll" tabindex={0} aria-label="Outlets">
						<table class="sources">
							<thead>
								<tr>
									{["Outlet", "Reports", "Crediting agencies", "Published"].map((name) => (
										<th scope="col">{name}</th>
									))}
								</tr>
							</thead>
							<tbody>
								{outlets.map(({ name, reports, fromAgencies, first, last }) => (
									<tr>
										<th scope="row">
											<OutletLink name={name} />
										</th>
										<td>{groupDigits(reports)}</td>
										<td>{fromAgencies === null ? "not known" : groupDigits(fromAgencies)}</td>
										<td>{first === null ? "no day is known" : first === last ? first : `${first} to ${last}`}</td>
									</tr>
								))}
							</tbody>
						</table>
					</section>
					{next === null ? null : (
						<p class="more">
							<a href={`/outlets?after=${encodeURIComponent(next)}`} rel="next">
								Further outlets
							</a>
						</p>
					)}
				</>
			)}
		</Page>
	);
}

/** What an outlet prints, from whom, what is its own, and its last reports. */
export function OutletPage({ frame, answer }: { readonly frame: PageFrame; readonly answer: OutletAnswer }): Html {
	const { name, reports, fromAgencies, first, last, languages, agencies, edited, read, latest, next } = answer;
	return (
		<Page frame={frame} title={name} room={null}>
			<p class="kicker">
				<a href="/outlets">Outlets</a>
			</p>
			<h1 dir="auto">
				<Iso text={name} />
			</h1>
			<dl class="about">
				<div>
					<dt>Reports</dt>
					<dd>
						{groupDigits(reports)}
						{tellDays({ first, last })}
					</dd>
				</div>
				<div>
					<dt>Languages</dt>
					<dd>{languages.map(({ language, reports: own }) => `${language ?? "unknown"} ${own}`).join(", ")}</dd>
				</div>
				<div>
					<dt>Crediting an agency</dt>
					<dd>
						{fromAgencies === null
							? "not known of these reports"
							: `${groupDigits(fromAgencies)} of ${groupDigits(reports)}`}
						{agencies.length === 0 ? null : (
							<span class="note">
								{" "}
								<Iso text={agencies.map(({ name: agency, reports: own }) => `${agency} ${own}`).join(", ")} />
							</span>
						)}
					</dd>
				</div>
				<div>
					<dt>Changed afterwards</dt>
					<dd>
						{edited === 0
							? "no report of which this store has a later text"
							: `${countOf(edited, "report")} of which this store has more than one text`}
					</dd>
				</div>
			</dl>
			<h2>What it has from whom</h2>
			<p class="note">
				As the stories of {latest.length === reports ? "its" : "the"} {countOf(read.reports, "report")} listed below
				tell it.
			</p>
			<dl class="about">
				<div>
					<dt>In stories that others tell too</dt>
					<dd>
						{read.shared} of {read.stories}
					</dd>
				</div>
				{read.shared === 0 ? null : (
					<div>
						<dt>With a line of its own</dt>
						<dd>
							{read.ownLines} of {read.shared}
						</dd>
					</div>
				)}
				{read.share === null ? null : (
					<div>
						<dt>Text that others have too</dt>
						<dd>{Math.round(read.share * 100)} % of its reports in those stories</dd>
					</div>
				)}
			</dl>
			<Ties title="Draws on" ties={read.drawsOn} verbs={VERBS} />
			<Ties title="Drawn on by" ties={read.drawnOnBy} verbs={BEHIND} />
			{read.drawsOn.length + read.drawnOnBy.length > 0 ? null : (
				<p>These reports credit nobody, and nobody is known to have text from them.</p>
			)}
			<h2>Last reports</h2>
			<ul class="hits plain">
				{latest.map(({ id, headline, place, day, agencies: credited, isEdited }) => (
					<li>
						<a href={`/articles/${id}`} dir="auto">
							<Iso text={clipWords(headline ?? place)} />
						</a>{" "}
						<span class="note">
							{day}
							{credited.length === 0 ? null : (
								<>
									, crediting <Iso text={credited.join(", ")} />
								</>
							)}
							{isEdited ? (
								<>
									, <a href={`/articles/${id}#versions`}>changed afterwards</a>
								</>
							) : null}
						</span>
					</li>
				))}
			</ul>
			{next === null ? null : (
				<p class="more">
					<a href={`/outlets/${encodeURIComponent(name)}?after=${next}`} rel="next">
						Earlier reports
					</a>
				</p>
			)}
		</Page>
	);
}

const VERBS: Readonly<Record<LineageEdgeKind, string>> = {
	copies: "carries its text",
	shares: "has passages of it",
	credits: "credits it",
	reposts: "reposts it",
};

const BEHIND: Readonly<Record<LineageEdgeKind, string>> = {
	copies: "carries the text",
	shares: "has passages",
	credits: "credits it",
	reposts: "reposts it",
};

function Ties({
	title,
	ties,
	verbs,
}: {
	readonly title: string;
	readonly ties: readonly OutletTie[];
	readonly verbs: Readonly<Record<LineageEdgeKind, string>>;
}) {
	if (ties.length === 0) return null;
	return (
		<section>
			<h3>{title}</h3>
			<ul>
				{ties.map(({ name, kind, isOutlet, reports, story }) => (
					<li>
						{isOutlet ? <OutletLink name={name} /> : <Iso text={name} />}{" "}
						<span class="note">
							{verbs[kind]} in {countOf(reports, "report")}, <a href={`/stories/${story}`}>as in this story</a>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
