import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordEffects } from "../../test/recording-effects.ts";
import { UserError } from "../model/problem.ts";
import { VERSION } from "../version.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT_CODES } from "./help.ts";
import { runCommandLine } from "./run.ts";

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const world = recordEffects();
	const code = await runCommandLine(args, world.effects);
	return { code, out: world.out(), err: world.err() };
}

describe("stemma", () => {
	it("prints its help on standard error and ends with 2 when it is told nothing", async () => {
		const { code, out, err } = await run();
		expect([code, out]).toEqual([2, ""]);
		expect(err).toContain("Usage: stemma <command>");
	});

	it.each(["--help", "-h"])("prints its help for %s, every command in it", async (option) => {
		const { code, out, err } = await run(option);
		expect([code, err]).toEqual([0, ""]);
		const width = Math.max(...COMMANDS.map(({ name }) => name.length));
		for (const { name, summary } of COMMANDS) expect(out).toContain(`  ${name.padEnd(width)}  ${summary}\n`);
	});

	it("prints its version, alone and with a command", async () => {
		expect(await run("--version")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
		expect(await run("collate", "--version")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
	});

	it.each([
		[["colate", "a.txt"], "there is no command colate; did you mean collate?"],
		[["a.txt"], "there is no command a.txt; to read reports: stemma collate a.txt"],
		[["--hlep"], "unknown option --hlep; did you mean --help?"],
		[["--json", "a.txt"], 'unknown option --json; a command comes first; see "stemma --help"'],
		[["collate", "a.txt", "--jsno"], "unknown option --jsno; did you mean --json?"],
		[["collate", "-x"], 'unknown option -x; "stemma collate --help" lists the options'],
		[["collate", "--json=1"], '--json takes no value (see "stemma collate --help")'],
		[["collate", "a", "--output"], '--output needs a value: --output FILE (see "stemma collate --help")'],
		[["collate", "-o", "--json"], '-o needs a value: -o FILE (see "stemma collate --help")'],
	])("answers %j in one clear line", async (args, message) => {
		expect(await run(...args)).toEqual({ code: 2, out: "", err: `stemma: ${message}\n` });
	});

	it("takes what follows -- as inputs", async () => {
		const world = recordEffects({
			collate: async () => {
				throw new UserError("x", "stop");
			},
		});
		await runCommandLine(["collate", "--", "--json"], world.effects);
		expect(world.asked).toEqual([["--json"]]);
	});

	it("calls a bug a bug, with its cause", async () => {
		const world = recordEffects({
			collate: async () => {
				throw new Error("lost count", { cause: new Error("no columns") });
			},
		});
		expect(await runCommandLine(["collate", "a.txt"], world.effects)).toBe(70);
		expect(world.err()).toMatch(/^stemma: this is a bug[^\n]*\nError: lost count\n[\s\S]*no columns/);
	});
});

describe.each(COMMANDS)("stemma $name --help", ({ name, summary, load }) => {
	it("documents every option, exit code and example", async () => {
		const { spec } = await load();
		const { code, out } = await run(name, "--help");
		expect(code).toBe(0);
		for (const option of spec.options) {
			const label = option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
			expect(out).toContain(`  ${label}`);
			expect(out).toContain(option.help);
		}
		for (const [exit, meaning] of spec.exits ?? EXIT_CODES) expect(out).toContain(`${exit}  ${meaning}`);
		for (const { command } of spec.examples) expect(out).toContain(command);
	});

	it("stands in the README with every option", async () => {
		const { spec } = await load();
		const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
		expect(readme).toContain(`stemma ${name} `);
		for (const option of spec.options) expect(readme).toContain(`--${option.name}`);
	});

	it("is named alike in the list of commands", async () => {
		const { spec } = await load();
		expect([spec.name, spec.summary]).toEqual([name, summary]);
	});

	it("gives examples of files that there are", async () => {
		const { spec } = await load();
		for (const { command } of spec.examples) {
			for (const [path] of command.matchAll(/examples[\w./-]*/g)) {
				expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
			}
		}
	});

	it("fits a hundred columns", async () => {
		const { out } = await run(name, "--help");
		for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
	});
});
