import { z } from "zod";
import { COUNT, listOf, object, orNull, TEXT, TEXTS } from "../../report/schema/fields.ts";
import { LISTED_PROBLEM, PROBLEM } from "../../report/schema/parts.ts";
import { ASIDE_SUMMARY } from "../../report/schema/store.ts";
import type { AsideCapture, AsideList } from "../../store/aside.ts";
import type { QualityBlock, QualitySection } from "../reading/quality.ts";

export const ASIDE: z.ZodType<AsideList> = object<AsideList>("SetAside", {
	jobs: listOf(ASIDE_SUMMARY),
	inputs: listOf(LISTED_PROBLEM),
	captures: listOf(
		object<AsideCapture>("AsideCapture", { id: TEXT, place: TEXT, at: TEXT, sha256: TEXT, problems: listOf(PROBLEM) }),
	),
	next: orNull(TEXT),
});

const BLOCK: z.ZodType<QualityBlock> = z.union([
	z.object({ kind: z.literal("text"), text: z.string() }),
	z.object({ kind: z.literal("list"), items: TEXTS }),
	z.object({ kind: z.literal("table"), head: TEXTS, rows: listOf(TEXTS) }),
]);

export const QUALITY: z.ZodType<{ readonly sections: readonly QualitySection[] }> = object("Quality", {
	sections: listOf(object<QualitySection>("QualitySection", { title: TEXT, level: COUNT, blocks: listOf(BLOCK) })),
});
