import { createHmac, timingSafeEqual } from "node:crypto";

/** The headers that say what a message is, when it was sent and who sent it (Standard Webhooks 1.0). */
export interface SignedHeaders {
	readonly "webhook-id": string;
	/** Seconds since 1970. */
	readonly "webhook-timestamp": string;
	/** `v1,` and the signature in base64; one for each secret, a space between them. */
	readonly "webhook-signature": string;
}

/** A secret as bytes. */
export type Secret = Uint8Array;

/** Bytes that a secret may have, as the specification asks. */
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** A secret from `whsec_` and base64; null for what is none. */
export function parseSecret(written: string): Secret | null {
	const base64 = /^whsec_([A-Za-z0-9+/]{1,100}={0,2})$/.exec(written.trim())?.[1];
	if (base64 === undefined) return null;
	const bytes = Buffer.from(base64, "base64");
	return bytes.byteLength >= LEAST_BYTES && bytes.byteLength <= MOST_BYTES ? new Uint8Array(bytes) : null;
}

export function writeSecret(secret: Secret): string {
	return `whsec_${Buffer.from(secret).toString("base64")}\n`;
}

/**
 * Signs a message: HMAC-SHA256 over its id, the moment and the body, joined by full stops.
 *
 * @param moment milliseconds since 1970
 */
export function signMessage(id: string, moment: number, body: string, secrets: readonly Secret[]): SignedHeaders {
	const timestamp = String(Math.floor(moment / 1000));
	return {
		"webhook-id": id,
		"webhook-timestamp": timestamp,
		"webhook-signature": secrets.map((secret) => `v1,${makeSignature(id, timestamp, body, secret)}`).join(" "),
	};
}

/** Whether a message carries a signature that the secret makes: what who receives it checks. */
export function isSigned(headers: SignedHeaders, body: string, secret: Secret): boolean {
	const own = Buffer.from(makeSignature(headers["webhook-id"], headers["webhook-timestamp"], body, secret));
	return headers["webhook-signature"].split(" ").some((one) => {
		const given = Buffer.from(/^v1,(.*)$/.exec(one)?.[1] ?? "");
		return given.byteLength === own.byteLength && timingSafeEqual(given, own);
	});
}

function makeSignature(id: string, timestamp: string, body: string, secret: Secret): string {
	return createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
}
