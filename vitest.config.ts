import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
	test: {
		setupFiles: ["test/refuse-network.ts", "test/fixed-seed.ts"],
		// One more than by default: much of the time is spent waiting for processes and databases.
		maxWorkers: availableParallelism(),
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
