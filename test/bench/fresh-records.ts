// Any number of records from a few: each copy has an id of its own, so that none is a duplicate of another.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { decode } from '../../pipeline/decode/decode.ts'
import type { Decoded } from '../../pipeline/outcome.ts'

/** Decimal digits only: a Google qualifier is a number. */
const mark = '9007199254740993'

/** The record with the mark for its id. */
function marked({ kind, record }: Decoded): JsonObject {
  switch (kind) {
    case 'U':
      return { ...record, Id: mark }
    case 'G':
    case 'B':
      return { ...record, id: { ...(isObject(record.id) ? record.id : {}), uniqueQualifier: mark } }
    case 'C':
      return { ...record, alertId: mark }
    case 'L':
      return { ...record, insertId: mark }
    case 'A':
    case 'S':
    case 'R':
    case 'I':
    case 'D':
      return { ...record, id: mark }
    case 'M':
    case 'N':
      return { ...record, requestId: mark }
    default:
      return kind satisfies never
  }
}

/** The native records in raw values that `keep` likes, as texts around the place of their id. */
export function toMoulds(texts: Iterable<string>, keep: (decoded: Decoded) => boolean): string[][] {
  const moulds: string[][] = []
  for (const text of texts)
    for (const decoded of decode({ delivery: { source: 'bench', offset: '0' }, text }))
      if (decoded.ok && keep(decoded)) moulds.push(JSON.stringify(marked(decoded)).split(mark))
  return moulds
}

/** Record number `n`: the moulds in turn. */
export function freshRecord(moulds: readonly (readonly string[])[], n: number): string {
  return (moulds[n % moulds.length] as readonly string[]).join(String(1_000_000_000_000 + n))
}
