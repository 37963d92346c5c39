// A proxy in front of Elasticsearch that breaks connections, requests, responses and single items of a bulk request.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type BulkAction, joinActions, splitActions, withRefusals } from '../support/bulk-actions.ts'
import { closeServer, listen, urlOf } from '../support/local-server.ts'
import { Traffic } from './traffic.ts'

export type RequestFault =
  /** The connection is reset when the server has half of the request. */
  | 'half a request'
  /** The server has completed the request, and the client gets half of the response. */
  | 'half a response'
  /** The server has completed the request, and the connection is reset. */
  | 'response lost'
  /** Every second item of a bulk is refused with 429. */
  | 'items refused'
  /** The proxy answers with this status; the server does not receive the request. */
  | { readonly status: number }

interface Message {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export class ElasticsearchProxy {
  readonly traffic = new Traffic()
  readonly #upstream: URL
  readonly #server: Server
  #armed: { readonly fault: RequestFault; left: number; readonly hit: () => void } | undefined

  private constructor(url: string) {
    this.#upstream = new URL(url)
    this.#server = createServer((incoming, response) => {
      this.#serve(incoming).then(
        (answer) => {
          if (answer === undefined) return void incoming.socket.resetAndDestroy()
          const { 'transfer-encoding': _, ...headers } = answer.headers
          response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length })
          if (answer.cut !== true) return void response.end(answer.body)
          response.write(answer.body.subarray(0, answer.body.length / 2), () => incoming.socket.resetAndDestroy())
        },
        () => incoming.socket.resetAndDestroy(),
      )
    })
    this.#server.on('connection', (socket) => this.traffic.admit(socket))
  }

  static async open(url: string): Promise<ElasticsearchProxy> {
    const proxy = new ElasticsearchProxy(url)
    await listen(proxy.#server)
    return proxy
  }

  get url(): string {
    return urlOf(this.#server)
  }

  /** Breaks the next bulk requests of more than one action. Resolves to whether one of them came in time. */
  async breakBulk(fault: RequestFault, times: number, withinMs: number): Promise<boolean> {
    const sent = new Promise<boolean>((resolve) => {
      this.#armed = { fault, left: times, hit: () => resolve(true) }
    })
    const hit = await Promise.race([sent, sleep(withinMs, false)])
    // The rest of a series continues for a moment after its first hit.
    if (hit && times > 1) await sleep(1_000)
    this.#armed = undefined
    return hit
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  /** Returns the response to send, or undefined for a reset. */
  async #serve(incoming: IncomingMessage): Promise<(Message & { cut?: boolean }) | undefined> {
    const body = unpacked(await buffer(incoming), incoming.headers['content-encoding'])
    await this.traffic.turn()
    const actions = incoming.url?.includes('/_bulk') ? splitActions(body.toString('utf8')) : []
    const fault = actions.length > 1 ? this.#next() : undefined
    if (fault === undefined) return this.#forward(incoming, body)
    if (typeof fault === 'object') return refusal(fault.status)
    switch (fault) {
      case 'half a request':
        await this.#forward(incoming, body, body.length / 2)
        return undefined
      case 'half a response':
        return { ...(await this.#forward(incoming, body)), cut: true }
      case 'response lost':
        await this.#forward(incoming, body)
        return undefined
      case 'items refused':
        return this.#refuseItems(incoming, actions)
    }
  }

  #next(): RequestFault | undefined {
    if (this.#armed === undefined || this.#armed.left === 0) return undefined
    this.#armed.left--
    this.#armed.hit()
    return this.#armed.fault
  }

  async #refuseItems(incoming: IncomingMessage, actions: readonly BulkAction[]): Promise<Message> {
    const kept = actions.filter((_, i) => i % 2 === 0)
    const answer = await this.#forward(incoming, Buffer.from(joinActions(kept)))
    if (answer.status !== 200) return answer
    return { ...answer, body: Buffer.from(withRefusals(actions, answer.body.toString('utf8'))) }
  }

  /** Forwards the request. With `cutAt`, closes the connection after that many bytes and rejects with an error. */
  async #forward({ method, url, headers }: IncomingMessage, body: Buffer, cutAt?: number): Promise<Message> {
    const { 'accept-encoding': _, 'content-encoding': __, 'transfer-encoding': ___, ...kept } = headers
    const out = request(new URL(url ?? '/', this.#upstream), {
      ...(method !== undefined && { method }),
      headers: { ...kept, host: this.#upstream.host, ...(body.length > 0 && { 'content-length': body.length }) },
    })
    if (cutAt === undefined) out.end(body)
    else out.write(body.subarray(0, cutAt), () => out.destroy())
    const [answer] = (await once(out, 'response')) as [IncomingMessage]
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) }
  }
}

const unpacked = (body: Buffer, encoding: string | undefined): Buffer => (encoding === 'gzip' ? gunzipSync(body) : body)

/** Returns Elasticsearch's refusal of a whole request. A gateway in front of Elasticsearch answers in HTML. */
function refusal(status: number): Message {
  const gateway = status === 502 || status === 413
  const error = { type: 'es_rejected_execution_exception', reason: 'rejected execution' }
  return {
    status,
    headers: {
      'content-type': gateway ? 'text/html' : 'application/json',
      ...(!gateway && { 'x-elastic-product': 'Elasticsearch' }),
    },
    body: Buffer.from(gateway ? `<html><h1>${status}</h1></html>` : JSON.stringify({ error, status })),
  }
}
