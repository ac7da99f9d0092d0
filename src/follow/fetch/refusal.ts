/** Why an address gave nothing: thrown inside of fetching, handed out as a `FetchRefused`. */
export class FetchRefusal extends Error {
	/** `fetch/…` */
	readonly code: string;
	/** The HTTP status, where an answer came. */
	readonly status: number | null;
	/** Milliseconds that the server asks to wait, where it says. */
	readonly retryAfter: number | null;

	constructor(code: string, reason: string, status: number | null = null, retryAfter: number | null = null) {
		super(reason);
		this.name = "FetchRefusal";
		this.code = code;
		this.status = status;
		this.retryAfter = retryAfter;
	}
}
