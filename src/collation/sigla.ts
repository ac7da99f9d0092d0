/** A, B, …, Z, AA, AB, … for the reports of a record, by their index in it. For reading only. */
export function siglumOf(index: number): string {
	let rest = index;
	let siglum = "";
	do {
		siglum = String.fromCharCode(65 + (rest % 26)) + siglum;
		rest = Math.floor(rest / 26) - 1;
	} while (rest >= 0);
	return siglum;
}
