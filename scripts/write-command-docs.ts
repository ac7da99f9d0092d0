import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { COMMANDS } from "../src/cli/commands.ts";
import { writeCommandHelp, writeMainHelp } from "../src/cli/help.ts";

/**
 * Writes docs/commands.md, the help of every command in one page: `npx tsx scripts/write-command-docs.ts`. A test
 * fails while the page is not what the commands say of themselves.
 */

const COMMAND_PAGE = fileURLToPath(new URL("../docs/commands.md", import.meta.url));

/** What the environment may set. */
const SETTINGS: readonly (readonly [name: string, meaning: string])[] = [
	["`STEMMA_STORE`", "the store of every command that is given no `--store`"],
	["`STEMMA_PAGER`", "what long output on a terminal is shown with, in the place of `PAGER`; empty for none"],
	["`NO_COLOR`, `FORCE_COLOR`", "no colours on a terminal; colours also where it is none"],
	["`COLUMNS`", "how wide the terminal is, where it does not say so itself"],
	["`XDG_DATA_HOME`", "where on Linux your own store lies, in a folder `stemma`"],
];

/** The page as it is to stand in docs/commands.md. */
export async function writeCommandPage(): Promise<string> {
	const blocks: string[] = [];
	for (const { name, load } of COMMANDS) {
		const { spec } = await load();
		blocks.push(`## ${name}`, `\`\`\`\n${writeCommandHelp(spec).trimEnd()}\n\`\`\``);
	}
	return `${[
		"<!-- Written by scripts/write-command-docs.ts. -->",
		"# Commands",
		`\`\`\`\n${writeMainHelp(COMMANDS).trimEnd()}\n\`\`\``,
		"| set in the environment | means |\n|---|---|",
	].join(
		"\n\n",
	)}\n${SETTINGS.map(([name, meaning]) => `| ${name} | ${meaning} |`).join("\n")}\n\n${blocks.join("\n\n")}\n`;
}

/** The page as it stands; empty where there is none. */
export function readCommandPage(): string {
	try {
		return readFileSync(COMMAND_PAGE, "utf8");
	} catch {
		return "";
	}
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	writeFileSync(COMMAND_PAGE, await writeCommandPage());
}
