import type { Command } from "./command.ts";

/** The commands, in the order of the help. Each is loaded when it is called. */
export const COMMANDS: readonly {
	readonly name: string;
	readonly summary: string;
	load(): Promise<Command>;
}[] = [
	{
		name: "collate",
		summary: "set reports of the same events side by side and print the record",
		load: async () => (await import("./collate.ts")).collateCommand,
	},
	{
		name: "stories",
		summary: "group reports into stories, with copies, shared passages and who draws on whom",
		load: async () => (await import("./stories.ts")).storiesCommand,
	},
	{
		name: "article",
		summary: "show what is taken of a report, what is dropped and why",
		load: async () => (await import("./article.ts")).articleCommand,
	},
	{
		name: "quotations",
		summary: "list who is given which words in each report, and how sure that is",
		load: async () => (await import("./quotations.ts")).quotationsCommand,
	},
	{
		name: "positions",
		summary: "list what a speaker said and did about somebody over time, and where that changes",
		load: async () => (await import("./positions.ts")).positionsCommand,
	},
	{
		name: "trace",
		summary: "find every place where a sentence or quotation stands, oldest first",
		load: async () => (await import("./trace.ts")).traceCommand,
	},
	{
		name: "diff",
		summary: "say what a later record of the same matter says otherwise",
		load: async () => (await import("./diff.ts")).diffCommand,
	},
	{
		name: "export",
		summary: "write a record in a format that other programs take",
		load: async () => (await import("./export.ts")).exportCommand,
	},
	{
		name: "evidence",
		summary: "keep reports and the record of them in one file that can be verified",
		load: async () => (await import("./evidence.ts")).evidenceCommand,
	},
	{
		name: "verify",
		summary: "check that an evidence file is what was written, and compute its record again",
		load: async () => (await import("./verify.ts")).verifyCommand,
	},
	{
		name: "schema",
		summary: "print the JSON Schema of the record",
		load: async () => (await import("./schema.ts")).schemaCommand,
	},
	{
		name: "init",
		summary: "make a store that remembers reports",
		load: async () => (await import("./init.ts")).initCommand,
	},
	{
		name: "add",
		summary: "keep reports in a store, and follow feeds, pages and folders",
		load: async () => (await import("./add.ts")).addCommand,
	},
	{
		name: "sources",
		summary: "list what is followed, with its health; pause, resume or remove it",
		load: async () => (await import("./sources.ts")).sourcesCommand,
	},
	{
		name: "watch",
		summary: "visit what a store follows as it comes due, keep and analyse what is new",
		load: async () => (await import("./watch.ts")).watchCommand,
	},
	{
		name: "search",
		summary: "find reports, quotations, speakers and facts in a store by their words",
		load: async () => (await import("./search.ts")).searchCommand,
	},
	{
		name: "alerts",
		summary: "save searches in a store, and be told of what they find, as feeds and webhooks",
		load: async () => (await import("./alerts.ts")).alertsCommand,
	},
	{
		name: "work",
		summary: "read, annotate, place and collate what a store has queued",
		load: async () => (await import("./work.ts")).workCommand,
	},
	{
		name: "serve",
		summary: "open the reading room: what a store or a folder of reports holds, in the browser",
		load: async () => (await import("./serve.ts")).serveCommand,
	},
	{
		name: "mcp",
		summary: "answer a program of the Model Context Protocol, such as an assistant, from a store",
		load: async () => (await import("./mcp.ts")).mcpCommand,
	},
	{
		name: "token",
		summary: "let others read the reading room over the network, and write: make, list and revoke tokens",
		load: async () => (await import("./token.ts")).tokenCommand,
	},
	{
		name: "status",
		summary: "say what a store holds and what it takes",
		load: async () => (await import("./status.ts")).statusCommand,
	},
	{
		name: "forget",
		summary: "take reports out of a store, with what was derived from them",
		load: async () => (await import("./forget.ts")).forgetCommand,
	},
	{
		name: "vacuum",
		summary: "give back what a store no longer needs",
		load: async () => (await import("./vacuum.ts")).vacuumCommand,
	},
	{
		name: "backup",
		summary: "write all of a store into a file",
		load: async () => (await import("./backup.ts")).backupCommand,
	},
	{
		name: "restore",
		summary: "make a store from a backup",
		load: async () => (await import("./restore.ts")).restoreCommand,
	},
	{
		name: "migrate",
		summary: "bring a store up to this program",
		load: async () => (await import("./migrate.ts")).migrateCommand,
	},
];
