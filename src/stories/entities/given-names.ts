/** Whether given names can be of one person: each of the shorter ones is the same or its initial. */
export function opensLike(longer: string, shorter: string): boolean {
	const long = longer.split(" ");
	return shorter.split(" ").every((part, i) => part === long[i] || (part.length === 1 && long[i]?.startsWith(part)));
}
