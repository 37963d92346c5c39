// Processes the result of one fetch of one partition: passes it on in chunks, keeps the group membership alive
// meanwhile, and commits stored chunks in order.
import type { EachBatchPayload } from 'kafkajs'
import { isGroupChange } from '../clients/kafka.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { type Chunk, type ChunkLimits, cutBatch } from './kafka-batches.ts'
import { batchMessagesOf } from './kafka-fetch.ts'
import type { Membership } from './kafka-membership.ts'
import type { Overload } from './kafka-overload.ts'
import type { Positions } from './kafka-positions.ts'
import type { BatchHandler } from './source.ts'

/** Maximum unstored chunks passed on per partition: one is transformed while the other is stored. */
const inFlight = 2
const commitEveryMs = 1000

export interface PartitionOptions {
  readonly handler: BatchHandler
  readonly limits: ChunkLimits
  readonly heartbeatMs: number
  readonly positions: Positions
  readonly membership: Membership
  readonly overload: Overload
  readonly telemetry: Telemetry
  /** Aborted when the drain time is over. */
  readonly giveUp: AbortSignal
  /** Called with the rejection of the handler: the batch cannot be stored, and the source must end. */
  readonly onFailure: (error: unknown) => void
}

interface Pending {
  readonly chunk: Chunk
  readonly stored: Promise<void>
}

/** Rejects when the signal aborts, so that a store that ignores the signal delays nothing. */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Fulfilled when all possible work is finished. Rejects only with an error that kafkajs must receive (a rebalance). */
export async function consumePartition(payload: EachBatchPayload, options: PartitionOptions): Promise<void> {
  const { batch } = payload
  const { topic, partition } = batch
  const { positions, membership, overload, handler, telemetry, giveUp } = options
  const { assignment } = membership
  const abandon = new AbortController()
  const { signal } = abandon
  const endings = [assignment.signal, giveUp]
  const end = () => abandon.abort(endings.find(({ aborted }) => aborted)?.reason)
  for (const ending of endings) ending.addEventListener('abort', end, { once: true })
  if (endings.some(({ aborted }) => aborted)) end()

  const heartbeat = setInterval(() => {
    payload.heartbeat().catch((error: unknown) => {
      // A failed connection recovers or ends the consumer elsewhere. Only a rebalance affects the batch.
      if (isGroupChange(error)) assignment.leave(error)
    })
  }, options.heartbeatMs)

  // Evaluated anew each time, because the clock may end an assignment before the group does.
  const stale = () => membership.assignment !== assignment || assignment.signal.aborted || payload.isStale()
  let committable: Chunk | undefined
  let lastCommit = performance.now()
  const commit = async () => {
    if (committable === undefined || stale()) return
    const offsets = positions.commitOf(topic, partition, committable.next)
    try {
      await payload.commitOffsetsIfNecessary(offsets)
      positions.markCommitted(offsets)
      committable = undefined
    } catch (error) {
      if (isGroupChange(error)) assignment.leave(error)
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
      await overload.whileWaiting(untilAborted(oldest.stored, signal))
    } catch (error) {
      failed = true
      if (!signal.aborted) options.onFailure(error)
      return
    }
    // After a chunk that is not stored, nothing is committed, not even stored chunks.
    if (failed || stale()) return
    payload.resolveOffset(oldest.chunk.last)
    positions.advance(topic, partition, oldest.chunk.next)
    committable = oldest.chunk
    if (performance.now() - lastCommit > commitEveryMs) await commit()
  }

  try {
    const goOn = () => payload.isRunning() && !failed && assignment.change === undefined && !signal.aborted && !stale()
    const [first] = batchMessagesOf(batch.messages)
    // A batch may have waited in the queue of kafkajs while its partition went to another member.
    const isOurs = first === undefined || first.fetchedAt >= assignment.since
    if (isOurs && goOn()) {
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
    }
    while (pending.length > 0) await settleOldest()
    await commit()
  } finally {
    clearInterval(heartbeat)
    for (const ending of endings) ending.removeEventListener('abort', end)
  }
  if (isGroupChange(assignment.change)) throw assignment.change
}
