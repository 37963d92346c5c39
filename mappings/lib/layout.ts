// Records come in hundreds of layouts, and code that reads a hundred members of each searches for every one, most of
// which are not there. Here a record's members become those of an object that always has the same layout.
import type { JsonObject } from '../kernel/json.ts'

type Take = (record: JsonObject) => JsonObject

/** Where the names of a record's members lead, one after the other. */
interface Node {
  /** The name that came first here, and nearly always comes. */
  name: string | undefined
  next: Node | undefined
  others: Map<string, Node> | undefined
  take: Take | undefined
}

/** Layouts are few where a vendor writes them; what a stranger makes up must not grow without end. */
const mostNodes = 20_000
const mostTakes = 1_000

const emptyNode = (): Node => ({ name: undefined, next: undefined, others: undefined, take: undefined })

/**
 * Compiles the copy of these members, absent ones undefined. For each combination of members that comes there is one
 * function; its text is made of the names given here, never of what a record holds.
 */
export function compileLayout(names: Iterable<string>): Take {
  const known = [...new Set(names)]
  const wanted = new Set(known)
  const takes = new Map<string, Take>()
  const root = emptyNode()
  let nodes = 1

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

  /** The node behind a name that is not the usual one; undefined when there are enough. */
  function turn(node: Node, name: string): Node | undefined {
    const other = node.others?.get(name)
    if (other !== undefined) return other
    if (nodes >= mostNodes) return undefined
    nodes++
    const next = emptyNode()
    if (node.name === undefined) {
      node.name = name
      node.next = next
    } else {
      node.others ??= new Map()
      node.others.set(name, next)
    }
    return next
  }

  return (record) => {
    let node: Node | undefined = root
    for (const name in record) {
      node = node.name === name ? node.next : turn(node, name)
      if (node === undefined) return takeOneByOne(record)
    }
    node.take ??= takeOf(record)
    return node.take(record)
  }
}
