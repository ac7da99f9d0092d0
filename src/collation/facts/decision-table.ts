import type { FactState } from "../../model/record.ts";
import type { Growth } from "./event-classes.ts";
import type { Related } from "./relations.ts";

/** What two numbers of one thing are to each other, as the decision table asks. */
export interface NumberCase {
	readonly left: FactState;
	readonly right: FactState;
	readonly values: "equal" | "compatible" | "apart";
	readonly growth: Growth;
	/** Which report is the later: negative for the left one being earlier, positive for later, 0 when it cannot be told. */
	readonly order: number;
	/** Whether the number of the later report, or of the right one where none is known, is the larger. */
	readonly grew: boolean;
	/** A report has both and says that one replaced the other, or the later one says that its number is new. */
	readonly renewed: boolean;
	/** The later report raises a bound far beyond the earlier one. */
	readonly moved: boolean;
	/** All counts of the fact move one way in the order of the reports. */
	readonly trend: boolean;
	/** Both say that they count at one moment, by the clock. */
	readonly sameMoment: boolean;
	/** Day and time are known of both reports, or of none. */
	readonly dated: boolean;
	/** It counts what happened to people, and is no detail beside what is claimed. */
	readonly central: boolean;
	/** Nothing about what is counted is left open. */
	readonly sure: boolean;
}

/**
 * The decision table for two numbers of one thing, the first row that fits:
 *
 * | values | else | relation |
 * |---|---|---|
 * | equal | a count of what happened to people, on one report's word and in another as a claim | contested |
 * | equal | | agree |
 * | can both hold | the later report raises the bound of a count that only grows | updated |
 * | can both hold: a bound, a range or a rounded number | | compatible |
 * | apart | one replaces the other, or the count moves as such counts do | updated |
 * | apart | counts at one moment, which both name, are as if they did not move | as below |
 * | apart | of a count that moves, by reports of one day, or against its direction from unlike sources | unclear |
 * | apart | one is given with a hedge | unclear |
 * | apart | what is counted is alike, not surely the same | unclear |
 * | apart | one on the report's word, one as a claim | contested |
 * | apart | | conflict |
 */
export function relateNumberStates(one: NumberCase): Related {
	const { left, right, values } = one;
	const claims = claimOf(left, right);
	if (values === "equal") {
		return claims && one.central
			? { relation: "contested", reason: "one report gives it on its own word, another as a claim" }
			: { relation: "agree", reason: "both give the same number" };
	}
	if (values === "compatible") {
		if (one.moved)
			return { relation: "updated", reason: "the later report gives a larger count of something that only grows" };
		return { relation: "compatible", reason: `“${left.value}” and “${right.value}” can both hold of one number` };
	}
	if (one.renewed) return { relation: "updated", reason: "the later number replaces the earlier, as the words say" };
	if (!one.sameMoment && (one.growth === "grows" || one.growth === "shrinks")) {
		const way = one.growth === "grows" ? "larger" : "smaller";
		const moves = (one.growth === "grows") === one.grew;
		if (one.order !== 0 && moves)
			return {
				relation: "updated",
				reason: `the later report gives the ${way} count of something that only ${one.growth}`,
			};
		if (one.trend) {
			return {
				relation: "updated",
				reason: `counts of something that only ${one.growth}; which of the two is later is not known`,
			};
		}
		if (one.order === 0 && one.dated) {
			return {
				relation: "unclear",
				reason: `counts of something that only ${one.growth}, of one day: which is later is not known`,
			};
		}
	}
	if (one.growth === "varies" && (one.order !== 0 || one.trend)) {
		const later = one.order !== 0 ? "one report is later" : "which of the two is later is not known";
		return { relation: "updated", reason: `the number changes with time, and ${later}` };
	}
	if (left.mode === "hedged" || right.mode === "hedged") {
		return { relation: "unclear", reason: "the numbers differ, and one is given with a hedge" };
	}
	if (!one.sure) {
		return {
			relation: "unclear",
			reason: `“${left.value}” and “${right.value}” differ; whether both count the same is not certain`,
		};
	}
	if (claims) {
		return {
			relation: "contested",
			reason: `“${left.value}” and “${right.value}”: one report gives its number on its own word, the other as a claim`,
		};
	}
	return { relation: "conflict", reason: `“${left.value}” and “${right.value}” cannot both be the number` };
}

function claimOf(a: FactState, b: FactState): boolean {
	const [x, y] = [a.mode, b.mode];
	return (x === "claimed" && y === "asserted") || (x === "asserted" && y === "claimed");
}

/** What two times of one thing are to each other, as the decision table asks. */
export interface TimeCase {
	readonly left: FactState;
	readonly right: FactState;
	/** `day`: one day, of which one report gives the time as well. Null when nothing tells. */
	readonly values: "equal" | "day" | "compatible" | "apart" | null;
	readonly sure: boolean;
}

/**
 * The decision table for two times of one thing, the first row that fits:
 *
 * | values | else | relation |
 * |---|---|---|
 * | equal, or one day of which one gives the time as well | | agree |
 * | one within the other, or not to be compared | | compatible |
 * | apart | one is given with a hedge, or what happened is alike and not surely the same | unclear |
 * | apart | | conflict |
 */
export function relateTimeStates({ left, right, values, sure }: TimeCase): Related {
	if (values === "equal") return { relation: "agree", reason: "both give the same time" };
	if (values === "day") return { relation: "agree", reason: "both give the same day, one of them the time as well" };
	if (values !== "apart")
		return { relation: "compatible", reason: `“${left.value}” and “${right.value}” can both be right` };
	if (!sure || left.mode === "hedged" || right.mode === "hedged") {
		return {
			relation: "unclear",
			reason: `“${left.value}” and “${right.value}” differ; whether both are of the same thing is not certain`,
		};
	}
	return { relation: "conflict", reason: `“${left.value}” and “${right.value}” cannot both be right` };
}

/**
 * The decision table for what one report tells and another gives as not so:
 *
 * | told | not so | relation |
 * |---|---|---|
 * | on the report's word | on the other report's word | unclear |
 * | with a hedge, as a claim or as somebody's | on a report's word | contested |
 * | in any way | as somebody's | contested |
 */
export function relateDenial(told: FactState, denied: FactState): Related {
	if (told.mode === "asserted" && denied.mode === "asserted") {
		return {
			relation: "unclear",
			reason: "one report tells it, another that it was not so; whether both mean the same is not certain",
		};
	}
	return told.mode === "asserted"
		? { relation: "contested", reason: "one report gives it on its own word; in another it is denied" }
		: { relation: "contested", reason: "one report gives it as somebody's; in another it is denied" };
}
