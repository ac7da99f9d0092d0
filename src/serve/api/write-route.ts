import type { z } from "zod";
import type { Following } from "../../follow/following.ts";
import type { TokenScope } from "../../model/token.ts";
import type { FetchedInput } from "../../read/addresses.ts";
import type { ApiRoom, FieldSchemas, Fields } from "./route.ts";

/** What changes are made in. */
export interface WriteRoom extends ApiRoom {
	readonly following: Pick<Following, "sort" | "add" | "change">;
	/** Fetches an address as the command's options allow it. */
	fetchInput(address: string): Promise<FetchedInput>;
}

/** Bytes with what their sender says of them, as a body that is no JSON. */
export interface SentBytes {
	readonly bytes: Uint8Array;
	/** Without parameters, in lower case. */
	readonly mediaType: string;
	readonly charset: string | null;
}

interface WriteRequest {
	readonly params: Readonly<Record<string, unknown>>;
	readonly query: Readonly<Record<string, unknown>>;
	readonly body: unknown;
	/** Whose token it is. */
	readonly who: string;
}

/** Something that changes the store: what is done and what is documented come from here. */
export interface WriteRoute {
	readonly method: "post" | "delete";
	readonly path: string;
	readonly summary: string;
	readonly description: string | null;
	/** What the token must be good for. */
	readonly scope: TokenScope;
	readonly params: FieldSchemas;
	readonly query: FieldSchemas;
	/** The schema of a JSON body; "bytes" for a capture's own; null for none. */
	readonly body: z.ZodType | "bytes" | null;
	readonly status: 200 | 201 | 202;
	readonly answer: z.ZodType;
	perform(room: WriteRoom, request: WriteRequest): Promise<unknown>;
}

/** A route whose handler is held to its fields, its body and its answer. */
export function defineWrite<P extends FieldSchemas, Q extends FieldSchemas, B, A>(route: {
	readonly method: WriteRoute["method"];
	readonly path: string;
	readonly summary: string;
	readonly description?: string;
	readonly scope: TokenScope;
	readonly params: P;
	readonly query: Q;
	readonly body: z.ZodType<B> | ("bytes" & (SentBytes extends B ? unknown : never)) | null;
	readonly status: WriteRoute["status"];
	readonly answer: z.ZodType<A>;
	perform(
		room: WriteRoom,
		request: { readonly params: Fields<P>; readonly query: Fields<Q>; readonly body: B; readonly who: string },
	): Promise<A>;
}): WriteRoute {
	const { perform, description = null, ...rest } = route;
	return {
		...rest,
		description,
		// They were parsed by these very schemas.
		perform: (room, { params, query, body, who }) =>
			perform(room, { params: params as Fields<P>, query: query as Fields<Q>, body: body as B, who }),
	};
}
