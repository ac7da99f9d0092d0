import type { Story } from "../../model/record.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOmissions, type LeftOut } from "../view/left-out.ts";
import { nameOf } from "../view/record-index.ts";
import { shorten } from "../view/shorten.ts";
import { groupWordings } from "../view/wordings.ts";
import { type Html, Sigla, Stance } from "./parts.tsx";
import { factId, type HtmlSheet, utteranceId } from "./sheet.ts";

/** Characters of what a fact is about. */
const LONGEST = 100;

/** Per report, what most of the others carry and it leaves out. Silence is shown as silence, not as denial. */
export function LeftOutList({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const omissions = findOmissions(sheet.index, story);
	if (omissions.length === 0) return null;
	return (
		<section class="left-out">
			<h3>Left out</h3>
			<dl>
				{omissions.map(({ article, items }) => (
					<div>
						<dt>
							<Sigla sheet={sheet} articles={[article]} />
						</dt>
						<dd>
							<ul>
								{items.map((one) => (
									<li>
										<Item sheet={sheet} leftOut={one} />{" "}
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
		</section>
	);
}

function Item({ sheet, leftOut: { item } }: { readonly sheet: HtmlSheet; readonly leftOut: LeftOut }) {
	if (item.kind === "fact")
		return (
			<a href={`#${factId(item.fact.id)}`}>
				<bdi>{titleOfFact(sheet.index, item.fact, LONGEST)}</bdi>
			</a>
		);
	const { utterance } = item;
	const base = groupWordings(sheet.index, utterance)[0]?.base;
	const number = sheet.numbers.get(utterance.id);
	return (
		<a href={`#${utteranceId(utterance.id)}`}>
			{number === undefined ? "" : `${number} `}
			{utterance.speaker === null ? "" : `${nameOf(sheet.index, utterance.speaker)}: `}
			{base ? <Stance sheet={sheet} wording={base} /> : null}
			<bdi>{base?.marked ? `“${shorten(base.text)}”` : shorten(base?.text ?? "")}</bdi>
		</a>
	);
}
