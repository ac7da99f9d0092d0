import type { Story, Utterance } from "../../model/record.ts";
import type { Attribution } from "../view/attributions.ts";
import { describeSpeaker } from "../view/speaker-words.ts";
import type { WordingGroup } from "../view/wordings.ts";
import { Confidence, type Html, Iso } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** One utterance of a story, and the page that it is set on. */
export interface UtteranceProps {
	readonly sheet: HtmlSheet;
	readonly story: Story;
	readonly utterance: Utterance;
}

/** Who speaks, or that it is not known. */
export function Speaker({ sheet, utterance }: Omit<UtteranceProps, "story">): Html {
	const { name, settled, scene } = describeSpeaker(sheet.index, utterance);
	return (
		<>
			{settled && name !== null ? (
				<b>
					<Iso text={name} />
				</b>
			) : (
				<bdi class="open">{name ?? "Speaker not resolved"}</bdi>
			)}
			{!settled && name !== null ? <span class="note"> (as named; not resolved)</span> : null}
			{scene.length === 0 ? null : <span class="scene">, {scene.join(", ")}</span>}
		</>
	);
}

/** What stands before words that are not given whole and in marks. */
export function verbOf({ base: { marked, rendition }, wordings }: WordingGroup): string {
	if (!marked) return wordings.length > 1 ? "in their own words:" : "in its own words:";
	return rendition.coverage === "whole" ? "" : "only";
}

/** By which words somebody is given the words, through whom, and how sure that is. */
export function ByWords({ attribution }: { readonly attribution: Attribution }): Html {
	const { parts, carriers, confidence } = attribution;
	const words = parts.map(({ gap, text }, at) => `${at > 0 ? gap : ""}${text}`).join("");
	return (
		<small>
			{words === "" ? "no source named" : <Iso text={`by “${words}”`} />}
			{carriers.length === 0 ? "" : `, via ${carriers.join(" from ")}`}, <Confidence value={confidence} />
		</small>
	);
}
