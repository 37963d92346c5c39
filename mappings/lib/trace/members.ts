// The fate of each member of a record.
import { isObject, type Json, type JsonObject } from '../../kernel/json.ts'
import type { Mapping } from '../mapping.ts'
import { isCataloged } from '../vendor-catalog.ts'
import { elementStep, memberPath, type Read } from './watch.ts'

/**
 * `used`: a row or step read the member. `kept`: nothing read it, and the vendor block contains it under its own name.
 * `unmapped`: the same, but the name is not in the catalog, so no query finds it as a field. `omitted`: the document
 * does not contain it, and the mapping gives the reason. `dropped`: the document does not contain it.
 */
type MemberFate = 'used' | 'kept' | 'unmapped' | 'omitted' | 'dropped'

export interface MemberTrace {
  readonly path: string
  readonly value: Read['value']
  readonly fate: MemberFate
  /** The field of a member that the vendor block keeps under its own name. */
  readonly field?: string
}

export interface Leaf {
  /** The path for a reader of the record. */
  readonly path: string
  /** The same path without list elements: the field name in Elasticsearch. */
  readonly field: string
  readonly value: Read['value']
}

/** Returns every scalar that is not empty. */
export function leavesOf(value: Json | undefined, path = '', field = '', out: Leaf[] = []): Leaf[] {
  if (Array.isArray(value))
    for (const [index, element] of value.entries()) leavesOf(element, path + elementStep(element, index), field, out)
  else if (isObject(value))
    for (const [name, member] of Object.entries(value))
      leavesOf(member, memberPath(path, name), memberPath(field, name), out)
  else if (value !== undefined && value !== null && value !== '') out.push({ path, field, value })
  return out
}

/** True when the document's vendor block still has the member under its own name. */
function stands(vendor: JsonObject, name: string): boolean {
  return Object.hasOwn(vendor, name) && vendor[name] !== undefined
}

/**
 * Returns the fate of every leaf. `read` contains the paths that rows and steps read. `taken` contains the paths of
 * lists and objects that they stored completely.
 */
export function membersOf(
  { vendor: { root, fields, content }, omits = {} }: Mapping,
  leaves: readonly Leaf[],
  vendor: JsonObject,
  read: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): MemberTrace[] {
  const wholes = [...taken]
  return leaves.map(({ path, field: name, value }): MemberTrace => {
    const inside = (whole: string) => path.startsWith(whole) && /^[.[]/.test(path.slice(whole.length))
    if (read.has(path) || wholes.some(inside)) return { path, value, fate: 'used' }
    const [top = ''] = name.split('.', 1)
    if (content !== 'members' || !stands(vendor, top))
      return { path, value, fate: Object.hasOwn(omits, top) ? 'omitted' : 'dropped' }
    const field = `${root}.${name}`
    return { path, value, field, fate: isCataloged(fields, field) ? 'kept' : 'unmapped' }
  })
}
