import type { Context, MiddlewareHandler } from "hono";
import { sha256Hex } from "../text/hash.ts";

/** Bytes of answers that are kept, and of the largest one. */
const MOST_BYTES = 64e6;
const LARGEST = 8e6;

/** Milliseconds for which an answer is kept at most: what can be chosen in a form is looked at anew once a minute. */
const LONGEST = 60_000;

/** What is made of nothing but the address and what the store holds. */
const KEPT = /^\/(?:$|(?:stories|articles|search|trace)(?:\/|$)|api\/v1\/(?!feeds|status|corrections|alerts))/;

/** Letters of a hash in an ETag. */
const ETAG = 24;

interface KeptAnswer {
	readonly mark: string;
	readonly until: number;
	readonly status: number;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps answers as they go out, packed, and gives them to the next who asks for the same while the store is what it
 * was. Who asks for what is being made waits for it. Nothing is kept of, nor given to, whoever says who they are.
 *
 * @param readMark a mark that another state of the store has not; null where there is none
 */
export function keepAnswers(readMark: () => Promise<string | null>): MiddlewareHandler {
	const kept = new Map<string, KeptAnswer>();
	const inWork = new Map<string, Promise<KeptAnswer | null>>();
	let bytes = 0;
	const drop = (key: string): void => {
		bytes -= kept.get(key)?.body.byteLength ?? 0;
		kept.delete(key);
	};
	const keep = (key: string, answer: KeptAnswer): void => {
		drop(key);
		kept.set(key, answer);
		bytes += answer.body.byteLength;
		for (const oldest of kept.keys()) {
			if (bytes <= MOST_BYTES) break;
			drop(oldest);
		}
	};
	return async (context, next) => {
		const { req } = context;
		const isKept =
			req.method === "GET" &&
			KEPT.test(req.path) &&
			req.header("cookie") === undefined &&
			req.header("authorization") === undefined;
		const mark = isKept ? await readMark() : null;
		if (mark === null) return next();
		const url = new URL(req.url);
		const isPacked = /\bgzip\b/.test(req.header("accept-encoding") ?? "");
		const key = `${isPacked} ${url.pathname}${url.search}`;
		const known = kept.get(key);
		if (known?.mark === mark && performance.now() < known.until) {
			// It was used last.
			kept.delete(key);
			kept.set(key, known);
			return send(context, known);
		}
		const work = `${mark} ${key}`;
		const others = inWork.get(work);
		const made = others === undefined ? null : await others;
		if (made !== null) return send(context, made);
		let settle = (_: KeptAnswer | null): void => {};
		const making = new Promise<KeptAnswer | null>((resolve) => {
			settle = resolve;
		});
		inWork.set(work, making);
		try {
			await next();
			if (!isToBeKept(context.res)) return;
			const answer = await takeAnswer(context.res, mark);
			if (answer.body.byteLength <= LARGEST) keep(key, answer);
			settle(answer);
			context.res = undefined;
			context.res = send(context, answer);
		} finally {
			// Who waited makes it by himself where there was nothing to keep.
			settle(null);
			if (inWork.get(work) === making) inWork.delete(work);
		}
	};
}

function isToBeKept({ status, headers }: Response): boolean {
	return (
		status === 200 &&
		!headers.has("set-cookie") &&
		!/no-store/.test(headers.get("cache-control") ?? "") &&
		// Such an answer does not end.
		!headers.get("content-type")?.startsWith("text/event-stream")
	);
}

async function takeAnswer(response: Response, mark: string): Promise<KeptAnswer> {
	const body = new Uint8Array(await response.arrayBuffer());
	const headers = [...response.headers].filter(([name]) => name !== "content-length");
	if (!response.headers.has("etag")) headers.push(["etag", `"${sha256Hex(body).slice(0, ETAG)}"`]);
	return { mark, until: performance.now() + LONGEST, status: response.status, headers, body };
}

function send(context: Context, { status, headers, body }: KeptAnswer): Response {
	const etag = headers.find(([name]) => name === "etag")?.[1];
	const isSame = etag !== undefined && isNamed(etag, context.req.header("if-none-match"));
	const answer = isSame ? new Response(null, { status: 304 }) : new Response(body, { status });
	for (const [name, value] of headers) {
		if (!isSame || !/^content-/.test(name)) answer.headers.set(name, value);
	}
	return answer;
}

/** Whether a browser has it already: RFC 9110, 13.1.2. */
function isNamed(etag: string, given: string | undefined): boolean {
	return given?.match(/"[^"]*"/g)?.includes(etag.replace(/^W\//, "")) ?? false;
}
