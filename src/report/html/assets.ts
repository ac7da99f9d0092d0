/** What a page is drawn with, handed in as bytes and text so that nothing here reads files. */
export interface PageAssets {
	readonly style: string;
	readonly script: string;
	readonly fonts: readonly PageFont[];
}

export interface PageFont {
	readonly family: string;
	readonly weight: number;
	readonly italic: boolean;
	readonly woff2: Uint8Array;
}

/** The letters that the shipped fonts have; others are drawn by the reader's machine. Source: the fonts' own `unicode.json`. */
const LATIN =
	"U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

/** The style sheet with its fonts inside it. */
export function writeStyle({ style, fonts }: PageAssets): string {
	const faces = fonts.map(
		({ family, weight, italic, woff2 }) =>
			`@font-face{font-family:"${family}";font-style:${italic ? "italic" : "normal"};font-weight:${weight};` +
			`font-display:swap;src:url(data:font/woff2;base64,${toBase64(woff2)}) format("woff2");unicode-range:${LATIN}}`,
	);
	return `${faces.join("\n")}\n${style.replace(/\n\s*/g, "\n")}`;
}

/** Bytes turned to text at a time: `fromCharCode` takes its arguments on the stack. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(text);
}
