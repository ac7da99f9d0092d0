/** "1 report", "1,200 reports"; `plural` where adding an s is wrong. */
export function countOf(count: number, singular: string, plural: string = `${singular}s`): string {
	return `${groupDigits(count)} ${count === 1 ? singular : plural}`;
}

/** 1234567 as "1,234,567". */
export function groupDigits(value: number): string {
	return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
