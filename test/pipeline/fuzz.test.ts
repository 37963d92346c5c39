// Every malformed input ends as documents or dead letters. FUZZ_FROM=N begins with record number N.
import { beforeAll, expect, it } from 'vitest'
import { fuzzRecord } from '../fuzz/fuzz-records.ts'
import { type FuzzTotals, OfflineRun } from '../fuzz/offline-run.ts'
import { isDeep } from '../support/deep.ts'

/** Commit tests run at the same time as other jobs, with few records; a deep run has a strict limit. */
const stallMs = isDeep ? 100 : 5_000
const records = isDeep ? 200_000 : 600
const from = Number(process.env.FUZZ_FROM ?? 0)
let totals: FuzzTotals

beforeAll(async () => {
  const run = new OfflineRun(stallMs)
  for (let n = from; n < from + records; n++) await run.take(n, fuzzRecord(1, n))
  await run.flush()
  totals = run.totals
})

it('malformed records cause no exception and no stall from bytes to alerts', () => {
  const { crashed, stalled, documents, deadLetters } = totals
  expect({ crashed, stalled }).toEqual({ crashed: [], stalled: [] })
  expect(documents).toBeGreaterThan(records / 3)
  expect(deadLetters).toBeGreaterThan(records / 100)
})

it('each malformed record becomes a document or a dead letter', () => {
  expect(totals.lost).toEqual([])
})
