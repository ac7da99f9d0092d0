import { setMaxListeners } from "node:events";
import { parseOpenNets } from "./fetch/address-ranges.ts";
import { type FetchPolicy, type FetchResult, fetchAddress, type Validators, type Wanted } from "./fetch/fetch.ts";
import { FETCH_LIMITS } from "./fetch/network.ts";
import { nodeNetwork } from "./fetch/node-network.ts";
import { chooseUserAgent } from "./fetch/user-agent.ts";

/** Fetches an address with Node's network, under one policy. */
export type Fetcher = (address: string, wanted: Wanted, validators: Validators | null) => Promise<FetchResult>;

/**
 * What is allowed and who asks, as the options of a command name it.
 *
 * @throws UserError when one of them is none
 */
export function choosePolicy(given: {
	readonly allowNet: readonly string[];
	readonly userAgent: string | null;
}): FetchPolicy {
	return { userAgent: chooseUserAgent(given.userAgent), open: parseOpenNets(given.allowNet), limits: FETCH_LIMITS };
}

/** @param stop aborted when nothing is to be fetched any more */
export function openFetcher(policy: FetchPolicy, stop?: AbortSignal): Fetcher {
	// Each fetch under way listens.
	if (stop) setMaxListeners(0, stop);
	const network = { ...nodeNetwork(), ...(stop ? { stop } : {}) };
	return (address, wanted, validators) => fetchAddress(address, wanted, policy, network, validators);
}
