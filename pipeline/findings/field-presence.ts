// Which of many fields a document has, in one walk over it: most groups of fields are absent as a whole.
import { isObject } from '../../mappings/kernel/json.ts'
import { splitPath } from '../../mappings/kernel/path.ts'

interface Node {
  readonly segment: string
  /** The index of the field that ends at this node. */
  field?: number
  readonly below: Node[]
}

function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasValue)
  return value !== undefined && value !== null
}

/**
 * Compiles the search for fields by their dotted names. It returns the indexes, in the list of names, of the fields in
 * a document. It descends into lists as Elasticsearch does, but not into a member with dots in its own name.
 */
export function compilePresence(names: readonly string[]): (document: object) => readonly number[] {
  const root: Node = { segment: '', below: [] }
  for (const [field, name] of names.entries()) {
    let node = root
    for (const segment of splitPath(name)) {
      let next = node.below.find((each) => each.segment === segment)
      if (next === undefined) {
        next = { segment, below: [] }
        node.below.push(next)
      }
      node = next
    }
    node.field = field
  }

  function walk(value: unknown, below: readonly Node[], found: number[]): void {
    if (Array.isArray(value)) for (const element of value) walk(element, below, found)
    else if (isObject(value))
      for (const { segment, field, below: further } of below) {
        const member = value[segment]
        if (member === undefined) continue
        if (field !== undefined && hasValue(member) && !found.includes(field)) found.push(field)
        if (further.length > 0) walk(member, further, found)
      }
  }

  return (document) => {
    const found: number[] = []
    walk(document, root.below, found)
    return found
  }
}
