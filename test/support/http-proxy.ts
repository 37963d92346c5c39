// An HTTP proxy before Elasticsearch: it answers late, as a server that others keep busy, and records the requests.
import { once } from 'node:events'
import { Agent, createServer, request, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen, portOf } from './local-server.ts'

export interface RecordedRequest {
  readonly method: string
  /** With the query string. */
  readonly path: string
  readonly body: string
}

export class HttpProxy {
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true })
  /** How long each request waits before it is passed on. */
  delayMs = 0
  /** Requests that wait. */
  waiting = 0
  /** Receives each request that is complete. */
  record: ((request: RecordedRequest) => void) | undefined

  private constructor(target: URL) {
    this.#server = createServer(async (incoming, answer) => {
      this.waiting++
      await new Promise((resolve) => setTimeout(resolve, this.delayMs))
      this.waiting--
      const { method, url, headers } = incoming
      const { hostname, port } = target
      const outgoing = request({ hostname, port, method, path: url, headers, agent: this.#agent }, (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(answer)
      })
      outgoing.on('error', () => answer.destroy())
      answer.on('close', () => outgoing.destroy())
      const { record } = this
      if (record !== undefined)
        text(incoming).then(
          (body) => record({ method: method ?? '', path: url ?? '', body }),
          () => undefined,
        )
      incoming.pipe(outgoing)
    })
  }

  static async before(target: string): Promise<HttpProxy> {
    const proxy = new HttpProxy(new URL(target))
    await listen(proxy.#server)
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server)}`
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
