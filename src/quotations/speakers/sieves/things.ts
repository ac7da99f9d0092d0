import type { EntityType, LocalEntity } from "../../../model/annotation.ts";
import { type Appearance, candidatesOf, type Focus, isActing, isGuessed } from "../focus.ts";
import { known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";
import { goesOn } from "./pronouns.ts";

/** As for persons; a body that is only mentioned is not taken up by "it". */
const MARGIN = 1.7;
const LEAST = 0.2;
const LAST_MARGIN = 1.2;
/** "They" are people before they are a body. */
const PLURAL = 1.5;

const BODIES: ReadonlySet<EntityType> = new Set(["organisation", "agency", "outlet", "document", "state"]);
const GROUPS: ReadonlySet<EntityType> = new Set(["organisation", "agency", "outlet"]);

/**
 * "It" and "they", by the bodies that speak and act before.
 *
 * Catches: `The Tarn Water Ministry said the dam holds. It added that the crews stay.`; `Skyhop said it would appeal. It added …`
 * Must not: `The Tarn Water Ministry met residents. They said the dam leaks.`
 */
export function resolveThing({ words, focus }: Question): Speaker | null {
	const pronoun = /^(it|they|them)$/i.exec(words)?.[1]?.toLowerCase().replace("them", "they");
	if (pronoun === undefined) return null;
	const types = pronoun === "it" ? BODIES : GROUPS;
	const fits = ({ entity, kind, pronoun: own, words: shown, part }: Appearance): number => {
		if (entity === null) {
			if (pronoun === "they") return kind === "people" ? PLURAL : 0;
			return kind === "body" || (part === "speaker" && /^\p{Lu}\S+$/u.test(shown)) ? 1 : 0;
		}
		if (pronoun === "they" && entity.type === "person" && own === "they") return 1;
		// "Skyhop said": one name of which nothing tells that it is a person's.
		if (pronoun === "it" && isActing(part) && mayBeBody(entity, focus)) return 1;
		return types.has(entity.type) ? 1 : 0;
	};
	const weighed = focus.weigh(fits);
	const [first, second] = weighed;
	if (!first) return nobody(`“${pronoun}” follows no name nearby`);
	const { entity, part } = first.appearance;
	if (entity === null)
		return undecided(`“${pronoun}” goes on from “${first.appearance.words}”, which is not named`, [
			...first.appearance.candidates,
			...candidatesOf(weighed.slice(1)),
		]);
	const margin = goesOn(first.appearance, focus, fits) ? LAST_MARGIN : MARGIN;
	const acts =
		part === "speaker" ||
		part === "subject" ||
		part === "introduced" ||
		part === "contrast" ||
		part === "clause-subject";
	if (!acts || first.weight < LEAST || first.weight < margin * (second?.weight ?? 0))
		return undecided(`“${pronoun}” may be any of those named before it`, candidatesOf(weighed));
	return known(entity, `“${pronoun}” goes on from ${entity.name}`);
}

/** A name that nobody calls "he" or "she": an unknown one, or one taken for a person because it speaks. */
function mayBeBody(entity: LocalEntity, focus: Focus): boolean {
	return (
		focus.pronounOf(entity) === null &&
		(isGuessed(entity) || (entity.type === "unknown" && /^\p{Lu}\S+$/u.test(entity.name)))
	);
}
