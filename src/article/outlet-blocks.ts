import type { Article, Block, Dropped } from "../model/article.ts";
import { compareSpans } from "../text/compare.ts";
import { foldCase } from "../text/fold.ts";
import { contains, overlaps } from "../text/spans.ts";
import { joinNeighbours } from "./repeated-body.ts";

/**
 * Learns, from several reports of one outlet, the blocks that it prints whatever it reports.
 *
 * Catches: "Sign up for the Quay Letter, every Friday." in three reports of one outlet on a fire, a match and a vote.
 * Leaves: the sentence on how the ferry sank, word for word in three reports of one outlet on the ferry.
 */

export const OUTLET_BLOCK_RULE = "article/outlet-block";

/** Reports, unlike each other, in which a block must stand: two may share a sentence by chance or by history. */
const FEWEST = 3;

/** Share (0–1) of the outlet's reports in which it must stand: a stock phrase of news stands in few. */
const SHARE = 0.25;

/** Share (0–1) of the smaller report's letters in common blocks from which two reports are versions of one. */
const ALIKE = 0.3;

/** Share (0–1) of a block's long words that recur in the rest of a report from which it is about that report. */
const ABOUT = 0.25;

/** Letters of a long word; scripts without spaces are taken two letters at a time. */
const LONG = 5;

/** Words with at least two letters that a block must have: clock times, numerals and cross-heads say nothing. */
const FEWEST_WORDS = 3;

/** Reports of one outlet compared with each other for one block. */
const MOST_COMPARED = 40;

interface Member {
	readonly article: Article;
	/** The body's blocks, without the headline. */
	readonly blocks: readonly Block[];
	/** A key for each block: its letters, every digit alike. */
	readonly keys: readonly string[];
	readonly letters: ReadonlyMap<string, number>;
	readonly total: number;
}

/**
 * The articles, in the order given, without the blocks that their outlet repeats; those are among
 * `dropped`. An article whose outlet is not known, or that would have no body left, comes back as it is.
 */
export function dropOutletBlocks(articles: readonly Article[]): readonly Article[] {
	const outlets = new Map<string, Article[]>();
	for (const article of articles) {
		const key = outletKey(article);
		if (key === null || article.role !== "report") continue;
		const list = outlets.get(key);
		if (list) list.push(article);
		else outlets.set(key, [article]);
	}
	const changed = new Map<string, Article>();
	for (const list of outlets.values()) {
		if (list.length < FEWEST) continue;
		const members = list.map(toMember);
		const learned = learnBlocks(members);
		if (learned.size === 0) continue;
		for (const member of members) changed.set(member.article.id, withoutBlocks(member, learned, list.length));
	}
	return articles.map((article) => changed.get(article.id) ?? article);
}

function outletKey({ outlet }: Article): string | null {
	if (outlet === null) return null;
	return outlet.site ?? `name ${foldCase(outlet.text)}`;
}

function toMember(article: Article): Member {
	const { headline } = article;
	const blocks = article.blocks.filter((block) => !headline?.span || !overlaps(block, headline.span));
	const keys = blocks.map((block) => keyOf(article.text.slice(block.start, block.end)));
	const letters = new Map<string, number>();
	let total = 0;
	for (const key of keys) {
		letters.set(key, (letters.get(key) ?? 0) + key.length);
		total += key.length;
	}
	return { article, blocks, keys, letters, total };
}

function keyOf(text: string): string {
	return foldCase(text)
		.replace(/\p{Nd}+/gu, "0")
		.replace(/[^\p{L}\p{M}0]+/gu, " ")
		.trim();
}

/** The keys of the blocks that the outlet repeats, with how many of its reports hold each. */
function learnBlocks(members: readonly Member[]): Map<string, number> {
	const holders = new Map<string, Member[]>();
	for (const member of members) {
		for (const key of member.letters.keys()) {
			const list = holders.get(key);
			if (list) list.push(member);
			else holders.set(key, [member]);
		}
	}
	const learned = new Map<string, number>();
	for (const [key, list] of holders) {
		if (list.length < Math.max(FEWEST, members.length * SHARE) || !hasWords(key)) continue;
		const apart = pickUnlike(list.slice(0, MOST_COMPARED), key);
		if (apart.length >= FEWEST && !isAbout(key, apart)) learned.set(key, list.length);
	}
	return learned;
}

function hasWords(key: string): boolean {
	if (isUnspaced(key)) return key.length >= 2 * FEWEST_WORDS;
	return key.split(" ").filter((word) => /\p{L}[\p{L}\p{M}]/u.test(word)).length >= FEWEST_WORDS;
}

/** Members no two of which are versions of one report, in the order given. */
function pickUnlike(members: readonly Member[], key: string): Member[] {
	const picked: Member[] = [];
	for (const member of members) if (picked.every((other) => !isAlike(member, other, key))) picked.push(member);
	return picked;
}

/** Whether two reports are versions of one, the block in question left aside. */
function isAlike(a: Member, b: Member, aside: string): boolean {
	const [small, large] = a.letters.size <= b.letters.size ? [a, b] : [b, a];
	let shared = 0;
	for (const [key, letters] of small.letters) if (key !== aside && large.letters.has(key)) shared += letters;
	const restOf = (member: Member): number => member.total - (member.letters.get(aside) ?? 0);
	const rest = Math.min(restOf(a), restOf(b));
	return rest === 0 || shared >= rest * ALIKE;
}

/** Whether the block speaks, in half of the reports that hold it, of what the rest of the report speaks of. */
function isAbout(key: string, members: readonly Member[]): boolean {
	const words = longWords(key);
	if (words.size === 0) return false;
	let about = 0;
	for (const member of members) {
		const rest = longWords(member.keys.filter((other) => other !== key).join(" "));
		let hits = 0;
		for (const word of words) if (rest.has(word)) hits++;
		if (hits >= words.size * ABOUT) about++;
	}
	return about * 2 >= members.length;
}

function longWords(key: string): Set<string> {
	const words = new Set<string>();
	for (const word of key.split(" ")) {
		if (isUnspaced(word)) for (let i = 0; i + 2 <= word.length; i++) words.add(word.slice(i, i + 2));
		else if (word.length >= LONG) words.add(word);
	}
	return words;
}

function isUnspaced(text: string): boolean {
	return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

function withoutBlocks(member: Member, learned: ReadonlyMap<string, number>, reports: number): Article {
	const { article, blocks, keys } = member;
	const kept: Block[] = [];
	const dropped: Dropped[] = [];
	for (const [i, block] of blocks.entries()) {
		const count = learned.get(keys[i] ?? "");
		if (count === undefined) {
			kept.push(block);
			continue;
		}
		const reason = `the outlet prints this block in ${count} of its ${reports} reports here, whatever they are about`;
		dropped.push({ start: block.start, end: block.end, rule: OUTLET_BLOCK_RULE, reason });
	}
	if (dropped.length === 0 || kept.length === 0) return article;
	const gone = (span: { start: number; end: number }): boolean => dropped.some((drop) => contains(drop, span));
	return {
		...article,
		body: joinNeighbours(article.text, kept),
		blocks: article.blocks.filter((block) => !gone(block)),
		links: article.links.filter((link) => !gone(link)),
		dropped: [...article.dropped, ...dropped].sort(compareSpans),
	};
}
