import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../../../rules/lib/evaluate/evaluator.ts'
import { evaluateNewTerms } from '../../../../rules/lib/evaluate/new-terms.ts'
import { byApp, entryAt, findingsOf, minute, reader, recorded } from './stream.ts'

const clock = { interval: 5 * minute, reach: 9 * minute }
const history = 60 * minute
const app = (minutes: number, id: unknown) => entryAt(minutes, { service: { id } })
const findings = (entries: readonly Entry[], fields = byApp, begin = 0) =>
  findingsOf(evaluateNewTerms({ clock, fields, history, begin: () => begin * minute }), entries)

it('a new term raises one alert, on the first document', () => {
  expect(recorded(findings([app(61, 'a'), app(62, 'a'), app(70, 'b'), app(90, 'a')]))).toEqual(['65 a: 61', '70 b: 70'])
})

it('a new-terms rule reports the reason for a missing alert', () => {
  const shortfall = (entries: readonly Entry[]) => {
    const evaluator = evaluateNewTerms({ clock, fields: byApp, history, begin: () => 0 })
    findingsOf(evaluator, entries)
    return evaluator.shortfall?.()
  }
  expect(shortfall([])).toBeUndefined()
  expect(shortfall([app(30, 'a'), app(31, 'a')])).toBe('history shorter than the window: 30m of 1h')
  expect(shortfall([app(100, 'a'), app(101, 'a')])).toBe('service.id "a" is not new within 1h')
  expect(shortfall([entryAt(100, {})])).toBe('no matching document has service.id')
})

it('a term is new again after an absence as long as the history', () => {
  expect(recorded(findings([app(100, 'a'), app(150, 'a')]))).toEqual(['100 a: 100'])
  expect(recorded(findings([app(100, 'a'), app(161, 'a')]))).toEqual(['100 a: 100', '165 a: 161'])
})

it('a term is new in the first run with a history that excludes the previous document', () => {
  expect(recorded(findings([app(101, 'a'), app(160, 'a')]))).toEqual(['105 a: 101', '165 a: 160'])
  expect(recorded(findings([app(105, 'a'), app(159, 'a')]))).toEqual(['105 a: 105'])
})

it('a new term is baseline ready if the stream began before the history', () => {
  const settled = (minutes: number) => findings([app(minutes, 'a')], byApp, 0).map((finding) => finding.settled)
  expect(settled(55)).toEqual([false])
  expect(settled(56)).toEqual([true])
})

it('a use by an application that was registered within the log is baseline ready earlier', () => {
  const settled = (oauth: object) =>
    findings([entryAt(90, { service: { id: 'a' }, oauth })], byApp, 60).map((finding) => finding.settled)
  expect(settled({ action: 'app_use', app: { registered_hours: 0.5 } })).toEqual([true])
  expect(settled({ action: 'app_use', app: { registered_hours: 1 } })).toEqual([false])
  expect(settled({ action: 'app_use', app: { added_hours: 0.5 } })).toEqual([false])
  expect(settled({ action: 'app_use', app: {} })).toEqual([false])
  expect(settled({ action: 'consent', app: { registered_hours: 0.5 } })).toEqual([false])
})

it('a use by an application that no earlier record names is baseline ready after two thirds of the history', () => {
  const settled = (minutes: number, app = {}, grant = {}) =>
    findings([entryAt(minutes, { service: { id: 'a' }, oauth: { action: 'app_use', app, grant } })], byApp, 0).map(
      (finding) => finding.settled,
    )
  expect(settled(35)).toEqual([false])
  expect(settled(36)).toEqual([true])
  expect(settled(36, { age_days: 2 })).toEqual([false])
  expect(settled(45, { age_days: 0.01 }, { app_only: true, known: false })).toEqual([false])
  expect(settled(55, { age_days: 0.01 }, { app_only: true, known: false })).toEqual([true])
  expect(settled(55, { age_days: 0.01 }, { known: false })).toEqual([false])
  const ofFirstGrant = { known: true, used: false, age_days: 0.01 }
  expect(settled(45, { age_days: 0.01 }, ofFirstGrant)).toEqual([false])
  expect(settled(55, { age_days: 0.01 }, ofFirstGrant)).toEqual([true])
  expect(settled(55, { age_days: 0.02 }, ofFirstGrant)).toEqual([false])
  expect(settled(55, { age_days: 0.01 }, { ...ofFirstGrant, used: true })).toEqual([false])
})

it('a new term is baseline ready early if the application never used its app-only grant within the log', () => {
  const settled = (grant: object) =>
    findings([entryAt(30, { service: { id: 'a' }, oauth: { grant } })]).map((finding) => finding.settled)
  expect(settled({ app_only: true, used: false })).toEqual([true])
  expect(settled({ app_only: true, used: true })).toEqual([false])
  expect(settled({ used: false })).toEqual([false])
})

it('each value of an array is a new term, and a document without the field has no term', () => {
  expect(recorded(findings([app(61, ['a', 'b', 'a']), entryAt(62, {}), app(63, [])]))).toEqual(['65 a: 61', '65 b: 61'])
})

it('a new term can be a combination of fields', () => {
  const fields = new Map([...byApp, ['user.id', reader('user.id')]])
  const by = (minutes: number, id: string, user: string) => entryAt(minutes, { service: { id }, user: { id: user } })
  const entries = [by(61, 'a', 'u'), by(62, 'b', 'v'), by(71, 'a', 'v'), by(72, 'a', 'u')]
  expect(recorded(findings(entries, fields))).toEqual(['65 a/u: 61', '65 b/v: 62', '75 a/v: 71'])
})

it('new-terms alerts equal the results of a full search at every interval, with each document once', () => {
  const value = fc.oneof(fc.constantFrom('a', 'b'), fc.subarray(['a', 'b', 'c']))
  const event = fc.record({ gap: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 40, max: 75 })), value })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let now = 0
      const entries = events.map(({ gap, value }, i) => {
        now += gap
        return entryAt(now, { service: { id: value } }, `d${i}`)
      })
      expect(recorded(findings(entries))).toEqual(everyRun(entries, now))
    }),
    { seed: 7, numRuns: 500 },
  )
})

/** Runs the rule at every interval, as Kibana does: finds each value's first document since the history began. */
function everyRun(entries: readonly Entry[], end: number): string[] {
  const raised = new Set<string>()
  const found: string[] = []
  for (let at = 0; at <= end + 15; at += 5) {
    const first = new Map<string, Entry>()
    for (const entry of entries) {
      if (entry.visible < (at - 60) * minute || entry.visible > at * minute) continue
      const { service } = entry.document as unknown as { service: { id: string | string[] } }
      for (const id of [service.id].flat()) if (!first.has(id)) first.set(id, entry)
    }
    for (const [value, entry] of first) {
      const key = `${value}: ${entry.id}`
      if (entry.visible < (at - 9) * minute || raised.has(key)) continue
      raised.add(key)
      found.push(`${at} ${key}`)
    }
  }
  return found.sort()
}
