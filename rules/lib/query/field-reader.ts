// Reads a field of a document as Elasticsearch sees it. For code that reads the same field of every document: computes
// the possible member names once.
import { isObject, type Json } from '../../../mappings/kernel/json.ts'

/** From one level of a document: the member names to try, and the level that each leads to. */
type Step = readonly { readonly name: string; readonly level: number }[]

export interface FieldReader {
  /** Every value of the field: arrays and arrays of objects are flattened, null and absent give nothing. */
  values(document: object): Json[]
  /** Whether any value of the field passes a test. */
  some(document: object, test: (value: Json) => boolean): boolean
}

/** A reader of a dotted field; a member name may itself hold dots, and a `*` stands for every member of an object. */
export function fieldReader(field: string): FieldReader {
  const segments = field.split('.')
  const steps: readonly Step[] = segments.map((_, from) =>
    segments.slice(from).map((_, i) => ({
      name: memberName(segments.slice(from, from + i + 1)),
      level: from + i + 1,
    })),
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

/** V8 finds a member faster by a name that has been one: a joined text is looked up by its characters each time. */
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
  // Counted: an iterator and a pair for each name is what this costs most.
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
