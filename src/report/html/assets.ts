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

/** The style sheet with its fonts inside it. */
export function writeStyle({ style, fonts }: PageAssets): string {
	const faces = fonts.map(
		({ family, weight, italic, woff2 }) =>
			`@font-face{font-family:"${family}";font-style:${italic ? "italic" : "normal"};font-weight:${weight};` +
			`font-display:swap;src:url(data:font/woff2;base64,${toBase64(woff2)}) format("woff2")}`,
	);
	return `${faces.join("\n")}\n${shrink(style)}`;
}

/** The script without the comments that stand on lines of their own, and without its indents. */
export function writeScript({ script }: PageAssets): string {
	return script.replace(/^\s*(?:\/\/.*|\/\*.*\*\/)\n/gm, "").replace(/^\s+/gm, "");
}

/** A style sheet without comments and white space that means nothing. Written for the project's own, formatted as it is. */
function shrink(style: string): string {
	return style
		.replace(/\/\*[^*]*\*\//g, "")
		.replace(/^(\s*[\w-]+): /gm, "$1:")
		.replace(/([,{;])\s*\n\s*/g, "$1")
		.replace(/\s*\n\s*/g, " ")
		.replace(/ ?\{/g, "{")
		.replace(/;?\s*\}\s*/g, "}")
		.replace(/([ (,:])0\./g, "$1.")
		.trim();
}

/** Bytes turned to text at a time: `fromCharCode` takes its arguments on the stack. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(text);
}
