// Copies of large objects under other member names. An object that is put together member by member becomes a hash table
// when it is large, which all that is behind reads and writes slowly; a copy of an object that was parsed does not. So one
// is parsed for each sequence of names that comes, and copies of it are filled.
import type { Json, JsonObject } from '../kernel/json.ts'
import { makeNameTree } from './name-tree.ts'

interface Layout {
  /** The new name of each member, in their order; undefined for one that is left out. */
  readonly names: readonly (string | undefined)[]
  readonly empty: JsonObject
}

/**
 * Makes the copy: `rename` gives the new name of a member, or undefined where it is left out; `convert` its value, which
 * may be undefined. Of two members that get one name the later counts.
 */
export function renamedMembers(
  rename: (name: string) => string | undefined,
  convert: (value: Json) => Json | undefined,
): (object: JsonObject) => JsonObject {
  const find = makeNameTree<Layout>()

  function toLayout(object: JsonObject): Layout {
    const names = Object.keys(object).map((member) => {
      const name = rename(member)
      // As an own member it would become the prototype of copies.
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
