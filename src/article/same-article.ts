import type { ArticleRole } from "../model/article.ts";
import type { CaptureOrigin } from "../model/capture.ts";
import type { ListedProblem } from "../model/problem.ts";
import { compareNullable, compareText } from "../text/compare.ts";

/** What tells which of several captures of one article counts. */
export interface ComparedReading {
	readonly role: ArticleRole;
	readonly capture: Pick<CaptureOrigin, "place" | "at">;
}

/**
 * Orders readings so that, where several captures gave one article, the one that counts comes first, in whatever order
 * they were given: a primary, then the earliest capture, those without a time last, then by place.
 */
export function compareReadings(a: ComparedReading, b: ComparedReading): number {
	return (
		Number(b.role === "primary") - Number(a.role === "primary") ||
		compareNullable(a.capture.at, b.capture.at) ||
		compareText(a.capture.place, b.capture.place)
	);
}

/** Says that a capture gave an article that another one had given. */
export function noteSameArticle({
	id,
	capture: { place },
}: {
	readonly id: string;
	readonly capture: Pick<CaptureOrigin, "place">;
}): ListedProblem {
	const reason = `${place} is the same text from the same source as another input; it is taken once`;
	return { code: "read/same-article", span: null, reason, article: id, place };
}
