// Dead letters to a Kafka topic: the value is the letter as JSON; the headers repeat what one filters by.
import kafkajs, { type Message, type Producer } from 'kafkajs'
import { type KafkaClientOptions, makeKafka, toDependencyError } from '../clients/kafka.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { DeadLetter } from '../outcome.ts'
import { cutRaw, type DeadLetterSink } from './dead-letter.ts'

const { CompressionTypes, Partitioners } = kafkajs

/** Below the 1 MB that brokers take by default, also before compression. */
const requestBytes = 900_000
/** What is kept of a raw value that the broker finds too long; the whole of it is at the letter's coordinates. */
const shortenedChars = 100_000
/** Where the broker takes less than that, the raw value is halved until it takes it, or so little is left. */
const shortestChars = 100

export interface KafkaDeadLetterOptions extends KafkaClientOptions {}

function toMessage(letter: DeadLetter): Message {
  const { code, source, partition, offset, lastOffset, element, raw } = letter
  return {
    key: `${source}/${partition ?? ''}/${offset}`,
    value: JSON.stringify(letter),
    headers: {
      code,
      source,
      ...(partition !== undefined && { partition: String(partition) }),
      offset,
      ...(lastOffset !== undefined && { lastOffset }),
      element,
      ...(raw.startsWith('base64:') && { encoding: 'base64' }),
    },
  }
}

function isTooLarge(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { type } = at as { type?: unknown }
    if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE') return true
  }
  return false
}

/** Groups of letters that fit a request; a longer one goes alone. */
function* bySize(letters: readonly DeadLetter[]): Generator<DeadLetter[]> {
  let group: DeadLetter[] = []
  let bytes = 0
  for (const letter of letters) {
    const size = letter.raw.length + letter.detail.length + 300
    if (group.length > 0 && bytes + size > requestBytes) {
      yield group
      group = []
      bytes = 0
    }
    group.push(letter)
    bytes += size
  }
  if (group.length > 0) yield group
}

class KafkaDeadLetters implements DeadLetterSink {
  private readonly options: KafkaDeadLetterOptions
  private producer: Promise<Producer> | undefined

  constructor(options: KafkaDeadLetterOptions) {
    this.options = options
  }

  async put(letters: readonly DeadLetter[], { signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    for (const group of bySize(letters)) {
      signal?.throwIfAborted()
      const [only, another] = group
      if (await this.fits(group)) continue
      if (another === undefined) await this.sendCut(only as DeadLetter)
      else for (const letter of group) if (!(await this.fits([letter]))) await this.sendCut(letter)
    }
  }

  async close(): Promise<void> {
    const producer = await this.producer?.catch(() => undefined)
    this.producer = undefined
    await producer?.disconnect().catch(() => undefined)
  }

  private async sendCut(letter: DeadLetter): Promise<void> {
    let length = Math.min(shortenedChars, Math.floor(letter.raw.length / 2))
    while (!(await this.fits([cutRaw(letter, length)]))) {
      if (length < shortestChars) {
        const message = `The topic ${this.options.kafka.deadLetterTopic} takes no dead letter, however short. Raise its max.message.bytes.`
        throw new DependencyError('kafka_dead_letter', message, { retryable: false })
      }
      length = Math.floor(length / 2)
    }
  }

  /** Sends the letters in one request; false when the broker finds it too long. */
  private async fits(letters: readonly DeadLetter[]): Promise<boolean> {
    try {
      this.producer ??= this.connect()
      const producer = await this.producer
      await producer.send({
        topic: this.options.kafka.deadLetterTopic,
        acks: -1,
        compression: CompressionTypes.GZIP,
        messages: letters.map(toMessage),
      })
      return true
    } catch (error) {
      // A producer that failed may have lost count of its sequence numbers: the next attempt gets a new one.
      await this.close()
      if (isTooLarge(error)) return false
      throw toDependencyError(error)
    }
  }

  private async connect(): Promise<Producer> {
    const producer = makeKafka(this.options).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: true,
      maxInFlightRequests: 1,
    })
    await producer.connect()
    return producer
  }
}

export function makeKafkaDeadLetters(options: KafkaDeadLetterOptions): DeadLetterSink {
  return new KafkaDeadLetters(options)
}
