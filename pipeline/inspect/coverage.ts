// The coverage of an input: members and events that the mappings do not know, and rules that the input could not
// trigger. Reads the input in one pass and bounded memory. Every record goes through the chain. Tracing shows which
// members are consumed, once for all records of the same shape.
import { hash } from 'node:crypto'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import type { OtherwiseCounts } from '../../mappings/lib/compile.ts'
import { leavesOf } from '../../mappings/lib/trace/members.ts'
import type { MappingTrace } from '../../mappings/lib/trace/trace.ts'
import type { Chain } from '../chain.ts'
import { decode } from '../decode/decode.ts'
import type { Readability } from '../decode/readability.ts'
import type { RefusedValue } from '../framing/piece.ts'
import { kindNames } from '../normalize/normalize.ts'
import type { Decoded, Failure, RawValue } from '../outcome.ts'
import type { BlindRule, RuleWatch } from './blind-rules.ts'
import { type Part, processParts } from './parts.ts'

/** The place of the first occurrence, in the form that `explain` accepts, and its value. */
interface Example {
  readonly source: string
  /** Number of the record in its source, from 0. */
  readonly record: string
  /** Absent if the name is sufficient. */
  readonly value?: string
}

export interface Counted {
  readonly name: string
  readonly count: number
  readonly example: Example
}

const mostNames = 5_000
const longestName = 300
const longestValue = 200

function excerpt(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`
}

class Tally {
  readonly #counted = new Map<string, { count: number; readonly example: Example }>()
  /** The number of occurrences of names beyond the limit, which are not counted separately. */
  uncounted = 0

  add(name: string, example: () => Example): void {
    const key = name.length <= longestName ? name : `${name.slice(0, longestName)}…`
    const known = this.#counted.get(key)
    if (known !== undefined) known.count++
    else if (this.#counted.size < mostNames) this.#counted.set(key, { count: 1, example: example() })
    else this.uncounted++
  }

  sorted(): Counted[] {
    return [...this.#counted]
      .map(([name, { count, example }]) => ({ name, count, example }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  }
}

/** The number of members of all documents, by their fate. */
interface MemberCounts {
  readonly total: number
  readonly used: number
  readonly kept: number
  readonly unmapped: number
  readonly omitted: number
  readonly dropped: number
  /** The share of `used` and `kept` among all members that are not omitted on purpose, from 0 to 1. */
  readonly consumed: number
}

export interface DatasetCoverage {
  readonly dataset: string
  readonly records: number
  readonly documents: number
  readonly members: MemberCounts
  /** Vendor fields that the catalog lacks: they are stored, but no query finds them. */
  readonly unmapped: readonly Counted[]
  /** Members of which the document contains nothing. */
  readonly dropped: readonly Counted[]
  /** Texts without an entry in a lookup, as `field: text`; only the first texts of each field. */
  readonly unknown: readonly Counted[]
  /** Members whose value does not have the type of their field, as `field ← member`. */
  readonly refused: readonly Counted[]
  /** The reading errors in `error.message` of the documents. */
  readonly problems: readonly Counted[]
  readonly actions: readonly Counted[]
}

export interface Coverage {
  readonly records: number
  readonly datasets: readonly DatasetCoverage[]
  /** Dead letters, as `code: detail`. */
  readonly deadLetters: readonly Counted[]
  readonly blindRules: readonly BlindRule[]
}

const fates = ['used', 'kept', 'unmapped', 'omitted', 'dropped'] as const

const noCounts = () => ({ used: 0, kept: 0, unmapped: 0, omitted: 0, dropped: 0 })

/** The result of tracing one record, valid for all records of the same shape. */
interface Shape {
  readonly counts: Readonly<Record<(typeof fates)[number], number>>
  readonly unmapped: readonly { readonly name: string; readonly value: string | undefined }[]
  readonly dropped: readonly { readonly name: string; readonly value: string }[]
  readonly refused: readonly { readonly name: string; readonly value: string }[]
}

const mostShapes = 20_000

/** Removes the numeric positions of list elements from a path. Names of list elements stay. */
const general = (path: string) => path.replace(/\[\d+\]/g, '[]')

function shapeOf(trace: MappingTrace): Shape {
  const counts = noCounts()
  for (const { fate } of trace.members) counts[fate]++
  const values = new Map(trace.members.map(({ field, value }) => [field, String(value)]))
  return {
    counts,
    unmapped: trace.unmapped.map((name) => ({ name, value: values.get(name) })),
    dropped: trace.members
      .filter(({ fate }) => fate === 'dropped')
      .map(({ path, value }) => ({ name: general(path), value: String(value) })),
    refused: trace.refused.map(({ field, path, value }) => ({
      name: `${field} ← ${general(path)}`,
      value: JSON.stringify(value),
    })),
  }
}

/** Returns the key of a shape: records with the same members and the same action are consumed in the same way. */
function shapeKey({ input: { record, element }, event }: Part): string {
  const names = leavesOf(element).map(({ path }) => general(path))
  if (element !== record)
    for (const [member, value] of Object.entries(record))
      if (!Array.isArray(value) || !value.includes(element))
        for (const { path } of leavesOf(value, member)) names.push(general(path))
  return hash('sha256', [event.dataset, event.document.event.action ?? '', ...names].join('\n'), 'base64')
}

class DatasetTally {
  records = 0
  documents = 0
  readonly counts = noCounts()
  readonly unmapped = new Tally()
  readonly dropped = new Tally()
  readonly refused = new Tally()
  readonly problems = new Tally()
  readonly actions = new Tally()
  readonly otherwise: OtherwiseCounts
  /** The first occurrence of each text that a lookup lacked. */
  readonly firstMissed = new Map<string, Example>()

  constructor(otherwise: OtherwiseCounts) {
    this.otherwise = otherwise
  }

  /** Stores the example for all texts that the lookups have just met for the first time. */
  noteMissed(example: Example): void {
    let texts = 0
    for (const byText of this.otherwise.values()) texts += byText.size
    if (texts === this.firstMissed.size) return
    for (const [field, byText] of this.otherwise)
      for (const text of byText.keys()) {
        const name = `${field}: ${text}`
        if (!this.firstMissed.has(name)) this.firstMissed.set(name, example)
      }
  }

  addShape({ counts, unmapped, dropped, refused }: Shape, example: Example): void {
    for (const fate of fates) this.counts[fate] += counts[fate]
    for (const { name, value } of unmapped)
      this.unmapped.add(name, () => (value === undefined ? example : { ...example, value: excerpt(value) }))
    for (const { name, value } of dropped) this.dropped.add(name, () => ({ ...example, value: excerpt(value) }))
    for (const { name, value } of refused) this.refused.add(name, () => ({ ...example, value: excerpt(value) }))
  }

  result(dataset: string): DatasetCoverage {
    const total = fates.reduce((sum, fate) => sum + this.counts[fate], 0)
    const { used, kept, omitted } = this.counts
    const wanted = total - omitted
    const unknown = [...this.otherwise].flatMap(([field, byText]) =>
      [...byText].map(([text, count]): Counted => {
        const name = `${field}: ${text}`
        return { name: excerpt(name), count, example: this.firstMissed.get(name) ?? { source: '', record: '' } }
      }),
    )
    return {
      dataset,
      records: this.records,
      documents: this.documents,
      members: { total, ...this.counts, consumed: wanted === 0 ? 1 : (used + kept) / wanted },
      unmapped: this.unmapped.sorted(),
      dropped: this.dropped.sorted(),
      unknown: unknown.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
      refused: this.refused.sorted(),
      problems: this.problems.sorted(),
      actions: this.actions.sorted(),
    }
  }
}

/** Measures an input value by value. Each run needs a new object, which counts from the chain's current counters. */
export class CoverageRun {
  #records = 0
  readonly #chain: Chain
  readonly #rules: RuleWatch
  readonly #readability: Readability | undefined
  readonly #datasets = new Map<string, DatasetTally>()
  readonly #shapes = new Map<string, Shape>()
  readonly #deadLetters = new Tally()

  constructor(chain: Chain, rules: RuleWatch, readability?: Readability) {
    this.#chain = chain
    this.#rules = rules
    this.#readability = readability
  }

  take(value: RawValue | RefusedValue): void {
    const { source, offset } = value.delivery
    const example: Example = { source, record: offset }
    for (const decoded of decode(value)) {
      this.#records++
      let documents = 0
      const failures: Failure[] = []
      const parts = decoded.ok ? this.#takeRecord(decoded, example) : [decoded]
      for (const part of parts) {
        if ('event' in part) {
          const { document, dataset } = part.event
          documents++
          this.#readability?.results.see(source, document, dataset)
          continue
        }
        failures.push(part)
        this.#fail(part, example)
      }
      this.#readability?.record(source, documents, failures)
    }
  }

  #fail({ code, detail }: Failure, example: Example): void {
    this.#deadLetters.add(`${code}: ${excerpt(detail)}`, () => example)
  }

  #takeRecord(decoded: Decoded, example: Example): (Part | Failure)[] {
    const compiled = this.#chain.normalizer.mappingOf(decoded)
    const parts = processParts(this.#chain, decoded)
    if (compiled === undefined) return parts
    const { dataset } = compiled.mapping
    const tally = lookedUp(this.#datasets, dataset, () => new DatasetTally(compiled.otherwise))
    tally.records++
    tally.noteMissed(example)
    for (const part of parts) if ('event' in part) this.#takePart(part, tally, example)
    return parts
  }

  #takePart(part: Part, tally: DatasetTally, example: Example): void {
    const { document, dataset } = part.event
    tally.documents++
    tally.actions.add(document.event.action ?? `(none, of a ${kindNames[part.event.decoded.kind]})`, () => example)
    for (const problem of document.error?.message ?? []) tally.problems.add(problem, () => example)
    tally.addShape(this.#shapeOf(part), example)
    this.#rules.see(document, dataset)
  }

  #shapeOf(part: Part): Shape {
    const key = shapeKey(part)
    const known = this.#shapes.get(key)
    if (known !== undefined) return known
    const shape = shapeOf(part.trace())
    if (this.#shapes.size < mostShapes) this.#shapes.set(key, shape)
    return shape
  }

  result(): Coverage {
    const datasets = [...this.#datasets].map(([dataset, tally]) => tally.result(dataset))
    return {
      records: this.#records,
      datasets: datasets.sort((a, b) => (a.dataset < b.dataset ? -1 : 1)),
      deadLetters: this.#deadLetters.sorted(),
      blindRules: this.#rules.blind(),
    }
  }
}
