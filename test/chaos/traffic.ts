// The state of a link between the service and a server: open, refused, held or slow.
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export class Traffic {
  #sockets = new Set<Socket>()
  #refuses = false
  #held: Promise<void> = Promise.resolve()
  #delayMs = 0

  /** Registers the sockets of a new connection. Returns false if the link is down. */
  admit(...sockets: readonly Socket[]): boolean {
    for (const socket of sockets) {
      socket.on('error', () => socket.destroy())
      if (this.#refuses) socket.resetAndDestroy()
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    }
    return !this.#refuses
  }

  /** Resolves when the next message may pass. */
  async turn(): Promise<void> {
    await this.#held
    if (this.#delayMs > 0) await sleep(this.#delayMs)
  }

  /** Ends every connection at once, as a server that dies does. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy()
  }

  async refuse(ms: number): Promise<void> {
    this.#refuses = true
    this.reset()
    await sleep(ms)
    this.#refuses = false
  }

  /** Keeps connections open and lets nothing pass. */
  async hold(ms: number): Promise<void> {
    this.#held = sleep(ms)
    await this.#held
  }

  async slow(ms: number, delayMs: number): Promise<void> {
    this.#delayMs = delayMs
    await sleep(ms)
    this.#delayMs = 0
  }
}
