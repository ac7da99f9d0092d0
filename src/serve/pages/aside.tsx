import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf } from "../../report/view/count-words.ts";
import type { AsideList } from "../../store/aside.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** What could not be used: what, why, when, and what to do about it. */
export function AsidePage({
	frame,
	list: { jobs, inputs, captures, next },
	isFirst,
}: {
	readonly frame: PageFrame;
	readonly list: AsideList;
	readonly isFirst: boolean;
}): Html {
	const isEmpty = jobs.length + inputs.length + captures.length === 0;
	return (
		<Page frame={frame} title="Set aside" room={null}>
			{isEmpty ? (
				<Empty title="Nothing is set aside">
					<p>
						{isFirst ? (
							<>
								Everything that was added could be read. <a href="/about">What this store holds</a>
							</>
						) : (
							<a href="/aside">All that is set aside</a>
						)}
					</p>
				</Empty>
			) : (
				<h1>Set aside</h1>
			)}
			{jobs.length === 0 ? null : (
				<section aria-labelledby="jobs">
					<h2 id="jobs">Work that failed</h2>
					<p class="note">
						Each was tried several times. <code>stemma work --retry</code> tries them once more.
					</p>
					<ul class="plain aside-list">
						{jobs.map(({ kind, subject, about, tries, reason, at }) => (
							<li>
								<p>
									<b>
										{kind} <Iso text={about ?? subject} />
									</b>
								</p>
								<p>
									<Iso text={reason} />
								</p>
								<p class="note">
									{writeMinute(at)}, after {countOf(tries, "try", "tries")}
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
			{inputs.length === 0 ? null : (
				<section aria-labelledby="inputs">
					<h2 id="inputs">Inputs that gave nothing</h2>
					<p class="note">
						Once a file is mended, or an address answers, <code>stemma add PLACE</code> takes it anew, and what is said
						here goes.
					</p>
					<ul class="plain aside-list">
						{inputs.map(({ place, code, reason }) => (
							<li>
								<p>
									<b>
										<Iso text={place ?? "an input"} whole />
									</b>
								</p>
								<p>
									<Iso text={reason} /> <code>{code}</code>
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
			{captures.length === 0 ? null : (
				<section aria-labelledby="unread">
					<h2 id="unread">Captures that gave no report</h2>
					<p class="note">
						Their bytes are kept. Adding the place again reads it as it is now; <code>stemma migrate</code> of a later
						version reads them once more.
					</p>
					<ul class="plain aside-list">
						{captures.map(({ id, place, at, sha256, problems }) => (
							<li>
								<p>
									<b>
										<Iso text={place} whole />
									</b>
								</p>
								{problems.length === 0 ? <p>no report was found in it</p> : null}
								{problems.map(({ code, reason }) => (
									<p>
										<Iso text={reason} /> <code>{code}</code>
									</p>
								))}
								<p class="note">
									{writeMinute(at)} ·{" "}
									<a href={`/articles/${id}/captures/${sha256}`} download="">
										the capture as it was taken
									</a>
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
			{next === null ? null : (
				<p class="more">
					<a href={`/aside?after=${next}`} rel="next">
						Earlier captures
					</a>
				</p>
			)}
		</Page>
	);
}

/** `2031-05-14 12:30 UTC`. */
function writeMinute(at: string): string {
	return `${at.slice(0, 16).replace("T", " ")} UTC`;
}
