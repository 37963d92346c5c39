import { describe, expect, test } from 'vitest'
import { requireEndpoint } from '../../support/endpoints.ts'
import { KafkaBench, openKafkaBench, until } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_SASL_BROKERS')

describe.skipIf(endpoint === undefined)('Kafka over SASL_SSL', () => {
  const env = {
    KAFKA_BROKERS: endpoint?.address ?? '',
    KAFKA_TLS: 'true',
    KAFKA_CA: process.env.KAFKA_CA ?? '',
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USER: process.env.KAFKA_SASL_USER ?? '',
    KAFKA_SASL_PASSWORD: process.env.KAFKA_SASL_PASSWORD ?? '',
  }
  const bench = openKafkaBench(endpoint, env)

  test('a consumer reads and commits over SASL_SSL', async () => {
    const topic = await bench.topic()
    const group = bench.group()
    await bench.produce(topic, ['a', 'b'])
    const reader = bench.read([topic], group)
    await until(() => reader.texts.length === 2)
    await until(async () => (await bench.committed(group, topic))[0] === '2')
  })

  test('Kafka over SASL_SSL with a wrong password ends at once, and reports which settings to check', async () => {
    const topic = await bench.topic()
    const reader = bench.read([topic], bench.group(), undefined, { kafka: { password: 'wrong-password' } })
    const error: Error = await reader.running.then(
      () => new Error('accepted'),
      (reason) => reason,
    )
    expect(error).toMatchObject({ code: 'kafka_auth', retryable: false })
    expect(error.message).toContain('KAFKA_SASL_')
    expect(error.message).not.toContain('wrong-password')
  })

  test('Kafka over SASL_SSL without the certificate authority ends at once, and reports an unverified certificate', async () => {
    const { caFile: _, ...kafka } = bench.config.kafka
    const other = new KafkaBench({ ...env, KAFKA_CA: '' })
    expect(other.config.kafka).toEqual(kafka)
    const reader = other.read(['x'], 'x')
    await expect(reader.running).rejects.toMatchObject({ code: 'kafka_tls' })
  })
})
