import { z } from "zod";

/** What checks a value of a field: one that may be null is checked by a schema that says so. */
type Field<T> = null extends T ? z.ZodNullable<z.ZodType<NonNullable<T>>> : z.ZodType<T>;

/** The fields of a type with what checks each; the compiler refuses one too many or too few. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/**
 * An object of the record, by the name it has in docs/record.md. Fields that it does not name are let through:
 * new ones may come without a new version of the record.
 */
export function object<T>(id: string, fields: Fields<T>): z.ZodType<T> {
	return part<T>(fields).meta({ id });
}

/** An object that has no name of its own. */
export function part<T>(fields: Fields<T>): z.ZodType<T> {
	// What is checked is the fields of T, one by one, so that what passes is a T.
	return z.object(fields) as unknown as z.ZodType<T>;
}

/** One of some words. They are given as keys, so that the compiler sees whether all are there. */
export function oneOf<T extends string>(words: Readonly<Record<T, 0>>): z.ZodType<T> {
	return z.enum(Object.keys(words) as T[]) as unknown as z.ZodType<T>;
}

/** An offset into a text, a count or an index. */
export const COUNT: z.ZodType<number> = z.int().min(0);
export const NUMBER: z.ZodType<number> = z.number();
/** 0–1. */
export const SURENESS: z.ZodType<number> = z.number().min(0).max(1);
export const TEXT: z.ZodType<string> = z.string();
export const FLAG: z.ZodType<boolean> = z.boolean();
export const TEXTS: z.ZodType<readonly string[]> = z.array(z.string());

export function listOf<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
	return z.array(item);
}

export function orNull<T>(value: z.ZodType<T>): z.ZodNullable<z.ZodType<T>> {
	return z.nullable(value);
}
