import type { Carrier, Polarity, QuotationKind } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";

/** A quotation on its way: spans of the text, before anybody is looked up by name. */
export interface Draft {
	readonly content: readonly Span[];
	readonly marked: readonly Span[];
	readonly kind: QuotationKind;
	readonly source: Span | null;
	readonly cue: readonly Span[];
	readonly addressee: Span | null;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly relays: readonly Span[];
	readonly carriers: readonly Carrier[];
	readonly rule: string;
	/** Index of the unit it was found in. */
	readonly unit: number;
	/** Index of the paragraph it begins in. */
	readonly paragraph: number;
	/** Whether its marks were closed as marks should be. */
	readonly sound: boolean;
	/** The cue of the quotation that this one goes on from where one speaks both; absent where it stands by itself. */
	readonly after?: readonly Span[];
	/** How sure the tagger is of its own reading, 0–1; absent for the rules'. */
	readonly certainty?: number;
}
