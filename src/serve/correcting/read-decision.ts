import type { CorrectedWords, CorrectionKind } from "../../model/correction.ts";
import type { Decision } from "../../model/correction-log.ts";
import { UserError } from "../../model/problem.ts";
import type { CollationRecord, FactRelation, Story } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { makeId } from "../../text/hash.ts";
import { fillDecision } from "../api/decisions.ts";

/** What a form of a story's page can decide. */
const KINDS: readonly CorrectionKind[] = [
	...(["rename-story", "rename-entity", "split-story", "move-reports", "join-stories"] as const),
	...(["same-utterance", "not-same-utterance", "speaker", "reject-conflict"] as const),
];

/** A story as its forms are about it. */
export interface CorrectedStory {
	readonly record: CollationRecord;
	readonly story: Story;
	/** The story of an id, or of a former one; null where there is none. */
	findOther(id: string): Promise<Pick<Story, "id" | "articles"> | null>;
}

/**
 * The decision that a form of a story's page gives. What it names is taken from the record that the page showed.
 *
 * @throws UserError `corrections/form` that says what is missing
 */
export async function readDecision(fields: URLSearchParams, corrected: CorrectedStory): Promise<Decision> {
	const kind = KINDS.find((one) => one === fields.get("kind"));
	if (kind === undefined) throw missing("what is to be corrected");
	const text = (name: string): string => (fields.get(name) ?? "").replace(/\s+/g, " ").trim();
	const why = text("why");
	if (why === "") throw missing("the reason");
	if (why.length > LONGEST || text("name").length > LONGEST) throw missing(`no more than ${LONGEST} letters`);
	const given = (parts: Partial<Decision>): Decision => fillDecision({ kind, why, ...parts });
	const name = (): string => text("name") || fail("the name");
	const { record, story } = corrected;
	const own = fields.getAll("article").filter((article) => story.articles.includes(article));

	switch (kind) {
		case "rename-story":
			return given({ articles: [anchorOf(story)], name: name() });
		case "rename-entity":
			return given({ words: [wordsOfEntity(record, text("entity"))], name: name() });
		case "split-story":
		case "move-reports": {
			if (own.length === 0) throw missing("the reports");
			const from = story.articles.find((article) => !own.includes(article));
			if (from === undefined) throw missing("reports that stay: what is taken out cannot be all of the story");
			if (kind === "split-story") return given({ articles: own, from });
			return given({ articles: own, from, into: await findOther(corrected, text("other")) });
		}
		case "join-stories":
			return given({ articles: [anchorOf(story), await findOther(corrected, text("other"))] });
		case "same-utterance": {
			const words = fields.getAll("rendition").map((id) => wordsOfRendition(record, id));
			if (words.length < 2) throw missing("two wordings or more");
			return given({ words });
		}
		case "not-same-utterance": {
			const out = text("rendition");
			const utterance = record.utterances.find(({ renditions }) => renditions.some(({ id }) => id === out));
			const others = (utterance?.renditions ?? []).filter(({ id }) => id !== out);
			if (others.length === 0) throw missing("a wording of what several reports give");
			return given({ words: [out, ...others.map(({ id }) => id)].map((id) => wordsOfRendition(record, id)) });
		}
		case "speaker":
			return given({ words: [wordsOfRendition(record, text("rendition"))], speaker: text("name") || null });
		case "reject-conflict": {
			const fact = record.facts.find(({ id }) => id === text("fact"));
			if (fact === undefined) throw missing("the fact");
			const relation = RELATIONS.find((one) => one === text("relation")) ?? "unclear";
			const words = fact.states.flatMap(({ article, spans }) => wordsAt(record, article, spans[0]));
			return given({ words: words.slice(0, MOST_WORDS), fact: fact.id, relation });
		}
	}
}

const LONGEST = 500;
const MOST_WORDS = 100;

/** What a conflict may be instead. */
export const RELATIONS: readonly FactRelation[] = ["unclear", "compatible", "updated", "agree"];

function missing(what: string): UserError {
	return new UserError("corrections/form", `it needs ${what}`);
}

function fail(what: string): never {
	throw missing(what);
}

/** The report that a story is known by: its id is made of that report's. */
function anchorOf({ id, articles }: Pick<Story, "id" | "articles">): string {
	return articles.find((article) => makeId("story", article) === id) ?? articles[0] ?? fail("a report");
}

/** The report that another story is known by. */
async function findOther({ story, findOther: find }: CorrectedStory, given: string): Promise<string> {
	const id = /(?:^|\/stories\/)([0-7][0-9a-f]{15})(?:[/?#]|$)/.exec(given)?.[1];
	const other = id === undefined ? null : await find(id);
	if (other === null) throw missing("the address or id of the other story");
	if (other.id === story.id) throw missing("another story than this one");
	return anchorOf(other);
}

function wordsAt(record: CollationRecord, article: string, span: Span | undefined): CorrectedWords[] {
	const text = record.articles.find(({ id }) => id === article)?.text;
	if (text === undefined || span === undefined) return [];
	const { start, end } = span;
	return [{ article, start, end, exact: text.slice(start, end) }];
}

function wordsOfEntity({ entities }: CollationRecord, id: string): CorrectedWords {
	const [mention] = entities.find((entity) => entity.id === id)?.mentions ?? [];
	if (mention === undefined) throw missing("whom or what is meant");
	const { article, start, end, exact } = mention;
	return { article, start, end, exact };
}

function wordsOfRendition(record: CollationRecord, id: string): CorrectedWords {
	const rendition = record.utterances.flatMap(({ renditions }) => renditions).find((one) => one.id === id);
	const [words] = rendition ? wordsAt(record, rendition.article, rendition.parts[0]?.spans[0]) : [];
	return words ?? fail("a wording");
}
