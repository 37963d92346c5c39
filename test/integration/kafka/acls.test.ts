// The Kafka ACLs of the operator's guide, on a broker that checks them. With all ACLs, the commands work; without any
// one of them, a command fails and names it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import kafkajs, { type AclEntry } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { setupKafka } from '../../../pipeline/setup/kafka.ts'
import { completeIn, loopSources, openVendors } from '../../support/collect-run.ts'
import { configOf } from '../../support/config-of.ts'
import type { FakeVendors } from '../../support/fake-vendors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type Deployment, describeService } from '../service/service-bench.ts'
import { until } from './kafka-bench.ts'

const guide = readFileSync(join(packageRoot, 'pipeline', 'README.md'), 'utf8')
/** `| topic `consentry.raw` | literal | Read | … |`, of the service and of `collect --loop`. */
const [ofService = [], ofCollector = []] = guide
  .split('\nACLs of the user of `collect --loop`')
  .map((part) =>
    [...part.matchAll(/^\| (topic|group|transactional ID) `([a-z.-]+)` \| (literal|prefixed) \| (\w+) \|/gm)].map(
      ([, resource = '', name = '', pattern = '', operation = '']) => ({ resource, name, pattern, operation }),
    ),
  )

type Row = (typeof ofService)[number]

const login = (user: string) => ({
  KAFKA_SASL_MECHANISM: 'plain',
  KAFKA_SASL_USERNAME: user,
  KAFKA_SASL_PASSWORD: process.env.KAFKA_ACL_PASSWORD ?? '',
})

const acls = { brokers: 'KAFKA_ACL_BROKERS', kafkaEnv: login('admin') } as const
await describeService({ title: 'the ACLs of the guide', versions: 'newest', ...acls }, (bench) => {
  afterAll(() => forbid())

  /** Returns kafkajs's number for a word. */
  const numberOf = <T>(values: object, word: string) =>
    (values as Record<string, T>)[word.toUpperCase().replace(' ', '_')] as T

  /** Converts a row to an ACL for the names of a deployment. */
  function toAcl(
    { resource, name, pattern, operation }: Row,
    { topic, deadLetterTopic, stateTopic }: Deployment,
  ): AclEntry {
    const names: Record<string, string> = {
      'consentry.raw': topic,
      'consentry.dead-letters': deadLetterTopic,
      'consentry.collect-state': stateTopic,
      'consentry.': topic,
      consentry: `${topic}-group`,
      'consentry.collect': `${topic}-group.collect`,
    }
    return {
      principal: 'User:consentry',
      host: '*',
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
      resourceType: numberOf(kafkajs.AclResourceTypes, resource),
      resourceName: names[name] ?? '',
      resourcePatternType: numberOf(kafkajs.ResourcePatternTypes, pattern),
      operation: numberOf(kafkajs.AclOperationTypes, operation),
    }
  }

  async function forbid(): Promise<void> {
    const filter = {
      principal: 'User:consentry',
      host: '*',
      permissionType: kafkajs.AclPermissionTypes.ANY,
      operation: kafkajs.AclOperationTypes.ANY,
      resourceType: kafkajs.AclResourceTypes.ANY,
      resourcePatternType: kafkajs.ResourcePatternTypes.ANY,
    }
    await bench.kafka.admin.deleteAcls({ filters: [filter] })
  }

  async function allow(rows: readonly Row[], deployment: Deployment): Promise<void> {
    await forbid()
    await bench.kafka.admin.createAcls({ acl: rows.map((row) => toAcl(row, deployment)) })
  }

  /** Returns the texts of a failed command. A service without access to a group retries; `done` ends it. */
  async function refused(
    deployment: Deployment,
    args: readonly string[],
    extra: Record<string, string> = {},
    done: () => boolean = () => false,
  ): Promise<string | undefined> {
    const group = { KAFKA_GROUP: `${deployment.topic}-group` }
    const { child, log, ended } = bench.start(deployment, args, { ...login('consentry'), ...group, ...extra })
    let isOver = false
    void ended.then(() => {
      isOver = true
    })
    await until(() => isOver || done() || log.some(({ code }) => code === 'kafka_failed'))
    child.kill()
    const { code, stderr } = await ended
    const failed = code !== 0 || log.some(({ code }) => code === 'kafka_failed')
    return failed ? `${args[0]} failed: ${stderr}` : undefined
  }

  /** The message for a user without a row: the operation, the kind of resource and its name. */
  const named = (row: Row, deployment: Deployment) => {
    const { resourceName } = toAcl(row, deployment)
    return new RegExp(`${row.operation} on ${row.resource} [^;]*${resourceName}`)
  }

  describe('for the service', () => {
    let settings: Record<string, string>
    beforeAll(() => {
      // Installing templates takes time, so all tests share a namespace.
      settings = {
        CONSENTRY_FINDINGS: 'false',
        CONSENTRY_LATE_DATA_SECONDS: '0',
        CONSENTRY_NAMESPACE: bench.plan().namespace,
      }
    })
    const plan = () => bench.plan(settings)

    /** Returns the failure of the first command that these rows do not allow. */
    async function firstRefusal(rows: readonly Row[], deployment: Deployment): Promise<string | undefined> {
      await allow(rows, deployment)
      const [sample] = loadSamples()
      const failure = await refused(deployment, ['setup'])
      if (failure !== undefined) return failure
      await bench.kafka.produce(deployment.topic, [sample?.text ?? '', 'poison'])
      return (
        (await refused(deployment, ['run', '--until-idle', '1'])) ??
        (await refused(deployment, ['dead-letters', 'list'])) ??
        (await refused(deployment, ['reprocess', '--dry-run']))
      )
    }

    test('the ACLs of the guide for the service allow every command', async () => {
      expect(ofService.length).toBeGreaterThan(3)
      expect(await firstRefusal(ofService, plan())).toBeUndefined()
    })

    test.each(ofService)('each ACL for the service is needed: $operation on $resource $name', async (row) => {
      const deployment = plan()
      const others = ofService.filter((each) => each !== row)
      expect(await firstRefusal(others, deployment)).toMatch(named(row, deployment))
    })
  })

  describe('for `collect --loop`', () => {
    const hour = 3_600_000
    const start = Math.floor(Date.now() / 1000) * 1000 - 9.1 * hour
    const folder = temporaryFolder()
    let vendors: FakeVendors
    let environment: Record<string, string>
    beforeAll(async () => {
      const options = { seed: 11, records: 60, days: 1, tokenCalls: 40, clock: { now: Date.now }, start }
      ;({ vendors, environment } = await openVendors(options, folder))
    })
    afterAll(() => vendors.close())

    /** Runs a collector without a cursor until every log source is complete or the collector fails. */
    async function collectorRefusal(rows: readonly Row[], deployment: Deployment): Promise<string | undefined> {
      const { kafka } = configOf({ ...deployment.env })
      await setupKafka({ kafka, log: bench.kafka.telemetry.log, dryRun: false })
      await allow(rows, deployment)
      const states = bench.kafka.read([deployment.stateTopic], bench.kafka.group())
      const args = ['collect', '--loop', '--since', new Date(start - 24 * hour).toISOString()]
      const refusal = await refused(deployment, args, environment, () => {
        const complete = completeIn(states.texts)
        return loopSources.every((source) => complete.has(source))
      })
      await states.stop()
      return refusal
    }

    test('allow everything', async () => {
      expect(ofCollector).toHaveLength(5)
      expect(await collectorRefusal(ofCollector, bench.plan())).toBeUndefined()
    })

    test.each(ofCollector)('each ACL for `collect --loop` is needed: $operation on $resource $name', async (row) => {
      const deployment = bench.plan()
      const others = ofCollector.filter((each) => each !== row)
      expect(await collectorRefusal(others, deployment)).toMatch(named(row, deployment))
    })
  })
})
