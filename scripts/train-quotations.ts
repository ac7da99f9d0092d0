/**
 * Trains the quotation tagger and writes its weights.
 *
 *   npm run train:quotations                       from ../shared/data (or STEMMA_CORPORA), to src/quotations/data
 *   npm run train:quotations -- --hold 8 --out F   leaves every eighth article out, writes F, and measures on them
 *
 * The corpus folder holds PolNeAR's train part as `polnear/train`. The same corpus gives the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readPolnear } from "../bench/quality/scorers/polnear-gold.ts";
import { measureQuotations } from "../bench/quality/scorers/quotations.ts";
import { readTaggerWeights, writeTaggerWeights } from "../src/quotations/tagger/weights-file.ts";
import { sha256Hex } from "../src/text/hash.ts";
import { OPTIONS } from "./quotation-training/options.ts";
import { trainTagger } from "./quotation-training/train-tagger.ts";

const { values } = parseArgs({
	options: {
		corpora: { type: "string", default: process.env["STEMMA_CORPORA"] ?? "../shared/data" },
		out: {
			type: "string",
			default: fileURLToPath(new URL("../src/quotations/data/tagger.bin", import.meta.url)),
		},
		hold: { type: "string" },
	},
});

const folder = join(values.corpora, "polnear", "train");
const all = readPolnear(folder);
if (!all) {
	process.stderr.write(`There is no training corpus in ${folder}: name its parent's parent with --corpora.\n`);
	process.exit(1);
}
const hold = values.hold === undefined ? 0 : Number(values.hold);
const isHeld = (at: number): boolean => hold > 0 && at % hold === 3;
const articles = all.filter((_, i) => !isHeld(i));
const started = process.cpuUsage();
const log = (line: string): void => {
	const { user, system } = process.cpuUsage(started);
	process.stdout.write(`${String(Math.round((user + system) / 1e6)).padStart(5)} s  ${line}\n`);
};
log(`${articles.length} articles`);
const bytes = writeTaggerWeights(trainTagger(articles, OPTIONS, log));
writeFileSync(values.out, bytes);
log(`${values.out}: ${bytes.length} bytes, sha256 ${sha256Hex(bytes)}`);
if (hold > 0) {
	const held = all.filter((_, i) => isHeld(i));
	const { figures } = measureQuotations(held, "held out", readTaggerWeights(bytes));
	for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(36)} ${figure}\n`);
}
