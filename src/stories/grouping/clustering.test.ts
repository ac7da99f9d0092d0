import { describe, expect, it } from "vitest";
import { clusterLinks, type Link, type Thresholds } from "./clustering.ts";

const THRESHOLDS: Thresholds = { seed: 0.3, grow: 0.2, cohesion: 0.8, unshown: 0 };
const link = (a: number, b: number, weight: number): Link => ({ a, b, weight });

describe("clusterLinks", () => {
	it("joins what is strongly tied and leaves the rest alone", () => {
		expect(clusterLinks(4, [link(0, 1, 0.5), link(2, 3, 0.25)], THRESHOLDS)).toEqual([[0, 1], [2], [3]]);
	});

	it("does not chain two groups through one pair", () => {
		const links = [link(0, 1, 0.8), link(2, 3, 0.8), link(1, 2, 0.5)];
		expect(clusterLinks(4, links, THRESHOLDS)).toEqual([
			[0, 1],
			[2, 3],
		]);
	});

	it("keeps apart two tight groups with looser ties between them all", () => {
		const links = [
			link(0, 1, 0.5),
			link(2, 3, 0.5),
			link(0, 2, 0.28),
			link(0, 3, 0.28),
			link(1, 2, 0.28),
			link(1, 3, 0.28),
		];
		expect(clusterLinks(4, links, THRESHOLDS)).toHaveLength(2);
		expect(clusterLinks(4, links, { ...THRESHOLDS, cohesion: 0 })).toHaveLength(1);
	});

	it("takes a small group in for less than it takes to join two that have shown how they hold together", () => {
		const links = [link(0, 1, 0.9), link(0, 2, 0.4), link(1, 2, 0.4)];
		const pairs = [link(0, 1, 0.9), link(2, 3, 0.9), ...[0, 1].flatMap((a) => [link(a, 2, 0.4), link(a, 3, 0.4)])];
		expect(clusterLinks(3, links, THRESHOLDS)).toHaveLength(1);
		expect(clusterLinks(4, pairs, THRESHOLDS)).toHaveLength(2);
		expect(clusterLinks(4, pairs, { ...THRESHOLDS, unshown: 4 })).toHaveLength(1);
	});

	it("takes one more report into a story at less than it takes to open one", () => {
		expect(clusterLinks(3, [link(0, 1, 0.4), link(0, 2, 0.25), link(1, 2, 0.25)], THRESHOLDS)).toEqual([[0, 1, 2]]);
	});

	it("gives each part that no pair ties to another the clusters it has by itself", () => {
		const one = [link(0, 1, 0.5), link(1, 2, 0.35), link(0, 2, 0.5)];
		const two = one.map(({ a, b, weight }) => link(a + 3, b + 3, weight));
		const alone = clusterLinks(3, one, THRESHOLDS);
		const shifted = alone.map((members) => members.map((member) => member + 3));
		expect(clusterLinks(6, [...two, ...one], THRESHOLDS)).toEqual([...alone, ...shifted]);
	});

	it("gives the same clusters for any order of the links", () => {
		const links = [link(0, 1, 0.4), link(1, 2, 0.4), link(0, 2, 0.4), link(2, 3, 0.4), link(3, 4, 0.4)];
		expect(clusterLinks(5, [...links].reverse(), THRESHOLDS)).toEqual(clusterLinks(5, links, THRESHOLDS));
	});
});
