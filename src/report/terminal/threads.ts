import type { Position, Story } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import { nameOf } from "../view/record-index.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, pad, quoted, set, sigla } from "./page.ts";
import { type Line, run } from "./runs.ts";
import { titleOf } from "./story-head.ts";

const SHOWN = 12;
const LONGEST = 140;

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
			const when = describeDate(other.when) ?? "undated";
			const aside = sigla(page, other.articles);
			lines.push(...set(page, [run(`${when}: `, "dim"), run(titleOf(page, other))], { aside, hanging: INDENT + 2 }));
		}
		lines.push(...more(page, others.length - SHOWN));
		const about = thread.about.map((key) => page.index.entities.get(key)?.name ?? key);
		if (about.length > 0) {
			lines.push(...set(page, [run(`tied by ${about.slice(0, 8).join(", ")}`, "dim")], { hanging: INDENT + 2 }));
		}
	}
	return lines;
}

/** The ledger of dated positions: per speaker and matter what they said or did, the earliest first. */
export function setPositions(page: Page): Line[] {
	const ledgers = new Map<string, Position[]>();
	for (const position of page.index.record.positions) {
		const key = `${position.speaker} ${position.about}`;
		ledgers.set(key, [...(ledgers.get(key) ?? []), position]);
	}
	const moved = [...ledgers.values()].filter((ledger) => ledger.length > 1);
	if (moved.length === 0) return [];
	const lines = heading(page, "Positions over time");
	for (const ledger of moved.slice(0, SHOWN)) {
		const [first] = ledger;
		if (!first) continue;
		const title = `${nameOf(page.index, first.speaker)} on ${nameOf(page.index, first.about)}`;
		lines.push(...set(page, [run(title, "strong")]));
		for (const position of ledger.slice(0, SHOWN)) lines.push(...setPosition(page, position));
		lines.push(...more(page, ledger.length - SHOWN, INDENT + 2));
	}
	return lines;
}

function setPosition(page: Page, position: Position): Line[] {
	const text = page.index.articles.get(position.article)?.text ?? "";
	const words = position.spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
	const when = describeDate(position.when) ?? "undated";
	const stance = position.polarity === "said" ? [] : [run(`${position.polarity} `, "alarm")];
	const shown = firstWords(page, words, LONGEST);
	return set(page, [...stance, ...(position.kind === "act" ? [run(shown)] : quoted(page, shown))], {
		first: pad(when, 18, "dim"),
		indent: INDENT + 2,
		aside: anchors(
			page,
			position.spans.map((span) => ({ ...span, article: position.article })),
			2,
		),
	});
}
