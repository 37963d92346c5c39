// Decodes a value and reports the formats recognized on the way to each record.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import type { RefusedValue } from '../framing/piece.ts'
import type { Decoded, Failure, RawValue } from '../outcome.ts'
import { rowOf } from './decision-table.ts'
import { decodeWith } from './decode.ts'
import { type Place, type Row, Walk } from './walk.ts'

/** A format that the decision table recognized, and its path in the value (empty for the whole value). */
export interface FormatStep {
  readonly format: string
  readonly element: string
}

class TracingWalk extends Walk {
  readonly steps: FormatStep[] = []

  protected override take(row: Row, value: JsonObject, place: Place): void {
    this.steps.push({ format: row.name, element: place.element })
    super.take(row, value, place)
  }
}

function encloses(outer: string, element: string): boolean {
  return outer === '' || outer === element || (element.startsWith(outer) && /^[.[]/.test(element.slice(outer.length)))
}

/** Returns the results of `decode`, each with its enclosing formats, the outermost first. */
export function decodeTraced(
  raw: RawValue | RefusedValue,
): { readonly result: Decoded | Failure; readonly formats: readonly FormatStep[] }[] {
  const walk = new TracingWalk(raw.delivery, rowOf)
  return decodeWith(walk, raw).map((result) => ({
    result,
    formats: walk.steps.filter(({ element }) => encloses(element, result.element)),
  }))
}
