// What the service asks of a queue, small enough that another client can take the place of the one behind it.
import type { Delivery, Failure } from '../outcome.ts'

/** A value as it lay in the queue, before anyone read it. */
export interface RawKafkaValue {
  readonly delivery: Delivery
  readonly buffer: Buffer
}

export interface SourceBatch {
  readonly topic: string
  readonly partition: number
  readonly values: readonly RawKafkaValue[]
  /** Record batches among them that could not be read: dead letters, one each. */
  readonly failures: readonly Failure[]
  /** Aborted when nobody waits for the result any more (partition lost, drain time over): give up, nothing is committed. */
  readonly signal: AbortSignal
}

/**
 * Fulfilled: the batch is stored or dead-lettered, and only then committed. Rejected: it is not committed, and it comes
 * again. Batches overlap: the next may be passed on while this one is being stored. Commits keep the order anyway.
 */
export type BatchHandler = (batch: SourceBatch) => Promise<void>

export interface SourceStatus {
  /** Partitions that this member reads; undefined while it belongs to no group. */
  readonly assigned: number | undefined
  /** Records between our position and the end, over all our partitions; undefined while unknown. */
  readonly lag: number | undefined
  /** Since when partitions are assigned and the positions equal the end offsets (milliseconds, monotonic clock). */
  readonly atEndSince: number | undefined
  readonly trouble: { readonly code: string; readonly message: string } | undefined
}

export interface Source {
  /** Reads until stopped; rejects with a DependencyError that waiting does not correct. */
  run(handler: BatchHandler): Promise<void>
  /** Hands over nothing more, waits for what is in hand no longer than the given time, commits it and leaves. */
  stop(drainSeconds: number): Promise<void>
  status(): SourceStatus
}
