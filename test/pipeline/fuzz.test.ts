// The short form of the fuzzing (`npm run fuzz` is the long form): every input ends as documents or dead letters.
import { beforeAll, expect, it } from 'vitest'
import { fuzzRecord } from '../fuzz/fuzz-records.ts'
import { type FuzzTotals, OfflineRun } from '../fuzz/offline-run.ts'
import { product } from '../support/product.ts'

/** The limit of the long form is 100 ms; a test machine runs several jobs at the same time. */
const stallMs = 5_000
const records = 1_500
let totals: FuzzTotals

beforeAll(async () => {
  const run = new OfflineRun(product, stallMs)
  for (let n = 0; n < records; n++) await run.take(n, fuzzRecord(1, n))
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
