import type { Activity } from "../../follow/activity.ts";
import type { SourceListing, SourceSummary } from "../../model/source-listing.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { writeAgo, writeIn } from "../../report/view/time-words.ts";
import { RoomActivity } from "./activity.tsx";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** What the store follows, and how each does. */
export function SourcesPage({
	frame,
	listing,
	activity,
}: {
	readonly frame: PageFrame;
	readonly listing: SourceListing;
	readonly activity: Activity | null;
}): Html {
	const { sources, at } = listing;
	return (
		<Page frame={frame} title="Sources" room="/sources">
			{sources.length === 0 ? (
				<Empty title="Nothing is followed yet">
					<p>
						<code>stemma add ADDRESS</code> follows a feed, or what a home page offers;{" "}
						{activity === null ? (
							<>
								<code>stemma watch</code> or <code>stemma serve --follow</code> visits what is followed.
							</>
						) : (
							"it is visited while this room is open."
						)}
					</p>
				</Empty>
			) : (
				<>
					<h1>Sources</h1>
					<section class="scroll" tabindex={0} aria-label="Sources">
						<table class="sources" id="sources" data-live="sources">
							<thead>
								<tr>
									{["Source", "Health", "Next visit", "Reports", "From agencies"].map((name) => (
										<th scope="col">{name}</th>
									))}
								</tr>
							</thead>
							<tbody>
								{sources.map((source) => (
									<SourceRow source={source} at={at} />
								))}
							</tbody>
						</table>
					</section>
				</>
			)}
			{activity === null ? null : <RoomActivity activity={activity} now={Date.parse(at)} />}
		</Page>
	);
}

function SourceRow({ source, at }: { readonly source: SourceSummary; readonly at: string }) {
	const { title, url, health, lastVisit, lastError, nextVisit, reports, wanted, fromAgencies, agencies } = source;
	const isIll = health === "failing" || health === "gone";
	return (
		<tr>
			<th scope="row">
				<Iso text={title ?? url} />
				<br />
				<span class="note">
					<Iso text={url} whole />
				</span>
			</th>
			<td>
				<span class={isIll ? "conflict" : undefined}>{health}</span>
				{lastVisit === null ? null : <span class="note">, visited {writeAgo(lastVisit, at)}</span>}
				{lastError === null || !isIll ? null : (
					<p class="doubt">
						<Iso text={lastError.reason} />
					</p>
				)}
			</td>
			<td>{nextVisit === null ? "none" : writeIn(nextVisit, at)}</td>
			<td>
				{groupDigits(reports)}
				{wanted > 0 ? <span class="note">, {countOf(wanted, "page")} to be fetched</span> : null}
			</td>
			<td>
				{fromAgencies === null ? "not known" : groupDigits(fromAgencies)}
				{agencies.length === 0 ? null : (
					<span class="note">
						{" "}
						<Iso text={agencies.map(({ name, reports: own }) => `${name} ${own}`).join(", ")} />
					</span>
				)}
			</td>
		</tr>
	);
}
