import { type CitedPlace, cite } from "../view/citation.ts";
import { type Html, Iso } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** Articles that one finding is cited from. */
const SHOWN = 3;

/** A link to a finding, and strings by which it can be cited, to be copied. */
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
		<>
			<a class="permalink" href={`#${id}`}>
				link to this
			</a>{" "}
			<details class="cite">
				<summary>cite</summary>
				{cited.slice(0, SHOWN).map((one) => (
					<p>
						<Iso text={cite(sheet.index, one)} whole />
					</p>
				))}
			</details>
		</>
	);
}
