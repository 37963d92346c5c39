// The interface between the service and a queue. It is small, so that another client can replace the current one.
import type { Delivery, Failure } from '../outcome.ts'

/** A value from the queue, before it is decoded. */
export interface RawKafkaValue {
  readonly delivery: Delivery
  readonly buffer: Buffer
}

export interface SourceBatch {
  readonly topic: string
  readonly partition: number
  readonly values: readonly RawKafkaValue[]
  /** Record batches that could not be read. Each becomes a dead letter. */
  readonly failures: readonly Failure[]
  /** Aborted when the result is unneeded (partition lost, drain time over): the handler stops, nothing is committed. */
  readonly signal: AbortSignal
}

/**
 * Fulfilled: the batch is stored or dead-lettered, and only then committed. Rejected: it is not committed, and is
 * delivered again. Batches overlap: the next may be passed on while this one is being stored. Commits stay in order.
 */
export type BatchHandler = (batch: SourceBatch) => Promise<void>

export interface SourceStatus {
  /** Partitions that this member reads; undefined while it belongs to no group. */
  readonly assigned: number | undefined
  /** Records between our position and the end, over all our partitions; undefined while unknown. */
  readonly lag: number | undefined
  /** The time since which partitions are assigned and positions equal end offsets (milliseconds, monotonic clock). */
  readonly atEndSince: number | undefined
  readonly trouble: { readonly code: string; readonly message: string } | undefined
}

export interface Source {
  /** Reads until stopped; rejects with a DependencyError that waiting does not correct. */
  run(handler: BatchHandler): Promise<void>
  /** Passes on nothing more, waits up to the given time for current batches, commits them and leaves the group. */
  stop(drainSeconds: number): Promise<void>
  status(): SourceStatus
}
