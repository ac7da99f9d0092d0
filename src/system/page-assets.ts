import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The fonts that pages are set in: their Latin letters, regular, italic and semibold. */
const FACES = [
	{ weight: 400, italic: false },
	{ weight: 400, italic: true },
	{ weight: 600, italic: false },
] as const;

/** The style sheets of the record's page, a part of it each; later ones set over earlier ones. */
const SHEETS = [
	"page",
	"head",
	"reports",
	"utterances",
	"facts",
	"in-short",
	"figures",
	"positions",
	"texts",
	"screens",
	"print",
] as const;

/**
 * What the record's page is drawn with: its style and script, which lie beside the code, and the fonts, which come
 * with `@fontsource/source-serif-4`.
 */
export function loadPageAssets(): {
	readonly style: string;
	readonly script: string;
	readonly fonts: readonly {
		readonly family: string;
		readonly weight: number;
		readonly italic: boolean;
		readonly woff2: Uint8Array;
	}[];
} {
	const { resolve } = createRequire(import.meta.url);
	const beside = (name: string): string =>
		readFileSync(new URL(`../report/html/data/${name}`, import.meta.url), "utf8");
	return {
		style: SHEETS.map((name) => beside(`style/${name}.css`)).join("\n"),
		script: beside("record.js"),
		fonts: FACES.map(({ weight, italic }) => ({
			family: "Source Serif 4",
			weight,
			italic,
			woff2: new Uint8Array(
				readFileSync(
					resolve(
						`@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-${italic ? "italic" : "normal"}.woff2`,
					),
				),
			),
		})),
	};
}
