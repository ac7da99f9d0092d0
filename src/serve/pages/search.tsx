import { FACT_RELATIONS, type SearchListing } from "../../model/search-listing.ts";
import type { Html } from "../../report/html/parts.tsx";
import { Page, type PageFrame } from "./frame.tsx";
import { SearchHits } from "./search-hits.tsx";

/** Fields of the form beside the words, with what they are called. */
const FIELDS = [
	["speaker", "Speaker", "text"],
	["outlet", "Outlet", "text"],
	["from", "From", "date"],
	["to", "To", "date"],
] as const;

/** The form, and what was found. */
export function SearchPage({
	frame,
	query,
	listing,
	mistakes,
}: {
	readonly frame: PageFrame;
	/** The fields as they were filled in. */
	readonly query: Readonly<Record<string, string>>;
	/** Null where nothing was asked for. */
	readonly listing: SearchListing | null;
	readonly mistakes: readonly string[];
}): Html {
	return (
		<Page frame={frame} title="Search" room="/search">
			<h1>Search</h1>
			<form class="search" action="/search">
				<label>
					Words, or a “phrase in marks” <input name="q" type="search" value={query["q"] ?? ""} />
				</label>
				{FIELDS.map(([name, label, type]) => (
					<label>
						{label} <input name={name} type={type} value={query[name] ?? ""} />
					</label>
				))}
				<label>
					Facts
					<select name="relation">
						<option value="">of any kind</option>
						{FACT_RELATIONS.map((relation) => (
							<option value={relation} selected={query["relation"] === relation}>
								{relation}
							</option>
						))}
					</select>
				</label>
				<button type="submit">Search</button>
			</form>
			{mistakes.map((mistake) => (
				<p class="doubt">{mistake}</p>
			))}
			{listing === null ? (
				<p class="note">
					All words must stand there, in any of their inflections; words of a quotation stand in one quotation.
				</p>
			) : (
				<SearchHits listing={listing} />
			)}
		</Page>
	);
}
