// Sends malformed records through a real Kafka and two service instances to a real Elasticsearch. Each record ends as
// documents or as a dead letter, as it does offline, and no instance exits or stops responding. Deep runs only.
import { expect, test } from 'vitest'
import { bySize } from '../../../pipeline/clients/kafka-producer.ts'
import { decodeBuffer } from '../../../pipeline/decode/decode.ts'
import type { Failure } from '../../../pipeline/outcome.ts'
import { toDeadLetters } from '../../../pipeline/sink/dead-letter.ts'
import { Progress } from '../../chaos/progress.ts'
import { fuzzRecord } from '../../fuzz/fuzz-records.ts'
import { isDeep, seed } from '../../support/deep.ts'
import { freePort } from '../../support/local-server.ts'
import { product } from '../../support/product.ts'
import { describeService } from './service-bench.ts'

const count = 5_000
/** Number of records in memory at the same time: some are almost a megabyte. */
const portion = 500

/** The documents and the number of outcomes of a record offline. */
function offline(value: Buffer): { ids: string[]; outcomes: number } {
  const ids: string[] = []
  const failures: Failure[] = []
  for (const decoded of decodeBuffer(value, { source: 'raw', offset: '0' }))
    for (const outcome of decoded.ok ? product.chain.process(decoded) : [decoded])
      if (outcome.ok) ids.push(outcome.id)
      else failures.push(outcome)
  // A record with several failed events is one dead letter.
  return { ids, outcomes: ids.length + toDeadLetters(failures, '').length }
}

/** Milliseconds until the response, or until the connection fails. */
async function answerMs(port: number): Promise<number> {
  const started = performance.now()
  await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
  return performance.now() - started
}

await describeService({ title: 'malformed records', versions: 'either' }, (bench) => {
  test.runIf(isDeep)('malformed records end as documents or dead letters while each instance responds', async () => {
    const deployment = await bench.deploy({ KAFKA_TOPIC_PARTITIONS: '4' })
    const group = bench.kafka.group()
    const ports = [await freePort(), await freePort()]
    const instances = ports.map((port) =>
      bench.start(deployment, ['run'], { KAFKA_GROUP: group, HEALTH_PORT: String(port) }),
    )
    const expected = { ids: new Set<string>(), outcomes: 0 }
    for (let from = 0; from < count; from += portion) {
      const values = Array.from({ length: portion }, (_, i) => fuzzRecord(seed, from + i))
      for (const { ids, outcomes } of values.map(offline)) {
        for (const id of ids) expected.ids.add(id)
        expected.outcomes += outcomes
      }
      const messages = values.map((value, i) => ({ partition: i % 4, value }))
      for (const part of bySize(messages, ({ value }) => value.length))
        await bench.kafka.produce(deployment.topic, part)
    }
    const progress = new Progress({ bench, deployment, group })
    let slowestMs = 0
    await progress.until('every record is committed', async () => {
      slowestMs = Math.max(slowestMs, ...(await Promise.all(ports.map(answerMs))))
      return instances.every(({ child }) => child.exitCode !== null) || progress.isDrained()
    })
    for (const { child } of instances) child.kill('SIGTERM')
    const ends = await Promise.all(instances.map(({ ended }) => ended))
    expect(ends.map(({ code, stderr }) => (code === 0 ? '' : stderr.slice(-600)))).toEqual(['', ''])
    expect(slowestMs).toBeLessThan(5_000)
    const counted = ends.reduce((sum, { summary }) => {
      const { stored = 0, duplicates = 0, deadLetters = 0 } = summary ?? {}
      return sum + stored + duplicates + deadLetters
    }, 0)
    expect(counted).toBeGreaterThanOrEqual(expected.outcomes)
    // Elasticsearch rejects some documents: each of them also becomes a dead letter.
    const letters = await bench.allDeadLetters(deployment)
    const refused = letters.filter(({ code }) => code === 'document_rejected' || code === 'failure_store')
    const documents = await bench.documents(deployment.namespace)
    const missing = [...expected.ids].filter((id) => !documents.has(id))
    expect(missing.length).toBeLessThanOrEqual(refused.length)
  })
})
