import { describe, expect, it } from "vitest";
import { type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import type { TerminalStyle } from "../report/terminal.ts";
import { chooseStyle, type StyleChoice } from "./terminal-style.ts";

const DEFAULT: StyleChoice = { noColor: false, width: null, onStdout: true };
const TERMINAL = { isTTY: true, columns: 120 };

function styleOf(options: RecordingOptions, choice: Partial<StyleChoice> = {}): TerminalStyle {
	return chooseStyle({ ...DEFAULT, ...choice }, recordEffects(options).effects);
}

describe("colour", () => {
	it.each<[string, boolean, RecordingOptions, Partial<StyleChoice>]>([
		["is used on a terminal", true, TERMINAL, {}],
		["is not used in a pipe", false, {}, {}],
		["is not used against --no-color", false, { ...TERMINAL, env: { FORCE_COLOR: "1" } }, { noColor: true }],
		["is not used against NO_COLOR", false, { ...TERMINAL, env: { NO_COLOR: "1" } }, {}],
		["is not used against NO_COLOR even when forced", false, { env: { NO_COLOR: "1", FORCE_COLOR: "1" } }, {}],
		["minds no empty NO_COLOR", true, { ...TERMINAL, env: { NO_COLOR: "" } }, {}],
		["is used in a pipe when forced", true, { env: { FORCE_COLOR: "1" } }, {}],
		["is not used when FORCE_COLOR refuses it", false, { ...TERMINAL, env: { FORCE_COLOR: "0" } }, {}],
		["is not used on a dumb terminal", false, { ...TERMINAL, env: { TERM: "dumb" } }, {}],
		["is never written to a file", false, { ...TERMINAL, env: { FORCE_COLOR: "1" } }, { onStdout: false }],
	])("%s", (_, color, options, choice) => {
		expect(styleOf(options, choice).color).toBe(color);
	});
});

describe("width", () => {
	it("is what is asked for, else the terminal's, else COLUMNS, else 80", () => {
		expect(styleOf(TERMINAL, { width: 64 }).width).toBe(64);
		expect(styleOf(TERMINAL).width).toBe(120);
		expect(styleOf({ env: { COLUMNS: "72" } }).width).toBe(72);
		expect(styleOf({ env: { COLUMNS: "wide" } }).width).toBe(80);
		expect(styleOf(TERMINAL, { onStdout: false }).width).toBe(80);
	});
});

describe("signs beyond ASCII", () => {
	it.each<[boolean, RecordingOptions]>([
		[true, {}],
		[true, { env: { LANG: "en_GB.UTF-8" } }],
		[true, { env: { LANG: "C.utf8" } }],
		[false, { env: { LANG: "de_DE.ISO-8859-1" } }],
		[false, { env: { LANG: "en_GB.UTF-8", LC_ALL: "ru_RU.KOI8-R" } }],
		[false, { env: { TERM: "linux" } }],
		[false, { platform: "win32" }],
		[true, { platform: "win32", env: { WT_SESSION: "1" } }],
	])("are %s for %o", (unicode, options) => {
		expect(styleOf(options).unicode).toBe(unicode);
	});
});
