import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Server } from "node:net";

export interface LocalServer {
	/** `http://127.0.0.1:PORT` */
	readonly origin: string;
	/** The paths asked for, in order. */
	readonly asked: readonly string[];
	close(): Promise<void>;
}

/** A web server on this machine alone. */
export async function serveLocally(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? "");
		response.on("error", () => {});
		answer(request, response);
	});
	return listen(server, asked, () => server.closeAllConnections());
}

/** A server on this machine that answers with bytes as they stand, whatever it is asked. */
export async function serveBytesLocally(
	bytes: string | ((write: (part: string) => boolean, end: () => void) => void),
): Promise<LocalServer> {
	const sockets = new Set<{ destroy(): unknown }>();
	const server = createRawServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => {}).on("close", () => sockets.delete(socket));
		socket.once("data", () => {
			if (typeof bytes === "string") socket.end(bytes);
			else
				bytes(
					(part) => !socket.destroyed && socket.write(part),
					() => socket.end(),
				);
		});
	});
	return listen(server, [], () => {
		for (const socket of sockets) socket.destroy();
	});
}

async function listen(server: Server, asked: readonly string[], cut: () => void): Promise<LocalServer> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		asked,
		close: () => {
			cut();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}
