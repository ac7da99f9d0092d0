import type { Article } from "../../model/article.ts";
import type { StatedDate } from "../../model/date.ts";
import { spanAt } from "../../text/spans.ts";
import type { Day } from "../occasions/report-days.ts";

const MS_A_DAY = 86_400_000;

/**
 * When a report gave a place: the post of a live blog that holds it, else the report's publication, else the day of a
 * dateline without a year, in the year of the reports beside it. Never the day of a change.
 *
 * @param start where the place begins
 * @param day of the report, as `findReportDays` has it
 */
export function datePlace(article: Article, start: number, day: Day | undefined): StatedDate {
	const post = spanAt(article.posts, start);
	if (post) return post.published;
	const { published, modified, dateline } = article;
	const dated = published.earliest !== null || published.latest !== null;
	if (dated || modified.earliest !== null || modified.latest !== null) return published;
	if (day === undefined || dateline === null || dateline.date === null) return published;
	const iso = new Date(day * MS_A_DAY).toISOString().slice(0, 10);
	return {
		earliest: iso,
		latest: iso,
		precision: "day",
		zone: null,
		exact: dateline.date,
		reason: `“${dateline.date}” in the dateline, in the year of the reports beside it`,
		evidence: dateline.span === null ? [] : [{ article: article.id, ...dateline.span }],
	};
}
