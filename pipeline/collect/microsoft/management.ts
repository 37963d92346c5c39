// The Office 365 Management Activity API: the unified audit log as blobs of records.
// https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference
import { dayMs, hourMs, minuteMs } from '../../../mappings/kernel/durations.ts'
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { inParallel } from '../../clients/in-parallel.ts'
import { arrayAnswer, objectsIn, type Reader } from '../answers.ts'
import type { LogSource, Output, Window } from '../log-source.ts'
import { recordTexts } from '../record-texts.ts'
import { type Page, type VendorClient, VendorRefusal } from '../vendor-client.ts'

export const contentTypes = [
  'Audit.AzureActiveDirectory',
  'Audit.Exchange',
  'Audit.SharePoint',
  'Audit.General',
] as const
export type ContentType = (typeof contentTypes)[number]

/** Listings go back seven days; the server refuses a start that is seven days old when it reads the request. */
const retentionMs = 7 * dayMs - 3 * minuteMs
/** At most 24 hours are allowed. Smaller windows repeat less after an interruption. */
const windowMs = 6 * hourMs
const fetchedAtOnce = 6
const mostListings = 3

const subscription: Reader<JsonObject> = (answer) =>
  isObject(answer) && typeof answer.status === 'string' ? answer : undefined

interface Blob {
  readonly id: string
  readonly uri: string
  readonly created: string
}

export class ManagementApi {
  readonly client: VendorClient
  readonly #root: string
  readonly #publisher: string
  /** Subscriptions that were started now: the service may not know them yet. */
  readonly #started = new Set<ContentType>()

  constructor(client: VendorClient, tenant: string) {
    this.client = client
    this.#root = `${client.base}/api/v1.0/${tenant}/activity/feed`
    // A company that collects its own logs is the publisher. Without it, the request counts against a shared limit.
    this.#publisher = `PublisherIdentifier=${tenant}`
  }

  async subscriptions(): Promise<Map<string, string>> {
    const read = objectsIn(arrayAnswer, 'contentType', 'status')
    const { value } = await this.client.json({ url: `${this.#root}/subscriptions/list?${this.#publisher}`, read })
    return new Map(value.map(({ contentType, status }) => [String(contentType), String(status)]))
  }

  /** True if the subscription was started now; false if it is enabled already. */
  async start(type: ContentType): Promise<boolean> {
    try {
      const url = `${this.#root}/subscriptions/start?contentType=${type}&${this.#publisher}`
      await this.client.json({ url, method: 'POST', read: subscription })
      this.#started.add(type)
      return true
    } catch (error) {
      // Not documented: the answer to the start of an enabled subscription.
      if (error instanceof VendorRefusal && error.vendorCode === 'AF20024') return false
      throw error
    }
  }

  /** All blobs that became available in the window, each once, oldest first. */
  async list(type: ContentType, { from, to }: Window): Promise<Blob[]> {
    // A time without a zone is UTC.
    const time = (at: number) => new Date(at).toISOString().slice(0, 19)
    const range = `startTime=${time(from)}&endTime=${time(to)}`
    const first = `${this.#root}/subscriptions/content?contentType=${type}&${range}&${this.#publisher}`
    for (let listing = 1; ; listing++) {
      try {
        return await this.#pages(first)
      } catch (error) {
        const code = error instanceof VendorRefusal ? error.vendorCode : undefined
        if (code === 'AF20022' && this.#started.has(type)) return []
        // The API refuses the expired reference to the next page, so the listing starts again.
        if (code !== 'AF20031' || listing >= mostListings) throw error
      }
    }
  }

  async #pages(first: string): Promise<Blob[]> {
    const blobs = new Map<string, Blob>()
    // The reference documents the first name, the page on troubleshooting the second.
    const next = ({ headers }: Page<unknown>) => {
      const url = headers.get('NextPageUri') ?? headers.get('NextPageUrl')
      return url === null ? undefined : this.#published(url)
    }
    const read = objectsIn(arrayAnswer, 'contentId', 'contentUri')
    for await (const { value } of this.client.pages({ url: first, read }, next))
      for (const { contentId, contentUri, contentCreated } of value) {
        const id = String(contentId)
        blobs.set(id, { id, uri: String(contentUri), created: String(contentCreated) })
      }
    return [...blobs.values()].sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))
  }

  /** URLs in responses may lack the publisher identifier. */
  #published(url: string): string {
    return /[?&]PublisherIdentifier=/i.test(url) ? url : `${url}${url.includes('?') ? '&' : '?'}${this.#publisher}`
  }

  /** Returns the records of a blob; undefined if the vendor no longer has the blob. */
  async fetch({ uri }: Blob): Promise<string[] | undefined> {
    try {
      return recordTexts((await this.client.json({ url: this.#published(uri), read: arrayAnswer })).text)
    } catch (error) {
      if (error instanceof VendorRefusal && gone.has(error.vendorCode)) return undefined
      throw error
    }
  }
}

/** Does not exist, has expired, has an invalid ID. */
const gone: ReadonlySet<string> = new Set(['AF20050', 'AF20051', 'AF20052', 'status 404', 'status 410'])

/** Creates a log source. `subscribes`: start a missing subscription. This is the only request that changes anything. */
export function managementSource(api: ManagementApi, type: ContentType, subscribes: boolean): LogSource {
  return {
    id: `m365-${type.slice('Audit.'.length).toLowerCase()}`,
    vendor: 'microsoft',
    retentionMs,
    older: 'for older records, export a Purview audit search (180 days) as CSV into this folder: hunt reads it',
    refusesOlder: true,
    windowMs,
    overlapMs: 3 * hourMs,
    clock: api.client,
    prepare: async () => {
      if ((await api.subscriptions()).get(type) === 'enabled') return []
      if (!subscribes)
        throw new VendorRefusal(
          'vendor_permission',
          'AF20022',
          `there is no subscription to ${type}: run the command without --no-subscribe, or start the subscription as an administrator`,
        )
      return (await api.start(type))
        ? [
            'the subscription has just started. Microsoft delivers records from now on, the first within 12 hours; then repeat the command',
          ]
        : []
    },
    collect: async (window, out) => {
      await inParallel(await api.list(type, window), fetchedAtOnce, (blob) => take(api, blob, out))
    },
  }
}

async function take(api: ManagementApi, blob: Blob, out: Output): Promise<void> {
  const records = await api.fetch(blob)
  if (records === undefined) out.lost(`blob ${blob.id} of ${blob.created}`)
  else await out.write(records)
}
