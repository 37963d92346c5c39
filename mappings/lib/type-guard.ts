// Elasticsearch would refuse a whole document with a member whose shape contradicts its index type, or whose name is
// not a valid path. Such a value is kept as JSON text under another name, and reported.
import { type FieldType, longestIndexed } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'
import { lookedUp } from '../kernel/looked-up.ts'
import { splitPath } from '../kernel/path.ts'
import { withoutEmpty } from './clean.ts'
import { shortenTexts } from './shorten-texts.ts'
import type { Vendor } from './vendor.ts'

/** The index mapping at a path: a value, an object with any contents, or an object with mapped members. */
interface Place {
  kind: 'value' | 'flattened' | 'object'
  readonly below: Map<string, Place>
}

const valueless: ReadonlySet<FieldType> = new Set(['object', 'nested'])

function placesOf({ root, fields, open }: Vendor): Place {
  const top: Place = { kind: 'object', below: new Map() }
  const at = (name: string): Place => {
    let place = top
    for (const segment of splitPath(name.slice(root.length + 1)))
      place = lookedUp(place.below, segment, () => ({ kind: 'object', below: new Map() }))
    return place
  }
  for (const [name, { type }] of Object.entries(fields)) {
    if (!name.startsWith(`${root}.`) || valueless.has(type)) continue
    at(name).kind = type === 'flattened' ? 'flattened' : 'value'
  }
  for (const name of [...open, ...Object.keys(fields).filter((one) => valueless.has(fields[one]?.type as FieldType))]) {
    if (name.startsWith(`${root}.`)) at(name)
  }
  return top
}

/** `flattened` refuses objects deeper than 20, and terms of more than 32,766 bytes. A term includes the path. */
const deepest = 16
const longestName = 100

/** Returns true for a name that cannot be a path. */
function isPlain(name: string): boolean {
  const first = name.charCodeAt(0)
  return first > 0x20 && first < 0x7f && !name.includes('.')
}

/** A name that is not a path with an empty step, and not a path into a neighboring value. */
function safeName(name: string, places: Place | undefined): string {
  if (isPlain(name)) return name
  const steps = name.split('.')
  if (steps.length > 1 && places?.below.has(steps[0] as string)) return name.replaceAll('.', '_')
  return steps.map((step) => (step.trim() === '' ? '_' : step)).join('.')
}

function holdsObject(value: Json): boolean {
  return Array.isArray(value) ? value.some(holdsObject) : isObject(value)
}

/** Returns true if the value needs no change. This check allocates nothing, because nearly all values fit. */
function fits(value: Json, place: Place | undefined): boolean {
  if (typeof value !== 'object' || value === null) return place === undefined || place.kind === 'value'
  if (place?.kind === 'value') return !holdsObject(value)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const member = value[i] as Json
      if (place !== undefined && !isObject(member)) return false
      if (!fits(member, place)) return false
    }
    return true
  }
  if (place?.kind === 'flattened') return isFlat(value, 1)
  for (const name in value) if (!memberFits(name, value[name], place)) return false
  return true
}

/** Does the same for a member of an object. Mapped names are always plain. */
function memberFits(name: string, value: Json | undefined, place: Place | undefined): boolean {
  const below = place?.below.get(name)
  return (below !== undefined || isPlain(name)) && (value === undefined || value === null || fits(value, below))
}

/** True for content that `flattened` takes, and indexes whole. */
export function isFlat(value: Json, depth: number): boolean {
  if (typeof value === 'string') return value.length <= longestIndexed.flattened
  if (typeof value !== 'object' || value === null) return true
  if (depth > deepest) return false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isFlat(value[i] as Json, depth)) return false
    return true
  }
  for (const name in value) {
    if (name.length > longestName || name.includes('\0') || !isFlat(value[name] as Json, depth + 1)) return false
  }
  return true
}

type Misfit = (path: string) => void

/** The state of a vendor block after the last check. */
export type Filling = 'empty' | 'filled' | 'truncated'

class Guard {
  /** Whether a text was cut to what `flattened` indexes. */
  cut = false
  private readonly misfit: Misfit
  /** The number of uses of each safe name: any number of names may get the same safe name. */
  private readonly taken = new Map<string, number>()

  constructor(misfit: Misfit) {
    this.misfit = misfit
  }

  /** Makes the members fit: in place for the block itself, in a copy for nested objects, which the record shares. */
  fit(object: JsonObject, places: Place | undefined, path: string, own: boolean): JsonObject {
    let out = own ? object : undefined
    for (const name of Object.keys(object)) {
      const value = object[name]
      if (value === undefined || value === null) continue
      const safe = this.freeName(safeName(name, places), name, out ?? object)
      const place = places?.below.get(name)
      const { kept, rest } = this.value(value, place, `${path}.${name}`)
      if (kept === value && safe === name) continue
      out ??= { ...object }
      if (safe !== name) Reflect.deleteProperty(out, name)
      if (kept !== undefined) out[safe] = kept
      else if (safe === name) out[name] = undefined
      if (rest === undefined) continue
      out[`${safe}_str`] = JSON.stringify(rest)
      this.misfit(`${path}.${name}`)
    }
    return out ?? object
  }

  /** Two names may get the same safe name. Both values are kept: the later value gets a number. */
  private freeName(safe: string, name: string, object: JsonObject): string {
    if (safe === name || object[safe] === undefined) return safe
    let free = `${safe}_`
    while (object[free] !== undefined) {
      const taken = (this.taken.get(safe) ?? 1) + 1
      this.taken.set(safe, taken)
      free = `${safe}_${taken}`
    }
    return free
  }

  /** Returns the part of the value that can stay at the path, and the part to keep as text. */
  private value(value: Json, place: Place | undefined, path: string): { kept: Json | undefined; rest?: Json } {
    if (place === undefined) return { kept: this.unknown(value) }
    switch (place.kind) {
      case 'value':
        return holdsObject(value) ? { kept: undefined, rest: value } : { kept: value }
      case 'flattened':
        return this.objects(value, (object) => {
          const { value: short, cut } = shortenTexts(object)
          this.cut ||= cut
          return flatten(cut ? (short as JsonObject) : object, 1)
        })
      case 'object':
        return this.objects(value, (object) => this.fit(object, place, path, false))
      default:
        return place.kind satisfies never
    }
  }

  private objects(value: Json, toFit: (object: JsonObject) => JsonObject): { kept: Json | undefined; rest?: Json } {
    if (isObject(value)) return { kept: toFit(value) }
    if (!Array.isArray(value)) return { kept: undefined, rest: value }
    const members = value.flat(8) as Json[]
    const kept = members.filter((member) => member === null || isObject(member))
    const rest = members.filter((member) => member !== null && !isObject(member))
    const fitted = kept.map((member) => (isObject(member) ? toFit(member) : member))
    const same = rest.length === 0 && value.length === fitted.length && fitted.every((one, i) => one === value[i])
    return { kept: same ? value : fitted.length === 0 ? undefined : fitted, ...(rest.length > 0 && { rest }) }
  }

  /** Makes the names in a value without an index mapping valid. */
  private unknown(value: Json): Json {
    if (isObject(value)) return this.fit(value, undefined, '', false)
    if (!Array.isArray(value) || !holdsObject(value)) return value
    const fitted = value.map((member) => this.unknown(member))
    return fitted.every((member, i) => member === value[i]) ? value : fitted
  }
}

/** Returns `flattened` content: limited depth, no long names, no NUL in names (it separates name and value). */
export function flatten(object: JsonObject, depth: number): JsonObject {
  let out: JsonObject | undefined
  for (const name of Object.keys(object)) {
    const value = object[name] as Json
    const safe =
      name.includes('\0') || name.length > longestName ? name.replaceAll('\0', '_').slice(0, longestName) : name
    const kept = flattenValue(value, depth)
    if (kept === value && safe === name) continue
    out ??= { ...object }
    if (safe !== name) Reflect.deleteProperty(out, name)
    out[safe] = kept
  }
  return out ?? object
}

function flattenValue(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value
  if (!holdsObject(value)) return value
  if (depth >= deepest) return JSON.stringify(value).slice(0, 8191)
  if (isObject(value)) return flatten(value, depth + 1)
  const fitted = (value as Json[]).map((member) => flattenValue(member, depth))
  return fitted.every((member, i) => member === (value as Json[])[i]) ? value : fitted
}

/**
 * Compiles the last check of a vendor block: it removes empty values from each member that steps have set, and keeps
 * values that do not fit their index as text; `problem` receives their full names.
 */
export function compileTypeGuard(
  vendor: Vendor,
): (block: JsonObject, record: JsonObject | undefined, problem: (text: string) => void) => Filling {
  const places = placesOf(vendor)
  return (block, record, problem) => {
    let filled = false
    let fitting = true
    for (const name in block) {
      const value = block[name]
      if (value === undefined) continue
      // Members of the record were already checked when they were copied.
      const isNew = typeof value === 'object' ? value !== record?.[name] : value === ''
      const kept = isNew ? withoutEmpty(value) : value
      if (kept !== value) block[name] = kept
      if (kept === undefined) continue
      filled = true
      fitting &&= memberFits(name, kept, places)
    }
    if (fitting) return filled ? 'filled' : 'empty'
    const guard = new Guard((path) => problem(`${path} does not have the shape of its field, kept as text`))
    guard.fit(block, places, vendor.root, true)
    return guard.cut ? 'truncated' : 'filled'
  }
}
