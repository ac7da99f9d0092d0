/** From this length on one letter may differ: a name in two spellings. */
const LEAST_LONG = 5;

/** Whether two folded words are one but for a letter put in, left out or changed; short ones must be equal. */
export function isNear(a: string, b: string): boolean {
	if (a === b) return true;
	if (Math.min(a.length, b.length) < LEAST_LONG || Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
	return Math.max(a.length, b.length) - start - end <= 1;
}
