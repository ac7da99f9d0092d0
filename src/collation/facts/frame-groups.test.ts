import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Frame, groupFrames } from "./frame-groups.ts";

interface Counted extends Frame {
	readonly of: string;
	readonly value: number;
}

const frame = (article: string, start: number, of: string, value: number): Counted => ({ article, start, of, value });

const group = (frames: readonly Counted[]): string[] =>
	groupFrames(frames, {
		tie: (a, b) => ({
			score: a.of === b.of ? (a.value === b.value ? 0.9 : 0.6) : 0,
			values: a.value === b.value ? "equal" : "apart",
		}),
		keysOf: ({ of }) => [of],
		mayShare: (a, b) => a.value === b.value,
		replaces: () => false,
		joins: { equal: 0.5, compatible: 0.5, apart: 0.5 },
	}).map(({ frames: found }) => found.map(({ article, value }) => `${article}${value}`).join(" "));

describe("groupFrames", () => {
	it("joins one thing though its values differ", () => {
		expect(group([frame("a", 0, "dead", 63), frame("b", 0, "dead", 71), frame("c", 0, "hurt", 5)])).toEqual([
			"a63 b71",
		]);
	});

	it("joins nothing where a report has two values that could both be meant", () => {
		expect(group([frame("a", 0, "dead", 12), frame("a", 9, "dead", 5), frame("b", 0, "dead", 9)])).toEqual([]);
	});

	it("joins what is left when the rival has its fellow", () => {
		const frames = [
			frame("a", 0, "dead", 12),
			frame("a", 9, "dead", 5),
			frame("b", 0, "dead", 9),
			frame("b", 5, "dead", 12),
		];
		expect(group(frames)).toEqual(["a12 b12", "a5 b9"]);
	});

	it("gives the same groups in whichever order the frames come", () => {
		const frames = fc.uniqueArray(
			fc.record({
				article: fc.constantFrom("a", "b", "c", "d"),
				start: fc.nat(40),
				of: fc.constantFrom("dead", "hurt"),
				value: fc.nat(4),
			}),
			{ selector: ({ article, start }) => `${article}${start}`, maxLength: 14 },
		);
		fc.assert(
			fc.property(frames, fc.nat(), (list, turn) => {
				const at = list.length === 0 ? 0 : turn % list.length;
				const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
				expect(group(turned)).toEqual(group(list));
			}),
		);
	});
});
