import { countOf } from "../report/view/count-words.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { openProgressBar } from "./progress-bar.ts";
import { HELP_OPTIONS, refuseOperands, STORE } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

const SPEC: CommandSpec = {
	name: "migrate",
	summary: "bring a store up to this program",
	operands: "",
	about: [
		"Changes the tables to those of this version of stemma, which opening a store does too, and\n" +
			"reads again from the bytes that are kept what another version has read. Until then stemma\n" +
			"status says how much that is. There is no way back but a backup.",
	],
	options: [STORE, ...HELP_OPTIONS],
	examples: [{ command: "stemma migrate --store kept/", shows: "after a new version was installed" }],
};

async function runMigrate(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	const { store, steps } = await effects.migrateStore(args.values.get("store"));
	try {
		const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
		const bar = openProgressBar(effects, unicode);
		const { captures, articles } = await store.reread(bar.report).finally(() => bar.erase());
		const parts = [
			steps.length > 0 ? `took ${countOf(steps.length, "step")}: ${steps.join(", ")}` : "its tables are up to date",
			captures > 0
				? `${countOf(captures, "capture")} read again, ${countOf(articles, "article")} changed`
				: "nothing to read again",
		];
		await effects.stdout.write(`The store ${store.name}: ${parts.join("; ")}.\n`);
		return 0;
	} finally {
		await store.close();
	}
}

export const migrateCommand: Command = { spec: SPEC, run: runMigrate };
