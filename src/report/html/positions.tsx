import type { Position } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import { listMovedLedgers } from "../view/moved-ledgers.ts";
import { byDay, describeWord, isSpoken } from "../view/position-words.ts";
import { nameOf } from "../view/record-index.ts";
import { shorten } from "../view/shorten.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { Anchors, type Html, Iso, Sigla } from "./parts.tsx";
import { PositionLine } from "./position-line.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** Characters of what was said that are given. */
const LONGEST = 320;

/** Per speaker and matter what they said or did, by day, where it stretches over time. What changes side comes first. */
export function Positions({ sheet }: { readonly sheet: HtmlSheet }): Html {
	const moved = listMovedLedgers(sheet.index.record);
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
	const byId = new Map(ledger.map((position) => [position.id, position]));
	return (
		<>
			<h3>
				<Iso text={nameOf(sheet.index, first.speaker)} /> on <Iso text={nameOf(sheet.index, first.about)} />
			</h3>
			<PositionLine ledger={ledger} />
			<ol class="ledger">
				{ledger.map((position) => (
					<Entry sheet={sheet} position={position} before={byId.get(position.change?.position ?? "") ?? null} />
				))}
			</ol>
		</>
	);
}

/** A position: its day, side and words, who reports it, and what it changes or goes against. */
function Entry({
	sheet,
	position,
	before,
}: {
	readonly sheet: HtmlSheet;
	readonly position: Position;
	/** The position that it changes; null when it changes none. */
	readonly before: Position | null;
}) {
	const { kind, polarity, stance, stanceReason, reports, exact, spans, article, when, differs } = position;
	const day = describeDate(byDay(when)) ?? "undated";
	const marked = kind === "statement" && isSpoken(position);
	const carriers = [...new Set(reports.flatMap((report) => report.carriers))].map((id) => nameOf(sheet.index, id));
	return (
		<li id={positionId(position)}>
			<time>{day}</time>
			<div>
				{stance === null ? null : <span class={`side ${stance}`}>{stance}: </span>}
				{polarity === "said" || stance === "denies" ? null : <span class="stance">{POLARITY_WORDS[polarity]}: </span>}
				<Iso text={marked ? `“${shorten(exact, LONGEST)}”` : shorten(exact, LONGEST)} />{" "}
				<Sigla sheet={sheet} articles={reports.map((report) => report.article)} />{" "}
				<Anchors sheet={sheet} places={spans.map((span) => ({ ...span, article }))} />
				{kind === "act" ? <span class="note"> {describeWord(sheet.index, position)}</span> : null}
				{carriers.length === 0 ? null : <span class="note"> via {carriers.join(", ")}</span>}
				{stance === null ? null : <span class="note"> by {stanceReason}</span>}
				{before === null ? null : (
					<p class="change">
						a change: {before.stance} on <a href={`#${positionId(before)}`}>{describeDate(byDay(before.when))}</a>,{" "}
						{stance} on {day}
					</p>
				)}
				{differs.length === 0 ? null : <p class="doubt">reports of these days differ; no change is read from them</p>}
			</div>
		</li>
	);
}

function positionId({ id }: Position): string {
	return `o-${id}`;
}
