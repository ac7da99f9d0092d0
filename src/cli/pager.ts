import { spawn } from "node:child_process";

/** How `less` behaves when nobody has said: colours as they are, away at once when all fits, what was read stays. */
const LESS = "FRX";

/**
 * Shows text in the pager that somebody has chosen, as a shell would run it. Resolves to false where there is none of
 * that name, so that the text can be printed instead.
 *
 * @param command `less`, `less -S`, `bat --plain`
 */
export function showInPager(
	text: string,
	command: string,
	env: Readonly<{ [name: string]: string | undefined }>,
): Promise<boolean> {
	return new Promise((resolve) => {
		const pager = spawn(command, {
			shell: true,
			stdio: ["pipe", "inherit", "inherit"],
			env: { ...env, LESS: env["LESS"] ?? LESS },
		});
		// Whoever has read enough closes the pager before all is written.
		pager.stdin.on("error", () => {});
		pager.on("error", () => resolve(false));
		pager.on("close", (code) => resolve(code !== NOT_FOUND));
		pager.stdin.end(text);
	});
}

/** What a shell says of a command that it does not find (POSIX). */
const NOT_FOUND = 127;

/** The pager to use; null for none: `PAGER` set to nothing or `cat`, a terminal that cannot, or a system that has none. */
export function choosePager(env: Readonly<{ [name: string]: string | undefined }>, platform: string): string | null {
	const chosen = env["STEMMA_PAGER"] ?? env["PAGER"] ?? (platform === "win32" ? "" : "less");
	return chosen.trim() === "" || chosen.trim() === "cat" || env["TERM"] === "dumb" ? null : chosen;
}
