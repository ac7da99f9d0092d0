import fc from "fast-check";
import { expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";

const LEAD = "KELM — Harbour Minister Orla Vane spoke about the Kelm breakwater on Tuesday after its collapse.";
const WORDS = [
	"“We shall rebuild the breakwater with northern granite. Fishing rights will be discussed in the autumn,” Orla Vane said.",
	"“The breakwater will be rebuilt in granite from the north,” the harbour minister said. “The autumn is the time to discuss fishing rights.”",
	"Orla Vane said the breakwater would be rebuilt in granite, and that fishing rights would wait for the autumn.",
	"Orla Vane denied that the guild had been told. “Nobody told the guild,” she said.",
	"The minister promised “granite”. “We are studying fishing rights,” she said.",
];
const reports = fc
	.uniqueArray(fc.tuple(fc.nat(WORDS.length - 1), fc.constantFrom("2031-05-12", "2031-05-13", "2031-05-16")), {
		minLength: 2,
		maxLength: 4,
		selector: ([words, day]) => `${words} ${day}`,
	})
	.map((list) =>
		list.map(
			([words, published]): TestReport => ({
				name: `${words} ${published}`,
				published,
				text: `${LEAD}\n${WORDS[words] ?? ""}`,
			}),
		),
	);

it("gives the same utterances whatever order the reports come in", () => {
	fc.assert(
		fc.property(reports, fc.infiniteStream(fc.nat()), (list, order) => {
			const shuffled = list
				.map((report) => ({ report, key: order.next().value ?? 0 }))
				.sort((a, b) => a.key - b.key)
				.map(({ report }) => report);
			expect(collateTexts(shuffled).utterances).toEqual(collateTexts(list).utterances);
		}),
		{ numRuns: 15 },
	);
}, 60_000);

it("gives each stretch of a report in one rendition of one utterance", () => {
	fc.assert(
		fc.property(reports, (list) => {
			const seen = new Set<string>();
			for (const { renditions } of collateTexts(list).utterances) {
				for (const { article, parts } of renditions) {
					for (const { quotation, spans } of parts) {
						for (const { start, end } of spans) {
							const key = `${article} ${quotation} ${start} ${end}`;
							expect(seen.has(key)).toBe(false);
							seen.add(key);
						}
					}
				}
			}
		}),
		{ numRuns: 10 },
	);
}, 60_000);
