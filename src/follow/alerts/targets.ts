import { hostname } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../../model/problem.ts";
import type { AlertTarget } from "../../store/alerts/alerts.ts";
import { FetchRefusal } from "../fetch/refusal.ts";
import { parseWebAddress } from "../fetch/web-address.ts";
import { provideSecretFile } from "./secret-file.ts";

/** Where an alert's entries are to go, as a person names it. */
export interface GivenTargets {
	readonly feeds: readonly string[];
	readonly webhooks: readonly string[];
	/** The file with the secret; null when none is named. */
	readonly secret: string | null;
}

/**
 * Targets with whole paths, for who writes and sends works in another folder, and the secret's file made where there is
 * none; `made` names it then.
 *
 * @throws UserError `alerts/webhook` for an address that nothing can be sent to or a missing secret, `alerts/secret`
 */
export function prepareTargets({ feeds, webhooks, secret }: GivenTargets): {
	readonly targets: readonly AlertTarget[];
	readonly made: readonly string[];
} {
	if (webhooks.length > 0 !== (secret !== null)) {
		throw new UserError("alerts/webhook", "--webhook URL and --secret FILE go together: what is sent is signed");
	}
	const addresses = webhooks.map((given) => {
		try {
			return parseWebAddress(given).href;
		} catch (error) {
			if (error instanceof FetchRefusal) throw new UserError("alerts/webhook", `--webhook: ${error.message}`);
			throw error;
		}
	});
	const file = secret === null ? null : resolve(secret);
	const isMade = file !== null && provideSecretFile(file);
	return {
		targets: [
			...feeds.map((feed) => ({ kind: "feed" as const, file: resolve(feed), host: hostname() })),
			...addresses.map((address) => ({ kind: "webhook" as const, address, secret: file ?? "" })),
		],
		made: isMade && secret !== null ? [secret] : [],
	};
}
