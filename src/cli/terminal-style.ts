import type { TerminalStyle } from "../report/terminal.ts";
import type { CommandEffects } from "./effects.ts";

export interface StyleChoice {
	readonly noColor: boolean;
	/** Columns asked for; null leaves them to the terminal. */
	readonly width: number | null;
	/** False where the page goes to a file. */
	readonly onStdout: boolean;
}

/** Columns where nothing says how many there are. */
const USUAL = 80;

type World = Pick<CommandEffects, "stdout" | "env" | "platform">;

/**
 * How the page is to look. Colour only on a terminal and never against `--no-color`, `NO_COLOR`
 * (no-color.org: any value but the empty one) or `TERM=dumb`; `FORCE_COLOR` asks for it in a pipe, `0`
 * or `false` refuses it. Signs beyond ASCII unless the terminal or the locale says it has none.
 */
export function chooseStyle(choice: StyleChoice, world: World): TerminalStyle {
	return {
		width: choice.width ?? findWidth(choice, world),
		color: hasColor(choice, world),
		unicode: hasUnicode(world),
	};
}

function findWidth(choice: StyleChoice, { stdout, env }: World): number {
	if (choice.onStdout && stdout.isTTY && stdout.columns !== null && stdout.columns > 0) return stdout.columns;
	const stated = Number(env["COLUMNS"]);
	return Number.isInteger(stated) && stated > 0 ? stated : USUAL;
}

function hasColor(choice: StyleChoice, { stdout, env }: World): boolean {
	const forced = env["FORCE_COLOR"];
	if (choice.noColor || !choice.onStdout || (env["NO_COLOR"] ?? "") !== "") return false;
	if (forced === "0" || forced === "false") return false;
	if (forced !== undefined) return true;
	return stdout.isTTY && env["TERM"] !== "dumb";
}

/** The first of the locale variables that is set decides (POSIX); none set says nothing. */
function hasUnicode({ env, platform }: World): boolean {
	if (platform === "win32") return env["WT_SESSION"] !== undefined || env["TERM_PROGRAM"] !== undefined;
	if (env["TERM"] === "linux") return false;
	const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
	const charset = /\.([^@]+)/.exec(locale)?.[1];
	return charset === undefined || /^utf-?8$/i.test(charset);
}
