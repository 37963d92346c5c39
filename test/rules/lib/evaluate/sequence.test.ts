import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../../../rules/lib/evaluate/evaluator.ts'
import { evaluateSequence } from '../../../../rules/lib/evaluate/sequence.ts'
import { commonCatalog } from '../../../../rules/lib/query/catalog.ts'
import { parseEql } from '../../../../rules/lib/query/eql/parse.ts'
import { compileSequence } from '../../../../rules/lib/query/eql/sequence.ts'
import { entryAt, findingsOf, minute, recorded } from './stream.ts'

const clock = { interval: 5 * minute, reach: 39 * minute }

function findings(entries: readonly Entry[], isSorted = false) {
  const parsed = parseEql(`sequence by service.id with maxspan=30m
    [any where event.action == "a"] [any where event.action == "b"]`)
  if (!parsed.ok || parsed.query.kind !== 'sequence') throw new Error('not a sequence')
  return findingsOf(evaluateSequence(compileSequence(parsed.query, commonCatalog), clock, isSorted), entries)
}

/** Makes an event that happens at one minute and becomes visible at another. */
function event(action: string, happened: number, seen = happened, app = 'x'): Entry {
  const entry = entryAt(happened, { event: { action }, service: { id: app } }, `${action}${happened}`)
  return { ...entry, visible: seen * minute }
}

it('a sequence raises one alert, in the run that sees its last event', () => {
  expect(recorded(findings([event('a', 1), event('b', 7), event('a', 8, 8, 'y')]))).toEqual(['10 : a1,b7'])
})

it('a sequence matches events in the order of their time, whatever the order of arrival', () => {
  expect(recorded(findings([event('b', 7, 8), event('a', 1, 21)]))).toEqual(['25 : a1,b7'])
  expect(recorded(findings([event('a', 7, 8), event('b', 1, 21)]))).toEqual([])
})

it('a sequence does not alert again if a late event restarts the search', () => {
  expect(recorded(findings([event('a', 1), event('b', 7), event('b', 2, 11, 'z'), event('b', 12)]))).toEqual([
    '10 : a1,b7',
  ])
})

it('a sequence raises another alert if a late event completes a closer sequence', () => {
  expect(recorded(findings([event('a', 1), event('b', 7), event('a', 5, 12)]))).toEqual(['10 : a1,b7', '15 : a5,b7'])
})

it('a sequence needs its first event within the time range of the run that sees the last event', () => {
  expect(recorded(findings([event('b', 40), event('a', 20, 76)]))).toEqual([])
  expect(recorded(findings([event('b', 40), event('a', 20, 74)]))).toEqual(['75 : a20,b40'])
})

it('an incremental evaluation of sequences finds the same alerts as a full search in each run', () => {
  const step = fc.record({
    action: fc.constantFrom('a', 'b'),
    app: fc.constantFrom('x', 'y'),
    gap: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const entries = steps.map(({ action, app }, i) => {
        const happened = steps.slice(0, i + 1).reduce((sum, { gap }) => sum + gap, 0)
        return { ...event(action, happened, happened, app), id: `${i}`.padStart(2, '0') }
      })
      const alone = new Set<string>()
      for (const { visible } of entries) {
        const at = Math.ceil(visible / clock.interval) * clock.interval
        const window = entries.filter((entry) => entry.visible <= at && entry.visible >= at - clock.reach)
        // One run that sees the window all at once.
        const found = findings(window.map((entry) => ({ ...entry, visible: at })))
        for (const { entries: events } of found) alone.add(events.map(({ id }) => id).join())
      }
      const going = findings(entries).map(({ entries: events }) => events.map(({ id }) => id).join())
      expect(going.sort()).toEqual([...alone].sort())
      expect(recorded(findings(entries, true))).toEqual(recorded(findings(entries)))
    }),
    { seed: 1671 },
  )
})
