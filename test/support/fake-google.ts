// Google's Admin SDK: the Reports API and the lists of the Directory API.
import { type Clock, refuseAsGoogle } from './fake-vendor-parts.ts'
import type { Answer } from './local-server.ts'
import type { Published } from './vendor-records.ts'

const known = [
  ...['token', 'admin', 'login', 'drive', 'user_accounts', 'saml', 'takeout', 'rules', 'groups_enterprise', 'groups'],
  ...['calendar', 'meet', 'mobile', 'chat', 'gcp', 'keep', 'chrome', 'context_aware_access', 'access_transparency'],
]

export class FakeGoogle {
  readonly #published: Published
  readonly #clock: Clock
  readonly #customer: string
  users = 30

  constructor(published: Published, clock: Clock, customer: string) {
    this.#published = published
    this.#clock = clock
    this.#customer = customer
  }

  answer(url: URL, rights: readonly string[]): Answer {
    const application = /^\/admin\/reports\/v1\/activity\/users\/all\/applications\/(\w+)$/.exec(url.pathname)?.[1]
    if (application !== undefined)
      return rights.includes('admin.reports.audit.readonly') ? this.#activities(application, url) : this.#forbidden()
    if (url.pathname === '/v1beta1/alerts')
      return rights.includes('apps.alerts') ? this.#alerts(url) : this.#forbidden()
    if (url.pathname === '/admin/directory/v1/users')
      return rights.includes('admin.directory.user.readonly') ? this.#users(url) : this.#forbidden()
    const user = /^\/admin\/directory\/v1\/users\/([^/]+)\/tokens$/.exec(url.pathname)?.[1]
    if (user === undefined) return refuseAsGoogle(404, 'notFound', 'Not Found')
    return rights.includes('admin.directory.user.security') ? this.#tokens(decodeURIComponent(user)) : this.#forbidden()
  }

  #forbidden(): Answer {
    return refuseAsGoogle(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.')
  }

  /** Newest first, over all pages. Unknown parameters are ignored. */
  #activities(application: string, url: URL): Answer {
    if (!known.includes(application))
      return refuseAsGoogle(400, 'invalidParameter', `Invalid value '${application}' for applicationName.`)
    const start = url.searchParams.get('startTime') ?? ''
    const end = url.searchParams.get('endTime') ?? ''
    const [from, to, now] = [Date.parse(start), Date.parse(end), this.#clock.now()]
    if (!(from < to) || to > now)
      return refuseAsGoogle(400, 'invalid', 'Invalid request: Start time is after end time.')
    const found = (this.#published.activities.get(application) ?? [])
      .filter(({ at, visible }) => at >= from && at <= to && visible <= now)
      .reverse()
    // A token is valid for its own window only.
    const [window, offset] = (url.searchParams.get('pageToken') ?? `${start}|${end}#0`).split('#')
    if (window !== `${start}|${end}`) return refuseAsGoogle(400, 'invalid', 'Invalid page token.')
    const top = Number(url.searchParams.get('maxResults') ?? 1000)
    if (!(top >= 1 && top <= 1000)) return refuseAsGoogle(400, 'invalid', 'Invalid maxResults.')
    const items = found.slice(Number(offset), Number(offset) + top).map(({ record }) => record)
    const next = Number(offset) + top
    return answerOf({
      kind: 'admin#reports#activities',
      ...(items.length > 0 && { items }),
      ...(next < found.length && { nextPageToken: `${start}|${end}#${next}` }),
    })
  }

  #alerts(url: URL): Answer {
    const customer = url.searchParams.get('customerId')
    if (customer?.startsWith('C')) return refuseAsGoogle(400, 'badRequest', 'Invalid customer ID.')
    const times = /^createTime >= "([^"]+)" AND createTime < "([^"]+)"$/.exec(url.searchParams.get('filter') ?? '')
    if (times === null) return refuseAsGoogle(400, 'badRequest', 'Invalid filter.')
    const [from, to] = times.slice(1).map((text) => Date.parse(text)) as [number, number]
    const found = this.#published.alerts
      .filter(({ at, visible }) => at >= from && at < to && visible <= this.#clock.now())
      .map(({ record }) => record)
    const offset = Number(url.searchParams.get('pageToken') ?? 0)
    // The server may return fewer alerts than requested.
    const next = offset + Math.min(Number(url.searchParams.get('pageSize') ?? 50), 50)
    const alerts = found.slice(offset, next)
    return answerOf({
      ...(alerts.length > 0 && { alerts }),
      ...(next < found.length && { nextPageToken: String(next) }),
    })
  }

  #users(url: URL): Answer {
    const top = Number(url.searchParams.get('maxResults') ?? 100)
    const offset = Number(url.searchParams.get('pageToken') ?? 0)
    const all = Array.from({ length: this.users }, (_, at) => ({
      kind: 'admin#directory#user',
      id: String(100 + at),
      primaryEmail: `user${at}@example.org`,
      suspended: false,
      customerId: this.#customer,
    }))
    const next = offset + Math.min(top, 20)
    return answerOf({
      kind: 'admin#directory#users',
      users: all.slice(offset, next),
      ...(next < all.length && { nextPageToken: String(next) }),
    })
  }

  #tokens(user: string): Answer {
    // The user was deleted after the listing.
    if (user === '103') return refuseAsGoogle(404, 'notFound', 'Resource Not Found: userKey')
    const token = {
      kind: 'admin#directory#token',
      clientId: '7.apps.googleusercontent.com',
      displayText: 'App 7',
      userKey: user,
      scopes: ['https://mail.google.com/'],
      anonymous: false,
      nativeApp: false,
    }
    return answerOf({ kind: 'admin#directory#tokenList', ...(Number(user) % 2 === 0 && { items: [token] }) })
  }
}

/** Google's responses have many lines. */
const answerOf = (value: object): Answer => ({ status: 200, body: JSON.stringify(value, undefined, 1) })
