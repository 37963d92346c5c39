// The Office 365 Management Activity API, as documented in its reference and as it responds in practice. The reference
// (https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference#errors) lists one code for
// time ranges, AF20030. In practice, a range that is too long, too old, or has only one end returns the undocumented code AF20055.
import { groupBy } from '../../mappings/kernel/group-by.ts'
import { type Clock, refuse } from './fake-vendor-parts.ts'
import type { Answer } from './local-server.ts'
import type { Blob, Published } from './vendor-records.ts'

const day = 86_400_000
const pageSize = 3
const disabled = 'The subscription was disabled by a tenant admin.'

export class FakeManagement {
  readonly #clock: Clock
  readonly #root: string
  readonly #blobs: ReadonlyMap<string, Blob>
  readonly #byType: ReadonlyMap<string, Blob[]>
  readonly subscriptions = new Map<string, { status: string; startedAt: number }>()
  /** Number of further fetches of a blob that fail inside the server. */
  readonly #failures = new Map<string, number>()
  #listings = 0

  constructor({ blobs }: Published, clock: Clock, tenant: string) {
    this.#clock = clock
    this.#root = `/api/v1.0/${tenant}/activity/feed`
    this.#blobs = new Map(blobs.map((blob) => [blob.id, blob]))
    this.#byType = groupBy(blobs, ({ type }) => type)
    for (const [at, { id }] of blobs.entries()) if (at % 40 === 0) this.#failures.set(id, 2)
  }

  /** Returns the response above the limit: the status is not always 429, and a waiting time is rarely given. */
  throttled(kind: number): Answer {
    const message = 'Too many requests. Method=GetBlob, PublisherId=00000000-0000-0000-0000-000000000000'
    const answer = refuse(kind === 0 ? 403 : 429, 'AF429', message)
    return kind === 2 ? { ...answer, headers: { 'retry-after': '7' } } : answer
  }

  answer(method: string, url: URL, rights: readonly string[], base: string): Answer {
    if (!rights.includes('ActivityFeed.Read'))
      return refuse(
        403,
        'AF10001',
        'The permission set () sent in the request did not include the expected permission ActivityFeed.Read.',
      )
    const path = url.pathname.slice(this.#root.length)
    const type = url.searchParams.get('contentType') ?? ''
    if (url.searchParams.get('PublisherIdentifier') === null) return refuse(400, 'AF20001', 'no PublisherIdentifier')
    switch (`${method} ${path}`) {
      case 'GET /subscriptions/list': {
        const list = [...this.subscriptions].map(([contentType, { status }]) => ({
          contentType,
          status,
          webhook: null,
        }))
        return { status: 200, body: list }
      }
      case 'POST /subscriptions/start':
        return this.#start(type)
      case 'GET /subscriptions/content':
        return this.#content(type, url, base)
      default:
        return path.startsWith('/audit/')
          ? this.#blob(decodeURIComponent(path.slice('/audit/'.length)))
          : refuse(404, 'AF20052', path)
    }
  }

  #start(type: string): Answer {
    const held = this.subscriptions.get(type)
    const now = this.#clock.now()
    if (held?.status === 'enabled') {
      if (now - held.startedAt < 15 * 60_000) return this.throttled(0)
      return refuse(400, 'AF20024', 'The subscription is already enabled. No property change.')
    }
    if (held?.status === 'disabled') return refuse(400, 'AF20023', disabled)
    this.subscriptions.set(type, { status: 'enabled', startedAt: now })
    return { status: 200, body: { contentType: type, status: 'enabled', webhook: null } }
  }

  #content(type: string, url: URL, base: string): Answer {
    const held = this.subscriptions.get(type)
    if (held === undefined)
      return refuse(400, 'AF20022', `No subscription found for the specified content type: ${type}`)
    if (held.status === 'disabled') return refuse(400, 'AF20023', disabled)
    const [start, end] = ['startTime', 'endTime'].map((name) => url.searchParams.get(name))
    const [from, to] = [Date.parse(`${start}Z`), Date.parse(`${end}Z`)]
    const now = this.#clock.now()
    if (!(from < to) || to - from > day || from < now - 7 * day)
      return refuse(
        400,
        'AF20055',
        'Start time and end time must both be specified (or both omitted) and must be less than or equal to 24 hours apart, with the start time no more than 7 days in the past.',
      )
    const visible = (this.#byType.get(type) ?? [])
      .filter(({ created, listed }) => created >= from && created < to && listed <= now)
      .sort((a, b) => a.listed - b.listed)
    const page = Number(url.searchParams.get('nextPage') ?? 0)
    const listed = visible.slice(page, page + pageSize)
    const body = listed.map(({ id, created }) => ({
      contentType: type,
      contentId: id,
      contentUri: `${base}${this.#root}/audit/${id}`,
      contentCreated: new Date(created).toISOString(),
      contentExpiration: new Date(created + 20 * day).toISOString(),
    }))
    if (page + pageSize >= visible.length) return { status: 200, body }
    const next = new URL(url)
    next.searchParams.set('nextPage', String(page + pageSize))
    // The documentation requires it in every request, but an example of the header lacks it.
    next.searchParams.delete('PublisherIdentifier')
    // The header comes in any letter case, and under two names.
    const names = ['NextPageUri', 'nextpageuri', 'Nextpageuri', 'NextPageUrl']
    return { status: 200, body, headers: { [names[this.#listings++ % names.length] as string]: next.href } }
  }

  #blob(id: string): Answer {
    const blob = this.#blobs.get(id)
    if (blob === undefined) return refuse(400, 'AF20052', `Content ID ${id} in the URL is invalid.`)
    const left = this.#failures.get(id) ?? 0
    if (left > 0) {
      this.#failures.set(id, left - 1)
      return refuse(500, 'AF50000', 'An internal error occurred. Retry the request.')
    }
    if (blob.gone === 'AF20050') return refuse(404, 'AF20050', `The specified content (${id}) does not exist.`)
    if (blob.gone === 'AF20051')
      return refuse(400, 'AF20051', `Content requested with the key ${id} has already expired.`)
    return { status: 200, body: blob.records }
  }
}
