// An HTTP proxy that answers late: Elasticsearch as it is when others keep it busy.
import { once } from 'node:events'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export class Throttle {
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true })
  /** How long each request waits before it is passed on. */
  delayMs = 0
  /** Requests that wait. */
  waiting = 0

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
      incoming.pipe(outgoing)
    })
  }

  static async before(target: string): Promise<Throttle> {
    const throttle = new Throttle(new URL(target))
    throttle.#server.listen(0, '127.0.0.1')
    await once(throttle.#server, 'listening')
    return throttle
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
