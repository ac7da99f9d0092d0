import type { Story } from "../../model/record.ts";

/** How many of a story's independent lines the articles stand for: copies count once. */
export function countLines(story: Story, articles: Iterable<string>): number {
	const asked = new Set(articles);
	return story.lines.filter((line) => line.articles.some((article) => asked.has(article))).length;
}
