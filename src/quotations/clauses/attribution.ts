import type { Polarity } from "../../model/annotation.ts";
import type { Item, Unit } from "./units.ts";
import type { Range } from "./word-classes.ts";

/**
 * What one cue of a unit attributes, as ranges of items: the shape that every rule fills in and that
 * quotations.ts turns into spans.
 */
export interface Attribution {
	readonly source: Range | null;
	readonly cue: readonly Range[];
	/** Sorted; parts of one content that the attribution clause stands between. */
	readonly content: readonly Range[];
	readonly addressee: Range | null;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly rule: string;
	/** Whoever the sentence says brought the words ("Ostra quoted Pike"), nearest to the report first. */
	readonly relays: readonly Range[];
}

export interface UnitText {
	readonly unit: Unit;
	/** Whether the unit is a headline that capitalises its words, so that a capital tells no name. */
	readonly title: boolean;
	/** Whether the marked item's own words end as a clause does (comma, question, dash). */
	readonly endsClause: (item: Item) => boolean;
	/** Whether the marked item begins with a capital letter, a bracket or an ellipsis. */
	readonly opensSentence: (item: Item) => boolean;
	/** Words inside the marks. */
	readonly length: (item: Item) => number;
}

/** An attribution, and the item from which the unit is still unread. */
export interface Made {
	readonly attribution: Attribution;
	readonly floor: number;
}
