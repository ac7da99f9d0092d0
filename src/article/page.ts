import type { StatedMetadata } from "../model/capture.ts";
import type { Problem } from "../model/problem.ts";
import type { Draft } from "./draft.ts";

export function draftPage(_html: string, _stated: StatedMetadata): Draft | Problem {
	return { code: "article/no-page", span: null, reason: "pages are not read yet" };
}
