// A member whose shape contradicts its index type would make Elasticsearch refuse the whole document. It is kept as JSON
// text under another name instead.
import type { FieldType } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'
import type { Vendor } from './mapping.ts'

const objectTypes: ReadonlySet<FieldType> = new Set(['flattened', 'object', 'nested'])

/** True when every value is an object for a type that takes objects, and none is one for a type that takes scalars. */
function fits(value: Json, takesObjects: boolean): boolean {
  return Array.isArray(value) ? value.every((member) => fits(member, takesObjects)) : isObject(value) === takesObjects
}

/** Compiles the guard of a vendor block: it looks at the members directly below the root. */
export function compileTypeGuard({ root, fields }: Vendor): (block: JsonObject) => void {
  const takesObjects = new Map<string, boolean>()
  for (const [name, { type }] of Object.entries(fields)) {
    const member = name.slice(root.length + 1)
    if (name.startsWith(`${root}.`) && !member.includes('.')) takesObjects.set(member, objectTypes.has(type))
  }
  return (block) => {
    for (const member in block) {
      const value = block[member]
      if (value === undefined || value === null) continue
      const objects = takesObjects.get(member)
      if (objects === undefined || fits(value, objects)) continue
      block[`${member}_str`] = JSON.stringify(value)
      block[member] = undefined
    }
  }
}
