import { parentPort, workerData } from "node:worker_threads";
import type { AnalysisData } from "../../pipeline.ts";
import { loadAnalysisData } from "../../system/data.ts";
import { addCorrectionFiles } from "../../system/user-corrections.ts";
import { addNameFiles } from "../../system/user-names.ts";
import { analyse, type Request } from "./analysis.ts";
import type { DataFiles } from "./analysis-pool.ts";

/** Analyses in a thread of its own, one request at a time. It says `ready` once it is loaded. */
const { names, corrections } = workerData as DataFiles;
const data: AnalysisData = addCorrectionFiles(addNameFiles(loadAnalysisData(), names), corrections);

parentPort?.on("message", (request: Request) => {
	analyse(request, data).then(
		(answer) => parentPort?.postMessage({ answer }),
		// What is wrong with one article must not end the thread that others wait for.
		(error: unknown) => parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
	);
});
parentPort?.postMessage("ready");
