import type { RecordArticle, Story } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findOwnMarks, type OwnMarks, tellVoices } from "../view/own-marks.ts";
import { lastPart, orderArticles, shortOutletOf, siglumOf } from "../view/record-index.ts";
import { measureShare } from "../view/shared-text.ts";
import { clipWords, shorten } from "../view/shorten.ts";
import { findStamp } from "../view/stamp-words.ts";
import { titleOf } from "../view/story-lists.ts";
import { Anchors, type Html, Iso, Scroll, Siglum } from "./parts.tsx";
import { factId, type HtmlSheet, utteranceId } from "./sheet.ts";

/** Utterances and facts named that a report alone gives so, and characters of what a fact is about. */
const MARKS_SHOWN = 2;
const LONGEST_FACT = 60;

/** The reports of a story: siglum, outlet, headline, date, whom each credits, how much of its text stands in others. */
export function ReportsTable({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const { articles } = story;
	const marks = findOwnMarks(sheet.index, story);
	const ordered = orderArticles(sheet.index, articles).flatMap((id) => sheet.index.articles.get(id) ?? []);
	return (
		<Scroll label={`Reports: ${clipWords(titleOf(sheet.index, story))}`}>
			<table class="reports">
				<thead>
					<tr>
						<th scope="col">
							<span class="hidden">Siglum</span>
						</th>
						<th scope="col">Report</th>
						<th scope="col">Published</th>
						<th scope="col">Credits</th>
						<th scope="col">Shared text</th>
					</tr>
				</thead>
				<tbody>
					{ordered.map((article) => (
						<Row sheet={sheet} article={article} members={articles} marks={marks.get(article.id) ?? null} />
					))}
				</tbody>
			</table>
		</Scroll>
	);
}

function Row({
	sheet,
	article,
	members,
	marks,
}: {
	readonly sheet: HtmlSheet;
	readonly article: RecordArticle;
	readonly members: readonly string[];
	readonly marks: OwnMarks | null;
}) {
	const credits = creditedBy(sheet, article.id);
	const { part, most } = measureShare(sheet.index, article, members);
	const percent = Math.round(part * 100);
	const stamp = findStamp(article);
	return (
		<tr>
			<th scope="row">
				<Siglum sheet={sheet} article={article.id} />
			</th>
			<td>
				<b title={article.capture.place}>
					<Iso text={shortOutletOf(article)} />
				</b>
				{article.role === "primary" ? <span class="tag">primary document</span> : null}
				{article.truncated === null ? null : <span class="tag doubt">not the whole report</span>}
				<br />
				<span class="headline" dir="auto" lang={article.language ?? undefined}>
					{clipWords(article.headline?.text ?? "no headline")}
				</span>
				{article.headline?.made === true ? <span class="note"> headline made from the text</span> : null}
				{marks === null ? null : <Marks sheet={sheet} marks={marks} />}
			</td>
			<td>
				{describeDate(article.published) ?? <span class="note">undated</span>}
				{stamp === null ? null : (
					<span class="note">
						; stamp in the text: <Iso text={`“${shorten(stamp.words)}”`} />{" "}
						<Anchors sheet={sheet} places={[{ article: article.id, start: stamp.start, end: stamp.end }]} />
					</span>
				)}
			</td>
			<td>{credits.length === 0 ? <span class="note">nobody</span> : <Iso text={credits.join(", ")} />}</td>
			<td>
				{most === null ? (
					<span class="note">none but quotations</span>
				) : (
					<>
						<meter min={0} max={100} value={percent} aria-label={`${percent} % of the text of ${article.siglum}`}>
							{percent} %
						</meter>{" "}
						{percent < 1 ? "under 1" : percent} %, most in {siglumOf(sheet.index, most)}
					</>
				)}
			</td>
		</tr>
	);
}

/** What only this report says, or gives otherwise than the others do. */
function Marks({ sheet, marks }: { readonly sheet: HtmlSheet; readonly marks: OwnMarks }) {
	const voices = tellVoices(marks);
	const parts: Html[] = [
		...marks.sentences.map(({ text, place }) => (
			<>
				<Iso text={`“${text}”`} /> <Anchors sheet={sheet} places={[place]} />
			</>
		)),
		...marks.utterances.slice(0, MARKS_SHOWN).map(({ utterance, how }) => (
			<>
				gives <a href={`#${utteranceId(sheet, utterance.id)}`}>no. {sheet.numbers.get(utterance.id) ?? ""}</a> {how}
			</>
		)),
		...marks.facts.slice(0, MARKS_SHOWN).map(({ fact, how }) => (
			<>
				gives{" "}
				<a href={`#${factId(sheet, fact.id)}`}>
					<Iso text={titleOfFact(sheet.index, fact, LONGEST_FACT)} />
				</a>{" "}
				<Iso text={how} />
			</>
		)),
		...(voices === "" ? [] : [<Iso text={voices} />]),
	];
	return (
		<span class="alone">
			<i>found only here:</i>{" "}
			{parts.map((part, at) => (
				<>
					{at > 0 ? "; " : ""}
					{part}
				</>
			))}
		</span>
	);
}

/** Names of those whom a report credits or whose text it says it has, once each, as the lineage orders them. */
function creditedBy({ index }: HtmlSheet, article: string): string[] {
	const names = new Set<string>();
	for (const { nodes, edges } of index.record.lineage) {
		const own = nodes.find((node) => node.article === article);
		if (!own) continue;
		for (const edge of edges) {
			if (edge.from !== own.id || (edge.kind !== "credits" && edge.kind !== "reposts")) continue;
			const to = nodes.find(({ id }) => id === edge.to);
			if (to)
				names.add(to.article !== null ? siglumOf(index, to.article) : to.kind === "url" ? lastPart(to.name) : to.name);
		}
	}
	return [...names];
}
