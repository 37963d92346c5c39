// A record batch that cannot be read: one dead letter covers all of its offsets, and reading continues after it.
import type { DeadLetterCode } from '../../outcome.ts'

export type RefusedBatchCode = Extract<DeadLetterCode, `batch_${string}`>

/** Thrown while a batch is decompressed and cut into records; `cutBatch` turns it into a failure. */
export class RefusedBatch extends Error {
  readonly code: RefusedBatchCode
  constructor(code: RefusedBatchCode, message: string) {
    super(message)
    this.name = 'RefusedBatch'
    this.code = code
  }
}

export function damaged(message: string): RefusedBatch {
  return new RefusedBatch('batch_damaged', message)
}

export function tooLarge(limit: number): RefusedBatch {
  return new RefusedBatch('batch_too_large', `the batch expands to more than ${limit} bytes (KAFKA_EXPANDED_BYTES)`)
}
