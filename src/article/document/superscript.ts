const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Raised figures as characters of their own, so that "2031" with the mark of note 4 is not 20314 and
 * "10" with the exponent 6 is not 106. Other raised text comes back as it is.
 */
export function toSuperscript(text: string): string {
	return /^[\d,\s]+$/.test(text) ? text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit) : text;
}
