// Which of many fields a document has, in one walk over it: most groups of fields are absent as a whole.
import { isObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { splitPath } from '../../mappings/kernel/path.ts'

interface Node {
  /** The index of the field that ends at this node. */
  field?: number
  readonly below: Map<string, Node>
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
  const root: Node = { below: new Map() }
  for (const [field, name] of names.entries()) {
    let node = root
    for (const segment of splitPath(name)) node = lookedUp(node.below, segment, (): Node => ({ below: new Map() }))
    node.field = field
  }

  function walk(value: unknown, below: Node['below'], found: number[]): void {
    if (Array.isArray(value)) for (const element of value) walk(element, below, found)
    else if (isObject(value))
      for (const name in value) {
        const node = below.get(name)
        if (node === undefined) continue
        const member = value[name]
        if (node.field !== undefined && hasValue(member) && !found.includes(node.field)) found.push(node.field)
        if (node.below.size > 0) walk(member, node.below, found)
      }
  }

  return (document) => {
    const found: number[] = []
    walk(document, root.below, found)
    return found
  }
}
