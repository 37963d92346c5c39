// The short form of the disturbed runs (`npm run chaos` is the long form): faults around two real instances must leave
// no trace in the stored data.
import { expect, test } from 'vitest'
import { scenarioTexts } from '../../chaos/deliveries.ts'
import { type DisturbedRun, disturbedRun } from '../../chaos/disturbed-run.ts'
import { faults } from '../../chaos/faults.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { product } from '../../support/product.ts'
import { describeService } from '../service/service-bench.ts'

/** Each commit uses the same seed, so that a failure comes from the commit; long runs use other seeds. */
const seed = Number(process.env.CHAOS_SEED ?? 51)
const drawn = shuffled(Object.entries(faults), dice(seed)).slice(0, 6)
const plans: readonly Pick<DisturbedRun, 'order' | 'partitions' | 'faults'>[] = [
  { order: 'shuffled', partitions: 4, faults: drawn.slice(0, 3) },
  { order: 'in order', partitions: 1, faults: drawn.slice(3) },
]

await describeService({ title: 'two instances', versions: 'either' }, (bench) => {
  test(`two instances have the result of an offline run despite all faults (seed ${seed})`, async () => {
    const plan = {
      ...(plans[9 - bench.world.compatibility] as (typeof plans)[number]),
      seed,
      batchRecords: 25,
      minutes: 4,
    }
    const texts = scenarioTexts(product, { part: seed, of: 24 })
    const result = await disturbedRun(bench, product, texts, plan)
    const { records, hits, lost, duplicated, wrong } = result
    console.info(`seed ${seed}: ${records} records, ${JSON.stringify(hits)}: ${Math.round(result.seconds)} s`)
    expect({ lost, duplicated, wrong }).toEqual({ lost: [], duplicated: [], wrong: [] })
  })
})
