import type { CollationRecord } from "../src/model/record.ts";
import type { Span } from "../src/model/span.ts";
import { overlaps } from "../src/text/spans.ts";

/**
 * What every record must keep, whatever it was made of. Returns one line for each breach; an empty
 * list means that all holds.
 */
export function findBreaches(record: CollationRecord): string[] {
	const breaches: string[] = [];
	const texts = new Map(record.articles.map((article) => [article.id, article.text]));
	const entities = new Set(record.entities.map((entity) => entity.id));
	const quotations = new Map(record.quotations.map((quotation) => [quotation.id, quotation]));
	const stories = new Set(record.stories.map((story) => story.id));
	const inside = (article: string, span: Span, what: string): void => {
		const text = texts.get(article);
		if (text === undefined) breaches.push(`${what}: names an unknown article ${article}`);
		else if (!(span.start >= 0 && span.start < span.end && span.end <= text.length)) {
			breaches.push(`${what}: ${span.start}–${span.end} is no stretch of ${article}`);
		} else if (splitsPair(text, span.start) || splitsPair(text, span.end)) breaches.push(`${what}: splits a character`);
	};
	const slices = (article: string, span: Span & { readonly exact: string }, what: string): void => {
		inside(article, span, what);
		if (texts.get(article)?.slice(span.start, span.end) !== span.exact)
			breaches.push(`${what}: “${span.exact}” is not what stands there`);
	};
	const known = (entity: string | null, what: string): void => {
		if (entity !== null && !entities.has(entity)) breaches.push(`${what}: names an unknown entity ${entity}`);
	};

	for (const article of record.articles) {
		for (const span of article.body) inside(article.id, span, "body");
		for (const span of article.dropped) {
			inside(article.id, span, `dropped by ${span.rule}`);
			if (article.body.some((body) => overlaps(body, span)))
				breaches.push(`dropped by ${span.rule}: lies in the body of ${article.capture.place}`);
		}
		for (const stated of [article.headline, article.byline, article.dateline, article.outlet]) {
			if (stated?.span) inside(article.id, stated.span, "metadata");
		}
	}
	const inBody = (article: string, span: Span, what: string): void => {
		const found = record.articles.find((one) => one.id === article);
		if (!found?.dropped.some((dropped) => overlaps(dropped, span))) return;
		breaches.push(`${what}: stands in what was dropped: “${found.text.slice(span.start, span.end)}”`);
	};
	for (const passage of record.passages) {
		slices(passage.a.article, { ...passage.a, exact: passage.exact }, "passage");
		inside(passage.b.article, passage.b, "passage");
		inBody(passage.a.article, passage.a, "passage");
		inBody(passage.b.article, passage.b, "passage");
	}
	for (const entity of record.entities) {
		for (const mention of entity.mentions) {
			slices(mention.article, mention, `mention of ${entity.name}`);
			inBody(mention.article, mention, `mention of ${entity.name}`);
		}
	}
	for (const date of record.dates) slices(date.article, date, "date");
	for (const number of record.numbers) slices(number.article, number, "number");
	for (const term of record.terms) slices(term.article, term, "term");
	for (const quotation of record.quotations) {
		const text = texts.get(quotation.article) ?? "";
		for (const span of [...quotation.content, ...quotation.marked, ...quotation.cue])
			inside(quotation.article, span, "quotation");
		for (const span of quotation.content) inBody(quotation.article, span, "quotation");
		if (quotation.source) inside(quotation.article, quotation.source, "source");
		const exact = quotation.content.map((span) => text.slice(span.start, span.end)).join(" … ");
		if (exact !== quotation.exact) breaches.push(`quotation: exact is not its content: ${quotation.exact}`);
		known(quotation.speaker, "speaker");
		for (const carrier of quotation.carriers) known(carrier.entity, "carrier");
		for (const candidate of quotation.candidates) known(candidate.entity, "candidate");
		if (quotation.speaker === null && quotation.speakerReason === "")
			breaches.push("a speaker is null without a reason");
	}
	const placed = new Map<string, number>();
	for (const story of record.stories)
		for (const article of story.articles) placed.set(article, (placed.get(article) ?? 0) + 1);
	const primaries = new Set(record.articles.filter(({ role }) => role === "primary").map(({ id }) => id));
	for (const article of record.articles) {
		// A primary document that no report draws on stands in no story.
		if (primaries.has(article.id) && placed.get(article.id) === undefined) continue;
		if (placed.get(article.id) !== 1)
			breaches.push(`${article.capture.place} stands in ${placed.get(article.id) ?? 0} stories`);
	}
	for (const story of record.stories) {
		const lined = story.lines.flatMap((line) => line.articles).sort();
		const reports = story.articles.filter((article) => !primaries.has(article));
		if (reports.length === 0) breaches.push(`story ${story.id} has no report`);
		if (lined.join() !== reports.sort().join())
			breaches.push(`the lines of story ${story.id} are no partition of its reports`);
	}
	const said = new Map<string, Set<string>>();
	for (const utterance of record.utterances) {
		if (!stories.has(utterance.story)) breaches.push("an utterance names an unknown story");
		known(utterance.speaker, "utterance");
		const renditions = new Set(utterance.renditions.map((one) => one.id));
		for (const rendition of utterance.renditions) {
			for (const part of rendition.parts) {
				const quotation = quotations.get(part.quotation ?? "");
				if (!quotation && part.quotation !== null) breaches.push("a rendition names an unknown quotation");
				for (const span of part.spans) {
					inside(rendition.article, span, "rendition");
					const key = `${part.quotation ?? rendition.article} ${span.start}`;
					said.set(key, (said.get(key) ?? new Set()).add(utterance.id));
				}
				if (quotation?.speaker && utterance.speaker && quotation.speaker !== utterance.speaker) {
					breaches.push("an utterance holds another speaker's words");
				}
			}
		}
		for (const column of utterance.alignment.columns) {
			for (const cell of column.cells)
				if (!renditions.has(cell.rendition)) breaches.push("a cell names an unknown rendition");
		}
		const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
		for (const { rendition, primary, leftOut, changed } of utterance.held) {
			const [report, document] = [articleOf.get(rendition) ?? "", articleOf.get(primary) ?? ""];
			if (primaries.has(report) || !primaries.has(document)) breaches.push("held: not a report against a primary");
			for (const span of leftOut) slices(document, span, "left out of the primary");
			for (const one of changed) {
				for (const span of one.primary) slices(document, span, "changed of the primary");
				for (const span of one.report) slices(report, span, "changed by the report");
			}
		}
		for (const variant of utterance.variants) {
			if (variant.readings.length < 2) breaches.push("a variant has fewer than two readings");
		}
	}
	for (const [key, owners] of said) if (owners.size > 1) breaches.push(`words stand in two utterances: ${key}`);
	for (const fact of record.facts) {
		if (!stories.has(fact.story)) breaches.push("a fact names an unknown story");
		for (const state of fact.states) {
			for (const span of state.spans) {
				inside(state.article, span, "fact");
				inBody(state.article, span, "fact");
			}
			known(state.by, "fact");
		}
		const members = record.stories.find((story) => story.id === fact.story)?.articles ?? [];
		const stating = new Set(fact.states.map((state) => state.article));
		if (fact.silent.some((article) => stating.has(article) || !members.includes(article))) {
			breaches.push(`fact “${fact.statement}”: calls an article silent that states it, or that is not of its story`);
		}
	}
	for (const lineage of record.lineage) {
		const nodes = new Set(lineage.nodes.map((node) => node.id));
		for (const edge of lineage.edges) {
			if (!nodes.has(edge.from) || !nodes.has(edge.to)) breaches.push("an edge names an unknown node");
			for (const place of edge.evidence) inside(place.article, place, "evidence");
		}
	}
	const positions = new Map(record.positions.map((position) => [position.id, position]));
	if (positions.size !== record.positions.length) breaches.push("two positions have one id");
	const facts = new Set(record.facts.map((fact) => fact.id));
	const utterances = new Set(record.utterances.map((utterance) => utterance.id));
	for (const position of record.positions) {
		known(position.speaker, "position");
		known(position.about, "position");
		known(position.onBehalfOf, "position");
		if (position.onBehalfOf !== (position.behalf[0]?.entity ?? null))
			breaches.push("a position is on behalf of another");
		for (const { entity, evidence } of position.behalf) {
			known(entity, "behalf");
			for (const place of evidence) inside(place.article, place, "behalf");
		}
		for (const place of position.stanceEvidence) inside(place.article, place, "stance");
		const exact = position.spans.map((span) => texts.get(position.article)?.slice(span.start, span.end)).join(" … ");
		if (exact !== position.exact) breaches.push(`position: exact is not what stands there: ${position.exact}`);
		for (const report of position.reports) {
			for (const span of report.spans) {
				inside(report.article, span, "position");
				inBody(report.article, span, "position");
			}
			known(report.by, "position");
			for (const carrier of report.carriers) known(carrier, "position");
			if (report.quotation !== null && !quotations.has(report.quotation))
				breaches.push("a position names an unknown quotation");
		}
		if (!position.reports.some(({ article }) => article === position.article))
			breaches.push("a position that its report does not give");
		if (position.fact !== null && !facts.has(position.fact)) breaches.push("a position names an unknown fact");
		if (position.utterance !== null && !utterances.has(position.utterance))
			breaches.push("a position names an unknown utterance");
		if (position.change) {
			const before = positions.get(position.change.position);
			const [last, first] = [before?.when.latest?.slice(0, 10) ?? "~", position.when.earliest?.slice(0, 10) ?? ""];
			if (last >= first) breaches.push("a position changes one that is no earlier");
			if (before?.speaker !== position.speaker || before.about !== position.about)
				breaches.push("a position changes another's");
		}
		for (const id of position.differs)
			if (!positions.get(id)?.differs.includes(position.id)) breaches.push("positions differ one way only");
	}
	const findings = new Set([...facts, ...utterances, ...stories, ...quotations.keys(), ...entities]);
	for (const correction of record.corrections) {
		for (const place of correction.places) inside(place.article, place, "correction");
		for (const finding of correction.findings)
			if (!findings.has(finding)) breaches.push("a correction names an unknown finding");
		if (!correction.applied && correction.findings.length > 0) breaches.push("a correction made what it did not");
	}
	const applied = record.corrections.filter((correction) => correction.applied).length;
	if (applied !== record.generator.corrections) breaches.push("corrections are not counted right");
	return breaches;
}

/** Whether an offset lies between the halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
	const before = text.charCodeAt(offset - 1);
	const after = text.charCodeAt(offset);
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
