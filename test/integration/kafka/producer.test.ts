import { expect, test } from 'vitest'
import { KafkaProducer } from '../../../pipeline/clients/kafka-producer.ts'
import { KafkaProxy } from '../../chaos/kafka-proxy.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { KafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_BROKERS')

test.skipIf(endpoint === undefined)(
  'simultaneous sends lose nothing when the answer to one of them is lost',
  async () => {
    const bench = new KafkaBench({ KAFKA_BROKERS: endpoint?.address ?? '' })
    await bench.admin.connect()
    const topic = await bench.topic()
    const proxy = await KafkaProxy.open(endpoint?.address ?? '')
    const producer = new KafkaProducer({
      kafka: { ...bench.config.kafka, brokers: [proxy.addresses] },
      log: bench.telemetry.log,
    })
    await producer.send(topic, [{ value: 'first' }])
    const broken = proxy.breakAnswer('produce', 'lost', 20_000)
    const values = Array.from({ length: 10 }, (_, i) => `value ${i}`)
    const results = await Promise.allSettled(values.map((value) => producer.send(topic, [{ value }])))
    expect(await broken).toBe(true)
    const acknowledged = values.filter((_, i) => results[i]?.status === 'fulfilled')
    expect(acknowledged.length).toBeGreaterThan(0)
    const { texts } = bench.read([topic], bench.group())
    await bench.produce(topic, ['last'])
    await until(() => texts.includes('last'))
    expect(acknowledged.filter((value) => !texts.includes(value))).toEqual([])
    await producer.close()
    await proxy.close()
    await bench.close()
  },
)
