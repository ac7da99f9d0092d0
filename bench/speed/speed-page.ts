import { arch, cpus, platform } from "node:os";

/** What was measured on one corpus. */
export interface SpeedTable {
	readonly title: string;
	/** On what, and how. */
	readonly about: string;
	readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** The page docs/speed.md: each table with what it was measured on, and the machine. */
export function writeSpeedPage(tables: readonly SpeedTable[]): string {
	const parts = tables.map(({ title, about, rows }) => {
		const lines = rows.map(({ name, value }) => `| ${name} | ${value} |`);
		return `## ${title}\n\n${about}\n\n| measure | value |\n|---|---|\n${lines.join("\n")}\n`;
	});
	return `# Speed

Written by \`npm run speed\` (bench/speed), on one core; not by hand. It gates nothing: timings depend on the machine and on what else it does, so compare only figures of one run.

Measured with Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus()[0]?.model.trim() ?? "unknown processor"}.

${parts.join("\n")}`;
}
