import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireEndpoint } from '../../support/endpoints.ts'
import { KafkaBench } from './kafka-bench.ts'

const endpoint = await requireEndpoint('KAFKA_SASL_BROKERS')

describe.skipIf(endpoint === undefined)('Kafka over SASL_SSL', () => {
  let bench: KafkaBench
  const env = {
    KAFKA_BROKERS: endpoint?.address ?? '',
    KAFKA_TLS: 'true',
    KAFKA_CA: process.env.KAFKA_CA ?? '',
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USER: process.env.KAFKA_SASL_USER ?? '',
    KAFKA_SASL_PASSWORD: process.env.KAFKA_SASL_PASSWORD ?? '',
  }
  beforeAll(async () => {
    bench = new KafkaBench(env)
    await bench.admin.connect()
  })
  afterAll(async () => {
    await bench.close()
    await endpoint?.stop()
  })

  test('Kafka over SASL_SSL without the authority ends at once, and reports that the certificate does not verify', async () => {
    const { caFile: _, ...kafka } = bench.config.kafka
    const other = new KafkaBench({ ...env, KAFKA_CA: '' })
    expect(other.config.kafka).toEqual(kafka)
    const reader = other.read(['x'], 'x')
    await expect(reader.running).rejects.toMatchObject({ code: 'kafka_tls' })
  })
})
