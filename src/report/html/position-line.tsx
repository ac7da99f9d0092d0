import type { Position } from "../../model/record.ts";
import { describeDate } from "../view/date-words.ts";
import type { Html } from "./parts.tsx";
import { layOutTime, rangeOf } from "./time-axis.ts";

const WIDTH = 720;
const MARGIN = 24;
/** From the top, in pixels: where what supports, what takes no side, and what opposes stands. */
const LEVELS = { for: 14, none: 34, against: 54 } as const;
const HEIGHT = 68;

/** The positions of a ledger along the days: above the line what supports, below it what opposes. */
export function PositionLine({
	ledger,
}: {
	readonly ledger: readonly Pick<Position, "id" | "when" | "stance">[];
}): Html {
	const dated = ledger.flatMap((position) => {
		const range = rangeOf(position.when);
		return range ? [{ position, range }] : [];
	});
	const axis = layOutTime(
		dated.map(({ range }) => range),
		WIDTH,
		MARGIN,
	);
	if (!axis || dated.every(({ position }) => position.stance === null)) return null;
	return (
		<figure class="timeline">
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 24}`}>
				<title>Positions by day: supporting above, opposing below</title>
				{axis.ticks.map(({ x, label }) => (
					<>
						<line class="tick" x1={x} y1={0} x2={x} y2={HEIGHT} />
						<text class="tick" x={x} y={HEIGHT + 16} text-anchor="middle">
							{label}
						</text>
					</>
				))}
				<line class="tick" x1={MARGIN} y1={LEVELS.none} x2={WIDTH - MARGIN} y2={LEVELS.none} />
				{dated.map(({ position, range }) => (
					<a href={`#o-${position.id}`}>
						<title>
							{describeDate(position.when)}: {position.stance ?? "takes no side"}
						</title>
						<circle class={position.stance ?? "none"} cx={axis.x(range.start)} cy={levelOf(position)} r={5} />
					</a>
				))}
			</svg>
			<figcaption class="note">
				<span class="side supports">●</span> supports <span class="side opposes">●</span> opposes{" "}
				<span class="side">●</span> other, or no side taken
			</figcaption>
		</figure>
	);
}

function levelOf({ stance }: Pick<Position, "stance">): number {
	return stance === "supports" ? LEVELS.for : stance === "opposes" ? LEVELS.against : LEVELS.none;
}
