import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EntityType, Polarity, QuotationKind } from "../../../src/model/annotation.ts";
import type { FactMode, FactRelation, FactType, LineageEdgeKind, VariantKind } from "../../../src/model/record.ts";

/**
 * What must be found in `examples/`, as `examples/gold.json` says it; docs/examples.md describes each
 * part. Every text is exact, white space apart. A text that stands more than once in its file
 * carries `occurrence`, counted from 1.
 */
export interface Gold {
	readonly format: "stemma.examples/1";
	readonly files: { readonly [file: string]: GoldFile };
	readonly entities: readonly GoldEntity[];
	readonly copies: readonly {
		readonly id: string;
		readonly kinds: readonly string[];
		readonly files: readonly string[];
	}[];
	/** Files that hold one text twice; `text` stands in both halves. */
	readonly repeats: readonly { readonly file: string; readonly kinds: readonly string[]; readonly text: string }[];
	readonly passages: {
		readonly shared: readonly GoldPassage[];
		readonly none: readonly (readonly [string, string])[];
	};
	readonly stories: readonly { readonly id: string; readonly files: readonly string[] }[];
	/** Lists of story ids. */
	readonly threads: readonly (readonly string[])[];
	readonly lines: {
		readonly together: readonly (readonly string[])[];
		readonly apart: readonly (readonly [string, string])[];
	};
	readonly utterances: readonly GoldUtterance[];
	readonly apart: readonly { readonly a: GoldText; readonly b: GoldText; readonly why: string }[];
	readonly variants: readonly GoldVariant[];
	readonly facts: readonly GoldFact[];
	readonly lineage: {
		readonly edges: readonly {
			readonly from: string;
			readonly to: readonly GoldTarget[];
			readonly kinds: readonly LineageEdgeKind[];
		}[];
		readonly allowed: readonly { readonly from: string; readonly to: GoldTarget }[];
	};
}

/** Fields that are absent are not scored. */
export interface GoldFile {
	readonly headline: string;
	readonly outlet?: string;
	/** ISO day. */
	readonly published?: string;
	readonly authors?: readonly string[];
	readonly agencies?: readonly string[];
	readonly dateline: string | null;
	readonly body: readonly (string | Occurring)[];
	readonly dropped: readonly (Occurring & { readonly why: string })[];
	readonly quotations: readonly GoldQuotation[];
	readonly terms: readonly { readonly text: string; readonly why: string }[];
}

interface Occurring {
	readonly text: string;
	readonly occurrence?: number;
}

export interface GoldText extends Occurring {
	readonly file: string;
}

export interface GoldQuotation {
	readonly content: readonly string[];
	readonly kind: QuotationKind;
	/** The words naming who speaks; null when none stand beside the content. */
	readonly source: string | null;
	readonly cue: readonly string[];
	/** The words in marks, for the mixed kind. */
	readonly marked?: readonly string[];
	/** A name of `entities`; null when it must stay open; absent when it is not scored. */
	readonly speaker?: string | null;
	/** Names of `entities`, nearest to the report first. */
	readonly carriers: readonly string[];
	readonly polarity: Polarity;
	readonly occurrence?: number;
	/** Neither missed nor wrong, whether it is found or not. */
	readonly optional?: boolean;
}

export interface GoldEntity {
	readonly name: string;
	readonly type: EntityType;
	/** Names that tell it from every other entity of the set. */
	readonly names: readonly string[];
	/** Names that one entity of the record must hold together. */
	readonly joined?: readonly string[];
}

interface GoldPassage {
	readonly files: readonly [string, string];
	readonly text: string;
	readonly quoted: boolean;
}

export interface GoldUtterance {
	readonly id: string;
	readonly speaker: string | null;
	readonly renditions: readonly {
		readonly file: string;
		readonly parts: readonly string[];
		readonly occurrence?: number;
	}[];
}

interface GoldVariant {
	readonly id: string;
	readonly utterance: string;
	readonly kinds: readonly VariantKind[];
	/** Each must lie in a reading of one and the same variant; "" is a reading without words. */
	readonly readings: readonly string[];
	readonly why: string;
}

export interface GoldFact {
	readonly id: string;
	readonly statement: string;
	readonly type: FactType;
	readonly relation: FactRelation;
	readonly states: readonly {
		readonly file: string;
		readonly value: string;
		readonly modes?: readonly FactMode[];
		readonly occurrence?: number;
	}[];
	readonly silent: readonly string[];
}

/** A report of the set, an agency or outlet by its name, or an address. */
export type GoldTarget = { readonly file: string } | { readonly name: string } | { readonly url: string };

/** Reads `gold.json` of the folder of examples; null when it is not there. */
export async function readGold(folder: string): Promise<Gold | null> {
	let text: string;
	try {
		text = await readFile(join(folder, "gold.json"), "utf8");
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
		throw cause;
	}
	const gold = JSON.parse(text) as Gold;
	if (gold.format !== "stemma.examples/1") throw new Error(`gold.json has the unknown format ${String(gold.format)}`);
	return gold;
}
