// `npm run test:deep` tests everything; `npm test` tests a sample, which a seed selects.
import { dice, shuffled } from './dice.ts'

export const isDeep = process.env.CONSENTRY_DEEP === '1'

/** The seed of the sample: CI sets another one for each commit. */
export const seed = Number(process.env.CONSENTRY_SEED ?? 1)

/** The rounds of a test with random values: all in a deep run, an eighth on a commit. */
export const rounds = (deep: number): number => (isDeep ? deep : Math.ceil(deep / 8))

/** Returns all items in a deep run; otherwise one of `every` items, but at least one, in order. */
export function sampleOf<T>(items: readonly T[], every: number): readonly T[] {
  const sample = new Set(shuffled(items, dice(seed)).slice(0, Math.ceil(items.length / every)))
  return isDeep ? items : items.filter((item) => sample.has(item))
}
