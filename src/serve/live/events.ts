import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { News } from "./news.ts";
import type { Reader } from "./reader.ts";

/** Milliseconds after which a browser whose connection was lost comes back. */
const RETRY = 5000;

/** Seconds after which somebody who found no room may come back. */
const LATER = 60;

/** Answers with what changes in the store, as it comes about, until the reader leaves (server-sent events). */
export async function answerEvents(context: Context, news: News): Promise<Response> {
	const reader = await news.join(readSince(context));
	if (reader === null) {
		return context.text("Too many listen already. Reload the page to see what is new.\n", 503, {
			"retry-after": String(LATER),
		});
	}
	return new Response(
		writeEvents(reader, news, () => cut(context)),
		{
			headers: {
				"content-type": "text/event-stream; charset=utf-8",
				"cache-control": "no-store",
				// Proxies that gather answers would keep it back.
				"x-accel-buffering": "no",
			},
		},
	);
}

function writeEvents(reader: Reader, news: News, cutOff: () => void): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let isFirst = true;
	return new ReadableStream<Uint8Array>(
		{
			// Asked for more only once the reader has taken what was there.
			async pull(controller) {
				if (isFirst) {
					isFirst = false;
					controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`));
					return;
				}
				const events = await reader.take();
				if (events !== null) return controller.enqueue(encoder.encode(events));
				news.leave(reader);
				controller.close();
				// What a reader that is given up has not taken would be kept for it for ever.
				if (reader.hasNews) cutOff();
			},
			cancel: () => news.leave(reader),
		},
		{ highWaterMark: 0 },
	);
}

function cut(context: Context): void {
	const bindings: Partial<HttpBindings> | undefined = context.env;
	bindings?.outgoing?.destroy();
}

/** What somebody who comes back says that it knows; null for who says nothing that can be. */
function readSince(context: Context): number | null {
	const given = context.req.header("last-event-id") ?? context.req.query("since") ?? "";
	return /^\d{1,15}$/.test(given) ? Number(given) : null;
}
