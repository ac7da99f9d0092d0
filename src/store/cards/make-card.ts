import type { CollationRecord, Entity, RecordArticle } from "../../model/record.ts";
import type { PublishedTime, StoryCard } from "../../model/story-card.ts";
import { listFacts } from "../../report/view/fact-lists.ts";
import { groupBy } from "../../report/view/group-by.ts";
import { indexRecord, type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import { describeWhen } from "../../report/view/when-words.ts";
import { compareText } from "../../text/compare.ts";
import { toDay } from "../keys.ts";
import { CONFLICT, labelOf } from "./labels.ts";

/** A story as a store keeps it for lists: whether it is current is known when it is read. */
export type KeptCard = Omit<StoryCard, "isCurrent">;

/** A card, with what it is found by. */
export interface LabelledCard {
	readonly card: KeptCard;
	/** Sorted, each once. */
	readonly labels: readonly bigint[];
}

/** Names that a card shows, and entities that a story is found by: in a long list the last say little of it. */
const SHOWN = 8;
const FOUND_BY = 24;
/** Forms of one name that a story is found by, the fullest first. */
const FORMS = 6;

/**
 * The card of a story out of the record that its reports give by themselves; null for a record of none.
 *
 * @param id the story's as the store has it, which the record need not know
 */
export function makeCard(record: CollationRecord, id: string): LabelledCard | null {
	const index = indexRecord(record);
	const story = index.stories.get(id) ?? record.stories[0];
	if (story === undefined) return null;
	const reports = record.articles.filter(({ role }) => role !== "primary");
	const different = record.stories.flatMap((one) => listFacts(index, one).different);
	const entities = listMain(index);
	const outlets = [...new Set(reports.map(shortOutletOf))];
	const languages = [...new Set(reports.flatMap(({ language }) => primaryOf(language)))].sort(compareText);
	const card: KeptCard = {
		id,
		title: titleOf(index, story),
		day: toDay(story.when.earliest) ?? toDay(story.when.latest),
		lastDay: toDay(story.when.latest),
		when: describeWhen(index, story).day,
		where: story.where?.exact ?? null,
		reports: reports.length,
		lines: record.stories.reduce((sum, { lines }) => sum + lines.length, 0),
		outlets,
		languages,
		names: entities.slice(0, SHOWN).map(({ name }) => name),
		published: listTimes(reports),
		conflicts: different.filter(({ relation }) => relation === "conflict").length,
		contested: different.filter(({ relation }) => relation === "contested").length,
	};
	const labels = [
		...outlets.map((name) => labelOf("outlet", name)),
		...languages.map((name) => labelOf("language", name)),
		...entities.flatMap(({ name, names }) => [name, ...names.slice(0, FORMS)].map((form) => labelOf("entity", form))),
		card.conflicts + card.contested > 0 ? CONFLICT : null,
	];
	const known = new Set(labels.flatMap((label) => label ?? []));
	return { card, labels: [...known].sort((a, b) => (a < b ? -1 : 1)) };
}

/** Who publishes stands with the outlets. */
const NO_MATTER: ReadonlySet<Entity["type"]> = new Set(["agency", "outlet"]);

/** Who and what a record is about: what most reports name first, then who is quoted most, then what is named most. */
function listMain({ record }: RecordIndex): readonly Entity[] {
	const quoted = new Map<string, number>();
	for (const { speaker } of record.quotations) {
		if (speaker !== null) quoted.set(speaker, (quoted.get(speaker) ?? 0) + 1);
	}
	const ranked = record.entities
		.filter(({ type, mentions }) => !NO_MATTER.has(type) && mentions.length > 0)
		.map((entity) => ({
			entity,
			reports: new Set(entity.mentions.map(({ article }) => article)).size,
			quotations: quoted.get(entity.id) ?? 0,
		}));
	ranked.sort(
		(a, b) =>
			b.reports - a.reports ||
			b.quotations - a.quotations ||
			b.entity.mentions.length - a.entity.mentions.length ||
			compareText(a.entity.name, b.entity.name) ||
			compareText(a.entity.id, b.entity.id),
	);
	return ranked.slice(0, FOUND_BY).map(({ entity }) => entity);
}

/** `en-GB` → `en`. */
function primaryOf(language: string | null): string[] {
	const primary = language?.split("-")[0]?.toLowerCase() ?? "";
	return primary === "" ? [] : [primary];
}

function listTimes(reports: readonly RecordArticle[]): readonly PublishedTime[] {
	const dated = reports.flatMap(({ published: { earliest, latest, precision, zone } }) =>
		earliest === null && latest === null ? [] : [{ earliest, latest, precision, zone }],
	);
	const same = groupBy(dated, (date) => JSON.stringify(date));
	return [...same.values()]
		.flatMap(([date, ...others]) => (date ? [{ ...date, reports: 1 + others.length }] : []))
		.sort((a, b) => compareText(a.earliest ?? "", b.earliest ?? "") || compareText(a.latest ?? "", b.latest ?? ""));
}
