// Which feeds have sent something, and when last: rules on the others see nothing.
import type { Client } from '@elastic/elasticsearch'
import { toDependencyError, whereIs } from '../clients/elasticsearch.ts'
import { findingsDataset } from '../findings/finding.ts'
import { dayMs, hourMs } from '../findings/settings.ts'
import { type Diagnosis, fine, inWords, note } from './diagnosis.ts'

const area = 'feeds'
/** Longer than the silence of a small tenant's weekend. */
const silentMs = 4 * dayMs

/** A rule, as far as its feeds go. */
export interface FeedReader {
  readonly name: string
  readonly datasets: readonly string[]
}

/** The newest event and the newest arrival of a data set, epoch milliseconds. */
interface Seen {
  readonly documents: number
  readonly event: number
  readonly arrival: number
}

interface Buckets {
  readonly datasets?: {
    readonly buckets: readonly {
      readonly key: string
      readonly doc_count: number
      readonly event: { readonly value: number | null }
      readonly arrival: { readonly value: number | null }
    }[]
  }
}

async function readFeeds(client: Client, namespace: string): Promise<ReadonlyMap<string, Seen>> {
  try {
    const { aggregations } = await client.search({
      index: `logs-*-${namespace}`,
      ignore_unavailable: true,
      allow_no_indices: true,
      size: 0,
      aggs: {
        datasets: {
          terms: { field: 'event.dataset', size: 1000 },
          aggs: { event: { max: { field: '@timestamp' } }, arrival: { max: { field: 'event.ingested' } } },
        },
      },
    })
    const buckets = (aggregations as Buckets | undefined)?.datasets?.buckets ?? []
    return new Map(
      buckets.map(({ key, doc_count, event, arrival }) => [
        key,
        { documents: doc_count, event: event.value ?? 0, arrival: arrival.value ?? event.value ?? 0 },
      ]),
    )
  } catch (error) {
    throw toDependencyError(error, whereIs(client))
  }
}

/** Looks at the stored documents of the data sets that rules read; `now` in epoch milliseconds. */
export async function lookAtFeeds(
  client: Client,
  namespace: string,
  rules: readonly FeedReader[],
  now: number,
): Promise<Diagnosis[]> {
  const feeds = await readFeeds(client, namespace)
  // Findings are our own: there are none where there is nothing to find.
  const fed = (dataset: string) => dataset !== findingsDataset
  const wanted = [...new Set(rules.flatMap(({ datasets }) => datasets))].filter(fed).sort()
  const sending = wanted.filter((dataset) => feeds.has(dataset))
  const missing = wanted.filter((dataset) => !feeds.has(dataset))
  return [
    ...sending.map((dataset) => lookAtFeed(dataset, feeds.get(dataset) as Seen, now)),
    ...(missing.length === 0 ? [] : [lookAtMissing(missing, rules)]),
  ]
}

function lookAtFeed(dataset: string, { documents, event, arrival }: Seen, now: number): Diagnosis {
  const lag = arrival > event ? `, ${inWords(arrival - event)} before it arrived` : ''
  const message = `${dataset}: ${documents} documents, the newest of ${new Date(event).toISOString()}${lag}`
  if (event - now > hourMs) return note(area, message, 'that is in the future: a clock is wrong, or a record lies')
  return now - arrival > silentMs
    ? note(area, `${message}; nothing has arrived for ${inWords(now - arrival)}`, 'does its shipper still run?')
    : fine(area, message)
}

function lookAtMissing(missing: readonly string[], rules: readonly FeedReader[]): Diagnosis {
  const blind = rules.filter(({ datasets }) => datasets.every((dataset) => missing.includes(dataset))).length
  const message = `${blind} of ${rules.length} rules read only feeds of which nothing has arrived: ${missing.join(', ')}`
  return note(area, message, 'ship these logs, or let these rules rest')
}
