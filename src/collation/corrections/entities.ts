import type { Entity } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";
import { agreeOnName } from "./stories.ts";

/**
 * The entities as a person calls them: the words that the decision points at name the entity. Its id stays, and so do the
 * names that reports give.
 */
export function renameEntities(plan: CorrectionPlan, entities: readonly Entity[]): readonly Entity[] {
	const wanted = new Map<string, Fitted[]>();
	for (const fitted of plan.fitted) {
		const [place] = fitted.places;
		if (fitted.correction.kind !== "rename-entity" || !place) continue;
		const found = entities.filter(({ mentions }) =>
			mentions.some((mention) => mention.article === place.article && overlaps(mention, place)),
		);
		const [only] = found;
		if (only && found.length === 1) wanted.set(only.id, [...(wanted.get(only.id) ?? []), fitted]);
		else {
			const reason = only ? "several are named at its words; point at one" : "nobody and nothing is named at its words";
			plan.refused(fitted.id, "corrections/no-longer-fits", reason);
		}
	}
	if (wanted.size === 0) return entities;
	return entities
		.map((entity): Entity => {
			const list = wanted.get(entity.id) ?? [];
			const name = agreeOnName(plan, list, entity.id);
			if (name === null) return entity;
			const reasons = list.map(({ correction }) => `“${entity.name}” called “${name}” by ${signed(correction)}`);
			return {
				...entity,
				name,
				names: [name, ...entity.names.filter((one) => one !== name).sort(compareText)],
				reasons: [...new Set([...entity.reasons, ...reasons])].sort(compareText),
			};
		})
		.sort((a, b) => compareText(a.name, b.name) || compareText(a.type, b.type) || compareText(a.id, b.id));
}
