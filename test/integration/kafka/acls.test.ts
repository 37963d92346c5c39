// The Kafka ACLs of the operator's guide, on a broker that checks them: with all of them the commands work, without one of them
// a command fails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import kafkajs, { type AclEntry } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { requireEndpoint } from '../../support/endpoints.ts'
import { type Deployment, ServiceBench } from '../service/service-bench.ts'
import { until } from './kafka-bench.ts'

const kafka = await requireEndpoint('KAFKA_ACL_BROKERS')
const elasticsearch = await requireEndpoint('ES_URL')

const operators = readFileSync(join(packageRoot, 'pipeline', 'README.md'), 'utf8')
// The user of `collect --loop` has a table of its own.
const [guide = ''] = operators.split('\nACLs of the user of `collect --loop`')
/** `| topic `consentry.raw` | literal | Read | … |` */
const rows = [...guide.matchAll(/^\| (topic|group) `([a-z.-]+)` \| (literal|prefixed) \| (\w+) \|/gm)].map(
  ([, resource = '', name = '', pattern = '', operation = '']) => ({ resource, name, pattern, operation }),
)

type Row = (typeof rows)[number]

describe.skipIf(kafka === undefined || elasticsearch === undefined)('the ACLs of the guide', () => {
  const login = (user: string) => ({
    KAFKA_SASL_MECHANISM: 'plain',
    KAFKA_SASL_USERNAME: user,
    KAFKA_SASL_PASSWORD: process.env.KAFKA_ACL_PASSWORD ?? '',
  })
  const world = {
    name: 'Elasticsearch 9',
    compatibility: 9,
    url: elasticsearch?.address ?? '',
    brokers: kafka?.address ?? '',
    missing: false,
  } as const
  let bench: ServiceBench
  let deployment: Deployment
  beforeAll(async () => {
    bench = new ServiceBench(world, login('admin'))
    await bench.open()
    deployment = bench.plan({ CONSENTRY_FINDINGS: 'false', CONSENTRY_LATE_DATA_SECONDS: '0' })
  })
  afterAll(async () => {
    await forbid()
    await bench.close()
    await kafka?.stop()
    await elasticsearch?.stop()
  })

  /** The number that kafkajs has for a word. */
  const numberOf = <T>(values: Readonly<Record<string, unknown>>, word: string) => values[word.toUpperCase()] as T

  /** A row for the names of this deployment. */
  function toAcl({ resource, name, pattern, operation }: Row): AclEntry {
    const { topic, deadLetterTopic } = deployment
    const names: Record<string, string> = {
      'consentry.raw': topic,
      'consentry.dead-letters': deadLetterTopic,
      'consentry.': topic,
      consentry: `${topic}-group`,
    }
    return {
      principal: 'User:consentry',
      host: '*',
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
      resourceType: numberOf(kafkajs.AclResourceTypes as never, resource),
      resourceName: names[name] ?? '',
      resourcePatternType: numberOf(kafkajs.ResourcePatternTypes as never, pattern),
      operation: numberOf(kafkajs.AclOperationTypes as never, operation),
    }
  }

  async function forbid(): Promise<void> {
    const { ANY } = kafkajs.AclPermissionTypes
    const filter = {
      principal: 'User:consentry',
      host: '*',
      permissionType: ANY,
      operation: kafkajs.AclOperationTypes.ANY,
    }
    const resource = {
      resourceType: kafkajs.AclResourceTypes.ANY,
      resourcePatternType: kafkajs.ResourcePatternTypes.ANY,
    }
    await bench.kafka.admin.deleteAcls({ filters: [{ ...filter, ...resource }] })
  }

  /** Why a command fails. One that reads tries again after a refusal, in case somebody corrects the ACLs. */
  async function refused(args: readonly string[]): Promise<string | undefined> {
    const group = { KAFKA_GROUP: `${deployment.topic}-group` }
    const { child, log, ended } = bench.start(deployment, args, { ...login('consentry'), ...group })
    let code: number | null | undefined
    void ended.then((result) => {
      code = result.code
    })
    await until(
      () => code !== undefined || log.some(({ code }) => code === 'kafka_auth' || code === 'kafka_failed'),
      120,
    )
    child.kill()
    const { stderr } = await ended
    return code === 0 ? undefined : `${args[0]} failed: ${stderr}`
  }

  /** The first command that fails with these rows. */
  async function firstRefusal(allowed: readonly Row[]): Promise<string | undefined> {
    await forbid()
    await bench.kafka.admin.createAcls({ acl: allowed.map(toAcl) })
    const [sample] = loadSamples()
    const failure = await refused(['setup'])
    if (failure !== undefined) return failure
    await bench.kafka.produce(deployment.topic, [sample?.text ?? '', 'poison'])
    return (
      (await refused(['run', '--until-idle', '1'])) ??
      (await refused(['dead-letters', 'list'])) ??
      (await refused(['reprocess', '--dry-run']))
    )
  }

  test('allow every command', async () => {
    expect(rows.length).toBeGreaterThan(3)
    expect(await firstRefusal(rows)).toBeUndefined()
  })

  test.each(rows)('are all needed: $operation on $resource $name', async (row) => {
    if (row.operation === 'Create') await bench.kafka.admin.deleteTopics({ topics: [deployment.topic] })
    expect(await firstRefusal(rows.filter((each) => each !== row))).toMatch(/authoriz/i)
  })
})
