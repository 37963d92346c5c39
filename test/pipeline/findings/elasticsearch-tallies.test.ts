import { expect, it } from 'vitest'
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import type { Searches } from '../../../pipeline/findings/elasticsearch-search.ts'
import { ElasticsearchTallies } from '../../../pipeline/findings/elasticsearch-tallies.ts'

const start = Date.parse('2026-03-02T00:00:00Z')

/** Returns tallies over documents at these times, and the requested spans, in days from the start. */
function tallies(times: number[]) {
  const asked: [number, number][] = []
  let failing = false
  const searches: Pick<Searches, 'buckets'> = {
    async *buckets(_, query) {
      const [, { range }] = (query as unknown as { bool: { filter: [object, { range: Record<string, Range> }] } }).bool
        .filter
      const { gt, lte } = range['@timestamp'] as Range
      asked.push([(gt - start) / dayMs, (lte - start) / dayMs])
      if (failing) throw new Error('Elasticsearch is gone')
      const hours = [...new Set(times.filter((time) => time > gt && time <= lte).map(hourOf))]
      yield {
        key: { 'event.dataset': 'o365.audit', 'organization.id': 'tenant', 'event.provider': 'AzureActiveDirectory' },
        doc_count: 1,
        hours: { buckets: hours.map((key) => ({ key })) },
        arrived: { value: gt },
      }
    },
  }
  const options = { searches: searches as Searches, namespace: 'test', streams: 'logs-*-test', fields: new Map() }
  const fail = (fails: boolean) => {
    failing = fails
  }
  return { asked, fail, tallies: new ElasticsearchTallies(options) }
}

interface Range {
  readonly gt: number
  readonly lte: number
}

const hourOf = (time: number) => Math.floor(time / hourMs) * hourMs
const days = (from: number, until: number) => ({ from: start + from * dayMs, until: start + until * dayMs })

it('the hours of log sources are queried completely once, and later only for times that may have changed', async () => {
  const times = [1, 20, 39.5].map((day) => start + day * dayMs)
  const { asked, tallies: counted } = tallies(times)
  const hours = async (from: number, until: number) => (await counted.logSources(days(from, until)))[0]?.hours
  expect(await hours(0, 40)).toEqual(times)
  times.push(start + 35 * dayMs, start + 40.5 * dayMs)
  expect(await hours(1.5, 41)).toEqual([20, 35, 39.5, 40.5].map((day) => start + day * dayMs))
  expect(asked).toEqual([
    [0, 40],
    [32, 41],
  ])
})

it('the hours of log sources include the first arrival time, which the process keeps', async () => {
  const { tallies: counted } = tallies([1, 20, 39.5].map((day) => start + day * dayMs))
  await counted.logSources(days(0, 40))
  expect((await counted.logSources(days(1.5, 41)))[0]?.since).toBe(start)
})

it('the hours of log sources are queried completely again for an earlier start', async () => {
  const { asked, tallies: counted } = tallies([])
  await counted.logSources(days(10, 50))
  await counted.logSources(days(5, 45))
  expect(asked).toEqual([
    [10, 50],
    [5, 45],
  ])
})

it('the hours of log sources are queried again after a failed query', async () => {
  const { asked, fail, tallies: counted } = tallies([])
  await counted.logSources(days(0, 40))
  fail(true)
  await expect(counted.logSources(days(5, 55))).rejects.toThrow('Elasticsearch is gone')
  fail(false)
  await counted.logSources(days(5, 55))
  expect(asked).toEqual([
    [0, 40],
    [32, 55],
    [32, 55],
  ])
})
