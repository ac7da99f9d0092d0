import type { Span } from "../model/span.ts";
import { mergeSpans } from "../text/spans.ts";
import type { Draft } from "./draft.ts";
import type { Speaker } from "./speakers/speaker.ts";

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
			joined[at] = withWords(lead, draft);
			continue;
		}
		if (key !== "") leadOf.set(key, joined.length);
		joined.push(draft);
	}
	return joined;
}

function withWords(lead: Draft, draft: Draft): Draft {
	return {
		...lead,
		content: mergeSpans([...lead.content, ...draft.content]),
		marked: mergeSpans([...lead.marked, ...draft.marked]),
		kind: lead.kind === draft.kind ? lead.kind : "mixed",
		sound: lead.sound && draft.sound,
	};
}

/** A quotation with who speaks it. */
export interface Spoken {
	readonly draft: Draft;
	readonly speaker: Speaker;
}

/**
 * The same of marks behind a gesture, once it is known who made it: `“We stay,” Pike said. He nodded. “We must.”` is
 * one quotation. Must not join `“We stay,” she said. He nodded. “We must.”`: the words are his.
 */
export function joinBeats(spoken: readonly Spoken[]): Spoken[] {
	if (!spoken.some(({ draft }) => draft.after)) return [...spoken];
	const joined: Spoken[] = [];
	const leadOf = new Map<string, number>();
	for (const one of spoken) {
		const { draft } = one;
		const at = draft.after ? leadOf.get(keyOf(draft.after)) : undefined;
		const lead = at === undefined ? undefined : joined[at];
		if (at !== undefined && lead && mayBeOne(lead, one)) joined[at] = { ...lead, draft: withWords(lead.draft, draft) };
		else {
			if (draft.cue.length > 0) leadOf.set(keyOf(draft.cue), joined.length);
			joined.push(one);
		}
	}
	return joined;
}

function keyOf(spans: readonly Span[]): string {
	return spans.map(({ start, end }) => `${start}-${end}`).join(" ");
}

/** Whether nothing speaks against one and the same speaker. */
function mayBeOne({ speaker: lead }: Spoken, { speaker: next }: Spoken): boolean {
	if (next.speaker !== null) return next.speaker === lead.speaker;
	if (lead.speaker === null) return false;
	return next.candidates.some(({ entity }) => entity === lead.speaker);
}
