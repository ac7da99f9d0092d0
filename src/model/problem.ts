import type { Span } from "./span.ts";

/**
 * Something that went wrong, or could not be settled, in one input. It is data: it is listed and
 * shown to the reader, and the rest of the work goes on.
 */
export interface Problem {
	/** `stage/what`, for example `read/too-large` or `article/no-body`. */
	readonly code: string;
	/** The part of the text it is about; null when it is about the whole input. */
	readonly span: Span | null;
	/** What is wrong, in a sentence a reader understands, with what was seen. */
	readonly reason: string;
}

/** A problem as the record lists it. `article` is null when no article came of the input. */
export interface ListedProblem extends Problem {
	readonly article: string | null;
	/** The place as the user gave it. */
	readonly place: string | null;
}

/**
 * A mistake or an obstacle that the person who called can do something about. The command line
 * prints its message alone, without a stack, and ends with `exitCode`. A bug is a plain `Error`.
 */
export class UserError extends Error {
	readonly code: string;
	readonly exitCode: number;

	constructor(code: string, message: string, exitCode: number = 2) {
		super(message);
		this.name = "UserError";
		this.code = code;
		this.exitCode = exitCode;
	}
}
