// The API keys of the operator's guide allow every request that the commands make, and grant nothing that no command needs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import { ActClaims, removeOldActs } from '../../../pipeline/entity-store/act-claims.ts'
import { EntityRequests } from '../../../pipeline/entity-store/elasticsearch-requests.ts'
import { servicePrivileges } from '../../../pipeline/setup/privileges.ts'
import { makeElasticsearchSink } from '../../../pipeline/sink/elasticsearch.ts'
import { type Check, checksOf, isAllowed, type Role, without } from '../../support/elasticsearch-privileges.ts'
import { HttpProxy, type RecordedRequest } from '../../support/http-proxy.ts'
import { scenarioOf, textsOf } from '../../support/product.ts'
import { until } from '../kafka/kafka-bench.ts'
import { type Deployment, describeService } from './service-bench.ts'

const guide = readFileSync(join(packageRoot, 'pipeline', 'README.md'), 'utf8')
/** The role descriptors of all API keys in the guide. */
const described: Readonly<Record<string, Role>> = Object.assign(
  {},
  ...[...guide.matchAll(/```json\n(.*?)```/gs)]
    .map(([, text = '']) => JSON.parse(text) as { role_descriptors?: Record<string, Role> })
    .map(({ role_descriptors = {} }) => role_descriptors),
)

const records = textsOf(scenarioOf('cross/m365-leaver-app-keeps-reading'))

test('the doctor checks the privileges that the guide lists', () => {
  expect(servicePrivileges('consentry')).toEqual(described.service?.indices)
})

await describeService({ title: 'the privileges', versions: 'newest' }, (bench) => {
  let proxy: HttpProxy
  let deployment: Deployment
  const recorded = { setup: [] as RecordedRequest[], service: [] as RecordedRequest[], doctor: [] as RecordedRequest[] }

  const inNamespace = (role: Role): Role => ({
    ...role,
    indices: (role.indices ?? []).map(({ names, privileges }) => ({
      names: names.map((name) => name.replace(/-consentry(?=$|-)/, `-${deployment.namespace}`)),
      privileges,
    })),
  })
  const role = (name: string) => inNamespace(described[name] ?? {})

  async function command(args: readonly string[], extra: Record<string, string> = {}): Promise<void> {
    const { code, stderr } = await bench.start(deployment, args, extra).ended
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${stderr}`)
  }

  async function recording(part: keyof typeof recorded, work: () => Promise<void>): Promise<void> {
    proxy.record = (request) => recorded[part].push(request)
    await work()
    proxy.record = undefined
  }

  beforeAll(async () => {
    proxy = await HttpProxy.before(bench.world.url)
    deployment = bench.plan({
      ES_URL: proxy.url,
      KAFKA_TOPIC_PARTITIONS: '1',
      BATCH_RECORDS: '1',
      CONSENTRY_LATE_DATA_SECONDS: '1',
      FINDINGS_EVERY_MINUTES: '1',
    })
    await recording('setup', () => command(['setup']))
    await recording('service', () => serve())
    await recording('service', () => repair())
    await recording('doctor', async () => void (await bench.start(deployment, ['doctor']).ended))
    await recording('setup', () => upgrade())
  })
  afterAll(async () => {
    await proxy.close()
  })

  /** Runs the service with late data until it has corrected documents and made a pass. */
  async function serve(): Promise<void> {
    await bench.kafka.produce(deployment.topic, [...records].reverse())
    await bench.kafka.produce(deployment.topic, ['poison'])
    const { child, ended } = bench.start(deployment, ['run'])
    const has = (part: string) =>
      recorded.service.some(
        ({ path, body }) => path.includes(part) || (path.startsWith('/_bulk') && body.includes(part)),
      )
    // The last part of a pass looks for old acts.
    await until(() => has('"index":{"_index":".ds-logs-') && has(`consentry-acts-${deployment.namespace}-*`))
    child.kill('SIGTERM')
    await ended
  }

  /** Does the rare work: replays, corrections, a rollover between two instances, and the removal of old acts. */
  async function repair(): Promise<void> {
    const { namespace } = deployment
    const replay = await bench.start(deployment, ['dead-letters', 'replay', '--json']).ended
    expect(replay.stdout).toContain('"outcome":"dead_letter"')
    const stored = await bench.documents(namespace)
    const [[id, { index, document }] = ['', { index: '', document: undefined }]] = stored
    await bench.client.update({ index, id, doc: { event: { action: 'wrong' } } })
    await command(['reprocess', '--json'])
    await command(['apps', '--json'])

    const client = await makeClient({ urls: [proxy.url], compatibility: 9 })
    const dataset = 'o365.audit'
    const decoded = { element: '', delivery: { source: 'test', offset: '0' } }
    const doubled = { dataset, id: 'doubled', document: { ...document, event: { dataset } } as never, decoded }
    const first = makeElasticsearchSink({ client, namespace, backfill: false })
    await first.store([doubled])
    await bench.client.indices.rollover({ alias: `logs-${dataset}-${namespace}` })
    await first.store([doubled])
    const claims = new ActClaims({ requests: new EntityRequests(client), namespace, cacheSize: 10, now: Date.now })
    const act = { vendor: 'microsoft', tenant: 'tenant', id: 'act', dataset, event: 'event' } as const
    await claims.claim([{ ...act, at: 0 } as never, { ...act, id: 'another', at: Date.now() } as never])
    await bench.client.indices.refresh({ index: `consentry-acts-${namespace}-*` })
    await removeOldActs(client, namespace, Date.now() + 400 * 86_400_000)
    await client.close()
  }

  /** Another version of the templates. */
  async function upgrade(): Promise<void> {
    const index = `consentry-apps-${deployment.namespace}`
    const { [index]: held } = await bench.client.indices.getMapping({ index })
    await bench.client.indices.putMapping({ index, _meta: { ...held?.mappings._meta, fingerprint: 'older' } })
    await command(['setup'], { ES_INDEX_MODE: 'logsdb' })
  }

  const checks = (part: keyof typeof recorded): Check[] => {
    const all = recorded[part].flatMap(checksOf)
    return [...new Map(all.map((check) => [JSON.stringify(check), check])).values()]
  }

  const cases = [
    { part: 'setup', roles: ['setup'] },
    { part: 'service', roles: ['service'] },
    { part: 'doctor', roles: ['service', 'doctor'] },
  ] as const

  test.each(cases)('the privileges allow every request of $part', ({ part, roles }) => {
    expect(recorded[part].length).toBeGreaterThan(5)
    expect(checks(part).filter((check) => !isAllowed(roles.map(role), check))).toEqual([])
  })

  test.each(cases)('the privileges grant only rights that a request of $part needs', ({ part, roles }) => {
    const all = roles.map(role)
    const [own = {}, ...others] = all.reverse()
    const allowed = checks(part).filter((check) => isAllowed(all, check))
    const unused = [...without(own)].filter(({ left }) => allowed.every((check) => isAllowed([...others, left], check)))
    expect(unused.map(({ gone }) => gone)).toEqual([])
  })
})
