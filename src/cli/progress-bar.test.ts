import { expect, it } from "vitest";
import { recordEffects } from "../../test/recording-effects.ts";
import { openProgressBar } from "./progress-bar.ts";

it("shows nothing for work of less than a second", () => {
	const world = recordEffects({ isTTY: true, columns: 60 });
	const bar = openProgressBar(world.effects, true);
	world.setClock(900);
	bar.report(1, 4, "a.txt");
	bar.erase();
	expect(world.err()).toBe("");
});

it("draws once the work takes long, not oftener than ten times a second, and takes itself away", () => {
	const world = recordEffects({ isTTY: true, columns: 60 });
	const bar = openProgressBar(world.effects, true);
	world.setClock(1200);
	bar.report(1, 4, "a.txt");
	world.setClock(1250);
	bar.report(2, 4, "b.txt");
	world.setClock(1400);
	bar.report(3, 4, "c.txt");
	bar.erase();
	expect(world.err()).toBe(
		"\r\u001b[K━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 1/4 a.txt\r\u001b[K━━━━━━━━━━━━━━━╌╌╌╌╌ 3/4 c.txt\r\u001b[K",
	);
	expect(world.out()).toBe("");
});

it("stays on one line, and obeys no file's name", () => {
	const world = recordEffects({ isTTY: true, columns: 40 });
	const bar = openProgressBar(world.effects, false);
	world.setClock(2000);
	bar.report(0, 1, `\u001b[2J${"x".repeat(300)}`);
	expect(world.err()).toBe(`\r\u001b[K.................... 0/1 ^[[2J${"x".repeat(9)}`);
});

it("is not drawn where nobody watches", () => {
	for (const world of [recordEffects(), recordEffects({ isTTY: true, env: { TERM: "dumb" } })]) {
		const bar = openProgressBar(world.effects, true);
		world.setClock(9000);
		bar.report(1, 4, "a.txt");
		bar.erase();
		expect(world.err()).toBe("");
	}
});

it("is drawn on a terminal that does not know its own width", () => {
	const world = recordEffects({ isTTY: true, columns: 0 });
	const bar = openProgressBar(world.effects, true);
	world.setClock(2000);
	bar.report(1, 4, "a.txt");
	expect(world.err()).toContain("1/4 a.txt");
});
