import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TermRarity } from "../../../src/stories/grouping/term-rarity.ts";
import { compareText } from "../../../src/text/compare.ts";
import { stemOf } from "../../../src/text/stem.ts";
import { makeDraw } from "./random.ts";
import {
	changeHouseStyle,
	countWords,
	cut,
	isNumberWord,
	readText,
	reorder,
	rewriteWords,
	type Vocabulary,
	writeText,
} from "./rewrite.ts";
import { BOILERPLATE, LEADS, STATEMENTS, TEMPLATES } from "./templates.ts";

/** A text of the set that is measured; its id quotes nothing. */
export interface MadeText {
	readonly id: string;
	readonly text: string;
	/** What it was made from and how much of it was rewritten, 0–3 tenths; null where it was not made from another. */
	readonly copyOf: { readonly id: string; readonly tenth: number } | null;
	/** Why it is hard to tell from others that it is no copy of; null for a copy. */
	readonly sort: "report" | "same event" | "statement" | "boilerplate" | "template" | null;
}

const TENTHS = [0, 1, 2, 3];
/** Copies made for each tenth of texts of each corpus. */
const COPIES_PER_TENTH = 34;
/** Texts of each corpus that stand in the set as they are, beside those that were copied. */
const MOST_PLAIN = 250;
/** Texts of each corpus that are given a statement, and as many that are given boilerplate. */
const OTHERS = 40;
const LEAST_WORDS = 90;
const MOST_WORDS = 1200;
/** A copy keeps this many words or more. */
const LEAST_KEPT = 60;
/**
 * A text that has this share of the shorter one's runs of five words in common with one before it is left
 * out: such pairs, read one by one, are one agency's text or one statement in two houses' words.
 */
const ONE_TEXT = 0.15;
const RUN = 5;

interface Source {
	readonly id: string;
	readonly text: string;
	/** The event, where the corpus has events. */
	readonly event: string | null;
}

/**
 * Texts of the corpora, copies made of some of them, and texts that are like others and no copies: two
 * reports of one event, reports that print one statement, one outlet's boilerplate under different
 * reports, and one template with other figures. The same on every run. Null where a corpus is missing.
 */
export function makeCopySet(corpora: string, rarity: TermRarity, seed: string = "first"): MadeText[] | null {
	const sources = [
		readPolnear(corpora),
		readLines(corpora, "stories/ecbplus.jsonl"),
		readLines(corpora, "facts/shootings-train.jsonl"),
	];
	const kept = sources.map((list) => list && leaveOutCopies(list.filter(hasFitLength)));
	const vocabulary = makeVocabulary(
		sources.flatMap((list) => list ?? []),
		rarity,
	);
	const made: MadeText[] = [];
	for (const list of kept) {
		if (!list) return null;
		const ordered = makeDraw(seed).shuffle(list);
		const copied = ordered.slice(0, COPIES_PER_TENTH * TENTHS.length);
		copied.forEach((source, i) => {
			made.push(makeCopy(source, TENTHS[Math.floor(i / COPIES_PER_TENTH)] ?? 0, vocabulary, seed));
		});
		const rest = ordered.slice(copied.length);
		const other = rest.splice(0, 2 * OTHERS);
		made.push(...addStatements(other.slice(0, OTHERS)), ...addBoilerplate(other.slice(OTHERS)));
		for (const { id, text, event } of [...copied, ...rest.slice(0, MOST_PLAIN)]) {
			made.push({ id, text, copyOf: null, sort: event === null ? "report" : "same event" });
		}
	}
	TEMPLATES.forEach((fill, kind) => {
		for (let i = 0; i < 30; i++) {
			const id = `template ${kind} ${i}`;
			made.push({ id, text: fill(makeDraw(id)), copyOf: null, sort: "template" });
		}
	});
	return made;
}

function makeCopy({ id, text }: Source, tenth: number, vocabulary: Vocabulary, seed: string): MadeText {
	const copy = `${id}, ${tenth} tenths`;
	const draw = makeDraw(`${seed} ${copy}`);
	const share = (tenth + draw.below(101) / 100) / 10;
	let changed = cut(readText(text), LEAST_KEPT, draw);
	if (draw.chance(0.6)) changed = reorder(changed, draw);
	changed = rewriteWords(changed, share, draw.chance(0.5), vocabulary, draw);
	const body = changeHouseStyle(writeText(changed), draw);
	const led = draw.chance(0.4) ? `${draw.pick(LEADS)}\n${body}` : body;
	return { id: copy, text: led, copyOf: { id, tenth }, sort: null };
}

/** Reports that print one statement, which is up to half of what they print. */
function addStatements(sources: readonly Source[]): MadeText[] {
	return sources.map(({ id, text }, i) => {
		const draw = makeDraw(`statement ${id}`);
		const statement = STATEMENTS[i % STATEMENTS.length] ?? "";
		const paragraphs = shorten(text, countWords(statement) * (1 + draw.below(3))).split("\n");
		paragraphs.splice(1 + draw.below(paragraphs.length), 0, statement);
		return { id: `${id}, statement`, text: paragraphs.join("\n"), copyOf: null, sort: "statement" };
	});
}

function addBoilerplate(sources: readonly Source[]): MadeText[] {
	return sources.map(({ id, text }, i) => {
		const boilerplate = BOILERPLATE[i % BOILERPLATE.length] ?? "";
		const draw = makeDraw(`boilerplate ${id}`);
		const report = shorten(text, countWords(boilerplate) * (1 + draw.below(3)));
		return { id: `${id}, boilerplate`, text: `${report}\n${boilerplate}`, copyOf: null, sort: "boilerplate" };
	});
}

/** The first sentences of a text, until they have this many words. */
function shorten(text: string, words: number): string {
	const kept: string[][] = [];
	let count = 0;
	for (const sentences of readText(text)) {
		const some: string[] = [];
		for (const sentence of sentences) {
			if (count >= words) break;
			some.push(sentence);
			count += countWords(sentence);
		}
		if (some.length > 0) kept.push(some);
	}
	return writeText(kept);
}

function hasFitLength({ text }: Source): boolean {
	const words = countWords(text);
	return words >= LEAST_WORDS && words <= MOST_WORDS;
}

function leaveOutCopies(list: readonly Source[]): Source[] {
	const holders = new Map<string, number>();
	const sizes: number[] = [];
	return list.filter(({ text }, index) => {
		const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
		const runs = new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" ")));
		sizes.push(runs.size);
		const shared = new Map<number, number>();
		for (const run of runs) {
			const holder = holders.get(run);
			if (holder === undefined) holders.set(run, index);
			else shared.set(holder, (shared.get(holder) ?? 0) + 1);
		}
		return ![...shared].some(([other, count]) => count >= ONE_TEXT * Math.min(runs.size, sizes[other] ?? 0));
	});
}

function makeVocabulary(sources: readonly Source[], rarity: TermRarity): Vocabulary {
	const counts = new Map<string, number>();
	for (const { text } of sources) {
		for (const word of text.match(/(?<![\p{L}\p{N}’'-])[a-z]{2,}(?![\p{L}\p{N}’'-])/gu) ?? []) {
			counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	const levels = new Map<number, string[]>();
	const levelOf = (word: string): number => Math.floor(rarity.rarityOf(stemOf(word)) * 16);
	for (const [word] of [...counts]
		.filter(([word, count]) => count > 2 && !isNumberWord(word))
		.sort(([a], [b]) => compareText(a, b))) {
		const level = levels.get(levelOf(word));
		if (level) level.push(word);
		else levels.set(levelOf(word), [word]);
	}
	return { listAlike: (word) => levels.get(levelOf(word)) ?? [] };
}

function readPolnear(corpora: string): Source[] | null {
	const folder = join(corpora, "polnear", "train", "text");
	if (!existsSync(folder)) return null;
	return readdirSync(folder)
		.sort(compareText)
		.map((file, i) => ({ id: `polnear ${i}`, text: readFileSync(join(folder, file), "utf8"), event: null }));
}

function readLines(corpora: string, path: string): Source[] | null {
	const file = join(corpora, path);
	if (!existsSync(file)) return null;
	return readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line, i) => {
			const { text, story } = JSON.parse(line) as { readonly text: string; readonly story?: string };
			return { id: `${story === undefined ? "shootings" : "ecbplus"} ${i}`, text, event: story ?? null };
		});
}
