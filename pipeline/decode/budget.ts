// Limits for the cost of one record. A record over its budget becomes one dead letter before any step that costs more
// than counting. Counting does not recurse, so no nesting can exhaust the stack.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { mostScopes } from '../../mappings/lib/oauth/scopes.ts'
import type { Refusal } from '../framing/piece.ts'
import { isInexact } from './exact-integers.ts'

export const budget = {
  /** Bytes of one Kafka value. */
  valueBytes: 16 * 1024 * 1024,
  /** Bytes of one Kafka value that is parsed as a whole; a larger page is parsed record by record. */
  wholeBytes: 2 * 1024 * 1024,
  /** Maximum records and failures of one raw value, and maximum events of one record. */
  outcomes: 10_000,
  /** Objects, lists, members and elements of a JSON text. Building more takes longer than the heartbeat allows. */
  nodes: 500_000,
  /** Levels of objects and lists. Later code may recurse to this depth. */
  depth: 100,
  /** Members of all objects of a record, and of each event if the record has several events. */
  members: 25_000,
  /** Members, and elements, that each of several events may add to the limit of its record. */
  perEvent: 20,
  /** Elements of all lists of a record, and of each event if the record has several events. */
  elements: 100_000,
  /** Scopes in one list of a grant. A record may hold the list as one text, and each scope is rated. */
  scopes: mostScopes,
  /** Characters of all names and texts of a record. */
  characters: 4 * 1024 * 1024,
  /** Data that a record's documents repeat: the size of the record without events, times the number of events. */
  repeated: 32 * 1024 * 1024,
} as const

export interface Size {
  readonly depth: number
  readonly members: number
  readonly elements: number
  readonly characters: number
  /** Whether the value contains an integer that a JavaScript number cannot represent exactly. */
  readonly inexact: boolean
}

/** A shorter text is too small to need counting before the parse. */
const countedCharacters = 128 * 1024
const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/**
 * Returns the reason not to parse a text, because a parser builds every value before a count. Counts the brackets and
 * commas of all values, and the members of each object: many names in one object make a parser slow.
 */
export function refuseText(text: string): Refusal | undefined {
  if (text.length < countedCharacters) return undefined
  let nodes = 0
  let depth = 0
  let inString = false
  /** The number of further members of the open object at each depth; NaN for a list. */
  const members: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === quote) inString = !inString
    else if (inString) {
      if (char === backslash) at++
    } else if (char === comma || char === openArray || char === openObject) {
      if (char !== comma) members[++depth] = char === openObject ? 0 : Number.NaN
      else {
        const further = (members[depth] ?? Number.NaN) + 1
        members[depth] = further
        if (further >= budget.members)
          return { code: 'too_many_members', detail: `more than ${budget.members} members in one object` }
      }
      if (++nodes > budget.nodes) {
        return { code: 'too_many_elements', detail: `more than ${budget.nodes} members and elements in one JSON text` }
      }
    } else if ((char === closeArray || char === closeObject) && --depth <= 0) {
      nodes = 0
      depth = 0
    }
  }
  return undefined
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Counts level by level, and no deeper than the budget allows. */
export function sizeOf(value: unknown): Size {
  let depth = 0
  let members = 0
  let elements = 0
  let characters = typeof value === 'string' ? value.length : 0
  let inexact = false
  let level: object[] = isContainer(value) ? [value] : []
  while (level.length > 0 && depth <= budget.depth) {
    depth++
    const below: object[] = []
    for (const container of level) {
      if (Array.isArray(container)) {
        elements += container.length
        for (let i = 0; i < container.length; i++) {
          const inner: unknown = container[i]
          if (typeof inner === 'string') characters += inner.length
          else if (isContainer(inner)) below.push(inner)
          else inexact ||= isInexact(inner)
        }
        continue
      }
      for (const name in container) {
        members++
        characters += name.length
        const inner = (container as JsonObject)[name]
        if (typeof inner === 'string') characters += inner.length
        else if (isContainer(inner)) below.push(inner)
        else inexact ||= isInexact(inner)
      }
    }
    level = below
  }
  return { depth, members, elements, characters, inexact }
}

/** Returns the reason not to walk a value: later code recurses. */
export function refuseDepth({ depth }: Size): Refusal | undefined {
  if (depth <= budget.depth) return undefined
  return { code: 'too_deep', detail: `objects and lists nest deeper than ${budget.depth} levels` }
}

/** Returns the reason not to map a record of this size with this number of events. Each event becomes a document. */
export function refuseSize(size: Size, events = 0): Refusal | undefined {
  const { members, elements, characters } = size
  const added = Math.min(events, budget.outcomes) * budget.perEvent
  const mostMembers = budget.members + added
  const mostElements = budget.elements + added
  if (members > mostMembers) {
    return { code: 'too_many_members', detail: `${members} members, more than ${mostMembers}` }
  }
  if (elements > mostElements) {
    return { code: 'too_many_elements', detail: `${elements} elements of lists, more than ${mostElements}` }
  }
  if (characters > budget.characters) {
    return { code: 'too_large', detail: `${characters} characters in the record, more than ${budget.characters}` }
  }
  return refuseDepth(size)
}

export function refuseScopes(lists: readonly (readonly string[] | undefined)[]): Refusal | undefined {
  const most = Math.max(...lists.map((list) => list?.length ?? 0))
  if (most <= budget.scopes) return undefined
  return { code: 'too_many_elements', detail: `the grant has more than ${budget.scopes} scopes` }
}

export const tooManyOutcomes: Refusal = {
  code: 'too_many_events',
  detail: `more than ${budget.outcomes} records in one value`,
}

/** Up to this number of events, the repeated data of a record is too small to count. */
const fewEvents = 8

/** Returns the reason not to map the events of a record. `count` is their number, and `fanOut` their list. */
export function refuseEvents(record: JsonObject, fanOut: string, count: number): Refusal | undefined {
  if (count > budget.outcomes) {
    return { code: 'too_many_events', detail: `${count} events in the record, more than ${budget.outcomes}` }
  }
  if (count <= fewEvents) return undefined
  const { members, elements, characters } = sizeOf({ ...record, [fanOut]: undefined })
  const repeated = (members + elements + characters) * count
  if (repeated <= budget.repeated) return undefined
  return {
    code: 'too_much_work',
    detail: `${count} events repeat ${repeated} characters and members of the record, more than ${budget.repeated}`,
  }
}
