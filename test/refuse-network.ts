import net from "node:net";

/**
 * Tests never reach beyond this machine: any connection to an address that is not loopback fails
 * at once, with a message that names the address.
 */
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
	const host = hostOf(args);
	if (host !== null && !/^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/.test(host)) {
		throw new Error(`a test tried to reach ${host}; tests use 127.0.0.1 only`);
	}
	return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;

/** The host of any of `connect`'s argument forms; null for a local socket. */
function hostOf(args: readonly unknown[]): string | null {
	const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
	if (typeof first === "object" && first !== null) {
		const options = first as { host?: unknown; path?: unknown };
		if (typeof options.path === "string") return null;
		return typeof options.host === "string" ? options.host : "localhost";
	}
	if (typeof first === "string") return null;
	return typeof args[1] === "string" ? args[1] : "localhost";
}
