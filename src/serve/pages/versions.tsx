import type { VersionDifferenceKind } from "../../model/record.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf, groupDigits } from "../../report/view/count-words.ts";
import { describeDate } from "../../report/view/date-words.ts";
import { clipWords, shorten } from "../../report/view/shorten.ts";
import type { ListedCapture } from "../../store/versions.ts";
import type { VersionAnswer, VersionsAnswer } from "../reading/versions.ts";

/** Changes of one text that are named, and letters of each. */
const SHOWN = 8;
const LONGEST = 120;

/** What a change touches, singular and plural. */
const KINDS: Readonly<Record<VersionDifferenceKind, readonly [string, string]>> = {
	quotation: ["quotation", "quotations"],
	number: ["number", "numbers"],
	name: ["name", "names"],
	wording: ["wording", "wordings"],
	added: ["sentence added", "sentences added"],
	removed: ["sentence taken out", "sentences taken out"],
	typography: ["sentence set otherwise", "sentences set otherwise"],
};

/** The texts of one source, each with what it changed of the one before. */
export function Versions({ answer: { article, versions } }: { readonly answer: VersionsAnswer }): Html {
	if (versions.length < 2) return null;
	return (
		<section class="versions" aria-labelledby="versions">
			<h2 id="versions">Versions</h2>
			<p class="note">{countOf(versions.length, "text")} of this source, earliest first.</p>
			<ol>
				{versions.map((version) => (
					<Version version={version} isThis={version.article === article} />
				))}
			</ol>
		</section>
	);
}

function Version({ version, isThis }: { readonly version: VersionAnswer; readonly isThis: boolean }) {
	const { article, headline, before, changes } = version;
	const day = describeDate(version.modified) ?? describeDate(version.published);
	const kinds = (Object.keys(KINDS) as VersionDifferenceKind[]).flatMap((kind) => {
		const count = changes.filter((change) => change.kind === kind).length;
		return count === 0 ? [] : [countOf(count, ...KINDS[kind])];
	});
	const rest = changes.length - SHOWN;
	return (
		<li>
			<p>
				{isThis ? (
					<b aria-current="true">this text</b>
				) : (
					<a href={`/articles/${article}`}>
						<Iso text={headline ?? "without a headline"} />
					</a>
				)}{" "}
				<span class="note">
					{day ?? "undated"}
					{version.captured === null ? "" : `, taken ${version.captured.slice(0, 16).replace("T", " ")}`}
				</span>
			</p>
			{before === null ? null : (
				<>
					<p class="note">
						{kinds.length === 0 ? "no sentence differs" : `changed: ${kinds.join(", ")}`};{" "}
						<a href={`/articles/${before}/compare?with=${article}`}>side by side with the one before</a>
					</p>
					<ul class="plain">
						{changes.slice(0, SHOWN).map(({ kind, from, to }) => (
							<li>
								<span class="note">{KINDS[kind][0]}: </span>
								{from === null ? null : (
									<del>
										<Iso text={shorten(clipWords(from.exact), LONGEST)} />
									</del>
								)}{" "}
								{to === null ? null : (
									<ins>
										<Iso text={shorten(clipWords(to.exact), LONGEST)} />
									</ins>
								)}
							</li>
						))}
						{rest > 0 ? <li class="note">and {countOf(rest, "more change", "more changes")}</li> : null}
					</ul>
				</>
			)}
		</li>
	);
}

/** Where the report was taken from, and the bytes as they were. */
export function Captures({
	article,
	captures,
}: {
	readonly article: string;
	readonly captures: readonly ListedCapture[];
}): Html {
	if (captures.length === 0) return null;
	return (
		<section class="captures" aria-labelledby="captures">
			<h2 id="captures">Where it was taken from</h2>
			<ul class="plain">
				{captures.map(({ place, url, sha256, at, bytes, mediaType, isLeader }) => (
					<li>
						<p>
							<Iso text={place} />
							{isLeader || captures.length === 1 ? "" : " (the same text)"}
						</p>
						<p class="note">
							{at === null ? "" : `${at.slice(0, 16).replace("T", " ")}, `}
							{mediaType ?? "of an unknown kind"}, {groupDigits(bytes)} bytes:{" "}
							<a href={`/articles/${article}/captures/${sha256}`} download="">
								the capture as it was taken
							</a>
							{url !== null && /^https?:\/\//.test(url) ? (
								<>
									{" "}
									·{" "}
									<a href={url} rel="noreferrer noopener">
										the original
									</a>
								</>
							) : null}
						</p>
						<p class="note">
							SHA-256 <code>{sha256}</code>
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
