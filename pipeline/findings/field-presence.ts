// Which of many fields a document has, in one walk over it: most groups of fields are absent as a whole.
import { isObject } from '../../mappings/kernel/json.ts'
import { splitPath } from '../../mappings/kernel/path.ts'

interface Node {
  /** The place of the field that ends here. */
  field?: number
  readonly below: Map<string, Node>
}

/** True when there is a value anywhere in it. */
function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasValue)
  return value !== undefined && value !== null
}

/**
 * Compiles the search for fields by their dotted names. It returns the indexes, in the list of names, of the fields in
 * a document. It descends into lists as Elasticsearch does, but not into a member with dots in its own name.
 */
export function compilePresence(names: readonly string[]): (document: object) => ReadonlySet<number> {
  const root: Node = { below: new Map() }
  for (const [field, name] of names.entries()) {
    let node = root
    for (const segment of splitPath(name)) {
      let next = node.below.get(segment)
      if (next === undefined) {
        next = { below: new Map() }
        node.below.set(segment, next)
      }
      node = next
    }
    node.field = field
  }

  function walk(value: unknown, node: Node, found: Set<number>): void {
    if (Array.isArray(value)) {
      for (const element of value) walk(element, node, found)
      return
    }
    if (!isObject(value)) return
    for (const [segment, next] of node.below) {
      const member = value[segment]
      if (member === undefined) continue
      if (next.field !== undefined && hasValue(member)) found.add(next.field)
      if (next.below.size > 0) walk(member, next, found)
    }
  }

  return (document) => {
    const found = new Set<number>()
    walk(document, root, found)
    return found
  }
}
