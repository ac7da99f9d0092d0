/**
 * How much a word says: high for rare words, near zero for function words. Given by the shipped
 * table of term rarities; `0` leaves a word out of every comparison.
 *
 * @param stem stem of a folded word (see `stemOf`)
 */
export type WeightOf = (stem: string) => number;

/** From this weight on a word says something; below it stand articles, pronouns, auxiliaries and the like. */
export const TELLING = 0.15;

/**
 * From this weight on, leaving a word out or adding it may change what is said; below it are words such
 * as "our", "both" and "still" too. Read off the shipped table.
 */
export const WEIGHTY = 0.3;
