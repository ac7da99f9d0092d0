import type { Stated } from "../../../src/model/article.ts";
import type { StatedDate } from "../../../src/model/date.ts";
import {
	type CollationRecord,
	type Entity,
	type Fact,
	type Lineage,
	type LineageEdgeKind,
	type Quotation,
	RECORD_SCHEMA,
	type RecordArticle,
	type Utterance,
} from "../../../src/model/record.ts";
import type { Span } from "../../../src/model/span.ts";
import type { ComparedGold } from "../collation/gold.ts";
import type { Gold, GoldTarget } from "./gold.ts";
import { TextIndex } from "./texts.ts";

/**
 * The record that holds what the gold says and nothing else, for testing the comparison. A file's
 * text is made of the gold's own texts: headline, dateline, body, what is dropped, then the source
 * and cue words that stand nowhere before. Article and entity ids are file names and gold names.
 */
export function makeGoldRecord(gold: Gold): CollationRecord {
	const texts = new Map(Object.keys(gold.files).map((file) => [file, makeText(gold, file)]));
	const locate: Locate = (file, text, occurrence = 1) => {
		const span = new TextIndex(texts.get(file) ?? "").find(text, occurrence);
		if (!span) throw new Error(`${file} does not hold: ${text}`);
		return span;
	};
	return {
		schema: RECORD_SCHEMA,
		generator: { version: "0", models: [], data: [], options: {}, corrections: 0 },
		articles: Object.keys(gold.files).map((file) => makeArticle(gold, file, texts.get(file) ?? "", locate)),
		versions: [],
		copyGroups: [
			...gold.copies.map(({ id, kinds, files }) => ({
				id,
				kind: kinds[0] === "exact" ? ("exact" as const) : ("near" as const),
				members: files.map((article) => ({ article, spans: [] })),
			})),
			...gold.repeats.map(({ file, text }) => ({
				id: file,
				kind: "exact" as const,
				members: [1, 2].map((half) => ({ article: file, spans: [locate(file, text, half)] })),
			})),
		],
		passages: gold.passages.shared.map(({ files: [a, b], text, quoted }) => ({
			a: { article: a, ...locate(a, text) },
			b: { article: b, ...locate(b, text) },
			exact: text,
			quoted,
			stock: false,
		})),
		entities: gold.entities.map(
			({ name, type, names }): Entity => ({ id: name, name, type, names, reasons: [], related: [], mentions: [] }),
		),
		dates: [],
		numbers: [],
		quotations: makeQuotations(gold, locate),
		terms: Object.entries(gold.files).flatMap(([file, { terms }]) =>
			terms.map(({ text, why }) => ({ article: file, ...locate(file, text), exact: text, reason: why })),
		),
		stories: gold.stories.map(({ id, files }) => {
			const line = gold.lines.together.find((list) => list.every((file) => files.includes(file))) ?? [];
			const alone = files.filter((file) => !line.includes(file)).map((file) => [file]);
			return {
				id,
				aliases: [],
				articles: files,
				why: [],
				near: [],
				headline: null,
				name: null,
				when: NO_DATE,
				where: null,
				lines: [...(line.length > 0 ? [line] : []), ...alone].map((articles) => ({ articles, reason: "" })),
			};
		}),
		threads: gold.threads.map((stories) => ({ id: stories.join(), stories, about: [] })),
		occasions: [],
		utterances: gold.utterances.map((one) => makeUtterance(one, gold, locate)),
		facts: makeFacts(gold, locate),
		lineage: [makeLineage(gold)],
		positions: [],
		corrections: [],
		problems: [],
	};
}

/** Finds a text of the gold in a file; throws where it does not stand there. */
export type Locate = (file: string, text: string, occurrence?: number) => Span;

export const NO_DATE: StatedDate = {
	earliest: null,
	latest: null,
	precision: null,
	zone: null,
	exact: null,
	reason: "",
	evidence: [],
};

function makeText(gold: Gold, file: string): string {
	const one = gold.files[file];
	if (!one) return "";
	const parts = [
		one.headline,
		one.dateline ?? "",
		...one.body.map((part) => (typeof part === "string" ? part : part.text)),
	];
	parts.push(...one.dropped.map(({ text }) => text));
	for (const { source, cue } of one.quotations) {
		for (const words of [source ?? "", ...cue]) if (!parts.join("\n").includes(words)) parts.push(words);
	}
	return parts.join("\n\n");
}

function makeArticle(gold: Gold, file: string, text: string, locate: Locate): RecordArticle {
	const one = gold.files[file];
	const stated = (words: string): Stated => ({ text: words, span: null, from: "gold" });
	const dateline = one?.dateline ?? null;
	return {
		id: file,
		sourceId: file,
		siglum: "A",
		role: "report",
		capture: { place: `examples/${file}`, url: null, mediaType: "text/plain", sha256: "", at: null },
		text,
		body: (one?.body ?? []).map((part) =>
			typeof part === "string" ? locate(file, part) : locate(file, part.text, part.occurrence),
		),
		dropped: [],
		pages: [],
		links: [],
		sourceLines: [],
		headline: { ...stated(one?.headline ?? ""), made: false },
		byline: { ...stated(""), authors: one?.authors ?? [], agencies: one?.agencies ?? [] },
		outlet: { ...stated(one?.outlet ?? ""), site: null },
		dateline: dateline === null ? null : { ...stated(dateline), place: null, date: null, agency: null },
		agencies: [],
		published: { ...NO_DATE, earliest: one?.published ?? null, latest: one?.published ?? null },
		modified: NO_DATE,
		section: null,
		metadata: [],
		truncated: null,
		posts: [],
		language: "en",
		stages: [],
		problems: [],
	};
}

function makeQuotations(gold: Gold, locate: Locate): Quotation[] {
	return Object.entries(gold.files).flatMap(([file, { quotations }]) =>
		quotations.map((one, at): Quotation => {
			const content = one.content.map((text) => locate(file, text, one.occurrence));
			const first = content[0] ?? { start: 0, end: 0 };
			const marks = one.kind === "direct" ? content : (one.marked ?? []).map((text) => locate(file, text));
			return {
				id: `${file} ${at}`,
				article: file,
				kind: one.kind,
				content,
				marked: marks,
				exact: one.content.join(" … "),
				source: one.source === null ? null : locate(file, one.source),
				cue: one.cue.map((words) => locate(file, words)),
				speaker: one.speaker ?? null,
				speakerReason: "",
				candidates: [],
				carriers: one.carriers.map((entity) => ({ entity, span: first })),
				addressee: null,
				occasion: null,
				where: null,
				when: NO_DATE,
				polarity: one.polarity,
				hedged: false,
				confidence: 1,
				rule: "gold",
			};
		}),
	);
}

export function makeUtterance(
	{ id, speaker, renditions }: Gold["utterances"][number],
	gold: ComparedGold,
	locate: Locate,
): Utterance {
	return {
		id,
		story: "",
		occasion: null,
		speaker,
		renditions: renditions.map(({ file, parts, occurrence }) => ({
			id: `${id} ${file}`,
			article: file,
			parts: parts.map((text) => ({ quotation: "", spans: [locate(file, text, occurrence)] })),
			coverage: "whole",
		})),
		alignment: { columns: [] },
		variants: gold.variants
			.filter((variant) => variant.utterance === id)
			.map(({ kinds, readings }) => ({
				kind: kinds[0] ?? "wording",
				columns: { start: 0, end: 1 },
				readings: readings.map((text) => ({ renditions: [], text })),
			})),
		held: [],
	};
}

export function makeFacts(gold: Pick<ComparedGold, "facts">, locate: Locate): Fact[] {
	return gold.facts.map(({ id, statement, type, relation, states, silent }) => ({
		id,
		story: "",
		statement,
		type,
		relation,
		reason: "",
		states: states.map(({ file, value, modes, occurrence }) => ({
			article: file,
			spans: [locate(file, value, occurrence)],
			value,
			mode: modes?.[0] ?? "asserted",
			polarity: "said" as const,
			by: null,
			quotation: null,
		})),
		pairs: [],
		silent,
	}));
}

export function makeLineage(gold: Pick<ComparedGold, "lineage">): Lineage {
	const nodes = new Map<string, Lineage["nodes"][number]>();
	const nodeOf = (target: GoldTarget): string => {
		const id = JSON.stringify(target);
		const bare = { id, kind: "outlet" as const, article: null, entity: null, url: null, name: "" };
		if ("file" in target) nodes.set(id, { ...bare, kind: "report", article: target.file });
		else if ("url" in target) nodes.set(id, { ...bare, kind: "url", url: target.url });
		else nodes.set(id, { ...bare, entity: target.name, name: target.name });
		return id;
	};
	const edges = gold.lineage.edges.map(({ from, to, kinds }) => ({
		from: nodeOf({ file: from }),
		to: nodeOf(to[0] ?? { file: from }),
		kind: (kinds[0] ?? "credits") as LineageEdgeKind,
		directed: true,
		for: null,
		passage: null,
		evidence: [],
		confidence: 1,
	}));
	return { story: "", nodes: [...nodes.values()], edges };
}
