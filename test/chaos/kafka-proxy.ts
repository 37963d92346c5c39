// A proxy in front of Kafka brokers that breaks connections, responses and timing. Brokers send their address to
// clients; the proxy replaces the port in these responses, so it must run on the host that the brokers name.
import { once } from 'node:events'
import { createServer, type Server, type Socket, connect as toBroker } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { listen, portOf } from '../support/local-server.ts'
import { int32 } from '../support/record-batch.ts'
import { Traffic } from './traffic.ts'

/** API keys of requests in Kafka's protocol. */
const apis = { produce: 0, fetch: 1, metadata: 3, commit: 8, coordinator: 10 } as const

/** The next answer of a kind is cut in half, or never sent; then the connection is reset. */
type AnswerFault = 'half' | 'lost'

interface Broker {
  readonly host: string
  readonly port: number
  readonly server: Server
}

export class KafkaProxy {
  readonly traffic = new Traffic()
  #brokers: Broker[] = []
  #armed: { readonly api: number; readonly fault: AnswerFault; readonly hit: () => void } | undefined

  static async open(addresses: string): Promise<KafkaProxy> {
    const proxy = new KafkaProxy()
    for (const address of addresses.split(',')) {
      const [host = '', port = ''] = address.split(':')
      const server = createServer((client) => proxy.#serve(client, toBroker(Number(port), host)))
      proxy.#brokers.push({ host, port: Number(port), server })
      await listen(server, host)
    }
    return proxy
  }

  get addresses(): string {
    return this.#brokers.map(({ host, server }) => `${host}:${portOf(server)}`).join(',')
  }

  /** Resolves to whether a response of this kind came in time. */
  async breakAnswer(api: keyof typeof apis, fault: AnswerFault, withinMs: number): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => {
      this.#armed = { api: apis[api], fault, hit: () => resolve(true) }
    })
    const hit = await Promise.race([answered, sleep(withinMs, false)])
    this.#armed = undefined
    return hit
  }

  async close(): Promise<void> {
    this.traffic.reset()
    for (const { server } of this.#brokers) server.close()
  }

  #serve(client: Socket, broker: Socket): void {
    if (!this.traffic.admit(client, broker)) return
    const waiting = new Map<number, number>()
    const ends = (): void => {
      client.destroy()
      broker.destroy()
    }
    const requests = this.#pass(client, broker, (frame) => {
      waiting.set(frame.readInt32BE(8), frame.readInt16BE(4))
      return frame
    })
    const answers = this.#pass(broker, client, (frame) => {
      const correlation = frame.readInt32BE(4)
      const api = waiting.get(correlation)
      waiting.delete(correlation)
      if (api === apis.metadata || api === apis.coordinator) this.#rewrite(frame)
      if (this.#armed === undefined || this.#armed.api !== api) return frame
      const { fault, hit } = this.#armed
      this.#armed = undefined
      if (fault === 'half') client.write(frame.subarray(0, frame.length / 2))
      hit()
      return undefined
    })
    Promise.race([requests, answers]).then(ends, ends)
  }

  /** Forwards frames until one side ends or `look` returns undefined. */
  async #pass(from: Socket, to: Socket, look: (frame: Buffer) => Buffer | undefined): Promise<void> {
    for await (const frame of framesOf(from)) {
      await this.traffic.turn()
      const passed = look(frame)
      if (passed === undefined || to.destroyed) return
      if (!to.write(passed)) await once(to, 'drain')
    }
  }

  /** In every version of the protocol, a host is a string, followed by its port in four bytes. */
  #rewrite(frame: Buffer): void {
    for (const { host, port, server } of this.#brokers) {
      const address = Buffer.concat([Buffer.from(host), int32(port)])
      for (let at = frame.indexOf(address); at >= 0; at = frame.indexOf(address, at + 1))
        int32(portOf(server)).copy(frame, at + host.length)
    }
  }
}

/** Yields the messages of the protocol: four bytes of length, then the content. */
async function* framesOf(socket: Socket): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of socket) {
    parts.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length < 4) continue
    let bytes = parts.length === 1 ? (parts[0] as Buffer) : undefined
    const head = bytes ?? ((parts[0] as Buffer).length >= 4 ? (parts[0] as Buffer) : Buffer.concat(parts))
    if (length < 4 + head.readInt32BE(0)) continue
    bytes ??= Buffer.concat(parts)
    let at = 0
    while (bytes.length - at >= 4 && bytes.length - at >= 4 + bytes.readInt32BE(at)) {
      const end = at + 4 + bytes.readInt32BE(at)
      yield bytes.subarray(at, end)
      at = end
    }
    parts = at < bytes.length ? [bytes.subarray(at)] : []
    length = bytes.length - at
  }
}
