import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findLanguage } from "../../../src/language/language.ts";
import { round } from "../../../src/text/compare.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { readPlainToll, readPlainTollOrOne, type Toll } from "../shootings/baseline.ts";
import { type ReadReport, readShooting } from "../shootings/rule.ts";

interface Row {
	readonly text: string;
	readonly publish_date: string;
	readonly gold: { readonly n_killed: number; readonly n_injured: number; readonly shooting_date: string | null };
}

/**
 * Measures numbers and dates on reports of shootings: exact counts of killed and injured, parted by whether the
 * gold is zero, and the exact day. "Plain" is the largest number near a telling word, "plain or one" the same
 * with one where no number is near; see shootings/baseline.ts.
 */
export const scoreShootings: Scorer = async (corpora): Promise<Measurement | null> => {
	const rows = readShootings(corpora, "dev");
	return rows && { stage: "shootings", corpus: "shootings dev", ...measureShootings(rows) };
};

function readShootings(corpora: string, part: string): readonly Row[] | null {
	const file = join(corpora, "facts", `shootings-${part}.jsonl`);
	if (!existsSync(file)) return null;
	return readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Row);
}

/** What the layer and the rule on top of it make of one report. */
function readRow(row: Row): ReadReport {
	const article = makeArticle(row.text, { published: publishedOn(row.publish_date) });
	const words = findWords(article);
	return readShooting(words, findLanguage(article, words), row.publish_date);
}

function measureShootings(rows: readonly Row[]): Pick<Measurement, "figures" | "items"> {
	const items: { [id: string]: number } = {};
	const tallies = new Map<string, { right: number; all: number }>();
	const add = (figure: string, right: boolean): void => {
		const own = tallies.get(figure) ?? { right: 0, all: 0 };
		tallies.set(figure, { right: own.right + (right ? 1 : 0), all: own.all + 1 });
	};
	for (const [i, row] of rows.entries()) {
		const read = readRow(row);
		const plain = readPlainToll(row.text);
		const orOne = readPlainTollOrOne(row.text);
		for (const [name, gold] of [
			["killed", row.gold.n_killed],
			["injured", row.gold.n_injured],
		] as const) {
			const part = gold === 0 ? "zero" : "some";
			const isRight = (toll: Toll): boolean => toll[name] === gold;
			add(`${name}, ${part}`, isRight(read));
			add(`${name}, ${part}, plain`, isRight(plain));
			add(`${name}, ${part}, plain or one`, isRight(orOne));
			items[`${i} ${name}`] = isRight(read) ? 1 : 0;
		}
		if (row.gold.shooting_date === null) continue;
		add("date", read.date === row.gold.shooting_date);
		add("date, day of publication", row.publish_date === row.gold.shooting_date);
		items[`${i} date`] = read.date === row.gold.shooting_date ? 1 : 0;
	}
	const figures: { [name: string]: number } = {};
	for (const [name, { right, all }] of tallies) figures[name] = round(right / all);
	return { figures, items };
}
