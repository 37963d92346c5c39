import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http'
import { closeServer, listen, urlOf } from './local-server.ts'

export interface RecordedRequest {
  readonly method: string
  /** Path with the query string. */
  readonly path: string
  readonly body: string
}

export class HttpProxy {
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true })
  delayMs = 0
  waiting = 0
  /** Called with each complete request. */
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
      if (this.record !== undefined) this.#keep(incoming, this.record)
      incoming.pipe(outgoing)
    })
  }

  /** Records a request from the events that the pipe reads: an iterator over the stream would stall the pipe. */
  #keep(incoming: IncomingMessage, record: (request: RecordedRequest) => void): void {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '' } = incoming
      record({ method, path: url, body: Buffer.concat(chunks).toString() })
    })
  }

  static async before(target: string): Promise<HttpProxy> {
    const proxy = new HttpProxy(new URL(target))
    await listen(proxy.#server)
    return proxy
  }

  get url(): string {
    return urlOf(this.#server)
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    await closeServer(this.#server)
  }
}
