// A sink for benchmarks. It builds the bodies of Elasticsearch requests, drops them, and responds at once.
import { type Runtime, realRuntime } from '../clients/retry.ts'
import type { Storable } from '../outcome.ts'
import { BulkBody, type BulkBodySettings } from './bulk-body.ts'
import { type Sink, Tally } from './sink.ts'

export interface DiscardSinkSettings extends BulkBodySettings {
  readonly maxBytes?: number
  readonly runtime?: Runtime
}

export interface DiscardSink extends Sink {
  readonly bytes: number
}

export function makeDiscardSink({
  maxBytes = 5_000_000,
  runtime = realRuntime,
  ...settings
}: DiscardSinkSettings): DiscardSink {
  const body = new BulkBody(settings, maxBytes)
  let bytes = 0
  return {
    get bytes() {
      return bytes
    },
    async store(events: readonly Storable[]) {
      const tally = new Tally()
      const ingested = new Date(runtime.now()).toISOString()
      for (let queue = events; queue.length > 0; ) {
        const chunk = body.encode(queue, ingested, maxBytes)
        bytes += chunk.length
        body.release(chunk.buffer)
        for (const event of chunk.events) tally.count('stored', event.dataset)
        for (const failure of chunk.failures) tally.failures.push(failure)
        queue = queue.slice(chunk.count)
      }
      return tally
    },
    close: () => Promise.resolve(),
  }
}
