import type { Fact } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import { isRole } from "./named.ts";
import type { RecordIndex } from "./record-index.ts";

/** What stands before the name of a state that something is in. */
const BEFORE_NAME = /^(?:\p{Ll}{2,10} )?(?:the )?/u;

/**
 * Whether reports agree in something that nobody has to be told: who somebody is, which stands beside the name, or
 * that it was in this or that state.
 */
export function isBare(index: RecordIndex, fact: Fact): boolean {
	if (fact.relation !== "agree") return false;
	if (isRole(fact)) return true;
	const states = statesOf(index);
	return fact.type === "place" && fact.states.every(({ value }) => states.has(foldPlace(value)));
}

const known = new WeakMap<RecordIndex, ReadonlySet<string>>();

/** Names of states, as their mentions in the set have them. */
function statesOf(index: RecordIndex): ReadonlySet<string> {
	const found = known.get(index);
	if (found) return found;
	const names = index.record.entities.flatMap(({ type, names: all }) => (type === "state" ? all : []));
	const folded = new Set(names.map(foldCase));
	known.set(index, folded);
	return folded;
}

function foldPlace(value: string): string {
	return foldCase(value.trim().replace(BEFORE_NAME, ""));
}
