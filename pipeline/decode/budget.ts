// What one record may cost, whatever its size. A record over its budget becomes one dead letter before any step that costs
// more than counting. Counting does not recurse, so no nesting can exhaust the stack.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { mostScopes } from '../../mappings/lib/oauth/scopes.ts'
import type { Refusal } from '../framing/piece.ts'
import { isInexact } from './exact-integers.ts'

export const budget = {
  /** Bytes of one Kafka value. */
  valueBytes: 16 * 1024 * 1024,
  /** Bytes of one Kafka value that is parsed as a whole; a larger page is parsed record by record. */
  wholeBytes: 2 * 1024 * 1024,
  /** Records and failures out of one raw value, and events out of one record. */
  outcomes: 10_000,
  /** Objects, lists, members and elements of one JSON text: building more of them takes longer than a heartbeat may wait. */
  nodes: 500_000,
  /** Levels of objects and lists: code behind may recurse that deep. */
  depth: 100,
  /** Members of all objects of a record, and of each of several events. */
  members: 25_000,
  /** Members, and elements, that each of several events may add to those of its record. */
  perEvent: 20,
  /** Elements of all lists of a record, and of each of several events. */
  elements: 100_000,
  /** Scopes in one list of a grant, which a record may hold as one text: each of them is weighed. */
  scopes: mostScopes,
  /** Characters of all names and texts of a record. */
  characters: 4 * 1024 * 1024,
  /** What the documents of a record repeat: its size outside its events, times the number of these. */
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

/** A shorter text holds too little to be counted before it is parsed. */
const countedCharacters = 128 * 1024
const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/**
 * Why a text is not parsed: a parser builds every value of it before anything can be counted there. Counts brackets and
 * commas of each value in the text alone, and the members of each object: a parser is slow with many names in one.
 */
export function refuseText(text: string): Refusal | undefined {
  if (text.length < countedCharacters) return undefined
  let nodes = 0
  let depth = 0
  let inString = false
  /** By depth: the further members of the object that is open there; not a number for a list. */
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

/** Why nothing may walk a value: code behind recurses. */
export function refuseDepth({ depth }: Size): Refusal | undefined {
  if (depth <= budget.depth) return undefined
  return { code: 'too_deep', detail: `objects and lists nest deeper than ${budget.depth} levels` }
}

/** Why a record of this size, with so many events that become documents of their own, is not mapped. */
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

/** Why a grant is not weighed. */
export function refuseScopes(lists: readonly (readonly string[] | undefined)[]): Refusal | undefined {
  const most = Math.max(...lists.map((list) => list?.length ?? 0))
  if (most <= budget.scopes) return undefined
  return { code: 'too_many_elements', detail: `the grant has more than ${budget.scopes} scopes` }
}

/** Why nothing of a raw value is used: it holds too many records and failures. */
export const tooManyOutcomes: Refusal = {
  code: 'too_many_events',
  detail: `more than ${budget.outcomes} records in one value`,
}

/** So few events repeat too little of any record to be counted. */
const fewEvents = 8

/** Why the events of a record, `count` in the list `fanOut`, are not mapped. */
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
