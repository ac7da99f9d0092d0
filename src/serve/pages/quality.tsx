import { type Html, Iso } from "../../report/html/parts.tsx";
import { countOf } from "../../report/view/count-words.ts";
import type { QualityBlock, QualitySection } from "../reading/quality.ts";
import { Empty, Page, type PageFrame } from "./frame.tsx";

/** Longer lists are folded away. */
const LONG = 8;

/** How well each stage does on the corpora that it is measured on. */
export function QualityPage({
	frame,
	sections: [first, ...sections],
}: {
	readonly frame: PageFrame;
	readonly sections: readonly QualitySection[];
}): Html {
	return (
		<Page frame={frame} title="Quality" room={null}>
			{first === undefined ? (
				<Empty title="No figures here">
					<p>
						The document of figures did not come with this program. <code>npm run quality</code> measures it anew where
						its sources are.
					</p>
				</Empty>
			) : (
				<>
					<h1>{first.title}</h1>
					<Blocks blocks={first.blocks} />
					<nav class="stages" aria-label="Stages">
						<ul class="columns">
							{sections.map(({ title, level }, at) =>
								level > 2 ? null : (
									<li>
										<a href={`#stage-${at + 1}`}>{nameStage(title)}</a>
									</li>
								),
							)}
						</ul>
					</nav>
					{sections.map(({ title, level, blocks }, at) => (
						<section aria-labelledby={`stage-${at + 1}`}>
							{level > 2 ? <h3 id={`stage-${at + 1}`}>{title}</h3> : <h2 id={`stage-${at + 1}`}>{nameStage(title)}</h2>}
							<Blocks blocks={blocks} title={`${title} (${at + 1})`} />
						</section>
					))}
				</>
			)}
		</Page>
	);
}

/** `dates · dates` says once what it is. */
function nameStage(title: string): string {
	const [stage, corpus, ...more] = title.split(" · ");
	return stage === corpus && more.length === 0 ? (stage ?? title) : title;
}

function Blocks({ blocks, title = "" }: { readonly blocks: readonly QualityBlock[]; readonly title?: string }) {
	return (
		<>
			{blocks.map((block, at) =>
				block.kind === "text" ? (
					<p>
						<Inline text={block.text} />
					</p>
				) : block.kind === "list" ? (
					<List items={block.items} />
				) : (
					<section class="scroll" tabindex={0} aria-label={`${title === "" ? "Figures" : title}, table ${at + 1}`}>
						<table class="sources figures">
							<thead>
								<tr>
									{block.head.map((cell) => (
										<th scope="col">
											<Inline text={cell === "" ? "what" : cell} />
										</th>
									))}
								</tr>
							</thead>
							<tbody>
								{block.rows.map(([head = "", ...cells]) => (
									<tr>
										<th scope="row">
											<Inline text={head} />
										</th>
										{cells.map((cell) => (
											<td>
												<Inline text={cell} />
											</td>
										))}
									</tr>
								))}
							</tbody>
						</table>
					</section>
				),
			)}
		</>
	);
}

function List({ items }: { readonly items: readonly string[] }) {
	const list = (
		<ul>
			{items.map((item) => (
				<li>
					<Inline text={item} />
				</li>
			))}
		</ul>
	);
	return items.length <= LONG ? (
		list
	) : (
		<details>
			<summary>{countOf(items.length, "item")}</summary>
			{list}
		</details>
	);
}

/** Words between stars and backticks as the file sets them; a link as its words. */
function Inline({ text }: { readonly text: string }) {
	const plain = text.replace(/\[([^\][]*)\]\([^()\s]*\)/g, "$1");
	return (
		<>
			{plain
				.split(/(`[^`]*`|\*[^*\s][^*]*\*)/)
				.map((part) =>
					part.length > 2 && part.startsWith("`") ? (
						<code>{part.slice(1, -1)}</code>
					) : part.length > 2 && part.startsWith("*") && part.endsWith("*") ? (
						<em>{part.slice(1, -1)}</em>
					) : (
						<Iso text={part} />
					),
				)}
		</>
	);
}
