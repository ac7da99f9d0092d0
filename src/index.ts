/**
 * Stemma as a library, `import … from "stemma"`: all of `stemma/pure`, and what reads files, standard input, pages,
 * documents and archives on Node. docs/library.md describes each export.
 */

export { type Evidence, gatherEvidence, packEvidence, packWarc } from "./evidence/evidence.ts";
export { type VerifyEffects, verifyEvidence } from "./evidence/verify.ts";
export type { EvidenceManifest, GivenFile, Verification } from "./model/evidence.ts";
export { type CollateEffects, collateCaptures, collateInputs, traceInputs } from "./pipeline.ts";
export * from "./pure.ts";
export { nodeCollateEffects } from "./system/collate-effects.ts";
export { loadAnalysisData } from "./system/data.ts";
