// How kafkajs reads what it fetched. By itself it decompresses the whole fetch at once, without a limit and without
// checksums, and fetches again for ever what it cannot read. It has no setting for that, so the one function that does it
// is replaced: a record batch stays as it came and travels as one message, and `cutBatch` opens it when its turn comes.
import { createRequire } from 'node:module'
import type { KafkaMessage } from 'kafkajs'
import {
  isControlBatch,
  openBatch,
  type RecordBatch,
  splitBatches,
  transactionOf,
} from '../framing/record-batch/record-batch.ts'

/** What kafkajs hands over of the answer of a broker: the size of the record set comes first. */
interface FetchDecoder {
  readInt32(): number
  canReadBytes(count: number): boolean
  readBytes(count: number): Buffer
}

/** A record batch in the place of a message. Members that kafkajs reads are as it makes them. */
export interface BatchMessage {
  readonly recordBatch: RecordBatch
  /** On the monotonic clock. */
  readonly fetchedAt: number
  /** The last of the batch: kafkajs drops messages below the offset that it asked for. */
  readonly offset: string
  readonly key: Buffer | null
  readonly isControlRecord: boolean
  readonly batchContext: { readonly producerId: string; readonly inTransaction: boolean }
}

/** The key of a control record shows kafkajs whether a transaction was committed or aborted. */
const controlBytes = 1024

async function toMessage(recordBatch: RecordBatch): Promise<BatchMessage> {
  let key: Buffer | null = null
  const isControlRecord = isControlBatch(recordBatch)
  if (isControlRecord) {
    const opened = await openBatch(recordBatch, controlBytes).catch(() => undefined)
    for (const record of opened?.records ?? []) key = record.key
  }
  return {
    recordBatch,
    fetchedAt: performance.now(),
    offset: recordBatch.lastOffset.toString(),
    key,
    isControlRecord,
    batchContext: transactionOf(recordBatch),
  }
}

async function decodeMessages(decoder: FetchDecoder): Promise<BatchMessage[]> {
  const size = decoder.readInt32()
  if (size <= 0 || !decoder.canReadBytes(size)) return []
  return Promise.all([...splitBatches(decoder.readBytes(size))].map(toMessage))
}

const decoderModule = 'kafkajs/src/protocol/requests/fetch/v4/decodeMessages.js'

/** Call it before the first fetch: kafkajs loads its decoder then. */
export function keepBatchesClosed(): void {
  const require = createRequire(import.meta.url)
  require(decoderModule)
  const loaded = require.cache[require.resolve(decoderModule)]
  if (loaded === undefined) throw new Error(`${decoderModule} cannot be replaced`)
  loaded.exports = decodeMessages
}

/** What kafkajs hands over as messages. */
export function batchMessagesOf(messages: readonly KafkaMessage[]): readonly BatchMessage[] {
  const batches = messages as unknown as readonly BatchMessage[]
  if (batches.some(({ recordBatch }) => recordBatch === undefined)) {
    throw new Error('kafkajs read a batch by itself: keepBatchesClosed was not called in time')
  }
  return batches
}
