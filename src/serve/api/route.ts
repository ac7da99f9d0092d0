import type { z } from "zod";
import type { SourceListing } from "../../model/source-listing.ts";
import type { Store } from "../../store/store.ts";

/** What the answers are found in. */
export interface ApiRoom {
	readonly store: Store;
	listSources(): Promise<SourceListing>;
}

/** Fields of a path or a query, by name. */
export type FieldSchemas = Readonly<Record<string, z.ZodType>>;

/** The parsed values of fields. */
export type Fields<S extends FieldSchemas> = { readonly [K in keyof S]: z.output<S[K]> };

/** Something that can be asked of the interface: what is answered and what is documented come from here. */
export interface ApiRoute {
	/** Below `/api/v1`, what varies in braces: `/stories/{id}`. */
	readonly path: string;
	/** One line. */
	readonly summary: string;
	/** More, where there is more to say; null else. */
	readonly description: string | null;
	readonly params: FieldSchemas;
	readonly query: FieldSchemas;
	/** What is answered, by which tests hold every answer. */
	readonly answer: z.ZodType;
	/** Null when there is no such thing. Rejects with a UserError for what cannot be asked so. */
	find(
		room: ApiRoom,
		params: Readonly<Record<string, unknown>>,
		query: Readonly<Record<string, unknown>>,
	): Promise<unknown>;
}

/** A route whose handler is held to its fields and its answer. */
export function defineRoute<P extends FieldSchemas, Q extends FieldSchemas, A>(route: {
	readonly path: string;
	readonly summary: string;
	readonly description?: string;
	readonly params: P;
	readonly query: Q;
	readonly answer: z.ZodType<A>;
	find(room: ApiRoom, params: Fields<P>, query: Fields<Q>): Promise<A | null>;
}): ApiRoute {
	const { find, description = null, ...rest } = route;
	return {
		...rest,
		description,
		// They were parsed by these very schemas.
		find: (room, params, query) => find(room, params as Fields<P>, query as Fields<Q>),
	};
}
