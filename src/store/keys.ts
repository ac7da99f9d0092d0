/** An id of sixteen hexadecimal digits as the 63-bit number that a column holds. Throws an Error for anything else. */
export function toKey(id: string): bigint {
	if (!/^[0-7][0-9a-f]{15}$/.test(id)) throw new Error(`"${id}" is no id: sixteen hexadecimal digits of 63 bits`);
	return BigInt(`0x${id}`);
}

export function toId(key: bigint): string {
	return key.toString(16).padStart(16, "0");
}

/** A text as a column can hold it: without NUL and half characters, which become U+FFFD. */
export function toStored(text: string): string {
	return text.toWellFormed().replaceAll("\0", "\ufffd");
}
