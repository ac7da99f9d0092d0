import { type CitedPlace, cite } from "../view/citation.ts";
import { type Html, Iso } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** Articles that one finding is cited from. */
const SHOWN = 3;

/** Strings by which a finding can be cited, to be copied. */
export function Citation({
	sheet,
	cited,
	id,
}: {
	readonly sheet: HtmlSheet;
	readonly cited: readonly CitedPlace[];
	/** The finding's own target. */
	readonly id: string;
}): Html {
	return (
		<details class="cite">
			<summary>cite</summary>
			{cited.slice(0, SHOWN).map((one) => (
				<p>
					<Iso text={cite(sheet.index, one)} whole />
				</p>
			))}
			<a href={`#${id}`}>link to it</a>
		</details>
	);
}
