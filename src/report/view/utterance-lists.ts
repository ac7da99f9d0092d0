import type { Story, Utterance } from "../../model/record.ts";
import { isHeadlineOnly } from "./compared-places.ts";
import { countLines } from "./line-count.ts";
import { isPrimary, type RecordIndex } from "./record-index.ts";
import { isUtteranceShown } from "./sureness.ts";
import { groupWordings } from "./wordings.ts";

export interface UtteranceLists {
	/**
	 * Those that independent lines carry, that copies give in wordings that differ, or that a report and a
	 * primary document have. Speakers and occasions
	 * stand together, what most lines and then most reports carry first, then as the record orders them.
	 */
	readonly shared: readonly Utterance[];
	/** Those of one report, or of one line that repeats them word for word, in the order of the reports' text. */
	readonly single: readonly Utterance[];
	/** Those of a primary document that no report gives. */
	readonly unreported: readonly Utterance[];
	/** Headlines that tell in short what their report tells too: nothing said apart from that. */
	readonly headlines: readonly Utterance[];
	/** How many are left out of the lists because no reading of them is sure enough to be shown unasked. */
	readonly unsure: number;
}

/** The utterances of a story that are sure enough to be shown unasked, in the lists in which a reader meets them. */
export function listUtterances(index: RecordIndex, story: Story): UtteranceLists {
	const all = index.record.utterances.filter((utterance) => utterance.story === story.id);
	const counted = all
		.filter((utterance) => isUtteranceShown(index, utterance))
		.map((utterance) => {
			const articles = new Set(utterance.renditions.map(({ article }) => article));
			const lines = countLines(story, articles);
			const reports = [...articles].filter((article) => !isPrimary(index, article)).length;
			const held = reports > 0 && reports < articles.size;
			const apart = held || (reports > 1 && (lines > 1 || groupWordings(index, utterance).length > 1));
			return { utterance, lines, reports, apart };
		});
	const shared = counted.filter(({ apart }) => apart);
	const scenes = new Map<string, { at: number; lines: number; reports: number }>();
	for (const [at, { utterance, lines, reports }] of shared.entries()) {
		const scene = scenes.get(sceneOf(utterance));
		const ahead = scene && (scene.lines > lines || (scene.lines === lines && scene.reports >= reports));
		if (!ahead) scenes.set(sceneOf(utterance), { at: scene?.at ?? at, lines, reports });
	}
	const none = { at: 0, lines: 0, reports: 0 };
	shared.sort((a, b) => {
		const p = scenes.get(sceneOf(a.utterance)) ?? none;
		const q = scenes.get(sceneOf(b.utterance)) ?? none;
		return q.lines - p.lines || q.reports - p.reports || p.at - q.at;
	});
	const single = counted
		.filter(({ apart, reports }) => !apart && reports > 0)
		.map(({ utterance }) => ({ utterance, ...placeOf(index, utterance) }));
	single.sort((a, b) => a.rank - b.rank || a.start - b.start);
	const headlines = new Set(
		single.length < 2 ? [] : single.map(({ utterance }) => utterance).filter((one) => isHeadlineOnly(index, one)),
	);
	return {
		shared: shared.map(({ utterance }) => utterance),
		single: single.map(({ utterance }) => utterance).filter((utterance) => !headlines.has(utterance)),
		headlines: [...headlines],
		unreported: counted.filter(({ reports }) => reports === 0).map(({ utterance }) => utterance),
		unsure: all.length - counted.length,
	};
}

/** Utterances of one speaker on one occasion stand together. */
function sceneOf(utterance: Utterance): string {
	return `${utterance.speaker ?? ""} ${utterance.occasion ?? ""}`;
}

function placeOf(index: RecordIndex, utterance: Utterance): { readonly rank: number; readonly start: number } {
	const places = utterance.renditions.map(({ article, parts }) => ({
		rank: index.rank.get(article) ?? Number.MAX_SAFE_INTEGER,
		start: parts[0]?.spans[0]?.start ?? 0,
	}));
	places.sort((a, b) => a.rank - b.rank || a.start - b.start);
	return places[0] ?? { rank: 0, start: 0 };
}
