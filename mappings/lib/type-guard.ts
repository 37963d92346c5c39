// A member whose shape contradicts its index type would make Elasticsearch refuse the whole document. It is kept as JSON
// text under another name instead.
import type { FieldType } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'
import { withoutEmpty } from './clean.ts'
import type { Vendor } from './mapping.ts'

const objectTypes: ReadonlySet<FieldType> = new Set(['flattened', 'object', 'nested'])

/** True when every value is an object for a type that takes objects, and none is one for a type that takes scalars. */
function fits(value: Json, takesObjects: boolean): boolean {
  return Array.isArray(value) ? value.every((member) => fits(member, takesObjects)) : isObject(value) === takesObjects
}

/**
 * Compiles the last look at a vendor block that took over a record's members: each that steps have set is rid of what is
 * empty in it, and each that does not fit its type is moved. True when a member is left.
 */
export function compileTypeGuard({ root, fields }: Vendor): (block: JsonObject, record: JsonObject) => boolean {
  const types: Record<string, boolean> = {}
  for (const [name, { type }] of Object.entries(fields)) {
    const member = name.slice(root.length + 1)
    if (name.startsWith(`${root}.`) && !member.includes('.')) types[member] = objectTypes.has(type)
  }
  // By way of member names: these are compared by address, other texts by content.
  const takesObjects = new Map(Object.entries(types))

  function isMoved(block: JsonObject, member: string, value: Json): boolean {
    const objects = takesObjects.get(member)
    if (objects === undefined || value === null || fits(value, objects)) return false
    block[`${member}_str`] = JSON.stringify(value)
    block[member] = undefined
    return true
  }

  return (block, record) => {
    let filled = false
    for (const member in block) {
      const value = block[member]
      if (value === undefined) continue
      if (isMoved(block, member, value)) {
        filled = true
        continue
      }
      // Members of the record have been looked at when they were taken over.
      const isNew = typeof value === 'object' ? value !== record[member] : value === ''
      const kept = isNew ? withoutEmpty(value) : value
      if (kept !== undefined) filled = true
      if (kept !== value) block[member] = kept
    }
    return filled
  }
}
