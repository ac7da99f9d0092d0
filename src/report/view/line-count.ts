import type { Story } from "../../model/record.ts";
import { countOf } from "./count-words.ts";

/** How many of a story's independent lines the articles stand for: copies count once. */
export function countLines(story: Story, articles: Iterable<string>): number {
	const asked = new Set(articles);
	return story.lines.filter((line) => line.articles.some((article) => asked.has(article))).length;
}

/**
 * How many lines a story is told in, which is a finding and no more: what shows that one report depends on another may
 * be missed, and one that draws on two others joins what may be two.
 */
export function tellLines(lines: number): string {
	return `${countOf(lines, "independent line")}${lines > 1 ? " as far as found" : ""}`;
}
