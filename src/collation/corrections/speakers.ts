import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { Entity } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { foldAccents } from "../../text/fold.ts";
import { contentsOver } from "../quotation-index.ts";
import type { SpeakerReference } from "../speakers/references.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import type { CorrectionPlan, Fitted } from "./plan.ts";
import { signed } from "./plan.ts";

/** At least this share of the words that a decision points at lies in the quotation that it means. */
const MOSTLY = 0.5;

/** The quotation that holds most of a place, the narrowest of those that hold as much; null when none holds half of it. */
function quotationAt(byId: ReadonlyMap<string, AnnotatedArticle>, place: Place): FoundQuotation | null {
	const annotated = byId.get(place.article);
	if (!annotated) return null;
	const covered = new Map<FoundQuotation, { inside: number; whole: number }>();
	for (const { quotation, start, end } of contentsOver(annotated, place)) {
		const known = covered.get(quotation) ?? { inside: 0, whole: 0 };
		known.inside += Math.min(end, place.end) - Math.max(start, place.start);
		known.whole += end - start;
		covered.set(quotation, known);
	}
	const [best] = [...covered].sort(
		(a, b) => b[1].inside - a[1].inside || a[1].whole - b[1].whole || (a[0].id < b[0].id ? -1 : 1),
	);
	return best && best[1].inside >= MOSTLY * (place.end - place.start) ? best[0] : null;
}

/** The speakers as a person settles them. Two decisions that name two speakers of one quotation contradict each other. */
export function correctSpeakers(
	plan: CorrectionPlan,
	speakers: SetSpeakers,
	byId: ReadonlyMap<string, AnnotatedArticle>,
	entities: readonly Entity[],
): SetSpeakers {
	const decided = new Map<string, { readonly entity: Entity | null; readonly reason: string }>();
	const wanted = new Map<string, Fitted[]>();
	for (const fitted of plan.fitted) {
		const [place] = fitted.places;
		if (fitted.correction.kind !== "speaker" || !place) continue;
		const quotation = quotationAt(byId, place);
		if (quotation) wanted.set(quotation.id, [...(wanted.get(quotation.id) ?? []), fitted]);
		else plan.refused(fitted.id, "corrections/no-longer-fits", "no quotation is found at its words");
	}
	for (const [quotation, list] of wanted) {
		const [first] = list;
		if (!first) continue;
		const other = list.find(({ correction }) => fold(correction.speaker) !== fold(first.correction.speaker));
		if (other) {
			for (const one of list) {
				const against = fold(one.correction.speaker) === fold(first.correction.speaker) ? other : first;
				plan.refused(one.id, "corrections/contradiction", `it contradicts that of ${signed(against.correction)}`);
			}
			continue;
		}
		const named = first.correction.speaker === null ? null : findEntity(entities, first.correction.speaker);
		if (named && "lost" in named) {
			for (const one of list) plan.refused(one.id, "corrections/unknown-name", named.lost);
			continue;
		}
		decided.set(quotation, { entity: named?.entity ?? null, reason: `settled by ${signed(first.correction)}` });
		for (const one of list) plan.applied(one.id, `settled by ${signed(one.correction)}`, [quotation]);
	}
	if (decided.size === 0) return speakers;
	return {
		speakerOf: (quotation) => {
			const own = decided.get(quotation.id);
			return own ? (own.entity?.id ?? null) : speakers.speakerOf(quotation);
		},
		reasonOf: (quotation) => decided.get(quotation.id)?.reason ?? speakers.reasonOf(quotation),
		wordsOf: (annotated, quotation) => {
			const own = decided.get(quotation.id);
			if (!own) return speakers.wordsOf(annotated, quotation);
			return new Set((own.entity?.names ?? []).flatMap((name) => foldAccents(name).split(/[^\p{L}\p{M}]+/u)));
		},
		referenceOf: (quotation) => {
			const own = decided.get(quotation.id);
			return own ? referTo(own.entity, quotation.id) : speakers.referenceOf(quotation);
		},
	};
}

function referTo(entity: Entity | null, quotation: string): SpeakerReference {
	const kind = entity?.type === "person" ? "person" : entity === null ? "unknown" : "body";
	return {
		entity: entity?.id ?? null,
		kind,
		names: (entity?.names ?? []).map((name) => foldAccents(name).split(/\s+/)),
		heads: new Set(),
		modifiers: new Set(),
		candidates: [],
		unnamed: entity === null,
		key: entity === null ? `open ${quotation}` : `is ${entity.id}`,
	};
}

function fold(name: string | null): string {
	return name === null ? "" : foldAccents(name).replace(/\s+/g, " ").trim();
}

/** The one entity with that id or name. */
function findEntity(
	entities: readonly Entity[],
	named: string,
): { readonly entity: Entity } | { readonly lost: string } {
	const found = entities.filter(({ id, names }) => id === named || names.some((name) => fold(name) === fold(named)));
	const [only] = found;
	if (!only) return { lost: `no report names ${named}` };
	if (found.length === 1) return { entity: only };
	const persons = found.filter(({ type }) => type === "person");
	const [person] = persons;
	if (person && persons.length === 1) return { entity: person };
	return {
		lost: `${found.length} are called ${named}: ${found.map(({ name, type }) => `${name} (${type})`).join(", ")}`,
	};
}
