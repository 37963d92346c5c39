// `npm run test:deep` tries everything; `npm test` tries a sample, which a seed chooses.
import { dice, shuffled } from './dice.ts'

/** True in `npm run test:deep`. */
export const isDeep = process.env.CONSENTRY_DEEP === '1'

/** The seed of the sample: CI sets another one for each commit. */
export const seed = Number(process.env.CONSENTRY_SEED ?? 1)

/** All items in a deep run, else one of `every`, at least one. */
export function sampleOf<T>(items: readonly T[], every: number): readonly T[] {
  return isDeep ? items : shuffled(items, dice(seed)).slice(0, Math.ceil(items.length / every))
}
