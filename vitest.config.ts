import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
	test: {
		include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts", "scripts/**/*.test.ts"],
		setupFiles: ["test/refuse-network.ts"],
		testTimeout: 30_000,
		// A database of their own takes some tests seconds to make.
		hookTimeout: 120_000,
	},
});

export default config;
