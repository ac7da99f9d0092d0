import { describe, expect, it } from "vitest";
import { housePromotion } from "./house-promotion.ts";
import { type LineRule, survey, toLine } from "./lines.ts";
import { mediaLabel } from "./media-label.ts";
import { pointerLabel } from "./pointer-label.ts";
import { readingTime } from "./reading-time.ts";

const CASES: readonly (readonly [LineRule, readonly string[], readonly string[]])[] = [
	[
		mediaLabel,
		[
			"Listen to this article",
			"Artikel anhören",
			"Duration 1:30",
			"1 / 12",
			"Bild 3 von 8",
			"watch now",
			"Placeholder image-1",
			"【PR】",
		],
		[
			"Listen to the sailors, the captain said.",
			"3 of 8 ferries sail again",
			"One in 1/12 of them sank.",
			"A video of the wreck",
		],
	],
	[
		readingTime,
		[
			"Lesedauer: 4 Minuten",
			"3 Min Lesezeit",
			"Tempo de leitura: 1 minuto",
			"2min",
			"14 hours ago",
			"vor 3 Stunden",
			"hace 2 horas",
		],
		["The vote took 4 minutes.", "Two hours ago the ferry sailed.", "4 Boote", "Published 14 May 2031"],
	],
	[
		pointerLabel,
		[
			"Auch interessant",
			"Para saber más",
			"Czytaj więcej",
			"Läs också: Färjan sjönk",
			"You may also like...",
			"関連記事",
		],
		["Auch interessant ist, was der Kapitän sagte.", "Läs också brevet till rederiet, bad hon."],
	],
	[
		housePromotion,
		[
			"For the latest news, sign up for our free newsletters.",
			"Jetzt abonnieren",
			"Síguenos en Telegram",
			"Подписывайтесь на наш канал",
		],
		[
			"Our website went down for hours, the ministry said.",
			"For more than an hour, he told our reporter, nobody came.",
		],
	],
];

function explain(rule: LineRule, written: string): string | null {
	const text = `The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.\n\n${written}`;
	const lines = [
		toLine(text, { start: 0, end: text.length - written.length - 2 }, 0),
		toLine(text, { start: text.length - written.length, end: text.length }, 1),
	];
	const line = lines[1];
	return line ? rule.find(line, { lines, index: 1, ...survey(lines) }) : null;
}

describe.each(CASES)("$rule", (rule, caught, left) => {
	it.each(caught)("drops “%s”", (written) => {
		expect(explain(rule, written)).not.toBeNull();
	});

	it.each(left)("leaves “%s”", (written) => {
		expect(explain(rule, written)).toBeNull();
	});

	it("is done at once with a line of a million characters", () => {
		expect(explain(rule, "lire aussi ".repeat(100_000))).toBeNull();
		expect(explain(rule, "1".repeat(1_000_000))).toBeNull();
	});
});
