import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the corpus expects of one page. */
export interface GoldPage {
	/** `country/Publisher_date`, the page's file name without its endings. */
	readonly id: string;
	/** Path of the page. */
	readonly path: string;
	readonly title: string | null;
	/** Null when the corpus does not say. */
	readonly authors: readonly string[] | null;
	/** As written: `2024-05-03 06:00:00+02:00`. */
	readonly published: string | null;
	readonly paragraphs: readonly string[];
	/** What may stand in the body beside the paragraphs: summary and cross-heads. */
	readonly others: readonly string[];
}

interface Version {
	readonly title?: string | null;
	readonly authors?: readonly string[];
	readonly publishing_date?: string | null;
	readonly body?: {
		readonly summary?: readonly string[];
		readonly sections?: readonly { readonly headline?: readonly string[]; readonly paragraphs?: readonly string[] }[];
	} | null;
}

/** Every page of the corpus that has gold, by id; null where the corpus is not there. */
export async function readPublisherPages(corpora: string): Promise<GoldPage[] | null> {
	const root = join(corpora, "pages", "publishers");
	let countries: string[];
	try {
		countries = (await readdir(root, { withFileTypes: true }))
			.filter((entry) => entry.isDirectory())
			.map((entry) => entry.name)
			.sort();
	} catch {
		return null;
	}
	const pages: GoldPage[] = [];
	for (const country of countries) {
		const names = (await readdir(join(root, country))).sort();
		for (const name of names) {
			if (!name.endsWith(".json")) continue;
			const publisher = name.slice(0, -".json".length);
			const versions = JSON.parse(await readFile(join(root, country, name), "utf8")) as { [key: string]: Version };
			// A publisher's versions V1, V2 … are its pages by date.
			const files = names.filter((file) => new RegExp(`^${publisher}_\\d{4}_\\d\\d_\\d\\d\\.html\\.gz$`).test(file));
			const keys = Object.keys(versions).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
			for (const [at, file] of files.entries()) {
				const version = versions[keys[at] ?? ""];
				if (version)
					pages.push(toPage(join(root, country, file), `${country}/${file.slice(0, -".html.gz".length)}`, version));
			}
		}
	}
	return pages;
}

function toPage(path: string, id: string, { title, authors, publishing_date, body }: Version): GoldPage {
	const sections = body?.sections ?? [];
	return {
		id,
		path,
		title: title ?? null,
		authors: authors ?? null,
		published: publishing_date ?? null,
		paragraphs: sections.flatMap((section) => section.paragraphs ?? []).filter((text) => fold(text) !== ""),
		others: [...(body?.summary ?? []), ...sections.flatMap((section) => section.headline ?? [])],
	};
}

/** Letters and numbers alone, in lower case: what two writings of one text share. */
export function fold(text: string): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
