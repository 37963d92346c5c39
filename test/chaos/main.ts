// Chaos tests, manual or nightly: `npm run chaos -- [--runs N] [--seed N] [--copies N] [--faults N] [--out DIR]`.
// Needs KAFKA_BROKERS and ES_URL, ES8_URL or both. A finished run is stored in the folder and not repeated.
import { parseArgs } from 'node:util'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { requireWorlds, ServiceBench } from '../integration/service/service-bench.ts'
import { dice, shuffled } from '../support/dice.ts'
import { orders, scenarioTexts } from './deliveries.ts'
import { disturbedRun } from './disturbed-run.ts'
import { faults } from './faults.ts'
import { RunLog, type RunLogEntry } from './run-log.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    copies: { type: 'string', default: '20' },
    faults: { type: 'string', default: '8' },
    out: { type: 'string', default: 'out/chaos' },
  },
})
const [runs, firstSeed, copies, perRun] = [values.runs, values.seed, values.copies, values.faults].map(Number) as [
  number,
  number,
  number,
  number,
]
// Instances end with this process.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const product = await loadProduct()
const runLog = new RunLog(values.out, { seed: firstSeed, copies, faults: perRun })
const { worlds, stop } = await requireWorlds()
const order = shuffled(Object.entries(faults), dice(firstSeed))

/** Consecutive runs go through all faults, whatever the number of faults per run. */
function planOf(i: number) {
  return {
    order: orders[i % orders.length] as (typeof orders)[number],
    seed: firstSeed + i,
    partitions: i % 3 === 0 ? 1 : 4,
    faults: Array.from({ length: perRun }, (_, n) => order[(i * perRun + n) % order.length] as (typeof order)[number]),
    batchRecords: [100, 500, 12][i % 3] as number,
    minutes: 25,
  }
}

for (const world of worlds.filter(({ missing }) => !missing)) {
  for (let i = 0; i < runs; i++) {
    if (runLog.has(world.name, i)) continue
    const plan = planOf(i)
    const part = { part: plan.seed, of: 12 }
    const texts = Array.from({ length: copies }, (_, copy) => scenarioTexts(product, part, copy)).flat()
    const bench = new ServiceBench(world)
    await bench.open()
    try {
      const result = await disturbedRun(bench, product, texts, plan)
      runLog.add({ world: world.name, run: i, seed: plan.seed, order: plan.order, ...result })
    } catch (error) {
      // A failed run is not finished: the next call repeats it.
      console.log(`${world.name}, run ${i}, seed ${plan.seed}: ${(error as Error).message}`)
      process.exitCode = 1
    } finally {
      await bench.close()
    }
  }
}
await stop()
const sum = (of: (entry: RunLogEntry) => number): number =>
  runLog.entries.reduce((total, entry) => total + of(entry), 0)
runLog.print()
const departures = sum(({ lost, duplicated, wrong }) => lost.length + duplicated.length + wrong.length)
if (departures > 0 || runLog.entries.length === 0) process.exitCode = 1
