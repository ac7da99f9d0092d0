import type { Story } from "../../model/record.ts";
import { titleOf } from "../view/story-lists.ts";
import { tellWhen } from "../view/when-words.ts";
import { heading, INDENT, more, type Page, set, sigla } from "./page.ts";
import { type Line, run } from "./runs.ts";

const SHOWN = 12;

/** The other stories of the same matter, the earliest first, and what ties them. */
export function setThreads(page: Page, story: Story): Line[] {
	const lines: Line[] = [];
	for (const thread of page.index.record.threads) {
		const others = thread.stories
			.map((id) => page.index.stories.get(id))
			.filter((other): other is Story => other !== undefined && other.id !== story.id);
		if (!thread.stories.includes(story.id) || others.length === 0) continue;
		lines.push(...heading(page, "Other stories of the same matter"));
		for (const other of others.slice(0, SHOWN)) {
			const when = tellWhen(page.index, other);
			const aside = sigla(page, other.articles);
			lines.push(
				...set(page, [run(`${when}: `, "dim"), run(titleOf(page.index, other))], { aside, hanging: INDENT + 2 }),
			);
		}
		lines.push(...more(page, others.length - SHOWN));
		const about = thread.about.map((key) => page.index.entities.get(key)?.name ?? key);
		if (about.length > 0) {
			lines.push(...set(page, [run(`tied by ${about.slice(0, 8).join(", ")}`, "dim")], { hanging: INDENT + 2 }));
		}
	}
	return lines;
}
