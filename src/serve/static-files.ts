import type { Context } from "hono";
import type { PageAssets } from "../report/html/assets.ts";
import { sha256Hex } from "../text/hash.ts";

/** A file that pages are drawn with, under a name that changes with what is in it. */
interface StaticFile {
	readonly path: string;
	readonly type: string;
	readonly content: string | Uint8Array<ArrayBuffer>;
}

/** The files that pages are drawn with, by the paths that pages name. */
export interface StaticFiles {
	readonly styles: readonly string[];
	readonly script: string;
	/** The script that tells what has changed since. */
	readonly live: string;
	/** The file of a path, which may be kept for ever; null where there is none. */
	answer(context: Context): Response | null;
}

/** A year, as long as anybody keeps it. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** @param roomStyle the style sheet of the pages around records; @param liveScript what tells of changes */
export function nameStaticFiles(assets: PageAssets, roomStyle: string, liveScript: string): StaticFiles {
	const fonts = assets.fonts.map(({ family, weight, italic, woff2 }) => ({
		face: { family, weight, italic },
		file: nameFile(`${weight}${italic ? "-italic" : ""}`, "woff2", "font/woff2", new Uint8Array(woff2)),
	}));
	const faces = fonts.map(
		({ face: { family, weight, italic }, file }) =>
			`@font-face{font-family:"${family}";font-style:${italic ? "italic" : "normal"};font-weight:${weight};` +
			`font-display:swap;src:url(${file.path}) format("woff2")}\n`,
	);
	const record = nameFile("record", "css", "text/css; charset=utf-8", `${faces.join("")}${assets.style}`);
	const room = nameFile("room", "css", "text/css; charset=utf-8", roomStyle);
	const script = nameFile("record", "js", "text/javascript; charset=utf-8", assets.script);
	const live = nameFile("live", "js", "text/javascript; charset=utf-8", liveScript);
	const files = new Map(
		[...fonts.map(({ file }) => file), record, room, script, live].map((file) => [file.path, file]),
	);
	return {
		styles: [record.path, room.path],
		script: script.path,
		live: live.path,
		answer(context) {
			const file = files.get(context.req.path);
			if (!file) return null;
			return context.body(file.content, 200, { "content-type": file.type, "cache-control": FOR_EVER });
		},
	};
}

/** Letters of a file's hash in its name. */
const DIGITS = 12;

function nameFile(name: string, ending: string, type: string, content: StaticFile["content"]): StaticFile {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return { path: `/assets/${name}.${sha256Hex(bytes).slice(0, DIGITS)}.${ending}`, type, content };
}
