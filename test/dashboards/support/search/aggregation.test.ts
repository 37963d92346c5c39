import { describe, expect, it } from 'vitest'
import { isLensPanel, type LensPanel } from '../../../../dashboards/lib/panels/kinds.ts'
import { commonCatalog } from '../../../../rules/lib/query/catalog.ts'
import { month } from '../documents.ts'
import { everyKind, sample } from '../fixtures.ts'
import { toAggregation } from './aggregation.ts'
import { autoInterval } from './interval.ts'
import { toQuery } from './query.ts'
import { toSearch } from './search.ts'

function panel(id: string): LensPanel {
  const found = everyKind.filter(isLensPanel).find((each) => each.id === id)
  if (found === undefined) throw new Error(`no panel ${id}`)
  return found
}

describe('the aggregation of a panel', () => {
  it('is empty for a count of everything: the hits are counted', () => {
    expect(toAggregation(panel('counted'), month)).toEqual({})
  })

  it('nests the bars into the breakdown and reaches from one end of the range to the other', () => {
    const metric = {
      filter: { bool: { should: [{ match: { 'oauth.activity.kind': 'mail' } }], minimum_should_match: 1 } },
      aggs: { metric: { sum: { field: 'oauth.activity.items' } } },
    }
    const aggregation = toAggregation(panel('bars'), month)
    expect(aggregation).toMatchObject({
      breakdown: {
        terms: { field: 'oauth.activity.kind', size: 5, order: { 'metric>metric': 'desc' } },
        aggs: {
          metric: { aggs: metric.aggs },
          time: {
            date_histogram: {
              fixed_interval: '12h',
              min_doc_count: 0,
              extended_bounds: { min: Date.parse(month.from), max: Date.parse(month.to) },
            },
          },
        },
      },
    })
  })

  it('puts the metric that orders an outer level there too', () => {
    expect(toAggregation(panel('table'), month)).toMatchObject({
      rows_0: { terms: { order: { metrics_1: 'desc' } }, aggs: { metrics_1: { max: { field: '@timestamp' } } } },
    })
  })

  it('asks for a last value of the documents that have one', () => {
    expect(JSON.stringify(toAggregation(panel('table'), month))).toContain(
      '"metrics_0":{"filter":{"exists":{"field":"oauth.account.status"}},"aggs":{"metrics_0":{"top_hits"',
    )
  })

  it('takes the lowest values by a metric if requested', () => {
    const rows = [{ field: 'oauth.app.name', size: 5, label: 'App', orderBy: 0, lowestFirst: true }] as const
    const metrics = [{ of: 'min', field: '@timestamp', label: 'First' }] as const
    expect(
      toAggregation({ kind: 'table', id: 'table', title: 'Table', description: 'About Table.', rows, metrics }, month),
    ).toMatchObject({
      rows_0: { terms: { order: { metrics_0: 'asc' } }, aggs: { metrics_0: { min: { field: '@timestamp' } } } },
    })
  })

  it('orders by value, lowest first, if requested', () => {
    expect(toAggregation(panel('top'), month)).toMatchObject({ terms: { terms: { order: { _key: 'asc' } } } })
  })
})

describe('the search of a panel', () => {
  it('narrows to the time, the datasets, each act once and the filter of the panel', () => {
    const { query } = toSearch(sample(), panel('counted'), month)
    expect(query).toEqual({
      bool: {
        filter: [
          { range: { '@timestamp': { format: 'strict_date_optional_time', gte: month.from, lte: month.to } } },
          { bool: { must_not: [{ match_phrase: { 'oauth.act.duplicate': true } }] } },
          {
            bool: {
              filter: [{ match: { 'data_stream.dataset': 'o365.audit' } }, { match: { 'oauth.action': 'consent' } }],
            },
          },
        ],
      },
    })
  })
})

describe('the search of a panel over something else', () => {
  it('reads our fields of alerts from their source, and takes those of the pack only', () => {
    const { query, runtime_mappings } = toSearch(sample(), { ...panel('counted'), view: 'alerts' }, month)
    expect(runtime_mappings).toMatchObject({ 'oauth.app.name': { type: 'keyword' } })
    expect(JSON.stringify(query)).toContain('{"match":{"kibana.alert.rule.tags":"Consentry"}}')
    expect(JSON.stringify(query)).not.toContain('data_stream')
  })

  it('asks the entity store without a time', () => {
    const query = JSON.stringify(toSearch(sample(), { ...panel('counted'), view: 'apps' }, month).query)
    expect(query).not.toContain('range')
    expect(query).not.toContain('data_stream')
  })

  it('asks for documents, latest first, with the columns of the panel', () => {
    const events = {
      kind: 'events',
      id: 'events',
      title: 'Events',
      description: 'About Events.',
      columns: ['user.name'],
    } as const
    expect(toSearch(sample(), events, month)).toMatchObject({
      sort: [{ '@timestamp': 'desc' }],
      fields: ['@timestamp', 'user.name'],
    })
  })
})

describe('a query in KQL', () => {
  it.each([
    ['*:*', { match_all: {} }],
    ['oauth.app.name: *', { exists: { field: 'oauth.app.name' } }],
    ['oauth.app.name: a*\\*', { wildcard: { 'oauth.app.name': { value: 'a*\\*' } } }],
    ['oauth.grant.tier_rank > 1', { range: { 'oauth.grant.tier_rank': { gt: '1' } } }],
    ['not user.name: "ada"', { bool: { must_not: [{ match: { 'user.name': 'ada' } }] } }],
    ['@timestamp: "2026-11-01"', { range: { '@timestamp': { gte: '2026-11-01', lte: '2026-11-01' } } }],
  ])('%s becomes the query that Kibana sends', (kql, query) => {
    expect(toQuery(kql, commonCatalog)).toEqual(query)
  })
})

describe('the interval of bars', () => {
  const day = 86_400_000
  it.each([
    [900_000, { fixed_interval: '30s' }],
    [day, { fixed_interval: '30m' }],
    [7 * day, { fixed_interval: '3h' }],
    [30 * day, { fixed_interval: '12h' }],
    [90 * day, { calendar_interval: '1d' }],
    [365 * day, { calendar_interval: '1w' }],
    [0, { fixed_interval: '5s' }],
  ])('over %i ms is what Kibana takes', (milliseconds, interval) => {
    expect(autoInterval(milliseconds)).toEqual(interval)
  })
})
