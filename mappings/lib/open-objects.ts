// Vendor objects with open-ended names are indexed by a fixed catalog of names, so that no sender can make the index
// grow fields; values under other names move to a flattened sibling, where they can be searched.
import { longestIndexed } from '../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../kernel/json.ts'
import { getPath, setPath, splitPath } from '../kernel/path.ts'
import { withoutEmpty } from './clean.ts'
import { shortenTexts } from './shorten-texts.ts'
import { flatten, isFlat } from './type-guard.ts'
import type { Vendor } from './vendor.ts'

/** The length of the sibling's copy of a text that is too long to index. The object keeps the whole text. */
const longestBeginning = longestIndexed.keyword

interface OpenObject {
  readonly path: readonly string[]
  readonly sibling: readonly string[]
  readonly known: ReadonlySet<string>
}

function siblingOf(name: string): string {
  return `${name}Other`
}

function openObject(vendor: Vendor, name: string): OpenObject {
  const known = new Set<string>()
  for (const field of Object.keys(vendor.fields)) {
    if (!field.startsWith(`${name}.`)) continue
    const below = field.slice(name.length + 1)
    known.add(below)
    known.add(splitPath(below)[0] as string)
  }
  const path = splitPath(name).slice(splitPath(vendor.root).length)
  return { path, sibling: [...path.slice(0, -1), siblingOf(path.at(-1) as string)], known }
}

/**
 * Compiles the function that fills the siblings. The function returns true if it cut a text. A value that the sibling
 * cannot index completely also stays in its object. An object without a sibling in the catalog gets no sibling, because
 * no query would find its contents.
 */
export function compileOpenObjects(vendor: Vendor): (block: JsonObject) => boolean {
  const withSibling = vendor.open.filter((name) => vendor.fields[siblingOf(name)] !== undefined)
  const objects = withSibling.map((name) => openObject(vendor, name))
  return (block) => {
    let isCut = false
    for (const { path, sibling, known } of objects) {
      const object = path.length === 1 ? block[path[0] as string] : getPath(block, path)
      if (!isObject(object)) continue
      let others: JsonObject | undefined
      let rest: JsonObject | undefined
      for (const name in object) {
        const value = object[name]
        if (known.has(name) || value === undefined || name === '__proto__') continue
        others ??= {}
        rest ??= { ...object }
        const whole = isFlat(value, 1)
        if (whole) Reflect.deleteProperty(rest, name)
        const { value: short, cut } = whole ? { value, cut: false } : shortenTexts(value, longestBeginning)
        others[name] = short
        isCut ||= cut
      }
      if (others === undefined) continue
      setPath(block, sibling, flatten(others, 1))
      setPath(block, path, withoutEmpty(rest as JsonObject) as Json)
    }
    return isCut
  }
}
