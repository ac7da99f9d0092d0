import { locate, type Matched } from "./match.ts";
import { pairsOf, Tally } from "./tally.ts";
import { foldName, meets, trimMarks } from "./texts.ts";

/** Entities: each set of names that must be one, held by one entity and by no other gold entity's names. */
export function compareEntities(matched: Matched): Tally {
	const tally = new Tally();
	let right = 0;
	let all = 0;
	for (const { name, joined } of matched.gold.entities) {
		if (!joined) continue;
		const held = matched.record.entities.some((entity) => {
			const names = new Set([entity.name, ...entity.names].map(foldName));
			return matched.nameOf.get(entity.id) === name && joined.every((one) => names.has(foldName(one)));
		});
		if (tally.note(`entities/${foldName(name).replaceAll(" ", "-")}`, held)) right++;
		all++;
	}
	tally.share("entities joined", right, all);
	const mixed = [...matched.nameOf.values()].filter((name) => name === "mixed").length;
	tally.count("entities run together (count)", mixed);
	return tally;
}

/** Copies, pair of files by pair; whether each group's kind is one allowed; halves of one capture. */
export function compareCopies(matched: Matched): Tally {
	const tally = new Tally();
	const gold = new Set(matched.gold.copies.flatMap(({ files }) => pairKeys(files)));
	const found = new Set<string>();
	const kinds = new Map<string, string>();
	for (const group of matched.record.copyGroups) {
		const files = group.members.flatMap(({ article }) => matched.fileOf.get(article) ?? []);
		for (const key of pairKeys([...new Set(files)])) {
			found.add(key);
			kinds.set(key, group.kind);
		}
	}
	ratePairs(tally, "copies", gold, found);
	for (const { file, kinds: allowed, text } of matched.gold.repeats) {
		const id = matched.articleOf.get(file)?.id;
		const halves = [1, 2].map((occurrence) => locate(matched, file, text, occurrence));
		const held = matched.record.copyGroups.some(
			({ kind, members }) =>
				allowed.includes(kind) &&
				halves.every((half) => half && members.some(({ article, spans }) => article === id && spansHold(spans, half))),
		);
		tally.note(`repeats/${file}`, held);
	}
	for (const { id, kinds: allowed, files } of matched.gold.copies) {
		const right = pairKeys(files).some((key) => allowed.includes(kinds.get(key) ?? ""));
		tally.note(`copy-kind/${id}`, right);
	}
	return tally;
}

function spansHold(spans: readonly { start: number; end: number }[], half: { start: number; end: number }): boolean {
	return spans.some((span) => meets([span], [half]) && span.start <= half.start);
}

/** Passages that must be there, marked as quoted or not, and pairs of reports that share none. */
export function comparePassages(matched: Matched): Tally {
	const tally = new Tally();
	let right = 0;
	for (const [at, { files, text, quoted }] of matched.gold.passages.shared.entries()) {
		const held = matched.record.passages.some((passage) => {
			const pair = [passage.a, passage.b].map(({ article }) => matched.fileOf.get(article));
			return (
				files.every((file) => pair.includes(file)) &&
				passage.quoted === quoted &&
				trimMarks(passage.exact).toLowerCase().includes(trimMarks(text).toLowerCase())
			);
		});
		if (tally.note(`passages/${at + 1}`, held)) right++;
	}
	tally.share("passages recall", right, matched.gold.passages.shared.length);
	let none = 0;
	for (const [at, files] of matched.gold.passages.none.entries()) {
		const shared = matched.record.passages.some((passage) => {
			const pair = [passage.a, passage.b].map(({ article }) => matched.fileOf.get(article));
			return files.every((file) => pair.includes(file));
		});
		if (tally.note(`passages/none ${at + 1}`, !shared)) none++;
	}
	tally.share("passages kept apart", none, matched.gold.passages.none.length);
	return tally;
}

/** Stories, pair of files by pair; threads as pairs of stories; lines as pairs that belong together or apart. */
export function compareStories(matched: Matched): Tally {
	const tally = new Tally();
	const gold = new Set(matched.gold.stories.flatMap(({ files }) => pairKeys(files)));
	const found = new Set(matched.record.stories.flatMap(({ articles }) => pairKeys(toFiles(matched, articles))));
	ratePairs(tally, "stories", gold, found);
	const storyOf = new Map(matched.gold.stories.map(({ id, files }) => [id, files]));
	for (const [at, thread] of matched.gold.threads.entries()) {
		const held = matched.record.threads.some(({ stories }) => {
			const files = new Set(
				stories.flatMap((id) =>
					toFiles(matched, matched.record.stories.find((story) => story.id === id)?.articles ?? []),
				),
			);
			const others = matched.gold.stories.filter(({ id }) => !thread.includes(id)).flatMap((story) => story.files);
			const ours = thread.every((id) => (storyOf.get(id) ?? []).some((file) => files.has(file)));
			return ours && !others.some((file) => files.has(file));
		});
		tally.note(`threads/${at + 1}`, held);
	}
	const lined = new Set(
		matched.record.stories.flatMap(({ lines }) =>
			lines.flatMap(({ articles }) => pairKeys(toFiles(matched, articles))),
		),
	);
	const present = (key: string): boolean => key.split(" ").every((file) => matched.articleOf.has(file));
	const together = matched.gold.lines.together.flatMap(pairKeys);
	const apart = matched.gold.lines.apart.flatMap(pairKeys);
	const joined = together.filter((key) => tally.note(`lines/together/${key}`, lined.has(key)));
	const parted = apart.filter((key) => tally.note(`lines/apart/${key}`, present(key) && !lined.has(key)));
	tally.share("lines right", joined.length + parted.length, together.length + apart.length);
	return tally;
}

function toFiles(matched: Matched, articles: readonly string[]): string[] {
	return articles.flatMap((id) => matched.fileOf.get(id) ?? []);
}

function pairKeys(files: readonly string[]): string[] {
	return pairsOf([...files].sort()).map((pair) => pair.join(" "));
}

function ratePairs(tally: Tally, name: string, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
	const right = [...gold].filter((key) => tally.note(`${name}/${key}`, found.has(key))).length;
	tally.rates(name, right, found.size, right, gold.size);
}
