import { type Attribution, listAttributions } from "../view/attributions.ts";
import { findCompared } from "../view/compared-places.ts";
import { groupWordings, type Wording } from "../view/wordings.ts";
import { Citation } from "./citation.tsx";
import { Anchors, Around, type Html, Sigla, Stance } from "./parts.tsx";
import { utteranceId } from "./sheet.ts";
import { ByWords, Speaker, type UtteranceProps, verbOf } from "./utterance-parts.tsx";

/** What one line alone has: the words with whose they are, and where others may tell the same. */
export function SingleUtterance({ sheet, story, utterance }: UtteranceProps): Html | null {
	const [first, ...others] = groupWordings(sheet.index, utterance);
	if (!first) return null;
	const { base } = first;
	const attributions = listAttributions(sheet.index, utterance);
	const byOf = ({ rendition }: Wording): Attribution | undefined =>
		attributions.find(({ renditions }) => renditions.includes(rendition.id));
	const by = byOf(base);
	return (
		<li id={utteranceId(sheet, utterance.id)}>
			<Sigla sheet={sheet} articles={utterance.renditions.map(({ article }) => article)} />{" "}
			<Speaker sheet={sheet} utterance={utterance} />: <Stance sheet={sheet} wording={base} />
			<Around sheet={sheet} wording={base} /> {by ? <ByWords attribution={by} /> : null}{" "}
			<Anchors sheet={sheet} places={base.places} />
			{others.map((group) => {
				const other = group.base;
				const byOther = byOf(other);
				return (
					<>
						; <span class="note">{verbOf(group) || "also"}</span> <Stance sheet={sheet} wording={other} />
						<Around sheet={sheet} wording={other} /> {byOther ? <ByWords attribution={byOther} /> : null}{" "}
						<Anchors sheet={sheet} places={other.places} />
					</>
				);
			})}
			<Compared sheet={sheet} story={story} utterance={utterance} />{" "}
			<Citation
				sheet={sheet}
				cited={[{ words: base.text, places: base.places }]}
				id={utteranceId(sheet, utterance.id)}
			/>
		</li>
	);
}

/** Where reports of other lines may tell the same: found in one line is not told in one alone. */
function Compared({ sheet, story, utterance }: UtteranceProps) {
	const compared = findCompared(sheet.index, story, utterance);
	if (compared.length === 0) return null;
	return (
		<span class="note">
			; compare{" "}
			{compared.map(({ place, own }, at) => (
				<>
					{at > 0 ? ", " : ""}
					<Anchors sheet={sheet} places={[place]} />
					{own ? " on its own word" : ""}
				</>
			))}
		</span>
	);
}
