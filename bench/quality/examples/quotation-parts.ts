import type { Quotation } from "../../../src/model/record.ts";
import type { Span } from "../../../src/model/span.ts";
import { isSure } from "../../../src/quotations/sureness.ts";
import { sliceOf } from "../../../src/text/spans.ts";
import type { GoldQuotation } from "./gold.ts";
import { locate, type Matched } from "./match.ts";
import { Tally } from "./tally.ts";
import { collapse, meets, trimMarks } from "./texts.ts";

/** One unbroken stretch of a gold quotation's content. */
interface GoldStretch {
	readonly id: string;
	readonly quotation: GoldQuotation;
	readonly text: string;
	readonly span: Span | null;
	found: FoundStretch | null;
}

interface FoundStretch {
	readonly quotation: Quotation;
	readonly span: Span;
	readonly text: string;
	taken: boolean;
	/** Meets a gold quotation that counts neither way. */
	ignored: boolean;
}

/**
 * Quotations, stretch by stretch: an attribution that breaks a quotation in two may be kept as one
 * finding of two stretches or as two findings. A stretch is found when its text is the gold's, marks
 * at the ends apart and for the indirect kind a leading "that", or, for the mixed kind, when its words
 * in marks are. Each found stretch serves once, so a text found in both halves of a doubled body is wrong once.
 */
export function compareQuotations(matched: Matched): Tally {
	const tally = new Tally();
	const golds: GoldStretch[] = [];
	const founds: FoundStretch[] = [];
	for (const file of Object.keys(matched.gold.files)) {
		const inFile = matchFile(matched, file);
		golds.push(...inFile.golds);
		founds.push(...inFile.founds);
	}
	const scored = golds.filter((stretch) => stretch.quotation.optional !== true);
	for (const stretch of scored) tally.note(stretch.id, stretch.found !== null);
	rateKind(tally, "quotations in marks", scored, founds, (kind) => kind !== "indirect");
	rateKind(tally, "indirect quotations", scored, founds, (kind) => kind === "indirect");
	const pairs = scored.flatMap(({ id, quotation, found }) =>
		found ? [{ id, gold: quotation, found: found.quotation, matched }] : [],
	);
	const share = (name: string, test: (pair: Pair) => boolean): void => {
		tally.share(name, pairs.filter(test).length, pairs.length);
	};
	share("quotation kind right", ({ gold, found }) => gold.kind === found.kind);
	share("polarity right", ({ gold, found }) => gold.polarity === found.polarity);
	share("source right", sourceIsRight);
	share("cue right", cueIsRight);
	rateSpeakers(tally, matched, scored);
	rateCarriers(tally, matched, scored);
	rateTerms(tally, matched);
	return tally;
}

interface Pair {
	readonly matched: Matched;
	readonly gold: GoldQuotation;
	readonly found: Quotation;
}

function matchFile(matched: Matched, file: string): { golds: GoldStretch[]; founds: FoundStretch[] } {
	const article = matched.articleOf.get(file);
	const golds = (matched.gold.files[file]?.quotations ?? []).flatMap((quotation, at) =>
		quotation.content.map((text, part): GoldStretch => {
			const span = locate(matched, file, text, quotation.occurrence);
			return {
				id: `quotations/${file}/${at + 1}.${part + 1}`,
				quotation,
				text: bareText(text, quotation.kind),
				span,
				found: null,
			};
		}),
	);
	const founds = matched.record.quotations
		.filter((quotation) => quotation.article === article?.id && isSure(quotation))
		.flatMap((quotation) =>
			quotation.content.map((span): FoundStretch => {
				const text = bareText(article ? sliceOf(article.text, span) : "", quotation.kind);
				return { quotation, span, text, taken: false, ignored: false };
			}),
		);
	const take = (stretch: GoldStretch, test: (found: FoundStretch) => boolean): void => {
		if (stretch.found) return;
		const found = founds.find((one) => !one.taken && test(one));
		if (!found) return;
		found.taken = true;
		stretch.found = found;
	};
	for (const stretch of golds) take(stretch, ({ text, span }) => text === stretch.text && overlaps(stretch.span, span));
	for (const stretch of golds) take(stretch, ({ text }) => text === stretch.text);
	for (const stretch of golds) {
		if (stretch.quotation.kind !== "mixed" || !article) continue;
		const marked = (stretch.quotation.marked ?? []).map(trimMarks).join("\n");
		const markedOf = (found: FoundStretch): string =>
			found.quotation.marked.map((span) => trimMarks(sliceOf(article.text, span))).join("\n");
		take(stretch, (found) => markedOf(found) === marked && overlaps(stretch.span, found.span));
	}
	const open = golds.filter(({ quotation }) => quotation.optional === true);
	for (const found of founds) found.ignored = !found.taken && open.some(({ span }) => overlaps(span, found.span));
	for (const { quotation, found } of golds) if (found && quotation.optional === true) found.ignored = true;
	return { golds, founds };
}

/** Some count the "that" of an indirect quotation to its content, some to its cue: nobody's words either way. */
function bareText(text: string, kind: string): string {
	const bare = trimMarks(text);
	return kind === "direct" ? bare : bare.replace(/^that /, "");
}

function overlaps(a: Span | null, b: Span): boolean {
	return a !== null && meets([a], [b]);
}

function rateKind(
	tally: Tally,
	name: string,
	golds: readonly GoldStretch[],
	founds: readonly FoundStretch[],
	isKind: (kind: string) => boolean,
): void {
	const ofKind = founds.filter(({ quotation, ignored }) => isKind(quotation.kind) && !ignored);
	const wanted = golds.filter(({ quotation }) => isKind(quotation.kind));
	const right = ofKind.filter(({ taken }) => taken).length;
	tally.rates(name, right, ofKind.length, wanted.filter(({ found }) => found).length, wanted.length);
}

/** The source's words hold the gold's or lie in them; both may be absent. */
function sourceIsRight({ matched, gold, found }: Pair): boolean {
	const text = matched.record.articles.find(({ id }) => id === found.article)?.text ?? "";
	if (gold.source === null || found.source === null) return gold.source === found.source;
	const words = trimMarks(sliceOf(text, found.source)).toLowerCase();
	const wanted = trimMarks(gold.source).toLowerCase();
	return words.includes(wanted) || wanted.includes(words);
}

/** Each of the gold's cue words stands in the found cue; both may be absent. */
function cueIsRight({ matched, gold, found }: Pair): boolean {
	const text = matched.record.articles.find(({ id }) => id === found.article)?.text ?? "";
	const cue = ` ${collapse(found.cue.map((span) => sliceOf(text, span)).join(" "))} `;
	if (gold.cue.length === 0) return cue.trim() === "" || trimMarks(cue) === "";
	return gold.cue
		.join(" ")
		.split(" ")
		.some((word) => cue.includes(` ${word} `));
}

/**
 * Speakers, end to end: recall over every gold quotation whose speaker is known, precision over the
 * speakers given to quotations that were found; a speaker given where it must stay open is wrong.
 */
function rateSpeakers(tally: Tally, matched: Matched, golds: readonly GoldStretch[]): void {
	let given = 0;
	let right = 0;
	let known = 0;
	for (const { id, quotation, found } of golds) {
		if (quotation.speaker === undefined) continue;
		const speaker = found?.quotation.speaker ?? null;
		const same = speaker === null ? quotation.speaker === null : matched.nameOf.get(speaker) === quotation.speaker;
		tally.note(`speakers/${id.slice("quotations/".length)}`, found !== null && same);
		if (quotation.speaker !== null) known++;
		if (speaker === null) continue;
		given++;
		if (same && quotation.speaker !== null) right++;
	}
	tally.rates("speakers", right, given, right, known);
}

function rateCarriers(tally: Tally, matched: Matched, golds: readonly GoldStretch[]): void {
	let given = 0;
	let right = 0;
	let known = 0;
	for (const { id, quotation, found } of golds) {
		const names = (found?.quotation.carriers ?? []).map(({ entity }) => matched.nameOf.get(entity) ?? entity);
		given += names.length;
		known += quotation.carriers.length;
		for (const [at, carrier] of quotation.carriers.entries()) {
			if (tally.note(`carriers/${id.slice("quotations/".length)}/${at + 1}`, names[at] === carrier)) right++;
		}
	}
	tally.rates("carriers", right, given, right, known);
}

function rateTerms(tally: Tally, matched: Matched): void {
	let found = 0;
	let right = 0;
	let known = 0;
	for (const [file, gold] of Object.entries(matched.gold.files)) {
		const article = matched.articleOf.get(file);
		const terms = matched.record.terms
			.filter((term) => term.article === article?.id)
			.map(({ exact }) => trimMarks(exact));
		found += terms.length;
		known += gold.terms.length;
		for (const [at, term] of gold.terms.entries()) {
			if (tally.note(`terms/${file}/${at + 1}`, terms.includes(trimMarks(term.text)))) right++;
		}
	}
	tally.rates("terms", right, found, right, known);
}
