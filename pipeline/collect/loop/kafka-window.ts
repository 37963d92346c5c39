// The records of one window as Kafka messages. A write ends when the broker has acknowledged it, so a collector holds no more
// than the pages that it has just read.
import { bySize, isTooLarge, type KafkaProducer } from '../../clients/kafka-producer.ts'
import { DependencyError } from '../../errors/dependency-error.ts'
import type { WindowOutput, WindowResult } from '../lane.ts'
import { RecentRecords } from './recent-records.ts'

export interface KafkaWindowOptions {
  readonly producer: Pick<KafkaProducer, 'send'>
  readonly topic: string
  readonly key: string
  readonly recent: RecentRecords
  readonly signal: AbortSignal
  readonly onSent: (sent: number, repeated: number) => void
}

export class KafkaWindow implements WindowOutput {
  readonly #options: KafkaWindowOptions
  readonly #lost: string[] = []
  #records = 0

  constructor(options: KafkaWindowOptions) {
    this.#options = options
  }

  async write(lines: readonly string[]): Promise<void> {
    const { key, recent, signal, onSent } = this.#options
    const all = lines.map((record) => ({ record, digest: RecentRecords.digest(key, record) }))
    const fresh = all.filter(({ digest }) => !recent.has(digest))
    onSent(0, all.length - fresh.length)
    for (const group of bySize(fresh, ({ record }) => Buffer.byteLength(record))) {
      signal.throwIfAborted()
      await this.#send(group.map(({ record }) => record))
      for (const { digest } of group) recent.add(digest)
      this.#records += group.length
      onSent(group.length, 0)
    }
  }

  async #send(records: readonly string[]): Promise<void> {
    const { producer, topic, key } = this.#options
    try {
      await producer.send(
        topic,
        records.map((value) => ({ key, value })),
      )
    } catch (error) {
      if (!isTooLarge(error)) throw error
      const bytes = Math.max(...records.map((record) => Buffer.byteLength(record)))
      const message = `topic ${topic} rejects a record of ${bytes} bytes; increase its max.message.bytes: the collector then continues`
      throw new DependencyError('kafka_record_too_large', message, { cause: error, retryable: true })
    }
  }

  lost(what: string): void {
    this.#lost.push(what)
  }

  async finish(): Promise<WindowResult> {
    return { records: this.#records, lost: this.#lost }
  }

  /** Messages already sent remain in Kafka. The repeated window sends them again, with the same document IDs. */
  async discard(): Promise<void> {}
}
