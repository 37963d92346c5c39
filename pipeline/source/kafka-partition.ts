// Works through what one fetch brought of one partition: hands it on in chunks, keeps the group membership alive
// meanwhile, and commits what is stored, in order.
import type { EachBatchPayload } from 'kafkajs'
import type { Telemetry } from '../telemetry.ts'
import { type Chunk, type ChunkLimits, cutBatch } from './kafka-batches.ts'
import { isGroupChange } from './kafka-client.ts'
import type { Positions } from './kafka-positions.ts'
import type { BatchHandler } from './source.ts'

/** Chunks of a partition that are handed on and not yet stored: one is transformed while the other is being stored. */
const inFlight = 2
/** When the group moves on, what is in hand may still be finished and committed for so long. */
const graceMs = 10_000
const commitEveryMs = 1000

export interface PartitionOptions {
  readonly handler: BatchHandler
  readonly limits: ChunkLimits
  readonly heartbeatMs: number
  readonly positions: Positions
  readonly telemetry: Telemetry
  /** Aborted when the drain time is over. */
  readonly giveUp: AbortSignal
  /** Called with what the handler rejected with: the batch cannot be stored, and the source must end. */
  readonly onFailure: (error: unknown) => void
}

interface Pending {
  readonly chunk: Chunk
  readonly stored: Promise<void>
}

/** Rejects with the signal, so that a store which hears no signal holds nobody up. */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Fulfilled when all that could be finished is; rejects only with what kafkajs must hear (the group has moved on). */
export async function consumePartition(payload: EachBatchPayload, options: PartitionOptions): Promise<void> {
  const { batch } = payload
  const { topic, partition } = batch
  const { positions, handler, telemetry, giveUp } = options
  const { generation } = positions
  const abandon = new AbortController()
  const { signal } = abandon
  const drainOver = () => abandon.abort(giveUp.reason)
  giveUp.addEventListener('abort', drainOver, { once: true })
  if (giveUp.aborted) drainOver()
  let groupChange: unknown
  let graceTimer: NodeJS.Timeout | undefined

  const leave = (error: unknown) => {
    if (groupChange !== undefined) return
    groupChange = error
    graceTimer = setTimeout(() => abandon.abort(error), graceMs)
  }
  const heartbeat = setInterval(() => {
    payload.heartbeat().catch((error: unknown) => {
      // A connection that fails is mended or ends the consumer elsewhere; only a group that moves on concerns the batch.
      if (isGroupChange(error)) leave(error)
    })
  }, options.heartbeatMs)

  const stale = () => generation !== positions.generation || payload.isStale()
  let committable: Chunk | undefined
  let lastCommit = performance.now()
  const commit = async () => {
    if (committable === undefined || stale()) return
    const offsets = { topics: [{ topic, partitions: [{ partition, offset: committable.next }] }] }
    try {
      await payload.commitOffsetsIfNecessary(offsets)
      positions.markCommitted(offsets)
      committable = undefined
    } catch (error) {
      if (isGroupChange(error)) leave(error)
      // The next commit of this partition covers this one; until then a restart reads some records twice.
      else telemetry.log.warn({ topic, partition, error: String(error) }, 'offsets could not be committed yet')
    }
    lastCommit = performance.now()
  }

  const pending: Pending[] = []
  let failed = false
  const settleOldest = async () => {
    const oldest = pending.shift()
    if (oldest === undefined) return
    try {
      await untilAborted(oldest.stored, signal)
    } catch (error) {
      failed = true
      if (!signal.aborted) options.onFailure(error)
      return
    }
    // Behind a chunk that is not stored nothing is committed, stored or not.
    if (failed || stale()) return
    payload.resolveOffset(oldest.chunk.last)
    positions.advance(topic, partition, oldest.chunk.next)
    committable = oldest.chunk
    if (performance.now() - lastCommit > commitEveryMs) await commit()
  }

  try {
    const goOn = () => payload.isRunning() && !failed && groupChange === undefined && !signal.aborted && !stale()
    for await (const chunk of cutBatch(batch, options.limits, telemetry.metrics)) {
      if (!goOn()) break
      telemetry.metrics.recordsIn.inc({ topic }, chunk.values.length + chunk.tombstones)
      telemetry.metrics.bytesIn.inc({ topic }, chunk.bytes)
      if (chunk.tombstones > 0) telemetry.metrics.tombstones.inc({ topic }, chunk.tombstones)
      const { values, failures } = chunk
      const empty = values.length === 0 && failures.length === 0
      const stored = empty ? Promise.resolve() : handler({ topic, partition, values, failures, signal })
      stored.catch(() => undefined) // looked at when its turn comes; until then it must not count as unhandled
      pending.push({ chunk, stored })
      if (pending.length >= inFlight) await settleOldest()
    }
    while (pending.length > 0) await settleOldest()
    await commit()
  } finally {
    clearInterval(heartbeat)
    clearTimeout(graceTimer)
    giveUp.removeEventListener('abort', drainOver)
  }
  if (groupChange !== undefined) throw groupChange
}
