import { expect, test } from 'vitest'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { describeService } from './service-bench.ts'

const kafkaEnv = {
  KAFKA_TLS: 'true',
  KAFKA_TLS_CA: process.env.KAFKA_CA ?? '',
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  KAFKA_SASL_USERNAME: process.env.KAFKA_SASL_USER ?? '',
  KAFKA_SASL_PASSWORD: process.env.KAFKA_SASL_PASSWORD ?? '',
}

await describeService(
  { title: 'the service over SASL_SSL', versions: 'newest', brokers: 'KAFKA_SASL_BROKERS', kafkaEnv },
  (bench) => {
    test('the service over SASL_SSL creates its topics, reads and stores records, and writes dead letters', async () => {
      const deployment = await bench.deploy()
      const [sample] = loadSamples()
      await bench.kafka.produce(deployment.topic, [sample?.text ?? '', 'poison'])
      const group = bench.kafka.group()
      expect(await bench.runUntilIdle(deployment, { group })).toMatchObject({ records: 2, stored: 1, deadLetters: 1 })
      expect(await bench.deadLetters(deployment, 1)).toMatchObject([{ code: 'not_json', raw: 'poison' }])
    })

    test('the service over SASL_SSL with a wrong password ends with 4, names the settings, and logs no password', async () => {
      const deployment = await bench.deploy()
      const { code, stderr } = await bench.start(deployment, ['run'], { KAFKA_SASL_PASSWORD: 'wrong-password' }).ended
      expect(code).toBe(4)
      expect(stderr).toContain('KAFKA_SASL_')
      expect(stderr).not.toContain('wrong-password')
    })

    test('the service over SASL_SSL without the certificate authority reports an unverified certificate', async () => {
      const deployment = await bench.deploy()
      const { code, stderr } = await bench.start(deployment, ['run'], { KAFKA_TLS_CA: '' }).ended
      expect(code).toBe(4)
      expect(stderr).toContain('kafka_tls')
    })
  },
)
