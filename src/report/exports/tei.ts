import type { StatedDate } from "../../model/date.ts";
import type { CollationRecord, HeldRendition, RecordArticle, Story, Utterance } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { tellLines } from "../view/line-count.ts";
import { indexRecord, outletOf, type RecordIndex } from "../view/record-index.ts";
import { nameRenditions } from "../view/rendition-names.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import { titleOf } from "../view/story-lists.ts";
import { isUtteranceShown } from "../view/sureness.ts";
import { groupWordings } from "../view/wordings.ts";
import { boundsOf, isoOf } from "./dates.ts";
import { addressOf, nameFor } from "./identifiers.ts";
import { type ParallelSegment, segmentUtterance } from "./parallel-segments.ts";
import { element, writeXml, type XmlElement, type XmlNode } from "./xml.ts";

/** The names by which witnesses are pointed to. */
interface Witnesses {
	/** By article; its siglum where that is one. */
	readonly ofArticle: ReadonlyMap<string, string>;
	/** By rendition; a report that gives words several times has a witness for each. */
	readonly ofRendition: ReadonlyMap<string, string>;
	/** By article how many renditions of one utterance it has at most, where it ever has several. */
	readonly several: ReadonlyMap<string, number>;
}

/**
 * What was said, as TEI P5: every report a witness, every utterance with its apparatus by parallel segmentation (an
 * `app` wherever the aligned renditions differ, the base's reading as `lem`), under its story. Renditions that could not
 * be aligned, such as summaries, are notes beside it.
 */
export function writeTei(record: CollationRecord): string {
	const index = indexRecord(record);
	const witnesses = nameWitnesses(index);
	const stories = record.stories.map((story) => writeStory(index, witnesses, story));
	const none = element("div", {}, element("p", {}, "No story."));
	return writeXml(
		element(
			"TEI",
			{ xmlns: "http://www.tei-c.org/ns/1.0", "xml:lang": "en" },
			writeHeader(index, witnesses),
			element("text", {}, element("body", {}, ...(stories.length > 0 ? stories : [none]))),
		),
	);
}

function nameWitnesses(index: RecordIndex): Witnesses {
	const taken = new Set<string>();
	const ofArticle = new Map<string, string>();
	for (const [at, { id, siglum }] of index.record.articles.entries()) {
		const name = /^[A-Z]{1,8}$/.test(siglum) && !taken.has(siglum) ? siglum : `witness-${at + 1}`;
		taken.add(name);
		ofArticle.set(id, name);
	}
	const ofRendition = new Map<string, string>();
	const several = new Map<string, number>();
	for (const utterance of index.record.utterances) {
		const names = nameRenditions(index, utterance);
		for (const { id, article } of utterance.renditions) {
			const number = names.get(id)?.number ?? null;
			const name = ofArticle.get(article) ?? "unknown";
			ofRendition.set(id, number === null ? name : `${name}-${number}`);
			if (number !== null) several.set(article, Math.max(number, several.get(article) ?? 0));
		}
	}
	return { ofArticle, ofRendition, several };
}

function writeHeader(index: RecordIndex, witnesses: Witnesses): XmlElement {
	const { record } = index;
	const version = record.generator.version;
	return element(
		"teiHeader",
		{},
		element(
			"fileDesc",
			{},
			element("titleStmt", {}, element("title", {}, `What was said, in ${countOf(record.articles.length, "report")}`)),
			element("publicationStmt", {}, element("p", {}, "Made by Stemma from the reports listed below; not published.")),
			element(
				"sourceDesc",
				{},
				record.articles.length === 0
					? element("p", {}, "No reports.")
					: element("listWit", {}, ...record.articles.flatMap((article) => writeWitness(witnesses, article))),
			),
		),
		element(
			"encodingDesc",
			{},
			element(
				"appInfo",
				{},
				element(
					"application",
					{ ident: "stemma", version: /^\d+(?:\.\d+){0,3}$/.test(version) ? version : "0" },
					element("label", {}, "Stemma"),
				),
			),
			element(
				"editorialDecl",
				{},
				element(
					"p",
					{},
					"Words that differ in case or marks alone are one reading. Marks between words are those of the lemma’s witness; quotation marks are left out.",
				),
			),
			element("variantEncoding", { method: "parallel-segmentation", location: "internal" }),
		),
		writeParticipants(index),
		writeDecisions(index),
	);
}

/** A person's decisions, the latest first, as TEI has revisions. */
function writeDecisions({ record }: RecordIndex): XmlElement | null {
	if (record.corrections.length === 0) return null;
	const ids = new Map(
		[...record.utterances.map(({ id }) => [id, nameFor("utterance", id)] as const)].concat(
			record.stories.map(({ id }) => [id, nameFor("story", id)] as const),
		),
	);
	return element(
		"revisionDesc",
		{},
		...[...record.corrections].reverse().map(({ kind, who, when, why, applied, reason, findings }) => {
			const targets = findings.flatMap((id) => ids.get(id) ?? []);
			return element(
				"change",
				{
					when: /^\d{4}-\d{2}-\d{2}/.exec(when)?.[0] ?? null,
					type: kind,
					status: applied ? "applied" : "not-applied",
					target: targets.length === 0 ? null : targets.map((id) => `#${id}`).join(" "),
				},
				element("name", {}, who),
				`: ${why}. ${reason}`,
			);
		}),
	);
}

function writeWitness(witnesses: Witnesses, article: RecordArticle): XmlElement[] {
	const name = witnesses.ofArticle.get(article.id) ?? "unknown";
	const address = addressOf(article);
	const parts: (XmlNode | null)[] = [
		outletOf(article),
		article.headline === null ? null : element("title", { level: "a" }, article.headline.text),
		writeDate(article.published),
		address === null ? null : element("ref", { target: address }, address),
		element("idno", { type: "stemma" }, article.id),
	];
	const listed = parts.filter((part) => part !== null).flatMap((part, at) => (at === 0 ? [part] : [", ", part]));
	const renditions = Array.from({ length: witnesses.several.get(article.id) ?? 0 }, (_, at) =>
		element(
			"witness",
			{ "xml:id": `${name}-${at + 1}`, corresp: `#${name}` },
			`${name}, wording ${at + 1} of an utterance`,
		),
	);
	return [element("witness", { "xml:id": name, n: article.role }, ...listed), ...renditions];
}

function writeDate(date: StatedDate): XmlElement | null {
	const words = describeDate(date);
	if (words === null) return null;
	const when = isoOf(date);
	const { from, to } = boundsOf(date);
	return element("date", when === null ? { notBefore: from, notAfter: to } : { when }, words);
}

function writeParticipants({ record, entities }: RecordIndex): XmlElement | null {
	const speakers = new Set(record.utterances.map(({ speaker }) => speaker));
	const named = record.entities.filter(({ id }) => speakers.has(id) && entities.has(id));
	if (named.length === 0) return null;
	const persons = named
		.filter(({ type }) => type === "person")
		.map(({ id, name }) => element("person", { "xml:id": nameFor("entity", id) }, element("persName", {}, name)));
	const others = named
		.filter(({ type }) => type !== "person")
		.map(({ id, name, type }) =>
			element("org", { "xml:id": nameFor("entity", id), type }, element("orgName", {}, name)),
		);
	return element(
		"profileDesc",
		{},
		element(
			"particDesc",
			{},
			persons.length === 0 ? null : element("listPerson", {}, ...persons),
			others.length === 0 ? null : element("listOrg", {}, ...others),
		),
	);
}

function writeStory(index: RecordIndex, witnesses: Witnesses, story: Story): XmlElement {
	const utterances = index.record.utterances.filter((utterance) => utterance.story === story.id);
	const told = `${countOf(story.articles.length, "report")}, ${tellLines(story.lines.length)}.`;
	const scene: (XmlNode | null)[] = [
		writeDate(story.when),
		story.where && element("placeName", {}, story.where.exact),
		told,
	];
	const listed = scene.filter((part) => part !== null).flatMap((part, at) => (at === 0 ? [part] : [", ", part]));
	return element(
		"div",
		{ type: "story", "xml:id": nameFor("story", story.id) },
		element("head", {}, titleOf(index, story)),
		element("p", {}, ...listed),
		...utterances.map((utterance) => writeUtterance(index, witnesses, utterance)),
	);
}

function writeUtterance(index: RecordIndex, witnesses: Witnesses, utterance: Utterance): XmlElement {
	const point = (renditions: readonly string[]): string =>
		[...new Set(renditions.map((id) => `#${witnesses.ofRendition.get(id) ?? "unknown"}`))].join(" ");
	const { renditions, segments, others } = segmentUtterance(index, utterance);
	const { name } = describeSpeaker(index, utterance);
	const known = utterance.speaker !== null && index.entities.has(utterance.speaker) ? utterance.speaker : null;
	const groups = groupWordings(index, utterance).map(({ base, wordings }) => ({
		text: base.text,
		renditions: wordings.map(({ rendition }) => rendition.id),
	}));
	// Without an alignment the whole is one place of variation.
	const words = renditions.length > 0 ? writeSegments(segments, point) : writeReadings(groups, [], {}, point);
	const apart =
		renditions.length === 0 ? [] : groups.filter((group) => group.renditions.some((id) => others.includes(id)));
	return element(
		"div",
		{ type: "utterance", "xml:id": nameFor("utterance", utterance.id) },
		element(
			"sp",
			{
				who: known === null ? null : `#${nameFor("entity", known)}`,
				source: point(utterance.renditions.map(({ id }) => id)),
				cert: isUtteranceShown(index, utterance) ? null : "low",
			},
			name === null ? null : element("speaker", {}, name),
			element("p", {}, ...words),
		),
		...utterance.held.map((held) => writeHeld(held, point)),
		...apart.map(({ text, renditions: own }) =>
			element(
				"note",
				{ type: "not-aligned" },
				element("quote", { source: point(own.filter((id) => others.includes(id))) }, text),
			),
		),
	);
}

/** How a report gives the words of a primary document: each difference with the words of both, or that one has none. */
function writeHeld(
	{ rendition, primary, relation, leftOut, changed }: HeldRendition,
	point: (renditions: readonly string[]) => string,
): XmlElement {
	const differences = [...changed, ...leftOut.map((span) => ({ kind: "omission", primary: [span], report: [] }))];
	const give = (spans: readonly { readonly exact: string }[], by: string): XmlElement =>
		spans.length === 0
			? element("gap", { reason: "not-given" })
			: element("quote", { source: point([by]) }, spans.map(({ exact }) => exact).join(" … "));
	return element(
		"note",
		{ type: "held", subtype: relation, source: point([rendition]), corresp: point([primary]) },
		differences.length === 0
			? relation
			: element(
					"list",
					{},
					...differences.map((one) =>
						element("item", { n: one.kind }, give(one.primary, primary), " ] ", give(one.report, rendition)),
					),
				),
	);
}

function writeSegments(
	segments: readonly ParallelSegment[],
	point: (renditions: readonly string[]) => string,
): XmlNode[] {
	return segments.flatMap(({ lead, readings, beyond, kinds, notable }, at) => [
		...(at === 0 || lead === "" ? [] : [lead]),
		...writeReadings(readings, beyond, { type: kinds.join("-") || null, subtype: notable ? "notable" : null }, point),
	]);
}

/** An `app`, or the words alone where all read alike. Who begins after it or ends before it has a gap there. */
function writeReadings(
	readings: ParallelSegment["readings"],
	beyond: readonly string[],
	attributes: XmlElement["attributes"],
	point: (renditions: readonly string[]) => string,
): XmlNode[] {
	const [first, ...rest] = readings;
	if (!first) return [];
	if (rest.length === 0 && beyond.length === 0) return [first.text];
	const written = (text: string): string[] => (text === "" ? [] : [text]);
	return [
		element(
			"app",
			attributes,
			element("lem", { wit: point(first.renditions) }, ...written(first.text)),
			...rest.map(({ text, renditions }) => element("rdg", { wit: point(renditions) }, ...written(text))),
			beyond.length === 0 ? null : element("rdg", { wit: point(beyond) }, element("gap", { reason: "not-given" })),
		),
	];
}
