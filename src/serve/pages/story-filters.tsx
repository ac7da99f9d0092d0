import type { AskedStories, StoryChoices } from "../../model/story-card.ts";
import type { Html } from "../../report/html/parts.tsx";
import { addressOf, isNarrowed } from "../story-form.ts";

/** The form by which the list of stories is narrowed, closed where it is not in use. */
export function StoryFilters({
	asked,
	choices,
	mistakes,
}: {
	readonly asked: AskedStories;
	readonly choices: StoryChoices;
	readonly mistakes: readonly string[];
}): Html {
	const { entity, outlet, language, from, to, onlyConflicts } = asked;
	const languages = [...new Set([...(language === null ? [] : [language]), ...choices.languages])];
	return (
		<details class="filters" open={isNarrowed(asked) || mistakes.length > 0}>
			<summary>Narrow the list</summary>
			<form class="search" action="/">
				<label>
					Name <input name="entity" list="names" value={entity ?? ""} autocomplete="off" />
				</label>
				<label>
					Outlet <input name="outlet" list="outlets" value={outlet ?? ""} autocomplete="off" />
				</label>
				<label>
					Language
					<select name="language">
						<option value="">any</option>
						{languages.map((one) => (
							<option value={one} selected={one === language}>
								{one}
							</option>
						))}
					</select>
				</label>
				<label>
					From <input name="from" type="date" value={from ?? ""} />
				</label>
				<label>
					To <input name="to" type="date" value={to ?? ""} />
				</label>
				<label class="check">
					<input name="conflicts" type="checkbox" value="only" checked={onlyConflicts} />
					Only where reports contradict or contest each other
				</label>
				<button type="submit">Show</button>
				<Choices id="names" names={choices.names} />
				<Choices id="outlets" names={choices.outlets} />
			</form>
			{mistakes.map((mistake) => (
				<p class="doubt">{mistake}</p>
			))}
		</details>
	);
}

/** What a field can be filled with; anything else can be typed. */
function Choices({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
	return (
		<datalist id={id}>
			{names.map((name) => (
				<option value={name} />
			))}
		</datalist>
	);
}

/** Names that hold what was typed, each leading to its stories: where the name as a whole is none. */
export function NearNames({
	asked,
	choices,
}: {
	readonly asked: AskedStories;
	readonly choices: StoryChoices;
}): Html | null {
	const near = [
		...holding(choices.names, asked.entity).map((entity) => ({ name: entity, to: { ...asked, entity } })),
		...holding(choices.outlets, asked.outlet).map((outlet) => ({ name: outlet, to: { ...asked, outlet } })),
	];
	if (near.length === 0) return null;
	return (
		<p>
			Did you mean{" "}
			{near.map(({ name, to }, at) => (
				<>
					{at === 0 ? "" : at === near.length - 1 ? " or " : ", "}
					<a href={addressOf({ ...to, after: null })}>{name}</a>
				</>
			))}
			?
		</p>
	);
}

const MOST_NEAR = 6;

function holding(names: readonly string[], typed: string | null): readonly string[] {
	const words = (typed ?? "").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	if (words.length === 0) return [];
	return names.filter((name) => words.some((word) => name.toLowerCase().includes(word))).slice(0, MOST_NEAR);
}
