import type { Activity } from "../../follow/activity.ts";
import type { WatchEvent, WatchState } from "../../follow/watch.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { writeIn } from "../../report/view/time-words.ts";

/** What the room does beside showing pages. @param now milliseconds since 1970 */
export function RoomActivity({ activity, now }: { readonly activity: Activity; readonly now: number }): Html {
	const { state, recent, notes } = activity;
	return (
		<section id="activity" data-live="work sources" aria-label="What is going on">
			<h2>What is going on</h2>
			<p>{state === null ? "This room follows the sources of the store." : describeState(state, now)}</p>
			{notes.length === 0 ? null : (
				<ul class="doubt">
					{notes.map((note) => (
						<li>
							<Iso text={note} />
						</li>
					))}
				</ul>
			)}
			{recent.length === 0 ? null : (
				<ul>
					{recent.map((event) => (
						<li>
							<Event event={event} />
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function describeState({ done, due, kept, left, label, next }: WatchState, now: number): string {
	const asked = `${countOf(done, "request")} answered and ${countOf(kept, "capture")} kept since it was opened`;
	const doing =
		due > 0
			? `${label === "" ? "Asking" : `Asking ${label}`}; ${groupDigits(due)} due`
			: next === null
				? "Nothing is followed yet"
				: `Waiting: the next visit is ${writeIn(toIso(next), toIso(now))}`;
	const rest = (left ?? 0) > 0 ? `; ${countOf(left ?? 0, "job is", "jobs are")} still to be done` : "";
	return `${doing}${rest}. ${asked}.`;
}

function Event({ event: { at, kind, source, title, fresh, failure } }: { readonly event: WatchEvent }) {
	const what =
		failure !== null
			? failure.reason
			: kind === "page"
				? "a report that it announced was fetched"
				: `${countOf(fresh, "report")} new or changed`;
	return (
		<>
			<time dateTime={toIso(at)}>{toIso(at).slice(11, 16)} UTC</time> <Iso text={title ?? source} />:{" "}
			<Iso text={what} />
		</>
	);
}

function toIso(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
