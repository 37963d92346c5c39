// Disturbed runs by hand: `npm run chaos -- [RUNS] [SEED]` (default 3 of each order, a seed from the clock). Needs
// KAFKA_BROKERS and ES_URL, ES8_URL or both.
import { loadProduct } from '../../pipeline/cli/check.ts'
import { requireWorlds, ServiceBench } from '../integration/service/service-bench.ts'
import { orders, parts, storyTexts } from './deliveries.ts'
import { disturbedRun } from './disturbed-run.ts'
import { offlineOutcome } from './outcome.ts'

const [runs = 3, firstSeed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const product = await loadProduct()
const texts = storyTexts(product, firstSeed)
const expected = await offlineOutcome(texts, product)
const { worlds, stop } = await requireWorlds()
const columns = [
  'order',
  'seed',
  'partitions',
  'records',
  'kills',
  'both',
  'documents',
  'entities',
  'findings',
  'alerts',
  'differ',
  's',
]
const total = { runs: 0, kills: 0, records: 0, differences: 0 }
for (const world of worlds.filter(({ missing }) => !missing)) {
  const bench = new ServiceBench(world)
  await bench.open()
  try {
    console.log(`${world.name}, ${texts.length} records of one of ${parts} parts of the stories`)
    console.log(columns.map((name) => name.padStart(10)).join(''))
    for (let i = 0; i < runs; i++) {
      for (const order of orders) {
        const plan = { order, seed: firstSeed + i, partitions: order === 'in order' ? 1 : 4, kills: 8 }
        const result = await disturbedRun(bench, product, texts, expected, plan)
        const { records, kills, bothKilled, documents, entities, findings, alerts, differences, seconds } = result
        const row = [
          order,
          plan.seed,
          plan.partitions,
          records,
          kills,
          bothKilled,
          documents,
          entities,
          findings,
          alerts,
        ]
        console.log([...row, differences.length, Math.round(seconds)].map((cell) => String(cell).padStart(10)).join(''))
        for (const difference of differences) console.log(`  ${difference.slice(0, 400)}`)
        total.runs++
        total.kills += kills
        total.records += records
        total.differences += differences.length
      }
    }
  } finally {
    await bench.close()
  }
}
await stop()
console.log(`${total.runs} runs, ${total.kills} kills, ${total.records} records, ${total.differences} differences`)
process.exitCode = total.differences === 0 && total.runs > 0 ? 0 : 1
