import type { Fact, FactState, Story } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { countOf } from "../view/count-words.ts";
import { describeMode, groupStates, listFacts, nameValue } from "../view/fact-lists.ts";
import { describeFact, trimStop } from "../view/fact-words.ts";
import { groupBy } from "../view/group-by.ts";
import { orderArticles, siglumOf } from "../view/record-index.ts";
import { titleOf } from "../view/story-lists.ts";
import { Citation } from "./citation.tsx";
import { Anchors, type Html, Scroll, Sigla, Siglum } from "./parts.tsx";
import { factId, type HtmlSheet } from "./sheet.ts";

/** Reports beside which a value still fits into a cell of the table; beyond, a sign stands for it. */
const ROOMY = 8;

/** Which facts agree, differ or are left out, as a table of facts by reports; then names, and what one line alone states. */
export function Facts({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const { different, agreed, names, single } = listFacts(sheet.index, story);
	const articles = orderArticles(sheet.index, story.articles);
	const rows = [...different, ...agreed];
	if (rows.length + names.length + single.length === 0) return null;
	return (
		<section class="facts">
			<h3>Facts by report</h3>
			{rows.length === 0 ? <p class="note">No fact stands in two independent lines.</p> : null}
			{rows.length === 0 ? null : articles.length < 2 ? null : (
				<Matrix
					sheet={sheet}
					facts={rows}
					articles={articles}
					label={`Facts by report: ${titleOf(sheet.index, story)}`}
				/>
			)}
			{names.length === 0 ? null : <Names sheet={sheet} names={names} />}
			{single.length === 0 || articles.length < 2 ? null : (
				<details>
					<summary>{countOf(single.length, "fact")} in one line only</summary>
					<Matrix
						sheet={sheet}
						facts={single}
						articles={articles}
						label={`Facts of one line: ${titleOf(sheet.index, story)}`}
					/>
				</details>
			)}
		</section>
	);
}

function Matrix({
	sheet,
	facts,
	articles,
	label,
}: {
	readonly sheet: HtmlSheet;
	readonly facts: readonly Fact[];
	readonly articles: readonly string[];
	readonly label: string;
}) {
	const roomy = articles.length <= ROOMY;
	return (
		<Scroll label={label}>
			<table class={roomy ? "matrix" : "matrix dense"}>
				<thead>
					<tr>
						<th scope="col">Fact</th>
						{articles.map((article) => (
							<th scope="col">
								<Siglum sheet={sheet} article={article} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{facts.map((fact) => (
						<tr id={factId(fact.id)}>
							<th scope="row">
								<span class={`relation ${fact.relation}`}>{fact.relation}</span> <FactTitle sheet={sheet} fact={fact} />
								{roomy ? null : <Values sheet={sheet} fact={fact} />}
								{fact.reason === "" ? null : <span class="why">{fact.reason}</span>}
								<FactCitation sheet={sheet} fact={fact} />
							</th>
							{articles.map((article) => (
								<Cell sheet={sheet} fact={fact} article={article} roomy={roomy} />
							))}
						</tr>
					))}
				</tbody>
			</table>
			<p class="note">
				A value or ● where a report states it, ≠ where it states it otherwise; – says nothing of it; ? whether it does
				could not be settled.
			</p>
		</Scroll>
	);
}

/** What a fact is about, with whose words tell it. */
function FactTitle({ sheet, fact }: { readonly sheet: HtmlSheet; readonly fact: Fact }) {
	const { lead, context } = describeFact(sheet.index, fact);
	return (
		<>
			{lead === "" ? null : <b>{lead}</b>}
			{context === null ? null : (
				<>
					{lead === "" ? "" : " "}
					<bdi>“{context.text}”</bdi> <Siglum sheet={sheet} article={context.article} />
				</>
			)}
		</>
	);
}

/** A citation of each article's first state: what somebody wants to quote is who states what where. */
function FactCitation({ sheet, fact }: { readonly sheet: HtmlSheet; readonly fact: Fact }) {
	const first = [...groupBy(fact.states, ({ article }) => article).values()].flatMap(([state]) => state ?? []);
	return (
		<Citation
			sheet={sheet}
			cited={first.map((state) => ({ words: state.value, places: placesOf([state]) }))}
			id={factId(fact.id)}
		/>
	);
}

/** The values with who states each, where the cells are too narrow to hold them. */
function Values({ sheet, fact }: { readonly sheet: HtmlSheet; readonly fact: Fact }) {
	const values = groupBy(fact.states, (state) => nameValue(sheet.index, state));
	return (
		<span class="values">
			{[...values].map(([value, states], at) => (
				<>
					{at > 0 ? " · " : ""}
					<bdi>{value}</bdi> <Sigla sheet={sheet} articles={states.map(({ article }) => article)} />
				</>
			))}
		</span>
	);
}

function Cell({
	sheet,
	fact,
	article,
	roomy,
}: {
	readonly sheet: HtmlSheet;
	readonly fact: Fact;
	readonly article: string;
	readonly roomy: boolean;
}) {
	const siglum = siglumOf(sheet.index, article);
	const states = fact.states.filter((state) => state.article === article);
	if (states.length === 0) {
		const silent = fact.silent.includes(article);
		return (
			<td class={silent ? "silent" : "open"}>
				<span aria-hidden="true">{silent ? "–" : "?"}</span>
				<span class="hidden">
					{siglum} {silent ? "says nothing of it" : "may or may not say it: its words could not be joined"}
				</span>
			</td>
		);
	}
	const values = groupStates(states);
	const stated = values.flatMap(([state]) => (state ? nameValue(sheet.index, state) : [])).join(" / ");
	const differs = fact.pairs.some(
		({ states: [a, b], relation }) =>
			relation !== "agree" && relation !== "single-source" && [a, b].some((at) => fact.states[at]?.article === article),
	);
	return (
		<td class={differs ? `states ${fact.relation}` : "states"}>
			<details>
				<summary aria-label={`${siglum} states ${stated}`} title={roomy ? undefined : stated}>
					{roomy ? <bdi>{stated}</bdi> : <span aria-hidden="true">{differs ? "≠" : "●"}</span>}
				</summary>
				<div class="states-words">
					{values.map((same) => (
						<StateWords sheet={sheet} states={same} />
					))}
				</div>
			</details>
		</td>
	);
}

function StateWords({ sheet, states }: { readonly sheet: HtmlSheet; readonly states: readonly FactState[] }) {
	const [state] = states;
	if (!state) return null;
	const mode = describeMode(sheet.index, state);
	return (
		<p>
			<bdi>“{trimStop(state.value)}”</bdi>
			{mode === "" ? "" : `, ${mode}`} <Anchors sheet={sheet} places={placesOf(states)} />
		</p>
	);
}

/** Who and what several reports name: forms that differ first. */
function Names({ sheet, names }: { readonly sheet: HtmlSheet; readonly names: readonly Fact[] }) {
	const varied = names.filter(({ relation }) => relation === "compatible");
	const alike = names.filter(({ relation }) => relation === "agree");
	return (
		<div class="names">
			<h4>Named by several</h4>
			<ul>
				{[...varied, ...alike].map((fact) => (
					<li id={factId(fact.id)}>
						{[...new Set(fact.states.map(({ value }) => value))].map((form, at) => (
							<>
								{at > 0 ? " – " : ""}
								<bdi>{form}</bdi>{" "}
								<Sigla
									sheet={sheet}
									articles={fact.states.filter(({ value }) => value === form).map(({ article }) => article)}
								/>
							</>
						))}
					</li>
				))}
			</ul>
		</div>
	);
}

function placesOf(states: readonly FactState[]): Place[] {
	return states.flatMap(({ article, spans }) => spans.map(({ start, end }) => ({ article, start, end })));
}
