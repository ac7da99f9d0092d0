import type { IncomingHttpHeaders } from "node:http";
import { type LocalServer, serveLocally } from "./local-server.ts";

/** A message as it came in. */
export interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

export interface Receiver extends LocalServer {
	readonly received: Received[];
	/** How it answers the next ones: a status with headers, or not at all. */
	answer: { readonly status: number; readonly headers?: Readonly<{ [name: string]: string }> } | "silence";
}

/** Receives webhooks on this machine, and fails as it is told to. */
export async function receiveWebhooks(): Promise<Receiver> {
	const received: Received[] = [];
	const server = await serveLocally((request, response) => {
		let body = "";
		request.setEncoding("utf8");
		request.on("data", (part: string) => {
			body += part;
		});
		request.on("end", () => {
			received.push({ headers: request.headers, body });
			const { answer } = receiver;
			if (answer !== "silence") response.writeHead(answer.status, answer.headers ?? {}).end("heard");
		});
	});
	const receiver: Receiver = { ...server, received, answer: { status: 204 } };
	return receiver;
}
