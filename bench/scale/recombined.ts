import { findFeatures } from "../../src/stories/grouping/features.ts";
import { At, DAY_ZERO, HEAD, type Signature } from "../../src/stories/grouping/signature.ts";
import type { TermRarity } from "../../src/stories/grouping/term-rarity.ts";
import { mix32 } from "../../src/text/hash.ts";
import { annotateStoryText, readStoryTexts } from "../quality/scorers/story-texts.ts";

/**
 * Signatures of reports of made events. Each report takes its shape (how many terms, how heavy, what
 * its event's reports share) from a real one of a random story; what its terms, phrases, figures,
 * persons and places are is drawn anew for the event, so that its reports share what the real ones
 * share, and two events share what any two do: an entry found in several stories becomes one that is
 * about as common, drawn by frequency, and one of a single story or two becomes one of an open
 * vocabulary in which the n-th is drawn 1/n as often (Zipf), as names and rare words are.
 */

/** Days that the window spans, and how many of a hundred events are retold by several reports. */
const DAYS = 10;
const FIRST_DAY = DAY_ZERO + 20_000;
const RETOLD = 0.1;
const MOST_REPORTS = 40;
/** Reports of many events come mixed: so many wait. */
const WAITING = 500;
/** Entries of so many stories have a frequency worth the name. */
const LEAST_STORIES = 3;
/** The open vocabulary: ranks from here on, so that its first is as common as the rarest of the known. */
const FIRST_RANK = 1e3;
const RANKS = 1e5;

/** Sections that are drawn anew: where their count stands, and words an entry. */
const SECTIONS = [
	{ count: At.terms, words: 2 },
	{ count: At.phrases, words: 1 },
	{ count: At.figures, words: 2 },
	{ count: At.persons, words: 3 },
	{ count: At.places, words: 2 },
] as const;

/** In how many stories each entry of a section is, and those that are about as common, each as often as it occurs. */
interface Frequencies {
	readonly stories: ReadonlyMap<number, number>;
	readonly bands: ReadonlyMap<number, readonly number[]>;
}

export interface Stories {
	readonly reports: readonly (readonly Signature[])[];
	readonly frequencies: readonly Frequencies[];
}

/** Stories of ECB+ and METER; null when neither is there. */
export function readStories(corpora: string, rarity: TermRarity): Stories | null {
	const stories = new Map<string, Signature[]>();
	for (const corpus of ["ecbplus", "meter"]) {
		for (const text of readStoryTexts(corpora, corpus) ?? []) {
			const { signature } = findFeatures(annotateStoryText(text), rarity);
			const key = `${corpus} ${text.story}`;
			const list = stories.get(key);
			if (list) list.push(signature);
			else stories.set(key, [signature]);
		}
	}
	const reports = [...stories.values()];
	return reports.length === 0 ? null : { reports, frequencies: SECTIONS.map((_, at) => countStories(reports, at)) };
}

function countStories(reports: readonly (readonly Signature[])[], section: number): Frequencies {
	const stories = new Map<number, number>();
	for (const story of reports) {
		const own = new Set<number>();
		for (const signature of story) eachEntry(signature, section, (at) => own.add(signature[at] ?? 0));
		for (const hash of own) stories.set(hash, (stories.get(hash) ?? 0) + 1);
	}
	const bands = new Map<number, number[]>();
	for (const [hash, count] of [...stories].sort(([x], [y]) => x - y)) {
		if (count < LEAST_STORIES) continue;
		const band = bands.get(bandOf(count)) ?? [];
		bands.set(bandOf(count), band);
		for (let i = 0; i < count; i++) band.push(hash);
	}
	return { stories, bands };
}

/** Powers of two. */
function bandOf(count: number): number {
	return Math.floor(Math.log2(count));
}

function eachEntry(signature: Signature, section: number, visit: (at: number) => void): void {
	let at = HEAD;
	SECTIONS.forEach(({ count, words }, own) => {
		const entries = signature[count] ?? 0;
		if (own === section) for (let i = 0; i < entries; i++) visit(at + i * words);
		at += entries * words;
	});
}

/** What stands in this event for an entry of the real story: the same in all its reports. */
function redraw(hash: number, event: number, section: number, { stories, bands }: Frequencies): number {
	const drawn = mix32(mix32(hash, event), section) / 2 ** 32;
	const count = stories.get(hash) ?? 0;
	const band = bands.get(bandOf(count));
	if (count >= LEAST_STORIES && band) return band[Math.floor(drawn * band.length)] ?? hash;
	return mix32(Math.floor(FIRST_RANK * RANKS ** drawn), 0x5eed + section);
}

function recast(from: Signature, event: number, day: number, frequencies: readonly Frequencies[]): Signature {
	const made = from.slice();
	let at = HEAD;
	SECTIONS.forEach(({ count, words }, section) => {
		const start = at;
		const entries = from[count] ?? 0;
		const known = frequencies[section];
		const taken = new Set<number>();
		/** The hash drawn for each entry with the place of the entry: sorted as one number. */
		const drawn = new Float64Array(entries);
		for (let i = 0; i < entries; i++) {
			let hash = known ? redraw(from[start + i * words] ?? 0, event, section, known) : 0;
			// A section holds an entry once.
			while (taken.has(hash)) hash = mix32(hash, event);
			taken.add(hash);
			drawn[i] = hash * 2 ** 16 + i;
		}
		for (const one of drawn.sort()) {
			const [hash, i] = [Math.floor(one / 2 ** 16), one % 2 ** 16];
			made[at] = hash;
			for (let word = 1; word < words; word++) made[at + word] = from[start + i * words + word] ?? 0;
			at += words;
		}
	});
	made[At.earliest] = FIRST_DAY + day;
	made[At.latest] = FIRST_DAY + day;
	return made;
}

/** Reports without end, the same at every run. A tenth of the events have 2 to 40, on one day or the next. */
export function* tellEvents({ reports, frequencies }: Stories, random: () => number): Generator<Signature, never> {
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const waiting: Signature[] = [];
	for (let event = 0; ; event++) {
		const story = pick(reports) ?? [];
		const day = Math.floor(random() * DAYS);
		const told = random() < RETOLD ? 2 + Math.floor(random() ** 3 * (MOST_REPORTS - 1)) : 1;
		for (let i = 0; i < told; i++) {
			const report = pick(story);
			if (report) waiting.push(recast(report, event, day + (random() < 0.3 ? 1 : 0), frequencies));
		}
		while (waiting.length > WAITING) {
			const at = Math.floor(random() * waiting.length);
			const next = waiting[at];
			const last = waiting.pop();
			if (last && at < waiting.length) waiting[at] = last;
			if (next) yield next;
		}
	}
}
