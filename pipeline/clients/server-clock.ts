// Compares the clock of this computer with the clock of Elasticsearch. `event.ingested` is the time of this computer, and
// Kibana rules read the documents of the last minutes by the clock of its servers.
import type { Client } from '@elastic/elasticsearch'
import { request } from './elasticsearch.ts'

/** A larger difference hides documents from rules that run every five minutes. */
export const clockToleranceMs = 5 * 60_000

/**
 * The milliseconds by which this computer is ahead (negative: behind); undefined if the index does not exist. The answers
 * of Elasticsearch have no header with the time, but a range from `now` contains it, even without documents.
 */
export async function clockDifference(client: Client, index: string): Promise<number | undefined> {
  const sentAt = Date.now()
  const { aggregations } = await request(client, () =>
    client.search({
      index,
      ignore_unavailable: true,
      size: 0,
      aggs: { clock: { date_range: { field: '@timestamp', ranges: [{ from: 'now' }] } } },
    }),
  )
  const { buckets } = (aggregations?.clock ?? {}) as { buckets?: readonly { from?: unknown }[] }
  const serverTime = buckets?.[0]?.from
  return typeof serverTime === 'number' ? (sentAt + Date.now()) / 2 - serverTime : undefined
}
