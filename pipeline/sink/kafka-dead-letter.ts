// Writes dead letters to a Kafka topic. The value is the letter as JSON; the headers repeat the members for filtering.
import type { Message } from 'kafkajs'
import type { KafkaClientOptions } from '../clients/kafka.ts'
import { bySize, isTooLarge, KafkaProducer } from '../clients/kafka-producer.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { DeadLetter } from '../outcome.ts'
import { type DeadLetterSink, shorten } from './dead-letter.ts'

/** Characters kept of a raw value too long for the broker. The letter has the coordinates of the whole value. */
const shortenedChars = 100_000
/** If the broker accepts less, the raw value is halved until it fits or only this many characters remain. */
const shortestChars = 100

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

type Producer = Pick<KafkaProducer, 'send' | 'close'>

class KafkaDeadLetters implements DeadLetterSink {
  private readonly options: KafkaClientOptions
  private readonly producer: Producer

  constructor(options: KafkaClientOptions, producer: Producer) {
    this.options = options
    this.producer = producer
  }

  async put(letters: readonly DeadLetter[], { signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    for (const group of bySize(letters, (letter) => JSON.stringify(letter).length)) {
      signal?.throwIfAborted()
      const [only, another] = group
      if (await this.fits(group)) continue
      if (another === undefined) await this.sendCut(only as DeadLetter)
      else for (const letter of group) if (!(await this.fits([letter]))) await this.sendCut(letter)
    }
  }

  close(): Promise<void> {
    return this.producer.close()
  }

  private async sendCut(letter: DeadLetter): Promise<void> {
    const { raw, context } = letter
    let length = Math.min(shortenedChars, context === undefined ? Math.floor(raw.length / 2) : raw.length)
    while (!(await this.fits([shorten(letter, length)]))) {
      if (length < shortestChars) {
        const message = `The topic ${this.options.kafka.deadLetterTopic} rejects even the shortest dead letter. Increase its max.message.bytes.`
        throw new DependencyError('kafka_dead_letter', message)
      }
      length = Math.floor(length / 2)
    }
  }

  private async fits(letters: readonly DeadLetter[]): Promise<boolean> {
    try {
      await this.producer.send(this.options.kafka.deadLetterTopic, letters.map(toMessage))
      return true
    } catch (error) {
      if (isTooLarge(error)) return false
      throw error
    }
  }
}

export function makeKafkaDeadLetters(
  options: KafkaClientOptions,
  producer: Producer = new KafkaProducer(options),
): DeadLetterSink {
  return new KafkaDeadLetters(options, producer)
}
