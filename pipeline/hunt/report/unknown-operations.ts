// The operations of an input that the mapping tables do not contain: a vendor may have added them.
import type { Normalizer } from '../../normalize/normalize.ts'

export interface UnknownOperation {
  /** In lower case, without the full stop of some logs. */
  readonly name: string
  readonly count: number
}

export const operationName = (action: string): string => action.toLowerCase().replace(/\.$/, '')

/** The lookup of an operation in the unified audit log also contains its record type. */
const ofType = / of record type \d+$/

/** The most frequent ones first. Each operation has a category, so a missing one identifies an unknown operation. */
export function unknownOperations({ mappings }: Normalizer): UnknownOperation[] {
  return mappings
    .flatMap(({ otherwise }) => [...(otherwise.get('event.category') ?? [])])
    .map(([text, count]) => ({ name: operationName(text.replace(ofType, '')), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
