import type { StatedDate } from "../../model/date.ts";
import type { PositionReport } from "../../model/record.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { ReportedAct } from "./acts.ts";
import { daysOf } from "./changes.ts";
import { exactOf } from "./exact.ts";
import type { PositionMaterial } from "./positions.ts";
import { type DraftPosition, foldStances } from "./statement-rows.ts";

/** Reports of one deed, with its days where any report gives them. */
interface Deed {
	readonly acts: ReportedAct[];
	first: string | null;
	last: string | null;
}

/**
 * One row for each deed, however many reports tell it. Two reports tell one deed where the doer, what is done and what
 * it is done to are the same and their days meet, or one gives no day and only one deed of its story can be meant. Two
 * vetoes of one accord, on two days, stay two.
 */
export function findActRows(material: PositionMaterial, acts: readonly ReportedAct[]): DraftPosition[] {
	const groups = new Map<string, ReportedAct[]>();
	for (const act of acts) {
		const key = `${act.doer} ${act.about} ${act.name}`;
		const group = groups.get(key);
		if (group) group.push(act);
		else groups.set(key, [act]);
	}
	return [...groups.keys()]
		.sort(compareText)
		.flatMap((key) => joinDeeds(material, groups.get(key) ?? []))
		.map((deed) => describe(material, deed));
}

function joinDeeds(material: PositionMaterial, acts: readonly ReportedAct[]): Deed[] {
	const sorted = [...acts].sort(
		(a, b) =>
			compareText(daysOf(a.when)?.first ?? "~", daysOf(b.when)?.first ?? "~") ||
			compareText(daysOf(a.when)?.last ?? "~", daysOf(b.when)?.last ?? "~") ||
			compareText(a.article, b.article) ||
			compareSpans(a.span, b.span),
	);
	const deeds: Deed[] = [];
	for (const act of sorted.filter(({ stated }) => stated)) joinByDays(deeds, act);
	const storyOf = ({ article }: ReportedAct): string => material.storyOfArticle(article);
	// A report without a day for it tells the deed that others date, where it can be one only.
	const rest: ReportedAct[] = [];
	const dated = new Map<string, Deed[]>();
	for (const deed of deeds)
		for (const story of new Set(deed.acts.map(storyOf))) dated.set(story, [...(dated.get(story) ?? []), deed]);
	for (const act of sorted.filter(({ stated }) => !stated)) {
		const latest = act.when.latest?.slice(0, 10) ?? "~";
		const [only, ...others] = (dated.get(storyOf(act)) ?? []).filter(({ first }) => first !== null && first <= latest);
		if (only && others.length === 0) only.acts.push(act);
		else rest.push(act);
	}
	for (const act of rest.filter(({ when }) => daysOf(when) !== null)) joinByDays(deeds, act);
	const open = new Map<string, Deed>();
	for (const act of rest.filter(({ when }) => daysOf(when) === null)) {
		const known = open.get(storyOf(act));
		if (known) known.acts.push(act);
		else {
			const deed: Deed = { acts: [act], first: null, last: null };
			open.set(storyOf(act), deed);
			deeds.push(deed);
		}
	}
	return deeds;
}

/** Puts a dated telling to the deed whose days it meets, or as a deed of its own. */
function joinByDays(deeds: Deed[], act: ReportedAct): void {
	const days = daysOf(act.when);
	if (!days) return;
	const met = deeds.find(
		(deed) => deed.first !== null && deed.last !== null && days.first <= deed.last && deed.first <= days.last,
	);
	if (!met) {
		deeds.push({ acts: [act], ...days });
		return;
	}
	met.acts.push(act);
	if (met.first === null || days.first > met.first) met.first = days.first;
	if (met.last === null || days.last < met.last) met.last = days.last;
}

function describe(material: PositionMaterial, { acts }: Deed): DraftPosition {
	const [main] = [...acts].sort(
		(a, b) =>
			Number(b.standing.mode === "asserted") - Number(a.standing.mode === "asserted") ||
			Number(b.stated) - Number(a.stated) ||
			Number(daysOf(b.when) !== null) - Number(daysOf(a.when) !== null) ||
			material.rankOf(a.article) - material.rankOf(b.article) ||
			compareSpans(a.span, b.span),
	);
	if (!main) throw new Error("a deed that nobody reports");
	const articles = acts.map(({ article }) => article);
	const story = material.storyOf(material.storyOfArticle(main.article));
	const behalf = material.behalf.of(main.doer, articles, story);
	const spans = [main.span];
	const sided = acts.flatMap(({ article, stance, verb }) => (stance === null ? [] : [{ article, stance, span: verb }]));
	return {
		id: makeId("position", main.doer, main.about, main.name, main.article, main.span.start),
		speaker: main.doer,
		onBehalfOf: behalf[0]?.entity ?? null,
		behalf,
		about: main.about,
		kind: "act",
		act: main.name,
		when: finest(acts),
		article: main.article,
		spans,
		exact: exactOf(material.textOf(main.article), spans),
		utterance: null,
		fact: material.factOver(
			acts.map(({ article, span }) => ({ article, ...span })),
			false,
		),
		polarity: main.standing.polarity,
		...foldStances(material, sided),
		reports: acts
			.map(
				({ article, span, standing, stance }): PositionReport => ({
					article,
					spans: [span],
					mode: standing.mode,
					polarity: standing.polarity,
					by: standing.by,
					quotation: standing.quotation,
					carriers: standing.quotation === null ? [] : material.carriersOfId(standing.quotation),
					stance,
					sure: true,
				}),
			)
			.sort((a, b) => compareText(a.article, b.article) || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
	};
}

/** The narrowest of the days given; the latest bound there is where none is. */
function finest(acts: readonly ReportedAct[]): StatedDate {
	const [first] = [...acts].sort((a, b) => {
		if (a.stated !== b.stated) return Number(b.stated) - Number(a.stated);
		const [x, y] = [daysOf(a.when), daysOf(b.when)];
		if (!x || !y)
			return Number(x === null) - Number(y === null) || compareText(a.when.latest ?? "~", b.when.latest ?? "~");
		return compareText(y.first, x.first) || compareText(x.last, y.last) || compareText(a.article, b.article);
	});
	if (!first) throw new Error("a deed that nobody reports");
	return first.when;
}
