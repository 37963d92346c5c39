// Fuzzing by hand or nightly: `npm run fuzz -- [--records N] [--seed N] [--from N] [--kafka]`. Offline, records go from
// bytes to alerts in this process; with --kafka they go through a real Kafka and two instances into Elasticsearch
// (KAFKA_BROKERS, ES_URL). `--records 1 --from N` runs one record again.
import { parseArgs } from 'node:util'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { fuzzRecord } from './fuzz-records.ts'
import { OfflineRun } from './offline-run.ts'
import { serviceRun } from './service-run.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    kafka: { type: 'boolean', default: false },
  },
})
const [records, seed, from] = [values.records, values.seed, values.from].map(Number) as [number, number, number]
const stallMs = 100

async function offline(): Promise<boolean> {
  const run = new OfflineRun(await loadProduct(), stallMs)
  const { totals } = run
  for (let n = from; n < from + records; n++) {
    await run.take(n, fuzzRecord(seed, n))
    if ((n + 1) % 100_000 === 0) console.log(`${n + 1 - from} records, ${totals.documents} documents`)
  }
  await run.flush()
  const { lost, crashed, stalled, slowest } = totals
  for (const [what, items] of Object.entries({ lost, crashed, stalled }))
    for (const item of items.slice(0, 20)) console.log(`${what} ${item}`)
  console.log(
    `seed ${seed}: ${totals.records} records, ${totals.bytes} bytes: ${totals.documents} documents, ` +
      `${totals.deadLetters} dead letters, ${totals.alerts} alerts, ${totals.empty} empty; ` +
      `${lost.length} lost, ${crashed.length} crashed, ${stalled.length} over ${stallMs} ms`,
  )
  console.log(`slowest for its bytes: record ${slowest.n}, ${slowest.bytes} bytes, ${slowest.ms.toFixed(1)} ms of CPU`)
  return lost.length + crashed.length + stalled.length === 0
}

const passed = values.kafka ? await serviceRun({ seed, from, records }) : await offline()
process.exitCode = passed ? 0 : 1
