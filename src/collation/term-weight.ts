/**
 * How much a word says: high for rare words, near zero for function words. Given by the shipped
 * table of term rarities; `0` leaves a word out of every comparison.
 *
 * @param stem stem of a folded word (see `stemOf`)
 */
export type WeightOf = (stem: string) => number;
