import process from "node:process";
import type { WriteStream } from "node:tty";
import { UserError } from "../model/problem.ts";
import type { CommandEffects, OutputStream } from "./effects.ts";

/** The world as Node has it. The analysis and the writing of files are loaded when they are asked for. */
export function nodeCommandEffects(): CommandEffects {
	return {
		stdout: openStream(process.stdout, true),
		// What cannot be told is not worth ending for.
		stderr: openStream(process.stderr, false),
		env: process.env,
		platform: process.platform,
		showInPager: async (text, command) => (await import("./pager.ts")).showInPager(text, command, process.env),
		now: () => performance.now(),
		readText: async (path) => (await import("./text-file.ts")).readTextFile(path),
		writeFile: async (path, text) => (await import("./atomic-file.ts")).writeFileWhole(path, text),
		loadPageAssets: async () => (await import("../system/page-assets.ts")).loadPageAssets(),
		collate: async (inputs, progress, primaries, names, corrections) => {
			const [{ collateInputs }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return collateInputs(inputs, { ...nodeCollateEffects(names, corrections), progress }, primaries);
		},
		listArticles: async (inputs, progress) => {
			const [{ listArticles }, { nodeReadingEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return listArticles(inputs, { ...nodeReadingEffects(), progress });
		},
		listQuotations: async (inputs, progress, names) => {
			const [{ listQuotations }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return listQuotations(inputs, { ...nodeCollateEffects(names), progress });
		},
		listStories: async (inputs, progress, primaries, names, corrections) => {
			const [{ listStories }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return listStories(inputs, { ...nodeCollateEffects(names, corrections), progress }, primaries);
		},
		trace: async (text, inputs, progress, primaries, names) => {
			const [{ traceInputs }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return traceInputs(text, inputs, { ...nodeCollateEffects(names), progress }, primaries);
		},
	};
}

/** A reader that has gone, as `head` does, ends the printing and nothing else. */
function openStream(stream: WriteStream, mustArrive: boolean): OutputStream {
	// Every failure also comes to the write's own callback; unheard, it would end the process.
	stream.on("error", () => {});
	return {
		isTTY: stream.isTTY === true,
		columns: stream.columns ?? null,
		rows: stream.rows ?? null,
		write: (text) =>
			new Promise((resolve, reject) => {
				stream.write(text, (error?: NodeJS.ErrnoException | null) => {
					if (!error || !mustArrive || error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") resolve();
					else reject(new UserError("cli/output", `cannot write the result: ${error.message}`));
				});
			}),
	};
}
