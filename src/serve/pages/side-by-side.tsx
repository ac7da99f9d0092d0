import type { Child } from "hono/jsx";
import type { VersionDifferenceKind } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { type Html, Iso } from "../../report/html/parts.tsx";
import { shortenIds } from "../../report/html/sheet.ts";
import { countOf } from "../../report/view/count-words.ts";
import { titleOfFact } from "../../report/view/fact-words.ts";
import { type RecordIndex, shortOutletOf, siglumOf } from "../../report/view/record-index.ts";
import type { SideBySide, SideRow, SideTie } from "../../report/view/side-by-side.ts";
import { overlaps } from "../../text/spans.ts";

/** What a row's tie is called, and what it means. */
const TIE_WORDS: Readonly<Record<SideTie, readonly [string, string]>> = {
	copy: ["copy", "a stretch of text that both have"],
	agency: ["agency", "a stretch of text that both have, and both say from whom"],
	quotation: ["quotation", "both give what somebody said"],
	alike: ["alike", "most words are the same, in no stretch long enough to be called shared"],
	"own-words": ["own words", "both tell it, each in words of its own"],
};

const KIND_WORDS: Readonly<Record<VersionDifferenceKind, string>> = {
	quotation: "words in marks",
	number: "number",
	name: "name",
	wording: "wording",
	added: "added",
	removed: "removed",
	typography: "marks and spacing",
};

/** Letters of a fact's name. */
const LONGEST_FACT = 60;

/** Two reports in two columns, what goes together in one row, with the differences marked and the tie said. */
export function SideBySideTable({
	index,
	sides: { a, b, rows },
	findingsAt,
}: {
	readonly index: RecordIndex;
	readonly sides: SideBySide;
	/** The address of the page that holds the findings; null where there is none. */
	readonly findingsAt: string | null;
}): Html {
	return (
		<table class="sides">
			<caption class="hidden">
				Sentences of {siglumOf(index, a)} and {siglumOf(index, b)} that go together, in the order of{" "}
				{siglumOf(index, a)}
			</caption>
			<thead>
				<tr>
					<th scope="col">{nameReport(index, a)}</th>
					<th scope="col">{nameReport(index, b)}</th>
				</tr>
			</thead>
			{rows.map((row) => (
				<Row index={index} row={row} a={a} b={b} findingsAt={findingsAt} />
			))}
		</table>
	);
}

/** How many rows are of each tie, and how many one report alone has. */
export function SideCounts({
	index,
	sides: { a, b, rows },
}: {
	readonly index: RecordIndex;
	readonly sides: SideBySide;
}): Html {
	const told = rows.filter(({ isHeadline }) => !isHeadline);
	const sentences = (some: readonly SideRow[], side: "a" | "b"): number =>
		some.reduce((sum, row) => sum + row[side].length, 0);
	const alone = (side: "a" | "b"): number =>
		sentences(
			told.filter((row) => row[side === "a" ? "b" : "a"].length === 0),
			side,
		);
	const all = { a: sentences(told, "a"), b: sentences(told, "b") };
	const ties = (Object.keys(TIE_WORDS) as SideTie[]).flatMap((tie) => {
		const rowsOf = told.filter((row) => row.tie === tie);
		return rowsOf.length === 0 ? [] : [{ tie, count: rowsOf.length }];
	});
	return (
		<ul class="side-counts">
			{ties.map(({ tie, count }) => (
				<li>
					<span class={`tie ${tie}`}>{TIE_WORDS[tie][0]}</span> {countOf(count, "row")}{" "}
					<span class="note">{TIE_WORDS[tie][1]}</span>
				</li>
			))}
			{(["a", "b"] as const).map((side) => {
				const [own, other] = side === "a" ? [a, b] : [b, a];
				return (
					<li>
						<span class="tie alone">only {siglumOf(index, own)}</span> {alone(side)} of {countOf(all[side], "sentence")}{" "}
						<span class="note">nothing found in {siglumOf(index, other)} that goes with it: silence is no denial</span>
					</li>
				);
			})}
		</ul>
	);
}

function Row({
	index,
	row,
	a,
	b,
	findingsAt,
}: {
	readonly index: RecordIndex;
	readonly row: SideRow;
	readonly a: string;
	readonly b: string;
	readonly findingsAt: string | null;
}) {
	const { tie, isHeadline, differences, also } = row;
	const isSame =
		tie !== null && row.a.length === 1 && row.b.length === 1 && differences.length === 0 && readsAlike(index, row);
	const kinds = [...new Set(differences.map(({ kind }) => KIND_WORDS[kind]))];
	return (
		<tbody class={tie === null ? "alone" : tie}>
			<tr class="said-of">
				<th colspan={2} scope="rowgroup">
					{isHeadline ? "Headlines: " : ""}
					{tie === null ? (
						<span class="tie alone">only {siglumOf(index, row.a.length > 0 ? a : b)}</span>
					) : (
						<span class={`tie ${tie}`}>{TIE_WORDS[tie][0]}</span>
					)}{" "}
					{isSame ? <span class="note">word for word</span> : null}
					{kinds.length === 0 ? null : <span class="note">differs in {kinds.join(", ")}</span>}
					<Findings index={index} row={row} findingsAt={findingsAt} />
					{also.length === 0 ? null : (
						<span class="note">
							some of it is in <Where index={index} places={also} />
						</span>
					)}
				</th>
			</tr>
			<tr>
				<Cell index={index} row={row} side="a" report={a} />
				<Cell index={index} row={row} side="b" report={b} />
			</tr>
		</tbody>
	);
}

function readsAlike({ articles }: RecordIndex, { a, b }: SideRow): boolean {
	const read = (places: readonly Place[]): string =>
		places
			.map(({ article, start, end }) => articles.get(article)?.text.slice(start, end) ?? "")
			.join(" ")
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
	return read(a) === read(b);
}

/** The statements and facts that both sides of a row give, each leading to what is said of it. */
function Findings({
	index,
	row,
	findingsAt,
}: {
	readonly index: RecordIndex;
	readonly row: SideRow;
	readonly findingsAt: string | null;
}) {
	const shorten = shortenIds(index.record);
	const facts = index.record.facts.filter(
		({ id, relation }) => row.facts.includes(id) && relation !== "agree" && relation !== "single-source",
	);
	return (
		<>
			{findingsAt === null
				? null
				: row.utterances.map((id, at) => (
						<>
							{" "}
							<a href={`${findingsAt}#u-${shorten(id)}`}>{at === 0 ? "all wordings" : "and of the next"}</a>
						</>
					))}
			{facts.map((fact) => {
				const words = <Iso text={titleOfFact(index, fact, LONGEST_FACT)} />;
				return (
					<span class="note">
						{" "}
						<span class={`relation ${fact.relation}`}>{fact.relation}</span>{" "}
						{findingsAt === null ? words : <a href={`${findingsAt}#f-${shorten(fact.id)}`}>{words}</a>}
					</span>
				);
			})}
		</>
	);
}

function Where({ index, places }: { readonly index: RecordIndex; readonly places: readonly Place[] }) {
	return (
		<>
			{places.map((place, at) => (
				<>
					{at > 0 ? " " : ""}
					<a class="at" href={`/articles/${place.article}#${place.start}-${place.end}`}>
						{siglumOf(index, place.article)}:{place.start}–{place.end}
					</a>
				</>
			))}
		</>
	);
}

function Cell({
	index,
	row,
	side,
	report,
}: {
	readonly index: RecordIndex;
	readonly row: SideRow;
	readonly side: "a" | "b";
	/** The report of this column. */
	readonly report: string;
}) {
	const places = row[side];
	const [first] = places;
	if (first === undefined) return <td class="nothing">nothing found in {siglumOf(index, report)}</td>;
	const article = index.articles.get(first.article);
	const marks = row.differences.flatMap((one) => {
		const place = side === "a" ? one.from : one.to;
		return place === null ? [] : [{ ...place, kind: one.kind }];
	});
	return (
		<td dir="auto" lang={article?.language ?? undefined}>
			{places.map((place) => (
				<p>
					<MarkedText text={article?.text ?? ""} place={place} marks={marks.filter((mark) => overlaps(mark, place))} />{" "}
					<Where index={index} places={[place]} />
				</p>
			))}
		</td>
	);
}

function MarkedText({
	text,
	place,
	marks,
}: {
	readonly text: string;
	readonly place: Place;
	readonly marks: readonly (Place & { readonly kind: VersionDifferenceKind })[];
}) {
	const pieces: Child[] = [];
	let at = place.start;
	for (const { start, end, kind } of [...marks].sort((x, y) => x.start - y.start)) {
		if (start < at) continue;
		pieces.push(text.slice(at, start), <mark class={`differs ${kind}`}>{text.slice(start, end)}</mark>);
		at = end;
	}
	return (
		<>
			{pieces}
			{text.slice(at, place.end)}
		</>
	);
}

function nameReport(index: RecordIndex, id: string): Html {
	const article = index.articles.get(id);
	return (
		<>
			<span class="siglum">{siglumOf(index, id)}</span>{" "}
			<a href={`/articles/${id}`}>
				<Iso text={article ? shortOutletOf(article) : id} />
			</a>
		</>
	);
}
