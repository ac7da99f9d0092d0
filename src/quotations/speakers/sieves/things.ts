import type { EntityType } from "../../../model/annotation.ts";
import { candidatesOf } from "../focus.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";

/** As for persons; a body that is only mentioned is not taken up by "it". */
const MARGIN = 1.7;
const LEAST = 0.2;
/** "They" are people before they are a body. */
const PLURAL = 1.5;

const BODIES: ReadonlySet<EntityType> = new Set(["organisation", "agency", "outlet", "document", "state"]);
const GROUPS: ReadonlySet<EntityType> = new Set(["organisation", "agency", "outlet"]);

/**
 * "It" and "they", by the bodies that speak and act before.
 *
 * Catches: `The Tarn Water Ministry said the dam holds. It added that the crews stay.`
 * Must not: `The Tarn Water Ministry met residents. They said the dam leaks.`
 */
export function resolveThing({ words, focus }: Question): Speaker | null {
	const pronoun = /^(it|they)$/i.exec(words)?.[1]?.toLowerCase();
	if (pronoun === undefined) return null;
	const types = pronoun === "it" ? BODIES : GROUPS;
	const weighed = focus.weigh(({ entity, kind, pronoun: own }) => {
		if (entity === null) return kind !== (pronoun === "it" ? "body" : "people") ? 0 : pronoun === "it" ? 1 : PLURAL;
		if (pronoun === "they" && entity.type === "person") return own === "they" ? 1 : 0;
		return types.has(entity.type) ? 1 : 0;
	});
	const [first, second] = weighed;
	if (!first) return nobody(`“${pronoun}” follows no name nearby`);
	const { entity, part } = first.appearance;
	if (entity === null)
		return undecided(`“${pronoun}” goes on from “${first.appearance.words}”, which is not named`, [
			...first.appearance.candidates,
			...candidatesOf(weighed.slice(1)),
		]);
	const acts = part === "speaker" || part === "subject" || part === "introduced" || part === "clause-subject";
	if (!acts || first.weight < LEAST || first.weight < MARGIN * (second?.weight ?? 0))
		return undecided(`“${pronoun}” may be any of those named before it`, candidatesOf(weighed));
	return known(entity, `“${pronoun}” goes on from ${entity.name}`);
}
