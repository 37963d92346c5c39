// Finds what is known about objects with the same members in the same order, without a text made of their names.
import type { JsonObject } from '../kernel/json.ts'

/** Where the names of an object's members lead, one after the other. */
export interface NameNode<T> {
  /** The name that came first here, and nearly always comes. */
  name: string | undefined
  next: NameNode<T> | undefined
  others: Map<string, NameNode<T>> | undefined
  /** What is known about objects that end here. */
  value: T | undefined
}

/** Sequences of names are few where a vendor writes them; what a stranger makes up must not grow without end. */
const mostNodes = 20_000

const emptyNode = <T>(): NameNode<T> => ({ name: undefined, next: undefined, others: undefined, value: undefined })

/** Makes the search; it gives undefined for an object that is new when there are enough. */
export function makeNameTree<T>(): (object: JsonObject) => NameNode<T> | undefined {
  const root = emptyNode<T>()
  let nodes = 1

  /** The node behind a name that is not the usual one. */
  function turn(node: NameNode<T>, name: string): NameNode<T> | undefined {
    const other = node.others?.get(name)
    if (other !== undefined) return other
    if (nodes >= mostNodes) return undefined
    nodes++
    const next = emptyNode<T>()
    if (node.name === undefined) {
      node.name = name
      node.next = next
    } else {
      node.others ??= new Map()
      node.others.set(name, next)
    }
    return next
  }

  return (object) => {
    let node: NameNode<T> | undefined = root
    for (const name in object) {
      node = node.name === name ? node.next : turn(node, name)
      if (node === undefined) return undefined
    }
    return node
  }
}
