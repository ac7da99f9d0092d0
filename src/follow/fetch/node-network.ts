import { lookup } from "node:dns/promises";
import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import type { NetworkEffects, Target } from "./network.ts";

/** The network as Node has it. Proxies of the environment are not asked: they would resolve names unseen. */
export function nodeNetwork(): NetworkEffects {
	return {
		now: () => Date.now(),
		resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
		connect: (target, signal) => connect(target, signal),
	};
}

function connect({ address, port, certified }: Target, signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		// A numeric host has no name to send (RFC 6066, 3); its certificate is checked against the address.
		const named = certified === null || isIP(certified) > 0 ? {} : { servername: certified };
		const socket =
			certified === null
				? connectPlain({ host: address, port })
				: connectSecure({ host: address, port, ...named, ALPNProtocols: ["http/1.1"] });
		const settle = (then: () => void): void => {
			signal.removeEventListener("abort", onAbort);
			socket.off("error", onError);
			then();
		};
		const onError = (error: Error): void => settle(() => reject(error));
		const onAbort = (): void =>
			settle(() => {
				socket.on("error", () => {});
				socket.destroy();
				reject(signal.reason);
			});
		if (signal.aborted) return onAbort();
		signal.addEventListener("abort", onAbort);
		socket.on("error", onError);
		socket.once(certified === null ? "connect" : "secureConnect", () =>
			settle(() => {
				socket.setNoDelay(true);
				resolve(socket);
			}),
		);
	});
}
