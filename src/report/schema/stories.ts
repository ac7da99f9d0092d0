import { z } from "zod";
import type { CorrectionKind, RecordCorrection } from "../../model/correction.ts";
import type {
	CopyGroup,
	Fact,
	FactMode,
	FactRelation,
	FactState,
	FactType,
	Lineage,
	LineageEdge,
	LineageEdgeKind,
	LineageNode,
	LineageNodeKind,
	Passage,
	Position,
	PositionBehalf,
	PositionReport,
	PositionStance,
	Story,
	Thread,
	VersionChange,
	VersionDifference,
	VersionDifferenceKind,
	VersionGroup,
} from "../../model/record.ts";
import { COUNT, FLAG, listOf, object, oneOf, orNull, part, SURENESS, TEXT, TEXTS } from "./fields.ts";
import { DATE, PLACE, PLACES, SPANS } from "./parts.ts";
import { POLARITY } from "./words.ts";

/** What a difference touches. */
export const DIFFERENCE_KIND: z.ZodType<VersionDifferenceKind> = oneOf<VersionDifferenceKind>({
	quotation: 0,
	number: 0,
	name: 0,
	wording: 0,
	added: 0,
	removed: 0,
	typography: 0,
});

export const VERSION_DIFFERENCE: z.ZodType<VersionDifference> = object<VersionDifference>("VersionDifference", {
	kind: DIFFERENCE_KIND,
	from: orNull(PLACE),
	to: orNull(PLACE),
});

export const VERSION_GROUP: z.ZodType<VersionGroup> = object<VersionGroup>("VersionGroup", {
	sourceId: TEXT,
	articles: TEXTS,
	changes: listOf(
		object<VersionChange>("VersionChange", {
			from: TEXT,
			to: TEXT,
			removed: PLACES,
			added: PLACES,
			differences: listOf(VERSION_DIFFERENCE),
		}),
	),
});

export const COPY_GROUP: z.ZodType<CopyGroup> = object<CopyGroup>("CopyGroup", {
	id: TEXT,
	kind: oneOf<CopyGroup["kind"]>({ exact: 0, near: 0 }),
	members: listOf(part<CopyGroup["members"][number]>({ article: TEXT, spans: SPANS })),
});

export const PASSAGE: z.ZodType<Passage> = object<Passage>("Passage", {
	a: PLACE,
	b: PLACE,
	exact: TEXT,
	quoted: FLAG,
	stock: FLAG,
});

const BECAUSE = part<Story["why"][number]>({ article: TEXT, reason: TEXT });

export const STORY: z.ZodType<Story> = object<Story>("Story", {
	id: TEXT,
	aliases: TEXTS,
	articles: TEXTS,
	why: listOf(BECAUSE),
	near: listOf(BECAUSE),
	headline: orNull(part<NonNullable<Story["headline"]>>({ article: TEXT, text: TEXT })),
	name: orNull(TEXT),
	when: DATE,
	where: orNull(part<NonNullable<Story["where"]>>({ entity: orNull(TEXT), exact: TEXT, evidence: PLACES })),
	lines: listOf(part<Story["lines"][number]>({ articles: TEXTS, reason: TEXT })),
});

export const THREAD: z.ZodType<Thread> = object<Thread>("Thread", { id: TEXT, stories: TEXTS, about: TEXTS });

export const RELATION: z.ZodType<FactRelation> = oneOf<FactRelation>({
	agree: 0,
	compatible: 0,
	updated: 0,
	contested: 0,
	conflict: 0,
	"single-source": 0,
	unclear: 0,
});

export const MODE: z.ZodType<FactMode> = oneOf<FactMode>({
	asserted: 0,
	attributed: 0,
	quoted: 0,
	hedged: 0,
	claimed: 0,
});

export const FACT_TYPE: z.ZodType<FactType> = oneOf<FactType>({
	number: 0,
	date: 0,
	place: 0,
	name: 0,
	attribution: 0,
	clause: 0,
});

const FACT_STATE = object<FactState>("FactState", {
	article: TEXT,
	spans: SPANS,
	value: TEXT,
	mode: MODE,
	polarity: POLARITY,
	by: orNull(TEXT),
	quotation: orNull(TEXT),
});

export const FACT: z.ZodType<Fact> = object<Fact>("Fact", {
	id: TEXT,
	story: TEXT,
	statement: TEXT,
	type: FACT_TYPE,
	relation: RELATION,
	reason: TEXT,
	states: listOf(FACT_STATE),
	pairs: listOf(part<Fact["pairs"][number]>({ states: z.tuple([COUNT, COUNT]), relation: RELATION, reason: TEXT })),
	silent: TEXTS,
});

const LINEAGE_NODE = object<LineageNode>("LineageNode", {
	id: TEXT,
	kind: oneOf<LineageNodeKind>({ report: 0, primary: 0, agency: 0, outlet: 0, url: 0, unnamed: 0 }),
	article: orNull(TEXT),
	entity: orNull(TEXT),
	url: orNull(TEXT),
	name: TEXT,
});

export const EDGE_KIND: z.ZodType<LineageEdgeKind> = oneOf<LineageEdgeKind>({
	copies: 0,
	shares: 0,
	credits: 0,
	reposts: 0,
});

const LINEAGE_EDGE = object<LineageEdge>("LineageEdge", {
	from: TEXT,
	to: TEXT,
	kind: EDGE_KIND,
	directed: FLAG,
	for: orNull(TEXT),
	passage: orNull(PLACE),
	evidence: PLACES,
	confidence: SURENESS,
});

export const LINEAGE: z.ZodType<Lineage> = object<Lineage>("Lineage", {
	story: TEXT,
	nodes: listOf(LINEAGE_NODE),
	edges: listOf(LINEAGE_EDGE),
});

const SIDE = oneOf<PositionStance>({ supports: 0, opposes: 0, demands: 0, warns: 0, denies: 0 });
export const STANCE: z.ZodNullable<z.ZodType<PositionStance>> = orNull(SIDE);

const POSITION_REPORT = object<PositionReport>("PositionReport", {
	article: TEXT,
	spans: SPANS,
	mode: MODE,
	polarity: POLARITY,
	by: orNull(TEXT),
	quotation: orNull(TEXT),
	carriers: TEXTS,
	stance: STANCE,
	sure: FLAG,
});

export const POSITION: z.ZodType<Position> = object<Position>("Position", {
	id: TEXT,
	speaker: TEXT,
	onBehalfOf: orNull(TEXT),
	behalf: listOf(object<PositionBehalf>("PositionBehalf", { entity: TEXT, reason: TEXT, evidence: PLACES })),
	about: TEXT,
	kind: oneOf<Position["kind"]>({ statement: 0, act: 0 }),
	act: orNull(TEXT),
	when: DATE,
	article: TEXT,
	spans: SPANS,
	exact: TEXT,
	utterance: orNull(TEXT),
	fact: orNull(TEXT),
	polarity: POLARITY,
	stance: STANCE,
	stanceReason: TEXT,
	stanceEvidence: PLACES,
	reports: listOf(POSITION_REPORT),
	change: orNull(part<NonNullable<Position["change"]>>({ position: TEXT, stance: SIDE, when: DATE })),
	differs: TEXTS,
});

/** What became of a person's decision. */
export const CORRECTION: z.ZodType<RecordCorrection> = object<RecordCorrection>("RecordCorrection", {
	id: TEXT,
	kind: oneOf<CorrectionKind>({
		"same-utterance": 0,
		"not-same-utterance": 0,
		speaker: 0,
		"reject-conflict": 0,
		"split-story": 0,
		"join-stories": 0,
		"move-reports": 0,
		"rename-story": 0,
		"rename-entity": 0,
	}),
	who: TEXT,
	when: TEXT,
	why: TEXT,
	applied: FLAG,
	reason: TEXT,
	places: PLACES,
	findings: TEXTS,
});
