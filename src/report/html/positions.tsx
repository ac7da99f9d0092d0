import type { Position } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import { groupBy } from "../view/group-by.ts";
import { nameOf } from "../view/record-index.ts";
import { shorten } from "../view/shorten.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { isUtteranceShown } from "../view/sureness.ts";
import { Anchors, type Html, Sigla } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** Characters of what was said that are given. */
const LONGEST = 220;

/** Per speaker and matter what they said or did over time. Only where it stretches over more days than one. */
export function Positions({ sheet }: { readonly sheet: HtmlSheet }): Html {
	const { record } = sheet.index;
	const utterances = new Map(record.utterances.map((utterance) => [utterance.id, utterance]));
	const sure = record.positions.filter(({ utterance: id, article }) => {
		const own = utterances.get(id ?? "")?.renditions.filter((rendition) => rendition.article === article);
		return own === undefined || isUtteranceShown(sheet.index, { renditions: own });
	});
	const moved = [...groupBy(sure, ({ speaker, about }) => `${speaker} ${about}`).values()].filter(
		(ledger) => new Set(ledger.flatMap(({ when }) => when.earliest ?? when.latest ?? [])).size > 1,
	);
	if (moved.length === 0) return null;
	return (
		<section class="positions" id="positions">
			<h2>Positions over time</h2>
			{moved.map((ledger) => (
				<Ledger sheet={sheet} ledger={ledger} />
			))}
		</section>
	);
}

function Ledger({ sheet, ledger }: { readonly sheet: HtmlSheet; readonly ledger: readonly Position[] }) {
	const [first] = ledger;
	if (!first) return null;
	// One utterance is one entry, however many reports carry it.
	const entries = [...groupBy(ledger, ({ utterance }, at) => utterance ?? `${at}`).values()];
	return (
		<>
			<h3>
				<bdi>{nameOf(sheet.index, first.speaker)}</bdi> on <bdi>{nameOf(sheet.index, first.about)}</bdi>
			</h3>
			<ol class="ledger">
				{entries.map((entry) => {
					const [position] = entry;
					if (!position) return null;
					const text = sheet.index.articles.get(position.article)?.text ?? "";
					const words = position.spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
					return (
						<li>
							<time>{describeDate(position.when) ?? "undated"}</time>
							<div>
								{position.polarity === "said" ? null : (
									<span class="stance">{POLARITY_WORDS[position.polarity]}: </span>
								)}
								<bdi>{shorten(words, LONGEST)}</bdi>{" "}
								<Sigla sheet={sheet} articles={entry.map(({ article }) => article)} />{" "}
								<Anchors
									sheet={sheet}
									places={entry.flatMap(({ article, spans }) => spans.map((span) => ({ ...span, article })))}
								/>
							</div>
						</li>
					);
				})}
			</ol>
		</>
	);
}
