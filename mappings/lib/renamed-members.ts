// Copies large objects with other member names. V8 turns a large object that is built member by member into a hash
// table, which is slow for all later code. A copy of a parsed object stays fast. Therefore, this module parses one
// object for each sequence of names, and fills copies of it.
import type { Json, JsonObject } from '../kernel/json.ts'
import { makeNameTree } from './name-tree.ts'

interface Layout {
  /** The new name of each member, in their order; undefined for one that is left out. */
  readonly names: readonly (string | undefined)[]
  readonly empty: JsonObject
}

/**
 * Creates the copy function. `rename` returns the new name of a member, or undefined to omit it. `convert` returns its
 * value, which may be undefined. If two members get the same name, the later member counts.
 */
export function renamedMembers(
  rename: (name: string) => string | undefined,
  convert: (value: Json) => Json | undefined,
): (object: JsonObject) => JsonObject {
  const find = makeNameTree<Layout>()

  function toLayout(object: JsonObject): Layout {
    const names = Object.keys(object).map((member) => {
      const name = rename(member)
      // An own member with this name would become the prototype of copies.
      return name === '__proto__' ? undefined : name
    })
    const kept = names.filter((name) => name !== undefined)
    return { names, empty: JSON.parse(JSON.stringify(Object.fromEntries(kept.map((name) => [name, null])))) }
  }

  return (object) => {
    const node = find(object)
    const { names, empty } = node?.value ?? toLayout(object)
    if (node !== undefined) node.value ??= { names, empty }
    const copy = { ...empty } as Record<string, Json | undefined>
    let place = 0
    for (const member in object) {
      const name = names[place++]
      if (name !== undefined) copy[name] = convert(object[member] as Json)
    }
    return copy as JsonObject
  }
}
