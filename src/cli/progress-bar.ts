import { fitStart } from "../report/terminal/display-width.ts";
import { showText } from "../report/terminal/safe-text.ts";
import type { CommandEffects, Progress } from "./effects.ts";

/** Milliseconds before a bar is worth showing, and between two drawings of it. */
const PATIENCE = 1000;
const PAUSE = 100;

const CELLS = 20;
const ERASE = "\r\u001b[K";

export interface ProgressBar {
	readonly report: Progress;
	/** Takes the bar off the terminal. */
	erase(): void;
}

/** A bar on standard error, on a terminal only, once the work takes longer than a second. */
export function openProgressBar(
	effects: Pick<CommandEffects, "stderr" | "env" | "now">,
	unicode: boolean,
): ProgressBar {
	const { stderr, env } = effects;
	if (!stderr.isTTY || env["TERM"] === "dumb") return { report: () => {}, erase: () => {} };
	const start = effects.now();
	let drawn: number | null = null;
	return {
		report(done, total, label) {
			const now = effects.now();
			if (now - start < PATIENCE || (drawn !== null && now - drawn < PAUSE)) return;
			drawn = now;
			const line = writeBar(done, total, showText(label), unicode);
			void stderr.write(ERASE + fitStart(line, (stderr.columns || 80) - 1));
		},
		erase() {
			if (drawn !== null) void stderr.write(ERASE);
			drawn = null;
		},
	};
}

function writeBar(done: number, total: number, label: string, unicode: boolean): string {
	const full = total > 0 ? Math.min(CELLS, Math.round((done / total) * CELLS)) : 0;
	const [on, off] = unicode ? (["━", "╌"] as const) : (["#", "."] as const);
	return `${on.repeat(full)}${off.repeat(CELLS - full)} ${done}/${total} ${label}`;
}
