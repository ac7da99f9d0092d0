import { Anchors, type Html, Iso } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** A person's decisions: what each did and where, or why it did nothing. */
export function Corrections({ sheet }: { readonly sheet: HtmlSheet }): Html {
	const { corrections } = sheet.index.record;
	if (corrections.length === 0) return null;
	return (
		<section class="positions" id="corrections">
			<h2>Corrections</h2>
			<ul>
				{corrections.map(({ kind, who, when, why, applied, reason, places }) => (
					<li>
						{applied ? <Iso text={reason} /> : <Refused reason={reason} who={who} why={why} />}{" "}
						<span class="note">
							({kind}, {when.slice(0, 10)})
						</span>{" "}
						<Anchors sheet={sheet} places={places} />
					</li>
				))}
			</ul>
		</section>
	);
}

function Refused({ reason, who, why }: { readonly reason: string; readonly who: string; readonly why: string }) {
	return (
		<>
			<span class="doubt">not applied: </span>
			<Iso text={reason} />{" "}
			<span class="note">
				(asked by <Iso text={who} />: <Iso text={why} />)
			</span>
		</>
	);
}

/** Who made a finding what it is, in a line under it. */
export function CorrectedBy({ sheet, finding }: { readonly sheet: HtmlSheet; readonly finding: string }): Html {
	const own = sheet.index.record.corrections.filter(({ applied, findings }) => applied && findings.includes(finding));
	if (own.length === 0) return null;
	return (
		<>
			{own.map(({ reason }) => (
				<p class="silent doubt">
					<a href="#corrections">
						<Iso text={reason} />
					</a>
				</p>
			))}
		</>
	);
}
