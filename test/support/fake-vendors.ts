// The APIs of Microsoft and Google with realistic responses, in one process with a virtual clock: the problems that the
// collector must handle, and the list of everything that was ever published. The behavior follows the vendors'
// documentation and bug reports about other collectors.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { limits } from '../../pipeline/collect/sources.ts'
import { dice } from './dice.ts'
import { FakeGoogle } from './fake-google.ts'
import { FakeGraph } from './fake-graph.ts'
import { FakeManagement } from './fake-management.ts'
import {
  type Clock,
  FakeTokens,
  type FaultRates,
  noFaults,
  Quota,
  refuse,
  refuseAsGoogle,
} from './fake-vendor-parts.ts'
import { type Answer, closeServer, listen, send, urlOf } from './local-server.ts'
import { type Published, type PublishOptions, publish } from './vendor-records.ts'

export const tenantId = '8f2c1d7e-53a4-4b6f-9c0a-1d2e3f4a5b6c'
export const customerId = 'C03abc123'

interface FakeVendorsOptions extends PublishOptions {
  readonly faults?: FaultRates
  /** Number of requests after which a token is refused. */
  readonly tokenCalls?: number
}

/** The APIs with a limit of their own, named as in `limits` of the collector. */
type Api = keyof typeof limits

function apiOf(pathname: string): Api | undefined {
  if (pathname.startsWith('/api/v1.0/')) return 'management'
  if (pathname.startsWith('/admin/reports/')) return 'reports'
  if (pathname.startsWith('/admin/')) return 'directory'
  if (pathname.startsWith('/v1beta1/')) return 'alerts'
  if (pathname.endsWith('/token')) return undefined
  if (pathname.includes('/auditLogs/')) return 'graphLogs'
  return pathname.includes('/identityProtection/') ? 'graphRisks' : 'graphDirectory'
}

export class FakeVendors {
  readonly published: Published
  readonly tokens: FakeTokens
  readonly management: FakeManagement
  readonly graph: FakeGraph
  readonly google: FakeGoogle
  /** Every request counts, also one that a proxy or an expired token ends. */
  readonly quotas: Readonly<Record<Api, Quota>>
  /** `METHOD path` of every request. */
  readonly requests: string[] = []
  /** Number of faulty responses, by API (absent for tokens) and kind. */
  readonly faulted = new Map<Api | undefined, Map<string, number>>()
  /** Returns a response that replaces the vendor's, or undefined. */
  instead: (url: URL) => unknown = () => undefined
  /** Returns an error that replaces the vendor's response, or undefined. */
  refused: (url: URL) => Answer | undefined = () => undefined
  readonly #faults: FaultRates
  /** The requests that are left in the block of each fault, and the one that has it. */
  readonly #blocks = new Map<keyof FaultRates, { readonly left: number; readonly at: number }>()
  readonly #clock: Clock
  readonly #roll: (below: number) => number
  readonly #server = createServer((request, response) => void this.#handle(request, response))

  constructor(options: FakeVendorsOptions) {
    this.#faults = options.faults ?? noFaults
    this.#roll = dice(options.seed + 1)
    this.published = publish(options)
    const { clock } = options
    this.#clock = clock
    this.quotas = {
      management: new Quota(2000, 60_000, clock),
      graphLogs: new Quota(5, 10_000, clock),
      // Requests can overtake the virtual clock, so the limit of one request per second is enforced over two seconds.
      graphRisks: new Quota(2, 2000, clock),
      // Resource units: each list request costs at most two.
      graphDirectory: new Quota(3500 / 2, 10_000, clock),
      reports: new Quota(2400, 60_000, clock),
      // No limit is documented.
      alerts: new Quota(Number.POSITIVE_INFINITY, 60_000, clock),
      directory: new Quota(2400, 60_000, clock),
    }
    this.tokens = new FakeTokens(options.tokenCalls ?? Number.POSITIVE_INFINITY)
    this.management = new FakeManagement(this.published, clock, tenantId)
    this.graph = new FakeGraph(this.published, clock, tenantId)
    this.google = new FakeGoogle(this.published, clock, customerId)
  }

  async start(): Promise<string> {
    await listen(this.#server)
    return this.url
  }

  get url(): string {
    return urlOf(this.#server)
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    this.requests.push(`${request.method} ${url.pathname}`)
    const body = await text(request)
    const instead = this.instead(url)
    const answer =
      this.refused(url) ?? (instead === undefined ? this.#decide(request, url, body) : { status: 200, body: instead })
    response.sendDate = false
    const headers = { date: new Date(this.#clock.now()).toUTCString(), ...answer.headers }
    if (answer.status === 200 && this.#happens('half', apiOf(url.pathname))) {
      const sent = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      // Half a page: the connection breaks, or a proxy ends the response early.
      if (this.#roll(2) === 0) {
        response.writeHead(200, {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent) + 1,
        })
        response.write(sent.slice(0, Math.floor(sent.length / 2)), () => response.destroy())
      } else {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(sent.slice(0, Math.floor(sent.length / 2)))
      }
      return
    }
    send(response, { ...answer, headers })
  }

  /** One request of each block has the fault, so that no order of the requests avoids it. */
  #happens(kind: keyof FaultRates, api: Api | undefined): boolean {
    if (this.#faults[kind] === 0) return false
    const size = Math.round(1000 / this.#faults[kind])
    const { left, at } = this.#blocks.get(kind) ?? { left: size, at: this.#roll(size) + 1 }
    this.#blocks.set(kind, left === 1 ? { left: size, at: this.#roll(size) + 1 } : { left: left - 1, at })
    if (left !== at) return false
    this.#count(kind, api)
    return true
  }

  #count(kind: string, api: Api | undefined): void {
    const kinds = this.faulted.get(api) ?? new Map<string, number>()
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    this.faulted.set(api, kinds)
  }

  #decide(request: IncomingMessage, url: URL, body: string): Answer {
    const { pathname } = url
    if (pathname === `/${tenantId}/oauth2/v2.0/token`) return this.tokens.microsoft(body)
    if (pathname === '/token') return this.tokens.google(body)
    const api = apiOf(pathname) ?? 'graphDirectory'
    const isBelowLimit = this.quotas[api].take()
    const happens = (kind: keyof FaultRates) => this.#happens(kind, api)
    if (happens('proxy'))
      return {
        status: 502,
        body: '<html><body>502 Bad Gateway</body></html>',
        headers: { 'content-type': 'text/html' },
      }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const rights = this.tokens.use(token)
    if (rights === undefined) {
      this.#count('expired', api)
      // The answer of a proxy in front of the Management Activity API: only its status counts.
      if (api === 'management') return refuse(401, 'Unauthorized', 'The token has expired.')
      return api.startsWith('graph')
        ? refuse(401, 'InvalidAuthenticationToken', 'Access token has expired.')
        : refuseAsGoogle(401, 'authError', 'Invalid Credentials')
    }
    const isThrottled = !isBelowLimit || happens('throttled')
    switch (api) {
      case 'management':
        if (isThrottled) return this.management.throttled(this.#roll(3))
        return this.management.answer(request.method ?? 'GET', url, rights, this.url)
      case 'reports':
      case 'alerts':
      case 'directory':
        if (isThrottled)
          return isBelowLimit && this.#roll(2) === 0
            ? refuseAsGoogle(403, 'rateLimitExceeded', 'Rate Limit Exceeded')
            : refuseAsGoogle(503, 'backendError', 'Quota exceeded')
        return this.google.answer(url, rights)
      default:
        if (isThrottled) return this.graph.throttled(this.#roll(2) === 0)
        if (pathname.endsWith('/signIns') && happens('doubtful')) return this.graph.notPremium()
        // Node keeps the URL unchanged.
        return this.graph.answer(url, request.url ?? '', rights, this.url)
    }
  }
}
