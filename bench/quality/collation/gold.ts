import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VariantKind } from "../../../src/model/record.ts";
import type { GoldEntity, GoldFact, GoldTarget, GoldText, GoldUtterance } from "../examples/gold.ts";
import type { MatchedGold } from "../examples/match.ts";

/** What a careful reader writes down of one set of reports; README.md in this folder describes each part. */
export interface CollationGold {
	readonly format: "stemma.collation-set/1";
	readonly about: string;
	readonly held: boolean;
	readonly files: { readonly [file: string]: { readonly outlet: string; readonly published: string | null } };
	readonly entities: readonly GoldEntity[];
	readonly utterances: readonly GoldUtterance[];
	readonly apart: readonly { readonly a: GoldText; readonly b: GoldText; readonly why: string }[];
	readonly variants: readonly {
		readonly id: string;
		readonly utterance: string;
		readonly kinds: readonly VariantKind[];
		readonly readings: readonly string[];
		readonly matters: boolean;
		readonly why: string;
	}[];
	readonly facts: readonly GoldFact[];
	readonly carriers: readonly (GoldText & { readonly carriers: readonly string[] })[];
	readonly lineage: {
		readonly edges: readonly {
			readonly from: string;
			readonly to: readonly GoldTarget[];
			readonly kinds: readonly string[];
		}[];
		readonly allowed: readonly { readonly from: string; readonly to: GoldTarget }[];
	};
}

/** What the comparison of utterances, variants, facts and lineage asks of a gold; that of `examples/` has it too. */
export interface ComparedGold extends MatchedGold {
	readonly utterances: readonly GoldUtterance[];
	readonly apart: readonly { readonly a: GoldText; readonly b: GoldText }[];
	readonly variants: readonly {
		readonly id: string;
		readonly utterance: string;
		readonly kinds: readonly VariantKind[];
		readonly readings: readonly string[];
		/** Absent where only variants that matter are listed. */
		readonly matters?: boolean;
	}[];
	readonly facts: readonly GoldFact[];
	readonly lineage: CollationGold["lineage"];
	/** Files that carry one text, where the gold says so apart from its edges. */
	readonly lines?: { readonly together: readonly (readonly string[])[] };
}

/** A set of reports with its gold. */
export interface CollationSet {
	readonly name: string;
	readonly gold: CollationGold;
	readonly texts: ReadonlyMap<string, string>;
}

/** The sets of a folder, by name. */
export function readCollationSets(folder: string): CollationSet[] {
	return readdirSync(folder)
		.sort()
		.map((name) => {
			const inside = join(folder, name);
			const gold = JSON.parse(readFileSync(join(inside, "gold.json"), "utf8")) as CollationGold;
			if (gold.format !== "stemma.collation-set/1") throw new Error(`${name}: unknown format ${String(gold.format)}`);
			const files = readdirSync(inside).filter((file) => file.endsWith(".txt"));
			return {
				name,
				gold,
				texts: new Map(files.sort().map((file) => [file, readFileSync(join(inside, file), "utf8")])),
			};
		});
}
