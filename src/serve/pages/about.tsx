import type { Activity } from "../../follow/activity.ts";
import type { StoreStatus } from "../../model/store-status.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { RoomActivity } from "./activity.tsx";
import { Page, type PageFrame } from "./frame.tsx";

/** What a store holds, how far it is read, and what was set aside. */
export function AboutPage({
	frame,
	status,
	activity,
}: {
	readonly frame: PageFrame;
	readonly status: StoreStatus;
	readonly activity: Activity | null;
}): Html {
	const { earliest, latest } = status.published;
	const rows = [
		["Store", status.store],
		["Reports", `${groupDigits(status.articles)}, of ${countOf(status.outlets, "outlet")}`],
		["Published", earliest === null ? "no day is known" : `${earliest} to ${latest}`],
		["Languages", status.languages.map(({ language, articles }) => `${language ?? "unknown"} ${articles}`).join(", ")],
		["Stories", groupDigits(status.stories)],
		["Captures that gave no report", groupDigits(status.unread)],
		["Annotated", `${groupDigits(status.annotated)} of ${groupDigits(status.articles)}`],
		["A person’s decisions", groupDigits(status.corrections)],
	] as const;
	return (
		<Page frame={frame} title="About this store" room="/about">
			<h1>About this store</h1>
			<dl class="about" id="counts" data-live="work stories">
				{rows.map(([name, value]) => (
					<div>
						<dt>{name}</dt>
						<dd>
							<Iso text={value} />
						</dd>
					</div>
				))}
			</dl>
			{activity === null ? null : <RoomActivity activity={activity} now={Date.now()} />}
			<section id="jobs" data-live="work" aria-labelledby="to-be-done">
				<h2 id="to-be-done">To be done</h2>
				{status.jobs.length === 0 ? (
					<p class="note">Nothing: everything is read, placed and collated.</p>
				) : (
					<ul>
						{status.jobs.map(({ kind, waiting, taken, aside }) => (
							<li>
								{kind}: {groupDigits(waiting)} waiting, {groupDigits(taken)} in work
								{aside > 0 ? `, ${groupDigits(aside)} set aside` : ""}
							</li>
						))}
					</ul>
				)}
			</section>
			{status.aside.length === 0 ? null : (
				<>
					<h2>Set aside</h2>
					<p class="note">
						What failed time and again. <code>stemma work --retry</code> tries it once more.
					</p>
					<ul>
						{status.aside.map(({ kind, subject, about, tries, reason }) => (
							<li>
								{kind} <Iso text={about ?? subject} />: <Iso text={reason} /> ({countOf(tries, "try", "tries")})
							</li>
						))}
					</ul>
				</>
			)}
			<ul class="ways">
				<li>
					<a href="/aside">What was set aside, and what to do about it</a>
				</li>
				<li>
					<a href="/quality">How well Stemma reads: the figures</a>
				</li>
				<li>
					<a href="/api">For other programs</a>
				</li>
			</ul>
		</Page>
	);
}
