import { UserError } from "../model/problem.ts";
import { type ListedToken, TOKEN_SCOPES, type TokenScope } from "../model/token.ts";
import { showText } from "../report/terminal/safe-text.ts";
import { countOf } from "../report/view/count-words.ts";
import type { Store } from "../store/store.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import { findNearest } from "./nearest.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, STORE, withStore } from "./store-options.ts";

const ACTIONS = ["list", "add", "revoke"] as const;
type Action = (typeof ACTIONS)[number];

/** Ten years. */
const MOST_DAYS = 3650;

const SPEC: CommandSpec = {
	name: "token",
	summary: "let others read the reading room over the network, and write: make, list and revoke tokens",
	operands: "[list|add|revoke] [name...]",
	about: [
		"A token is shown once, when it is made, and kept as a hash. Programs send it as\n" +
			'"Authorization: Bearer TOKEN"; people sign in with it on the page /sign-in (docs/serve.md).',
		"  add NAME        make one; what is done with it bears the name, which is never given twice\n" +
			"  list            what there is, good for what and last used when; so without an action\n" +
			"  revoke NAME...  make them void at once",
		"Scopes: read, over the network; write, for feeds, captures and saved searches; correct, for\n" +
			"decisions on what is found. Reading on this machine takes no token.",
	],
	options: [
		STORE,
		{ name: "scope", value: "SCOPE", help: `with add: ${TOKEN_SCOPES.join(", ")}; read if left out; may be repeated` },
		{ name: "expires", value: "DAYS", help: "with add: when it becomes void by itself; never if left out" },
		{ name: "json", help: "with list: print JSON" },
		...HELP_OPTIONS,
	],
	exits: [
		[0, "done"],
		[2, "not done: a mistake in the command, a name taken or unknown, or a store that cannot be opened"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma token add desk --scope read --scope correct --expires 90", shows: "a token for a colleague" },
		{ command: "stemma token revoke desk", shows: "void from the next request on" },
	],
};

async function runToken(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [given = "list", ...names] = args.operands;
	const action = ACTIONS.find((one) => one === given);
	if (action === undefined) throw unknownAction(given);
	refuseOptions(action, args);
	const act = prepare(action, names, args, effects);
	return withStore(args, effects, act);
}

function unknownAction(given: string): UserError {
	const nearest = findNearest(given, ACTIONS);
	const advice = nearest === null ? `it takes ${ACTIONS.join(", ")}` : `did you mean ${nearest}?`;
	return new UserError("cli/option-value", `token has no action "${given}"; ${advice}`);
}

function refuseOptions(action: Action, { switches, values, lists }: ParsedArgs): void {
	for (const [option, own] of [
		["scope", "add"],
		["expires", "add"],
		["json", "list"],
	] as const) {
		const isGiven = switches.has(option) || values.has(option) || lists.has(option);
		if (isGiven && own !== action) throw new UserError("cli/option-value", `--${option} goes with token ${own}`);
	}
}

/** Reads what an action is given, so that mistakes are said before the store is opened. */
function prepare(
	action: Action,
	names: readonly string[],
	args: ParsedArgs,
	effects: CommandEffects,
): (store: Store) => Promise<number> {
	if (action === "list") {
		if (names.length > 0) throw new UserError("cli/no-input", "token list takes no name");
		const asJson = args.switches.has("json");
		return async (store) => {
			const tokens = await store.tokens.list();
			const listing = { schema: "stemma.tokens/1", store: store.name, tokens };
			await effects.stdout.write(asJson ? `${JSON.stringify(listing, null, 2)}\n` : describe(tokens, store.name));
			return 0;
		};
	}
	const [name, ...more] = names;
	if (name === undefined) throw new UserError("cli/no-input", `token ${action} needs a name`);
	if (action === "revoke") {
		return async (store) => {
			await store.tokens.revoke(names);
			await effects.stdout.write(`Revoked ${countOf(names.length, "token")} of ${store.name}.\n`);
			return 0;
		};
	}
	if (more.length > 0) throw new UserError("cli/no-input", "token add takes one name");
	const [scopes, days] = [readScopes(args), readDays(args)];
	return async (store) => {
		const token = await store.tokens.add(name, scopes, days);
		await effects.stdout.write(`${token}\n`);
		const until = days === null ? "" : `, for ${countOf(days, "day")}`;
		await writeNote(
			effects,
			`this token of ${name} may ${scopes.join(", ")}${until}; it is shown here once and kept as a hash`,
		);
		return 0;
	};
}

function readScopes(args: ParsedArgs): readonly TokenScope[] {
	const given = (args.lists.get("scope") ?? []).flatMap((one) => one.split(","));
	const scopes = given.map((one) => {
		const scope = TOKEN_SCOPES.find((known) => known === one.trim());
		if (scope !== undefined) return scope;
		throw new UserError("cli/option-value", `--scope takes ${TOKEN_SCOPES.join(", ")}, and got ${one.trim()}`);
	});
	return scopes.length === 0 ? ["read"] : TOKEN_SCOPES.filter((scope) => scopes.includes(scope));
}

function readDays({ values }: ParsedArgs): number | null {
	const given = values.get("expires");
	if (given === undefined) return null;
	const days = /^\d{1,4}$/.test(given) ? Number(given) : 0;
	if (days >= 1 && days <= MOST_DAYS) return days;
	throw new UserError("cli/option-value", `--expires takes days from 1 to ${MOST_DAYS}, and got ${given}`);
}

function describe(tokens: readonly ListedToken[], store: string): string {
	if (tokens.length === 0) return `${store} has no tokens; "stemma token add NAME" makes one.\n`;
	return tokens
		.map(({ name, scopes, expiresAt, revokedAt, usedAt }) => {
			const state = [
				...(revokedAt !== null ? [`revoked ${revokedAt.slice(0, 10)}`] : []),
				...(revokedAt === null && expiresAt !== null ? [`until ${expiresAt.slice(0, 10)}`] : []),
				usedAt === null ? "never used" : `last used ${usedAt.slice(0, 16).replace("T", " ")} UTC`,
			];
			return `${showText(name)}: ${scopes.join(", ")} (${state.join("; ")})\n`;
		})
		.join("");
}

export const tokenCommand: Command = { spec: SPEC, run: runToken };
