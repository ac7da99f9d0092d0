import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { StatedDate } from "../../model/date.ts";
import { daysOf, findReportDays } from "./report-days.ts";

const date = (day: string | null, exact: string | null = day): StatedDate => ({
	earliest: day,
	latest: day,
	precision: day === null ? null : "day",
	zone: null,
	exact,
	reason: "the test states it",
	evidence: [],
});

function report(sourceId: string, published: string | null, dateline: string | null = null): AnnotatedArticle {
	const article = makeArticle("The dam holds.", {
		sourceId,
		published: date(published),
		dateline:
			dateline === null ? null : { text: "", span: null, from: "test", place: null, date: dateline, agency: null },
	});
	return { article } as AnnotatedArticle;
}

const DAY = Date.UTC(2031, 8, 18) / 86_400_000;

describe("findReportDays", () => {
	it("takes the year of a dateline from the reports beside it", () => {
		const dated = report("a", "2031-09-19");
		const wire = report("b", null, "Sept 18");
		expect(findReportDays([wire, dated]).get(wire.article.id)).toBe(DAY);
	});

	it("borrows no year from months away, and gives no day where nothing states one", () => {
		const dated = report("a", "2031-03-02");
		const wire = report("b", null, "Sept 18");
		const bare = report("c", null);
		expect([...findReportDays([wire, dated, bare]).keys()]).toEqual([dated.article.id]);
	});
});

describe("daysOf", () => {
	it("reads a bare weekday as the last one before the report", () => {
		expect(daysOf(date(null, "Tuesday"), DAY)).toEqual({ first: DAY - 2, last: DAY - 2 });
		expect(daysOf(date(null, "Thursday"), DAY)).toEqual({ first: DAY, last: DAY });
	});

	it("gives none without a day to count from", () => {
		expect(daysOf(date(null, "Tuesday"), null)).toBeNull();
		expect(daysOf(date(null, null), DAY)).toBeNull();
	});
});
