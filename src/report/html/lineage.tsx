import type { LineageNode, Story } from "../../model/record.ts";
import { describeCopies } from "../view/copy-words.ts";
import { countOf } from "../view/count-words.ts";
import { foldEdges, type LineageTie } from "../view/lineage-ties.ts";
import { lastPart, shortOutletOf, siglumOf } from "../view/record-index.ts";
import { pairPassages } from "../view/shared-text.ts";
import { clipWords, shorten } from "../view/shorten.ts";
import { titleOf } from "../view/story-lists.ts";
import { nameTie, tieWords } from "../view/tie-words.ts";
import { layOutLineage, type PlacedTie } from "./lineage-layout.ts";
import { Anchors, type Html, Iso, Scroll, Sigla, Siglum } from "./parts.tsx";
import type { HtmlSheet } from "./sheet.ts";

/** Letters of a node's label. */
const LONGEST_LABEL = 34;
const PAIRS_SHOWN = 12;
const LONGEST_PASSAGE = 160;
/** Kinds of tie in the order in which it is said what the lines of the drawing mean. */
const KINDS = ["copies", "shares", "credits", "reposts"] as const;

/** How the text travelled: a drawing, then each tie with the words that show it, copies and shared passages. */
export function LineageOf({ sheet, story }: { readonly sheet: HtmlSheet; readonly story: Story }): Html {
	const lineage = sheet.index.record.lineage.find((one) => one.story === story.id);
	const ties = lineage ? foldEdges(lineage, sheet.index) : [];
	const copies = sheet.index.record.copyGroups.filter(({ members }) =>
		members.some(({ article }) => story.articles.includes(article)),
	);
	const pairs = pairPassages(sheet.index, story.articles);
	if (ties.length + copies.length + pairs.length === 0) return null;
	return (
		<section class="lineage">
			<h3 id={sheet.partId(story, "lineage")}>How the text travelled</h3>
			{lineage && ties.length > 0 ? <Drawing sheet={sheet} nodes={lineage.nodes} ties={ties} story={story} /> : null}
			{ties.length === 0 ? null : (
				<ul class="ties">
					{ties.map((tie) => (
						<Tie sheet={sheet} tie={tie} />
					))}
				</ul>
			)}
			{copies.length === 0 ? null : (
				<>
					<h4>Copies</h4>
					<ul>
						{copies.map((group) => {
							const { members } = group;
							const articles = members.map(({ article }) => article);
							return (
								<li>
									<Sigla sheet={sheet} articles={articles} /> {describeCopies(sheet.index, group)}{" "}
									<Anchors
										sheet={sheet}
										places={members.flatMap(({ article, spans }) => spans.map((span) => ({ ...span, article })))}
									/>
								</li>
							);
						})}
					</ul>
				</>
			)}
			{pairs.length === 0 ? null : (
				<details>
					<summary>Shared passages: {countOf(pairs.length, "pair")} of reports</summary>
					<ul class="passages">
						{pairs.slice(0, PAIRS_SHOWN).map(({ a, b, passages, words }) => {
							const [longest] = passages;
							if (!longest) return null;
							const text =
								sheet.index.articles.get(longest.a.article)?.text.slice(longest.a.start, longest.a.end) ?? "";
							return (
								<li>
									<Sigla sheet={sheet} articles={[a, b]} /> {countOf(words, "word")} in{" "}
									{countOf(passages.length, "passage")}
									{passages.every(({ quoted }) => quoted) ? ", all quoted" : ""}:{" "}
									<bdi class="passage">“{shorten(text, LONGEST_PASSAGE)}”</bdi>{" "}
									<Anchors sheet={sheet} places={[longest.a, longest.b]} />
								</li>
							);
						})}
						{pairs.length > PAIRS_SHOWN ? <li class="note">and {pairs.length - PAIRS_SHOWN} pairs more</li> : null}
					</ul>
				</details>
			)}
		</section>
	);
}

function Tie({ sheet, tie }: { readonly sheet: HtmlSheet; readonly tie: LineageTie }) {
	const { from, to, directed, edges } = tie;
	return (
		<li>
			<NodeName sheet={sheet} node={from} /> <span aria-hidden="true">{directed ? "←" : "—"}</span>{" "}
			<NodeName sheet={sheet} node={to} /> <span class="note">{tieWords(tie)}</span>{" "}
			<Anchors sheet={sheet} places={edges.flatMap(({ evidence }) => evidence)} />
		</li>
	);
}

function NodeName({ sheet, node }: { readonly sheet: HtmlSheet; readonly node: LineageNode }) {
	return node.article === null ? <Iso text={node.name} /> : <Siglum sheet={sheet} article={node.article} />;
}

function Drawing({
	sheet,
	nodes,
	ties,
	story,
}: {
	readonly sheet: HtmlSheet;
	readonly nodes: readonly LineageNode[];
	readonly ties: readonly LineageTie[];
	readonly story: Story;
}) {
	const title = clipWords(titleOf(sheet.index, story));
	const drawing = layOutLineage(
		nodes.map((node) => ({ node, label: labelOf(sheet, node) })),
		ties,
	);
	const { width, height } = drawing;
	return (
		<figure class="stemma">
			<Scroll label={`Drawing of who draws on whom: ${title}`}>
				<svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-labelledby={`g-${story.id}`}>
					<title id={`g-${story.id}`}>Who draws on whom; the list below says the same in words</title>
					<defs>
						<marker
							id={`m-${story.id}`}
							viewBox="0 0 8 8"
							refX="7"
							refY="4"
							markerWidth="7"
							markerHeight="7"
							orient="auto-start-reverse"
						>
							<path d="M0 0L8 4L0 8z" class="head" />
						</marker>
					</defs>
					{drawing.ties.map((placed) => (
						<path
							class={`tie ${placed.tie.kind}`}
							d={pathOf(placed)}
							marker-end={placed.tie.directed ? `url(#m-${story.id})` : undefined}
						/>
					))}
					{drawing.nodes.map(({ node, label, x, y, width: w, height: h }) => {
						const box = (
							<>
								<rect x={x - w / 2} y={y - h / 2} width={w} height={h} rx={node.kind === "report" ? 2 : h / 2} />
								<text x={x} y={y + 5} text-anchor="middle">
									{label}
								</text>
							</>
						);
						return node.article === null ? (
							<g class={`node ${node.kind}`}>{box}</g>
						) : (
							<a class={`node ${node.kind}`} href={`#${sheet.targets.ofArticle(node.article)}`}>
								{box}
							</a>
						);
					})}
				</svg>
			</Scroll>
			<figcaption class="note">
				{ties.some(({ directed }) => directed) ? "An arrow leads from whom the text came to who took it. " : ""}
				{ties.some(({ directed }) => !directed) ? "A line without an arrow: which was first is open. " : ""}
				{KINDS.map((kind) => [kind, ties.filter((tie) => tie.kind === kind)] as const).map(([kind, own]) =>
					own.length === 0 ? null : (
						<>
							<i class={`key ${kind}`} /> {[...new Set(own.map(nameTie))].join(" / ")}{" "}
						</>
					),
				)}
			</figcaption>
		</figure>
	);
}

function labelOf(sheet: HtmlSheet, node: LineageNode): string {
	const article = sheet.index.articles.get(node.article ?? "");
	const label = article ? `${siglumOf(sheet.index, article.id)} · ${shortOutletOf(article)}` : node.name;
	const short = [...(node.kind === "url" ? lastPart(label) : label)];
	return short.length > LONGEST_LABEL ? `${short.slice(0, LONGEST_LABEL - 1).join("")}…` : short.join("");
}

/** A smooth line through the points: each inner point pulls the curve between the middles of its neighbours. */
function pathOf({ points }: PlacedTie): string {
	const [first, ...rest] = points;
	const last = rest.at(-1);
	if (!first || !last) return "";
	let path = `M${first.x} ${first.y}`;
	for (let at = 0; at + 1 < rest.length; at++) {
		const point = rest[at];
		const next = rest[at + 1];
		if (!point || !next) continue;
		const end = at + 2 === rest.length ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
		path += `Q${point.x} ${point.y} ${end.x} ${end.y}`;
	}
	return rest.length === 1 ? `${path}L${last.x} ${last.y}` : path;
}
