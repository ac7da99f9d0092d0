import type { ListedProblem } from "../model/problem.ts";
import type { Database } from "./database.ts";
import { keyOf } from "./keys.ts";
import { packJson } from "./packing.ts";

/** What is wrong with an input, or a line of it. */
export interface InputProblem extends ListedProblem {
	readonly input: string;
}

/** Keeps what is wrong with inputs, in the place of what was wrong with them before. */
export async function keepProblems(
	database: Database,
	inputs: readonly string[],
	problems: readonly InputProblem[],
): Promise<void> {
	const rows = await Promise.all(
		problems.map(async ({ input, ...problem }) => ({
			key: keyOf("problem", JSON.stringify(problem)),
			input: keyOf("input", input),
			packed: await packJson(problem),
		})),
	);
	await database.tx(async (tx) => {
		await tx.query("DELETE FROM stemma.problem WHERE input_key = ANY ($1::bigint[])", [
			inputs.map((input) => keyOf("input", input)),
		]);
		for (const { key, input, packed } of rows) {
			await tx.query(
				"INSERT INTO stemma.problem (problem_id, input_key, packed) VALUES ($1, $2, $3) ON CONFLICT (problem_id) DO NOTHING",
				[key, input, packed],
			);
		}
	});
}
