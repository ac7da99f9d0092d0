import { mayChangeMeaning } from "../../collation/variants/variant-kinds.ts";
import type { HeldRelation, HeldRendition, Utterance } from "../../model/record.ts";
import { siglumOf } from "../view/record-index.ts";
import type { RenditionName } from "../view/rendition-names.ts";
import { CUT, shorten } from "../view/shorten.ts";
import { type Html, Iso, RenditionSigla } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

const ORDER: readonly HeldRelation[] = ["exact", "cut", "changed", "summary"];

/** How each report gives what a primary document has: exactly, cut and by which words, changed and how, or as a summary. */
export function HeldRenditions({
	sheet,
	utterance,
	names,
}: {
	readonly sheet: HtmlSheet;
	readonly utterance: Utterance;
	readonly names: ReadonlyMap<string, RenditionName>;
}): Html {
	if (utterance.held.length === 0) return null;
	const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
	const held = ORDER.flatMap((relation) => utterance.held.filter((one) => one.relation === relation));
	return (
		<ul class="held">
			{held.map((one) => (
				<li>
					<span class="kind">
						against {siglumOf(sheet.index, articleOf.get(one.primary) ?? "")}, {one.relation}
					</span>{" "}
					<RenditionSigla sheet={sheet} names={[names.get(one.rendition)].flatMap((name) => name ?? [])} />
					<Differences held={one} />
				</li>
			))}
		</ul>
	);
}

function Differences({ held: { changed, leftOut } }: { readonly held: HeldRendition }) {
	const words = (spans: readonly { readonly exact: string }[]): string =>
		shorten(spans.map(({ exact }) => exact).join(` ${CUT} `));
	return (
		<>
			{changed.map(({ kind, primary, report }, at) => (
				<span class={mayChangeMeaning(kind) ? "notable" : undefined}>
					{at === 0 ? ": " : "; "}
					{primary.length === 0 ? (
						<>
							<span class="note">adds </span>
							<bdi class="variant">{words(report)}</bdi>
						</>
					) : kind === "order" ? (
						<>
							<bdi class="variant">{words(report)}</bdi>
							<span class="note"> in another place</span>
						</>
					) : (
						<>
							<bdi class="lemma">{words(primary)}</bdi> <span class="bracket">]</span>{" "}
							{report.length === 0 ? <span class="note">left out</span> : <bdi class="variant">{words(report)}</bdi>}
						</>
					)}
				</span>
			))}
			{leftOut.length === 0 ? null : (
				<>
					{changed.length === 0 ? ": " : "; "}
					<span class="note">leaves out </span>
					{leftOut.map((span, at) => (
						<>
							{at > 0 ? ", " : ""}
							<Iso text={`“${words([span])}”`} />
						</>
					))}
				</>
			)}
		</>
	);
}
