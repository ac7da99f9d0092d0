import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseSync, Visitor } from "oxc-parser";

/**
 * Looks in every regular expression of the program for text on which it takes time that grows with more than the
 * square of the text's length, and fails where one grows without bound. Those that it cannot decide in time are
 * counted: their growth is held by what runs on hostile text (test/hostile-input.test.ts, `npm run robustness`).
 *
 *   npm run robustness:expressions                  all of them: some minutes
 *   npm run robustness:expressions -- --under src/article
 */

interface Expression {
	readonly file: string;
	readonly pattern: string;
	readonly flags: string;
}

const { values } = parseArgs({
	options: { under: { type: "string", default: "src" }, seconds: { type: "string", default: "3" } },
});

const root = fileURLToPath(new URL("../..", import.meta.url));

function listExpressions(folder: string): readonly Expression[] {
	const found = new Map<string, Expression>();
	for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
		const path = join(entry.parentPath, entry.name);
		const visitor = new Visitor({
			Literal: (node) => {
				if (!("regex" in node)) return;
				const { pattern, flags } = node.regex;
				const key = `/${pattern}/${flags}`;
				if (!found.has(key)) found.set(key, { file: relative(root, path), pattern, flags });
			},
		});
		visitor.visit(parseSync(path, readFileSync(path, "utf8")).program);
	}
	return [...found.values()];
}

// The one that is written in JavaScript: the same on every machine.
process.env["RECHECK_BACKEND"] = "pure";
const { checkSync } = await import("recheck");

const expressions = listExpressions(values.under);
const unknown: Expression[] = [];
let [steep, endless] = [0, 0];
for (const [at, expression] of expressions.entries()) {
	if (at % 100 === 0) process.stderr.write(`${at} of ${expressions.length}\n`);
	const found = checkSync(expression.pattern, expression.flags, { timeout: Number(values.seconds) * 1000 });
	if (found.status === "unknown") unknown.push(expression);
	if (found.status !== "vulnerable") continue;
	const { complexity } = found;
	const isEndless = complexity.type === "exponential";
	if (complexity.type === "polynomial" && complexity.degree <= 2) continue;
	if (isEndless) endless++;
	else steep++;
	process.stdout.write(
		`${expression.file}: /${expression.pattern}/${expression.flags}\n  ${complexity.summary}, on ${found.attack.pattern}\n`,
	);
}
process.stdout.write(
	`${expressions.length} expressions: ${endless} without bound, ${steep} steeper than the square, ${unknown.length} not decided in ${values.seconds} s each\n`,
);
if (endless > 0) process.exitCode = 1;
