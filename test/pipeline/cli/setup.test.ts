import { expect, it, vi } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { setupElasticsearch } from '../../../pipeline/setup/elasticsearch.ts'
import { setupKafka } from '../../../pipeline/setup/kafka.ts'
import { commandBench } from '../../support/command-bench.ts'

vi.mock('../../../pipeline/setup/kafka.ts')
vi.mock('../../../pipeline/setup/elasticsearch.ts')

const bench = commandBench()
const topic = { kind: 'topic', name: 'letters', change: 'created' } as const
const unreachable = (code: 'es_unreachable' | 'kafka_unreachable') =>
  Promise.reject(new DependencyError(code, `${code}: check the address.`))

it('setup with one server names the missing setting of the other and its own complete part, and ends with 4', async () => {
  vi.stubEnv('ES_URL', '')
  vi.stubEnv('KAFKA_BROKERS', 'broker:9092')
  vi.mocked(setupElasticsearch).mockImplementation(() => unreachable('es_unreachable'))
  vi.mocked(setupKafka).mockResolvedValue([topic])
  expect(await bench.run('setup')).toBe(4)
  expect(bench.err).toContain('es_unreachable: check the address. ES_URL is not set: set ES_URL or --config.')
  expect(bench.err).toMatch(/Complete:\ncreated {5}topic letters$/m)
  bench.clear()
  vi.mocked(setupKafka).mockImplementation(() => unreachable('kafka_unreachable'))
  expect(await bench.run('setup')).toBe(4)
  expect(bench.err).toMatch(/es_unreachable.*\nkafka_unreachable: check the address\.$/m)
  expect(bench.err).not.toMatch(/Complete|KAFKA_BROKERS is not set/)
})
