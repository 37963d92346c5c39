// Finds the members of a record that a derive step reads. The step receives proxies that log every scalar that it
// reads.
import { isObject, type Json, type JsonObject } from '../../kernel/json.ts'

export interface Read {
  /**
   * Dotted path; an element of a list is in brackets, by its name if it has one: `events[0].parameters[scope].value`.
   */
  readonly path: string
  readonly value: string | number | boolean
}

const nameMembers = ['name', 'Name', 'displayName', 'key', 'Key'] as const
const longestName = 64

/** Returns the path step for an element of a list: the name in the element, otherwise its position. */
export function elementStep(element: unknown, index: number): string {
  if (isObject(element)) {
    for (const member of nameMembers) {
      const name = element[member]
      if (typeof name === 'string' && name !== '' && name.length <= longestName) return `[${name}]`
    }
  }
  return `[${index}]`
}

export function memberPath(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`
}

function isScalar(value: unknown): value is Read['value'] {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
}

/** Maps objects to their watched proxies, and proxies to their objects. */
export class Watch {
  readonly #watched = new WeakMap<object, object>()
  readonly #behind = new WeakMap<object, { readonly target: object; readonly path: string }>()
  /** Paths of objects that were stored as they are. */
  readonly stored = new Set<string>()
  #reads: Map<string, Read['value']> | undefined

  /** Returns a proxy of the object. While `reads` runs, every member read from the proxy is logged below `path`. */
  over<T extends object>(target: T, path: string): T {
    const known = this.#watched.get(target)
    if (known !== undefined) return known as T
    const isList = Array.isArray(target)
    const proxy = new Proxy(target, {
      get: (object, member) => {
        const value: unknown = Reflect.get(object, member)
        if (typeof member === 'symbol' || !Object.hasOwn(object, member) || (isList && member === 'length'))
          return value
        const isMember = isScalar(value) || (typeof value === 'object' && value !== null)
        if (!isMember) return value
        const here = isList ? path + elementStep(value, Number(member)) : memberPath(path, member)
        if (!isScalar(value)) return this.over(value as object, here)
        this.#reads?.set(here, value)
        return value
      },
    })
    this.#watched.set(target, proxy)
    this.#behind.set(proxy, { target, path })
    return proxy
  }

  /** The members that `call` reads, each once, in the order of the first time. */
  reads(call: () => void): Read[] {
    const reads = new Map<string, Read['value']>()
    this.#reads = reads
    try {
      call()
    } finally {
      this.#reads = undefined
    }
    return [...reads].map(([path, value]) => ({ path, value }))
  }

  /** Replaces stored proxies by their objects, at any depth of `value`. */
  release(value: Json | undefined): Json | undefined {
    if (typeof value !== 'object' || value === null) return value
    const behind = this.#behind.get(value)
    if (behind !== undefined) {
      this.stored.add(behind.path)
      return this.release(behind.target as JsonObject)
    }
    for (const [member, inner] of Object.entries(value)) {
      const released = this.release(inner)
      if (released !== inner) (value as JsonObject)[member] = released
    }
    return value
  }
}
