import type { RecordArticle } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import { groupBy } from "../view/group-by.ts";
import { shortOutletOf } from "../view/record-index.ts";
import { type Html, Sigla } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";
import { layOutTime, rangeOf } from "./time-axis.ts";

const WIDTH = 720;
const MARGIN = 24;
const ROW = 20;
/** Pixels of a letter of a siglum, and between a mark and its sigla. */
const LETTER = 9;
const GAP = 8;

/** When the reports were published, along one axis; those of which nothing says when are named below it. */
export function Timeline({
	sheet,
	articles,
}: {
	readonly sheet: HtmlSheet;
	readonly articles: readonly RecordArticle[];
}): Html {
	const dated = articles.flatMap((article) => {
		const range = rangeOf(article.published);
		return range ? [{ article, ...range }] : [];
	});
	const undated = articles.filter((article) => rangeOf(article.published) === null);
	const axis = layOutTime(dated, WIDTH, MARGIN);
	if (dated.length < 2 || axis === null) return null;
	const rows: number[] = [];
	const placed = [...groupBy(dated, ({ start, end }) => `${start} ${end}`).values()]
		.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || (a[0]?.end ?? 0) - (b[0]?.end ?? 0))
		.map((together) => {
			const x = axis.x(together[0]?.start ?? 0);
			const x2 = axis.x(together[0]?.end ?? 0);
			const label = together.reduce((sum, { article }) => sum + (article.siglum.length + 1) * LETTER, GAP);
			// What stands at the right end has its names at the left of it.
			const turned = x2 + label > WIDTH;
			const [left, right] = turned ? [x - label, x2] : [x, x2 + label];
			let row = rows.findIndex((taken) => taken < left);
			if (row < 0) row = rows.push(0) - 1;
			rows[row] = right;
			return { together, x, x2, turned, y: ROW * (row + 1) };
		});
	const height = ROW * (rows.length + 1);
	return (
		<figure class="timeline">
			<svg viewBox={`0 0 ${WIDTH} ${height + 24}`}>
				<title>When the reports were published</title>
				{axis.ticks.map(({ x, label }) => (
					<>
						<line class="tick" x1={x} y1={0} x2={x} y2={height} />
						<text class="tick" x={x} y={height + 16} text-anchor="middle">
							{label}
						</text>
					</>
				))}
				{placed.map(({ together, x, x2, turned, y }) => (
					<>
						{x2 > x + 2 ? <line class="range" x1={x} y1={y - 4} x2={x2} y2={y - 4} /> : null}
						<circle cx={x} cy={y - 4} r={4} />
						<text x={turned ? x - GAP : x2 + GAP} y={y} text-anchor={turned ? "end" : undefined}>
							{together.map(({ article }, at) => (
								<>
									{at > 0 ? " " : ""}
									<a href={`#${sheet.targets.ofArticle(article.id)}`}>
										<title>
											{article.siglum}: {shortOutletOf(article)}, {describeDate(article.published)}
										</title>
										{article.siglum}
									</a>
								</>
							))}
						</text>
					</>
				))}
			</svg>
			<figcaption class="note">
				When the reports were published; a line where only the day or a stretch is known.
				{undated.length === 0 ? null : (
					<>
						{" "}
						Undated: <Sigla sheet={sheet} articles={undated.map(({ id }) => id)} />
					</>
				)}
			</figcaption>
		</figure>
	);
}
