import { At, HEAD, type Signature, UNIT } from "./signature.ts";

/**
 * Names and places alone do not make one event: where a report of few terms is held against another
 * and the words that tell what happened add less than `ENOUGH_TOLD` to their likeness, it is lowered
 * in proportion, down to `LEAST_KEPT` of it when they add nothing.
 */
const SHORT_TERMS = 60;
const ENOUGH_TOLD = 0.01;
const LEAST_KEPT = 0.3;

/** What two articles share, each as far as the two tell it; the order of `EVIDENCE`. */
export const EVIDENCE = [
	"always",
	"words",
	"unequal lengths",
	"shortness",
	"figures",
	"persons",
	"persons unknown",
	"places",
	"places unknown",
	"phrases",
	"a day stated in both",
	"days stated in each, none in both",
	"years named in each, none in both",
] as const;

/**
 * Fills `into` with the evidence for one event in two articles, in the order of `EVIDENCE`, all 0 to 1.
 * Depends on the two alone and is the same from either side.
 *
 * @param aStart where the signature of the one starts in `a`, and `bStart` that of the other in `b`
 */
export function gatherEvidence(
	a: Signature,
	b: Signature,
	into: Float64Array,
	aStart: number = 0,
	bStart: number = 0,
): void {
	const [aTerms, bTerms] = [a[aStart + At.terms] ?? 0, b[bStart + At.terms] ?? 0];
	let [dot, told] = [0, 0];
	let [i, j] = [aStart + HEAD, bStart + HEAD];
	const [aEnd, bEnd] = [i + 2 * aTerms, j + 2 * bTerms];
	while (i < aEnd && j < bEnd) {
		const x = a[i] as number;
		const y = b[j] as number;
		if (x === y) {
			const v = a[i + 1] as number;
			const w = b[j + 1] as number;
			const product = (v >>> 1) * (w >>> 1);
			dot += product;
			if (v & w & 1) told += product;
			i += 2;
			j += 2;
		} else if (x < y) i += 2;
		else j += 2;
	}
	const [aLength, bLength] = [a[aStart + At.length] ?? 0, b[bStart + At.length] ?? 0];
	// Half way (geometrically) from the cosine to the share of the shorter article that the longer one has:
	// a brief and a long report of one event are alike.
	const stretch = Math.sqrt(Math.max(aLength, bLength, 1) / Math.max(Math.min(aLength, bLength), 1));
	const terms = Math.min(aTerms, bTerms);
	const event = terms <= SHORT_TERMS ? Math.min(1, ((told / UNIT / UNIT) * stretch) / ENOUGH_TOLD) : 1;
	const words = Math.min(1, (dot / UNIT / UNIT) * stretch) * (LEAST_KEPT + (1 - LEAST_KEPT) * event);
	const [aPhrases, bPhrases] = [aEnd, bEnd];
	const [aFigures, bFigures] = [aPhrases + (a[aStart + At.phrases] ?? 0), bPhrases + (b[bStart + At.phrases] ?? 0)];
	const [aPersons, bPersons] = [
		aFigures + 2 * (a[aStart + At.figures] ?? 0),
		bFigures + 2 * (b[bStart + At.figures] ?? 0),
	];
	const [aPlaces, bPlaces] = [
		aPersons + 3 * (a[aStart + At.persons] ?? 0),
		bPersons + 3 * (b[bStart + At.persons] ?? 0),
	];
	const [aDays, bDays] = [aPlaces + 2 * (a[aStart + At.places] ?? 0), bPlaces + 2 * (b[bStart + At.places] ?? 0)];
	const [aYears, bYears] = [aDays + (a[aStart + At.days] ?? 0), bDays + (b[bStart + At.days] ?? 0)];
	const [aLast, bLast] = [aYears + (a[aStart + At.years] ?? 0), bYears + (b[bStart + At.years] ?? 0)];
	const phrases = countShared(a, b, aPhrases, aFigures, bPhrases, bFigures);
	const figures = sumShared(a, b, aFigures, aPersons, bFigures, bPersons);
	const persons = comparePersons(a, b, aPersons, aPlaces, bPersons, bPlaces, event < 1);
	const places = aPlaces === aDays || bPlaces === bDays ? -1 : dotShared(a, b, aPlaces, aDays, bPlaces, bDays, 2);
	const days = countShared(a, b, aDays, aYears, bDays, bYears);
	const undated = (a[aStart + At.earliest] ?? 0) === 0 || (b[bStart + At.earliest] ?? 0) === 0;
	const otherYears =
		undated && aYears < aLast && bYears < bLast && countShared(a, b, aYears, aLast, bYears, bLast) === 0;
	into[0] = 1;
	into[1] = Math.sqrt(words);
	into[2] = 1 - 1 / stretch;
	into[3] = 1 / Math.sqrt(Math.max(terms, 24) + 1);
	into[4] = figures / (1 + figures);
	into[5] = Math.max(0, persons) * event;
	into[6] = persons < 0 ? 1 : 0;
	into[7] = Math.sqrt(Math.max(0, places)) * event;
	into[8] = places < 0 ? 1 : 0;
	into[9] = phrases === 0 ? 0 : Math.sqrt(phrases / Math.sqrt((aFigures - aPhrases) * (bFigures - bPhrases)));
	into[10] = days > 0 ? 1 : 0;
	into[11] = undated && days === 0 && aDays < aYears && bDays < bYears ? 1 : 0;
	into[12] = otherYears ? 1 : 0;
}

/** Sections of single words. */
function countShared(a: Signature, b: Signature, i: number, aEnd: number, j: number, bEnd: number): number {
	let shared = 0;
	while (i < aEnd && j < bEnd) {
		const x = a[i] as number;
		const y = b[j] as number;
		if (x === y) {
			shared++;
			i++;
			j++;
		} else if (x < y) i++;
		else j++;
	}
	return shared;
}

/** Sections of a hash and what it says: the sum over those that both have. */
function sumShared(a: Signature, b: Signature, i: number, aEnd: number, j: number, bEnd: number): number {
	let sum = 0;
	while (i < aEnd && j < bEnd) {
		const x = a[i] as number;
		const y = b[j] as number;
		if (x === y) {
			sum += Math.min(a[i + 1] as number, b[j + 1] as number);
			i += 2;
			j += 2;
		} else if (x < y) i += 2;
		else j += 2;
	}
	return sum / UNIT;
}

/** Sections of a hash and a share: the cosine. */
function dotShared(
	a: Signature,
	b: Signature,
	i: number,
	aEnd: number,
	j: number,
	bEnd: number,
	stride: number,
): number {
	let dot = 0;
	while (i < aEnd && j < bEnd) {
		const x = a[i] as number;
		const y = b[j] as number;
		if (x === y) {
			dot += (a[i + 1] as number) * (b[j + 1] as number);
			i += stride;
			j += stride;
		} else if (x < y) i += stride;
		else j += stride;
	}
	return Math.min(1, dot / UNIT / UNIT);
}

/**
 * The cosine of the persons; -1 when either article names nobody. Two people of one surname ("Ada
 * Vane" and "Ivo Vane", not "Joe" and "Joseph") are asked about only where the events are hardly
 * alike, since one report of a family names the mother and the next the son.
 */
function comparePersons(
	a: Signature,
	b: Signature,
	i: number,
	aEnd: number,
	j: number,
	bEnd: number,
	askNamesakes: boolean,
): number {
	if (!namesPersons(a, i, aEnd) || !namesPersons(b, j, bEnd)) return -1;
	if (askNamesakes && shareNamesakes(a, b, i, aEnd, j, bEnd)) return 0;
	return dotShared(a, b, i, aEnd, j, bEnd, 3);
}

function namesPersons(signature: Signature, start: number, end: number): boolean {
	for (let i = start; i < end; i += 3) if ((signature[i + 1] as number) > 0) return true;
	return false;
}

function shareNamesakes(a: Signature, b: Signature, i: number, aEnd: number, j: number, bEnd: number): boolean {
	let found = false;
	while (i < aEnd && j < bEnd) {
		const x = a[i] as number;
		const y = b[j] as number;
		if (x === y) {
			const [own, other] = [a[i + 2] as number, b[j + 2] as number];
			if (own === 0 || other === 0 || (own & other) !== 0) return false;
			found = true;
			i += 3;
			j += 3;
		} else if (x < y) i += 3;
		else j += 3;
	}
	return found;
}
