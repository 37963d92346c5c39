// Documents that a counting rule keeps for hours: copying a mailbox produces tens of thousands a day. They differ in
// few members. Equal values of the other members share one stored text, because alerts rarely read documents again.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { boundedCache } from '../../../mappings/kernel/bounded-cache.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { riskFields, riskOf } from '../reason-facts.ts'
import type { Entry, EventReference, RecordOrigin } from './evaluator.ts'

const oneObject = boundedCache<object>()
const oneText = boundedCache<string>({ limit: 1_000 })
const oneActivity = boundedCache<string>()
const oneDocument = boundedCache<EcsDocument>({ limit: 1_000 })

/** Returns an equal object from the cache, or adds this object to the cache. */
export function once<T extends object>(value: T): T {
  return oneObject(JSON.stringify(value), (text) => JSON.parse(text)) as T
}

/** Microsoft's verdicts in a document; undefined if there are none. */
function azureOf(document: EcsDocument): object | undefined {
  const azure: Record<string, { readonly properties: Record<string, unknown> }> = {}
  for (const field of riskFields) {
    const { block, name } = field
    const value = riskOf(document, field)
    if (value === undefined) continue
    azure[block] ??= { properties: {} }
    azure[block].properties[name] = value
  }
  return Object.keys(azure).length > 0 ? azure : undefined
}

/** Returns members that alerts read as text, except members that differ by document. Alerts do not read the act. */
function read(document: EcsDocument): string {
  const { message, user, service, source, organization, data_stream } = document
  // Members without a value are not in the text.
  const azure = document.azure && azureOf(document)
  const event = { ...document.event, id: undefined }
  const oauth = document.oauth && { ...document.oauth, act: undefined, activity: undefined }
  const text = JSON.stringify({ message, user, service, source, organization, data_stream, azure, event, oauth })
  return oneText(text, () => text)
}

/** An entry of a third of a kilobyte, plus its text. Creates its document on request. */
class KeptEntry implements Entry {
  readonly id: string
  readonly dataset: string
  readonly visible: number
  readonly origin?: RecordOrigin
  readonly events?: readonly EventReference[]
  readonly watched?: boolean
  readonly certain?: boolean
  readonly #same: string
  readonly #eventId: string | undefined
  readonly #activity: string | undefined
  readonly #time: string | undefined

  constructor({ document, id, dataset, visible, origin, events, watched, certain }: Entry) {
    this.id = id
    this.dataset = dataset
    this.visible = visible
    if (origin !== undefined) this.origin = origin
    if (events !== undefined) this.events = events
    if (watched === true) this.watched = true
    if (certain === true) this.certain = true
    this.#same = read(document)
    this.#eventId = document.event.id
    const activity = document.oauth?.activity && JSON.stringify(document.oauth.activity)
    this.#activity = activity && oneActivity(activity, () => activity)
    this.#time = document['@timestamp']
  }

  get document(): EcsDocument {
    const { event, oauth, ...others } = oneDocument(this.#same, (text) => JSON.parse(text))
    const document = { '@timestamp': this.#time, event: { ...event }, ...others } as EcsDocument
    if (this.#eventId !== undefined) document.event.id = this.#eventId
    if (oauth !== undefined)
      document.oauth = this.#activity === undefined ? oauth : { ...oauth, activity: JSON.parse(this.#activity) }
    return document
  }
}

const kept = new WeakMap<Entry, Entry>()

/** Returns the entry in the compact form that all rules keep. Alerts that rules read are few and stay complete. */
export function keep(entry: Entry): Entry {
  if (entry.behind !== undefined) return entry
  return lookedUp(kept, entry, () => new KeptEntry(entry))
}
