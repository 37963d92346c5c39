// Finds a value for objects with the same members in the same order, without building a text from the member names.
import type { JsonObject } from '../kernel/json.ts'

/** A node in the tree of member name sequences. */
export interface NameNode<T> {
  /** The first name that was seen after this node, and nearly always the only one. */
  name: string | undefined
  next: NameNode<T> | undefined
  others: Map<string, NameNode<T>> | undefined
  /** The value for objects whose members end at this node. */
  value: T | undefined
}

/** A vendor writes few name sequences. The limit stops hostile input, which could create nodes without end. */
const mostNodes = 20_000

const emptyNode = <T>(): NameNode<T> => ({ name: undefined, next: undefined, others: undefined, value: undefined })

/** Creates the search. It returns undefined for an unknown object if the tree is full. */
export function makeNameTree<T>(): (object: JsonObject) => NameNode<T> | undefined {
  const root = emptyNode<T>()
  let nodes = 1

  /** Returns the node for a name other than `node.name`. Creates the node if the tree is not full. */
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
