import type { Fact, FactState, Story } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { countOf } from "../view/count-words.ts";
import { describeMode, groupStates, listFacts, nameValue } from "../view/fact-lists.ts";
import { describeFact, tellOwnWords, trimStop } from "../view/fact-words.ts";
import { groupBy } from "../view/group-by.ts";
import type { Named } from "../view/named.ts";
import { orderArticles } from "../view/record-index.ts";
import { clipWords } from "../view/shorten.ts";
import { titleOf } from "../view/story-lists.ts";
import { Citation } from "./citation.tsx";
import { Anchors, type Html, Iso, Scroll, Sigla, Siglum } from "./parts.tsx";
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
			<h3 id={sheet.partId(story, "facts")}>Facts by report</h3>
			{rows.length === 0 ? <p class="note">No fact stands in two independent lines.</p> : null}
			{rows.length === 0 ? null : articles.length < 2 ? null : (
				<Matrix
					sheet={sheet}
					facts={rows}
					articles={articles}
					label={`Facts by report: ${clipWords(titleOf(sheet.index, story))}`}
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
						label={`Facts of one line: ${clipWords(titleOf(sheet.index, story))}`}
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
		<Scroll label={label} wide={!roomy}>
			<table class={roomy ? "matrix" : "matrix dense"}>
				<thead>
					<tr>
						{roomy ? <th scope="col">Fact</th> : null}
						{articles.map((article) => (
							<th scope="col">
								<Siglum sheet={sheet} article={article} />
							</th>
						))}
					</tr>
				</thead>
				{roomy ? (
					<tbody>
						{facts.map((fact) => (
							<tr id={factId(sheet, fact.id)}>
								<th scope="row">
									<FactHead sheet={sheet} fact={fact} />
								</th>
								<Cells sheet={sheet} fact={fact} articles={articles} roomy />
							</tr>
						))}
					</tbody>
				) : (
					facts.map((fact) => (
						<tbody>
							<tr id={factId(sheet, fact.id)}>
								<th scope="rowgroup" colspan={articles.length}>
									<FactHead sheet={sheet} fact={fact} />
									<Values sheet={sheet} fact={fact} />
								</th>
							</tr>
							<tr>
								<Cells sheet={sheet} fact={fact} articles={articles} roomy={false} />
							</tr>
						</tbody>
					))
				)}
			</table>
			<p class="note">
				{roomy ? "A value where a report states it" : "● where a report states it, ≠ where it states it otherwise"}; –
				says nothing of it; ? whether it does could not be settled.
			</p>
		</Scroll>
	);
}

function FactHead({ sheet, fact }: { readonly sheet: HtmlSheet; readonly fact: Fact }) {
	return (
		<>
			<span class={`relation ${fact.relation}`}>{fact.relation}</span> <FactTitle sheet={sheet} fact={fact} />
			{fact.reason === "" ? null : <span class="why">{fact.reason}</span>} <FactCitation sheet={sheet} fact={fact} />
		</>
	);
}

function Cells({
	sheet,
	fact,
	articles,
	roomy,
}: {
	readonly sheet: HtmlSheet;
	readonly fact: Fact;
	readonly articles: readonly string[];
	readonly roomy: boolean;
}) {
	return (
		<>
			{articles.map((article) => (
				<Cell sheet={sheet} fact={fact} article={article} roomy={roomy} />
			))}
		</>
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
					<Iso text={`“${context.text}”`} /> <Siglum sheet={sheet} article={context.article} />
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
			id={factId(sheet, fact.id)}
		/>
	);
}

/** Values named where the cells are too narrow to hold them; the others stand in their cells. */
const VALUES = 6;

/** The values with who states each, those that most state first. */
function Values({ sheet, fact }: { readonly sheet: HtmlSheet; readonly fact: Fact }) {
	const countOfReports = (states: readonly FactState[]): number => new Set(states.map(({ article }) => article)).size;
	const values = [...groupBy(fact.states, (state) => nameValue(sheet.index, state))].sort(
		([, a], [, b]) => countOfReports(b) - countOfReports(a),
	);
	return (
		<span class="values">
			{values.slice(0, VALUES).map(([value, states], at) => (
				<>
					{at > 0 ? " · " : ""}
					<Iso text={value} /> <Sigla sheet={sheet} articles={states.map(({ article }) => article)} />
				</>
			))}
			{values.length > VALUES ? ` · and ${countOf(values.length - VALUES, "value")} more` : ""}
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
	const states = fact.states.filter((state) => state.article === article);
	// The sign is the style sheet's, which can say in words what it means; a page of many reports has thousands of these.
	if (states.length === 0) return <td class={fact.silent.includes(article) ? "silent" : "open"} />;
	const values = groupStates(states);
	const stated = values.flatMap(([state]) => (state ? nameValue(sheet.index, state) : [])).join(" / ");
	const differs = fact.pairs.some(
		({ states: [a, b], relation }) =>
			relation !== "agree" && relation !== "single-source" && [a, b].some((at) => fact.states[at]?.article === article),
	);
	return (
		<td class={differs ? fact.relation : undefined}>
			<details>
				<summary title={roomy ? undefined : stated}>{roomy ? <Iso text={stated} /> : differs ? "≠" : "●"}</summary>
				{values.map((same) => (
					<StateWords sheet={sheet} fact={fact} states={same} />
				))}
			</details>
		</td>
	);
}

function StateWords({
	sheet,
	fact,
	states,
}: {
	readonly sheet: HtmlSheet;
	readonly fact: Fact;
	readonly states: readonly FactState[];
}) {
	const [state] = states;
	if (!state) return null;
	const mode = describeMode(sheet.index, state);
	const words = tellOwnWords(sheet.index, fact, state);
	return (
		<p>
			<Iso text={`“${trimStop(state.value)}”`} />
			{mode === "" ? "" : `, ${mode}`}
			{words === null ? null : (
				<>
					, in <Iso text={`“${words}”`} />
				</>
			)}{" "}
			<Anchors sheet={sheet} places={placesOf(states)} />
		</p>
	);
}

/** Who and what several reports name, and who they are. */
function Names({ sheet, names }: { readonly sheet: HtmlSheet; readonly names: readonly Named[] }) {
	return (
		<div class="names">
			<h4>Named by several</h4>
			<ul>
				{names.map(({ fact, forms, role }) => (
					<li id={factId(sheet, fact.id)}>
						{forms.map(({ text, articles }, at) => (
							<>
								{at > 0 ? " – " : ""}
								<Iso text={text} />
								{role === null || at > 0 ? null : (
									<span class="note">
										, <Iso text={role} />
									</span>
								)}{" "}
								<Sigla sheet={sheet} articles={articles} />
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
