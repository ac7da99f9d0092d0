import { fileURLToPath } from "node:url";
import { matchRecord } from "../examples/match.ts";
import { collateSet } from "../scorers/collation.ts";
import { type Cause, countCauses, findCauses } from "./causes.ts";
import { readCollationSets } from "./gold.ts";

/**
 * Prints what the record of all open sets misses and has wrong, by cause; with a word, every case
 * whose part or cause holds it. Held sets are never collated.
 *
 *   npx tsx bench/quality/collation/list-causes.ts
 *   npx tsx bench/quality/collation/list-causes.ts "pairs wrongly"
 */

const word = process.argv[2];
const causes: Cause[] = [];
for (const folder of ["sets", "utterance-sets", "further-sets"]) {
	for (const { name, gold } of readCollationSets(fileURLToPath(new URL(`./${folder}`, import.meta.url)))) {
		if (gold.held) continue;
		const found = findCauses(matchRecord(await collateSet(name, folder), gold));
		causes.push(...found.map((one) => ({ ...one, where: `${name}: ${one.where}` })));
	}
}
const lines =
	word === undefined
		? countCauses(causes).map(({ part, cause, count }) => `${String(count).padStart(4)}  ${part}: ${cause}`)
		: causes
				.filter(({ part, cause }) => part.includes(word) || cause.includes(word))
				.map(({ part, cause, where }) => `${part}: ${cause}: ${where}`);
process.stdout.write(`${lines.join("\n")}\n`);
