import { expect, it } from "vitest";
import { writeStyle } from "./assets.ts";

it("puts fonts into the style sheet, whatever their size", () => {
	const woff2 = Uint8Array.from({ length: 40_000 }, (_, at) => at % 251);
	const style = writeStyle({
		style: "body{}",
		script: "",
		fonts: [{ family: "Tarn Serif", weight: 600, italic: true, woff2 }],
	});
	const [, data = ""] = /base64,([^)]*)\)/.exec(style) ?? [];
	expect(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))).toEqual(woff2);
	expect(style).toContain('font-family:"Tarn Serif";font-style:italic;font-weight:600');
	expect(style.endsWith("body{}")).toBe(true);
});
