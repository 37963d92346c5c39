// Checks which log sources have sent records, and when: rules on the other log sources detect nothing.
import type { Client } from '@elastic/elasticsearch'
import type { Environment } from '../../mappings/environment/environment.ts'
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'
import { request } from '../clients/elasticsearch.ts'
import { findingsDataset } from '../findings/finding.ts'
import { fine, firstOf, inWords, type Judgment, note } from './diagnosis.ts'

/** Longer than a quiet weekend of a small tenant. */
const silentMs = 4 * dayMs

export interface LogSourceReader {
  readonly name: string
  readonly datasets: readonly string[]
}

/** The newest event and the newest arrival of a dataset, epoch milliseconds. */
interface Seen {
  readonly documents: number
  readonly event: number
  readonly arrival: number
}

/** The stored documents of a namespace, by dataset, and their number per organization. */
export interface Stored {
  readonly datasets: ReadonlyMap<string, Seen>
  readonly organizations: ReadonlyMap<string, number>
}

interface Buckets {
  readonly organizations: { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }
  readonly datasets: {
    readonly buckets: readonly {
      readonly key: string
      readonly doc_count: number
      readonly event: { readonly value: number | null }
      readonly arrival: { readonly value: number | null }
    }[]
  }
}

export async function readStored(client: Client, namespace: string): Promise<Stored> {
  const aggs = {
    organizations: { terms: { field: 'organization.id', size: 1000 } },
    datasets: {
      terms: { field: 'event.dataset', size: 1000 },
      aggs: { event: { max: { field: '@timestamp' } }, arrival: { max: { field: 'event.ingested' } } },
    },
  }
  const index = `logs-*-${namespace}`
  const scope = { index, ignore_unavailable: true, allow_no_indices: true, allow_partial_search_results: false }
  const { aggregations } = await request(client, () => client.search<unknown, Buckets>({ ...scope, size: 0, aggs }))
  const datasets = new Map(
    (aggregations?.datasets?.buckets ?? []).map(({ key, doc_count, event, arrival }) => [
      key,
      { documents: doc_count, event: event.value ?? 0, arrival: arrival.value ?? event.value ?? 0 },
    ]),
  )
  const organizations = new Map(
    (aggregations?.organizations?.buckets ?? []).map(({ key, doc_count }) => [key, doc_count]),
  )
  return { datasets, organizations }
}

/** Looks at the stored documents of the datasets that rules read; `now` in epoch milliseconds. */
export function lookAtLogSources(
  { datasets: logSources, organizations }: Stored,
  { tenants }: Pick<Environment, 'tenants'>,
  rules: readonly LogSourceReader[],
  now: number,
): Judgment[] {
  // The product itself writes findings, so a dataset without findings is normal.
  const fed = (dataset: string) => dataset !== findingsDataset
  const wanted = [...new Set(rules.flatMap(({ datasets }) => datasets))].filter(fed).sort()
  const sending = wanted.filter((dataset) => logSources.has(dataset))
  const missing = wanted.filter((dataset) => !logSources.has(dataset))
  return [
    ...sending.map((dataset) => lookAtLogSource(dataset, logSources.get(dataset) as Seen, now)),
    ...(missing.length === 0 ? [] : [lookAtMissing(missing, rules)]),
    ...lookAtTenants(organizations, tenants),
  ]
}

function lookAtLogSource(dataset: string, { documents, event, arrival }: Seen, now: number): Judgment {
  const lag = arrival > event ? `, ${inWords(arrival - event)} before it arrived` : ''
  const message = `${dataset}: ${documents} documents, the newest of ${new Date(event).toISOString()}${lag}`
  if (now - arrival > silentMs)
    return note(`${message}; nothing has arrived for ${inWords(now - arrival)}`, 'check that the shipper is running')
  return event - now > hourMs
    ? note(message, 'the time is in the future: a clock is wrong, or the record has a wrong time')
    : fine(message)
}

function lookAtMissing(missing: readonly string[], rules: readonly LogSourceReader[]): Judgment {
  const blind = rules.filter(({ datasets }) => datasets.every((dataset) => missing.includes(dataset))).length
  const message = `${blind} of ${rules.length} rules read only log sources without any documents: ${missing.join(', ')}`
  return note(message, 'ship these logs, or disable these rules')
}

/** The number of a Google Cloud organization. The environment file lists the Google customer, not this number. */
const cloudOrganization = /^\d{6,}$/

/** Reports tenants that the environment file does not list: their applications and accounts appear to be foreign. */
function lookAtTenants(organizations: Stored['organizations'], tenants: Environment['tenants']): Judgment[] {
  const own = new Set(tenants.map(({ id }) => id.toLowerCase()))
  const unknown = [...organizations].filter(([id]) => !own.has(id.toLowerCase()) && !cloudOrganization.test(id))
  if (tenants.length === 0 || unknown.length === 0) return []
  const documents = unknown.reduce((sum, [, count]) => sum + count, 0)
  const counts = unknown.map(([id, count]) => `${id} (${count})`)
  return [
    note(
      `${documents} documents belong to tenants that the environment file does not list: ${firstOf(counts)}`,
      'list these tenants under `tenants`, or stop shipping their records',
    ),
  ]
}
