// The short form of the disturbed runs (`npm run chaos` is the long one): two real instances that are killed at random
// end in what an offline run ends in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadProduct } from '../../../pipeline/cli/check.ts'
import { storyTexts } from '../../chaos/deliveries.ts'
import { type DisturbedResult, type DisturbedRun, disturbedRun } from '../../chaos/disturbed-run.ts'
import { offlineOutcome } from '../../chaos/outcome.ts'
import { requireWorlds, ServiceBench } from '../service/service-bench.ts'

const product = await loadProduct()
const texts = storyTexts(product, 2)
const expected = await offlineOutcome(texts, product)
const { worlds, stop } = await requireWorlds()
afterAll(stop)

const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)

function report({ records, kills, differences, seconds }: DisturbedResult): void {
  console.info(
    `seed ${seed}: ${records} records, ${kills} kills, ${differences.length} differences, ${Math.round(seconds)} s`,
  )
}

for (const world of worlds) {
  // When a process dies depends on the machine as much as on the seed: a difference that counts comes twice.
  describe.skipIf(world.missing)(`two instances with ${world.name}`, { timeout: 300_000, retry: 1 }, () => {
    let bench: ServiceBench
    const run = async (plan: Pick<DisturbedRun, 'order' | 'partitions'>) => {
      const result = await disturbedRun(bench, product, texts, expected, { ...plan, seed, kills: 3 })
      report(result)
      expect(result.kills).toBeGreaterThanOrEqual(3)
      return result
    }
    beforeAll(async () => {
      bench = new ServiceBench(world)
      await bench.open()
    })
    afterAll(() => bench.close())

    test('end in the documents, entities and alerts of an offline run, whoever is killed', async () => {
      expect((await run({ order: 'in order', partitions: 1 })).differences).toEqual([])
    })

    test('end in the same when records arrive late, doubled and in any order', async () => {
      expect((await run({ order: 'shuffled', partitions: 4 })).differences).toEqual([])
    })
  })
}
