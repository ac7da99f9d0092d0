import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, so that nothing else waits for it at the end: each begins before the others. */
const LONGEST = ["kills", "work", "store", "reading-room", "watch", "access", "faults", "hostile-input", "database"];

class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification): number => {
			const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
			return at < 0 ? LONGEST.length : at;
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}

const config: ViteUserConfig = defineConfig({
	test: {
		setupFiles: ["test/refuse-network.ts", "test/fixed-seed.ts"],
		// One more than by default: much of the time is spent waiting for processes and databases.
		maxWorkers: availableParallelism(),
		sequence: { sequencer: LongestFirst },
		testTimeout: 30_000,
		// A database of their own takes some tests seconds to make.
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				test: {
					name: "parts",
					include: ["src/**/*.test.ts", "bench/**/*.test.ts", "scripts/**/*.test.ts"],
					// They share nothing that changes, and making each file a process of its own takes longer than most run.
					isolate: false,
				},
			},
			{
				extends: true,
				test: { name: "whole", include: ["test/**/*.test.ts"], globalSetup: ["test/compile-once.ts"] },
			},
		],
	},
});

export default config;
