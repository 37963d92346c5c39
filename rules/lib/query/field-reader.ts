// Reads a field of a document as Elasticsearch sees the field. For code that reads the same field of every document:
// the possible member names are computed once.
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'
import { isObject, type Json } from '../../../mappings/kernel/json.ts'

/** The member names to try at one level of a document, and the next level for each name. */
type Step = readonly { readonly name: string; readonly level: number }[]

export interface FieldReader {
  /** Returns all values of the field: flattens arrays and arrays of objects; null and absent members give no value. */
  values(document: object): Json[]
  /** Whether any value of the field passes a test. */
  some(document: object, test: (value: Json) => boolean): boolean
}

const readers = boundedCache<FieldReader>({ limit: 10_000 })

/** Our own groups: the mapping never writes a dot into the name of a member, and each further name costs time. */
const ownGroups: ReadonlySet<string | undefined> = new Set(['oauth', 'saas'])

/** Returns a reader of a dotted field. A member name may contain dots, and `*` matches every member of an object. */
export const fieldReader = (field: string): FieldReader => readers(field, makeReader)

function makeReader(field: string): FieldReader {
  const segments = field.split('.')
  const most = ownGroups.has(segments[0]) ? 1 : segments.length
  const steps: readonly Step[] = segments.map((_, from) =>
    segments
      .slice(from, from + most)
      .map((_, i) => ({ name: memberName(segments.slice(from, from + i + 1)), level: from + i + 1 })),
  )
  return {
    values(document) {
      const found: Json[] = []
      visit(document, steps, 0, (value) => {
        found.push(value)
        return false
      })
      return found
    },
    some: (document, test) => visit(document, steps, 0, test),
  }
}

/** V8 finds members faster by a string that was a member name: it compares a concatenated string by characters. */
const memberName = (segments: readonly string[]): string => Object.keys({ [segments.join('.')]: true })[0] as string

/** Stops at the first value that passes. */
function visit(value: unknown, steps: readonly Step[], level: number, test: (value: Json) => boolean): boolean {
  if (value === null || value === undefined) return false
  if (Array.isArray(value)) {
    for (const element of value) if (visit(element, steps, level, test)) return true
    return false
  }
  const step = steps[level]
  if (step === undefined) return test(value as Json)
  if (!isObject(value)) return false
  // Index loop for speed: an iterator and a pair for each name would cost the most here.
  for (let i = 0; i < step.length; i++) {
    const { name, level: next } = step[i] as Step[number]
    if (name === '*') {
      for (const each of Object.values(value)) if (visit(each, steps, next, test)) return true
      continue
    }
    const member = value[name]
    if (member !== undefined && visit(member, steps, next, test)) return true
  }
  return false
}
