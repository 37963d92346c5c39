// Computes the counts of a hunt from the stored documents: hours of log sources, fields of days, volumes of days.
import { vendorOf } from '../../mappings/entities/key.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { tenantId } from '../entity-store/subject.ts'
import { type Bucket, type Hit, type Searches, timesIn, toReferences } from './elasticsearch-search.ts'
import { type EventReference, mostEvents } from './finding.ts'
import type { FieldCount, LogSource, LogSourceId, Measure, UsualVolume, UsualWeeks, Volume } from './history.ts'
import { pastMs, peaksMs, type Span, weekMs } from './settings.ts'
import { cloudCalls, firstOfEach, LogSourceTally, usualOf, usualWeeksOf, weeksBefore } from './tallies.ts'

export interface ElasticsearchTalliesOptions {
  readonly searches: Searches
  readonly namespace: string
  readonly streams: string
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** A log source has up to a thousand hours, so a few log sources already make a large answer. */
const logSourcesAtATime = 20

interface Value {
  readonly value: number
}

interface Sums {
  readonly doc_count: number
  readonly items: Value
  readonly counted: Value
  readonly bytes: Value
}

/** A record without an item count represents one item. */
const sums: JsonObject = {
  items: { sum: { field: 'oauth.activity.items' } },
  counted: { value_count: { field: 'oauth.activity.items' } },
  bytes: { sum: { field: 'oauth.activity.bytes' } },
}

function amountsOf({ doc_count, items, counted, bytes }: Sums): Record<Measure, number> {
  return { items: items.value + doc_count - counted.value, bytes: bytes.value }
}

const text = (value: string | number | null | undefined): string => (typeof value === 'string' ? value : '')

/** Hours older than this count as final: if a record arrives later, the silence of its hour was judged long before. */
const settledMs = weekMs + dayMs

export class ElasticsearchTallies {
  protected readonly options: ElasticsearchTalliesOptions
  /** Cache of the hours from earlier passes, so that six weeks of documents are not counted again every 15 minutes. */
  readonly #hours = new LogSourceTally()
  #asked: Span | undefined

  constructor(options: ElasticsearchTalliesOptions) {
    this.options = options
  }

  async logSources(span: Span): Promise<LogSource[]> {
    const asked = this.#asked
    const goesOn = asked !== undefined && span.from >= asked.from
    await this.#askHours({ from: goesOn ? Math.max(span.from, asked.until - settledMs) : span.from, until: span.until })
    this.#hours.forget(span.from)
    this.#asked = span
    return this.#hours.within(span)
  }

  async #askHours(span: Span): Promise<void> {
    const { searches, streams } = this.options
    const query = { bool: { filter: [{ exists: { field: 'oauth.action' } }, timesIn('@timestamp', span)] } }
    const hours = { date_histogram: { field: '@timestamp', fixed_interval: '1h', min_doc_count: 1 } }
    const by = ['event.dataset', 'organization.id', 'event.provider']
    const arrived = { min: { field: 'event.created' } }
    for await (const bucket of searches.buckets(streams, query, by, { hours, arrived }, logSourcesAtATime)) {
      const logSource = { ...logSourceOf(bucket), provider: text(bucket.key['event.provider']) }
      const since = (bucket.arrived as { value: number | null } | undefined)?.value ?? undefined
      for (const { key } of (bucket.hours as { buckets: { key: number }[] }).buckets)
        this.#hours.add(logSource, key, since)
    }
  }

  async hasRecorded({ tenant, dataset }: LogSourceId, actions: readonly string[], until: number): Promise<boolean> {
    const { searches, namespace } = this.options
    const recorded = { range: { '@timestamp': { lte: until, format: 'epoch_millis' } } }
    const answer = await searches.search(`logs-${dataset}-${namespace}`, {
      size: 1,
      terminate_after: 1,
      query: { bool: { filter: [{ terms: { 'oauth.action': [...actions] } }, ofTenant(tenant), recorded] } },
      _source: false,
    })
    return answer.hits.hits.length > 0
  }

  async fieldCounts(day: number): Promise<FieldCount[]> {
    const { searches, namespace, fields } = this.options
    const counts: FieldCount[] = []
    for (const [dataset, names] of fields) {
      const having = Object.fromEntries(names.map((field, i) => [`field${i}`, { filter: { exists: { field } } }]))
      const on = (span: Span) => ({ filter: timesIn('@timestamp', span), aggs: having })
      const aggs = { before: on(daysBefore(day)), lastWeek: on(theDay(day - weekMs)), today: on(theDay(day)) }
      const query = timesIn('@timestamp', { from: daysBefore(day).from, until: theDay(day).until })
      const stream = `logs-${dataset}-${namespace}`
      for await (const bucket of searches.buckets(stream, query, ['event.dataset', 'organization.id'], aggs)) {
        const logSource = logSourceOf(bucket)
        type Days = Record<string, { doc_count: number }> & { doc_count: number }
        const [before, lastWeek, today] = [bucket.before as Days, bucket.lastWeek as Days, bucket.today as Days]
        for (const [i, field] of names.entries())
          counts.push({
            ...logSource,
            field,
            documents: today.doc_count,
            having: today[`field${i}`]?.doc_count ?? 0,
            documentsBefore: before.doc_count,
            havingBefore: before[`field${i}`]?.doc_count ?? 0,
            havingLastWeek: lastWeek[`field${i}`]?.doc_count ?? 0,
          })
      }
    }
    return counts.filter(({ documents }) => documents > 0)
  }

  async volumes(day: number, least: Readonly<Record<Measure, number>>): Promise<Volume[]> {
    const { searches, streams } = this.options
    const by = ['event.dataset', 'organization.id', 'service.id', 'oauth.account.name']
    const volumes: Volume[] = []
    for await (const bucket of searches.buckets(streams, uses([timesIn('@timestamp', theDay(day))]), by, sums)) {
      const amounts = amountsOf(bucket as unknown as Sums)
      if (bucket.key['service.id'] === null || (amounts.items < least.items && amounts.bytes < least.bytes)) continue
      const { key } = bucket
      volumes.push({
        ...logSourceOf(bucket),
        app: text(key['service.id']),
        account: text(key['oauth.account.name']),
        amounts,
      })
    }
    return volumes
  }

  async usualVolume({ app, tenant, dataset }: Volume, day: number): Promise<UsualVolume | undefined> {
    const { searches, namespace } = this.options
    const accounts = { cardinality: { field: 'oauth.account.name', missing: '', precision_threshold: 10_000 } }
    const days = {
      date_histogram: { field: '@timestamp', fixed_interval: '1d', min_doc_count: 1 },
      aggs: { ...sums, accounts },
    }
    const past = { from: day - peaksMs - 1, until: day - 1 }
    const query = uses([timesIn('@timestamp', past), { term: { 'service.id': app } }, ofTenant(tenant)])
    const answer = await searches.search(`logs-${dataset}-${namespace}`, { size: 0, query, aggs: { days } })
    const found = (answer.aggregations?.days as { buckets: (Sums & { key: number; accounts: Value })[] } | undefined)
      ?.buckets
    return usualOf(
      (found ?? []).map((each) => ({ day: each.key, ...amountsOf(each), accounts: each.accounts.value })),
      day,
    )
  }

  async usualWeeks(volume: Volume, day: number): Promise<UsualWeeks> {
    const { from, until } = weeksBefore(day)
    const past = { from: from - 1, until: until - 1 }
    const weeks = { date_histogram: { field: '@timestamp', fixed_interval: '7d', min_doc_count: 1 }, aggs: sums }
    return usualWeeksOf((await this.#bucketsOf<Sums>(volume, past, weeks)).map((week) => amountsOf(week).items))
  }

  async messagesIn(volume: Volume, day: number): Promise<number> {
    const mail = { filters: { filters: [{ term: { 'oauth.activity.kind': 'mail' } }] }, aggs: sums }
    const [found] = await this.#bucketsOf<Sums>(volume, theDay(day), mail)
    return found === undefined ? 0 : amountsOf(found).items
  }

  async eventsOf(volume: Volume, day: number): Promise<EventReference[]> {
    const top_hits = {
      size: mostEvents,
      sort: [{ '@timestamp': 'asc' }, { 'event.id': 'asc' }],
      _source: ['@timestamp', 'event.id', 'event.dataset'],
    }
    const kinds = { terms: { field: 'oauth.activity.kind', missing: '' }, aggs: { first: { top_hits } } }
    type Kind = { readonly first: { readonly hits: { readonly hits: readonly Hit[] } } }
    const found = await this.#bucketsOf<Kind>(volume, theDay(day), kinds)
    return firstOfEach(found.map(({ first }) => toReferences(first.hits.hits)))
  }

  async #bucketsOf<T>({ app, tenant, dataset, account }: Volume, span: Span, parts: JsonObject): Promise<readonly T[]> {
    const { searches, namespace } = this.options
    const whose =
      account === ''
        ? { bool: { must_not: [{ exists: { field: 'oauth.account.name' } }] } }
        : { term: { 'oauth.account.name': account } }
    const query = uses([timesIn('@timestamp', span), { term: { 'service.id': app } }, ofTenant(tenant), whose])
    const answer = await searches.search(`logs-${dataset}-${namespace}`, { size: 0, query, aggs: { parts } })
    return (answer.aggregations?.parts as { buckets: T[] } | undefined)?.buckets ?? []
  }
}

/** A span excludes its start, so the day starts one millisecond earlier. */
function theDay(day: number): Span {
  return { from: day - 1, until: day + dayMs - 1 }
}

function daysBefore(day: number): Span {
  return { from: day - pastMs - 1, until: day - 1 }
}

function logSourceOf({ key }: Bucket): Pick<Volume, 'vendor' | 'tenant' | 'dataset'> {
  const dataset = text(key['event.dataset'])
  const vendor = vendorOf(dataset)
  return { vendor, tenant: tenantId(text(key['organization.id']), vendor), dataset }
}

function ofTenant(tenant: string): JsonObject {
  return tenant === ''
    ? { bool: { must_not: [{ exists: { field: 'organization.id' } }] } }
    : { terms: { 'organization.id': [tenant, tenant.toUpperCase()] } }
}

/**
 * Returns a query for data that applications used. Excludes the vendor's own applications, and use in networks that are
 * new to the application, because rules on new networks report it.
 */
function uses(filter: JsonObject[]): JsonObject {
  return {
    bool: {
      filter: [{ term: { 'oauth.action': 'app_use' } }, ...filter],
      must_not: [
        { term: { 'event.outcome': 'failure' } },
        { term: { 'oauth.app.first_party': true } },
        { term: { 'event.dataset': cloudCalls } },
        { exists: { field: 'oauth.activity.network_age_hours' } },
      ],
    },
  }
}
