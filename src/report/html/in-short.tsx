import type { Fact, Story } from "../../model/record.ts";
import { writeApparatus } from "../view/apparatus.ts";
import { countOf } from "../view/count-words.ts";
import { listDraws } from "../view/draws-on.ts";
import { listFacts, nameValue, tellSides } from "../view/fact-lists.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOmissions } from "../view/left-out.ts";
import { findTold } from "../view/notable.ts";
import { groupByItem } from "../view/omission-groups.ts";
import { shortenAround } from "../view/shorten-around.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { listUtterances } from "../view/utterance-lists.ts";
import { groupWordings, partTellers } from "../view/wordings.ts";
import { LeftOutItem } from "./left-out.tsx";
import { type Html, Iso, Sigla, Siglum, Stance } from "./parts.tsx";
import { factId, type HtmlSheet, utteranceId } from "./sheet.ts";

/** Things said and differences that are named before a reader has to go on. */
const SAID = 4;
const DIFFERENT = 4;
const LEFT_OUT = 4;
const DRAWS = 6;
const LONGEST = 90;
/** Characters of what was said: most sentences are whole within them. */
const LONGEST_SAID = 170;

/** What a story comes to, in a few lines that lead on: what was said most, what differs, who leaves out most, from where the text came. */
export function InShort({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	if (story.articles.length < 2) return null;
	const { shared } = listUtterances(sheet.index, story);
	const { different } = listFacts(sheet.index, story);
	const omissions = findOmissions(sheet.index, story);
	const byItem = groupByItem(story, omissions);
	const opposed = different.filter(({ relation }) => relation === "conflict" || relation === "contested");
	const other = different.filter((fact) => !opposed.includes(fact));
	const lineage = sheet.index.record.lineage.find((one) => one.story === story.id);
	const draws = lineage ? listDraws(sheet.index, lineage) : [];
	if (shared.length + different.length === 0) return null;
	return (
		<section class="in-short">
			<h3>In short</h3>
			<dl>
				{shared.length === 0 ? null : (
					<div>
						<dt>Said</dt>
						<dd>
							<ul>
								{shared.slice(0, SAID).map((utterance) => {
									const groups = groupWordings(sheet.index, utterance);
									const [base, ...others] = groups.map((group) => group.base);
									const { same, otherwise } = partTellers(sheet.index, groups);
									const notable = base
										? writeApparatus(utterance, base.rendition.id, findTold(sheet.index, utterance)).filter(
												(entry) => entry.notable,
											).length
										: 0;
									const { name } = describeSpeaker(sheet.index, utterance);
									const words = shortenAround(
										base?.text ?? "",
										others.map(({ text }) => text),
										LONGEST_SAID,
									);
									return (
										<li>
											<Iso text={name ?? "Speaker not resolved"} />:{" "}
											{base ? <Stance sheet={sheet} wording={base} /> : null}
											<a href={`#${utteranceId(sheet, utterance.id)}`}>
												<Iso text={base?.marked ? `“${words}”` : words} />
											</a>{" "}
											<Sigla sheet={sheet} articles={same} />
											{otherwise.length === 0 ? null : (
												<span class="note">
													, otherwise in <Sigla sheet={sheet} articles={otherwise} />
												</span>
											)}
											{notable === 0 ? null : (
												<span class="note">, {countOf(notable, "difference")} that may change what is said</span>
											)}
										</li>
									);
								})}
								<More count={shared.length - SAID} />
							</ul>
						</dd>
					</div>
				)}
				<div>
					<dt>In conflict</dt>
					<dd>
						{opposed.length === 0 ? (
							<span class="note">nothing found</span>
						) : (
							<FactLinks sheet={sheet} facts={opposed} />
						)}
					</dd>
				</div>
				{other.length === 0 ? null : (
					<div>
						<dt>Told otherwise</dt>
						<dd>
							<FactLinks sheet={sheet} facts={other} />
						</dd>
					</div>
				)}
				{omissions.length === 0 ? null : (
					<div>
						<dt>Left out</dt>
						<dd>
							<ul>
								{byItem.slice(0, LEFT_OUT).map(({ leftOut, articles }) => (
									<li>
										<LeftOutItem sheet={sheet} leftOut={leftOut} longest={LONGEST / 2} />{" "}
										<span class="note">told in</span> <Sigla sheet={sheet} articles={leftOut.carriedBy} />
										<span class="note">
											, not in <Sigla sheet={sheet} articles={articles} />
										</span>
									</li>
								))}
								<More count={byItem.length - LEFT_OUT} />
							</ul>
						</dd>
					</div>
				)}
				{draws.length === 0 ? null : (
					<div>
						<dt>Draws on</dt>
						<dd>
							<ul>
								{draws.slice(0, DRAWS).map(({ article, words }) => (
									<li>
										<Siglum sheet={sheet} article={article} /> <Iso text={words} />
									</li>
								))}
								<More count={draws.length - DRAWS} />
							</ul>
						</dd>
					</div>
				)}
			</dl>
		</section>
	);
}

function FactLinks({ sheet, facts }: { readonly sheet: HtmlSheet; readonly facts: readonly Fact[] }) {
	return (
		<ul>
			{facts.slice(0, DIFFERENT).map((fact) => (
				<li>
					<span class={`relation ${fact.relation}`}>{fact.relation}</span>{" "}
					<a href={`#${factId(sheet, fact.id)}`}>
						<Iso text={titleOfFact(sheet.index, fact, LONGEST)} />
					</a>
					<span class="note">
						{" "}
						<bdi>
							{tellSides(sheet.index, fact) ??
								[...new Set(fact.states.map((state) => nameValue(sheet.index, state, LONGEST / 2)))]
									.slice(0, 3)
									.join(" / ")}
						</bdi>
					</span>
				</li>
			))}
			<More count={facts.length - DIFFERENT} />
		</ul>
	);
}

function More({ count }: { readonly count: number }) {
	return count > 0 ? <li class="note">and {count} more below</li> : null;
}
