// The documents of a record, each with a trace of its mapping.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { type MappingTrace, type TraceInput, traceMapping } from '../../mappings/lib/trace/trace.ts'
import type { Chain } from '../chain.ts'
import type { Decoded, Event, Failure } from '../outcome.ts'

/** An event, the part of the record from which it was made, and its trace on demand. */
export interface Part {
  readonly event: Event
  /** Path of the part inside the record; empty for the record. */
  readonly path: string
  readonly input: TraceInput
  readonly trace: () => MappingTrace
}

function elementsOf(
  record: JsonObject,
  fanOut: string | undefined,
): { element: JsonObject; path: string; ordinal: number }[] {
  if (fanOut === undefined) return [{ element: record, path: '', ordinal: 0 }]
  const elements = record[fanOut]
  if (!Array.isArray(elements)) return []
  return elements.flatMap((element, ordinal) =>
    isObject(element) ? [{ element, path: `${fanOut}[${ordinal}]`, ordinal }] : [],
  )
}

/** Runs a record through the chain. A failed mapping also consumes a part of the record. */
export function processParts(chain: Chain, given: Decoded): (Part | Failure)[] {
  let next = 0
  let elements: ReturnType<typeof elementsOf> | undefined
  return chain.process(given).map((outcome) => {
    if (!outcome.ok) {
      if (outcome.code === 'time_missing' || outcome.code === 'mapping_failed') next++
      return outcome
    }
    // The chain may have added missing facts to the record.
    const { decoded } = outcome
    const compiled = chain.normalizer.mappingOf(decoded)
    elements ??= elementsOf(decoded.record, compiled?.mapping.fanOut)
    const part = elements[next++]
    if (compiled === undefined || part === undefined) throw new Error('a document without its part of the record')
    const { element, ordinal, path } = part
    const input: TraceInput = { record: decoded.record, element, ordinal, context: decoded.context }
    return { event: outcome, path, input, trace: () => traceMapping(compiled, input) }
  })
}
