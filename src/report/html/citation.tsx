import type { Place } from "../../model/span.ts";
import { type CitedPlace, cite } from "../view/citation.ts";
import type { Html } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** A string by which a finding can be cited, to be copied. */
export function Citation({
	sheet,
	words,
	places,
	id,
}: {
	readonly sheet: HtmlSheet;
	readonly words: string;
	readonly places: readonly Place[];
	readonly id: string;
}): Html {
	const cited: CitedPlace = { words, places };
	return (
		<details class="cite">
			<summary>cite</summary>
			<p>
				<bdi>{cite(sheet.index, cited)}</bdi> <a href={`#${id}`}>link to this finding</a>
			</p>
		</details>
	);
}
