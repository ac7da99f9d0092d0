import { randomBytes } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { UserError } from "../../model/problem.ts";
import { parseSecret, type Secret, writeSecret } from "./signature.ts";

/** Bytes of a secret that is made. */
const BYTES = 32;

/** Others than the owner who may read or write. */
const OTHERS = 0o077;

/**
 * The secrets in a file: one a line, so that a new one can be given before the old one is taken away. Each signs.
 *
 * @throws UserError `alerts/secret` when it cannot be read, others may read it, or it holds none
 */
export function readSecretFile(path: string): readonly Secret[] {
	let text: string;
	try {
		const file = openSync(path, "r");
		try {
			// Windows has no such permissions.
			if (process.platform !== "win32" && (fstatSync(file).mode & OTHERS) !== 0) {
				throw new UserError("alerts/secret", `others may read the secret in ${path}; chmod 600 ${path} keeps it`);
			}
			text = readFileSync(file, "utf8");
		} finally {
			closeSync(file);
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError("alerts/secret", `the secret in ${path} cannot be read (${codeOf(error)})`);
	}
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
	const secrets = lines.flatMap((line) => parseSecret(line) ?? []);
	if (secrets.length > 0 && secrets.length === lines.length) return secrets;
	throw new UserError(
		"alerts/secret",
		`${path} is to hold whsec_ and 24 to 64 bytes in base64, one secret a line, and does not`,
	);
}

/**
 * The same, making the file with a new secret, for its owner alone, where there is none. Resolves to whether it did.
 *
 * @throws UserError `alerts/secret`, also when it cannot be made
 */
export function provideSecretFile(path: string): boolean {
	try {
		writeFileSync(path, writeSecret(randomBytes(BYTES)), { mode: 0o600, flag: "wx" });
		return true;
	} catch (error) {
		if (codeOf(error) !== "EEXIST") {
			throw new UserError("alerts/secret", `no secret can be written to ${path} (${codeOf(error)})`);
		}
	}
	readSecretFile(path);
	return false;
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
