import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../../../rules/lib/evaluate/evaluator.ts'
import { evaluateThreshold } from '../../../../rules/lib/evaluate/threshold.ts'
import { byApp, entryAt, findingsOf, minute, reader, recorded } from './stream.ts'

const clock = { interval: 5 * minute, reach: 30 * minute }
const app = (minutes: number, id: unknown, more: object = {}) => entryAt(minutes, { service: { id }, ...more })
const judge = (entries: readonly Entry[], value: number, fields = byApp) =>
  recorded(findingsOf(evaluateThreshold({ clock, fields, value }), entries))

it('a threshold is reached in the first run that reads enough documents of one group', () => {
  expect(judge([app(1, 'a'), app(2, 'b'), app(4, 'a'), app(6, 'a')], 3)).toEqual(['10 a: 1,4,6'])
})

it('a threshold counts documents within the time range of the run, including both ends', () => {
  expect(judge([app(4, 'a'), app(35, 'a')], 2)).toEqual([])
  expect(judge([app(5, 'a'), app(35, 'a')], 2)).toEqual(['35 a: 5,35'])
})

it('a threshold does not count documents of an earlier alert on the same values again', () => {
  const entries = [app(1, 'a'), app(2, 'a'), app(6, 'a'), app(7, 'a'), app(8, 'b'), app(9, 'b')]
  expect(judge(entries, 2)).toEqual(['10 a: 6,7', '10 b: 8,9', '5 a: 1,2'])
})

it('a threshold counts an array once for each value, and removes its document from all groups after an alert', () => {
  expect(judge([app(1, ['a', 'b', 'a']), app(2, 'a'), app(6, 'b')], 2)).toEqual(['5 a: 1,2'])
  expect(judge([app(1, ['a', 'b']), app(2, 'a'), app(3, 'b')], 2)).toEqual(['5 a: 1,2', '5 b: 1,3'])
})

it('a threshold does not count a document without the field, or with a value too long to be indexed', () => {
  expect(judge([entryAt(1, {}), entryAt(2, {}), app(3, 'x'.repeat(1025)), app(4, 'x'.repeat(1025))], 2)).toEqual([])
})

it('a threshold without a field counts all documents together', () => {
  expect(judge([app(1, 'a'), entryAt(2, {})], 2, new Map())).toEqual(['5 : 1,2'])
})

it('a threshold can require distinct values of another field', () => {
  const cardinality = { field: 'user.id', terms: reader('user.id'), value: 2 }
  const by = (minutes: number, user: string) => app(minutes, 'a', { user: { id: user } })
  const evaluate = (entries: readonly Entry[]) =>
    recorded(findingsOf(evaluateThreshold({ clock, fields: byApp, value: 2, cardinality }), entries))
  expect(evaluate([by(1, 'u'), by(2, 'u'), by(3, 'u')])).toEqual([])
  expect(evaluate([by(1, 'u'), by(2, 'u'), by(6, 'v')])).toEqual(['10 a: 1,2,6'])
})

it('a threshold reports the number of documents that an alert lacks', () => {
  const cardinality = { field: 'user.id', terms: reader('user.id'), value: 3 }
  const shortfall = (entries: readonly Entry[], more: object = {}, fields = byApp) => {
    const evaluator = evaluateThreshold({ clock, fields, value: 30, ...more })
    findingsOf(evaluator, entries)
    return evaluator.shortfall?.()
  }
  const where = 'with the same service.id within 30m, the range of a run'
  expect(shortfall([])).toBeUndefined()
  expect(shortfall([app(1, 'a'), app(2, 'a'), app(3, 'b'), app(90, 'a'), app(91, 'a'), app(92, 'a')])).toBe(
    `3 of 30 documents ${where}`,
  )
  expect(shortfall([entryAt(1, {})])).toBe('no matching document has service.id')
  expect(shortfall([app(1, 'a', { user: { id: ['u', 'v'] } })], { value: 1, cardinality })).toBe(
    `2 of 3 different user.id ${where}`,
  )
  expect(shortfall([app(1, 'a')], {}, new Map())).toBe('1 of 30 documents within 30m, the range of a run')
})

it('a threshold treats different spellings of one address as equal', () => {
  const fields = new Map([['source.ip', reader('source.ip')]])
  const from = (minutes: number, ip: string) => entryAt(minutes, { source: { ip } })
  expect(judge([from(1, '2001:DB8:0::1'), from(2, '2001:db8::1')], 2, fields)).toEqual(['5 2001:db8::1: 1,2'])
})

it('an incremental threshold equals a full evaluation at every interval', () => {
  const values = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.subarray(['a', 'b', 'c']))
  const event = fc.record({ gap: fc.integer({ min: 0, max: 20 }), id: values, user: fc.constantFrom('u', 'v') })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (events, value) => {
      let now = 0
      const entries = events.map(({ gap, id, user }, i) => {
        now += gap
        return entryAt(now, { service: { id }, user: { id: user } }, `d${i}`)
      })
      const fields = new Map([...byApp, ['user.id', reader('user.id')]])
      expect(recorded(findingsOf(evaluateThreshold({ clock, fields, value }), entries))).toEqual(
        everyRun(entries, value, now),
      )
    }),
    { seed: 7, numRuns: 300 },
  )
})

/** Runs the rule at every interval, as Kibana does: searches, counts, omits documents that earlier alerts cover. */
function everyRun(entries: readonly Entry[], value: number, end: number): string[] {
  const alerts: { app: string; user: string; until: number }[] = []
  const found: string[] = []
  for (let at = 0; at <= end + 5; at += 5) {
    const buckets = new Map<string, Entry[]>()
    for (const entry of entries) {
      const { service, user } = entry.document as unknown as {
        service: { id: string | string[] }
        user: { id: string }
      }
      const apps = [service.id].flat()
      const covered = alerts.some(
        (alert) => apps.includes(alert.app) && alert.user === user.id && entry.visible <= alert.until,
      )
      if (entry.visible > at * minute || entry.visible < (at - 30) * minute || covered) continue
      for (const id of new Set(apps)) {
        const key = `${id}/${user.id}`
        buckets.set(key, [...(buckets.get(key) ?? []), entry])
      }
    }
    for (const [key, bucket] of buckets) {
      if (bucket.length < value) continue
      const [id = '', user = ''] = key.split('/')
      found.push(`${at} ${key}: ${bucket.map((entry) => entry.id)}`)
      alerts.push({ app: id, user, until: Math.max(...bucket.map((entry) => entry.visible)) })
    }
  }
  return found.sort()
}
