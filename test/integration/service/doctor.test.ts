// `consentry doctor` before and after an installation works.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import type { Diagnosis } from '../../../pipeline/doctor/diagnosis.ts'
import type { SetupChange } from '../../../pipeline/setup/elasticsearch.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type Deployment, describeService } from './service-bench.ts'

const folder = temporaryFolder()

await describeService({ title: 'the doctor of an installation' }, (bench) => {
  let deployment: Deployment

  beforeAll(async () => {
    deployment = bench.plan()
  })

  async function examine(extra: Record<string, string> = {}) {
    const { code, stdout } = await bench.start(deployment, ['doctor', '--json'], extra).ended
    const diagnoses = JSON.parse(stdout) as Diagnosis[]
    const of = (area: string) => diagnoses.filter((each) => each.area === area).map(({ message }) => message)
    return { code, of, troubles: diagnoses.filter(({ verdict }) => verdict === 'trouble') }
  }

  test('the doctor lists missing objects before setup', async () => {
    const { code, troubles, of } = await examine()
    expect(code).toBe(1)
    expect(troubles.map(({ message }) => message)).toEqual([
      `topic ${deployment.topic} does not exist`,
      `topic ${deployment.deadLetterTopic} does not exist`,
      'consumer group consentry has no members',
      expect.stringMatching(/^\d+ of \d+ templates and indices are missing$/),
    ])
    expect(of('elasticsearch')[0]).toMatch(/^version \d+\.\d+\.\d+ at http/)
  })

  test('setup --json prints one JSON value, and a dry run with changes exits with code 1', async () => {
    const setUp = async (...options: string[]) => {
      // Without KAFKA_SASL_MECHANISM, this setting has no effect, and the command prints a warning.
      const extra = { KAFKA_SASL_USERNAME: 'consentry' }
      const { code, stdout, stderr } = await bench.start(deployment, ['setup', '--json', ...options], extra).ended
      const { dryRun, changes } = JSON.parse(stdout) as { dryRun: boolean; changes: SetupChange[] }
      return { code, stderr, dryRun, changes: [...new Set(changes.map(({ change }) => change))] }
    }
    expect(await setUp('--dry-run')).toMatchObject({ code: 1, dryRun: true, changes: ['created'] })
    expect(await setUp()).toMatchObject({ code: 0, dryRun: false, changes: ['created'] })
    const again = await setUp('--dry-run', '--quiet')
    expect(again).toEqual({ code: 0, dryRun: true, changes: ['unchanged'], stderr: '' })
  })

  test('the doctor shows the position of the records, and their log sources', async () => {
    const samples = loadSamples().filter(({ rawFile }) => rawFile.includes('google-workspace/samples/token/'))
    await bench.kafka.produce(deployment.topic, [...samples.map(({ text }) => text), 'not JSON'])
    const group = bench.kafka.group()
    const before = await examine({ KAFKA_GROUP: group })
    expect(before.of('kafka')).toContain(
      `topic ${deployment.topic}: ${samples.length + 1} records, ${samples.length + 1} not yet stored`,
    )
    await bench.runUntilIdle(deployment, { group })
    await bench.client.indices.refresh({ index: `logs-*-${deployment.namespace}` })
    const after = await examine({ KAFKA_GROUP: group })
    expect(after.of('kafka')).toEqual([
      expect.stringMatching(/^1 broker at /),
      `consumer group ${group} has no members`,
      `topic ${deployment.topic}: ${samples.length + 1} records, 0 not yet stored`,
      `1 dead letters in ${deployment.deadLetterTopic}`,
    ])
    expect(after.of('elasticsearch')).toContainEqual(
      expect.stringMatching(/^all \d+ templates and indices are installed$/),
    )
    const [token, missing] = after.of('log sources')
    expect(token).toMatch(/^google_workspace\.token: \d+ documents, the newest of 2/)
    expect(missing).toMatch(
      /^\d+ of \d+ rules read only log sources without any documents: azure\.aadgraphactivitylogs, /,
    )
    expect(after.troubles).toHaveLength(1)
  })

  test('the doctor reports a field that an operator’s component gives another type', async () => {
    const stream = `logs-google_workspace.token-${deployment.namespace}`
    const name = `consentry-${stream}@custom`
    const properties = { source: { properties: { ip: { type: 'date' } } } }
    await bench.client.cluster.putComponentTemplate({ name, template: { mappings: { properties } } } as never)
    await bench.client.indices.rollover({ alias: stream })
    const { troubles } = await examine()
    const inIndex = new RegExp(`^rules find no value in .*: source\\.ip of \\.ds-${stream}-.*-000002 is date, not ip$`)
    expect(troubles.map(({ message }) => message)).toContainEqual(expect.stringMatching(inIndex))
  })

  test('doctor reports an invalid environment file as one problem, and still checks the servers', async () => {
    const file = join(folder, 'environment.yaml')
    writeFileSync(file, 'version: 1\nnmes: [Acme]\n')
    const { code, troubles, of } = await examine({ CONSENTRY_ENVIRONMENT: file })
    expect(code).toBe(1)
    expect(troubles[0]).toMatchObject({ area: 'organization', message: expect.stringContaining('unknown key "nmes"') })
    expect(of('kafka')[0]).toMatch(/^1 broker at /)
    expect(of('elasticsearch')[0]).toMatch(/^version /)
  })

  test('the doctor reports an unreachable server as one problem among others', async () => {
    const { code, troubles } = await examine({ ES_URL: 'http://127.0.0.1:1' })
    expect(code).toBe(1)
    expect(troubles.map(({ area }) => area)).toEqual(['kafka', 'elasticsearch'])
  })
})
