/** What grouping has done since it was made, in steps that no machine changes; bench/scale prints it. */
export class WorkCounts {
	/** Posting rows that articles were put in and taken from. */
	rows = 0;
	/** Two articles held against each other to find a place in a row. */
	placed = 0;
	/** Entries of rows that were moved to make or close a gap. */
	moved = 0;
	/** Entries that were read from rows. */
	read = 0;
	/** Different articles among them. */
	met = 0;
	/** Pairs of articles weighed: met when one was added, met anew when one left, and in one part. */
	weighedOnAdding = 0;
	weighedOnRemoving = 0;
	weighedInParts = 0;
	/** Ties that were looked at because another article came between the two. */
	questioned = 0;
	/** Articles in the parts that were found, and in those that were clustered. */
	connected = 0;
	clustered = 0;
	/** Pairs of articles in the parts that were clustered. */
	clusteredPairs = 0;
}
