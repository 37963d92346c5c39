// Documents that a counting rule keeps for hours: a mailbox that is copied has tens of thousands of them a day. They differ in a
// few members, so equal members are kept once.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { riskField } from '../reason-facts.ts'
import type { Entry } from './evaluator.ts'

/** What an alert, its reason and the filters of a hunt read of a document that was counted. */
const members = [
  '@timestamp',
  'event',
  'message',
  'oauth',
  'user',
  'source',
  'organization',
  'related',
  'data_stream',
] as const

const oneString = boundedCache<string>({ limit: 10_000 })
const oneObject = boundedCache<object>({ limit: 10_000 })

/** A value, or an equal one that was kept before. */
function once(value: unknown): unknown {
  if (typeof value === 'string') return oneString(value, (text) => text)
  if (typeof value !== 'object' || value === null) return value
  return oneObject(JSON.stringify(value), (text) => JSON.parse(text))
}

function mapMembers(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}

/** The read members of a document, each with its own members shared. */
function read(document: EcsDocument): EcsDocument {
  const some: Record<string, unknown> = {}
  for (const name of members) {
    const value: unknown = document[name]
    if (value === undefined) continue
    some[name] = name === 'oauth' || name === 'event' ? mapMembers(value as object, once) : once(value)
  }
  const [risk] = fieldValues(document, riskField)
  if (risk !== undefined) some.azure = once({ signinlogs: { properties: { risk_level_during_signin: risk } } })
  return some as unknown as EcsDocument
}

const kept = new WeakMap<Entry, Entry>()

/** The entry in the form in which rules keep it; the same for all of them. Alerts that rules read are few and stay whole. */
export function keep(entry: Entry): Entry {
  if (entry.behind !== undefined) return entry
  const known = kept.get(entry)
  if (known !== undefined) return known
  const made: Entry = { ...entry, document: read(entry.document) }
  kept.set(entry, made)
  return made
}
