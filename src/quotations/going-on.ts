import { mergeSpans } from "../text/spans.ts";
import type { Draft } from "./draft.ts";

/**
 * One attribution is one quotation: marks that go on from a cue belong to the quotation that the cue
 * gives, as PolNeAR annotates it. Catches “We stay,” she said. “We must.”: one quotation in two parts.
 * Must not join “We stay,” she said. “We go,” he said.: two cues give two.
 */
export function joinGoingOn(drafts: readonly Draft[]): Draft[] {
	const joined: Draft[] = [];
	const leadOf = new Map<string, number>();
	for (const draft of drafts) {
		const key = draft.cue.map(({ start, end }) => `${start}-${end}`).join(" ");
		const at = leadOf.get(key);
		const lead = at === undefined ? undefined : joined[at];
		if (at !== undefined && lead && draft.rule === "quotations/follow-on") {
			joined[at] = {
				...lead,
				content: mergeSpans([...lead.content, ...draft.content]),
				marked: mergeSpans([...lead.marked, ...draft.marked]),
				kind: lead.kind === draft.kind ? lead.kind : "mixed",
				sound: lead.sound && draft.sound,
			};
			continue;
		}
		if (key !== "") leadOf.set(key, joined.length);
		joined.push(draft);
	}
	return joined;
}
