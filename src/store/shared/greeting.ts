import { z } from "zod";
import { UserError } from "../../model/problem.ts";
import { VERSION } from "../../version.ts";
import { loadMigrations } from "../migrations.ts";
import { PROTOCOL } from "./frames.ts";

/** What one that asks says first. A later program may say more, and never less. */
interface AskerHello {
	readonly stemma: number;
	readonly program: string;
	readonly step: number;
	/** Of the lock that named the socket: who cannot read the folder does not have it. */
	readonly token: string;
}

/** What the owner says to it. */
export interface OwnerHello {
	readonly stemma: number;
	readonly program: string;
	readonly refusal: "version" | "stranger" | "full" | null;
	readonly pid: number;
	/** Where its reading room is; null where it has none. */
	readonly room: string | null;
}

const askerHello: z.ZodType<AskerHello> = z.object({
	stemma: z.number(),
	program: z.string(),
	step: z.number(),
	token: z.string(),
});

const ownerHello: z.ZodType<OwnerHello> = z.object({
	stemma: z.number(),
	program: z.string(),
	refusal: z.enum(["version", "stranger", "full"]).nullable(),
	pid: z.number(),
	room: z.string().nullable(),
});

export function askIn(token: string): AskerHello {
	return { stemma: PROTOCOL, program: VERSION, step: lastStep(), token };
}

/** What the owner answers to whatever it was told first. */
export function answerHello(hello: unknown, token: string, isFull: boolean, room: string | null): OwnerHello {
	const asked = askerHello.safeParse(hello);
	const isSame =
		asked.success && asked.data.stemma === PROTOCOL && asked.data.program === VERSION && asked.data.step === lastStep();
	const isStranger = !asked.success || asked.data.token !== token;
	const refusal = isStranger ? "stranger" : !isSame ? "version" : isFull ? "full" : null;
	return { stemma: PROTOCOL, program: VERSION, refusal, pid: process.pid, room: refusal === "stranger" ? null : room };
}

/**
 * What the owner has said, where it lets us in; null when nobody is there, or somebody who is not the lock's owner.
 *
 * @throws UserError `store/other-version`, `store/busy`
 */
export function readOwner(hello: unknown, folder: string): OwnerHello | null {
	const read = ownerHello.safeParse(hello);
	if (!read.success || read.data.refusal === "stranger") return null;
	const { refusal, program, pid } = read.data;
	if (refusal === "version") {
		const which = program === VERSION ? "another state of stemma" : `stemma ${program}, and this is ${VERSION}`;
		throw new UserError(
			"store/other-version",
			`the store ${folder} is open in process ${pid}, which runs ${which}; end that one, or ask with the same`,
		);
	}
	if (refusal === "full") {
		throw new UserError("store/busy", `too many programs ask process ${pid} for the store ${folder}; try again later`);
	}
	return read.data;
}

/** The step of the schema that this program brings a store to. */
function lastStep(): number {
	return loadMigrations().at(-1)?.number ?? 0;
}
