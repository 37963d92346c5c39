// Documents that a counting rule keeps for hours, as text: a mailbox that is copied has tens of thousands of them a day, and
// a parsed document takes several times as many bytes.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { riskField } from '../reason-facts.ts'
import type { Entry, EventReference, RecordOrigin } from './evaluator.ts'

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

class KeptEntry implements Entry {
  readonly id: string
  readonly dataset: string
  readonly visible: number
  readonly origin?: RecordOrigin
  readonly events?: readonly EventReference[]
  readonly #text: string

  constructor({ document, id, dataset, visible, origin, events }: Entry) {
    this.id = id
    this.dataset = dataset
    this.visible = visible
    if (origin !== undefined) this.origin = origin
    if (events !== undefined) this.events = events
    this.#text = JSON.stringify(read(document))
  }

  get document(): EcsDocument {
    return JSON.parse(this.#text) as EcsDocument
  }
}

function read(document: EcsDocument): object {
  const kept: Record<string, unknown> = Object.fromEntries(members.map((name) => [name, document[name]]))
  const [risk] = fieldValues(document, riskField)
  if (risk !== undefined) kept.azure = { signinlogs: { properties: { risk_level_during_signin: risk } } }
  return kept
}

const kept = new WeakMap<Entry, Entry>()

/** The entry in the form in which rules keep it; the same for all of them. Alerts that rules read are few and stay whole. */
export function keep(entry: Entry): Entry {
  if (entry.behind !== undefined) return entry
  const known = kept.get(entry)
  if (known !== undefined) return known
  const made = new KeptEntry(entry)
  kept.set(entry, made)
  return made
}
