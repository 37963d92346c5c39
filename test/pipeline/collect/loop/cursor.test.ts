import { expect, it } from 'vitest'
import { hourMs, minuteMs } from '../../../../mappings/kernel/durations.ts'
import type { LogSource } from '../../../../pipeline/collect/log-source.ts'
import { advance, type Cursor, nextPass } from '../../../../pipeline/collect/loop/cursor.ts'

const log: LogSource = {
  id: 'log',
  vendor: 'microsoft',
  retentionMs: 7 * 24 * hourMs,
  refusesOlder: true,
  windowMs: 6 * hourMs,
  overlapMs: 3 * hourMs,
  collect: async () => undefined,
}
const inventory: LogSource = { ...log, retentionMs: undefined, windowMs: Number.POSITIVE_INFINITY, overlapMs: 0 }
const start = Date.parse('2026-03-18T12:00:00Z')
const since = start - 24 * hourMs

/** Completes a pass. */
function collected(cursor: Cursor | undefined, now: number, source = log): Cursor {
  const pass = nextPass(source, cursor, since, now)
  if (pass === undefined) throw new Error('nothing is due')
  return advance(cursor, pass, pass.until)
}

it('a pass over a log begins at the start of the collection, or at the earliest time that the vendor keeps', () => {
  expect(nextPass(log, undefined, since, start + 900)).toEqual({ from: since, until: start, rereads: true })
  expect(nextPass(log, undefined, 0, start)?.from).toBe(start - 7 * 24 * hourMs + 2 * minuteMs)
})

it('an interrupted pass over a log continues at its position, and keeps its end time', () => {
  const first = nextPass(log, undefined, since, start)
  if (first === undefined) throw new Error('nothing is due')
  const cursor = advance(undefined, first, since + 6 * hourMs)
  expect(cursor.complete).toBeUndefined()
  expect(nextPass(log, cursor, 0, start + hourMs)).toEqual({
    from: since + 6 * hourMs,
    until: start,
    rereads: true,
  })
  expect(advance(cursor, first, start)).toEqual({
    since: '2026-03-17T12:00:00.000Z',
    complete: '2026-03-18T12:00:00.000Z',
    reread: '2026-03-18T12:00:00.000Z',
  })
})

it('a pass over a log ends now if a collector with a fast clock began the pass', () => {
  const ahead = nextPass(log, undefined, since, start + 6 * hourMs)
  if (ahead === undefined) throw new Error('nothing is due')
  const cursor = advance(undefined, ahead, since + 6 * hourMs)
  expect(nextPass(log, cursor, since, start)).toMatchObject({ from: since + 6 * hourMs, until: start })
  expect(collected(cursor, start).complete).toBe('2026-03-18T12:00:00.000Z')
  expect(collected(cursor, since + 5 * hourMs).complete).toBe('2026-03-17T17:00:00.000Z')
})

it('a pass over a log reads the last minutes again, and the whole overlap once an hour', () => {
  let cursor = collected(undefined, start)
  expect(nextPass(log, cursor, since, start + 5 * minuteMs)).toMatchObject({ from: start - 15 * minuteMs })
  for (let minute = 5; minute < 60; minute += 5) cursor = collected(cursor, start + minute * minuteMs)
  expect(cursor.reread).toBe('2026-03-18T12:00:00.000Z')
  // A record of 09:00 that appeared at 12:00 is still in the next pass.
  expect(nextPass(log, cursor, since, start + hourMs)).toMatchObject({ from: start - 3 * hourMs, rereads: true })
  expect(collected(cursor, start + hourMs).reread).toBe('2026-03-18T13:00:00.000Z')
})

it('a pass over a log queries the vendor even if the clock is hours behind the cursor: the response shows the time', () => {
  const cursor = collected(undefined, start)
  const behind = start - 5 * hourMs
  expect(nextPass(log, cursor, since, behind)).toMatchObject({ from: behind - 15 * minuteMs, until: behind })
  expect(collected(cursor, behind).complete).toBe('2026-03-18T12:00:00.000Z')
})

it('a pass over a log never begins before the start of the collection', () => {
  const cursor = collected(undefined, since + hourMs)
  expect(nextPass(log, cursor, 0, since + 2 * hourMs)?.from).toBe(since)
})

it('a pass over a log keeps its position when the clock is set back', () => {
  const cursor = collected(undefined, start)
  expect(collected(cursor, start - 5 * minuteMs).complete).toBe(cursor.complete)
})

it('a pass over an inventory is due once a day', () => {
  const cursor = collected(undefined, start, inventory)
  expect(nextPass(inventory, cursor, since, start + 23 * hourMs)).toBeUndefined()
  expect(nextPass(inventory, cursor, since, start + 24 * hourMs)).toMatchObject({ until: start + 24 * hourMs })
})
