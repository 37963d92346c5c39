// Where failed events go, and what is written of them.
import type { DeadLetter, Failure, Storable } from '../outcome.ts'
import { NdjsonFile } from './ndjson.ts'

export interface DeadLetterSink {
  /** Resolves when the letters are safe; only then may their offsets be committed. */
  put(letters: readonly DeadLetter[]): Promise<void>
  close(): Promise<void>
}

/** An event that could not be stored. */
export function toFailure(event: Storable, code: 'document_rejected' | 'failure_store', detail: string): Failure {
  const { element, delivery, record } = event.decoded
  return { ok: false, code, detail, element, delivery, raw: JSON.stringify(record ?? event.document) }
}

/** A failure as it is kept; `now` is ISO 8601. */
export function toDeadLetter(failure: Failure, now: string): DeadLetter {
  const { code, detail, element, raw, delivery } = failure
  const { source, partition, offset, lastOffset } = delivery
  return {
    '@timestamp': now,
    code,
    detail,
    source,
    ...(partition !== undefined && { partition }),
    offset,
    ...(lastOffset !== undefined && { lastOffset }),
    element,
    raw,
  }
}

/** Dead letters appended to an NDJSON file, on the disk when `put` resolves. */
export function makeNdjsonDeadLetters(path: string): DeadLetterSink {
  const file = new NdjsonFile(path, { durable: true })
  return {
    put: (letters) => file.append(letters.map((letter) => JSON.stringify(letter))),
    close: () => file.close(),
  }
}
