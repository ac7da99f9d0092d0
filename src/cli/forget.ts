import { UserError } from "../model/problem.ts";
import { countOf } from "../report/view/count-words.ts";
import type { ForgetChoice, Forgotten } from "../store/forget.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "forget",
	summary: "take reports out of a store, with what was derived from them",
	operands: "<id|file|address>...",
	about: [
		"Takes articles out of a store: by id, by the file they came from (and line: list.jsonl#3) or by\n" +
			"address. With them go their captures, annotations, shared passages and their part in copies\n" +
			"and stories; what changed is said. Files of names and corrections are forgotten by their names.",
		"--before takes what is of an earlier day: of publication or, where that is not known, of capture\n" +
			"or of adding. Nothing comes back but from a backup.",
	],
	options: [
		STORE,
		{ name: "before", value: "DAY", help: "all of earlier days than this one: 2031-05-14" },
		{ name: "json", help: "print what is gone and changed as JSON" },
		...HELP_OPTIONS,
	],
	examples: [
		{ command: "stemma forget saved/a.html", shows: "one report, in all its versions" },
		{ command: "stemma forget --before 2031-05-14 --store kept/", shows: "what is older than a day" },
	],
};

/** Articles named one by one before the rest is counted. */
const NAMED = 20;

async function runForget(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const before = args.values.get("before");
	if ((before === undefined) === (args.operands.length === 0)) {
		throw new UserError(
			"cli/no-input",
			'forget needs ids, files or addresses, or --before DAY ("stemma forget --help")',
		);
	}
	const choices =
		before === undefined ? chooseByName(args.operands) : [{ kind: "before", day: readDay(before) } as const];
	return withStore(args, effects, async (store) => {
		const gone: (Forgotten & { readonly files: readonly string[] })[] = [];
		for (const choice of choices) gone.push(await store.forget(choice));
		if (args.switches.has("json")) {
			await effects.stdout.write(
				`${JSON.stringify({ schema: "stemma.forgotten/1", store: store.name, gone }, null, 2)}\n`,
			);
		} else
			await effects.stdout.write(
				gone
					.map(describe)
					.filter((text) => text !== "")
					.join("") || "Nothing to forget.\n",
			);
		const isNothing = gone.every(({ articles, unread, files }) => articles.length + unread + files.length === 0);
		if (isNothing && before === undefined) {
			throw new UserError("store/unknown", `the store ${store.name} holds nothing of ${args.operands.join(", ")}`);
		}
		return 0;
	});
}

function chooseByName(operands: readonly string[]): readonly ForgetChoice[] {
	const isId = (text: string): boolean => /^[0-7][0-9a-f]{15}$/.test(text);
	const ids = operands.filter(isId);
	const places = operands.filter((text) => !isId(text)).map((place) => place.replace(/^(?:\.\/)+/, ""));
	return [
		...(ids.length > 0 ? [{ kind: "articles", ids } as const] : []),
		...(places.length > 0 ? [{ kind: "places", places } as const] : []),
	];
}

function readDay(given: string): string {
	if (/^\d{4}-\d\d-\d\d$/.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given)) return given;
	throw new UserError("cli/option-value", `--before takes a day such as 2031-05-14, and got ${given}`);
}

function describe(gone: Forgotten & { readonly files: readonly string[] }): string {
	const lines: string[] = [];
	for (const { id, place, day } of gone.articles.slice(0, NAMED)) lines.push(`Forgot ${place} of ${day} (${id}).`);
	const more = gone.articles.length - NAMED;
	if (more > 0) lines.push(`Forgot ${countOf(more, "more article")}.`);
	for (const file of gone.files) lines.push(`Forgot the file ${file}.`);
	const beside = [
		[gone.captures, "capture"],
		[gone.unread, "input that gave no article", "inputs that gave no article"],
		[gone.annotations, "annotation"],
		[gone.passages, "shared passage"],
		[gone.copyGroups, "part in copies", "parts in copies"],
		[gone.storiesGone.length, "story", "stories"],
	] as const;
	const counted = beside.flatMap(([count, one, many]) => (count > 0 ? [countOf(count, one, many)] : []));
	if (counted.length > 0) lines.push(`Gone with it: ${counted.join(", ")}.`);
	const changed = gone.storiesChanged.length;
	if (changed > 0) lines.push(`${countOf(changed, "story is", "stories are")} to be collated again.`);
	return lines.map((line) => `${line}\n`).join("");
}

export const forgetCommand: Command = { spec: SPEC, run: runForget };
