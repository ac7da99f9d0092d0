import { round } from "../../text/compare.ts";
import { compareSpeakers, type SpeakerLikeness } from "../speakers/speaker-likeness.ts";
import { WEIGHTY } from "../term-weight.ts";
import {
	areGivenApart,
	type Group,
	LEAST_MEAN,
	mayMeet,
	meanBest,
	mergeGroups,
	type Pair,
	type ScoreOf,
} from "./groups.ts";
import { agree, daysApart } from "./segment-joins.ts";
import type { Segment } from "./segments.ts";
import type { Wording } from "./wordings.ts";

/**
 * Joins what the words alone leave open, by what stands beside it: the sentence between two that both reports give is
 * the same sentence, in whatever translation; and the one sentence of a report that comes near another's is it. Must
 * not join a sentence that has a better partner in the other report, nor two direct sentences of one report.
 */

/** Least score with what stands beside, by how the speakers stand to each other. */
const LEAST: Readonly<Record<SpeakerLikeness, number>> = {
	same: 0.4,
	fits: 0.43,
	"speaks-for": 0.5,
	open: 0.7,
	unlikely: 0.85,
	other: Number.POSITIVE_INFINITY,
};
/** Of what the lesser of two says beside names and topics, at least this share is in the other. */
const LEAST_PLAIN = 0.35;
const LEAST_PLAIN_TOLD = 0.5;
/** Where they share one telling word, it is so much of what both say. */
const LEAST_BY_ONE = 0.45;
/** A headline shares more than one word with what it sums up. */
const LEAST_TITLED = 2;
/** What the speaker's sentence before, or after, adds when the other report gives it as well beside the other. */
const BESIDE = 0.18;
/** A report's own summary of words that it prints shares more with them than another's. */
const SAME_REPORT = 0.08;
/** Two summaries, neither in the speaker's words, have to be so much more alike. */
const NEITHER_SPOKEN = 0.08;
/** A partner is picked that is this much better than the next in the same report. */
const MARGIN = 0.08;
/** Two direct sentences of one report are two things said, unless they are so alike. */
const TWICE = 0.6;
/** What is joined may put other sentences beside each other; more rounds than this were never needed. */
const MOST_ROUNDS = 4;

interface Candidate {
	readonly i: number;
	readonly j: number;
	readonly score: number;
	readonly likeness: SpeakerLikeness;
	readonly similarity: Pair["similarity"];
}

export function joinByContext(
	wordings: readonly Wording[],
	pairs: readonly Pair[],
	groupOf: Group[],
	apart: ReadonlySet<number>,
	scoreOf: ScoreOf,
): void {
	const indexOf = new Map<string, number>();
	wordings.forEach(({ segments }, index) => {
		for (const segment of segments) indexOf.set(segment.id, index);
	});
	const beside = findBeside(wordings);
	joinDenials(wordings, beside, indexOf, groupOf, apart);
	const likenesses = pairs.map(({ i, j }): SpeakerLikeness => {
		const a = wordings[i];
		const b = wordings[j];
		return a && b ? compareSpeakers(a.first.reference, b.first.reference) : "other";
	});
	for (let round_ = 0; round_ < MOST_ROUNDS; round_++) {
		const candidates = pairs.map(({ i, j, similarity }, at): Candidate => {
			const score = round(similarity.score + besideScore(wordings, i, j, beside, indexOf, groupOf));
			return { i, j, score, likeness: likenesses[at] ?? "other", similarity };
		});
		const best = findBest(
			wordings,
			candidates,
			(left, right) =>
				mayMeet(wordings, left, right, apart) &&
				!isSaidTwice(wordings, left, right, scoreOf) &&
				!areGivenApart(wordings, left, right, scoreOf),
		);
		candidates.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
		let joined = false;
		for (const candidate of candidates) {
			const left = groupOf[candidate.i];
			const right = groupOf[candidate.j];
			if (!left || !right || left === right || !isEnough(wordings, candidate) || !best(candidate, groupOf)) continue;
			if (!mayMeet(wordings, left, right, apart) || isSaidTwice(wordings, left, right, scoreOf)) continue;
			if (meanBest(left, right, scoreOf) < LEAST_MEAN || areGivenApart(wordings, left, right, scoreOf)) continue;
			mergeGroups(groupOf, left, right);
			joined = true;
		}
		if (!joined) return;
	}
}

function isEnough(wordings: readonly Wording[], { i, j, score, likeness, similarity }: Candidate): boolean {
	const a = wordings[i];
	const b = wordings[j];
	if (!a || !b || similarity.shared === 0) return false;
	const told = a.first.kind === "indirect" && b.first.kind === "indirect";
	if (similarity.plain < (told ? LEAST_PLAIN_TOLD : LEAST_PLAIN)) return false;
	// Between the same two sentences another word for the same is enough.
	const framed = similarity.near > 0 && score >= round(similarity.score + 2 * BESIDE);
	const alone = similarity.shared === 1 && (similarity.rarest < WEIGHTY || similarity.dice < LEAST_BY_ONE);
	if (alone && !framed) return false;
	const own = a.first.article === b.first.article;
	// Words in a headline that name nobody are somebody's of the report.
	const titled = own && a.first.headline !== b.first.headline;
	if (titled && similarity.shared < LEAST_TITLED) return false;
	const least = titled
		? Math.min(LEAST[likeness], LEAST.fits)
		: LEAST[likeness] + daysApart(a, b) + (own ? SAME_REPORT : 0);
	return score >= least + (told ? NEITHER_SPOKEN : 0) && agree(a, b, similarity);
}

/** For each segment the one before and the one after it in the same speaker's words in the same report. */
interface Beside {
	readonly before: ReadonlyMap<string, Segment>;
	readonly after: ReadonlyMap<string, Segment>;
}

function findBeside(wordings: readonly Wording[]): Beside {
	const byArticle = new Map<string, Segment[]>();
	for (const { segments } of wordings) {
		for (const segment of segments) {
			if (segment.echo !== null) continue;
			const list = byArticle.get(segment.article);
			if (list) list.push(segment);
			else byArticle.set(segment.article, [segment]);
		}
	}
	const before = new Map<string, Segment>();
	const after = new Map<string, Segment>();
	for (const list of byArticle.values()) {
		list.sort((a, b) => a.position - b.position);
		list.forEach((segment, at) => {
			const next = list[at + 1];
			if (!next) return;
			const likeness = compareSpeakers(segment.reference, next.reference);
			if (likeness !== "same" && likeness !== "fits" && segment.quotation !== next.quotation) return;
			after.set(segment.id, next);
			before.set(next.id, segment);
		});
	}
	return { before, after };
}

/** `Vane denied that the dam had moved. “It never moved,” he said.`: what is denied, and right behind it in what words. */
function joinDenials(
	wordings: readonly Wording[],
	{ after }: Beside,
	indexOf: ReadonlyMap<string, number>,
	groupOf: Group[],
	apart: ReadonlySet<number>,
): void {
	wordings.forEach(({ segments }, i) => {
		for (const segment of segments) {
			const next = after.get(segment.id);
			const j = next ? indexOf.get(next.id) : undefined;
			if (!next || j === undefined || segment.polarity !== "denied" || segment.kind !== "indirect") continue;
			if (next.kind === "indirect" || next.polarity !== "said" || segment.position + 1 !== next.position) continue;
			const profile = wordings[j]?.profile;
			const left = groupOf[i];
			const right = groupOf[j];
			if (!profile?.negative && !profile?.looksBack) continue;
			if (left && right && left !== right && mayMeet(wordings, left, right, apart)) mergeGroups(groupOf, left, right);
		}
	});
}

function besideScore(
	wordings: readonly Wording[],
	i: number,
	j: number,
	{ before, after }: Beside,
	indexOf: ReadonlyMap<string, number>,
	groupOf: readonly Group[],
): number {
	const groups = (index: number, side: ReadonlyMap<string, Segment>): Set<Group> => {
		const found = new Set<Group>();
		for (const { id } of wordings[index]?.segments ?? []) {
			const other = side.get(id);
			const group = other ? groupOf[indexOf.get(other.id) ?? -1] : undefined;
			if (group) found.add(group);
		}
		return found;
	};
	let score = 0;
	for (const side of [before, after]) {
		const own = groups(i, side);
		if ([...groups(j, side)].some((group) => own.has(group))) score += BESIDE;
	}
	return score;
}

/**
 * Whether neither side has a better partner, or one as good, in the other's reports, outside its own group. What it could
 * not be joined with is no partner.
 */
function findBest(
	wordings: readonly Wording[],
	candidates: readonly Candidate[],
	mayJoin: (left: Group, right: Group) => boolean,
): (candidate: Candidate, groupOf: readonly Group[]) => boolean {
	const partners = new Map<number, { readonly other: number; readonly score: number }[]>();
	const add = (index: number, other: number, score: number): void => {
		const list = partners.get(index);
		if (list) list.push({ other, score });
		else partners.set(index, [{ other, score }]);
	};
	for (const { i, j, score, likeness } of candidates) {
		if (likeness === "other") continue;
		add(i, j, score);
		add(j, i, score);
	}
	const reports = wordings.map(({ segments }) => new Set(segments.map(({ article }) => article)));
	const isBest = (index: number, other: number, score: number, groupOf: readonly Group[]): boolean =>
		(partners.get(index) ?? []).every(
			(one) =>
				one.score < score - MARGIN ||
				one.other === other ||
				groupOf[one.other] === groupOf[other] ||
				groupOf[one.other] === groupOf[index] ||
				![...(reports[other] ?? [])].some((article) => reports[one.other]?.has(article)) ||
				!isPartner(index, one.other, groupOf),
		);
	const isPartner = (index: number, other: number, groupOf: readonly Group[]): boolean => {
		const [own, its] = [groupOf[index], groupOf[other]];
		return own !== undefined && its !== undefined && mayJoin(own, its);
	};
	return ({ i, j, score }, groupOf) => isBest(i, j, score, groupOf) && isBest(j, i, score, groupOf);
}

function isSaidTwice(wordings: readonly Wording[], left: Group, right: Group, scoreOf: ScoreOf): boolean {
	const direct = (index: number): string[] =>
		(wordings[index]?.segments ?? [])
			.filter(({ kind, headline }) => kind === "direct" && !headline)
			.map(({ article }) => article);
	return left.members.some((x) => {
		const own = new Set(direct(x));
		return right.members.some((y) => {
			return scoreOf(x, y) < TWICE && direct(y).some((article) => own.has(article));
		});
	});
}
