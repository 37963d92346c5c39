// Records have hundreds of layouts. Code that reads a hundred members of each record would search for every member, and
// most members are absent. This module copies the members into an object that always has the same layout.
import type { JsonObject } from '../kernel/json.ts'
import { makeNameTree } from './name-tree.ts'

type Take = (record: JsonObject) => JsonObject

/** A limit, because hostile input could otherwise create entries without end. */
const mostTakes = 1_000

/**
 * Compiles the function that copies these members. Absent members become undefined. Each combination of present members
 * has its own function. The text of this function contains only the names given here, and never text from a record.
 */
export function compileLayout(names: Iterable<string>): Take {
  const known = [...new Set(names)]
  const wanted = new Set(known)
  const takes = new Map<string, Take>()
  const find = makeNameTree<Take>()

  function compileTake(present: ReadonlySet<string>): Take {
    const members = known.map((name) => {
      const text = JSON.stringify(name)
      return present.has(name) ? `${text}: record[${text}]` : `${text}: undefined`
    })
    return new Function('record', `"use strict"; return { ${members.join(', ')} }`) as Take
  }
  const empty = compileTake(new Set())

  function takeOneByOne(record: JsonObject): JsonObject {
    const view = empty(record)
    for (const name in record) if (wanted.has(name)) view[name] = record[name]
    return view
  }

  function takeOf(record: JsonObject): Take {
    const present = Object.keys(record).filter((name) => wanted.has(name))
    const key = JSON.stringify(present.sort())
    let take = takes.get(key)
    if (take === undefined) {
      take = takes.size < mostTakes ? compileTake(new Set(present)) : takeOneByOne
      if (take !== takeOneByOne) takes.set(key, take)
    }
    return take
  }

  return (record) => {
    const node = find(record)
    if (node === undefined) return takeOneByOne(record)
    node.value ??= takeOf(record)
    return node.value(record)
  }
}
