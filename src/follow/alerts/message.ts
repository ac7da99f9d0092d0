import type { AlertEntry } from "../../model/alert.ts";
import { webAddress } from "../../report/exports/identifiers.ts";

/** What the body of a message is, as the specification of webhooks proposes: type, moment, data. */
export interface AlertMessage {
	readonly type: "alert.found" | "alert.test";
	readonly timestamp: string;
	readonly data: AlertEntry;
}

/** The body of the message of an entry: the same bytes at every try. */
export function writeMessage(entry: AlertEntry, type: AlertMessage["type"] = "alert.found"): string {
	const { reports, ...rest } = entry;
	const message = {
		type,
		timestamp: entry.foundAt ?? "1970-01-01T00:00:00Z",
		// Places of files say where things lie on this machine: they are nobody else's matter.
		data: {
			...rest,
			reports: reports.map(({ place, ...report }) => ({ ...report, url: webAddress(report.url) ?? webAddress(place) })),
		},
	};
	return JSON.stringify(message, (_key, held: unknown) => (typeof held === "string" ? held.toWellFormed() : held));
}

/** By what a receiver knows a message again that comes twice. */
export function idOfMessage(entry: AlertEntry): string {
	return `stemma_${entry.id}`;
}
