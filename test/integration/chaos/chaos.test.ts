// Faults around two real instances must leave no trace in the stored data.
import { expect, test } from 'vitest'
import { orders, scenarioTexts } from '../../chaos/deliveries.ts'
import { type DisturbedRun, disturbedRun } from '../../chaos/disturbed-run.ts'
import { faults } from '../../chaos/faults.ts'
import { isDeep } from '../../support/deep.ts'
import { dice, shuffled } from '../../support/dice.ts'
import { describeService } from '../service/service-bench.ts'

/** Each commit uses the same seed, so that a failure points to the commit; CHAOS_SEED=N selects another one. */
const seed = Number(process.env.CHAOS_SEED ?? 51)
const drawn = shuffled(Object.entries(faults), dice(seed))
type Plan = Pick<DisturbedRun, 'order' | 'partitions' | 'faults'>

/** Six of the faults, three for each version of Elasticsearch; in a deep run, all faults for both versions. */
function plansOf(compatibility: 8 | 9): readonly Plan[] {
  if (isDeep)
    return orders.map((order, i) => ({
      order,
      partitions: i === 0 ? 1 : 4,
      faults: drawn.filter((_, n) => n % orders.length === i),
    }))
  if (compatibility === 9) return [{ order: 'shuffled', partitions: 4, faults: drawn.slice(0, 3) }]
  return [{ order: 'in order', partitions: 1, faults: drawn.slice(3, 6) }]
}

await describeService({ title: 'two instances', versions: 'either' }, (bench) => {
  test.each(plansOf(bench.world.compatibility))(
    `two instances produce the result of an offline run despite faults, with records $order (seed ${seed})`,
    async (plan) => {
      const texts = scenarioTexts({ part: seed, of: isDeep ? 12 : 24 })
      const run = { ...plan, seed, batchRecords: 25, minutes: 25 }
      const { records, hits, exits, lost, duplicated, wrong, seconds } = await disturbedRun(bench, texts, run)
      console.info(`seed ${seed}: ${records} records, ${JSON.stringify(hits)}: ${Math.round(seconds)} s`)
      expect({ lost, duplicated, wrong }).toEqual({ lost: [], duplicated: [], wrong: [] })
      expect(exits.filter((exit) => !exit.startsWith('ended with 4:'))).toEqual([])
    },
  )
})
