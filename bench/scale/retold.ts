import { randomFrom } from "../../scripts/quotation-training/random.ts";

/**
 * Many reports of one event, made of few: each takes the headline of one report and paragraphs of it and of another,
 * leaves out some sentences and rewords some, so that no two are alike and most say the same. The same seed gives the
 * same reports.
 */

/** Share of sentences left out, and of those kept the share with a word put in, left out or changed. */
const LEFT_OUT = 0.25;
const REWORDED = 0.4;
/** Share of the paragraphs that come from the other report. */
const BORROWED = 0.3;

const CHANGES: readonly (readonly [RegExp, string])[] = [
	[/\bsaid\b/, "told reporters"],
	[/\bwill\b/, "is going to"],
	[/\bnot\b/, "never"],
	[/\bthe\b/, "this"],
	[/\band\b/, "and also"],
	[/\bhad\b/, "had already"],
	[/\bin\b/, "within"],
	[/\bwas\b/, "had been"],
];

export function retellStory(reports: readonly string[], count: number, seed: number): string[] {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const paragraphs = reports.map((report) => report.split(/\n\s*\n/).filter((one) => one.trim() !== ""));
	const reword = (sentence: string): string => {
		if (random() >= REWORDED) return sentence;
		const [from, to] = pick(CHANGES) ?? [/^$/, ""];
		return sentence.replace(from, to);
	};
	return Array.from({ length: count }, (_, at) => {
		const own = pick(paragraphs) ?? [];
		const other = pick(paragraphs) ?? [];
		const [head = "", ...body] = own;
		const told = body.map((paragraph) => {
			const taken = random() < BORROWED ? (pick(other.slice(1)) ?? paragraph) : paragraph;
			const sentences = taken.split(/(?<=[.!?]["”’»]?)\s+/);
			return sentences
				.filter(() => random() >= LEFT_OUT)
				.map(reword)
				.join(" ");
		});
		return [head, `Outlet ${at}`, ...told.filter((one) => one !== "")].join("\n\n");
	});
}
