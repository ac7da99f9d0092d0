import type { QuotationKind } from "../model/annotation.ts";
import { UserError } from "../model/problem.ts";
import type { QuotationFilters } from "../model/quotation-listing.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import { findNearest } from "./nearest.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions, requireOperands } from "./printing.ts";
import { printReading } from "./reading.ts";
import { FETCHING, NAMES } from "./reading-options.ts";
import { readSource, STORE } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "quotations",
	summary: "list who is given which words in each report, and how sure that is",
	operands: "<file|folder|pattern|URL|->...",
	about: [
		"Reads reports as collate does, each by itself, and lists every quotation in the order of the\n" +
			"text: the words, who speaks and why, source, cue, carriers, and how often such readings are\n" +
			"right; then the names and titles in marks that are nobody's words. Without reports it reads\n" +
			"what a store holds (stemma add).",
	],
	options: [
		{ name: "speaker", value: "NAME", help: "only who is called so: a name, part of one, or an office" },
		{ name: "kind", value: "KINDS", help: "only direct, mixed or indirect ones; several with commas" },
		{
			name: "least",
			value: "CONFIDENCE",
			help: "only those so sure, 0 to 1; 0 shows also the most unsure",
		},
		STORE,
		NAMES,
		...FETCHING,
		...printingOptions("print the quotations as JSON (docs/record.md describes it)"),
	],
	examples: [
		{ command: "stemma quotations examples/05-halyard-news.txt", shows: "one report" },
		{ command: "stemma quotations examples --speaker Iskarne --kind direct", shows: "one speaker's own words" },
		{ command: "stemma quotations saved/ --least 0.8 --json -o said.json", shows: "the surest, for other programs" },
	],
};

const KINDS: readonly QuotationKind[] = ["direct", "mixed", "indirect"];

async function runQuotations(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const filters = readFilters(args);
	return printReading(args, effects, {
		read: async (progress, given) => {
			const whole = await readSource(args, args.operands, effects, SPEC.name, given, {
				fromReports: (inputs) => effects.listQuotations(inputs, progress, given),
				fromStore: (store) => store.listQuotations(given.names, progress),
				refuse: () => requireOperands(args, SPEC.name),
			});
			return (await import("../report/view/quotation-filter.ts")).narrowQuotations(whole, filters);
		},
		json: async (listing) => (await import("../report/json.ts")).formatQuotations(listing),
		page: async (listing, style) => (await import("../report/quotations-page.ts")).printQuotations(listing, style),
	});
}

/** Throws UserError (`cli/option-value`) for a kind that there is not, or a confidence that is none. */
function readFilters(args: ParsedArgs): QuotationFilters {
	const given = (args.lists.get("kind") ?? []).flatMap((list) => list.split(",").map((kind) => kind.trim()));
	const unknown = given.find((kind) => !KINDS.some((known) => known === kind));
	if (unknown !== undefined) throw unknownKind(unknown);
	const speaker = args.values.get("speaker")?.trim() ?? null;
	if (speaker !== null && !/[\p{L}\p{N}]/u.test(speaker)) {
		throw new UserError("cli/option-value", `--speaker takes a name and got ${JSON.stringify(speaker)}`);
	}
	return { speaker, kinds: KINDS.filter((kind) => given.includes(kind)), least: readLeast(args.values.get("least")) };
}

function unknownKind(given: string): UserError {
	const nearest = findNearest(given, KINDS);
	const advice = nearest === null ? "" : `; did you mean ${nearest}?`;
	return new UserError("cli/option-value", `--kind takes direct, mixed or indirect and got ${given || '""'}${advice}`);
}

function readLeast(given: string | undefined): number | null {
	if (given === undefined) return null;
	const least = /^(?:\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})$/.test(given) ? Number(given) : Number.NaN;
	if (least >= 0 && least <= 1) return least;
	throw new UserError("cli/option-value", `--least takes a number from 0 to 1, such as 0.8, and got ${given}`);
}

export const quotationsCommand: Command = { spec: SPEC, run: runQuotations };
