import { UserError } from "../model/problem.ts";
import type { FactRelation } from "../model/record.ts";
import {
	type AskedSearch,
	FACT_RELATIONS,
	SEARCH_KINDS,
	type SearchKind,
	type SearchListing,
	USUAL_LIMIT,
} from "../model/search-listing.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, printingOptions } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";
import { STORE, withStore } from "./store-options.ts";

/** Hits of each kind, at most. */
const MOST = 1000;

const SPEC: CommandSpec = {
	name: "search",
	summary: "find reports, quotations, speakers and facts in a store by their words",
	operands: "<word|'\"a phrase\"'>...",
	about: [
		"Finds what has all of the words, in any of their inflections, and the phrases in double\n" +
			"quotation marks just as they are, but for case, accents and the marks between the words. Very\n" +
			"common words are passed over beside others. Words of a quotation stand in one quotation.",
		"The best match stands first: rare words count more than common ones, and more where they are\n" +
			"named often or in the headline; without words the latest stand first. Days are days of\n" +
			"publication; reports of an unknown one are left out then.",
		"Facts are those of the stories that stemma work has found and collated, and are found by the\n" +
			"sentences that state them. What of the store is not analysed yet is not searched, and that is said.",
	],
	options: [
		STORE,
		{ name: "kind", value: "KINDS", help: `only ${SEARCH_KINDS.join(", ")}: one, or several with commas` },
		{ name: "speaker", value: "NAME", help: "only where somebody of this name is quoted: words of it" },
		{ name: "outlet", value: "NAME", help: "only of this outlet: words of its name or address" },
		{ name: "story", value: "ID", help: "only of this story: facts that are found name theirs" },
		{
			name: "relation",
			value: "KINDS",
			help: "only facts in conflict, contested, updated …; several with commas",
		},
		{ name: "from", value: "DAY", help: "published on this day or later: 2031-05-14" },
		{ name: "to", value: "DAY", help: "published on this day or earlier" },
		{ name: "language", value: "CODE", help: "only in this language: en" },
		{ name: "limit", value: "N", help: `hits of each kind; ${USUAL_LIMIT} where it is left out` },
		{ name: "after", value: "PAGE", help: "the page of one kind that follows, as the one before it names it" },
		...printingOptions("print what is found as JSON (docs/store.md describes it)"),
	],
	examples: [
		{ command: "stemma search ferry sank", shows: "where both words stand" },
		{ command: "stemma search '\"stays closed\"' --kind quotation", shows: "who said so, in these words" },
		{ command: "stemma search --speaker Vane --from 2031-05-14", shows: "what she said since" },
		{
			command: "stemma search ferry --relation conflict,contested",
			shows: "what reports of it contradict each other in",
		},
	],
};

async function runSearch(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const asked = readAsked(args);
	const printing = choosePrinting(args, effects);
	const bar = openProgressBar(effects, printing.style.unicode);
	const listing = await withStore(args, effects, async (store) => {
		try {
			return await store.search(asked, bar.report);
		} finally {
			bar.erase();
		}
	});
	if (printing.asJson) await printing.write(`${JSON.stringify(listing, null, 2)}\n`);
	else await printing.write((await import("../report/search-page.ts")).printSearch(listing, printing.style));
	const { articles, indexed } = listing.coverage;
	if (articles > indexed && printing.asJson) {
		const rest = `${articles - indexed} of ${articles} reports`;
		await writeNote(effects, `${rest} are not analysed yet and were not searched; "stemma work" analyses them`);
	}
	return isEmpty(listing) ? 1 : 0;
}

function isEmpty({ articles, quotations, speakers, facts }: SearchListing): boolean {
	return [articles, quotations, speakers, facts].every((found) => found === null || found.hits.length === 0);
}

function readAsked(args: ParsedArgs): AskedSearch {
	const { operands, values, lists } = args;
	const relations = (lists.get("relation") ?? []).flatMap((given) => given.split(",").map(readRelation));
	const named = (lists.get("kind") ?? []).flatMap((given) => given.split(",").map(readKind));
	if (relations.length > 0 && named.some((kind) => kind !== "fact")) {
		throw new UserError("cli/option-value", "--relation is of facts: leave --kind out, or say --kind fact");
	}
	const kinds = relations.length > 0 ? ["fact"] : named;
	const after = values.get("after") ?? null;
	if (after !== null && new Set(kinds).size !== 1) {
		throw new UserError("cli/option-value", "--after goes on with one kind: name it with --kind");
	}
	const asked = {
		text: operands.join(" "),
		speaker: values.get("speaker") ?? null,
		outlet: values.get("outlet") ?? null,
		from: readDay(values.get("from"), "from"),
		to: readDay(values.get("to"), "to"),
		language: values.get("language")?.toLowerCase() ?? null,
		story: values.get("story")?.toLowerCase() ?? null,
		relations: FACT_RELATIONS.filter((relation) => relations.includes(relation)),
		kinds: SEARCH_KINDS.filter((kind) => kinds.length === 0 || kinds.includes(kind)),
		limit: readLimit(values.get("limit")),
		after,
	};
	const bounds = [asked.speaker, asked.outlet, asked.story].some((bound) => bound !== null) || relations.length > 0;
	if (asked.text.trim() === "" && !bounds) {
		throw new UserError(
			"cli/no-input",
			'search needs words, a --speaker, an --outlet, a --story or a --relation ("stemma search --help")',
		);
	}
	return asked;
}

function readKind(given: string): SearchKind {
	const kind = SEARCH_KINDS.find((one) => one === given.trim());
	if (kind) return kind;
	throw new UserError("cli/option-value", `--kind takes ${SEARCH_KINDS.join(", ")}, and got ${given}`);
}

function readRelation(given: string): FactRelation {
	const relation = FACT_RELATIONS.find((one) => one === given.trim());
	if (relation) return relation;
	throw new UserError("cli/option-value", `--relation takes ${FACT_RELATIONS.join(", ")}, and got ${given}`);
}

function readDay(given: string | undefined, option: string): string | null {
	if (given === undefined) return null;
	if (/^\d{4}-\d\d-\d\d$/.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given)) return given;
	throw new UserError("cli/option-value", `--${option} takes a day such as 2031-05-14, and got ${given}`);
}

function readLimit(given: string | undefined): number {
	if (given === undefined) return USUAL_LIMIT;
	const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
	if (limit >= 1 && limit <= MOST) return limit;
	throw new UserError("cli/option-value", `--limit takes a number from 1 to ${MOST}, and got ${given}`);
}

export const searchCommand: Command = { spec: SPEC, run: runSearch };
