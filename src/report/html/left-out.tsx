import type { Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { showCut, tellCut } from "../view/cut-clauses.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOmissions, type LeftOut, type Omissions } from "../view/left-out.ts";
import { groupByItem, groupByReport } from "../view/omission-groups.ts";
import { nameOf, reportsOf } from "../view/record-index.ts";
import { shorten } from "../view/shorten.ts";
import { shortenAround } from "../view/shorten-around.ts";
import { groupWordings } from "../view/wordings.ts";
import { type Html, Iso, Sigla, Stance } from "./parts.tsx";
import { factId, type HtmlSheet, utteranceId } from "./sheet.ts";

/** Characters of what a fact is about. */
const LONGEST = 100;

/** Of more reports it is said per thing who leaves it out, and not per report what. */
const MANY = 8;

/** What most of the others carry and a report leaves out. Silence is shown as silence, not as denial. */
export function LeftOutList({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const omissions = findOmissions(sheet.index, story);
	if (omissions.length === 0) return null;
	return (
		<section class="left-out">
			<h3 id={sheet.partId(story, "left-out")}>Left out</h3>
			{reportsOf(sheet.index, story).length > MANY ? (
				<ByItem sheet={sheet} story={story} omissions={omissions} />
			) : (
				<dl>
					{groupByReport(story, omissions).map(({ articles, items }) => (
						<div>
							<dt>
								<Sigla sheet={sheet} articles={articles} />
							</dt>
							<dd>
								<ul>
									{items.map((one) => (
										<li>
											<LeftOutItem sheet={sheet} leftOut={one} />{" "}
											<span class="note">
												in <Sigla sheet={sheet} articles={one.carriedBy} />
											</span>
										</li>
									))}
								</ul>
							</dd>
						</div>
					))}
				</dl>
			)}
		</section>
	);
}

function ByItem({
	sheet,
	story,
	omissions,
}: {
	readonly sheet: HtmlSheet;
	readonly story: Story;
	readonly omissions: readonly Omissions[];
}) {
	return (
		<ul>
			{groupByItem(story, omissions).map(({ leftOut, articles, lines }) => (
				<li>
					<LeftOutItem sheet={sheet} leftOut={leftOut} />{" "}
					<span class="note">
						not in <Sigla sheet={sheet} articles={articles} />
						{lines === 0 ? "" : `, among them ${countOf(lines, "whole line")}`}; in{" "}
						<Sigla sheet={sheet} articles={leftOut.carriedBy} />
					</span>
				</li>
			))}
		</ul>
	);
}

/** A thing left out, leading to where the page gives it. */
export function LeftOutItem({
	sheet,
	leftOut: { item },
	longest = LONGEST,
}: {
	readonly sheet: HtmlSheet;
	readonly leftOut: LeftOut;
	/** Characters that name it. */
	readonly longest?: number;
}): Html {
	if (item.kind === "fact")
		return (
			<a href={`#${factId(sheet, item.fact.id)}`}>
				<Iso text={titleOfFact(sheet.index, item.fact, longest)} />
			</a>
		);
	const { utterance } = item;
	const number = sheet.numbers.get(utterance.id);
	const named = (
		<>
			{number === undefined ? "" : `${number} `}
			{utterance.speaker === null ? "" : nameOf(sheet.index, utterance.speaker)}
		</>
	);
	if (item.kind === "clause")
		return (
			<a href={`#${utteranceId(sheet, utterance.id)}`}>
				{named}
				{utterance.speaker === null ? "" : ", "}
				{tellCut(item.cut)} <Iso text={`“${showCut(shorten(item.cut.text, longest))}”`} />
			</a>
		);
	const [base, ...others] = groupWordings(sheet.index, utterance).map((group) => group.base);
	const words = shortenAround(
		base?.text ?? "",
		others.map(({ text }) => text),
		longest,
	);
	return (
		<a href={`#${utteranceId(sheet, utterance.id)}`}>
			{named}
			{utterance.speaker === null ? "" : ": "}
			{base ? <Stance sheet={sheet} wording={base} /> : null}
			<Iso text={base?.marked ? `“${words}”` : words} />
		</a>
	);
}
