import { randomFrom } from "../../scripts/quotation-training/random.ts";
import { hash32, mix32 } from "../../src/text/hash.ts";

/**
 * Reports of made events, for measuring: as long as real ones, written as they are, and no two alike but where they
 * tell one event. Each event takes the sentences of a real text and puts other words of the same ending and about the
 * same frequency in the place of those that are not common, and other names in the place of names, the same in all
 * reports of the event. A tenth of the events are told by 2 to 40 reports, of which one in four is a copy with a
 * sentence left out, and the others have two in three of its paragraphs, some sentences left out, and paragraphs of a
 * text of their own. The same seed gives the same reports.
 */
export interface MadeReport {
	readonly text: string;
	readonly url: string;
	readonly outlet: string;
	/** ISO 8601. */
	readonly published: string;
}

const RETOLD = 0.1;
const MOST_REPORTS = 40;
const COPIED = 0.25;
const TAKEN = 0.65;
const LEFT_OUT = 0.2;
/** A word of which more than one in so many is it stays: without these no sentence stands. */
const COMMON = 2500;
/** Reports of many events come mixed: so many wait. */
const WAITING = 60;
const OUTLETS = 300;
const A_DAY = 20_000;
const FIRST_DAY = Date.UTC(2031, 4, 1);

const WORDS = /\p{L}[\p{L}’']*|\d+/gu;
const ENDING = /(?:ing|ed|ly|tion|er|s|ity|al)$/;

/** Words that may stand for each other, each as often as it occurs. */
type Bands = ReadonlyMap<string, readonly string[]>;

interface Vocabulary {
	readonly counts: ReadonlyMap<string, number>;
	readonly total: number;
	readonly bands: Bands;
}

function readVocabulary(texts: readonly string[]): Vocabulary {
	const counts = new Map<string, number>();
	let total = 0;
	for (const text of texts) {
		for (const [word] of text.matchAll(WORDS)) {
			counts.set(word, (counts.get(word) ?? 0) + 1);
			total++;
		}
	}
	const bands = new Map<string, string[]>();
	for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (count > total / COMMON || /\d/.test(word)) continue;
		const band = bandOf(word, count);
		const list = bands.get(band) ?? [];
		bands.set(band, list);
		for (let i = 0; i < count; i++) list.push(word);
	}
	return { counts, total, bands };
}

function bandOf(word: string, count: number): string {
	const shape = /^\p{Lu}\P{Ll}+$/u.test(word) ? "A" : /^\p{Lu}/u.test(word) ? "Aa" : "a";
	return `${shape} ${ENDING.exec(word)?.[0] ?? ""} ${Math.floor(Math.log2(count))}`;
}

/** Texts with their words put in the place of others, the same for one event. */
function retext(text: string, event: number, { counts, total, bands }: Vocabulary): string {
	return text.replace(WORDS, (word) => {
		const drawn = mix32(hash32(word), event);
		if (/^\d/.test(word)) {
			// Years and small counts stay what they are to a reader.
			if (word.length > 3 || word.length === 1) return word;
			return String(10 ** (word.length - 1) + (drawn % (9 * 10 ** (word.length - 1))));
		}
		const count = counts.get(word) ?? 1;
		if (count > total / COMMON) return word;
		const band = bands.get(bandOf(word, count));
		return band ? (band[drawn % band.length] ?? word) : word;
	});
}

export function* makeReports(texts: readonly string[], seed: number): Generator<MadeReport, never> {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const vocabulary = readVocabulary(texts);
	const waiting: string[] = [];
	let number = 0;
	for (let event = 0; ; event++) {
		const first = retext(pick(texts) ?? "", event, vocabulary);
		waiting.push(first);
		const told = random() < RETOLD ? 2 + Math.floor(random() ** 3 * (MOST_REPORTS - 1)) : 1;
		for (let i = 1; i < told; i++) {
			if (random() < COPIED) waiting.push(leaveOutOne(first, random));
			else waiting.push(retell(first, retext(pick(texts) ?? "", mix32(event, i), vocabulary), random));
		}
		while (waiting.length > WAITING) {
			const at = Math.floor(random() * waiting.length);
			const text = waiting[at] ?? "";
			const last = waiting.pop();
			if (last !== undefined && at < waiting.length) waiting[at] = last;
			const outlet = Math.floor(random() ** 2 * OUTLETS);
			yield {
				text,
				url: `https://letter-${outlet}.example/${number}`,
				outlet: `Letter ${outlet}`,
				published: new Date(FIRST_DAY + (number / A_DAY) * 86_400_000).toISOString(),
			};
			number++;
		}
	}
}

function paragraphsOf(text: string): string[] {
	return text.split(/\n\s*\n/).filter((one) => one.trim() !== "");
}

function leaveOutOne(text: string, random: () => number): string {
	const paragraphs = paragraphsOf(text);
	paragraphs.splice(Math.floor(random() * paragraphs.length), paragraphs.length > 3 ? 1 : 0);
	return paragraphs.join("\n\n");
}

function retell(text: string, own: string, random: () => number): string {
	const [head = "", ...body] = paragraphsOf(text);
	const others = paragraphsOf(own).slice(1);
	const told = body.flatMap((paragraph, at) => {
		if (random() >= TAKEN) return others[at] ?? [];
		const kept = paragraph.split(/(?<=[.!?]["”]?)\s+/).filter(() => random() >= LEFT_OUT);
		return kept.length > 0 ? [kept.join(" ")] : [];
	});
	return [head, ...told].join("\n\n");
}
